"""A thing that should be seen and is not: "where's the robin?", "there should be a mug too".

It is drawn on a free place, and all that is there stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.drawing import bare_thing, drawings_of
from agents.chat.drawn_on import drawn_on
from agents.chat.held_back import keeps
from agents.chat.naming import find, is_named
from agents.chat.naming_words import CONTACTS, ROLES
from agents.chat.painted import painted_element
from agents.chat.results import Answer, Choice, NotThereError, Question, UnclearError
from agents.chat.sentence import Sentence
from agents.chat.unmarking import is_mark
from agents.lexicon import entry_named, is_concrete
from design_io.document import TextLayer
from design_io.geometry import Box, union_all

_X = r"(?:(?:an?|the|my|our|some|any|one or two|two|another|one|no|that|those|these|more) )+(?P<x>[\w'-]+(?: [\w'-]+){0,5}?)"
_BARE = r"(?:(?:an?|the|my|our|some|any|one|that) )*(?P<x>[\w'-]+(?: [\w'-]+){0,4}?)"
_WITHIN = (
    r"(?: (?:on|in|to|at|from) (?:it|there|here|that|this|the (?:picture|pic|image|poster|flyer"
    r"|drawing|design|illustration|card|page|sheet|scene|invitation|whole thing)))?"
)
_ALSO = r"(?: (?:too|as well|also|somewhere|anywhere|please|at all|though|still))*"
_END = rf"{_WITHIN}{_ALSO}{_WITHIN}(?=$|[,.;:!?]| (?:and|but|so|where|which|can|because|draw|put|add|or|next|beside|near|by|in|on|at|left|right|above|below|under|between|to the (?:left|right))\b)"
_MISSED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bthere(?:'s| is| are|re)? (?:still )?{_X} (?:is |are )?missing{_END}",
        rf"(?:^|[.,;!?] )(?:also |still |and |but )*{_BARE} (?:is|are|'s) (?:still |completely )?missing{_END}",
        rf"\b(?:you|it|u|they) (?:forgot|missed|left out|omitted|lacks?|need[s]?|is missing|are missing){_ALSO} {_X}{_END}",
        rf"\b(?:i|we)(?:'m|'re| am| are)? (?:miss|missing|can't (?:see|find)|don't (?:see|find)|see no) {_X}{_END}",
        rf"\bmissing {_X}{_END}",
        rf"\bwhere(?:'s|s| is| are| did| has)? {_X}(?: go| gone| now)?{_END}",
        rf"\bthere(?:'s|s| is| was| were| are| should| must| needs?| has| ought| could)*(?: also)?"
        rf" (?:meant|supposed|going|to have)?(?: ?to)? ?(?:be|been) {_X}{_END}",
        rf"\b(?:i|we) (?:asked for|ordered|wanted|said|wrote|requested|mentioned|told you) {_X}{_END}",
        rf"\b(?:there's|there is|there are|i see|but|has|have|with) no (?P<x>[\w'-]+(?: [\w'-]+){{0,3}}?){_END}",
        rf"(?:^|[.,;!?] |\band )(?:please |can you |could you |just |also |then )*(?:add|draw in|include|squeeze in)"
        rf" {_X}{_END}",
        rf"(?:^|[.,;!?] |\band )(?:please |can you |could you |just |also |then )*(?:put|place|draw|stick|have)"
        rf" {_X}(?= (?:in|on|next|beside|near|by|at|to|left|right|above|below|under|between|too|as well)\b)",
    )
)  # fmt: skip
_FACT = re.compile(
    rf"^(?:where(?:'s|s| is| are)?|(?:i|we)(?: am|'m|'re)? (?:miss(?:ing)?|can't (?:see|find)|don't see)|you forgot)"
    rf" (?:the |my |our )*(?P<x>{'|'.join(sorted({*ROLES, *CONTACTS}, key=len, reverse=True))})(?: gone| now)?$"
    rf"|^(?:the |my |our )?(?P<y>{'|'.join(CONTACTS)}) is missing$"
)
_THERE = re.compile(
    r"(?:(?:draw|put|add|place|stick|show|have|squeeze|include|need)\b|(?:it|one|them|some|that|one or two)\b| )"
    r"[\w ]*?(?:it|one|them|some|there|in|on|wherever|anywhere|next|beside|draw|add|please|back|two)\b.*"
)
_SOME = r"(?:(?:the|some|an?|that|empty|free|big|white|space|gap|room|spot|place|area|bit|of|in) )*"
_WHERE = re.compile(
    r"\b(?:next to|beside|besides|near|close to|by|under(?:neath)?|below|above|over|around|with"
    r"|(?:to the )?(?:left|right) of|between|behind|in front of) "
    r"(?P<t>(?!it\b|them\b)[\w' &-]+?)(?= and (?P<u>[\w' -]+)|$|[,.;!?]| or | too\b| as well\b| please\b)"
)
_SIDES = re.compile(
    r"\b(?:on|at|in|to) (?:the )?(?P<side>(?:top|bottom|upper|lower)?[ -]?(?:left|right|top|bottom))\b"
)
_NO_THINGS = frozenset(
    ["thing", "things", "picture", "drawing", "image", "line", "word", "words", "text", "room",
     "space", "place", "way", "problem", "time", "point", "one", "more", "it", "that", "this"]
)  # fmt: skip


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The thing drawn where there is room; None where none is missed, or more is asked."""
    low = sentence.low
    if painted_element(context.design) is not None or re.search(r"[\"“„]|\binstead\b", low):
        return None
    for match in _FACT.finditer(low):
        return _of_the_copy(match["x"] or match["y"], context)
    for phrase, span in _things_missed(low):
        if _orders_more(low, span):
            return None
        if (there := _shown_already(phrase, context)) is not None:
            return there
        icons = drawings_of(phrase)
        return drawn_on(icons[0], phrase, _anchors(low, span, context), context)
    return None


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
    if phrase in ROLES or phrase in CONTACTS or is_mark(phrase) or re.search(r"\d", phrase):
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
    choices = (Choice("larger", f"make the {phrase} bigger"), Choice("once more", f"duplicate the {phrase}"),
               Choice("in front", f"bring the {phrase} to the front"))  # fmt: skip
    return Question(f"{named.subject} there already; should it be larger, or stand there once more?",
                    choices)  # fmt: skip


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
