"""Quoted words of a request, each with what the words around it say it is for.

`use` is title, slogan, message, text, quote, brand, cta or "" for a quote that names a style, a
symbol or the like and is no copy.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "‘": "’"}
_LONGEST = 400  # characters
_NOT_COPY = re.compile(
    r"(?:symbol|icon|font|typeface|style|mood|theme|concept|colou?rs?|texture|genre|aesthetic|vibe"
    r"|look|feel|feeling|sense|filename|file|format|size|hashtag on)(?:s?)"
    r"(?: of| called| named| is| like| such as)?\s*$",
    re.IGNORECASE,
)
# "a science fair with the theme ..." has a theme in words, and no look
_OF_EVENT = re.compile(
    r"\b(?:fair|conference|summit|festival|exhibition|competition|contest|congress|convention"
    r"|symposium"
    r"|campaign|week|day|lecture|talk|seminar|forum|meeting)\b[^\"'“]*\s(?:with|under|on"
    r"|around) the"
    r" (?:theme|motto)(?: of| is)?:?\s*$",
    re.IGNORECASE,
)
_NOT_COPY_AFTER = re.compile(
    r"^\s*(?:font|style|typeface|vibe|aesthetic|theme|mood|look|feel|effect)\b", re.IGNORECASE
)
_BRAND_AFTER = re.compile(
    r"^\s*(?:indicates|is|as|represents)\b[^.]{0,30}\bname of the (?:store|shop|brand|company)"
    r"|^\s*(?:is|as) (?:the|its|their|our) (?:store|shop|brand|company|business) name",
    re.IGNORECASE,
)
_NOT_TITLE_AFTER = re.compile(r"^\s*(?:button|cta)\b(?!\s*:)", re.IGNORECASE)
_USES = (
    ("cta", r"(?:call[- ]to[- ]action|\bcta\b|button|\bto click|(?:viewers|people|followers|users"
            r"|customers|audience|them) to)"),
    ("brand", r"(?:(?:brand|company|store|shop|channel|agency|business|studio|restaurant|club"
              r"|organi[sz]ation|sponsor)(?:'s)?(?: name)?(?: is| named| called| of)?"
              r"|(?:app|product|salon|firm|brand|company|shop|store) name[^.\"]{0,30}"
              r"|sponsored by|hosted by|by)"),
    ("slogan", r"(?:slogan|tag ?line|motto|strapline|claim)"),
    ("subtitle", r"(?:sub-?title|sub-?heading|sub-?headline)"),
    ("quote", r"(?:quote|quotation|verse|lyrics?|saying goes)"),
    ("message", r"(?:message|wish(?:es)?|greeting|note|reads?|says?|saying|reading|phrase|words?)"),
    ("title", r"(?:title|titled|entitled|headline|heading|header|called|named|screening of"
              r"|premiere of|launch of|film|movie|event|show|concert|album|book|play|song|theme"
              r" of)"),
)  # fmt: skip
_USE_PATTERNS = tuple(
    (use, re.compile(words + r"(?:\s+(?:of|is|should|that|which|be|read|say|reads|says|like|the"
                     r"|text|simply|prominently|as|being))*\s*[:,]?\s*$", re.IGNORECASE))
    for use, words in _USES
)  # fmt: skip


_REACH = re.compile(
    r"(?:call|text|order|book|visit|follow|e-?mail|dm)\b.{0,30}(?:\d{3}[^\d]?\d{3,4}|@\w"
    r"|\.com\b)",
    re.I,
)
# where on the design a quotation stands: what is small or below is no title
_LOWER = re.compile(
    r"\b(?:below|beneath|underneath|under (?:it|this|that|the)|bottom|foot(?:er)?|corner|smaller"
    r"|small|subtle|secondary|supporting)\b",
    re.IGNORECASE,
)
_LOWER_AFTER = re.compile(
    r"^[^.\"'“”]{0,30}?\b(?:at|along|near|in|on) the (?:very )?(?:bottom|foot|lower|corner)\b"
    r"|^\s(?:in|as) (?:an? |the )?(?:smaller|small|subtitle|secondary)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:shop|book|register|order|buy|sign up|join us|learn more|get (?:your )?tickets|subscribe"
    r"|call (?:us|now|today)|visit us|reserve|donate|apply|rsvp|swipe up|start|try|download|enrol+"
    r"|explore)\b(?: (?:now|today|here|us|more|online|tickets|yours?|your \w+|a \w+|free))*[!.]?$",
    re.IGNORECASE,
)


# words of a button that head nothing even where they are all that is quoted
_ON_BUTTON = re.compile(
    r"(?:shop|book|register|order|buy|download|apply|sign up|subscribe|learn more"
    r"|swipe up)(?: (?:now|today|here|online))?[!.]?",
    re.IGNORECASE,
)


# conditions, which head nothing
_TERM = re.compile(
    r"(?:(?:offer |voucher |coupon |ticket )?(?:is )?(?:not |only )?(?:valid|redeemable"
    r"|transferable|refundable|exchangeable)|non-?(?:refundable|transferable)|(?:terms|conditions)"
    r" (?:and|&|apply)|no (?:cash value|refunds?)|cannot be|can(?:no|['’])t be (?:combined"
    r"|exchanged|redeemed)|subject to|while (?:stocks?|supplies) last|(?:offer )?(?:expires|ends)\b"
    r"|limit (?:one|1|two|2)|one (?:per|coupon|voucher))\b",
    re.IGNORECASE,
)


def _is_term(words: str, use: str) -> bool:
    return use not in ("title", "brand", "quote") and bool(_TERM.match(words))


class Quote(NamedTuple):
    text: str
    use: str
    start: int  # of the opening mark, in the request
    end: int  # after the closing mark


def quotes_in(request: str) -> tuple[Quote, ...]:
    """Every quotation in order; apostrophes inside single quotes do not end them."""
    found: list[Quote] = []
    at = 0
    while at < len(request):
        end = _closing(request, at)
        if end is None:
            at += 1
            continue
        words = request[at + 1 : end].strip()
        if len(words) > 1:
            use = _use(request, at, end, found)
            reach = _REACH.match(words)
            called = (
                reach
                or (use == "text" and _ON_BUTTON.fullmatch(words))
                or found
                and use in ("text", "message", "subtitle")
                and _CALL.match(words)
            )
            use = "cta" if called else "legal" if _is_term(words, use) else use
            found.append(Quote(words, use, at, end + 1))
        at = end + 1
    return tuple(found)


def _closing(request: str, at: int) -> int | None:
    """Where the quotation that opens at `at` closes; None when nothing opens there."""
    mark = request[at]
    if mark == "'" or (mark == "’" and request[at - 1 : at].isspace()):
        return _closing_apostrophe(request, at)
    ends = _PAIRS.get(mark)
    if ends is None or (mark == '"' and request[at - 1 : at].isdigit()):  # 18" x 24"
        return None
    places = [p for end in ends if 0 <= (p := request.find(end, at + 1)) - at < _LONGEST]
    return min((p for p in places if p > at), default=None)


def _closing_apostrophe(request: str, at: int) -> int | None:
    before, after = request[at - 1 : at], request[at + 1 : at + 2]
    if (at > 0 and not (before.isspace() or before in "([:,-")) or not after or after.isspace():
        return None
    if re.match(r"'(?:\d0s|n'|tis|twas|til|em)\b", request[at:], re.IGNORECASE):
        return None
    for end in range(at + 2, min(len(request), at + _LONGEST)):
        if request[end] == "\n":
            return None
        following = request[end + 1 : end + 2]
        if request[end] not in "'’" or following.isalnum():
            continue
        if re.search(r"\s['’]n['’]$", request[: end + 1]):  # Rock 'n' Roll
            continue
        if following in ("'", "’"):  # 'It ain't snowin''
            return end + 1
        if not request[end - 1].isspace():
            return end
    return None


def _use(request: str, start: int, end: int, found: list[Quote]) -> str:
    before = re.split(r"[.!?]\s|\n", request[max(0, start - 80) : start])[-1]
    after = request[end + 1 : end + 80]
    if _OF_EVENT.search(before):
        return "slogan"
    if _NOT_COPY.search(before) or _NOT_COPY_AFTER.search(after):
        return ""
    if _BRAND_AFTER.search(after):
        return "brand"
    if _NOT_TITLE_AFTER.search(after):
        return "cta"
    if found and re.fullmatch(r"\s*(?:,|and|&|or|,\s*and)\s*", request[found[-1].end : start]):
        return found[-1].use
    for use, pattern in _USE_PATTERNS:
        if pattern.search(before):
            lower = use in ("message", "text") and bool(found) and bool(_LOWER.search(before))
            return "subtitle" if lower else use
    return "subtitle" if _LOWER.search(before) or _LOWER_AFTER.match(after) else "text"
