"""A fact said anew takes the place of the one that stands: "it's on the Sunday, not the Saturday".

The values of the sentence are matched with those on the design, whatever form both are written in;
every other word has to be accounted for, or nothing is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from agents.chat.by_name import Named, single
from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.mentions import Mention, mentions
from agents.chat.naming import with_labels
from agents.chat.naming_pictures import is_shown
from agents.chat.results import Answer, Choice, Question, UnclearError, done
from agents.chat.sentence import Sentence
from agents.chat.values import day as days
from agents.chat.values import hour as hours
from agents.chat.values import sum as sums
from agents.chat.values.accounted import unaccounted
from agents.chat.values.day import Day
from agents.chat.values.hour import Hour
from agents.chat.values.slots import NUMBERED, Kind, Slot, Told, Value, alike, slots_in, told_in
from agents.chat.values.sum import Sum
from agents.chat.values.unplaced import is_of_an_aside
from agents.chat.values.wording import kinds_of, row_names, texts_of, words_of, words_shown
from design_io.commands import Command

_OPENS = re.compile(r"\b(?:open\w*|start\w*|begin\w*|from|doors|kick\w*|ab|beginnt)\b")
_OPEN_UNTIL = re.compile(r"\b(?:open|start|begin|run)(?:s|ed|ing)? (?=(?:until|till?|to)\b)")
_CLOSES = re.compile(
    r"\b(?:clos\w+|end(?:s|ed|ing)?|finish\w*|until|till?|shut\w*|stops?|extend\w*|prolong\w*|longer|shorter|bis"
    r"|goes on|lasts?)\b"
)
_HELD_BACK = re.compile(
    r"\b(?:don't|do not|dont|never|unless|without|if|whether|maybe|either|or)\b|\?$"
    r"|\bone (?:line|row|column|colou?r|years?|months?)\b"  # no hour and no price
    r"|^(?:take|remove|delete|drop|lose|hide)\b.*\b(?:off|out|away|one)\b"
    r"|^(?:add|insert|include|append)\b(?!.* to )"
    r"|\b(?:is|are) (?:still )?missing\b"
    r"|\b(?:more|other|different|new|further) (?:versions?|variants?|variations?|options?|ideas"
    r"|alternatives?|takes?|designs?|looks?|layouts?|proposals?|suggestions?)\b"
)
Write = tuple[Slot, str]  # and what stands there from now on


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The facts of the sentence in the places of those that stand; None when it is about more."""
    low = sentence.low
    if _HELD_BACK.search(low) or re.search(r"[\"“„]|(?<!\w)'|#", low):
        return None
    if is_of_an_aside(low, words_shown(context)):
        return None
    told = told_in(low, sentence.raw)
    slots = slots_in(context) if told else []
    if _TOO.search(sentence.whole.lower()) and any(t.kind == "day" for t in told):
        return None  # "open Saturdays too" tells of one day more
    other = (_is_an_adjective, _counts_things)
    told = [t for t in told if any(alike(t.kind, t.value, s) for s in slots)
            or (t.kind == "number" and _is_counted(t, slots, low))
            or not any(is_so(t, low, context) for is_so in other)]  # fmt: skip
    told = [t for t in _fitting(told, slots, low) if not NUMBERED.search(low[: t.value.start])]
    if not told:
        return None
    named = _named(low, told, context)
    if _of_other_things(named, told, slots, context) or _unsaid(low, told, named, slots, context):
        return None
    writes: list[Write] = []
    for kind in dict.fromkeys(t.kind for t in told):
        found = _restated(kind, [t for t in told if t.kind == kind], slots, named, low, context)
        if found is None:
            return None
        writes += found
    return applied(writes, context) if writes else None


def _is_an_adjective(told: Told, low: str, context: Context) -> bool:
    """ "free consultation" where a text says "Free first consultation": no price is told."""
    noun = re.match(r" ([a-z]+)", low[told.value.end :])
    if not isinstance(told.value, Sum) or told.value.amount or not noun:
        return False
    texts = (words_of(x.text) for x in texts_of(context))
    return any({told.value.text.lower(), noun[1]} <= words for words in texts)


def _counts_things(told: Told, low: str, context: Context) -> bool:
    """ "only one mushroom" beside a picture of mushrooms: no price is told."""
    noun = re.match(r" ([a-z]+)", low[told.value.end :])
    return noun is not None and told.kind == "number" and is_shown(single(noun[1]), context)


def applied(writes: Iterable[Write], context: Context) -> Answer | None:
    """Every text with its values written anew, as one step."""
    parts: list[Command] = []
    said: list[str] = []
    by_layer: dict[str, list[Write]] = {}
    for slot, words in writes:
        by_layer.setdefault(slot.layer.id, []).append((slot, words))
    for own in by_layer.values():
        layer = own[0][0].layer
        text = layer.text
        for slot, words in sorted(own, key=lambda w: -w[0].value.start):
            text = text[: slot.value.start] + words + text[slot.value.end :]
        if text != layer.text:
            parts += refitted(layer, layer.evolve(text=text, spans=()), context)
            said.append(f"{layer.role} now reads {text!r}")
    return done("; ".join(said), parts) if parts else None


def _fitting(told: list[Told], slots: list[Slot], low: str) -> list[Told]:
    """Each stretch of the sentence as the kind that the design has; bare numbers as what fits."""
    kinds = {s.kind for s in slots}
    counted = [t for t in told if t.kind == "number" and _is_counted(t, slots, low)]
    found: list[Told] = []
    if _are_prices(told, slots):
        told = [t for t in told if not (isinstance(t.value, Hour) and not t.value.sure)]
    for t in told:
        if t.kind == "number" and t not in counted:
            t = _as_some_kind(t, told, slots, kinds)
        elif t.kind == "money" and "money" not in kinds:
            t = t._replace(kind="number")  # of a list that runs on in a line
        overlaps = [f for f in found if f.value.end > t.value.start]
        if overlaps and any(f.kind in kinds for f in overlaps):
            continue
        found = [f for f in found if f not in overlaps]
        if t.kind in kinds:
            found.append(t)
        elif t.kind in ("day", "money") or (isinstance(t.value, Hour) and t.value.sure):
            return []  # of which the design tells nothing
    return found


def _is_counted(told: Told, slots: list[Slot], low: str) -> bool:
    """ "90 stalls" where "80 stalls" stands, whatever it costs"""
    noun = re.match(r" ([a-z]+)", low[told.value.end :])
    beside = {word for s in slots if s.kind == "number" for word in _neighbours(s)}
    return noun is not None and noun[1] in beside


def _are_prices(told: list[Told], slots: list[Slot]) -> bool:
    """ "from 14 to 16" where £14 stands and no time is at 14."""
    if sum(t.kind == "hour" for t in told) < 2:
        return False  # "open until 6"
    sums = any(
        alike(t.kind, t.value, s)
        for t in told
        for s in slots
        if t.kind == "number" and s.kind == "money"
    )
    return sums and not any(
        alike("hour", t.value, s) for t in told for s in slots if t.kind == "hour"
    )


def _as_some_kind(told: Told, others: list[Told], slots: list[Slot], kinds: set[Kind]) -> Told:
    """A bare number is what it equals, else what is said beside it, else a price."""
    same: list[Kind] = [s.kind for s in slots if alike(told.kind, told.value, s)]
    same += [t.kind for t in others if t.kind in ("money", "percent") and t.kind in kinds]
    year = isinstance(told.value, Sum) and 1900 <= told.value.amount < 2100
    for kind in (*same, *(("money",) if "money" in kinds and not year else ())):
        return told._replace(kind=kind)
    return told


def _named(low: str, told: list[Told], context: Context) -> list[Mention]:
    """What the sentence names outside its values."""
    rest = blanked(low, [(t.value.start, t.value.end) for t in told])
    try:
        return [m for m in mentions(rest, context) if not m.compared]
    except UnclearError:
        return []


def _of_other_things(
    named: list[Mention], told: list[Told], slots: list[Slot], context: Context
) -> bool:
    """Whether a text is named that states no such value: "change the title to Blue Monday"."""
    own = [s for s in slots if s.kind in {t.kind for t in told}]
    return any(
        m.named.texts and not _of_named(own, [m], context) and unaccounted(m.phrase) for m in named
    )


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "," + " " * (end - start - 1) + text[end:]
    return text


def _unsaid(
    low: str, told: list[Told], named: list[Mention], slots: list[Slot], context: Context
) -> list[str]:
    """Words that ask for something else than these values."""
    spans = [(t.value.start, t.value.end) for t in told]
    rest = blanked(blanked(low, spans), [m.span for m in named])
    rest = re.sub(r"\b(?:up|down) to\b", " ", rest)
    labels = frozenset(w for s in slots for w in re.findall(r"[^\W\d_]+", s.label))
    shown = (
        words_shown(context) | labels | {w for w, of in _SAME.items() if of in map(_same, labels)}
    )
    return [
        w for w in unaccounted(rest, known=shown) if not kinds_of(w) <= kinds_of(" ".join(shown))
    ]


def _restated(
    kind: Kind, told: list[Told], slots: list[Slot], named: list[Mention], low: str,
    context: Context,
) -> list[Write] | None:  # fmt: skip
    """Where each new value of the kind goes; [] when all stand already; UnclearError to ask."""
    own = [s for s in slots if s.kind == kind]
    ranges = _said_alike(told, own, low) or _ranged(told, own, named, low, context)
    if ranges is not None:
        return ranges
    pairs = _paired([t for t in told if not t.denied], own, named, context)
    if pairs is not None:
        return [(slot, _written(slot, t, own)) for slot, t in pairs]
    scope = _of_named(own, named, context) or own
    anchors = [t for t in told if any(alike(kind, t.value, s) for s in scope)]
    new = [t for t in told if t not in anchors and not t.denied]
    if not new:
        return [] if not any(t.denied for t in told) else None
    if len(new) == 1 and anchors and _is_bare(new[0]) and not _CORRECTED.search(low):
        return None  # "lesson one is free"
    if len(new) == 1 and anchors:
        places = [s for s in own if any(alike(kind, a.value, s) for a in anchors)]
        places = _narrowed(places, named, low, context) if len(places) > 1 else places
        return [(_only(places, new[0], low), _written(places[0], new[0], own))] if places else None
    if len(new) > 1:
        return None
    places = _narrowed(own, named, low, context)
    slot = _only(places, new[0], low)
    beside = _neighbours(slot) & set(re.findall(r"[a-z]+", low)) or _SAID_OF_IT.search(low)
    if kind == "number" and not beside and not _of_named(own, named, context):
        return None  # a number of something else
    again = [s for s in own if s is not slot and kind in ("day", "hour") and s.of == slot.of == 1
             and s.layer.role not in ("address", "venue", "contact")
             and alike(kind, slot.value, s) and s.layer.id not in row_names(context)]  # fmt: skip
    more = [(s, _written(s, new[0], own)) for s in again]
    if named and _is_whole(new[0], slot):
        return [(slot, new[0].value.text), *more]  # told in full, as it was said
    return [(slot, _written(slot, new[0], own)), *more]


def _is_bare(told: Told) -> bool:
    return isinstance(told.value, Sum) and told.value.kind == "number"


def _is_whole(told: Told, slot: Slot) -> bool:
    """Whether a day and its month are said for a text that is nothing but a day."""
    day, stands = told.value, slot.value
    return (
        isinstance(day, Day) and day.day is not None and day.month is not None
        and slot.layer.text == slot.layer.text[stands.start : stands.end]
    )  # fmt: skip


def _said_alike(told: list[Told], own: list[Slot], low: str) -> list[Write] | None:
    """ "3 for 2" where "2 for 1" stands: two values joined as those of one text are."""
    ends = [s for s in own if s.of == 2 and isinstance(s.value, Sum)]
    if len(told) != 2 or len(ends) != 2 or ends[0].layer is not ends[1].layer:
        return None
    text = ends[0].layer.text.lower()
    between = text[ends[0].value.end : ends[1].value.start]
    said = low[told[0].value.end : told[1].value.start]
    spans = _TO.fullmatch(said) and _TO.fullmatch(between)
    if not spans and (said != between or not between.strip(" -–,")):
        return None
    return [(s, _written(s, t, own)) for s, t in zip(ends, told, strict=True)]


def _ranged(
    told: list[Told], own: list[Slot], named: list[Mention], low: str, context: Context
) -> list[Write] | None:
    """ "2 to 4 pm" for "11 am to 1 pm": both ends of the one text that has two."""
    joined = [
        (a, b) for a, b in pairwise(told)
        if _TO.fullmatch(low[a.value.end : b.value.start]) and not isinstance(a.value, Sum)
    ]  # fmt: skip
    if len(joined) != 1:
        return None
    said = joined[0]
    if any(t not in said and not any(alike(t.kind, t.value, s) for s in own) for t in told):
        return None
    ends = [s for s in own if s.of == 2]
    ends = _of_named(ends, named, context) or ends
    if len(ends) != 2 or ends[0].layer is not ends[1].layer:
        return None
    if all(any(alike(t.kind, t.value, s) for s in ends) for t in said):
        return []
    if all(_is_weekday(t.value) for t in said) and not any(_has_weekday(s.value) for s in ends):
        raise UnclearError(
            Question(f"where does {low[said[0].value.start : said[1].value.end]!r} go?")
        )
    crossed = alike(said[0].kind, said[0].value, ends[1]) or alike(
        said[1].kind, said[1].value, ends[0]
    )
    if crossed and _FROM.search(low[: said[0].value.start]):
        return None  # one instead of the other
    return [(s, _written(s, t, own)) for s, t in zip(ends, said, strict=True)]


def _has_weekday(value: Value) -> bool:
    return isinstance(value, Day) and value.weekday is not None


def _is_weekday(value: Value) -> bool:
    """Whether no more than the day of the week is told."""
    return _has_weekday(value) and value.day is None and value.month is None  # type: ignore[union-attr]


def _paired(
    new: list[Told], own: list[Slot], named: list[Mention], context: Context
) -> list[tuple[Slot, Told]] | None:
    """ "espresso is 2.40 and panna cotta 6.20": each value with the name before it."""
    pairs: list[tuple[Slot, Told]] = []
    if len(new) < 2:
        return None
    for t in new:
        before = [m for m in named if m.span[1] <= t.value.start]
        places = _of_named(own, before[-1:], context)
        if len(places) != 1 or places[0] in [slot for slot, _ in pairs]:
            return None
        pairs.append((places[0], t))
    return pairs


def _narrowed(places: list[Slot], named: list[Mention], low: str, context: Context) -> list[Slot]:
    """The places that are named, have the heading that is said, or are the end spoken of."""
    if len(own := _in_the_row_of_a_kind(places, low, context)) == 1:
        return own
    places = _of_named(places, named, context) or places
    if len(places) > 1 and not named and context.it and _IT.search(low):
        it = [Mention(Named(context.it), "it", (0, 0), False)]
        places = _of_named(places, it, context) or places
    said = set(re.findall(r"[a-z]+", low))
    rows = row_names(context)
    in_row = [s for s in places if s.layer.id in rows and rows[s.layer.id] <= kinds_of(low)]
    in_row = in_row or [s for s in places if rows.get(s.layer.id, set()) & kinds_of(low)]
    if len(places) > 1 and len(in_row) == 1:
        return in_row
    told_by_role = [s for s in places if s.layer.role == _ROLE.get(s.kind)]
    if len(places) > 1 and told_by_role and not named:
        places = told_by_role
    if len(places) > 1 and not named:
        places = [s for s in places if not isinstance(s.value, Sum) or s.value.amount] or places
    headed = [s for s in places if s.label and _telling(s.label) & _telling(low)]
    if len(places) > 1 and not headed:
        headed = [s for s in places if not _SPECIAL & _telling(s.label)]
    places = headed or places
    beside = [s for s in places if s.value and _neighbours(s) & said]
    if len(places) > 1 and len(beside) == 1:
        places = beside
    if len(places) == 2 and places[0].layer is places[1].layer:
        told = _OPEN_UNTIL.sub("", low)
        early, late = bool(_OPENS.search(told)), bool(_CLOSES.search(told))
        if early != late:
            places = [places[0 if early else 1]]
    return places


def _in_the_row_of_a_kind(places: list[Slot], low: str, context: Context) -> list[Slot]:
    """ "concession tickets": of two entries said in one breath the first tells which is meant."""
    rows = row_names(context)
    for first, second in pairwise(re.findall(r"[a-z]+", low.replace("'s ", " "))):
        meant, kind = (
            [s for s in places if rows.get(s.layer.id) == kinds_of(word)]
            for word in (first, second)
        )
        if meant and kind and meant != kind:
            return meant
    return []


_IT = re.compile(r"\b(?:it|that|this|them)\b")
_TOO = re.compile(r"\b(?:too|also|as well)\b")
_SAID_OF_IT = re.compile(
    r"\b(?:it|its|it's|he|she|he's|she's|we|we're|now|not|only|instead|make)\b"
)
_CORRECTED = re.compile(
    r"\b(?:from|to|into|instead|not|now|than|down|up|becomes?|was|were|isn't|aren't|change\w*)\b|->"
)
_FROM = re.compile(r"\bfrom (?:the )?$")
_TO = re.compile(r" ?(?:-|–|to|until|till|and|bis|through|,) ?")
_ROLE = {"day": "date", "hour": "time", "money": "price", "percent": "offer"}
_SMALL = frozenset(["is", "the", "from", "to", "at", "on", "only", "and", "or", "in", "of", "for",
                    "with", "a", "an", "am", "pm", "off"])  # fmt: skip
_SPECIAL = frozenset({"rsvp", "reply", "until", "deadline", "valid", "apply", "reserve"})
_SAME = {"answer": "rsvp", "reply": "rsvp", "replies": "rsvp", "respond": "rsvp", "till": "until",
         "til": "until", "runs": "until", "ends": "until", "ending": "until", "expires": "until",
         "valid": "until", "deadline": "rsvp", "apply": "rsvp", "reserve": "rsvp"}  # fmt: skip


def _same(word: str) -> str:
    return _SAME.get(word, word)


def _telling(words: str) -> set[str]:
    found = re.findall(r"[a-z]+", words.lower())
    return {_same(w) for w in found} - {"by", "the", "at", "of", "on", "date", "time"}


def _neighbours(slot: Slot) -> set[str]:
    """The words beside a value: the "stalls" of "40 stalls"."""
    text = slot.layer.text.lower()
    beside = text[: slot.value.start].split()[-1:] + text[slot.value.end :].split()[:2]
    return {w.strip(".,;:!?") for w in beside} - _SMALL


def _of_named(places: list[Slot], named: list[Mention], context: Context) -> list[Slot]:
    """Those in the layers that are named, or in their rows."""
    ids = {
        leaf.id
        for m in named
        for layer in with_labels(Named(m.named.layers), context.design)
        for leaf in Named((layer,)).texts
    }
    return [s for s in places if s.layer.id in ids]


def _only(places: list[Slot], told: Told, low: str) -> Slot:
    """The one place; UnclearError asks which of several."""
    if len({(s.layer.id, s.value.start) for s in places}) == 1:
        return places[0]
    new = told.value.text.strip()
    choices = tuple(Choice(s.layer.text, f"change '{s.whole}' to '{new}'") for s in places)
    raise UnclearError(Question(f"where does {new!r} go?", choices))


def _written(slot: Slot, told: Told, own: list[Slot]) -> str:
    return worded(slot, told.value, own)


def worded(slot: Slot, new: Value, own: list[Slot]) -> str:
    """The new value in the form of the one that stands."""
    old = slot.value
    if isinstance(old, Day) and isinstance(new, Day):
        return days.written(old, days.meant(old, new), slot.layer.text)
    if isinstance(old, Hour) and isinstance(new, Hour):
        beside = tuple(s.value for s in own if isinstance(s.value, Hour) and s.layer is slot.layer)
        return hours.written(old, hours.meant(old, new), new, beside)
    if isinstance(old, Sum) and isinstance(new, Sum):
        return sums.written(old, new.amount, new.sign)
    return new.text
