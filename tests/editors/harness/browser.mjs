// The browser in which windows are looked at: Debian's Chromium, without a way out of this machine.
import { createRequire } from "node:module";
import { given } from "./workspace.mjs";

const { chromium } = createRequire(`${given("RAPPORTEUR_BROWSER")}/`)("playwright-core");

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** Opens the browser with a new user's folder. `args` come beside those that all tests have. */
export const open = (folder, { args = [], ...options } = {}) =>
  chromium.launchPersistentContext(folder, { executablePath: "/usr/bin/chromium", headless: true, timeout: 60_000, args: [...ARGUMENTS, ...args], ...options });

/** Opens the browser for a moment's work. */
export const launch = () => chromium.launch({ executablePath: "/usr/bin/chromium", timeout: 60_000, args: ARGUMENTS });
