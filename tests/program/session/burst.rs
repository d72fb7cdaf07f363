//! Edits that come faster than anything can be published.

use crate::harness::{Document, Editor, example};
use crate::samples::{SAMPLES, text_of};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % sides
    }
}

/// An edit somewhere in the text, of the kind that people make, on character boundaries.
fn somewhere(dice: &mut Dice, text: &str) -> (std::ops::Range<usize>, &'static str) {
    const TYPED: [&str; 12] =
        ["", "", "a", " ", "\n", "\n\n7. Decides", "³", "(c)", "A/RES/62/175", "決", "𝄞", "第62/175号决议，"];
    let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
    let start = boundary(dice.roll(text.len() + 1));
    let end = boundary(start + dice.roll(9)).max(start);
    (start..end, TYPED[dice.roll(TYPED.len())])
}

#[test]
fn thousands_of_edits_end_as_a_fresh_open_would() {
    let clean = ["en", "zh"].map(|language| example(&format!("night-sky.{language}.resolution.txt")));
    let pages = SAMPLES.iter().step_by(4).map(|sample| text_of(sample, 3, 4));
    for (round, text) in clean.into_iter().chain(pages).enumerate() {
        let mut editor = Editor::start();
        let mut draft = Document::open(&mut editor, "file:///drafts/burst.txt", &text);
        let mut dice = Dice(round as u64);
        for _ in 0..2000 {
            let (range, new) = somewhere(&mut dice, &draft.text);
            draft.edit(&mut editor, range, new);
        }
        // After a change in the masthead all rules are asked at once, however many edits were taken in together.
        draft.edit(&mut editor, 0..0, "United Nations\n\n");
        let edited = editor.newest_findings(&draft);

        let fresh = Document::open(&mut editor, "file:///drafts/fresh.txt", &draft.text);
        let mut opened = editor.findings(&fresh);
        // Related places name the document that they are in.
        let text = serde_json::to_string(&opened.list).unwrap().replace("fresh.txt", "burst.txt");
        opened.list = serde_json::from_str(&text).unwrap();
        assert_eq!(edited.list, opened.list);
        // The structure, as far as it can be asked for, is the same too.
        for question in ["textDocument/documentSymbol", "textDocument/documentLink"] {
            assert_eq!(editor.ask(question, draft.itself()), editor.ask(question, fresh.itself()), "{question}");
        }
        editor.goodbye();
    }
}

#[test]
fn a_request_is_answered_from_the_text_as_it_stood() {
    let mut editor = Editor::start();
    let text = example("night-sky.en.resolution.txt");
    let mut draft = Document::open(&mut editor, "file:///drafts/order.txt", &text);
    let mut title = draft.first("Protection of the night sky");
    let mut asked = Vec::new();
    for round in 0..400 {
        let name = format!("Protection of the night sky, attempt {round}");
        draft.edit(&mut editor, title.clone(), &name);
        title.end = title.start + name.len();
        asked.push((editor.send_request("textDocument/documentSymbol", draft.itself()), name));
    }
    for (id, name) in asked {
        assert_eq!(editor.answer_to(id)["result"][0]["name"], name);
    }
    editor.newest_findings(&draft);
    editor.goodbye();
}
