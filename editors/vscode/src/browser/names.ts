// VS Code's URIs for the server, and the server's for VS Code.
import { Uri } from "vscode";
import type { FileNames } from "../host";
import { addressOf, serverPath } from "./addresses";

export const NAMES: FileNames = {
  toServer(uri) {
    const path = serverPath(uri);
    return (path === undefined ? uri : Uri.from({ scheme: "file", path })).toString();
  },
  fromServer(text) {
    const uri = Uri.parse(text);
    return uri.scheme === "file" ? Uri.from(addressOf(uri.path)) : uri;
  },
};
