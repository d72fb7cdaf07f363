// How files are called: VS Code's URIs of any scheme, and the paths by which the server knows them, which are Unix's.
//
// A local file has its own path. Any other one is put below a folder that says where it comes from: `vscode-vfs://github/a/b` is
// `/vscode-vfs:github/a/b`. The pages that the server makes lie in a folder of their own, and have a scheme of their own.

/** A URI's parts, decoded, as VS Code has them. */
export interface Address {
  scheme: string;
  authority: string;
  path: string;
  query: string;
  fragment: string;
}

/** The scheme of the server's pages, the folder in which they are, and the server's own name for that folder. */
export const PAGES = "rapporteur";
const PAGES_FOLDER = "/rapporteur/";
export const PAGES_OF_SERVER = "/.rapporteur/";

/** What stands at the beginning of a path for where it comes from. */
const ORIGIN = /^\/([^/:]+):([^/?#]*)(?:\?([^/#]*))?(?:#([^/]*))?(?=\/)/;

/** The server's path of a file; none of what is no file, such as a text that isn't saved yet. */
export function serverPath({ scheme, authority, path, query, fragment }: Address): string | undefined {
  if (!path.startsWith("/") || scheme === "untitled") return undefined;
  if (scheme === PAGES && path.startsWith(PAGES_FOLDER)) return PAGES_OF_SERVER + path.slice(PAGES_FOLDER.length);
  const isPlain = scheme === "file" && !authority && !query && !fragment;
  // A local path that looks as if it came from elsewhere is said to be local.
  if (isPlain && !ORIGIN.test(path) && !path.startsWith(PAGES_OF_SERVER)) return path;
  const parts = [`/${scheme}:${encodeURIComponent(authority)}`];
  if (query) parts.push(`?${encodeURIComponent(query)}`);
  if (fragment) parts.push(`#${encodeURIComponent(fragment)}`);
  return parts.join("") + path;
}

/** The file that the server knows by a path. */
export function addressOf(path: string): Address {
  if (path.startsWith(PAGES_OF_SERVER)) return { scheme: PAGES, authority: "", path: PAGES_FOLDER + path.slice(PAGES_OF_SERVER.length), query: "", fragment: "" };
  const [origin, scheme = "file", ...parts] = ORIGIN.exec(path) ?? [""];
  const [authority = "", query = "", fragment = ""] = parts.map((part) => decodeURIComponent(part ?? ""));
  return { scheme, authority, path: path.slice(origin.length), query, fragment };
}
