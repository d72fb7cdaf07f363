// The worker that the server runs in, as the extension sees it.
import type { ReadFile } from "rapporteur-core";
import type { FromWorker, ToWorker } from "../../../web/src/worker_messages";
import type { Converted } from "../word";

/** Who waits for an answer. */
interface Asked {
  resolve: (answer: unknown) => void;
  reject: (refusal: Error) => void;
}

export class ServerWorker {
  /** Called with each message of the server, as JSON. */
  heard: (text: string) => void = () => {};
  /** Settles when the server has broken off, and says why. */
  readonly broken: Promise<string>;
  private readonly started: Promise<void>;
  /** Those who wait for an answer; they get none from a server that has gone. */
  private readonly asked = new Map<number, Asked>();
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
          return this.heard(data.message);
        case "answer":
          return this.take(data.id)?.resolve(data.value);
        case "refusal":
          return this.take(data.id)?.reject(new Error(data.sentence));
        case "trap":
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
    this.post({ kind: "message", message: text });
  }

  put(path: string, bytes: Uint8Array): void {
    this.post({ kind: "file", path, bytes });
  }

  remove(path: string): void {
    this.post({ kind: "file", path, bytes: undefined });
  }

  /** A file that was handed over, or a page that the server has made. */
  read(path: string): Promise<Uint8Array | undefined> {
    return this.ask((id) => ({ kind: "look", id, path }));
  }

  /** The draft in a Word document, by the document's name and content. Fails with a sentence where it can't be read. */
  async convert(name: string, bytes: Uint8Array, language: string): Promise<Converted | undefined> {
    const read = await this.ask<ReadFile>((id) => ({ kind: "call", id, name: "read", args: [name, bytes, { interface: language }] }));
    return read && { draft: read.text, remark: read.losses.map(({ message }) => message).join(" ") };
  }

  end(): void {
    this.worker.terminate();
    for (const { resolve } of this.asked.values()) resolve(undefined);
    this.asked.clear();
  }

  private ask<T>(question: (id: number) => ToWorker): Promise<T | undefined> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.asked.set(id, { resolve: (answer) => resolve(answer as T | undefined), reject });
      this.post(question(id));
    });
  }

  private take(id: number): Asked | undefined {
    const asked = this.asked.get(id);
    this.asked.delete(id);
    return asked;
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }
}
