// Where the server is, and what to say when it isn't there.
import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

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
    return wrong
      ? { problem: `Rapporteur can't start: ${path}, the server in your settings, ${wrong}. Correct the setting, or clear it to use the server that came with the extension.` }
      : { path };
  }
  const places = [join(extensionPath, "server"), ...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean)];
  const path = places.map((place) => join(place, PROGRAM)).find((place) => !whatIsWrong(place));
  return path
    ? { path }
    : { problem: "Rapporteur can't start: this build of the extension has no server for your computer. Install the program `rapporteur`, and set its full path in the settings." };
}

function whatIsWrong(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return "is a folder, not a program";
  } catch {
    return "doesn't exist";
  }
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return "may not be run as a program";
  }
  return undefined;
}
