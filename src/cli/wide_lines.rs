//! Lines of Chinese that are wider than the terminal. The parser of arguments breaks lines at spaces, and Chinese has none.

use rapporteur::script::{is_han, is_invisible, is_wide};

/// How wide help is at most, in columns of a terminal.
pub const WIDEST: usize = 100;

/// How many columns help may have here: those of the terminal, or of `COLUMNS`, as the parser of arguments goes by.
pub fn of_terminal() -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let set = || std::env::var("COLUMNS").ok()?.parse().ok();
    terminal.or_else(set).unwrap_or(WIDEST).clamp(20, WIDEST)
}

/// A text whose lines end between two Chinese characters, or before something in backticks, where they would be wider than some columns. What is broken off stands
/// below where the words of the line begin.
pub fn broken(text: &str, columns: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for line in text.split_inclusive('\n') {
        break_line(line, columns, &mut out);
    }
    out
}

fn break_line(line: &str, columns: usize, out: &mut String) {
    let indent = words_begin(line);
    // The last place where the line may end, in bytes of what was written, and the column there.
    let mut may_end: Option<(usize, usize)> = None;
    let (mut column, mut before, mut escaped) = (0, ' ', false);
    for c in line.chars() {
        // A sequence that chooses colours (ECMA-48) ends with a letter.
        escaped = c == '\u{1b}' || (escaped && !before.is_ascii_alphabetic());
        let wide = match c {
            '\n' => 0,
            _ if escaped || is_invisible(c) => 0,
            _ if is_wide(c) => 2,
            _ => 1,
        };
        if is_han(before) && (is_han(c) || c == '`') {
            may_end = Some((out.len(), column));
        }
        if column + wide > columns
            && let Some((at, ended)) = may_end.take().filter(|(_, ended)| *ended > indent)
        {
            let rest = out.split_off(at);
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            out.push_str(&rest);
            column = column - ended + indent;
        }
        out.push(c);
        column += wide;
        before = c;
    }
}

/// The column in which the words of a line of help begin: behind the name of an option, if one stands before them.
fn words_begin(line: &str) -> usize {
    let (mut column, mut spaces, mut begin, mut escaped, mut before) = (0, 0, 0, false, ' ');
    for c in line.chars().take_while(|c| *c != '\n') {
        escaped = c == '\u{1b}' || (escaped && !before.is_ascii_alphabetic());
        before = c;
        if escaped || is_invisible(c) {
            continue;
        }
        if c == ' ' {
            spaces += 1;
        } else {
            // Names of options end before two spaces.
            if spaces > 1 {
                begin = column;
            }
            spaces = 0;
        }
        column += if is_wide(c) { 2 } else { 1 };
    }
    begin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_chinese_end_where_the_terminal_does() {
        let text = "选项：\n      --config <文件>  所依据的设置文件，用以代替文本所在文件夹中的`rapporteur.toml`\n";
        let expected = "选项：\n      --config <文件>  所依据的设置文件，用以代\n                       替文本所在文件夹中的\n                       `rapporteur.toml`\n";
        assert_eq!(broken(text, 48), expected);
        assert_eq!(broken(text, 200), text);
        let coloured = text.replace("--config", "\u{1b}[1m--config\u{1b}[0m");
        assert_eq!(broken(&coloured, 48), expected.replace("--config", "\u{1b}[1m--config\u{1b}[0m"));
    }

    #[test]
    fn what_is_not_chinese_stays_as_it_is() {
        let text = "      --fix  Mend what has a certain mend, in the files, and print what is left of it\n";
        assert_eq!(broken(text, 20), text);
    }
}
