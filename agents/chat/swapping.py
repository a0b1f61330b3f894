"""Two layers in each other's place; a row of a list goes as a whole."""

from __future__ import annotations

import re

from agents.chat.changes import refitted, shifted
from agents.chat.context import Context
from agents.chat.listed import exchanged_in_line
from agents.chat.moving import area_of, target
from agents.chat.naming import Named, find, is_named, texts_shown, with_labels
from agents.chat.results import Answer, CannotError, Choice, Question, done
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence
from design_io.commands import Command
from design_io.document import TextLayer


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def headed(sentence: Sentence, context: Context) -> Answer | None:
    """Another text as the headline: the two change words."""
    return first(_HEADED, sentence.plain, sentence, context)


def _swap(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """swap the date and the time; swap the picture and the title"""
    if not (is_named(match["a"], context) and is_named(match["b"], context)):
        return None
    if any(find(match[x], context).span for x in ("a", "b")):
        return None  # words of a text, which are edited
    found = (target(match["a"], context), target(match["b"], context))
    first, second = found
    if first is None or second is None or first.layers == second.layers:
        return None
    if (told := _retold(first, second, context)) is not None:
        return told
    for one, other in ((first, second), (second, first)):
        if len(one.texts) > 3:
            return _which_text(other, context)
    parts = exchanged_in_line(first, second, context) or _exchanged(first, second, context)
    return done(f"{first.label} and {second.label} changed places", parts)


def _retold(first: Named, second: Named, context: Context) -> Answer | None:
    """Two entries of a timetable: days and hours stay, what is on changes."""
    rows = [with_labels(named, context.design) for named in (first, second)]
    items = [row[0] for row in rows]
    if not all(any(x.role in ("date", "time") for x in row) for row in rows):
        return None
    a, b = items
    if not (isinstance(a, TextLayer) and isinstance(b, TextLayer) and a.role == b.role == "item"):
        return None
    return _reworded(a, b, context)


def _reworded(a: TextLayer, b: TextLayer, context: Context) -> Answer:
    """Each with the other's words, at its own place and in its own type."""
    parts = [part for old, new in ((a, b), (b, a))
             for part in refitted(old, old.evolve(text=new.text, spans=()), context)]  # fmt: skip
    return done(f"{a.text!r} and {b.text!r} changed places", parts)


def _headed(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """make the subtitle the headline; "The Salt Garden" should be the title"""
    if not is_named(match["new"], context) or not is_named("title", context):
        return None
    named, titles = find(match["new"], context), find("title", context).texts
    if named.span or len(named.texts) != 1 or len(titles) != 1:
        return None
    return None if named.texts == titles else _reworded(titles[0], named.texts[0], context)


def _exchanged(first: Named, second: Named, context: Context) -> list[Command]:
    """Each where the other was: side by side, or one above the other."""
    a, b = area_of(first, context), area_of(second, context)
    beside = abs(a.center.y - b.center.y) < 0.5 * max(a.height, b.height)
    if (a.x > b.x) if beside else (a.y > b.y):
        first, second, a, b = second, first, b, a
    if beside and _is_row(first, second):
        moves = (_left(second) - _left(first), 0.0), (_left(first) - _left(second), 0.0)
    elif beside:
        moves = (b.right - a.right, 0.0), (a.x - b.x, 0.0)
    elif _is_row(first, second) and first.texts[0].role == second.texts[0].role:
        step = second.texts[0].box.y - first.texts[0].box.y
        moves = (0.0, step), (0.0, -step)
    else:
        moves = (0.0, b.bottom - a.bottom), (0.0, a.y - b.y)
    return shifted(first.layers, *moves[0]) + shifted(second.layers, *moves[1])


def _is_row(first: Named, second: Named) -> bool:
    return bool(first.texts and second.texts)


def _left(named: Named) -> float:
    return min(leaf.box.x for leaf in named.leaves)


def _which_text(other: Named, context: Context) -> Question:
    texts = texts_shown(context.design)[:4]
    name = other.layers[0].id
    choices = tuple(Choice(x.text, f"swap {name} and {x.id}") for x in texts)
    return Question(f"swap {other.label} with which text?", choices)


def _order(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """the phone number should come before the address: they change places"""
    if not (is_named(match["a"], context) and is_named(match["b"], context)):
        return None
    first, second = target(match["a"], context), target(match["b"], context)
    if first is None or second is None or not (first.texts and second.texts):
        return None
    a, b = area_of(first, context), area_of(second, context)
    ahead = (round(a.y), a.x) < (round(b.y), b.x)
    if ahead == (match["where"] in ("before", "ahead of")):
        raise CannotError(f"{first.label} comes {match['where']} {second.label} already")
    return done(f"{first.label} comes {match['where']} {second.label}",
                _exchanged(first, second, context))  # fmt: skip


_HEADLINE = (
    r"(?:the |our |my )?(?:big |main |new |actual )*(?:title|headline|heading)"
    r"(?: instead| (?:of|on) (?:it|this|the \w+))?"
    r"(?:,? (?:and )?(?:not|instead of|rather than) .+)?"
)
_HEADED: Rules = rules(
    (rf"make (?P<new>.+?) (?:into )?{_HEADLINE}", _headed),
    (rf"(?:use|have|put|turn|set|take|want) (?P<new>.+?) (?:as|into|to be) {_HEADLINE}", _headed),
    (rf"(?P<new>.+?) (?:(?:should|must|has to|needs to|ought to) be|as) {_HEADLINE}", _headed),
)  # fmt: skip
_RULES: Rules = rules(
    (r"(?:(?:put|have|move|want) )?(?P<a>.+?) (?:(?:should|must|to|could) )?(?:come|go|be|stand)?"
     r" ?(?P<where>before|after|ahead of) (?P<b>.+)", _order),
        (r"(?:swap|switch|exchange|trade|flip|reverse)(?: (?:around|round"
         r"|over))?(?: the (?:places?|positions?|order) of)?"
         r"(?: (?:the )?(?:two )?(?:lines|texts|entries|items|dishes|rows)(?= .+ (?:and|with) ))?"
         r" (?P<a>.+?) (?:and|with"
         r"|for) (?P<b>.+?)(?: (?:around|round|over|places|positions))?",
         _swap),
    (r"(?P<a>.+?) and (?P<b>.+?) (?:(?:had|have|want|wanted|need) to |must |should |will )?"
     r"(?:traded?|swap(?:ped)?|switch(?:ed)?|exchanged?|changed?(?= (?:pl|po)))"
     r"(?: (?:places|positions|slots|days|dates|times|turns))?"
     r"(?:,? (?:so|because|as|since)\b.*)?", _swap),
)  # fmt: skip
