"""The call to action a request asks for: its own words where it quotes them, else its verb."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import word_set

_SAID = re.compile(
    r"(?:call[- ]to[- ]action|\bcta\b)(?: \w+)?(?: is| should (?:be|say|read)|:| of| to|,)+\s+"
    r"(?P<words>(?:[A-Z][\w'’!]*|now|today|more|us|here)(?:\s(?:[A-Z][\w'’!]*|now|today|more|us"
    r"|here|your"
    r"|tickets?|online)){0,4})",
)
_URGE = (
    r"(?:encourag|invit|urg|ask|direct|tell|remind|prompt|motivat|inspir|persuad|allow|call to"
    r" action"
    r"|call-to-action|cta|users should|viewers should|so (?:that )?(?:people|they|customers) can"
    r"|option|link to|able to|ready to|how to|in order to|to easily|customers to|people to"
    r"|viewers to"
    r"|followers to|individuals to|them to|users? to|audience to|clients to)"
)
_VERBS = (
    ("Swipe up", r"swip(?:e|ing) up"),
    ("Book now", r"book(?:ing)?(?: (?:now|today|online|a |an |the |your|their))"),
    ("Shop now", r"shop(?:ping)? (?:now|today|online|with|the|for|at)"),
    ("Reserve now", r"reserv(?:e|ing) (?:a |your |the )?(?:spot|seat|place|table|room|now)"
     r"|reserve (?:at|by|online|on)\b"),
    ("Pre-order now", r"pre-?order(?:ing)?"),
    ("Order now", r"(?<!-)order(?:ing)?(?: (?:now|today|online|the|a|from))"),
    ("Buy now", r"buy(?:ing)? (?:now|today|the|a|tickets|their)|purchase (?:now|today|the)"),
    ("Get tickets", r"(?:buy|get|purchase|reserve|book) (?:your |their )?tickets"),
    ("Call now", r"call (?:now|today|and|us|to)"),
    ("Sign up", r"sign(?:ing)? up"),
    ("Register now", r"register(?:ing)?\b|enrol+(?:l|ing)?\b"),
    ("Subscribe", r"subscrib(?:e|ing)"),
    ("Apply now", r"apply(?:ing)?\b"),
    ("Donate now", r"donat(?:e|ing)\b"),
    ("RSVP", r"rsvp"),
    ("Read more", r"read(?:ing)? (?:more|the)"),
    ("Learn more", r"(?:learn|find out|discover|know) (?:more|about)"
     r"|for (?:more|further) (?:info\w*|details)"),
    ("Download now", r"download"),
    ("Follow us", r"follow(?:ing)? (?:us|the (?:page|account|brand))"),
    ("Vote now", r"vote\b"),
    ("Go green", r"go green"),
    ("Join us", r"drop in|join(?:ing)?\b|attend(?:ing)?\b|participate|accept the invitation"),
    ("Visit us", r"(?:visit\b|stop by|come (?:by|visit|to))"),
    ("Explore now", r"explor(?:e|ing)"),
)  # fmt: skip
_SWIPED = re.compile(r"\bswip(?:e|ing)[- ]up\b", re.IGNORECASE)
_URGED = re.compile(_URGE, re.IGNORECASE)
_REACH = 80  # characters after an urging in which its verb stands
_ASKED = tuple((label, re.compile(rf"\b(?:{verb})", re.IGNORECASE)) for label, verb in _VERBS)
_DEFAULTS = (
    (re.compile(r"\b(?:services?|salon|spa|clinic|studio|cleaning|travel|tours?|trips?|cruise|hotel"
                r"|massage|plumb\w+|electrician|barber|dent(?:ist|al)|groom\w+|trainer"
                r"|photograph\w+|haircuts?"
                r"|manicures?|tutor\w*|therap\w+|rentals?"
                r"|repairs?|packages?|lessons?|classes|courses?)\b", re.IGNORECASE), "Book now"),
    (re.compile(r"\b(?:sale|offer|store|shop|collection|black friday|cyber monday|clothing"
                r"|watch(?:es)?"
                r"|shoes|jewel\w+|cosmetics?|skincare|fashion|deals?|vase)\b",
                re.IGNORECASE), "Shop now"),
)  # fmt: skip
_TITLED = re.compile(
    r"(?<!-)\b(?:shop|order|pre-order|book|buy|call|register|apply|donate|subscribe|enroll"
    r"|join)\s(?:now|today"
    r"|us)\b",
    re.IGNORECASE,
)


def call_in(request: str) -> Text | None:
    """The call to action asked for; None when the request asks for none."""
    said = _SAID.search(request)
    if said:
        return Text(role="cta", text=said["words"].strip())
    if _SWIPED.search(request):
        return Text(role="cta", text="Swipe up", provenance="inferred")
    literal = _TITLED.search(request)
    if literal:
        words = literal[0]
        return Text(role="cta", text=words if words.isupper() else words.capitalize())
    labels = {label for urging in _urgings(request) for label, p in _ASKED if p.search(urging)}
    if labels:
        return Text(role="cta", text=_strongest(labels), provenance="inferred")
    return None


def _urgings(request: str) -> list[str]:
    """What stands behind each urging, up to the end of its sentence."""
    found = []
    for match in _URGED.finditer(request):
        after = request[match.end() : match.end() + _REACH]
        found.append(re.split(r"[.!?]", after)[0])
    return found[:12]


def default_call(about: str) -> Text | None:
    """A suggestion for an offer on goods or services; elsewhere a poster does without."""
    for words, label in _DEFAULTS:
        if words.search(about):
            return Text(role="cta", text=label, provenance="suggested")
    return None


_AD = re.compile(r"\b(?:ads?|advert\w*|commercial)\b", re.IGNORECASE)
_TELLS_TO_SELL = re.compile(r"\W*(?:please\s)?(?:promote|advertise|market)\s", re.IGNORECASE)
_ONLINE = re.compile(
    r"\b(?:facebook|instagram|linked ?in|google|tik ?tok|twitter|pinterest|youtube|online|web"
    r"|website|digital|social media)\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\b(?:sell(?:s|ing)|boutique|products?|brand|formula|drinks?|milk|oils?|honey|produce"
    r"|furniture"
    r"|armchairs?|sofas?|equipment|gear|gadgets?|tableware|mugs?|clothes|accessories|toys?|books?"
    r"|perfumes?|candles?|snacks?|shoes|bags?|lamps?|plants|coats?|dresses)\b",
    re.IGNORECASE,
)
_FOR_HIRE = re.compile(
    r"\b(?:car wash|program|training|salon|spa|clinic|grooming|tailor|altering"
    r"|we (?:repair|restore|mend|tune|fix|clean|sharpen|alter|(?:re)?upholster|service|install))\b",
    re.IGNORECASE,
)
# a drive for things, a workshop that makes things, and what is brought to the door
_GIVEN = re.compile(r"\b(?P<what>blood|food) (?:donation )?(?:drive|donation|bank)\b", re.I)
_MAKES = re.compile(
    r"\b(?:handmade|knife|knives|furniture|guitar|violin|leather|shoe|bicycle)\b.*\bworkshop", re.I
)
_BY_KIND = (
    (re.compile(r"\b(?:meal kits?|(?:delivery|meal|box|catering) (?:service|company))\b", re.I),
     "Order now"),
    (re.compile(r"\bapp\b", re.I), "Download now"),
    (re.compile(r"\b(?:insurance|bank account|mortgages?|loans?)\b", re.I), "Learn more"),
)  # fmt: skip
_GIVING = re.compile(
    r"\b(?:charit\w+|donations?|non-?profit|fundrais\w+|food bank|food drive|relief fund)\b",
    re.IGNORECASE,
)
_GRATIS = re.compile(
    r"\b(?P<verb>request|get|claim|book|schedule|try|start|join|sign up for)(?:ing)? (?:an?|your"
    r"|their) "
    r"(?P<what>free (?:quote|estimate|consultation|trial|sample|demo|lesson|class|assessment"
    r"|inspection|valuation)|(?:free |first )?(?:trial|taster|introductory) (?:lesson|class|session"
    r"|evening|day|week|training|month)|first (?:consultation|lesson|class|session|appointment))\b",
    re.IGNORECASE,
)


_PLACES = re.compile(
    r"\b(?:bar|pub|restaurant|bistro|diner|caf[eé]|coffee (?:house|shop)|pizzeria|brewery|winery"
    r"|bakery|florist|museum|gallery|zoo|aquarium|market|theme park|antique (?:shop|store))\b",
    re.IGNORECASE,
)
_OF_A_SHEET = re.compile(
    r"\b(?:coupon|voucher|certificate|ticket|invitation|cards?|logo|label|cover|menu)\b", re.I
)
_BIG = re.compile(
    r"\b(?:for sale|cars?(?! (?:rental|hire|wash|repair|service|insurance))|automobile|apartments?"
    r"|boat|motorcycle)\b",
    re.IGNORECASE,
)
_TALK = re.compile(r"\b(?:discussion|debate|panel|talk|lecture)\b", re.IGNORECASE)
# heads of events that are rather booked than joined
_BOOKED = word_set(
    "service services program programme course courses class classes trip trips tour tours market"
    " training camp sale tutorial experience mass lesson lessons session sessions"
)


def call_for_ad(request: str, form: str, about: str, held: str, phone: bool) -> Text | None:
    """A suggestion for an advertisement that asks for none: without a button it looks unfinished.

    `about` is what is advertised, `held` the last word of the event, if it is one, and `phone`
    whether a number to call is printed.
    """
    if not (_AD.search(form) or _TELLS_TO_SELL.match(request)) or _OF_A_SHEET.search(form):
        return None
    label = _label_for(about, request, held, phone)
    return Text(role="cta", text=label, provenance="suggested") if label else None


def _label_for(about: str, request: str, held: str, phone: bool) -> str:
    made = held == "workshop" and _MAKES.search(about)
    if given := _GIVEN.search(about):
        return f"Donate {given['what'].lower()}"
    if (held and held not in _BOOKED and not made) or _TALK.search(about):
        return "Join us"
    if phone:
        return "Call now"
    if re.search(r"\b(?:recruit|hiring|hire|vacanc|wanted)\w*", f"{about} {request[:80]}", re.I):
        return "Apply now"
    if _GIVING.search(about) and not _SOLD.search(request[:60]):
        return "Donate now"
    return "Shop now" if made else _label_of_goods(about, request)


def _label_of_goods(about: str, request: str) -> str:
    """What is done with goods, services and houses."""
    if _FOR_HIRE.search(about):
        return "Book now"
    if re.search(r"\bmemberships?\b", about, re.IGNORECASE):
        return "Join now"
    if _PLACES.search(f"{about} {request[:160]}"):
        return "Visit us"
    for words, label in _BY_KIND:
        if words.search(about):
            return label
    usual = None if _BIG.search(about) else default_call(about)
    if usual:
        return usual.text
    if _SOLD.search(about) and not _BIG.search(about):
        return "Shop now"
    return "Learn more" if _BIG.search(about) or _ONLINE.search(request) else ""


def gratis_call(request: str) -> Text | None:
    """ "to request a free quote" is a button that says so."""
    found = _GRATIS.search(request)
    if found is None:
        return None
    what = found["what"].lower()
    return Text(role="cta", text=f"{found['verb'].capitalize()} a {what}", provenance="inferred")


def _strongest(labels: set[str]) -> str:
    """What sells before what merely invites: booking beats visiting."""
    return next(label for label, _ in _VERBS if label in labels)
