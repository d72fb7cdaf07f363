//! Human rights: the Declaration, the Covenants and conventions with their protocols, and the declarations.

use super::super::{BLANK, NamesByLanguage, WellKnownInstrument, on};

pub(super) static HUMAN_RIGHTS: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "universal-declaration",
        symbol: Some("A/RES/217 A (III)"),
        date: on(1948, 12, 10),
        names: NamesByLanguage {
            ar: &["الإعلان العالمي لحقوق الإنسان"],
            en: &["Universal Declaration of Human Rights", "UDHR"],
            es: &["Declaración Universal de Derechos Humanos"],
            fr: &["Déclaration universelle des droits de l’homme"],
            ru: &["Всеобщая декларация прав человека"],
            zh: &["世界人权宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "iccpr",
        symbol: Some("A/RES/2200 A (XXI)"),
        place: Some("annex"),
        series: Some("vol. 999, No. 14668"),
        date: on(1966, 12, 16),
        names: NamesByLanguage {
            ar: &["العهد الدولي الخاص بالحقوق المدنية والسياسية"],
            en: &["International Covenant on Civil and Political Rights", "ICCPR"],
            es: &["Pacto Internacional de Derechos Civiles y Políticos"],
            fr: &["Pacte international relatif aux droits civils et politiques"],
            ru: &["Международный пакт о гражданских и политических правах"],
            zh: &["公民及政治权利国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "icescr",
        symbol: Some("A/RES/2200 A (XXI)"),
        place: Some("annex"),
        date: on(1966, 12, 16),
        names: NamesByLanguage {
            ar: &["العهد الدولي الخاص بالحقوق الاقتصادية والاجتماعية والثقافية"],
            en: &["International Covenant on Economic, Social and Cultural Rights", "ICESCR"],
            es: &["Pacto Internacional de Derechos Económicos, Sociales y Culturales"],
            fr: &["Pacte international relatif aux droits économiques, sociaux et culturels"],
            ru: &["Международный пакт об экономических, социальных и культурных правах"],
            zh: &["经济社会文化权利国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "iccpr-op1",
        symbol: Some("A/RES/2200 A (XXI)"),
        place: Some("annex"),
        series: Some("vol. 999, No. 14668"),
        date: on(1966, 12, 16),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Optional Protocol to the International Covenant on Civil and Political Rights",
                "First Optional Protocol to the International Covenant on Civil and Political Rights",
            ],
            es: &["Protocolo Facultativo del Pacto Internacional de Derechos Civiles y Políticos"],
            fr: &["Protocole facultatif se rapportant au Pacte international relatif aux droits civils et politiques"],
            ru: &["Факультативный протокол к Международному пакту о гражданских и политических правах"],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "iccpr-op2",
        symbol: Some("A/RES/44/128"),
        place: Some("annex"),
        series: Some("vol. 1642, No. 14668"),
        date: on(1989, 12, 15),
        names: NamesByLanguage {
            ar: &[
                "البروتوكول الاختياري الثاني للعهد الدولي الخاص بالحقوق المدنية والسياسية الهادف إلى إلغاء عقوبة الإعدام",
            ],
            en: &[
                "Second Optional Protocol to the International Covenant on Civil and Political Rights, aiming at the abolition of the death penalty",
                "Second Optional Protocol to the International Covenant on Civil and Political Rights",
            ],
            es: &[
                "Segundo Protocolo Facultativo del Pacto Internacional de Derechos Civiles y Políticos, destinado a abolir la pena de muerte",
                "Segundo Protocolo Facultativo del Pacto Internacional de Derechos Civiles y Políticos",
            ],
            fr: &[
                "Deuxième Protocole facultatif se rapportant au Pacte international relatif aux droits civils et politiques, visant à abolir la peine de mort",
                "Deuxième Protocole facultatif se rapportant au Pacte international relatif aux droits civils et politiques",
            ],
            ru: &[
                "Второй факультативный протокол к Международному пакту о гражданских и политических правах, направленный на отмену смертной казни",
                "Второй Факультативный протокол к Международному пакту о гражданских и политических правах",
            ],
            zh: &["旨在废除死刑的〈公民及政治权利国际公约〉第二项任择议定书", "公民及政治权利国际公约第二项任择议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "icescr-op",
        symbol: Some("A/RES/63/117"),
        place: Some("annex"),
        series: Some("vol. 2922, No. 14531"),
        date: on(2008, 12, 10),
        names: NamesByLanguage {
            ar: &[],
            en: &["Optional Protocol to the International Covenant on Economic, Social and Cultural Rights"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "icerd",
        symbol: Some("A/RES/2106 A (XX)"),
        place: Some("annex"),
        series: Some("vol. 660, No. 9464"),
        date: on(1965, 12, 21),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية للقضاء على جميع أشكال التمييز العنصري"],
            en: &["International Convention on the Elimination of All Forms of Racial Discrimination"],
            es: &["Convención Internacional sobre la Eliminación de Todas las Formas de Discriminación Racial"],
            fr: &["Convention internationale sur l’élimination de toutes les formes de discrimination raciale"],
            ru: &["Международная конвенция о ликвидации всех форм расовой дискриминации"],
            zh: &["消除一切形式种族歧视国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cedaw",
        symbol: Some("A/RES/34/180"),
        place: Some("annex"),
        series: Some("vol. 1249, No. 20378"),
        date: on(1979, 12, 18),
        names: NamesByLanguage {
            ar: &["اتفاقية القضاء على جميع أشكال التمييز ضد المرأة"],
            en: &["Convention on the Elimination of All Forms of Discrimination against Women"],
            es: &["Convención sobre la Eliminación de Todas las Formas de Discriminación contra la Mujer"],
            fr: &["Convention sur l’élimination de toutes les formes de discrimination à l’égard des femmes"],
            ru: &["Конвенция о ликвидации всех форм дискриминации в отношении женщин"],
            zh: &["消除对妇女一切形式歧视公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cedaw-op",
        symbol: Some("A/RES/54/4"),
        place: Some("annex"),
        series: Some("vol. 2131, No. 20378"),
        date: on(1999, 10, 6),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Optional Protocol to the Convention on the Elimination of All Forms of Discrimination against Women",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cat",
        symbol: Some("A/RES/39/46"),
        place: Some("annex"),
        series: Some("vol. 1465, No. 24841"),
        date: on(1984, 12, 10),
        names: NamesByLanguage {
            ar: &[
                "اتفاقية مناهضة التعذيب وغيره من ضروب المعاملة أو العقوبة القاسية أو اللاإنسانية أو المهينة",
                "اتفاقية مناهضة التعذيب",
            ],
            en: &[
                "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
                "Convention against Torture",
            ],
            es: &[
                "Convención contra la Tortura y Otros Tratos o Penas Crueles, Inhumanos o Degradantes",
                "Convención contra la Tortura",
            ],
            fr: &[
                "Convention contre la torture et autres peines ou traitements cruels, inhumains ou dégradants",
                "Convention contre la torture",
            ],
            ru: &[
                "Конвенция против пыток и других жестоких, бесчеловечных или унижающих достоинство видов обращения и наказания",
                "Конвенция против пыток",
            ],
            zh: &["禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约", "禁止酷刑公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "opcat",
        symbol: Some("A/RES/57/199"),
        place: Some("annex"),
        series: Some("vol. 2375, No. 24841"),
        date: on(2002, 12, 18),
        names: NamesByLanguage {
            ar: &[
                "البروتوكول الاختياري لاتفاقية مناهضة التعذيب وغيره من ضروب المعاملة أو العقوبة القاسية أو اللاإنسانية أو المهينة",
            ],
            en: &[
                "Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
                "Optional Protocol to the Convention against Torture",
            ],
            es: &[
                "Protocolo Facultativo de la Convención contra la Tortura y Otros Tratos o Penas Crueles, Inhumanos o Degradantes",
                "Protocolo Facultativo de la Convención contra la Tortura",
            ],
            fr: &[
                "Protocole facultatif se rapportant à la Convention contre la torture et autres peines ou traitements cruels, inhumains ou dégradants",
                "Protocole facultatif se rapportant à la Convention contre la torture",
            ],
            ru: &[
                "Факультативный протокол к Конвенции против пыток и других жестоких, бесчеловечных или унижающих достоинство видов обращения и наказания",
                "Факультативный протокол к Конвенции против пыток",
            ],
            zh: &["禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约任择议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "crc",
        symbol: Some("A/RES/44/25"),
        place: Some("annex"),
        series: Some("vol. 1577, No. 27531"),
        date: on(1989, 11, 20),
        names: NamesByLanguage {
            ar: &["اتفاقية حقوق الطفل"],
            en: &["Convention on the Rights of the Child"],
            es: &["Convención sobre los Derechos del Niño"],
            fr: &["Convention relative aux droits de l’enfant"],
            ru: &["Конвенция о правах ребенка"],
            zh: &["儿童权利公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "crc-armed-conflict",
        symbol: Some("A/RES/54/263"),
        place: Some("annex I"),
        series: Some("vol. 2173, No. 27531"),
        date: on(2000, 5, 25),
        names: NamesByLanguage {
            ar: &["البروتوكول الاختياري لاتفاقية حقوق الطفل بشأن اشتراك الأطفال في المنازعات المسلحة"],
            en: &[
                "Optional Protocol to the Convention on the Rights of the Child on the involvement of children in armed conflict",
            ],
            es: &[
                "Protocolo Facultativo de la Convención sobre los Derechos del Niño relativo a la participación de niños en los conflictos armados",
            ],
            fr: &[
                "Protocole facultatif à la Convention relative aux droits de l’enfant, concernant l’implication d’enfants dans les conflits armés",
            ],
            ru: &[],
            zh: &["儿童权利公约关于儿童卷入武装冲突问题的任择议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "crc-sale",
        symbol: Some("A/RES/54/263"),
        place: Some("annex II"),
        series: Some("vol. 2171, No. 27531"),
        date: on(2000, 5, 25),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography",
            ],
            es: &[
                "Protocolo Facultativo de la Convención sobre los Derechos del Niño relativo a la venta de niños, la prostitución infantil y la utilización de niños en la pornografía",
            ],
            fr: &[
                "Protocole facultatif à la Convention relative aux droits de l’enfant concernant la vente d’enfants, la prostitution des enfants et la pornographie mettant en scène des enfants",
            ],
            ru: &[
                "Факультативный протокол к Конвенции о правах ребенка, касающийся торговли детьми, детской проституции и детской порнографии",
            ],
            zh: &["儿童权利公约关于买卖儿童、儿童卖淫和儿童色情制品问题的任择议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "crc-communications",
        symbol: Some("A/RES/66/138"),
        place: Some("annex"),
        series: Some("vol. 2983, No. 27531"),
        date: on(2011, 12, 19),
        names: NamesByLanguage {
            ar: &[],
            en: &["Optional Protocol to the Convention on the Rights of the Child on a communications procedure"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "migrant-workers",
        symbol: Some("A/RES/45/158"),
        place: Some("annex"),
        series: Some("vol. 2220, No. 39481"),
        date: on(1990, 12, 18),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لحماية حقوق جميع العمال المهاجرين وأفراد أسرهم"],
            en: &[
                "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
            ],
            es: &[
                "Convención Internacional sobre la Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares",
            ],
            fr: &[
                "Convention internationale sur la protection des droits de tous les travailleurs migrants et des membres de leur famille",
            ],
            ru: &["Международная конвенция о защите прав всех трудящихся-мигрантов и членов их семей"],
            zh: &["保护所有移徙工人及其家庭成员权利国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "crpd",
        symbol: Some("A/RES/61/106"),
        place: Some("annex I"),
        series: Some("vol. 2515, No. 44910"),
        date: on(2006, 12, 13),
        names: NamesByLanguage {
            ar: &["اتفاقية حقوق الأشخاص ذوي الإعاقة"],
            en: &["Convention on the Rights of Persons with Disabilities", "CRPD"],
            es: &["Convención sobre los Derechos de las Personas con Discapacidad"],
            fr: &["Convention relative aux droits des personnes handicapées"],
            ru: &["Конвенция о правах инвалидов"],
            zh: &["残疾人权利公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "crpd-op",
        symbol: Some("A/RES/61/106"),
        place: Some("annex II"),
        series: Some("vol. 2518, No. 44910"),
        date: on(2006, 12, 13),
        names: NamesByLanguage {
            ar: &["البروتوكول الاختياري لاتفاقية حقوق الأشخاص ذوي الإعاقة"],
            en: &["Optional Protocol to the Convention on the Rights of Persons with Disabilities"],
            es: &["Protocolo Facultativo de la Convención sobre los Derechos de las Personas con Discapacidad"],
            fr: &["Protocole facultatif se rapportant à la Convention relative aux droits des personnes handicapées"],
            ru: &["Факультативный протокол к Конвенции о правах инвалидов"],
            zh: &["残疾人权利公约任择议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "enforced-disappearance",
        symbol: Some("A/RES/61/177"),
        place: Some("annex"),
        series: Some("vol. 2716, No. 48088"),
        date: on(2006, 12, 20),
        names: NamesByLanguage {
            ar: &["الاتفاقية الدولية لحماية جميع الأشخاص من الاختفاء القسري"],
            en: &["International Convention for the Protection of All Persons from Enforced Disappearance"],
            es: &[
                "Convención Internacional para la Protección de Todas las Personas contra las Desapariciones Forzadas",
            ],
            fr: &[
                "Convention internationale pour la protection de toutes les personnes contre les disparitions forcées",
            ],
            ru: &["Международная конвенция для защиты всех лиц от насильственных исчезновений"],
            zh: &["保护所有人免遭强迫失踪国际公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "genocide",
        symbol: Some("A/RES/260 A (III)"),
        place: Some("annex"),
        date: on(1948, 12, 9),
        names: NamesByLanguage {
            ar: &["اتفاقية منع جريمة الإبادة الجماعية والمعاقبة عليها"],
            en: &["Convention on the Prevention and Punishment of the Crime of Genocide", "Genocide Convention"],
            es: &["Convención para la Prevención y la Sanción del Delito de Genocidio"],
            fr: &["Convention pour la prévention et la répression du crime de génocide"],
            ru: &["Конвенция о предупреждении преступления геноцида и наказании за него"],
            zh: &["防止及惩治灭绝种族罪公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "apartheid",
        symbol: Some("A/RES/3068 (XXVIII)"),
        place: Some("annex"),
        date: on(1973, 11, 30),
        names: NamesByLanguage {
            ar: &[],
            en: &["International Convention on the Suppression and Punishment of the Crime of Apartheid"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "consent-marriage",
        symbol: Some("A/RES/1763 A (XVII)"),
        place: Some("annex"),
        series: Some("vol. 521, No. 7525"),
        date: on(1962, 11, 7),
        names: NamesByLanguage {
            ar: &["اتفاقية الرضا بالزواج والحد الأدنى لسن الزواج وتسجيل عقود الزواج"],
            en: &["Convention on Consent to Marriage, Minimum Age for Marriage and Registration of Marriages"],
            es: &[
                "Convención sobre el Consentimiento para el Matrimonio, la Edad Mínima para Contraer Matrimonio y el Registro de los Matrimonios",
            ],
            fr: &[
                "Convention sur le consentement au mariage, l’âge minimum du mariage et l’enregistrement des mariages",
            ],
            ru: &["Конвенция о согласии на вступление в брак, брачном возрасте и регистрации браков"],
            zh: &["关于婚姻的同意、结婚最低年龄和婚姻登记的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "traffic-prostitution",
        symbol: Some("A/RES/317 (IV)"),
        place: Some("annex"),
        series: Some("vol. 96, No. 1342"),
        date: on(1949, 12, 2),
        names: NamesByLanguage {
            ar: &["اتفاقية قمع الاتجار بالأشخاص واستغلال بغاء الغير"],
            en: &[
                "Convention for the Suppression of the Traffic in Persons and of the Exploitation of the Prostitution of Others",
            ],
            es: &["Convenio para la Represión de la Trata de Personas y de la Explotación de la Prostitución Ajena"],
            fr: &[
                "Convention pour la répression de la traite des êtres humains et de l’exploitation de la prostitution d’autrui",
            ],
            ru: &["Конвенция о борьбе с торговлей людьми и с эксплуатацией проституции третьими лицами"],
            zh: &["禁止贩卖人口及取缔意图营利使人卖淫的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "education-discrimination",
        series: Some("vol. 429, No. 6193"),
        date: on(1960, 12, 14),
        names: NamesByLanguage {
            ar: &[],
            en: &["Convention against Discrimination in Education"],
            es: &["Convención relativa a la Lucha contra las Discriminaciones en la Esfera de la Enseñanza"],
            fr: &["Convention concernant la lutte contre la discrimination dans le domaine de l’enseignement"],
            ru: &[],
            zh: &["取缔教育歧视公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "african-charter",
        series: Some("vol. 1520, No. 26363"),
        date: on(1981, 6, 27),
        names: NamesByLanguage {
            ar: &["الميثاق الأفريقي لحقوق الإنسان والشعوب"],
            en: &["African Charter on Human and Peoples’ Rights"],
            es: &["Carta Africana de Derechos Humanos y de los Pueblos"],
            fr: &["Charte africaine des droits de l’homme et des peuples"],
            ru: &["Африканская хартия прав человека и народов"],
            zh: &["非洲人权和人民权利宪章"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "vienna-declaration",
        symbol: Some("A/CONF.157/24 (Part I)"),
        place: Some("chap. III"),
        date: on(1993, 6, 25),
        names: NamesByLanguage {
            ar: &["إعلان وبرنامج عمل فيينا"],
            en: &["Vienna Declaration and Programme of Action"],
            es: &["Declaración y Programa de Acción de Viena", "Declaración y el Programa de Acción de Viena"],
            fr: &["Déclaration et le Programme d’action de Vienne"],
            ru: &["Венская декларация и Программа действий"],
            zh: &["维也纳宣言和行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "durban-declaration",
        symbol: Some("A/CONF.189/12"),
        place: Some("chap. I"),
        date: on(2001, 9, 8),
        names: NamesByLanguage {
            ar: &["إعلان وبرنامج عمل ديربان"],
            en: &["Durban Declaration and Programme of Action"],
            es: &["Declaración y el Programa de Acción de Durban"],
            fr: &["Déclaration et le Programme d’action de Durban"],
            ru: &["Дурбанская декларация и Программа действий"],
            zh: &["德班宣言和行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "right-to-development",
        symbol: Some("A/RES/41/128"),
        place: Some("annex"),
        date: on(1986, 12, 4),
        names: NamesByLanguage {
            ar: &["إعلان الحق في التنمية"],
            en: &["Declaration on the Right to Development"],
            es: &["Declaración sobre el Derecho al Desarrollo"],
            fr: &["Déclaration sur le droit au développement"],
            ru: &["Декларация о праве на развитие"],
            zh: &["发展权利宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "indigenous-peoples",
        symbol: Some("A/RES/61/295"),
        place: Some("annex"),
        date: on(2007, 9, 13),
        names: NamesByLanguage {
            ar: &["إعلان الأمم المتحدة بشأن حقوق الشعوب الأصلية"],
            en: &["United Nations Declaration on the Rights of Indigenous Peoples", "UNDRIP"],
            es: &["Declaración de las Naciones Unidas sobre los Derechos de los Pueblos Indígenas"],
            fr: &["Déclaration des Nations Unies sur les droits des peuples autochtones"],
            ru: &["Декларация Организации Объединенных Наций о правах коренных народов"],
            zh: &["联合国土著人民权利宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "indigenous-conference",
        symbol: Some("A/RES/69/2"),
        date: on(2014, 9, 22),
        names: NamesByLanguage {
            ar: &[
                "الوثيقة الختامية للاجتماع العام الرفيع المستوى للجمعية العامة المعروف بالمؤتمر العالمي المعني بالشعوب الأصلية",
            ],
            en: &[
                "Outcome document of the high-level plenary meeting of the General Assembly known as the World Conference on Indigenous Peoples",
            ],
            es: &[
                "Documento final de la reunión plenaria de alto nivel de la Asamblea General conocida como Conferencia Mundial sobre los Pueblos Indígenas",
            ],
            fr: &[
                "Document final de la réunion plénière de haut niveau de l’Assemblée générale, dite Conférence mondiale sur les peuples autochtones",
            ],
            ru: &[
                "Итоговый документ пленарного заседания высокого уровня Генеральной Ассамблеи под названием «Всемирная конференция по коренным народам»",
            ],
            zh: &["称为“世界土著人民大会”的大会高级别全体会议成果文件"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "minorities",
        symbol: Some("A/RES/47/135"),
        place: Some("annex"),
        date: on(1992, 12, 18),
        names: NamesByLanguage {
            ar: &["الإعلان المتعلق بحقوق الأشخاص المنتمين إلى أقليات قومية أو إثنية وإلى أقليات دينية ولغوية"],
            en: &[
                "Declaration on the Rights of Persons Belonging to National or Ethnic, Religious and Linguistic Minorities",
            ],
            es: &[
                "Declaración sobre los Derechos de las Personas Pertenecientes a Minorías Nacionales o Étnicas, Religiosas y Lingüísticas",
            ],
            fr: &[
                "Déclaration sur les droits des personnes appartenant à des minorités nationales ou ethniques, religieuses et linguistiques",
            ],
            ru: &[
                "Декларация о правах лиц, принадлежащих к национальным или этническим, религиозным и языковым меньшинствам",
            ],
            zh: &["在民族或族裔、宗教和语言上属于少数群体的人的权利宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "religious-intolerance",
        symbol: Some("A/RES/36/55"),
        date: on(1981, 11, 25),
        names: NamesByLanguage {
            ar: &["الإعلان المتعلق بالقضاء على جميع أشكال التعصب والتمييز القائمين على أساس الدين أو المعتقد"],
            en: &[
                "Declaration on the Elimination of All Forms of Intolerance and of Discrimination Based on Religion or Belief",
            ],
            es: &[
                "Declaración sobre la Eliminación de Todas las Formas de Intolerancia y Discriminación Fundadas en la Religión o las Convicciones",
            ],
            fr: &[
                "Déclaration sur l’élimination de toutes les formes d’intolérance et de discrimination fondées sur la religion ou la conviction",
            ],
            ru: &["Декларация о ликвидации всех форм нетерпимости и дискриминации на основе религии или убеждений"],
            zh: &["消除基于宗教或信仰原因的一切形式的不容忍和歧视宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "violence-women",
        symbol: Some("A/RES/48/104"),
        date: on(1993, 12, 20),
        names: NamesByLanguage {
            ar: &["إعلان القضاء على العنف ضد المرأة"],
            en: &["Declaration on the Elimination of Violence against Women"],
            es: &["Declaración sobre la Eliminación de la Violencia contra la Mujer"],
            fr: &["Déclaration sur l’élimination de la violence à l’égard des femmes"],
            ru: &["Декларация об искоренении насилия в отношении женщин"],
            zh: &["消除对妇女的暴力行为宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "defenders",
        symbol: Some("A/RES/53/144"),
        place: Some("annex"),
        date: on(1998, 12, 9),
        names: NamesByLanguage {
            ar: &[
                "الإعلان المتعلق بحق ومسؤولية الأفراد والجماعات وهيئات المجتمع في تعزيز وحماية حقوق الإنسان والحريات الأساسية المعترف بها عالميا",
            ],
            en: &[
                "Declaration on the Right and Responsibility of Individuals, Groups and Organs of Society to Promote and Protect Universally Recognized Human Rights and Fundamental Freedoms",
            ],
            es: &[
                "Declaración sobre el Derecho y el Deber de los Individuos, los Grupos y las Instituciones de Promover y Proteger los Derechos Humanos y las Libertades Fundamentales Universalmente Reconocidos",
            ],
            fr: &[
                "Déclaration sur le droit et la responsabilité des individus, groupes et organes de la société de promouvoir et protéger les droits de l’homme et les libertés fondamentales universellement reconnus",
            ],
            ru: &[
                "Декларация о праве и обязанности отдельных лиц, групп и органов общества поощрять и защищать общепризнанные права человека и основные свободы",
            ],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "rights-education",
        symbol: Some("A/RES/66/137"),
        place: Some("annex"),
        date: on(2011, 12, 19),
        names: NamesByLanguage {
            ar: &["إعلان الأمم المتحدة للتثقيف والتدريب في ميدان حقوق الإنسان"],
            en: &["United Nations Declaration on Human Rights Education and Training"],
            es: &["Declaración de las Naciones Unidas sobre Educación y Formación en materia de Derechos Humanos"],
            fr: &["Déclaration des Nations Unies sur l’éducation et la formation aux droits de l’homme"],
            ru: &["Декларация Организации Объединенных Наций об образовании и подготовке в области прав человека"],
            zh: &["联合国人权教育和培训宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "peasants",
        symbol: Some("A/RES/73/165"),
        place: Some("annex"),
        date: on(2018, 12, 17),
        names: NamesByLanguage {
            ar: &[],
            en: &["United Nations Declaration on the Rights of Peasants and Other People Working in Rural Areas"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "child-declaration",
        symbol: Some("A/RES/1386 (XIV)"),
        date: on(1959, 11, 20),
        names: NamesByLanguage {
            ar: &[],
            en: &["Declaration of the Rights of the Child"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "paris-principles",
        symbol: Some("A/RES/48/134"),
        place: Some("annex"),
        date: on(1993, 12, 20),
        names: NamesByLanguage {
            ar: &["المبادئ المتعلقة بمركز المؤسسات الوطنية لتعزيز حقوق الإنسان وحمايتها", "مبادئ باريس"],
            en: &[
                "Principles relating to the status of national institutions for the promotion and protection of human rights",
                "Paris Principles",
            ],
            es: &[
                "Principios relativos al estatuto de las instituciones nacionales de promoción y protección de los derechos humanos",
                "Principios de París",
            ],
            fr: &[
                "Principes concernant le statut des institutions nationales pour la promotion et la protection des droits de l’homme",
                "Principes de Paris",
            ],
            ru: &[
                "Принципы, касающиеся статуса национальных учреждений, занимающихся поощрением и защитой прав человека",
                "Парижские принципы",
            ],
            zh: &["关于促进和保护人权的国家机构的地位的原则", "巴黎原则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "business-guiding-principles",
        symbol: Some("A/HRC/17/31"),
        place: Some("annex"),
        date: on(2011, 6, 16),
        names: NamesByLanguage {
            ar: &[
                "المبادئ التوجيهية بشأن الأعمال التجارية وحقوق الإنسان",
                "المبادئ التوجيهية المتعلقة بالأعمال التجارية وحقوق الإنسان",
            ],
            en: &[
                "Guiding Principles on Business and Human Rights: Implementing the United Nations “Protect, Respect and Remedy” Framework",
                "Guiding Principles on Business and Human Rights",
            ],
            es: &["Principios Rectores sobre las Empresas y los Derechos Humanos"],
            fr: &["Principes directeurs relatifs aux entreprises et aux droits de l’homme"],
            ru: &["Руководящие принципы предпринимательской деятельности в аспекте прав человека"],
            zh: &["工商企业与人权指导原则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "madrid-ageing",
        symbol: Some("A/CONF.197/9"),
        place: Some("chap. I, resolution 1, annex II"),
        date: on(2002, 4, 12),
        names: NamesByLanguage {
            ar: &["خطة عمل مدريد الدولية للشيخوخة"],
            en: &["Madrid International Plan of Action on Ageing"],
            es: &["Plan de Acción Internacional de Madrid sobre el Envejecimiento"],
            fr: &["Plan d’action international de Madrid sur le vieillissement"],
            ru: &["Мадридский международный план действий по проблемам старения"],
            zh: &["马德里老龄问题国际行动计划"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "youth-programme",
        symbol: Some("A/RES/50/81"),
        place: Some("annex"),
        date: on(1995, 12, 14),
        names: NamesByLanguage {
            ar: &["برنامج العمل العالمي للشباب"],
            en: &["World Programme of Action for Youth"],
            es: &["Programa de Acción Mundial para los Jóvenes"],
            fr: &["Programme d’action mondial pour la jeunesse"],
            ru: &[],
            zh: &["世界青年行动纲领"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "beijing-declaration",
        symbol: Some("A/CONF.177/20/Rev.1"),
        place: Some("chap. I, resolution 1, annexes I and II"),
        date: on(1995, 9, 15),
        names: NamesByLanguage {
            ar: &["إعلان ومنهاج عمل بيجين", "منهاج عمل بيجين"],
            en: &["Beijing Declaration and Platform for Action", "Beijing Declaration", "Beijing Platform for Action"],
            es: &[
                "Declaración y Plataforma de Acción de Beijing",
                "Declaración y la Plataforma de Acción de Beijing",
                "Plataforma de Acción de Beijing",
            ],
            fr: &["Déclaration et le Programme d’action de Beijing", "Programme d’action de Beijing"],
            ru: &["Пекинская декларация и Платформа действий", "Пекинская декларация", "Пекинская платформа действий"],
            zh: &["北京宣言和行动纲要", "北京宣言", "北京行动纲要"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "world-fit-for-children",
        symbol: Some("A/RES/S-27/2"),
        place: Some("annex"),
        date: on(2002, 5, 10),
        names: NamesByLanguage {
            ar: &["عالم صالح للأطفال"],
            en: &["A world fit for children"],
            es: &["Un mundo apropiado para los niños"],
            fr: &["Un monde digne des enfants"],
            ru: &["Мир, пригодный для жизни детей"],
            zh: &["适合儿童生长的世界"],
        },
        ..BLANK
    },
];
