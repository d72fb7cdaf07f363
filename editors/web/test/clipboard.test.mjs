// What word processors put on the clipboard, invented, in the form in which each of them writes it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { bundled } from "./bundled.mjs";

const { Node, DOMParser } = new JSDOM("").window;
Object.assign(globalThis, { Node, DOMParser });
const { readPasted, wholeText } = await bundled("word_clipboard");
const read = readPasted;
const text = (html, first) => {
  const pasted = read(html, first);
  return pasted && wholeText(pasted);
};
const lines = (...all) => all.join("\n\n");

/** A paragraph as Word writes it, with a label that it counts. */
const counted = (label, words, level = 1) => `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span><![endif]>${words}<o:p></o:p></p>`;
const call = (n, kind = "ftn") => `<a style='mso-${kind === "ftn" ? "foot" : "end"}note-id:${kind}${n}' href="file:///C:/lamps.htm#_${kind}${n}" name="_${kind}ref${n}" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:10.0pt'>[${n}]</span></span><![endif]></span></span></a>`;
const note = (n, words, kind = "ftn") => `<div style='mso-element:${kind === "ftn" ? "footnote" : "endnote"}' id=${kind}${n}><p class=MsoFootnoteText><a style='mso-footnote-id:${kind}${n}' href="file:///C:/lamps.htm#_${kind}ref${n}" name="_${kind}${n}" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[${n}]</span><![endif]></span></span></a>
${words}<o:p></o:p></p></div>`;
const word = (body, notes = "", kind = "footnote") => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- @list l0:level1 {mso-level-text:"%1\\.";} p.MsoNormal {margin:0in;} --></style></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->${body}<!--EndFragment-->
${notes && `<div style='mso-element:${kind}-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${notes}</div>`}</body></html>`;

test("Word: counted labels, a line broken in the HTML, and nothing of its style sheet", () => {
  const html = word(`<p class=MsoNormal>The General
Assembly,<o:p></o:p></p>${counted("1.", "<i>Decides</i> to light the lamps:")}${counted("(a)", "In the harbour;", 2)}${counted("(b)", "On the pier;", 2)}${counted("2.", "<i>Requests</i> the keepers to watch.")}`);
  assert.equal(text(html), lines("The General Assembly,", "1. Decides to light the lamps:", "(a) In the harbour;", "(b) On the pier;", "2. Requests the keepers to watch."));
  assert.equal(read(html).labels, 4);
});

test("Word: footnotes are marked where they are called, and stand at the end", () => {
  const html = word(`<p class=MsoNormal>Recalling the lamps,${call(1)} and the piers,${call(2)}</p>`, note(1, "See A/93/118.") + note(2, "Ibid."));
  assert.equal(text(html), lines("Recalling the lamps,¹ and the piers,²", "__________________", "¹ See A/93/118.\n² Ibid."));
});

test("Word: endnotes are notes, too, and a star stays a star", () => {
  const html = word(`<p class=MsoNormal>The lamps${call(1, "edn")}</p><p class=MsoNormal>The piers<a href="#_ftn2" name="_ftnref2">*</a></p>`, note(1, "Of oil.", "edn") + `<div style='mso-element:footnote' id=ftn2><p><a href="#_ftnref2" name="_ftn2">*</a> Of wood.</p></div>`, "endnote");
  assert.equal(text(html), lines("The lamps¹", "The piers*", "__________________", "¹ Of oil.\n* Of wood."));
});

test("Word: notes go on from those that are there", () => {
  const html = word(`<p class=MsoNormal>The lamps${call(1)}</p>`, note(1, "Of oil."));
  assert.deepEqual(read(html, 12), { text: "The lamps¹²", notes: ["¹² Of oil."], labels: 0 });
});

test("Word: changes are taken as accepted, and what was struck out leaves no number behind", () => {
  const html = word(`${counted("1.", "Decides to light <del cite='mailto:A' datetime='2038-01-01T10:00'>ten</del><ins cite='mailto:A'>twelve</ins> lamps;")}${counted("2.", "<span class=msoDel><del>Requests nothing;</del></span>")}${counted("2.", "Requests more oil.<span class=MsoCommentReference><span>[A1]</span></span>")}<div style='mso-element:comment-list'><p>Why?</p></div>`);
  assert.equal(text(html), lines("1. Decides to light twelve lamps;", "2. Requests more oil."));
});

test("Word: hyphens, spaces that don't break, tabs, line breaks and quotation marks", () => {
  const html = word(`<p class=MsoNormal>long&#8209;term co&shy;operation on 18&nbsp;December, “the ‘lamps’”<br>and<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp;&nbsp; </span>piers<sup>th</sup></p>${counted("·", "oil", 1)}`);
  assert.equal(text(html), lines("long‑term cooperation on 18\u00a0December, “the ‘lamps’”\nand\tpiersth", "• oil"));
});

test("Word: a masthead in a table, and what is hidden", () => {
  const html = word(`<table><tr><td><p>United Nations</p></td><td><p>A/C.2/93/L.27</p></td></tr><tr><td><p></p></td><td><p>Distr.: Limited</p><p>4 November 2038</p></td></tr></table><p style='display:none;mso-hide:all'>secret</p>${counted("1.", "Decides.")}`);
  assert.equal(text(html), lines("United Nations\tA/C.2/93/L.27", "Distr.: Limited", "4 November 2038", "1. Decides."));
});

test("Word: Chinese lines that are broken in the HTML have no space between them", () => {
  assert.equal(text(word(counted("1.", "决定点亮港口的\n灯；"))), "1. 决定点亮港口的灯；");
});

test("Word: Arabic labels stay what they are", () => {
  assert.equal(text(word(counted("1 -", "تقرر إضاءة المصابيح:") + counted("(أ)", "في الميناء؛", 2))), lines("1 - تقرر إضاءة المصابيح:", "(أ) في الميناء؛"));
});

/** An item as Word on the web writes it: each in a list of its own. */
const online = (start, level, form, type, words) => `<div class="ListContainerWrapper SCXW1"><ol class="NumberListStyle SCXW1" role="list" start="${start}" style="list-style-type: ${type}"><li data-leveltext="${form}" data-listid="3" data-aria-posinset="${start}" data-aria-level="${level}" role="listitem" class="OutlineElement SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1"><span class="NormalTextRun">${words}</span></span><span class="EOP SCXW1">&nbsp;</span></p></li></ol></div>`;

test("Word on the web: each item in a list of its own, with the form of its number", () => {
  const html = `<body><div class="OutlineElement"><p class="Paragraph"><span class="TextRun">The General Assembly,<span class="TextRun Superscript"><span>1</span></span></span><span class="EOP">&nbsp;</span></p></div>${online(1, 1, "%1.", "decimal", "Decides:")}${online(1, 2, "(%2)", "lower-alpha", "to light;")}${online(2, 2, "(%2)", "lower-alpha", "to watch;")}${online(2, 1, "%1.", "decimal", "Requests oil.")}</body>`;
  assert.equal(text(html), lines("The General Assembly,¹", "1. Decides:", "(a) to light;", "(b) to watch;", "2. Requests oil."));
});

test("Google Docs: lists beside items, levels, a start, and raised marks", () => {
  const item = (level, words) => `<li dir="ltr" aria-level="${level}" style="list-style-type:${["decimal", "lower-alpha", "lower-roman"][level - 1]};font-size:11pt"><p dir="ltr" role="presentation"><span style="font-size:11pt">${words}</span></p></li>`;
  const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-12ab"><p dir="ltr"><span>The General Assembly,</span></p><ol start="3">${item(1, "Decides")}<ol>${item(2, "to light")}${item(2, "to watch:")}<ol>${item(3, "by day")}</ol></ol>${item(1, 'Requests<span style="vertical-align:super">2</span>')}</ol></b>`;
  assert.equal(text(html), lines("The General Assembly,", "3. Decides", "(a) to light", "(b) to watch:", "(i) by day", "4. Requests²"));
});

test("Google Docs: footnotes of an exported page", () => {
  const html = `<p><span>The lamps</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Of oil.</span></p></div>`;
  assert.equal(text(html), lines("The lamps¹", "__________________", "¹ Of oil."));
});

test("LibreOffice: lists in items, and footnotes", () => {
  const html = `<html><head><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style>p { margin-bottom: 0.1in }</style></head><body lang="en-US"><p>The General Assembly,</p><ol><li><p>Decides the following<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>:</p><ol type="a"><li><p>to light;</p></li><li value="3"><p>to watch;</p></li></ol></li><li><p>Requests oil.</p></li></ol><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See A/93/118.</p></div></body></html>`;
  assert.equal(text(html), lines("The General Assembly,", "1. Decides the following¹:", "(a) to light;", "(c) to watch;", "2. Requests oil.", "__________________", "¹ See A/93/118."));
});

test("long lists are lettered and counted as word processors do", () => {
  const list = (type, start, count) => `<ol type="${type}" start="${start}">${"<li>x</li>".repeat(count)}</ol>`;
  assert.equal(text(list("a", 26, 3)), lines("(z) x", "(aa) x", "(bb) x"));
  assert.equal(text(list("i", 9, 2)), lines("(ix) x", "(x) x"));
  assert.equal(text(list("I", 4, 1)), "IV. x");
  assert.equal(text("<ul><li>x<ul><li>y</li></ul></li></ul>"), lines("• x", "• y"));
});

test("links that lead to each other in other ways are no notes, and a note without its text leaves its mark", () => {
  const html = `<ul><li><a href="#b" name="a">to b</a></li></ul><p><a href="#c" name="b">to c</a></p><p>lamps<sup><a href="#_ftn9" name="_ftnref9">9</a></sup></p>`;
  assert.equal(text(html), lines("• to b", "to c", "lamps⁹"));
});

test("what tells no more than its plain text is left to the browser", () => {
  assert.equal(read("<p>The <b>General</b> Assembly,</p><p>1. Decides</p>"), undefined);
  assert.equal(read(""), undefined);
});

test("nothing that stands on a clipboard stops it, however it is built", () => {
  const deep = "<div><ol><li>".repeat(300) + "x" + "</li></ol></div>".repeat(300);
  assert.match(text(deep) ?? "", /x$/);
  assert.equal(text("<p><a href='#'>x</a><a href='#a' id='a'>self</a><sup>1</sup></p>"), "xself¹");
  assert.equal(text("<ins><script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)>lamps</ins>"), "lamps");
});
