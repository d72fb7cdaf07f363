//! Texts that are made to be slow, at any size.

/// A text of about `n` pieces that is made to be slow, and its name.
pub struct Slow {
    pub name: &'static str,
    pub text: fn(usize) -> String,
}

const HEAD: &str = "The General Assembly,\n\nRecalling the lamps,\n\n";

/// Lines of page text, so that what follows is read as such.
const PAGE: &str = "Recalling the long nights of the northern harbours and\nthe lamps that were kept alight in them by generations of\n";

/// A sentence for each number from 1 on.
fn counted(n: usize, line: fn(usize) -> String) -> String {
    (1..=n).map(line).collect()
}

fn superscript(number: usize) -> String {
    let digit = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10).unwrap_or(0) as usize).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}

/// All of them.
pub const SLOW: &[Slow] = &[
    Slow { name: "opening brackets", text: |n| "[".repeat(n) },
    Slow { name: "brackets in brackets", text: |n| "(".repeat(n / 2) + &")".repeat(n / 2) },
    Slow {
        name: "brackets that open only, of a paragraph",
        text: |n| HEAD.to_owned() + "1. Decides " + &"(".repeat(n) + " to light them;\n",
    },
    Slow {
        name: "brackets in brackets, of a paragraph",
        text: |n| HEAD.to_owned() + "1. Decides " + &"[".repeat(n / 2) + " to light them " + &"]".repeat(n / 2) + ";\n",
    },
    Slow {
        name: "one line of citations",
        text: |n| HEAD.to_owned() + &"Recalling its resolution 62/175 of 18 December 2007, ".repeat(n / 8),
    },
    Slow { name: "one line of one letter", text: |n| "x".repeat(n * 10) },
    Slow {
        name: "one line of Chinese",
        text: |n| "大会，\n\n回顾".to_owned() + &"第62/175号、".repeat(n) + "决议，\n",
    },
    Slow { name: "one line of words", text: |n| HEAD.to_owned() + &"the lamps of ".repeat(n) },
    Slow {
        name: "one line of references",
        text: |n| HEAD.to_owned() + "1. Decides, " + &"paragraph 3 (a) above and ".repeat(n / 4),
    },
    Slow { name: "markers without a note", text: |n| HEAD.to_owned() + &"the lamps,¹ ".repeat(n) },
    Slow {
        name: "markers and their notes",
        text: |n| {
            let text = counted(n, |i| format!("the lamps,[^{i}] "));
            HEAD.to_owned() + &text + "\n\n" + &counted(n, |i| format!("[^{i}]: A/92/{}.\n", i % 900 + 1))
        },
    },
    Slow {
        name: "superscripts and their notes",
        text: |n| {
            let text = counted(n / 4, |i| format!("the lamps,{} ", superscript(i)));
            HEAD.to_owned() + &text + "\n\n_______\n" + &counted(n / 4, |i| format!("{} A/92/1.\n", superscript(i)))
        },
    },
    Slow {
        name: "glued markers and their notes",
        text: |n| {
            let text = counted(n / 8, |i| format!("the lamps of the harbours and the keepers of the lights,{i} and\n"));
            HEAD.to_owned() + &PAGE.repeat(9) + &text + "\n_______\n" + &counted(n / 8, |i| format!("{i} A/92/1.\n"))
        },
    },
    Slow { name: "notes without a marker", text: |n| HEAD.to_owned() + &counted(n, |i| format!("[^{i}]: A/92/1.\n")) },
    Slow { name: "nothing but superscripts", text: |n| HEAD.to_owned() + &"¹".repeat(n) },
    Slow { name: "nothing but notes' marks", text: |n| HEAD.to_owned() + &"¹\n".repeat(n) },
    Slow {
        name: "paragraphs",
        text: |n| HEAD.to_owned() + &counted(n, |i| format!("{}. Decides to light them;\n\n", i % 900 + 1)),
    },
    Slow {
        name: "paragraphs of the same number",
        text: |n| HEAD.to_owned() + &"1. Decides to light them;\n\n".repeat(n),
    },
    Slow {
        name: "paragraphs in descending order",
        text: |n| {
            let mut numbers: Vec<_> = (1..=n).map(|i| format!("{i}. Decides to light them;\n\n")).collect();
            numbers.reverse();
            HEAD.to_owned() + &numbers.concat()
        },
    },
    Slow { name: "labels and nothing else", text: |n| HEAD.to_owned() + &"1.\n".repeat(n) },
    Slow { name: "subparagraphs", text: |n| HEAD.to_owned() + "1. Decides:\n\n" + &"(a) To light them;\n\n".repeat(n) },
    Slow {
        name: "deep and shallow by turns",
        text: |n| HEAD.to_owned() + "1. Decides:\n\n" + &"(a) lamps:\n(i) oil:\na. wicks:\n1) flames:\n".repeat(n / 4),
    },
    Slow {
        name: "a list set in ever deeper",
        text: |n| HEAD.to_owned() + &counted(n / 50, |i| format!("{}1. Decides:\n", " ".repeat(i % 2_000))),
    },
    Slow {
        name: "negotiation labels",
        text: |n| HEAD.to_owned() + &counted(n, |i| format!("[OP{} alt. [Decides] [Agrees];]\n\n", i % 900 + 1)),
    },
    Slow { name: "digits", text: |n| "1".repeat(n * 10) },
    Slow {
        name: "digits in a paragraph",
        text: |n| HEAD.to_owned() + "1. Recalls resolution " + &"7".repeat(n * 10) + "/1;\n",
    },
    Slow { name: "spaced digits", text: |n| "1 ".repeat(n) },
    // Numbers of five digits are looked at more closely than shorter ones.
    Slow { name: "a number a line", text: |n| counted(n, |i| format!("{}\n", i % 9000 + 1)) },
    Slow { name: "a long number a line", text: |n| counted(n, |i| format!("{}\n", 10_000 + i)) },
    Slow { name: "zero-width and bidirectional marks", text: |n| HEAD.to_owned() + &"\u{202e}\u{200b}".repeat(n) },
    Slow { name: "marks between letters", text: |n| HEAD.to_owned() + "1. " + &"D\u{200b}e\u{202e}c".repeat(n) + "\n" },
    Slow { name: "spaces", text: |n| HEAD.to_owned() + &" ".repeat(n * 10) + "x" },
    Slow { name: "blank lines", text: |n| HEAD.to_owned() + &"\n".repeat(n) + "1. Decides.\n" + &"\n".repeat(n) },
    Slow { name: "carriage returns", text: |n| HEAD.to_owned() + &"\r".repeat(n) + "1. Decides.\n" },
    Slow {
        name: "rules",
        text: |n| HEAD.to_owned() + &("_____\n".to_owned() + &" ".repeat(60) + "\n1\n").repeat(n / 20),
    },
    Slow {
        name: "pages",
        text: |n| {
            "A/RES/92/14\n\n".to_owned()
                + HEAD
                + &PAGE.repeat(9)
                + &counted(n / 10, |i| format!("{PAGE}\n{}/900\n\u{c}A/RES/92/14\n", i % 900 + 1))
        },
    },
    Slow {
        name: "pages with notes",
        text: |n| {
            "A/RES/92/14\n\n".to_owned()
                + HEAD
                + &counted(n / 10, |i| {
                    format!("{PAGE}lights,{i} and\n_________\n{i} A/92/1.\n\n{}/900\n\u{c}\n", i % 900 + 1)
                })
        },
    },
    Slow { name: "slashes", text: |n| "/".repeat(n) },
    Slow { name: "half a symbol", text: |n| "A/RES/".repeat(n) },
    Slow { name: "symbols", text: |n| HEAD.to_owned() + &"A/RES/92/14 ".repeat(n) },
    Slow { name: "misspelled symbols", text: |n| HEAD.to_owned() + &"A/RES/92//14 ".repeat(n) },
    Slow { name: "joint symbols", text: |n| "A/67/828-S/2013/210-".repeat(n / 4) },
    Slow { name: "opening quotes", text: |n| HEAD.to_owned() + &"resolution 62/175, entitled “".repeat(n / 8) },
    Slow {
        name: "quotes in quotes",
        text: |n| HEAD.to_owned() + "Recalling resolution 62/175, entitled " + &"“".repeat(n),
    },
    Slow { name: "sections", text: |n| HEAD.to_owned() + &"I\n\nLamps\n\n1. Decides.\n\n".repeat(n / 4) },
    Slow {
        name: "parts",
        text: |n| counted(n / 8, |i| format!("{}\n\n{HEAD}1. Decides.\n\n", if i % 2 == 0 { "A" } else { "B" })),
    },
    Slow {
        name: "parts in two languages",
        text: |n| (HEAD.to_owned() + "1. Decides.\n\n大会，\n\n回顾灯塔，\n\n1. 决定。\n\n").repeat(n / 16),
    },
    Slow { name: "annexes", text: |n| HEAD.to_owned() + &"1. Decides.\n\nAnnex\n\nLamps\n\n".repeat(n / 4) },
    Slow {
        name: "a date for a date",
        text: |n| HEAD.to_owned() + &"resolutions of 18 December 2007 and ".repeat(n / 4),
    },
    Slow {
        name: "lists of numbers",
        text: |n| HEAD.to_owned() + "Recalling its resolutions " + &"62/175, ".repeat(n) + "and 63/1,",
    },
    Slow {
        name: "operative paragraphs without numbers",
        text: |n| HEAD.to_owned() + &"Decides to light them;\n\n".repeat(n),
    },
    Slow { name: "lines of a word", text: |n| HEAD.to_owned() + &"Lamp\n".repeat(n) },
    Slow { name: "paragraphs of a word", text: |n| HEAD.to_owned() + &"Lamp\n\n".repeat(n) },
    Slow {
        name: "spaces too many, line by line",
        text: |n| HEAD.to_owned() + &counted(n, |i| format!("{}.  Decides  to light them; \n\n", i % 900 + 1)),
    },
    Slow {
        name: "one line of words in two spellings",
        text: |n| {
            let words = "co-operation, cooperation, the Charter of the United Nations, the United Nations Charter, ";
            HEAD.to_owned() + "1. Notes the co-operation, " + &words.repeat(n / 8) + "and others;\n"
        },
    },
    Slow {
        name: "paragraphs that refer to themselves",
        text: |n| HEAD.to_owned() + &"1. Recalls paragraph 1 above;\n\n".repeat(n / 2),
    },
    Slow {
        name: "one line of references that point the wrong way",
        text: |n| {
            let list = counted(n / 4, |i| format!("{}, ", i % 7 + 3));
            let after = counted(9, |i| format!("{}. Decides;\n\n", i + 1));
            HEAD.to_owned() + "1. Recalls paragraphs " + &list + "and 4 above;\n\n" + &after
        },
    },
    Slow {
        name: "one wrong date for many numbers",
        text: |n| HEAD.to_owned() + "Recalling its resolutions " + &"62/175, ".repeat(n / 4) + "of 18 December 1997,\n",
    },
    Slow {
        name: "wrong dates",
        text: |n| HEAD.to_owned() + &"Recalling its resolution 62/175 of 18 December 1997,\n\n".repeat(n / 4),
    },
    Slow {
        name: "one line of what is this resolution",
        text: |n| HEAD.to_owned() + "1. Decides, " + &"in this resolution, [and] ".repeat(n / 4) + "to rest;\n",
    },
    Slow {
        name: "notes in the wrong order",
        text: |n| {
            let text = (1..=n / 4).rev().map(|i| format!("1. Lights the lamps;[^{i}]\n\n"));
            HEAD.to_owned()
                + &text.collect::<String>()
                + &counted(n / 4, |i| format!("[^{i}]: A/92/{}.\n\n", i % 900 + 1))
        },
    },
    Slow { name: "hyphens at the lines' ends", text: |n| HEAD.to_owned() + &PAGE.repeat(9) + &"long-\n".repeat(n) },
    Slow { name: "lone characters beyond the first plane", text: |n| HEAD.to_owned() + &"𝄞".repeat(n) },
];
