//! Environment, climate and nature.

use super::super::{BLANK, Dated, NamesByLanguage, WellKnownInstrument, on};

pub(super) static ENVIRONMENT: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "unfccc",
        series: Some("vol. 1771, No. 30822"),
        date: on(1992, 5, 9),
        names: NamesByLanguage {
            ar: &["اتفاقية الأمم المتحدة الإطارية بشأن تغير المناخ"],
            en: &["United Nations Framework Convention on Climate Change", "UNFCCC"],
            es: &["Convención Marco de las Naciones Unidas sobre el Cambio Climático"],
            fr: &["Convention-cadre des Nations Unies sur les changements climatiques"],
            ru: &["Рамочная конвенция Организации Объединенных Наций об изменении климата"],
            zh: &["联合国气候变化框架公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "kyoto-protocol",
        series: Some("vol. 2303, No. 30822"),
        date: on(1997, 12, 11),
        names: NamesByLanguage {
            ar: &["بروتوكول كيوتو"],
            en: &["Kyoto Protocol"],
            es: &["Protocolo de Kyoto", "Protocolo de Kioto"],
            fr: &["Protocole de Kyoto"],
            ru: &["Киотский протокол"],
            zh: &["京都议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "paris-agreement",
        symbol: Some("FCCC/CP/2015/10/Add.1"),
        place: Some("decision 1/CP.21, annex"),
        date: on(2015, 12, 12),
        names: NamesByLanguage {
            ar: &["اتفاق باريس"],
            en: &["Paris Agreement"],
            es: &["Acuerdo de París"],
            fr: &["Accord de Paris"],
            ru: &["Парижское соглашение"],
            zh: &["巴黎协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "biodiversity",
        series: Some("vol. 1760, No. 30619"),
        date: on(1992, 5, 22),
        names: NamesByLanguage {
            ar: &["اتفاقية التنوع البيولوجي"],
            en: &["Convention on Biological Diversity"],
            es: &["Convenio sobre la Diversidad Biológica"],
            fr: &["Convention sur la diversité biologique"],
            ru: &["Конвенция о биологическом разнообразии"],
            zh: &["生物多样性公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cartagena",
        series: Some("vol. 2226, No. 30619"),
        date: on(2000, 1, 29),
        names: NamesByLanguage {
            ar: &[
                "بروتوكول قرطاجنة للسلامة الأحيائية الملحق باتفاقية التنوع البيولوجي",
                "بروتوكول قرطاجنة للسلامة الأحيائية",
            ],
            en: &[
                "Cartagena Protocol on Biosafety to the Convention on Biological Diversity",
                "Cartagena Protocol on Biosafety",
                "Cartagena Protocol",
            ],
            es: &[
                "Protocolo de Cartagena sobre Seguridad de la Biotecnología del Convenio sobre la Diversidad Biológica",
                "Protocolo de Cartagena sobre Seguridad de la Biotecnología",
            ],
            fr: &[
                "Protocole de Cartagena sur la prévention des risques biotechnologiques relatif à la Convention sur la diversité biologique",
                "Protocole de Cartagena sur la prévention des risques biotechnologiques",
            ],
            ru: &[
                "Картахенский протокол по биобезопасности к Конвенции о биологическом разнообразии",
                "Картахенский протокол по биобезопасности",
            ],
            zh: &["生物多样性公约卡塔赫纳生物安全议定书", "卡塔赫纳生物安全议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "nagoya",
        date: on(2010, 10, 29),
        names: NamesByLanguage {
            ar: &[
                "بروتوكول ناغويا بشأن الحصول على الموارد الجينية والتقاسم العادل والمنصف للمنافع الناشئة عن استخدامها",
                "بروتوكول ناغويا",
            ],
            en: &[
                "Nagoya Protocol on Access to Genetic Resources and the Fair and Equitable Sharing of Benefits Arising from Their Utilization to the Convention on Biological Diversity",
                "Nagoya Protocol on Access to Genetic Resources and the Fair and Equitable Sharing of Benefits Arising from Their Utilization",
                "Nagoya Protocol",
            ],
            es: &[
                "Protocolo de Nagoya sobre Acceso a los Recursos Genéticos y Participación Justa y Equitativa en los Beneficios que se Deriven de su Utilización",
                "Protocolo de Nagoya",
            ],
            fr: &[
                "Protocole de Nagoya sur l’accès aux ressources génétiques et le partage juste et équitable des avantages découlant de leur utilisation relatif à la Convention sur la diversité biologique",
                "Protocole de Nagoya sur l’accès aux ressources génétiques et le partage juste et équitable des avantages découlant de leur utilisation",
                "Protocole de Nagoya",
            ],
            ru: &[
                "Нагойский протокол регулирования доступа к генетическим ресурсам и совместного использования на справедливой и равной основе выгод от их применения",
                "Нагойский протокол",
            ],
            zh: &["名古屋议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "kunming-montreal",
        symbol: Some("CBD/COP/15/17"),
        place: Some("decision 15/4, annex"),
        date: on(2022, 12, 19),
        names: NamesByLanguage {
            ar: &["إطار كونمينغ - مونتريال العالمي للتنوع البيولوجي"],
            en: &["Kunming-Montreal Global Biodiversity Framework"],
            es: &["Marco Mundial de Biodiversidad de Kunming-Montreal"],
            fr: &["Cadre mondial de la biodiversité de Kunming-Montréal"],
            ru: &["Куньминско-Монреальская глобальная рамочная программа в области биоразнообразия"],
            zh: &["昆明-蒙特利尔全球生物多样性框架"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "desertification",
        series: Some("vol. 1954, No. 33480"),
        date: on(1994, 10, 14),
        dated: Dated::Opened,
        names: NamesByLanguage {
            ar: &[
                "اتفاقية الأمم المتحدة لمكافحة التصحر في البلدان التي تعاني من الجفاف الشديد و/أو من التصحر، وبخاصة في أفريقيا",
                "اتفاقية الأمم المتحدة لمكافحة التصحر",
            ],
            en: &[
                "United Nations Convention to Combat Desertification in Those Countries Experiencing Serious Drought and/or Desertification, Particularly in Africa",
                "United Nations Convention to Combat Desertification",
            ],
            es: &[
                "Convención de las Naciones Unidas de Lucha contra la Desertificación en los Países Afectados por Sequía Grave o Desertificación, en particular en África",
                "Convención de las Naciones Unidas de Lucha contra la Desertificación",
            ],
            fr: &[
                "Convention des Nations Unies sur la lutte contre la désertification dans les pays gravement touchés par la sécheresse et/ou la désertification, en particulier en Afrique",
                "Convention des Nations Unies sur la lutte contre la désertification",
            ],
            ru: &[
                "Конвенция Организации Объединенных Наций по борьбе с опустыниванием в тех странах, которые испытывают серьезную засуху и/или опустынивание, особенно в Африке",
                "Конвенция Организации Объединенных Наций по борьбе с опустыниванием",
            ],
            zh: &["联合国关于在发生严重干旱和/或荒漠化的国家特别是在非洲防治荒漠化的公约", "联合国防治荒漠化公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ozone",
        series: Some("vol. 1513, No. 26164"),
        date: on(1985, 3, 22),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية فيينا لحماية طبقة الأوزون"],
            en: &["Vienna Convention for the Protection of the Ozone Layer"],
            es: &["Convenio de Viena para la Protección de la Capa de Ozono"],
            fr: &["Convention de Vienne pour la protection de la couche d’ozone"],
            ru: &["Венская конвенция об охране озонового слоя"],
            zh: &["保护臭氧层维也纳公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "montreal-protocol",
        series: Some("vol. 1522, No. 26369"),
        date: on(1987, 9, 16),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["بروتوكول مونتريال بشأن المواد المستنفدة لطبقة الأوزون"],
            en: &[
                "Montreal Protocol on Substances that Deplete the Ozone Layer",
                "Montreal Protocol on Substances That Deplete the Ozone Layer",
            ],
            es: &["Protocolo de Montreal relativo a las Sustancias que Agotan la Capa de Ozono"],
            fr: &["Protocole de Montréal relatif à des substances qui appauvrissent la couche d’ozone"],
            ru: &["Монреальский протокол по веществам, разрушающим озоновый слой"],
            zh: &["关于消耗臭氧层物质的蒙特利尔议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "basel",
        series: Some("vol. 1673, No. 28911"),
        date: on(1989, 3, 22),
        names: NamesByLanguage {
            ar: &["اتفاقية بازل بشأن التحكم في نقل النفايات الخطرة والتخلص منها عبر الحدود", "اتفاقية بازل"],
            en: &[
                "Basel Convention on the Control of Transboundary Movements of Hazardous Wastes and Their Disposal",
                "Basel Convention",
            ],
            es: &[
                "Convenio de Basilea sobre el Control de los Movimientos Transfronterizos de los Desechos Peligrosos y su Eliminación",
                "Convenio de Basilea",
            ],
            fr: &[
                "Convention de Bâle sur le contrôle des mouvements transfrontières de déchets dangereux et de leur élimination",
                "Convention de Bâle",
            ],
            ru: &[
                "Базельская конвенция о контроле за трансграничной перевозкой опасных отходов и их удалением",
                "Базельская конвенция",
            ],
            zh: &["控制危险废物越境转移及其处置巴塞尔公约", "巴塞尔公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rotterdam",
        date: on(1998, 9, 10),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Rotterdam Convention on the Prior Informed Consent Procedure for Certain Hazardous Chemicals and Pesticides in International Trade",
                "Rotterdam Convention",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "stockholm-pops",
        date: on(2001, 5, 22),
        names: NamesByLanguage {
            ar: &[],
            en: &["Stockholm Convention on Persistent Organic Pollutants", "Stockholm Convention"],
            es: &[],
            fr: &["Convention de Stockholm sur les polluants organiques persistants"],
            ru: &["Стокгольмская конвенция о стойких органических загрязнителях"],
            zh: &["关于持久性有机污染物的斯德哥尔摩公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "minamata",
        date: on(2013, 10, 10),
        names: NamesByLanguage {
            ar: &["اتفاقية ميناماتا بشأن الزئبق", "اتفاقية ميناماتا"],
            en: &["Minamata Convention on Mercury", "Minamata Convention"],
            es: &["Convenio de Minamata sobre el Mercurio", "Convenio de Minamata"],
            fr: &["Convention de Minamata sur le mercure", "Convention de Minamata"],
            ru: &["Минаматская конвенция о ртути", "Минаматская конвенция"],
            zh: &["汞问题水俣公约", "水俣公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cites",
        series: Some("vol. 993, No. 14537"),
        date: on(1973, 3, 3),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية الاتجار الدولي بأنواع الحيوانات والنباتات البرية المهددة بالانقراض"],
            en: &["Convention on International Trade in Endangered Species of Wild Fauna and Flora", "CITES"],
            es: &["Convención sobre el Comercio Internacional de Especies Amenazadas de Fauna y Flora Silvestres"],
            fr: &[
                "Convention sur le commerce international des espèces de faune et de flore sauvages menacées d’extinction",
            ],
            ru: &[
                "Конвенция о международной торговле видами дикой фауны и флоры, находящимися под угрозой исчезновения",
            ],
            zh: &["濒危野生动植物种国际贸易公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "migratory-species",
        series: Some("vol. 1651, No. 28395"),
        date: on(1979, 6, 23),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["معاهدة المحافظة على الأنواع المهاجرة من الحيوانات الفطرية"],
            en: &["Convention on the Conservation of Migratory Species of Wild Animals"],
            es: &["Convención sobre la Conservación de las Especies Migratorias de Animales Silvestres"],
            fr: &["Convention sur la conservation des espèces migratrices appartenant à la faune sauvage"],
            ru: &["Конвенция по сохранению мигрирующих видов диких животных"],
            zh: &["养护野生动物移栖物种公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ramsar",
        series: Some("vol. 996, No. 14583"),
        date: on(1971, 2, 2),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية رامسار"],
            en: &[
                "Convention on Wetlands of International Importance especially as Waterfowl Habitat",
                "Ramsar Convention",
            ],
            es: &[
                "Convención relativa a los Humedales de Importancia Internacional especialmente como Hábitat de Aves Acuáticas",
                "Convención de Ramsar",
            ],
            fr: &[
                "Convention relative aux zones humides d’importance internationale, particulièrement comme habitats des oiseaux d’eau",
                "Convention de Ramsar",
            ],
            ru: &[
                "Конвенция о водно-болотных угодьях, имеющих международное значение, главным образом в качестве местообитаний водоплавающих птиц",
                "Рамсарская конвенция",
            ],
            zh: &["关于特别是作为水禽栖息地的国际重要湿地的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "world-heritage",
        series: Some("vol. 1037, No. 15511"),
        date: on(1972, 11, 16),
        names: NamesByLanguage {
            ar: &["اتفاقية حماية التراث العالمي الثقافي والطبيعي"],
            en: &[
                "Convention for the Protection of the World Cultural and Natural Heritage",
                "World Heritage Convention",
            ],
            es: &["Convención para la Protección del Patrimonio Mundial Cultural y Natural"],
            fr: &["Convention pour la protection du patrimoine mondial, culturel et naturel"],
            ru: &["Конвенция об охране всемирного культурного и природного наследия"],
            zh: &["保护世界文化和自然遗产公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "plant-genetic-resources",
        series: Some("vol. 2400, No. 43345"),
        date: on(2001, 11, 3),
        names: NamesByLanguage {
            ar: &["المعاهدة الدولية بشأن الموارد الوراثية النباتية للأغذية والزراعة"],
            en: &["International Treaty on Plant Genetic Resources for Food and Agriculture"],
            es: &["Tratado Internacional sobre los Recursos Fitogenéticos para la Alimentación y la Agricultura"],
            fr: &["Traité international sur les ressources phytogénétiques pour l’alimentation et l’agriculture"],
            ru: &[
                "Международный договор о генетических ресурсах растений для производства продовольствия и ведения сельского хозяйства",
            ],
            zh: &["粮食和农业植物遗传资源国际条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "alps",
        series: Some("vol. 1917, No. 32724"),
        date: on(1991, 11, 7),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية حماية جبال الألب"],
            en: &["Convention on the Protection of the Alps"],
            es: &["Convenio para la Protección de los Alpes"],
            fr: &["Convention internationale pour la protection des Alpes"],
            ru: &["Конвенция об охране Альп"],
            zh: &["保护阿尔卑斯山脉公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "watercourses",
        symbol: Some("A/RES/51/229"),
        place: Some("annex"),
        date: on(1997, 5, 21),
        names: NamesByLanguage {
            ar: &[],
            en: &["Convention on the Law of the Non-navigational Uses of International Watercourses"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "stockholm-declaration",
        symbol: Some("A/CONF.48/14/Rev.1"),
        place: Some("part one, chap. I"),
        date: on(1972, 6, 16),
        names: NamesByLanguage {
            ar: &["إعلان مؤتمر الأمم المتحدة المعني بالبيئة البشرية"],
            en: &["Declaration of the United Nations Conference on the Human Environment"],
            es: &["Declaración de la Conferencia de las Naciones Unidas sobre el Medio Humano"],
            fr: &["Déclaration de la Conférence des Nations Unies sur l’environnement"],
            ru: &["Декларация Конференции Организации Объединенных Наций по проблемам окружающей человека среды"],
            zh: &["联合国人类环境会议宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "nature-charter",
        symbol: Some("A/RES/37/7"),
        place: Some("annex"),
        date: on(1982, 10, 28),
        names: NamesByLanguage {
            ar: &["الميثاق العالمي للطبيعة"],
            en: &["World Charter for Nature"],
            es: &["Carta Mundial de la Naturaleza"],
            fr: &["Charte mondiale de la nature"],
            ru: &["Всемирная хартия природы"],
            zh: &["世界大自然宪章"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rio-declaration",
        symbol: Some("A/CONF.151/26/Rev.1 (Vol. I)"),
        place: Some("resolution 1, annex I"),
        date: on(1992, 6, 14),
        names: NamesByLanguage {
            ar: &["إعلان ريو بشأن البيئة والتنمية", "إعلان ريو"],
            en: &["Rio Declaration on Environment and Development", "Rio Declaration"],
            es: &["Declaración de Río sobre el Medio Ambiente y el Desarrollo", "Declaración de Río"],
            fr: &["Déclaration de Rio sur l’environnement et le développement", "Déclaration de Rio"],
            ru: &["Рио-де-Жанейрская декларация по окружающей среде и развитию"],
            zh: &["关于环境与发展的里约宣言", "里约宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "agenda-21",
        symbol: Some("A/CONF.151/26/Rev.1 (Vol. I)"),
        place: Some("resolution 1, annex II"),
        date: on(1992, 6, 14),
        names: NamesByLanguage {
            ar: &["جدول أعمال القرن 21"],
            en: &["Agenda 21"],
            es: &["Programa 21"],
            fr: &["Action 21"],
            ru: &["Повестка дня на XXI век"],
            zh: &["21世纪议程"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "agenda-21-further",
        symbol: Some("A/RES/S-19/2"),
        place: Some("annex"),
        date: on(1997, 6, 28),
        names: NamesByLanguage {
            ar: &["برنامج مواصلة تنفيذ جدول أعمال القرن 21"],
            en: &["Programme for the Further Implementation of Agenda 21"],
            es: &["Plan para la Ulterior Ejecución del Programa 21"],
            fr: &["Programme relatif à la poursuite de la mise en œuvre d’Action 21"],
            ru: &["Программа действий по дальнейшему осуществлению Повестки дня на XXI век"],
            zh: &["进一步执行21世纪议程方案"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "johannesburg-declaration",
        symbol: Some("A/CONF.199/20"),
        place: Some("chap. I, resolution 1, annex"),
        date: on(2002, 9, 4),
        names: NamesByLanguage {
            ar: &["إعلان جوهانسبرغ بشأن التنمية المستدامة"],
            en: &["Johannesburg Declaration on Sustainable Development"],
            es: &["Declaración de Johannesburgo sobre el Desarrollo Sostenible"],
            fr: &["Déclaration de Johannesburg sur le développement durable"],
            ru: &["Йоханнесбургская декларация по устойчивому развитию"],
            zh: &["约翰内斯堡可持续发展宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "johannesburg-plan",
        symbol: Some("A/CONF.199/20"),
        place: Some("chap. I, resolution 2, annex"),
        date: on(2002, 9, 4),
        names: NamesByLanguage {
            ar: &["خطة تنفيذ نتائج مؤتمر القمة العالمي للتنمية المستدامة", "خطة جوهانسبرغ التنفيذية"],
            en: &[
                "Plan of Implementation of the World Summit on Sustainable Development",
                "Johannesburg Plan of Implementation",
            ],
            es: &[
                "Plan de Aplicación de las Decisiones de la Cumbre Mundial sobre el Desarrollo Sostenible",
                "Plan de Aplicación de las Decisiones de Johannesburgo",
            ],
            fr: &[
                "Plan de mise en œuvre du Sommet mondial pour le développement durable",
                "Plan de mise en œuvre de Johannesburg",
            ],
            ru: &[
                "План выполнения решений Всемирной встречи на высшем уровне по устойчивому развитию",
                "Йоханнесбургский план выполнения решений",
            ],
            zh: &["可持续发展问题世界首脑会议执行计划", "约翰内斯堡执行计划"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "future-we-want",
        symbol: Some("A/RES/66/288"),
        place: Some("annex"),
        date: on(2012, 7, 27),
        names: NamesByLanguage {
            ar: &["المستقبل الذي نصبو إليه"],
            en: &["The future we want"],
            es: &["El futuro que queremos"],
            fr: &["L’avenir que nous voulons"],
            ru: &["Будущее, которого мы хотим"],
            zh: &["我们希望的未来"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "consumption-production",
        symbol: Some("A/CONF.216/5"),
        place: Some("annex"),
        date: on(2012, 6, 19),
        names: NamesByLanguage {
            ar: &[
                "إطار السنوات العشر للبرامج المتعلقة بأنماط الاستهلاك والإنتاج المستدامة",
                "الإطار العشري للبرامج المتعلقة بأنماط الاستهلاك والإنتاج المستدامة",
            ],
            en: &["10-Year Framework of Programmes on Sustainable Consumption and Production Patterns"],
            es: &["Marco Decenal de Programas sobre Modalidades de Consumo y Producción Sostenibles"],
            fr: &["Cadre décennal de programmation concernant les modes de consommation et de production durables"],
            ru: &[
                "Десятилетняя стратегия действий по переходу к использованию рациональных моделей потребления и производства",
            ],
            zh: &["可持续消费和生产模式十年方案框架"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "forests-plan",
        symbol: Some("A/RES/71/285"),
        place: Some("annex"),
        date: on(2017, 4, 27),
        names: NamesByLanguage {
            ar: &["خطة الأمم المتحدة الاستراتيجية للغابات للفترة 2017-2030"],
            en: &["United Nations strategic plan for forests 2017–2030", "United Nations strategic plan for forests"],
            es: &[
                "plan estratégico de las Naciones Unidas para los bosques 2017-2030",
                "plan estratégico de las Naciones Unidas para los bosques",
            ],
            fr: &[
                "plan stratégique des Nations Unies sur les forêts (2017-2030)",
                "plan stratégique des Nations Unies sur les forêts",
            ],
            ru: &["стратегический план Организации Объединенных Наций по лесам на 2017–2030 годы"],
            zh: &["2017-2030年联合国森林战略计划"],
        },
        ..BLANK
    },
];
