//! Names in running text, in six languages.

use expect_test::{Expect, expect};

use super::fixture::Fixture;
use super::*;

/// What is said of the words in a paragraph of a draft, and which words that is about.
fn said(draft: &str, expected: Expect) {
    let fixture = Fixture::new(draft);
    let told = hover(fixture.params())
        .map_or("nothing".to_owned(), |hover| format!("{}\n\n{}", &fixture.reading.text[hover.range], hover.markdown));
    expected.assert_eq(&told);
}

#[test]
fn in_english() {
    said(
        "The General Assembly,

Recalling also the Palermo Convention,
                     |
Decides to rest.
",
        expect![[r#"
            Palermo Convention

            **United Nations Convention against Transnational Organized Crime**

            - Adopted on 15 November 2000
            - A/RES/55/25, Annex I
            - United Nations, Treaty Series, vol. 2225, No. 39574

            [Official document](https://undocs.org/en/A/RES/55/25)"#]],
    );
    said(
        "The General Assembly,

Reaffirming Articles 2 and 51 of the Charter of the United Nations,
                            |
Decides to rest.
",
        expect![[r#"
            51

            **Charter of the United Nations, Article 51**

            Self-defence

            Chapter VII, Threats to the peace, breaches of the peace, aggression"#]],
    );
    said(
        "The General Assembly,

Recalling resolution 55/25 of 16 November 2000,
                      |
Decides to rest.
",
        expect![[r#"
            55/25

            **A/RES/55/25**

            *United Nations Convention against Transnational Organized Crime*

            General Assembly, Fifty-fifth session, resolution 25

            - Adopted on 15 November 2000 (9 adopted texts that cite it, Rapporteur’s own table); 16 November 2000 (according to this draft)
            - Annex I: *United Nations Convention against Transnational Organized Crime*
            - Annex II: *Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against Transnational Organized Crime*
            - Annex III: *Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention against Transnational Organized Crime*

            Cited once in this draft.

            [Official document](https://undocs.org/en/A/RES/55/25)"#]],
    );
}

#[test]
fn in_french() {
    said(
        "L’Assemblée générale,

Rappelant la Déclaration universelle des droits de l’homme,
                         |
Décide de se reposer.
",
        expect![[r#"
            Déclaration universelle des droits de l’homme

            **Déclaration universelle des droits de l’homme**

            - Adoption : 10 décembre 1948
            - A/RES/217 A (III)
            - Vote enregistré : 48 voix pour, 0 contre, 8 abstentions

            [Document officiel](https://undocs.org/fr/A/RES/217(III))"#]],
    );
}

#[test]
fn in_spanish() {
    said(
        "La Asamblea General,

Recordando la Convención de las Naciones Unidas contra la Corrupción,
                         |
Decide descansar.
",
        expect![[r#"
            Convención de las Naciones Unidas contra la Corrupción

            **Convención de las Naciones Unidas contra la Corrupción**

            - Aprobación: 31 de octubre de 2003
            - A/RES/58/4, Anexo
            - Naciones Unidas, Treaty Series, vol. 2349, No. 42146

            [Documento oficial](https://undocs.org/es/A/RES/58/4)"#]],
    );
}

#[test]
fn in_russian() {
    said(
        "Генеральная Ассамблея,

ссылаясь на Статью 51 Устава Организации Объединенных Наций,
                   |
постановляет отдыхать.
",
        expect![[r#"
            Статью 51

            **Устав Организации Объединенных Наций, Статья 51**

            Self-defence (English)

            Глава VII, Threats to the peace, breaches of the peace, aggression (English)"#]],
    );
}

#[test]
fn in_arabic() {
    said(
        "إن الجمعية العامة،

إذ تشير إلى اتفاقية الأمم المتحدة لمكافحة الفساد،
                         |
تقرر أن تستريح.
",
        expect![[r#"
            اتفاقية الأمم المتحدة لمكافحة الفساد

            **اتفاقية الأمم المتحدة لمكافحة الفساد**

            - تاريخ الاعتماد: 31 تشرين الأول/أكتوبر 2003
            - A/RES/58/4، المرفق
            - United Nations, Treaty Series, vol. 2349, No. 42146

            [الوثيقة الرسمية](https://undocs.org/ar/A/RES/58/4)"#]],
    );
}

#[test]
fn in_chinese() {
    said(
        "大会，

回顾《联合国反腐败公约》，
        |
决定休息。
",
        expect![[r#"
            联合国反腐败公约

            **联合国反腐败公约**

            - 2003年10月31日通过
            - A/RES/58/4，附件
            - 联合国，《条约汇编》，vol. 2349, No. 42146

            [正式文件](https://undocs.org/zh/A/RES/58/4)"#]],
    );
    said(
        "大会，

重申《联合国宪章》第五十一条，
           |
决定休息。
",
        expect![[r#"
            第五十一

            **联合国宪章，第51条**

            Self-defence（English）

            第VII章，Threats to the peace, breaches of the peace, aggression（English）"#]],
    );
}

#[test]
fn what_is_known_by_name_has_a_card() {
    let fixture = Fixture::new(
        "The General Assembly,

Recalling also the United Nations Convention against Corruption,
                     |
Decides to rest.
",
    );
    let Some(Definition::Card(card)) = definition(fixture.params()) else { panic!("no card") };
    assert_eq!(card.name, "corruption.en.md");
    expect![[r#"
        # United Nations Convention against Corruption

        - Adopted on 31 October 2003
        - A/RES/58/4, Annex
        - United Nations, Treaty Series, vol. 2349, No. 42146

        ## Titles

        - ar: اتفاقية الأمم المتحدة لمكافحة الفساد
        - en: United Nations Convention against Corruption
        - en: UNCAC
        - es: Convención de las Naciones Unidas contra la Corrupción
        - fr: Convention des Nations Unies contre la corruption
        - ru: Конвенция Организации Объединенных Наций против коррупции
        - zh: 联合国反腐败公约

        ## A/RES/58/4

        *United Nations Convention against Corruption*

        - Adopted on 31 October 2003
        - Annex: *United Nations Convention against Corruption*

        [Official document](https://undocs.org/en/A/RES/58/4)

        *No text is at hand. This card was made from what is on record.*
    "#]]
    .assert_eq(&card.markdown);
    let text = "58/4. United Nations Convention against Corruption\n\nThe General Assembly,\n\nAdopts it.\n";
    let fixture = fixture.beside("/drafts/a.txt", text);
    let Some(Definition::There { path, .. }) = definition(fixture.params()) else { panic!("no text") };
    assert_eq!(path, std::path::Path::new("/drafts/a.txt"));
}

#[test]
fn a_resolution_on_record_has_a_card_in_the_drafts_language() {
    let fixture = Fixture::new(
        "大会，

回顾其2015年9月25日第70/1号决议，
                |
决定休息。
",
    );
    let Some(Definition::Card(card)) = definition(fixture.params()) else { panic!("no card") };
    assert_eq!(card.name, "A_RES_70_1.zh.md");
    expect![[r#"
        # A/RES/70/1

        *变革我们的世界：2030年可持续发展议程*

        大会，第七十届会议，第1号决议

        - 2015年9月25日通过

        ## 标题

        - ar：*تحويل عالمنا: خطة التنمية المستدامة لعام 2030*
        - en：*Transforming our world: the 2030 Agenda for Sustainable Development*
        - es：*Transformar nuestro mundo: la Agenda 2030 para el Desarrollo Sostenible*
        - fr：*Transformer notre monde : le Programme de développement durable à l’horizon 2030*
        - ru：*Преобразование нашего мира: Повестка дня в области устойчивого развития на период до 2030 года*
        - zh：*变革我们的世界：2030年可持续发展议程*

        ## 来源

        - Rapporteur自带的表
        - 联合国方案预算
        - 引用它的250份以上已通过案文

        [正式文件](https://undocs.org/zh/A/RES/70/1)

        *此处没有文本。本卡片依据所存记录制成。*
    "#]]
    .assert_eq(&card.markdown);
}

#[test]
fn of_other_languages_all_are_offered_the_english_first() {
    let draft = "L’Assemblée générale,

Rappelant sa résolution 92/14,
                        |
Décide de se reposer.
";
    let chinese = "92/14. 黑暗的天空\n\n大会，\n\n决定休息。\n";
    let english = "92/14. Dark skies\n\nThe General Assembly,\n\nDecides to rest.\n";
    let fixture = Fixture::new(draft).beside("/a.txt", chinese).beside("/b.txt", english);
    let places = |fixture: &Fixture| -> Vec<String> {
        let places = definitions(fixture.params()).unwrap().places.into_iter();
        let path = |place| match place {
            Definition::There { path, .. } => path.display().to_string(),
            other => format!("{other:?}"),
        };
        places.map(path).collect()
    };
    assert_eq!(places(&fixture), ["/b.txt", "/a.txt"]);
    let french = "92/14. Ciel noir\n\nL’Assemblée générale,\n\nDécide de se reposer.\n";
    assert_eq!(places(&fixture.beside("/c.txt", french)), ["/c.txt"]);
}

#[test]
fn who_says_otherwise_is_told() {
    said(
        "The General Assembly,

Recalling its resolution 70/1 of 26 September 2015,
                          |
Decides to rest.
",
        expect![[r#"
            70/1

            **A/RES/70/1**

            *Transforming our world: the 2030 Agenda for Sustainable Development*

            General Assembly, Seventieth session, resolution 1

            - Adopted on 25 September 2015 (more than 250 adopted texts that cite it, Rapporteur’s own table); 26 September 2015 (according to this draft)

            Cited once in this draft.

            [Official document](https://undocs.org/en/A/RES/70/1)"#]],
    );
}
