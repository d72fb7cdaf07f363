#!/usr/bin/env python3
"""Plants one error at a time into the texts of a folder, and counts how many of them `rapporteur check` finds.

    tests/corpus/planted/plant.py RAPPORTEUR FOLDER [--per N] [--seed S] [--kinds REGEX] [--misses FILE]

The places are those that `rapporteur inspect` finds in the text as it is. An error is planted only where it breaks what the text
itself does elsewhere: a comma in the place of a semicolon is none in a preamble whose paragraphs end with semicolons. An error
counts as found when a finding of its kind comes that was not there before: about numbers and notes anywhere, about punctuation
and symbols beside it. Run by hand; no test depends on it. Wants Python 3.10 or later.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

NUMBERING = {"operative-numbering", "operative-unnumbered", "subparagraph-numbering", "paragraph-reference", "lost-numbers",
             "label-glued", "list-count"}
NOTES = {"footnote-undefined", "footnote-unused", "footnote-order", "footnote-conflict", "lost-notes", "lost-marks",
         "footnote-placement"}
PUNCTUATION = {"preambular-punctuation", "operative-punctuation", "list-punctuation", "organ-line-comma",
               "footnote-full-stop", "brackets-unbalanced"}
SYMBOLS = {"symbol-malformed", "symbol-implausible", "symbol-near-miss", "citation-date", "date-invalid", "citation-kind",
           "masthead-agreement", "citation-undated", "symbol-unknown"}
GROUPS = {"numbering": NUMBERING, "notes": NOTES, "punctuation": PUNCTUATION, "symbols": SYMBOLS}
# How far from an error what is said of it may stand, in characters.
NEAR = 120


def group(kind):
    """The group that finds an error of this kind."""
    if kind.startswith(("operative number", "operative paragraph", "item label", "item gone")):
        return "numbering"
    if kind.startswith(("preambular", "operative", "last", "chapeau", "item", "mark of two", "organ", "note ends")):
        return "punctuation"
    return "notes" if kind.startswith(("note", "marker")) else "symbols"


def ask(program, command, files):
    """What the program says of each file, by its name."""
    said = collections.defaultdict(list)
    for first in range(0, len(files), 300):
        names = [str(file) for file in files[first:first + 300]]
        run = subprocess.run([program, command, "--format", "json", *names], capture_output=True, text=True, check=False)
        for line in run.stdout.splitlines():
            if line.startswith("{"):
                told = json.loads(line)
                said[told["file"]].append(told)
    return said


def numbered(paragraph, pattern):
    return paragraph["label"] and re.fullmatch(pattern, paragraph["label"])


def last_mark(text, paragraph):
    return paragraph["start"] + len(text[paragraph["start"]:paragraph["end"]].rstrip()) - 1


def errors(text, read):
    """By kind, the errors that can be planted: each a list of (start, end, what stands there then)."""
    found = collections.defaultdict(list)
    paragraphs = read["paragraphs"]
    plant_numbers(text, paragraphs, found)
    plant_notes(text, read, found)
    plant_marks(text, paragraphs, found)
    plant_symbols(text, read["citations"], found)
    return found


def plant_numbers(text, paragraphs, found):
    operative = [one for one in paragraphs if one["kind"] == "operative" and numbered(one, r"\d+\.")]
    numbers = [int(one["label"][:-1]) for one in operative]
    if numbers == list(range(1, len(numbers) + 1)):
        for one, after in zip(operative[1:], operative[2:]):
            start, number = one["start"], int(one["label"][:-1])
            end = start + len(one["label"])
            if text[start:end] != one["label"]:
                continue
            found["operative number +1"].append([(start, end, f"{number + 1}.")])
            found["operative number -1"].append([(start, end, f"{number - 1}.")])
            space = len(text[end:]) - len(text[end:].lstrip())
            found["operative number lost"].append([(start, end + space, "")])
            if "____" not in text[start:after["start"]]:
                found["operative paragraph gone"].append([(start, after["start"], "")])
    for before, one, after in zip(paragraphs, paragraphs[1:], paragraphs[2:]):
        listed = all(other["kind"] == "sub" and other["level"] == one["level"] and numbered(other, r"\([a-z]\)")
                     for other in (before, one, after))
        start = one["start"]
        if not listed or text[start:start + 3] != one["label"]:
            continue
        found["item label +1"].append([(start, start + 3, f"({chr(ord(one['label'][1]) + 1)})")])
        found["item label twice"].append([(start, start + 3, before["label"])])
        if "____" not in text[start:after["start"]]:
            found["item gone"].append([(start, after["start"], "")])


def plant_notes(text, read, found):
    notes = [note for note in read["notes"] if note["label"].isdigit()]
    labels = collections.Counter(note["label"] for note in notes)
    markers = collections.Counter(marker["label"] for marker in read["markers"])
    highest = max((int(label) for label in labels), default=0)
    for at, note in enumerate(notes):
        words = text[note["start"]:note["end"]]
        number = re.match(r"\d+", words)
        # A note that was read together with another, or whose number stands apart from it, is none that can be taken out.
        whole = number and len(words.strip()) > len(number[0]) and "____" not in words and "\n\n" not in words.strip()
        if not whole or labels[note["label"]] > 1 or markers[note["label"]] == 0:
            continue
        found["note gone"].append([(note["start"], note["end"], "")])
        behind = note["start"] + len(number[0])
        found["note number +1"].append([(note["start"], behind, str(int(number[0]) + 1))])
        found["note number far"].append([(note["start"], behind, str(highest + 7))])
        end = note["start"] + len(words.rstrip())
        if text[end - 1] == "." and sum(text[other["start"]:other["end"]].rstrip().endswith(".") for other in notes) > 2:
            found["note ends with a comma"].append([(end - 1, end, ",")])
            if at + 1 < len(notes):
                found["note ends with nothing"].append([(end - 1, end, "")])
    for marker, after in zip(read["markers"], read["markers"][1:] + [None]):
        label, start, end = marker["label"], marker["start"], marker["end"]
        if not label.isdigit() or text[start:end] != label or markers[label] != 1 or labels[label] != 1:
            continue
        found["marker gone"].append([(start - (text[start - 1:start] == " "), end, "")])
        found["marker far"].append([(start, end, str(highest + 8))])
        if int(label) < highest:
            found["marker +1"].append([(start, end, str(int(label) + 1))])
        if after and after["label"] == str(int(label) + 1) and markers[after["label"]] == 1:
            other = (after["start"], after["end"])
            if text[other[0]:other[1]] == after["label"]:
                found["markers exchanged"].append([(start, end, after["label"]), (*other, label)])


def plant_marks(text, paragraphs, found):
    follows = dict(zip((one["start"] for one in paragraphs), paragraphs[1:]))
    mark = {one["start"]: text[last_mark(text, one)] for one in paragraphs if one["end"] > one["start"]}
    preamble = [one for one in paragraphs if one["kind"] == "preambular" and follows.get(one["start"], {}).get("kind") != "sub"]
    commas = sum(mark.get(one["start"]) == "," for one in preamble)
    for one in preamble:
        at, after = last_mark(text, one), follows.get(one["start"])
        # What most paragraphs do is the text's style; of one that does otherwise nobody knows.
        if text[at] == "," and after and 2 * commas > len(preamble) > 2:
            found["preambular ends with a semicolon"].append([(at, at + 1, ";")])
            if after["kind"] == "preambular":
                found["preambular ends with a stop"].append([(at, at + 1, ".")])
                found["preambular ends with nothing"].append([(at, at + 1, "")])
    operative = [one for one in paragraphs if one["kind"] == "operative" and numbered(one, r"\d+\.")]
    for at, one in enumerate(operative):
        end, after = last_mark(text, one), follows.get(one["start"])
        if after and after["kind"] == "operative" and text[end] == ";":
            found["operative ends with a comma"].append([(end, end + 1, ",")])
            found["operative ends with a stop"].append([(end, end + 1, ".")])
            found["operative ends with nothing"].append([(end, end + 1, "")])
        if after is None and text[end] == "." and at > 0:
            found["last ends with a semicolon"].append([(end, end + 1, ";")])
            found["last ends with nothing"].append([(end, end + 1, "")])
        if after and after["kind"] == "sub" and text[end] == ":":
            found["chapeau ends with a semicolon"].append([(end, end + 1, ";")])
    for one in paragraphs:
        after = follows.get(one["start"])
        end = last_mark(text, one)
        if one["kind"] == "sub" and one["label"] and after and after["kind"] == "sub" and after["level"] == one["level"]:
            if text[end] == ";":
                found["item ends with a comma"].append([(end, end + 1, ",")])
                found["item ends with nothing"].append([(end, end + 1, "")])
        for mark_of_two in re.finditer(r"[”“]|\((?=[A-Z][^()]{8,80}\))", text[one["start"]:one["end"]]):
            place = one["start"] + mark_of_two.start()
            found["mark of two lost"].append([(place, place + 1, "")])
    organ = re.search(r"^The General Assembly(,)", text, re.MULTILINE)
    if organ:
        found["organ without a comma"].append([(organ.start(1), organ.end(1), "")])


def plant_symbols(text, citations, found):
    for citation in citations:
        start, end = citation["start"], citation["end"]
        words = text[start:end]
        if re.fullmatch(r"\d\d/\d+", words) and citation.get("date") and not citation.get("in_note"):
            year = citation["date"][:4]
            date = re.match(r"\s+of\s+(\d{1,2}\s+\w+)\s+" + year, text[end:end + 60])
            if date:
                last = end + date.end()
                found["year too early"].append([(last - 4, last, str(int(year) - 2))])
                found["day that is none"].append([(end + date.start(1), last, f"31 November {year}")])
        if re.fullmatch(r"A/\d\d/\d+", words):
            found["symbol with two slashes"].append([(start, end, words.replace("/", "//", 1))])
            found["symbol in small letters"].append([(start, start + 1, "a")])
            found["symbol with a space"].append([(start, end, re.sub(r"/(\d+)$", r" /\1", words))])
            if words.endswith("0"):
                found["symbol with a letter"].append([(start, end, words[:-1] + "O")])


def planted(text, edits):
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def news(before, after, edits):
    """What is found after some edits and was not before, wherever the edits have moved it."""
    def moved(place):
        return place + sum(len(words) - (end - start) for start, end, words in edits if end <= place)
    known = collections.Counter((one["code"], moved(one["start"])) for one in before)
    new = []
    for one in after:
        key = (one["code"], one["start"])
        if known[key] > 0:
            known[key] -= 1
        else:
            new.append(one)
    return new


def is_found(kind, new, edits):
    of_group = group(kind)
    if of_group in ("numbering", "notes") or kind.startswith("mark of two"):
        return any(one["code"] in GROUPS[of_group] for one in new)
    return any(start - NEAR <= one["end"] and one["start"] <= end + NEAR for one in new for start, end, _ in edits)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the program to ask")
    parser.add_argument("folder", type=pathlib.Path, help="texts (*.txt), also in folders in it")
    parser.add_argument("--per", type=int, default=1, help="how many errors of a kind are planted in a text")
    parser.add_argument("--seed", default="1", help="which of them")
    parser.add_argument("--kinds", default="", help="only kinds that this expression finds")
    parser.add_argument("--misses", type=pathlib.Path, help="a file for what is not found")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    files = sorted(asked.folder.rglob("*.txt"))
    read, before = ask(asked.program, "inspect", files), ask(asked.program, "check", files)
    jobs = []
    with tempfile.TemporaryDirectory() as temporary:
        for file in files:
            text = file.read_text(encoding="utf-8", errors="replace")
            if not read[str(file)]:
                continue
            for kind, places in sorted(errors(text, read[str(file)][0]).items()):
                if not re.search(asked.kinds, kind):
                    continue
                for edits in chance.sample(places, min(asked.per, len(places))):
                    copy = pathlib.Path(temporary) / str(len(jobs)) / file.name
                    copy.parent.mkdir()
                    copy.write_text(planted(text, edits), encoding="utf-8")
                    jobs.append((kind, file, copy, edits, text))
        after = ask(asked.program, "check", [job[2] for job in jobs])
    total, hits, misses = collections.Counter(), collections.Counter(), []
    for kind, file, copy, edits, text in jobs:
        new = news(before[str(file)], after[str(copy)], edits)
        hit = is_found(kind, new, edits)
        total[kind] += 1
        hits[kind] += hit
        if not hit:
            start, end, words = edits[0]
            around = f"{text[max(0, start - 60):start]}[{text[start:end][:60]} -> {words}]{text[end:end + 40]}"
            misses.append(f"{kind} | {file} | {around!r} | {sorted({one['code'] for one in new})}\n")
    for kind in sorted(total):
        print(f"{kind:36} {hits[kind]:5} of {total[kind]:5}  {hits[kind] / total[kind]:.2f}")
    for name in GROUPS:
        of_group = [kind for kind in total if group(kind) == name]
        count = sum(total[kind] for kind in of_group)
        if count:
            print(f"= {name:34} {sum(hits[kind] for kind in of_group):5} of {count:5}  "
                  f"{sum(hits[kind] for kind in of_group) / count:.3f}")
    if not total:
        sys.exit("nothing to plant in")
    print(f"= {'all':34} {sum(hits.values()):5} of {sum(total.values()):5}  {sum(hits.values()) / sum(total.values()):.3f}")
    if asked.misses:
        asked.misses.write_text("".join(misses), encoding="utf-8")


if __name__ == "__main__":
    main()
