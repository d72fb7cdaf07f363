//! Chinese.

use super::{Body, Citing, Language, Order, Paragraphs, Reading, Telling};

/// Chinese.
pub static CHINESE: &Language =
    &Language { code: "zh", name: "中文", reading: &READING, citing: &CITING, telling: &TELLING };

static READING: Reading = Reading {};

// ------------------------------------------------------------------ how instruments are cited

static CITING: Citing = Citing {
    order: Order::NumberFirst,
    resolution: "(?:各项|有关|相关|等|两项)*决议",
    decision: "(?:各项|有关|相关|等|两项)*决定",
    own: "其|本(?:大会|理事会)",
    bodies: &[
        ("大会", Body::Known("A")),
        ("安全理事会", Body::Known("S")),
        ("安理会", Body::Known("S")),
        ("经济及社会理事会", Body::Known("E")),
        ("经济和社会理事会", Body::Known("E")),
        ("经济与社会理事会", Body::Known("E")),
        ("经社理事会", Body::Known("E")),
        ("人权理事会", Body::Known("A/HRC")),
        ("理事会", Body::Council),
        ("人权委员会", Body::Known("E/CN.4")),
        ("统计委员会", Body::Known("E/CN.3")),
        ("可持续发展委员会", Body::Known("E/CN.17")),
        ("小组委员会", Body::Unknown),
        ("社会发展委员会", Body::Known("E/CN.5")),
        ("妇女地位委员会", Body::Known("E/CN.6")),
        ("麻醉药品委员会", Body::Known("E/CN.7")),
        ("人口与发展委员会", Body::Known("E/CN.9")),
        ("预防犯罪和刑事司法委员会", Body::Known("E/CN.15")),
        ("科学和技术促进发展委员会", Body::Known("E/CN.16")),
        ("科学技术促进发展委员会", Body::Known("E/CN.16")),
        ("亚洲及太平洋经济社会委员会", Body::Known("E/ESCAP")),
        ("亚太经社会", Body::Known("E/ESCAP")),
        ("委员会", Body::Commission),
        ("联合国环境规划署联合国环境大会", Body::Known("UNEP/EA")),
        ("联合国环境大会", Body::Known("UNEP/EA")),
        ("环境大会", Body::Known("UNEP/EA")),
        ("人居大会", Body::Known("HSP/HA")),
        ("联合国人居署大会", Body::Known("HSP/HA")),
        ("生物多样性公约缔约方大会", Body::Known("CBD/COP")),
        ("《生物多样性公约》缔约方大会", Body::Known("CBD/COP")),
        ("缔约方大会", Body::Unknown),
        ("缔约国大会", Body::Unknown),
        ("缔约国会议", Body::Unknown),
        ("缔约方会议", Body::Unknown),
        ("世界卫生大会", Body::Unknown),
        ("卫生大会", Body::Unknown),
        ("原子能机构大会", Body::Unknown),
        ("执行局", Body::Unknown),
        ("执行理事会", Body::Unknown),
        ("规划署理事会", Body::Unknown),
    ],
    owned: "(?:在|于|的|通过|关于[^。；]*的|题为[“\"《][^。；]*的|就[^。；]*通过的|所有|各项|有关|相关|决议|，|尤其是|特别是|包括|及其|有关)*",
    in_its: "(?:在|于)其",
    owner: "",
    not_owner: "",
    before_number: "第",
    after_number: "号",
    joiner: "[、，,]|和|及其|以及|及|与|至|到|或|—|–|并",
    filler: "的",
    glued: &[],
    sessions: &[("ES-", "ES-"), ("S-", "S-")],
    letters: &[],
    letters_to: "至|到|-|–|—",
    letters_and: "和|及|与|、",
    date: "{year}年{month}月{day}日",
    months: ["0?1", "0?2", "0?3", "0?4", "0?5", "0?6", "0?7", "0?8", "0?9", "10", "11", "12"],
    dated: "通过的?|的|关于[^。；]*的|题为[“\"《][^。；]*的|就[^。；]*通过的",
    titled: "[，,(（]?(?:标题为|题为|名为|称为)",
    paragraphs: Paragraphs {
        before: "第",
        after: "段",
        label: r" ?\((?:[a-z]{1,4}|[一二三四五六七八九十]{1,3})\)|[㈠-㈩]",
        joiner: "、第?|和第?|及第?|至第?|到第?|-|–|—",
        here_after: "",
        here_before: "上文|下文|本决议(?:上文|下文|执行部分)?|本决定",
        of: "",
        after_citation: "号?(?:决议|决定)(?:的|执行部分|，|、)?",
    },
};

// ------------------------------------------------------------------ what the program says

static TELLING: Telling = Telling {};
