"""Makes Word documents of drafts and asks other programs what they read in them.

    word_out.py PROGRAM DRAFT… [--pandoc PANDOC] [--audit OPENXML-AUDIT]

Of each draft, a Word document is written. LibreOffice prints it as a PDF, whose text (pdftotext) is read back as page text: the
labels of paragraphs, marks and notes, the citations and the words of each paragraph and note must be the draft's, white space and
hyphens at the ends of lines aside. Of Arabic, whose letters and numbers pdftotext gives in another order (findings/), each line is
compared by which letters and figures it has. Pandoc must read as many notes that Word counts, and the labels that are
counted. `openxml-audit` (PyPI, 0.8.0) validates against the Open XML schemas; that it misses a theme, which Word doesn't need, is
left out.
"""

import argparse
import difflib
import json
import re
import subprocess
import tempfile
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def letters(text):
    """Letters, figures and marks alone: spaces and hyphens are at the ends of lines as a page has them."""
    text = unicodedata.normalize("NFKC", text.translate(RAISED)).replace("_", "")
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "Pd"))


def structure(program, path):
    done = subprocess.run([program, "inspect", "--format", "json", path], capture_output=True, text=True, check=True)
    read = json.loads(done.stdout)
    return {
        "paragraphs": [(p["kind"], p["label"], p["level"]) for p in read["paragraphs"]],
        "notes": sorted(note["label"] for note in read["notes"]),
        "markers": [marker["label"] for marker in read["markers"]],
        "citations": sorted(cited["symbol"] for cited in read["citations"]),
    }


def lines(program, path, title):
    """What a clean draft says from its title on, line by line: of page text, the one that `format` makes of it. The columns of the
    masthead before it stand in another order on a page: of these, how often each letter is there."""
    clean = subprocess.run([program, "format", "--unwrap", path], capture_output=True, text=True, check=True).stdout
    said = [letters(line) for line in clean.splitlines()]
    said = [line for line in said if line]
    # The number of a resolution stands before its title.
    begun = next((at for at, line in enumerate(said) if title and line.endswith(letters(title))), 0)
    return [Counter("".join(said[:begun])), *said[begun:]]


def turned(text, symbol):
    """How often each letter is in a text from right to left. Lines of figures are pages' and marks', and LibreOffice counts with a bare
    alif."""
    said = [letters(line) for line in text.splitlines()]
    # In brackets that stand in notes to adopted texts was their number.
    said = [line.replace("()", "") for line in said if not line.isdigit()]
    heads = [line for line in said if line == letters(symbol)]
    said = "".join([line for line in said if line != letters(symbol)] + heads[:1])
    return Counter(c for c in said.replace("أ", "ا") if not c.isdigit())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("drafts", nargs="+")
    parser.add_argument("--pandoc")
    parser.add_argument("--audit")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    made = []
    for number, draft in enumerate(map(Path, asked.drafts)):
        document = folder / f"{number}.docx"
        subprocess.run([asked.program, "convert", draft, "-o", document], check=True)
        made.append((draft, document))
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    documents = [document for _, document in made]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *documents]
    subprocess.run(command, capture_output=True, check=True)
    for draft, document in made:
        text = document.with_suffix(".pdf.txt")
        subprocess.run(["pdftotext", "-layout", document.with_suffix(".pdf"), text], check=True)
        done = subprocess.run([asked.program, "inspect", "--format", "json", draft], capture_output=True, text=True, check=True)
        read = json.loads(done.stdout)
        if read["language"] == "ar":
            one, other = turned(draft.read_text(), read["symbol"] or ""), turned(text.read_text(), read["symbol"] or "")
            wrong = [f"PDF: {dict(one - other)} / {dict(other - one)}"] if one != other else []
        else:
            wanted, found = structure(asked.program, draft), structure(asked.program, text)
            wrong = [f"PDF {key}: {len(wanted[key])} / {len(found[key])}" for key in wanted if wanted[key] != found[key]]
            title = read["title"] or ""
            one, other = lines(asked.program, draft, title), lines(asked.program, text, title)
            if one != other:
                changed = difflib.unified_diff([str(line) for line in one], [str(line) for line in other], lineterm="", n=0)
                changed = [line for line in changed if line[:3] not in ("---", "+++") and line[:2] != "@@"]
                wrong += [f"PDF: {len(changed)} lines are others, the first {line[:160]}" for line in changed[:1]]
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
