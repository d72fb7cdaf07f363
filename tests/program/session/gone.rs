//! Clients that go away without a word.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

#[cfg(unix)]
use crate::harness::Workspace;
use crate::harness::{capabilities, example};

/// How long a server may stay before the test has failed. It is to be gone in a second, but a machine may be busy.
const PATIENCE: Duration = Duration::from_secs(20);

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn server() -> Child {
    command().spawn().unwrap()
}

fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// What a client says first: its greeting and a draft.
fn greeting() -> Vec<u8> {
    let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities() });
    let draft = json!({ "uri": "file:///lamps.txt", "languageId": "resolution", "version": 1,
        "text": example("night-sky.en.resolution.txt") });
    let messages = [
        json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params }),
        json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": draft } }),
    ];
    messages.iter().flat_map(frame).collect()
}

/// Waits for the server to end.
fn ends(mut server: Child) {
    let begun = Instant::now();
    while server.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            server.kill().unwrap();
            panic!("the server is still there");
        }
        std::thread::yield_now();
    }
}

#[test]
fn a_client_that_reads_nothing_and_closes_its_end_is_not_waited_for() {
    let mut server = server();
    let mut input = server.stdin.take().unwrap();
    // The answers are more than any pipe holds.
    input.write_all(&greeting()).unwrap();
    let outline = json!({ "textDocument": { "uri": "file:///lamps.txt" } });
    for id in 1..200 {
        let ask = json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/documentSymbol", "params": outline });
        input.write_all(&frame(&ask)).unwrap();
    }
    // It is at work.
    server.stdout.as_mut().unwrap().read_exact(&mut [0; 16]).unwrap();
    drop(input);
    ends(server);
}

#[test]
#[cfg(unix)]
fn a_client_that_is_owed_too_much_and_closes_its_end_is_not_waited_for() {
    let folder = Workspace::new("owed-too-much");
    let outline = json!({ "textDocument": { "uri": "file:///lamps.txt" } });
    let asked = (1..40_000).flat_map(|id| {
        frame(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/documentSymbol", "params": outline }))
    });
    std::fs::write(folder.join("said"), greeting().into_iter().chain(asked).collect::<Vec<u8>>()).unwrap();
    // The server takes in as much as it may owe and then no more, so that the rest waits in the pipe when the client ends.
    let mut client = Command::new("cat").arg(folder.join("said")).stdout(Stdio::piped()).spawn().unwrap();
    let mut server = command().stdin(client.stdout.take().unwrap()).spawn().unwrap();
    server.stdout.as_mut().unwrap().read_exact(&mut [0; 16]).unwrap();
    client.kill().unwrap();
    client.wait().unwrap();
    ends(server);
}

#[test]
fn a_client_that_closes_what_it_reads_is_gone_though_the_server_has_nothing_to_say() {
    let mut server = server();
    let mut input = server.stdin.take().unwrap();
    input.write_all(&greeting()).unwrap();
    let mut output = server.stdout.take().unwrap();
    output.read_exact(&mut [0; 16]).unwrap();
    drop(output);
    ends(server);
    drop(input);
}

// Elsewhere it is not asked after.
#[cfg(unix)]
#[test]
fn an_editor_whose_process_vanishes_is_not_waited_for() {
    // Whoever started the server keeps its pipes open, as a shell in between does.
    let mut editor = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let mut server = server();
    let mut input = server.stdin.take().unwrap();
    let params = json!({ "processId": editor.id(), "rootUri": null, "capabilities": capabilities() });
    let initialize = json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params });
    input.write_all(&frame(&initialize)).unwrap();
    server.stdout.as_mut().unwrap().read_exact(&mut [0; 16]).unwrap();
    editor.kill().unwrap();
    editor.wait().unwrap();
    ends(server);
    drop(input);
}
