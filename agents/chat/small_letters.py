"""New words of a message without capitals, with capitals where the old ones have them."""

from __future__ import annotations

import re
from calendar import day_name, month_name

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.results import Done
from agents.chat.values.wording import copy_by_id, in_case_of
from design_io.commands import Command
from design_io.document import TextLayer, walk

_OTHER_WORDS = ("May", "March")
_DAYS = "|".join(n.lower() for n in (*day_name, *month_name) if n and n not in _OTHER_WORDS)
_NAMES = re.compile(rf"\b(?:{_DAYS})s?\b|(?<=\d )(?:may|march)\b")


def recased(message: str, found: Done, context: Context) -> Done:
    """The same edit, its new words as the design writes them."""
    if any(c.isupper() for c in message[1:]):
        return found
    before = copy_by_id(context.design)
    after = found.after(context.history).present
    now = [x for x in walk(after) if isinstance(x, TextLayer)]
    parts: list[Command] = []
    said = found.said
    for layer in now:
        text = _written(before.get(layer.id, layer.text), layer.text, message)
        if text != layer.text:
            parts += refitted(layer, layer.evolve(text=text), context)
            said = said.replace(repr(layer.text), repr(text))
    if not parts:
        return found
    whole = found._replace(said=said, commands=(*found.commands, *parts))
    return whole._replace(diff=diff_of(context.design, whole.after(context.history).present))


def _written(old: str, new: str, message: str) -> str:
    """The new text as the old one is written, but for what was given in quotes."""
    if new == old or re.search(rf"[\"'“„‘]{re.escape(new)}[\"'”“’]", message):
        return new
    if old[:1] in "£$€" and new[:1].isdigit() and new != old[1:].strip():
        new = old[:1] + new
    named = _NAMES.sub(lambda m: m[0].capitalize(), new)
    return in_case_of(old, new) if new == named else named
