"""Runs each converter over the draft, asks Rapporteur, and writes the table: called by `measure`."""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

import converters
import judge
from draft import ARABIC, CHINESE, DRAFTS, ENGLISH, TRACKED, write_docx

PAGE = pathlib.Path(__file__).parent.parent / "from-word-and-pdf.md"
BEGINS, ENDS = "<!-- What follows is written by converters/measure. -->\n", "<!-- End of what converters/measure writes. -->\n"
COLUMNS = ["Converter", "Numbers", "Sublists", "Notes", "Marks", "Tracked changes", "Symbol", "What Rapporteur reads"]
HEADINGS = {
    ".docx": "From Word files (.docx)",
    ".doc": "From old Word files (.doc)",
    ".rtf": "From Rich Text (.rtf)",
    ".odt": "From OpenDocument (.odt)",
    ".html": "From web pages (.html)",
    ".pdf": "From PDFs",
}


def sources(folder):
    """The drafts as files of all formats. What only LibreOffice can write is missing where it isn't installed."""
    saved = {
        ".odt": "odt",
        ".rtf": "rtf:Rich Text Format",
        ".doc": "doc:MS Word 97",
        ".html": "html:HTML (StarWriter)",
        ".pdf": "pdf:writer_pdf_Export",
    }
    for draft in DRAFTS:
        path = folder / f"{draft.name}.docx"
        write_docx(draft, path)
        if shutil.which("soffice"):
            for ending, target in saved.items():
                converters.by_office(path, ending, target)


def row(converter, version, outputs, program, folder):
    def read(draft, output):
        path = folder / ("read.md" if converter.markdown else "read.txt")
        path.write_text(output.text, "utf-8")
        return judge.reading(draft, judge.Reading.of(program, path))

    def with_others(what):
        """The word for English, and those for Chinese and Arabic where they differ."""
        english, *others = [
            what(draft, outputs[draft.name]) if outputs[draft.name] else "it fails" for draft in (ENGLISH, CHINESE, ARABIC)
        ]
        return english + "".join(f"<br>{name}: {word}" for name, word in zip(("zh", "ar"), others) if word != english)

    return [
        f"{converter.name} {version}",
        with_others(judge.numbers),
        with_others(judge.sublists),
        with_others(judge.notes),
        with_others(judge.marks),
        judge.tracked(TRACKED, outputs["tracked"]),
        judge.symbols(outputs["en"]),
        with_others(read),
    ]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rapporteur")
    arguments.add_argument("--keep", type=pathlib.Path, help="where the outputs are left to be looked at")
    arguments.add_argument("--print", action="store_true", help="print the tables and leave the page alone")
    options = arguments.parse_args()
    program = shutil.which(options.rapporteur) or str(pathlib.Path(options.rapporteur).resolve())
    tables = {ending: [] for ending in HEADINGS}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        sources(folder)
        for converter in converters.CONVERTERS:
            version, outputs = converter.version(), {}
            print(f"{converter.name} {converter.reads}: {version}", file=sys.stderr)
            if version is None or not (folder / f"en{converter.reads}").exists():
                continue
            for draft in DRAFTS:
                try:
                    text = converter.run(folder / f"{draft.name}{converter.reads}").replace("\r\n", "\n")
                except subprocess.CalledProcessError as error:
                    print(f"  {draft.name}: {error.stderr.decode('utf-8', 'replace').strip()}", file=sys.stderr)
                    outputs[draft.name] = None
                    continue
                outputs[draft.name] = judge.Output(text)
                if options.keep:
                    options.keep.mkdir(exist_ok=True)
                    title = "".join(char for char in converter.name if char.isalnum() or char == "-")
                    (options.keep / f"{draft.name}{converter.reads}.{title}.txt").write_text(text, "utf-8")
            tables[converter.reads].append(row(converter, version, outputs, program, folder))
    written = f"\nMeasured with {converters.output_of([program, '--version']).strip()}.\n"
    for ending, rows in tables.items():
        if rows:
            lines = [COLUMNS, ["---"] * len(COLUMNS), *rows]
            written += f"\n### {HEADINGS[ending]}\n\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
    if options.print:
        print(written)
        return
    page = PAGE.read_text("utf-8")
    before, rest = page.split(BEGINS)
    PAGE.write_text(before + BEGINS + written + "\n" + ENDS + rest.split(ENDS)[1], "utf-8")


main()
