"""Whether what changes lies where the sentence says: in the line it tells of, not another one.

Outcomes alone are looked at; where one lies elsewhere, a question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from agents.chat.by_name import Named, leaves_of
from agents.chat.calling import callings, is_called, role_words, words_in
from agents.chat.context import Context
from agents.chat.facts_known import FACTS
from agents.chat.naming import find, with_labels
from agents.chat.naming_words import CONTACTS, SOFT
from agents.chat.results import Choice, NotThereError, Question, UnclearError
from agents.chat.values.wording import copy_by_id, texts_of, words_of
from design_io.document import Design, Layer, TextLayer, walk

_TOLD_LINE = re.compile(
    r"\b(?:the|that) (?:\w+ ){0,2}(?:line|bit|text|part|sentence|row)s? (?:that |which |where it )?"
    r"(?:just |only |already |still )*(?:says?|reads?|saying|reading|about|mentioning|with)"
    r" (?P<what>.+)"
)
_TAKEN_FROM = re.compile(
    r"\b(?:take|delete|remove|cut|drop|lose|strike|erase|hide) .+? (?:out of|from|off)"
    r" (?P<where>(?:the|our|that|this|its) [\w' -]+?)(?=$|[,.;!]| (?:and|but|please|because)\b)"
)
_THAT_LINE = re.compile(r"\w[,.;!?] .*\b(?:that|this) line\b")
_LINES = re.compile(r"\blines?\b")
_PICTURED = re.compile(
    r"\b(?:picture|drawing|image|illustration|engraving|hatching|artwork|line (?:art|drawing))\b"
)
_SHEET = re.compile(
    r"\b(?:page|poster|design|flyer|card|list|menu|sheet|invitation|invite|ticket|picture|image"
    r"|drawing|background|corners?|middle|sides?|top|bottom|left|right|foot|stub|programme|layout"
    r"|post|ad|banner|thing|lot|end|front|back|schedule|line-?up|ones?)\b"
)
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|last|bottom|top|final|next) (?:line|text|row|one|bit|entry)\b"
)
_FACTUAL = ("contact", "date", "time", "price", "address", "venue")


def asked(low: str, touched: list[Layer], after: Design, context: Context) -> Question | None:
    """What is asked instead; None where all lies where it was said to."""
    return (
        _picture_by_lines(low, after, context)
        or _no_line(low, touched, context)
        or _not_in_it(low, touched, after, context)
        or _of_another_kind(low, touched, after, context)
        or _more_than_a_label(low, touched, after)
        or _kind_alone(low, touched, after, context)
    )


def line_before(low: str, touched: Iterable[Layer]) -> Question | None:
    """ "the test is not free, remove that line" speaks of copy, not of a rule."""
    drawn = [x for x in touched if not isinstance(x, TextLayer)]
    if not _THAT_LINE.search(low) or not drawn or len(drawn) < len(list(touched)):
        return None
    return Question("which line is meant?")


def _picture_by_lines(low: str, after: Design, context: Context) -> Question | None:
    """ "lose the lines on the right" leaves the picture that is drawn in lines."""
    there = {x.id for x in walk(after) if x.visible}
    pictures = [x for x in walk(context.design) if x.role == "hero"]
    gone = any(all(leaf.id not in there for leaf in leaves_of(x)) for x in pictures)
    if not gone or not _LINES.search(low) or _PICTURED.search(low):
        return None
    return Question("that would delete the picture; which lines are meant?")


def _no_line(low: str, touched: Iterable[Layer], context: Context) -> Question | None:
    """ "the line with the phone number" is no rule, and no frame."""
    told = _TOLD_LINE.search(low)
    drawn = [x for x in touched if not isinstance(x, TextLayer)]
    if told is None or not drawn:
        return None
    words = words_in(told["what"])
    if any(is_called(word, leaves_of(x), callings([x], context))
           for x in drawn for word in words):  # fmt: skip
        return None
    return Question(f"which line tells of {told['what']!r}?")


def _not_in_it(
    low: str, touched: Iterable[Layer], after: Design, context: Context
) -> Question | None:
    """ "take the address out of the long line" leaves the one that stands by itself."""
    told = _TAKEN_FROM.search(low)
    there = {x.id for x in walk(after) if x.visible}
    gone = [x for x in touched if isinstance(x, TextLayer) and x.id not in there]
    if told is None or not gone or _SHEET.search(told["where"]):
        return None
    try:
        where = find(told["where"], context)
    except (NotThereError, UnclearError):
        where = Named(())
    own = {x.id for layer in with_labels(where, context.design) for x in leaves_of(layer)}
    if own & {x.id for x in gone}:
        return None
    return Question(f"what does {told['where']!r} mean, and what should it read?")


def _of_another_kind(
    low: str, touched: Iterable[Layer], after: Design, context: Context
) -> Question | None:
    """ "the last line should say all bikes" where the last one is a web address, "Denise is Denis"
    where it is her number."""
    now, said = copy_by_id(after), words_in(low)
    for layer in (x for x in touched if isinstance(x, TextLayer) and x.role in _FACTUAL):
        new = now.get(layer.id, layer.text)
        kinds = [p for p in FACTS.values() if p.search(layer.text)]
        named = said & (role_words(layer.role) | words_in(" ".join(_names_of(layer))))
        if new == layer.text or not kinds or words_of(layer.text) & (words_of(new) | words_of(low)):
            continue
        if named and not _COUNTED.search(low):
            continue
        if not any(kind.search(new) for kind in kinds):
            choices = tuple(Choice(x.text, f"change '{x.text}' to '{new}'")
                            for x in texts_of(context)[-_MOST:])  # fmt: skip
            return Question(f"where does {new!r} go?", choices)
    return None


def _kind_alone(
    low: str, touched: Iterable[Layer], after: Design, context: Context
) -> Question | None:
    """ "the workshops are cancelled" takes no entry that tells of none, where another text does."""
    there, said = {x.id for x in walk(after) if x.visible}, words_in(low) & words_in(" ".join(SOFT))
    gone = [x for x in touched if isinstance(x, TextLayer) and x.id not in there]
    strange = [x for x in gone if x.role == "item" and not words_in(x.text) & words_in(low)]
    others = [x for x in texts_of(context) if x not in gone and said & words_in(x.text)]
    if not strange or len(gone) > len(strange) or not others:
        return None
    return Question(f"what should {others[0].text!r} read?")


def _names_of(layer: TextLayer) -> list[str]:
    """What such a contact is called: a phone number, an e-mail address."""
    return [name for name, form in CONTACTS.items() if re.search(form, layer.text)]


def _more_than_a_label(low: str, touched: Iterable[Layer], after: Design) -> Question | None:
    """ "delete the venue label" leaves the venue."""
    there = {x.id for x in walk(after) if x.visible}
    own = [x for x in touched if isinstance(x, TextLayer) and x.id not in there]
    values = [x for x in own if f"{x.id}-label" in {y.id for y in own}]
    if not values or not _LABEL.search(low):
        return None
    label = Choice(f"only the word over {values[0].text!r}", f"delete {values[0].id}-label")
    return Question(f"is {values[0].text!r} meant too?", (label,))


_LABEL = re.compile(r"\b(?:delete|remove|hide|lose|drop|take)\b.*\b(?:label|caption)s?\b(?! and\b)")
_MOST = 6
