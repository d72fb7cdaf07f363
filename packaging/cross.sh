#!/usr/bin/env bash
# Builds the program for other systems on Linux, checks what it is, and runs the tests of the Windows one under Wine:
#
#     packaging/cross.sh linux|macos|windows|wine [TEST…]|all
#
# Wants, and installs nothing by itself but Rust's libraries for a target: `pip install ziglang cargo-zigbuild` for Linux and macOS,
# and Debian's gcc-mingw-w64-x86-64 and wine64 for Windows. What can't be had is said and passed over. Builds are of the profile that
# PROFILE names (`dev` unless it is set): `PROFILE=release packaging/cross.sh all` is what users would get.
set -euo pipefail
cd "$(dirname "$0")/.."
profile=${PROFILE:-dev}
folder=$profile
if [ "$profile" = dev ]; then
  folder=debug
  # Quick to build; the tests are none of speed.
  export CARGO_PROFILE_DEV_OPT_LEVEL=${CARGO_PROFILE_DEV_OPT_LEVEL:-0} CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_STRIP=symbols
fi
built=${CARGO_TARGET_DIR:-target}
summary=()
note() { summary+=("$(printf '%-28s %s' "$1" "$2")"); printf '== %s: %s\n' "$1" "$2"; }

# has TARGET: Rust's libraries for a target, which are installed if they can be.
has() {
  rustup target list --installed | grep -qx "$1" || rustup target add "$1" >/dev/null 2>&1
}

# zig TARGET [OLDEST]: a build by zig's compiler, which has the C libraries of other systems in it.
zig() {
  local target=$1 oldest=${2:-} said
  if ! command -v cargo-zigbuild >/dev/null; then note "$target" 'skipped: no cargo-zigbuild (pip install ziglang cargo-zigbuild)'; return 0; fi
  if ! has "$target"; then note "$target" "skipped: Rust's libraries for it cannot be had"; return 0; fi
  cargo zigbuild --locked --profile "$profile" --bin rapporteur --target "$target$oldest"
  # A quick build may be larger than what is published.
  said=$(python3 -c '
import sys
sys.path.insert(0, "packaging")
import release
if sys.argv[3] != "release":
    release.LARGEST = sys.maxsize
found, size = release.check_format(*sys.argv[1:3])
needs = ".".join(map(str, found["needs"] or ["nothing"]))
print(found["processor"], found["system"] + ", needs", needs + f", {size / (1 << 20):.1f} MB")
' "$built/$target/$folder/rapporteur" "$target" "$profile")
  note "$target" "$said"
}

windows() {
  note x86_64-pc-windows-msvc "skipped: wants Microsoft's linker and libraries, which only a machine with Visual Studio has"
  note aarch64-pc-windows-msvc 'skipped: the same'
  if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then note x86_64-pc-windows-gnu 'skipped: no gcc-mingw-w64-x86-64'; return 0; fi
  if ! has x86_64-pc-windows-gnu; then note x86_64-pc-windows-gnu "skipped: Rust's libraries for it cannot be had"; return 0; fi
  cargo build --locked --profile "$profile" --bin rapporteur --target x86_64-pc-windows-gnu
  note x86_64-pc-windows-gnu "$(stat -c %s "$built/x86_64-pc-windows-gnu/$folder/rapporteur.exe") bytes"
}

# A folder in which Wine is a Windows 10 that has all that Rust's programs ask for.
wine_prefix() {
  export WINEPREFIX=${WINEPREFIX:-$PWD/$built/wine} WINEDEBUG=${WINEDEBUG:--all}
  wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2>/dev/null) || return 1
  [ -d "$WINEPREFIX/drive_c" ] || "$wine" wineboot --init >/dev/null 2>&1
  "$wine" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
  local random=$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll
  # Wine before version 9 has no such library; Rust takes random numbers from it.
  if [ ! -f "$random" ]; then
    x86_64-w64-mingw32-gcc -shared -O1 -x c -o "$random" - -ladvapi32 <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
C
  fi
}

# wine_tests [TEST…]: the command line's and the protocol's tests, and those in the files, by the Windows program under Wine.
wine_tests() {
  if ! command -v x86_64-w64-mingw32-gcc >/dev/null; then note 'tests under Wine' 'skipped: no gcc-mingw-w64-x86-64'; return 0; fi
  if ! has x86_64-pc-windows-gnu; then note 'tests under Wine' "skipped: Rust's libraries for Windows cannot be had"; return 0; fi
  if ! wine_prefix; then note 'tests under Wine' 'skipped: no wine64'; return 0; fi
  export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=$wine
  local results failed=0
  results=$(mktemp)
  cargo test --locked --target x86_64-pc-windows-gnu --lib --bins --test program --no-fail-fast -- "$@" 2>&1 | tee "$results" || failed=1
  note 'tests under Wine' "$(sed -n 's/^test result: \(.*\); finished.*/\1/p' "$results" | paste -sd '|' | sed 's/|/ | /g')"
  rm -f "$results"
  return $failed
}

what=${1:-all}
shift || true
failed=0
case $what in linux | all)
  zig x86_64-unknown-linux-gnu .2.17
  zig aarch64-unknown-linux-gnu .2.17
  zig x86_64-unknown-linux-musl
  zig aarch64-unknown-linux-musl
  ;;
esac
case $what in macos | all)
  zig x86_64-apple-darwin
  zig aarch64-apple-darwin
  ;;
esac
case $what in windows | all) windows ;; esac
case $what in wine | all) wine_tests "$@" || failed=1 ;; esac
case $what in linux | macos | windows | wine | all) ;; *) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2 ;; esac
printf '\n== Other systems\n'
printf '%s\n' "${summary[@]}"
exit $failed
