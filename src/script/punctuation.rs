//! Punctuation of all scripts: commas, semicolons, colons, full stops, brackets, quotation marks.
//!
//! A function tells what a mark is in whatever script. Where only the mark of one script is meant, it has a name.

/// `，`, of Chinese texts.
pub const FULL_WIDTH_COMMA: char = '，';
/// `،`.
pub const ARABIC_COMMA: char = '،';
/// `、`, between the members of a Chinese list.
pub const ENUMERATION_COMMA: char = '、';
/// `；`, of Chinese texts.
pub const FULL_WIDTH_SEMICOLON: char = '；';
/// `؛`.
pub const ARABIC_SEMICOLON: char = '؛';
/// `：`, of Chinese texts.
pub const FULL_WIDTH_COLON: char = '：';
/// `。`, of Chinese texts.
pub const IDEOGRAPHIC_STOP: char = '。';
/// `．`, the Latin full stop at the width of a Chinese character, which stands behind numbers.
pub const FULL_WIDTH_STOP: char = '．';

/// `©`, which word processors make of `(c)`.
pub const COPYRIGHT: char = '©';

/// Whether a mark is a comma; that of Chinese lists is none.
#[inline]
pub const fn is_comma(c: char) -> bool {
    matches!(c, ',' | FULL_WIDTH_COMMA | ARABIC_COMMA)
}

/// Whether a mark is a semicolon.
#[inline]
pub const fn is_semicolon(c: char) -> bool {
    matches!(c, ';' | FULL_WIDTH_SEMICOLON | ARABIC_SEMICOLON)
}

/// Whether a mark is a colon.
#[inline]
pub const fn is_colon(c: char) -> bool {
    matches!(c, ':' | FULL_WIDTH_COLON)
}

/// Whether it is the full stop of Chinese, behind which no space stands.
pub const fn is_ideographic_stop(c: char) -> bool {
    c == IDEOGRAPHIC_STOP
}

/// Whether a mark is a hyphen or a dash of any length, the minus sign and the hyphen that keeps a line from breaking
/// included.
#[inline]
pub const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '－')
}

/// Whether a mark is the full stop of a sentence. That of numbers, [`FULL_WIDTH_STOP`], is none.
#[inline]
pub const fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | IDEOGRAPHIC_STOP)
}

/// Whether a mark is the full stop that stands behind a number, narrow or wide.
#[inline]
pub const fn is_number_stop(c: char) -> bool {
    matches!(c, '.' | FULL_WIDTH_STOP)
}

/// Whether a mark is a question mark.
#[inline]
pub const fn is_question_mark(c: char) -> bool {
    matches!(c, '?' | '？' | '؟')
}

/// Whether a mark is an exclamation mark.
#[inline]
pub const fn is_exclamation_mark(c: char) -> bool {
    matches!(c, '!' | '！')
}

/// Whether a mark parts the clauses of a sentence or the members of a list: all commas, semicolons and colons.
#[inline]
pub const fn parts_clauses(c: char) -> bool {
    is_comma(c) || c == ENUMERATION_COMMA || is_semicolon(c) || is_colon(c)
}

/// Whether a paragraph of a resolution may end with a mark: a comma, a semicolon, a colon or a full stop.
#[inline]
pub const fn ends_paragraph(c: char) -> bool {
    is_comma(c) || is_semicolon(c) || is_colon(c) || is_full_stop(c)
}

/// Whether a mark ends a sentence.
#[inline]
pub const fn ends_sentence(c: char) -> bool {
    is_full_stop(c) || is_question_mark(c) || is_exclamation_mark(c)
}

/// The round brackets that open, narrow and wide.
pub const ROUND_OPENING: [char; 2] = ['(', '（'];
/// The round brackets that close.
pub const ROUND_CLOSING: [char; 2] = [')', '）'];
/// The square brackets that open, narrow and wide.
pub const SQUARE_OPENING: [char; 2] = ['[', '［'];
/// The square brackets that close.
pub const SQUARE_CLOSING: [char; 2] = [']', '］'];
/// The brackets that open around what is not agreed: square ones, and those that Chinese texts have for them.
pub const UNAGREED_OPENING: [char; 4] = ['[', '［', '【', '〔'];
/// The brackets that close behind what is not agreed.
pub const UNAGREED_CLOSING: [char; 4] = [']', '］', '】', '〕'];

/// Whether a round bracket opens.
#[inline]
pub const fn opens_round(c: char) -> bool {
    matches!(c, '(' | '（')
}

/// Whether a round bracket closes.
#[inline]
pub const fn closes_round(c: char) -> bool {
    matches!(c, ')' | '）')
}

/// Marks that open and close a quotation, in pairs. Some texts have the English ones turned around.
pub const QUOTATIONS: [(char, char); 7] =
    [('“', '”'), ('”', '“'), ('«', '»'), ('„', '“'), ('"', '"'), ('‘', '’'), ('《', '》')];
/// Marks that open a quotation in a paragraph; a straight mark does both.
pub const QUOTATION_OPENING: [char; 4] = ['“', '«', '「', '『'];
/// Marks that close it.
pub const QUOTATION_CLOSING: [char; 4] = ['”', '»', '」', '』'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_all_scripts() {
        assert!([',', '，', '،'].iter().all(|c| is_comma(*c) && parts_clauses(*c) && ends_paragraph(*c)));
        assert!([';', '；', '؛'].iter().all(|c| is_semicolon(*c) && parts_clauses(*c)));
        assert!(!is_comma(ENUMERATION_COMMA) && parts_clauses(ENUMERATION_COMMA));
        assert!(ends_sentence('。') && ends_sentence('؟') && !ends_sentence(FULL_WIDTH_STOP));
        assert!(is_number_stop(FULL_WIDTH_STOP) && !is_full_stop(FULL_WIDTH_STOP));
    }

    #[test]
    fn brackets_come_in_pairs() {
        assert!(ROUND_OPENING.into_iter().all(opens_round) && ROUND_CLOSING.into_iter().all(closes_round));
        assert_eq!(UNAGREED_OPENING.map(opens_round), [false; 4]);
    }
}
