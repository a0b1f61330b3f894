"""Names in a request: brand, venue, city, and the people who host, perform or review."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.phrases import HOLE, any_of, sentence_case
from agents.places import REGION
from agents.vocabulary import BUSINESSES, occasion_in

_REST = r"[\w'’&-]*(?:\.(?=\w)[\w'’&-]+)*"  # a dot only inside a word, or in St. and the like
_CAPITAL = rf"(?:(?:St|Mt|Dr|Mr|Mrs|Ms|Prof|Rev|Capt|Sgt|Col|Lt|Fr)\.|[A-Z0-9]{_REST}|&)"
NAME = (
    rf"(?:(?:St|Mt|Dr|Mr|Mrs|Ms|Prof|Rev|Capt|Sgt|Col|Lt|Fr)\.|[A-Z]{_REST}|\d[\w'’&-]*[A-Za-z]{_REST})"
    rf"(?:\s(?!(?:and\s)?I\b)(?:(?:&|and|of|the|de|la|del|von|van|for|by)\s)?"
    rf"(?:{_CAPITAL}|\([\w ]+\))){{0,5}}"
)
_KIND = any_of(BUSINESSES | {"business", "bank", "hotel", "company"})
_BRAND = (
    rf"(?i:{_KIND}|event|product|line|logo)(?:'s|’s)?(?:\s+name)?\s+(?:is\s+|are\s+)?(?:call(?:ed)?"
    rf"|named|is)\s+(?P<n>{NAME})",
    rf"(?:name|brand|company)\s+(?:of the \w+ )?(?:is|:)\s+(?P<n>{NAME})",
    rf"(?:{_KIND}|firm|practice|band|name)(?:'s|’s)?(?:\s+name)?,\s(?P<n>{NAME})(?=,|\.|\sand\b)",
    rf"\b(?:we['’]re|(?:and\s)?(?:we are|is)) (?:called|named)\s+(?P<n>{NAME})",
    rf"(?:The|This) (?:ad|advertisement|card|certificate|coupon|voucher|logo|poster|flyer|post"
    rf"|design|banner)"
    rf" is (?:for|by|designed by|made for)\s+(?:the\s)?(?P<n>{NAME}(?:\s(?:{_KIND}|furniture"
    rf"|shoes|cosmetics))?)(?!\sevent)",
    rf"(?i:offered|designed|sponsored|presented|organi[sz]ed|published|powered) by\s+(?:the\s)?"
    rf"(?P<n>{NAME}(?:\s(?:{_KIND}|media))?)",
    rf"\b(?:{_KIND}|brand|company|firm)(?:'s|’s)? name,? (?P<n>{NAME})(?=,|\.|\sand\b|\swith\b|$)",
    rf"\bpromotes (?P<n>{NAME}) as\b",
    rf"\b(?:line|range|collection|products?|menu|selection"
    rf"|series) [^.,;{HOLE}]{{0,40}}?from (?P<n>{NAME})"
    r"(?=\s*(?:[.,;]|$)|\s(?:with|that|featuring|in|for)\b)",
    rf"(?:for|at) (?:the |our |my )?(?:[a-z]+\s)?(?P<n>{NAME})(?:,| -)? an?"
    rf" (?:[a-z]+\s){{0,3}}(?:{_KIND})\b",
    rf"\b(?:{_KIND})\s(?P<n>(?-i:[A-Z])[\w'’&-]+(?:\s(?-i:[A-Z&])[\w'’&-]*){{0,3}})(?=[,.;]"
    rf"|\s(?:in|on|at|is|and|with|for|offers?)\b|$)",
)  # fmt: skip
_BRAND_PATTERNS = tuple(re.compile(p) for p in _BRAND)
_TOWN = r"[A-ZÀ-Þ](?:[\w'’-]|(?<=[A-Z])\.|(?<=\bSt|\bFt|\bMt)\.)+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2}"
_IN_TOWN = rf"(?:,\s{REGION})?(?:,?\s(?:in|near)\s(?:downtown\s)?{_TOWN}(?:,\s{REGION})?)?"
_VENUE = re.compile(
    rf"\b(?:[Aa]t|in(?=\s(?:Auditorium|Room|Hall|Lecture Hall"
    rf"|Studio|Building|Tent|Villa|Palazzo|Ch[aâ]teau)\s)"
    rf"|in(?=\s(?:the\s)?(?:[A-Z][\w.'’-]*\s){{1,3}}(?:Church|Cathedral|Chapel|Abbey|Library|Museum"
    rf"|Theat(?:re|er)|Hotel|Gallery|Hall|Barn|Inn)\b)|inside|held (?:at|in)|takes? place (?:at"
    rf"|in)|taking place (?:at|in)"
    rf"|hosted (?:at|in)"
    rf"|[Vv]enue(?: is|:)|[Ll]ocation(?: is|:)|[Pp]lace:|@)\s(?:the\s)?"
    rf"(?P<n>(?:(?:home|house|residence)\sof\s)?{NAME}(?:\s(?:{_KIND}|hall|parking lot|car park"
    rf"|park"
    rf"|arena|stadium|beach|square|garden|gardens|hotel|campus"
    rf"|pavilion|residence|barn)\b)?"
    rf"(?:,\s(?![A-Z][a-z]+day\b){NAME})?{_IN_TOWN})"
)
_IN = re.compile(
    rf"(?:{HOLE}|\b[a-z]+"
    rf"|,)\s?in\s(?:the\s)?(?P<n>{_TOWN}(?:,\s(?:{REGION}|[A-Z][A-Za-z]+))?(?:,\s{REGION})?)"
)
_IN_REGION = re.compile(rf"\bin\s(?:downtown\s|the\s(?:city|town)\sof\s)?(?P<n>{_TOWN},\s{REGION})")
_RANKED = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|Capt|Sgt|Col|Lt)\.(?:\s|$)")
_FRAGMENT = re.compile(
    rf"{HOLE}[^,.{HOLE}]{{0,24}},\s(?:the\s)?(?P<n>{NAME}(?:\s(?:pavilion|hall|park|center"
    rf"|centre))?(?:,\s{NAME})?(?:,\s{REGION})?)"
    rf"(?=\s*(?:[.,;!\n{HOLE}]|$))"
)
_NOT_A_PLACE = re.compile(
    r"(?:\d+k|facebook|instagram|linkedin|youtube|twitter|tiktok|pinterest|spanish|english|french"
    r"|german"
    r"|italian|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn"
    r"|winter|fall|valid|apply|call|open|entry|admission|tickets?|free|buy|book|register|rsvp"
    r"|reservations?|visit|join|obo|ono|bavarian|chinese|japanese|us|usd|pm|am|your|christmas|canva"
    r"|photoshop|adobe|a[0-6])\b",
    re.IGNORECASE,
)
# what a line is called, and who somebody is
_LABEL = re.compile(
    r"(?:When|Where|What|Who|Date|Time|Text|Message|Theme|Speakers?|Sponsors?|Doors|Info|Contact"
    r"|Dress|Starts?|Dinner|Lunch|Breakfast|Brunch|Party|Concert|Keynote|Panel|C[ETFO]O|Head"
    r"|Director"
    r"|Founder|President|Chair)\b(?! [A-Z])"
    r"|(?:C[ETFO]O|Head|Director|Founder|President|Chair)\sof\b"
)
_PEOPLE = (
    ("", rf"{HOLE}[ \n]*[-–—~]\s?(?P<n>{NAME})(?=[.\n]|$)"),
    ("", rf"(?:[Nn]ames are|couple(?:'s names)? (?:is|are)|bride and groom are|guests? of honou?r"
         rf" (?:is|are))\s(?P<n>{NAME})"),
    ("", r"(?:[Ww]e['’]re|[Ww]e are|[Ii]['’]m|I am)\s"
         r"(?P<n>[A-Z][\w'’-]+(?:\s(?:and|&)\s[A-Z][\w'’-]+)?)"
         r"(?=[.,]|\sand\b)"),
    ("By ", rf"\b(?:author|writer|director|composer)(?:'s name)?(?: is|:)\s(?P<n>{NAME})"),
    ("", r"\b(?:dog|cat|puppy|kitten|labrador|pet|bird|baby|son|daughter|girl|boy)(?:\s\w+)?"
         rf" (?:is )?(?:named|called) (?P<n>{NAME})"),
    ("", rf"\bquote (?:from|by) (?P<n>{NAME})"),
    ("Review from ", rf"(?:review|testimonial|feedback)s?\s(?:is |comes )?(?:from"
                     rf"|by)\s(?P<n>{NAME})"),
    ("", rf"(?:performers?|artists?|speakers?|hosts?|instructors?|special guests?"
         rf"|comedian|headliners?"
         rf"|line-?up)(?: is| are|:| includes?| named| called| features?)?\s(?P<n>{NAME}(?:,"
         rf" {NAME})*(?:,? and {NAME})?)"),
    ("", rf"(?P<n>(?:DJ|dj|Dj) {NAME})"),
    ("", rf"\b(?:winner|recipient|honou?ree|birthday (?:boy|girl))(?: is|,|:)\s(?P<n>{NAME})"),
    ("", rf"(?P<n>(?:hosted|led|taught|written|directed|curated) by {NAME})"),
    ("", r"\b(?P<n>(?:with|by)\s(?:(?:award-winning|local|guest|celebrity|best-selling)\s)?"
         r"(?:novelist|author|(?:special )?guest"
         r"|chef|artist|coach|comedian|writer|poet|speaker|instructor|teacher|trainer|photographer"
         r"|singer|musician|historian|journalist|professor|doctor|pianist|violinist|guitarist"
         r"|designer|advis[oe]r|expert|dietitian|nutritionist|therapist|psychologist|entrepreneur"
         r"|founder|magician|dancer|choreographer|sommelier|architect|engineer|scientist|lawyer"
         r"|Professor|Prof\.|Dr\.|Chef|Coach|Pastor|Rabbi|Sir|Dame)"
         rf"\s{NAME}(?: and (?:[a-z]+ )?{NAME})?)"),
    ("With ", r"\b(?:with|starring)\s(?P<n>[A-Z][a-z]+ [A-Z][a-z]+)(?=[.,]|\s(?:on|at|and)\b|$)"),
)  # fmt: skip
_PEOPLE_PATTERNS = tuple((lead, re.compile(p)) for lead, p in _PEOPLE)
_UNSAID = re.compile(
    r"(?:not|none|unknown|unspecified|to be|TBD|TBA|The(?! [A-Z])"
    r"|This|It|We|I|URL|CTA|QR|RSVP|Your Name Here)\b"
)


_HONOURED = re.compile(
    rf"(?:(?:party|card|shower|invitation|invite|ceremony|celebration|birthday|certificate|event)"
    rf"(?:\sis)?\sfor\s|\bfor (?:my|our)\s(?:[a-z]+\s){{1,3}}?|\bevent honou?rs\s"
    rf"|\b(?:bride|mom-to-be|mother-to-be|birthday (?:girl|boy)|graduate|guest of honou?r|retiree)"
    rf"(?:'s name)? is\s|\bin honou?r of\s|\bhonou?ring\s)"
    rf"(?P<n>(?:(?:Mrs?|Ms|Dr|Prof)\.?\s)?[A-Z][\w'’-]+(?:\s(?:and\s|&\s)?[A-Z][\w'’-]+){{0,2}})"
    rf"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bProf)"
    rf"(?=[.,!?{HOLE}]|\s(?:on|at|who|he|she|they|turn\w*|after|to|is|and|from|with|in)\b|\s{HOLE}"
    rf"|$)"
)
_SMALL_VENUE = re.compile(
    r"\bat (?:the )?(?P<n>(?:(?!an?\b|our\b|my\b|your\b|of\b|end\b)[a-z'’]+\s){1,4}?(?:pub"
    r"|hall|park|club|arena|stadium|gym|church|library|museum|theat(?:re|er)|hotel|caf[eé]|bar"
    r"|studio|school"
    r"|cent(?:re"
    r"|er)|beach|field|square|inn|arms|gardens?|brewery|diner|market|barn))\b"
)

_ROOM = re.compile(
    rf"\b(?:in|at) (?:the )?(?P<n>(?:[a-z]+['’]?s?['’]? )?(?:lounge|hall|gym|library|auditorium"
    rf"|cafeteria|campus|lobby"
    rf"|courtyard|gardens?|ballroom|playground)\s(?:of|at)\s(?:the\s)?{NAME})"
    r"|\b(?:in|at) (?:the )?(?P<r>(?:room|hall|studio|gate|booth|lab|building) [A-Z]?\d+[\w.]*)"
    r"|\b(?:in|at) the (?P<h>(?:(?:school|church|village|town|main|community|parish|city"
    r"|public)\s)*"
    r"(?:(?:staff )?canteen|gym|hall|cafeteria|auditorium|library|cent(?:re|er)|courtyard|garden"
    r"|car park|parking lot"
    r"|playground|square))\b(?=\s*(?:[,.;!]|$|on\b|from\b))"
)


PLACE = re.compile(
    r"\b(?:hall|park|square|plaza|cent(?:er|re)|arena|stadium|hotel|church|school|library|museum"
    r"|theat(?:er|re)|gallery|club|caf[eé]|bar|pub|beach|garden|gardens|market|farm|street|room"
    r"|studio"
    r"|house|college|university|pavilion|lounge|ballroom|rooftop|lobby|gym|harbou?r|pier|field)\b",
    re.IGNORECASE,
)

_CARD = re.compile(
    r"(?P<kind>[\w'’-]+) (?:message |e-?)?cards?(?P<to>\s(?:for\s(?!an?\b|use\b|celebrat|\w+ing\b)"
    r"|to\s(?=(?:my|our|all|the|its)\b|[A-Z]))(?:(?:Mrs?|Ms|Dr|Prof)\.\s)?"
    r"(?:[\w'’& -]|(?:(?<=Mr)|(?<=Ms)|(?<=Dr)|(?<=Mrs)|(?<=Prof))\.){2,40}?)?"
    rf"(?:,?\s(?P<by>from\s(?:(?:Mrs?|Ms|Dr|Prof)\.\s)?(?!\w+ing\b)[\w'’& -]{{2,36}}?))?"
    rf"(?:\s(?P<late>to\s(?:my|our|all|the|its)\s[a-z]+))?"
    rf"(?=\s*(?:[,.:;!\n{HOLE}]|$)|\s(?:that|who|which|with|on|and(?=\s[a-z])|featuring|using|in"
    rf"|saying)\b)"
)
_GIVEN = re.compile(
    r"\bfrom\s[A-Z]\w+(?:\s[A-Z]\w+)?\sto\s[A-Z]\w+(?:\s[A-Z]\w+)?"
    r"|\bto\s[A-Z]\w+(?:\s[A-Z]\w+)?,?\sfrom\s[A-Z]\w+(?:\s[A-Z]\w+)?"
)
_NO_LETTER = re.compile(
    r"business|date|gift|discount|loyalty|membership|visiting|calling|stamp|invitation|rate|report"
    r"|place"
    r"|price|menu|travel|trading|score|post|flash|credit|playing|save",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:loss|celebrations?|holidays?|season|occasions?|events?|day|upcoming|christmas|easter"
    r"|business|sale|store|shop|company)\b",
    re.IGNORECASE,
)


_ANYBODY = re.compile(r"(?:to|for|from)\san?\s")  # "from a real estate agent": nobody's name


# "my grandmother Elsie", as those who write to her call her: "Elsie"
_KIN_NAMED = re.compile(r"\b(?:my|our)\s(?:[a-z-]+\s){1,3}(?=[A-Z])")


class Names(NamedTuple):
    brand: str = ""
    venues: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    honoured: str = ""  # for whom a card or party is
    letter: str = ""  # to whom a card goes and from whom it comes


def names_in(masked: str, dated: bool) -> Names:
    """The names in a request whose facts and quotes are holes; cities only of dated events."""
    venues = [m["n"] for m in _VENUE.finditer(masked)]
    for pattern in (_IN, _FRAGMENT):
        if dated and not venues:
            found = [m["n"] for m in pattern.finditer(masked)]
            venues = [v for v in found if not _NOT_A_PLACE.match(v) and not occasion_in(v)]
    if not venues:  # a town with its state is a place, whatever the day
        venues = [m["n"] for m in _IN_REGION.finditer(masked)]
    if not venues and dated:
        venues = [sentence_case(m["n"] or m["r"] or m["h"]) for m in _ROOM.finditer(masked)]
    if not venues and not re.search(r"(?<!^)[A-Z]", masked):
        venues = [sentence_case(m["n"]) for m in _SMALL_VENUE.finditer(masked)]
    venues = [v for v in venues if not _NOT_A_PLACE.match(v) and not _LABEL.match(v)]
    venues = [v for v in venues if not _RANKED.match(v)]
    places = (sentence_case(_clean(v)) for v in venues if not occasion_in(v))
    people = [
        sentence_case(lead + _clean(match["n"]))
        for lead, pattern in _PEOPLE_PATTERNS
        for match in pattern.finditer(masked)
    ]  # fmt: skip
    honoured = _HONOURED.search(masked)
    whom = honoured["n"] if honoured and not _NOT_A_PLACE.match(honoured["n"]) else ""
    whom = "" if occasion_in(whom) else whom
    letter = _letter(masked)
    kept = dict.fromkeys(p for p in places if p and p not in letter)
    return Names(_brand(masked), tuple(kept), tuple(people), whom, letter)


def without_venues(masked: str, names: Names) -> str:
    """Taken out with the word that leads to them."""
    for venue in names.venues:
        pattern = rf"(?:\b(?:at|in|@)\s(?:the\s)?)?{re.escape(venue)}"
        masked = re.sub(pattern, lambda m: HOLE * len(m[0]), masked, flags=re.IGNORECASE)
    return masked


def _letter(masked: str) -> str:
    """ "for Grandma from all the kids" of a card that people write to people."""
    gift = _GIVEN.search(masked) if re.search(r"\bgift\b", masked, re.IGNORECASE) else None
    if gift:
        return sentence_case(gift[0].strip())
    card = _CARD.search(masked)
    if card is None or _NO_LETTER.fullmatch(card["kind"]):
        return ""
    parts = [(card[key] or "").strip() for key in ("to", "by", "late")]
    if parts[2] and not parts[0]:
        parts = [parts[2], parts[1], ""]
    parts = [re.sub(r"\b(?:its|their)\s", "", part) for part in parts]
    parts = [
        _KIN_NAMED.sub("", re.split(r"\s(?:turning|who|from|after|at the end of)\s", part)[0])
        for part in parts
    ]
    people = [p for p in parts[:2] if p and not _NOBODY.search(p) and not _ANYBODY.match(p)]
    return sentence_case(", ".join(people))


def _brand(masked: str) -> str:
    for pattern in _BRAND_PATTERNS:
        for match in pattern.finditer(masked):
            name = _clean(match["n"])
            if name and not _UNSAID.match(name) and not _NOT_A_PLACE.match(name):
                return name
    return ""


def _clean(name: str) -> str:
    name = re.sub(r"\s(?:and|&)\s\d+$", "", name)  # "Limonaia and 50 ml"
    return (
        name.strip(" ,;:" + HOLE).removesuffix(".")
        if HOLE not in name
        else name.split(HOLE)[0].strip(" ,")
    )
