"""The converters that are measured: what each is given, how it is run, and where its version stands."""
import dataclasses
import importlib.metadata
import json
import os
import pathlib
import re
import shutil
import subprocess
from collections.abc import Callable


@dataclasses.dataclass
class Converter:
    """`run` makes text of a file whose ending is `reads`. `package` is `pip:NAME`, `npm:NAME` or `apt:NAME`."""

    name: str
    package: str
    reads: str
    run: Callable[[pathlib.Path], str]
    markdown: bool = False

    def version(self):
        """The version that is installed, or None where the converter isn't there."""
        source, package = self.package.split(":")
        if package == "pypandoc-binary":
            return output_of([pandoc(), "--version"]).split()[1]
        if source == "pip":
            return importlib.metadata.version(package)
        if source == "npm":
            return json.loads((pathlib.Path(os.environ["NODE_PATH"]) / package / "package.json").read_text())["version"]
        if not shutil.which(PROGRAMS[package]):
            return None
        whole = output_of(["dpkg-query", "-W", "-f", "${Version}", package])
        # Without Debian's own additions: `4:7.4.7-1+deb12u14` is 7.4.7.
        return re.sub(r"^\d+:|[-+~].*", "", whole)


# The program of each Debian package. What isn't installed is left out of the table.
PROGRAMS = {
    "abiword": "abiword",
    "antiword": "antiword",
    "catdoc": "catdoc",
    "docx2txt": "docx2txt",
    "libreoffice-writer-nogui": "soffice",
    "mupdf-tools": "mutool",
    "odt2txt": "odt2txt",
    "poppler-utils": "pdftotext",
    "unrtf": "unrtf",
    "w3m": "w3m",
}


def output_of(command, **options):
    done = subprocess.run(command, capture_output=True, check=True, timeout=120, **options)
    return done.stdout.decode("utf-8", "replace")


def pandoc():
    import pypandoc

    return pypandoc.get_pandoc_path()


def by_pandoc(to):
    return lambda path: output_of([pandoc(), path, "--to", to])


def by_office(path, ending, target):
    """LibreOffice saves `path` beside it with `ending`, by the filter `target`; the path of what it saved."""
    profile = path.parent / "profile"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target]
    output_of([*command, "--outdir", path.parent, path])
    return path.with_suffix(ending)


def office_text(path):
    return by_office(path, ".txt", "txt:Text (encoded):UTF8").read_text("utf-8-sig")


def by_mammoth(path):
    import mammoth

    with open(path, "rb") as file:
        return mammoth.convert_to_markdown(file).value


def mammoth_raw(path):
    import mammoth

    with open(path, "rb") as file:
        return mammoth.extract_raw_text(file).value


def by_markitdown(path):
    import markitdown

    return markitdown.MarkItDown().convert(str(path)).text_content


def by_docx2txt(path):
    import docx2txt

    return docx2txt.process(str(path))


def by_docx2python(path):
    import docx2python

    with docx2python.docx2python(path) as document:
        return document.text


def by_python_docx(path):
    import docx

    return "\n\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def by_undoc(path):
    import undoc

    return undoc.parse_file(str(path)).to_markdown()


def by_striprtf(path):
    from striprtf.striprtf import rtf_to_text

    return rtf_to_text(path.read_text("latin-1"))


def by_odfpy(path):
    import odf.opendocument
    import odf.teletype
    import odf.text

    document = odf.opendocument.load(str(path))
    return "\n\n".join(odf.teletype.extractText(part) for part in document.getElementsByType(odf.text.P))


def by_html2text(path):
    import html2text

    return html2text.html2text(path.read_text("utf-8"))


def by_markdownify(path):
    import markdownify

    return markdownify.markdownify(path.read_text("utf-8"))


def by_turndown(path):
    program = "const t = require('turndown'); console.log(new t().turndown(require('fs').readFileSync(0, 'utf8')))"
    return output_of(["node", "-e", program], stdin=open(path, "rb"))


def by_officeparser(path):
    program = (
        "require('officeparser').parseOffice(process.argv[1])"
        ".then(async (tree) => console.log((await tree.to('text')).value))"
    )
    return output_of(["node", "-e", program, path])


def by_pdfminer(path):
    import pdfminer.high_level

    return pdfminer.high_level.extract_text(str(path))


def by_pdfplumber(path):
    import pdfplumber

    with pdfplumber.open(path) as pages:
        return "\n".join(page.extract_text() for page in pages.pages)


def by_pypdf(mode):
    def run(path):
        import pypdf

        return "\n".join(page.extract_text(extraction_mode=mode) for page in pypdf.PdfReader(path).pages)

    return run


def by_pypdfium(path):
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pages:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


def by_pymupdf(path):
    import pymupdf

    with pymupdf.open(path) as pages:
        return "\n".join(page.get_text() for page in pages)


def by_pymupdf4llm(path):
    import pymupdf4llm

    return pymupdf4llm.to_markdown(str(path))


def by_pdftotext(*options):
    return lambda path: output_of(["pdftotext", *options, path, "-"])


CONVERTERS = [
    Converter("pandoc `-t plain`", "pip:pypandoc-binary", ".docx", by_pandoc("plain")),
    Converter("pandoc `-t markdown`", "pip:pypandoc-binary", ".docx", by_pandoc("markdown"), markdown=True),
    Converter("pandoc `-t gfm`", "pip:pypandoc-binary", ".docx", by_pandoc("gfm"), markdown=True),
    Converter("LibreOffice, “Text – Choose Encoding”", "apt:libreoffice-writer-nogui", ".docx", office_text),
    Converter("mammoth, Markdown", "pip:mammoth", ".docx", by_mammoth, markdown=True),
    Converter("mammoth, raw text", "pip:mammoth", ".docx", mammoth_raw),
    Converter("MarkItDown", "pip:markitdown", ".docx", by_markitdown, markdown=True),
    Converter("docx2python", "pip:docx2python", ".docx", by_docx2python),
    Converter("python-docx, its paragraphs", "pip:python-docx", ".docx", by_python_docx),
    Converter("docx2txt (Python)", "pip:docx2txt", ".docx", by_docx2txt),
    Converter("docx2txt (Perl)", "apt:docx2txt", ".docx", lambda path: output_of(["docx2txt", path, "-"])),
    Converter("undoc, Markdown", "pip:undoc", ".docx", by_undoc, markdown=True),
    Converter("officeParser", "npm:officeparser", ".docx", by_officeparser),
    Converter("antiword", "apt:antiword", ".doc", lambda path: output_of(["antiword", "-m", "UTF-8.txt", path])),
    Converter("catdoc", "apt:catdoc", ".doc", lambda path: output_of(["catdoc", "-d", "utf-8", path])),
    Converter("striprtf", "pip:striprtf", ".rtf", by_striprtf),
    Converter("unrtf `--text`", "apt:unrtf", ".rtf", lambda path: output_of(["unrtf", "--text", path])),
    Converter("pandoc `-t plain`", "pip:pypandoc-binary", ".rtf", by_pandoc("plain")),
    Converter("pandoc `-t plain`", "pip:pypandoc-binary", ".odt", by_pandoc("plain")),
    Converter("odfpy, its paragraphs", "pip:odfpy", ".odt", by_odfpy),
    Converter("odt2txt", "apt:odt2txt", ".odt", lambda path: output_of(["odt2txt", "--width=-1", path])),
    Converter("officeParser", "npm:officeparser", ".odt", by_officeparser),
    Converter("html2text", "pip:html2text", ".html", by_html2text, markdown=True),
    Converter("markdownify", "pip:markdownify", ".html", by_markdownify, markdown=True),
    Converter("turndown", "npm:turndown", ".html", by_turndown, markdown=True),
    Converter("w3m `-dump`", "apt:w3m", ".html", lambda path: output_of(["w3m", "-dump", "-O", "utf-8", path])),
    Converter("pdftotext", "apt:poppler-utils", ".pdf", by_pdftotext()),
    Converter("pdftotext `-layout`", "apt:poppler-utils", ".pdf", by_pdftotext("-layout")),
    Converter("pdftotext `-raw`", "apt:poppler-utils", ".pdf", by_pdftotext("-raw")),
    Converter("mutool `draw -F text`", "apt:mupdf-tools", ".pdf", lambda path: output_of(["mutool", "draw", "-F", "text", path])),
    Converter("PyMuPDF", "pip:pymupdf", ".pdf", by_pymupdf),
    Converter("PyMuPDF4LLM", "pip:pymupdf4llm", ".pdf", by_pymupdf4llm, markdown=True),
    Converter("pypdf", "pip:pypdf", ".pdf", by_pypdf("plain")),
    Converter("pypdf, layout", "pip:pypdf", ".pdf", by_pypdf("layout")),
    Converter("pdfminer.six", "pip:pdfminer.six", ".pdf", by_pdfminer),
    Converter("pdfplumber", "pip:pdfplumber", ".pdf", by_pdfplumber),
    Converter("pypdfium2", "pip:pypdfium2", ".pdf", by_pypdfium),
    Converter("MarkItDown", "pip:markitdown", ".pdf", by_markitdown, markdown=True),
    Converter("officeParser", "npm:officeparser", ".pdf", by_officeparser),
]
