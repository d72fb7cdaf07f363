#!/usr/bin/env node
"use strict";
// Runs the program of the package that npm has installed beside this one for this system and processor.
const { spawn } = require("node:child_process");

/** The names that the program's package may have here, the likelier first. */
function packages() {
  const { platform, arch } = process;
  if (platform !== "linux") {
    return [`rapporteur-${platform}-${arch}`];
  }
  // Where there is no C library of GNU, as on Alpine, the program that stands alone runs; it does elsewhere, too.
  const gnu = Boolean(process.report?.getReport().header.glibcVersionRuntime);
  const names = [`rapporteur-linux-${arch}-gnu`, `rapporteur-linux-${arch}-musl`];
  return gnu ? names : names.reverse().slice(0, 1);
}

/** The program's path, `undefined` where its package is missing. */
function program() {
  const file = process.platform === "win32" ? "rapporteur.exe" : "rapporteur";
  for (const name of packages()) {
    try {
      return require.resolve(`${name}/bin/${file}`);
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}

const found = program();
if (found === undefined) {
  console.error(
    `rapporteur: There is no program for ${process.platform} on ${process.arch} here. It comes in one of the packages ` +
      `${packages().join(", ")}; install again without --omit=optional.`,
  );
  process.exit(2);
}
const child = spawn(found, process.argv.slice(2), { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  // It ends what it is doing by itself, and says how.
  process.on(signal, () => child.kill(signal));
}
child.on("error", (error) => {
  console.error(`rapporteur: ${found} could not be started: ${error.message}`);
  process.exit(2);
});
child.on("exit", (code, signal) => {
  if (signal !== null) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exit(code);
  }
});
