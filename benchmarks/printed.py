"""Does a design say what its request says? Strangers' requests with what must be printed.

Run: PYTHONPATH=. python benchmarks/printed.py FILE.jsonl [-v]    (-v: all that fall short)
A line holds `request`; `titles`, one of which the headline contains; `lines`, all of which stand
somewhere; and `never`, none of which does. Case and the kind of quotes and dashes do not count.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import NamedTuple

from agents.instruction import parse

_READ = ("request", "titles", "lines", "never")
_ALIKE = str.maketrans("’‘“”–—", "''\"\"--")


class Printed(NamedTuple):
    request: str
    text: str  # all that is printed
    titled: bool
    lines: int  # that must be printed
    missing: tuple[str, ...]
    unwanted: tuple[str, ...]


class Score(NamedTuple):
    requests: int
    titles: int  # right ones
    lines: int
    missing: int
    unwanted: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    judged = judged_in(options.file)
    for one in judged if options.verbose else ():
        if not one.titled or one.missing or one.unwanted:
            print(f"{one.request}\n  -> {one.text}\n  title {'right' if one.titled else 'wrong'}, "
                  f"missing {list(one.missing)}, unwanted {list(one.unwanted)}")  # fmt: skip
    score = score_of(judged)
    print(f"{score.requests} requests: {score.titles} titles right")
    print(f"{score.lines - score.missing} of {score.lines} lines printed")
    print(f"{score.unwanted} phrases printed that must not be")


def judged_in(file: Path) -> list[Printed]:
    rows = map(json.loads, file.read_text("utf-8").splitlines())
    return [_judged(**{key: row[key] for key in _READ}) for row in rows]


def score_of(judged: list[Printed]) -> Score:
    return Score(
        len(judged), sum(one.titled for one in judged), sum(one.lines for one in judged),
        sum(len(one.missing) for one in judged), sum(len(one.unwanted) for one in judged),
    )  # fmt: skip


def _judged(request: str, titles: list[str], lines: list[str], never: list[str]) -> Printed:
    texts = parse(request).texts
    title = _plain(" ".join(t.text for t in texts if t.role == "title"))
    labelled = _plain(" | ".join(f"{t.label} {t.text}" for t in texts))
    running = _plain(" ".join(t.text for t in texts))
    missing = [line for line in lines if _plain(line) not in f"{labelled} | {running}"]
    return Printed(
        request, " / ".join(f"{t.role}: {t.text}" for t in texts),
        any(_plain(core) in title for core in titles), len(lines), tuple(missing),
        tuple(phrase for phrase in never if _plain(phrase) in labelled),
    )  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().translate(_ALIKE)).strip()


if __name__ == "__main__":
    main()
