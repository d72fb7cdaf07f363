//! The page that tells where words have stood before.

use super::InstrumentPage;
use super::words::{markdown, shorten};
use crate::agreed::{AgreedPlace, AgreedWording, nowhere};
use crate::library::AuthorityCache;
use crate::messages::{Locale, Message};
use crate::workspace::WorkspaceIndex;

crate::messages! {
    "assist.agreed":
    title() = "Where these words have stood before";
}

/// How many characters of what was asked for are shown.
const SHOWN: usize = 600;

/// How many places of a wording are shown.
const PLACES: usize = 40;

/// The page of an answer. `name` is the page's file name, `asked` the words that were asked for, `address` gives the address that
/// opens a place.
pub fn agreed_page(
    name: String,
    asked: &str,
    wordings: &[AgreedWording],
    (authority, library): (&AuthorityCache, &WorkspaceIndex),
    address: impl Fn(&AgreedPlace) -> Option<String>,
    locale: &Locale,
) -> InstrumentPage {
    let said = |message: &Message| markdown(&message.text(locale));
    let mut page = vec![format!("# {}", said(&title())), quoted(&shorten(asked, SHOWN))];
    if wordings.is_empty() {
        page.push(said(&nowhere()));
    }
    for wording in wordings {
        page.push(format!("## {}", said(&wording.message())));
        if wording.said != asked {
            page.push(quoted(&wording.said));
        }
        let place = |(place, message): (&AgreedPlace, Message)| match address(place) {
            Some(address) => format!("- [{}]({address})", said(&message)),
            None => format!("- {}", said(&message)),
        };
        let places: Vec<String> = wording.told(authority, library).into_iter().take(PLACES).map(place).collect();
        page.push(places.join("\n"));
    }
    InstrumentPage { name, markdown: page.join("\n\n") + "\n" }
}

fn quoted(words: &str) -> String {
    format!("> {}", markdown(words))
}
