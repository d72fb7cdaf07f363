#!/usr/bin/env python3
"""Compares the words of Word documents as Rapporteur reads them with LibreOffice's own text of them.

    docs/converters/word_words.py --bin target/release/rapporteur FILE.docx ...

For each document it prints how many words both have in order, what only one of them has, where, and how long Rapporteur
took. LibreOffice (`soffice`) leaves out the texts of notes, so that these are not compared; numbers of notes are.
Differences are grouped by what they are: `--all` prints each.
"""

import argparse
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

# What is written in other characters for one and the same thing.
SAME = str.maketrans({
    "\u2011": "-", "\u00ad": None, "\u00a0": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ",
    "\u200b": None, "\u2060": None, "\ufeff": None, "\ufffc": None,
})
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def words(text):
    """The words of a text, of marks and digits none, since these stand apart in one and glued in the other."""
    text = unicodedata.normalize("NFC", text.translate(SAME).translate(RAISED))
    return re.findall(r"[^\W_]+|[^\w\s]", text)


def ours(binary, path):
    begun = time.perf_counter()
    run = subprocess.run([binary, "convert", str(path)], capture_output=True, text=True, check=True)
    taken = time.perf_counter() - begun
    body = run.stdout
    # The notes stand at the end, behind a line.
    at = body.rfind("\n__________________\n")
    return (body if at < 0 else body[:at]), taken


def office(path, folder, profile):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=300,
    )
    return (folder / (path.stem + ".txt")).read_text(encoding="utf-8-sig")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="target/release/rapporteur")
    parser.add_argument("--all", action="store_true", help="print each difference")
    parser.add_argument("--limit", type=float, default=0.3, help="seconds that a document may take")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    asked = parser.parse_args()
    missing = slow = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for path in asked.files:
            text, taken = ours(asked.bin, path)
            theirs = words(office(path, folder, folder / "profile"))
            mine = words(text)
            matcher = difflib.SequenceMatcher(None, theirs, mine, autojunk=False)
            same = sum(block.size for block in matcher.get_matching_blocks())
            only_theirs, only_mine = [], []
            for tag, a, b, c, d in matcher.get_opcodes():
                if tag == "equal":
                    continue
                around = " ".join(theirs[max(0, a - 4):a])
                if b > a:
                    only_theirs.append((around, " ".join(theirs[a:b])))
                if d > c:
                    only_mine.append((around, " ".join(mine[c:d])))
            lacking = sum(len(said.split()) for _, said in only_theirs)
            missing += lacking
            slow += taken > asked.limit
            print(f"{path.name}: {same} of {len(theirs)} words, {lacking} only in LibreOffice's, "
                  f"{sum(len(said.split()) for _, said in only_mine)} only in ours, {taken:.3f} s")
            if asked.all:
                for around, said in only_theirs:
                    print(f"  - [{around}] {said}")
                for around, said in only_mine:
                    print(f"  + [{around}] {said}")
    print(f"{missing} words missing in all, {slow} documents too slow")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
