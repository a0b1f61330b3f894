"""A request in the words the readers know: "Name is X", "Restaurant need menu", "pls", "We do:".

What people write in a hurry or in a language that is not theirs is said once more in the plain
way of asking; every word of copy stays as it is written.
"""

from __future__ import annotations

import re

from agents.cards_told import card_told
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
    r"^\W*(?:(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|dear \w+)(?: there"
    r"| all| team| everyone| guys| sir| madam| dear| friends?)?[,.!]+"
    r"|(?:yo|hiya|heya|ok(?:ay)? so|so|hey guys)[,.!]*)\s+"
    r"(?=(?:i|we|me|my|our|need|want|can|could|please|create|design|make|looking|quick|flyer|poster"
    r"|logo|banner)\b)",
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
# "We have a bakery and need a poster for ...", "Me and my sister open nail studio, need flyer"
_HOUSE = re.compile(
    r"^(?:we|i|me and my \w+|my \w+ and (?:i|me))(?:['’]re| are|['’]m| am)?"
    r"(?: (?:have|run|own|open(?:ed|ing)?|start(?:ed|ing)?|just opened))?"
    r" (?:an? |our |my |the )?(?:new |small |little )?(?P<kind>[a-z]+(?: [a-z]+){0,2})"
    r"(?:,|\.| and)\s(?:and )?(?:(?:we|i) )?"
    r"(?:need|want)s? (?:an? |the )?(?P<what>[a-z][^.,;:\n]*)",
    re.IGNORECASE,
)
# "quick post please: new burger"
_BIDDEN = re.compile(
    r"^(?:quick |simple |small |nice )?(?P<what>[a-z][^.,;:!?\n]{2,50}?) ?,?(?:please|pls|plz)\s?:"
    r"\s*",
    re.IGNORECASE,
)
_SHEET = re.compile(
    r"\b(?:menu|poster|fl[yi]er|leaflet|brochure|banner|ad|advert|post|story|card|coupon|voucher"
    r"|ticket|logo|sign|certificate|invitation|thumbnail|cover|price list|timetable)s?\b",
    re.IGNORECASE,
)
# ", name Blue Heron", "Name is Twin Mops.", "The name: Rex"
_NAME = re.compile(
    r"(?:^|[.,;!?]\s+|\n\s*|\sand\s)(?:(?:[Tt]he|[Oo]ur|[Mm]y|[Ii]ts?|[Hh]is|[Hh]er)\s)?[Nn]ame"
    r"(?:\s?[:=]\s?|['’]s\s|\sis:?\s|\sof (?:it|him|her) is\s|\s)[\"“]?"
    r"(?P<name>[A-ZÀ-Þ][\w'’&-]*(?:\s(?:&|and|of|the|de|la|[A-ZÀ-Þ0-9][\w'’&-]*)){0,4})[\"”]?"
    r"(?=\s*(?:[.,;!\n]|$))"
)
_CARDED = re.compile(
    r"\b(?:cards?|badges?|tags?|certificates?|diplomas?|vouchers?|invitations?|label)\b"
    r"|\b(?:called|named|titled)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(rf"[,;:!?\n]|{FULL_STOP}|\.$")
_AT = re.compile(r"(?<=\s)@\s(?=[A-ZÀ-Þ0-9])")
_LEAST_SLASHES = 3  # marks between pieces that are lines then
# a sentence that begins small: "yin. at Lotus Room" ends a row there
_STARTS = re.compile(
    r"(?<=[^\W\d_]{3}[.!?]\s)(?<!\b(?i:tel|etc|min|max|inc|apt|ext|ave|str|ste|vol|fig|mrs)\.\s)"
    r"(?<!(?i:incl|excl|prof|dept|appr)\.\s)(?<!pprox\.\s)[a-z](?=[a-z]*[\s,])"
)
# "We do: a, b, c", "List the services: a, b": what the row is, is said in one word
_ROW = re.compile(
    r"(?:(?<=[.!?]\s)|(?<=\n)|^)(?:(?:please )?(?:list|show|mention|include|name|put) (?:all )?"
    r"(?:the|our|my|these) (?P<what>services|classes|treatments|courses|dishes|products|prices"
    r"|rules|steps)(?: we (?:do|offer))?|(?:we|i) (?:do|make|offer|provide|clean|fix|repair))"
    r"\s?:\s+",
    re.IGNORECASE,
)


_CONGRATULATES = re.compile(
    rf"^\W*congratulate\s(?P<whom>[^!?\n]+?)(?:{FULL_STOP}|!|\n|$)", re.IGNORECASE
)
_ITS_SHEET = re.compile(r"\b[Tt]he (?P<sheet>(?:[A-Z]\w+ )?(?:post|story|card|banner|ad|poster))\b")


def _congratulated(request: str) -> str:
    """ "Congratulate Ann on her prize. The LinkedIn post ...": a post to congratulate her."""
    found = _CONGRATULATES.match(request)
    if found is None:
        return request
    sheet = _ITS_SHEET.search(request, found.end())
    asked = f"Create a {sheet['sheet'] if sheet else 'post'} to congratulate {found['whom']}."
    return asked + request[found.end() :]


def plainly(request: str) -> str:
    """The request as the readers know it; as it is when it is said that way."""
    request = _congratulated(request)
    request = _AT.sub("at ", card_told(request))
    if request.count(" / ") >= _LEAST_SLASHES:
        request = request.replace(" / ", "\n\n")
    bidden = _BIDDEN.match(request)
    if bidden and _SHEET.search(bidden["what"]):
        request = f"Create a {bidden['what'].strip()}: {request[bidden.end() :]}"
    said = _CHATTER.sub("", request).strip() or request
    said = _STARTS.sub(lambda m: m[0].upper(), said)
    said = _ROW.sub(lambda m: f"{(m['what'] or 'services').capitalize()}: ", said)
    said = _named(_opened(said))
    return with_styles(said)


def _opened(request: str) -> str:
    """The first sentence without the greeting and who is behind it."""
    request = bare = _GREETING.sub("", request)
    if wanting := _WANTING.match(bare):
        request = bare = f"{wanting['who']} want {bare[wanting.end() :]}"
    first = _first(request)
    if _OURS.search(first):
        request = _OURS.sub("", first) + request[len(first) :]
    needs = _HOUSE.match(bare) or _NEEDS.match(bare)
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
