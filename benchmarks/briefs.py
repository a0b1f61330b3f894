"""What of marked briefs is printed: headlines that are right, and lines that are missing.

The briefs of `tests/agents/briefs.txt` are marked as in `assets/train_reader.py`; the reader has
not learned from them. Told is also which headlines it would have right by itself.

Run: PYTHONPATH=. python benchmarks/briefs.py [FILE] [--details]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from agents.instruction import parse
from agents.reader.copy import copy_in

BRIEFS = Path(__file__).parent.parent / "tests" / "agents" / "briefs.txt"
_MARK = re.compile(r"\{([A-Z])\|([^{}|]*)\}")
_SAME, _PRINTED = 0.6, 0.75  # shares of words that two headlines have in common; of a line's words
_LINES = {"B": "names", "K": "taglines", "I": "items", "L": "other lines"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", nargs="?", type=Path, default=BRIEFS)
    options.add_argument("--details", action="store_true")
    told = options.parse_args()
    titles = Counter[str]()
    wanted, missing = Counter[str](), Counter[str]()
    for row in told.file.read_text("utf-8").splitlines():
        request = _MARK.sub(lambda mark: mark[2], row).replace("\\n", "\n")
        marks = [(mark[1], mark[2]) for mark in _MARK.finditer(row)]
        texts = parse(request).texts
        title = next((text.text for text in texts if text.role == "title"), "")
        printed = _words(" ".join(f"{text.label} {text.text}" for text in texts))
        for meant in [words for kind, words in marks if kind == "T"][:1]:
            titles["all"] += 1
            titles["right"] += _alike(title, meant)
            titles["right by the reader alone"] += _alike(_read(request), meant)
            if told.details and not _alike(title, meant):
                print(f"{title!r} for {meant!r}: {request[:150]!r}")
        for kind, words in marks:
            lost = len(_words(words) & printed) < _PRINTED * len(_words(words))
            wanted[kind] += 1
            missing[kind] += lost
            if told.details and lost and kind in _LINES:
                print(f"missing {words!r}: {request[:150]!r}")
    print("headlines:", ", ".join(f"{count} {what}" for what, count in titles.items()))
    lines = ", ".join(f"{missing[kind]} of {wanted[kind]} {what}" for kind, what in _LINES.items())
    print("missing:", lines)


def _read(request: str) -> str:
    """The headline that the reader is surest of."""
    copy = copy_in(request)
    titles = sorted(copy.of("title"), key=lambda span: copy.chance("title", span))
    return copy.said(titles[-1]) if titles else ""


def _alike(one: str, other: str) -> bool:
    mine, theirs = _words(one), _words(other)
    return bool(mine and theirs) and len(mine & theirs) >= _SAME * len(mine | theirs)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


if __name__ == "__main__":
    main()
