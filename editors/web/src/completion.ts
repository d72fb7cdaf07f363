// What may be written at the cursor, as the server offers it.
import { autocompletion, type Completion, type CompletionContext, type CompletionResult, pickedCompletion } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import type { Client } from "./client";
import { markdown } from "./markdown";
import { editsIn, offsetAt, positionAt } from "./places";

/** The replaced range of an item; of two ranges the one that leaves what stands behind the cursor. */
function rangeOf(item: CompletionItem) {
  const edit = item.textEdit;
  if (!edit) return undefined;
  return "range" in edit ? edit.range : edit.insert;
}

function documentation(item: CompletionItem): Node | null {
  const text = typeof item.documentation === "string" ? item.documentation : item.documentation?.value;
  if (!text) return null;
  const box = document.createElement("div");
  box.append(markdown(text));
  return box;
}

export function completion(client: Client, uri: string) {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const { doc } = context.state;
    const answer = await client.completion(uri, positionAt(doc, context.pos));
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    if (context.aborted || items.length === 0) return null;
    const starts = items.map((item) => rangeOf(item)).filter((range) => range !== undefined).map((range) => offsetAt(doc, range.start));
    const from = starts.length > 0 ? Math.min(...starts) : context.pos;
    return {
      from,
      // The server has chosen and sorted, by more than the letters.
      filter: false,
      options: [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1)).map((item): Completion => {
        const range = rangeOf(item);
        const insert = item.textEdit?.newText ?? item.insertText ?? item.label;
        const detail = item.detail ?? item.labelDetails?.description;
        return {
          label: item.label,
          ...(detail ? { detail } : {}),
          info: async () => documentation(item.documentation ? item : ((await client.resolveCompletion(item)) ?? item)),
          apply(view: EditorView, completion: Completion, start: number, end: number) {
            // What was typed since is behind the place that the range ends at.
            const further: TextEdit[] = item.additionalTextEdits ?? [];
            const main = { from: range ? offsetAt(view.state.doc, range.start) : start, to: end, insert };
            view.dispatch({
              changes: [main, ...editsIn(view.state.doc, further)],
              selection: { anchor: main.from + insert.length },
              annotations: pickedCompletion.of(completion),
              userEvent: "input.complete",
              scrollIntoView: true,
            });
          },
        };
      }),
    };
  };
  return autocompletion({ override: [source], icons: false, closeOnBlur: true });
}
