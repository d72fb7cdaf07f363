#!/usr/bin/env python3
"""Puts what `rapporteur compare` marks beside what other tools mark, on the pairs that `pairs/` was made of by reading.

    beside.py PROGRAM TEXTS [--tools NAME …] [--pairs NAME …] [--node FOLDER]

TEXTS is the folder with the texts (`A_RES_77_237.en.txt`). Tools that are not there are passed over: git, wdiff and dwdiff are
programs, redlines and python-redlines (with python-redlines-docxodus) are Python's, `diff` and `node-htmldiff` are npm's, installed
below the folder that `--node` names; soffice is LibreOffice, whose comparison of documents is asked of it by a macro.

Tools for text get the two texts, those for documents a Word document of each, in which a line is a paragraph and all is typed. What
they mark is taken back to the characters of the two texts. Of all pairs together, by the tables:

- paragraphs that say the same (but for their number, calls of notes and kinds of hyphen) in which something is marked;
- words marked, by how many words have changed: all of a new paragraph and of one that is gone, and the fewest that make one of an
  edited paragraph the other. A word is what stands between spaces and marks; of Chinese, a character;
- paragraphs that were edited and are marked whole, in both texts;
- moves that are written, and those that are none by the tables.
"""

import argparse
import bisect
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "converters"))
import into_word  # noqa: E402

PAIRS = Path(__file__).resolve().parent / "pairs"
LONGEST = 180  # seconds that a tool is waited for
WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+(?:[-‐‑–'’./][^\W_\u3400-\u9fff\uf900-\ufaff]+)*")
MARKS = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
LABEL = re.compile(r"\s*(?:\d+\.|\d+\s*[-–—]|\d+\s*．)\s*")


class Text:
    """A text, the paragraphs in it by their names, and which of its characters are marked, white space left out."""

    def __init__(self, program, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8-sig")
        self.ink = [at for at, c in enumerate(self.text) if not c.isspace()]
        self.marked = bytearray(len(self.ink))
        read = subprocess.run([program, "inspect", "--format", "json", path], capture_output=True, text=True, check=True)
        self.places, preambular = {}, 0
        for paragraph in json.loads(read.stdout)["paragraphs"]:
            if paragraph["kind"] == "preambular":
                preambular += 1
                name = f"pp{preambular}"
            else:
                number = re.search(r"\d+", paragraph["label"] or "")
                name = f"op{int(number[0])}" if number and paragraph["kind"] == "operative" else ""
            self.places[name] = (paragraph["start"], paragraph["end"])

    def clear(self):
        self.marked = bytearray(len(self.ink))

    def take(self, pieces):
        """Marks what a tool marks: pieces of the whole text, each with whether it is marked."""
        at, pieces = 0, list(pieces)
        for text, is_marked in pieces:
            length = sum(not c.isspace() for c in text)
            if is_marked:
                self.marked[at : at + length] = b"\1" * length
            at += length
        given = "".join(c for text, _ in pieces for c in text if not c.isspace())
        return given == "".join(self.text[at] for at in self.ink)

    def is_marked(self, start, end):
        return any(self.marked[bisect.bisect_left(self.ink, start) : bisect.bisect_left(self.ink, end)])

    def words(self, name, said=False):
        """The words of a paragraph with their places; as they are `said`, without its label and calls of notes."""
        start, end = self.places[name]
        text = self.text[start:end]
        if said:
            text = MARKS.sub(lambda found: " " * len(found[0]), text)
            label = LABEL.match(text) if name.startswith("op") else None
            if label:
                text = " " * label.end() + text[label.end() :]
        return [(found[0], start + found.start(), start + found.end()) for found in WORD.finditer(text)]


def evened(words):
    return [re.sub("[‐‑–]", "-", word) for word, _, _ in words]


def fewest(old, new):
    """How few words have to be taken out and put in to make one list of the other."""
    kept = [0] * (len(new) + 1)
    for one in old:
        row = [0]
        for at, other in enumerate(new):
            row.append(kept[at] + 1 if one == other else max(row[at], kept[at + 1]))
        kept = row
    return len(old) + len(new) - 2 * kept[-1]


# ---------------------------------------------------------------- tools: pieces as (text, "=", "-" or "+"), and moves


def run(*command, text=None):
    done = subprocess.run([str(word) for word in command], input=text, capture_output=True, text=True, timeout=LONGEST)
    return done.stdout


def rapporteur(asked, old, new):
    told = json.loads(run(asked.program, "compare", "--all", "--format", "json", old.path, new.path))
    pieces = {"old": [], "new": []}
    moves = []
    for row in told["rows"]:
        if row["change"] in ("moved", "moved-edited"):
            moves.append(row["new"][0])
        for side, text, kind in (("old", old, "out"), ("new", new, "in")):
            for item in row[side]:
                pieces[side].append((item, row, kind))
    # Only words are told, not their places: they are found again in their paragraphs, in order.
    for side, text, kind in (("old", old, "out"), ("new", new, "in")):
        for item, row, kind in pieces[side]:
            if row["change"] == "same" or (row["change"] == "moved"):
                continue
            mark(text, item["start"], item["end"], row["pieces"], kind)
    return "marked", moves


def mark(text, start, end, pieces, kind):
    """Finds the pieces of one side in a paragraph, passing over what they leave out: its label and calls of notes."""
    at = start
    for piece in pieces:
        if piece["change"] not in ("kept", kind):
            continue
        for c in piece["text"]:
            if c.isspace():
                continue
            while at < end and text.text[at] != c:
                at += 1
            if at >= end:
                return
            if piece["change"] == kind:
                place = bisect.bisect_left(text.ink, at)
                text.marked[place] = 1
            at += 1


def git(asked, old, new, *options):
    # With blank lines, which are all the same, it takes paragraphs for each other by their places.
    paths = [asked.folder / f"{side}.txt" for side in ("old", "new")]
    for path, text in zip(paths, (old, new)):
        path.write_text("".join(line + "\n" for line in text.text.splitlines() if line.strip()), encoding="utf-8")
    told = run("git", "-c", "core.quotepath=off", "diff", "--no-index", "--no-color", "-U100000", "--word-diff=porcelain", *options, *paths)
    body = told.split("\n@@", 1)[1].split("\n", 1)[1] if "\n@@" in told else ""
    return [(line[1:] + "\n", {" ": "=", "-": "-", "+": "+"}[line[0]]) for line in body.split("\n") if line[:1] in (" ", "-", "+")], None


def git_by_characters(asked, old, new):
    return git(asked, old, new, "--word-diff-regex=[[:alnum:]]+|[^[:space:]]")


BEGINS, ENDS = ("\x01", "\x03"), ("\x02", "\x04")


def wdiff(asked, old, new, program="wdiff", *options):
    told = run(program, *options, "-w", BEGINS[0], "-x", ENDS[0], "-y", BEGINS[1], "-z", ENDS[1], old.path, new.path)
    return marked_by(told, {BEGINS[0]: "-", BEGINS[1]: "+"}, ENDS)


def dwdiff(asked, old, new):
    return wdiff(asked, old, new, "dwdiff", "-P")


def marked_by(told, begins, ends):
    pieces, kind = [], "="
    for part in re.split(f"([{''.join([*begins, *ends])}])", told):
        if part in begins:
            kind = begins[part]
        elif part in ends:
            kind = "="
        else:
            pieces.append((part, kind))
    return pieces, None


def html_pieces(told):
    pieces, kind = [], "="
    for part in re.split(r"(</?(?:ins|del)[^>]*>)", told):
        if part.startswith(("<ins", "<del")):
            kind = "+" if part.startswith("<ins") else "-"
        elif part.startswith("</"):
            kind = "="
        else:
            pieces.append((html.unescape(re.sub(r"<[^>]*>", "", part)), kind))
    return pieces, None


def redlines(asked, old, new):
    script = (
        "import sys, json; from redlines import Redlines; a, b = json.load(sys.stdin); "
        "print(Redlines(a, b, markdown_style='none').output_markdown)"
    )
    # Paragraphs come back as `<br>` or blank lines: white space is passed over anyway.
    told = run(sys.executable, "-c", script, text=json.dumps([escaped(old), escaped(new)]))
    return html_pieces(told.replace("¶", ""))


def escaped(text):
    return html.escape(text.text, quote=False)


def node(asked, old, new, script):
    return run("node", "-e", script, text=json.dumps([old.text, new.text, escaped(old), escaped(new)])) if asked.node else ""


def jsdiff(asked, old, new):
    script = (
        f"const d = require({json.dumps(str(asked.node / 'node_modules/diff'))});"
        "const [a, b] = JSON.parse(require('fs').readFileSync(0)); console.log(JSON.stringify(d.diffWords(a, b)))"
    )
    parts = json.loads(node(asked, old, new, script))
    return [(part["value"], "+" if part.get("added") else "-" if part.get("removed") else "=") for part in parts], None


def node_htmldiff(asked, old, new):
    script = (
        f"const d = require({json.dumps(str(asked.node / 'node_modules/node-htmldiff'))});"
        "const [,, a, b] = JSON.parse(require('fs').readFileSync(0)); console.log(d(a, b))"
    )
    return html_pieces(node(asked, old, new, script))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_pieces(path):
    """What is tracked in a Word document, and how many moves."""
    with zipfile.ZipFile(path) as package:
        tree = ElementTree.fromstring(package.read("word/document.xml"))
    pieces, moves = [], 0

    def walk(node, kind):
        nonlocal moves
        for child in node:
            if child.tag in (W + "ins", W + "moveTo"):
                walk(child, "+")
            elif child.tag in (W + "del", W + "moveFrom"):
                walk(child, "-")
            elif child.tag in (W + "t", W + "delText"):
                pieces.append((child.text or "", kind))
            elif child.tag in (W + "noBreakHyphen", W + "softHyphen"):
                pieces.append(("\u2011" if child.tag == W + "noBreakHyphen" else "\u00ad", kind))
            else:
                moves += child.tag == W + "moveFromRangeStart"
                walk(child, kind)

    walk(tree, "=")
    return pieces, moves


def document(asked, text):
    """A Word document in which each line of a text is a paragraph, as LibreOffice makes it."""
    folder = asked.folder / "documents"
    folder.mkdir(exist_ok=True)
    target = folder / f"{text.path.stem}.docx"
    if not target.exists():
        plain = folder / f"{text.path.stem}.txt"
        plain.write_text(text.text, encoding="utf-8-sig")
        office(asked).run("--convert-to", "docx:MS Word 2007 XML", "--infilter=Text (encoded):UTF8,LF,,,", "--outdir", folder, plain)
    return target


def office(asked):
    """LibreOffice with a macro more, by which two documents are compared."""
    if asked.office is None:
        into_word.MACRO = into_word.MACRO.replace("</script:module>", COMPARE + "</script:module>")
        asked.office = into_word.Office()
    return asked.office


COMPARE = """
Sub CompareTexts(before As String, after As String, target As String)
  Dim document As Object
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(after), "_blank", 0, hidden())
  Dim other(0) As New com.sun.star.beans.PropertyValue
  other(0).Name = "URL" : other(0).Value = ConvertToURL(before)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, other())
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), saved())
  document.close(True)
Failed:
  StarDesktop.terminate()
End Sub
"""


def libreoffice(asked, old, new):
    before, after = document(asked, old), document(asked, new)
    target = asked.folder / f"{new.path.stem}.compared.docx"
    target.unlink(missing_ok=True)
    # Now and then it ends before it has begun.
    for _ in range(2):
        if not target.exists():
            office(asked).run(f'macro:///Standard.Module1.CompareTexts("{before}","{after}","{target}")')
    return word_pieces(target)


def docxodus(asked, old, new):
    script = (
        "import sys; from python_redlines import DocxodusEngine; a, b, c = sys.argv[1:];"
        "open(c, 'wb').write(DocxodusEngine().run_redline('Estoria', open(a, 'rb').read(), open(b, 'rb').read())[0])"
    )
    target = asked.folder / f"{new.path.stem}.docxodus.docx"
    run(sys.executable, "-c", script, document(asked, old), document(asked, new), target)
    return word_pieces(target)


TOOLS = {
    "rapporteur": rapporteur,
    "git --word-diff": git,
    "git --word-diff-regex": git_by_characters,
    "wdiff": wdiff,
    "dwdiff -P": dwdiff,
    "redlines": redlines,
    "jsdiff": jsdiff,
    "node-htmldiff": node_htmldiff,
    "LibreOffice": libreoffice,
    "Docxodus": docxodus,
}


# ---------------------------------------------------------------- the measure


class Score:
    def __init__(self):
        self.pairs = self.same = self.same_marked = self.changed = self.marked = 0
        self.edited = self.edited_whole = self.moves = self.false_moves = 0
        self.seconds = 0.0
        self.has_moves = False


def table(name):
    lines = (PAIRS / f"{name}.tsv").read_text().splitlines()[1:]
    return [line.split("\t") for line in lines]


def truth(rows, old, new):
    """How many words have changed, by a table."""
    changed = 0
    for was, now, _ in rows:
        both = [text.words(name, said=True) if name in text.places else [] for text, name in ((old, was), (new, now))]
        changed += fewest(*map(evened, both))
    return changed


def measure(score, rows, old, new, changed, moves):
    score.pairs += 1
    score.changed += changed
    for was, now, kind in rows:
        ends = [(text, name) for text, name in ((old, was), (new, now)) if name in text.places]
        words = [(text, start, end) for text, name in ends for _, start, end in text.words(name)]
        marked = sum(text.is_marked(start, end) for text, start, end in words)
        score.marked += marked
        if len(ends) < 2:
            continue
        if kind == "same":
            score.same += 1
            score.same_marked += any(text.is_marked(*text.places[name]) for text, name in ends)
        elif kind in ("edited", "moved-edited"):
            score.edited += 1
            said = [(text, start, end) for text, name in ends for _, start, end in text.words(name, said=True)]
            score.edited_whole += all(text.is_marked(start, end) for text, start, end in said)
    if moves is not None:
        score.has_moves = True
        true = {new.places[now][0] for _, now, kind in rows if kind.startswith("moved") and now in new.places}
        if isinstance(moves, int):
            score.moves += moves
            score.false_moves += max(0, moves - len(true))
        else:
            score.moves += len(moves)
            score.false_moves += sum(place["start"] not in true for place in moves)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("texts", type=Path)
    parser.add_argument("--tools", nargs="*", choices=TOOLS)
    parser.add_argument("--pairs", nargs="*")
    parser.add_argument("--node", type=lambda folder: Path(folder).resolve())
    asked = parser.parse_args()
    asked.folder, asked.office = Path(tempfile.mkdtemp()), None
    scores = {}
    for name in asked.pairs or sorted(path.name.removesuffix(".tsv") for path in PAIRS.glob("*.tsv")):
        years, language = name.split(".")
        old, new = (
            Text(asked.program, asked.texts / f"A_RES_{year.replace('-', '_')}.{language}.txt") for year in years.split("_")
        )
        # Notes and the title are left aside: other tools know none.
        rows = [row for row in table(name) if any(label[:2] in ("pp", "op") for label in row[:2])]
        changed = truth(rows, old, new)
        for tool, compare in TOOLS.items():
            if asked.tools and tool not in asked.tools:
                continue
            old.clear()
            new.clear()
            begun = time.perf_counter()
            try:
                pieces, moves = compare(asked, old, new)
            except (OSError, ValueError, KeyError, subprocess.TimeoutExpired, zipfile.BadZipFile) as error:
                print(f"{name} {tool}: {type(error).__name__} {str(error)[:120]}", file=sys.stderr)
                continue
            seconds = time.perf_counter() - begun
            if pieces != "marked":
                whole = old.take([(text, kind == "-") for text, kind in pieces if kind != "+"])
                if not (new.take([(text, kind == "+") for text, kind in pieces if kind != "-"]) and whole):
                    print(f"{name} {tool}: what it gives is not the two texts", file=sys.stderr)
                    continue
            score = scores.setdefault((tool, "zh" if language == "zh" else "others"), Score())
            score.seconds += seconds
            measure(score, rows, old, new, changed, moves)
    print("tool | languages | pairs | same, marked | words marked by words changed | edited, marked whole | moves, false | seconds")
    for (tool, languages), score in sorted(scores.items(), key=lambda entry: list(TOOLS).index(entry[0][0])):
        moves = f"{score.moves}, {score.false_moves}" if score.has_moves else "none written"
        print(
            f"{tool} | {languages} | {score.pairs} | {score.same_marked} of {score.same} | "
            f"{score.marked} / {score.changed} = {score.marked / max(score.changed, 1):.2f} | "
            f"{score.edited_whole} of {score.edited} | {moves} | {score.seconds:.1f}"
        )
    shutil.rmtree(asked.folder)


if __name__ == "__main__":
    main()
