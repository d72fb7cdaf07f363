//! How long it takes to read a draft and to check it, by its size and language. The drafts are made up here.
//!
//! `cargo bench --bench read`; the throughput counts bytes of the draft.

use divan::Bencher;
use divan::counter::BytesCount;
use rapporteur::draft::{Draft, Memory};
use rapporteur::rules;

/// A draft's head, its preambular and operative paragraphs and its notes, and what is counted in them: `{n}`.
struct Sample {
    head: &'static str,
    preambular: &'static [&'static str],
    operative: &'static [&'static str],
    note: &'static str,
}

const ENGLISH: Sample = Sample {
    head: "Resolution adopted by the General Assembly on 18 December 2037\n\n[on the report of the Second Committee (A/92/431)]\n\n92/{n}. Lights of the harbours\n\nThe General Assembly,\n\n",
    preambular: &[
        "Recalling its resolutions 81/175 of 20 December 2026 and 84/{n} A of 23 December 2029 on the lights of the harbours, as well as Security Council resolution 2953 (2029) and Economic and Social Council resolution 2031/12 of 26 July 2031,\n\n",
        "Deeply concerned that many lighthouses stand dark during the long nights of the winter, and that the keepers who tend them have neither oil nor spare lenses nor the means to send word to one another,\n\n",
        "Taking note of the report of the Secretary-General on keepers and their lamps,{m} and of the note by the Secretariat on the same matter (A/92/{n}/Add.1),\n\n",
    ],
    operative: &[
        "{n}. Requests the Secretary-General to submit to the General Assembly at its ninety-fourth session a report on the implementation of the present resolution, taking into account paragraph 3 above;\n\n",
        "{n}. Calls upon all States, in accordance with paragraph 12 of resolution 88/24 of 5 November 2033, to keep their harbours lit, to mend what the storms have broken and to share with their neighbours what they have learned, and in particular:\n\n(a) To see to it that each lamp has a keeper, and each keeper somebody who can stand in for him or her;\n\n(b) To publish every year the list of the lights that were out for longer than a night;\n\n",
    ],
    note: "{m} A/92/{n}.\n",
};

const CHINESE: Sample = Sample {
    head: "2037年12月18日大会决议\n\n[根据第二委员会的报告(A/92/431)通过]\n\n92/{n}. 港口灯塔\n\n大会，\n\n",
    preambular: &[
        "回顾其关于港口灯塔的2026年12月20日第81/175号和2029年12月23日第84/{n} A号决议，以及安全理事会第2953(2029)号决议和经济及社会理事会2031年7月26日第2031/12号决议，\n\n",
        "深为关切许多灯塔在冬季的漫漫长夜里没有亮光，看守灯塔的人既没有灯油，也没有备用透镜，更没有互通消息的办法，\n\n",
        "注意到秘书长关于灯塔看守人的报告{m}和秘书处的说明(A/92/{n}/Add.1)，\n\n",
    ],
    operative: &[
        "{n}. 请秘书长向大会第九十四届会议提交一份关于本决议执行情况的报告，同时考虑到上文第3段；\n\n",
        "{n}. 促请所有国家依照2033年11月5日第88/24号决议第12段，使其港口保持明亮，修复风暴损坏的设施，并与邻国交流经验，特别是：\n\n(a) 确保每座灯塔都有看守人，每位看守人都有可以替换的人；\n\n(b) 每年公布熄灭超过一夜的灯塔名单；\n\n",
    ],
    note: "{m} A/92/{n}。\n",
};

/// A draft of `size` bytes or a little more.
fn draft(sample: &Sample, size: usize) -> String {
    let mut text = sample.head.replace("{n}", "14");
    let mut notes = String::new();
    let (mut marker, mut number) = (0, 0);
    let mut add = |text: &mut String, paragraph: &str, number: usize| {
        let mut paragraph = paragraph.to_owned();
        if paragraph.contains("{m}") {
            marker += 1;
            paragraph = paragraph.replace("{m}", &superscript(marker));
            notes +=
                &sample.note.replace("{m}", &superscript(marker)).replace("{n}", &(100 + marker % 800).to_string());
        }
        *text += &paragraph.replace("{n}", &number.to_string());
        text.len() + notes.len()
    };
    for (i, paragraph) in sample.preambular.iter().cycle().enumerate() {
        if add(&mut text, paragraph, 100 + i % 100) > size / 3 {
            break;
        }
    }
    for paragraph in sample.operative.iter().cycle() {
        number += 1;
        if add(&mut text, paragraph, number) > size {
            break;
        }
    }
    text + "__________________\n\n" + &notes
}

fn superscript(number: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|d| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(d as usize)).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}

fn run(bencher: Bencher, sample: &Sample, size: usize) {
    let text = draft(sample, size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let draft = Draft::read(divan::black_box(&text));
        rules::check(&text, &draft, &|_| true)
    });
}

const SIZES: [usize; 3] = [6_000, 60_000, 1_000_000];

#[divan::bench(args = SIZES)]
fn english(bencher: Bencher, size: usize) {
    run(bencher, &ENGLISH, size);
}

#[divan::bench(args = SIZES)]
fn chinese(bencher: Bencher, size: usize) {
    run(bencher, &CHINESE, size);
}

/// A key in the middle of the draft: it is read again with what is kept, and checked.
#[divan::bench(args = SIZES)]
fn english_after_a_key(bencher: Bencher, size: usize) {
    let mut text = draft(&ENGLISH, size);
    let middle = (text.len() / 2..).find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let mut memory = Memory::default();
    let mut typed = false;
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        if typed {
            text.remove(middle);
        } else {
            text.insert(middle, 'x');
        }
        typed = !typed;
        let draft = Draft::read_again(&text, &mut memory);
        rules::check(&text, &draft, &|_| true)
    });
}

fn main() {
    divan::main();
}
