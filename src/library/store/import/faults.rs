//! What may be wrong with a record or a table that is imported.

crate::messages! {
    "library.import":
    pub no_end() = "This record is broken: it has no end.";
    pub file_ends() = "This record is broken: the file ends in it.";
    pub record_too_long() = "This record is too long.";
    pub record_broken(fault: message) = "This record is broken: {fault}.";
    pub unknown_entity(name: quote) = "This record is broken: “&{name};” is unknown.";
    pub line_too_long() = "This line is too long for a record.";
    pub no_json(fault: message, column: number) = "This line is no JSON object: {fault} at column {column}.";
    pub not_utf8() = "This is not in UTF-8.";
    pub table_not_utf8() = "This is not in UTF-8: save the table as “CSV UTF-8”.";
    pub in_no_calendar(text: quote) = "“{text}” is in no calendar.";
    pub no_date(text: quote) = "“{text}” is no date such as 2007-12-18.";
    pub no_symbol_in_it() = "There is no document symbol in it.";
    pub no_symbol_in_fields() = "It has no document symbol in field 191 or 791.";
    pub no_symbol(text: quote) = "“{text}” is no document symbol.";
    pub no_vote(vote: quote, state: quote) = "“{vote}” is no vote of {state}: Y, N, A or X.";
    pub exported_line(fault: message) = "This line of an exported library can't be understood: {fault}.";
    pub later_version() = "A later version of Rapporteur exported this line.";
    pub no_format(text: quote) = "“{text}” is no format of a table.";
    pub no_language(code: quote) = "“{code}” is none of the six languages.";
    pub no_kind_of_title(text: quote) = "“{text}” is no kind of title.";
    pub no_relation(text: quote) = "“{text}” is no relation between documents that is known here.";
    pub no_ballot(letter: quote) = "“{letter}” is no vote: Y, N, A or X.";
    pub skipped(line: number, why: message) = "line {line}: {why} The record was skipped.";
    pub skipped_record(line: number, record: number, why: message) =
        "line {line}, record {record}: {why} The record was skipped.";
    pub without(line: number, why: message) = "line {line}: {why} The rest of the record was taken.";
    pub without_in_record(line: number, record: number, why: message) =
        "line {line}, record {record}: {why} The rest of the record was taken.";
    pub unreadable(fault: message) = "This table could not be read to its end: {fault}. None of it was taken.";
    pub empty() = "There is nothing in this file.";
    pub foreign(what: choice) =
        "This is {what, select, zipped {an Excel or Word file, or another zipped one} office {an old Excel or Word file} \
         portable {a PDF} compressed {a compressed file} other {a database}}, not a table that can be imported. Save the table \
         as CSV in UTF-8 and name that.";
    pub other_xml() = "This XML is no MARCXML. In the UN Digital Library, export the records as “MARCXML”.";
    pub json_array(command: name) =
        "This is JSON in one piece. JSON is read with one object a line; `{command}` makes that of it.";
    pub no_symbols(columns: list) =
        "No column of this table has document symbols. Its columns are {columns}. Name the columns in the first line: \
         `symbol`, and some of `title`, `title_fr` and so on, `adopted`, `vote`, `meeting`, `draft`, `report`.";
    pub nothing_known(columns: list) =
        "Nothing in this table is known beside the symbols. Its columns are {columns}. Name the columns in the first \
         line: `symbol`, and some of `title`, `title_fr` and so on, `adopted`, `vote`, `meeting`, `draft`, `report`.";
}
