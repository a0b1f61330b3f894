"""Lines broken where somebody says: "put Hadley Park on a second line"."""

from __future__ import annotations

import re

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.naming import find
from agents.chat.results import Answer, CannotError, done
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


def _halved(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """The text in two lines that are as long as each other."""
    named = find(match["t"], context)
    if len(named.texts) != 1 or named.span or "\n" in named.texts[0].text:
        return None
    layer = named.texts[0]
    gaps = [n for n, sign in enumerate(layer.text) if sign == " "]
    if not gaps:
        raise CannotError(f"{layer.text!r} is a single word")
    at = min(gaps, key=lambda n: abs(2 * n - len(layer.text)))
    new = layer.evolve(text=f"{layer.text[:at]}\n{layer.text[at + 1 :]}", spans=())
    return done(f"{layer.label!r} stands in two lines", refitted(layer, new, context))


_LINE = r"(?:a|the|its|their) (?:second|third|new|separate|own|next|different|another) lines?"
_TWO = r"(?:on|in|into|over|across|as|onto) (?:two|2) (?:lines|rows)"
_RULES: Rules = rules(
    (rf"(?:(?:put|set|have|break|split|write|make|spread|wrap|print|show) )?(?P<t>(?:the |our )?"
     rf"(?:title|headline|heading|name|subtitle|tagline|venue|address|offer))"
     rf"(?: up)? (?:should (?:be|go) |must be |goes )?(?:{_TWO}|2 lines|two lines)", _halved),
    (rf"(?:(?:put|move|have|start|set|write|print|want|place|show|begin) )?(?P<words>.+?)"
     rf" (?:should (?:be|go|start) |must be |goes |to be |to )?(?:on|onto|in|to|with) {_LINE}",
     _broken),
    (r"(?:(?:start|begin|make|put|insert|add) )?(?:a |the )?(?:new line|line break|break)"
     r" (?:before|at|in front of) (?P<words>.+)", _broken),
    (r"break (?:the )?lines? (?:before|at) (?P<words>.+)", _broken),
)  # fmt: skip
