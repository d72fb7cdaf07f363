#!/usr/bin/env python3
"""Measure what `rapporteur check` says about language versions of the same text.

    measure.py plant --bin BIN --dir DIR [--sets N] [--seed S] [--jobs J] [--kinds K,…] [--missed FILE]
    measure.py quiet --bin BIN --dir DIR [--judged FILE] [--sheet FILE]

DIR holds the versions as `LANG/NAME.txt` or `NAME.LANG.txt` with a NAME.gold.json beside each (`ann`: what
stands where, in Unicode characters of the text as it is). The versions of one NAME are a set.

`plant` puts one slip in one version of a set and leaves the others alone; each kind of slip in each language
in up to N sets, chosen by the seed. A slip is found when there is a finding that was not there before it, in
that version, at its place, with its code. Its place is

- the line of the slip;
- for a paragraph dropped, the one before or after the gap; for two merged, the merged one or the next;
- for a note dropped, the paragraph that called it, or the notes before and after the gap;
- for a marker moved, the paragraph where it stands now.

Only what is really a slip is planted: outside titles, tables and headings, and where at least three other
versions have the same number, date or figure in the same paragraph or note, by its digits, and none has what
is put there. Paragraphs are paired by kind and printed number with `difflib`, without the program's help.

`quiet` lists all findings on the texts as they are, with what stands there in each version. With `--judged`
(lines of set, file, code, line and `true`, `other` or `false`, separated by tabs; more columns are left
alone) it says which share is true. `other` is a true difference, but another version is the wrong one.
"""

import argparse
import difflib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
WITNESSES = 3  # other versions that must have what is changed
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# ---------------------------------------------------------------- texts

OPERATIVE = re.compile(r"(\d{1,3})(?=\.[ \t\u00a0]|[ \u00a0]?[-–—][ \u00a0])")
SUBPARAGRAPH = re.compile(r"[(（]?(\w{1,6})[)）](?=\s)|’(\d{1,2})‘(?=\s)|([①-⑳])(?=\s)")
NOTE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")


@dataclass
class Line:
    """A line of a text: `kind` is operative, subparagraph, preambular, other, note, or none of these ("")."""

    text: str
    start: int
    number: int  # its place among the lines of the text, from 1
    kind: str = ""
    label: tuple = ()  # where the label stands in it
    level: int = 0
    cites: list = field(default_factory=list)
    markers: list = field(default_factory=list)  # (start, end, number), as the markup has them

    def key(self):
        """What it is paired by."""
        if self.kind == "operative":
            return "operative " + self.text[slice(*self.label)]
        return self.kind if self.kind == "subparagraph" else "other"


class Text:
    def __init__(self, path, language):
        self.path, self.language = path, language
        with open(path, encoding="utf-8", newline="") as f:
            text = f.read()
        with open(path.with_name(path.name[:-4] + ".gold.json"), encoding="utf-8") as f:
            annotations = json.load(f)["ann"]
        self.lines, at = [], 0
        for number, line in enumerate(text.split("\n"), 1):
            self.lines.append(Line(line, at, number))
            at += len(line) + 1
        of_line = [line for line in self.lines for _ in range(len(line.text) + 1)]
        title, headings, preambular = 0, set(), set()
        for a in annotations:
            line, last = of_line[a["start"]], of_line[max(a["start"], a["end"] - 1)]
            start, end = a["start"] - line.start, a["end"] - line.start
            if a["type"] == "title":
                title = max(title, last.number)
            elif a["type"] == "heading":
                headings.update(range(line.number, last.number + 1))
            elif a["type"] == "preambular" and start == 0:
                preambular.add(line.number)
            elif a["type"] == "cite" and last is line:
                line.cites.append((start, end))
            elif a["type"] == "fnref" and last is line:
                line.markers.append((start, end, int(line.text[start:end].translate(SUPERSCRIPTS)))
                                    if NOTE.fullmatch(line.text[start:end]) else (start, end, 0))
            elif a["type"] == "num" and start == 0:
                line.level = a["level"]
        rule = next((line.number for line in self.lines if line.text.startswith("____")), len(self.lines) + 1)
        table = set()
        for line in self.lines:  # a run of lines with a tab in it is a table
            if "\t" in line.text:
                at = line.number - 1
                while at >= 0 and self.lines[at].text:
                    table.add(at + 1)
                    at -= 1
                at = line.number
                while at < len(self.lines) and self.lines[at].text:
                    table.add(at + 1)
                    at += 1
        for line in self.lines[title:rule - 1]:
            if not line.text.strip() or line.number in headings or line.number in table:
                continue
            if match := OPERATIVE.match(line.text):
                line.kind, line.label = "operative", match.span(1)
            elif match := SUBPARAGRAPH.match(line.text):
                line.kind, line.label = "subparagraph", match.span(match.lastindex)
            elif line.number in preambular:
                line.kind = "preambular"
            elif len(line.text) >= (15 if language == "zh" else 40):
                line.kind = "other"
        self.paragraphs = [line for line in self.lines[:rule - 1] if line.kind]
        self.notes = {}
        for line in self.lines[rule:]:
            if match := NOTE.match(line.text):
                line.kind, line.label = "note", match.span(1)
                self.notes.setdefault(int(match[1].translate(SUPERSCRIPTS)), line)
        self.pairs = {}

    def beside(self, other):
        """For each line, the one that it is paired with in `other`."""
        if other.language not in self.pairs:
            a, b = [p.key() for p in self.paragraphs], [p.key() for p in other.paragraphs]
            pairs = {}
            for i, j, size in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
                for k in range(size):
                    pairs[self.paragraphs[i + k].number] = other.paragraphs[j + k]
            if self.notes.keys() == other.notes.keys():
                for number, line in self.notes.items():
                    pairs[line.number] = other.notes[number]
            self.pairs[other.language] = pairs
        return self.pairs[other.language]


SCRIPTS = {"zh": r"[\u4e00-\u9fff]", "ar": r"[\u0621-\u064a]", "ru": r"[\u0400-\u04ff]"}


def is_in(language, text):
    """Whether a text is in a language, by its script (some stand in the wrong folder)."""
    letters = sum(len(re.findall(script, text)) for script in SCRIPTS.values())
    if language not in SCRIPTS:
        return 2 * letters < len(text)
    return 2 * len(re.findall(SCRIPTS[language], text)) > letters


class Set:
    def __init__(self, name, paths, of_language):
        self.name, self.paths, self.of_language = name, paths, of_language
        self._texts = None

    @property
    def texts(self):
        if self._texts is None:
            self._texts = {language: Text(path, language) for language, path in self.paths.items()}
        return self._texts

    def others(self, language, line):
        """The lines of the other versions that stand beside `line`."""
        text = self.texts[language]
        beside = (text.beside(other).get(line.number) for l, other in self.texts.items() if l != language)
        return [line for line in beside if line]


def read_sets(folder):
    sets, by_language = defaultdict(dict), False
    for language in LANGUAGES:
        for gold in sorted((folder / language).glob("*.gold.json")):
            path = gold.with_name(gold.name[:-10] + ".txt")
            if path.exists() and is_in(language, path.read_text("utf-8")):
                sets[path.stem][language], by_language = path, True
        for gold in sorted(folder.glob(f"*.{language}.gold.json")):
            path = gold.with_name(gold.name[:-10] + ".txt")
            if path.exists() and is_in(language, path.read_text("utf-8")):
                sets[gold.name[:-13]][language] = path
    place = (lambda name, language: f"{language}/{name}.txt") if by_language else (
        lambda name, language: f"{name}.{language}.txt")
    return [Set(name, paths, place) for name, paths in sorted(sets.items())]


# ---------------------------------------------------------------- values in a line

BLANK = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060]+")
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
S = r"[ \u00a0\u202f]+"
DATES = {
    "en": rf"\b(?P<d>\d{{1,2}}){S}(?P<m>MONTH){S}(?P<y>\d{{4}})",
    "fr": rf"\b(?P<d>\d{{1,2}})(?:er)?{S}(?P<m>MONTH){S}(?P<y>\d{{4}})",
    "es": rf"\b(?P<d>\d{{1,2}}){S}de{S}(?P<m>MONTH){S}de{S}(?P<y>\d{{4}})",
    "ru": rf"\b(?P<d>\d{{1,2}}){S}(?P<m>MONTH){S}(?P<y>\d{{4}})",
    "zh": r"(?P<y>\d{4}) ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?日",
    "ar": rf"\b(?P<d>\d{{1,2}}){S}[^\d/،.؛]{{3,16}}/ ?(?P<m>MONTH){S}(?P<y>\d{{4}})",
}
DATES = {language: re.compile(date.replace("MONTH", MONTHS.get(language, "").replace(" ", "|")), re.I)
         for language, date in DATES.items()}
GROUPS = {"en": r"[, \u00a0\u202f]\d{3}", "ar": r"[ \u00a0\u202f,.]\d{1,3}"}
NUMBER = {
    language: re.compile(
        r"(?<![\d/.,\-–‑(])"
        r"(?:\d{1,3}(?:" + GROUPS.get(language, r"[ .,\u00a0\u202f]\d{3}") + r")+(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?)"
        r"(?![\d/\-–‑)]|[.,]\d)")
    for language in LANGUAGES
}
PERCENT = re.compile(r"[ \u00a0\u202f]*(?:%|per[ \u00a0]?cent|pour[ \u00a0]cent|por[ \u00a0]ciento|процент"
                     r"|في[ \u00a0]المائة|في[ \u00a0]المئة|％)")
PERCENT_BEFORE = re.compile(r"百分之 ?$")


def dates(line, language):
    for match in DATES[language].finditer(line.text):
        month = match["m"] if language == "zh" else MONTHS[language].split().index(match["m"].lower() if
                language != "en" else match["m"].capitalize()) + 1
        yield (int(match["y"]), int(month), int(match["d"])), match


def packed(text):
    return BLANK.sub("", text)


def has(line, value):
    """Whether a number or symbol stands in a line, not inside a longer one."""
    return re.search(rf"(?<![0-9A-Za-z/.]){re.escape(packed(value))}(?![0-9]|[/.][0-9])", packed(line.text)) or \
        re.search(rf"(?<![0-9]){re.escape(value)}(?![0-9])", line.text)


def groups(number):
    """A number by its groups of digits in any order (converters turn those of Arabic about)."""
    return tuple(sorted(re.findall(r"\d+", number)))


def figures(line, language):
    """Numbers that are neither in a citation, a date or a label nor years: (match, its groups, per cent?)."""
    taken = list(line.cites) + [m.span() for _, m in dates(line, language)] + ([line.label] if line.label else [])
    for match in NUMBER[language].finditer(line.text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        percent = bool(PERCENT.match(line.text, match.end()) or PERCENT_BEFORE.search(line.text[:match.start()]))
        if not percent and re.fullmatch(r"(?:1[5-9]|20)\d\d", match[0]):
            continue
        yield match, groups(match[0]), percent


REFERENCE = re.compile(
    r"\b(?:para(?:graph)?s?\.?|articles?|sect(?:ion)?s?\.?|chap(?:ter)?s?\.?|rules?|parts?|annex(?:es)?|Nos?\.|goals?"
    r"|targets?|principles?|regulations?|items?|vol(?:ume)?s?\.?) "
    r"((?:[\d.]+(?: \([a-z]+\))*(?:,? (?:and|to|or) |, ?|–)?)+)", re.I)
DAYS = re.compile(r"((?:\d{1,2}(?:,? (?:and|to|or) |, ?|–)?)+) ?(?:" + MONTHS["en"].replace(" ", "|") + r")\b")


def named(line):
    """Numbers that an English line has as numbers of paragraphs and the like, and those that it has as days."""
    def numbers(pattern):
        text = re.sub(r"[\u00a0\u202f]", " ", line.text)
        return {groups(number) for match in pattern.finditer(text) for number in re.findall(r"[\d.]*\d", match[1])}
    return numbers(REFERENCE), numbers(DAYS)


# ---------------------------------------------------------------- slips


class Plant:
    """A slip: lines of the version as it now is, each with the number of the line it comes from."""

    def __init__(self, text, near, said):
        self.text, self.near, self.said = text, set(near), said  # `near`: numbers of old lines
        self.lines = [(line.number, line.text) for line in text.lines]

    def put(self, line, new):
        self.lines = [(number, new if number == line.number else old) for number, old in self.lines]
        return self

    def drop(self, *lines):
        gone = {line.number for line in lines}
        kept = []
        for number, old in self.lines:
            if number in gone:
                continue
            if not old and kept and not kept[-1][1] and (number - 1) in gone:
                continue  # not two blank lines
            kept.append((number, old))
        self.lines = kept
        return self

    def content(self):
        return "\n".join(text for _, text in self.lines)


def changed(line, start, end, new):
    return line.text[:start] + new + line.text[end:]


def one_digit(number, rng):
    """`number` with a digit changed, at random, not in the year of `497 (1981)`; None where it has none."""
    places = [i for i, char in enumerate(number.split("(")[0]) if "0" <= char <= "9"]
    if not places:
        return None
    at = rng.choice(places)
    leading = at == 0 or not number[at - 1].isdigit()
    digit = rng.choice([d for d in "0123456789" if d != number[at] and not (leading and d == "0")])
    return number[:at] + digit + number[at + 1:]


def exchanged(number, rng):
    number, bracket, year = number.partition("(")
    places = [i for i in range(len(number) - 1) if number[i:i + 2].isdecimal() and number[i] != number[i + 1]
              and not (number[i + 1] == "0" and (i == 0 or not number[i - 1].isdigit()))]
    if not places:
        return None
    at = rng.choice(places)
    return number[:at] + number[at + 1] + number[at] + number[at + 2:] + bracket + year


def session(symbol, rng):
    match = re.search(r"(?<=^A/)\d\d(?=/)", symbol)
    return match and symbol[:match.start()] + str(int(match[0]) + rng.choice((-2, -1, 1, 2))) + symbol[match.end():]


def in_citation(change):
    def plant(versions, language, rng):
        text = versions.texts[language]
        places = [(line, start, end) for line in text.lines if line.kind for start, end in line.cites]
        rng.shuffle(places)
        for line, start, end in places:
            old = line.text[start:end]
            # A corrigendum is issued in each language by itself, and an address on the Web cites nothing.
            if "/Corr." in old or ".org/" in old:
                continue
            new = change(old, rng)
            others = versions.others(language, line)
            if (not new or sum(bool(has(other, old)) for other in others) < WITNESSES
                    or any(has(other, new) for other in [line, *others])):
                continue
            yield Plant(text, [line.number], f"{old} → {new}").put(line, changed(line, start, end, new))
    return plant


def in_date(part):
    def plant(versions, language, rng):
        text = versions.texts[language]
        places = [(line, date, match) for line in text.lines if line.kind for date, match in dates(line, language)]
        rng.shuffle(places)
        for line, date, match in places:
            others = [[d for d, _ in dates(other, l)] for l, version in versions.texts.items() if l != language
                      for other in [text.beside(version).get(line.number)] if other]
            if sum(date in other for other in others) < WITNESSES:
                continue
            year, month, day = date
            if part == "y":
                year += rng.choice((-10, -2, -1, 1, 2, 10))
            else:
                day = rng.choice([d for d in range(2, 29) if d != day])
            here = [d for d, _ in dates(line, language)]
            if (year, month, day) in here or any((year, month, day) in other for other in others):
                continue
            new = str(year if part == "y" else day)
            start, end = match.span(part)
            if part == "d" and line.text[end:end + 2] == "er":
                end += 2  # 1er
            now = changed(line, start, end, new)
            said = now[match.start():match.end() + len(now) - len(line.text)]
            yield Plant(text, [line.number], f"{match[0]} → {said}").put(line, now)
    return plant


def tenfold(number, original):
    """Ten times a number as it is written; `original` is how English has it, for groups in reverse order."""
    parts = re.findall(r"\d+|\D+", number)
    if len(parts) == 3 and len(parts[2]) < 3 and parts[1] in ".,":  # a decimal
        return parts[0] + parts[2][0] + (parts[1] + parts[2][1] if len(parts[2]) == 2 else "")
    if len(parts) == 1:
        return number + "0"
    all_groups = parts[::2]
    reverse = original and re.findall(r"\d+", original) == all_groups[::-1] and len(all_groups[0]) == 3
    digits = "".join(all_groups[::-1] if reverse else all_groups) + "0"
    regrouped = []
    while digits:
        digits, last = digits[:-3], digits[-3:]
        regrouped.insert(0, last)
    return parts[1].join(regrouped[::-1] if reverse else regrouped)


def in_figure(what):
    """`what`: figure, reference (to an article …), day or per cent; the English version tells them apart."""
    def plant(versions, language, rng):
        text, english = versions.texts[language], versions.texts.get("en")
        if not english:
            return
        places = [(line, *figure) for line in text.paragraphs for figure in figures(line, language)]
        rng.shuffle(places)
        for line, match, digits, percent in places:
            if percent != (what == "per cent") or (not percent and sum(map(len, digits)) < 2):
                continue
            in_english = line if language == "en" else text.beside(english).get(line.number)
            if not in_english:
                continue
            references, days = named(in_english)
            if (digits in days) != (what == "day") or (digits in references) != (what == "reference"):
                continue
            others = [(l, list(figures(other, l))) for l, version in versions.texts.items() if l != language
                      for other in [text.beside(version).get(line.number)] if other]
            if sum(any(d == digits and p == percent for _, d, p in other) for _, other in others) < WITNESSES:
                continue
            if percent:
                new = one_digit(match[0], rng)
            elif what == "day":
                new = str(rng.choice([day for day in range(10, 29) if (str(day),) != digits]))
            else:
                original = next((m[0] for m, d, _ in figures(in_english, "en") if d == digits), None)
                new = tenfold(match[0], original)
            if any(d == groups(new) for _, d, _ in [*figures(line, language), *(f for _, o in others for f in o)]):
                continue
            yield Plant(text, [line.number], f"{match[0]} → {new}").put(line, changed(line, *match.span(), new))
    return plant


def siblings_after(text, line):
    """The operative paragraphs, or the subparagraphs of the same list, that come after `line`."""
    at = text.paragraphs.index(line)
    found = []
    expected = int(line.text[slice(*line.label)]) + 1 if line.kind == "operative" else 0
    for other in text.paragraphs[at + 1:]:
        if line.kind == "operative":
            if other.kind == "operative":
                if int(other.text[slice(*other.label)]) != expected:
                    break
                found.append(other)
                expected += 1
        elif other.kind == "subparagraph" and other.level == line.level:
            found.append(other)
        elif other.kind != "subparagraph" or other.level < line.level:
            break
    return found


def relabelled(plant, line, after):
    """Each of `after` with the label of the one before it."""
    label = line.text[slice(*line.label)] if after else ""
    for other in after:
        plant.put(other, changed(other, *other.label, label))
        label = other.text[slice(*other.label)]


def has_subparagraphs(text, at):
    line = text.paragraphs[at]
    follows = text.paragraphs[at + 1] if at + 1 < len(text.paragraphs) else None
    return follows is not None and (
        follows.kind == "subparagraph" and (line.kind != "subparagraph" or follows.level > line.level)
        or line.text.rstrip().endswith((":", "：")))


def dropped(kind, relabel):
    def plant(versions, language, rng):
        text = versions.texts[language]
        places = [i for i, line in enumerate(text.paragraphs) if line.kind == kind and i > 0]
        rng.shuffle(places)
        for at in places:
            line = text.paragraphs[at]
            after = siblings_after(text, line) if relabel else []
            if (NOTE.search(line.text) or has_subparagraphs(text, at) or relabel and not after
                    or len(versions.others(language, line)) < WITNESSES or len(line.text) < 10):
                continue
            first = text.paragraphs[at - 1].kind != "subparagraph"
            if kind == "subparagraph" and first and not siblings_after(text, line):
                continue  # alone in its list
            neighbours = [line.number] + [p.number for p in text.paragraphs[max(0, at - 1):at + 2]]
            made = Plant(text, neighbours, line.text[:70]).drop(line)
            relabelled(made, line, after)
            yield made
    return plant


def merged(versions, language, rng):
    text = versions.texts[language]
    places = [i for i in range(1, len(text.paragraphs))
              if text.paragraphs[i].kind == text.paragraphs[i - 1].kind in ("operative", "preambular")
              and not has_subparagraphs(text, i) and not has_subparagraphs(text, i - 1)
              and text.paragraphs[i].number - text.paragraphs[i - 1].number <= 2]
    rng.shuffle(places)
    for at in places:
        first, second = text.paragraphs[at - 1:at + 1]
        if min(len(versions.others(language, first)), len(versions.others(language, second))) < WITNESSES:
            continue
        rest = second.text
        if second.kind == "operative":
            rest = rest[second.label[1]:].lstrip(".-–— \u00a0\t")
        near = [first.number, second.number] + [p.number for p in text.paragraphs[at + 1:at + 2]]
        made = Plant(text, near, f"{first.text[-30:]} + {second.text[:40]}").drop(second).put(
            first, first.text + ("" if language == "zh" else " ") + rest)
        if second.kind == "operative":
            relabelled(made, second, siblings_after(text, second))
        yield made


def marker_span(line, start, end):
    """A marker with the brackets that Arabic puts about it."""
    if line.text[start - 1:start] == "(" and line.text[end:end + 1] == ")":
        return start - 1, end + 1
    return start, end


def raised_in(line):
    """All markers of a paragraph, those that the markup passes over too: (start, end, number)."""
    return [(*m.span(), int(m[0].translate(SUPERSCRIPTS))) for m in NOTE.finditer(line.text)]


def note_places(versions, language, rng):
    """Markers that call a note once: (paragraph, start, end, number)."""
    text = versions.texts[language]
    uses = Counter(number for p in text.paragraphs for *_, number in raised_in(p))
    places = [(line, start, end, number) for line in text.paragraphs for start, end, number in line.markers
              if uses[number] == 1 and number in text.notes]
    rng.shuffle(places)
    for line, start, end, number in places:
        others = versions.others(language, line)
        if sum(any(n == number for *_, n in raised_in(other)) for other in others) >= WITNESSES:
            yield line, start, end, number


def note_dropped(renumber):
    def plant(versions, language, rng):
        text = versions.texts[language]
        for line, start, end, number in note_places(versions, language, rng):
            if renumber and number + 1 not in text.notes:
                continue
            note = text.notes[number]
            tail = [note]  # a note may go on in further lines
            for other in text.lines[note.number:]:
                if other.kind == "note" or not other.text:
                    break
                tail.append(other)
            near = [line.number, note.number]
            near += [text.notes[n].number for n in (number - 1, number + 1) if n in text.notes]
            made = Plant(text, near, f"note {number}: {note.text[:60]}").drop(*tail)
            made.put(line, changed(line, *marker_span(line, start, end), ""))
            if renumber:
                body = {p.number for p in text.paragraphs} | {n.number for n in text.notes.values()}

                def less_one(match):
                    old = int(match[0].translate(SUPERSCRIPTS))
                    return str(old - 1).translate(RAISED) if number < old <= max(text.notes) else match[0]

                for at, (n, old) in enumerate(made.lines):
                    if n in body:  # in a note, its own number only
                        made.lines[at] = (n, NOTE.sub(less_one, old, count=int(text.lines[n - 1].kind == "note")))
            yield made
    return plant


def marker_moved(versions, language, rng):
    text = versions.texts[language]
    for line, start, end, number in note_places(versions, language, rng):
        at = text.paragraphs.index(line)
        inside = raised_in(line)
        ways = []
        if number == inside[-1][2] and at + 1 < len(text.paragraphs):
            ways.append(at + 1)
        if number == inside[0][2] and at > 0:
            ways.append(at - 1)
        ways = [way for way in ways if text.paragraphs[way].kind in ("preambular", "operative", "subparagraph")
                and abs(text.paragraphs[way].number - line.number) <= 2
                and len(versions.others(language, text.paragraphs[way])) >= WITNESSES]
        if not ways:
            continue
        goal = text.paragraphs[rng.choice(ways)]
        there = raised_in(goal)
        left, right = marker_span(line, start, end)
        marker = line.text[left:right]
        if goal.number < line.number:
            place = len(goal.text.rstrip(" ,;.:،؛，；。：")) if not there else there[-1][1] + (marker[0] == "(")
            if there:  # behind a word that comes after the last marker
                gap = re.compile(r"(?<=\w)(?=[ ,;.،؛，；。])").search(goal.text, place)
                place = gap.start() if gap else len(goal.text.rstrip(" ,;.:،؛，；。："))
        else:
            limit = there[0][0] - 1 if there else len(goal.text)
            gaps = [m.start() for m in re.finditer(r"(?<=\w)(?=[ ,;.،؛，；。：:])", goal.text[:limit])
                    if m.start() > (goal.label[1] + 3 if goal.label else 3)]
            if not gaps:
                continue
            place = gaps[-1] if not there else gaps[len(gaps) // 2]
        if NOTE.search(goal.text[max(0, place - 2):place + 2]):
            continue  # two beside each other would be one
        made = Plant(text, [goal.number], f"marker {number} from line {line.number} to {goal.number}")
        made.put(line, line.text[:left] + line.text[right:]).put(goal, changed(goal, place, place, marker))
        yield made


def label_changed(versions, language, rng):
    text = versions.texts[language]
    places = [line for line in text.paragraphs if line.label]
    rng.shuffle(places)
    for line in places:
        old = line.text[slice(*line.label)]
        if line.kind == "operative":
            new = rng.choice([one_digit(old, rng), str(int(old) + 1), exchanged(old, rng) or str(int(old) + 1)])
        else:
            after = siblings_after(text, line)
            if not after:
                continue
            new = after[0].text[slice(*after[0].label)]
        others = versions.others(language, line)
        if len(others) < WITNESSES or new == old or line.kind == "operative" and sum(
                other.text[slice(*other.label)] == old for other in others) < WITNESSES:
            continue
        yield Plant(text, [line.number], f"{old} → {new}").put(line, changed(line, *line.label, new))


# A year or a session that can't be is told of the symbol itself, whatever the others cite.
CITED = {"version-citation", "symbol-malformed"}

KINDS = {  # name: (how it is planted, the codes that tell it)
    "cited number, a digit changed": (in_citation(one_digit), CITED),
    "cited number, digits exchanged": (in_citation(exchanged), CITED),
    "symbol, session changed": (in_citation(session), CITED),
    "date, year changed": (in_date("y"), {"version-date"}),
    "date, day changed": (in_date("d"), {"version-date"}),
    "day of a range or without a year changed": (in_figure("day"), {"version-date", "version-figure"}),
    "operative dropped": (dropped("operative", False), {"version-paragraph"}),
    "operative dropped, renumbered": (dropped("operative", True), {"version-paragraph"}),
    "preambular dropped": (dropped("preambular", False), {"version-paragraph"}),
    "subparagraph dropped": (dropped("subparagraph", False), {"version-paragraph"}),
    "subparagraph dropped, relabelled": (dropped("subparagraph", True), {"version-paragraph"}),
    "two paragraphs merged": (merged, {"version-paragraph"}),
    "label changed": (label_changed, {"version-label"}),
    "note dropped": (note_dropped(False), {"version-note"}),
    "note dropped, renumbered": (note_dropped(True), {"version-note"}),
    "marker moved": (marker_moved, {"version-marker"}),
    "cited paragraph or article tenfold": (in_figure("reference"), {"version-citation", "version-figure"}),
    "figure tenfold": (in_figure("figure"), {"version-figure"}),
    "per cent changed": (in_figure("per cent"), {"version-figure"}),
}

# ---------------------------------------------------------------- the program


def check(program, folder):
    run = subprocess.run([program, "check", "--select", "versions,symbol-malformed", "--format", "json", "."], cwd=folder,
                         capture_output=True, encoding="utf-8")
    if run.returncode not in (0, 1):
        sys.exit(f"{program} ended with {run.returncode}: {run.stderr.strip()}")
    findings = defaultdict(list)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        if "code" in finding:
            findings[os.path.normpath(finding["file"]).replace(os.sep, "/")].append(finding)
    return findings


def write(folder, versions, planted=None):
    for language, text in versions.texts.items():
        path = folder / versions.of_language(versions.name, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = planted.content() if planted and planted.text is text else "\n".join(l.text for l in text.lines)
        with open(path, "w", encoding="utf-8", newline="") as f:
            f.write(content)


@dataclass
class Trial:
    kind: str
    language: str
    versions: Set
    plant: Plant
    outcome: str = ""
    said: str = ""
    elsewhere: int = 0


def choose(sets, options):
    """Trials in rounds: a set stands in a round once at most."""
    used, rounds = Counter(), defaultdict(dict)
    for kind in KINDS:
        if options.kinds and not any(part in kind for part in options.kinds):
            continue
        for language in LANGUAGES:
            order = [versions for versions in sets if language in versions.paths and len(versions.paths) > WITNESSES]
            rng = random.Random(f"{options.seed} {kind} {language}")
            rng.shuffle(order)
            order.sort(key=lambda versions: used[versions.name])
            done = 0
            for versions in order:
                if done == options.sets:
                    break
                plant = next(KINDS[kind][0](versions, language, random.Random(
                    f"{options.seed} {kind} {language} {versions.name}")), None)
                if plant:
                    rounds[used[versions.name]][versions.name] = Trial(kind, language, versions, plant)
                    used[versions.name] += 1
                    done += 1
    return [list(trials.values()) for _, trials in sorted(rounds.items())]


def judge(trial, base, found):
    """What the program said of a planted slip."""
    codes = KINDS[trial.kind][1]
    number_of = [number for number, _ in trial.plant.lines]

    def new_in(file, line_of):
        old = Counter((f["code"], f["line"], f["message"]) for f in base.get(file, ()))
        new = []
        for finding in found.get(file, ()):
            key = (finding["code"], line_of(finding["line"]), finding["message"])
            if old[key]:
                old[key] -= 1
            else:
                new.append(key)
        return new

    trial.elsewhere, right, near, away = 0, [], [], []
    for language in trial.versions.texts:
        file = trial.versions.of_language(trial.versions.name, language)
        if language != trial.language:
            others = new_in(file, lambda line: line)
            away += [f"{language}:{line} {code}: {message}" for code, line, message in others]
            continue
        for code, line, message in new_in(file, lambda line: number_of[line - 1]):
            words = f"{code}: {message}"
            if line in trial.plant.near:
                (right if code in codes else near).append(words)
            else:
                away.append(f"line {line} {words}")
    trial.elsewhere = len(away)
    trial.outcome = "found" if right else "other code" if near else "elsewhere" if away else "silent"
    trial.said = " | ".join(right + near + away)


def plant(options):
    sets = read_sets(options.dir)
    if not sets:
        sys.exit(f"no LANG/NAME.txt or NAME.LANG.txt with its .gold.json under {options.dir}")
    rounds = choose(sets, options)
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(options.jobs) as pool:
        folders = [pathlib.Path(name) / str(number) for number in range(len(rounds) + 1)]
        for versions in {t.versions.name: t.versions for trials in rounds for t in trials}.values():
            write(folders[0], versions)
        for folder, trials in zip(folders[1:], rounds):
            for trial in trials:
                write(folder, trial.versions, trial.plant)
        base, *found = pool.map(lambda folder: check(options.bin, folder), folders)
    trials = []
    for findings, of_round in zip(found, rounds):
        for trial in of_round:
            judge(trial, base, findings)
            trials.append(trial)
    print_planted(trials)
    if options.missed:
        with open(options.missed, "w", encoding="utf-8") as f:
            f.write("kind\tlanguage\tset\tlines\toutcome\tplanted\tsaid\n")
            for t in sorted(trials, key=lambda t: (list(KINDS).index(t.kind), t.language, t.versions.name)):
                if t.outcome != "found" or t.elsewhere and options.all:
                    near = ",".join(map(str, sorted(t.plant.near)))
                    cells = (t.kind, t.language, t.versions.name, near, t.outcome, t.plant.said, t.said)
                    f.write("\t".join(cells) + "\n")


def table(rows):
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(f"{cell:<{width}}" if not i else f"{cell:>{width}}"
                        for i, (cell, width) in enumerate(zip(map(str, row), widths))).rstrip())


def print_planted(trials):
    def share(some):
        return f"{sum(t.outcome == 'found' for t in some)}/{len(some)}" if some else "-"

    rows = [["found of planted", *LANGUAGES, "all", "share", "other code", "elsewhere", "silent", "and more"]]
    for kind in [*(k for k in KINDS if any(t.kind == k for t in trials)), "all"]:
        of_kind = [t for t in trials if kind in (t.kind, "all")]
        rows.append([kind, *(share([t for t in of_kind if t.language == l]) for l in LANGUAGES), share(of_kind),
                     f"{sum(t.outcome == 'found' for t in of_kind) / len(of_kind):.3f}",
                     *(sum(t.outcome == o for t in of_kind) for o in ("other code", "elsewhere", "silent")),
                     sum(t.outcome == "found" and t.elsewhere > 0 for t in of_kind)])
    table(rows)
    print("`other code`: told at its place, by another rule. `elsewhere`: new findings in other places only.\n"
          "`and more`: found, and new findings in other places as well.")


# ---------------------------------------------------------------- quiet


def quiet(options):
    sets = read_sets(options.dir)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for versions in sets:
            write(folder, versions)
        findings = check(options.bin, folder)
    verdicts, counted = {}, defaultdict(Counter)
    if options.judged:
        for row in options.judged.read_text("utf-8").splitlines():
            cells = row.split("\t")
            if len(cells) >= 5 and cells[3].isdigit():
                verdicts.setdefault((cells[1], cells[2], cells[3]), []).append(cells[4])
    sheet = []
    for versions in sets:
        of_set = [(language, finding) for language in versions.texts
                  for finding in findings.get(versions.of_language(versions.name, language), ())]
        if not of_set:
            continue
        if not options.judged:
            print(f"== {versions.name}")
        for language, finding in of_set:
            file, code, line = versions.of_language(versions.name, language), finding["code"], finding["line"]
            left = verdicts.get((file, code, str(line)))
            verdict = (left.pop(0) if len(left) > 1 else left[0]) if left else "unjudged"
            counted[code][verdict] += 1
            known = "" if verdict == "unjudged" else verdict
            sheet.append("\t".join((versions.name, file, code, str(line), known, finding["message"])))
            if options.judged:
                if verdict not in ("true", "other"):
                    print(f"{verdict}: {file}:{line} {code}: {finding['message']}")
                continue
            print(f"{file}:{line}:{finding['column']} {code}: {finding['message']}\n"
                  f"  {language} > {excerpt(versions.texts[language], line, finding['column'])}")
            for other in finding.get("versions", ()):
                text = versions.texts[other["language"]]
                print(f"  {other['language']}   {excerpt(text, other['line'], other['column'])}")
    if options.sheet:
        options.sheet.write_text("".join(row + "\n" for row in sheet), "utf-8")
    verdicts = ("true", "other", "false", "unjudged")
    total = sum(counted.values(), Counter())
    rows = [*sorted(counted.items()), ("all", total)]
    table([["findings", *verdicts, "all"], *([code, *(c[v] for v in verdicts), sum(c.values())] for code, c in rows)])
    judged = total["true"] + total["other"] + total["false"]
    print(f"{len(sets)} sets")
    if judged:
        print(f"true differences: {(total['true'] + total['other']) / judged:.3f} of {judged}, "
              f"in the right version: {total['true'] / judged:.3f}; "
              f"false ones in a hundred sets: {100 * total['false'] / len(sets):.1f}")


def excerpt(text, line, column, width=220):
    """Some of a line about a column (which counts characters, from 1), the place marked."""
    words = text.lines[line - 1].text
    start = max(0, column - 1 - width // 2)
    return f"{line}: {'…' if start else ''}{words[start:column - 1]}⟦{words[column - 1:column - 1 + width]}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = arguments.add_subparsers(dest="command", required=True)
    for name, run, words in (
        ("plant", plant, "plant one slip a set, and see whether it is found"),
        ("quiet", quiet, "list and count the findings on texts as they are"),
    ):
        command = commands.add_parser(name, help=words)
        command.set_defaults(run=run)
        command.add_argument("--bin", required=True, help="the program", type=lambda p: str(pathlib.Path(p).resolve()))
        command.add_argument("--dir", required=True, type=pathlib.Path, help="the versions")
        add = command.add_argument
        if name == "plant":
            add("--sets", type=int, default=10, help="sets for each kind and language (10)")
            add("--seed", type=int, default=1)
            add("--jobs", type=int, default=1, help="runs of the program at the same time (1)")
            add("--kinds", type=lambda words: words.split(","), help="only kinds with one of these words")
            add("--missed", type=pathlib.Path, help="where the slips that are not found are written")
            add("--all", action="store_true", help="with --missed: those too that are found with more elsewhere")
        else:
            add("--judged", type=pathlib.Path, help="what a person said of each finding")
            add("--sheet", type=pathlib.Path, help="where a sheet to be judged is written")
    options = arguments.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
