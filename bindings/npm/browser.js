// In a browser the module is fetched from beside this file, where bundlers put it, too.
import init from "./rapporteur_web.js";

await init({ module_or_path: new URL("./rapporteur_web_bg.wasm", import.meta.url) });

export { LanguageServer, check, compare, concord, fix, format, inspect, read, write } from "./rapporteur_web.js";
