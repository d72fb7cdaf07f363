//! Changes of a `rapporteur.toml` that quick fixes make. What the user wrote stays, with its order and its comments.

use std::ops::Range;

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, RawString, Table, TableLike, Value, value};

use crate::draft::incremental::Replacement;

/// What is to be settled.
#[derive(Debug, Clone, Copy)]
pub enum Amendment<'a> {
    /// A finding is not to be shown, in a file named from the folder of `rapporteur.toml`.
    Ignore {
        /// The rule's name.
        rule: &'a str,
        /// The words of the draft that the finding is about.
        words: &'a str,
        /// The file, by its path from the folder of `rapporteur.toml`.
        file: &'a str,
    },
    /// A rule is off, in a file or in the whole workspace.
    TurnOff {
        /// The rule's name.
        rule: &'a str,
        /// The file, by its path from the folder of `rapporteur.toml`.
        file: Option<&'a str>,
    },
    /// Words are right as they are.
    Accept(&'a str),
    /// A file or a folder is called something else now, both named from the folder of `rapporteur.toml`.
    Rename {
        /// What it was called.
        from: &'a str,
        /// What it is called now.
        to: &'a str,
    },
}

/// A change of a text: a range of its bytes, and what is to stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextReplacement {
    /// What is replaced, in bytes of the text.
    pub range: Range<usize>,
    /// What takes its place.
    pub text: String,
}

/// The change that amends the text of a `rapporteur.toml`, which may be empty. `None` if it is no TOML, or if something
/// else stands in the place.
pub fn amend(text: &str, amendment: Amendment<'_>) -> Option<TextReplacement> {
    let bare = text.trim_start_matches('\u{feff}');
    let mut document: DocumentMut = bare.parse().ok()?;
    match amendment {
        Amendment::Accept(words) => {
            let first = !document.contains_key("accept");
            let accepted = document.entry("accept").or_insert(value(Array::new())).as_array_mut()?;
            push(accepted, words);
            if first && document.iter().any(|(_, item)| item.is_table() || item.is_array_of_tables()) {
                // The tables follow after a blank line, as they follow each other.
                document.get_mut("accept")?.as_value_mut()?.decor_mut().set_suffix("\n");
            }
        }
        Amendment::TurnOff { rule, file: None } => turn_off(document.as_table_mut(), rule)?,
        Amendment::TurnOff { rule, file: Some(file) } => {
            let path = globset::escape(file);
            let mut paths = Array::new();
            paths.push(path.as_str());
            let is_its_own = |table: &dyn TableLike| {
                let paths = table.get("paths").and_then(Item::as_array);
                paths.is_some_and(|paths| paths.len() == 1 && paths.get(0).and_then(Value::as_str) == Some(&path))
            };
            add(&mut document, "files", &is_its_own, |table| {
                if !table.contains_key("paths") {
                    table.insert("paths", value(paths));
                }
                turn_off(table, rule)
            })?;
        }
        Amendment::Rename { from, to } => rename(&mut document, from, to),
        Amendment::Ignore { rule, words, file } => add(&mut document, "ignored", &|_| false, |table| {
            for (key, text) in [("rule", rule), ("words", words), ("file", file)] {
                table.insert(key, value(text));
            }
            Some(())
        })?,
    }
    Some(difference(text, &as_it_ends_lines(text, &document.to_string())))
}

/// Has all that is settled for a file or what lies in a folder follow it to another name.
fn rename(document: &mut DocumentMut, from: &str, to: &str) {
    each_table(document, "ignored", &mut |table| {
        if let Some(file) = table.get_mut("file").and_then(Item::as_value_mut) {
            rename_in(file, from, to);
        }
    });
    let sets = document.get_mut("versions").and_then(Item::as_array_mut);
    let sets = sets.into_iter().flat_map(Array::iter_mut).filter_map(Value::as_array_mut);
    sets.flat_map(Array::iter_mut).for_each(|file| rename_in(file, from, to));
    let (from, to) = (globset::escape(from), globset::escape(to));
    each_table(document, "files", &mut |table| {
        let paths = table.get_mut("paths").and_then(Item::as_array_mut);
        paths.into_iter().flat_map(Array::iter_mut).for_each(|path| rename_in(path, &from, &to));
    });
}

/// Goes through a list of tables, however it is written.
fn each_table(document: &mut DocumentMut, key: &str, each: &mut dyn FnMut(&mut dyn TableLike)) {
    match document.get_mut(key) {
        Some(Item::ArrayOfTables(tables)) => tables.iter_mut().for_each(|table| each(table)),
        Some(Item::Value(Value::Array(list))) => {
            list.iter_mut().filter_map(Value::as_inline_table_mut).for_each(|table| each(table));
        }
        _ => {}
    }
}

/// Gives a path another beginning, if it has this one.
fn rename_in(path: &mut Value, from: &str, to: &str) {
    let rest = path.as_str().and_then(|path| path.strip_prefix(from));
    let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) else { return };
    let renamed = Value::from(format!("{to}{rest}"));
    let decor = std::mem::replace(path, renamed).decor().clone();
    *path.decor_mut() = decor;
}

/// Adds words to a list, laid out as the others are. A comment behind the last of them stays there.
fn push(list: &mut Array, words: &str) {
    let mut item = Value::from(words);
    let text = |raw: Option<&RawString>| raw.and_then(RawString::as_str).unwrap_or_default().to_owned();
    let last = list.len().checked_sub(1).and_then(|last| list.get_mut(last));
    let (mut lead, mut behind) = (String::new(), String::new());
    if let Some(last) = last {
        (lead, behind) = (text(last.decor().prefix()), text(last.decor().suffix()));
        if lead.contains('\n') {
            last.decor_mut().set_suffix("");
        }
    }
    if !lead.contains('\n') {
        return list.push(item);
    }
    let indent = lead.rsplit('\n').next().unwrap_or_default();
    behind += &text(Some(list.trailing()));
    item.decor_mut().set_prefix(format!("{}\n{indent}", behind.trim_end()));
    list.push_formatted(item);
    list.set_trailing_comma(true);
    list.set_trailing("\n");
}

fn turn_off(table: &mut dyn TableLike, rule: &str) -> Option<()> {
    if !table.contains_key("rules") {
        let mut rules = Table::new();
        // In a section, `rules.NAME = "off"` reads better than a table of its own.
        rules.set_dotted(table.contains_key("paths"));
        table.insert("rules", Item::Table(rules));
    }
    let rules = table.get_mut("rules")?.as_table_like_mut()?;
    rules.insert(rule, value("off"));
    Some(())
}

/// Has `fill` fill a table of a list of tables: the last one that is `fitting`, else a new one at the end.
fn add(
    document: &mut DocumentMut,
    key: &str,
    fitting: &dyn Fn(&dyn TableLike) -> bool,
    fill: impl FnOnce(&mut dyn TableLike) -> Option<()>,
) -> Option<()> {
    match document.entry(key).or_insert(Item::ArrayOfTables(ArrayOfTables::new())) {
        Item::ArrayOfTables(tables) => {
            let place = tables.iter().enumerate().filter(|(_, table)| fitting(*table)).map(|(place, _)| place).last();
            let place = place.unwrap_or_else(|| {
                let mut table = Table::new();
                table.decor_mut().set_prefix("\n");
                tables.push(table);
                tables.len() - 1
            });
            fill(tables.get_mut(place)?)
        }
        // Written as `ignored = [{ … }]`.
        Item::Value(Value::Array(list)) => {
            let mut table = InlineTable::new();
            fill(&mut table)?;
            list.push(table);
            Some(())
        }
        _ => None,
    }
}

/// The text with the line ends and the byte-order mark of the one before.
fn as_it_ends_lines(before: &str, text: &str) -> String {
    let mark = if before.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let text = text.trim_start_matches('\u{feff}');
    // In a new file no blank line comes first.
    let text = if before.trim().is_empty() { text.trim_start() } else { text };
    let unix = text.replace("\r\n", "\n");
    let text = if before.contains("\r\n") { unix.replace('\n', "\r\n") } else { unix };
    format!("{mark}{text}")
}

/// What must be put into a text so that it becomes another one.
pub fn difference(before: &str, after: &str) -> TextReplacement {
    let same = Replacement { range: before.len()..before.len(), length: 0 };
    let Replacement { range, length } = Replacement::between(before, after).unwrap_or(same);
    let text = after.get(range.start..range.start + length).unwrap_or_default().to_owned();
    TextReplacement { range, text }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::super::read;
    use super::*;

    fn amended(text: &str, amendment: Amendment<'_>) -> String {
        let change = amend(text, amendment).unwrap();
        let mut text = text.to_owned();
        text.replace_range(change.range, &change.text);
        assert!(read(&text).is_ok(), "{text}");
        text
    }

    #[track_caller]
    fn expect(text: &str, amendments: &[Amendment<'_>], expected: Expect) {
        expected.assert_eq(&amendments.iter().fold(text.to_owned(), |text, amendment| amended(&text, *amendment)));
    }

    const IGNORE: Amendment<'_> =
        Amendment::Ignore { rule: "footnote-order", words: "the “lamps”² of A\\92", file: "drafts/a.txt" };

    #[test]
    fn a_file_is_begun() {
        expect(
            "",
            &[
                IGNORE,
                IGNORE,
                Amendment::Accept("A/92/XYZ"),
                Amendment::TurnOff { rule: "footnote-order", file: None },
                Amendment::TurnOff { rule: "footnote-order", file: Some("drafts/[1] a.txt") },
                Amendment::TurnOff { rule: "symbol-malformed", file: Some("drafts/[1] a.txt") },
            ],
            expect![[r#"
                accept = ["A/92/XYZ"]

                [[ignored]]
                rule = "footnote-order"
                words = 'the “lamps”² of A\92'
                file = "drafts/a.txt"

                [[ignored]]
                rule = "footnote-order"
                words = 'the “lamps”² of A\92'
                file = "drafts/a.txt"

                [rules]
                footnote-order = "off"

                [[files]]
                paths = ["drafts/[[]1[]] a.txt"]
                rules.footnote-order = "off"
                rules.symbol-malformed = "off"
            "#]],
        );
    }

    #[test]
    fn what_the_user_wrote_stays() {
        let ours = "\u{feff}# Ours.\r\nignore = [ \"footnote-order\" ] # for now\r\n\r\naccept = [\r\n  # A lamp.\r\n  'A/92/X', # so\r\n]\r\n\r\n[rules]   # how\r\nstyle = 'off'\r\n\r\n[[files]]\r\npaths = ['a.txt'] # this one\r\nadopted = true\r\n";
        let amendments = [
            Amendment::Accept("A/92/Y"),
            Amendment::TurnOff { rule: "footnote-unused", file: None },
            Amendment::TurnOff { rule: "footnote-unused", file: Some("a.txt") },
            IGNORE,
        ];
        let text = amendments.iter().fold(ours.to_owned(), |text, amendment| amended(&text, *amendment));
        assert!(text.starts_with('\u{feff}') && !text.replace("\r\n", "").contains('\n'));
        expect![[r##"
            # Ours.
            ignore = [ "footnote-order" ] # for now

            accept = [
              # A lamp.
              'A/92/X', # so
              "A/92/Y",
            ]

            [rules]   # how
            style = 'off'
            footnote-unused = "off"

            [[files]]
            paths = ['a.txt'] # this one
            adopted = true
            rules.footnote-unused = "off"

            [[ignored]]
            rule = "footnote-order"
            words = 'the “lamps”² of A\92'
            file = "drafts/a.txt"
        "##]]
        .assert_eq(&text.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
    }

    #[test]
    fn what_is_settled_for_a_file_follows_it() {
        let text = "[[files]]\npaths = ['drafts/a.txt', # one\n  'drafts/**', 'drafts-2/a.txt']\nadopted = true\n";
        let ignored = "\n[[ignored]]\nrule = 'footnote-order'\nwords = 'x'\nfile = 'drafts/a.txt' # here\n";
        let renamed = |from, to| amended(&format!("{text}{ignored}"), Amendment::Rename { from, to });
        let now = renamed("drafts/a.txt", "final/[b].txt");
        let paths = "[[files]]\npaths = [\"final/[[]b[]].txt\", # one\n  'drafts/**', 'drafts-2/a.txt']\n";
        assert!(now.starts_with(paths) && now.ends_with("file = \"final/[b].txt\" # here\n"), "{now}");
        let now = renamed("drafts", "now");
        let paths = "[[files]]\npaths = [\"now/a.txt\", # one\n  \"now/**\", 'drafts-2/a.txt']\n";
        assert!(now.starts_with(paths) && now.ends_with("file = \"now/a.txt\" # here\n"), "{now}");
        assert_eq!(renamed("draft", "now"), format!("{text}{ignored}"));
        let inline = "ignored = [{ rule = 'footnote-order', words = 'x', file = 'a' }]\n";
        let now = amended(inline, Amendment::Rename { from: "a", to: "b" });
        assert_eq!(now, inline.replace("'a'", "\"b\""));
        let versions = "versions = [['a', 'en/c'], # ours\n  ['b', 'd']]\n";
        let now = amended(versions, Amendment::Rename { from: "en", to: "english" });
        assert_eq!(now, versions.replace("'en/c'", "\"english/c\""));
    }

    #[test]
    fn a_list_is_laid_out_as_it_was() {
        let accept = |text: &str| amended(text, Amendment::Accept("B"));
        assert_eq!(accept("accept = ['A']\n"), "accept = ['A', \"B\"]\n");
        assert_eq!(accept("accept = [\n  'A' # a\n]\n"), "accept = [\n  'A', # a\n  \"B\",\n]\n");
        assert_eq!(accept("accept = [\n  'A',\n  # end\n]\n"), "accept = [\n  'A',\n  # end\n  \"B\",\n]\n");
        assert_eq!(accept("accept = []\n[rules]\n"), "accept = [\"B\"]\n[rules]\n");
        assert_eq!(accept("[rules]\nstyle = 'on'\n"), "accept = [\"B\"]\n\n[rules]\nstyle = 'on'\n");
    }

    #[test]
    fn other_ways_to_write_it_are_followed() {
        expect(
            "rules = { style = \"off\" }\nignored = [{ rule = \"footnote-order\", words = \"x\" }]\nlanguage = \"en\"\n",
            &[Amendment::TurnOff { rule: "footnote-order", file: None }, IGNORE],
            expect![[r#"
                rules = { style = "off" , footnote-order = "off" }
                ignored = [{ rule = "footnote-order", words = "x" }, { rule = "footnote-order", words = 'the “lamps”² of A\92', file = "drafts/a.txt" }]
                language = "en"
            "#]],
        );
        for wrong in ["accept = ", "accept = 7", "[accept]"] {
            assert_eq!(amend(wrong, Amendment::Accept("x")), None, "{wrong}");
        }
        assert_eq!(amend("ignored = true", IGNORE), None);
    }
}
