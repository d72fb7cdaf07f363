//! Disarmament, non-proliferation and outer space.

use super::super::{BLANK, Dated, NamesByLanguage, WellKnownInstrument, on};

pub(super) static DISARMAMENT: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "npt",
        symbol: Some("A/RES/2373 (XXII)"),
        place: Some("annex"),
        series: Some("vol. 729, No. 10485"),
        date: on(1968, 7, 1),
        dated: Dated::Opened,
        resolved: Some(on(1968, 6, 12)),
        names: NamesByLanguage {
            ar: &["معاهدة عدم انتشار الأسلحة النووية"],
            en: &["Treaty on the Non-Proliferation of Nuclear Weapons"],
            es: &["Tratado sobre la No Proliferación de las Armas Nucleares"],
            fr: &["Traité sur la non-prolifération des armes nucléaires"],
            ru: &["Договор о нераспространении ядерного оружия"],
            zh: &["不扩散核武器条约", "不扩散条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ctbt",
        symbol: Some("A/RES/50/245"),
        date: on(1996, 9, 10),
        names: NamesByLanguage {
            ar: &["معاهدة الحظر الشامل للتجارب النووية"],
            en: &["Comprehensive Nuclear-Test-Ban Treaty", "CTBT"],
            es: &["Tratado de Prohibición Completa de los Ensayos Nucleares"],
            fr: &["Traité d’interdiction complète des essais nucléaires"],
            ru: &["Договор о всеобъемлющем запрещении ядерных испытаний"],
            zh: &["全面禁止核试验条约", "全面禁核试条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "tpnw",
        symbol: Some("A/CONF.229/2017/8"),
        date: on(2017, 7, 7),
        names: NamesByLanguage {
            ar: &["معاهدة حظر الأسلحة النووية"],
            en: &["Treaty on the Prohibition of Nuclear Weapons", "TPNW"],
            es: &["Tratado sobre la Prohibición de las Armas Nucleares"],
            fr: &["Traité sur l’interdiction des armes nucléaires"],
            ru: &["Договор о запрещении ядерного оружия"],
            zh: &["禁止核武器条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "partial-test-ban",
        date: on(1963, 8, 5),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &["Treaty Banning Nuclear Weapon Tests in the Atmosphere, in Outer Space and Under Water"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "bwc",
        symbol: Some("A/RES/2826 (XXVI)"),
        place: Some("annex"),
        series: Some("vol. 1015, No. 14860"),
        date: on(1972, 4, 10),
        dated: Dated::Opened,
        resolved: Some(on(1971, 12, 16)),
        names: NamesByLanguage {
            ar: &["اتفاقية حظر استحداث وإنتاج وتخزين الأسلحة البكتريولوجية (البيولوجية) والتكسينية وتدمير تلك الأسلحة"],
            en: &[
                "Convention on the Prohibition of the Development, Production and Stockpiling of Bacteriological (Biological) and Toxin Weapons and on Their Destruction",
                "Biological Weapons Convention",
            ],
            es: &[
                "Convención sobre la Prohibición del Desarrollo, la Producción y el Almacenamiento de Armas Bacteriológicas (Biológicas) y Toxínicas y sobre Su Destrucción",
            ],
            fr: &[
                "Convention sur l’interdiction de la mise au point, de la fabrication et du stockage des armes bactériologiques (biologiques) ou à toxines et sur leur destruction",
            ],
            ru: &[
                "Конвенция о запрещении разработки, производства и накопления запасов бактериологического (биологического) и токсинного оружия и об их уничтожении",
            ],
            zh: &["关于禁止发展、生产和储存细菌(生物)及毒素武器和销毁此种武器的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cwc",
        series: Some("vol. 1974, No. 33757"),
        date: on(1993, 1, 13),
        dated: Dated::Opened,
        names: NamesByLanguage {
            ar: &[
                "اتفاقية حظر استحداث وإنتاج وتخزين واستعمال الأسلحة الكيميائية وتدمير تلك الأسلحة",
                "اتفاقية الأسلحة الكيميائية",
            ],
            en: &[
                "Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on Their Destruction",
                "Chemical Weapons Convention",
            ],
            es: &[
                "Convención sobre la Prohibición del Desarrollo, la Producción, el Almacenamiento y el Empleo de Armas Químicas y sobre Su Destrucción",
                "Convención sobre las Armas Químicas",
            ],
            fr: &[
                "Convention sur l’interdiction de la mise au point, de la fabrication, du stockage et de l’emploi des armes chimiques et sur leur destruction",
                "Convention sur les armes chimiques",
            ],
            ru: &[
                "Конвенция о запрещении разработки, производства, накопления и применения химического оружия и о его уничтожении",
                "Конвенция по химическому оружию",
            ],
            zh: &["关于禁止发展、生产、储存和使用化学武器及销毁此种武器的公约", "化学武器公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "geneva-protocol-1925",
        date: on(1925, 6, 17),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["بروتوكول حظر الاستعمال الحربي للغازات الخانقة أو السامة أو ما شابهها ولوسائل الحرب البكتريولوجية"],
            en: &[
                "Protocol for the Prohibition of the Use in War of Asphyxiating, Poisonous or Other Gases, and of Bacteriological Methods of Warfare",
            ],
            es: &[
                "Protocolo relativo a la Prohibición del Empleo en la Guerra de Gases Asfixiantes, Tóxicos o Similares y de Medios Bacteriológicos",
            ],
            fr: &[
                "Protocole concernant la prohibition d’emploi à la guerre de gaz asphyxiants, toxiques ou similaires et de moyens bactériologiques",
            ],
            ru: &[
                "Протокол о запрещении применения на войне удушливых, ядовитых или других подобных газов и бактериологических средств",
            ],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ccw",
        series: Some("vol. 1342, No. 22495"),
        date: on(1980, 10, 10),
        names: NamesByLanguage {
            ar: &["اتفاقية حظر أو تقييد استعمال أسلحة تقليدية معينة يمكن اعتبارها مفرطة الضرر أو عشوائية الأثر"],
            en: &[
                "Convention on Prohibitions or Restrictions on the Use of Certain Conventional Weapons Which May Be Deemed to Be Excessively Injurious or to Have Indiscriminate Effects",
            ],
            es: &[
                "Convención sobre Prohibiciones o Restricciones del Empleo de Ciertas Armas Convencionales que Puedan Considerarse Excesivamente Nocivas o de Efectos Indiscriminados",
            ],
            fr: &[
                "Convention sur l’interdiction ou la limitation de l’emploi de certaines armes classiques qui peuvent être considérées comme produisant des effets traumatiques excessifs ou comme frappant sans discrimination",
            ],
            ru: &[
                "Конвенция о запрещении или ограничении применения конкретных видов обычного оружия, которые могут считаться наносящими чрезмерные повреждения или имеющими неизбирательное действие",
            ],
            zh: &["禁止或限制使用某些可被认为具有过分伤害力或滥杀滥伤作用的常规武器公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ccw-p2-amended",
        series: Some("vol. 2048, No. 22495"),
        date: on(1996, 5, 3),
        names: NamesByLanguage {
            ar: &["البروتوكول الثاني المعدل"],
            en: &[
                "Protocol on Prohibitions or Restrictions on the Use of Mines, Booby Traps and Other Devices, as amended on 3 May 1996",
                "Amended Protocol II",
            ],
            es: &[
                "Protocolo sobre Prohibiciones o Restricciones del Empleo de Minas, Armas Trampa y Otros Artefactos en su forma enmendada el 3 de mayo de 1996",
                "Protocolo II Enmendado",
            ],
            fr: &[
                "Protocole sur l’interdiction ou la limitation de l’emploi des mines, pièges et autres dispositifs, tel que modifié le 3 mai 1996",
                "Protocole II modifié",
            ],
            ru: &["исправленный Протокол II"],
            zh: &["经修正的第二号议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ccw-p5",
        series: Some("vol. 2399, No. 22495"),
        date: on(2003, 11, 28),
        names: NamesByLanguage {
            ar: &["البروتوكول المتعلق بالمتفجرات من مخلفات الحرب"],
            en: &["Protocol on Explosive Remnants of War"],
            es: &["Protocolo sobre los Restos Explosivos de Guerra"],
            fr: &["Protocole relatif aux restes explosifs de guerre"],
            ru: &["Протокол по взрывоопасным пережиткам войны"],
            zh: &["战争遗留爆炸物议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "mine-ban",
        series: Some("vol. 2056, No. 35597"),
        date: on(1997, 9, 18),
        names: NamesByLanguage {
            ar: &["اتفاقية حظر استعمال وتخزين وإنتاج ونقل الألغام المضادة للأفراد وتدمير تلك الألغام"],
            en: &[
                "Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on Their Destruction",
                "Anti-Personnel Mine Ban Convention",
            ],
            es: &[
                "Convención sobre la Prohibición del Empleo, Almacenamiento, Producción y Transferencia de Minas Antipersonal y sobre Su Destrucción",
            ],
            fr: &[
                "Convention sur l’interdiction de l’emploi, du stockage, de la production et du transfert des mines antipersonnel et sur leur destruction",
            ],
            ru: &[
                "Конвенция о запрещении применения, накопления запасов, производства и передачи противопехотных мин и об их уничтожении",
            ],
            zh: &["关于禁止使用、储存、生产和转让杀伤人员地雷及销毁此种地雷的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cluster-munitions",
        series: Some("vol. 2688, No. 47713"),
        date: on(2008, 5, 30),
        names: NamesByLanguage {
            ar: &["اتفاقية الذخائر العنقودية"],
            en: &["Convention on Cluster Munitions"],
            es: &["Convención sobre Municiones en Racimo"],
            fr: &["Convention sur les armes à sous-munitions"],
            ru: &["Конвенция по кассетным боеприпасам"],
            zh: &["集束弹药公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "arms-trade",
        symbol: Some("A/RES/67/234 B"),
        series: Some("vol. 3013, No. 52373"),
        date: on(2013, 4, 2),
        names: NamesByLanguage {
            ar: &["معاهدة تجارة الأسلحة"],
            en: &["Arms Trade Treaty"],
            es: &["Tratado sobre el Comercio de Armas"],
            fr: &["Traité sur le commerce des armes"],
            ru: &["Договор о торговле оружием"],
            zh: &["武器贸易条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "enmod",
        symbol: Some("A/RES/31/72"),
        place: Some("annex"),
        date: on(1976, 12, 10),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Convention on the Prohibition of Military or Any Other Hostile Use of Environmental Modification Techniques",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "tlatelolco",
        series: Some("vol. 634, No. 9068"),
        date: on(1967, 2, 14),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["معاهدة حظر الأسلحة النووية في أمريكا اللاتينية ومنطقة البحر الكاريبي", "معاهدة تلاتيلولكو"],
            en: &[
                "Treaty for the Prohibition of Nuclear Weapons in Latin America and the Caribbean",
                "Treaty of Tlatelolco",
            ],
            es: &[
                "Tratado para la Proscripción de las Armas Nucleares en la América Latina y el Caribe",
                "Tratado de Tlatelolco",
            ],
            fr: &[
                "Traité visant l’interdiction des armes nucléaires en Amérique latine et dans les Caraïbes",
                "Traité de Tlatelolco",
            ],
            ru: &[
                "Договор о запрещении ядерного оружия в Латинской Америке и Карибском бассейне",
                "Договор Тлателолко",
            ],
            zh: &["拉丁美洲和加勒比禁止核武器条约", "特拉特洛尔科条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rarotonga",
        date: on(1985, 8, 6),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &["South Pacific Nuclear Free Zone Treaty", "Treaty of Rarotonga"],
            es: &[],
            fr: &[],
            ru: &["Договор Раротонга"],
            zh: &["拉罗通加条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "bangkok-treaty",
        series: Some("vol. 1981, No. 33873"),
        date: on(1995, 12, 15),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["معاهدة إنشاء منطقة خالية من الأسلحة النووية في جنوب شرق آسيا", "معاهدة بانكوك"],
            en: &["Bangkok Treaty", "Treaty of Bangkok"],
            es: &["Tratado de Bangkok"],
            fr: &["Traité sur la zone exempte d’armes nucléaires de l’Asie du Sud-Est", "Traité de Bangkok"],
            ru: &["Договор о зоне, свободной от ядерного оружия, в Юго-Восточной Азии", "Бангкокский договор"],
            zh: &["东南亚无核武器区条约", "曼谷条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "pelindaba",
        symbol: Some("A/50/426"),
        place: Some("annex"),
        date: on(1996, 4, 11),
        dated: Dated::Opened,
        names: NamesByLanguage {
            ar: &["معاهدة بليندابا"],
            en: &["African Nuclear-Weapon-Free Zone Treaty", "Treaty of Pelindaba"],
            es: &["Tratado sobre una Zona Libre de Armas Nucleares en África", "Tratado de Pelindaba"],
            fr: &["Traité sur une zone exempte d’armes nucléaires en Afrique", "Traité de Pelindaba"],
            ru: &["Договор о зоне, свободной от ядерного оружия, в Африке", "Пелиндабский договор"],
            zh: &["非洲无核武器区条约", "佩林达巴条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "semipalatinsk",
        series: Some("vol. 2970, No. 51633"),
        date: on(2006, 9, 8),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["معاهدة إنشاء منطقة خالية من الأسلحة النووية في وسط آسيا"],
            en: &["Treaty on a Nuclear-Weapon-Free Zone in Central Asia"],
            es: &["Tratado sobre una Zona Libre de Armas Nucleares en Asia Central"],
            fr: &["Traité portant création d’une zone exempte d’armes nucléaires en Asie centrale"],
            ru: &["Договор о зоне, свободной от ядерного оружия, в Центральной Азии"],
            zh: &["中亚无核武器区条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "antarctic",
        series: Some("vol. 402, No. 5778"),
        date: on(1959, 12, 1),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["معاهدة أنتاركتيكا"],
            en: &["Antarctic Treaty"],
            es: &["Tratado Antártico"],
            fr: &["Traité sur l’Antarctique"],
            ru: &["Договор об Антарктике"],
            zh: &["南极条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "small-arms-programme",
        symbol: Some("A/CONF.192/15"),
        place: Some("chap. IV, para. 24"),
        date: on(2001, 7, 20),
        names: NamesByLanguage {
            ar: &[
                "برنامج العمل المتعلق بمنع الاتجار غير المشروع بالأسلحة الصغيرة والأسلحة الخفيفة من جميع جوانبه ومكافحته والقضاء عليه",
            ],
            en: &[
                "Programme of Action to Prevent, Combat and Eradicate the Illicit Trade in Small Arms and Light Weapons in All Its Aspects",
            ],
            es: &[
                "Programa de Acción para Prevenir, Combatir y Eliminar el Tráfico Ilícito de Armas Pequeñas y Ligeras en Todos Sus Aspectos",
            ],
            fr: &[
                "Programme d’action en vue de prévenir, combattre et éliminer le commerce illicite des armes légères sous tous ses aspects",
            ],
            ru: &[
                "Программа действий по предотвращению и искоренению незаконной торговли стрелковым оружием и легкими вооружениями во всех ее аспектах и борьбе с ней",
            ],
            zh: &["从各个方面防止、打击和消除小武器和轻武器非法贸易的行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "tracing-instrument",
        symbol: Some("A/60/88"),
        place: Some("annex"),
        date: on(2005, 12, 8),
        names: NamesByLanguage {
            ar: &[
                "الصك الدولي لتمكين الدول من التعرف على الأسلحة الصغيرة والأسلحة الخفيفة غير المشروعة وتعقبها في الوقت المناسب وبطريقة يعول عليها",
                "الصك الدولي للتعقب",
            ],
            en: &[
                "International Instrument to Enable States to Identify and Trace, in a Timely and Reliable Manner, Illicit Small Arms and Light Weapons",
                "International Tracing Instrument",
            ],
            es: &[
                "Instrumento Internacional para Permitir a los Estados Identificar y Localizar, de Forma Oportuna y Fidedigna, las Armas Pequeñas y Armas Ligeras Ilícitas",
                "Instrumento Internacional de Localización",
            ],
            fr: &[
                "Instrument international visant à permettre aux États de procéder à l’identification et au traçage rapides et fiables des armes légères et de petit calibre illicites",
                "Instrument international de traçage",
            ],
            ru: &[
                "Международный документ, позволяющий государствам своевременно и надежно выявлять и отслеживать незаконные стрелковое оружие и легкие вооружения",
                "Международный документ по отслеживанию",
            ],
            zh: &["使各国能够及时和可靠地识别和追查非法小武器和轻武器的国际文书", "国际追查文书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "hague-code",
        symbol: Some("A/57/724"),
        place: Some("enclosure"),
        date: on(2002, 11, 25),
        names: NamesByLanguage {
            ar: &["مدونة لاهاي لقواعد السلوك لمنع انتشار القذائف التسيارية"],
            en: &[
                "Hague Code of Conduct against the Proliferation of Ballistic Missiles",
                "Hague Code of Conduct against Ballistic Missile Proliferation",
            ],
            es: &["Código de Conducta de La Haya contra la Proliferación de los Misiles Balísticos"],
            fr: &["Code de conduite de La Haye contre la prolifération des missiles balistiques"],
            ru: &["Гаагский кодекс поведения по предотвращению распространения баллистических ракет"],
            zh: &["防止弹道导弹扩散海牙行为准则", "海牙行为准则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "ssod-1",
        symbol: Some("A/RES/S-10/2"),
        date: on(1978, 6, 30),
        names: NamesByLanguage {
            ar: &["الوثيقة الختامية لدورة الجمعية العامة الاستثنائية العاشرة"],
            en: &["Final Document of the Tenth Special Session of the General Assembly"],
            es: &["Documento Final del Décimo Período Extraordinario de Sesiones de la Asamblea General"],
            fr: &[],
            ru: &["Заключительный документ десятой специальной сессии Генеральной Ассамблеи"],
            zh: &["大会第十届特别会议最后文件"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "nuclear-material",
        series: Some("vol. 1456, No. 24631"),
        date: on(1979, 10, 26),
        names: NamesByLanguage {
            ar: &["اتفاقية الحماية المادية للمواد النووية"],
            en: &["Convention on the Physical Protection of Nuclear Material"],
            es: &["Convención sobre la Protección Física de los Materiales Nucleares"],
            fr: &["Convention sur la protection physique des matières nucléaires"],
            ru: &["Конвенция о физической защите ядерного материала"],
            zh: &["核材料实物保护公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "kinshasa",
        symbol: Some("A/65/517-S/2010/534"),
        place: Some("annex"),
        date: on(2010, 4, 30),
        names: NamesByLanguage {
            ar: &["اتفاقية كينشاسا"],
            en: &[
                "Central African Convention for the Control of Small Arms and Light Weapons, Their Ammunition and All Parts and Components That Can Be Used for Their Manufacture, Repair and Assembly",
                "Kinshasa Convention",
            ],
            es: &[
                "Convención de África Central para el Control de las Armas Pequeñas y las Armas Ligeras, sus Municiones y Todas las Piezas y Componentes que Puedan Servir para su Fabricación, Reparación y Ensamblaje",
                "Convención de Kinshasa",
            ],
            fr: &[
                "Convention de l’Afrique centrale pour le contrôle des armes légères et de petit calibre, de leurs munitions et de toutes pièces et composantes pouvant servir à leur fabrication, réparation et assemblage",
                "Convention de Kinshasa",
            ],
            ru: &[
                "Центральноафриканская конвенция о контроле за стрелковым оружием и легкими вооружениями, боеприпасами к ним и составными частями и компонентами, которые могут быть использованы для их изготовления, ремонта или сборки",
                "Киншасская конвенция",
            ],
            zh: &["中部非洲管制小武器和轻武器及其弹药和可用于制造、修理或组装这类武器的零部件的公约", "金沙萨公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "outer-space",
        symbol: Some("A/RES/2222 (XXI)"),
        place: Some("annex"),
        series: Some("vol. 610, No. 8843"),
        date: on(1967, 1, 27),
        dated: Dated::Opened,
        resolved: Some(on(1966, 12, 19)),
        names: NamesByLanguage {
            ar: &[
                "معاهدة المبادئ المنظمة لأنشطة الدول في ميدان استكشاف واستخدام الفضاء الخارجي، بما في ذلك القمر والأجرام السماوية الأخرى",
            ],
            en: &[
                "Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space, including the Moon and Other Celestial Bodies",
                "Outer Space Treaty",
            ],
            es: &[
                "Tratado sobre los Principios que Deben Regir las Actividades de los Estados en la Exploración y Utilización del Espacio Ultraterrestre, incluso la Luna y Otros Cuerpos Celestes",
            ],
            fr: &[
                "Traité sur les principes régissant les activités des États en matière d’exploration et d’utilisation de l’espace extra-atmosphérique, y compris la Lune et les autres corps célestes",
            ],
            ru: &[
                "Договор о принципах деятельности государств по исследованию и использованию космического пространства, включая Луну и другие небесные тела",
            ],
            zh: &["关于各国探索和利用包括月球和其他天体在内外层空间活动的原则条约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rescue-astronauts",
        symbol: Some("A/RES/2345 (XXII)"),
        place: Some("annex"),
        series: Some("vol. 672, No. 9574"),
        date: on(1968, 4, 22),
        dated: Dated::Opened,
        resolved: Some(on(1967, 12, 19)),
        names: NamesByLanguage {
            ar: &["اتفاق إنقاذ الملاحين الفضائيين وإعادة الملاحين الفضائيين ورد الأجسام المطلقة في الفضاء الخارجي"],
            en: &[
                "Agreement on the Rescue of Astronauts, the Return of Astronauts and the Return of Objects Launched into Outer Space",
            ],
            es: &[
                "Acuerdo sobre el Salvamento y la Devolución de Astronautas y la Restitución de Objetos Lanzados al Espacio Ultraterrestre",
            ],
            fr: &[
                "Accord sur le sauvetage des astronautes, le retour des astronautes et la restitution des objets lancés dans l’espace extra-atmosphérique",
            ],
            ru: &[
                "Соглашение о спасании космонавтов, возвращении космонавтов и возвращении объектов, запущенных в космическое пространство",
            ],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "space-liability",
        symbol: Some("A/RES/2777 (XXVI)"),
        place: Some("annex"),
        series: Some("vol. 961, No. 13810"),
        date: on(1972, 3, 29),
        dated: Dated::Opened,
        resolved: Some(on(1971, 11, 29)),
        names: NamesByLanguage {
            ar: &["اتفاقية المسؤولية الدولية عن الأضرار التي تحدثها الأجسام الفضائية"],
            en: &["Convention on International Liability for Damage Caused by Space Objects"],
            es: &["Convenio sobre la Responsabilidad Internacional por Daños Causados por Objetos Espaciales"],
            fr: &["Convention sur la responsabilité internationale pour les dommages causés par des objets spatiaux"],
            ru: &["Конвенция о международной ответственности за ущерб, причиненный космическими объектами"],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "space-registration",
        symbol: Some("A/RES/3235 (XXIX)"),
        place: Some("annex"),
        series: Some("vol. 1023, No. 15020"),
        date: on(1974, 11, 12),
        names: NamesByLanguage {
            ar: &["اتفاقية تسجيل الأجسام المطلقة في الفضاء الخارجي"],
            en: &["Convention on Registration of Objects Launched into Outer Space"],
            es: &["Convenio sobre el Registro de Objetos Lanzados al Espacio Ultraterrestre"],
            fr: &["Convention sur l’immatriculation des objets lancés dans l’espace extra-atmosphérique"],
            ru: &["Конвенция о регистрации объектов, запускаемых в космическое пространство"],
            zh: &["关于登记射入外层空间物体的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "moon",
        symbol: Some("A/RES/34/68"),
        place: Some("annex"),
        series: Some("vol. 1363, No. 23002"),
        date: on(1979, 12, 5),
        names: NamesByLanguage {
            ar: &["الاتفاق المنظم لأنشطة الدول على سطح القمر والأجرام السماوية الأخرى"],
            en: &["Agreement Governing the Activities of States on the Moon and Other Celestial Bodies"],
            es: &["Acuerdo que Debe Regir las Actividades de los Estados en la Luna y Otros Cuerpos Celestes"],
            fr: &["Accord régissant les activités des États sur la Lune et les autres corps célestes"],
            ru: &["Соглашение о деятельности государств на Луне и других небесных телах"],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "space-2030",
        symbol: Some("A/RES/76/3"),
        date: on(2021, 10, 25),
        names: NamesByLanguage {
            ar: &["خطة ”الفضاء 2030“"],
            en: &["“Space2030” Agenda"],
            es: &["Agenda “Espacio2030”"],
            fr: &[],
            ru: &["повестка дня «Космос-2030»"],
            zh: &["“空间2030”议程"],
        },
        ..BLANK
    },
];
