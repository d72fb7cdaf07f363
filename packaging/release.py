#!/usr/bin/env python3
"""Makes what is published out of the programs that were built, and says whether a version may be tagged.

    packaging/release.py ready [TAG]                        what is missing before a tag; all that is said must be done first
    packaging/release.py version                            the version in Cargo.toml
    packaging/release.py format PROGRAM TARGET              fails unless the program is one for that target
    packaging/release.py archive TARGET PROGRAM OUT [MORE]  the archive of one target, with MORE files in it
    packaging/release.py checksums OUT                      SHA256SUMS of all archives there
    packaging/release.py npm OUT PACKAGES                   npm packages out of the archives
    packaging/release.py container OUT CONTEXT              what the container image is made of, out of the archives
    packaging/release.py manifests OUT FILLED               the files for other people's lists, with the archives' checksums
    packaging/release.py platform TARGET                    what VS Code calls a target
    packaging/release.py web VSIX                           fails unless it is an extension for browsers: a module, and no program
    packaging/release.py npm-name TARGET                    what its package is called on npm

The same programs give the same bytes, if SOURCE_DATE_EPOCH says when they were made. Standard library only, Python 3.11 or later.
"""

import datetime
import gzip
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import struct
import sys
import tarfile
import tomllib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent
# No program may be larger, in bytes: 20 MB, counted as file managers do.
LARGEST = 20 << 20
# The oldest C library of GNU that programs for Linux ask for, as in manylinux2014.
OLDEST_GLIBC = (2, 17)
# The oldest macOS that Rust's own libraries run on.
OLDEST_MACOS = {"x86_64": (10, 12), "aarch64": (11, 0)}

# For each target: what VS Code calls it, and what npm does (system, processor, C library).
TARGETS = {
    "x86_64-unknown-linux-gnu": ("linux-x64", ("linux", "x64", "glibc")),
    "aarch64-unknown-linux-gnu": ("linux-arm64", ("linux", "arm64", "glibc")),
    "x86_64-unknown-linux-musl": ("alpine-x64", ("linux", "x64", "musl")),
    "aarch64-unknown-linux-musl": ("alpine-arm64", ("linux", "arm64", "musl")),
    "x86_64-apple-darwin": ("darwin-x64", ("darwin", "x64", None)),
    "aarch64-apple-darwin": ("darwin-arm64", ("darwin", "arm64", None)),
    "x86_64-pc-windows-msvc": ("win32-x64", ("win32", "x64", None)),
    "aarch64-pc-windows-msvc": ("win32-arm64", ("win32", "arm64", None)),
}
# What lies beside the program in an archive.
BESIDE = ["LICENSE", "README.md", "CHANGELOG.md"]


class Refusal(Exception):
    """What a person has to do before this can go on."""


def program_of(target):
    return "rapporteur.exe" if "windows" in target else "rapporteur"


def archive_of(target):
    return f"rapporteur-{target}" + (".zip" if "windows" in target else ".tar.gz")


def npm_name(target):
    system, processor, library = TARGETS[target][1]
    return "-".join(["rapporteur", system, processor] + ([{"glibc": "gnu"}.get(library, library)] if library else []))


def package():
    return tomllib.loads((REPOSITORY / "Cargo.toml").read_text(encoding="utf-8"))["package"]


def repository():
    """Where the repository is published, as Cargo.toml has it. It is the one thing that nobody can fill in beforehand."""
    address = package().get("repository", "")
    if not re.fullmatch(r"https://github\.com/[\w.-]+/[\w.-]+", address):
        raise Refusal('Cargo.toml has no `repository = "https://github.com/OWNER/NAME"`: docs/publishing.md, “Once”.')
    return address


# ---- What a version is called, everywhere ----


def versions():
    """Each place that names the version, and the version that it names."""
    text = lambda name: (REPOSITORY / name).read_text(encoding="utf-8")
    found = {"Cargo.toml": package()["version"]}
    lock = tomllib.loads(text("Cargo.lock"))["package"]
    found["Cargo.lock"] = next(entry["version"] for entry in lock if entry["name"] == "rapporteur")
    found["editors/vscode/package.json"] = json.loads(text("editors/vscode/package.json"))["version"]
    lock = json.loads(text("editors/vscode/package-lock.json"))
    found["editors/vscode/package-lock.json"] = lock["version"]
    found["editors/vscode/package-lock.json, the package itself"] = lock["packages"][""]["version"]
    found["editors/emacs/rapporteur.el"] = re.search(r"^;; Version: (\S+)$", text("editors/emacs/rapporteur.el"), re.M)[1]
    found["editors/web/package.json"] = json.loads(text("editors/web/package.json"))["version"]
    lock = json.loads(text("editors/web/package-lock.json"))
    found["editors/web/package-lock.json"] = lock["version"]
    found["editors/web/package-lock.json, the package itself"] = lock["packages"][""]["version"]
    found["bindings/npm/package.json"] = json.loads(text("bindings/npm/package.json"))["version"]
    found["bindings/web/Cargo.toml"] = tomllib.loads(text("bindings/web/Cargo.toml"))["package"]["version"]
    for entry in tomllib.loads(text("bindings/web/Cargo.lock"))["package"]:
        if entry["name"] in ("rapporteur", "rapporteur-web"):
            found[f"bindings/web/Cargo.lock, {entry['name']}"] = entry["version"]
    found["packaging/zed/extension.toml"] = tomllib.loads(text("packaging/zed/extension.toml"))["version"]
    found["CHANGELOG.md"] = changes()[0]
    return found


def changes():
    """The newest version of the changelog, and what stands behind it: a day, or “in progress”."""
    text = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## \[?(\d+\.\d+\.\d+)\]?(?: - (.+))?$", text, re.M)
    return found[1], found[2] or ""


def missing(tag=None):
    """What has to be done before this version can be tagged, in the order in which to do it."""
    found = versions()
    version = found["Cargo.toml"]
    told = [f"{place} says {other}, and Cargo.toml {version}." for place, other in found.items() if other != version]
    day = changes()[1]
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        told.append(f"CHANGELOG.md says “{day}” of {version}, where the day of the release must stand (2030-01-31).")
    try:
        repository()
    except Refusal as refusal:
        told.append(str(refusal))
    if tag is not None and tag != f"v{version}":
        told.append(f"The tag is {tag}, and Cargo.toml says {version}: the tag must be v{version}.")
    return told


# ---- What a program is built for ----


def described(data):
    """What a program's own bytes say it is for: format, processor, and what it needs."""
    processors = {62: "x86_64", 183: "aarch64", 0x01000007: "x86_64", 0x0100000C: "aarch64", 0x8664: "x86_64", 0xAA64: "aarch64"}
    if data[:4] == b"\x7fELF":
        machine = struct.unpack_from("<H", data, 18)[0]
        needs = max((tuple(map(int, found.split(b"."))) for found in re.findall(rb"GLIBC_(\d+\.\d+)", data)), default=None)
        interpreter = re.search(rb"/lib(?:64)?/(ld-[\w.-]+)", elf_interpreter(data))
        system = "linux-gnu" if interpreter and interpreter[1].startswith(b"ld-linux") else "linux-musl"
        return {"system": system, "processor": processors.get(machine), "needs": needs, "stripped": b".symtab\0" not in data,
                "static": interpreter is None}
    if data[:4] == b"\xcf\xfa\xed\xfe":
        machine, _, _, commands = struct.unpack_from("<IIII", data, 4)
        needs, at = None, 32
        for _ in range(commands):
            command, size = struct.unpack_from("<II", data, at)
            # LC_BUILD_VERSION and LC_VERSION_MIN_MACOSX tell the oldest system.
            if command in (0x32, 0x24):
                oldest = struct.unpack_from("<I", data, at + (12 if command == 0x32 else 8))[0]
                needs = (oldest >> 16, oldest >> 8 & 0xFF)
            at += size
        return {"system": "darwin", "processor": processors.get(machine), "needs": needs}
    if data[:2] == b"MZ":
        at = struct.unpack_from("<I", data, 60)[0]
        if data[at : at + 4] == b"PE\0\0":
            machine = struct.unpack_from("<H", data, at + 4)[0]
            return {"system": "windows", "processor": processors.get(machine), "needs": None}
    raise Refusal("This is no program for Linux, macOS or Windows.")


def elf_interpreter(data):
    """The program that an ELF file names to be loaded by, empty in one that stands alone."""
    table = struct.unpack_from("<Q", data, 32)[0]
    size, count = struct.unpack_from("<HH", data, 54)
    for at in range(table, table + size * count, size):
        if struct.unpack_from("<I", data, at)[0] == 3:
            offset = struct.unpack_from("<Q", data, at + 8)[0]
            return data[offset : data.index(b"\0", offset)]
    return b""


def check_format(program, target):
    """Fails unless a program is one for this target that users can run."""
    data = pathlib.Path(program).read_bytes()
    found = described(data)
    processor, system = target.split("-")[0], next(s for s in ("linux-gnu", "linux-musl", "darwin", "windows") if s in target)
    if (found["system"], found["processor"]) != (system, processor):
        raise Refusal(f"{program} is a program for {found['processor']} {found['system']}, not for {target}.")
    if system == "linux-gnu" and found["needs"] and found["needs"] > OLDEST_GLIBC:
        raise Refusal(f"{program} asks for glibc {'.'.join(map(str, found['needs']))}, and may ask for 2.17 at most.")
    if system == "linux-musl" and not found["static"]:
        raise Refusal(f"{program} needs a C library beside it, and should stand alone.")
    if system == "darwin" and found["needs"] and found["needs"] > OLDEST_MACOS[processor]:
        raise Refusal(f"{program} asks for macOS {'.'.join(map(str, found['needs']))}, later than Rust's own libraries do.")
    if len(data) > LARGEST:
        raise Refusal(f"{program} has {len(data):,} bytes, and may have {LARGEST:,} at most.")
    return found, len(data)


# ---- Archives ----


def moment():
    return int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))


def make_archive(target, program, out, more=()):
    """An archive with one folder in it, named as the archive; the same files give the same bytes."""
    folder = f"rapporteur-{target}"
    files = [(program_of(target), pathlib.Path(program), 0o755)]
    files += [(name, REPOSITORY / name, 0o644) for name in BESIDE]
    for path in map(pathlib.Path, more):
        inside = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        files += [(file.relative_to(path.parent).as_posix(), file, 0o644) for file in inside]
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    made = out / archive_of(target)
    if made.suffix == ".zip":
        when = datetime.datetime.fromtimestamp(moment(), datetime.timezone.utc).timetuple()[:6]
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, path, mode in files:
                entry = zipfile.ZipInfo(f"{folder}/{name}", when)
                entry.external_attr, entry.compress_type = (0o100000 | mode) << 16, zipfile.ZIP_DEFLATED
                # As on Unix, so that modes are kept, wherever this runs.
                entry.create_system = 3
                archive.writestr(entry, path.read_bytes())
        return made
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, path, mode in files:
            entry = tarfile.TarInfo(f"{folder}/{name}")
            data = path.read_bytes()
            entry.size, entry.mode, entry.mtime = len(data), mode, moment()
            archive.addfile(entry, io.BytesIO(data))
    with open(made, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as archive:
        archive.write(packed.getvalue())
    return made


def program_in(out, target):
    """A program's bytes, out of its archive."""
    path, name = pathlib.Path(out) / archive_of(target), f"rapporteur-{target}/{program_of(target)}"
    if not path.is_file():
        raise Refusal(f"{path} is missing: all {len(TARGETS)} archives must lie there.")
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)
    with tarfile.open(path) as archive:
        return archive.extractfile(name).read()


def checksum(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def checksums(out):
    """SHA256SUMS, as sha256sum(1) checks it, of all that lies there."""
    out = pathlib.Path(out)
    files = sorted(path for path in out.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    made = out / "SHA256SUMS"
    made.write_text("".join(f"{checksum(path)}  {path.name}\n" for path in files), encoding="utf-8")
    return made


# ---- npm ----


def npm_packages(out, packages, targets=None):
    """A package for each target whose archive is there, and the one that people install, which names them all."""
    packages = pathlib.Path(packages)
    about = package()
    shared = {"version": about["version"], "license": about["license"], "keywords": about["keywords"]}
    try:
        shared["repository"] = {"type": "git", "url": f"git+{repository()}.git"}
    except Refusal:
        # For a trial; `ready` has refused a release before.
        pass
    made = []
    for target in targets or TARGETS:
        system, processor, library = TARGETS[target][1]
        folder = packages / npm_name(target)
        (folder / "bin").mkdir(parents=True, exist_ok=True)
        program = folder / "bin" / program_of(target)
        program.write_bytes(program_in(out, target))
        program.chmod(0o755)
        described = f"The program of rapporteur for {target}; install the package rapporteur instead."
        manifest = {"name": npm_name(target), "description": described, **shared, "os": [system], "cpu": [processor]}
        if library:
            manifest["libc"] = [library]
        # Programs are run from where they lie, also where packages are kept in archives.
        manifest |= {"preferUnplugged": True, "files": ["bin"]}
        write_json(folder / "package.json", manifest)
        (folder / "README.md").write_text(f"# {npm_name(target)}\n\n{described}\n", encoding="utf-8")
        shutil.copy(REPOSITORY / "LICENSE", folder / "LICENSE")
        made.append(folder)
    folder = packages / "rapporteur"
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "npm" / "rapporteur.js", folder / "bin" / "rapporteur.js")
    (folder / "bin" / "rapporteur.js").chmod(0o755)
    shutil.copy(REPOSITORY / "LICENSE", folder / "LICENSE")
    shutil.copy(HERE / "about.md", folder / "README.md")
    manifest = {"name": "rapporteur", "description": about["description"], **shared, "engines": {"node": ">=18"},
                "bin": {"rapporteur": "bin/rapporteur.js"}, "files": ["bin"],
                "optionalDependencies": {npm_name(target): about["version"] for target in TARGETS}}
    write_json(folder / "package.json", manifest)
    return [*made, folder]


def check_web(vsix):
    """The size of the module in an extension for browsers. Fails unless all that it runs is there, and nothing that it can't run."""
    with zipfile.ZipFile(vsix) as packed:
        names = packed.namelist()
        manifest = json.loads(packed.read("extension/package.json"))
        if 'TargetPlatform="web"' not in packed.read("extension.vsixmanifest").decode():
            raise Refusal(f"{vsix} isn't for browsers.")
        programs = [name for name in names if name.startswith("extension/server/")]
        if programs or "main" in manifest:
            raise Refusal(f"{vsix} has a program in it, or asks for one: {', '.join(programs) or manifest['main']}")
        entry = str(pathlib.PurePosixPath("extension", manifest.get("browser", "missing")))
        for name in (entry, "extension/dist/web/server.js", "extension/dist/web/server.wasm"):
            if name not in names:
                raise Refusal(f"{vsix} has no {name}.")
        module = packed.read("extension/dist/web/server.wasm")
    if not module.startswith(b"\0asm"):
        raise Refusal(f"{vsix}: server.wasm is no module of WebAssembly.")
    if len(module) > LARGEST:
        raise Refusal(f"{vsix}: server.wasm has {len(module)} bytes, and may have {LARGEST} at most.")
    return len(module)


def write_json(path, value):
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


# ---- The container image ----


def container_context(out, context, targets=("x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl")):
    """The programs that stand alone, where the Containerfile looks for them: a folder for each processor."""
    context = pathlib.Path(context)
    for target in targets:
        folder = context / "linux" / {"x86_64": "amd64", "aarch64": "arm64"}[target.split("-")[0]]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "rapporteur").write_bytes(program_in(out, target))
        (folder / "rapporteur").chmod(0o755)
    shutil.copy(REPOSITORY / "LICENSE", context / "LICENSE")
    shutil.copy(HERE / "container" / "Containerfile", context / "Containerfile")


# ---- Files for other people's lists ----


def manifests(out, filled):
    """Fills `<<version>>`, `<<repository>>`, `<<owner>>`, `<<name>>`, `<<sha256:TARGET>>` and `<<SHA256:TARGET>>` in all that lies
    in `packaging/lists/`, and writes it into a folder with the same names, where `VERSION` is the version."""
    address, version = repository(), package()["version"]
    owner, name = address.split("/")[-2:]
    values = {"version": version, "repository": address, "owner": owner, "name": name}

    def value(found):
        what, target = found[1], found[2]
        if target is None and what in values:
            return values[what]
        if what.lower() == "sha256" and target in TARGETS:
            path = pathlib.Path(out) / archive_of(target)
            if not path.is_file():
                raise Refusal(f"{path} is missing: a checksum is taken of the archive itself.")
            return checksum(path).upper() if what == "SHA256" else checksum(path)
        raise Refusal(f"Nobody knows what {found[0]} stands for.")

    made = []
    for path in sorted(file for file in (HERE / "lists").rglob("*") if file.is_file()):
        to = pathlib.Path(filled) / str(path.relative_to(HERE / "lists")).replace("VERSION", version)
        to.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        to.write_text(re.sub(r"<<(\w+)(?::([\w-]+))?>>", value, text), encoding="utf-8", newline="\n")
        made.append(to)
    return made


def main(arguments):
    command, *rest = arguments or ["--help"]
    match command, rest:
        case "ready", _ if len(rest) <= 1:
            told = missing(*rest)
            if told:
                raise Refusal("\n".join(told))
            print(f"Everything says {package()['version']}, and it may be tagged v{package()['version']}.")
        case "version", []:
            print(package()["version"])
        case "platform", [target]:
            print(TARGETS[target][0])
        case "web", [vsix]:
            print(f"web: {check_web(vsix) / (1 << 20):.1f} MB")
        case "npm-name", [target]:
            print(npm_name(target))
        case "format", [program, target]:
            found, size = check_format(program, target)
            needs = f", needs {'.'.join(map(str, found['needs']))}" if found["needs"] else ""
            print(f"{target}: {found['processor']} {found['system']}{needs}, {size / (1 << 20):.1f} MB")
        case "archive", [target, program, out, *more]:
            check_format(program, target)
            print(make_archive(target, program, out, more))
        case "checksums", [out]:
            print(checksums(out))
        case "npm", [out, packages]:
            for folder in npm_packages(out, packages):
                print(folder)
        case "container", [out, context]:
            container_context(out, context)
        case "manifests", [out, filled]:
            for path in manifests(out, filled):
                print(path)
        case _:
            print(__doc__.strip())
            return 0 if command in ("-h", "--help") else 2
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Refusal as refusal:
        sys.exit(str(refusal))
