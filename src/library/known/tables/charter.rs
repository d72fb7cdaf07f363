//! The Charter, the Court, and how the United Nations stands in law.

use super::super::{BLANK, Dated, NamesByLanguage, WellKnownInstrument, on};

pub(super) static CHARTER: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "charter",
        date: on(1945, 6, 26),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["ميثاق الأمم المتحدة"],
            en: &["Charter of the United Nations", "United Nations Charter", "UN Charter"],
            es: &["Carta de las Naciones Unidas"],
            fr: &["Charte des Nations Unies"],
            ru: &["Устав Организации Объединенных Наций"],
            zh: &["联合国宪章"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "icj-statute",
        date: on(1945, 6, 26),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["النظام الأساسي لمحكمة العدل الدولية"],
            en: &["Statute of the International Court of Justice"],
            es: &["Estatuto de la Corte Internacional de Justicia"],
            fr: &["Statut de la Cour internationale de Justice"],
            ru: &["Статут Международного Суда", "Статут Международного суда"],
            zh: &["国际法院规约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "privileges-un",
        symbol: Some("A/RES/22 A (I)"),
        date: on(1946, 2, 13),
        names: NamesByLanguage {
            ar: &["اتفاقية امتيازات الأمم المتحدة وحصاناتها"],
            en: &["Convention on the Privileges and Immunities of the United Nations"],
            es: &["Convención sobre Prerrogativas e Inmunidades de las Naciones Unidas"],
            fr: &["Convention sur les privilèges et immunités des Nations Unies"],
            ru: &["Конвенция о привилегиях и иммунитетах Объединенных Наций"],
            zh: &["联合国特权和豁免公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "privileges-agencies",
        symbol: Some("A/RES/179 (II)"),
        date: on(1947, 11, 21),
        names: NamesByLanguage {
            ar: &["اتفاقية امتيازات الوكالات المتخصصة وحصاناتها"],
            en: &["Convention on the Privileges and Immunities of the Specialized Agencies"],
            es: &["Convención sobre Prerrogativas e Inmunidades de los Organismos Especializados"],
            fr: &["Convention sur les privilèges et immunités des institutions spécialisées"],
            ru: &["Конвенция о привилегиях и иммунитетах специализированных учреждений"],
            zh: &["专门机构特权和豁免公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "headquarters-agreement",
        symbol: Some("A/RES/169 (II)"),
        date: on(1947, 6, 26),
        dated: Dated::Signed,
        resolved: Some(on(1947, 10, 31)),
        names: NamesByLanguage {
            ar: &["الاتفاق المعقود بين الأمم المتحدة والولايات المتحدة الأمريكية بشأن مقر الأمم المتحدة"],
            en: &[
                "Agreement between the United Nations and the United States of America regarding the Headquarters of the United Nations",
            ],
            es: &[
                "Acuerdo entre las Naciones Unidas y los Estados Unidos de América relativo a la Sede de las Naciones Unidas",
            ],
            fr: &[
                "Accord entre l’Organisation des Nations Unies et les États-Unis d’Amérique relatif au Siège de l’Organisation des Nations Unies",
            ],
            ru: &[
                "Соглашение между Организацией Объединенных Наций и Соединенными Штатами Америки по вопросу о месторасположении Центральных учреждений Организации Объединенных Наций",
            ],
            zh: &["联合国和美利坚合众国关于联合国总部的协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "safety-personnel",
        symbol: Some("A/RES/49/59"),
        place: Some("annex"),
        series: Some("vol. 2051, No. 35457"),
        date: on(1994, 12, 9),
        names: NamesByLanguage {
            ar: &["الاتفاقية المتعلقة بسلامة موظفي الأمم المتحدة والأفراد المرتبطين بها"],
            en: &["Convention on the Safety of United Nations and Associated Personnel"],
            es: &["Convención sobre la Seguridad del Personal de las Naciones Unidas y el Personal Asociado"],
            fr: &["Convention sur la sécurité du personnel des Nations Unies et du personnel associé"],
            ru: &["Конвенция о безопасности персонала Организации Объединенных Наций и связанного с ней персонала"],
            zh: &["联合国人员和有关人员安全公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "safety-personnel-protocol",
        symbol: Some("A/RES/60/42"),
        place: Some("annex"),
        series: Some("vol. 2689, No. 35457"),
        date: on(2005, 12, 8),
        names: NamesByLanguage {
            ar: &[
                "البروتوكول الاختياري للاتفاقية المتعلقة بسلامة موظفي الأمم المتحدة والأفراد المرتبطين بها",
                "البروتوكول الاختياري الملحق بالاتفاقية المتعلقة بسلامة موظفي الأمم المتحدة والأفراد المرتبطين بها",
            ],
            en: &["Optional Protocol to the Convention on the Safety of United Nations and Associated Personnel"],
            es: &[
                "Protocolo Facultativo de la Convención sobre la Seguridad del Personal de las Naciones Unidas y el Personal Asociado",
            ],
            fr: &[
                "Protocole facultatif relatif à la Convention sur la sécurité du personnel des Nations Unies et du personnel associé",
            ],
            ru: &[
                "Факультативный протокол к Конвенции о безопасности персонала Организации Объединенных Наций и связанного с ней персонала",
            ],
            zh: &["联合国人员和有关人员安全公约任择议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rome-statute",
        series: Some("vol. 2187, No. 38544"),
        date: on(1998, 7, 17),
        names: NamesByLanguage {
            ar: &["نظام روما الأساسي للمحكمة الجنائية الدولية", "نظام روما الأساسي"],
            en: &["Rome Statute of the International Criminal Court", "Rome Statute"],
            es: &["Estatuto de Roma de la Corte Penal Internacional", "Estatuto de Roma"],
            fr: &["Statut de Rome de la Cour pénale internationale", "Statut de Rome"],
            ru: &["Римский статут Международного уголовного суда", "Римский статут"],
            zh: &["国际刑事法院罗马规约", "罗马规约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "icc-privileges",
        series: Some("vol. 2271, No. 40446"),
        date: on(2002, 9, 9),
        names: NamesByLanguage {
            ar: &["اتفاق امتيازات المحكمة الجنائية الدولية وحصاناتها"],
            en: &["Agreement on the Privileges and Immunities of the International Criminal Court"],
            es: &["Acuerdo sobre los Privilegios e Inmunidades de la Corte Penal Internacional"],
            fr: &["Accord sur les privilèges et immunités de la Cour pénale internationale"],
            ru: &["Соглашение о привилегиях и иммунитетах Международного уголовного суда"],
            zh: &["国际刑事法院特权和豁免协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "diplomatic-relations",
        series: Some("vol. 500, No. 7310"),
        date: on(1961, 4, 18),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية فيينا للعلاقات الدبلوماسية"],
            en: &["Vienna Convention on Diplomatic Relations"],
            es: &["Convención de Viena sobre Relaciones Diplomáticas"],
            fr: &["Convention de Vienne sur les relations diplomatiques"],
            ru: &["Венская конвенция о дипломатических сношениях"],
            zh: &["维也纳外交关系公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "consular-relations",
        series: Some("vol. 596, No. 8638"),
        date: on(1963, 4, 24),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية فيينا للعلاقات القنصلية"],
            en: &["Vienna Convention on Consular Relations"],
            es: &["Convención de Viena sobre Relaciones Consulares"],
            fr: &["Convention de Vienne sur les relations consulaires"],
            ru: &["Венская конвенция о консульских сношениях"],
            zh: &["维也纳领事关系公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "law-of-treaties",
        series: Some("vol. 1155, No. 18232"),
        date: on(1969, 5, 23),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية فيينا لقانون المعاهدات"],
            en: &["Vienna Convention on the Law of Treaties"],
            es: &["Convención de Viena sobre el Derecho de los Tratados"],
            fr: &["Convention de Vienne sur le droit des traités"],
            ru: &["Венская конвенция о праве международных договоров"],
            zh: &["维也纳条约法公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "jurisdictional-immunities",
        symbol: Some("A/RES/59/38"),
        place: Some("annex"),
        date: on(2004, 12, 2),
        names: NamesByLanguage {
            ar: &[],
            en: &["United Nations Convention on Jurisdictional Immunities of States and Their Property"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "electronic-communications",
        symbol: Some("A/RES/60/21"),
        place: Some("annex"),
        series: Some("vol. 2898, No. 50525"),
        date: on(2005, 11, 23),
        names: NamesByLanguage {
            ar: &["اتفاقية الأمم المتحدة بشأن استخدام الخطابات الإلكترونية في العقود الدولية"],
            en: &["United Nations Convention on the Use of Electronic Communications in International Contracts"],
            es: &[
                "Convención de las Naciones Unidas sobre la Utilización de las Comunicaciones Electrónicas en los Contratos Internacionales",
            ],
            fr: &[
                "Convention des Nations Unies sur l’utilisation de communications électroniques dans les contrats internationaux",
            ],
            ru: &[
                "Конвенция Организации Объединенных Наций об использовании электронных сообщений в международных договорах",
            ],
            zh: &["联合国国际合同使用电子通信公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "singapore-mediation",
        symbol: Some("A/RES/73/198"),
        place: Some("annex"),
        date: on(2018, 12, 20),
        names: NamesByLanguage {
            ar: &[],
            en: &["United Nations Convention on International Settlement Agreements Resulting from Mediation"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "judicial-sale-ships",
        symbol: Some("A/RES/77/100"),
        place: Some("annex"),
        date: on(2022, 12, 7),
        names: NamesByLanguage {
            ar: &["اتفاقية الأمم المتحدة المتعلقة بالآثار الدولية للبيع القضائي للسفن"],
            en: &[
                "United Nations Convention on the International Effects of Judicial Sales of Ships",
                "Beijing Convention on the Judicial Sale of Ships",
            ],
            es: &[
                "Convención de las Naciones Unidas sobre los Efectos Internacionales de las Ventas Judiciales de Buques",
                "Convención de Beijing sobre la Venta Judicial de Buques",
            ],
            fr: &[
                "Convention des Nations Unies sur les effets internationaux des ventes judiciaires de navires",
                "Convention de Beijing sur la vente judiciaire de navires",
            ],
            ru: &[],
            zh: &["联合国船舶司法出售国际效力公约", "北京船舶司法出售公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sales-goods",
        date: on(1980, 4, 11),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &["United Nations Convention on Contracts for the International Sale of Goods"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "electronic-commerce",
        symbol: Some("A/RES/51/162"),
        place: Some("annex"),
        date: on(1996, 12, 16),
        names: NamesByLanguage {
            ar: &["القانون النموذجي بشأن التجارة الإلكترونية"],
            en: &["Model Law on Electronic Commerce"],
            es: &["Ley Modelo sobre Comercio Electrónico"],
            fr: &["Loi type sur le commerce électronique"],
            ru: &["Типовой закон об электронной торговле"],
            zh: &["电子商务示范法"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "electronic-signatures",
        symbol: Some("A/RES/56/80"),
        place: Some("annex"),
        date: on(2001, 12, 12),
        names: NamesByLanguage {
            ar: &["القانون النموذجي بشأن التوقيعات الإلكترونية"],
            en: &["Model Law on Electronic Signatures"],
            es: &["Ley Modelo sobre las Firmas Electrónicas"],
            fr: &["Loi type sur les signatures électroniques"],
            ru: &["Типовой закон об электронных подписях"],
            zh: &["电子签名示范法"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "friendly-relations",
        symbol: Some("A/RES/2625 (XXV)"),
        place: Some("annex"),
        date: on(1970, 10, 24),
        names: NamesByLanguage {
            ar: &["إعلان مبادئ القانون الدولي المتعلقة بالعلاقات الودية والتعاون بين الدول وفقا لميثاق الأمم المتحدة"],
            en: &[
                "Declaration on Principles of International Law concerning Friendly Relations and Cooperation among States in accordance with the Charter of the United Nations",
            ],
            es: &[
                "Declaración sobre los Principios de Derecho Internacional referentes a las Relaciones de Amistad y a la Cooperación entre los Estados de conformidad con la Carta de las Naciones Unidas",
            ],
            fr: &[
                "Déclaration relative aux principes du droit international touchant les relations amicales et la coopération entre les États conformément à la Charte des Nations Unies",
            ],
            ru: &[
                "Декларация о принципах международного права, касающихся дружественных отношений и сотрудничества между государствами в соответствии с Уставом Организации Объединенных Наций",
            ],
            zh: &[
                "关于各国依联合国宪章建立友好关系及合作之国际法原则之宣言",
                "关于各国依联合国宪章建立友好关系和合作的国际法原则宣言",
                "关于各国依联合国宪章建立友好关系与合作的国际法原则宣言",
            ],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "decolonization",
        symbol: Some("A/RES/1514 (XV)"),
        date: on(1960, 12, 14),
        names: NamesByLanguage {
            ar: &["إعلان منح الاستقلال للبلدان والشعوب المستعمرة"],
            en: &["Declaration on the Granting of Independence to Colonial Countries and Peoples"],
            es: &["Declaración sobre la Concesión de la Independencia a los Países y Pueblos Coloniales"],
            fr: &["Déclaration sur l’octroi de l’indépendance aux pays et aux peuples coloniaux"],
            ru: &["Декларация о предоставлении независимости колониальным странам и народам"],
            zh: &["给予殖民地国家和人民独立宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "uniting-for-peace",
        symbol: Some("A/RES/377 (V)"),
        date: on(1950, 11, 3),
        by_number: true,
        names: NamesByLanguage { ar: &[], en: &["Uniting for peace"], es: &[], fr: &[], ru: &[], zh: &[] },
        ..BLANK
    },
    WellKnownInstrument {
        id: "definition-aggression",
        symbol: Some("A/RES/3314 (XXIX)"),
        place: Some("annex"),
        date: on(1974, 12, 14),
        by_number: true,
        names: NamesByLanguage {
            ar: &["تعريف العدوان"],
            en: &["Definition of Aggression"],
            es: &["Definición de la agresión"],
            fr: &["Définition de l’agression"],
            ru: &["Определение агрессии"],
            zh: &["侵略定义"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "manila-declaration",
        symbol: Some("A/RES/37/10"),
        place: Some("annex"),
        date: on(1982, 11, 15),
        names: NamesByLanguage {
            ar: &["إعلان مانيلا بشأن تسوية المنازعات الدولية بالوسائل السلمية"],
            en: &["Manila Declaration on the Peaceful Settlement of International Disputes"],
            es: &["Declaración de Manila sobre el Arreglo Pacífico de Controversias Internacionales"],
            fr: &["Déclaration de Manille sur le règlement pacifique des différends internationaux"],
            ru: &["Манильская декларация о мирном разрешении международных споров"],
            zh: &["关于和平解决国际争端的马尼拉宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "regional-arrangements",
        symbol: Some("A/RES/49/57"),
        place: Some("annex"),
        date: on(1994, 12, 9),
        names: NamesByLanguage {
            ar: &[
                "الإعلان المتعلق بتعزيز التعاون بين الأمم المتحدة والترتيبات أو الوكالات الإقليمية في مجال صون السلام والأمن الدوليين",
            ],
            en: &[
                "Declaration on the Enhancement of Cooperation between the United Nations and Regional Arrangements or Agencies in the Maintenance of International Peace and Security",
            ],
            es: &[
                "Declaración sobre el Mejoramiento de la Cooperación entre las Naciones Unidas y los Acuerdos u Organismos Regionales en el Mantenimiento de la Paz y la Seguridad Internacionales",
            ],
            fr: &[
                "Déclaration sur le renforcement de la coopération entre l’Organisation des Nations Unies et les accords ou organismes régionaux dans le domaine du maintien de la paix et de la sécurité internationales",
            ],
            ru: &[
                "Декларация о совершенствовании сотрудничества между Организацией Объединенных Наций и региональными соглашениями или органами в области поддержания международного мира и безопасности",
            ],
            zh: &["关于增进联合国与区域安排或机构之间在维护国际和平与安全领域的合作的宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "fiftieth-anniversary",
        symbol: Some("A/RES/50/6"),
        date: on(1995, 10, 24),
        names: NamesByLanguage {
            ar: &["الإعلان الصادر بمناسبة الذكرى السنوية الخمسين لإنشاء الأمم المتحدة"],
            en: &["Declaration on the Occasion of the Fiftieth Anniversary of the United Nations"],
            es: &["Declaración con Motivo del Cincuentenario de las Naciones Unidas"],
            fr: &["Déclaration du cinquantième anniversaire de l’Organisation des Nations Unies"],
            ru: &["Декларация по случаю пятидесятой годовщины Организации Объединенных Наций"],
            zh: &["联合国五十周年纪念宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "seventy-fifth-anniversary",
        symbol: Some("A/RES/75/1"),
        date: on(2020, 9, 21),
        names: NamesByLanguage {
            ar: &["الإعلان المتعلق بالاحتفال بالذكرى السنوية الخامسة والسبعين لإنشاء الأمم المتحدة"],
            en: &["Declaration on the commemoration of the seventy-fifth anniversary of the United Nations"],
            es: &["Declaración sobre la conmemoración del 75º aniversario de las Naciones Unidas"],
            fr: &[
                "Déclaration faite à l’occasion de la célébration du soixante-quinzième anniversaire de l’Organisation des Nations Unies",
            ],
            ru: &["Декларация о праздновании семьдесят пятой годовщины Организации Объединенных Наций"],
            zh: &["纪念联合国成立七十五周年宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rule-of-law-2012",
        symbol: Some("A/RES/67/1"),
        date: on(2012, 9, 24),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Declaration of the high-level meeting of the General Assembly on the rule of law at the national and international levels",
            ],
            es: &[
                "Declaración de la reunión de alto nivel de la Asamblea General sobre el estado de derecho en los planos nacional e internacional",
            ],
            fr: &[],
            ru: &[
                "Декларация совещания на высоком уровне Генеральной Ассамблеи по вопросу о верховенстве права на национальном и международном уровнях",
            ],
            zh: &["国内和国际的法治问题大会高级别会议宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "terrorism-measures-1994",
        symbol: Some("A/RES/49/60"),
        place: Some("annex"),
        date: on(1994, 12, 9),
        names: NamesByLanguage {
            ar: &["الإعلان المتعلق بالتدابير الرامية إلى القضاء على الإرهاب الدولي"],
            en: &["Declaration on Measures to Eliminate International Terrorism"],
            es: &["Declaración sobre Medidas para Eliminar el Terrorismo Internacional"],
            fr: &["Déclaration sur les mesures visant à éliminer le terrorisme international"],
            ru: &["Декларация о мерах по ликвидации международного терроризма"],
            zh: &["消除国际恐怖主义措施宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "state-responsibility",
        symbol: Some("A/RES/56/83"),
        place: Some("annex"),
        date: on(2001, 12, 12),
        names: NamesByLanguage {
            ar: &["المواد المتعلقة بمسؤولية الدول عن الأفعال غير المشروعة دوليا"],
            en: &["Articles on responsibility of States for internationally wrongful acts"],
            es: &["Artículos sobre la responsabilidad del Estado por hechos internacionalmente ilícitos"],
            fr: &["Articles sur la responsabilité de l’État pour fait internationalement illicite"],
            ru: &[],
            zh: &["国家对国际不法行为的责任条款"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "peace-right",
        symbol: Some("A/RES/71/189"),
        place: Some("annex"),
        date: on(2016, 12, 19),
        names: NamesByLanguage {
            ar: &["الإعلان المتعلق بالحق في السلام"],
            en: &["Declaration on the Right to Peace"],
            es: &["Declaración sobre el Derecho a la Paz"],
            fr: &["Déclaration sur le droit à la paix"],
            ru: &["Декларация о праве на мир"],
            zh: &["和平权利宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "culture-of-peace",
        symbol: Some("A/RES/53/243"),
        date: on(1999, 9, 13),
        names: NamesByLanguage {
            ar: &["الإعلان وبرنامج العمل المتعلقين بثقافة السلام"],
            en: &["Declaration and Programme of Action on a Culture of Peace"],
            es: &["Declaración y el Programa de Acción sobre una Cultura de Paz"],
            fr: &["Déclaration et le Programme d’action en faveur d’une culture de paix"],
            ru: &["Декларация и Программа действий в области культуры мира"],
            zh: &["和平文化宣言和和平文化行动纲领", "和平文化宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "economic-order",
        symbol: Some("A/RES/3201 (S-VI)"),
        date: on(1974, 5, 1),
        names: NamesByLanguage {
            ar: &["الإعلان المتعلق بإقامة نظام اقتصادي دولي جديد"],
            en: &["Declaration on the Establishment of a New International Economic Order"],
            es: &["Declaración sobre el Establecimiento de un Nuevo Orden Económico Internacional"],
            fr: &["Déclaration concernant l’instauration d’un nouvel ordre économique international"],
            ru: &["Декларация об установлении нового международного экономического порядка"],
            zh: &["建立新的国际经济秩序宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "economic-order-programme",
        symbol: Some("A/RES/3202 (S-VI)"),
        date: on(1974, 5, 1),
        names: NamesByLanguage {
            ar: &["برنامج العمل المتعلق بإقامة نظام اقتصادي دولي جديد"],
            en: &["Programme of Action on the Establishment of a New International Economic Order"],
            es: &["Programa de Acción sobre el Establecimiento de un Nuevo Orden Económico Internacional"],
            fr: &["Programme d’action concernant l’instauration d’un nouvel ordre économique international"],
            ru: &["Программа действий по установлению нового международного экономического порядка"],
            zh: &["建立新的国际经济秩序的行动纲领"],
        },
        ..BLANK
    },
];
