"""What a request states of its thing in so many words, as lines of the design.

"The house has 3 bedrooms and a garden", "she was last seen near Pine Park", "the store will be
closed on July 4th", "with activities such as swimming and painting", "for 24 hours only": the
request's own words, without whose they are. What is said of the sheet itself is no copy.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.hearing import Heard
from agents.imperatives import bidden, ours
from agents.lone import does_what
from agents.phrases import FULL_STOP, HOLE, mostly_in, sentence_case, words_of
from agents.stated import stated_in
from agents.titling import is_greeting
from agents.urged import to_the_reader
from agents.vocabulary import (
    BUSINESSES,
    EVENTS,
    is_art,
    is_color,
    is_direction,
    is_empty,
    is_event,
    is_sale,
    is_scenery,
)
from design_io.document import Role

MOST_WORDS, _MOST_LINES = 12, 3
_END = rf"(?=[;!?{HOLE}]|{FULL_STOP}|$)"
_ENDS_OR = rf"(?=[,;!?{HOLE}]|{FULL_STOP}|$|\s(?:and|with|for|at|on|from)\s)"
_SHEETS = (
    r"(?:image|picture|photo\w*|illustration|design|layout|background|poster|fl[yi]er|ads?"
    r"|advert\w*"
    r"|cards?|banner|cover|thumbnail|post|story|text|title|logo|graphic|video|coupon|voucher"
    r"|certificate|invitation|ticket|website|promotion|sale|discount|offer|style|theme|palette"
    r"|composition|headline|slogan|brand|company|business|store|shop|agency|template|sheet)"
)
_THING = (
    rf"(?:it|she|he|they|(?:the|this|our|my)\s(?!{_SHEETS}\b)(?:[a-z-]+\s)?(?!{_SHEETS}\b)[a-z-]+)"
)
_HOUSE = (
    r"(?:stores?|shops?|offices?|caf[eé]|bakery|restaurant|bar|salon|clinic|studio|gym|library"
    r"|museum|school|branch|branches|market|company|business|we|bank|pharmacy|pool|center|centre)"
)
_KINDS = (
    r"(?:activities|topics|subjects|services|treatments|games|workshops|classes|sessions|sports"
    r"|amenities|facilities|dishes|flavou?rs|features|benefits|attractions|performances|courses"
    r"|skills|drinks|snacks|prizes|perks|exercises|crafts|rides|tours|styles of \w+)"
)
_ROW = r"(?:[\w'’-]+\s?){1,3}(?:,\s(?:[\w'’-]+\s?){1,3})*,?\s(?:and|or)\s[\w'’-]+(?:\s[\w'’-]+)?"
_GUESTS = (
    r"(?:applicants|candidates|people|customers|guests|attendees|participants|visitors|students"
    r"|volunteers|players|members|parents|everyone|donors|followers|fans|listeners|readers"
    r"|entrants|runners|residents|shoppers|those interested)"
)
_SPARED = (
    r"(?:fees?|commission|contracts?|appointments?|commitments?|experience|sugar|additives"
    r"|preservatives|gluten|queues|queuing|waiting|chemicals|obligation|interest|surcharges?"
    r"|charges?|hidden costs|a subscription|pain|stress|side effects|plastic|meat|dairy|alcohol)"
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SOURCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:was|were)\s(?P<t>last seen\s[^,;]+?){_END}",
        rf"\b{_KINDS}\s(?:such as|like|including)\s(?P<t>{_ROW}){_ENDS_OR}",
        rf"(?:^|{FULL_STOP}\s)(?P<s>{_THING})\s(?:has|have|had|comes? with|boasts?|features?)\s"
        rf"(?P<t>[^,;]+(?:,\s[^,;]+?)*?)(?:\sand\s(?:costs?|is|are|starts?|runs?)\b[^.;]*?)?{_END}",
        r"\bfor\s(?P<t>(?:\d+|two|three|twelve|twenty-four)\s(?:hours?|days?)\sonly)\b",
        rf"\bavailable\s(?P<t>only\s(?:this|in|for|during|at|on|until)\s[^,;]+?){_ENDS_OR}",
        r"\b(?P<t>this\s(?:spring|summer|fall|autumn|winter|season|night)\sonly)\b",
        rf"\b(?P<t>without\s(?:any\s|extra\s|added\s|hidden\s)?{_SPARED}){_ENDS_OR}",
        rf"\bto\s(?P<t>(?:prevent|stop|avoid|reduce|fight)\s[^,;]+?){_ENDS_OR}",
        r"\b(?P<t>to\sraise\s(?:money|funds)\s[^,;]+?)" + _END,
        r"\b(?:with|offers?|offering|has)\s(?:an?\s)?(?P<t>(?:good|competitive|great|flexible|paid"
        r"|excellent|attractive|generous)\s(?:salary|pay|wages?|hours|schedule|vacation|holidays"
        rf"|benefits|tips|bonus(?:es)?)[^,;]*?){_END}",
        r"\b(?:with|has|have)\s(?P<t>(?:over\s|more than\s)?\d+\+?\syears\sof\sexperience)\b",
        r"\bcelebrat\w+\s(?:their\s|our\s)?(?P<t>\d+\syears\sof\s\w+)",
        rf"\b(?P<t>(?:repairs|orders|deliveries|results|appointments)\sare\s[^,;]+?){_END}",
        rf"\b(?:that|which)\suses?\s(?P<t>only\s[^,;]+?){_END}",
        r"\b(?P<t>(?:registration|entry|admission|parking|participation|attendance)\s(?:is|are)"
        r"\sfree)\b",
        r"\b(?P<t>(?:all ages|everyone|beginners|children|families|dogs|pets|walk-ins)\s(?:is|are)"
        r"\swelcome)\b",
        rf"\bwith\s(?P<t>prizes?\s(?:for|worth)\s[^,;]+?){_END}",
        rf"(?:^|{FULL_STOP}\s)(?P<t>[A-Z][\w ,]{{2,40}}?\swill be (?:served|provided)){_END}",
        rf"\bfeaturing\s(?P<t>(?:works|music|paintings|songs|talks|performances|readings)\sby\s"
        rf"[^,;]+?)(?=[,;!?{HOLE}]|\son\s|{FULL_STOP}|$)",
        r"\b(?P<t>from\s(?:the|our|your|all)\s(?:students|pupils|children|team|staff|class|parents"
        rf"|kids|grandchildren|colleagues)\b[^,;]*?){_END}",
        rf"\b(?P<t>followed by\s[^,;]+?){_END}",
        rf"(?:^|{FULL_STOP}\s)(?P<t>No\s[a-z]+ing\b[^,;]*?){_END}",
        r"\b(?P<t>answer(?:s|ing) to (?:the name )?(?-i:[A-Z])\w+)\b",
        r"\b(?P<t>(?:row \w+,? )?(?<!, )seat (?:number |no\. ?)?[A-Z]?\d+[A-Z]?)\b",
        r"\bpassenger is\s(?P<t>(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)*)",
        rf"\bjoin(?:s|ed)(?: us)? as (?:an?|our|the)\s(?P<t>[a-z][^,;]+?){_END}",
        rf"\bwhere\s(?:{_GUESTS}|couples|kids|beginners|you|they|families|children|adults)\s"
        r"(?:can\s|will\s)?(?P<t>(?:learn|make|taste|meet|discover|enjoy|explore|paint|cook|play"
        rf"|try|create)\s[^,;]+?)(?=[,;!?{HOLE}]|{FULL_STOP}|$)",
        rf"\b(?:special|offer|deal|package|combo):\s(?P<t>[a-z][^.;:!?{HOLE}]{{3,50}}?)"
        rf"(?=\sfor\s?{HOLE}|\s?{HOLE}|[.;!?]|$)",
        rf"\b(?P<t>(?:hand)?made\s(?:of|from|with)\s[^,;]+?)(?=\sfor\s|\sand\s\w+ed\s|[,;!?{HOLE}]|{FULL_STOP}|$)",
        rf"\b(?P<t>raising\s(?:funds|money|awareness)\s(?:for|of|about)\s[^,;]+?)(?:\s(?:on"
        rf"|at))?{_END}",
        r"\b(?P<t>(?-i:[A-Z])\w+(?:\sis\sturning|\sturns)\s[\w-]+)\b",
        rf"\b(?P<t>dress code(?:\sis|:)\s[^,;]+?)(?:\sand\s(?:the|there)\b[^.;]*)?{_END}",
        rf"\bremind\w*\s(?:people|everyone|them|viewers|others|parents|kids|students|women|men"
        rf"|drivers|residents"
        rf"|employees|visitors)\sto\s(?P<t>[a-z]+\s[^,;]+?){_END}",
        rf"\b(?:with|featuring)\s(?P<t>(?:live\s)?(?:performances|music|talks|readings|workshops"
        rf"|sets)\sby\s"
        rf"(?-i:[A-Z]|the\s[A-Z])[^.;:{HOLE}]+?)(?=[.;:{HOLE}]|\s(?:on|at|in)\s|$)",
        rf"\b(?P<t>(?:in aid of|in support of|benefit(?:t)?ing)\s[^,;]+?){_ENDS_OR}",
        rf"\b(?:remind|tell|show|assur|inform|convinc)\w*\s(?:people|everyone|them|viewers|others"
        rf"|parents|kids"
        rf"|students)\s(?:that\s)?(?P<t>(?:it['’]s|it is|you['’]re|you are|no one|nobody|help"
        rf"|there is|everyone)\s[^;]+?){_END}",
        rf"(?:^|{FULL_STOP}\s)(?P<t>[A-Z]\w+(?:\s\w+){{0,2}}\s(?:is|are)\s(?:a\smust|required|optional"
        rf"|included|essential|encouraged|provided|available\son\ssite)){_END}",
        rf"\bwith\s(?P<t>(?:notes|hints|a\shint)\sof\s[^.;:{HOLE}]+?)(?=[.;:{HOLE}]|$)",
        rf"\btell(?:s|ing)?\s(?:{_GUESTS}|them)\sto\s(?P<t>(?:bring|wear|dress|pack|arrive|leave"
        rf"|come)\s[^,;]+?){_END}",
        r"\b(?P<t>starring\s(?-i:[A-Z])\w+\s(?-i:[A-Z])\w+(?:(?:,\s"
        r"|,?\sand\s)(?-i:[A-Z])\w+\s(?-i:[A-Z])\w+)*)",
        rf"\b(?:certificate|voucher|package|price|fee|ticket)\s(?:includes"
        rf"|covers)\s(?P<t>[^;]+?){_END}",
        r"\b(?P<t>(?:on|in|at)\s(?-i:[A-Z])[\w'’]+(?:\s(?-i:[A-Z])[\w'’]+)*\s(?-i:Street|Avenue"
        r"|Road"
        r"|Square|Boulevard|Lane|Drive|Plaza|Mall))\b",
        r"\bwith\s(?P<t>free\s[a-z]+s)\b",
        r"\bwith\san?\s(?P<t>(?:[a-z-]+\s){0,2}(?:lesson|masterclass|workshop|talk|lecture|tour"
        rf"|tasting|demonstration|raffle|auction)\s(?:on|of|by|about)\s[^,;.]+?)(?=[,;!?{HOLE}]"
        rf"|{FULL_STOP}|$|\s(?:with|for|at|on|from|in)\s)",
        rf"\bopen\s(?P<t>from\s(?-i:{_MONTHS})\s(?:to|until|through)\s(?-i:{_MONTHS}))\b",
        rf"\bmention(?:s|ing)?\s(?:that\s)?(?:the\s)?(?P<t>[a-z][^.,;{HOLE}]{{5,40}}?)"
        rf"(?=\sand\s(?:the\s)?(?:website|phone|address)\b|[.,;{HOLE}]|$)",
        rf"\b(?P<t>(?:performed|presented|played|staged|organi[sz]ed|hosted|run|supported"
        rf"|sponsored|cooked"
        rf"|made) by (?!an?\s|(?:the\s)?(?:viewers?|brand|company|store|shop|artist"
        rf"|{_SHEETS}))(?:[^.,;:{HOLE}]{{3,60}}?(?:,\s[\w'’-]+)+,?\sand\s[\w'’-]+"
        rf"|[^.,;:{HOLE}]{{3,60}}?))"
        rf"(?=\s(?:on|at|in|with|for|and)\s|[.;:{HOLE}]|,(?!\s[\w ,'’]+\sand\s)|$)",
        r"\b(?P<t>(?:available|streamed live|streaming|live|out now|listen|watch|free to download"
        r"|download(?: it)?(?: now| today| for free)?) on"
        r" (?:the )?(?-i:[A-Z])\w+"
        r"(?:\s(?-i:[A-Z])\w+)?(?:(?:,\s|,?\sand\s|\sor\s)(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)*)",
        r"\b(?:operat(?:es?|ing)|available|delivers?|delivering|stores|shops|locations|branches"
        r"|offices)"
        r"\sin\s(?P<t>(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?(?:,\s(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)*,?"
        r"\sand\s(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)",
        r"\b(?:featuring|try|including|with)\s(?:their|our|its|the)\s(?P<t>(?:signature|famous"
        r"|award-winning"
        r"|home-?made)\s[^.,;:]+?)(?=[.,;:]|\sand\s|$)",
        r"\b(?P<t>made in (?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)",
        r"\b(?P<t>class of (?:19|20)\d\d)\b",
        r"\bwith\san?\s(?P<t>(?:range|warranty|battery life|top speed|capacity|guarantee)\sof\s"
        rf"(?:up to\s)?\d[^,;]*?){_ENDS_OR}",

        rf"\b{_GUESTS}\s(?:should|must|can|are asked to|are invited to|need to|have to)\s"
        rf"(?P<t>(?:send|bring|wear|submit|arrive|dress|pack|register|reserve|park|enter|like|tag"
        rf"|share"
        r"|comment|follow|answer|take|leave|return|collect|show|present)\b"
        r"(?:(?:,\s[a-z ]{3,24})*,?\sand\s)?[^,;]*?)"
        rf"(?:\s(?:to|at|by|on|via|before))?(?=[,;{HOLE}]|{FULL_STOP}|$)",
    )
)  # fmt: skip
_CLOSED = re.compile(
    rf"\b{_HOUSE}\s(?:will be|is|are)\s(?P<t>(?:temporarily\s|also\s)?(?:closed|open|closing)\s"
    rf"(?:on|from|until|for|every|during)\s[^;!?]+?)(?=[;!?]|{FULL_STOP}|$)",
    re.IGNORECASE,
)


_HELD: tuple[Role, ...] = ("date", "time", "price", "offer")  # facts that a line may say for them


def with_told(texts: list[Text], heard: Heard) -> list[Text]:
    """The texts with the lines they lack: the first is the subtitle where there is none."""
    for line in _lines(heard):
        texts = [t for t in texts if not (_is_part(t, line) or _is_sponsor(t, line))]
        running = [t for t in texts if t.role in ("subtitle", "item", "body", "quote")]
        if len(running) >= _MOST_LINES or _is_said(line, texts):
            continue
        texts = [t for t in texts if t.role not in _HELD or not _holds(line, t.text)]
        role: Role = "item" if any(t.role != "item" for t in running) else "subtitle"
        texts = [*texts, Text(role=role, text=line, provenance="inferred")]
    return texts


_SPONSORED = re.compile(r"(?:sponsored|supported|funded) by ", re.IGNORECASE)


def _is_sponsor(text: Text, line: str) -> bool:
    """A house that only pays for an event stands in the line that says so, and not above all."""
    said = _SPONSORED.match(line)
    return said is not None and text.role == "brand" and line[said.end() :] == text.text


def _holds(line: str, fact: str) -> bool:
    return fact.lower() in line.lower()


def _is_part(text: Text, line: str) -> bool:
    """ "Toys and tools" beside "Furniture, toys and tools"."""
    short = text.text.lower() in line.lower() and text.text != line
    return short and text.role in ("subtitle", "item") and text.provenance != "user"


def _is_said(line: str, texts: list[Text]) -> bool:
    title = next((t.text for t in texts if t.role == "title"), "")
    if re.match(r"(?:open|closed)\b", line, re.I) and re.search(
        r"\b(?:open|closed)\b", title, re.I
    ):
        return True
    by = re.fullmatch(r"\w+ by (?P<who>.+)", line)
    if by and _SPONSORED.match(line):
        return False
    if by and any(t.text == by["who"] for t in texts if t.role in ("brand", "kicker", "title")):
        return True
    said = " ".join(f"{t.label} {t.text}" for t in texts if t.role not in ("date", "time"))
    return mostly_in(line, said.replace("’s", " "), 0.7)


def _lines(heard: Heard) -> tuple[str, ...]:
    masked = heard.masked
    found = [m["t"] for p in _SOURCES for m in p.finditer(masked)]
    told = [_spoken(text) for text in found]
    told += [
        sentence_case(m["t"].strip())
        for m in _CLOSED.finditer(heard.request)
        if masked[m.start("t")] != HOLE
    ]
    told += [_to_you(ours(done)) for done in _deeds(masked)]
    told += [_spoken(m["t"]) for m in _FEATURES.finditer(masked) if _is_shown_off(m, heard)]
    told += [sentence_case(m["t"]) for p in _FIGURED for m in p.finditer(heard.request)]
    if is_sale(heard.headline.title):
        told += [sentence_case(m["t"]) for m in _ON_SALE.finditer(masked)]
    if heard.opening.of("greet"):
        told += [sentence_case(m["t"]) for m in _FROM_HOUSE.finditer(masked)]
    told += [f"{m['n'].capitalize()} prize: {m['t']}" for m in _PRIZES.finditer(masked)]
    if not any(fact.role == "date" for fact in heard.facts):
        told += [sentence_case(m[0]) for m in _MONTH.finditer(masked)][:1]
    if not _PAPERS.search(heard.opening.format):
        told += [line for line in heard.headline.subtitles if line.startswith("For ")]
    fit = [line for line in told if _is_fit(line)]
    if (deed := does_what(heard.opening)) and not heard.headline.kicker and not is_greeting(heard):
        fit.append(sentence_case(deed))
    fit += [sentence_case(m["t"]) for m in _ENTERS.finditer(heard.request)]
    if _ASTRAY.search(heard.headline.title):  # how it looks is what it is known by
        fit += [sentence_case(m["t"].strip()) for m in _NAMED.finditer(masked)]
        fit += [sentence_case(m["t"].strip()) for m in _LOOKS.finditer(masked)]
    fit += stated_in(masked, heard.opening.asked)
    return tuple(dict.fromkeys(fit))


_ASTRAY = re.compile(r"\b(?:lost|missing|found|stolen)\b", re.IGNORECASE)
_LOOKS = re.compile(
    rf"(?:^|{FULL_STOP}\s)(?:he|she|it)\s(?:is|has)\s(?P<t>(?:an?\s)?(?!very\b|last\b|called\b"
    rf"|named\b)"
    rf"[a-z][^.;!?{HOLE}]{{3,60}}?)(?=\sand (?:was|is|has|answers)\b|[;!?{HOLE}]|{FULL_STOP}|$)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b(?:called|named|name"
    rf" is)\s[A-Z][\w'’-]+,\s(?:an?\s)?(?P<t>[a-z][^.;!?{HOLE}]{{3,70}}?)(?=[.;!?{HOLE}]|$)"
)
# how to take part, with the handles and tags in it
_ENTERS = re.compile(
    r"(?P<t>\bTo (?:enter|win|take part|participate),?\s[^.!?\n]{5,90})", re.IGNORECASE
)
_ON_SALE = re.compile(rf"(?:^|{FULL_STOP}\s)Includ(?:e|es|ing)\s(?P<t>(?!an?\s){_ROW}){_END}")
_URGES = r"(?:encourag|urg|remind|ask|invit|motivat|inspir)\w*"
_BY_DOING = re.compile(
    rf"\b{_URGES}\s[^.;!?{HOLE}]*?\sby\s(?P<t>[a-z]+ing\s[^,;.!?{HOLE}]+)", re.IGNORECASE
)
_FEATURES = re.compile(
    rf"(?P<s>\b[a-z-]+|{HOLE})(?:\sin\s[\w ]{{3,30}}?)?\s(?:with|featuring|offering)\s"
    rf"(?P<t>(?!an?\s){_ROW})(?=[.;{HOLE}]|,?\s?(?:(?:on|at|from)\s)?{HOLE}|,?\sopen\b|$)",
    re.IGNORECASE,
)
# with figures in them, which are facts elsewhere
_FIGURED = (
    re.compile(
        r"\b(?:that|which|can)\s(?P<t>(?:reduce|cut|lower|increase|boost|improve|raise|save)s?\s"
        r"(?:[a-z]+\s){1,5}by\s(?:up to\s)?\d+\s?%)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<t>donate\s[$€£]\d+\sto\s[^.,;!?\n]{3,40})", re.IGNORECASE),
)
_FROM_HOUSE = re.compile(
    r"\b(?P<t>from\s(?:the\s)?[A-Z][\w'’&]*(?:\s[A-Z&][\w'’&]*)+)(?=\s*(?:[.;!]|$))"
)
_PRIZES = re.compile(
    r"\b(?:with|win)\s(?P<t>an?\s[a-z][^,.;:!?]{2,40}?)\sas (?:the )?"
    r"(?P<n>first|second|third|main|grand|top)\sprize\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\bin (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b(?! \d)"
)
_PAPERS = re.compile(r"\b(?:cards?|invitations?|invites?|logo|label|certificate)\b", re.IGNORECASE)


def _deeds(masked: str) -> list[str]:
    """ "encouraging people to save energy by turning off the lights": "Turn off the lights"."""
    return [
        sentence_case(to_the_reader(bidden(m["t"].strip()))) for m in _BY_DOING.finditer(masked)
    ]


def _to_you(line: str) -> str:
    return line.replace(" they ", " you ").replace(" their ", " your ")


def _is_shown_off(found: re.Match[str], heard: Heard) -> bool:
    """Whether what hangs on an event or a house by "with" is on offer there and not just seen."""
    thing = found["s"].lower()
    held = is_event(heard.headline.title) and not is_direction(thing)
    held |= thing in EVENTS or thing in BUSINESSES or thing in ("space", "camp", "park")
    pieces = re.split(r",\s(?:and\s|or\s)?|\s(?:and|or)\s", found["t"])
    seen = any(re.match(r"an?\s", p) or is_scenery(p) or is_color(p) for p in pieces)
    return held and not seen and not _PAPERS.search(heard.opening.format)


def _spoken(text: str) -> str:
    plain = to_the_reader(" ".join(text.replace(HOLE, " ").split())).strip(" ,.")
    plain = re.sub(r"\s(?:and costs?|to|at|by|on|via|before)$", "", plain)
    return sentence_case(re.sub(r"^(?:an?|the)\s(?=[a-z])", "", plain))


_SWITCHED = re.compile(r"(?<=off the )lights?")  # which are no look of the design


def _is_fit(line: str) -> bool:
    words, line = words_of(line), _SWITCHED.sub("", line)
    plain = re.sub(
        r"\b(?:your|their|its|this|painting|drawing|post|story|page|friend|[Ii]t['’]s|[Ii]t is)\b",
        "",
        line,
    )
    return 1 < len(words) <= MOST_WORDS and not (
        is_direction(plain) or is_art(line) or is_empty(line)
    )
