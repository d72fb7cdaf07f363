// The editor's own words, in the page's language.
import { say } from "./messages";

export const phrases = (): Record<string, string> => ({
  Find: say("search.find"),
  Replace: say("search.replace"),
  next: say("search.next"),
  previous: say("search.previous"),
  all: say("search.all"),
  "match case": say("search.case"),
  "by word": say("search.word"),
  regexp: say("search.pattern"),
  replace: say("search.replaceOne"),
  "replace all": say("search.replaceAll"),
  close: say("close"),
  "current match": say("search.current"),
  "on line": say("search.line"),
  "replaced match on line $": say("search.replacedOn"),
  "replaced $ matches": say("search.replacedCount"),
  "Go to line": say("search.goTo"),
  go: say("search.go"),
  Completions: say("completions"),
  Diagnostics: say("findings.title"),
  "Selection deleted": say("editor.deleted"),
  "Control character": say("editor.control"),
});
