//! The law of the sea, shipping and fisheries.

use super::super::{BLANK, Dated, NamesByLanguage, WellKnownInstrument, on};

pub(super) static SEA: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "unclos",
        series: Some("vol. 1833, No. 31363"),
        date: on(1982, 12, 10),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية الأمم المتحدة لقانون البحار"],
            en: &["United Nations Convention on the Law of the Sea", "Convention on the Law of the Sea", "UNCLOS"],
            es: &["Convención de las Naciones Unidas sobre el Derecho del Mar"],
            fr: &["Convention des Nations Unies sur le droit de la mer"],
            ru: &["Конвенция Организации Объединенных Наций по морскому праву"],
            zh: &["联合国海洋法公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "part-xi",
        symbol: Some("A/RES/48/263"),
        place: Some("annex"),
        series: Some("vol. 1836, No. 31364"),
        date: on(1994, 7, 28),
        names: NamesByLanguage {
            ar: &[
                "الاتفاق المتعلق بتنفيذ الجزء الحادي عشر من اتفاقية الأمم المتحدة لقانون البحار المؤرخة 10 كانون الأول/ديسمبر 1982",
                "الاتفاق المتعلق بالجزء الحادي عشر",
            ],
            en: &[
                "Agreement relating to the Implementation of Part XI of the United Nations Convention on the Law of the Sea of 10 December 1982",
                "Part XI Agreement",
            ],
            es: &[
                "Acuerdo relativo a la Aplicación de la Parte XI de la Convención de las Naciones Unidas sobre el Derecho del Mar de 10 de Diciembre de 1982",
                "Acuerdo relativo a la Parte XI",
            ],
            fr: &[
                "Accord relatif à l’application de la partie XI de la Convention des Nations Unies sur le droit de la mer du 10 décembre 1982",
                "Accord relatif à la partie XI",
            ],
            ru: &[
                "Соглашение об осуществлении части XI Конвенции Организации Объединенных Наций по морскому праву от 10 декабря 1982 года",
                "Соглашение по части XI",
            ],
            zh: &["关于执行1982年12月10日〈联合国海洋法公约〉第十一部分的协定", "第十一部分协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "fish-stocks",
        series: Some("vol. 2167, No. 37924"),
        date: on(1995, 8, 4),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Agreement for the Implementation of the Provisions of the United Nations Convention on the Law of the Sea of 10 December 1982 relating to the Conservation and Management of Straddling Fish Stocks and Highly Migratory Fish Stocks",
                "United Nations Fish Stocks Agreement",
                "Fish Stocks Agreement",
            ],
            es: &[
                "Acuerdo sobre la Aplicación de las Disposiciones de la Convención de las Naciones Unidas sobre el Derecho del Mar de 10 de Diciembre de 1982 relativas a la Conservación y Ordenación de las Poblaciones de Peces Transzonales y las Poblaciones de Peces Altamente Migratorios",
            ],
            fr: &[
                "Accord aux fins de l’application des dispositions de la Convention des Nations Unies sur le droit de la mer du 10 décembre 1982 relatives à la conservation et à la gestion des stocks de poissons dont les déplacements s’effectuent tant à l’intérieur qu’au-delà de zones économiques exclusives (stocks chevauchants) et des stocks de poissons grands migrateurs",
            ],
            ru: &[
                "Соглашение об осуществлении положений Конвенции Организации Объединенных Наций по морскому праву от 10 декабря 1982 года, которые касаются сохранения трансграничных рыбных запасов и запасов далеко мигрирующих рыб и управления ими",
            ],
            zh: &["执行1982年12月10日〈联合国海洋法公约〉有关养护和管理跨界鱼类种群和高度洄游鱼类种群的规定的协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "bbnj",
        symbol: Some("A/CONF.232/2023/4"),
        date: on(2023, 6, 19),
        names: NamesByLanguage {
            ar: &[
                "الاتفاق المبرم في إطار اتفاقية الأمم المتحدة لقانون البحار بشأن حفظ التنوع البيولوجي البحري في المناطق الواقعة خارج حدود الولاية الوطنية واستخدامه على نحو مستدام",
            ],
            en: &[
                "Agreement under the United Nations Convention on the Law of the Sea on the Conservation and Sustainable Use of Marine Biological Diversity of Areas beyond National Jurisdiction",
            ],
            es: &[
                "Acuerdo en el marco de la Convención de las Naciones Unidas sobre el Derecho del Mar relativo a la Conservación y el Uso Sostenible de la Diversidad Biológica Marina de las Zonas Situadas Fuera de la Jurisdicción Nacional",
            ],
            fr: &[
                "Accord se rapportant à la Convention des Nations Unies sur le droit de la mer et portant sur la conservation et l’utilisation durable de la diversité biologique marine des zones ne relevant pas de la juridiction nationale",
            ],
            ru: &[
                "Соглашение на базе Конвенции Организации Объединенных Наций по морскому праву о сохранении и устойчивом использовании морского биологического разнообразия в районах за пределами действия национальной юрисдикции",
            ],
            zh: &["联合国海洋法公约下国家管辖范围以外区域海洋生物多样性的养护和可持续利用协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "compliance-agreement",
        series: Some("vol. 2221, No. 39486"),
        date: on(1993, 11, 24),
        names: NamesByLanguage {
            ar: &["الاتفاق المتعلق بتعزيز امتثال سفن الصيد في أعالي البحار لتدابير الصيانة والإدارة الدولية"],
            en: &[
                "Agreement to Promote Compliance with International Conservation and Management Measures by Fishing Vessels on the High Seas",
            ],
            es: &[
                "Acuerdo para Promover el Cumplimiento de las Medidas Internacionales de Conservación y Ordenación por los Buques Pesqueros que Pescan en Alta Mar",
            ],
            fr: &[
                "Accord visant à favoriser le respect par les navires de pêche en haute mer des mesures internationales de conservation et de gestion",
            ],
            ru: &[],
            zh: &["促进公海渔船遵守国际养护和管理措施的协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "port-state-measures",
        date: on(2009, 11, 22),
        names: NamesByLanguage {
            ar: &[
                "الاتفاق المتعلق بالتدابير التي تتخذها دولة الميناء لمنع الصيد غير القانوني دون إبلاغ ودون تنظيم وردعه والقضاء عليه",
            ],
            en: &[
                "Agreement on Port State Measures to Prevent, Deter and Eliminate Illegal, Unreported and Unregulated Fishing",
            ],
            es: &[
                "Acuerdo sobre Medidas del Estado Rector del Puerto Destinadas a Prevenir, Desalentar y Eliminar la Pesca Ilegal, No Declarada y No Reglamentada",
            ],
            fr: &[
                "Accord relatif aux mesures du ressort de l’État du port visant à prévenir, contrecarrer et éliminer la pêche illicite, non déclarée et non réglementée",
            ],
            ru: &[
                "Соглашение о мерах государства порта по предупреждению, сдерживанию и ликвидации незаконного, несообщаемого и нерегулируемого промысла",
            ],
            zh: &["关于港口国预防、制止和消除非法、不报告、不管制捕鱼的措施协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "responsible-fisheries",
        date: on(1995, 10, 31),
        names: NamesByLanguage {
            ar: &["مدونة السلوك بشأن الصيد الرشيد"],
            en: &["Code of Conduct for Responsible Fisheries"],
            es: &["Código de Conducta para la Pesca Responsable"],
            fr: &["Code de conduite pour une pêche responsable"],
            ru: &["Кодекс ведения ответственного рыболовства"],
            zh: &["负责任渔业行为守则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "solas",
        series: Some("vol. 1184, No. 18961"),
        date: on(1974, 11, 1),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لسلامة الأرواح في البحار"],
            en: &[
                "International Convention for the Safety of Life at Sea, 1974",
                "International Convention for the Safety of Life at Sea",
                "SOLAS",
            ],
            es: &["Convenio Internacional para la Seguridad de la Vida Humana en el Mar"],
            fr: &[
                "Convention internationale de 1974 pour la sauvegarde de la vie humaine en mer",
                "Convention internationale pour la sauvegarde de la vie humaine en mer",
            ],
            ru: &[
                "Международная конвенция по охране человеческой жизни на море 1974 года",
                "Международная конвенция по охране человеческой жизни на море",
            ],
            zh: &["国际海上人命安全公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "search-rescue",
        series: Some("vol. 1405, No. 23489"),
        date: on(1979, 4, 27),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية للبحث والإنقاذ في البحار"],
            en: &[
                "International Convention on Maritime Search and Rescue, 1979",
                "International Convention on Maritime Search and Rescue",
            ],
            es: &["Convenio Internacional sobre Búsqueda y Salvamento Marítimos"],
            fr: &[
                "Convention internationale de 1979 sur la recherche et le sauvetage maritimes",
                "Convention internationale sur la recherche et le sauvetage maritimes",
            ],
            ru: &["Международная конвенция по поиску и спасанию на море"],
            zh: &["国际海上搜寻救助公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "marpol",
        series: Some("vol. 1340, No. 22484"),
        date: on(1973, 11, 2),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لمنع التلوث الناجم عن السفن"],
            en: &[
                "International Convention for the Prevention of Pollution from Ships, 1973, as modified by the Protocol of 1978 relating thereto",
                "International Convention for the Prevention of Pollution from Ships",
            ],
            es: &[
                "Convenio Internacional para Prevenir la Contaminación por los Buques de 1973, modificado por su Protocolo de 1978",
                "Convenio Internacional para Prevenir la Contaminación por los Buques",
            ],
            fr: &[
                "Convention internationale de 1973 pour la prévention de la pollution par les navires",
                "Convention internationale pour la prévention de la pollution par les navires",
            ],
            ru: &["Международная конвенция по предотвращению загрязнения с судов"],
            zh: &["国际防止船舶造成污染公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "london-convention",
        date: on(1972, 12, 29),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &["Convention on the Prevention of Marine Pollution by Dumping of Wastes and Other Matter"],
            es: &[
                "Convenio sobre la Prevención de la Contaminación del Mar por Vertimiento de Desechos y Otras Materias",
            ],
            fr: &[],
            ru: &["Конвенция по предотвращению загрязнения моря сбросами отходов и других материалов"],
            zh: &["防止倾倒废物及其他物质污染海洋的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ballast-water",
        date: on(2004, 2, 13),
        names: NamesByLanguage {
            ar: &[],
            en: &["International Convention for the Control and Management of Ships’ Ballast Water and Sediments"],
            es: &[
                "Convenio Internacional para el Control y la Gestión del Agua de Lastre y los Sedimentos de los Buques",
            ],
            fr: &[],
            ru: &["Международная конвенция о контроле судовых балластных вод и осадков и управлении ими"],
            zh: &["控制和管理船舶压载水和沉积物国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "hong-kong-ships",
        date: on(2009, 5, 15),
        names: NamesByLanguage {
            ar: &[],
            en: &["Hong Kong International Convention for the Safe and Environmentally Sound Recycling of Ships"],
            es: &[
                "Convenio Internacional de Hong Kong para el Reciclaje Seguro y Ambientalmente Racional de los Buques",
            ],
            fr: &[],
            ru: &[],
            zh: &["2009年香港国际安全与无害环境拆船公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "oil-pollution",
        series: Some("vol. 1891, No. 32194"),
        date: on(1990, 11, 30),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "International Convention on Oil Pollution Preparedness, Response and Cooperation, 1990",
                "International Convention on Oil Pollution Preparedness, Response and Cooperation",
            ],
            es: &[
                "Convenio Internacional sobre Cooperación, Preparación y Lucha contra la Contaminación por Hidrocarburos",
            ],
            fr: &[
                "Convention internationale de 1990 sur la préparation, la lutte et la coopération en matière de pollution par les hydrocarbures",
            ],
            ru: &[
                "Международная конвенция по обеспечению готовности на случай загрязнения нефтью, борьбе с ним и сотрудничеству",
            ],
            zh: &["国际油污防备、反应与合作公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "maritime-traffic",
        series: Some("vol. 591, No. 8564"),
        date: on(1965, 4, 9),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية تسهيل حركة الملاحة البحرية الدولية"],
            en: &["Convention on Facilitation of International Maritime Traffic"],
            es: &["Convenio para Facilitar el Tráfico Marítimo Internacional"],
            fr: &["Convention visant à faciliter le trafic maritime international"],
            ru: &["Конвенция по облегчению международного морского судоходства"],
            zh: &["促进国际海上运输公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "underwater-heritage",
        series: Some("vol. 2562, No. 45694"),
        date: on(2001, 11, 2),
        names: NamesByLanguage {
            ar: &["الاتفاقية المتعلقة بحماية التراث الثقافي المغمور بالمياه"],
            en: &["Convention on the Protection of the Underwater Cultural Heritage"],
            es: &["Convención sobre la Protección del Patrimonio Cultural Subacuático"],
            fr: &[],
            ru: &["Конвенция об охране подводного культурного наследия"],
            zh: &["保护水下文化遗产公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "our-ocean-2017",
        symbol: Some("A/RES/71/312"),
        place: Some("annex"),
        date: on(2017, 7, 6),
        names: NamesByLanguage {
            ar: &["محيطاتنا، مستقبلنا: نداء للعمل"],
            en: &["Our ocean, our future: call for action"],
            es: &["Nuestros océanos, nuestro futuro: llamamiento a la acción"],
            fr: &["L’océan, notre avenir : appel à l’action"],
            ru: &["Наш океан — наше будущее: призыв к действиям"],
            zh: &["我们的海洋、我们的未来：行动呼吁"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "our-ocean-2022",
        symbol: Some("A/RES/76/296"),
        place: Some("annex"),
        date: on(2022, 7, 21),
        names: NamesByLanguage {
            ar: &["محيطاتنا، مستقبلنا، مسؤوليتنا"],
            en: &["Our ocean, our future, our responsibility"],
            es: &["Nuestros océanos, nuestro futuro, nuestra responsabilidad"],
            fr: &["Notre océan, notre avenir, notre responsabilité"],
            ru: &["Наш океан, наше будущее, наша ответственность"],
            zh: &["我们的海洋、我们的未来、我们的责任", "我们的海洋，我们的未来，我们的责任"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "albatrosses",
        series: Some("vol. 2258, No. 40228"),
        date: on(2001, 6, 19),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["الاتفاق المتعلق بحفظ طائري القطرس والنوء"],
            en: &["Agreement on the Conservation of Albatrosses and Petrels"],
            es: &["Acuerdo sobre la Conservación de Albatros y Petreles"],
            fr: &["Accord sur la conservation des albatros et des pétrels"],
            ru: &["Соглашение о сохранении альбатросов и буревестников"],
            zh: &["保护信天翁和海燕协定"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "wider-caribbean",
        series: Some("vol. 1506, No. 25974"),
        date: on(1983, 3, 24),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية حماية وتنمية البيئة البحرية لمنطقة البحر الكاريبي الكبرى"],
            en: &[
                "Convention for the Protection and Development of the Marine Environment of the Wider Caribbean Region",
            ],
            es: &["Convenio para la Protección y el Desarrollo del Medio Marino en la Región del Gran Caribe"],
            fr: &["Convention pour la protection et la mise en valeur du milieu marin dans la région des Caraïbes"],
            ru: &["Конвенция о защите и освоении морской среды Большого Карибского района"],
            zh: &["保护和开发大加勒比区域海洋环境公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ospar",
        series: Some("vol. 2354, No. 42279"),
        date: on(1992, 9, 22),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["الاتفاقية المتعلقة بحماية البيئة البحرية لشمال شرق المحيط الأطلسي"],
            en: &["Convention for the Protection of the Marine Environment of the North-East Atlantic"],
            es: &["Convenio para la Protección del Medio Marino del Atlántico Nordeste"],
            fr: &["Convention pour la protection du milieu marin de l’Atlantique du Nord-Est"],
            ru: &["Конвенция о защите морской среды Северо-Восточной Атлантики"],
            zh: &["保护东北大西洋海洋环境公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "land-based-activities",
        symbol: Some("A/51/116"),
        place: Some("annex II"),
        date: on(1995, 11, 3),
        names: NamesByLanguage {
            ar: &["برنامج العمل العالمي لحماية البيئة البحرية من الأنشطة البرية"],
            en: &["Global Programme of Action for the Protection of the Marine Environment from Land-based Activities"],
            es: &[
                "Programa de Acción Mundial para la Protección del Medio Marino frente a las Actividades Realizadas en Tierra",
            ],
            fr: &[
                "Programme d’action mondial pour la protection du milieu marin contre la pollution due aux activités terrestres",
            ],
            ru: &[
                "Глобальная программа действий по защите морской среды от загрязнения в результате осуществляемой на суше деятельности",
            ],
            zh: &["保护海洋环境免受陆上活动污染全球行动纲领"],
        },
        ..BLANK
    },
];
