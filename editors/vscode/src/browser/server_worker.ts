// The worker that the server runs in, as the extension sees it.
import type { Converted } from "../word";
import type { FromWorker, ToWorker } from "./worker_messages";

export class ServerWorker {
  /** Called with each message of the server, as JSON. */
  heard: (text: string) => void = () => {};
  /** Settles when the server has broken off, and says why. */
  readonly broken: Promise<string>;
  private readonly started: Promise<void>;
  /** Those who wait for an answer; they get none from a server that has gone. */
  private readonly asked = new Map<number, (answer: unknown) => void>();
  private count = 0;

  private constructor(private readonly worker: Worker) {
    let start!: () => void;
    let breakOff!: (why: string) => void;
    this.started = new Promise((resolve) => (start = resolve));
    this.broken = new Promise((resolve) => (breakOff = resolve));
    worker.onerror = (event) => breakOff(event.message);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case "started":
          return start();
        case "message":
          return this.heard(data.text);
        case "answer":
          this.asked.get(data.id)?.(data.answer);
          this.asked.delete(data.id);
          return undefined;
        case "broken":
          return breakOff(data.why);
      }
    };
    void this.broken.then(() => this.end());
  }

  /**
   * Starts the server in a worker. The script is handed over as text: VS Code makes no workers of addresses on another computer,
   * where an extension may lie.
   */
  static async start(script: Uint8Array<ArrayBuffer>, core: WebAssembly.Module): Promise<ServerWorker> {
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    try {
      const server = new ServerWorker(new Worker(address, { name: "Rapporteur" }));
      server.post({ kind: "start", core });
      await Promise.race([server.started, server.broken.then((why) => Promise.reject(new Error(why)))]);
      return server;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  send(text: string): void {
    this.post({ kind: "message", text });
  }

  put(path: string, bytes: Uint8Array): void {
    this.post({ kind: "file", path, bytes });
  }

  remove(path: string): void {
    this.post({ kind: "gone", path });
  }

  /** A file that was handed over, or a page that the server has made. */
  read(path: string): Promise<Uint8Array | undefined> {
    return this.ask((id) => ({ kind: "read", id, path }));
  }

  /** The draft in a Word document, by the document's name and content. */
  convert(name: string, bytes: Uint8Array, language: string): Promise<Converted | undefined> {
    return this.ask((id) => ({ kind: "convert", id, name, bytes, language }));
  }

  end(): void {
    this.worker.terminate();
    for (const settle of this.asked.values()) settle(undefined);
    this.asked.clear();
  }

  private ask<T>(question: (id: number) => ToWorker): Promise<T | undefined> {
    const id = ++this.count;
    return new Promise((resolve) => {
      this.asked.set(id, (answer) => resolve(answer as T | undefined));
      this.post(question(id));
    });
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }
}
