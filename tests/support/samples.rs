//! One invented draft in six languages, paragraph by paragraph. `{1}` is the place of a footnote marker.

use rapporteur::language::{ARABIC, CHINESE, ENGLISH, FRENCH, Language, RUSSIAN, SPANISH};

pub struct Sample {
    pub language: &'static Language,
    pub title: &'static str,
    pub organ_line: &'static str,
    pub preambular: [&'static str; 3],
    /// The first ends before its list, whose items are `items`.
    pub operative: [&'static str; 4],
    pub items: [&'static str; 3],
    pub notes: [&'static str; 2],
    /// An operative label for a number, `#`.
    pub label: &'static str,
    pub letters: [&'static str; 3],
    /// A marker in running text, `#` for the superscript number.
    pub marker: &'static str,
    /// The same where the text came out of a PDF.
    pub glued: &'static str,
    /// An insertion after a number.
    pub bis: &'static str,
}

/// What every version cites, in order of the text.
pub const CITED: [&str; 4] = ["A/RES/92/14", "E/RES/2037/9", "A/RES/92/14", "A/93/85"];

pub static SAMPLES: [Sample; 6] = [
    Sample {
        language: ENGLISH,
        title: "Lights of the harbours",
        organ_line: "The General Assembly,",
        preambular: [
            "Recalling its resolution 92/14 of 3 December 2037, and Economic and Social Council resolution 2037/9 of 22 July 2037 on the keepers of the lights,",
            "Noting with concern that the lamps of many harbours have gone out, that few of them are lit again, and that the ships which pass by night have nothing to steer by,{1}",
            "Mindful of the work of the keepers and of their families, who have lived by the sea for as long as anybody remembers,",
        ],
        operative: [
            "Calls upon all States that have harbours, whether they lie on a sea, on a lake or on a river, and upon all who use them:",
            "Welcomes the report of the Secretary-General on the state of the lights,{2} and the conclusions that he draws from it for the years to come;",
            "Requests the Secretary-General to continue to collect the views of the keepers and to make them known to all Member States;",
            "Decides to return to the matter when the lamps are lit, in the light of paragraph 2 of its resolution 92/14.",
        ],
        items: [
            "To buy oil, wicks and lamps, and to keep them in a dry place for the months of winter;",
            "To pay the keepers, and those who bring them their bread, at the end of each month;",
            "To tell the ships, in all their languages, where the lights stand and when they burn;",
        ],
        notes: ["See the tables that the association of keepers prints every year for the use of ships.", "A/93/85."],
        label: "#.",
        letters: ["(a)", "(b)", "(c)"],
        marker: "#",
        glued: "#",
        bis: "bis",
    },
    Sample {
        language: FRENCH,
        title: "Feux des ports",
        organ_line: "L’Assemblée générale,",
        preambular: [
            "Rappelant sa résolution 92/14 du 3 décembre 2037, et la résolution 2037/9 du Conseil économique et social du 22 juillet 2037 sur les gardiens des feux,",
            "Constatant avec préoccupation que les lampes de nombreux ports se sont éteintes, que peu d’entre elles sont rallumées et que les navires qui passent la nuit n’ont plus de repère{1},",
            "Consciente du travail des gardiens et de leurs familles, qui vivent au bord de la mer depuis aussi longtemps que l’on s’en souvienne,",
        ],
        operative: [
            "Engage tous les États qui ont des ports, que ceux-ci soient situés sur une mer, sur un lac ou sur un fleuve, et tous ceux qui s’en servent :",
            "Accueille avec satisfaction le rapport du Secrétaire général sur l’état des feux{2} et les conclusions qu’il en tire pour les années à venir ;",
            "Prie le Secrétaire général de continuer à recueillir les avis des gardiens et à les faire connaître à tous les États Membres ;",
            "Décide de revenir sur la question lorsque les lampes seront allumées, à la lumière du paragraphe 2 de sa résolution 92/14.",
        ],
        items: [
            "À acheter de l’huile, des mèches et des lampes, et à les garder au sec pendant les mois d’hiver ;",
            "À payer les gardiens, et ceux qui leur apportent le pain, à la fin de chaque mois ;",
            "À dire aux navires, dans toutes leurs langues, où se trouvent les feux et quand ils brûlent ;",
        ],
        notes: [
            "Voir les tableaux que l’association des gardiens imprime chaque année à l’usage des navires.",
            "A/93/85.",
        ],
        label: "#.",
        letters: ["a)", "b)", "c)"],
        marker: "#",
        glued: "#",
        bis: "bis",
    },
    Sample {
        language: SPANISH,
        title: "Luces de los puertos",
        organ_line: "La Asamblea General,",
        preambular: [
            "Recordando su resolución 92/14, de 3 de diciembre de 2037, y la resolución 2037/9 del Consejo Económico y Social, de 22 de julio de 2037, relativa a los guardianes de las luces,",
            "Observando con preocupación que las lámparas de muchos puertos se han apagado, que pocas de ellas se vuelven a encender y que los barcos que pasan de noche no tienen con qué guiarse{1},",
            "Consciente de la labor de los guardianes y de sus familias, que viven junto al mar desde que se tiene memoria,",
        ],
        operative: [
            "Exhorta a todos los Estados que tienen puertos, ya se encuentren en un mar, en un lago o en un río, y a todos los que los usan, a que:",
            "Acoge con beneplácito el informe del Secretario General sobre el estado de las luces{2} y las conclusiones que de él extrae para los próximos años;",
            "Solicita al Secretario General que siga recabando la opinión de los guardianes y que la dé a conocer a todos los Estados Miembros;",
            "Decide volver a ocuparse del asunto cuando se hayan encendido las lámparas, a la luz del párrafo 2 de su resolución 92/14.",
        ],
        items: [
            "Compren aceite, mechas y lámparas, y los guarden en un lugar seco durante los meses de invierno;",
            "Paguen a los guardianes, y a quienes les llevan el pan, al final de cada mes;",
            "Digan a los barcos, en todos sus idiomas, dónde están las luces y cuándo arden;",
        ],
        notes: [
            "Véanse los cuadros que la asociación de guardianes imprime cada año para uso de los barcos.",
            "A/93/85.",
        ],
        label: "#.",
        letters: ["a)", "b)", "c)"],
        marker: "#",
        glued: "#",
        bis: "bis",
    },
    Sample {
        language: RUSSIAN,
        title: "Огни гаваней",
        organ_line: "Генеральная Ассамблея,",
        preambular: [
            "ссылаясь на свою резолюцию 92/14 от 3 декабря 2037 года и резолюцию 2037/9 Экономического и Социального Совета от 22 июля 2037 года о смотрителях огней,",
            "отмечая с обеспокоенностью, что лампы многих гаваней погасли, что лишь немногие из них зажжены вновь и что судам, проходящим ночью, не на что держать курс{1},",
            "памятуя о труде смотрителей и их семей, которые живут у моря столько, сколько помнят люди,",
        ],
        operative: [
            "призывает все государства, у которых есть гавани, будь то на море, на озере или на реке, и всех, кто ими пользуется:",
            "приветствует доклад Генерального секретаря о состоянии огней{2} и выводы, которые он делает из него на предстоящие годы;",
            "просит Генерального секретаря и далее собирать мнения смотрителей и доводить их до сведения всех государств-членов;",
            "постановляет вернуться к этому вопросу, когда лампы будут зажжены, в свете пункта 2 своей резолюции 92/14.",
        ],
        items: [
            "покупать масло, фитили и лампы и хранить их в сухом месте в зимние месяцы;",
            "платить смотрителям и тем, кто приносит им хлеб, в конце каждого месяца;",
            "сообщать судам на всех их языках, где стоят огни и когда они горят;",
        ],
        notes: ["См. таблицы, которые объединение смотрителей печатает каждый год для пользования судов.", "A/93/85."],
        label: "#.",
        letters: ["a)", "b)", "c)"],
        marker: "#",
        glued: "#",
        bis: "bis",
    },
    Sample {
        language: ARABIC,
        title: "أضواء الموانئ",
        organ_line: "إن الجمعية العامة،",
        preambular: [
            "إذ تشير إلى قرارها 92/14 المؤرخ 3 كانون الأول/ديسمبر 2037، وإلى قرار المجلس الاقتصادي والاجتماعي 2037/9 المؤرخ 22 تموز/يوليه 2037 بشأن حراس الأضواء،",
            "وإذ تلاحظ مع القلق أن مصابيح موانئ كثيرة قد انطفأت، وأن القليل منها يضاء من جديد، وأن السفن التي تمر ليلا ليس لها ما تهتدي به{1}،",
            "وإذ تضع في اعتبارها عمل الحراس وأسرهم الذين يعيشون على شاطئ البحر منذ زمن لا يذكر أوله أحد،",
        ],
        operative: [
            "تهيب بجميع الدول التي لها موانئ، سواء كانت على بحر أو بحيرة أو نهر، وبجميع من يستخدمونها، القيام بما يلي:",
            "ترحب بتقرير الأمين العام عن حالة الأضواء{2} وبالاستنتاجات التي يستخلصها منه للسنوات المقبلة؛",
            "تطلب إلى الأمين العام أن يواصل جمع آراء الحراس وأن يطلع جميع الدول الأعضاء عليها؛",
            "تقرر أن تعود إلى هذه المسألة عندما تضاء المصابيح، في ضوء الفقرة 2 من قرارها 92/14.",
        ],
        items: [
            "شراء الزيت والفتائل والمصابيح وحفظها في مكان جاف طوال أشهر الشتاء؛",
            "دفع أجور الحراس ومن يحملون إليهم الخبز في نهاية كل شهر؛",
            "إخبار السفن بجميع لغاتها بمواقع الأضواء وأوقات إضاءتها؛",
        ],
        notes: ["انظر الجداول التي تطبعها رابطة الحراس كل عام لاستعمال السفن.", "A/93/85."],
        label: "# -",
        letters: ["(أ)", "(ب)", "(ج)"],
        marker: "(#)",
        glued: "(#)",
        bis: "مكررا",
    },
    Sample {
        language: CHINESE,
        title: "港口的灯火",
        organ_line: "大会，",
        preambular: [
            "回顾其2037年12月3日第92/14号决议，以及经济及社会理事会2037年7月22日关于灯火看守人的第2037/9号决议，",
            "关切地注意到许多港口的灯已经熄灭，其中重新点亮的为数不多，夜间驶过的船只没有可以辨认方向的标志，{1}",
            "铭记看守人及其家人的工作，他们住在海边的时间之长已经无人记得，",
        ],
        operative: [
            "吁请所有拥有港口的国家，不论其港口位于海上、湖上还是河上，并吁请所有使用这些港口的人：",
            "欢迎秘书长关于灯火状况的报告{2}以及他据此为今后各年得出的各项结论；",
            "请秘书长继续收集看守人的意见，并将这些意见告知所有会员国，供其今后工作参考；",
            "决定在灯火点亮之后，根据其第92/14号决议第2段，再次审议这个事项。",
        ],
        items: [
            "购买灯油、灯芯和灯具，并在冬季的几个月里把它们存放在干燥的地方；",
            "在每个月的月底向看守人以及给他们送面包的人支付报酬；",
            "用各种语言告诉船只灯火位于何处，以及在什么时候点亮；",
        ],
        notes: ["见看守人协会每年为船只的使用而印制的各种表格。", "A/93/85。"],
        label: "#.",
        letters: ["(a)", "(b)", "(c)"],
        marker: "#",
        glued: "#",
        bis: "之二",
    },
];

/// A sample as a clean text, as Markdown, as page text, or as page text on several pages, its paragraphs as often as `times`
/// says.
pub fn text_of(sample: &Sample, layout: u8, times: usize) -> String {
    let mark = |n: usize| match layout {
        0 => sample.marker.replace('#', ["¹", "²"].get(n - 1).copied().unwrap_or_default()),
        1 => format!("[^{n}]"),
        _ => sample.glued.replace('#', &n.to_string()),
    };
    let words = |text: &str| text.replace("{1}", &mark(1)).replace("{2}", &mark(2));
    let mut text = format!("93/7. {}\n\n{}\n\n", sample.title, sample.organ_line);
    for paragraph in sample.preambular.iter().cycle().take(sample.preambular.len() * times) {
        text += &format!("{}\n\n", words(paragraph));
    }
    for (i, paragraph) in sample.operative.iter().cycle().take(sample.operative.len() * times).enumerate() {
        text += &format!("{} {}\n\n", sample.label.replace('#', &(i + 1).to_string()), words(paragraph));
        for (letter, item) in sample.letters.iter().zip(sample.items).filter(|_| i % 5 == 0) {
            text += &format!("{letter} {item}\n\n");
        }
    }
    text += "_______________\n";
    for (i, note) in sample.notes.iter().enumerate() {
        text += &match layout {
            0 => format!("{} {note}\n", ["¹", "²"].get(i).copied().unwrap_or_default()),
            1 => format!("[^{}]: {note}\n", i + 1),
            _ => format!("{} {note}\n", i + 1),
        };
    }
    match layout {
        0 | 1 => text,
        2 => broken(&text),
        _ => on_pages(&broken(&text)),
    }
}

/// Puts a text whose lines are broken on pages, each with a head, its number, and some with a note to asterisks.
fn on_pages(text: &str) -> String {
    const LINES: usize = 24;
    let lines: Vec<&str> = text.lines().collect();
    let pages = lines.chunks(LINES).count();
    let mut out = String::from("A/RES/93/7\n\n");
    for (i, page) in lines.chunks(LINES).enumerate() {
        if i > 0 {
            out += "\u{c}A/RES/93/7\n\n";
        }
        out += &page.join("\n");
        if i % 3 == 1 {
            out += "\n_______________\n* A/93/12.\n";
        }
        out += &format!("\n\n38-12345\n{}/{pages}\n", i + 1);
    }
    out
}

/// Breaks the lines of a text as a page does.
pub fn broken(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for c in text.chars() {
        column = if c == '\n' { 0 } else { column + 1 };
        out.push(if c == ' ' && column > 60 { '\n' } else { c });
        if out.ends_with('\n') {
            column = 0;
        }
    }
    out
}
