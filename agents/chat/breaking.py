"""Lines broken where somebody says: "put Hadley Park on a second line"."""

from __future__ import annotations

import re

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.results import Answer, done
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence, unquoted
from agents.chat.values.wording import spots


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def _broken(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """The line ends before these words, or behind them where they begin it."""
    found = spots(unquoted(match["words"]), context)
    if len(found) != 1 or found[0].apart:
        return None
    spot = found[0]
    text, at = spot.layer.text, spot.start or spot.end
    before, behind = text[:at].rstrip(" ,;|·–—-"), text[at:].lstrip(" ,;|·–—-")
    if not (before and behind):
        return None
    new = spot.layer.evolve(text=f"{before}\n{behind}", spans=())
    return done(f"{behind.splitlines()[0]!r} begins a line", refitted(spot.layer, new, context))


_LINE = r"(?:a|the|its|their) (?:second|third|new|separate|own|next|different|another) lines?"
_RULES: Rules = rules(
    (rf"(?:(?:put|move|have|start|set|write|print|want|place|show|begin) )?(?P<words>.+?)"
     rf" (?:should (?:be|go|start) |must be |goes |to be |to )?(?:on|onto|in|to|with) {_LINE}",
     _broken),
    (r"(?:(?:start|begin|make|put|insert|add) )?(?:a |the )?(?:new line|line break|break)"
     r" (?:before|at|in front of) (?P<words>.+)", _broken),
    (r"break (?:the )?lines? (?:before|at) (?P<words>.+)", _broken),
)  # fmt: skip
