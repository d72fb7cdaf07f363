//! What is true of characters whatever language they stand in: which writing a character belongs to, what a digit or
//! a numeral is worth in every script, which marks are commas, brackets or quotation marks.
//!
//! The ground floor: nothing here knows of words, symbols or drafts, and nothing is imported from another room. What
//! only one language does with its marks stands in that language's tables.

mod class;
pub mod counting;
mod digits;
mod direction;
mod numerals;
pub mod punctuation;

pub use class::{
    OBJECT_REPLACEMENT, SOFT_HYPHEN, VEILED_BLOCK, WORD_JOINER, is_accented_latin, is_arabic, is_arabic_vowel_sign,
    is_direction_mark, is_frequent_chinese, is_full_width_alphanumeric, is_han, is_invisible, is_wide, without_hamza,
};
pub use digits::{
    DigitScript, ascii_digit, digit_value, is_per_cent, is_superscript, may_part_decimals, may_part_digits,
    next_ascii_digit, number_in, plain_superscript, superscript,
};
pub use direction::runs_from_right;
pub use numerals::{
    chinese_amount, chinese_digit, chinese_digits, chinese_number, chinese_numerals, chinese_power, enclosed_number,
    in_chinese, in_enclosed, in_roman, roman_number, roman_of_label,
};
