#!/usr/bin/env bash
# An Arabic sentence with a Latin symbol in it, shown by annotate-snippets as compilers show their errors.
#
# One would expect: the sentence as it is. Unicode asks that a symbol in a line that runs from right to left is put between
# isolates (U+2068 and U+2069, UAX 9), so that its marks stay where they belong; they print nothing.
#
# What happens: annotate-snippets 0.12.17 writes U+FFFD, the sign of an unknown character, for each isolate in a primary title.
# In a secondary title, in the same report, the same sentence is left as it is.
#
# For a draft: each number and symbol in an Arabic finding stood between two of these signs. Rapporteur leaves the isolates out
# of what it prints into a terminal; editors and JSON have them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir "$folder/src"
cat > "$folder/Cargo.toml" <<'TOML'
[package]
name = "isolates"
version = "0.1.0"
edition = "2021"

[dependencies]
annotate-snippets = "=0.12.17"
TOML
cat > "$folder/src/main.rs" <<'RUST'
use annotate_snippets::{Group, Level, Renderer};

fn main() {
    let sentence = "الحاشية \u{2068}3\u{2069} بلا نص";
    let primary = Group::with_title(Level::ERROR.primary_title(sentence));
    let secondary = Group::with_title(Level::NOTE.secondary_title(sentence));
    let report = &[primary, secondary];
    let shown = Renderer::plain().render(report);
    let lines: Vec<&str> = shown.lines().collect();
    let unknown = |line: &str| line.matches('\u{fffd}').count();
    let isolates = |line: &str| line.matches(['\u{2068}', '\u{2069}']).count();
    let told: Vec<(usize, usize)> = lines.iter().map(|line| (unknown(line), isolates(line))).collect();
    println!("unknown characters and isolates, line by line: {told:?}");
    if told != [(2, 0), (0, 0), (0, 2)] {
        eprintln!("This has changed. annotate-snippets now writes: {shown:?}");
        std::process::exit(1);
    }
}
RUST
cargo run --quiet --manifest-path "$folder/Cargo.toml" --target-dir "$folder/target"
