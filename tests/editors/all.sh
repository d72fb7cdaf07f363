#!/usr/bin/env bash
# All editors, one after the other. What can't be had is named at the end; in CI that is a failure.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)

results=()
failed=0
for editor in neovim helix emacs vscode vscode-web web; do
  printf '\n== %s\n' "$editor"
  start=$SECONDS
  said=$(mktemp)
  if "$here/$editor.sh" 2> >(tee "$said" >&2); then outcome=passed; else outcome=FAILED failed=1; fi
  if grep -q '^editors: SKIPPED' "$said"; then outcome=SKIPPED; fi
  rm -f "$said"
  results+=("$(printf '%-10s %-8s %4d s' "$editor" "$outcome" $((SECONDS - start)))")
done
printf '\n== Editors\n'
printf '%s\n' "${results[@]}"
echo "Pictures: ${RAPPORTEUR_PICTURES:-${CARGO_TARGET_DIR:-target}/editors/pictures}"
exit $failed
