// In Node.js the module is read from the disk, at once.
import { readFileSync } from "node:fs";
import { initSync } from "./rapporteur_web.js";

initSync({ module: readFileSync(new URL("./rapporteur_web_bg.wasm", import.meta.url)) });

export { LanguageServer, check, compare, concord, fix, format, inspect, read, write } from "./rapporteur_web.js";
