// Where the server is, and what to say when it isn't there.
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { say } from "../texts";

const PROGRAM = process.platform === "win32" ? "rapporteur.exe" : "rapporteur";

/** A program to start, or a sentence that says why there is none and what to do. */
export type Found = { path: string; problem?: undefined } | { path?: undefined; problem: string };

/**
 * The user's own server if one is set, else the one inside the extension, else the one on the PATH.
 * A setting that leads nowhere is never passed over: the user would wonder which server runs.
 */
export function findServer(setting: string, extensionPath: string): Found {
  if (setting) {
    const path = setting.replace(/^~(?=[\\/])/, homedir());
    const wrong = whatIsWrong(path);
    return wrong ? { problem: sentence(wrong, path) } : { path };
  }
  const places = [join(extensionPath, "server"), ...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean)];
  const path = places.map((place) => join(place, PROGRAM)).find((place) => !whatIsWrong(place));
  return path
    ? { path }
    : { problem: say("Rapporteur can't start: this build of the extension has no server for your computer. Install the program `rapporteur`, and set its full path in the settings.") };
}

type Wrong = "folder" | "missing" | "forbidden";

function whatIsWrong(path: string): Wrong | undefined {
  try {
    if (!statSync(path).isFile()) return "folder";
  } catch {
    return "missing";
  }
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return "forbidden";
  }
  return undefined;
}

function sentence(wrong: Wrong, path: string): string {
  switch (wrong) {
    case "folder":
      return say("Rapporteur can't start: {0}, the server in your settings, is a folder, not a program. Correct the setting, or clear it to use the server that came with the extension.", path);
    case "missing":
      return say("Rapporteur can't start: {0}, the server in your settings, doesn't exist. Correct the setting, or clear it to use the server that came with the extension.", path);
    case "forbidden":
      return say("Rapporteur can't start: {0}, the server in your settings, may not be run as a program. Correct the setting, or clear it to use the server that came with the extension.", path);
  }
}
