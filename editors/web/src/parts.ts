// What the page needs before it can check anything. In a folder these are files beside it, in the single file they stand in it, packed.
import type { Parts } from "./engine";

/** The build says where the files are, by names that change with what is in them; the single file has none. */
declare const FILES: { core: string; worker: string; offline: string } | undefined;

/** What stands in the page as packed text. */
async function unpacked(id: string): Promise<Response> {
  const packed = document.getElementById(id)?.textContent ?? "";
  const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
  document.getElementById(id)?.remove();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

export async function loadParts(): Promise<Parts> {
  if (FILES) {
    const core = await compiled(await fetch(FILES.core));
    keepForOffline(FILES.offline);
    return { core, program: FILES.worker };
  }
  const program = URL.createObjectURL(new Blob([await (await unpacked("worker")).blob()], { type: "text/javascript" }));
  return { core: await WebAssembly.compile(await (await unpacked("core")).arrayBuffer()), program };
}

/** A server that doesn't know the type of such files serves them all the same. */
async function compiled(answer: Response): Promise<WebAssembly.Module> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  if (answer.headers.get("content-type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** Has the browser keep the page's files, so that it opens without a network. Where that can't be, the page works all the same. */
function keepForOffline(program: string): void {
  navigator.serviceWorker?.register(program).catch((error: unknown) => console.warn(error));
}
