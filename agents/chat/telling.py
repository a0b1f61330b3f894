"""New words put where they belong: in the place of old ones, of a named text, of a fact like them.

The words are known to be printed as they are; the rules are asked in their own words where values
such as dates and hours take the form of what stands, and texts are looked at where they know none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from agents.chat import lacking
from agents.chat.context import Context
from agents.chat.deeds import Asker
from agents.chat.facts_known import FACTS
from agents.chat.figures import in_figures
from agents.chat.naming import Named, find, with_labels
from agents.chat.pointing import spot_of
from agents.chat.results import (
    Answer,
    CannotError,
    Choice,
    Done,
    NotThereError,
    Question,
    UnclearError,
    done,
)
from agents.chat.retyping import retyped
from agents.chat.sentence import heard
from agents.chat.values.overlapping import overlapping
from agents.chat.values.renaming import replaced
from agents.chat.values.slots import told_in
from agents.chat.values.wording import (
    Spot,
    in_case_of,
    spots,
    texts_of,
    with_value,
    without,
)
from design_io.document import TextLayer, walk
from design_io.errors import DesignError

_NUMBER = re.compile(r"[£$€]? ?\d+(?:[.,:]\d+)?")
_PRICED = re.compile(r".*\w.*[£$€]? ?\d+(?:[.,]\d{1,2})?(?: ?€)?")
_MOST = 6  # texts offered where new words fit none


def in_place_of(old: str, new: str, clause: str, context: Context, ask: Asker) -> Answer:
    """New words for old ones, or for the value in the row of what is quoted."""
    named = spot_of(old, context)
    if (told := _as_rules_tell(new, clause, named, context, ask)) is not None:
        return told
    if named is not None and (mate := _mate(named, new, context)) is not None:
        return renewed(mate, new, clause, context, ask)
    if named is not None and _is_of_another_kind(named, new):
        return fact(new, clause, context, ask)
    valued = told_in(new.lower(), new) and told_in(old.lower(), old)
    if valued and (answer := tried(f"{new} instead of {old}", context, ask)) is not None:
        return answer
    if (written := replaced(old, new, context)) is not None:
        return written
    if named is None:
        raise NotThereError(old)
    return retyped(named, in_case_of(old, new), context)


def renewed(named: Named, new: str, clause: str, context: Context, ask: Asker) -> Answer:
    """What is named in other words, or the value of this kind in its row."""
    if (told := _as_rules_tell(new, clause, named, context, ask)) is not None:
        return told
    if (mate := _mate(named, new, context)) is not None:
        named = mate
    elif _is_of_another_kind(named, new):
        return fact(new, clause, context, ask)
    if told_in(new.lower(), new) and len(named.texts) == 1:
        answer = tried(f"change {phrase_of(named, context)} to {new}", context, ask)
        if answer is not None:
            return answer
    if (near := _nearly(named, new, context)) is not None:
        return retyped(near, new, context)
    if len(named.texts) == 1 and named.span is None:
        new = in_case_of(named.texts[0].text, new)
    return retyped(named, new, context)


def fact(new: str, clause: str, context: Context, ask: Asker) -> Answer:
    """New words of which nothing tells where they go: a fact, or what reads much alike.

    `clause` is empty where the rules have heard it all before.
    """
    for said in (clause, f"it is {new} now") if clause else ():
        if (answer := tried(said, context, ask)) is not None:
            return answer
    if len(new.split()) > 1 and (spot := overlapping(new, context)) is not None:
        return retyped(Named((spot.layer,), (spot.start, spot.end)), new, context)
    texts = texts_of(context)[:_MOST]
    choices = tuple(Choice(x.text, f"change '{x.text}' to '{new}'") for x in texts)
    raise UnclearError(Question(f"where does {new!r} go?", choices))


def in_row(new: str, context: Context) -> Named | None:
    """The value of this kind in the row of the entry that was spoken of last."""
    it = context.it if context.selected else ()
    entry = len(it) == 1 and isinstance(it[0], TextLayer) and it[0].role == "item"
    return _mate(Named(it), in_figures(new), context) if entry else None


def _as_rules_tell(
    new: str, clause: str, named: Named | None, context: Context, ask: Asker
) -> Done | None:
    """What the rules make of the clause, where it tells a value and they write it there."""
    if not clause or not re.search(r"\d", new) and not told_in(new.lower(), new):
        return None
    answer = tried(clause, context, ask)
    if answer is None or named is None:
        return None
    after = {x.id: x for x in walk(answer.after(context.history).present)}
    rows = with_labels(named._replace(span=None), context.design)
    return answer if any(after.get(x.id) != x for x in rows) else None


def _nearly(named: Named, new: str, context: Context) -> Named | None:
    """The stretch of the text that reads so but for a slip: "Ruth Ellery" for "Ruth Ellerby"."""
    if len(named.texts) != 1:
        return None
    near = [s for s in spots(new, context) if s.layer == named.texts[0] and s.apart]
    return Named((near[0].layer,), (near[0].start, near[0].end)) if len(near) == 1 else None


def added(words: str, side: str, place: str, context: Context, ask: Asker) -> Answer:
    """A further line, beside a place where one is named; a row of the list where it is like one."""
    if _PRICED.fullmatch(words) and (row := tried(f"add {words} to the list", context, ask)):
        return _moved(row, side, place, context, ask)
    if side and place:
        return ask(heard(f'add "{words}" {side} {place}'), context)
    return ask(heard(f'add "{words}"'), context)


def _moved(row: Done, side: str, place: str, context: Context, ask: Asker) -> Done:
    """The new row of a list where it was wanted, if that was said."""
    now = replace(context, history=row.after(context.history))
    old = {x.id for x in walk(context.design)}
    new = next((x.id for x in walk(now.design) if x.id not in old), "")
    moved = tried(f"put {new} {side} {place}", now, ask) if new and side and place else None
    return done(row.said, [*row.commands, *moved.commands]) if moved else row


def drawn(thing: str, more: bool, context: Context, ask: Asker) -> Answer:
    """The picture shows another thing, or one more is drawn beside it."""
    if more:
        return lacking.added(thing, context)
    return ask(heard(f"show {thing} instead of the picture"), context)


def left_out(named: Named, context: Context) -> Answer:
    """The text without the words that are named."""
    spot = Spot(named.texts[0], *(named.span or (0, 0)))
    return retyped(Named((spot.layer,)), without(with_value(spot)), context)


def tried(said: str, context: Context, ask: Asker) -> Done | None:
    """What a sentence in the rules' words comes to, if it is something done."""
    try:
        answer = ask(heard(said), context)
    except (NotThereError, CannotError, DesignError, UnclearError):
        return None
    return answer if isinstance(answer, Done) else None


def phrase_of(named: Named, context: Context) -> str:
    """Words by which the rules find just this."""
    layers = named.layers
    for said in (layers[0].id, f"'{named.texts[0].text}'" if named.texts else ""):
        try:
            if said and len(layers) == 1 and find(said, context).layers == layers:
                return said
        except (NotThereError, UnclearError):
            continue
    return " and ".join(x.id for x in layers)


def _mate(named: Named, new: str, context: Context) -> Named | None:
    """The only value of that kind in the row of an entry, or under a heading, that has none."""
    kind = _kind_of(new)
    if kind is None or len(named.layers) != 1 or not isinstance(named.layers[0], TextLayer):
        return None
    if named.layers[0].id.endswith("-label"):
        name = named.layers[0].id.removesuffix("-label")
        return next((Named((x,)) for x in walk(context.design) if x.id == name), None)
    if any(kind.search(text.text) for text in named.texts):
        return None
    rows = [x for x in with_labels(Named(named.layers), context.design)[1:]
            if isinstance(x, TextLayer) and kind.search(x.text)]  # fmt: skip
    return Named((rows[0],)) if len(rows) == 1 else None


def _kind_of(new: str) -> re.Pattern[str] | None:
    return next((p for p in (*FACTS.values(), _NUMBER) if p.fullmatch(new)), None)


def _is_of_another_kind(named: Named, new: str) -> bool:
    """Whether a fact is said of a text that holds none of its kind: "the show is at 9 pm"."""
    kind = _kind_of(new)
    return kind is not None and not any(kind.search(text.text) for text in named.texts)
