"""Writes versions of texts into Word documents with tracked changes, and looks at what comes out.

    into_word.py PROGRAM OLD NEW [OLD NEW …] [--office] [--keep FOLDER]

Of each pair, OLD is made a Word document, and NEW is written into it under an author's name. Then

- with all changes rejected it must say what the document said before, with all accepted what NEW says (paragraphs with labels and
  levels, notes, citations), as `rapporteur` reads it;
- with `--office`, LibreOffice, which reads the changes by itself, must agree on both;
- every part of the package that was not to change must be the same byte for byte, and so must every paragraph of the document that
  has no change in it.
"""

import argparse
import difflib
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

# The header has the symbol.
CHANGED_PARTS = {"word/document.xml", "word/footnotes.xml", "word/header1.xml"}


def said(program, path, *options):
    done = subprocess.run([program, "convert", *options, str(path)], capture_output=True, text=True, check=True)
    return done.stdout


def structure(program, path, *options):
    """What is read of a file, without its places."""
    done = subprocess.run(
        [program, "inspect", "--format", "json", *options, str(path)], capture_output=True, text=True, check=True
    )
    read = json.loads(done.stdout)
    text = said(program, path, *options) if path.suffix == ".docx" else path.read_text(encoding="utf-8-sig")

    def words(span):
        piece = text[span["start"] : span["end"]]
        return re.sub(r"[\s\u200e\u200f()]", "", piece)

    return {
        "symbol": read["symbol"],
        "title": read["title"],
        "paragraphs": [(p["kind"], p["label"], p["level"], words(p)) for p in read["paragraphs"]],
        "markers": [marker["label"] for marker in read["markers"]],
        "notes": [(note["label"], words(note)) for note in read["notes"]],
        "citations": [(c["symbol"], c["kind"], c["date"], c["title"], c["in_note"]) for c in read["citations"]],
    }


def differences(one, other):
    found = []
    for key, value in one.items():
        if value == other[key]:
            continue
        if isinstance(value, list):
            lines = difflib.unified_diff([str(v)[:150] for v in value], [str(v)[:150] for v in other[key]], lineterm="", n=0)
            found += [f"{key}: {line}" for line in lines if line[:3] not in ("---", "+++") and line[:2] != "@@"][:6]
        else:
            found.append(f"{key}: {value} / {other[key]}")
    return found


def other_parts(before, after):
    """The parts that are not the same, though they were not to change."""
    with zipfile.ZipFile(before) as one, zipfile.ZipFile(after) as other:
        if one.namelist() != other.namelist():
            return ["the list of parts"]
        return [n for n in one.namelist() if n not in CHANGED_PARTS and one.read(n) != other.read(n)]


def paragraphs(path):
    with zipfile.ZipFile(path) as package:
        document = package.read("word/document.xml").decode()
    return re.findall(r"<w:p>.*?</w:p>|<w:p/>", document)


def touched(before, after):
    """Paragraphs that are neither as they were nor changed under tracking."""
    old = set(paragraphs(before))
    return [p for p in paragraphs(after) if p not in old and "<w:ins " not in p and "<w:del " not in p]


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, what As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  frame = document.CurrentController.Frame
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(frame, ".uno:" &amp; what &amp; "AllTrackedChanges", "", 0, Array())
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), saved())
  document.close(True)
End Sub
</script:module>
"""

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


class Office:
    """LibreOffice with a profile of its own, in which a macro accepts or rejects all changes."""

    def __init__(self, folder):
        self.profile = Path(folder) / "profile"
        self.run("--terminate_after_init")
        basic = self.profile / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(MACRO)
        (basic / "script.xlb").write_text(LIBRARY)

    def run(self, *arguments):
        command = ["soffice", f"-env:UserInstallation=file://{self.profile}", "--headless", "--norestore", *arguments]
        subprocess.run(command, capture_output=True, timeout=300, check=False)

    def settled(self, source, target, what):
        self.run(f'macro:///Standard.Module1.Settle("{source}","{target}","{what}")')
        return target.exists()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--keep")
    asked = parser.parse_args()
    folder = Path(asked.keep or tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    office = Office(folder) if asked.office else None
    pairs = list(zip(asked.texts[::2], asked.texts[1::2], strict=True))
    wrong = 0
    for number, (old, new) in enumerate(pairs):
        before, after = folder / f"{number}.before.docx", folder / f"{number}.after.docx"
        for path in (before, after):
            path.unlink(missing_ok=True)
        subprocess.run([asked.program, "convert", old, "-o", before], check=True)
        done = subprocess.run(
            [asked.program, "convert", new, "--into", before, "--track", "Estoria", "-o", after],
            capture_output=True,
            text=True,
        )
        problems = []
        if not after.exists():
            problems.append(f"not written: {done.stderr.strip()}")
        else:
            problems += [f"told: {line}" for line in done.stderr.splitlines()]
            if said(asked.program, after, "--changes", "original") != said(asked.program, before):
                problems.append("rejected, it does not say what it did before")
            wanted, found = structure(asked.program, Path(new)), structure(asked.program, after)
            problems += [f"accepted: {line}" for line in differences(wanted, found)]
            problems += [f"another part has changed: {name}" for name in other_parts(before, after)]
            problems += [f"changed without tracking: {p[:200]}" for p in touched(before, after)]
            if office:
                for what, is_to_be in [("Reject", structure(asked.program, before)), ("Accept", wanted)]:
                    target = folder / f"{number}.{what}.docx"
                    target.unlink(missing_ok=True)
                    if not office.settled(after, target, what):
                        problems.append(f"LibreOffice, {what}: nothing came")
                        continue
                    lines = differences(is_to_be, structure(asked.program, target))
                    problems += [f"LibreOffice, {what}: {line}" for line in lines]
        wrong += bool(problems)
        print(f"{number} {Path(old).name} {Path(new).name}: {'as it should be' if not problems else ''}")
        for problem in problems:
            print(f"    {problem}")
        sys.stdout.flush()
    print(f"{len(pairs) - wrong} of {len(pairs)} pairs are as they should be")


if __name__ == "__main__":
    main()
