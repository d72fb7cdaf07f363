//! The drafting rules, one file a rule: what it says, how it checks, how it fixes, its tests.

// The rules take their pages by its macro.
#[macro_use]
mod support;

mod brackets_left;
mod brackets_unbalanced;
mod citation_composite;
mod citation_conflict;
mod citation_date;
mod citation_future;
mod citation_kind;
mod citation_list_order;
mod citation_title;
mod citation_undated;
mod citation_unknown;
mod citation_year;
mod date_invalid;
mod event_past;
mod footnote_conflict;
mod footnote_full_stop;
mod footnote_ibid;
mod footnote_order;
mod footnote_placement;
mod footnote_undefined;
mod footnote_unfinished;
mod footnote_unused;
mod label_glued;
mod label_script;
mod list_count;
mod list_punctuation;
mod lost_labels;
mod lost_lines;
mod lost_marks;
mod lost_notes;
mod lost_numbers;
mod lost_objects;
mod masthead_agreement;
mod numeral_style;
mod opening_conjunction;
mod opening_repeated;
mod opening_unknown;
mod opening_verb_form;
mod operative_numbering;
mod operative_punctuation;
mod operative_single_numbered;
mod operative_unnumbered;
mod organ_line_comma;
mod organ_line_missing;
mod paragraph_reference;
mod preamble_after_operative;
mod preambular_punctuation;
mod predecessor_missing;
mod punctuation_script;
mod report_past;
mod section_numbering;
mod session_past;
mod subparagraph_numbering;
mod symbol_implausible;
mod symbol_malformed;
mod symbol_year;
mod term_consistency;
mod term_house_style;
mod term_organ;
#[cfg(test)]
mod tests_of_converters;
#[cfg(test)]
mod tests_of_page_slips;
#[cfg(test)]
mod tests_of_pages;
mod text_damaged;
mod time_words;
mod title_consistency;
mod version_brackets;
mod version_citation;
mod version_date;
mod version_figure;
mod version_label;
mod version_marker;
mod version_masthead;
mod version_note;
mod version_paragraph;
mod version_term;
mod working_label_order;

pub use crate::draft::Edit;
pub use paragraph_reference::stale_reference;
pub use support::edit_distance::edit_distance;
pub use support::fix::{MendTrials, MendableText, RereadText, TriedMends};
pub use support::incremental::{Review, moved_along};
#[cfg(test)]
pub(crate) use support::testing;
pub use support::versions::{
    Counterpart, FilePlace, VersionDifference, VersionSource, first_version, shown as shown_counterpart,
    versions_of_one_text,
};

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use support::last_year::{self, PastSession, YearlySeries};
use support::openings::{self, OpenedParagraph};
use support::running_text::{self, PassageText};
use support::{adoption_date, closing_marks, fix, one_cause, versions};

use crate::draft::citation::may_be_another_bodys;
use crate::draft::{Date, Draft, Element, ElementKind};
use crate::library::AuthorityCache;
use crate::messages::{Message, Template};
use crate::symbol::Symbol;

crate::messages! {
    "rules":
    rule_failed(rule: name) = "the rule {rule} failed on this text and was left out; please report it";
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// What is wrong and must be mended.
    Error,
    /// What is most likely wrong.
    Warning,
    /// What is worth a look.
    Information,
    /// What may be done better.
    Hint,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its kebab-case name, which never changes.
    pub code: &'static str,
    /// Its severity in a draft.
    pub severity: Severity,
    /// The group by which it is turned on with others.
    pub group: RuleGroup,
    /// An adopted text has it one step lower: what is printed cannot be mended any more.
    lower_when_adopted: bool,
    /// The source file of the rule, whose heading is its documentation.
    source: &'static str,
    depends_on: DependsOn,
    check: fn(&RuleContext<'_>, &mut Vec<Finding>),
    /// All that it tells.
    pub messages: &'static [&'static Template],
    /// What other rooms treat it by.
    pub traits: &'static [RuleTrait],
}

/// What sets a rule apart from others for those who show its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleTrait {
    /// Its findings are about words and symbols that a writer may know to be right, and accept.
    AboutWords,
    /// Its mends are of what is quoted, and of the marks around it.
    AboutQuotations,
    /// Numbering the notes in the order in which they are called mends all its findings. That moves their texts, so it is
    /// worked out only when it is asked for.
    FixedByNumberingNotes,
    /// While labels are changed in an editor it tells of references that lead elsewhere since: [`stale_reference`].
    TellsStaleReferences,
    /// Its findings are left out where another rule has one of the same words: they have one cause.
    YieldsInItsPlace,
    /// What it finds was lost on the text's way out of another format.
    TellsOfLosses,
    /// It tells of what another rule's mend has begun for the writer to go on with, which is no fault of that mend.
    TellsWhatMendsLeave,
}

/// Rules that are turned on together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleGroup {
    /// Near certain on real texts: on unless the user turns them off.
    Standard,
    /// The house style of the United Nations, where other styles are as good.
    Style,
    /// Texts under negotiation: their working labels, their brackets.
    Negotiation,
    /// What differs between the language versions of a text: on unless the user turns it off.
    Versions,
    /// What last year's words still say in a draft that was made of them: on unless the user turns it off.
    Update,
    /// What only a careful editor minds, and what is wrong now and then.
    Pedantic,
}

/// What the findings of a rule depend on, and so after which edits it is asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DependsOn {
    /// The draft's outline: its elements, paragraphs, labels, markers and notes and their order, how each block ends and
    /// whether it opens as one of the preamble or of the operative part, and the words of labels alone.
    Structure,
    /// What one paragraph, note or element says, by itself, with its kind and level; what it cites; whether and when the
    /// draft was adopted; what is known of what it cites. A rule may be shown a draft that holds some paragraphs only.
    Paragraph,
    /// Anything. Such a rule is asked when the writer pauses, since it looks at the whole draft.
    Document,
}

/// What a rule looks at.
#[derive(Debug)]
pub struct RuleContext<'a> {
    /// The draft as it was given.
    pub text: &'a str,
    /// What was read of it.
    pub draft: &'a Draft,
    /// What is known of what it cites.
    pub knowledge: &'a AuthorityCache,
    /// What differs in it from its other language versions, where there are such.
    versions: &'a [VersionDifference],
    own: AdoptionStatus,
    shared: RuleCache<'a>,
}

/// What several rules look at, made when the first of them asks.
#[derive(Debug, Default)]
struct RuleCache<'a> {
    said: OnceCell<Vec<PassageText<'a>>>,
    opened: OnceCell<Vec<OpenedParagraph<'a>>>,
    of_parts: OnceCell<Vec<VersionDifference>>,
    past_sessions: OnceCell<Vec<PastSession>>,
    yearly_series: OnceCell<Option<YearlySeries>>,
    last_years: OnceCell<bool>,
}

/// What a draft says of itself, as far as rules about its citations want to know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct AdoptionStatus {
    /// Whether it was adopted.
    adopted: bool,
    /// The last day on which it can have been adopted, if it tells.
    latest: Option<Date>,
}

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Bytes of the draft.
    pub range: Range<usize>,
    /// A plain sentence that names the thing and the mend.
    pub message: Message,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Places in other language versions that belong to it.
    pub counterparts: Vec<Counterpart>,
    /// How it can be mended, where a mend is known.
    pub fix: Option<Fix>,
    /// What may have to be finished before the finding is true: while somebody writes, it waits for that. `None` if it
    /// is a slip whatever follows.
    pub defer_until: Option<DeferUntil>,
}

impl Finding {
    /// Leaves out the mend if one of its edits is of a range of bytes that can't be edited.
    pub fn keep_editable(&mut self, is_editable: impl Fn(&Range<usize>) -> bool) {
        if !self.is_mend_editable(is_editable) {
            self.fix = None;
        }
    }

    /// Whether all edits of the mend, if there is one, are of bytes that can be edited.
    pub fn is_mend_editable(&self, is_editable: impl Fn(&Range<usize>) -> bool) -> bool {
        self.fix.as_ref().is_none_or(|fix| fix.edits.iter().all(|edit| is_editable(&edit.range)))
    }
}

/// What a finding about something unfinished waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeferUntil {
    /// That the writer has finished the word, number or date: what the finding's range ends with.
    Word,
    /// That the writer leaves the line, or in page text the paragraph, that the finding is in.
    Paragraph,
    /// That, and that the writer leaves the end of the text: what is missing may come there yet.
    Document,
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Its bytes in the draft.
    pub range: Range<usize>,
    /// What is there.
    pub message: Message,
}

/// How a finding can be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in a plain phrase.
    pub title: Message,
    /// Whether nothing else can have been meant. Otherwise there are other mends, and the writer chooses.
    pub certain: bool,
    /// Replacements, ascending and without overlap.
    pub edits: Vec<Edit>,
}

/// All rules, in the order of their names.
pub static ALL: &[&Rule] = &[
    &brackets_left::RULE,
    &brackets_unbalanced::RULE,
    &citation_composite::RULE,
    &citation_conflict::RULE,
    &citation_date::RULE,
    &citation_future::RULE,
    &citation_kind::RULE,
    &citation_list_order::RULE,
    &citation_title::RULE,
    &citation_undated::RULE,
    &citation_unknown::RULE,
    &citation_year::RULE,
    &date_invalid::RULE,
    &event_past::RULE,
    &footnote_conflict::RULE,
    &footnote_full_stop::RULE,
    &footnote_ibid::RULE,
    &footnote_order::RULE,
    &footnote_placement::RULE,
    &footnote_undefined::RULE,
    &footnote_unfinished::RULE,
    &footnote_unused::RULE,
    &label_glued::RULE,
    &label_script::RULE,
    &list_count::RULE,
    &list_punctuation::RULE,
    &lost_labels::RULE,
    &lost_lines::RULE,
    &lost_marks::RULE,
    &lost_notes::RULE,
    &lost_numbers::RULE,
    &lost_objects::RULE,
    &masthead_agreement::RULE,
    &numeral_style::RULE,
    &opening_conjunction::RULE,
    &opening_repeated::RULE,
    &opening_unknown::RULE,
    &opening_verb_form::RULE,
    &operative_numbering::RULE,
    &operative_punctuation::RULE,
    &operative_single_numbered::RULE,
    &operative_unnumbered::RULE,
    &organ_line_comma::RULE,
    &organ_line_missing::RULE,
    &paragraph_reference::RULE,
    &preamble_after_operative::RULE,
    &preambular_punctuation::RULE,
    &predecessor_missing::RULE,
    &punctuation_script::RULE,
    &report_past::RULE,
    &section_numbering::RULE,
    &session_past::RULE,
    &subparagraph_numbering::RULE,
    &symbol_implausible::RULE,
    &symbol_malformed::RULE,
    &symbol_year::RULE,
    &term_consistency::RULE,
    &term_house_style::RULE,
    &term_organ::RULE,
    &text_damaged::RULE,
    &time_words::RULE,
    &title_consistency::RULE,
    &version_brackets::RULE,
    &version_citation::RULE,
    &version_date::RULE,
    &version_figure::RULE,
    &version_label::RULE,
    &version_marker::RULE,
    &version_masthead::RULE,
    &version_note::RULE,
    &version_paragraph::RULE,
    &version_term::RULE,
    &working_label_order::RULE,
];

/// All that rules tell.
pub fn messages() -> impl Iterator<Item = &'static Template> {
    let shared = [closing_marks::MESSAGES, fix::MESSAGES, one_cause::MESSAGES, versions::MESSAGES, MESSAGES];
    ALL.iter().map(|rule| rule.messages).chain(shared).flatten().copied()
}

impl<'a> RuleContext<'a> {
    fn new(text: &'a str, draft: &'a Draft, knowledge: &'a AuthorityCache) -> RuleContext<'a> {
        let says = |e: &Element| matches!(e.kind, ElementKind::Adoption | ElementKind::Closing);
        let adopted = draft.read_as.adopted || draft.elements.iter().any(says);
        RuleContext::owning(text, draft, knowledge, AdoptionStatus { adopted, latest: adoption_date::latest(draft) })
    }

    fn owning(text: &'a str, draft: &'a Draft, knowledge: &'a AuthorityCache, own: AdoptionStatus) -> RuleContext<'a> {
        RuleContext { text, draft, knowledge, versions: &[], own, shared: RuleCache::default() }
    }

    /// The same, with what differs from the text's other language versions.
    fn among(self, versions: &'a [VersionDifference]) -> RuleContext<'a> {
        RuleContext { versions, ..self }
    }

    /// What differs from the text's other language versions: those in other files, else those in this one.
    fn differences(&self) -> &[VersionDifference] {
        match self.versions {
            [] => self.shared.of_parts.get_or_init(|| VersionDifference::of_parts(self.text, self.draft)),
            versions => versions,
        }
    }

    /// The running text of all passages, and then of all notes.
    fn passage_texts(&self) -> &[PassageText<'a>] {
        self.shared.said.get_or_init(|| running_text::all_passage_texts(self.text, self.draft))
    }

    /// The sessions that are over to which the draft looks ahead.
    fn past_sessions(&self) -> &[PastSession] {
        self.shared.past_sessions.get_or_init(|| last_year::past_sessions(self))
    }

    /// The series of yearly resolutions that the draft goes on with.
    fn yearly_series(&self) -> Option<&YearlySeries> {
        self.shared.yearly_series.get_or_init(|| last_year::yearly_series(self)).as_ref()
    }

    /// Whether something shows for sure that last year's words are still there.
    fn is_last_years(&self) -> bool {
        *self.shared.last_years.get_or_init(|| last_year::is_last_years(self))
    }

    /// The paragraphs that open with a verb.
    fn opened(&self) -> &[OpenedParagraph<'a>] {
        self.shared.opened.get_or_init(|| openings::all_opened(self.text, self.draft))
    }

    /// Whether the text was adopted: it says so, by its adoption line or its meeting and date, or its writer does.
    pub fn adopted(&self) -> bool {
        self.own.adopted
    }

    /// The last day on which the draft can have been adopted, by what it says of itself. `None` where it doesn't say.
    pub fn latest(&self) -> Option<Date> {
        self.own.latest
    }

    /// Whether a number that looks like the General Assembly's must be another body's, by its date. That body, too, was
    /// not before its time.
    fn is_another_bodys(&self, symbol: &Symbol, date: Date) -> bool {
        self.latest().is_none_or(|latest| date <= latest) && may_be_another_bodys(symbol, date)
    }

    /// A finding of a rule, without related places and fix, which waits for what it ends with.
    fn finding(&self, rule: &Rule, range: Range<usize>, message: Message) -> Finding {
        let severity = if rule.lower_when_adopted && self.adopted() { rule.severity.lower() } else { rule.severity };
        Finding {
            code: rule.code,
            severity,
            range,
            message,
            related: Vec::new(),
            counterparts: Vec::new(),
            fix: None,
            defer_until: Some(DeferUntil::Word),
        }
    }

    /// A finding about a label. One that ends with its mark is whole, and nothing is waited for.
    fn finding_of_label(&self, rule: &Rule, range: Range<usize>, message: Message) -> Finding {
        let whole = self.text.get(range.clone()).is_some_and(|label| !label.ends_with(char::is_alphanumeric));
        let finding = self.finding(rule, range, message);
        Finding { defer_until: finding.defer_until.filter(|_| !whole), ..finding }
    }
}

impl Severity {
    /// The next lower severity.
    pub fn lower(self) -> Severity {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning => Severity::Information,
            Severity::Information | Severity::Hint => Severity::Hint,
        }
    }
}

impl RuleGroup {
    /// All groups, the standard one first.
    pub const ALL: [RuleGroup; 6] = [
        RuleGroup::Standard,
        RuleGroup::Style,
        RuleGroup::Negotiation,
        RuleGroup::Versions,
        RuleGroup::Update,
        RuleGroup::Pedantic,
    ];

    /// The name by which users turn it on and off.
    pub fn name(self) -> &'static str {
        match self {
            RuleGroup::Standard => "standard",
            RuleGroup::Style => "style",
            RuleGroup::Negotiation => "negotiation",
            RuleGroup::Versions => "versions",
            RuleGroup::Update => "update",
            RuleGroup::Pedantic => "pedantic",
        }
    }

    /// The group with this name.
    pub fn named(name: &str) -> Option<RuleGroup> {
        RuleGroup::ALL.into_iter().find(|group| group.name() == name)
    }
}

impl Rule {
    /// Whether it is checked where nobody has said anything about it.
    pub fn is_on_by_default(&self) -> bool {
        matches!(self.group, RuleGroup::Standard | RuleGroup::Versions | RuleGroup::Update)
    }

    /// Whether something sets it apart.
    pub fn has(&self, what: RuleTrait) -> bool {
        self.traits.contains(&what)
    }

    /// The rule with this name.
    pub fn named(code: &str) -> Option<&'static Rule> {
        ALL.binary_search_by(|rule| rule.code.cmp(code)).ok().and_then(|at| ALL.get(at)).copied()
    }
}

/// Checks a draft by all rules that `wanted` lets through, without a stored library. Findings come in the order of
/// their places.
///
/// A rule that panics costs its own findings and, the first time, what [`tell_failures`] has told, nothing else.
pub fn check(text: &str, draft: &Draft, wanted: &dyn Fn(&Rule) -> bool) -> Vec<Finding> {
    check_knowing(AuthorityCache::built_in(), text, draft, wanted)
}

/// As [`check`], with what a library knows.
pub fn check_knowing(
    knowledge: &AuthorityCache,
    text: &str,
    draft: &Draft,
    wanted: &dyn Fn(&Rule) -> bool,
) -> Vec<Finding> {
    check_among(knowledge, &[], text, draft, wanted)
}

/// Whether something of a text was lost on its way here, as rules tell that have [`RuleTrait::TellsOfLosses`].
pub fn has_losses(text: &str, draft: &Draft) -> bool {
    let tells = |rule: &Rule| rule.traits.contains(&RuleTrait::TellsOfLosses);
    !run(ALL, &RuleContext::new(text, draft, AuthorityCache::built_in()), &tells).is_empty()
}

/// As [`check_knowing`], of a text of which it is known what differs from its other language versions.
pub fn check_among(
    knowledge: &AuthorityCache,
    versions: &[VersionDifference],
    text: &str,
    draft: &Draft,
    wanted: &dyn Fn(&Rule) -> bool,
) -> Vec<Finding> {
    check_by(ALL, &RuleContext::new(text, draft, knowledge).among(versions), wanted)
}

fn check_by(rules: &[&Rule], context: &RuleContext, wanted: &dyn Fn(&Rule) -> bool) -> Vec<Finding> {
    let mut findings = run(rules, context, wanted);
    in_order(&mut findings);
    findings
}

/// What the rules find that `wanted` lets through.
fn run(rules: &[&Rule], context: &RuleContext, wanted: &dyn Fn(&Rule) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules.iter().copied().filter(|rule| wanted(rule)) {
        let before = findings.len();
        let run = catch_unwind(AssertUnwindSafe(|| (rule.check)(context, &mut findings)));
        if run.is_err() {
            findings.truncate(before);
            let tell = *TELL_FAILURE.lock().unwrap_or_else(PoisonError::into_inner);
            if let (true, Some(tell)) = (first_failure(rule), tell) {
                tell(&rule_failed(rule.code));
            }
        }
    }
    findings
}

/// Puts findings in the order of their places.
fn in_order(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| (a.range.start, a.range.end, a.code).cmp(&(b.range.start, b.range.end, b.code)));
    // One cause, one finding: what a rule says of the draft alone is said of the same place already.
    let yields =
        |finding: &Finding| Rule::named(finding.code).is_some_and(|rule| rule.has(RuleTrait::YieldsInItsPlace));
    if findings.iter().any(yields) {
        let told: HashSet<Range<usize>> =
            findings.iter().filter(|finding| !yields(finding)).map(|finding| finding.range.clone()).collect();
        findings.retain(|finding| !yields(finding) || !told.contains(&finding.range));
    }
}

/// Who is told that a rule failed.
static TELL_FAILURE: Mutex<Option<fn(&Message)>> = Mutex::new(None);

/// Has `tell` told, once for each rule, that a rule failed on a text. Who asked last is told.
pub fn tell_failures(tell: fn(&Message)) {
    *TELL_FAILURE.lock().unwrap_or_else(PoisonError::into_inner) = Some(tell);
}

/// Whether a rule failed for the first time since the program began. While somebody types it would fail at every
/// key, and one line says all.
fn first_failure(rule: &Rule) -> bool {
    static FAILED: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    let mut failed = FAILED.lock().unwrap_or_else(PoisonError::into_inner);
    let first = !failed.contains(&rule.code);
    if first {
        failed.push(rule.code);
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ENGLISH;
    use crate::messages::Locale;

    #[test]
    fn names_are_in_order_and_documented() {
        assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
        for rule in ALL {
            let page = rule.page(ENGLISH);
            assert!(page.starts_with(&format!("# {}", rule.code)), "{}", rule.code);
            for heading in ["## What it says", "## Why", "## Example", "## Exceptions", "## Source"] {
                assert!(page.contains(heading), "{} lacks {heading}", rule.code);
            }
        }
    }

    crate::messages! {
        "broken":
        broken() = "It is broken.";
    }

    #[test]
    fn a_rule_that_panics_costs_its_own_findings() {
        static BROKEN: Rule = Rule {
            code: "broken",
            severity: Severity::Error,
            group: RuleGroup::Standard,
            lower_when_adopted: false,
            source: "",
            depends_on: DependsOn::Structure,
            messages: MESSAGES,
            traits: &[],
            check: |context, findings| {
                findings.push(context.finding(&BROKEN, 0..1, broken()));
                panic!("on purpose");
            },
        };
        let text = "The General Assembly,\n\nRecalling the lamps,¹\n\n1. Decides.\n";
        let draft = Draft::read(text);
        let context = RuleContext::new(text, &draft, AuthorityCache::built_in());
        static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());
        tell_failures(|failure| TOLD.lock().unwrap().push(failure.text(&Locale::ENGLISH)));
        for _ in 0..2 {
            let findings = check_by(&[&BROKEN, &footnote_undefined::RULE], &context, &|_| true);
            assert_eq!(findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["footnote-undefined"]);
        }
        let said = "the rule broken failed on this text and was left out; please report it";
        assert_eq!(*TOLD.lock().unwrap(), [said], "one line is enough");
    }
}
