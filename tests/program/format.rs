//! `rapporteur format`, through the real program.

use std::fs;

use crate::desk::Desk;

const UNEVEN: &str = "The General Assembly, \n\n\nRecalling  the lamps,\n\n1.   Decides to meet.\n";
const EVEN: &str = "The General Assembly,\n\nRecalling the lamps,\n\n1. Decides to meet.\n";

const PAGE: &str = "          The General Assembly,\n          Recalling the long nights of the northern harbours and the\n    \
                    lamps that were kept alight in them by generations of\n    keepers, whose names have been lost and whose \
                    work is still\n    remembered,\n          1.    Decides to light the lamps.\n";
const CLEAN: &str = "The General Assembly,\n\nRecalling the long nights of the northern harbours and the lamps that were kept \
                     alight in them by generations of keepers, whose names have been lost and whose work is still \
                     remembered,\n\n1. Decides to light the lamps.\n";

#[test]
fn one_text_is_printed_and_no_file_is_touched() {
    let desk = Desk::new("format-print").with("lamps.txt", UNEVEN).with("page.txt", PAGE);
    let printed = desk.run(&["format", "lamps.txt"]);
    assert_eq!((printed.status, printed.stdout.as_str(), printed.stderr.as_str()), (0, EVEN, ""));
    assert_eq!(desk.feed(&["format", "-"], UNEVEN.as_bytes()).stdout, EVEN);
    assert_eq!(desk.run(&["format", "page.txt"]).stdout, PAGE, "a page is unwrapped only when that is asked");
    assert_eq!(desk.run(&["format", "--unwrap", "page.txt"]).stdout, CLEAN);
    assert_eq!(desk.run(&["format", "--unwrap", "lamps.txt"]).stdout, EVEN);
    assert_eq!(fs::read_to_string(desk.path("lamps.txt")).unwrap(), UNEVEN);
}

#[test]
fn check_names_what_would_change() {
    let desk =
        Desk::new("format-check").with("drafts/a.txt", UNEVEN).with("drafts/b.txt", EVEN).with("drafts/c.md", UNEVEN);
    let checked = desk.run(&["format", "--check", "drafts"]);
    assert_eq!((checked.status, checked.stdout.as_str()), (1, "drafts/a.txt\ndrafts/c.md\n"));
    assert_eq!(desk.run(&["format", "--check", "drafts/b.txt"]).status, 0);
    assert_eq!(desk.feed(&["format", "--check", "-"], UNEVEN.as_bytes()).stdout, "-\n");
    assert_eq!(fs::read_to_string(desk.path("drafts/a.txt")).unwrap(), UNEVEN);
}

#[test]
fn write_keeps_the_encoding_and_the_line_ends() {
    let utf16 = |text: &str| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(|unit| unit.to_le_bytes()).collect()
    };
    let windows = |text: &str| text.replace('\n', "\r\n");
    let desk = Desk::new("format-write").with("a.txt", utf16(&windows(UNEVEN))).with("b.txt", EVEN);
    let written = desk.run(&["format", "--write", "a.txt", "b.txt"]);
    assert_eq!((written.status, written.stdout.as_str(), written.stderr.as_str()), (0, "a.txt\n", ""));
    assert_eq!(fs::read(desk.path("a.txt")).unwrap(), utf16(&windows(EVEN)));
    let names: Vec<_> = fs::read_dir(desk.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing is left beside them: {names:?}");
    assert_eq!(desk.run(&["format", "--write", "."]).stdout, "", "there is nothing left to do");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_file_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new("format-link").with("real.txt", UNEVEN);
    symlink("real.txt", desk.path("link.txt")).unwrap();
    fs::set_permissions(desk.path("real.txt"), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(desk.run(&["format", "--write", "link.txt"]).status, 0);
    assert!(fs::symlink_metadata(desk.path("link.txt")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(desk.path("real.txt")).unwrap(), EVEN);
    assert_eq!(fs::metadata(desk.path("real.txt")).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn what_cannot_be_done_is_said() {
    let desk = Desk::new("format-errors").with("a.txt", UNEVEN).with("b.txt", EVEN).with("c.pdf", "%PDF-1.7");
    let refused = |arguments: &[&str], sentence: &str| {
        let ended = desk.run(arguments);
        assert_eq!((ended.status, ended.stdout.as_str()), (2, ""));
        assert!(ended.stderr.starts_with(sentence), "{}", ended.stderr);
    };
    refused(&["format", "a.txt", "b.txt"], "Only one text at a time can be printed. Say `--write`");
    refused(&["format", "."], "Only one text at a time can be printed. Say `--write`");
    refused(&["format", "none.txt"], "none.txt: There is no such file or folder.");
    refused(&["format", "c.pdf"], "c.pdf: This is a PDF.");
    refused(&["format", "--check", "--write", "a.txt"], "error: --check and --write can't be said together.");
    let ended = desk.feed(&["format", "--write", "-"], UNEVEN.as_bytes());
    assert_eq!(ended.status, 2);
    assert_eq!(ended.stderr, "-: Standard input can't be written to. Leave out `--write` to have its text printed.\n");
}
