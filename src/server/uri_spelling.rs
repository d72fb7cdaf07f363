//! URIs as clients write them.
//!
//! Some clients leave characters in a `file:` URI as they are that RFC 3986 has escaped: `[`, a space, `é`. Such a URI is
//! escaped as it comes in, so that one file has one URI here, and is written as the client wrote it when it goes out again. So are
//! the drives of Windows, of which each client has a way to write them.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use tower_lsp::ls_types::Uri;

use super::windows_paths;

/// What a client calls files that this program calls otherwise.
#[derive(Debug, Default)]
pub struct UriSpellings {
    /// By the escaped URI, both as strings of JSON.
    written: Mutex<HashMap<String, String>>,
}

impl UriSpellings {
    /// Escapes the URIs of a message that came in. Gives those that nobody can understand.
    pub fn escape_all(&self, message: &mut Value) -> Vec<String> {
        let mut unknown = Vec::new();
        if let Some(params) = message.get_mut("params") {
            self.escape_within(params, false, &mut unknown);
        }
        unknown
    }

    fn escape_within(&self, value: &mut Value, is_uri: bool, unknown: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let named = name == "uri" || name.ends_with("Uri");
                    self.escape_within(member, named, unknown);
                }
            }
            // What a command is about stands in a list.
            Value::Array(items) => {
                for item in items {
                    let is_file = item.as_str().is_some_and(|item| item.starts_with("file:"));
                    self.escape_within(item, is_file, unknown);
                }
            }
            Value::String(text) if is_uri => self.escape(text, unknown),
            _ => {}
        }
    }

    fn escape(&self, uri: &mut String, unknown: &mut Vec<String>) {
        let escaped = escaped(uri);
        let plain = || windows_paths::with_plain_drive(escaped.as_deref().unwrap_or(uri));
        if let Some(escaped) = cfg!(windows).then(plain).flatten().or(escaped) {
            let keys = [&escaped, uri].map(|text| Value::from(text.as_str()).to_string());
            let [escaped_key, written_key] = keys;
            self.written.lock().unwrap_or_else(PoisonError::into_inner).insert(escaped_key, written_key);
            *uri = escaped;
        }
        if uri.parse::<Uri>().is_err() {
            unknown.push(uri.clone());
        }
    }

    /// The body of a message that goes out, with the URIs as the client wrote them.
    pub fn as_written(&self, body: Vec<u8>) -> Vec<u8> {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let replace = |body: Vec<u8>, (escaped, written): (&String, &String)| {
            let mut places = memchr::memmem::find_iter(&body, escaped.as_bytes()).peekable();
            if places.peek().is_none() {
                return body;
            }
            let (mut out, mut at) = (Vec::with_capacity(body.len()), 0);
            for place in places {
                out.extend_from_slice(body.get(at..place).unwrap_or_default());
                out.extend_from_slice(written.as_bytes());
                at = place + escaped.len();
            }
            out.extend_from_slice(body.get(at..).unwrap_or_default());
            out
        };
        written.iter().fold(body, replace)
    }
}

/// A URI with the characters escaped that none may have; `None` where it has none.
fn escaped(uri: &str) -> Option<String> {
    let bytes = uri.as_bytes();
    let is_escape =
        |at: usize| bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    // In the name of a host square brackets stand for themselves (RFC 3986, 3.2.2), and no file has such a one.
    let stands = |at: usize, byte: u8| match byte {
        b'%' => is_escape(at),
        b'[' | b']' | b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => false,
        _ => byte.is_ascii_graphic(),
    };
    if bytes.iter().enumerate().all(|(at, byte)| stands(at, *byte)) {
        return None;
    }
    let mut escaped = String::with_capacity(uri.len() + 16);
    for (at, byte) in bytes.iter().enumerate() {
        match stands(at, *byte) {
            true => escaped.push(char::from(*byte)),
            false => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_uri_is_escaped_on_its_way_in_and_written_as_before_on_its_way_out() {
        let spellings = UriSpellings::default();
        for (written, right) in [
            ("file:///a%20b/[1].md", "file:///a%20b/%5B1%5D.md"),
            ("file:///dr\u{e9}ft a.md", "file:///dr%C3%A9ft%20a.md"),
            ("file:///100%.md", "file:///100%25.md"),
            ("file:///a.md", "file:///a.md"),
            ("untitled:Untitled-1", "untitled:Untitled-1"),
        ] {
            let message = |uri: &str| json!({ "params": { "textDocument": { "uri": uri, "text": written }, "arguments": [uri, 1] } });
            let mut came = message(written);
            assert_eq!(spellings.escape_all(&mut came), [""; 0]);
            assert_eq!(came, message(right));
            let goes = json!({ "uri": right, "changes": { right: [] } }).to_string();
            let out = spellings.as_written(goes.into_bytes());
            let expected = json!({ "uri": written, "changes": { written: [] } }).to_string();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
        let mut broken = json!({ "params": { "rootUri": "no uri", "textDocument": null } });
        assert_eq!(spellings.escape_all(&mut broken), ["no%20uri"]);
    }
}
