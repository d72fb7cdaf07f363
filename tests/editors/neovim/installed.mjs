// A user's machine with the plugin.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { REPOSITORY, Workspace } from "../harness/workspace.mjs";

export const PLUGIN = join(REPOSITORY, "editors", "neovim");

/** Installed by a plain copy, as its page says. */
export function installed(configuration = "") {
  const workspace = new Workspace();
  const start = join(workspace.env.XDG_DATA_HOME, "nvim/site/pack/rapporteur/start");
  mkdirSync(start, { recursive: true });
  cpSync(PLUGIN, join(start, "rapporteur"), { recursive: true });
  configure(workspace, configuration);
  return workspace;
}

/** Writes the user's init.lua. */
export function configure(workspace, configuration) {
  const file = join(workspace.env.XDG_CONFIG_HOME, "nvim", "init.lua");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `vim.o.swapfile = false\n${configuration}`);
}
