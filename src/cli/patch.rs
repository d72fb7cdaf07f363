//! Patches as `git apply` takes them.

use std::borrow::Cow;
use std::path::Path;

use rapporteur::config::discovery;
use rapporteur::messages::Message;
use rapporteur::source::{NotRewritable, RewritableFile};
use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, TextDiff};

use super::interface::about;
use super::sources::with_slashes;
use super::texts::InputText;

rapporteur::messages! {
    "cli.patch":
    not_utf8() = "Of a file that is not in UTF-8 no patch can be printed. Say `--fix`, or save it as UTF-8.";
    name_not_utf8() =
        "A patch can't name this file, whose name is not in UTF-8. Give it another name, or say `--fix`.";
    with_nul() = "Of a text with NUL characters no patch can be printed. Take them out, or say `--fix`.";
}

/// How many lines stand around what changes.
const CONTEXT: usize = 3;

/// What makes another text of a text in its file.
///
/// # Errors
///
/// A sentence, where no patch would fit the file.
pub fn of(text: &InputText, after: &str) -> Result<String, String> {
    let before = text.source.file();
    let refused = |why: Message| Err(about(&text.name, &why));
    if let Some(path) = &text.path {
        let original = RewritableFile::read(Some(path)).map_err(|why| about(&text.name, &why.message()))?;
        if original.source.file() != before {
            return refused(NotRewritable::Changed.message());
        }
        if !original.is_utf8() {
            return refused(not_utf8());
        }
    }
    if text.path.as_deref().is_some_and(|path| path.to_str().is_none()) {
        return refused(name_not_utf8());
    }
    if before.contains('\0') {
        return refused(with_nul());
    }
    let name = text.path.as_deref().map_or_else(|| text.name.clone(), name_in_patch);
    Ok(difference(&name, before, after))
}

/// What a file is called from where the user stands, or from the root of the system where it lies elsewhere: names in
/// patches don't lead upwards.
fn name_in_patch(path: &Path) -> String {
    let whole = discovery::plain(path).unwrap_or_else(|| path.to_owned());
    let here = std::env::current_dir().ok();
    let below = here.as_deref().and_then(|here| discovery::below(here, &whole));
    let elsewhere = || {
        // In patches names have slashes.
        with_slashes(&whole.to_string_lossy()).trim_start_matches('/').to_owned()
    };
    below.unwrap_or_else(elsewhere)
}

fn difference(name: &str, before: &str, after: &str) -> String {
    let [old, new] = ["a", "b"].map(|side| format!("{side}/{name}"));
    let mut patch = format!("--- {}\n+++ {}\n", quoted_in_patch(&old), quoted_in_patch(&new));
    // For Git, lines end with this alone.
    let [before, after] = [before, after].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
    let difference = TextDiff::configure().diff_slices(&before, &after);
    for hunk in difference.grouped_ops(CONTEXT) {
        patch += &format!("{}\n", UnifiedHunkHeader::new(&hunk));
        for change in hunk.iter().flat_map(|op| difference.iter_changes(op)) {
            patch.push(match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            });
            patch += change.value();
            if !change.value().ends_with('\n') {
                patch += "\n\\ No newline at end of file\n";
            }
        }
    }
    patch
}

/// A file's name in the head of a patch, where Git quotes what could be misread (git-diff, “core.quotePath”).
fn quoted_in_patch(name: &str) -> Cow<'_, str> {
    if !name.contains(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        return Cow::Borrowed(name);
    }
    let mut quoted = String::from("\"");
    for byte in name.bytes() {
        match byte {
            b'"' | b'\\' => {
                quoted.push('\\');
                quoted.push(char::from(byte));
            }
            0x20..0x7f => quoted.push(char::from(byte)),
            _ => quoted.push_str(&format!("\\{byte:03o}")),
        }
    }
    quoted.push('"');
    Cow::Owned(quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_git_has_them_end() {
        let patch = difference("a b.txt", "one\rtwo\r\nthree\u{2028}four", "one\rTwo\r\nthree\u{2028}four");
        assert_eq!(
            patch,
            "--- a/a b.txt\n+++ b/a b.txt\n@@ -1,2 +1,2 @@\n-one\rtwo\r\n+one\rTwo\r\n three\u{2028}four\n\\ No newline at \
             end of file\n"
        );
    }

    #[test]
    fn names_are_quoted_where_they_could_be_misread() {
        assert_eq!(quoted_in_patch("a/b c.txt"), "a/b c.txt");
        assert_eq!(quoted_in_patch("a/é\n\"\\.txt"), "\"a/\\303\\251\\012\\\"\\\\.txt\"");
    }
}
