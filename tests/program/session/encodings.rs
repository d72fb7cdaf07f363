//! Positions in the encoding that both sides agreed on.

use serde_json::{Value, json};

use crate::harness::{Document, Editor, Encoding, capabilities};

const DRAFT: &str = "\
The sound of the night

The General Assembly,

Noting that the note 𝄞, 大会 and the form feed\u{c} and the separator\u{2028} end no line,¹

Decides to listen.

¹ A/93/5.
";

fn offering(encodings: &[&str]) -> Value {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!(encodings);
    json!({ "processId": null, "rootUri": null, "capabilities": capabilities })
}

#[test]
fn the_client_is_met_where_it_is() {
    for (offered, taken, encoding) in [
        (&["utf-16", "utf-8"][..], "utf-8", Encoding::Utf8),
        (&["utf-16"], "utf-16", Encoding::Utf16),
        (&["utf-32", "utf-16"], "utf-32", Encoding::Utf32),
        (&[], "utf-16", Encoding::Utf16),
    ] {
        let (mut editor, answer) = Editor::with(offering(offered));
        assert_eq!(answer["capabilities"]["positionEncoding"], taken);
        let mut draft = Document::open(&mut editor, "untitled:Untitled-1", DRAFT);
        draft.encoding = encoding;
        editor.findings(&draft);

        // Typing before the marker moves it by the right number of units.
        let note = draft.first("the note 𝄞").end;
        draft.edit(&mut editor, note..note, "𝄞é");
        let marker = draft.first("¹");
        let hover = editor.ask("textDocument/hover", draft.at(marker.start));
        assert_eq!(hover["contents"]["value"], "A/93/5.", "{taken}");
        assert_eq!(hover["range"], draft.range(marker), "{taken}");

        editor.newest_findings(&draft);
        editor.goodbye();
    }
}

#[test]
fn a_client_that_says_nothing_counts_utf_16_units() {
    let (mut editor, answer) = Editor::with(json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-16");
    let draft = Document::open(&mut editor, "untitled:Untitled-1", DRAFT);
    editor.findings(&draft);
    let marker = draft.first("¹");
    assert_eq!(editor.ask("textDocument/hover", draft.at(marker.start))["range"], draft.range(marker));
    let outline = editor.ask("textDocument/documentSymbol", draft.itself());
    assert!(outline[0]["location"].is_object(), "no levels for a client that shows none");
    editor.goodbye();
}
