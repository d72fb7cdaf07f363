//! Packs the texts in other languages than English, of which a person reads one: the program is smaller by them.

use std::error::Error;
use std::fs::File;
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// The folders with such texts, one file a language, and how its name ends.
const FOLDERS: [(&str, &str, &str); 2] = [("messages", "src/messages", "txt"), ("pages", "src/rules/pages", "md")];

/// The languages that they are in.
const LANGUAGES: [&str; 5] = ["ar", "es", "fr", "ru", "zh"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("Cargo names no folder to write to")?);
    println!("cargo:rerun-if-changed=build.rs");
    for (name, folder, ending) in FOLDERS {
        for language in LANGUAGES {
            let file = format!("{folder}/{language}.{ending}");
            println!("cargo:rerun-if-changed={file}");
            let mut text = File::open(file)?;
            let packed = File::create(out.join(format!("{name}.{language}")))?;
            let mut packed = DeflateEncoder::new(packed, Compression::best());
            std::io::copy(&mut text, &mut packed)?;
            packed.finish()?;
        }
    }
    Ok(())
}
