//! Crime, corruption, drugs and terrorism.

use super::super::{BLANK, Dated, NamesByLanguage, WellKnownInstrument, on};

pub(super) static CRIME: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "corruption",
        symbol: Some("A/RES/58/4"),
        place: Some("annex"),
        series: Some("vol. 2349, No. 42146"),
        date: on(2003, 10, 31),
        names: NamesByLanguage {
            ar: &["اتفاقية الأمم المتحدة لمكافحة الفساد"],
            en: &["United Nations Convention against Corruption", "UNCAC"],
            es: &["Convención de las Naciones Unidas contra la Corrupción"],
            fr: &["Convention des Nations Unies contre la corruption"],
            ru: &["Конвенция Организации Объединенных Наций против коррупции"],
            zh: &["联合国反腐败公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "organized-crime",
        symbol: Some("A/RES/55/25"),
        place: Some("annex I"),
        series: Some("vol. 2225, No. 39574"),
        date: on(2000, 11, 15),
        names: NamesByLanguage {
            ar: &["اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية"],
            en: &["United Nations Convention against Transnational Organized Crime", "Palermo Convention", "UNTOC"],
            es: &[
                "Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional",
                "Convención de Palermo",
            ],
            fr: &["Convention des Nations Unies contre la criminalité transnationale organisée"],
            ru: &["Конвенция Организации Объединенных Наций против транснациональной организованной преступности"],
            zh: &["联合国打击跨国有组织犯罪公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "trafficking-protocol",
        symbol: Some("A/RES/55/25"),
        place: Some("annex II"),
        series: Some("vol. 2237, No. 39574"),
        date: on(2000, 11, 15),
        names: NamesByLanguage {
            ar: &[
                "بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، وبخاصة النساء والأطفال، المكمل لاتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
                "بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، وبخاصة النساء والأطفال",
            ],
            en: &[
                "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against Transnational Organized Crime",
                "Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children",
            ],
            es: &[
                "Protocolo para Prevenir, Reprimir y Sancionar la Trata de Personas, Especialmente Mujeres y Niños, que complementa la Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional",
                "Protocolo para Prevenir, Reprimir y Sancionar la Trata de Personas, Especialmente Mujeres y Niños",
            ],
            fr: &[
                "Protocole additionnel à la Convention des Nations Unies contre la criminalité transnationale organisée visant à prévenir, réprimer et punir la traite des personnes, en particulier des femmes et des enfants",
            ],
            ru: &[
                "Протокол о предупреждении и пресечении торговли людьми, особенно женщинами и детьми, и наказании за нее, дополняющий Конвенцию Организации Объединенных Наций против транснациональной организованной преступности",
                "Протокол о предупреждении и пресечении торговли людьми, особенно женщинами и детьми, и наказании за нее",
            ],
            zh: &[
                "联合国打击跨国有组织犯罪公约关于预防、禁止和惩治贩运人口特别是妇女和儿童行为的补充议定书",
                "关于预防、禁止和惩治贩运人口特别是妇女和儿童行为的补充议定书",
            ],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "smuggling-protocol",
        symbol: Some("A/RES/55/25"),
        place: Some("annex III"),
        series: Some("vol. 2241, No. 39574"),
        date: on(2000, 11, 15),
        names: NamesByLanguage {
            ar: &[
                "بروتوكول مكافحة تهريب المهاجرين عن طريق البر والبحر والجو المكمل لاتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
                "بروتوكول مكافحة تهريب المهاجرين عن طريق البر والبحر والجو",
            ],
            en: &[
                "Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention against Transnational Organized Crime",
                "Protocol against the Smuggling of Migrants by Land, Sea and Air",
            ],
            es: &[
                "Protocolo contra el Tráfico Ilícito de Migrantes por Tierra, Mar y Aire, que complementa la Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional",
                "Protocolo contra el Tráfico Ilícito de Migrantes por Tierra, Mar y Aire",
            ],
            fr: &[
                "Protocole contre le trafic illicite de migrants par terre, air et mer, additionnel à la Convention des Nations Unies contre la criminalité transnationale organisée",
                "Protocole contre le trafic illicite de migrants par terre, air et mer",
            ],
            ru: &[
                "Протокол против незаконного ввоза мигрантов по суше, морю и воздуху, дополняющий Конвенцию Организации Объединенных Наций против транснациональной организованной преступности",
                "Протокол против незаконного ввоза мигрантов по суше, морю и воздуху",
                "Протокол против незаконного провоза мигрантов по суше, морю и воздуху",
            ],
            zh: &[
                "联合国打击跨国有组织犯罪公约关于打击陆、海、空偷运移民的补充议定书",
                "关于打击陆、海、空偷运移民的补充议定书",
            ],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "firearms-protocol",
        symbol: Some("A/RES/55/255"),
        place: Some("annex"),
        series: Some("vol. 2326, No. 39574"),
        date: on(2001, 5, 31),
        names: NamesByLanguage {
            ar: &[
                "بروتوكول مكافحة صنع الأسلحة النارية وأجزائها ومكوناتها والذخيرة والاتجار بها بصورة غير مشروعة، المكمل لاتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية",
                "بروتوكول مكافحة صنع الأسلحة النارية وأجزائها ومكوناتها والذخيرة والاتجار بها بصورة غير مشروعة",
            ],
            en: &[
                "Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components and Ammunition, supplementing the United Nations Convention against Transnational Organized Crime",
                "Protocol against the Illicit Manufacturing of and Trafficking in Firearms, Their Parts and Components and Ammunition",
            ],
            es: &[
                "Protocolo contra la Fabricación y el Tráfico Ilícitos de Armas de Fuego, Sus Piezas y Componentes y Municiones, que complementa la Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional",
                "Protocolo contra la Fabricación y el Tráfico Ilícitos de Armas de Fuego, Sus Piezas y Componentes y Municiones",
            ],
            fr: &[
                "Protocole contre la fabrication et le trafic illicites d’armes à feu, de leurs pièces, éléments et munitions, additionnel à la Convention des Nations Unies contre la criminalité transnationale organisée",
                "Protocole contre la fabrication et le trafic illicites d’armes à feu, de leurs pièces, éléments et munitions",
            ],
            ru: &[
                "Протокол против незаконного изготовления и оборота огнестрельного оружия, его составных частей и компонентов, а также боеприпасов к нему, дополняющий Конвенцию Организации Объединенных Наций против транснациональной организованной преступности",
                "Протокол против незаконного изготовления и оборота огнестрельного оружия, его составных частей и компонентов, а также боеприпасов к нему",
            ],
            zh: &[
                "联合国打击跨国有组织犯罪公约关于打击非法制造和贩运枪支及其零部件和弹药的补充议定书",
                "关于打击非法制造和贩运枪支及其零部件和弹药的补充议定书",
            ],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cybercrime",
        symbol: Some("A/RES/79/243"),
        place: Some("annex"),
        date: on(2024, 12, 24),
        names: NamesByLanguage {
            ar: &[],
            en: &["United Nations Convention against Cybercrime"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &["联合国打击网络犯罪公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "narcotics-1961",
        series: Some("vol. 976, No. 14152"),
        date: on(1961, 3, 30),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[
                "الاتفاقية الوحيدة للمخدرات لسنة 1961 بصيغتها المعدلة ببروتوكول عام 1972",
                "الاتفاقية الوحيدة للمخدرات لسنة 1961",
                "الاتفاقية الوحيدة للمخدرات",
            ],
            en: &[
                "Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol",
                "Single Convention on Narcotic Drugs of 1961",
                "Single Convention on Narcotic Drugs",
            ],
            es: &[
                "Convención Única de 1961 sobre Estupefacientes enmendada por el Protocolo de 1972",
                "Convención Única de 1961 sobre Estupefacientes",
            ],
            fr: &[
                "Convention unique sur les stupéfiants de 1961 telle que modifiée par le Protocole de 1972",
                "Convention unique sur les stupéfiants de 1961",
                "Convention unique sur les stupéfiants",
            ],
            ru: &[
                "Единая конвенция о наркотических средствах 1961 года с поправками, внесенными Протоколом 1972 года",
                "Единая конвенция о наркотических средствах 1961 года",
                "Единая конвенция о наркотических средствах",
            ],
            zh: &["1961年麻醉品单一公约", "麻醉品单一公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "psychotropic-1971",
        series: Some("vol. 1019, No. 14956"),
        date: on(1971, 2, 21),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[
                "اتفاقية المؤثرات العقلية لسنة 1971",
                "اتفاقية المؤثرات العقلية لعام 1971",
                "اتفاقية المؤثرات العقلية",
            ],
            en: &["Convention on Psychotropic Substances of 1971", "Convention on Psychotropic Substances"],
            es: &["Convenio sobre Sustancias Sicotrópicas de 1971", "Convenio sobre Sustancias Sicotrópicas"],
            fr: &["Convention sur les substances psychotropes de 1971", "Convention sur les substances psychotropes"],
            ru: &["Конвенция о психотропных веществах 1971 года", "Конвенция о психотропных веществах"],
            zh: &["1971年精神药物公约", "精神药物公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "drugs-1988",
        series: Some("vol. 1582, No. 27627"),
        date: on(1988, 12, 20),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[
                "اتفاقية الأمم المتحدة لمكافحة الاتجار غير المشروع في المخدرات والمؤثرات العقلية لسنة 1988",
                "اتفاقية الأمم المتحدة لمكافحة الاتجار غير المشروع في المخدرات والمؤثرات العقلية لعام 1988",
                "اتفاقية الأمم المتحدة لمكافحة الاتجار غير المشروع في المخدرات والمؤثرات العقلية",
                "اتفاقية الأمم المتحدة لمكافحة الاتجار غير المشروع بالمخدرات والمؤثرات العقلية",
            ],
            en: &[
                "United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances of 1988",
                "United Nations Convention against Illicit Traffic in Narcotic Drugs and Psychotropic Substances",
            ],
            es: &[
                "Convención de las Naciones Unidas contra el Tráfico Ilícito de Estupefacientes y Sustancias Sicotrópicas de 1988",
                "Convención de las Naciones Unidas contra el Tráfico Ilícito de Estupefacientes y Sustancias Sicotrópicas",
            ],
            fr: &[
                "Convention des Nations Unies contre le trafic illicite de stupéfiants et de substances psychotropes de 1988",
                "Convention des Nations Unies contre le trafic illicite de stupéfiants et de substances psychotropes",
            ],
            ru: &[
                "Конвенция Организации Объединенных Наций о борьбе против незаконного оборота наркотических средств и психотропных веществ 1988 года",
                "Конвенция Организации Объединенных Наций о борьбе против незаконного оборота наркотических средств и психотропных веществ",
            ],
            zh: &["1988年联合国禁止非法贩运麻醉药品和精神药物公约", "联合国禁止非法贩运麻醉药品和精神药物公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "drugs-ungass",
        symbol: Some("A/RES/S-30/1"),
        place: Some("annex"),
        date: on(2016, 4, 19),
        names: NamesByLanguage {
            ar: &["التزامنا المشترك بالتصدي لمشكلة المخدرات العالمية ومواجهتها على نحو فعال"],
            en: &["Our joint commitment to effectively addressing and countering the world drug problem"],
            es: &[
                "Nuestro compromiso conjunto de abordar y contrarrestar eficazmente el problema mundial de las drogas",
            ],
            fr: &["Notre engagement commun à aborder et combattre efficacement le problème mondial de la drogue"],
            ru: &["Наша общая приверженность эффективному решению мировой проблемы наркотиков и борьбе с ней"],
            zh: &["我们对有效处理和应对世界毒品问题的共同承诺"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "alternative-development",
        symbol: Some("A/RES/68/196"),
        place: Some("annex"),
        date: on(2013, 12, 18),
        names: NamesByLanguage {
            ar: &["مبادئ الأمم المتحدة الإرشادية المتعلقة بالتنمية البديلة"],
            en: &["United Nations Guiding Principles on Alternative Development"],
            es: &["Principios Rectores de las Naciones Unidas sobre el Desarrollo Alternativo"],
            fr: &["Principes directeurs des Nations Unies sur le développement alternatif"],
            ru: &["Руководящие принципы Организации Объединенных Наций в области альтернативного развития"],
            zh: &["联合国替代发展问题指导原则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "corruption-ungass",
        symbol: Some("A/RES/S-32/1"),
        place: Some("annex"),
        date: on(2021, 6, 2),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Our common commitment to effectively addressing challenges and implementing measures to prevent and combat corruption and strengthen international cooperation",
            ],
            es: &[
                "Nuestro compromiso común de afrontar eficazmente los desafíos y aplicar medidas para prevenir y combatir la corrupción y reforzar la cooperación internacional",
            ],
            fr: &[],
            ru: &[],
            zh: &["我们共同承诺有效应对挑战和采取措施，预防和打击腐败，加强国际合作"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "kyoto-crime-declaration",
        symbol: Some("A/RES/76/181"),
        place: Some("annex"),
        date: on(2021, 12, 16),
        names: NamesByLanguage {
            ar: &[
                "إعلان كيوتو بشأن النهوض بمنع الجريمة والعدالة الجنائية وسيادة القانون: نحو تحقيق خطة التنمية المستدامة لعام 2030",
            ],
            en: &[
                "Kyoto Declaration on Advancing Crime Prevention, Criminal Justice and the Rule of Law: Towards the Achievement of the 2030 Agenda for Sustainable Development",
                "Kyoto Declaration on Advancing Crime Prevention, Criminal Justice and the Rule of Law",
            ],
            es: &[
                "Declaración de Kioto sobre la Promoción de la Prevención del Delito, la Justicia Penal y el Estado de Derecho: Hacia el Cumplimiento de la Agenda 2030 para el Desarrollo Sostenible",
                "Declaración de Kioto sobre la Promoción de la Prevención del Delito, la Justicia Penal y el Estado de Derecho",
            ],
            fr: &[
                "Déclaration de Kyoto visant à faire progresser la prévention de la criminalité, la justice pénale et l’état de droit : vers la réalisation du Programme de développement durable à l’horizon 2030",
            ],
            ru: &[
                "Киотская декларация «Активизация мер предупреждения преступности, уголовного правосудия и обеспечения верховенства права: навстречу осуществлению Повестки дня в области устойчивого развития на период до 2030 года»",
            ],
            zh: &["关于推进预防犯罪、刑事司法和法治：努力实现〈2030年可持续发展议程〉的京都宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "doha-crime-declaration",
        symbol: Some("A/RES/70/174"),
        place: Some("annex"),
        date: on(2015, 12, 17),
        names: NamesByLanguage {
            ar: &[
                "إعلان الدوحة بشأن إدماج منع الجريمة والعدالة الجنائية في جدول أعمال الأمم المتحدة الأوسع من أجل التصدي للتحديات الاجتماعية والاقتصادية وتعزيز سيادة القانون على الصعيدين الوطني والدولي ومشاركة الجمهور",
            ],
            en: &[
                "Doha Declaration on Integrating Crime Prevention and Criminal Justice into the Wider United Nations Agenda to Address Social and Economic Challenges and to Promote the Rule of Law at the National and International Levels, and Public Participation",
                "Doha Declaration on Integrating Crime Prevention and Criminal Justice into the Wider United Nations Agenda",
            ],
            es: &[
                "Declaración de Doha sobre la Integración de la Prevención del Delito y la Justicia Penal en el Marco Más Amplio del Programa de las Naciones Unidas para Abordar los Problemas Sociales y Económicos y Promover el Estado de Derecho a Nivel Nacional e Internacional y la Participación Pública",
            ],
            fr: &[
                "Déclaration de Doha sur l’intégration de la prévention de la criminalité et de la justice pénale dans le programme d’action plus large de l’Organisation des Nations Unies visant à faire face aux problèmes sociaux et économiques et à promouvoir l’état de droit aux niveaux national et international et la participation du public",
            ],
            ru: &[
                "Дохинская декларация о включении вопросов предупреждения преступности и уголовного правосудия в более широкую повестку дня Организации Объединенных Наций в целях решения социальных и экономических проблем и содействия обеспечению верховенства права на национальном и международном уровнях, а также участию общественности",
            ],
            zh: &[
                "关于将预防犯罪和刑事司法纳入更广泛的联合国议程以应对社会和经济挑战并促进国内和国际法治及公众参与的多哈宣言",
            ],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "trafficking-plan",
        symbol: Some("A/RES/64/293"),
        date: on(2010, 7, 30),
        names: NamesByLanguage {
            ar: &["خطة الأمم المتحدة العالمية لمكافحة الاتجار بالأشخاص"],
            en: &["United Nations Global Plan of Action to Combat Trafficking in Persons"],
            es: &["Plan de Acción Mundial de las Naciones Unidas para Combatir la Trata de Personas"],
            fr: &["Plan d’action mondial des Nations Unies pour la lutte contre la traite des personnes"],
            ru: &["Глобальный план действий Организации Объединенных Наций по борьбе с торговлей людьми"],
            zh: &["联合国打击贩运人口的全球行动计划"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "nelson-mandela-rules",
        symbol: Some("A/RES/70/175"),
        place: Some("annex"),
        date: on(2015, 12, 17),
        names: NamesByLanguage {
            ar: &["قواعد الأمم المتحدة النموذجية الدنيا لمعاملة السجناء", "قواعد نيلسون مانديلا"],
            en: &["United Nations Standard Minimum Rules for the Treatment of Prisoners", "Nelson Mandela Rules"],
            es: &["Reglas Mínimas de las Naciones Unidas para el Tratamiento de los Reclusos", "Reglas Nelson Mandela"],
            fr: &[
                "Ensemble de règles minima des Nations Unies pour le traitement des détenus",
                "Règles Nelson Mandela",
            ],
            ru: &[
                "Минимальные стандартные правила Организации Объединенных Наций в отношении обращения с заключенными",
                "Правила Нельсона Манделы",
            ],
            zh: &["联合国囚犯待遇最低限度标准规则", "纳尔逊·曼德拉规则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "bangkok-rules",
        symbol: Some("A/RES/65/229"),
        place: Some("annex"),
        date: on(2010, 12, 21),
        names: NamesByLanguage {
            ar: &["قواعد الأمم المتحدة لمعاملة السجينات والتدابير غير الاحتجازية للمجرمات", "قواعد بانكوك"],
            en: &[
                "United Nations Rules for the Treatment of Women Prisoners and Non-custodial Measures for Women Offenders",
                "Bangkok Rules",
            ],
            es: &[
                "Reglas de las Naciones Unidas para el Tratamiento de las Reclusas y Medidas No Privativas de la Libertad para las Mujeres Delincuentes",
                "Reglas de Bangkok",
            ],
            fr: &[
                "Règles des Nations Unies concernant le traitement des détenues et l’imposition de mesures non privatives de liberté aux délinquantes",
                "Règles de Bangkok",
            ],
            ru: &[
                "Правила Организации Объединенных Наций, касающиеся обращения с женщинами-заключенными и мер наказания для женщин-правонарушителей, не связанных с лишением свободы",
                "Бангкокские правила",
            ],
            zh: &["联合国女性囚犯待遇和女性罪犯非拘禁措施规则", "曼谷规则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "tokyo-rules",
        symbol: Some("A/RES/45/110"),
        place: Some("annex"),
        date: on(1990, 12, 14),
        names: NamesByLanguage {
            ar: &["قواعد الأمم المتحدة الدنيا النموذجية للتدابير غير الاحتجازية", "قواعد طوكيو"],
            en: &["United Nations Standard Minimum Rules for Non-custodial Measures", "Tokyo Rules"],
            es: &[
                "Reglas Mínimas de las Naciones Unidas sobre las Medidas No Privativas de la Libertad",
                "Reglas de Tokio",
            ],
            fr: &[
                "Règles minima des Nations Unies pour l’élaboration de mesures non privatives de liberté",
                "Règles de Tokyo",
            ],
            ru: &[
                "Минимальные стандартные правила Организации Объединенных Наций в отношении мер, не связанных с тюремным заключением",
                "Токийские правила",
            ],
            zh: &["联合国非拘禁措施最低限度标准规则", "东京规则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "beijing-rules",
        symbol: Some("A/RES/40/33"),
        place: Some("annex"),
        date: on(1985, 11, 29),
        names: NamesByLanguage {
            ar: &[],
            en: &["United Nations Standard Minimum Rules for the Administration of Juvenile Justice"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "riyadh-guidelines",
        symbol: Some("A/RES/45/112"),
        place: Some("annex"),
        date: on(1990, 12, 14),
        names: NamesByLanguage {
            ar: &[],
            en: &["United Nations Guidelines for the Prevention of Juvenile Delinquency"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "legal-aid",
        symbol: Some("A/RES/67/187"),
        place: Some("annex"),
        date: on(2012, 12, 20),
        names: NamesByLanguage {
            ar: &["مبادئ الأمم المتحدة وتوجيهاتها بشأن الحصول على المساعدة القانونية في نظم العدالة الجنائية"],
            en: &["United Nations Principles and Guidelines on Access to Legal Aid in Criminal Justice Systems"],
            es: &[
                "Principios y Directrices de las Naciones Unidas sobre el Acceso a la Asistencia Jurídica en los Sistemas de Justicia Penal",
            ],
            fr: &[
                "Principes et lignes directrices des Nations Unies relatifs à l’accès à l’assistance juridique en matière pénale",
                "Principes et lignes directrices des Nations Unies sur l’accès à l’assistance juridique dans le système de justice pénale",
            ],
            ru: &[],
            zh: &["联合国关于在刑事司法系统中获得法律援助机会的原则和准则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "law-enforcement-code",
        symbol: Some("A/RES/34/169"),
        place: Some("annex"),
        date: on(1979, 12, 17),
        names: NamesByLanguage {
            ar: &["مدونة قواعد السلوك للموظفين المكلفين بإنفاذ القوانين"],
            en: &["Code of Conduct for Law Enforcement Officials"],
            es: &["Código de Conducta para Funcionarios encargados de Hacer Cumplir la Ley"],
            fr: &["Code de conduite pour les responsables de l’application des lois"],
            ru: &["Кодекс поведения должностных лиц по поддержанию правопорядка"],
            zh: &["执法人员行为守则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "force-firearms",
        date: on(1990, 9, 7),
        names: NamesByLanguage {
            ar: &["المبادئ الأساسية بشأن استخدام القوة والأسلحة النارية من جانب الموظفين المكلفين بإنفاذ القوانين"],
            en: &["Basic Principles on the Use of Force and Firearms by Law Enforcement Officials"],
            es: &[
                "Principios Básicos sobre el Empleo de la Fuerza y de Armas de Fuego por los Funcionarios encargados de Hacer Cumplir la Ley",
            ],
            fr: &[
                "Principes de base sur le recours à la force et l’utilisation des armes à feu par les responsables de l’application des lois",
            ],
            ru: &[
                "Основные принципы применения силы и огнестрельного оружия должностными лицами по поддержанию правопорядка",
            ],
            zh: &["执法人员使用武力和火器的基本原则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "istanbul-principles",
        symbol: Some("A/RES/55/89"),
        place: Some("annex"),
        date: on(2000, 12, 4),
        names: NamesByLanguage {
            ar: &[
                "المبادئ المتعلقة بالتقصي والتوثيق الفعالين بشأن التعذيب وغيره من ضروب المعاملة أو العقوبة القاسية أو اللاإنسانية أو المهينة",
                "مبادئ اسطنبول",
                "مبادئ إسطنبول",
            ],
            en: &[
                "Principles on the Effective Investigation and Documentation of Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
                "Istanbul Principles",
            ],
            es: &[
                "Principios relativos a la Investigación y Documentación Eficaces de la Tortura y Otros Tratos o Penas Crueles, Inhumanos o Degradantes",
                "Principios de Estambul",
            ],
            fr: &[
                "Principes relatifs aux moyens d’enquêter efficacement sur la torture et autres peines ou traitements cruels, inhumains ou dégradants pour établir la réalité des faits",
                "Principes d’Istanbul",
            ],
            ru: &[
                "Принципы эффективного расследования и документирования пыток и других жестоких, бесчеловечных или унижающих достоинство видов обращения и наказания",
                "Стамбульские принципы",
            ],
            zh: &["有效调查和记录酷刑和其他残忍、不人道或有辱人格待遇或处罚的原则", "伊斯坦布尔原则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "victims-justice",
        symbol: Some("A/RES/40/34"),
        place: Some("annex"),
        date: on(1985, 11, 29),
        names: NamesByLanguage {
            ar: &[],
            en: &["Declaration of Basic Principles of Justice for Victims of Crime and Abuse of Power"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "remedy-principles",
        symbol: Some("A/RES/60/147"),
        place: Some("annex"),
        date: on(2005, 12, 16),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Basic Principles and Guidelines on the Right to a Remedy and Reparation for Victims of Gross Violations of International Human Rights Law and Serious Violations of International Humanitarian Law",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "violence-children-strategies",
        symbol: Some("A/RES/69/194"),
        place: Some("annex"),
        date: on(2014, 12, 18),
        names: NamesByLanguage {
            ar: &[
                "استراتيجيات الأمم المتحدة وتدابيرها العملية النموذجية للقضاء على العنف ضد الأطفال في مجال منع الجريمة والعدالة الجنائية",
            ],
            en: &[
                "United Nations Model Strategies and Practical Measures on the Elimination of Violence against Children in the Field of Crime Prevention and Criminal Justice",
            ],
            es: &[
                "Estrategias y Medidas Prácticas Modelo de las Naciones Unidas para Eliminar la Violencia contra los Niños en el Ámbito de la Prevención del Delito y la Justicia Penal",
            ],
            fr: &[
                "Stratégies et mesures concrètes types des Nations Unies relatives à l’élimination de la violence à l’encontre des enfants dans le contexte de la prévention du crime et de la justice pénale",
            ],
            ru: &[
                "Типовые стратегии и практические меры Организации Объединенных Наций по ликвидации насилия в отношении детей в рамках предупреждения преступности и уголовного правосудия",
            ],
            zh: &["联合国消除预防犯罪和刑事司法领域内暴力侵害儿童行为的示范战略和实际措施"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cultural-property-guidelines",
        symbol: Some("A/RES/69/196"),
        place: Some("annex"),
        date: on(2014, 12, 18),
        names: NamesByLanguage {
            ar: &[
                "المبادئ التوجيهية الدولية بشأن تدابير منع الجريمة والعدالة الجنائية فيما يتعلق بالاتجار بالممتلكات الثقافية وما يتصل به من جرائم أخرى",
            ],
            en: &[
                "International Guidelines for Crime Prevention and Criminal Justice Responses with Respect to Trafficking in Cultural Property and Other Related Offences",
            ],
            es: &[
                "Directrices Internacionales sobre las Respuestas de Prevención del Delito y Justicia Penal al Tráfico de Bienes Culturales y Otros Delitos Conexos",
            ],
            fr: &[
                "Principes directeurs internationaux sur les mesures de prévention du crime et de justice pénale relatives au trafic de biens culturels et aux autres infractions connexes",
            ],
            ru: &[
                "Международные руководящие принципы принятия мер в области предупреждения преступности и уголовного правосудия в отношении незаконного оборота культурных ценностей и других связанных с ним преступлений",
            ],
            zh: &["关于贩运文化财产及其他相关犯罪的预防犯罪和刑事司法对策国际准则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "counter-terrorism-strategy",
        symbol: Some("A/RES/60/288"),
        date: on(2006, 9, 8),
        names: NamesByLanguage {
            ar: &["استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب"],
            en: &["United Nations Global Counter-Terrorism Strategy", "Global Counter-Terrorism Strategy"],
            es: &["Estrategia Global de las Naciones Unidas contra el Terrorismo"],
            fr: &["Stratégie antiterroriste mondiale des Nations Unies", "Stratégie antiterroriste mondiale"],
            ru: &[
                "Глобальная контртеррористическая стратегия Организации Объединенных Наций",
                "Глобальная контртеррористическая стратегия",
            ],
            zh: &["联合国全球反恐战略"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "terrorist-bombings",
        symbol: Some("A/RES/52/164"),
        place: Some("annex"),
        series: Some("vol. 2149, No. 37517"),
        date: on(1997, 12, 15),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لقمع الهجمات الإرهابية بالقنابل"],
            en: &["International Convention for the Suppression of Terrorist Bombings"],
            es: &["Convenio Internacional para la Represión de los Atentados Terroristas Cometidos con Bombas"],
            fr: &["Convention internationale pour la répression des attentats terroristes à l’explosif"],
            ru: &["Международная конвенция о борьбе с бомбовым терроризмом"],
            zh: &["制止恐怖主义爆炸的国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "terrorist-financing",
        symbol: Some("A/RES/54/109"),
        place: Some("annex"),
        series: Some("vol. 2178, No. 38349"),
        date: on(1999, 12, 9),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لقمع تمويل الإرهاب"],
            en: &["International Convention for the Suppression of the Financing of Terrorism"],
            es: &["Convenio Internacional para la Represión de la Financiación del Terrorismo"],
            fr: &["Convention internationale pour la répression du financement du terrorisme"],
            ru: &["Международная конвенция о борьбе с финансированием терроризма"],
            zh: &["制止向恐怖主义提供资助的国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "nuclear-terrorism",
        symbol: Some("A/RES/59/290"),
        place: Some("annex"),
        series: Some("vol. 2445, No. 44004"),
        date: on(2005, 4, 13),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لقمع أعمال الإرهاب النووي"],
            en: &["International Convention for the Suppression of Acts of Nuclear Terrorism"],
            es: &["Convenio Internacional para la Represión de los Actos de Terrorismo Nuclear"],
            fr: &["Convention internationale pour la répression des actes de terrorisme nucléaire"],
            ru: &["Международная конвенция о борьбе с актами ядерного терроризма"],
            zh: &["制止核恐怖主义行为国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "hostages",
        symbol: Some("A/RES/34/146"),
        place: Some("annex"),
        date: on(1979, 12, 17),
        names: NamesByLanguage {
            ar: &[],
            en: &["International Convention against the Taking of Hostages"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "mercenaries",
        symbol: Some("A/RES/44/34"),
        place: Some("annex"),
        series: Some("vol. 2163, No. 37789"),
        date: on(1989, 12, 4),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لمناهضة تجنيد المرتزقة واستخدامهم وتمويلهم وتدريبهم"],
            en: &["International Convention against the Recruitment, Use, Financing and Training of Mercenaries"],
            es: &[
                "Convención Internacional contra el Reclutamiento, la Utilización, la Financiación y el Entrenamiento de Mercenarios",
            ],
            fr: &[
                "Convention internationale contre le recrutement, l’utilisation, le financement et l’instruction de mercenaires",
            ],
            ru: &[
                "Международная конвенция о борьбе с вербовкой, использованием, финансированием и обучением наемников",
            ],
            zh: &["反对招募、使用、资助和训练雇佣军国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "maritime-safety-sua",
        series: Some("vol. 1678, No. 29004"),
        date: on(1988, 3, 10),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية قمع الأعمال غير المشروعة الموجهة ضد سلامة الملاحة البحرية"],
            en: &["Convention for the Suppression of Unlawful Acts against the Safety of Maritime Navigation"],
            es: &["Convenio para la Represión de Actos Ilícitos contra la Seguridad de la Navegación Marítima"],
            fr: &["Convention pour la répression d’actes illicites contre la sécurité de la navigation maritime"],
            ru: &["Конвенция о борьбе с незаконными актами, направленными против безопасности морского судоходства"],
            zh: &["制止危及海上航行安全非法行为公约"],
        },
        ..BLANK
    },
];
