//! Writes the JavaScript by which a page calls a module, and its types.

use std::env;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let [module, folder] = env::args_os().skip(1).collect::<Vec<_>>().try_into().unwrap_or_default();
    if module.is_empty() {
        eprintln!("Name the module and the folder: glue MODULE.wasm FOLDER");
        return ExitCode::FAILURE;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).typescript(true).omit_default_module_path(true);
    let written = bindgen.web(true).and_then(|bindgen| bindgen.generate(folder));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
