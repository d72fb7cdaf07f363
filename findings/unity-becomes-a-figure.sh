#!/usr/bin/env bash
# The numbers of a Chinese text put into figures: 第九十四届会议 into 第94届会议.
#
# One would expect: the numbers change, and words that merely have a 一 in them (一致, 统一, 一切) stay: the text is searched for
# numbers, as `transform` promises.
#
# What happens: cn2an 0.5.24 finds a number in each 一. 一致通过 (adopted by consensus) becomes 1致通过, 统一 (unified) 统1,
# 一切国家 (all States) 1切国家. Words with 千 and 万 (千年发展目标, 万一) stay as they are.
#
# For a draft: some of the commonest words of resolutions are broken. Rapporteur doesn't tell yet. Change the numbers of sessions
# alone, with a search for 第…届.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check cn2an==0.5.24

"$folder/python/bin/python" -I - <<'PYTHON'
import sys

import cn2an

CASES = {
    "第九十四届会议": "第94届会议",
    "决定一致通过": "决定1致通过",
    "统一行动": "统1行动",
    "请一切国家点灯": "请1切国家点灯",
    "千年发展目标": "千年发展目标",
    "万一": "万一",
}
for draft, expected in CASES.items():
    seen = cn2an.transform(draft, "cn2an")
    if seen != expected:
        sys.exit(f"This has changed. cn2an 0.5.24 makes {seen} of {draft}")
    print(f"cn2an 0.5.24: {draft} becomes {seen}")
PYTHON
