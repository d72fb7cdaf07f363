//! What a page says of a text beside it.

use rapporteur::language::{self, ENGLISH, Language};
use rapporteur::report::of_text::TextOptions;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// The options as JavaScript has them.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GivenOptions {
    language: Option<String>,
    adopted: bool,
    select: Vec<String>,
    ignore: Vec<String>,
    name: Option<String>,
    interface: Option<String>,
    settings: Option<String>,
    unwrap: bool,
}

/// What was said, as the library takes it.
pub struct ReadOptions {
    /// What holds of every function.
    pub text: TextOptions,
    /// A clean draft is wanted of text out of a PDF.
    pub unwrap: bool,
}

impl ReadOptions {
    /// Reads what JavaScript gave: nothing, or an object.
    ///
    /// # Errors
    ///
    /// When it has a key that means nothing here, or a value of another kind.
    pub fn of(given: &JsValue) -> Result<ReadOptions, JsError> {
        let given: GivenOptions = match given.is_undefined() || given.is_null() {
            true => GivenOptions::default(),
            false => {
                let text =
                    js_sys::JSON::stringify(given).map_err(|_| JsError::new("The options are no plain object."))?;
                serde_json::from_str(&String::from(text))
                    .map_err(|error| JsError::new(&format!("The options can't be read: {error}.")))?
            }
        };
        let text = TextOptions {
            language: given.language.as_deref().map(named).transpose()?,
            adopted: given.adopted,
            select: given.select,
            ignore: given.ignore,
            name: given.name,
            interface: given.interface.as_deref().map_or(Ok(ENGLISH), named)?,
            settings: given.settings,
        };
        Ok(ReadOptions { text, unwrap: given.unwrap })
    }
}

/// The language with a code.
fn named(code: &str) -> Result<&'static Language, JsError> {
    let codes = || language::ALL.map(|language| language.code).join(", ");
    language::of_code(code)
        .ok_or_else(|| JsError::new(&format!("“{code}” is no language that is read here: these are {}.", codes())))
}
