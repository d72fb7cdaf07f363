//! What is told of wordings and their places.

use super::{AgreedPlace, AgreedWording};
use crate::compare::item_name;
use crate::library::AuthorityCache;
use crate::library::instrument_info::InstrumentInfo;
use crate::messages::Message;
use crate::workspace::WorkspaceIndex;

crate::messages! {
    "agreed":
    /// Of no wording at all.
    pub nowhere() =
        "These words, or words like them, stand in none of the texts at hand that have a symbol.";
    same(count: count) =
        "{count, plural, one {These words stand in one paragraph.} other {These words stand in {count} paragraphs.}}";
    like(percent: number, count: count) =
        "{count, plural, one {{percent} in a hundred of these words stand in one paragraph.} other {{percent} in a hundred of these \
         words stand in {count} paragraphs.}}";
    place(symbol: symbol, paragraph: message) = "{symbol}, {paragraph}";
    dated(place: message, date: date) = "{place}, {date}";
    voted(place: message, vote: message) = "{place}; {vote}";
    earliest(place: message) = "the first time: {place}";
    latest(place: message) = "the last time: {place}";
}

impl AgreedWording {
    /// How like it is, and in how many places it stands.
    pub fn message(&self) -> Message {
        match self.likeness {
            100 => same(self.places.len()),
            percent => like(percent, self.places.len()),
        }
    }

    /// Its places as they are told, each with its sentence: the earliest and the latest first, then those between.
    pub fn told(&self, authority: &AuthorityCache, library: &WorkspaceIndex) -> Vec<(&AgreedPlace, Message)> {
        let said = |place: &AgreedPlace| place.message(&place.about(authority, library));
        match self.places.as_slice() {
            [] => Vec::new(),
            [only] => vec![(only, said(only))],
            [first, between @ .., last] => {
                let ends = [(first, earliest(said(first))), (last, latest(said(last)))];
                ends.into_iter().chain(between.iter().map(|place| (place, said(place)))).collect()
            }
        }
    }
}

impl AgreedPlace {
    /// What is known of the instrument.
    pub fn about(&self, authority: &AuthorityCache, library: &WorkspaceIndex) -> InstrumentInfo {
        authority.about_in_full(library, &self.symbol, self.language)
    }

    /// The instrument and the paragraph, with the day of its adoption and the vote as far as they are known.
    pub fn message(&self, about: &InstrumentInfo) -> Message {
        let mut told = place(self.symbol.as_str(), item_name(self.kind, &self.path));
        if let Some(date) = self.adopted.or_else(|| about.adopted.first().map(|fact| fact.value)) {
            told = dated(told, date);
        }
        if let Some(vote) = about.votes.first() {
            told = voted(told, vote.value.message());
        }
        told
    }
}
