"""The words that a request gives its facts and no line has kept: whose name, which price.

"The agent is Ada Lin" is "Agent: Ada Lin", "$30 for students" no second admission, "from January 8"
no mere "January 8". The words are the request's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.brief import Text
from agents.money import MONEY
from agents.phrases import mostly_in, sentence_case, title_case, word_set
from agents.timed import timed
from agents.vocabulary import EVENTS, is_direction
from design_io.document import Role

_Texts = tuple[Text, ...]
_NAME = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Rev|St)\.?\s|(?:Chef|Coach|Captain|Professor|Judge|Mayor)\s)?"
    r"[A-ZÀ-Þ][\w'’-]+(?:\s(?:(?:de|da|van|von|der|al|bin)\s)?[A-ZÀ-Þ][\w'’.-]*\b){1,3}"
)
_LINES: tuple[Role, ...] = ("subtitle", "item", "body", "brand", "venue")
_GENERIC = word_set(
    "event party evening day date show concert festival sale meeting match game exhibition fair it"
    " deadline class course lesson workshop trip tour market ceremony offer"
)


def in_words(texts: _Texts, request: str, language: str) -> _Texts:
    """The texts, each fact with the words that tell which one it is."""
    for rule in _RULES if language == "en" else ():
        texts = rule(texts, request)
    return texts


_PERSON = (
    r"(?:guest of hono(?:u)?r|agent|realtor"
    r"|broker|speaker|teacher|instructor|host|coach|chef|guide|trainer|guest|director"
    r"|conductor|author|referee|singer|headliner|lecturer|moderator|presenter|judge|curator|manager"
    r"|captain|pastor|designer|photographer|narrator|soloist|choreographer|DJ|organi[sz]er|owner"
    r"|founder|brewer|baker|winemaker|artist|composer|translator|illustrator|producer|principal"
    r"|president|chair(?:man|woman|person)?|doctor|vet|dentist|therapist|surgeon|lawyer|attorney"
    r"|architect|driver|pilot|leader|mentor|nurse|librarian|secretary|treasurer|contact(?:\sperson)?)"
)
_WHO_IS = re.compile(
    rf"\b(?P<who>(?:[a-z]+(?:-[a-z]+)?\s){{0,2}}?{_PERSON})\s(?:is|will be|was)\s(?P<name>{_NAME})"
)
_ANYONE = re.compile(
    r"(?:^|[.;!?\n]\s|,?\sand\s)(?:[Tt]he|[Oo]ur|[Ii]ts)\s"
    r"(?P<who>(?:[a-z-]+\s)?(?!(?:name|title|headline|slogan|text|tagline|venue|place|location|event"
    r"|brand|store|shop|company|club|address|city|town|theme|style|font|colou?r|house|website|code"
    r"|date|day|time|month|deadline|subject|topic|message|quote|call|winner|film|band|product|label)\b)"
    rf"[a-z-]+)\s(?:is|will be)\s(?P<name>{_NAME})"
)
_ITS = re.compile(r"^(?:the|our|its|their|your|this|and|whose|his|her)\s", re.IGNORECASE)


def _people(texts: _Texts, request: str) -> _Texts:
    """ "The keynote speaker is Ada Lin": what she is before her name."""
    for found in (*_WHO_IS.finditer(request), *_ANYONE.finditer(request)):
        who, name = found["who"], found["name"].rstrip(".")
        while (shorter := _ITS.sub("", who)) != who:
            who = shorter
        line = f"{sentence_case(who)}: {name}"
        names = (name, f"By {name}", f"For {name}", f"{sentence_case(who.split()[-1])}: {name}")
        bare = next(
            (t for t in texts if t.role in _LINES and t.text in names and not t.group), None
        )
        said = " ".join(t.text for t in texts if t is not bare)
        if bare is None and name not in said and found.re is _WHO_IS:
            texts = (*texts, Text(role="item", text=line, provenance="inferred"))
        if bare is None or bare.label or mostly_in(who, said, 0.9):
            continue
        role: Role = bare.role if bare.role in ("subtitle", "body") else "item"
        told = bare.evolve(role=role, text=line)
        texts = tuple(told if t is bare else t for t in texts)
    return texts


_FOR_WHOM = re.compile(
    rf"(?P<price>{MONEY})\s(?P<whom>for\s(?:students?|children|kids|seniors|members|non-members|adults"
    r"|families|teams|pairs|couples|groups|locals|residents|under-\d+s|pensioners|teachers|juniors"
    r"|concessions|pupils|apprentices|guests|visitors|individuals|beginners))\b",
    re.IGNORECASE,
)


def _prices(texts: _Texts, request: str) -> _Texts:
    """ "$40, or $30 for students": for whom the price is, and not the same heading twice."""
    for found in _FOR_WHOM.finditer(request):
        bare = [t for t in texts if t.role == "price" and t.text == found["price"] and not t.group]
        if len(bare) != 1:
            continue
        whole = bare[0].evolve(text=found[0], label="")
        texts = tuple(whole if t is bare[0] else t for t in texts if t.text != found[0])
    return texts


_STARTS = re.compile(
    rf"\b(?P<what>[a-z]+(?:\s[a-z]+)?)\s(?P<from>starts?\s(?:at|from)|begins?\sat|(?:is|are)\sfrom)\s(?P<price>{MONEY})",
    re.IGNORECASE,
)
_FEE = re.compile(
    rf"\b(?P<what>(?:entry|entrance|registration|membership|participation|course|table|stall|team"
    rf"|delivery|cover|monthly|annual|late|booking)\s(?:fee|charge|price|cost))\s(?:is|of|:)\s(?:only\s)?"
    rf"(?P<price>{MONEY})",
    re.IGNORECASE,
)
_COSTS = re.compile(
    rf"(?:^|[.,;:!?\n]\s|\sand\s)(?:(?:the|an?|our|all)\s)?(?P<what>(?!it\b|this\b|price|cost\b|ticket|entry"
    rf"|admission|which\b|that\b)[a-z][a-z-]*(?:\s(?!and\b|or\b)[a-z-]+){{0,2}}?)\s"
    rf"(?:is|are|costs?)\s(?:only\s|just\s)?(?P<price>{MONEY})",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    rf"\b(?:with|offers?|offering|including|plus)\s(?:an?|the|our|their|its)\s"
    rf"(?P<what>[a-z][a-z-]*(?:\s[a-z-]+){{1,2}})\sfor\s(?:only\s|just\s)?(?P<price>{MONEY})",
    re.IGNORECASE,
)
_COST = re.compile(r"^(?!.*\d).*\scosts?$", re.IGNORECASE)  # what stood before a price
_PLAIN = ("", "Price", "Admission", "From")


def _priced(texts: _Texts, request: str) -> _Texts:
    """ "The salary starts at $38" is more than a salary of $38; an entry fee is called so."""
    texts = tuple(t for t in texts if not _COST.search(t.text) or t.role != "item")
    costs = (m for m in _COSTS.finditer(request) if m["what"].split()[-1] not in EVENTS | _GENERIC)
    said = " ".join(t.text for t in texts if t.role in ("title", "subtitle"))
    bought = (m for m in _BOUGHT.finditer(request) if not mostly_in(m["what"], said, 0.9))
    for found in (*_STARTS.finditer(request), *_FEE.finditer(request), *costs, *bought):
        what = sentence_case(_ITS.sub("", found["what"].lower()))
        stub = re.compile(rf"{re.escape(what)}(?: (?:is|are|costs?))?")
        texts = tuple(t for t in texts if t.role != "item" or t.group or not stub.fullmatch(t.text))
        how = re.sub(r"^(?:is|are)\s", "", found.groupdict().get("from", ""))
        label = f"{what} {how}".strip()
        texts = tuple(
            t.evolve(label=label)
            if t.role == "price"
            and not t.group
            and t.label in (what, *_PLAIN)
            and t.text.startswith(found["price"])
            else t
            for t in texts
        )
    return texts


def _headed(texts: _Texts, request: str) -> _Texts:
    """The house above, where the headline is only what a price is of: "First month: $1"."""
    title = next((t for t in texts if t.role == "title" and t.provenance != "user"), None)
    house = next((t for t in texts if t.role == "kicker"), None)
    labels = (t.label for t in texts if t.role == "price" and t.label)
    if title is None or house is None or not any(mostly_in(title.text, i, 0.99) for i in labels):
        return texts
    made = title.evolve(text=title_case(house.text))
    return tuple(made if t is title else t for t in texts if t is not house)


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = re.compile(
    rf"(?:[A-Z][a-z]+day,?\s)?(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})"
    r"(?:,?\s\d{4})?"
)
_DONE = re.compile(
    r"\b(?P<verb>reply|rsvp|respond|register|sign up|apply|enter|vote|submit)\b[^.;!?\n]*$",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?P<side>from|until|till|by|before|after|since)\s(?:the\s)?$", re.IGNORECASE)
_TO_DAY = re.compile(r"\s?(?:to|until|till|through|[-–])\s?(?:the\s)?(?=\d|[A-Z])")
_DAYS: tuple[Role, ...] = ("date", "item")


def _sided(texts: _Texts, request: str) -> _Texts:
    """ "from January 8" where only the day is printed."""
    return tuple(_with_side(t, request) for t in texts)


def _with_side(text: Text, request: str) -> Text:
    if text.role not in _DAYS or text.group or text.label not in ("", "Date"):
        return text
    at = request.find(text.text) if _DAY.fullmatch(text.text) else -1
    side = _SIDE.search(request[:at]) if at >= 0 else None
    done = _DONE.search(request[:at]) if at >= 0 else None
    if side and done and side["side"].lower() in ("by", "before", "until"):
        return text.evolve(label=sentence_case(f"{done['verb']} {side['side']}".lower()))
    if side is None or _TO_DAY.match(request[at + len(text.text) :]):
        return text
    return text.evolve(text=sentence_case(f"{side['side'].lower()} {text.text}"), label="")


_LED = re.compile(
    r"\b(?P<lead>available(?:\s(?:on|at|in|during|for|all))?|only\s(?:on|at|in)"
    r"|(?:free(?:\s[a-z-]+){1,3}\s)?for|includes)\s(?:an?\s)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.;!?\n]|$|and (?:costs?|is|are)\b)")
_CALLED = re.compile(
    r"[A-Z][a-z]+ (?:call|text|write to|visit|contact) |(?:Anyone|Everyone|All|Children|People) "
)


def _led(texts: _Texts, request: str) -> _Texts:
    """ "Available on weekends", "only on weekdays", "For bookings call": the words before it."""
    title = next((t.text.lower() for t in texts if t.role == "title"), "\n")
    made = (_with_lead(t, request, title) for t in texts)
    pairs = zip(texts, made, strict=True)
    said = {t.text for t in texts}
    return tuple(new for old, new in pairs if new is old or new.text not in said)


def _with_lead(text: Text, request: str, title: str) -> Text:
    plain = text.role in ("subtitle", "item", "date", "contact") and not text.group
    at = request.lower().find(text.text.lower()) if plain else -1
    lead = _LED.search(request[:at]) if at > 0 else None
    if lead is None or text.label not in ("", "Date"):
        return text
    if lead["lead"].lower().startswith("include") and not _ENDS.match(request, at + len(text.text)):
        return text  # the first of several
    if lead["lead"].lower() == "for" and not _CALLED.match(text.text):
        return text
    told = text.text if request[at : at + 2].istitle() else text.text[:1].lower() + text.text[1:]
    said = lead["lead"].lower().removeprefix(f"{title} ")
    return text.evolve(text=sentence_case(f"{said} {told}"), label="")


_HELD = re.compile(
    r"(?:^|[.;!?\n]\s*|,?\sand\s)(?:(?:the|our|an?|its)\s)?(?P<what>[a-z-]+(?:\s(?!will\b)[a-z-]+){0,2})\s"
    r"(?:is|are|takes?\splace|will\sbe|happens?)(?:\sheld)?\s(?:on\s)?(?=(?P<day>[^.;!?\n]+))",
    re.IGNORECASE,
)


def _held(texts: _Texts, request: str) -> _Texts:
    """ "The open house is on Sunday": what the day is of, where that is not the thing itself."""
    for found in _HELD.finditer(request):
        what = found["what"]
        alone = [t for t in texts if t.role in _LINES and t.text.lower() == what.lower()]
        said = " ".join(t.text for t in texts if t not in alone)
        plain = what.lower() in _GENERIC | EVENTS or is_direction(what)
        plain |= what.lower().endswith(" date")
        day = next((t for t in texts if t.role == "date" and found["day"].startswith(t.text)), None)
        if day is None or day.label not in ("", "Date") or plain or mostly_in(what, said):
            continue
        told = day.evolve(label=sentence_case(what))
        texts = tuple(told if t is day else t for t in texts if t not in alone)
    return texts


_AS = re.compile(
    rf"\b(?:celebrat|honou?r|welcom|introduc|announc|congratulat|present|recogni[sz]|thank)\w*\s"
    rf"(?P<name>{_NAME})\s(?:as|on\s(?:being|becoming|being\snamed))\s(?:the\s|our\s|an?\s)?"
    r"(?P<what>[a-z][a-z -]+?(?:\sof\sthe\s[a-z]+)?)"
    r"(?=[.,;!?\n]|\s(?:at|for|in|on|with|and|who|from)\s|$)"
)


def _titled(texts: _Texts, request: str) -> _Texts:
    """What somebody is celebrated as, above or below their name; "being" is no part of it."""
    texts = tuple(
        t.evolve(text=t.text.removeprefix("Being "))
        if t.role == "title" and t.provenance == "inferred"
        else t
        for t in texts
    )
    found = _AS.search(request)
    said = " ".join(t.text for t in texts)
    if found is None or mostly_in(found["what"], said, 0.5) or is_direction(found["what"]):
        return texts
    held = {t.role for t in texts}
    role: Role = "kicker" if "kicker" not in held else "item"
    return (Text(role=role, text=sentence_case(found["what"]), provenance="inferred"), *texts)


_QUOTED = re.compile(
    r"\b(?:(?:quote|quotation|words|message|note|praise|statement|comment)\s(?:from|by|of)"
    r"|(?:review|testimonial)\s(?:from|by))\s"  # "of" whom is what they judge
    rf"(?P<who>(?:his|her|their|our|its|the|a)\s(?!(?:day|week|month|year)\b)[A-Za-z]+(?:\s[a-z]+)?(?:\s{_NAME})?"
    rf"|{_NAME})\s?[:,]?\s[\"“'‘](?P<words>[^\"”\n]+?)[\"”'’](?!\w)"
)
_ON_PAPER: tuple[Role, ...] = ("subtitle", "quote", "title", "body")


def _quotes(texts: _Texts, request: str) -> _Texts:
    """Who is quoted, below what they said."""
    for found in _QUOTED.finditer(request):
        words, who = found["words"].strip(), found["who"]
        at = next((n for n, t in enumerate(texts) if t.role in _ON_PAPER and words in t.text), None)
        name = who.split()[-1]
        if at is None or any(name in t.text for t in texts):
            continue
        by = Text(role="body", text=f"— {sentence_case(who)}", provenance="inferred")
        texts = (*texts[: at + 1], by, *texts[at + 1 :])
    return texts


_IN_ROLE = re.compile(
    r"\b(?P<lead>(?:with|by|featuring|from)\s(?:(?:an?|the|our|your)\s)?"
    rf"(?:[a-z-]+\s){{0,2}}?(?:{_PERSON}|[a-z]+(?:er|or|ist|ian|yst|eur)))\s$"
)


def _ranked(texts: _Texts, request: str) -> _Texts:
    """ "With financial planner Gail Stone", where only the name is printed."""
    for bare in texts:
        plain = bare.role in ("item", "subtitle") and not bare.group and not bare.label
        at = request.find(bare.text) if plain and re.fullmatch(_NAME, bare.text) else -1
        lead = _IN_ROLE.search(request[: max(0, at)])
        said = " ".join(t.text for t in texts if t is not bare)
        if lead and not mostly_in(lead["lead"], said, 0.9):
            told = bare.evolve(text=sentence_case(f"{lead['lead']} {bare.text}"))
            texts = tuple(told if t is bare else t for t in texts)
    return texts


def _apart(texts: _Texts, request: str) -> _Texts:
    """ "April 5 in Lyon" and "April 12 in Nantes": of two days in two places each with its own."""
    days = [t for t in texts if t.role == "date" and not t.group]
    places = [t for t in texts if t.role in ("venue", "address") and not t.group]
    pairs = {
        day: (place, f"{day.text} {joint} {place.text}")
        for day in days
        for place in places
        for joint in ("in", "at", "at the", "in the")
        if f"{day.text} {joint} {place.text}" in request
    }
    if len(pairs) < 2 or len(pairs) < len(days):
        return texts
    held = [place for place, _ in pairs.values()]
    said = {day: day.evolve(text=whole, label="") for day, (_, whole) in pairs.items()}
    return tuple(said.get(t, t) for t in texts if t not in held)


_REPLY = re.compile(
    r"\b(?P<what>reply|rsvp|response|registration|booking|entry|submission|application)\s"
    r"(?:date|deadline)\s(?:is|of|on)\s(?:on\s)?(?=(?P<day>[^;!?\n]+))",
    re.IGNORECASE,
)
_BY = {"reply": "Reply by", "response": "Reply by", "rsvp": "RSVP by",
       "registration": "Register by", "booking": "Book by",
       "entry": "Enter by", "submission": "Submit by", "application": "Apply by"}  # fmt: skip
_VALID = re.compile(r"\bvalid\s(?:only\s)?(?:from\s|on\s)?$", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:open|opens)\s(?:on\s|every\s|from\s)?$", re.IGNORECASE)
_HIRING = re.compile(r"\b(?:hiring|wanted|vacanc(?:y|ies)|recruiting|we need)\b", re.IGNORECASE)

_FROM_PAY = re.compile(r"\b(?:at|from)$")


def _named(texts: _Texts, request: str) -> _Texts:
    """ "Reply by", "Open" and "Location", which are no "Date" and no "Venue"."""
    hiring = any(_HIRING.search(t.text) for t in texts if t.role in ("title", "kicker"))
    return tuple(_with_name(t, request, hiring) for t in texts)


def _with_name(text: Text, request: str, hiring: bool) -> Text:
    if text.role == "venue" and text.label == "Venue" and hiring:
        return text.evolve(label="Location")
    if text.role == "price" and hiring and _FROM_PAY.search(text.label):
        return text.evolve(text=f"{text.label} {text.text}", label="")
    on = rf"(?<!ends)(?<!end)(?<!closes) on {re.escape(text.text)}"
    if text.role == "date" and text.label == "Until" and re.search(on, request):
        return text.evolve(label="Date")
    if text.role != "date" or text.group or text.label not in ("", "Date"):
        return text
    if re.match(r"(?:closed|open|only|not)\b", text.text, re.IGNORECASE):
        return text.evolve(label="")
    for found in _REPLY.finditer(request):
        if found["day"].startswith(text.text):
            return text.evolve(label=_BY[found["what"].lower()])
    at = request.lower().find(text.text.lower())
    if at > 0 and _VALID.search(request[:at]):
        return text.evolve(label="Valid")
    opened = at > 0 and not _DAY.search(text.text) and _OPEN.search(request[:at])
    return text.evolve(label="Open") if opened and text.label else text


_BEGINS = re.compile(r"\b(?P<verb>(?:re-?)?opens|starts|begins|closes|ends)\s(?:on\s)?$", re.I)


_NEAR = re.compile(r"(?:Near|In|At) (?P<where>(?:the )?[A-Z].+)")


def _seen(texts: _Texts, request: str) -> _Texts:
    """ "Last seen: June 3 near Elm Park", where the place stood in a line of its own."""
    for day in (t for t in texts if t.role == "date" and t.label not in ("", "Date")):
        for line in (t for t in texts if t.role in ("item", "subtitle") and _NEAR.match(t.text)):
            whole = f"{day.text} {line.text[:1].lower()}{line.text[1:]}"
            if whole in request:
                told = day.evolve(text=whole)
                return tuple(told if t is day else t for t in texts if t is not line)
    return texts


def _begun(texts: _Texts, request: str) -> _Texts:
    """ "Opens: May 3" of two days, not one "Date" and another."""
    days = [t for t in texts if t.role == "date" and not t.group]
    for day in (t for t in days if t.label in ("", "Date") and len(days) > 1):
        verb = _BEGINS.search(request[: max(0, request.find(day.text))])
        named = day.evolve(label=sentence_case(verb["verb"].lower()) if verb else day.label)
        texts = tuple(named if t is day else t for t in texts)
    return texts


_RULES: tuple[Callable[[_Texts, str], _Texts], ...] = (
    _people, _prices, _priced, _headed, _led, _sided, _held, _titled, _quotes, _ranked, _named,
    _seen, _begun, _apart, timed,
)  # fmt: skip
