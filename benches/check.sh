#!/usr/bin/env bash
# How fast `rapporteur check` is over a folder, beside ripgrep counting the lines that have a symbol, on the same
# texts in the same run, both on all cores: benches/check.sh FOLDER [ROUNDS]
# The best round of each counts. Needs `cargo build --release` and ripgrep (Debian: apt install ripgrep).
set -euo pipefail
folder=${1:?usage: benches/check.sh FOLDER [ROUNDS]}
rounds=${2:-10}
program=${RAPPORTEUR:-$(dirname "$0")/../target/release/rapporteur}
pattern='\b[A-Z]+(/[A-Z0-9.]+)+/[0-9]+'

[ -x "$program" ] || { echo "check.sh: no program at $program: cargo build --release" >&2; exit 2; }

texts=$(find "$folder" -name '*.txt' | wc -l)
bytes=$(find "$folder" -name '*.txt' -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }')
[ "$texts" -gt 0 ] || { echo "check.sh: no texts in $folder" >&2; exit 2; }

# The shortest wall time of some rounds, in seconds. What a program finds, and tells by its exit, is no matter.
best() {
    local shortest=
    for _ in $(seq "$rounds"); do
        local start end
        start=$(date +%s.%N)
        "$@" >/dev/null 2>&1 || [ $? -eq 1 ] || { echo "check.sh: $1 failed" >&2; exit 2; }
        end=$(date +%s.%N)
        shortest=$(awk -v s="$start" -v e="$end" -v b="$shortest" 'BEGIN { t = e - s; print (b == "" || t < b) ? t : b }')
    done
    echo "$shortest"
}

row() { awk -v name="$1" -v t="$2" -v n="$texts" -v b="$bytes" 'BEGIN { printf "%-18s %8.3f s %9.0f texts/s %8.1f MB/s\n", name, t, n / t, b / t / 1e6 }'; }

awk -v n="$texts" -v b="$bytes" 'BEGIN { printf "%d texts, %.1f MB\n", n, b / 1e6 }'
ours=$(best "$program" check --format json "$folder")
row "rapporteur check" "$ours"
if ! command -v rg >/dev/null; then
    echo "check.sh: SKIPPED the comparison: ripgrep (rg) is not installed" >&2
    exit 0
fi
theirs=$(best rg -c -g '*.txt' "$pattern" "$folder")
row "rg -c" "$theirs"
awk -v a="$theirs" -v b="$ours" 'BEGIN { printf "rapporteur check does %.2f of what rg -c does\n", a / b }'
