//! The Charter's Chapters and Articles, each with a few words that say what it is about. They are our own; most Articles
//! of the Charter have no heading.

/// The number of the last Article.
pub const LAST_ARTICLE: u8 = 111;

/// A Chapter of the Charter.
#[derive(Debug, PartialEq, Eq)]
pub struct Chapter {
    /// 1 to 19, written as Roman numerals.
    pub number: u8,
    /// What it is about. English.
    pub heading: &'static str,
    /// Its first Article.
    pub first: u8,
    /// Its last Article.
    pub last: u8,
}

/// An Article of the Charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Article {
    /// 1 to 111.
    pub number: u8,
    /// What it is about. English.
    pub heading: &'static str,
    /// The chapter in which it stands.
    pub chapter: &'static Chapter,
}

/// The Article of a number; `None` where the Charter has none.
pub fn article(number: u8) -> Option<Article> {
    let heading = HEADINGS.get(usize::from(number).checked_sub(1)?)?;
    let chapter = CHAPTERS.iter().find(|chapter| (chapter.first..=chapter.last).contains(&number))?;
    Some(Article { number, heading, chapter })
}

/// The Chapter of a number; `None` where the Charter has none.
pub fn chapter(number: u8) -> Option<&'static Chapter> {
    CHAPTERS.get(usize::from(number).checked_sub(1)?)
}

const fn part(number: u8, first: u8, last: u8, heading: &'static str) -> Chapter {
    Chapter { number, heading, first, last }
}

static CHAPTERS: [Chapter; 19] = [
    part(1, 1, 2, "Purposes and principles"),
    part(2, 3, 6, "Membership"),
    part(3, 7, 8, "Organs"),
    part(4, 9, 22, "The General Assembly"),
    part(5, 23, 32, "The Security Council"),
    part(6, 33, 38, "Peaceful settlement of disputes"),
    part(7, 39, 51, "Threats to the peace, breaches of the peace, aggression"),
    part(8, 52, 54, "Regional arrangements"),
    part(9, 55, 60, "International economic and social cooperation"),
    part(10, 61, 72, "The Economic and Social Council"),
    part(11, 73, 74, "Non-self-governing territories"),
    part(12, 75, 85, "The trusteeship system"),
    part(13, 86, 91, "The Trusteeship Council"),
    part(14, 92, 96, "The International Court of Justice"),
    part(15, 97, 101, "The Secretariat"),
    part(16, 102, 105, "Miscellaneous provisions"),
    part(17, 106, 107, "Transitional security arrangements"),
    part(18, 108, 109, "Amendments"),
    part(19, 110, 111, "Ratification and signature"),
];

/// What the Articles are about, the first first.
static HEADINGS: [&str; LAST_ARTICLE as usize] = [
    "Purposes",
    "Principles",
    "Original Members",
    "Admission of Members",
    "Suspension of rights",
    "Expulsion",
    "Principal and subsidiary organs",
    "Men and women in the organs",
    "Members of the Assembly",
    "Matters within the scope of the Charter",
    "Peace and security: powers of the Assembly",
    "Matters that the Council is dealing with",
    "Studies and recommendations",
    "Peaceful adjustment of situations",
    "Reports of other organs",
    "Trusteeship functions",
    "Budget and apportionment of expenses",
    "Voting in the Assembly",
    "Arrears and the loss of the vote",
    "Regular and special sessions",
    "Rules of procedure of the Assembly",
    "Subsidiary organs of the Assembly",
    "Members of the Council",
    "Primary responsibility for peace and security",
    "Decisions of the Council bind Members",
    "Plans for the regulation of armaments",
    "Voting in the Council",
    "Continuous functioning and meetings",
    "Subsidiary organs of the Council",
    "Rules of procedure of the Council",
    "Members whose interests are affected",
    "Parties to a dispute in the discussion",
    "Peaceful means of settlement",
    "Investigation of disputes",
    "Bringing a dispute before the organs",
    "Recommending procedures of settlement",
    "Referral of unsettled disputes",
    "Recommendations at the parties’ request",
    "Threat to the peace, breach, aggression",
    "Provisional measures",
    "Measures without armed force",
    "Action by armed forces",
    "Agreements on armed forces",
    "Participation of troop contributors",
    "Air force contingents",
    "Plans for the use of force",
    "Military Staff Committee",
    "Who carries out the decisions",
    "Mutual assistance",
    "Economic problems caused by measures",
    "Self-defence",
    "Regional arrangements and local disputes",
    "Regional enforcement action",
    "Informing the Council of regional activities",
    "Goals of economic and social cooperation",
    "Pledge of joint and separate action",
    "Specialized agencies",
    "Coordination of the agencies",
    "Creation of new agencies",
    "Responsibility of the Assembly and the Council",
    "Members of the Economic and Social Council",
    "Studies, reports, draft conventions",
    "Agreements with the agencies",
    "Reports from the agencies",
    "Assistance to the Security Council",
    "Functions and services",
    "Voting in the Economic and Social Council",
    "Commissions",
    "Participation of Members without a vote",
    "Participation of the agencies",
    "Non-governmental organizations",
    "Rules of procedure of the Economic and Social Council",
    "Non-self-governing territories: the sacred trust",
    "Good-neighbourliness towards territories",
    "Establishment of the trusteeship system",
    "Objectives of the trusteeship system",
    "Territories under trusteeship",
    "Members are no trust territories",
    "Terms of trusteeship",
    "Rights not altered",
    "Administering authority",
    "Strategic areas",
    "Strategic areas: the Security Council’s functions",
    "Trust territories and peace",
    "The Assembly’s functions in trusteeship",
    "Members of the Trusteeship Council",
    "Reports, petitions, visits",
    "Questionnaire and annual report",
    "Voting in the Trusteeship Council",
    "Rules of procedure of the Trusteeship Council",
    "Assistance of other organs",
    "The Court as principal judicial organ",
    "Parties to the Statute of the Court",
    "Compliance with the Court’s decisions",
    "Other tribunals",
    "Advisory opinions",
    "The Secretariat and the Secretary-General",
    "Functions of the Secretary-General",
    "Bringing threats to the Council’s attention",
    "Independence of the Secretariat",
    "Appointment of staff",
    "Registration of treaties",
    "Primacy of the Charter",
    "Legal capacity",
    "Privileges and immunities",
    "Transitional security: the five Powers",
    "Enemy States",
    "Amendments",
    "Review conference",
    "Ratification and entry into force",
    "Authentic texts",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_stands_in_a_chapter() {
        let mut next = 1;
        for (number, chapter) in (1..).zip(&CHAPTERS) {
            assert_eq!((chapter.number, chapter.first), (number, next));
            next = chapter.last + 1;
        }
        assert_eq!(next, LAST_ARTICLE + 1);
        assert_eq!(article(51).map(|article| (article.heading, article.chapter.number)), Some(("Self-defence", 7)));
        assert_eq!(article(99).map(|article| article.chapter.number), Some(15));
        assert_eq!((article(0), article(112), chapter(20)), (None, None, None));
    }
}
