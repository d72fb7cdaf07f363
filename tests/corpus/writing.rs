//! What completion and Enter would have done while the texts of the corpus were written: how often a list comes up in the
//! middle of a sentence, how often the opening that was written is among those offered, whether Enter writes the label
//! that stands there. `cargo test --test corpus writing:: -- --nocapture` tells the shares.
//!
//! The texts are not part of this repository. Where they are is said by `RAPPORTEUR_CORPUS`; without them, the
//! tests say that they were skipped.

use std::path::PathBuf;

use crate::shared_corpus::corpus;
use rapporteur::complete::{CompletionContext, SuggestionKind, complete, places};
use rapporteur::draft::{Draft, Paragraph, ParagraphKind};
use rapporteur::language::{ALL, Language};
use rapporteur::library::AuthorityCache;
use rapporteur::revise::typing;
use rapporteur::workspace::{ParsedText, WorkspaceIndex};

/// Every so many texts are looked at.
const EVERY: usize = 8;

/// Every so many places in sentences.
const PLACES: usize = 13;

fn texts(language: &Language) -> Vec<String> {
    let Some(folder) = corpus().map(|corpus| corpus.join("adopted").join(language.code)) else { return Vec::new() };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    paths.iter().step_by(EVERY).map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

/// Where the words of a paragraph begin.
fn words_at(text: &str, paragraph: &Paragraph) -> usize {
    let start = paragraph.label.as_ref().map_or(paragraph.range.start, |label| label.range.end);
    let words = &text[start..paragraph.range.end];
    start + words.len() - words.trim_start().len()
}

#[test]
fn lists_are_few_in_the_middle_of_sentences() {
    let (library, authority) = (WorkspaceIndex::new(), AuthorityCache::default());
    for language in ALL {
        let (mut asked, mut offered) = (0, [0; 7]);
        for text in texts(language) {
            let reading = ParsedText::of(text).unwrap();
            let text = &reading.text;
            for paragraph in &reading.draft.paragraphs {
                let words = words_at(text, paragraph);
                let wide = !language.naming.spaced;
                let inside = text[words..paragraph.range.end].char_indices().map(|(at, _)| words + at);
                let ends = inside.filter(|at| wide || !text[*at..].starts_with(char::is_alphanumeric)).skip(4);
                for at in ends.step_by(PLACES) {
                    asked += 1;
                    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
                    let tail = text[at..].lines().next().unwrap_or_default();
                    if places(&text[line..at], tail, language).is_empty() {
                        continue;
                    }
                    let params = CompletionContext {
                        reading: &reading,
                        offset: at,
                        library: &library,
                        authority: &authority,
                        interface: None,
                    };
                    if let Some(first) = complete(params).items.first() {
                        let kinds = [
                            SuggestionKind::Opening,
                            SuggestionKind::Instrument,
                            SuggestionKind::SymbolPart,
                            SuggestionKind::Paragraph,
                            SuggestionKind::Note,
                            SuggestionKind::Name,
                            SuggestionKind::OrganLine,
                        ];
                        offered[kinds.iter().position(|kind| *kind == first.kind).unwrap()] += 1;
                    }
                }
            }
        }
        let all = share(offered.iter().sum(), asked);
        let [openings, instruments, symbols, paragraphs, _, names, _] = offered.map(|count| share(count, asked));
        println!(
            "{}: a list at {all:.4} of {asked} places: openings {openings:.4}, instruments {instruments:.4}, symbols \
             {symbols:.4}, paragraphs {paragraphs:.4}, names {names:.4}",
            language.code
        );
        assert!(asked == 0 || all < 0.06, "{all}");
    }
}

#[test]
fn openings_that_were_written_are_offered() {
    let (library, authority) = (WorkspaceIndex::new(), AuthorityCache::default());
    for language in ALL {
        for kind in [ParagraphKind::Preambular, ParagraphKind::Operative] {
            let (mut asked, mut places) = (0, Vec::new());
            for text in texts(language) {
                let read = Draft::read(&text);
                let some = read.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).step_by(3);
                for paragraph in some {
                    let at = words_at(&text, paragraph);
                    let reading = ParsedText::of(text[..at].to_owned()).unwrap();
                    let params = CompletionContext {
                        reading: &reading,
                        offset: at,
                        library: &library,
                        authority: &authority,
                        interface: None,
                    };
                    let items = complete(params).items;
                    let written = text[at..paragraph.range.end].to_lowercase();
                    let place = items.iter().position(|item| written.starts_with(&item.label.to_lowercase()));
                    asked += 1;
                    places.extend(place);
                }
            }
            let within = |most: usize| share(places.iter().filter(|place| **place < most).count(), asked);
            let (first, ten, any) = (within(1), within(10), within(usize::MAX));
            println!(
                "{} {kind:?}: of {asked} the first is right in {first:.3}, one of ten in {ten:.3}, one in {any:.3}",
                language.code
            );
            assert!(asked == 0 || any > 0.5, "{any}");
        }
    }
}

#[test]
fn enter_writes_the_label_that_stands_there() {
    for language in ALL {
        let (mut asked, mut right, mut nothing) = (0, 0, 0);
        for text in texts(language) {
            let read = Draft::read(&text);
            for pair in read.paragraphs.windows(2).step_by(2) {
                let [above, below] = pair else { continue };
                let (Some(_), Some(label)) = (&above.label, &below.label) else { continue };
                if below.run != above.run || below.level < above.level {
                    continue;
                }
                let cut = format!("{}\n", &text[..above.range.end]);
                let draft = Draft::read(&cut);
                asked += 1;
                match typing::enter(typing::TypingContext { text: &cut, draft: &draft, offset: cut.len() }) {
                    Some(edit) if edit.text.trim() == text[label.range.clone()].trim() => right += 1,
                    Some(_) => {}
                    None => nothing += 1,
                }
            }
        }
        let (right, nothing) = (share(right, asked), share(nothing, asked));
        println!("{}: of {asked} labels {right:.4} right, none for {nothing:.4}", language.code);
        assert!(asked == 0 || right > 0.95, "{right}");
    }
}
