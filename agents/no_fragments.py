"""The last guard over lines that the readers found: none is printed that is no whole phrase.

A bare verb of the sheet goes ("Gives every fifth wash for free"), "The dishes are" and open ends
too; what the picture shows is no line, and what two readers found is told once.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.brief import Text
from agents.conveyed import NAMED
from agents.phrases import sentence_case, telling_words, words_of
from agents.said_once import without_loose_ends
from agents.vocabulary import is_business, is_direction, is_instruction
from agents.whole_lines import to_you

_Texts = tuple[Text, ...]
_LINES = ("subtitle", "item", "body")
_STUB = re.compile(r"(?:it|they|this|that) (?:is|are) [a-z]+|(?:the|our|its) [a-z]+", re.IGNORECASE)
_SHEET_DOES = re.compile(
    r"(?:gives|lists|offers|announces|tells(?:\s(?:people|them|readers|everyone))?(?:\sabout)?"
    r"|explains|mentions|presents|promotes|advertises|highlights|emphasi[sz]es|states|describes"
    r"|introduces|promises|provides|says|asks(?:\sfor)?|has|contains|(?:runs|takes\splace|happens)\s(?:on|at|in))\s(?:that\s)?(?P<t>.+)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:the|our|its)\s(?:\w+\s)?(?:dishes|tips|steps|rules|items|drinks|options|services|topics"
    r"|flavou?rs|toppings|courses|distances|categories|speakers|prizes|colou?rs|products|activities"
    r"|classes|treatments|ingredients|subjects|program(?:me)?|facts|reasons"
    r"|ideas)\s(?:are|includes?)\s(?:to\s|that\s)?(?P<t>.+)",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:the|our)\s(?:[a-z]+\s)?[a-z]+s\sare\s(?P<t>[A-Z].*)", re.IGNORECASE)
_MEANT = re.compile(
    r"(?:the|our)\s(?:promise|message|idea|point|deal|gift|advice|plea|offer)\sis\s(?:to\s)?(?P<t>.+)",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(r",\s(?:and\s)?(?=(?:serves|starts|features|includes|offers|runs|gives)\b)")
_DOES = re.compile(r"(?:serves|features|includes|offers|gives)\s(?P<t>[a-z].+)")
_AND_NEXT = re.compile(r",\sand\s(?:the|its|our|an?)\s[\w-]+$")
_IN_ROW = re.compile(r",\s(?:and\s)?|\sand\s(?:that\s)?")
_GLUED = re.compile(r"\sand\s(?:is|are|was|were|has been)\b.*")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|can)\b", re.IGNORECASE)
_STOPPED = re.compile(r"(?<=[a-z]{3})\.\s(?:The|A|An|It|This|They|And|Its|There)$")
_SOME_HOUSE = re.compile(r"(?:at|in|from|with)\san?\s(?P<t>[a-z][a-z' -]+)", re.IGNORECASE)
_SHOWN = re.compile(
    r"(?<!text )(?<!copy )(?<!headline )\b(?:show(?:s|ing)?|depict(?:s|ing)?"
    r"|(?:picture|image|illustration|photo|drawing)\sof)\s(?:an?\s|the\s|some\s)?$",
    re.IGNORECASE,
)
_SCENE = re.compile(r"(?:[\w-]+\s){1,3}[a-z]+ing\s")
_ELSE = re.compile(
    r"(?P<line>[\w %$-]+?),?\sor\s(?P<or>(?:the|your)\s(?:[\w-]+\s){1,3}(?:is|are)\s"
    r"(?:free|on\sus|half\sprice))\b",
    re.IGNORECASE,
)

_PROMISING = re.compile(
    r".*\b(?:promis\w+|guarantee\w*|says?|tells?|mentions?|that|offer\w*)\s(?:that\s|an?\s)?", re.I
)


def without_fragments(texts: _Texts, request: str, language: str) -> _Texts:
    """The texts, whose found lines are all whole phrases that say something of their own."""
    if language != "en":
        return texts
    for rule in _RULES:
        texts = rule(texts, request)
    return texts


def _is_found(text: Text) -> bool:
    return text.role in _LINES and text.provenance == "inferred" and not text.label


def _split(texts: _Texts, request: str) -> _Texts:
    """ "The tips are to dim the lights and keep cool": the tips, one a line."""
    made = list[Text]()
    for text in texts:
        looked_at = _is_found(text) or (text.group and text.role == "item")
        pattern = _ROW if text.group else _LISTED
        listed = pattern.fullmatch(text.text) if looked_at else None
        if listed is None:
            made += _told_apart(text) if _is_found(text) else [text]
            continue
        pieces = [listed["t"]] if text.group else _IN_ROW.split(listed["t"])
        made += (text.evolve(role="item", text=sentence_case(piece)) for piece in pieces)
    return tuple(made)


def _told_apart(text: Text) -> list[Text]:
    """ "Milo Trio, serves pancakes, and starts" as what each of the verbs tells."""
    first, *more = _RUNS_ON.split(text.text)
    told = (found["t"] for piece in more if (found := _DOES.fullmatch(piece)))
    lines = (text.evolve(role="item", text=sentence_case(line)) for line in told)
    return [text.evolve(text=first), *lines] if more else [text]


def _mended(texts: _Texts, request: str) -> _Texts:
    """Each line without what makes it a fragment; lines of which nothing is left go."""
    pairs = ((text, _mend(text, request) if _is_found(text) else text) for text in texts)
    kept = [now for text, now in pairs if now == text or words_of(now.text)]
    return tuple(t for t in kept if not (_is_found(t) and _STUB.fullmatch(t.text)))


def _mend(text: Text, request: str) -> Text:
    line = _STOPPED.sub("", text.text)
    if meant := _MEANT.fullmatch(line):
        line = meant["t"]
    elif does := _SHEET_DOES.fullmatch(line):
        line = re.sub(r"\sfor\sfree$", " free", does["t"])
    elif (house := _SOME_HOUSE.fullmatch(line)) and is_business(house["t"]):
        line = house["t"]
    if line.lower() not in request.lower() and (glued := _GLUED.search(line)):
        line = line if _VERB.search(line[: glued.start()]) else line[: glued.start()]
    at = request.lower().find(line.lower())
    if at >= 0 and re.match(r"\s(?:is|are|will|takes|has)\s", request[at + len(line) :]):
        line = _AND_NEXT.sub("", line)
    line = without_loose_ends(line)
    return text if line == text.text else text.evolve(text=sentence_case(line))


def _unseen(texts: _Texts, request: str) -> _Texts:
    """Without lines that say what the picture shows: "Hands shaping a bowl"."""
    return tuple(t for t in texts if not (_is_found(t) and _is_shown(t.text, request)))


def _is_shown(line: str, request: str) -> bool:
    at = request.lower().find(line.lower())
    return at > 0 and bool(_SCENE.match(line) and _SHOWN.search(request[:at]))


def _or_else(texts: _Texts, request: str) -> _Texts:
    """ "Streak-free glass or the next visit is free" is one promise."""
    for found in _ELSE.finditer(request):
        halves = [t for t in texts if _is_found(t) and _is_half(t.text, found)]
        if halves:
            promise = sentence_case(_PROMISING.sub("", found["line"].strip()))
            whole = halves[0].evolve(text=f"{promise} or {found['or']}")
            rest = (t for t in texts if t is halves[0] or t not in halves)
            texts = tuple(whole if t is halves[0] else t for t in rest)
    return texts


def _is_half(line: str, found: re.Match[str]) -> bool:
    return line.lower() in found[0].lower()


def _overlapping(texts: _Texts, request: str) -> _Texts:
    """ "Admits one adult" over "One adult and two children": one line, as the request has it."""
    for first in (t for t in texts if t.role in _LINES and not t.group):
        for then in (t for t in texts if _is_found(t) and t is not first):
            whole = _overlap(first.text, then.text)
            if whole and whole.lower() in request.lower():
                line = first.evolve(text=whole)
                return tuple(line if t is first else t for t in texts if t is not then)
    return texts


def _overlap(first: str, then: str) -> str:
    words, more = first.split(), then.split()
    for count in range(min(len(words), len(more)) - 1, 1, -1):
        if [w.lower() for w in words[-count:]] == [w.lower() for w in more[:count]]:
            return " ".join([*words, *more[count:]])
    return ""


_SUBJECT = re.compile(
    r"(?:^|[.;!?\n]\s|,\s(?:and|but)\s)(?P<who>(?:(?:The|Our|the|our|all|All)\s)?(?:[\w-]+\s)?"
    r"(?:[a-z-]+s|[A-Z][a-z-]+s|[Ee]veryone|[Pp]eople|[Cc]hildren|[Ss]taff)\s(?:(?:will|can)\s)?)$"
)
_NO_VERB = re.compile(
    r"(?:for|with|in|at|on|of|from|by|and|or|under|over|to|the|an?|that|who|are|is)\b|\W|\d", re.I
)
_TO_READERS = re.compile(rf"{NAMED}\s(?:can\s)?", re.IGNORECASE)


def _subjected(texts: _Texts, request: str) -> _Texts:
    """ "Fix lamps and radios" where the request says that volunteers do."""
    return tuple(_with_subject(t, request) if _is_found(t) else t for t in texts)


def _with_subject(text: Text, request: str) -> Text:
    words = text.text[:1].lower() + text.text[1:]
    at = request.find(words)
    found = _SUBJECT.search(request[:at]) if at > 0 and not _NO_VERB.match(words) else None
    who = found["who"] if found else ""
    if not who or is_direction(who) or is_instruction(f"{who}{words}"):
        return text
    line = to_you(words) if _TO_READERS.fullmatch(who) else f"{who}{words}"
    return text.evolve(text=sentence_case(line))


_EACH = re.compile(r"(?:every|each|any)\s(?:[\w-]+\s){0,2}[\w-]+", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?P<lead>with|on|for|after|at|in|to)\s$")


def _led(texts: _Texts, request: str) -> _Texts:
    """ "With every new bike" where only the bike was printed."""
    made = list[Text]()
    for text in texts:
        words = text.text[:1].lower() + text.text[1:]
        each = _EACH.fullmatch(text.text) if _is_found(text) else None
        at = request.find(words) if each and not _VERB.search(words) else -1
        lead = _BEFORE.search(request[:at]) if at > 0 else None
        made.append(text.evolve(text=f"{sentence_case(lead['lead'])} {words}") if lead else text)
    return tuple(made)


_HANGS = re.compile(r"(?:with|by|from)\s", re.IGNORECASE)


def _joined(texts: _Texts, request: str) -> _Texts:
    """ "Baking class" over "With Jo Finn", which the request says in one breath."""
    for first in filter(_is_found, texts):
        for then in (t for t in texts if _is_found(t) and t is not first):
            joint = " " if _HANGS.match(then.text) else ", "
            fit = joint == " " or first.text.startswith("Signed by ")
            at = request.lower().find(f"{first.text}{joint}{then.text}".lower())
            if fit and at >= 0:
                end = at + len(first.text + joint + then.text)
                line = first.evolve(text=sentence_case(request[at:end]))
                return tuple(line if t is first else t for t in texts if t is not then)
    return texts


_COSTS = re.compile(r"(?P<what>.+?)\scosts?(?:\s(?:only|just))?")


def _costing(texts: _Texts, request: str) -> _Texts:
    """ "A bin costs only" over "$20": the price of what."""
    prices = [t for t in texts if t.role == "price" and t.label in ("", "Price") and not t.group]
    for line in filter(_is_found, texts):
        costs = _COSTS.fullmatch(line.text)
        for price in prices if costs else ():
            if costs and f"{line.text} {price.text}".lower() in request.lower():
                priced = price.evolve(label=costs["what"])
                return tuple(priced if t is price else t for t in texts if t is not line)
    return texts


_ROOM = re.compile(
    r"\b(?:Hall|Room|Floor|Gate|Building|Studio|Suite|Level|Terminal|Stage|Pier|Court|Field|Lab)$"
)
_WHICH = re.compile(r"\s(?:[A-Z]|\d{1,4}[A-Z]?)\b")


def _placed_whole(texts: _Texts, request: str) -> _Texts:
    """ "Carver Library, Hall B" where the place was cut behind "Hall"."""
    made = list[Text]()
    for text in texts:
        cut = text.role == "venue" and bool(_ROOM.search(text.text))
        at = request.find(text.text) if cut else -1
        which = _WHICH.match(request[at + len(text.text) :]) if at >= 0 else None
        made.append(text.evolve(text=text.text + which[0]) if which else text)
    places = " ".join(t.text for t in made if t.role == "venue")
    return tuple(t for t in made if not (_is_found(t) and t.text in places))


def _told_once(texts: _Texts, request: str) -> _Texts:
    """Without found lines that another line, a fact or the button says."""
    kept = list[Text](texts)
    for text in texts:
        said = set(telling_words(text.text))
        others = (t for t in kept if t is not text and t.role not in ("title", "kicker"))
        if _is_found(text) and not text.group and said and any(
            said <= set(telling_words(t.text)) and not t.group for t in others
        ):  # fmt: skip
            kept = [t for t in kept if t is not text]
    return tuple(kept)


def _filled(texts: _Texts, request: str) -> _Texts:
    """Without placeholders for rows that are given: "Your first tip" beside three tips."""
    for noun in ("tip", "step", "rule", "habit", "trick", "reason", "mistake", "fact"):
        told = re.search(rf"\b{noun}s\s(?:are|include)\s", request, re.IGNORECASE)
        if told:
            open_row = re.compile(rf"Your \w+ {noun}")
            texts = tuple(t for t in texts if not open_row.fullmatch(t.text))
    return texts


_BUTTON = re.compile(r"an? (?:[a-z]+ )?(?:button|call|link|prompt) to (?P<do>[a-z].+)", re.I)
_LONGEST_CALL = 4  # words on a button
_TASK = r"(?:listing|showing|announcing|advertising|promoting|featuring)"
_TASK_LEADS = re.compile(rf"{_TASK} (?:an?|the) ", re.IGNORECASE)
_TASK_ENDS = re.compile(rf" (?:{_TASK}|giving|offering)$", re.IGNORECASE)
_THANKS_THEM = re.compile(r"thanks (?:them|her|him|everyone) (?=for\b)", re.IGNORECASE)


def _pressed(texts: _Texts, request: str) -> _Texts:
    """ "A button to book a visit" is what the button says: "Book a visit"."""
    for line in filter(_is_found, texts):
        ordered = _BUTTON.fullmatch(line.text)
        if ordered is None or len(ordered["do"].split()) > _LONGEST_CALL:
            continue
        button = next((t for t in texts if t.role == "cta"), line)
        if button.provenance != "user":
            said = button.evolve(role="cta", text=sentence_case(ordered["do"]))
            texts = tuple(said if t is button else t for t in texts if t is button or t is not line)
    return texts


def _untasked(texts: _Texts, request: str) -> _Texts:
    """Titles without what the sheet does: "Listing a House for Sale", "Paws Pet Supply Giving"."""
    return tuple(_titled(t, request) if t.role == "title" else t for t in texts)


def _titled(title: Text, request: str) -> Text:
    if title.provenance == "user":
        return title
    words = _THANKS_THEM.sub("Thank You ", title.text)
    words = words[len(led[0]) :] if (led := _TASK_LEADS.match(words)) else words
    goes_on = re.search(rf"{re.escape(words)}\s(?:an?\b|the\b|[$£€]?\d)", request, re.IGNORECASE)
    return title.evolve(text=_TASK_ENDS.sub("", words) if goes_on else words)


_RULES: tuple[Callable[[_Texts, str], _Texts], ...] = (
    _subjected, _led, _costing, _split, _joined, _mended, _unseen, _or_else, _overlapping,
    _placed_whole, _told_once, _filled, _pressed, _untasked,
)  # fmt: skip
