"""What a design tells in a clause: "that our store is now open" is headed "Now Open"."""

from __future__ import annotations

import re

from agents.opening import Opening
from agents.phrases import HOLE

_TOLD_THAT = re.compile(
    r"(?:[\w-]+\s){1,3}that\s((?:our|the|my) \w+ (?:is|are|will be) (?:now |back |temporarily )?"
    r"(?:open|closed|closing|moving|under|reopening)\b.*)",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"(?:(?:our|the|my) (?:\w+ )?\w+|we|I|[A-Z][\w&' ]+?) (?:has|have|had|is|are)?\s?(?:just |now "
    r"|officially"
    r" |recently )?(?:reached|hit|passed|turned|turning|completed|celebrated|celebrating|marked"
    r"|marking|crossed) (?P<what>\d.+)",
)


# "a bookstore is moving to a new location", as the house itself says it
_WE_ARE = re.compile(
    r"an?\s(?P<house>(?:[\w-]+\s){0,2}[\w-]+)\s(?:is|are)\s(?P<what>(?:now\s)?(?:moving|relocating"
    r"|expanding"
    r"|reopening|hiring|open|back|closing|celebrating)\b.*)"
)


# "Brightway Logistics has been named one of the best places to work"
_HONOURED = re.compile(
    r"(?P<house>(?:our|the|my)\s[\w ]{3,30}?|[A-Z][\w&'’.-]*(?:\s[A-Z&][\w&'’.-]*)*)\s(?:has|have"
    r"|was|were)\s"
    r"(?:just\s)?(?:been\s)?(?P<what>(?:named|awarded|chosen|voted|selected|ranked|recogni[sz]ed"
    r"|honou?red|certified"
    r"|nominated)\s.+)"
)


def news_of(that: str) -> str:
    """ "that our store is now open": the news without whose it is and without "is"."""
    that = re.sub(r"^((?:our|the|my) (?:\w+ )?\w+), [A-Z][^,]+,", r"\1", that)
    that = re.sub(r"^(?:the\s)?(?:company|store|shop|brand|business)['’]s\s", "", that)
    text = re.split(rf",(?!\d{{3}})|[.;{HOLE}]", that)[0]
    if done := _WE_DID.match(text):
        return f"We {done['what']}"
    if honoured := _HONOURED.match(text):
        return honoured["what"]
    if ours := _WE_ARE.match(text):
        return f"We’re {ours['what']}"
    if moves := _WE_MOVE.match(text):
        return f"We’re {moves['verb'].removesuffix('e')}ing {moves['what']}"
    if does := _WE_DO.match(text):
        verb = "have" if does["verb"] == "ha" else does["verb"]
        return f"We {does['now'] or ''}{verb} {does['what']}"
    if reached := _REACHED.match(text):
        return reached["what"]
    if has := re.match(
        r"(?:our|the|my) \w+ (?:now )?has (?=(?:new|extended|longer|changed|a )\b)", text
    ):
        return text[has.end() :]
    text = re.sub(r"^(?:our|the|my) (\w+) will be (?=clos|mov|under)", r"\1 ", text)
    return re.sub(r"^(?:our|the|my) \w+ (?:is|are|will be) (?=(?:now|finally|back|open))", "", text)


_WE_DO = re.compile(
    r"an?\s(?P<house>(?:[\w-]+\s){0,2}?[\w-]+)\s(?P<now>now\s)?(?P<verb>offer|serve|deliver|accept"
    r"|sell"
    r"|ship|ha)s\s(?P<what>.+)"
)


_WE_DID = re.compile(  # "our company won the regional award"
    r"(?:our|my) (?:company|team|firm|business|studio|agency|school|shop|club) (?:just |recently )?"
    r"(?P<what>(?:won|received|opened|launched|reached|earned|joined|finished|raised)\s.+)"
)
_WE_MOVE = re.compile(
    r"an?\s(?P<house>(?:[\w-]+\s){0,2}?[\w-]+)\s(?P<verb>move|relocate|expand)s\s(?P<what>.+)"
)


def house_in(that: str) -> str:
    """ "bookstore" of "a bookstore is moving": who speaks, where it is said without a name."""
    found = (
        _HONOURED.match(that) or _WE_ARE.match(that) or _WE_DO.match(that) or _WE_MOVE.match(that)
    )
    return found["house"] if found else ""


def clause_told(opening: Opening) -> str:
    """What stands behind "announcing that" or "telling customers that"; empty for others."""
    told = (m[1] for text in opening.of("topic") if (m := re.match(r"that\s(.+\s.+)", text)))
    asked = (m[1] for text in opening.of("ask") if (m := _TOLD_THAT.match(text)))
    return next(told, "") or next(asked, "")
