//! Organs and organizations by their official names in the six languages.
//!
//! Source: the names that the bodies bear in the resolutions of the General Assembly in its six official languages.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Language, PerLanguage};

/// A body, by its official names. Several forms of a name are parted by `|`; the endings that a word may have stand in
/// braces. In Arabic a name stands without its first article. The General Assembly is none of them: in its own resolutions it is
/// meant where it isn't named.
struct Body {
    english: &'static str,
    french: &'static str,
    spanish: &'static str,
    russian: &'static str,
    chinese: &'static str,
    arabic: &'static str,
}

impl Body {
    fn forms(&self, language: &Language) -> Option<&'static str> {
        Some(match language.code {
            "en" => self.english,
            "fr" => self.french,
            "es" => self.spanish,
            "ru" => self.russian,
            "zh" => self.chinese,
            "ar" => self.arabic,
            _ => return None,
        })
    }
}

/// A body's place in the table: it is the same in all languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyId(u16);

/// A body that is named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedBody {
    /// Which one.
    pub body: BodyId,
    /// Bytes of its name.
    pub range: Range<usize>,
}

/// The names of a language, ready to be looked for.
#[derive(Debug)]
struct BodyNames {
    finder: Option<AhoCorasick>,
    /// Of each form that is looked for, whose it is.
    forms: Vec<BodyId>,
    /// Articles, prepositions and conjunctions are written in one with the name.
    glued: bool,
    /// Words are parted by spaces.
    spaced: bool,
}

impl BodyNames {
    fn of(language: &'static Language) -> BodyNames {
        let mut written = Vec::new();
        let mut forms = Vec::new();
        for (at, body) in BODIES.iter().enumerate() {
            let body_id = BodyId(u16::try_from(at).unwrap_or(u16::MAX));
            for form in body.forms(language).unwrap_or_default().split('|') {
                let mut whole = Vec::new();
                inflected(form, String::new(), &mut whole);
                // Both apostrophes are good.
                let straight: Vec<String> =
                    whole.iter().filter(|form| form.contains('’')).map(|form| form.replace('’', "'")).collect();
                for form in whole.into_iter().chain(straight) {
                    written.push(form);
                    forms.push(body_id);
                }
            }
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&written).ok();
        let naming = language.naming;
        BodyNames { finder, forms, glued: !naming.prefixes.is_empty(), spaced: naming.spaced }
    }
}

/// All forms of a name with endings in braces, of which `begun` is the beginning.
fn inflected(name: &str, begun: String, forms: &mut Vec<String>) {
    let parts = name.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    let Some((before, (endings, behind))) = parts else {
        forms.push(begun + name);
        return;
    };
    // Adjectives and nouns have their endings in the same order only by chance: each goes with each.
    for ending in endings.split(',') {
        inflected(behind, format!("{begun}{before}{ending}"), forms);
    }
}

/// The bodies that a text of a language names, in order.
pub fn named_bodies(text: &str, language: &'static Language) -> Vec<NamedBody> {
    static NAMES: PerLanguage<BodyNames> = PerLanguage::new(BodyNames::of);
    let Some(names) = NAMES.of(language) else { return Vec::new() };
    let Some(finder) = &names.finder else { return Vec::new() };
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_whole = |range: &Range<usize>| {
        let before = text.get(..range.start).unwrap_or_default().chars().next_back();
        let behind = text.get(range.end..).unwrap_or_default().chars().next();
        !names.spaced || (names.glued || !is_word(before)) && !is_word(behind)
    };
    let found = finder.find_iter(text).filter(|found| is_whole(&found.range())).filter_map(|found| {
        let body = *names.forms.get(found.pattern().as_usize())?;
        Some(NamedBody { body, range: found.range() })
    });
    found.collect()
}

const BODIES: &[Body] = &[
    Body {
        english: "Security Council",
        french: "Conseil de sécurité",
        spanish: "Consejo de Seguridad",
        russian: "Совет{,а,у,ом,е} Безопасности",
        chinese: "安全理事会|安理会",
        arabic: "مجلس الأمن",
    },
    Body {
        english: "Economic and Social Council",
        french: "Conseil économique et social",
        spanish: "Consejo Económico y Social",
        russian: "Экономическ{ий,ого,ому,им,ом} и Социальн{ый,ого,ому,ым,ом} Совет{,а,у,ом,е}",
        chinese: "经济及社会理事会|经社理事会",
        arabic: "مجلس الاقتصادي والاجتماعي",
    },
    Body {
        english: "Trusteeship Council",
        french: "Conseil de tutelle",
        spanish: "Consejo de Administración Fiduciaria",
        russian: "Совет{,а,у,ом,е} по Опеке",
        chinese: "托管理事会",
        arabic: "مجلس الوصاية",
    },
    Body {
        english: "International Court of Justice",
        french: "Cour internationale de Justice",
        spanish: "Corte Internacional de Justicia",
        russian: "Международн{ый,ого,ому,ым,ом} Суд{,а,у,ом,е}",
        chinese: "国际法院",
        arabic: "محكمة العدل الدولية",
    },
    Body {
        english: "International Criminal Court",
        french: "Cour pénale internationale",
        spanish: "Corte Penal Internacional",
        russian: "Международн{ый,ого,ому,ым,ом} уголовн{ый,ого,ому,ым,ом} суд{,а,у,ом,е}",
        chinese: "国际刑事法院",
        arabic: "محكمة الجنائية الدولية",
    },
    Body {
        english: "First Committee",
        french: "Première Commission",
        spanish: "Primera Comisión",
        russian: "Перв{ый,ого,ому,ым,ом} комитет{,а,у,ом,е}",
        chinese: "第一委员会",
        arabic: "لجنة الأولى",
    },
    Body {
        english: "Second Committee",
        french: "Deuxième Commission",
        spanish: "Segunda Comisión",
        russian: "Втор{ой,ого,ому,ым,ом} комитет{,а,у,ом,е}",
        chinese: "第二委员会",
        arabic: "لجنة الثانية",
    },
    Body {
        english: "Third Committee",
        french: "Troisième Commission",
        spanish: "Tercera Comisión",
        russian: "Трет{ий,ьего,ьему,ьим,ьем} комитет{,а,у,ом,е}",
        chinese: "第三委员会",
        arabic: "لجنة الثالثة",
    },
    Body {
        english: "Fifth Committee",
        french: "Cinquième Commission",
        spanish: "Quinta Comisión",
        russian: "Пят{ый,ого,ому,ым,ом} комитет{,а,у,ом,е}",
        chinese: "第五委员会",
        arabic: "لجنة الخامسة",
    },
    Body {
        english: "Sixth Committee",
        french: "Sixième Commission",
        spanish: "Sexta Comisión",
        russian: "Шест{ой,ого,ому,ым,ом} комитет{,а,у,ом,е}",
        chinese: "第六委员会",
        arabic: "لجنة السادسة",
    },
    Body {
        english: "Human Rights Council",
        french: "Conseil des droits de l’homme",
        spanish: "Consejo de Derechos Humanos",
        russian: "Совет{,а,у,ом,е} по правам человека",
        chinese: "人权理事会",
        arabic: "مجلس حقوق الإنسان",
    },
    Body {
        english: "Human Rights Committee",
        french: "Comité des droits de l’homme",
        spanish: "Comité de Derechos Humanos",
        russian: "Комитет{,а,у,ом,е} по правам человека",
        chinese: "人权事务委员会",
        arabic: "لجنة المعنية بحقوق الإنسان",
    },
    Body {
        english: "Office of the United Nations High Commissioner for Human Rights",
        french: "Haut-Commissariat des Nations Unies aux droits de l’homme",
        spanish: "Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos",
        russian: "Управлени{е,я,ю,ем,и} Верховного комиссара Организации Объединенных Наций по правам человека",
        chinese: "联合国人权事务高级专员办事处|人权高专办",
        arabic: "مفوضية الأمم المتحدة لحقوق الإنسان",
    },
    Body {
        english: "Office of the United Nations High Commissioner for Refugees",
        french: "Haut-Commissariat des Nations Unies pour les réfugiés",
        spanish: "Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados",
        russian: "Управлени{е,я,ю,ем,и} Верховного комиссара Организации Объединенных Наций по делам беженцев",
        chinese: "联合国难民事务高级专员办事处|联合国难民事务高级专员公署|难民署",
        arabic: "مفوضية الأمم المتحدة لشؤون اللاجئين",
    },
    Body {
        english: "United Nations Development Programme",
        french: "Programme des Nations Unies pour le développement",
        spanish: "Programa de las Naciones Unidas para el Desarrollo",
        russian: "Программ{а,ы,е,у,ой} развития Организации Объединенных Наций",
        chinese: "联合国开发计划署|开发署",
        arabic: "برنامج الأمم المتحدة الإنمائي",
    },
    Body {
        english: "United Nations Environment Programme",
        french: "Programme des Nations Unies pour l’environnement",
        spanish: "Programa de las Naciones Unidas para el Medio Ambiente",
        russian: "Программ{а,ы,е,у,ой} Организации Объединенных Наций по окружающей среде",
        chinese: "联合国环境规划署|环境署",
        arabic: "برنامج الأمم المتحدة للبيئة",
    },
    Body {
        english: "United Nations Human Settlements Programme",
        french: "Programme des Nations Unies pour les établissements humains",
        spanish: "Programa de las Naciones Unidas para los Asentamientos Humanos",
        russian: "Программ{а,ы,е,у,ой} Организации Объединенных Наций по населенным пунктам",
        chinese: "联合国人类住区规划署|人居署",
        arabic: "برنامج الأمم المتحدة للمستوطنات البشرية",
    },
    Body {
        english: "World Food Programme",
        french: "Programme alimentaire mondial",
        spanish: "Programa Mundial de Alimentos",
        russian: "Всемирн{ая,ой,ую} продовольственн{ая,ой,ую} программ{а,ы,е,у,ой}",
        chinese: "世界粮食计划署|粮食署",
        arabic: "برنامج الأغذية العالمي",
    },
    Body {
        english: "United Nations Children’s Fund",
        french: "Fonds des Nations Unies pour l’enfance",
        spanish: "Fondo de las Naciones Unidas para la Infancia",
        russian: "Детск{ий,ого,ому,им,ом} фонд{,а,у,ом,е} Организации Объединенных Наций",
        chinese: "联合国儿童基金会|儿基会",
        arabic: "منظمة الأمم المتحدة للطفولة",
    },
    Body {
        english: "United Nations Population Fund",
        french: "Fonds des Nations Unies pour la population",
        spanish: "Fondo de Población de las Naciones Unidas",
        russian: "Фонд{,а,у,ом,е} Организации Объединенных Наций в области народонаселения",
        chinese: "联合国人口基金|人口基金",
        arabic: "صندوق الأمم المتحدة للسكان",
    },
    Body {
        english: "United Nations Entity for Gender Equality and the Empowerment of Women",
        french: "Entité des Nations Unies pour l’égalité des sexes et l’autonomisation des femmes",
        spanish: "Entidad de las Naciones Unidas para la Igualdad de Género y el Empoderamiento de las Mujeres",
        russian: "Структур{а,ы,е,у,ой} Организации Объединенных Наций по вопросам гендерного равенства и расширения прав и возможностей женщин",
        chinese: "联合国促进性别平等和增强妇女权能署|妇女署",
        arabic: "هيئة الأمم المتحدة للمساواة بين الجنسين وتمكين المرأة",
    },
    Body {
        english: "United Nations Office on Drugs and Crime",
        french: "Office des Nations Unies contre la drogue et le crime",
        spanish: "Oficina de las Naciones Unidas contra la Droga y el Delito",
        russian: "Управлени{е,я,ю,ем,и} Организации Объединенных Наций по наркотикам и преступности",
        chinese: "联合国毒品和犯罪问题办公室|毒品和犯罪问题办公室",
        arabic: "مكتب الأمم المتحدة المعني بالمخدرات والجريمة",
    },
    Body {
        english: "United Nations Conference on Trade and Development",
        french: "Conférence des Nations Unies sur le commerce et le développement",
        spanish: "Conferencia de las Naciones Unidas sobre Comercio y Desarrollo",
        russian: "Конференци{я,и,ю,ей} Организации Объединенных Наций по торговле и развитию",
        chinese: "联合国贸易和发展会议|贸发会议",
        arabic: "مؤتمر الأمم المتحدة للتجارة والتنمية",
    },
    Body {
        english: "United Nations Industrial Development Organization",
        french: "Organisation des Nations Unies pour le développement industriel",
        spanish: "Organización de las Naciones Unidas para el Desarrollo Industrial",
        russian: "Организаци{я,и,ю,ей} Объединенных Наций по промышленному развитию",
        chinese: "联合国工业发展组织|工发组织",
        arabic: "منظمة الأمم المتحدة للتنمية الصناعية",
    },
    Body {
        english: "United Nations Educational, Scientific and Cultural Organization",
        french: "Organisation des Nations Unies pour l’éducation, la science et la culture",
        spanish: "Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura",
        russian: "Организаци{я,и,ю,ей} Объединенных Наций по вопросам образования, науки и культуры",
        chinese: "联合国教育、科学及文化组织|教科文组织",
        arabic: "منظمة الأمم المتحدة للتربية والعلم والثقافة",
    },
    Body {
        english: "Food and Agriculture Organization of the United Nations",
        french: "Organisation des Nations Unies pour l’alimentation et l’agriculture",
        spanish: "Organización de las Naciones Unidas para la Alimentación y la Agricultura",
        russian: "Продовольственн{ая,ой,ую} и сельскохозяйственн{ая,ой,ую} организаци{я,и,ю,ей} Объединенных Наций",
        chinese: "联合国粮食及农业组织|粮农组织",
        arabic: "منظمة الأمم المتحدة للأغذية والزراعة|منظمة الأغذية والزراعة للأمم المتحدة",
    },
    Body {
        english: "United Nations Relief and Works Agency for Palestine Refugees in the Near East",
        french: "Office de secours et de travaux des Nations Unies pour les réfugiés de Palestine dans le Proche-Orient",
        spanish: "Organismo de Obras Públicas y Socorro de las Naciones Unidas para los Refugiados de Palestina en el Cercano Oriente",
        russian: "Ближневосточн{ое,ого,ому,ым,ом} агентств{о,а,у,ом,е} Организации Объединенных Наций для помощи палестинским беженцам и организации работ",
        chinese: "联合国近东巴勒斯坦难民救济和工程处|近东救济工程处",
        arabic: "وكالة الأمم المتحدة لإغاثة وتشغيل اللاجئين الفلسطينيين في الشرق الأدنى",
    },
    Body {
        english: "World Health Organization",
        french: "Organisation mondiale de la Santé|Organisation mondiale de la santé",
        spanish: "Organización Mundial de la Salud",
        russian: "Всемирн{ая,ой,ую} организаци{я,и,ю,ей} здравоохранения",
        chinese: "世界卫生组织|世卫组织",
        arabic: "منظمة الصحة العالمية",
    },
    Body {
        english: "International Labour Organization",
        french: "Organisation internationale du Travail",
        spanish: "Organización Internacional del Trabajo",
        russian: "Международн{ая,ой,ую} организаци{я,и,ю,ей} труда",
        chinese: "国际劳工组织|劳工组织",
        arabic: "منظمة العمل الدولية",
    },
    Body {
        english: "International Maritime Organization",
        french: "Organisation maritime internationale",
        spanish: "Organización Marítima Internacional",
        russian: "Международн{ая,ой,ую} морск{ая,ой,ую} организаци{я,и,ю,ей}",
        chinese: "国际海事组织|海事组织",
        arabic: "منظمة البحرية الدولية",
    },
    Body {
        english: "World Meteorological Organization",
        french: "Organisation météorologique mondiale",
        spanish: "Organización Meteorológica Mundial",
        russian: "Всемирн{ая,ой,ую} метеорологическ{ая,ой,ую} организаци{я,и,ю,ей}",
        chinese: "世界气象组织|气象组织",
        arabic: "منظمة العالمية للأرصاد الجوية",
    },
    Body {
        english: "World Trade Organization",
        french: "Organisation mondiale du commerce",
        spanish: "Organización Mundial del Comercio",
        russian: "Всемирн{ая,ой,ую} торгов{ая,ой,ую} организаци{я,и,ю,ей}",
        chinese: "世界贸易组织|世贸组织",
        arabic: "منظمة التجارة العالمية",
    },
    Body {
        english: "World Intellectual Property Organization",
        french: "Organisation Mondiale de la Propriété Intellectuelle|Organisation mondiale de la propriété intellectuelle",
        spanish: "Organización Mundial de la Propiedad Intelectual",
        russian: "Всемирн{ая,ой,ую} организаци{я,и,ю,ей} интеллектуальной собственности",
        chinese: "世界知识产权组织|知识产权组织",
        arabic: "منظمة العالمية للملكية الفكرية",
    },
    Body {
        english: "International Telecommunication Union",
        french: "Union internationale des télécommunications",
        spanish: "Unión Internacional de Telecomunicaciones",
        russian: "Международн{ый,ого,ому,ым,ом} союз{,а,у,ом,е} электросвязи",
        chinese: "国际电信联盟|国际电联",
        arabic: "اتحاد الدولي للاتصالات",
    },
    Body {
        english: "International Atomic Energy Agency",
        french: "Agence internationale de l’énergie atomique",
        spanish: "Organismo Internacional de Energía Atómica",
        russian: "Международн{ое,ого,ому,ым,ом} агентств{о,а,у,ом,е} по атомной энергии",
        chinese: "国际原子能机构|原子能机构",
        arabic: "وكالة الدولية للطاقة الذرية",
    },
    Body {
        english: "Organisation for the Prohibition of Chemical Weapons|Organization for the Prohibition of Chemical Weapons",
        french: "Organisation pour l’interdiction des armes chimiques",
        spanish: "Organización para la Prohibición de las Armas Químicas",
        russian: "Организаци{я,и,ю,ей} по запрещению химического оружия",
        chinese: "禁止化学武器组织|禁化武组织",
        arabic: "منظمة حظر الأسلحة الكيميائية",
    },
    Body {
        english: "International Seabed Authority",
        french: "Autorité internationale des fonds marins",
        spanish: "Autoridad Internacional de los Fondos Marinos",
        russian: "Международн{ый,ого,ому,ым,ом} орган{,а,у,ом,е} по морскому дну",
        chinese: "国际海底管理局",
        arabic: "سلطة الدولية لقاع البحار",
    },
    Body {
        english: "International Monetary Fund",
        french: "Fonds monétaire international",
        spanish: "Fondo Monetario Internacional",
        russian: "Международн{ый,ого,ому,ым,ом} валютн{ый,ого,ому,ым,ом} фонд{,а,у,ом,е}",
        chinese: "国际货币基金组织",
        arabic: "صندوق النقد الدولي",
    },
    Body {
        english: "World Bank",
        french: "Banque mondiale",
        spanish: "Banco Mundial",
        russian: "Всемирн{ый,ого,ому,ым,ом} банк{,а,у,ом,е}",
        chinese: "世界银行",
        arabic: "بنك الدولي",
    },
    Body {
        english: "International Law Commission",
        french: "Commission du droit international",
        spanish: "Comisión de Derecho Internacional",
        russian: "Комисси{я,и,ю,ей} международного права",
        chinese: "国际法委员会",
        arabic: "لجنة القانون الدولي",
    },
    Body {
        english: "United Nations Commission on International Trade Law",
        french: "Commission des Nations Unies pour le droit commercial international",
        spanish: "Comisión de las Naciones Unidas para el Derecho Mercantil Internacional",
        russian: "Комисси{я,и,ю,ей} Организации Объединенных Наций по праву международной торговли",
        chinese: "联合国国际贸易法委员会",
        arabic: "لجنة الأمم المتحدة للقانون التجاري الدولي",
    },
    Body {
        english: "Commission on the Status of Women",
        french: "Commission de la condition de la femme",
        spanish: "Comisión de la Condición Jurídica y Social de la Mujer",
        russian: "Комисси{я,и,ю,ей} по положению женщин",
        chinese: "妇女地位委员会",
        arabic: "لجنة وضع المرأة",
    },
    Body {
        english: "Commission for Social Development",
        french: "Commission du développement social",
        spanish: "Comisión de Desarrollo Social",
        russian: "Комисси{я,и,ю,ей} социального развития",
        chinese: "社会发展委员会",
        arabic: "لجنة التنمية الاجتماعية",
    },
    Body {
        english: "Commission on Narcotic Drugs",
        french: "Commission des stupéfiants",
        spanish: "Comisión de Estupefacientes",
        russian: "Комисси{я,и,ю,ей} по наркотическим средствам",
        chinese: "麻醉药品委员会",
        arabic: "لجنة المخدرات",
    },
    Body {
        english: "Commission on Crime Prevention and Criminal Justice",
        french: "Commission pour la prévention du crime et la justice pénale",
        spanish: "Comisión de Prevención del Delito y Justicia Penal",
        russian: "Комисси{я,и,ю,ей} по предупреждению преступности и уголовному правосудию",
        chinese: "预防犯罪和刑事司法委员会",
        arabic: "لجنة منع الجريمة والعدالة الجنائية",
    },
    Body {
        english: "Statistical Commission",
        french: "Commission de statistique",
        spanish: "Comisión de Estadística",
        russian: "Статистическ{ая,ой,ую} комисси{я,и,ю,ей}",
        chinese: "统计委员会",
        arabic: "لجنة الإحصائية",
    },
    Body {
        english: "Commission on Population and Development",
        french: "Commission de la population et du développement",
        spanish: "Comisión de Población y Desarrollo",
        russian: "Комисси{я,и,ю,ей} по народонаселению и развитию",
        chinese: "人口与发展委员会",
        arabic: "لجنة السكان والتنمية",
    },
    Body {
        english: "Advisory Committee on Administrative and Budgetary Questions",
        french: "Comité consultatif pour les questions administratives et budgétaires",
        spanish: "Comisión Consultiva en Asuntos Administrativos y de Presupuesto",
        russian: "Консультативн{ый,ого,ому,ым,ом} комитет{,а,у,ом,е} по административным и бюджетным вопросам",
        chinese: "行政和预算问题咨询委员会|行预咨委会",
        arabic: "لجنة الاستشارية لشؤون الإدارة والميزانية",
    },
    Body {
        english: "International Civil Service Commission",
        french: "Commission de la fonction publique internationale",
        spanish: "Comisión de Administración Pública Internacional",
        russian: "Комисси{я,и,ю,ей} по международной гражданской службе",
        chinese: "国际公务员制度委员会",
        arabic: "لجنة الخدمة المدنية الدولية",
    },
    Body {
        english: "Joint Inspection Unit",
        french: "Corps commun d’inspection",
        spanish: "Dependencia Común de Inspección",
        russian: "Объединенн{ая,ой,ую} инспекционн{ая,ой,ую} групп{а,ы,е,у,ой}",
        chinese: "联合检查组|联检组",
        arabic: "وحدة التفتيش المشتركة",
    },
    Body {
        english: "Board of Auditors",
        french: "Comité des commissaires aux comptes",
        spanish: "Junta de Auditores",
        russian: "Комисси{я,и,ю,ей} ревизоров",
        chinese: "审计委员会",
        arabic: "مجلس مراجعي الحسابات",
    },
    Body {
        english: "Committee for Programme and Coordination",
        french: "Comité du programme et de la coordination",
        spanish: "Comité del Programa y de la Coordinación",
        russian: "Комитет{,а,у,ом,е} по программе и координации",
        chinese: "方案和协调委员会",
        arabic: "لجنة البرنامج والتنسيق",
    },
    Body {
        english: "Committee on Contributions",
        french: "Comité des contributions",
        spanish: "Comisión de Cuotas",
        russian: "Комитет{,а,у,ом,е} по взносам",
        chinese: "会费委员会",
        arabic: "لجنة الاشتراكات",
    },
    Body {
        english: "Peacebuilding Commission",
        french: "Commission de consolidation de la paix",
        spanish: "Comisión de Consolidación de la Paz",
        russian: "Комисси{я,и,ю,ей} по миростроительству",
        chinese: "建设和平委员会",
        arabic: "لجنة بناء السلام",
    },
    Body {
        english: "Disarmament Commission",
        french: "Commission du désarmement",
        spanish: "Comisión de Desarme",
        russian: "Комисси{я,и,ю,ей} Организации Объединенных Наций по разоружению|Комисси{я,и,ю,ей} по разоружению",
        chinese: "裁军审议委员会",
        arabic: "هيئة نزع السلاح|هيئة الأمم المتحدة لنزع السلاح",
    },
    Body {
        english: "Conference on Disarmament",
        french: "Conférence du désarmement",
        spanish: "Conferencia de Desarme",
        russian: "Конференци{я,и,ю,ей} по разоружению",
        chinese: "裁军谈判会议",
        arabic: "مؤتمر نزع السلاح",
    },
    Body {
        english: "Economic Commission for Africa",
        french: "Commission économique pour l’Afrique",
        spanish: "Comisión Económica para África",
        russian: "Экономическ{ая,ой,ую} комисси{я,и,ю,ей} для Африки",
        chinese: "非洲经济委员会|非洲经委会",
        arabic: "لجنة الاقتصادية لأفريقيا",
    },
    Body {
        english: "Economic Commission for Europe",
        french: "Commission économique pour l’Europe",
        spanish: "Comisión Económica para Europa",
        russian: "Европейск{ая,ой,ую} экономическ{ая,ой,ую} комисси{я,и,ю,ей}",
        chinese: "欧洲经济委员会|欧洲经委会",
        arabic: "لجنة الاقتصادية لأوروبا",
    },
    Body {
        english: "Economic Commission for Latin America and the Caribbean",
        french: "Commission économique pour l’Amérique latine et les Caraïbes",
        spanish: "Comisión Económica para América Latina y el Caribe",
        russian: "Экономическ{ая,ой,ую} комисси{я,и,ю,ей} для Латинской Америки и Карибского бассейна",
        chinese: "拉丁美洲和加勒比经济委员会|拉加经委会",
        arabic: "لجنة الاقتصادية لأمريكا اللاتينية ومنطقة البحر الكاريبي",
    },
    Body {
        english: "Economic and Social Commission for Asia and the Pacific",
        french: "Commission économique et sociale pour l’Asie et le Pacifique",
        spanish: "Comisión Económica y Social para Asia y el Pacífico",
        russian: "Экономическ{ая,ой,ую} и социальн{ая,ой,ую} комисси{я,и,ю,ей} для Азии и Тихого океана",
        chinese: "亚洲及太平洋经济社会委员会|亚太经社会",
        arabic: "لجنة الاقتصادية والاجتماعية لآسيا والمحيط الهادئ",
    },
    Body {
        english: "Economic and Social Commission for Western Asia",
        french: "Commission économique et sociale pour l’Asie occidentale",
        spanish: "Comisión Económica y Social para Asia Occidental",
        russian: "Экономическ{ая,ой,ую} и социальн{ая,ой,ую} комисси{я,и,ю,ей} для Западной Азии",
        chinese: "西亚经济社会委员会|西亚经社会",
        arabic: "لجنة الاقتصادية والاجتماعية لغربي آسيا",
    },
    Body {
        english: "African Union",
        french: "Union africaine",
        spanish: "Unión Africana",
        russian: "Африканск{ий,ого,ому,им,ом} союз{,а,у,ом,е}",
        chinese: "非洲联盟|非盟",
        arabic: "اتحاد الأفريقي",
    },
    Body {
        english: "European Union",
        french: "Union européenne",
        spanish: "Unión Europea",
        russian: "Европейск{ий,ого,ому,им,ом} союз{,а,у,ом,е}",
        chinese: "欧洲联盟|欧盟",
        arabic: "اتحاد الأوروبي",
    },
    Body {
        english: "League of Arab States",
        french: "Ligue des États arabes",
        spanish: "Liga de los Estados Árabes",
        russian: "Лиг{а,и,е,у,ой} арабских государств",
        chinese: "阿拉伯国家联盟",
        arabic: "جامعة الدول العربية",
    },
    Body {
        english: "Caribbean Community",
        french: "Communauté des Caraïbes",
        spanish: "Comunidad del Caribe",
        russian: "Карибск{ое,ого,ому,им,ом} сообществ{о,а,у,ом,е}",
        chinese: "加勒比共同体|加共体",
        arabic: "جماعة الكاريبية",
    },
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::language::ALL;

    #[test]
    fn every_body_has_a_name_of_its_own_in_every_language() {
        for language in ALL {
            let mut seen = HashSet::new();
            for body in BODIES {
                let forms = body.forms(language).unwrap_or_default();
                assert!(!forms.is_empty() && forms.split('|').all(|form| !form.trim().is_empty()), "{}", body.english);
                assert!(forms.split('|').all(|form| seen.insert(form)), "{forms} in {}", language.code);
            }
        }
    }

    #[test]
    fn names_are_found_in_whatever_case() {
        let council = |text: &str, code: &str| {
            let language = ALL.into_iter().find(|language| language.code == code).unwrap();
            named_bodies(text, language).into_iter().map(|named| text[named.range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(council("the Security Council lit the lamps", "en"), ["Security Council"]);
        assert_eq!(council("зажечь в Совете Безопасности", "ru"), ["Совете Безопасности"]);
        assert_eq!(council("وللمجلس الاقتصادي والاجتماعي", "ar"), ["مجلس الاقتصادي والاجتماعي"]);
        assert_eq!(council("请安全理事会和联合国开发计划署", "zh"), ["安全理事会", "联合国开发计划署"]);
        assert_eq!(council("l’Organisation mondiale du commerce", "fr"), ["Organisation mondiale du commerce"]);
        assert_eq!(council("las Comunidades del Caribe y la Comunidad del Caribe", "es"), ["Comunidad del Caribe"]);
    }
}
