//! # session-past
//!
//! ## What it says
//!
//! What is asked for is asked for at a session that is still to come.
//!
//! ## Why
//!
//! Most drafts begin as last year's text. What that text asked of the next session, it asks of a session that is over, or of the
//! one that is just going on; who overlooks it asks for a report that nobody can give any more.
//!
//! ## Example
//!
//! ```text
//! A/C.4/92/L.7
//!
//! Ninety-second session
//!
//! The lamps of the harbours
//!
//! The General Assembly,
//!
//! 1. Requests the Secretary-General to report to the General Assembly at its ninety-second session on the lamps;
//!
//! 2. Decides to include the item in the provisional agenda of its ninety-third session.
//! ```
//!
//! The draft is one of the ninety-second session: the ninety-third is meant. The mend writes it.
//!
//! ## Exceptions
//!
//! What recalls a session: what was adopted, held or said at it, and reports that were given to it. Notes, and the preamble. Of the
//! draft's own session what is said of its resumed or main part, or of its end, or of an item that stays open. Sessions that are
//! longer ago than four years, and those that are written in digits, as those of other bodies often are. Drafts that tell neither
//! by their symbol nor by their masthead of which session of the General Assembly they are.
//!
//! ## Source
//!
//! The General Assembly's guidelines for the submission of proposals, by which a draft starts from the last adopted text; rule 1 of
//! its rules of procedure (sessions of the Assembly).

use super::support::fix;
use super::support::last_year::own_session;
use super::{DependsOn, Edit, Finding, Fix, Rule, RuleContext, RuleGroup, Severity};

pub static RULE: Rule = Rule {
    code: "session-past",
    severity: Severity::Warning,
    group: RuleGroup::Standard,
    lower_when_adopted: true,
    source: page_of!("session_past.rs"),
    depends_on: DependsOn::Document,
    check,
    messages: MESSAGES,
    traits: &[],
};

crate::messages! {
    "session-past":
    over(session: session, own: session) =
        "This looks ahead to session {session}, which is over: the draft is one of session {own}. Check which session is meant.";
    draft_s_own(session: session) =
        "This looks ahead to session {session}, which is the draft’s own. Check whether the next one is meant.";
}

fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let Some(own) = own_session(context) else { return };
    for past in context.past_sessions() {
        let message = if past.session == own { draft_s_own(own) } else { over(past.session, own) };
        let mut finding = context.finding(&RULE, past.range.clone(), message);
        finding.fix = past.next.clone().map(|next| Fix {
            title: fix::write(&next),
            certain: false,
            edits: vec![Edit { range: past.range.clone(), text: next }],
        });
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{expect, fixed};

    #[test]
    fn what_is_asked_at_a_session_that_is_over_or_the_drafts_own() {
        expect(
            "session-past",
            "
A/C.4/92/L.7

The lamps of the harbours

The General Assembly,

1. Requests the Secretary-General to report to it at its ninety-first session;
                                                         ^^^^^^^^^^^^ This looks ahead to session 91, which is over: the draft is one of session 92. Check which session is meant.

2. Requests the Secretary-General:

(a) To submit to the General Assembly, at its ninety-second session, a list of the lamps;
                                              ^^^^^^^^^^^^^ This looks ahead to session 92, which is the draft’s own. Check whether the next one is meant.

(b) To report again at its ninety-third and ninety-fourth sessions.
",
        );
    }

    #[test]
    fn what_was_and_what_goes_on_is_let_be() {
        expect(
            "session-past",
            "
A/C.4/92/L.7

The lamps of the harbours

The General Assembly,

Recalling that it requested a report at its ninety-first session,

1. Requests the keepers to take into account the views expressed at its ninety-first session;

2. Decides to keep the item under review during its ninety-second session;

3. Invites the debates held at its eighty-eighth, ninetieth and ninety-first sessions to be read again;

4. Takes note of the report of the Secretary-General submitted to it at its ninety-first session;

5. Requests the Commission to continue, at its thirty-first session, to count the lamps.
",
        );
    }

    #[test]
    fn a_number_that_a_page_breaks_is_no_list() {
        for broken in ["ninety -third", "ninety- third", "ninety third"] {
            expect(
                "session-past",
                &format!("A/C.4/92/L.7\n\nThe General Assembly,\n\n1. Requests a report at its {broken} session.\n"),
            );
        }
    }

    #[test]
    fn an_item_that_stays_open_in_six_languages() {
        for draft in [
            "The General Assembly,\n\n1. Decides to keep under review at its ninety-second session the item entitled “Lamps”.",
            "L’Assemblée générale,\n\n1. Décide de poursuivre à sa quatre-vingt-douzième session l’examen du point intitulé « Lampes ».",
            "La Asamblea General,\n\n1. Decide seguir examinando en su nonagésimo segundo período de sesiones el tema titulado “Lámparas”.",
            "Генеральная Ассамблея,\n\n1. постановляет продолжить на своей девяносто второй сессии рассмотрение пункта, озаглавленного «Лампы».",
            "إن الجمعية العامة،\n\n1 - تقرر أن تبقي قيد النظر في دورتها الثانية والتسعين البند المعنون ”المصابيح“.",
            "大会，\n\n1. 决定在第九十二届会议上继续审议题为“灯”的项目。",
        ] {
            expect("session-past", &format!("A/C.4/92/L.7\n\n{draft}\n"));
        }
    }

    #[test]
    fn without_a_session_of_its_own_nothing_is_told() {
        let draft = "The General Assembly,\n\n1. Requests a report at its ninety-first session.\n";
        expect("session-past", draft);
        expect(
            "session-past",
            &format!("S/RES/2900 (2037)\n\n{}", draft.replace("General Assembly", "Security Council")),
        );
    }

    #[test]
    fn the_next_session_is_written_in_the_languages_own_words() {
        for (masthead, asks, mended) in [
            (
                "Ninety-second session",
                "The General Assembly,\n\n1. Requests a report at its ninety-second session;",
                "ninety-third session",
            ),
            (
                "Quatre-vingt-douzième session",
                "L’Assemblée générale,\n\n1. Prie le Secrétaire général de lui présenter un rapport à sa quatre-vingt-douzième session ;",
                "quatre-vingt-treizième session",
            ),
            (
                "Девяносто вторая сессия",
                "Генеральная Ассамблея,\n\n1. просит Генерального секретаря представить доклад на ее девяносто второй сессии;",
                "девяносто третьей сессии",
            ),
            ("第九十二届会议", "大会，\n\n1. 请秘书长向大会第九十二届会议提出报告；", "第九十三届会议"),
        ] {
            let draft = format!("A/C.4/92/L.7\n\n{masthead}\n\n{asks}\n");
            assert!(fixed("session-past", &draft).contains(mended), "{draft}");
        }
    }
}
