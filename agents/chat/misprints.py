"""Whether an edit prints talk, or passes over a value it was told: then a question is asked.

Rules and reader may take an order for copy, or hear one value of two. This looks at the texts as
they read afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from agents.chat.context import Context
from agents.chat.figures import NUMBERS
from agents.chat.results import Done, Question
from agents.chat.values.day import days_in
from agents.chat.values.hour import Hour
from agents.chat.values.slots import Told, alike, slots_in, told_in
from agents.chat.values.wording import copy_by_id, texts_of, words_of
from design_io.document import TextLayer, walk

_ORDER = re.compile(
    r"(?:please )?(?P<verb>leave out|take (?:out|off|away)|get rid of|remove|delete|drop|omit|lose"
    r"|hide|skip|make|put|move|change|replace|swap|add|insert|show|use) "
)
_RECKONED = re.compile(
    r"\b(?:by|more|less|dearer|cheaper|off|up|down|add|plus|minus|extra|earlier|later|than|each|every"
    r"|all|between|around|about)\b"
)
_IN_FIGURES = frozenset(
    ["free", "noon", "midnight", "am", "pm", "until", "to", "from", "half", "price", "open"]
)
_COUNTED = re.compile(
    r"\b\d+ (?P<noun>[a-z]{2,})\b.*\b(?:not|instead of|rather than) (?:just |only )?(?P<old>\d+)$"
)
_OF = {"am": "time", "pm": "time"}
_CODE = re.compile(r"\b[A-Z]{3,}\d+\b")
_QUOTED = re.compile(r"[\"“„]|(?<!\w)'")
_CALLED = 6  # digits of a telephone number
_YEAR = 4  # digits, which stand in names as well: "Mission 2030"
_LEAST = 5  # letters of a text that is found again in another


def misprinted(sentence: str, found: Done, context: Context) -> Question | None:
    """What is asked instead; None where copy alone is printed and all that was told stands."""
    if context.confirmed:
        return None
    now = replace(context, history=found.after(context.history))
    pairs = list(_rewritten(context, now))
    low = sentence.lower().replace("’", "'")
    for old, new in pairs:
        facts = _is_no_day(low, old, new) or _is_figure(old, new) or _is_shrunk(old, new)
        facts = facts or _is_day_for_name(old, new) or _is_other_count(low, old)
        if facts or _is_talk(low, old, new, context):
            return Question(f"shall {old.text!r} really read {new!r}? Say it in quotes, then.")
    told = _passed_over(low, sentence, now, context) if pairs else None
    over = (
        told.value.text.strip() if told else _code_missed(sentence, now, context) if pairs else ""
    )
    return Question(f"where does {over!r} go?") if over else None


def _rewritten(context: Context, now: Context) -> Iterator[tuple[TextLayer, str]]:
    """The texts that read otherwise, as they were, and what they read."""
    texts = copy_by_id(now.design)
    for layer in walk(context.design):
        if isinstance(layer, TextLayer) and texts.get(layer.id, layer.text) != layer.text:
            yield layer, texts[layer.id]


def _is_talk(low: str, old: TextLayer, new: str, context: Context) -> bool:
    """The order itself: "Leave out Park Avenue 3"; or what other lines say: "Friday and Amélie"."""
    order, said = _ORDER.match(low), new.lower()
    if _QUOTED.search(low):
        return False
    if order and said.startswith(order["verb"]) and not old.text.lower().startswith(order["verb"]):
        return True
    if words_of(old.text) & words_of(new):
        return False
    others = (x.text.lower() for x in texts_of(context) if x.id != old.id)
    return any(len(text) >= _LEAST and text in said and text != said for text in others)


def _is_day_for_name(old: TextLayer, new: str) -> bool:
    """Whether a title makes way for no more than a day: "Saturday the 14th"."""
    days = days_in(new)
    whole = len(days) == 1 and days[0].text.strip() == new.strip()
    return old.role in ("title", "brand", "subtitle") and whole and not days_in(old.text)


def _is_shrunk(old: TextLayer, new: str) -> bool:
    """Whether of a number to call hardly a figure is left: "3"."""
    was, now = (sum(map(str.isdigit, text)) for text in (old.text, new))
    return old.role == "contact" and was >= _CALLED and 0 < now <= was // 2


def _is_other_count(low: str, old: TextLayer) -> bool:
    """Whether the figure said to be wrong is one of a date: "16 teams, not 12" of "12 May"."""
    told = _COUNTED.search(low)
    if told is None or old.role not in ("date", "time", "address", "contact", "venue"):
        return False
    own = words_of(old.text)
    return told["old"] in own and told["noun"] not in own and old.role != _OF.get(told["noun"], "")


def _is_no_day(low: str, old: TextLayer, new: str) -> bool:
    """Whether the day of a date made way for a word that is none: "Casablanca 5 July"."""
    if old.role != "date" or _QUOTED.search(low) or re.search(r"\bdate\b", low):
        return False
    named = any(d.weekday is not None for d in days_in(old.text))
    lost = named and not any(d.weekday is not None for d in days_in(new))
    gained = words_of(new) - words_of(old.text)
    return lost and any(word.isalpha() for word in gained) and bool(days_in(new))


def _is_figure(old: TextLayer, new: str) -> bool:
    """Whether a figure stands where a name was: "7's 6th Birthday Party"."""
    lost, gained = words_of(old.text) - words_of(new), words_of(new) - words_of(old.text)
    names = lost - _IN_FIGURES - {*NUMBERS}
    return bool(lost) and lost == names and all(w.isalpha() for w in lost) and bool(gained) and (
        all(word.isdigit() and len(word) < _YEAR for word in gained)
    )  # fmt: skip


def _code_missed(raw: str, now: Context, context: Context) -> str:
    """A code, RELAX60, that was told and stands nowhere, nor stood."""
    shown = " ".join(x.text for where in (context, now) for x in texts_of(where)).lower()
    return next((code for code in _CODE.findall(raw) if code.lower() not in shown), "")


def _passed_over(low: str, raw: str, now: Context, context: Context) -> Told | None:
    """A day, an hour or a sum that was told and stands nowhere, nor stood."""
    if _RECKONED.search(low):
        return None
    slots = [*slots_in(context), *slots_in(now)]
    shown = " | ".join(x.text for where in (context, now) for x in texts_of(where)).lower()
    for told in told_in(low, raw):
        if told.denied or told.kind not in ("day", "hour", "money"):
            continue
        figures = re.search(r"\d", told.value.text)
        unsure = not figures or (isinstance(told.value, Hour) and not told.value.sure)
        stands = any(s.kind == told.kind and alike(told.kind, told.value, s) for s in slots)
        if not unsure and not stands and told.value.text.strip().lower() not in shown:
            return told
    return None
