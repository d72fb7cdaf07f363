#!/usr/bin/env python3
"""Makes the built-in register of instruments out of tables.

    docs/register/build.py [--without SESSION]... TABLE... -o src/library/register/facts.bin

What a table is, is seen from what stands in it:

- a table of cited instruments with the columns `symbol`, `date`, `agreeing`, `other_date`, `adopted_own`,
  `date_voting_record`, `title_own`, `title_voting_record`, `title_programme_budget`, separated by tabs;
- a table of titles in six languages with the columns `symbol_en`, `adopted`, `pv`, `votes_yes`, `title_en`, …, separated by tabs;
- the General Assembly's own metadata, one JSON object a line;
- voting records of the UN Digital Library, a State a column;
- what `rapporteur inspect --format json FOLDER` prints of adopted texts: which instruments they cite, and of which date.

`--without 80` leaves out all that is of a session of the General Assembly, to measure what is known of a later one.

Only facts are taken over: symbols, dates, meetings, votes, titles. docs/register.md tells what becomes of contradictions,
and the form of what is written. The same tables give the same bytes. Standard library only.
"""

import argparse
import collections
import csv
import datetime
import json
import re
import struct
import sys
import zlib

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"]
# Where a fact is from; bits.
OWN_TEXT, METADATA, VOTING_RECORD, PROGRAMME_BUDGET, CITING_TEXTS = 1, 2, 4, 8, 16
FULL, SHORTENED, DESCRIBED = 0, 1, 2
# A second title with other words is known.
CONTRADICTED = 0x80
# Votes: bits of the flags.
NO_VOTE_KNOWN, WITHOUT_VOTE, RECORDED, RECORDED_WITH_ABSENT = 0, 1, 2, 3
MORE_DATES = 4
MAGIC = b"UNREG\0\1\0"
KEYS_TOGETHER = 16
TITLES_TOGETHER = 64
NOTHING = 0
# The years of the special sessions of the General Assembly.
SPECIAL_SESSIONS = {
    6: 1974, 7: 1975, 8: 1978, 9: 1978, 10: 1978, 11: 1980, 12: 1982, 13: 1986, 14: 1986, 15: 1988, 16: 1989, 17: 1990,
    18: 1990, 19: 1997, 20: 1998, 21: 1999, 22: 1999, 23: 2000, 24: 2000, 25: 2001, 26: 2001, 27: 2002, 28: 2005,
    29: 2014, 30: 2016, 31: 2020, 32: 2021,
}
# Texts are counted in these languages, in which dates are read surest.
COUNTED_IN = ("en", "fr", "es")


def canonical(text):
    """The spelling that `Symbol` has of a resolution's or decision's symbol; None for what is no whole one."""
    match = re.match(r"^((?:[A-Z]+(?:/CN\.\d+|/HRC|/C\.\d+)?)/(?:RES|DEC|PRST))/(.+)$", text.strip())
    if not match or "PARA" in text or "%" in text:
        return None
    stem, number = match.groups()
    number = number.replace("[", " ").replace("]", "").strip()
    letters = r"([A-Za-z](?:-[A-Za-z])?)?"
    old = re.match(rf"^(\d+)\s*{letters}\s*\(([^)]+)\)\s*{letters}$", number)
    if old:
        number, before, session, after = old.groups()
        part = "" if stem.startswith("S/") or not (before or after) else f" {(before or after).upper()}"
        return f"{stem}/{number}{part} ({session.upper()})"
    new = re.match(rf"^((?:S-|ES-)?\d+/\d+)\s*{letters}$", number)
    if new:
        return f"{stem}/{new.group(1)}" + (f" {new.group(2).upper()}" if new.group(2) else "")
    return None


def session_of(symbol):
    match = re.match(r"^A/(?:RES|DEC)/(\d+)/", symbol)
    return int(match.group(1)) if match else None


def can_be_of(symbol, date):
    """Whether the body can have adopted it on that day, at the very most: what is dated otherwise is another body's
    instrument that has the same number."""
    year, month = date.year, date.month
    session = session_of(symbol)
    if session is not None:
        return (year == 1945 + session and month >= 9) or (year == 1946 + session and month <= 9)
    match = re.match(r"^A/RES/S-(\d+)/", symbol)
    if match and int(match.group(1)) in SPECIAL_SESSIONS:
        return year == SPECIAL_SESSIONS[int(match.group(1))]
    match = re.match(r"^S/RES/\d+ \((\d+)\)$", symbol)
    if match:
        return year == int(match.group(1))
    match = re.match(r"^E/(?:RES|DEC)/(\d{4})/", symbol)
    if match:
        of = int(match.group(1))
        return year in (of, of + 1) if of < 2014 else (year == of or (year == of - 1 and month >= 7))
    match = re.match(r"^A/HRC/(?:RES|DEC)/(\d+)/", symbol)
    if match:
        of = int(match.group(1))
        return year == 2009 + (of - 10) // 3 if of >= 10 else 2006 <= year <= 2008
    match = re.match(r"^A/RES/(\d+)(?: [A-Z](?:-[A-Z])?)? \(([IVX]+)\)$", symbol)
    if match:
        of = roman(match.group(2))
        if of == 1:
            return year in (1946, 1947)
        return (year == 1945 + of and month >= 9) or (year == 1946 + of and month <= 9)
    return 1946 <= year


def roman(numeral):
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    digits = [values[c] for c in numeral]
    return sum(-d if any(d < later for later in digits[i + 1:]) else d for i, d in enumerate(digits))


def day(text):
    """A date, as the tables write it; None for what is none."""
    text = (text or "").strip()
    match = re.match(r"^(\d{4})-(\d\d)-(\d\d)", text)
    try:
        if match:
            return datetime.date(*map(int, match.groups()))
        return datetime.datetime.strptime(text, "%d %B %Y").date()
    except ValueError:
        return None


def compared(title):
    return "".join(c for c in title.lower() if c.isalnum())


class Instrument:
    def __init__(self):
        # By date: the sources, and how many texts.
        self.dates = {}
        # By language: titles with kind and sources, each.
        self.titles = collections.defaultdict(list)
        self.votes = set()
        self.meetings = set()

    def dated(self, date, source, texts=0):
        sources, count = self.dates.get(date, (0, 0))
        self.dates[date] = (sources | source, max(count, texts))

    def titled(self, language, text, kind, source, symbol=""):
        number = re.match(r"^A/RES/(\d+/\d+) [A-Z]", symbol)
        # A note about the number of the part that came before is no part of the title.
        if number and number.group(1) in text:
            return
        text = re.sub(r"\s+", " ", text.replace("\u00ad", "")).strip()
        if sum(c.isalpha() for c in text) < 2 or "@" in text:
            return
        for title in self.titles[language]:
            if title[1] == kind and compared(title[0]) == compared(text):
                title[2] |= source
                return
        self.titles[language].append([text, kind, source])


class Register:
    def __init__(self, without):
        self.instruments = {}
        self.without = without

    def of(self, text):
        symbol = canonical(text)
        if symbol is None or session_of(symbol) in self.without:
            return None, None
        return symbol, self.instruments.setdefault(symbol, Instrument())

    def date(self, symbol, instrument, text, source, texts=0):
        date = day(text)
        if date and can_be_of(symbol, date):
            instrument.dated(date, source, texts)

    def cited(self, rows):
        for row in rows:
            symbol, instrument = self.of(row["symbol"])
            if symbol is None:
                continue
            self.date(symbol, instrument, row["date"], CITING_TEXTS, int(row["agreeing"] or 0))
            self.date(symbol, instrument, row["other_date"], CITING_TEXTS, int(row["other_agreeing"] or 0))
            self.date(symbol, instrument, row["adopted_own"], OWN_TEXT)
            self.date(symbol, instrument, row["date_voting_record"], VOTING_RECORD)
            if row["title_own"]:
                instrument.titled("en", without_number(row["title_own"]), FULL, OWN_TEXT, symbol)
            if row["title_voting_record"]:
                instrument.titled("en", *catalogued(row["title_voting_record"]), VOTING_RECORD)
            if row["title_programme_budget"]:
                instrument.titled("en", row["title_programme_budget"], FULL, PROGRAMME_BUDGET)

    def titles(self, rows):
        for row in rows:
            symbol, instrument = self.of(row["symbol_en"])
            if symbol is None:
                continue
            self.date(symbol, instrument, row["adopted"], METADATA)
            self.meeting(symbol, instrument, row["pv"])
            self.vote(instrument, row["voting"], row["votes_yes"], row["votes_no"], row["votes_abst"])
            for language in LANGUAGES:
                title = row["title_" + language]
                if title:
                    instrument.titled(language, without_number(title), FULL, METADATA, symbol)

    def metadata(self, lines):
        for line in lines:
            row = json.loads(line)
            symbol, instrument = self.of(row.get("symbol", ""))
            if symbol is None:
                continue
            self.date(symbol, instrument, row.get("adoption_date"), METADATA)
            self.meeting(symbol, instrument, row.get("pv") or "")
            self.vote(
                instrument,
                row.get("adoption_type") or "",
                *(str(row.get(f"MS_{kind}_count")) for kind in ("in_favour", "against", "abstaining")),
            )
            if row.get("title"):
                instrument.titled("en", without_number(row["title"]), FULL, METADATA, symbol)

    def voting(self, rows):
        for row in rows:
            symbol, instrument = self.of(row["Resolution"])
            if symbol is None:
                continue
            self.date(symbol, instrument, row["Date"], VOTING_RECORD)
            instrument.titled("en", *catalogued(row["Title"]), VOTING_RECORD)
            self.vote(instrument, "", row["YES COUNT"], row["NO COUNT"], row["ABSENT COUNT"], row["NO-VOTE COUNT"])

    def inspected(self, lines):
        texts = collections.defaultdict(set)
        for line in lines:
            read = json.loads(line)
            if read["language"] not in COUNTED_IN:
                continue
            for citation in read["citations"]:
                named = citation["kind"] != "document" or re.search(r"/(RES|DEC)/", citation["symbol"], re.I)
                if citation["date"] and named and citation["symbol"] != read["symbol"]:
                    texts[citation["symbol"], citation["date"]].add(read["file"])
        # The table of cited instruments was made of texts, too, maybe of these: no text is counted twice.
        counted = {
            symbol
            for symbol, instrument in self.instruments.items()
            if any(sources & CITING_TEXTS for sources, _ in instrument.dates.values())
        }
        for (symbol, date), files in sorted(texts.items()):
            if symbol in counted or session_of(symbol) in self.without:
                continue
            instrument = self.instruments.setdefault(symbol, Instrument())
            self.date(symbol, instrument, date, CITING_TEXTS, len(files))

    def meeting(self, symbol, instrument, text):
        match = re.match(r"^A/(?:(?:S|ES)-)?\d+/PV\.(\d+)$", text.strip())
        if match:
            instrument.meetings.add(int(match.group(1)))

    def vote(self, instrument, words, *counts):
        if "without" in words.lower():
            instrument.votes.add((WITHOUT_VOTE, 0, 0, 0, 0))
            return
        try:
            counts = [int(float(count)) for count in counts]
        except ValueError:
            return
        if any(counts[:3]) and all(0 <= count <= 250 for count in counts):
            kind = RECORDED_WITH_ABSENT if len(counts) == 4 else RECORDED
            instrument.votes.add((kind, *counts, *([0] * (4 - len(counts)))))


def without_number(title):
    """A title without the number before it, and without the letter of a part."""
    title = re.sub(r"\s+", " ", re.sub("[\u200e\u200f\u202a-\u202e]", "", title)).strip()
    # Each language has its own letters for an emergency special session.
    title = re.sub(r"^(?:(?:[^\W\d]{1,4}\s?-\s?)?\d+\s?/\s?\d+\s?[.\s:–—-]*)+", "", title)
    return re.sub(r"^(?:[B-Z]|A(?=\.))(?:\s?[.–-]+)\s+[.–-]*\s*", "", title)


def catalogued(title):
    """The title in the catalogue's, and how much of it that is: `Night : resolution / adopted by the General Assembly`."""
    title = re.sub(r"\s+", " ", title).strip()
    cut = title.endswith(("[...]", "[…]", "…"))
    title = re.sub(r"\s*(\[\.\.\.\]|\[…\]|…)$", "", title)
    described = re.match(r"^Security Council resolution \d+\s?[\[(]\d+\)\s?([\[<(])(.*)$", title)
    if described:
        opening, text = described.groups()
        text = text.removesuffix(")") if opening == "(" else text.rstrip("]>} ")
        return text, SHORTENED if cut else DESCRIBED
    # Whatever else stands there is no title.
    if re.match(r"^Security Council (draft )?resolution", title):
        return "", FULL
    title = re.sub(r"\s(?:resolutio|resolutio[ns]*\s?/)\s*$", "", title)
    match = re.match(r"^(.*) :\s?((?:draft |revised )?(?:resolutions?|decisions?)\b.*)$", title)
    if match:
        title, cut = match.group(1), False
    elif cut:
        # A beginning of ": resolution" that was cut off is no part of the title.
        begun = re.match(r"^(.*) :\s?([a-z]*)$", title)
        if begun and "resolution".startswith(begun.group(2)):
            title, cut = begun.group(1), False
    return title.rstrip(" /:").replace(" : ", ": "), SHORTENED if cut else FULL


def read(register, path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        head = file.readline()
        file.seek(0)
        if head.startswith("{"):
            lines = [line for line in file if line.strip()]
            is_inspected = '"citations"' in head
            return (2, lambda: register.inspected(lines)) if is_inspected else (1, lambda: register.metadata(lines))
        tabs = head.count("\t") > head.count(",")
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.DictReader(file))
        if "title_programme_budget" in head:
            return 0, lambda: register.cited(rows)
        if "title_en" in head and "symbol_en" in head:
            return 0, lambda: register.titles(rows)
        if "YES COUNT" in head:
            return 0, lambda: register.voting(rows)
    sys.exit(f"{path}: this is none of the tables that are known.")


def weight(said):
    """The trust in a date: its own text and the Assembly's metadata before all; then what many texts say, then the
    voting record, then what few texts say."""
    sources, texts = said
    return (
        bool(sources & (OWN_TEXT | METADATA)),
        bin(sources).count("1") > 1,
        texts if texts >= 3 else 0,
        bool(sources & VOTING_RECORD),
        texts,
    )


def best_title(titles):
    """The best title of one language, and whether another one has other words."""
    def rank(title):
        text, kind, sources = title
        order = [OWN_TEXT, METADATA, PROGRAMME_BUDGET, VOTING_RECORD]
        first = next(i for i, source in enumerate(order) if sources & source)
        return (kind != FULL, first, kind, -len(text))
    titles = sorted(titles, key=rank)
    text, kind, sources = titles[0]
    own = compared(text)
    for other, of_kind, of in titles[1:]:
        theirs = compared(other)
        if of_kind == SHORTENED and own.startswith(theirs[:-4]):
            sources |= of
        elif of_kind == DESCRIBED or kind == DESCRIBED:
            continue
        elif own != theirs:
            return text, kind, sources | CONTRADICTED >> 2
    return text, kind, sources


def series(symbols, facts):
    """The previous and the next instrument with the same title: of another session or year each."""
    def sitting(symbol):
        return symbol.rsplit("/", 1)[0] if "(" not in symbol else symbol.split("(")[1] + symbol.split("/")[0]
    by_title = collections.defaultdict(list)
    for index, symbol in enumerate(symbols):
        title, date = facts[index]
        if title and title[1] != SHORTENED and date:
            by_title[symbol.split("RES")[0], compared(title[0])].append((date, index, sitting(symbol)))
    neighbours = [[0, 0] for _ in symbols]
    for group in by_title.values():
        group.sort()
        times = collections.Counter(sitting for _, _, sitting in group)
        alone = [index for _, index, sitting in group if times[sitting] == 1]
        for one, other in zip(alone, alone[1:]):
            neighbours[one][1] = other + 1
            neighbours[other][0] = one + 1
    return neighbours


def number(date):
    return (date - datetime.date(1945, 1, 1)).days if date else NOTHING


def keys(symbols):
    """Front-coded: in each group the first key whole, of the others what differs from the one before."""
    data, offsets = bytearray(), []
    for index, symbol in enumerate(symbols):
        key = symbol.encode()
        shared = 0
        if index % KEYS_TOGETHER == 0:
            offsets.append(len(data))
        else:
            before = symbols[index - 1].encode()
            while shared < min(len(before), len(key)) and before[shared] == key[shared]:
                shared += 1
        data += bytes([shared, len(key) - shared]) + key[shared:]
    return bytes(data), struct.pack(f"<{len(offsets)}I", *offsets)


def write(register, path, date):
    kept = {s: i for s, i in register.instruments.items() if i.dates or any(i.titles.values())}
    symbols = sorted(kept, key=lambda symbol: symbol.encode())
    assert len(symbols) < 0xFFFF, "too many instruments for sixteen bits"
    chosen = []
    for symbol in symbols:
        instrument = kept[symbol]
        dates = sorted(instrument.dates.items(), key=lambda said: (weight(said[1]), said[0].toordinal()), reverse=True)
        titles = {code: best_title(of) for code, of in instrument.titles.items() if of}
        chosen.append((dates, titles))
    neighbours = series(symbols, [(titles.get("en"), dates[0][0] if dates else None) for dates, titles in chosen])
    facts = bytearray()
    for symbol, (dates, _), (before, after) in zip(symbols, chosen, neighbours):
        instrument = kept[symbol]
        said = (dates + [(None, (0, 0))] * 2)[:2]
        # Where sources disagree, nothing is said of the vote and the meeting.
        tally = {vote[1:4] if vote[0] != WITHOUT_VOTE else None for vote in instrument.votes}
        votes = max(instrument.votes) if len(tally) == 1 else (NO_VOTE_KNOWN, 0, 0, 0, 0)
        meeting = next(iter(instrument.meetings)) if len(instrument.meetings) == 1 else NOTHING
        flags = votes[0] | (MORE_DATES if len(dates) > 2 else 0)
        facts += struct.pack(
            "<HHBBBBBBBBHBBHH",
            number(said[0][0]), number(said[1][0]),
            said[0][1][0], min(said[0][1][1], 255), said[1][1][0], min(said[1][1][1], 255),
            *votes[1:5], meeting, flags, 0, before, after,
        )
    key_data, key_offsets = keys(symbols)
    sections = [struct.pack("<IHH", len(symbols), number(date), 0), key_offsets, key_data, bytes(facts)]
    for code in LANGUAGES:
        titled = [(index, titles[code]) for index, (_, titles) in enumerate(chosen) if code in titles]
        blocks, offsets = bytearray(), []
        for start in range(0, len(titled), TITLES_TOGETHER):
            offsets.append(len(blocks))
            text = "\n".join(title[0] for _, title in titled[start:start + TITLES_TOGETHER])
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            blocks += packer.compress(text.encode()) + packer.flush()
        offsets.append(len(blocks))
        sections += [
            struct.pack(f"<{len(titled)}H", *(index for index, _ in titled)),
            bytes(title[1] | (title[2] << 2) & 0xFF for _, title in titled),
            struct.pack(f"<{len(offsets)}I", *offsets),
            bytes(blocks),
        ]
    start = len(MAGIC) + 8 * len(sections)
    table = bytearray()
    for section in sections:
        table += struct.pack("<II", start, len(section))
        start += len(section)
    with open(path, "wb") as file:
        file.write(MAGIC + bytes(table) + b"".join(sections))
    dated = sum(bool(dates) for dates, _ in chosen)
    unsettled = sum(len(dates) > 1 for dates, _ in chosen)
    linked = sum(after > 0 for _, after in neighbours)
    print(f"{len(symbols)} instruments, {dated} dated, {unsettled} of them with a contradiction, {linked} with a successor")
    print(", ".join(f"{code}: {sum(code in titles for _, titles in chosen)} titles" for code in LANGUAGES))
    print(f"{start} bytes")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("tables", nargs="+", metavar="TABLE")
    arguments.add_argument("-o", "--output", required=True)
    arguments.add_argument("--date", required=True, help="the day up to which the tables have what was adopted, 2025-09-05")
    arguments.add_argument("--without", action="append", type=int, default=[], metavar="SESSION")
    asked = arguments.parse_args()
    csv.field_size_limit(1 << 24)
    register = Register(set(asked.without))
    # Texts come last, since they don't count where a table has counted them.
    for _, take in sorted((read(register, table) for table in asked.tables), key=lambda step: step[0]):
        take()
    write(register, asked.output, day(asked.date))


if __name__ == "__main__":
    main()
