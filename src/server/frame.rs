//! Messages as they stand on the wire: a header with the length, a blank line, JSON.
//!
//! The framework's own reader stops for good at the first frame that it cannot decode. Editors and the
//! scripts between them do send such frames, so the frames are read here, and one that makes no sense costs
//! nothing but itself.

use std::io::{self, BufRead, Read, Write};

use serde::Serialize;

use super::uri_spelling::UriSpellings;

/// A header line longer than this, in bytes, is none.
const LONGEST_HEADER: u64 = 4096;

/// A body longer than this, in bytes, is taken for a damaged header.
const LONGEST_BODY: usize = 1 << 30;

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
}
