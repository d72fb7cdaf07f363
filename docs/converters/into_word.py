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
import os
import re
import signal
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
    # Behind a new note, others get other names.
    document = re.sub(r'(<w:footnoteReference [^>]*w:id=)"\d+"', r"\1", document)
    return re.findall(r"<w:p>.*?</w:p>|<w:p/>", document)


def touched(before, after):
    """Paragraphs that are neither as they were nor changed under tracking."""
    old = set(paragraphs(before))
    return [p for p in paragraphs(after) if p not in old and "<w:ins " not in p and "<w:del " not in p]


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, what As String)
  Dim document As Object
  On Error GoTo Failed
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
Failed:
  StarDesktop.terminate()
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

    # Seconds. A page or two take three.
    LONGEST = 120

    def __init__(self):
        self.folder = None
        self.renew()

    def renew(self):
        """A new profile: one that a process was ended in may be locked, or ask whether to mend what was open."""
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.run("--terminate_after_init")
        basic = Path(self.folder.name) / "user" / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(MACRO)
        (basic / "script.xlb").write_text(LIBRARY)

    def run(self, *arguments):
        """Whether it came to its end by itself."""
        command = ["soffice", f"-env:UserInstallation=file://{self.folder.name}", "--headless", "--norestore", *arguments]
        # `soffice` is a script that starts another process, which has to end with it.
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, start_new_session=True
        )
        try:
            process.wait(timeout=self.LONGEST)
            return True
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return False

    def settled(self, source, target, what):
        """Whether the document with all changes accepted or rejected was written, at the second try if need be."""
        for _ in range(2):
            target.unlink(missing_ok=True)
            ended = self.run(f'macro:///Standard.Module1.Settle("{source}","{target}","{what}")')
            if ended and target.exists():
                return True
            self.renew()
        return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--keep")
    asked = parser.parse_args()
    folder = Path(asked.keep or tempfile.mkdtemp()).resolve()
    folder.mkdir(exist_ok=True)
    office = Office() if asked.office else None
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
