//! What a client sends.

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use super::log::{self, log};
use super::uri_spelling::UriSpellings;

/// A message.
#[derive(Debug)]
pub enum Incoming {
    /// A request or a notification.
    Request(Request),
    /// The answer to a request of ours.
    Response(Response),
    /// Something that is no message, and the answer that it gets.
    Broken(Response),
}

/// Makes a message of JSON, in which URIs are escaped as they should be.
pub fn parse(body: &[u8], spellings: &UriSpellings) -> Incoming {
    let broken = |id, error| Incoming::Broken(Response::from_error(id, error));
    let read = serde_json::from_slice::<Value>(body);
    let Ok(mut value) = read.or_else(|_| serde_json::from_slice(&without_halves(body))) else {
        return broken(Id::Null, Error::parse_error());
    };
    for uri in spellings.escape_all(&mut value) {
        log(&match value.get("method").and_then(Value::as_str) {
            Some(method) => log::no_uri(method, uri),
            None => log::no_uri_in_answer(uri),
        });
    }
    let id = value.get("id").and_then(|id| serde_json::from_value(id.clone()).ok()).unwrap_or_default();
    if value.get("method").is_some() {
        match serde_json::from_value(value) {
            Ok(request) => Incoming::Request(request),
            Err(_) => broken(id, Error::invalid_request()),
        }
    } else {
        match serde_json::from_value(value) {
            Ok(response) => Incoming::Response(response),
            Err(_) => broken(id, Error::invalid_request()),
        }
    }
}

/// The body with U+FFFD for every lone surrogate (`\ud83d`), which JSON can say and no text can hold. Editors send
/// them when somebody edits in the middle of a character, and to lose that edit would put the text out of step for
/// good; U+FFFD has the same length in UTF-16.
fn without_halves(body: &[u8]) -> Vec<u8> {
    let mut mended = body.to_owned();
    let mut at = 0;
    while let Some(next) = body.get(at..).and_then(|rest| memchr::memchr(b'\\', rest)) {
        at += next;
        let ends = match (surrogate(body, at), surrogate(body, at + 6)) {
            (Some(Half::High), Some(Half::Low)) => at + 12,
            (Some(_), _) => {
                if let Some(escape) = mended.get_mut(at..at + 6) {
                    escape.copy_from_slice(br"\ufffd");
                }
                at + 6
            }
            // Any other escape: what follows the backslash begins none.
            (None, _) => at + 2,
        };
        at = ends;
    }
    mended
}

/// Half of a surrogate pair.
enum Half {
    High,
    Low,
}

/// The surrogate that is escaped at this byte.
fn surrogate(body: &[u8], at: usize) -> Option<Half> {
    let digits = body.get(at..at + 6)?.strip_prefix(br"\u")?;
    match u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()? {
        0xd800..=0xdbff => Some(Half::High),
        0xdc00..=0xdfff => Some(Half::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_character_does_not_cost_the_message() {
        let query = |text: &str| {
            let body = format!(r#"{{"jsonrpc":"2.0","method":"a/b","params":{{"text":"{text}"}}}}"#);
            match parse(body.as_bytes(), &UriSpellings::default()) {
                Incoming::Request(request) => request.params().unwrap()["text"].as_str().unwrap().to_owned(),
                other => panic!("{text}: {other:?}"),
            }
        };
        assert_eq!(query(r"a\ud83db"), "a\u{fffd}b");
        assert_eq!(query(r"\uDE94"), "\u{fffd}");
        assert_eq!(query(r"\ude94\ud83d\ud83d\ude94"), "\u{fffd}\u{fffd}\u{1f694}");
        assert_eq!(query(r"\\ud83d\ud83d\n"), "\\ud83d\u{fffd}\n");
    }

    #[test]
    fn what_is_no_message_gets_an_answer() {
        let answer = |body: &str| match parse(body.as_bytes(), &UriSpellings::default()) {
            Incoming::Broken(response) => serde_json::to_string(&response).unwrap(),
            other => panic!("{other:?}"),
        };
        assert!(answer("{").contains("-32700"));
        assert!(answer("[]").contains("-32600"));
        assert!(answer("{\"id\":7}").contains("\"id\":7"));
        assert!(answer("\u{feff}").contains("-32700"));
        assert!(matches!(
            parse(br#"{"jsonrpc":"2.0","method":"exit"}"#, &UriSpellings::default()),
            Incoming::Request(_)
        ));
        assert!(matches!(
            parse(br#"{"jsonrpc":"2.0","id":1,"result":null}"#, &UriSpellings::default()),
            Incoming::Response(_)
        ));
    }
}
