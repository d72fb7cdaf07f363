"""What a converter kept of the draft, and what Rapporteur then reads: each a few words for a cell of the table."""
import dataclasses
import json
import re
import subprocess
import unicodedata
from collections import Counter

from draft import SYMBOL, pieces

SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
ESCAPE = re.compile(r"\\([^\w\s])")
# What marks a run of text as written from right to left, in HTML and in pandoc's Markdown.
RUN_BEGINS = re.compile(r"<span[^>]*>|\[(?=[^\[]*$)")
RUN_ENDS = re.compile(r"</span>|\]\{dir=\"rtl\"\}")
LINK_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
# A label at the end of what stands before a paragraph's first word.
LABEL = re.compile(r"(?:^|[\s|>*_‏‎])(\(?[^\W_]{1,4}(?:[.)]|\s?[-–])|[-*•‣◦–—]{1,2})[\s*_|‏‎]*$")
# The number of a note before its text: on the same line, or alone on the line above.
NUMBER_OF_NOTE = re.compile(r"(?:^|\n)(?:[^\n]{0,20}\d[^\w\n]{0,9}(?:</?\w[^>]*>[^\w\n]*)*|\W{0,5}\d\d?\W{0,9})$")
# How the mark of a note may stand behind the word that it belongs to.
MARKS = [
    ("{n} in a superscript", r"[⁰¹²³⁴⁵⁶⁷⁸⁹]"),
    ("`[^{n}]`", r"\[\^\w+\]"),
    ("`<sup>{n}</sup>`", r"<sup>.{0,40}?</sup>"),
    ("`^{n}^`", r"\^\d+\^"),
    ("`^{n}`", r"\^\d+"),
    ("a link", r"(?:<a [^>]*></a>)?\\?\[+\\?\[?\d+\\?\]?\\?\]\(.{0,40}?\)"),
    ("`[{n}]`", r"\[\d+\]"),
    ("`----footnote{n}----`", r"----footnote\d+----"),
    ("the note itself", r"(?=\W{0,4}\d?\W{0,4}NOTE)"),
    ("a bare digit", r" ?\d(?![\d/.)])|\n\d\n"),
]


def letters(text):
    """The letters and digits of a text, each with where it stands: `("abc12", [0, 1, 2, 5, 6])`."""
    found, places = [], []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKC", char).casefold():
            if part.isalnum():
                found.append(part)
                places.append(place)
    return "".join(found), places


class Output:
    """What a converter made of the draft, in which the draft's own words are looked for by their letters."""

    def __init__(self, text):
        self.text = text
        self.letters, self.places = letters(text)

    def find(self, words, start=0):
        """Where these words begin and end in the output, as `(start, end)`, or None."""
        wanted = letters(words)[0]
        at = self.letters.find(wanted, start)
        if at < 0:
            return None
        return self.places[at], self.places[at + len(wanted) - 1] + 1

    def label_before(self, words):
        """The label before these words: on their line, or alone on the line above. None where there is none."""
        place = self.find(words[:24]) or self.find(words[:12])
        if place is None:
            return None
        lines = self.text[: place[0]].split("\n")
        line = RUN_BEGINS.sub("", ESCAPE.sub(r"\1", lines.pop()))
        while not line.strip() and lines:
            line = lines.pop()
            # Only a label alone is that of the next line.
            if line.strip() and len(line.strip()) > 5:
                return None
        found = LABEL.search(" " + line)
        return found.group(1) if found else None


def bare(label):
    """A label's number or letter: `(a)`, `a)` and `a.` are one."""
    return "".join(unicodedata.normalize("NFKC", char) for char in label if char.isalnum()).replace("أ", "ا")


def words_of(part):
    """The longest piece of a part without a mark, which no note can have broken."""
    return max((words for kind, words in pieces(part.text) if kind == "plain"), key=len)


def numbers(draft, output):
    """What became of the operative paragraphs' numbers."""
    seen = [(label, output.label_before(words_of(part))) for part, label in draft.labels() if part.style == "operative"]
    lost = sum(found is None or not any(char.isalnum() for char in found) for _, found in seen)
    if lost:
        return "lost" if lost == len(seen) else f"{lost} of {len(seen)} lost"
    if any(bare(label) != bare(found) for label, found in seen):
        return "wrong: " + ", ".join(bare(found) for _, found in seen)
    return "kept"


def sublists(draft, output):
    """What became of the labels of subparagraphs and of those below them."""
    seen = [(label, output.label_before(words_of(part))) for part, label in draft.labels() if part.style != "operative"]
    if all(found is None for _, found in seen):
        return "lost"
    if all(found and bare(label) == bare(found) for label, found in seen):
        return "kept"
    kept = sum(bool(found) and bare(label) == bare(found) for label, found in seen)
    shown = [found if found else "nothing" for _, found in seen]
    return (f"{kept} of {len(seen)} kept, " if kept else "") + "become " + " ".join(f"`{found}`" for found in shown)


def notes(draft, output):
    """What became of the texts of the notes."""
    found = [output.find(note) for note in draft.notes]
    kept = sum(place is not None for place in found)
    if not kept:
        return "lost"
    numbered = 0
    for place in found:
        if place:
            before = LINK_TARGET.sub("", RUN_BEGINS.sub("", output.text[: place[0]].translate(SUPERSCRIPT)))
            numbered += bool(NUMBER_OF_NOTE.search(before))
    of = "kept" if kept == len(found) else f"{kept} of {len(found)} kept"
    return of if numbered == kept else f"{of}, {'without numbers' if not numbered else 'numbers of some lost'}"


def marks(draft, output):
    """What became of the marks in the text."""
    shapes = Counter()
    for part in draft.accepted():
        before = ""
        for kind, words in pieces(part.text):
            if kind != "mark":
                before += words
                continue
            place = output.find(before[-24:])
            if place is None:
                shapes["nothing"] += 1
                continue
            behind = RUN_ENDS.sub("", output.text[place[1] :][:160]).lstrip(".,;،؛，；。")
            note = draft.notes[int(words) - 1]
            behind = behind[:80].replace(note[:10], "NOTE")
            shape = next((shape for shape, form in MARKS if re.match(form, behind)), "nothing")
            shapes[shape.replace("{n}", "1")] += 1
    if set(shapes) == {"nothing"}:
        return "lost"
    return ", ".join(shape if shape != "nothing" else f"{count} lost" for shape, count in shapes.most_common())


def tracked(draft, output):
    """Which state of the tracked changes is seen."""
    struck = [words for part in draft.parts for kind, words in pieces(part.text) if kind == "struck"]
    struck += [part.text for part in draft.parts if part.change == "deleted"]
    written = [words for part in draft.parts for kind, words in pieces(part.text) if kind == "written"]
    written += [part.text for part in draft.parts if part.change == "inserted"]
    old, new = (sum(output.find(words) is not None for words in changed) for changed in (struck, written))
    if old == len(struck):
        return "both the old and the new words" if new == len(written) else "the text before the changes"
    if new < len(written):
        return "new words lost"
    seen = [bare(output.label_before(words_of(part)) or "") for part, _ in draft.labels()]
    if seen and all(seen) and seen != [bare(label) for _, label in draft.labels()]:
        return "accepted, but a struck paragraph keeps its number"
    return "accepted" if not old else "accepted, some old words left"


def symbols(output):
    """Whether the masthead's symbol and one in the notes stand as they were written."""
    if SYMBOL in output.text:
        return "kept"
    return "escaped" if SYMBOL in ESCAPE.sub(r"\1", output.text) else "lost"


@dataclasses.dataclass
class Reading:
    """What `rapporteur inspect` and `check` say of a file."""

    counts: Counter
    codes: list[str]
    symbol: str | None

    @classmethod
    def of(cls, program, path):
        def lines(command):
            done = subprocess.run([program, command, "--format", "json", path], capture_output=True, timeout=60)
            if done.returncode not in (0, 1):
                raise RuntimeError(done.stderr.decode())
            return [json.loads(line) for line in done.stdout.decode().splitlines()]

        (seen,) = lines("inspect")
        counts = Counter(paragraph["kind"] for paragraph in seen["paragraphs"])
        counts["mark"], counts["note"] = len(seen["markers"]), len(seen["notes"])
        codes = sorted({finding["code"] for finding in lines("check")})
        return cls(counts, codes, seen["symbol"])


KINDS = {
    "preambular": "preambular paragraphs",
    "operative": "operative paragraphs",
    "sub": "subparagraphs",
    "mark": "marks",
    "note": "notes",
}


def reading(draft, found):
    """What is read of the draft, in a few words: how many of what there are, and what is found."""
    built = Counter()
    for part in draft.accepted():
        built["sub" if part.style == "subsub" else part.style] += 1
    built["mark"] = built["note"] = len(draft.notes)
    wrong = [kind for kind in KINDS if found.counts[kind] != built[kind]]
    other = [f"{found.counts[kind]} of {built[kind]} {KINDS[kind]}" for kind in wrong if found.counts[kind]]
    none = [KINDS[kind] for kind in wrong if not found.counts[kind]]
    if found.symbol != SYMBOL:
        none.append("symbol")
    if none:
        other.append("no " + ", ".join(none))
    said = ", ".join(f"`{code}`" for code in found.codes)
    return ("all" if not other else "; ".join(other)) + (f". **Says** {said}" if said else "")
