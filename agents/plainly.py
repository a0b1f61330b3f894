"""A request in the words the readers know: "Name is X", "Restaurant need menu", "pls", "We do:".

What people write in a hurry or in a language that is not theirs is said once more in the plain
way of asking; every word of copy stays as it is written.
"""

from __future__ import annotations

import re

from agents.looks import with_styles
from agents.phrases import FULL_STOP
from agents.vocabulary import is_business

_CHATTER = re.compile(
    r"(?:,\s?|\s)?\b(?:pls|plz|plss+|thx|thanx|tnx)\b(?=\s*(?:[.,;:!?)\n]|$|[a-z]))[!.]*"
    r"|(?:(?<=[.!?])|(?<=\n))\s*(?:(?:many )?thanks|thank you)(?: so much| a lot| very much"
    r"| in advance)?[!.]*\s*$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\W*(?:(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|dear \w+)(?: there| all"
    r"| team| everyone| sir| madam)?[,.!]+\s+)(?=\S+\s+\S+\s)",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"^(?P<who>i|we)(?:['’]m|['’]re| am| are)? (?:(?:be )?wanting|needing|requiring"
    r"|searching(?: for)?|in need of|want to (?:have|order))\s",
    re.IGNORECASE,
)
_OURS = re.compile(
    r",?\s(?:(?:for|of|with|by)\s)?(?:my (?:wife|husband|sister|brother|friend|partner|mother"
    r"|father|son|daughter|family) and (?:me|i|myself)|me and my (?:wife|husband|sister|brother"
    r"|friend|partner|mother|father|son|daughter|family))(?=\s*[.,;:\n]|$)",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"^(?:our |my |the |an? )?(?P<kind>[A-Za-z][a-z]+(?: [a-z]+){0,2}) (?:is |are )?"
    r"(?:needs?|needing|wants?|looking for|requires?) (?:an? |the )?(?P<what>[a-z][^.,;:\n]+)",
)
_SHEET = re.compile(
    r"\b(?:menu|poster|fl[yi]er|leaflet|brochure|banner|ad|advert|post|story|card|coupon|voucher"
    r"|ticket|logo|sign|certificate|invitation|thumbnail|cover|price list|timetable)s?\b",
    re.IGNORECASE,
)
# ", name Blue Heron", "Name is Twin Mops.", "The name: Rex"
_NAME = re.compile(
    r"(?:^|[.,;!]\s+|\n\s*|\sand\s)(?:(?:[Tt]he|[Oo]ur|[Mm]y|[Ii]ts?|[Hh]is|[Hh]er)\s)?[Nn]ame"
    r"(?:\s?[:=]\s?|\sis:?\s|\sof (?:it|him|her) is\s|\s)[\"“]?"
    r"(?P<name>[A-ZÀ-Þ][\w'’&-]*(?:\s(?:&|and|of|the|de|la|[A-ZÀ-Þ0-9][\w'’&-]*)){0,4})[\"”]?"
    r"(?=\s*(?:[.,;!\n]|$))"
)
_CARDED = re.compile(
    r"\b(?:cards?|badges?|tags?|certificates?|diplomas?|vouchers?|invitations?|label)\b"
    r"|\b(?:called|named|titled)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(rf"[,;:!?\n]|{FULL_STOP}|\.$")
# "We do: a, b, c", "List the services: a, b": what the row is, is said in one word
_ROW = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n)|^)(?:(?:please )?(?:list|show|mention|include|name|put) (?:all )?"
    r"(?:the|our|my|these) (?P<what>services|classes|treatments|courses|dishes|products|prices"
    r"|rules|steps)(?: we (?:do|offer))?|(?:we|i) (?:do|make|offer|provide|clean|fix|repair))"
    r"\s?:\s+",
    re.IGNORECASE,
)


def plainly(request: str) -> str:
    """The request as the readers know it; as it is when it is said that way."""
    said = _CHATTER.sub("", request).strip() or request
    said = _ROW.sub(lambda m: f"{(m['what'] or 'services').capitalize()}: ", said)
    said = _named(_opened(said))
    return with_styles(said)


def _opened(request: str) -> str:
    """The first sentence without the greeting and who is behind it."""
    bare = _GREETING.sub("", request)
    if wanting := _WANTING.match(bare):
        bare = f"{wanting['who']} want {bare[wanting.end() :]}"
        request = bare
    first = _first(request)
    if _OURS.search(first):
        request = _OURS.sub("", first) + request[len(first) :]
    needs = _NEEDS.match(bare)
    if needs and is_business(needs["kind"]) and _SHEET.search(needs["what"]):
        asked = f"Create a {needs['what']} for a {needs['kind'].lower()}"
        return asked + bare[needs.end() :]
    return request


def _named(request: str) -> str:
    """The name told in a sentence of its own, behind the thing that bears it."""
    name = _NAME.search(request)
    first = _first(request)
    border = _BORDER.search(request)
    if name is None or border is None or name.start() < border.start() or _CARDED.search(first):
        return request
    at = border.start()
    rest = request[at : name.start()] + request[name.end() :]
    return f"{request[:at]} called {name['name']}{rest}"


def _first(request: str) -> str:
    return re.split(rf"{FULL_STOP}|\n", request, maxsplit=1)[0]
