// The language client that speaks with the server in the worker.
import { AbstractMessageReader, AbstractMessageWriter, BaseLanguageClient, type DataCallback, type LanguageClientOptions, type Message, type MessageTransports, type StaticFeature } from "vscode-languageclient/browser";
import { PAGES_OF_SERVER } from "./addresses";
import type { ServerWorker } from "./server_worker";

class WorkerReader extends AbstractMessageReader {
  constructor(
    private readonly worker: ServerWorker,
    private readonly namesPage: () => void,
  ) {
    super();
    void worker.broken.then((why) => {
      this.fireError(new Error(why));
      this.fireClose();
    });
  }

  listen(callback: DataCallback) {
    this.worker.heard = (text) => {
      callback(JSON.parse(text) as Message);
      if (text.includes(PAGES_OF_SERVER)) this.namesPage();
    };
    return { dispose: () => (this.worker.heard = () => {}) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: ServerWorker) {
    super();
  }

  write(message: Message): Promise<void> {
    this.worker.send(JSON.stringify(message));
    return Promise.resolve();
  }

  end(): void {}
}

/** Files are handed over before the server is told of them: it isn't asked which it wants to have watched. And they may be anywhere. */
const HANDS_FILES_OVER: StaticFeature = {
  fillClientCapabilities: ({ workspace }) => {
    if (workspace) delete workspace.didChangeWatchedFiles;
  },
  preInitialize: ({ workspace }) => {
    const { willRename, didRename } = workspace?.fileOperations ?? {};
    for (const filter of [willRename, didRename].flatMap((operation) => operation?.filters ?? [])) delete filter.scheme;
  },
  initialize: () => {},
  getState: () => ({ kind: "static" }),
  clear: () => {},
};

export class WorkerClient extends BaseLanguageClient {
  /** `namesPage` is called after each message in which one of the server's pages is named. */
  constructor(
    private readonly worker: ServerWorker,
    options: LanguageClientOptions,
    private readonly namesPage: () => void,
  ) {
    super("rapporteur", "Rapporteur", options);
    this.registerFeature(HANDS_FILES_OVER);
  }

  protected override createMessageTransports(): Promise<MessageTransports> {
    return Promise.resolve({ reader: new WorkerReader(this.worker, this.namesPage), writer: new WorkerWriter(this.worker) });
  }
}
