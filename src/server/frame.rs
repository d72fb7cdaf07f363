//! Messages as they stand on the wire: a header with the length, a blank line, JSON.
//!
//! The framework's own reader stops for good at the first frame that it cannot decode. Editors and the
//! scripts between them do send such frames, so the frames are read here, and one that makes no sense costs
//! nothing but itself.

use std::io::{self, BufRead, Read, Write};

use serde::Serialize;
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use super::log::{self, log};
use super::uri_spelling::UriSpellings;

/// A header line longer than this, in bytes, is none.
const LONGEST_HEADER: u64 = 4096;

/// A body longer than this, in bytes, is taken for a damaged header.
const LONGEST_BODY: usize = 1 << 30;

/// What a client sent.
#[derive(Debug)]
pub enum Incoming {
    /// A request or a notification.
    Request(Request),
    /// The answer to a request of ours.
    Response(Response),
    /// Something that is no message, and the answer that it gets.
    Broken(Response),
}

/// Reads the body of the next frame, `None` at the end of the input. What stands between two frames and is
/// no header is passed over.
///
/// Fails when the input cannot be read.
pub fn read(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length: Option<usize> = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.by_ref().take(LONGEST_HEADER).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        match length {
            Some(length) if line.trim_ascii().is_empty() => {
                let mut body = Vec::with_capacity(length.min(1 << 20));
                let read = input.by_ref().take(length as u64).read_to_end(&mut body)?;
                return Ok((read == length).then_some(body));
            }
            _ => length = content_length(&line).or(length),
        }
    }
}

/// The length in a header line. After a frame that was longer than it said, its remains stand before the
/// header's name on the same line.
fn content_length(line: &[u8]) -> Option<usize> {
    let line = String::from_utf8_lossy(line).to_ascii_lowercase();
    let (_, value) = line.rsplit_once("content-length:")?;
    value.trim().parse().ok().filter(|length| *length <= LONGEST_BODY)
}

/// Makes a message of a frame's body, in which URIs are escaped as they should be.
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

/// Writes a message as a frame, without flushing.
///
/// Fails when the output cannot be written to.
pub fn write(output: &mut impl Write, message: &impl Serialize, spellings: &UriSpellings) -> io::Result<()> {
    let body = spellings.as_written(serde_json::to_vec(message)?);
    write!(output, "Content-Length: {}\r\n\r\n", body.len())?;
    output.write_all(&body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    fn all(input: &str) -> Vec<String> {
        let mut input = input.as_bytes();
        std::iter::from_fn(|| read(&mut input).unwrap()).map(|body| String::from_utf8(body).unwrap()).collect()
    }

    #[test]
    fn frames_follow_each_other() {
        assert_eq!(all(&(frame("{}") + &frame("决"))), ["{}", "决"]);
        assert_eq!(all("content-length:2\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n{}"), ["{}"]);
        assert_eq!(all("Content-Length: 2\n\n{}"), ["{}"]);
        assert_eq!(all(""), [""; 0]);
    }

    #[test]
    fn what_is_no_frame_is_passed_over() {
        assert_eq!(all(&("\r\nhello\r\n\r\n".to_owned() + &frame("{}"))), ["{}"]);
        assert_eq!(all(&("Content-Length: many\r\n\r\n".to_owned() + &frame("{}"))), ["{}"]);
        assert_eq!(all(&("Content-Length: 99999999999999\r\n\r\n".to_owned() + &frame("{}"))), ["{}"]);
        assert_eq!(all(&("Content-Length: 1\r\n\r\n{}".to_owned() + &frame("{\"a\":1}"))), ["{", "{\"a\":1}"]);
        assert_eq!(all("Content-Length: 20\r\n\r\n{}"), [""; 0], "cut off");
    }

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
