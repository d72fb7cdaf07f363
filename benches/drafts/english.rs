//! English paragraphs, put together of who, what and since when.

use rapporteur::library::known;
use rapporteur::library::register::InstrumentRegister;
use rapporteur::symbol::Symbol;

use super::{A_SESSION, CITED, Chance};

const TITLES: [&str; 4] = ["Lights of the harbours", "Keepers of the lights", "Safe passage by night", "Winter lamps"];

const WHO: [&str; 16] = [
    "the keepers of the lights",
    "many lighthouses along the northern coasts",
    "the ships that pass by night",
    "the harbours of small islands",
    "the families who live on the rocks",
    "the associations of pilots",
    "the authorities of the ports",
    "those who mend the lenses and the lamps",
    "the schools in which keepers are trained",
    "the fleets that fish in winter",
    "the makers of bells and foghorns",
    "the towns that lie behind the dunes",
    "the ferries between the two shores",
    "the weather stations on the capes",
    "the owners of small boats",
    "the crews of the buoy tenders",
];

const WHAT: [&str; 16] = [
    "have had neither oil nor spare lenses since the storms of last winter",
    "depend on lights that nobody is paid to keep",
    "share what they have learned with their neighbours",
    "have asked for a common table of signals in all languages",
    "cannot send word to one another when the wires are down",
    "keep their logs in good order, and show them to whoever asks",
    "are the last to be told when a light goes out",
    "have taken apprentices from among the young people of the coast",
    "still steer by charts that were drawn before the sandbanks moved",
    "bear the costs of the repairs alone",
    "need two keepers for each lamp, so that one of them can sleep",
    "have agreed on the hours at which the lamps are lit and put out",
    "report each year the lights that were out for longer than a night",
    "have been without a doctor, a teacher and a boat for most of the year",
    "use half of the oil that they used a decade ago",
    "meet every spring to compare their tables of the tides",
];

const PREAMBULAR: [&str; 9] = [
    "Noting with concern that",
    "Deeply concerned that",
    "Mindful that",
    "Recognizing that",
    "Bearing in mind that",
    "Convinced that",
    "Emphasizing that",
    "Welcoming the fact that",
    "Aware that",
];

const OPERATIVE: [&str; 8] = [
    "Notes with appreciation that",
    "Recognizes that",
    "Expresses its concern that",
    "Stresses that",
    "Welcomes the fact that",
    "Regrets that",
    "Reaffirms that",
    "Takes note with interest of the finding that",
];

const REQUESTS: [&str; 4] = [
    "Requests the Secretary-General to submit to the General Assembly at its ninety-fifth session a report on whether",
    "Invites the International Maritime Organization to look into reports that",
    "Calls upon all States, in accordance with {law}, to act wherever",
    "Encourages Member States to make it known, in all the languages of the coast, that",
];

const MONTHS: [&str; 4] = ["September", "October", "November", "December"];

/// A title for a resolution.
pub fn title(number: u32) -> String {
    TITLES[number as usize % TITLES.len()].to_owned()
}

fn clause(chance: &mut Chance) -> String {
    format!("{} {}", chance.one_of(&WHO), chance.one_of(&WHAT))
}

/// A resolution that may be in the workspace, and is none whose date everybody knows, with the same date each time.
fn citation(chance: &mut Chance) -> String {
    let (session, number) = loop {
        let session = CITED.start + chance.below(CITED.len()) as u32;
        let number = 1 + chance.below(A_SESSION as usize);
        let symbol = Symbol::parse(&format!("A/RES/{session}/{number}"));
        let is_known = |symbol: &Symbol| {
            known::by_symbol(symbol).is_some() || !InstrumentRegister::built_in().family(symbol).is_empty()
        };
        if symbol.is_ok_and(|symbol| !is_known(&symbol)) {
            break (session, number);
        }
    };
    let mut own = Chance(u64::from(session) << 32 | number as u64);
    let (day, month) = (1 + own.below(28), own.one_of(&MONTHS));
    format!("{session}/{number} of {day} {month} {}", session + 1945)
}

/// A preambular paragraph.
pub fn preambular(chance: &mut Chance) -> String {
    match chance.below(4) {
        0 => {
            let council = 2027 + chance.below(10);
            format!(
                "Recalling its resolutions {} and {} on the lights of the harbours, as well as Economic and Social Council resolution {council}/{} of 22 July {council} on the matter that {},",
                citation(chance),
                citation(chance),
                1 + chance.below(40),
                clause(chance),
            )
        }
        1 => format!(
            "Taking note of the report of the Secretary-General on the observation that {},{{1}} and of the note by the Secretariat (A/92/{}),",
            clause(chance),
            1 + chance.below(900),
        ),
        _ => {
            let opening = chance.one_of(&PREAMBULAR);
            format!("{opening} {}, that {}, and that {},", clause(chance), clause(chance), clause(chance))
        }
    }
}

/// The operative paragraph with this number, without subparagraphs.
pub fn operative(chance: &mut Chance, number: usize) -> String {
    match chance.below(4) {
        0 => {
            let law = match number {
                ..2 => "international law".to_owned(),
                _ => format!("paragraph {} above", 1 + chance.below(number - 1)),
            };
            let request = chance.one_of(&REQUESTS).replace("{law}", &law);
            format!("{request} {}, and to say what has been done about it;", clause(chance))
        }
        1 => format!(
            "Reaffirms paragraph {} of its resolution {}, in which it recognized that {};",
            1 + chance.below(12),
            citation(chance),
            clause(chance),
        ),
        2 => format!("{} {},{{1}} and that {};", chance.one_of(&OPERATIVE), clause(chance), clause(chance)),
        _ => format!(
            "{} {}, as is said in its resolution {}, and that {};",
            chance.one_of(&OPERATIVE),
            clause(chance),
            citation(chance),
            clause(chance),
        ),
    }
}

/// What stands after a subparagraph's letter.
pub fn item(chance: &mut Chance) -> String {
    format!("To see to it that {}, and that {};", clause(chance), clause(chance))
}
