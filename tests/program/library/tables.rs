//! Invented tables, one in each format, and broken ones.

/// The General Assembly's metadata.
pub const JSON_LINES: &str = r##"{"symbol": "A/RES/91/7", "resolution_number": "91/7.", "title": "Protection of the night sky", "session": "Ninety-first session", "adoption_meeting": "44th plenary meeting", "adoption_date": "3 December 2036", "originating_document": "A/91/431, para. 12", "report_paragraph": "12", "committee": "Third Committee", "agenda_item": "Agenda item 72 (b)", "agenda_item_name": "Skies", "adoption_type": "By a recorded vote", "MS_in_favour_count": "2", "MS_against_count": "1", "MS_abstaining_count": "1", "pv": "A/91/PV.44", "MS_in_favour": ["FIJI", "CÔTE D’IVOIRE"], "MS_against": ["PERU"], "MS_abstaining": ["MALTA"], "sponsors": [], "subjects": []}
{"symbol": "A/RES/91/8", "title": "N.A.", "adoption_date": "2036-12-05 00:00:00", "originating_document": "N.A.", "committee": "#thirdCommittee", "adoption_type": "Without a vote", "MS_in_favour_count": "N.A.", "pv": "N.A."}
{"symbol": "A/RES/91/9", "title": "91/9. Report of the harbour masters", "adoption_date": "2036-12-05", "adoption_type": "Without a vote"}
"##;

/// Two drafts and a voting record of the UN Digital Library.
pub const MARCXML: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<collection xmlns="http://www.loc.gov/MARC21/slim">
<ns0:record xmlns:ns0="http://www.loc.gov/MARC21/slim">
  <ns0:controlfield tag="001">9100001</ns0:controlfield>
  <ns0:datafield tag="191" ind1=" " ind2=" "><ns0:subfield code="a">A/C.3/91/L.9</ns0:subfield></ns0:datafield>
  <ns0:datafield tag="245" ind1="1" ind2="0">
    <ns0:subfield code="a">Protection of the night sky &amp; its stars :</ns0:subfield>
    <ns0:subfield code="b">draft resolution /</ns0:subfield>
    <ns0:subfield code="c">CÃ´te d'Ivoire</ns0:subfield>
  </ns0:datafield>
  <ns0:datafield tag="269" ind1=" " ind2=" "><ns0:subfield code="a">2036-11-01</ns0:subfield></ns0:datafield>
</ns0:record>
<ns0:record xmlns:ns0="http://www.loc.gov/MARC21/slim">
  <ns0:controlfield tag="001">9100002</ns0:controlfield>
  <ns0:datafield tag="191" ind1=" " ind2=" "><ns0:subfield code="a">A/C.3/91/L.9/Rev.1</ns0:subfield></ns0:datafield>
  <ns0:datafield tag="245" ind1="1" ind2="0">
    <ns0:subfield code="a">Protection of the night sky :</ns0:subfield>
    <ns0:subfield code="b">revised draft resolution /</ns0:subfield>
  </ns0:datafield>
  <ns0:datafield tag="269" ind1=" " ind2=" "><ns0:subfield code="a">2036-11-08</ns0:subfield></ns0:datafield>
  <ns0:datafield tag="991" ind1="1" ind2=" ">
    <ns0:subfield code="b">72b[3]</ns0:subfield><ns0:subfield code="c">Skies.</ns0:subfield>
  </ns0:datafield>
  <ns0:datafield tag="993" ind1="1" ind2=" "><ns0:subfield code="a">A/RES/91/7</ns0:subfield></ns0:datafield>
  <ns0:datafield tag="993" ind1="3" ind2=" "><ns0:subfield code="a">A/91/431</ns0:subfield></ns0:datafield>
</ns0:record>
<record>
  <controlfield tag="001">9100003</controlfield>
  <datafield tag="269" ind1=" " ind2=" "><subfield code="a">2036-12-05</subfield></datafield>
  <datafield tag="791" ind1=" " ind2=" "><subfield code="a">A/RES/91/10</subfield></datafield>
  <datafield tag="952" ind1=" " ind2=" "><subfield code="a">A/91/PV.45</subfield></datafield>
  <datafield tag="967" ind1=" " ind2=" "><subfield code="d">Y</subfield><subfield code="e">FIJI</subfield></datafield>
  <datafield tag="967" ind1=" " ind2=" "><subfield code="e">PERU</subfield></datafield>
  <datafield tag="996" ind1=" " ind2=" "><subfield code="b">1</subfield><subfield code="c">0</subfield>
    <subfield code="d">0</subfield><subfield code="e">1</subfield></datafield>
</record>
</collection>
"##;

/// Voting records, a State a row. The rows of 91/7 end what those of 91/10 began.
pub const VOTING_ROWS: &str = "\
undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link
9,FJI,FIJI,Y,2036-12-05,91,A/RES/91/10,,,A/91/PV.45,Tides : resolution / adopted by the General Assembly,Seas,,,1.0,0.0,0.0,1.0,2.0,
9,PER,PERU,X,2036-12-05,91,A/RES/91/10,,,A/91/PV.45,Tides : resolution / adopted by the General Assembly,Seas,,,1.0,0.0,0.0,1.0,2.0,
8,CIV,CÔTE D’IVOIRE,Y,2036-12-03,91,A/RES/91/7,,A/91/431,A/91/PV.44,Protection of the night sky : resolution / adopted by the Gen[...],Skies,,,2,1,1,0,4,
8,FJI,FIJI,Y,2036-12-03,91,A/RES/91/7,,A/91/431,A/91/PV.44,Protection of the night sky : resolution / adopted by the Gen[...],Skies,,,2,1,1,0,4,
8,MLT,MALTA,A,2036-12-03,91,A/RES/91/7,,A/91/431,A/91/PV.44,Protection of the night sky : resolution / adopted by the Gen[...],Skies,,,2,1,1,0,4,
8,PER,PERU,N,2036-12-03,91,A/RES/91/7,,A/91/431,A/91/PV.44,Protection of the night sky : resolution / adopted by the Gen[...],Skies,,,2,1,1,0,4,
";

/// Voting records, a State a column.
pub const VOTING_COLUMNS: &str = "\u{feff}\
Council,Date,Title,Resolution,TOTAL VOTES,NO-VOTE COUNT,ABSENT COUNT,NO COUNT,YES COUNT,Link,token,FIJI, MALTA,PERU
Security Council,2041-02-05,Security Council resolution 3001 (2041) [on the night over ports] ,S/RES/3001(2041),3,3,0,0,0,,1,X,X,X
General Assembly,2036-12-05,Harbours at ni[...],A/RES/91/8,3,0,1,0,2,,2,Y,A,Y
General Assembly,1948-12-10,Lamps : resolution / adopted by the General Assemly,A/RES/217(III)[A],3,0,0,0,3,,3,Y,Y,Y
";

/// Titles in six languages, with tabs and without quoting.
pub const TITLES: &str = "\
key\tsymbol_en\tadopted\tvoting\tpv\tdraft_symbol\tcommittee_report\tvotes_yes\tcites\ttitle_en\ttitle_fr\ttitle_es\ttitle_ru\ttitle_zh\ttitle_ar
91/7\tA/RES/91/7\t2036-12-03\t\t\tA/C.3/91/L.9/Rev.1\tA/91/431\tN.A.\t\t91/7. Protection of the night sky\t91/7. Protection du ciel nocturne\t91/7. Protección del cielo nocturno\t91/7. Охрана ночного неба\t91/7. 保护夜空\t91/7. - حماية سماء الليل
91/20\tA/RES/91/20 A-C\t2036-12-20\tadoptedWithoutVote\tA/91/PV.60\t\t\t\tA/RES/91/7; S/RES/3001 (2041)\t\"Lights\" in ports\t\t\t91/20. Порты\t\tB
91/21\tA/RES/91/21\t2036-12-20\tadoptedWithoutVote\t\t\t\t\t\tFollow-up to resolution 91/9\t\t\t\t\t
";

/// A good line, one that ends too early, one without a symbol, one with an impossible date.
pub const BAD_JSON_LINES: &str = r#"{"symbol": "A/RES/91/1", "title": "First"}
{"symbol": "A/RES/91/2
{"symbol": "resolution seven", "title": "Seventh"}
{"symbol": "A/RES/91/4", "title": "Fourth", "adoption_date": "31 November 2036"}
"#;

/// A record without an end, a good one, one without a symbol.
pub const BAD_MARCXML: &str = r#"<collection xmlns="http://www.loc.gov/MARC21/slim">
<record><datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/C.3/91/L.8</subfield>
<record>
  <datafield tag="191" ind1=" " ind2=" "><subfield code="a">A/C.3/91/L.9</subfield></datafield>
  <datafield tag="245" ind1=" " ind2=" "><subfield code="a">Night</subfield></datafield>
</record>
<record><datafield tag="245" ind1=" " ind2=" "><subfield code="a">Day</subfield></datafield></record>
</collection>
"#;

/// The third line has no symbol, the fifth is in Latin-1.
pub const BAD_TABLE: &[u8] = b"symbol,title\nA/RES/91/21,One\n,Two\nA/RES/91/23,Three\nA/RES/91/24,Cr\xe9neau\n";

/// Good lines and a bad one; more would follow.
pub const INTERRUPTED: &str = "{\"symbol\": \"A/RES/95/1\", \"title\": \"Dawn\"}\n\
{\"symbol\": \"A/RES/91/7\", \"title\": \"Dusk\"}\n{\"symbol\n{\"symbol\": \"A/RES/95/2\", \"title\": \"Noon\"}\n";

/// All resolutions of the ninety-first session, and the first ones of the next.
pub fn two_sessions() -> String {
    let row = |session: u16, number: u16, date: &str| format!("A/RES/{session}/{number},Night,{date}\n");
    let mut table = "symbol,title,adopted\n".to_owned();
    table.extend((1..=30).map(|number| row(91, number, if number > 25 { "2037-09-01" } else { "2036-12-01" })));
    table.extend((1..=5).map(|number| row(92, number, "2037-10-01")));
    table
}
