// Files: opened from the disk, and saved there. Where the browser can write into a file that was opened, it does; elsewhere what is
// saved is a download.

/** A file that a person has chosen. */
export interface Chosen {
  name: string;
  bytes: Uint8Array;
  /** By which the file can be written again. */
  handle?: FileSystemFileHandle;
}

/** Not all browsers have these. */
interface Pickers {
  showOpenFilePicker?: (options: unknown) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: unknown) => Promise<FileSystemFileHandle>;
}
const pickers = window as unknown as Pickers;

const READABLE = ".txt,.md,.markdown,.resolution,.docx,.xml,.akn,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const isCancelled = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

export const chosen = async (file: File): Promise<Chosen> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

/** Asks for files. None are chosen when the person changes their mind. */
export async function pickFiles(several = false): Promise<Chosen[]> {
  if (pickers.showOpenFilePicker) {
    try {
      const handles = await pickers.showOpenFilePicker({ multiple: several });
      return await Promise.all(handles.map(async (handle) => ({ ...(await chosen(await handle.getFile())), handle })));
    } catch (error) {
      if (isCancelled(error)) return [];
      throw error;
    }
  }
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = several;
  input.accept = READABLE;
  return new Promise((resolve) => {
    input.addEventListener("cancel", () => resolve([]));
    input.addEventListener("change", () => void Promise.all([...(input.files ?? [])].map(chosen)).then(resolve));
    input.click();
  });
}

/** Asks where a file is to be, and writes it there; gives its name, and nothing when the person changes their mind. */
export async function saveAs(name: string, bytes: Uint8Array, type: string): Promise<{ name: string; handle?: FileSystemFileHandle } | undefined> {
  if (pickers.showSaveFilePicker) {
    try {
      const handle = await pickers.showSaveFilePicker({ suggestedName: name });
      await writeInto(handle, bytes);
      return { name: handle.name, handle };
    } catch (error) {
      if (isCancelled(error)) return undefined;
      throw error;
    }
  }
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold of the bytes by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { name };
}

export async function writeInto(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(bytes as BufferSource);
  await stream.close();
}

/** A name without its ending. */
export const stem = (name: string): string => name.replace(/(\.resolution)?\.[a-z]+$/i, "") || name;
