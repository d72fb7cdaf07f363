//! Development, finance, health, culture and sport.

use super::super::{BLANK, Dated, NamesByLanguage, WellKnownInstrument, on};

pub(super) static DEVELOPMENT: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "agenda-2030",
        symbol: Some("A/RES/70/1"),
        date: on(2015, 9, 25),
        names: NamesByLanguage {
            ar: &["تحويل عالمنا: خطة التنمية المستدامة لعام 2030", "خطة التنمية المستدامة لعام 2030", "خطة عام 2030"],
            en: &[
                "Transforming our world: the 2030 Agenda for Sustainable Development",
                "2030 Agenda for Sustainable Development",
                "2030 Agenda",
            ],
            es: &[
                "Transformar nuestro mundo: la Agenda 2030 para el Desarrollo Sostenible",
                "Agenda 2030 para el Desarrollo Sostenible",
                "Agenda 2030",
            ],
            fr: &[
                "Transformer notre monde : le Programme de développement durable à l’horizon 2030",
                "Programme de développement durable à l’horizon 2030",
                "Programme 2030",
            ],
            ru: &[
                "Преобразование нашего мира: Повестка дня в области устойчивого развития на период до 2030 года",
                "Повестка дня в области устойчивого развития на период до 2030 года",
                "Повестка дня на период до 2030 года",
            ],
            zh: &["变革我们的世界：2030年可持续发展议程", "2030年可持续发展议程", "2030年议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "addis-ababa",
        symbol: Some("A/RES/69/313"),
        place: Some("annex"),
        date: on(2015, 7, 27),
        names: NamesByLanguage {
            ar: &["خطة عمل أديس أبابا الصادرة عن المؤتمر الدولي الثالث لتمويل التنمية", "خطة عمل أديس أبابا"],
            en: &[
                "Addis Ababa Action Agenda of the Third International Conference on Financing for Development",
                "Addis Ababa Action Agenda",
            ],
            es: &[
                "Agenda de Acción de Addis Abeba de la Tercera Conferencia Internacional sobre la Financiación para el Desarrollo",
                "Agenda de Acción de Addis Abeba",
            ],
            fr: &[
                "Programme d’action d’Addis-Abeba issu de la troisième Conférence internationale sur le financement du développement",
                "Programme d’action d’Addis-Abeba",
            ],
            ru: &[
                "Аддис-Абебская программа действий третьей Международной конференции по финансированию развития",
                "Аддис-Абебская программа действий",
            ],
            zh: &["第三次发展筹资问题国际会议亚的斯亚贝巴行动议程", "亚的斯亚贝巴行动议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "monterrey",
        symbol: Some("A/CONF.198/11"),
        place: Some("chap. I, resolution 1, annex"),
        date: on(2002, 3, 22),
        names: NamesByLanguage {
            ar: &["توافق آراء مونتيري للمؤتمر الدولي لتمويل التنمية", "توافق آراء مونتيري"],
            en: &[
                "Monterrey Consensus of the International Conference on Financing for Development",
                "Monterrey Consensus",
            ],
            es: &[
                "Consenso de Monterrey de la Conferencia Internacional sobre la Financiación para el Desarrollo",
                "Consenso de Monterrey",
            ],
            fr: &[
                "Consensus de Monterrey issu de la Conférence internationale sur le financement du développement",
                "Consensus de Monterrey",
            ],
            ru: &[
                "Монтеррейский консенсус Международной конференции по финансированию развития",
                "Монтеррейский консенсус",
            ],
            zh: &["发展筹资问题国际会议蒙特雷共识", "蒙特雷共识"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "doha-financing",
        symbol: Some("A/RES/63/239"),
        place: Some("annex"),
        date: on(2008, 12, 24),
        names: NamesByLanguage {
            ar: &[
                "إعلان الدوحة بشأن تمويل التنمية: الوثيقة الختامية لمؤتمر المتابعة الدولي لتمويل التنمية المعني باستعراض تنفيذ توافق آراء مونتيري",
                "إعلان الدوحة بشأن تمويل التنمية",
            ],
            en: &[
                "Doha Declaration on Financing for Development: outcome document of the Follow-up International Conference on Financing for Development to Review the Implementation of the Monterrey Consensus",
                "Doha Declaration on Financing for Development",
            ],
            es: &[
                "Declaración de Doha sobre la Financiación para el Desarrollo: documento final de la Conferencia Internacional de Seguimiento sobre la Financiación para el Desarrollo encargada de Examinar la Aplicación del Consenso de Monterrey",
                "Declaración de Doha sobre la Financiación para el Desarrollo",
            ],
            fr: &[
                "Déclaration de Doha sur le financement du développement : document final de la Conférence internationale de suivi sur le financement du développement, chargée d’examiner la mise en œuvre du Consensus de Monterrey",
                "Déclaration de Doha sur le financement du développement",
            ],
            ru: &[
                "Дохинская декларация о финансировании развития: итоговый документ Международной конференции по последующей деятельности в области финансирования развития для обзора хода осуществления Монтеррейского консенсуса",
                "Дохинская декларация о финансировании развития",
            ],
            zh: &[
                "发展筹资问题多哈宣言：审查蒙特雷共识执行情况的发展筹资问题后续国际会议结果文件",
                "发展筹资问题多哈宣言",
            ],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "millennium-declaration",
        symbol: Some("A/RES/55/2"),
        date: on(2000, 9, 8),
        names: NamesByLanguage {
            ar: &["إعلان الأمم المتحدة للألفية", "إعلان الألفية"],
            en: &["United Nations Millennium Declaration", "Millennium Declaration"],
            es: &["Declaración del Milenio"],
            fr: &["Déclaration du Millénaire"],
            ru: &["Декларация тысячелетия Организации Объединенных Наций", "Декларация тысячелетия"],
            zh: &["联合国千年宣言", "千年宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "world-summit-2005",
        symbol: Some("A/RES/60/1"),
        date: on(2005, 9, 16),
        names: NamesByLanguage {
            ar: &["الوثيقة الختامية لمؤتمر القمة العالمي لعام 2005"],
            en: &["2005 World Summit Outcome"],
            es: &["Documento Final de la Cumbre Mundial 2005"],
            fr: &["Document final du Sommet mondial de 2005"],
            ru: &["Итоговый документ Всемирного саммита 2005 года"],
            zh: &["2005年世界首脑会议成果"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "mdg-2010",
        symbol: Some("A/RES/65/1"),
        date: on(2010, 9, 22),
        names: NamesByLanguage {
            ar: &["الوفاء بالوعد: متحدون لتحقيق الأهداف الإنمائية للألفية"],
            en: &["Keeping the promise: united to achieve the Millennium Development Goals"],
            es: &["Cumplir la promesa: unidos para lograr los Objetivos de Desarrollo del Milenio"],
            fr: &["Tenir les promesses : unis pour atteindre les objectifs du Millénaire pour le développement"],
            ru: &[
                "Выполнение обещания: объединение во имя достижения целей в области развития, сформулированных в Декларации тысячелетия",
            ],
            zh: &["履行诺言：团结一致实现千年发展目标"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sdg-declaration-2019",
        symbol: Some("A/RES/74/4"),
        place: Some("annex"),
        date: on(2019, 10, 15),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Political declaration of the high-level political forum on sustainable development convened under the auspices of the General Assembly",
            ],
            es: &[
                "Declaración política del foro político de alto nivel sobre el desarrollo sostenible celebrado bajo los auspicios de la Asamblea General",
            ],
            fr: &[
                "Déclaration politique issue du forum politique de haut niveau pour le développement durable organisé sous les auspices de l’Assemblée générale",
            ],
            ru: &[
                "Политическая декларация политического форума высокого уровня по устойчивому развитию, созванного под эгидой Генеральной Ассамблеи",
            ],
            zh: &["大会主持召开的可持续发展问题高级别政治论坛政治宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "pact-for-the-future",
        symbol: Some("A/RES/79/1"),
        date: on(2024, 9, 22),
        names: NamesByLanguage {
            ar: &[],
            en: &["Pact for the Future"],
            es: &["Pacto para el Futuro"],
            fr: &["Pacte pour l’avenir"],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "global-digital-compact",
        symbol: Some("A/RES/79/1"),
        place: Some("annex I"),
        date: on(2024, 9, 22),
        names: NamesByLanguage {
            ar: &[],
            en: &["Global Digital Compact"],
            es: &["Pacto Digital Global"],
            fr: &["Pacte numérique mondial"],
            ru: &["Глобальный цифровой договор"],
            zh: &["全球数字契约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "future-generations",
        symbol: Some("A/RES/79/1"),
        place: Some("annex II"),
        date: on(2024, 9, 22),
        names: NamesByLanguage {
            ar: &[],
            en: &["Declaration on Future Generations"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "new-urban-agenda",
        symbol: Some("A/RES/71/256"),
        place: Some("annex"),
        date: on(2016, 12, 23),
        names: NamesByLanguage {
            ar: &["الخطة الحضرية الجديدة"],
            en: &["New Urban Agenda"],
            es: &["Nueva Agenda Urbana"],
            fr: &["Nouveau Programme pour les villes"],
            ru: &["Новая программа развития городов"],
            zh: &["新城市议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "habitat-agenda",
        symbol: Some("A/CONF.165/14"),
        place: Some("chap. I, resolution 1, annex II"),
        date: on(1996, 6, 14),
        names: NamesByLanguage { ar: &[], en: &["Habitat Agenda"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "icpd",
        symbol: Some("A/CONF.171/13/Rev.1"),
        place: Some("chap. I, resolution 1, annex"),
        date: on(1994, 9, 13),
        names: NamesByLanguage {
            ar: &["برنامج عمل المؤتمر الدولي للسكان والتنمية"],
            en: &["Programme of Action of the International Conference on Population and Development"],
            es: &["Programa de Acción de la Conferencia Internacional sobre la Población y el Desarrollo"],
            fr: &["Programme d’action de la Conférence internationale sur la population et le développement"],
            ru: &["Программа действий Международной конференции по народонаселению и развитию"],
            zh: &["国际人口与发展会议行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "copenhagen",
        symbol: Some("A/CONF.166/9"),
        place: Some("chap. I, resolution 1, annex I"),
        date: on(1995, 3, 12),
        names: NamesByLanguage {
            ar: &["إعلان كوبنهاغن بشأن التنمية الاجتماعية"],
            en: &["Copenhagen Declaration on Social Development"],
            es: &["Declaración de Copenhague sobre Desarrollo Social"],
            fr: &["Déclaration de Copenhague sur le développement social"],
            ru: &["Копенгагенская декларация о социальном развитии"],
            zh: &["社会发展问题哥本哈根宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "social-summit-programme",
        symbol: Some("A/CONF.166/9"),
        place: Some("chap. I, resolution 1, annex II"),
        date: on(1995, 3, 12),
        names: NamesByLanguage {
            ar: &["برنامج عمل مؤتمر القمة العالمي للتنمية الاجتماعية"],
            en: &["Programme of Action of the World Summit for Social Development"],
            es: &["Programa de Acción de la Cumbre Mundial sobre Desarrollo Social"],
            fr: &["Programme d’action du Sommet mondial pour le développement social"],
            ru: &["Программа действий Всемирной встречи на высшем уровне в интересах социального развития"],
            zh: &["社会发展问题世界首脑会议行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "barbados",
        symbol: Some("A/CONF.167/9"),
        place: Some("chap. I, resolution 1, annex II"),
        date: on(1994, 5, 6),
        names: NamesByLanguage {
            ar: &["برنامج العمل من أجل التنمية المستدامة للدول الجزرية الصغيرة النامية", "برنامج عمل بربادوس"],
            en: &[
                "Programme of Action for the Sustainable Development of Small Island Developing States",
                "Barbados Programme of Action",
            ],
            es: &[
                "Programa de Acción para el Desarrollo Sostenible de los Pequeños Estados Insulares en Desarrollo",
                "Programa de Acción de Barbados",
            ],
            fr: &[
                "Programme d’action pour le développement durable des petits États insulaires en développement",
                "Programme d’action de la Barbade",
            ],
            ru: &[
                "Программа действий по обеспечению устойчивого развития малых островных развивающихся государств",
                "Барбадосская программа действий",
            ],
            zh: &["小岛屿发展中国家可持续发展行动纲领", "巴巴多斯行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "mauritius-strategy",
        symbol: Some("A/CONF.207/11"),
        place: Some("annex II"),
        date: on(2005, 1, 14),
        names: NamesByLanguage {
            ar: &[
                "استراتيجية موريشيوس لمواصلة تنفيذ برنامج العمل من أجل التنمية المستدامة للدول الجزرية الصغيرة النامية",
                "استراتيجية موريشيوس",
            ],
            en: &[
                "Mauritius Strategy for the Further Implementation of the Programme of Action for the Sustainable Development of Small Island Developing States",
                "Mauritius Strategy",
            ],
            es: &[
                "Estrategia de Mauricio para la Ejecución Ulterior del Programa de Acción para el Desarrollo Sostenible de los Pequeños Estados Insulares en Desarrollo",
                "Estrategia de Mauricio",
            ],
            fr: &[
                "Stratégie de Maurice pour la poursuite de la mise en œuvre du Programme d’action pour le développement durable des petits États insulaires en développement",
                "Stratégie de Maurice",
            ],
            ru: &[
                "Маврикийская стратегия по дальнейшему осуществлению Программы действий по обеспечению устойчивого развития малых островных развивающихся государств",
                "Маврикийская стратегия",
            ],
            zh: &["关于进一步执行小岛屿发展中国家可持续发展行动纲领的毛里求斯战略", "毛里求斯战略"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "samoa-pathway",
        symbol: Some("A/RES/69/15"),
        place: Some("annex"),
        date: on(2014, 11, 14),
        names: NamesByLanguage {
            ar: &["إجراءات العمل المعجل للدول الجزرية الصغيرة النامية", "مسار ساموا"],
            en: &["SIDS Accelerated Modalities of Action (SAMOA) Pathway", "SAMOA Pathway", "Samoa Pathway"],
            es: &[
                "Modalidades de Acción Acelerada para los Pequeños Estados Insulares en Desarrollo",
                "Trayectoria de Samoa",
            ],
            fr: &[
                "Modalités d’action accélérées des petits États insulaires en développement",
                "Orientations de Samoa",
            ],
            ru: &[
                "Программа действий по ускоренному развитию малых островных развивающихся государств",
                "«Путь Самоа»",
            ],
            zh: &["小岛屿发展中国家快速行动方式", "萨摩亚途径"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "antigua-barbuda",
        symbol: Some("A/RES/78/317"),
        place: Some("annex"),
        date: on(2024, 7, 16),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Antigua and Barbuda Agenda for Small Island Developing States: A Renewed Declaration for Resilient Prosperity",
                "Antigua and Barbuda Agenda for Small Island Developing States",
            ],
            es: &[
                "Agenda de Antigua y Barbuda para los Pequeños Estados Insulares en Desarrollo: una declaración renovada para una prosperidad resiliente",
                "Agenda de Antigua y Barbuda para los Pequeños Estados Insulares en Desarrollo",
            ],
            fr: &[
                "Programme d’Antigua-et-Barbuda pour les petits États insulaires en développement : une déclaration renouvelée en faveur d’une prospérité résiliente",
                "Programme d’Antigua-et-Barbuda pour les petits États insulaires en développement",
            ],
            ru: &[
                "Повестка дня Антигуа и Барбуды для малых островных развивающихся государств: обновленная декларация о достижении стабильного процветания",
                "Повестка дня Антигуа и Барбуды для малых островных развивающихся государств",
            ],
            zh: &["安提瓜和巴布达小岛屿发展中国家议程：实现韧性繁荣的新宣言", "安提瓜和巴布达小岛屿发展中国家议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "istanbul-programme",
        symbol: Some("A/CONF.219/7"),
        place: Some("chap. II"),
        date: on(2011, 5, 13),
        names: NamesByLanguage {
            ar: &["برنامج عمل إسطنبول لصالح أقل البلدان نموا للعقد 2011-2020", "برنامج عمل إسطنبول"],
            en: &[
                "Programme of Action for the Least Developed Countries for the Decade 2011–2020",
                "Istanbul Programme of Action for the Least Developed Countries for the Decade 2011–2020",
                "Istanbul Programme of Action",
            ],
            es: &[
                "Programa de Acción de Estambul en favor de los Países Menos Adelantados para el Decenio 2011-2020",
                "Programa de Acción de Estambul",
            ],
            fr: &[
                "Programme d’action d’Istanbul en faveur des pays les moins avancés pour la décennie 2011-2020",
                "Programme d’action d’Istanbul",
            ],
            ru: &[
                "Стамбульская программа действий для наименее развитых стран на десятилетие 2011–2020 годов",
                "Стамбульская программа действий",
            ],
            zh: &[
                "2011-2020十年期支援最不发达国家行动纲领",
                "2011-2020十年期支援最不发达国家伊斯坦布尔行动纲领",
                "伊斯坦布尔行动纲领",
            ],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "doha-ldc",
        symbol: Some("A/RES/76/258"),
        place: Some("annex"),
        date: on(2022, 4, 1),
        names: NamesByLanguage {
            ar: &[
                "برنامج عمل الدوحة لصالح أقل البلدان نموا للعقد 2022-2031",
                "برنامج عمل الدوحة لصالح أقل البلدان نموا",
                "برنامج عمل الدوحة",
            ],
            en: &[
                "Doha Programme of Action for the Least Developed Countries for the Decade 2022–2031",
                "Doha Programme of Action for the Least Developed Countries",
                "Doha Programme of Action",
            ],
            es: &[
                "Programa de Acción de Doha en favor de los Países Menos Adelantados para el Decenio 2022-2031",
                "Programa de Acción de Doha en favor de los Países Menos Adelantados",
                "Programa de Acción de Doha",
            ],
            fr: &[
                "Programme d’action de Doha en faveur des pays les moins avancés pour la décennie 2022-2031",
                "Programme d’action de Doha en faveur des pays les moins avancés",
                "Programme d’action de Doha",
            ],
            ru: &[
                "Дохинская программа действий для наименее развитых стран на десятилетие 2022–2031 годов",
                "Дохинская программа действий для наименее развитых стран",
                "Дохинская программа действий",
            ],
            zh: &["2022-2031十年期支援最不发达国家多哈行动纲领", "支援最不发达国家多哈行动纲领", "多哈行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "vienna-landlocked",
        symbol: Some("A/RES/69/137"),
        place: Some("annex II"),
        date: on(2014, 11, 5),
        resolved: Some(on(2014, 12, 12)),
        names: NamesByLanguage {
            ar: &[
                "برنامج عمل فيينا لصالح البلدان النامية غير الساحلية للعقد 2014-2024",
                "برنامج عمل فيينا لصالح البلدان النامية غير الساحلية",
            ],
            en: &[
                "Vienna Programme of Action for Landlocked Developing Countries for the Decade 2014–2024",
                "Vienna Programme of Action for Landlocked Developing Countries",
            ],
            es: &[
                "Programa de Acción de Viena en favor de los Países en Desarrollo Sin Litoral para el Decenio 2014-2024",
                "Programa de Acción de Viena en favor de los Países en Desarrollo Sin Litoral",
            ],
            fr: &[
                "Programme d’action de Vienne en faveur des pays en développement sans littoral pour la décennie 2014-2024",
                "Programme d’action de Vienne en faveur des pays en développement sans littoral",
            ],
            ru: &[
                "Венская программа действий для развивающихся стран, не имеющих выхода к морю, на десятилетие 2014–2024 годов",
                "Венская программа действий для развивающихся стран, не имеющих выхода к морю",
            ],
            zh: &["内陆发展中国家2014-2024十年期维也纳行动纲领", "内陆发展中国家2014-2024年十年维也纳行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "almaty",
        symbol: Some("A/CONF.202/3"),
        place: Some("annex I"),
        date: on(2003, 8, 29),
        names: NamesByLanguage {
            ar: &["برنامج عمل ألماتي"],
            en: &["Almaty Programme of Action"],
            es: &["Programa de Acción de Almaty"],
            fr: &["Programme d’action d’Almaty"],
            ru: &["Алматинская программа действий"],
            zh: &["阿拉木图行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "buenos-aires-plan",
        date: on(1978, 9, 12),
        names: NamesByLanguage {
            ar: &["خطة عمل بوينس آيرس لتشجيع وتنفيذ التعاون التقني فيما بين البلدان النامية"],
            en: &[
                "Buenos Aires Plan of Action for Promoting and Implementing Technical Cooperation among Developing Countries",
            ],
            es: &[
                "Plan de Acción de Buenos Aires para Promover y Realizar la Cooperación Técnica entre los Países en Desarrollo",
            ],
            fr: &[
                "Plan d’action de Buenos Aires pour la promotion et la mise en œuvre de la coopération technique entre pays en développement",
            ],
            ru: &[
                "Буэнос-Айресский план действий по развитию и осуществлению технического сотрудничества между развивающимися странами",
            ],
            zh: &["促进和实施发展中国家间技术合作的布宜诺斯艾利斯行动计划"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "nairobi-south-south",
        symbol: Some("A/RES/64/222"),
        place: Some("annex"),
        date: on(2009, 12, 21),
        names: NamesByLanguage {
            ar: &["وثيقة نيروبي الختامية"],
            en: &["Nairobi outcome document of the High-level United Nations Conference on South-South Cooperation"],
            es: &["Documento final de Nairobi"],
            fr: &["Document final de Nairobi"],
            ru: &["Найробийский итоговый документ"],
            zh: &["内罗毕成果文件"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "financial-crisis",
        symbol: Some("A/RES/63/303"),
        place: Some("annex"),
        date: on(2009, 7, 9),
        names: NamesByLanguage {
            ar: &["الوثيقة الختامية للمؤتمر المتعلق بالأزمة المالية والاقتصادية العالمية وتأثيرها في التنمية"],
            en: &["Outcome of the Conference on the World Financial and Economic Crisis and Its Impact on Development"],
            es: &[
                "Documento Final de la Conferencia sobre la Crisis Financiera y Económica Mundial y Sus Efectos en el Desarrollo",
            ],
            fr: &[
                "Document final de la Conférence sur la crise financière et économique mondiale et son incidence sur le développement",
            ],
            ru: &[
                "Итоговый документ Конференции по вопросу о мировом финансово-экономическом кризисе и его последствиях для развития",
            ],
            zh: &["世界金融和经济危机及其对发展影响问题会议成果"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "nepad",
        symbol: Some("A/57/304"),
        place: Some("annex"),
        date: on(2001, 10, 23),
        names: NamesByLanguage {
            ar: &["الشراكة الجديدة من أجل تنمية أفريقيا"],
            en: &["New Partnership for Africa’s Development"],
            es: &["Nueva Alianza para el Desarrollo de África"],
            fr: &["Nouveau Partenariat pour le développement de l’Afrique"],
            ru: &["Новое партнерство в интересах развития Африки"],
            zh: &["非洲发展新伙伴关系"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "agenda-2063",
        date: on(2015, 1, 31),
        names: NamesByLanguage {
            ar: &["خطة عام 2063: أفريقيا التي نصبو إليها", "خطة عام 2063"],
            en: &["Agenda 2063: The Africa We Want", "Agenda 2063"],
            es: &["Agenda 2063: el África que Queremos", "Agenda 2063"],
            fr: &["Agenda 2063 : l’Afrique que nous voulons", "Agenda 2063"],
            ru: &["Повестка дня на период до 2063 года"],
            zh: &["2063年议程：我们希望的非洲", "2063年议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "wsis-tunis",
        symbol: Some("A/60/687"),
        place: Some("chap. I, sect. B"),
        date: on(2005, 11, 18),
        names: NamesByLanguage {
            ar: &["برنامج عمل تونس بشأن مجتمع المعلومات"],
            en: &["Tunis Agenda for the Information Society", "Tunis Agenda"],
            es: &["Agenda de Túnez para la Sociedad de la Información"],
            fr: &["Agenda de Tunis pour la société de l’information"],
            ru: &["Тунисская программа для информационного общества"],
            zh: &["信息社会突尼斯议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "wsis-tunis-commitment",
        symbol: Some("A/60/687"),
        place: Some("chap. I, sect. A"),
        date: on(2005, 11, 18),
        names: NamesByLanguage {
            ar: &["التزام تونس"],
            en: &["Tunis Commitment"],
            es: &["Compromiso de Túnez"],
            fr: &["Engagement de Tunis"],
            ru: &["Тунисское обязательство"],
            zh: &["突尼斯承诺"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "wsis-geneva",
        symbol: Some("A/C.2/59/3"),
        place: Some("annex, chap. I, sect. A"),
        date: on(2003, 12, 12),
        names: NamesByLanguage {
            ar: &["إعلان مبادئ جنيف"],
            en: &["Geneva Declaration of Principles"],
            es: &["Declaración de Principios de Ginebra"],
            fr: &["Déclaration de principes de Genève"],
            ru: &["Женевская декларация принципов"],
            zh: &["日内瓦原则宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rome-food-security",
        date: on(1996, 11, 17),
        names: NamesByLanguage {
            ar: &["إعلان روما بشأن الأمن الغذائي العالمي"],
            en: &["Rome Declaration on World Food Security"],
            es: &["Declaración de Roma sobre la Seguridad Alimentaria Mundial"],
            fr: &["Déclaration de Rome sur la sécurité alimentaire mondiale"],
            ru: &["Римская декларация о всемирной продовольственной безопасности"],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "hunger-malnutrition",
        date: on(1974, 11, 16),
        names: NamesByLanguage {
            ar: &["الإعلان العالمي للقضاء على الجوع وسوء التغذية"],
            en: &["Universal Declaration on the Eradication of Hunger and Malnutrition"],
            es: &["Declaración Universal sobre la Erradicación del Hambre y la Malnutrición"],
            fr: &["Déclaration universelle pour l’élimination définitive de la faim et de la malnutrition"],
            ru: &["Всеобщая декларация о ликвидации голода и недоедания"],
            zh: &["世界消灭饥饿和营养不良宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rome-nutrition",
        date: on(2014, 11, 21),
        names: NamesByLanguage {
            ar: &["إعلان روما عن التغذية", "إعلان روما بشأن التغذية"],
            en: &["Rome Declaration on Nutrition"],
            es: &["Declaración de Roma sobre la Nutrición"],
            fr: &["Déclaration de Rome sur la nutrition"],
            ru: &["Римская декларация по вопросам питания"],
            zh: &["营养问题罗马宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "universal-health",
        symbol: Some("A/RES/74/2"),
        date: on(2019, 10, 10),
        names: NamesByLanguage {
            ar: &["الإعلان السياسي للاجتماع الرفيع المستوى المعني بالتغطية الصحية الشاملة"],
            en: &["Political declaration of the high-level meeting on universal health coverage"],
            es: &["Declaración política de la reunión de alto nivel sobre la cobertura sanitaria universal"],
            fr: &[
                "Déclaration politique de la réunion de haut niveau sur la couverture sanitaire universelle",
                "Déclaration politique issue de la réunion de haut niveau sur la couverture sanitaire universelle",
            ],
            ru: &[
                "Политическая декларация заседания высокого уровня по вопросу о всеобщем охвате услугами здравоохранения",
            ],
            zh: &["全民健康覆盖问题高级别会议政治宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "non-communicable",
        symbol: Some("A/RES/73/2"),
        date: on(2018, 10, 10),
        names: NamesByLanguage {
            ar: &[
                "الإعلان السياسي المنبثق عن اجتماع الجمعية العامة الرفيع المستوى الثالث المعني بالوقاية من الأمراض غير المعدية ومكافحتها",
            ],
            en: &[
                "Political declaration of the third high-level meeting of the General Assembly on the prevention and control of non-communicable diseases",
            ],
            es: &[
                "Declaración política de la tercera reunión de alto nivel de la Asamblea General sobre la prevención y el control de las enfermedades no transmisibles",
            ],
            fr: &[],
            ru: &[
                "политическая декларация третьего совещания высокого уровня Генеральной Ассамблеи по профилактике неинфекционных заболеваний и борьбе с ними",
            ],
            zh: &["预防和控制非传染性疾病问题大会第三次高级别会议政治宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "tuberculosis",
        symbol: Some("A/RES/73/3"),
        date: on(2018, 10, 10),
        names: NamesByLanguage {
            ar: &["الإعلان السياسي للاجتماع الرفيع المستوى للجمعية العامة بشأن مكافحة داء السل"],
            en: &[
                "Political declaration of the high-level meeting of the General Assembly on the fight against tuberculosis",
            ],
            es: &[
                "Declaración política de la reunión de alto nivel de la Asamblea General sobre la lucha contra la tuberculosis",
            ],
            fr: &[
                "Déclaration politique issue de la réunion de haut niveau de l’Assemblée générale sur la lutte contre la tuberculose",
            ],
            ru: &["политическая декларация заседания высокого уровня Генеральной Ассамблеи по борьбе с туберкулезом"],
            zh: &["防治结核病问题大会高级别会议政治宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "hiv-2021",
        symbol: Some("A/RES/75/284"),
        place: Some("annex"),
        date: on(2021, 6, 8),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Political Declaration on HIV and AIDS: Ending Inequalities and Getting on Track to End AIDS by 2030",
            ],
            es: &[
                "Declaración Política sobre el VIH y el Sida: Acabar con las Desigualdades y Estar en Condiciones de Poner Fin al Sida para 2030",
            ],
            fr: &[
                "Déclaration politique sur le VIH et le sida : mettre fin aux inégalités et agir pour vaincre le sida d’ici à 2030",
            ],
            ru: &[
                "Политическая декларация по ВИЧ и СПИДу: искоренение неравенства и становление на путь, позволяющий искоренить СПИД к 2030 году",
            ],
            zh: &["关于艾滋病毒/艾滋病问题的政治宣言：结束不平等现象，进入2030年之前消除艾滋病的轨道"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "who-constitution",
        series: Some("vol. 14, No. 221"),
        date: on(1946, 7, 22),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["دستور منظمة الصحة العالمية"],
            en: &["Constitution of the World Health Organization"],
            es: &["Constitución de la Organización Mundial de la Salud"],
            fr: &["Constitution de l’Organisation mondiale de la Santé"],
            ru: &["Устав Всемирной организации здравоохранения"],
            zh: &["世界卫生组织组织法"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "tobacco",
        date: on(2003, 5, 21),
        names: NamesByLanguage {
            ar: &[],
            en: &["WHO Framework Convention on Tobacco Control"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &["世界卫生组织烟草控制框架公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "doping",
        series: Some("vol. 2419, No. 43649"),
        date: on(2005, 10, 19),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لمكافحة المنشطات في مجال الرياضة"],
            en: &["International Convention against Doping in Sport"],
            es: &["Convención Internacional contra el Dopaje en el Deporte"],
            fr: &["Convention internationale contre le dopage dans le sport"],
            ru: &["Международная конвенция о борьбе с допингом в спорте"],
            zh: &["反对在体育运动中使用兴奋剂国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "illicit-cultural-property",
        date: on(1970, 11, 14),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Convention on the Means of Prohibiting and Preventing the Illicit Import, Export and Transfer of Ownership of Cultural Property",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "intangible-heritage",
        date: on(2003, 10, 17),
        names: NamesByLanguage {
            ar: &[],
            en: &["Convention for the Safeguarding of the Intangible Cultural Heritage"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &["保护非物质文化遗产公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cultural-diversity",
        date: on(2005, 10, 20),
        names: NamesByLanguage {
            ar: &[],
            en: &["Convention on the Protection and Promotion of the Diversity of Cultural Expressions"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "dialogue-civilizations",
        symbol: Some("A/RES/56/6"),
        date: on(2001, 11, 9),
        names: NamesByLanguage {
            ar: &["البرنامج العالمي للحوار بين الحضارات"],
            en: &["Global Agenda for Dialogue among Civilizations"],
            es: &["Programa Mundial para el Diálogo entre Civilizaciones"],
            fr: &["Programme mondial pour le dialogue entre les civilisations"],
            ru: &["Глобальная повестка дня для диалога между цивилизациями"],
            zh: &["不同文明对话全球议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "road-safety",
        symbol: Some("A/RES/76/294"),
        place: Some("annex"),
        date: on(2022, 6, 30),
        names: NamesByLanguage {
            ar: &["الإعلان السياسي للاجتماع الرفيع المستوى المعني بتحسين السلامة على الطرق في العالم"],
            en: &["Political declaration of the high-level meeting on improving global road safety"],
            es: &[
                "Declaración política de la reunión de alto nivel sobre el mejoramiento de la seguridad vial en el mundo",
            ],
            fr: &[
                "Déclaration politique issue de la réunion de haut niveau sur l’amélioration de la sécurité routière dans le monde",
            ],
            ru: &[],
            zh: &["改善全球道路安全高级别会议政治宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "marrakesh-visually-impaired",
        date: on(2013, 6, 27),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Marrakesh Treaty to Facilitate Access to Published Works for Persons Who Are Blind, Visually Impaired or Otherwise Print Disabled",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
];
