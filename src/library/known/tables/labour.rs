//! Labour: the conventions of the International Labour Organization.

use super::super::{BLANK, NamesByLanguage, WellKnownInstrument, on};

pub(super) static LABOUR: &[WellKnownInstrument] = &[
    WellKnownInstrument {
        id: "forced-labour",
        series: Some("vol. 39, No. 612"),
        date: on(1930, 6, 28),
        names: NamesByLanguage {
            ar: &[],
            en: &["Forced Labour Convention, 1930 (No. 29)", "Forced Labour Convention, 1930"],
            es: &["Convenio sobre el Trabajo Forzoso, 1930 (núm. 29)", "Convenio sobre el Trabajo Forzoso, 1930"],
            fr: &["Convention de 1930 sur le travail forcé (no 29)", "Convention de 1930 sur le travail forcé"],
            ru: &["Конвенция 1930 года о принудительном труде (№ 29)", "Конвенция 1930 года о принудительном труде"],
            zh: &["1930年强迫劳动公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "labour-inspection",
        series: Some("vol. 54, No. 792"),
        date: on(1947, 7, 11),
        names: NamesByLanguage {
            ar: &[],
            en: &["Labour Inspection Convention, 1947 (No. 81)", "Labour Inspection Convention, 1947"],
            es: &[
                "Convenio relativo a la Inspección del Trabajo, 1947 (núm. 81)",
                "Convenio relativo a la Inspección del Trabajo, 1947",
            ],
            fr: &[
                "Convention de 1947 sur l’inspection du travail (no 81)",
                "Convention de 1947 sur l’inspection du travail",
            ],
            ru: &[
                "Конвенция 1947 года об инспекции труда в промышленности и торговле (№ 81)",
                "Конвенция 1947 года об инспекции труда в промышленности и торговле",
            ],
            zh: &["1947年劳动监察公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "migration-employment",
        series: Some("vol. 120, No. 1616"),
        date: on(1949, 7, 1),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Migration for Employment Convention (Revised), 1949 (No. 97)",
                "Migration for Employment Convention (Revised), 1949",
            ],
            es: &[
                "Convenio sobre los Trabajadores Migrantes (Revisado), 1949 (núm. 97)",
                "Convenio sobre los Trabajadores Migrantes (Revisado), 1949",
            ],
            fr: &[
                "Convention de 1949 sur les travailleurs migrants (révisée) (no 97)",
                "Convention de 1949 sur les travailleurs migrants",
            ],
            ru: &[],
            zh: &["1949年移民就业公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "discrimination-employment",
        series: Some("vol. 362, No. 5181"),
        date: on(1958, 6, 25),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Discrimination (Employment and Occupation) Convention, 1958 (No. 111)",
                "Discrimination (Employment and Occupation) Convention, 1958",
            ],
            es: &[
                "Convenio sobre la Discriminación (Empleo y Ocupación), 1958 (núm. 111)",
                "Convenio sobre la Discriminación (Empleo y Ocupación), 1958",
            ],
            fr: &[
                "Convention de 1958 concernant la discrimination (emploi et profession) (no 111)",
                "Convention de 1958 concernant la discrimination (emploi et profession)",
            ],
            ru: &[
                "Конвенция 1958 года о дискриминации в области труда и занятий (№ 111)",
                "Конвенция 1958 года о дискриминации в области труда и занятий",
            ],
            zh: &["1958年就业和职业歧视公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "minimum-age",
        series: Some("vol. 1015, No. 14862"),
        date: on(1973, 6, 26),
        names: NamesByLanguage {
            ar: &[],
            en: &["Minimum Age Convention, 1973 (No. 138)", "Minimum Age Convention, 1973"],
            es: &["Convenio sobre la Edad Mínima, 1973 (núm. 138)", "Convenio sobre la Edad Mínima, 1973"],
            fr: &["Convention de 1973 sur l’âge minimum (no 138)", "Convention de 1973 sur l’âge minimum"],
            ru: &["Конвенция 1973 года о минимальном возрасте (№ 138)", "Конвенция 1973 года о минимальном возрасте"],
            zh: &["1973年最低年龄公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "migrant-workers-ilo",
        series: Some("vol. 1120, No. 17426"),
        date: on(1975, 6, 24),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Migrant Workers (Supplementary Provisions) Convention, 1975 (No. 143)",
                "Migrant Workers (Supplementary Provisions) Convention, 1975",
            ],
            es: &[
                "Convenio sobre los Trabajadores Migrantes (Disposiciones Complementarias), 1975 (núm. 143)",
                "Convenio sobre los Trabajadores Migrantes (Disposiciones Complementarias), 1975",
            ],
            fr: &[
                "Convention de 1975 sur les travailleurs migrants (dispositions complémentaires) (no 143)",
                "Convention de 1975 sur les travailleurs migrants (dispositions complémentaires)",
            ],
            ru: &[
                "Конвенция 1975 года о трудящихся-мигрантах (дополнительные положения) (№ 143)",
                "Конвенция 1975 года о трудящихся-мигрантах (дополнительные положения)",
            ],
            zh: &["1975年移民工人(补充规定)公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "indigenous-tribal",
        series: Some("vol. 1650, No. 28383"),
        date: on(1989, 6, 27),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Indigenous and Tribal Peoples Convention, 1989 (No. 169)",
                "Indigenous and Tribal Peoples Convention, 1989",
            ],
            es: &[
                "Convenio sobre Pueblos Indígenas y Tribales, 1989 (núm. 169)",
                "Convenio sobre Pueblos Indígenas y Tribales, 1989",
            ],
            fr: &[
                "Convention de 1989 relative aux peuples indigènes et tribaux (no 169)",
                "Convention de 1989 relative aux peuples indigènes et tribaux",
            ],
            ru: &[],
            zh: &["1989年土著和部落人民公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "private-agencies",
        series: Some("vol. 2115, No. 36794"),
        date: on(1997, 6, 19),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Private Employment Agencies Convention, 1997 (No. 181)",
                "Private Employment Agencies Convention, 1997",
            ],
            es: &[
                "Convenio sobre las Agencias de Empleo Privadas, 1997 (núm. 181)",
                "Convenio sobre las Agencias de Empleo Privadas, 1997",
            ],
            fr: &[
                "Convention de 1997 sur les agences d’emploi privées (no 181)",
                "Convention de 1997 sur les agences d’emploi privées",
            ],
            ru: &[
                "Конвенция 1997 года о частных агентствах занятости (№ 181)",
                "Конвенция 1997 года о частных агентствах занятости",
            ],
            zh: &["1997年私营职业介绍所公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "child-labour",
        series: Some("vol. 2133, No. 37245"),
        date: on(1999, 6, 17),
        names: NamesByLanguage {
            ar: &[],
            en: &[
                "Worst Forms of Child Labour Convention, 1999 (No. 182)",
                "Worst Forms of Child Labour Convention, 1999",
                "Worst Forms of Child Labour Convention",
            ],
            es: &[
                "Convenio sobre las Peores Formas de Trabajo Infantil, 1999 (núm. 182)",
                "Convenio sobre las Peores Formas de Trabajo Infantil, 1999",
            ],
            fr: &[
                "Convention de 1999 sur les pires formes de travail des enfants (no 182)",
                "Convention de 1999 sur les pires formes de travail des enfants",
            ],
            ru: &[
                "Конвенция 1999 года о наихудших формах детского труда (№ 182)",
                "Конвенция 1999 года о наихудших формах детского труда",
            ],
            zh: &["1999年最恶劣形式的童工劳动公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "maritime-labour",
        series: Some("vol. 2952, No. 51299"),
        date: on(2006, 2, 23),
        names: NamesByLanguage {
            ar: &[],
            en: &["Maritime Labour Convention, 2006", "Maritime Labour Convention"],
            es: &["Convenio sobre el Trabajo Marítimo, 2006"],
            fr: &["Convention de 2006 du travail maritime"],
            ru: &["Конвенция 2006 года о труде в морском судоходстве"],
            zh: &["2006年海事劳工公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "domestic-workers",
        series: Some("vol. 2955, No. 51379"),
        date: on(2011, 6, 16),
        names: NamesByLanguage {
            ar: &[],
            en: &["Domestic Workers Convention, 2011 (No. 189)", "Domestic Workers Convention, 2011"],
            es: &[
                "Convenio sobre las Trabajadoras y los Trabajadores Domésticos, 2011 (núm. 189)",
                "Convenio sobre las Trabajadoras y los Trabajadores Domésticos, 2011",
            ],
            fr: &[
                "Convention de 2011 sur les travailleuses et travailleurs domestiques (no 189)",
                "Convention de 2011 sur les travailleuses et travailleurs domestiques",
            ],
            ru: &[
                "Конвенция 2011 года о достойном труде домашних работников (№ 189)",
                "Конвенция 2011 года о достойном труде домашних работников",
            ],
            zh: &["2011年家庭工人公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "violence-harassment",
        date: on(2019, 6, 21),
        names: NamesByLanguage {
            ar: &[],
            en: &["Violence and Harassment Convention, 2019 (No. 190)", "Violence and Harassment Convention, 2019"],
            es: &[],
            fr: &[],
            ru: &[],
            zh: &[],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "fishing-work",
        date: on(2007, 6, 14),
        names: NamesByLanguage {
            ar: &[],
            en: &["Work in Fishing Convention, 2007 (No. 188)", "Work in Fishing Convention, 2007"],
            es: &[
                "Convenio sobre el Trabajo en la Pesca, 2007 (núm. 188)",
                "Convenio sobre el Trabajo en la Pesca, 2007",
            ],
            fr: &[
                "Convention de 2007 sur le travail dans la pêche (no 188)",
                "Convention de 2007 sur le travail dans la pêche",
            ],
            ru: &[
                "Конвенция 2007 года о труде в рыболовном секторе (№ 188)",
                "Конвенция 2007 года о труде в рыболовном секторе",
            ],
            zh: &["2007年渔业工作公约"],
        },
        ..BLANK
    },
    WellKnownInstrument {
        id: "seafarers-identity",
        series: Some("vol. 2304, No. 41069"),
        date: on(2003, 6, 19),
        names: NamesByLanguage {
            ar: &[],
            en: &["Seafarers’ Identity Documents Convention (Revised), 2003 (No. 185)"],
            es: &["Convenio sobre los Documentos de Identidad de la Gente de Mar (Revisado), 2003 (núm. 185)"],
            fr: &["Convention de 2003 sur les pièces d’identité des gens de mer (révisée) (no 185)"],
            ru: &[],
            zh: &["2003年海员身份证件公约"],
        },
        ..BLANK
    },
];
