//! Functions over texts, for programs that need no editor.

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use rapporteur::publish::PublishFormat;
use rapporteur::report::of_text::{self, TextOptions, TextRefusal};
use wasm_bindgen::prelude::*;

use crate::options::ReadOptions;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

/// The findings in a text, in the order of their places, as `rapporteur check --format json` prints them.
///
/// # Errors
///
/// When the options are wrong, or it is no draft's text.
#[wasm_bindgen(unchecked_return_type = "Finding[]")]
pub fn check(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<Array, JsError> {
    let options = ReadOptions::of(&options)?.text;
    values(&of_text::check(text, &options).map_err(refusal(&options))?)
}

/// What was read of a text, as `rapporteur inspect --format json` prints it.
///
/// # Errors
///
/// As `check`.
#[wasm_bindgen(unchecked_return_type = "Structure")]
pub fn inspect(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<JsValue, JsError> {
    let options = ReadOptions::of(&options)?.text;
    value(&of_text::inspect(text, &options).map_err(refusal(&options))?)
}

/// A text with all mends made that are certain.
///
/// # Errors
///
/// As `check`.
#[wasm_bindgen(unchecked_return_type = "MendedText")]
pub fn fix(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<Object, JsError> {
    let options = ReadOptions::of(&options)?.text;
    let mended = of_text::fix(text, &options).map_err(refusal(&options))?;
    Ok(object([("text", mended.text.into()), ("mends", count(mended.mends)), ("left", count(mended.left))]))
}

/// A text laid out evenly; with `unwrap`, a clean draft of text out of a PDF.
///
/// # Errors
///
/// As `check`.
#[wasm_bindgen]
pub fn format(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<String, JsError> {
    let ReadOptions { text: options, unwrap } = ReadOptions::of(&options)?;
    let laid_out = of_text::format(text, &options, unwrap).map_err(refusal(&options))?;
    Ok(laid_out.after)
}

/// The text of a file of any format that is read, and what was lost of it on its way here.
///
/// # Errors
///
/// When the options are wrong, or the file can't be read; the error says what to do.
#[wasm_bindgen(unchecked_return_type = "ReadFile")]
pub fn read(
    name: String,
    bytes: Vec<u8>,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<Object, JsError> {
    let options = TextOptions { name: Some(name), ..ReadOptions::of(&options)?.text };
    let file = of_text::read(bytes, &options).map_err(refusal(&options))?;
    let losses = values(&file.losses)?;
    Ok(object([("text", file.text.into()), ("format", file.format.into()), ("losses", losses.into())]))
}

/// The bytes of a file that is made of a text.
///
/// # Errors
///
/// As `check`, and when there is no such format.
#[wasm_bindgen]
pub fn write(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "FileFormat")] format: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<Uint8Array, JsError> {
    let options = ReadOptions::of(&options)?.text;
    let format = match format {
        "docx" => PublishFormat::Docx,
        "akn" => PublishFormat::AkomaNtoso,
        "markdown" => PublishFormat::Markdown,
        "text" => PublishFormat::Text,
        other => {
            let known = "docx, akn, markdown and text";
            return Err(JsError::new(&format!("“{other}” is no format that is written: these are {known}.")));
        }
    };
    let written = of_text::write(text, format, &options).map_err(refusal(&options))?;
    Ok(Uint8Array::from(written.as_slice()))
}

/// What changed in a text since an earlier one.
///
/// # Errors
///
/// As `check`, and when nothing of a resolution was read in one of them.
#[wasm_bindgen(unchecked_return_type = "Changes")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "string | NamedText")] before: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | NamedText")] now: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<Object, JsError> {
    let options = ReadOptions::of(&options)?.text;
    let (before, now) = (GivenText::of(&before, "before")?, GivenText::of(&now, "now")?);
    let changes = of_text::changes(before.pair(), now.pair(), &options).map_err(refusal(&options))?;
    let summary = changes.summary.trim_end();
    Ok(object([("html", changes.html.into()), ("summary", summary.into()), ("changed", changes.has_changed.into())]))
}

/// Language versions side by side, with what differs.
///
/// # Errors
///
/// As `check`.
#[wasm_bindgen(unchecked_return_type = "Concordance")]
pub fn concord(
    #[wasm_bindgen(unchecked_param_type = "NamedText[]")] texts: Vec<JsValue>,
    #[wasm_bindgen(unchecked_optional_param_type = "TextOptions")] options: JsValue,
) -> Result<Object, JsError> {
    let options = ReadOptions::of(&options)?.text;
    let texts = texts.iter().map(|text| GivenText::of(text, "-")).collect::<Result<Vec<GivenText>, JsError>>()?;
    let pairs: Vec<(&str, &str)> = texts.iter().map(GivenText::pair).collect();
    let page = of_text::versions(&pairs, &options).map_err(refusal(&options))?;
    let left_out: Array = page.left_out.iter().map(|name| JsValue::from_str(name)).collect();
    Ok(object([("html", page.html.into()), ("differences", count(page.differences)), ("leftOut", left_out.into())]))
}

/// A text, and what it is called.
struct GivenText {
    name: String,
    text: String,
}

impl GivenText {
    /// What JavaScript gave: a string, which is called `otherwise`, or an object with a name and a text.
    fn of(given: &JsValue, otherwise: &str) -> Result<GivenText, JsError> {
        if let Some(text) = given.as_string() {
            return Ok(GivenText { name: otherwise.to_owned(), text });
        }
        let field = |name: &str| Reflect::get(given, &JsValue::from_str(name)).ok().and_then(|value| value.as_string());
        match (field("name"), field("text")) {
            (Some(name), Some(text)) => Ok(GivenText { name, text }),
            _ => Err(JsError::new("A text is a string, or an object with the strings “name” and “text”.")),
        }
    }

    fn pair(&self) -> (&str, &str) {
        (&self.name, &self.text)
    }
}

/// Why nothing was made of a text, in the language that the options name.
fn refusal(options: &TextOptions) -> impl Fn(TextRefusal) -> JsError {
    let locale = options.interface.locale;
    move |refusal| JsError::new(refusal.text(locale).trim_end())
}

/// The values of JSON, one a line.
fn values(lines: &str) -> Result<Array, JsError> {
    lines.lines().map(value).collect()
}

fn value(json: &str) -> Result<JsValue, JsError> {
    JSON::parse(json).map_err(|_| JsError::new("The answer can't be read."))
}

fn count(number: usize) -> JsValue {
    u32::try_from(number).unwrap_or(u32::MAX).into()
}

fn object<const COUNT: usize>(fields: [(&str, JsValue); COUNT]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object
}
