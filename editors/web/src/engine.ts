// The worker as the page sees it: it is begun, asked, and begun again when it has come to an end by itself.
import type { Calls, FromWorker, ToWorker } from "./worker_messages";

/** How long an answer may take, in milliseconds, until the worker is taken for dead. */
const PATIENCE = 20_000;
/** How often it may end within so many milliseconds until it isn't begun again by itself. */
const [ENDS, WITHIN] = [3, 60_000];

/** What the page loads before there can be a worker. */
export interface Parts {
  core: WebAssembly.Module;
  /** The address of the worker's program. */
  program: string;
}

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

export interface EngineEvents {
  /** A message of the language server. */
  message(message: string): void;
  /** There is a new worker, which knows of nothing. */
  began(): void;
  /** The worker is gone; `again` says whether a new one begins now. */
  ended(again: boolean): void;
}

export class Engine {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastCall = 0;
  private ends: number[] = [];
  private watch: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly events: EngineEvents,
  ) {}

  get runs(): boolean {
    return this.worker !== undefined;
  }

  begin(): void {
    const worker = new Worker(this.parts.program, { name: "rapporteur" });
    this.worker = worker;
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (worker === this.worker) this.hear(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.worker) this.end(event.message);
    };
    this.post({ kind: "start", core: this.parts.core });
    this.expect();
    this.events.began();
  }

  /** Begins once more after it was given up. */
  beginAgain(): void {
    if (this.worker) return;
    this.ends = [];
    this.begin();
  }

  send(message: string): void {
    this.post({ kind: "message", message });
  }

  putFile(path: string, bytes: Uint8Array | undefined): void {
    this.post({ kind: "file", path, bytes });
  }

  call<Name extends keyof Calls>(name: Name, ...args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>> {
    return this.ask((id) => ({ kind: "call", id, name, args }));
  }

  look(path: string): Promise<Uint8Array | undefined> {
    return this.ask((id) => ({ kind: "look", id, path }));
  }

  /** An answer is due: a worker that says nothing at all any more is replaced. Whatever it says shows that it lives. */
  expect(): void {
    this.watch ??= setTimeout(() => this.end("no answer"), PATIENCE);
  }

  private ask<T>(message: (id: number) => ToWorker): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new EngineEnded());
      const id = ++this.lastCall;
      this.waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      this.post(message(id));
      this.expect();
    });
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private hear(message: FromWorker): void {
    clearTimeout(this.watch);
    this.watch = undefined;
    if (message.kind === "message") return this.events.message(message.message);
    if (message.kind === "trap") return this.end(message.why);
    if (message.kind === "started") return;
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.kind === "answer") waiting?.resolve(message.value as never);
    else waiting?.reject(new Error(message.sentence));
    if (this.waiting.size > 0) this.expect();
  }

  private end(why: string): void {
    console.error(`The worker has ended: ${why}`);
    clearTimeout(this.watch);
    this.watch = undefined;
    this.worker?.terminate();
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(new EngineEnded());
    this.waiting.clear();
    const now = performance.now();
    this.ends = [...this.ends.filter((end) => now - end < WITHIN), now];
    const again = this.ends.length < ENDS;
    this.events.ended(again);
    if (again) this.begin();
  }
}

/** What was asked is not answered any more, since the worker is another one now. */
export class EngineEnded extends Error {}
