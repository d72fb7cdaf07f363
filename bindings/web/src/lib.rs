//! Rapporteur in a browser: the language server, whose messages a page hands over one by one, and functions over texts.
//!
//! A panic can't be caught here: it ends the worker that the module runs in, and whoever started that starts another one.

mod options;
mod texts;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use js_sys::Function;
use rapporteur::server::message_loop::MessageLoop;
use rapporteur::source::files;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The browser's console, to which a panic is written before it ends the module.
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn write_to_console(message: &str);
}

/// Has panics told on the console, by their place and what they say of it.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| write_to_console(&panic.to_string())));
}

/// The language server. A page has one.
#[wasm_bindgen]
pub struct LanguageServer {
    messages: Rc<RefCell<MessageLoop>>,
}

#[wasm_bindgen]
impl LanguageServer {
    /// Begins a conversation. `send` is called with each message of the server, as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "(message: string) => void")] send: Function) -> LanguageServer {
        let (messages, mut queue) = MessageLoop::start();
        let messages = Rc::new(RefCell::new(messages));
        let written = messages.clone();
        wasm_bindgen_futures::spawn_local(async move {
            while let Some(message) = queue.recv().await {
                let message = written.borrow().as_written(message);
                // Whether the page could do something with it is the page's business.
                let _ = send.call1(&JsValue::NULL, &JsValue::from_str(&String::from_utf8_lossy(&message)));
            }
        });
        LanguageServer { messages }
    }

    /// Takes a message of the client, as JSON.
    pub fn receive(&self, message: &str) {
        self.messages.borrow_mut().receive(message.as_bytes());
    }

    /// Hands over a file, in the place of what was handed over under its path before. The server is told of it by
    /// `workspace/didChangeWatchedFiles`.
    #[wasm_bindgen(js_name = putFile)]
    pub fn put_file(&self, path: &str, bytes: &[u8]) {
        files::give(PathBuf::from(path), bytes);
    }

    /// Takes back a file, or a folder with all that is in it.
    #[wasm_bindgen(js_name = removeFile)]
    pub fn remove_file(&self, path: &str) {
        files::take_back(Path::new(path));
    }

    /// A file that was handed over, or a page that the server made and asks to be shown.
    #[wasm_bindgen(js_name = readFile)]
    pub fn read_file(&self, path: &str) -> Option<Vec<u8>> {
        files::bytes(Path::new(path))
    }
}
