#!/usr/bin/env python3
"""Asks LibreOffice what the generated Word documents say, and compares it with what they mean.

    mkdir made
    RAPPORTEUR_MADE=$PWD/made cargo test --test program documents_for_other_programs -- --ignored
    docs/converters/word_labels.py made

Left out of the documents is what LibreOffice 7.4 shows otherwise, and where it isn't right: tracked changes, of which its text
export has both states one behind the other; text boxes, which it leaves out; fields inside the instructions of fields, which
it shows; the first number of notes, which it takes to be 1; a paragraph of a level that no paragraph of the level above
introduces, for which it counts one that isn't there. It writes bullets as other signs, and ه for هـ; both are evened out here.
The texts of notes are not in its export; their numbers are.
"""

import pathlib
import subprocess
import sys
import tempfile

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹▪", "0123456789–", "ـ")


def lines(text):
    even = (" ".join(line.translate(RAISED).split()) for line in text.splitlines())
    return [line for line in even if line]


def main():
    folder = pathlib.Path(sys.argv[1])
    documents = sorted(folder.glob("*.docx"))
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to",
             "txt:Text (encoded):UTF8", "--outdir", out, *map(str, documents)],
            check=True, capture_output=True, timeout=600,
        )
        agree = 0
        for document in documents:
            meant = document.with_suffix(".meaning").read_text(encoding="utf-8").split("\n__________________")[0]
            # Cells of a row are lines in the export.
            meant = lines(meant.replace("\t", "\n"))
            said = lines((pathlib.Path(out) / (document.stem + ".txt")).read_text(encoding="utf-8-sig"))
            if meant == said:
                agree += 1
                continue
            print(document.name)
            for mine, theirs in zip(meant + [""] * len(said), said + [""] * len(meant)):
                if mine != theirs:
                    print(f"  meant {mine[:90]!r}, LibreOffice says {theirs[:90]!r}")
                    break
        print(f"{agree} of {len(documents)} agree")


if __name__ == "__main__":
    main()
