//! Records cut out of a stream of XML by their tags, before anything else of it is read: a broken one costs no other.

use super::faults;
use crate::messages::Message;
use std::io::BufRead;

use memchr::{memchr_iter, memmem};

use super::LARGEST;
use super::sink::Stop;

/// The records of a stream, cut out by their tags.
pub(super) struct Records<B> {
    bytes: B,
    /// What was read and not handed out yet.
    buffer: Vec<u8>,
    /// The line in which the buffer begins, from 1.
    line: u64,
    ended: bool,
}

/// A record or why there is none, and its line.
pub(super) type CutRecord = (Result<Vec<u8>, Message>, u64);

impl<B: BufRead> Records<B> {
    pub fn new(bytes: B) -> Records<B> {
        Records { bytes, buffer: Vec::new(), line: 1, ended: false }
    }

    /// The next record.
    pub fn next(&mut self) -> Result<Option<CutRecord>, Stop> {
        let Some(start) = self.find(0, false)? else { return Ok(None) };
        self.drop_to(start);
        let line = self.line;
        let end = self.find(1, true)?;
        let another = self.find(1, false)?;
        match (end, another) {
            (Some(end), another) if another.is_none_or(|another| end < another) => {
                let close = self.buffer.get(end..).and_then(|rest| memchr::memchr(b'>', rest));
                let whole = end + close.map_or(0, |at| at + 1);
                let record = self.buffer.get(..whole).unwrap_or_default().to_vec();
                self.drop_to(whole);
                Ok(Some((Ok(record), line)))
            }
            (_, Some(another)) => {
                self.drop_to(another);
                Ok(Some((Err(faults::no_end()), line)))
            }
            (_, None) => {
                let why = match self.ended {
                    true => faults::file_ends(),
                    false => faults::record_too_long(),
                };
                self.buffer.clear();
                Ok(Some((Err(why), line)))
            }
        }
    }

    /// Where the first tag `<record>`, or `</record>`, begins that is not before `from`. Reads on as far as need be,
    /// but no further than a record is long; for a beginning no further than the end of the record at hand.
    fn find(&mut self, from: usize, end: bool) -> Result<Option<usize>, Stop> {
        let mut looked = from;
        loop {
            if let Some(at) = tag(self.buffer.get(looked..).unwrap_or_default(), end) {
                return Ok(Some(looked + at));
            }
            if from > 0 && !end && tag(self.buffer.get(from..).unwrap_or_default(), true).is_some() {
                return Ok(None);
            }
            if from > 0 && self.buffer.len() > LARGEST {
                return Ok(None);
            }
            // A tag may be cut in two by the end of what was read.
            let kept = self.buffer.len().saturating_sub(64);
            looked = looked.max(kept);
            if from == 0 {
                self.drop_to(kept);
                looked = 0;
            }
            let some = self.bytes.fill_buf()?;
            if some.is_empty() {
                self.ended = true;
                return Ok(None);
            }
            let taken = some.len();
            self.buffer.extend_from_slice(some);
            self.bytes.consume(taken);
        }
    }

    /// Lets go of what stands before this byte.
    fn drop_to(&mut self, byte: usize) {
        let gone = self.buffer.drain(..byte.min(self.buffer.len()));
        self.line += memchr_iter(b'\n', gone.as_slice()).count() as u64;
    }
}

/// Where the first tag of a record is, the beginning or the end of it, with a prefix (`marc:record`) or without.
fn tag(bytes: &[u8], end: bool) -> Option<usize> {
    memmem::find_iter(bytes, b"record").find_map(|at| {
        let behind = bytes.get(at + b"record".len())?;
        let before = bytes.get(..at)?;
        let prefix =
            before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_'));
        let name = at - prefix.count();
        let prefixed = name == at || before.ends_with(b":");
        let opened = bytes.get(..name)?;
        let start = opened.len().checked_sub(if end { 2 } else { 1 })?;
        let opens = opened.get(start..)? == if end { b"</".as_slice() } else { b"<".as_slice() };
        // The end is one only when it is whole.
        let whole = !end || bytes.get(at..).is_some_and(|rest| memchr::memchr(b'>', rest).is_some());
        (whole && opens && prefixed && matches!(behind, b'>' | b' ' | b'\t' | b'\r' | b'\n')).then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use super::*;

    /// The records of a text that arrives in pieces of `size` bytes, with their lines.
    fn cut(text: &str, size: usize) -> Vec<(Option<String>, u64)> {
        let mut records = Records::new(BufReader::with_capacity(size, Cursor::new(text.as_bytes().to_vec())));
        let mut all = Vec::new();
        while let Ok(Some((record, line))) = records.next() {
            all.push((record.ok().map(|bytes| String::from_utf8(bytes).unwrap()), line));
        }
        all
    }

    #[test]
    fn records_are_cut_out_wherever_the_stream_is_cut() {
        let text = "<collection>\n<a:record x='1'>one\n</a:record>\n<!-- records -->\n<record>two</record ><recorded/></collection>";
        let expected =
            [(Some("<a:record x='1'>one\n</a:record>".to_owned()), 2), (Some("<record>two</record >".to_owned()), 5)];
        for size in 1..=text.len() {
            assert_eq!(cut(text, size), expected, "{size}");
        }
    }

    #[test]
    fn a_record_without_an_end_costs_no_other() {
        let text = "<record>one\n<record>two</record>\n<record>three";
        for size in 1..=text.len() {
            assert_eq!(cut(text, size), [(None, 1), (Some("<record>two</record>".to_owned()), 2), (None, 3)], "{size}");
        }
    }
}
