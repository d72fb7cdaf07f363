// A user's machine for one test: a home folder without a configuration, and a folder of drafts.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));

/** What a script beside the tests has found, by the name of its variable. */
export function given(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} isn't set: the tests are run by the scripts in tests/editors`);
  return value;
}

/** What is found in the example in English, as it begins. */
export const FOUND = ["Footnote 3 has no text", "The labels jump from (b) to (d)", "Paragraph 3 is numbered twice", "“A/Res/90/211” is not written"];

/** Text as out of a PDF. */
export const PAGE_TEXT = `          The General Assembly,
          Recalling the long nights of the northern harbours and the
    lamps 1 that were kept alight in them by generations of
    keepers, whose names have been lost and whose work is still
    remembered,
    __________________
       1
           A/93/85.
\f          1.    Decides to light the lamps.
`;

export class Workspace {
  /** `program` is the server that is on the PATH; none where there is to be none. */
  constructor({ program = given("RAPPORTEUR_SERVER") } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
    this.home = join(this.folder, "home");
    this.drafts = join(this.folder, "drafts");
    mkdirSync(this.home);
    // The programs there are for those who build on the library.
    cpSync(join(REPOSITORY, "examples"), this.drafts, { recursive: true, filter: (from) => !from.endsWith(".rs") });
    const programs = join(this.folder, "bin");
    mkdirSync(programs);
    if (program) symlinkSync(program, join(programs, "rapporteur"));
    this.env = {
      ...process.env,
      HOME: this.home,
      XDG_CONFIG_HOME: join(this.home, ".config"),
      XDG_CACHE_HOME: join(this.home, ".cache"),
      XDG_STATE_HOME: join(this.home, ".local", "state"),
      XDG_DATA_HOME: join(this.home, ".local", "share"),
      PATH: programs + delimiter + process.env.PATH,
      LC_ALL: "C.UTF-8",
    };
    // What an editor would take for its own, when the tests are run inside one.
    for (const name of ["NVIM", "TMUX", "INSIDE_EMACS", "VSCODE_IPC_HOOK_CLI", "CODE_SERVER_SESSION_SOCKET"]) delete this.env[name];
  }

  path(name) {
    return join(this.drafts, name);
  }

  read(name) {
    return readFileSync(this.path(name), "utf8");
  }

  write(name, text) {
    writeFileSync(this.path(name), text);
  }

  remove() {
    // An editor that was ended may still be writing its last file.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
