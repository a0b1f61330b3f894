"""Parts of a line: "the number in the price", "the & in the title", "the first letter of it"."""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.chat.by_name import Named, texts_shown
from agents.chat.context import Context
from agents.chat.naming_words import ROLES
from agents.chat.results import NoSuchPartError, NotThereError
from agents.chat.sentence import unquoted

Finder = Callable[[str, Context], Named]
_PART = re.compile(
    r"(?:(?:the|just|only|that|our|an?) )*(?P<what>[^,;]+?) (?:in|of|on|within|inside|from) "
    r"(?P<whole>(?:the |our |my |that |this )?[\w' -]+|it)"
)
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
# what a part is called -> what it looks like in the line
_KINDS: tuple[tuple[str, str], ...] = (
    (r"(?:number|figure|digit|numeral)s?", r"\d[\d.,:]*"),
    (r"(?:price|sum|amount|cost)", r"[£$€¥] ?\d[\d.,]*|\d[\d.,]* ?(?:€|[£$])"),
    (r"(?:percent(?:age)?|discount|per ?cent)", r"\d[\d.,]* ?%"),
    (r"(?:percent|percentage|%|per cent) sign|%", r"%"),
    (r"(?:pound|euro|dollar|currency) (?:sign|symbol)|[£$€]", r"[£$€¥]"),
    (r"(?:ampersand|and[- ]sign|& ?(?:sign|symbol)?|plus|\+)", r"[&+]"),
    (r"exclamation marks?", r"!+"),
    (r"question marks?", r"\?+"),
    (r"(?:weekday|day of the week|day)", r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"),
    (r"month", rf"\b(?:{_MONTH})\b"),
    (r"year", r"\b(?:19|20)\d\d\b"),
    (r"(?:first|capital|big) letter|initial", r"\w"),
    (r"(?:first|leading) word", r"\S+"),
    (r"last word", r"\S+$"),
)


def part_of(words: str, context: Context, find: Finder) -> Named | None:
    """The stretch of the one line that the phrase tells of; None where it tells of none."""
    match = _PART.fullmatch(words)
    if match is None:
        return _sign(words, context)
    what = unquoted(re.sub(r"^(?:words?|bit|part|letters?|phrase) (?=\S)", "", match["what"]))
    pattern = next((form for name, form in _KINDS if re.fullmatch(name, what)), "")
    try:
        whole = find(re.sub(r" (?:line|text)$", "", match["whole"]), context)
    except NotThereError:
        return None
    if len(whole.texts) != 1 or whole.span is not None:
        return None
    text = whole.texts[0]
    spot = re.search(pattern, text.text) if pattern else _shown(what, text.text)
    if pattern and not spot and what not in ROLES:
        raise NoSuchPartError(words)
    stretch = spot is not None and spot.end() - spot.start() < len(text.text)
    return Named((text,), spot.span()) if spot and stretch else None


def _sign(words: str, context: Context) -> Named | None:
    """ "the pound sign": where only one line shows it."""
    what = re.sub(r"^(?:the|that|our) ", "", words)
    pattern = next((form for name, form in _KINDS if re.fullmatch(name, what)), "")
    if not pattern or not re.search(r"sign|symbol|marks?$|ampersand", what):
        return None
    found = [(x, spot) for x in texts_shown(context.design) if (spot := re.search(pattern, x.text))]
    if not found:
        raise NotThereError(what)
    return Named((found[0][0],), found[0][1].span()) if len(found) == 1 else None


def _shown(what: str, text: str) -> re.Match[str] | None:
    """Words that the line shows as they are said."""
    plain = text.lower().replace("’", "'")
    known = len(what) > 1 and len(plain) == len(text)
    return re.search(rf"(?<!\w){re.escape(what)}(?!\w)", plain) if known else None
