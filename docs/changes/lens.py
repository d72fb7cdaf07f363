#!/usr/bin/env python3
"""How long the line over the title takes that says what changed since last year's text, after a key.

    lens.py PROGRAM TEXTS [--languages CODE …] [--keys N]

Opens 78/229 in a folder with 77/237, of each the paragraphs in the first sixty kilobytes, types a letter in the middle of a paragraph and
takes it out again, as often as asked for, and waits

- for the findings alone ("key");
- for the findings, while the line is asked for after each key ("key, lens asked for");
- for the findings and the line ("key and lens");
- for the line, in a folder without last year's text ("lens of nothing": what it takes to put the draft together, and to answer).
"""

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path


class Editor:
    def __init__(self, program, folder):
        environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "XDG_CACHE_HOME": f"{folder}/.cache"}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen([program], env=environment, **pipes)
        self.last = 0

    def tell(self, method, params, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        self.write(message)

    def write(self, message):
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def ask(self, method, params):
        self.last += 1
        self.tell(method, params, self.last)
        return self.last

    def hear(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        message = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            self.write({"jsonrpc": "2.0", "id": message["id"], "result": None})
        return message

    def answer(self, number):
        while True:
            message = self.hear()
            if message.get("id") == number and "method" not in message:
                return message.get("result")

    def until(self, method, version=None):
        while True:
            message = self.hear()
            if message.get("method") == method and version in (None, message["params"].get("version")):
                return


def beginning(text, size=60_000):
    kept = ""
    for paragraph in text.split("\n\n"):
        if len((kept + paragraph).encode()) > size:
            break
        kept += paragraph + "\n\n"
    return kept


def measure(program, earlier, later, keys):
    """Milliseconds in order, by what was waited for."""
    times = {}
    with tempfile.TemporaryDirectory() as folder:
        drafts = Path(folder) / "drafts"
        drafts.mkdir()
        if earlier:
            (drafts / "earlier.txt").write_text(earlier, encoding="utf-8")
        (drafts / "later.txt").write_text(later, encoding="utf-8")
        document = {"uri": (drafts / "later.txt").as_uri()}
        editor = Editor(program, folder)
        able = {"general": {"positionEncodings": ["utf-8"]}}
        folders = [{"uri": drafts.as_uri(), "name": "drafts"}]
        editor.answer(editor.ask("initialize", {"processId": None, "rootUri": None, "workspaceFolders": folders, "capabilities": able}))
        editor.tell("initialized", {})
        editor.until("window/logMessage")
        opened = {**document, "languageId": "resolution", "version": 1, "text": later}
        editor.tell("textDocument/didOpen", {"textDocument": opened})
        editor.until("textDocument/publishDiagnostics")
        lens = editor.answer(editor.ask("textDocument/codeLens", {"textDocument": document}))
        print(lens[0]["command"]["title"] if lens else "nothing to compare with")
        lines = later.split("\n")
        long = [row for row, line in enumerate(lines) if len(line) > 120]
        row = long[len(long) // 2]
        column = len(lines[row][:60].encode())
        version = 1
        waits = ("key", "key, lens asked for", "key and lens") if earlier else ("key and lens of nothing",)
        for wait in waits * 2:
            for typed in ("a", "") * (keys // 2):
                version += 1
                place = {"start": {"line": row, "character": column}, "end": {"line": row, "character": column + (not typed)}}
                change = {"textDocument": {**document, "version": version}, "contentChanges": [{"range": place, "text": typed}]}
                begun = time.perf_counter()
                editor.tell("textDocument/didChange", change)
                asked = editor.ask("textDocument/codeLens", {"textDocument": document}) if "lens" in wait else None
                found = answered = None
                # A writer's next key comes when the line is there, even where nobody waits for it here.
                while not found or asked and not answered:
                    message = editor.hear()
                    if message.get("method") == "textDocument/publishDiagnostics" and message["params"].get("version") == version:
                        found = time.perf_counter()
                    elif message.get("id") == asked and "method" not in message:
                        answered = time.perf_counter()
                ended = found if wait in ("key", "key, lens asked for") else max(found, answered)
                times.setdefault(wait, []).append((ended - begun) * 1000)
        editor.process.kill()
        editor.process.wait()
    return {wait: sorted(all_times) for wait, all_times in times.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("texts", type=Path)
    parser.add_argument("--languages", nargs="*", default=["en", "zh", "ru"])
    parser.add_argument("--keys", type=int, default=200)
    asked = parser.parse_args()
    for language in asked.languages:
        earlier, later = (
            beginning((asked.texts / f"A_RES_{name}.{language}.txt").read_text(encoding="utf-8-sig")) for name in ("77_237", "78_229")
        )
        times = measure(asked.program, earlier, later, asked.keys)
        times |= measure(asked.program, None, later, asked.keys)
        key = times["key"][len(times["key"]) // 2]
        for wait, all_times in times.items():
            middle, late = all_times[len(all_times) // 2], all_times[len(all_times) * 95 // 100]
            print(f"{language}, {wait}: p50 {middle:.2f} ms = {middle / key:.2f} of the key, p95 {late:.2f} ms")


if __name__ == "__main__":
    main()
