//! Rapporteur reads a draft resolution in the style of the United Nations, and helps the person who writes it.
//!
//! **Other programs** that read and check drafts need the room [`api`] and no other: it is small, and what it promises stays. The
//! other rooms are public for the program, its tests and its measurements, and change with any version.
//!
//! # The map of the house
//!
//! Data flows one way: file → [`source`] → [`draft`], editor → [`server`] → [`document`] → [`text`] → [`draft`] → [`rules`], [`revise`],
//! [`complete`] and [`assist`] ← [`workspace`] and [`library`], and back out through the server, or through [`publish`] as a
//! file of another format. What only knows words and
//! symbols ([`language`], [`symbol`]) stands below all, and below that what is true of characters in whatever language
//! ([`script`]) and the form of what is told ([`messages`]), which every room may use.
//!
//! | room | what is in it | may use |
//! | --- | --- | --- |
//! | [`script`] | characters of all scripts: their classes, digits, numerals, punctuation | |
//! | [`messages`] | what the program tells people, as data: ids, arguments, templates, and how they become text | |
//! | [`text`] | one draft's characters: the rope, its lines, offsets and editor positions | |
//! | [`source`] | the one way in: a file's bytes made text, with the places of the file and what its format knows | `text` |
//! | [`symbol`] | UN document symbols: grammar, canonical spelling, near misses | |
//! | [`language`] | what differs between the six languages, one file each | `symbol` |
//! | [`draft`] | text made structure: blocks, paragraphs, labels, notes, citations | `source`, `symbol`, `language` |
//! | [`compare`] | texts side by side: the language versions of one, and a text beside an earlier one | `symbol`, `language`, `draft` |
//! | [`workspace`] | the texts of the opened folders: what each is, and which cites which | `text`, `source`, `symbol`, `language`, `draft` |
//! | [`library`] | what is known of instruments beside their texts: stored tables, the built-in register, and what everybody cites | `symbol`, `language`, `draft`, `workspace` |
//! | [`agreed`] | where words have stood before: an index of all texts at hand, on disk | `text`, `symbol`, `language`, `draft`, `compare`, `workspace`, `library` |
//! | [`rules`] | one file a rule: what it says, how it checks, how it fixes, its tests | `symbol`, `language`, `draft`, `compare`, `library` |
//! | [`config`] | what the user has settled: its keys, and what applies to a file | `text`, `source`, `language`, `draft`, `rules`, `library` |
//! | [`document`] | an open draft without the protocol: its versions, findings and settings, and what waits while somebody types | `text`, `source`, `language`, `draft`, `compare`, `workspace`, `library`, `rules`, `config` |
//! | [`revise`] | what changes a draft when the writer asks: renumbering, formatting, typing on | `source`, `symbol`, `language`, `draft` |
//! | [`publish`] | a draft as a file of another format | `source`, `symbol`, `language`, `draft`, `revise` |
//! | [`report`] | what programs and people are given of drafts: JSON, pages for a browser, and all of it of texts in memory | `text`, `source`, `symbol`, `language`, `draft`, `compare`, `workspace`, `library`, `rules`, `config`, `revise`, `publish` |
//! | [`complete`] | what may be written where the cursor is, and the words for it | `symbol`, `language`, `draft`, `workspace`, `library` |
//! | [`assist`] | hover, definition, references, outline, links, what changed | `symbol`, `language`, `draft`, `compare`, `workspace`, `library`, `agreed` |
//! | [`server`] | the only room that knows the protocol: a file for each request in `handlers/`, and what they share | all |
//! | [`api`] | what other programs use of this library: read a draft, check it, follow a citation | `text`, `source`, `symbol`, `language`, `draft`, `workspace`, `library`, `rules` |
//! | `cli` | the command line, in the program beside this library | all but `document` and `complete` |
//!
//! All rooms but `server` and `text` speak of byte offsets into the draft as it was given (UTF-8) and of
//! plain structs. Every room may tell something, as data of [`messages`].
//!
//! [`messages`]: mod@messages

#[cfg(feature = "store")]
pub mod agreed;
pub mod api;
pub mod assist;
pub mod compare;
pub mod complete;
pub mod config;
pub mod document;
pub mod draft;
pub mod language;
pub mod library;
pub mod messages;
pub mod publish;
pub mod report;
pub mod revise;
pub mod rules;
pub mod script;
#[cfg(feature = "server")]
pub mod server;
pub mod source;
pub mod symbol;
pub mod text;
pub mod workspace;

/// All messages of all rooms, in no particular order: what there is to be translated.
pub fn all_messages() -> impl Iterator<Item = &'static messages::Template> {
    let messages = symbol::MESSAGES
        .iter()
        .chain(messages::system::MESSAGES)
        .copied()
        .chain(source::messages())
        .chain(compare::messages())
        .chain(assist::messages())
        .chain(rules::messages())
        .chain(config::messages())
        .chain(publish::messages())
        .chain(report::messages())
        .chain(revise::renumber::messages())
        .chain(revise::footnote::MESSAGES.iter().copied())
        .chain(document::messages())
        .chain(revise::unwrap::MESSAGES.iter().copied())
        .chain(library::messages());
    #[cfg(feature = "store")]
    let messages = messages.chain(agreed::messages());
    #[cfg(feature = "server")]
    let messages = messages.chain(server::messages());
    messages
}
