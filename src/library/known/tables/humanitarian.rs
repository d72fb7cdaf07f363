//! Humanitarian law, refugees, migration and disasters.

use super::super::{BLANK, Dated, NamesByLanguage, WellKnownInstrument, on};

pub(super) static HUMANITARIAN: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "geneva-conventions",
        series: Some("vol. 75, Nos. 970–973"),
        date: on(1949, 8, 12),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقيات جنيف المؤرخة 12 آب/أغسطس 1949", "اتفاقيات جنيف لعام 1949", "اتفاقيات جنيف"],
            en: &["Geneva Conventions of 12 August 1949", "Geneva Conventions of 1949", "Geneva Conventions"],
            es: &[
                "Convenios de Ginebra de 12 de agosto de 1949",
                "Convenios de Ginebra del 12 de agosto de 1949",
                "Convenios de Ginebra de 1949",
                "Convenios de Ginebra",
            ],
            fr: &["Conventions de Genève du 12 août 1949", "Conventions de Genève de 1949", "Conventions de Genève"],
            ru: &[
                "Женевские конвенции от 12 августа 1949 года",
                "Женевские конвенции 1949 года",
                "Женевские конвенции",
            ],
            zh: &["1949年8月12日日内瓦四公约", "1949年日内瓦四公约", "日内瓦四公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "geneva-1",
        series: Some("vol. 75, No. 970"),
        date: on(1949, 8, 12),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Geneva Convention for the Amelioration of the Condition of the Wounded and Sick in Armed Forces in the Field",
                "First Geneva Convention",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "geneva-2",
        series: Some("vol. 75, No. 971"),
        date: on(1949, 8, 12),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Geneva Convention for the Amelioration of the Condition of Wounded, Sick and Shipwrecked Members of Armed Forces at Sea",
                "Second Geneva Convention",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "geneva-3",
        series: Some("vol. 75, No. 972"),
        date: on(1949, 8, 12),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية جنيف المتعلقة بمعاملة أسرى الحرب"],
            en: &["Geneva Convention relative to the Treatment of Prisoners of War", "Third Geneva Convention"],
            es: &["Convenio de Ginebra relativo al Trato debido a los Prisioneros de Guerra"],
            fr: &["Convention de Genève relative au traitement des prisonniers de guerre"],
            ru: &["Женевская конвенция об обращении с военнопленными"],
            zh: &["关于战俘待遇之日内瓦公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "geneva-4",
        series: Some("vol. 75, No. 973"),
        date: on(1949, 8, 12),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية جنيف المتعلقة بحماية المدنيين وقت الحرب", "اتفاقية جنيف الرابعة"],
            en: &[
                "Geneva Convention relative to the Protection of Civilian Persons in Time of War",
                "Fourth Geneva Convention",
            ],
            es: &[
                "Convenio de Ginebra relativo a la Protección debida a las Personas Civiles en Tiempo de Guerra",
                "Cuarto Convenio de Ginebra",
            ],
            fr: &[
                "Convention de Genève relative à la protection des personnes civiles en temps de guerre",
                "quatrième Convention de Genève",
            ],
            ru: &[
                "Женевская конвенция о защите гражданского населения во время войны",
                "Женевская конвенция от 12 августа 1949 года о защите гражданского населения во время войны",
                "четвертая Женевская конвенция",
            ],
            zh: &["关于战时保护平民之日内瓦公约", "日内瓦第四公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "protocol-1",
        series: Some("vol. 1125, No. 17512"),
        date: on(1977, 6, 8),
        names: NamesByLanguage {
            ar: &["البروتوكول الإضافي الأول لاتفاقيات جنيف لعام 1949", "البروتوكول الإضافي الأول"],
            en: &[
                "Additional Protocol I to the Geneva Conventions of 1949",
                "Additional Protocol I to the Geneva Conventions",
                "Additional Protocol I",
            ],
            es: &["Protocolo Adicional I a los Convenios de Ginebra de 1949", "Protocolo Adicional I"],
            fr: &["Protocole additionnel I aux Conventions de Genève de 1949", "Protocole additionnel I"],
            ru: &["Дополнительный протокол I к Женевским конвенциям 1949 года", "Дополнительный протокол I"],
            zh: &["1949年日内瓦四公约第一附加议定书", "第一附加议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "protocol-2",
        series: Some("vol. 1125, No. 17513"),
        date: on(1977, 6, 8),
        names: NamesByLanguage {
            ar: &["البروتوكول الإضافي الثاني"],
            en: &[
                "Protocol Additional to the Geneva Conventions of 12 August 1949, and relating to the Protection of Victims of Non-International Armed Conflicts",
                "Additional Protocol II",
            ],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &["第二附加议定书"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "cultural-property-hague",
        series: Some("vol. 249, No. 3511"),
        date: on(1954, 5, 14),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية حماية الممتلكات الثقافية في حالة نزاع مسلح"],
            en: &["Convention for the Protection of Cultural Property in the Event of Armed Conflict"],
            es: &["Convención para la Protección de los Bienes Culturales en caso de Conflicto Armado"],
            fr: &["Convention pour la protection des biens culturels en cas de conflit armé"],
            ru: &["Конвенция о защите культурных ценностей в случае вооруженного конфликта"],
            zh: &["关于发生武装冲突时保护文化财产的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "refugee-convention",
        series: Some("vol. 189, No. 2545"),
        date: on(1951, 7, 28),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[
                "اتفاقية عام 1951 الخاصة بوضع اللاجئين",
                "الاتفاقية الخاصة بوضع اللاجئين",
                "اتفاقية عام 1951 المتعلقة بمركز اللاجئين",
            ],
            en: &[
                "Convention relating to the Status of Refugees",
                "1951 Convention relating to the Status of Refugees",
            ],
            es: &[
                "Convención sobre el Estatuto de los Refugiados de 1951",
                "Convención sobre el Estatuto de los Refugiados",
            ],
            fr: &[
                "Convention relative au statut des réfugiés de 1951",
                "Convention de 1951 relative au statut des réfugiés",
                "Convention relative au statut des réfugiés",
            ],
            ru: &["Конвенция о статусе беженцев 1951 года", "Конвенция о статусе беженцев"],
            zh: &["关于难民地位的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "refugee-protocol",
        series: Some("vol. 606, No. 8791"),
        date: on(1967, 1, 31),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &["Protocol relating to the Status of Refugees"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "stateless-status",
        series: Some("vol. 360, No. 5158"),
        date: on(1954, 9, 28),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["الاتفاقية المتعلقة بوضع الأشخاص عديمي الجنسية"],
            en: &["Convention relating to the Status of Stateless Persons"],
            es: &["Convención sobre el Estatuto de los Apátridas"],
            fr: &["Convention relative au statut des apatrides"],
            ru: &["Конвенция о статусе апатридов"],
            zh: &["关于无国籍人地位的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "stateless-reduction",
        series: Some("vol. 989, No. 14458"),
        date: on(1961, 8, 30),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &["Convention on the Reduction of Statelessness"],
            es: &["Convención para Reducir los Casos de Apatridia"],
            fr: &["Convention sur la réduction des cas d’apatridie"],
            ru: &["Конвенция о сокращении безгражданства"],
            zh: &["减少无国籍状态公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "oau-refugees",
        series: Some("vol. 1001, No. 14691"),
        date: on(1969, 9, 10),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Organization of African Unity Convention governing the specific aspects of refugee problems in Africa",
            ],
            es: &[
                "Convención de la Organización de la Unidad Africana por la que se Regulan los Aspectos Específicos de los Problemas de los Refugiados en África",
            ],
            fr: &[
                "Convention de l’Organisation de l’unité africaine régissant les aspects propres aux problèmes des réfugiés en Afrique",
            ],
            ru: &[],
            zh: &["非洲统一组织关于非洲难民问题某些特定方面的公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "kampala-convention",
        series: Some("vol. 3014, No. 52375"),
        date: on(2009, 10, 23),
        names: NamesByLanguage {
            ar: &["اتفاقية الاتحاد الأفريقي لحماية ومساعدة النازحين داخليا في أفريقيا", "اتفاقية كمبالا"],
            en: &[
                "African Union Convention for the Protection and Assistance of Internally Displaced Persons in Africa",
                "Kampala Convention",
            ],
            es: &[
                "Convención de la Unión Africana para la Protección y la Asistencia de los Desplazados Internos en África",
                "Convención de Kampala",
            ],
            fr: &[
                "Convention de l’Union africaine sur la protection et l’assistance aux personnes déplacées en Afrique",
                "Convention de Kampala",
            ],
            ru: &[
                "Конвенция Африканского союза о защите внутренне перемещенных лиц в Африке и оказании им помощи",
                "Конвенция Африканского союза о защите внутренне перемещенных лиц в Африке",
                "Кампальская конвенция",
            ],
            zh: &["非洲联盟保护和援助非洲境内流离失所者公约", "坎帕拉公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "displacement-principles",
        symbol: Some("E/CN.4/1998/53/Add.2"),
        place: Some("annex"),
        date: on(1998, 2, 11),
        dated: Dated::Issued,
        names: NamesByLanguage {
            ar: &["المبادئ التوجيهية المتعلقة بالتشرد الداخلي"],
            en: &["Guiding Principles on Internal Displacement"],
            es: &["Principios Rectores de los Desplazamientos Internos"],
            fr: &["Principes directeurs relatifs au déplacement de personnes à l’intérieur de leur propre pays"],
            ru: &["Руководящие принципы по вопросу о перемещении лиц внутри страны"],
            zh: &["关于境内流离失所问题的指导原则"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "new-york-declaration",
        symbol: Some("A/RES/71/1"),
        date: on(2016, 9, 19),
        names: NamesByLanguage {
            ar: &["إعلان نيويورك من أجل اللاجئين والمهاجرين"],
            en: &["New York Declaration for Refugees and Migrants"],
            es: &["Declaración de Nueva York para los Refugiados y los Migrantes"],
            fr: &["Déclaration de New York pour les réfugiés et les migrants"],
            ru: &["Нью-Йоркская декларация о беженцах и мигрантах"],
            zh: &["关于难民和移民的纽约宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "refugees-compact",
        symbol: Some("A/73/12 (Part II)"),
        date: on(2018, 12, 17),
        names: NamesByLanguage {
            ar: &["الاتفاق العالمي بشأن اللاجئين"],
            en: &["Global Compact on Refugees", "global compact on refugees"],
            es: &["Pacto Mundial sobre los Refugiados"],
            fr: &["Pacte mondial sur les réfugiés"],
            ru: &["Глобальный договор о беженцах"],
            zh: &["难民问题全球契约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "migration-compact",
        symbol: Some("A/RES/73/195"),
        place: Some("annex"),
        date: on(2018, 12, 19),
        names: NamesByLanguage {
            ar: &["الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية", "اتفاق مراكش بشأن الهجرة"],
            en: &["Global Compact for Safe, Orderly and Regular Migration", "Marrakech Compact on Migration"],
            es: &[
                "Pacto Mundial para la Migración Segura, Ordenada y Regular",
                "Pacto de Marrakech sobre la Migración",
            ],
            fr: &[
                "Pacte mondial pour des migrations sûres, ordonnées et régulières",
                "Pacte de Marrakech sur les migrations",
            ],
            ru: &[
                "Глобальный договор о безопасной, упорядоченной и легальной миграции",
                "Марракешский договор о миграции",
            ],
            zh: &["安全、有序和正常移民全球契约", "马拉喀什移民问题契约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "migration-progress",
        symbol: Some("A/RES/76/266"),
        place: Some("annex"),
        date: on(2022, 6, 7),
        names: NamesByLanguage {
            ar: &["إعلان التقدم المحرز الصادر عن منتدى استعراض الهجرة الدولية"],
            en: &["Progress Declaration of the International Migration Review Forum"],
            es: &["Declaración sobre los Progresos del Foro de Examen de la Migración Internacional"],
            fr: &["Déclaration du Forum d’examen des migrations internationales sur les progrès réalisés"],
            ru: &["Декларация о прогрессе Форума по рассмотрению проблем международной миграции"],
            zh: &["国际移民问题审查论坛进展宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "tampere",
        series: Some("vol. 2296, No. 40906"),
        date: on(1998, 6, 18),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["اتفاقية تامبير المتعلقة بتقديم موارد الاتصالات السلكية واللاسلكية للحد من الكوارث ولعمليات الإغاثة"],
            en: &[
                "Tampere Convention on the Provision of Telecommunication Resources for Disaster Mitigation and Relief Operations",
            ],
            es: &[
                "Convenio de Tampere sobre el Suministro de Recursos de Telecomunicaciones para la Mitigación de Catástrofes y las Operaciones de Socorro en Casos de Catástrofe",
            ],
            fr: &[
                "Convention de Tampere sur la mise à disposition de ressources de télécommunication pour l’atténuation des effets des catastrophes et pour les opérations de secours en cas de catastrophe",
            ],
            ru: &[
                "Конвенция Тампере о предоставлении телекоммуникационных ресурсов для смягчения последствий бедствий и осуществления операций по оказанию помощи",
            ],
            zh: &["为减灾救灾行动提供电信资源的坦佩雷公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "humanitarian-coordination",
        symbol: Some("A/RES/46/182"),
        date: on(1991, 12, 19),
        by_number: true,
        names: NamesByLanguage {
            ar: &[],
            en: &["Strengthening of the coordination of humanitarian emergency assistance of the United Nations"],
            es: &[
                "Fortalecimiento de la coordinación de la asistencia humanitaria de emergencia del sistema de las Naciones Unidas",
                "Fortalecimiento de la coordinación de la asistencia humanitaria de emergencia que prestan las Naciones Unidas",
            ],
            fr: &[
                "Renforcement de la coordination de l’aide humanitaire d’urgence de l’Organisation des Nations Unies",
            ],
            ru: &["Укрепление координации в области чрезвычайной гуманитарной помощи Организации Объединенных Наций"],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sendai",
        symbol: Some("A/RES/69/283"),
        place: Some("annex II"),
        date: on(2015, 3, 18),
        resolved: Some(on(2015, 6, 3)),
        names: NamesByLanguage {
            ar: &["إطار سنداي للحد من مخاطر الكوارث للفترة 2015-2030", "إطار سنداي للحد من مخاطر الكوارث"],
            en: &[
                "Sendai Framework for Disaster Risk Reduction 2015–2030",
                "Sendai Framework for Disaster Risk Reduction",
            ],
            es: &[
                "Marco de Sendái para la Reducción del Riesgo de Desastres 2015-2030",
                "Marco de Sendái para la Reducción del Riesgo de Desastres",
            ],
            fr: &[
                "Cadre de Sendai pour la réduction des risques de catastrophe (2015-2030)",
                "Cadre de Sendai pour la réduction des risques de catastrophe",
            ],
            ru: &[
                "Сендайская рамочная программа по снижению риска бедствий на 2015–2030 годы",
                "Сендайская рамочная программа по снижению риска бедствий",
            ],
            zh: &["2015-2030年仙台减少灾害风险框架", "仙台减少灾害风险框架"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "sendai-declaration",
        symbol: Some("A/RES/69/283"),
        place: Some("annex I"),
        date: on(2015, 3, 18),
        resolved: Some(on(2015, 6, 3)),
        names: NamesByLanguage {
            ar: &["إعلان سنداي"],
            en: &["Sendai Declaration"],
            es: &["Declaración de Sendái"],
            fr: &["Déclaration de Sendai"],
            ru: &["Сендайская декларация"],
            zh: &["仙台宣言"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "hyogo",
        symbol: Some("A/CONF.206/6"),
        place: Some("chap. I, resolution 2"),
        date: on(2005, 1, 22),
        names: NamesByLanguage {
            ar: &["إطار عمل هيوغو 2005-2015: بناء قدرة الأمم والمجتمعات على مواجهة الكوارث", "إطار عمل هيوغو"],
            en: &[
                "Hyogo Framework for Action 2005–2015: Building the Resilience of Nations and Communities to Disasters",
                "Hyogo Framework for Action",
            ],
            es: &[
                "Marco de Acción de Hyogo para 2005-2015: Aumento de la Resiliencia de las Naciones y las Comunidades ante los Desastres",
                "Marco de Acción de Hyogo",
            ],
            fr: &["Cadre d’action de Hyogo"],
            ru: &[
                "Хиогская рамочная программа действий на 2005–2015 годы: создание потенциала противодействия бедствиям на уровне государств и общин",
                "Хиогская рамочная программа действий",
            ],
            zh: &["2005-2015年兵库行动框架：加强国家和社区的抗灾能力", "兵库行动框架"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "missing-persons",
        series: Some("vol. 3072, No. 53043"),
        date: on(2014, 12, 15),
        dated: Dated::Signed,
        names: NamesByLanguage {
            ar: &["الاتفاق المتعلق بمركز اللجنة الدولية المعنية بالمفقودين ووظائفها"],
            en: &["Agreement on the Status and Functions of the International Commission on Missing Persons"],
            es: &["Acuerdo sobre el Estatus y las Funciones de la Comisión Internacional sobre Personas Desaparecidas"],
            fr: &["Accord sur le statut et les fonctions de la Commission internationale pour les personnes disparues"],
            ru: &["Соглашение о статусе и функциях Международной комиссии по без вести пропавшим лицам"],
            zh: &["关于失踪人员国际委员会地位和职能的协定"],
        },
        ..BLANK
    },
];
