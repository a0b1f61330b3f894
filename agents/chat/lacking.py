"""A thing that should be seen and is not: "where's the robin?", "there should be a mug too".

It is drawn on a free place, and all that is there stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.dials import wish_in
from agents.chat.drawing import bare_thing, drawings_of, shown
from agents.chat.drawn_on import drawn_on
from agents.chat.held_back import keeps
from agents.chat.naming import find, is_named
from agents.chat.naming_words import CONTACTS, ROLES
from agents.chat.painted import painted_element
from agents.chat.results import (
    Answer,
    Choice,
    NoDrawingError,
    NotThereError,
    Question,
    UnclearError,
)
from agents.chat.sentence import Sentence
from agents.chat.unmarking import is_mark
from agents.lexicon import entry_named, is_concrete
from design_io.document import TextLayer
from design_io.geometry import Box, union_all

_ANY = "|".join(
    ("an?", "some", "another", "one or two", "one", "two", "the", "my", "our", "any", "no", "that",
     "those", "these")
)  # fmt: skip
_WORDS = r"(?P<x>[\w'-]+(?: [\w'-]+){0,4}?)"
_X = rf"(?:(?:{_ANY}) )+{_WORDS}"
_ONE = rf"(?:(?:an?|some|another|one or two|one|two) )+{_WORDS}"
_WITHIN = (
    r"(?: (?:on|in|to|at|from) (?:it|there|here|that|this|the (?:picture|pic|image|poster|flyer"
    r"|drawing|design|illustration|card|page|sheet|scene|invitation|whole thing)))?"
)
_ALSO = r"(?: (?:too|as well|also|somewhere|anywhere|please|at all|though|still))*"
_BEHIND = (
    r"(?=$|[,.;:!?]| (?:and|but|so|where|which|can|because|draw|put|add|or|next|beside|near|by|in"
    r"|on|at|left|right|above|below|under|between|to the (?:left|right))\b)"
)
_END = rf"{_WITHIN}{_ALSO}{_WITHIN}{_BEHIND}"
_START = r"(?:^|[.,;!?] |\band )(?:please |can you |could you |just |also |then |still |but )*"
_MISSED = tuple(
    re.compile(pattern + _END)
    for pattern in (
        rf"\bthere(?:'s| is| are|re)? (?:still )?{_X} (?:is |are )?missing",
        rf"{_START}(?:(?:{_ANY}) )*{_WORDS} (?:is|are|'s) (?:still |completely )?missing",
        r"\b(?:you|it|u|they) (?:forgot|missed|left out|omitted|lacks?|needs?|is missing"
        rf"|are missing){_ALSO} {_X}",
        r"\b(?:i|we)(?:'m|'re| am| are)? (?:miss|missing|can't (?:see|find)|don't (?:see|find)"
        rf"|see no) {_X}",
        rf"\bmissing {_X}",
        rf"\bwhere(?:'s|s| is| are| did| has)? {_X}(?: go| gone| now)?",
        r"\bthere(?:'s|s| is| was| were| are| should| must| needs?| has| ought| could)*(?: also)?"
        rf" (?:meant|supposed|going|to have)?(?: ?to)? ?(?:be|been) {_X}",
        r"\b(?:i|we) (?:asked for|ordered|wanted|said|wrote|requested|mentioned|told you)"
        rf" {_X}",
        rf"\b(?:there's|there is|there are|i see|but|has|have|with) no {_WORDS}",
        rf"{_START}(?:add|draw in|include|squeeze in) {_X}",
        rf"{_START}(?:put|place|draw|stick|have) {_ONE}(?= )",
    )
)  # fmt: skip
_FACT = re.compile(
    r"^(?:where(?:'s|s| is| are)?|(?:i|we)(?: am|'m|'re)? (?:miss(?:ing)?|can't (?:see|find)"
    r"|don't see)|you forgot) (?:the |my |our )*"
    rf"(?P<x>{'|'.join(sorted({*ROLES, *CONTACTS}, key=len, reverse=True))})(?: gone| now)?$"
    rf"|^(?:the |my |our )?(?P<y>{'|'.join(CONTACTS)}) is missing$"
)
_THERE = re.compile(  # an order that is about the thing, or about its place
    r"(?:draw|put|add|place|stick|show|have|squeeze|include|need|change|replace|swap)\b"
    r"(?: [\w-]+)*? ?(?:it|one|them|some|there|in|on|wherever|anywhere|next|please|back|two"
    r"|that)\b.*"
)
_WHERE = re.compile(
    r"\b(?:next to|beside|besides|near|close to|by|under(?:neath)?|below|above|over|around|with"
    r"|(?:to the )?(?:left|right) of|between|behind|in front of) (?P<t>(?!it\b|them\b)[\w' &-]+?)"
    r"(?= and (?P<u>[\w' -]+)|$|[,.;!?]| or | too\b| as well\b| please\b)"
)
_SIDES = re.compile(
    r"\b(?:on|at|in|to) (?:the )?"
    r"(?P<side>(?:top|bottom|upper|lower)?[ -]?(?:left|right|top|bottom))\b"
)
_EXCHANGED = re.compile(
    r"\bwhy (?:is (?:it|there|that) )?an?\b|\bnot an?\b"
    r"|\b(?:change|replace|swap) (?:it|that|this)\b"
)
_PRICED = re.compile(r"\b(?:for|costing) [£$€]?\d+(?![\d:]| ?[ap]m\b)|[£$€] ?\d|\b\d+[.,]\d\d\b")
_NO_THINGS = frozenset(
    ["thing", "things", "picture", "drawing", "image", "line", "word", "words", "text", "room",
     "space", "place", "way", "map", "logo", "code", "problem", "time", "point", "one", "more",
     "it", "that", "this"]
)  # fmt: skip


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The thing drawn where there is room; None where none is missed, or more is asked."""
    low = sentence.low
    if painted_element(context.design) is not None or re.search(r"[\"“„]|\binstead\b", low):
        return None
    for match in _FACT.finditer(low):
        return _of_the_copy(match["x"] or match["y"], context)
    for phrase, span in _things_missed(low):
        if _orders_more(low, span) or _PRICED.search(low, span[0]):
            return None
        if (there := _shown_already(phrase, context)) is not None:
            return there
        if _EXCHANGED.search(low):
            return shown(phrase, context)
        return added(phrase, context, _anchors(low, span, context))
    return None


def added(words: str, context: Context, anchors: Sequence[Box] = ()) -> Answer:
    """The thing drawn beside what is there."""
    phrase = bare_thing(words)
    icons = drawings_of(phrase)
    if not icons:
        raise NoDrawingError(f"there is no drawing of {phrase!r}; name a single thing, such as a"
                             " trumpet, a cake, a mountain")  # fmt: skip
    return drawn_on(icons[0], phrase, anchors, context)


def _of_the_copy(name: str, context: Context) -> Question:
    """ "where's the website?": what it says, or what it should say."""
    if is_named(name, context):
        label = find(name, context).label
        choices = (
            Choice("larger", f"make the {name} bigger"),
            Choice("stronger", f"make the {name} bold"),
        )
        return Question(f"the {name} is on the design: {label}; should it be larger?", choices)
    return Question(f"there is no {name} on the design; what should it say?"
                    f" Say: add 'your words'")  # fmt: skip


def _things_missed(low: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """What is said to be missing, as far as it can be drawn, with its place in the sentence."""
    for pattern in _MISSED:
        for match in pattern.finditer(low):
            for phrase in _shorter(match["x"]):
                bare = bare_thing(phrase)
                if bare and bare not in _NO_THINGS and is_thing(bare):
                    yield bare, match.span()
                    break


def _shorter(phrase: str) -> Iterator[str]:
    """ "robin on a branch", "robin" """
    yield phrase
    head = re.split(r" (?:on|in|with|of|at|and|next|for|from|from) ", phrase)[0]
    if head != phrase:
        yield head


def is_thing(phrase: str) -> bool:
    """Whether it can be drawn, and is no part of the copy by its name."""
    if (
        phrase in ROLES
        or phrase in CONTACTS
        or wish_in(phrase)
        or is_mark(phrase)
        or re.search(r"\d", phrase)
    ):
        return False
    icons = drawings_of(phrase)
    head = entry_named(phrase) or entry_named(phrase.split()[-1]) or phrase
    return bool(icons) and is_concrete(head)


def _orders_more(low: str, span: tuple[int, int]) -> bool:
    """Whether something else is asked beside it."""
    rest = f"{low[: span[0]]} . {low[span[1] :]}"
    clauses = (c.strip() for c in re.split(r"[.,;:!?]+ |[.,;:!?]+$| and | but ", rest))
    return any(ORDER.match(c) and not _THERE.match(c) and not keeps(c) for c in clauses if c)


def _shown_already(phrase: str, context: Context) -> Question | None:
    """Asks where the thing is on the design."""
    try:
        named = find(f"the {phrase}", context)
    except NotThereError:
        return None
    except UnclearError as error:
        return error.question
    drawn = [x for x in named.leaves if not isinstance(x, TextLayer) and x.visible]
    if not drawn or named.span:
        return None
    ways = (("larger", "make the {} bigger"), ("once more", "duplicate the {}"),
            ("in front", "bring the {} to the front"))  # fmt: skip
    choices = tuple(Choice(label, order.format(phrase)) for label, order in ways)
    return Question(f"{named.subject} there already; larger, or one more of it?", choices)


def _anchors(low: str, span: tuple[int, int], context: Context) -> list[Box]:
    """What it should stand beside, by what is said of its place."""
    found: list[Box] = []
    for match in _WHERE.finditer(low):
        for phrase in (match["t"], match["u"]):
            if phrase and is_named(phrase, context):
                try:
                    boxes = [x.box for x in find(phrase, context).leaves]
                except UnclearError:
                    continue
                found += [union_all(boxes)] if boxes else []
    if found:
        return found
    sheet = context.design.canvas.box
    if side := _SIDES.search(low):
        words = side["side"]
        x = 0.15 if "left" in words else 0.85 if "right" in words else 0.5
        y = (
            0.15
            if re.search("top|upper", words)
            else 0.85
            if re.search("bottom|lower", words)
            else 0.5
        )
        return [Box(sheet.width * x, sheet.height * y, 1.0, 1.0)]
    return []
