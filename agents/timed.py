"""Hours with what each is the hour of, as their sentence says it.

"Swim lessons start on May 4 at 10 AM and the snack bar opens at noon" has no two bare times: the
one stands with its day, the other under "Snack bar opens".
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import is_name, mostly_in, sentence_case, word_set, words_of
from agents.vocabulary import EVENTS, is_direction

_PLAIN = ("", "Time", "Start")
_MOST_LABEL, _MOST_LETTERS, _MOST_LINE = 3, 26, 7
_ASK = re.compile(
    r"\W*(?:please\s)?(?:create|design|make|promote|advertise|announce|generate|produce|invite)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(r",\s(?:(?:and|with|but|then)\s)?|;\s|:\s|\s(?:and|with|but)\s")
_WHEN = re.compile(r"\d|\b(?:noon|midnight|\w+day)\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:,?\sstarting)?\s(?P<lead>at|from|by|until|till)\s$", re.IGNORECASE)
_ON = re.compile(r"(?:\s(?:on|every|each|this|from))?\s?$", re.IGNORECASE)
_THERE = re.compile(
    r"^(?:(?:and|then|also|because|there(?:['’]s| is| are| will be))\s)*"
    r"(?:(?:an?|the|our|its|some)\s)*",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?P<what>.+?)(?:\s(?:is|are|will be|(?:will )?takes? place))?(?:\s(?:held|served|scheduled))?"
    r"(?P<verb>\s(?:starts?|begins?|opens?|open|closes?|ends?|leaves?|departs?|arrives?))?$",
    re.IGNORECASE,
)
_ARRIVE = re.compile(r"[a-z ]*?\b(?:arrive|come|be there)$", re.IGNORECASE)
_TORN = re.compile(
    r"(?P<what>.+?)\s(?:at|from|by|until)\s(?:\d[\d:. ]*[ap]\.?m\.?|noon|midnight)", re.I
)
_SENTENCE = re.compile(r"(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)[.!?\n]\s")
_HOURS = re.compile(r"\swith\s((?:[a-z-]+\s){1,2}hours)$")  # "with emergency hours"
_PLACES = ("venue", "address", "item", "subtitle")
_NOBODY = word_set("it this that they we you he she which who where here there everything all")
_WHOLE = word_set("event evening day meeting class course lesson workshop session celebration date")


def timed(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts, each hour with what happens then where the sentence tells."""
    texts = _in_places(texts, request)
    hours = [t for t in texts if t.role == "time" and not t.group]
    several = len(hours) > 1
    for hour in (t for t in hours if t.label in _PLAIN):
        texts = (several and _in_line(hour, texts, request)) or _told(hour, texts, request, several)
    return tuple(_whole(t, request, texts) for t in texts)


def _whole(text: Text, request: str, texts: tuple[Text, ...]) -> Text:
    """ "Boat leaves Pier 7 at 11 AM" where the line began at the pier."""
    line = _TORN.fullmatch(text.text) if text.role == "time" and not text.label else None
    at = request.lower().find(text.text.lower()) if line and not text.group else -1
    if line is None or at < 1:
        return text
    others = tuple(t for t in texts if t is not text)
    said = _clause(request, at + line.end("what"), others)
    longer = said.lower().endswith(f" {line['what'].lower()}")
    if not longer or len(words_of(said)) > _MOST_LINE or said.split()[0].lower() in _NOBODY:
        return text
    return text.evolve(text=sentence_case(f"{said}{text.text[line.end('what') :]}"))


def _in_places(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "Ceremony: 3 PM, St. Mark's Church" of hours that each have a place of their own."""
    hours = [t for t in texts if t.role == "time" and not t.group]
    named = [t for t in texts if t.role in _PLACES and not t.group and is_name(t.text)]
    days = "|".join(re.escape(t.text) for t in texts if t.role == "date") or "(?!)"
    told: dict[Text, Text] = {}
    said: list[str] = []
    for hour in hours:
        for place in named:
            where, when = re.escape(place.text), re.escape(hour.text)
            after = rf"\b{when} (?:on (?:{days}) )?(?:in|at) (?:the )?{where}"
            before = rf"\b{where} (?:on )?(?P<day>{days}) (?:at|from) {when}"
            if found := re.search(before, request):
                told[hour] = hour.evolve(label=place.text, text=f"{found['day']} at {hour.text}")
                said += [place.text, found["day"]]
            elif re.search(after, request):
                told[hour] = hour.evolve(text=f"{hour.text}, {place.text}")
                said.append(place.text)
    if len(told) < 2 or len(told) < len(hours):
        return texts
    kept = (t for t in texts if t.role == "title" or t.text not in said)
    return tuple(told.get(t, t) for t in kept)


def _in_line(hour: Text, texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "Live jazz at 2 PM", where "Live jazz" is a line; empty where no line leads to the hour."""
    days = "|".join(re.escape(t.text) for t in texts if t.role == "date") or "(?!)"
    at = rf"\s(?:(?:on\s)?(?:{days})\s)?(?P<lead>at|from)\s{re.escape(hour.text)}\b"
    for line in (t for t in texts if t.role in ("item", "offer", "subtitle") and not t.group):
        found = re.search(rf"\b(?P<line>{re.escape(line.text)}){at}", request, re.IGNORECASE)
        whole = _clause(request, found.end("line"), texts) if found else ""
        if found and len(words_of(whole)) <= len(words_of(line.text)):
            told = line.evolve(text=f"{line.text} {found['lead']} {hour.text}")
            return tuple(told if t is line else t for t in texts if t is not hour)
    return ()


def _told(
    hour: Text, texts: tuple[Text, ...], request: str, several: bool
) -> tuple[Text, ...]:  # fmt: skip
    """The hour under what begins then, in one line with it, or beside its own day."""
    clock = re.escape(hour.text.split(", ")[0])  # without its place
    found = re.search(rf"(?<![\w:]){clock}(?!\w)", request, re.IGNORECASE)
    lead = _LEAD.search(request[: found.start()]) if found else None
    said = _clause(request, lead.start(), texts) if lead else ""
    parts = _VERB.fullmatch(said)
    if lead is None or parts is None:
        return texts
    what, verb = parts["what"], parts["verb"] or ""
    if day := next((t for t in texts if _is_its_day(t, what)), None):
        whole = day.evolve(text=f"{day.text} {lead['lead']} {hour.text}")
        both = f"{day.text} {lead['lead']} {hour.text}" in request
        return tuple(whole if t is day else t for t in texts if t is not hour) if both else texts
    apart = any(t.role in ("item", "subtitle") and t.text.lower() == what for t in texts)
    if not apart and _is_whole(what, texts, several):
        return texts
    arriving = _ARRIVE.fullmatch(said) and lead["lead"] == "by"
    label = f"Arrive {lead['lead']}" if arriving else sentence_case(f"{what}{verb}")
    if len(words_of(label)) <= _MOST_LABEL and len(label) <= _MOST_LETTERS:
        made = hour.evolve(label=label)
    elif several and len(words_of(said)) <= _MOST_LINE:
        line = f"{sentence_case(said)} {lead['lead']} {hour.text}"
        made = hour.evolve(role="item", label="", text=line)
    else:
        return texts
    lines = [t for t in texts if t.role in ("item", "subtitle") and mostly_in(t.text, said, 0.99)]
    return tuple(made if t is hour else t for t in texts if t not in lines)


def _clause(request: str, end: int, texts: tuple[Text, ...]) -> str:
    """What the sentence says before its hour, from the last clause that has a time of its own."""
    start = max((m.end() for m in _SENTENCE.finditer(request[:end])), default=0)
    piece = request[start:end]
    for day in (t.text for t in texts if t.role == "date"):
        if piece.lower().endswith(day.lower()):
            piece = _ON.sub("", piece[: -len(day)])
    borders = [m for m in _BORDER.finditer(piece) if _WHEN.search(piece[: m.start()])]
    if not borders and _ASK.match(piece):
        opened = _HOURS.search(piece)
        return opened[1] if opened else ""
    said = piece[borders[-1].end() :] if borders else piece[:1].lower() + piece[1:]
    said = _THERE.sub("", said.strip(" ,"))
    told = (t.text.lower() for t in texts if t.role in ("date", "time", "price"))
    return "" if any(fact in said.lower() for fact in told) else said


def _is_its_day(text: Text, what: str) -> bool:
    """Whether it is a day that is told of the same: "Swim lessons start on"."""
    named = text.role == "date" and text.label not in ("", "Date")
    return named and bool(what) and text.label.lower().startswith(what.lower())


def _is_whole(what: str, texts: tuple[Text, ...], several: bool) -> bool:
    """Whether it is the thing itself that begins, which the title names."""
    words = [word.lower() for word in words_of(what) if not word.isdigit()]
    if not words or words[0] in _NOBODY or is_direction(what) or is_name(what):
        return True
    named = " ".join(t.text for t in texts if t.role in ("title", "kicker", "brand"))
    generic = words[-1] in EVENTS | _WHOLE
    return (generic or mostly_in(what, named)) and not several
