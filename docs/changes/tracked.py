#!/usr/bin/env python3
"""Accepts and rejects what `rapporteur compare --to docx --track` writes, and looks whether that is the new text and the old one.

    tracked.py PROGRAM TEXTS [--pairs NAME …] [--keep FOLDER]

TEXTS is the folder with the texts that `pairs/` names (`A_RES_77_237.en.txt`). Each pair is written twice: with the numbers and notes
that Word counts (`word`), and into a document in which the numbers are typed (`typed`); notes are Word's own in both.
Of each file, with all changes rejected and with all accepted, the paragraphs and the notes are taken as

- `rapporteur` reads them (`convert --changes original`, `accepted`);
- pandoc reads them (`--track-changes=reject`, `accept`);
- LibreOffice leaves them, which settles the changes by itself (what it saves is read by pandoc);

and compared, character by character, with what the same reader makes of a document of the old text alone, and of the new one. A
paragraph is told with its text, a note in the place where it is called; empty paragraphs and spaces at the end of one are passed over.
"""

import argparse
import difflib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "converters"))
from into_word import Office  # noqa: E402

PAIRS = Path(__file__).resolve().parent / "pairs"


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True)


def inline(parts):
    """The text of pandoc's inline elements, with notes in their places."""
    text = ""
    for part in parts:
        kind, content = part["t"], part.get("c")
        if kind == "Str":
            text += content
        elif kind in ("Space", "SoftBreak"):
            text += " "
        elif kind == "LineBreak":
            text += "\n"
        elif kind == "Note":
            text += "[" + " | ".join(blocks(content)) + "]"
        elif kind == "Quoted":
            text += {"SingleQuote": "‘{}’", "DoubleQuote": "“{}”"}[content[0]["t"]].format(inline(content[1]))
        elif kind in ("Span", "Link"):
            text += inline(content[1])
        elif kind in ("Emph", "Strong", "Underline", "Superscript", "Subscript", "SmallCaps", "Strikeout"):
            text += inline(content)
        elif kind in ("Code", "Math", "RawInline"):
            text += content[1]
    return text


def blocks(all_blocks):
    """The text of each paragraph of pandoc's blocks."""
    found = []
    for block in all_blocks:
        kind, content = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            found.append(inline(content))
        elif kind == "Header":
            found.append(inline(content[2]))
        elif kind in ("OrderedList", "BulletList"):
            for item in content[1] if kind == "OrderedList" else content:
                found += blocks(item)
        elif kind in ("BlockQuote",):
            found += blocks(content)
        elif kind == "Div":
            found += blocks(content[1])
        elif kind == "Table":
            found += rows(content)
        elif kind == "LineBlock":
            found += [inline(line) for line in content]
    # Where a paragraph was joined to the one before, pandoc puts a space behind its last word.
    return [text.rstrip(" ") for text in found if text.strip()]


def rows(table):
    head, bodies, foot = table[3], table[4], table[5]
    all_rows = head[1] + [row for body in bodies for row in body[2] + body[3]] + foot[1]
    return [text for row in all_rows for cell in row[1] for text in blocks(cell[4])]


def pandoc(path, changes="accept"):
    done = run("pandoc", "-f", "docx", "-t", "json", f"--track-changes={changes}", path)
    if done.returncode:
        return [f"pandoc: {done.stderr.strip()}"]
    return blocks(json.loads(done.stdout)["blocks"])


def ours(program, path, state="accepted"):
    done = run(program, "convert", "--changes", state, path)
    return done.stdout.splitlines() if done.returncode == 0 else [f"rapporteur: {done.stderr.strip()}"]


def differences(wanted, found):
    # Some of the documents are made by pandoc, which puts letters and their marks together or in another order.
    wanted, found = ([unicodedata.normalize("NFC", line) for line in lines] for lines in (wanted, found))
    return [line for line in difflib.unified_diff(wanted, found, lineterm="", n=0) if line[:3] not in ("---", "+++", "@@ ")]


def typed(program, text, path):
    """A Word document in which the numbers of paragraphs are typed, as pandoc makes it."""
    draft = run(program, "convert", "--to", "markdown", text).stdout
    # Markdown would count what begins with a number, and join the lines of a masthead.
    draft = re.sub(r"^(\d+)\. ", r"\1\\. ", draft, flags=re.M)
    draft = re.sub(r"^(\S+ )?# ", r"\1", draft, flags=re.M)
    draft = re.sub(r"(?<!\n)\n(?![\n ])", r"\n\n", draft)
    path.unlink(missing_ok=True)
    command = ["pandoc", "-f", "commonmark+footnotes", "-t", "docx", "-o", str(path)]
    subprocess.run(command, input=draft, text=True, check=True)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("texts", type=Path)
    parser.add_argument("--pairs", nargs="*")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    folder = (asked.keep or Path(tempfile.mkdtemp())).resolve()
    folder.mkdir(exist_ok=True, parents=True)
    office = Office()
    names = asked.pairs or sorted(path.name.removesuffix(".tsv") for path in PAIRS.glob("*.tsv"))
    right, tried = {}, {}
    for name in names:
        years, language = name.split(".")
        old, new = (asked.texts / f"A_RES_{year.replace('-', '_')}.{language}.txt" for year in years.split("_"))
        for form in ("word", "typed"):
            stem = f"{name}.{form}"
            if form == "word":
                before, after = (folder / f"{stem}.{side}.docx" for side in ("before", "after"))
                for text, path in ((old, before), (new, after)):
                    path.unlink(missing_ok=True)
                    run(asked.program, "convert", text, "-o", path)
            else:
                before, after = (typed(asked.program, text, folder / f"{stem}.{side}.docx") for text, side in ((old, "before"), (new, "after")))
            tracked = folder / f"{stem}.tracked.docx"
            tracked.unlink(missing_ok=True)
            earlier = old if form == "word" else before
            done = run(asked.program, "compare", "--to", "docx", "--track", "Estoria", "-o", tracked, earlier, new)
            if not tracked.exists():
                print(f"{stem}: not written: {done.stderr.strip()}")
            for what, state, whole in (("reject", "original", before), ("accept", "accepted", after)):
                settled = folder / f"{stem}.{what}.docx"
                is_settled = tracked.exists() and office.settled(tracked, settled, what.capitalize())
                readings = {
                    "rapporteur": (ours(asked.program, whole), lambda: ours(asked.program, tracked, state)),
                    "pandoc": (pandoc(whole), lambda: pandoc(tracked, what)),
                    "LibreOffice": (pandoc(whole), lambda: pandoc(settled) if is_settled else ["nothing came"]),
                }
                for reader, (wanted, read) in readings.items():
                    lines = differences(wanted, read() if tracked.exists() else [])
                    key = (form, what, reader)
                    tried[key] = tried.get(key, 0) + 1
                    right[key] = right.get(key, 0) + (not lines)
                    if lines:
                        print(f"{stem}, {what}, {reader}: {len(lines)} lines differ")
                        for line in lines[:4]:
                            print(f"    {line[:400]}")
            sys.stdout.flush()
    for key, count in right.items():
        print(f"{' '.join(key)}: {count} of {tried[key]} pairs are the same, character by character")


if __name__ == "__main__":
    main()
