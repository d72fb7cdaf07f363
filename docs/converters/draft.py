"""The draft that the converters are measured with: invented, in three languages, once with tracked changes.

It is written here as a list of parts, and made into a Word file of it: numbers, letters and roman numerals are Word's
automatic ones, notes are real footnotes, the masthead is a table, as in the templates that drafts are written on.
"""
import dataclasses
import itertools
import zipfile
from xml.sax.saxutils import escape

SYMBOL = "A/C.2/95/L.31"


@dataclasses.dataclass
class Part:
    """A paragraph: `style` is masthead, title, organ, heading, preambular, operative, sub or subsub.

    `text` may hold `{1}`, where the mark of note 1 stands. `change` is None, or what a tracked change did with the
    whole paragraph: inserted or deleted. Within a paragraph `[-struck-]` and `[+written+]` are tracked changes.
    """

    style: str
    text: str
    change: str | None = None


@dataclasses.dataclass
class Draft:
    name: str
    parts: list[Part]
    notes: list[str]
    right_to_left: bool = False

    def text(self, part):
        """The words of a part without marks, as they are when all changes are accepted."""
        return "".join(words for kind, words in pieces(part.text) if kind in ("plain", "written"))

    def accepted(self):
        return [part for part in self.parts if part.change != "deleted"]

    def labels(self):
        """Each numbered part that remains, with the label that Word shows: `(part, "1.")`."""
        operative = sub = subsub = 0
        for part in self.accepted():
            if part.style == "operative":
                operative, sub, subsub = operative + 1, 0, 0
                yield part, f"{operative} -" if self.right_to_left else f"{operative}."
            elif part.style == "sub":
                sub, subsub = sub + 1, 0
                yield part, f"({('أبجدهوز' if self.right_to_left else 'abcdefg')[sub - 1]})"
            elif part.style == "subsub":
                subsub += 1
                yield part, f"({('١٢٣' if self.right_to_left else ('i', 'ii', 'iii'))[subsub - 1]})"


def pieces(text):
    """Cuts a part's text: ("plain", words), ("mark", "1"), ("struck", words), ("written", words)."""
    rest, kinds = text, {"{": ("mark", "}"), "[-": ("struck", "-]"), "[+": ("written", "+]")}
    while rest:
        found = [(rest.find(opening), opening) for opening in kinds if opening in rest]
        if not found:
            yield "plain", rest
            return
        at, opening = min(found)
        kind, closing = kinds[opening]
        if at:
            yield "plain", rest[:at]
        end = rest.index(closing, at)
        yield kind, rest[at + len(opening) : end]
        rest = rest[end + len(closing) :]


ENGLISH = Draft(
    "en",
    [
        Part("title", "Lamps of the northern harbours"),
        Part("organ", "The General Assembly,"),
        Part("preambular", "Recalling its resolution 94/19{1} and all other resolutions on the lamps of harbours,"),
        Part("preambular", "Taking note of the report of the Secretary-General on the keepers of lighthouses,{2}"),
        Part("preambular", "Convinced that no boat should come home in the dark,"),
        Part("operative", "Decides to keep the lamps of the northern harbours alight through the winter;"),
        Part("operative", "Requests all keepers:"),
        Part("sub", "To light the lamps at dusk;"),
        Part("sub", "To enter in the book of the harbour:"),
        Part("subsub", "Each boat that leaves;"),
        Part("subsub", "Each boat that returns;"),
        Part("heading", "Oil and wicks"),
        Part("operative", "Invites the harbours of the south to send oil, as foreseen in the charter of the lamps;{3}"),
        Part("operative", "Encourages all schools to teach the making of wicks;"),
        Part("operative", "Decides to remain seized of the matter."),
    ],
    ["See also resolution 92/14, annex.", "A/95/118.", "The charter is contained in A/91/27, appendix II."],
)

CHINESE = Draft(
    "zh",
    [
        Part("title", "北方港口的灯"),
        Part("organ", "大会，"),
        Part("preambular", "回顾其第94/19号决议{1}以及关于港口灯光的所有其他决议，"),
        Part("preambular", "注意到秘书长关于灯塔守护人的报告，{2}"),
        Part("preambular", "深信任何船只都不应在黑暗中返航，"),
        Part("operative", "决定整个冬季让北方港口的灯一直亮着；"),
        Part("operative", "请所有守护人："),
        Part("sub", "黄昏时点灯；"),
        Part("sub", "在港口簿册中登记："),
        Part("subsub", "每一艘出港的船；"),
        Part("subsub", "每一艘返港的船；"),
        Part("heading", "灯油与灯芯"),
        Part("operative", "邀请南方港口按照灯光宪章的规定送来灯油；{3}"),
        Part("operative", "鼓励所有学校教授灯芯的制作；"),
        Part("operative", "决定继续处理此案。"),
    ],
    ["另见第92/14号决议，附件。", "A/95/118。", "宪章载于A/91/27，附录二。"],
)

ARABIC = Draft(
    "ar",
    [
        Part("title", "مصابيح الموانئ الشمالية"),
        Part("organ", "إن الجمعية العامة،"),
        Part("preambular", "إذ تشير إلى قرارها 94/19{1} وإلى جميع القرارات الأخرى المتعلقة بمصابيح الموانئ،"),
        Part("preambular", "وإذ تحيط علما بتقرير الأمين العام عن حراس المنارات{2}،"),
        Part("preambular", "واقتناعا منها بأنه لا ينبغي لأي قارب أن يعود في الظلام،"),
        Part("operative", "تقرر إبقاء مصابيح الموانئ الشمالية مضاءة طوال الشتاء؛"),
        Part("operative", "تطلب إلى جميع الحراس ما يلي:"),
        Part("sub", "إضاءة المصابيح عند الغسق؛"),
        Part("sub", "أن يقيدوا في سجل الميناء:"),
        Part("subsub", "كل قارب يغادر؛"),
        Part("subsub", "كل قارب يعود؛"),
        Part("heading", "الزيت والفتائل"),
        Part("operative", "تدعو موانئ الجنوب إلى إرسال الزيت، على النحو المتوخى في ميثاق المصابيح{3}؛"),
        Part("operative", "تشجع جميع المدارس على تعليم صنع الفتائل؛"),
        Part("operative", "تقرر أن تبقي المسألة قيد نظرها."),
    ],
    ["انظر أيضا القرار 92/14، المرفق.", "A/95/118.", "يرد الميثاق في الوثيقة A/91/27، التذييل الثاني."],
    right_to_left=True,
)

TRACKED = Draft(
    "tracked",
    [
        Part("title", "Lamps of the northern harbours"),
        Part("organ", "The General Assembly,"),
        Part("preambular", "Recalling its resolution 94/19 and all other resolutions on the lamps of harbours,"),
        Part("preambular", "Convinced that no boat should come home in the [-night-][+dark+],"),
        Part("operative", "Decides to keep the lamps alight through the [-autumn-][+winter+];"),
        Part("operative", "Deplores the fog;", change="deleted"),
        Part("operative", "Thanks the keepers for their patience;", change="inserted"),
        Part("operative", "Encourages all schools to teach the making of wicks;"),
        Part("operative", "Decides to remain seized of the matter."),
    ],
    [],
)

DRAFTS = [ENGLISH, CHINESE, ARABIC, TRACKED]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
LEVELS = {"operative": 0, "sub": 1, "subsub": 2}
CHANGE = 'w:author="Keeper" w:date="2040-11-03T09:00:00Z"'


def write_docx(draft, path):
    ids = itertools.count(1)
    rtl_run = "<w:rtl/>" if draft.right_to_left else ""
    rtl_paragraph = "<w:bidi/>" if draft.right_to_left else ""

    def run(words, properties="", tag="w:t"):
        return f'<w:r><w:rPr>{properties}{rtl_run}</w:rPr><{tag} xml:space="preserve">{escape(words)}</{tag}></w:r>'

    def inserted(xml):
        return f'<w:ins w:id="{next(ids)}" {CHANGE}>{xml}</w:ins>'

    def deleted(words):
        return f'<w:del w:id="{next(ids)}" {CHANGE}>{run(words, tag="w:delText")}</w:del>'

    def runs(part):
        for kind, words in pieces(part.text):
            if kind == "mark":
                yield (
                    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                    f'<w:footnoteReference w:id="{words}"/></w:r>'
                )
            elif kind == "struck" or part.change == "deleted":
                yield deleted(words)
            elif kind == "written" or part.change == "inserted":
                yield inserted(run(words))
            else:
                yield run(words, "<w:b/>" if part.style in ("title", "heading") else "")

    def paragraph(part):
        properties = '<w:pStyle w:val="Heading1"/>' if part.style == "heading" else ""
        if part.style in LEVELS:
            properties += f'<w:numPr><w:ilvl w:val="{LEVELS[part.style]}"/><w:numId w:val="1"/></w:numPr>'
        properties += rtl_paragraph
        if part.change:
            mark = "ins" if part.change == "inserted" else "del"
            properties += f'<w:rPr><w:{mark} w:id="{next(ids)}" {CHANGE}/></w:rPr>'
        return f'<w:p><w:pPr>{properties}</w:pPr>{"".join(runs(part))}</w:p>'

    def cell(*lines):
        body = "".join(f"<w:p>{run(line)}</w:p>" for line in lines)
        return f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{body}</w:tc>'

    masthead = (
        '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>'
        f'<w:tr>{cell("United Nations")}{cell(SYMBOL)}</w:tr>'
        f'<w:tr>{cell("General Assembly")}{cell("Distr.: Limited", "3 November 2040")}</w:tr></w:tbl>'
    )

    def level(index, form, text):
        left = 720 * (index + 1)
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="720"/></w:pPr></w:lvl>'
        )

    forms = ("decimal", "arabicAbjad", "hindiNumbers") if draft.right_to_left else ("decimal", "lowerLetter", "lowerRoman")
    shapes = ("%1 -" if draft.right_to_left else "%1.", "(%2)", "(%3)")
    numbering = "".join(level(index, form, shape) for index, (form, shape) in enumerate(zip(forms, shapes)))

    def note(index, text):
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        return (
            f'<w:footnote w:id="{index}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>{rtl_paragraph}</w:pPr>'
            f'{mark}{run(" " + text)}</w:p></w:footnote>'
        )

    footnotes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        + "".join(note(index, text) for index, text in enumerate(draft.notes, 1))
    )

    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MIME}.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{MIME}.{name}+xml"/>'
            for name in ("styles", "numbering", "footnotes")
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="r{index}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            for index, name in enumerate(("styles", "numbering", "footnotes"), 1)
        )
        + "</Relationships>",
        "word/document.xml": f"<w:document {MAIN}><w:body>{masthead}"
        + "".join(paragraph(part) for part in draft.parts)
        + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
        "word/numbering.xml": f'<w:numbering {MAIN}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{numbering}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/footnotes.xml": f"<w:footnotes {MAIN}>{footnotes}</w:footnotes>",
        "word/styles.xml": f"<w:styles {MAIN}>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in files.items():
            package.writestr(name, HEAD + xml)
