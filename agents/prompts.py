"""What language models are told: versioned files in `assets/prompts`, one a task."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent.parent / "assets" / "prompts"
_HEAD = re.compile(r"\A<!-- version (\d+) -->\n")


class Prompt(NamedTuple):
    version: int
    text: str


@cache
def prompt_named(task: str) -> Prompt:
    """The prompt of a task; its file begins with its version."""
    raw = (_FOLDER / f"{task}.md").read_text(encoding="utf-8")
    head = _HEAD.match(raw)
    if head is None:
        raise ValueError(f"{task}.md does not begin with <!-- version N -->")
    return Prompt(int(head[1]), raw[head.end() :].strip())


def prompt_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.md")))
