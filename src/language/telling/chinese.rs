//! What the program says in Chinese.

use super::{Organs, Telling};
use crate::symbol::{Body, Modification, Nature, Portion, Session};

/// What the program says in Chinese.
pub static TELLING: Telling = Telling {
    organs: Organs {
        general_assembly: "大会",
        security_council: "安全理事会",
        economic_and_social_council: "经济及社会理事会",
        trusteeship_council: "托管理事会",
        human_rights_council: "人权理事会",
        environment_assembly: "联合国环境大会",
        asia_pacific_commission: "亚洲及太平洋经济社会委员会",
        secretariat: "秘书处",
    },
    main_committees: ["第一委员会", "第二委员会", "第三委员会", "第四委员会", "第五委员会", "第六委员会"],
    commissions: &[
        (3, "统计委员会"),
        (4, "人权委员会"),
        (5, "社会发展委员会"),
        (6, "妇女地位委员会"),
        (7, "麻醉药品委员会"),
        (9, "人口与发展委员会"),
        (15, "预防犯罪和刑事司法委员会"),
        (16, "科学和技术促进发展委员会"),
    ],
    session: |session| match session {
        Session::Regular(number) => format!("第{}届会议", numeral(number)),
        Session::Special(number) => format!("第{}届特别会议", numeral(number)),
        Session::EmergencySpecial(number) => format!("第{}届紧急特别会议", numeral(number)),
    },
    body: |body| match body {
        Body::Committee => "[第{}号]委员会",
        Body::AdHocCommittee => "[第{}号]特设委员会",
        Body::Commission => "[第{}号]委员会",
        Body::Conference => "[第{}号]会议",
        Body::ConferenceOfParties => "缔约方大会[{}]",
        Body::ConferenceOfStatesParties => "缔约国会议[{}]",
        Body::MeetingOfStatesParties => "缔约国会议[{}]",
        Body::GoverningCouncil => "理事会[{}]",
        Body::PreparatoryCommittee => "筹备委员会[{}]",
        Body::Subcommittee => "[第{}号]小组委员会",
        Body::Subcommission => "[第{}号]小组委员会",
        Body::WorkingGroup => "[第{}]工作组",
        Body::WorkingParty => "[第{}]工作队",
        Body::GeneralCommittee => "总务委员会",
        Body::SpecialPoliticalCommittee => "特别政治委员会",
    },
    nature: |nature| match nature {
        Nature::Resolution => "[第{}号]决议",
        Nature::Decision => "[第{}号]决定",
        Nature::PresidentialStatement => "主席声明[{}]",
        Nature::Limited => "限制分发文件[{}]",
        Nature::Restricted => "内部分发文件[{}]",
        Nature::ConferenceRoomPaper => "会议室文件[{}]",
        Nature::WorkingPaper => "工作文件[{}]",
        Nature::Information => "参考文件[{}]",
        Nature::NonGovernmental => "非政府组织的陈述[{}]",
        Nature::Petition => "请愿书[{}]",
        Nature::VerbatimRecord => "[第{}次]会议逐字记录",
        Nature::SummaryRecord => "[第{}次]会议简要记录",
        Nature::GeneralComment => "[第{}号]一般性意见",
        Nature::Agenda => "临时议程[{}]",
        Nature::Bulletin => "秘书长公报[{}]",
        Nature::AdministrativeInstruction => "行政指示[{}]",
        Nature::InformationCircular => "情况通报[{}]",
    },
    document: "第{}号文件",
    draft_resolution: "决议草案[{}]",
    draft_decision: "决定草案[{}]",
    modification: |kind| match kind {
        Modification::Revision => "[第{}次]修订",
        Modification::Addendum => "增编[{}]",
        Modification::Corrigendum => "更正[{}]",
        Modification::Amendment => "修正[{}]",
        Modification::Summary => "摘要",
    },
    revisions: &["第一次修订", "第二次修订", "第三次修订", "第四次修订", "第五次修订"],
    part: "{}部分",
    parts: "{}至{1}部分",
    portion: |portion| match portion {
        Portion::Volume(_) => "第{}卷",
        Portion::Parts(..) => "第{}部分",
        Portion::Section(..) => "第{}款",
        Portion::Supplement => "补编",
        Portion::Introduction => "导言",
        Portion::PlanOutline => "计划大纲",
        Portion::Resumption(_) => "续会{}",
    },
    joint: "又作",
    year: "{}年",
    comma: "，",
    months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    date: "{y}年{m}月{d}日",
    first_day: "1",
    cited: |times| format!("本草案引用{times}次。"),
    paragraph: "第{}段",
    official_document: "正式文件",
    preamble: "序言部分",
    notes: "脚注",
    empty: "（无文字）",
};

/// 六十二, as sessions are counted. Beyond 99, digits.
fn numeral(number: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u16| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    match (number, number / 10, number % 10) {
        (1..10, ..) => digit(number).to_owned(),
        (10..20, _, unit) => format!("十{}", digit(unit)),
        (20..100, tens, unit) => format!("{}十{}", digit(tens), digit(unit)),
        _ => number.to_string(),
    }
}
