"""The thing that a request names, over a title that only says who speaks or what kind it is.

"The episode is ...", "we are hiring ...", "announcing that ...", "reminding followers to ...",
"a webinar: "..."": what is told heads the design, and who tells it stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.brief import Text
from agents.hearing import Heard
from agents.lone import is_lone_trade
from agents.phrases import (
    HOLE,
    found_with,
    is_name,
    mostly_in,
    sentence_case,
    shortened,
    title_case,
    words_of,
)
from agents.promoted import offers_something
from agents.urged import to_the_reader
from agents.vocabulary import is_event
from design_io.document import Role

_MOST_WORDS, _MOST_IN_NEWS = 8, 10
_STOP = rf"(?=[.,;:!?\n{HOLE}]|\s[-–—]\s|\s(?:with|because|so that|using|via)\s|$)"
_HIRING = re.compile(
    r"\b(?:we are|we['’]re)\s(?:now\s|currently\s)?(?P<t>(?:hiring|recruiting)\s[^.,;:!?\n"
    rf"{HOLE}]+?)(?=\s(?:in|at|for|to|from|with|near)\s|[.,;:!?\n{HOLE}]|$)",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r":\s(?P<t>we(?:\sare|['’]re|\shave|['’]ve)\s(?:now\s|just\s)?(?:moving|moved|opening|opened"
    r"|expanding|launching|launched|reopening|closing|open|back)\b[^.,;:!?\n" + HOLE + r"]*?)"
    rf"(?:\s(?:on|from|at|until))?(?=[.,;:!?\n{HOLE}]|$)",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\b(?:announc\w+|say(?:s|ing)|stating|sharing|(?:tell|inform)\w*(?:\s[a-z]+){1,2})\sthat\s"
    rf"(?P<t>(?:the|our|your|an?|all|new|(?-i:[A-Z])[\w'’&-]*)\s[^.,;:!?\n{HOLE}]+?)(?:\s(?:on|from|at|until))?{_STOP}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:the|our|my|its|this)\s(?:(?:episode|talk|lecture|webinar|workshop|seminar|video|lesson"
    r"|session|week['’]s|today['’]s)\s)*?(?:topic|subject|theme of the (?:talk|evening))\s"
    r"(?:is|will be)\s(?!on\b|at\b)(?P<t>[^.;:!?\n]{4,70}?)(?=[.,;:!?\n]|$)",
    re.IGNORECASE,
)
_KIND = (
    r"(?:episode|event|show|workshop|webinar|talk|lecture|film|movie|book|novel|album|single|song"
    r"|play|musical|course|class|exhibition|video|tour|party|festival|programme|program|conference"
    r"|concert|evening|night|campaign|collection|seminar|podcast|series|product|dish|game|recipe)"
)
_CALLED = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Mm]y|[Tt]his)\s(?:[a-z]+\s)?{_KIND}\s(?:is|will be)\s"
    r"(?:called\s|named\s|titled\s|entitled\s)?(?P<t>[A-Z0-9][^.,;!?\n\"“]{3,60}?)"
    r"(?=[.,;!?\n]|\s(?:on|at|from|by|with|and (?:is|it|takes?|runs?|starts?|will|has))\s|$)"
)
_NAME = r"(?-i:[A-ZÀ-Þ])[\w'’&-]*(?:\s(?-i:[A-ZÀ-Þ&])[\w'’&-]*)*"
_TRADE_NAMED = re.compile(r"(?P<kind>[^,]+),\s(?P<name>[^,]+)$")
_QUOTED = re.compile(
    rf"\b(?P<kind>{_KIND})\b[^.\"“”!?\n]{{0,60}}[\s:]\s?[\"“](?P<t>[^\"“”\n]{{3,70}})[\"”]",
    re.IGNORECASE,
)
_GIVEN_NAME = re.compile(
    r"(?:^|[.,;!?]\s|\n)(?:the\s|our\s|my\s)?(?:(?:business|shop|company|restaurant|store|salon"
    r"|cafe|café|place)\s)?[Nn]ame\s(?:is\s)?(?P<t>[A-Z][\w'’&-]*(?:\s(?:&\s|and\s)?[A-Z][\w'’&-]*)"
    r"{0,3})(?=[.,;!?\n]|$)"
)
_URGED = re.compile(
    r"\b(?:remind|encourag|invit|urg|ask)\w*\s(?:[a-z]+\s){1,3}?to\s(?P<t>(?!(?:know|see|feel|apply|click|visit|follow|contact|call"
    r"|book|reserve|order|shop|buy|sign|schedule|register|download|subscribe)\b)"
    rf"[a-z-]+\s[^.,;:!?\n{HOLE}]+?)(?:\s(?:on|from|at|by|before|until))?{_STOP}",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?P<t>(?:\d|one|two|three|four|five)[- ]bed(?:room)?\s(?:[a-z]+\s)?(?:house|home|apartment"
    r"|flat|condo|villa|bungalow|cottage|loft|townhouse))\b",
    re.IGNORECASE,
)
_SELLS = re.compile(
    r"\b(?:for sale|for rent|real estate|estate agent|realtor|open house|listing|just listed)\b",
    re.IGNORECASE,
)
_ASTRAY = re.compile(r"\b(?:lost|missing|found|stolen)\b", re.IGNORECASE)
_STYLE = re.compile(
    r"(?:(?:elegant|modern|minimalist|minimal|vibrant|sleek|stylish|eye-catching|playful|premium"
    r"|luxurious|trendy|sophisticated|bold|cozy|cosy|rustic|clean)(?:,\s|\sand\s|\s))+"
    r"(?=\S+\s\S)",
    re.IGNORECASE,
)


def _apart(texts: tuple[Text, ...], title: Text, heard: Heard) -> tuple[Text, ...]:
    """ "Pizza Place, Il Forno": the name is the title, and the trade stands above it."""
    both = _TRADE_NAMED.match(title.text)
    if both is None or not is_lone_trade(both["kind"].lower()):
        return texts
    if not _is_called(both["name"], heard):
        return texts
    kind = title.evolve(role="kicker", text=sentence_case(both["kind"].lower()))
    at = texts.index(title)
    above = () if any(t.role == "kicker" for t in texts) else (kind,)
    return (*texts[:at], *above, title.evolve(text=both["name"]), *texts[at + 1 :])


def with_heading(texts: tuple[Text, ...], heard: Heard) -> tuple[Text, ...]:
    """The texts under the thing the request names; a title that the user worded stays."""
    title = next((t for t in texts if t.role == "title"), None)
    if title is None or title.provenance == "user" or heard.language != "en":
        return texts
    for rule in _RULES:
        words = rule(title, texts, heard)
        if words and words.lower() != title.text.lower():
            return _under(words, title, texts, heard)
    return _apart(texts, title, heard)


def _under(words: str, title: Text, texts: tuple[Text, ...], heard: Heard) -> tuple[Text, ...]:
    """The texts under a new title; what was the title says who or what kind, where that is new."""
    made = title.evolve(text=words, provenance="inferred")
    kept = [t for t in texts if t is title or not _is_within(t, words)]
    at = kept.index(title)
    before, after = kept[:at], kept[at + 1 :]
    if role := _place_of(title, made, heard, [*before, *after]):
        plain = _ABOUT_US.sub("", title.text)
        plain = plain if role == "brand" else sentence_case(plain.lower())
        old = title.evolve(role=role, text=plain)
        before, after = (before, [old, *after]) if role in _BELOW else ([*before, old], after)
    return (*before, made, *after)


_LED = re.compile(r"^(?:that\s|(?:the\s|our\s)?[a-z]+\sis\s(?:called\s|named\s)?)")


def _is_within(text: Text, words: str) -> bool:
    plain = _LED.sub("", text.text.lower().replace("’", "'"))
    running = text.role in ("kicker", "subtitle", "item", "body", "brand")
    return running and bool(plain) and plain in words.lower().replace("’", "'")


def _place_of(title: Text, made: Text, heard: Heard, rest: list[Text]) -> Role | None:
    """Where the old title goes: a name is the brand, an offer an offer, a kind the kicker."""
    composed = title.provenance == "suggested" or title.text.endswith(" Wanted")
    if composed or mostly_in(title.text, made.text, 0.5):
        return None
    if offers_something(title.text):
        return "offer"
    held = {t.role for t in rest}
    if _is_called(title.text, heard):
        return None if "brand" in held else "brand"
    if len(words_of(title.text)) < 2 and not is_lone_trade(title.text.lower()):
        return None
    return next((role for role in _KINDS if role not in held), None)


_KINDS: tuple[Role, ...] = ("kicker", "subtitle")
_BELOW = ("offer", "subtitle")
_ABOUT_US = re.compile(r"\s(?:(?:of|by)\s)?(?:me|my|our|us)\b.*$", re.IGNORECASE)


def _is_called(words: str, heard: Heard) -> bool:
    """A name as its owner writes it, and not a kind of event or trade."""
    said = words.replace("’", "'") in heard.request.replace("’", "'")
    return said and is_name(words) and not is_event(words)


def _fit(found: str, most: int = _MOST_WORDS) -> str:
    text = _HANGS.sub("", " ".join(found.replace(HOLE, " ").split()).strip(" .,;:"))
    if len(words_of(text)) > most:
        text = shortened(text, most)
    return title_case(text) if len(words_of(text)) > 1 else ""


_HANGS = re.compile(r"(?:\s(?:on|from|at|until|before|in|by|for|and|to|of|with))+$", re.IGNORECASE)


def _speaks(title: Text, heard: Heard) -> bool:
    """A title that is the speaker's name or trade, and not what is told."""
    spoken = title.provenance == "suggested"  # a slogan that nobody asked for
    return spoken or is_lone_trade(title.text.lower()) or _is_called(title.text, heard)


def _first(pattern: re.Pattern[str], text: str) -> str:
    return next((m["t"] for m in pattern.finditer(text)), "")


def _hiring(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    sought = _speaks(title, heard) or re.search(r" Wanted$|^We’re Hiring$", title.text)
    found = _first(_HIRING, heard.masked) if sought else ""
    return _fit(f"We’re {found}") if found else ""


def _news(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    return _fit(_first(_NEWS, heard.masked), _MOST_IN_NEWS) if _speaks(title, heard) else ""


def _that(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    new = _speaks(title, heard) or offers_something(title.text)
    new = new and not re.match(r"We\b", title.text)  # said by the house itself already
    return _fit(_first(_THAT, heard.masked), _MOST_IN_NEWS) if new else ""


def _named(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    """What the episode, the topic or the event is said to be; a date or a fact is no name."""
    for pattern in (_CALLED, _ABOUT):
        for found in pattern.finditer(heard.request):
            name = found["t"]
            dated = any(f.text.startswith(name[:12]) or name == f.text for f in heard.facts)
            if not dated and not re.match(r"(?:An?|The\s\w+$)\s", name):
                return _fit(name)
    return ""


def _quoted(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    """The quoted name of a webinar or an episode over its mere kind."""
    for found in _QUOTED.finditer(heard.request):
        printed = any(t.role == "subtitle" and found["t"] in t.text for t in texts)
        if printed and found["kind"].lower() in title.text.lower():
            return found["t"].strip(" .,")
    return ""


def _given_name(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    if _ASTRAY.search(heard.request) or title.provenance == "suggested":
        return ""
    return _first(_GIVEN_NAME, heard.request)


def _urged(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    extra = offers_something(title.text) and any(t.role == "kicker" for t in texts)
    bare = extra or is_lone_trade(title.text.lower())
    told = _fit(to_the_reader(_first(_URGED, heard.masked))) if bare else ""
    told = "" if re.fullmatch(r"\w+ (?:it|them)", told, re.IGNORECASE) else told
    return "" if title.text.lower() in told.lower() else told


def _for_sale(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    """The house that is for sale, over a slogan that nobody asked for."""
    if title.provenance != "suggested" or not _SELLS.search(heard.request):
        return ""
    home = _first(_HOME, heard.request)
    opened = "Open House" if re.search(r"\bopen house\b", heard.request, re.I) else ""
    return _fit(home) or opened


def _told_of(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    """What a design is about, over the name of the house or what comes with it for free."""
    extra = re.match(r"free\b", title.text, re.IGNORECASE)
    if not extra and not _is_called(title.text, heard):
        return ""
    about = next(iter(re.findall(rf"\babout\s([a-z][^.,;:!?\n{HOLE}]+)", heard.masked)), "")
    thing = re.split(r"\s(?:for|at|from|with|on|in)\b", about)[0]
    return _fit(thing) if "free" not in thing else ""


def _unstyled(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    """An event without the style words that stand before it."""
    plain = _STYLE.sub("", title.text, count=1) if _STYLE.match(title.text) else ""
    return plain if is_event(plain) else ""


def _invited(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    """What people are invited to, without who they are."""
    to = re.match(r"(?:\w+\s){1,2}?to\s(?:the|our|an?|my)\s(?P<t>.+)", title.text, re.IGNORECASE)
    bid = to and found_with(title.text, rf"\binvit\w*\s{re.escape(title.text)}", heard.request)
    if not to or not bid:
        return ""
    whose = re.compile(rf"{re.escape(to['t'])}(?P<n>\sof\s{_NAME})", re.IGNORECASE)
    named = whose.search(heard.request)
    return to["t"] + (named["n"] if named else "")


def _unhung(title: Text, texts: tuple[Text, ...], heard: Heard) -> str:
    """A title that a fact has cut short, without the word that led to it."""
    shorter = _HANGS.sub("", title.text)
    hangs = shorter != title.text
    cut = hangs and re.search(rf"{re.escape(title.text)}\s?{HOLE}", heard.masked, re.IGNORECASE)
    return shorter if cut else ""


_Rule = Callable[[Text, tuple[Text, ...], Heard], str]
_RULES: tuple[_Rule, ...] = (
    _hiring, _news, _that, _quoted, _named, _given_name, _urged, _for_sale, _told_of, _unstyled,
    _invited, _unhung,
)  # fmt: skip
