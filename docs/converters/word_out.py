"""Makes Word documents of drafts and asks other programs what they read in them.

    word_out.py PROGRAM DRAFT… [--pandoc PANDOC] [--audit OPENXML-AUDIT]

Of each draft, a Word document is written. LibreOffice prints it as a PDF, whose text (pdftotext) is read back as page text: the
labels of paragraphs and notes must be the draft's. Pandoc must read as many notes that Word counts, and the labels that are
counted. `openxml-audit` (PyPI, 0.8.0) validates against the Open XML schemas; that it misses a theme, which Word doesn't need, is
left out.
"""

import argparse
import json
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path


def structure(program, path):
    done = subprocess.run([program, "inspect", "--format", "json", path], capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    return {
        "paragraphs": [(p["kind"], p["label"], p["level"]) for p in read["paragraphs"]],
        "notes": sorted(note["label"] for note in read["notes"]),
        "markers": [marker["label"] for marker in read["markers"]],
        "citations": [cited["symbol"] for cited in read["citations"]],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("drafts", nargs="+")
    parser.add_argument("--pandoc")
    parser.add_argument("--audit")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    made = []
    for number, draft in enumerate(asked.drafts):
        document = folder / f"{number}.docx"
        subprocess.run([asked.program, "convert", draft, "-o", document], check=True)
        made.append((Path(draft), document))
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    documents = [document for _, document in made]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents]
    subprocess.run(command, capture_output=True, check=True)
    for draft, document in made:
        wanted = structure(asked.program, draft)
        text = document.with_suffix(".pdf.txt")
        subprocess.run(["pdftotext", "-layout", document.with_suffix(".pdf"), text], check=True)
        found = structure(asked.program, text)
        wrong = [f"PDF {key}: {len(wanted[key])} / {len(found[key])}" for key in wanted if wanted[key] != found[key]]
        with zipfile.ZipFile(document) as package:
            calls = package.read("word/document.xml").count(b"<w:footnoteReference")
        if asked.pandoc:
            read = subprocess.run([asked.pandoc, document, "-t", "json"], capture_output=True, text=True, check=True).stdout
            if read.count('"t":"Note"') != calls:
                wrong.append(f"pandoc notes: {calls} / {read.count(chr(34) + 't' + chr(34) + ':' + chr(34) + 'Note')}")
        if asked.audit:
            told = subprocess.run([asked.audit, "-m", "0", document], capture_output=True, text=True, check=False).stdout
            faults = [line for line in re.findall(r"(?m)^\d+\. (.*)", told) if "A required relationship type" not in line]
            wrong += [f"schema: {fault}" for fault in faults]
        print(f"{draft.name}: {'as it should be' if not wrong else '; '.join(wrong)}")


if __name__ == "__main__":
    main()
