#!/usr/bin/env python3
"""Tests of release.py: `python3 packaging/test_release.py`. Programs and archives here are made up."""

import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import unittest
import unittest.mock
import zipfile

import release

ADDRESS = "https://github.com/keepers/lamps"
HERE = pathlib.Path(__file__).resolve().parent


def elf(processor, interpreter=b"", more=b""):
    """A program for Linux, as far as its head tells."""
    header = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHI", 3, processor, 1)
    header += struct.pack("<QQQIHHH", 0, 64, 0, 0, 64, 56, 1 if interpreter else 0) + bytes(6)
    named = struct.pack("<IIQ", 3, 4, 120) + bytes(40) + interpreter + b"\0" if interpreter else b""
    return header + named + more


def mach_o(processor, oldest):
    return b"\xcf\xfa\xed\xfe" + struct.pack("<IIIIIII", processor, 0, 2, 1, 24, 0, 0) + struct.pack(
        "<IIIIII", 0x32, 24, 1, oldest[0] << 16 | oldest[1] << 8, 0, 0
    )


def portable_executable(processor):
    return b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", processor) + bytes(16)


PROGRAMS = {
    "x86_64-unknown-linux-gnu": elf(62, b"/lib64/ld-linux-x86-64.so.2", b"GLIBC_2.2.5\0GLIBC_2.17\0"),
    "aarch64-unknown-linux-gnu": elf(183, b"/lib/ld-linux-aarch64.so.1", b"GLIBC_2.17\0"),
    "x86_64-unknown-linux-musl": elf(62),
    "aarch64-unknown-linux-musl": elf(183),
    "x86_64-apple-darwin": mach_o(0x01000007, (10, 12)),
    "aarch64-apple-darwin": mach_o(0x0100000C, (11, 0)),
    "x86_64-pc-windows-msvc": portable_executable(0x8664),
    "aarch64-pc-windows-msvc": portable_executable(0xAA64),
}


class Folder(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.folder = pathlib.Path(kept.name)
        self.program = self.folder / "program"

    def write(self, data):
        self.program.write_bytes(data)
        return self.program

    def archives(self):
        """All archives, and the folder that they are in."""
        out = self.folder / "archives"
        for target, data in PROGRAMS.items():
            release.make_archive(target, self.write(data), out)
        return out


class Formats(Folder):
    def test_a_program_is_known_by_its_bytes(self):
        for target, data in PROGRAMS.items():
            release.check_format(self.write(data), target)
            for other in PROGRAMS:
                if other != target:
                    with self.assertRaises(release.Refusal, msg=f"{target} as {other}"):
                        release.check_format(self.program, other)

    def test_what_asks_for_a_newer_system_is_refused(self):
        newer = elf(62, b"/lib64/ld-linux-x86-64.so.2", b"GLIBC_2.17\0GLIBC_2.39\0")
        with self.assertRaisesRegex(release.Refusal, "asks for glibc 2.39"):
            release.check_format(self.write(newer), "x86_64-unknown-linux-gnu")
        with self.assertRaisesRegex(release.Refusal, "asks for macOS 14.0"):
            release.check_format(self.write(mach_o(0x0100000C, (14, 0))), "aarch64-apple-darwin")
        needs_musl = elf(62, b"/lib/ld-musl-x86_64.so.1")
        with self.assertRaisesRegex(release.Refusal, "should stand alone"):
            release.check_format(self.write(needs_musl), "x86_64-unknown-linux-musl")

    def test_what_is_larger_than_promised_is_refused(self):
        with unittest.mock.patch.object(release, "LARGEST", 10):
            with self.assertRaisesRegex(release.Refusal, "at most"):
                release.check_format(self.write(PROGRAMS["x86_64-apple-darwin"]), "x86_64-apple-darwin")

    def test_what_is_no_program_is_refused(self):
        with self.assertRaisesRegex(release.Refusal, "no program"):
            release.check_format(self.write(b"The General Assembly,"), "x86_64-apple-darwin")


class Archives(Folder):
    def test_an_archive_has_one_folder_with_the_program_that_can_be_run(self):
        more = self.folder / "man"
        more.mkdir()
        (more / "rapporteur.1").write_text(".TH")
        for target in ("aarch64-apple-darwin", "x86_64-pc-windows-msvc"):
            made = release.make_archive(target, self.write(PROGRAMS[target]), self.folder, [more])
            name = release.program_of(target)
            expected = [f"rapporteur-{target}/{file}" for file in [name, "LICENSE", "README.md", "CHANGELOG.md", "man/rapporteur.1"]]
            if made.suffix == ".zip":
                with zipfile.ZipFile(made) as archive:
                    names, mode = archive.namelist(), archive.infolist()[0].external_attr >> 16
            else:
                with tarfile.open(made) as archive:
                    names, mode = archive.getnames(), archive.getmembers()[0].mode
            self.assertEqual((names, mode & 0o777), (expected, 0o755))
            self.assertEqual(release.program_in(self.folder, target), PROGRAMS[target])

    def test_the_same_files_give_the_same_bytes(self):
        with unittest.mock.patch.dict(os.environ, SOURCE_DATE_EPOCH="2222222222"):
            once, again = (
                [release.make_archive(target, self.write(data), self.folder / place).read_bytes() for target, data in PROGRAMS.items()]
                for place in ("once", "again")
            )
        self.assertEqual(once, again)

    def test_checksums_are_those_that_sha256sum_checks(self):
        (self.folder / "lamps").write_bytes(b"")
        made = release.checksums(self.folder).read_text()
        self.assertEqual(made, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  lamps\n")


class Npm(Folder):
    def test_one_package_a_platform_and_one_that_names_them(self):
        *programs, main = release.npm_packages(self.archives(), self.folder / "npm")
        about = {folder.name: json.loads((folder / "package.json").read_text()) for folder in [*programs, main]}
        version = release.package()["version"]
        names = ["rapporteur-darwin-arm64", "rapporteur-darwin-x64", "rapporteur-linux-arm64-gnu", "rapporteur-linux-arm64-musl",
                 "rapporteur-linux-x64-gnu", "rapporteur-linux-x64-musl", "rapporteur-win32-arm64", "rapporteur-win32-x64"]
        self.assertEqual(sorted(folder.name for folder in programs), names)
        self.assertEqual(about["rapporteur"]["optionalDependencies"], {name: version for name in names} )
        self.assertEqual({each["version"] for each in about.values()}, {version})
        musl = about["rapporteur-linux-x64-musl"]
        self.assertEqual((musl["os"], musl["cpu"], musl["libc"]), (["linux"], ["x64"], ["musl"]))
        windows = self.folder / "npm/rapporteur-win32-x64"
        self.assertEqual((windows / "bin/rapporteur.exe").read_bytes(), PROGRAMS["x86_64-pc-windows-msvc"])
        for folder in [*programs, main]:
            self.assertTrue((folder / "LICENSE").is_file() and (folder / "README.md").is_file())
        # Unix alone has modes.
        if os.name == "posix":
            self.assertTrue((self.folder / "npm/rapporteur-darwin-x64/bin/rapporteur").stat().st_mode & 0o100)


class Lists(Folder):
    def fill(self):
        out = self.archives()
        with unittest.mock.patch.object(release, "repository", lambda: ADDRESS):
            return out, {path.name: path.read_text(encoding="utf-8") for path in release.manifests(out, self.folder / "filled")}

    def test_everything_is_filled_in_with_the_archives_own_checksums(self):
        out, filled = self.fill()
        version = release.package()["version"]
        for name, text in filled.items():
            self.assertIsNone(re.search(r"<<|>>", text.replace("<<~", "")), name)
        formula = filled["rapporteur.rb"]
        for target in ("aarch64-apple-darwin", "x86_64-unknown-linux-musl"):
            url = f"{ADDRESS}/releases/download/v{version}/rapporteur-{target}.tar.gz"
            self.assertIn(f'url "{url}"\n      sha256 "{release.checksum(out / release.archive_of(target))}"', formula)
        scoop = json.loads(filled["rapporteur.json"])
        arm = scoop["architecture"]["arm64"]
        self.assertEqual(arm["hash"], release.checksum(out / "rapporteur-aarch64-pc-windows-msvc.zip"))
        self.assertTrue(arm["url"].endswith(f"/v{version}/rapporteur-aarch64-pc-windows-msvc.zip"))
        winget = filled["Rapporteur.Rapporteur.installer.yaml"]
        self.assertIn(release.checksum(out / "rapporteur-x86_64-pc-windows-msvc.zip").upper(), winget)
        self.assertTrue((self.folder / f"filled/winget/manifests/r/Rapporteur/Rapporteur/{version}").is_dir())
        self.assertIn(f"pkg:github/keepers/lamps@v{version}", filled["package.yaml"])
        self.assertEqual(tomllib.loads(filled["extensions.toml"])["rapporteur"]["version"], version)
        tomllib.loads(filled["languages.toml"])

    def test_without_an_archive_no_checksum_is_made_up(self):
        with unittest.mock.patch.object(release, "repository", lambda: ADDRESS):
            with self.assertRaisesRegex(release.Refusal, "taken of the archive itself"):
                release.manifests(self.folder, self.folder / "filled")

    def test_every_archive_that_a_list_names_is_one_that_is_made(self):
        known = {release.archive_of(target) for target in release.TARGETS}
        for path in (HERE / "lists").rglob("*.*"):
            for name in re.findall(r"rapporteur-(?:x86_64|aarch64)-[\w-]+\.(?:tar\.gz|zip)", path.read_text(encoding="utf-8")):
                self.assertIn(name, known, path)


class Repository(unittest.TestCase):
    def test_everything_bears_one_version(self):
        found = release.versions()
        self.assertEqual(len(set(found.values())), 1, found)

    def test_what_is_missing_before_a_tag_is_said(self):
        with unittest.mock.patch.object(release, "changes", lambda: (release.package()["version"], "in progress")):
            told = release.missing("v0.0.0")
        self.assertTrue(any("in progress" in sentence for sentence in told), told)
        self.assertTrue(any("The tag is v0.0.0" in sentence for sentence in told), told)
        version = release.package()["version"]
        with unittest.mock.patch.object(release, "changes", lambda: (version, "2030-01-31")):
            with unittest.mock.patch.object(release, "repository", lambda: ADDRESS):
                self.assertEqual(release.missing(f"v{version}"), [])

    def test_the_workflow_builds_and_tries_every_target(self):
        workflow = (release.REPOSITORY / ".github/workflows/release.yml").read_text(encoding="utf-8")
        named = re.findall(r"- \{ target: ([\w-]+),", workflow)
        self.assertEqual(sorted(named), sorted([*release.TARGETS] * 2))

    def test_binstall_finds_what_is_published(self):
        about = release.package()["metadata"]["binstall"]
        for target in release.TARGETS:
            windows = about["overrides"].get(target, {}).get("pkg-fmt") == "zip"
            self.assertEqual(release.archive_of(target).endswith(".zip"), windows, target)
        url = about["pkg-url"].replace("{ target }", "T").replace("{ archive-suffix }", ".tar.gz")
        self.assertTrue(url.endswith("/v{ version }/rapporteur-T.tar.gz"), url)
        self.assertEqual(about["bin-dir"], "rapporteur-{ target }/{ bin }{ binary-ext }")

    def test_the_helix_table_is_the_one_that_we_ship(self):
        ours = tomllib.loads((release.REPOSITORY / "editors/helix/languages.toml").read_text(encoding="utf-8"))["language"][0]
        theirs = tomllib.loads((HERE / "lists/helix/languages.toml").read_text(encoding="utf-8"))["language"][0]
        for key in ("name", "scope", "file-types", "language-servers"):
            self.assertEqual(theirs[key], ours[key], key)

    def test_the_extension_for_browsers_has_a_module_and_no_program(self):
        whole = {
            "extension.vsixmanifest": '<Identity TargetPlatform="web"/>',
            "extension/package.json": json.dumps({"browser": "./dist/web/extension.js"}),
            "extension/dist/web/extension.js": "",
            "extension/dist/web/server.js": "",
            "extension/dist/web/server.wasm": b"\0asm\1\0\0\0",
        }
        broken = [
            {"extension.vsixmanifest": '<Identity TargetPlatform="linux-x64"/>'},
            {"extension/package.json": json.dumps({"browser": "./dist/web/extension.js", "main": "./dist/extension.js"})},
            {"extension/package.json": json.dumps({"browser": "./dist/other.js"})},
            {"extension/package.json": "{}"},
            {"extension/server/rapporteur": PROGRAMS["x86_64-unknown-linux-gnu"]},
            {"extension/dist/web/server.js": None},
            {"extension/dist/web/server.wasm": None},
            {"extension/dist/web/server.wasm": PROGRAMS["x86_64-unknown-linux-gnu"]},
            {"extension/dist/web/server.wasm": b"\0asm" + bytes(release.LARGEST)},
        ]
        with tempfile.TemporaryDirectory() as folder:
            vsix = pathlib.Path(folder, "rapporteur-web.vsix")
            for change in [{}, *broken]:
                with zipfile.ZipFile(vsix, "w") as packed:
                    for name, content in (whole | change).items():
                        if content is not None:
                            packed.writestr(name, content)
                if change:
                    with self.assertRaises(release.Refusal, msg=change.keys()):
                        release.check_web(vsix)
                else:
                    self.assertEqual(release.check_web(vsix), 8)

    def test_the_workflow_makes_an_extension_for_browsers(self):
        workflow = (release.REPOSITORY / ".github/workflows/release.yml").read_text(encoding="utf-8")
        self.assertIn("node editors/web/core.mjs", workflow)
        self.assertIn("node editors/vscode/package.mjs --web", workflow)
        self.assertIn("packaging/release.py web editors/vscode/rapporteur-web.vsix", workflow)
        scripts = json.loads((release.REPOSITORY / "editors/vscode/package.json").read_text(encoding="utf-8"))["scripts"]
        self.assertEqual(scripts["package:web"], "node package.mjs --web")

    def test_the_commands_are_described(self):
        said = subprocess.run([sys.executable, HERE / "release.py", "--help"], capture_output=True, text=True, check=True).stdout
        for command in ("ready", "format", "archive", "checksums", "npm", "container", "manifests", "platform", "web"):
            self.assertIn(f"packaging/release.py {command}", said)


if __name__ == "__main__":
    unittest.main()
