"""What a request asks its readers to do, as a headline says it to them: "Book Your Checkup"."""

from __future__ import annotations

import re

from agents.cores import phrase_of
from agents.opening import Opening, Part
from agents.phrases import FULL_STOP, HOLE, title_case, word_set, words_of
from agents.vocabulary import is_direction, is_empty

_WHOM = (
    r"(?:(?:[\w-]+\s){0,3}?(?:people|everyone|everybody|you|us|them|him|her|others|children|women"
    r"|men"
    r"|kids|anyone|\w{2,}s)\s)"
)
_URGED = re.compile(
    rf"^(?:{_WHOM}(?:(?:around|in|from|of|across|with|over|under|aged)\s(?:\w+\s){{1,3}}?)?)?"
    r"(?:to\s)?(?P<never>not to\s)?(?P<verb>[a-z]+)(?<![^s]s)\s(?P<what>.+)$",
    re.IGNORECASE,
)
_BIDDEN = re.compile(rf"{_WHOM}to\s(?:the|an?|our|my)\s(?P<what>.+)$", re.IGNORECASE)
# the reader joins or buys the thing, so that the thing alone heads the design
_OBJECT = word_set(
    "join attend visit try celebrate participate buy order watch"
    " come register subscribe use download see purchase check apply"
)
_MUTE = word_set(
    "feel think click swipe contact call is are be go follow sign look make about of to for in on"
    " with from at by and or the a an how what why that into away more less better new their its"
    " after before during through without under over until while since around"
    " our interact engage consider shop accept want have act your my"
)
_BORDER = re.compile(
    rf"\s*(?:,(?!\d{{3}})|[;:!?()\n{HOLE}])|{FULL_STOP}|\s(?:with|by|that|so|while|because|who)\s"
)
_AT_ONCE = re.compile(r"(?:now|today|online|here|us|it|them|more)\b\W*", re.IGNORECASE)
_HOLLOW = re.compile(
    r"(?:take (?:advantage|part)"
    r"|make (?:a|an|your) (?:reservation|purchase|booking|appointment|order)"
    r"|get (?:in touch|more|details)|find out|stay tuned|leave|tag|share your)\b",
    re.IGNORECASE,
)
_FEELING = re.compile(r"\w+(?:ing|[^e]ed|ly)$")


def urged_in(opening: Opening) -> str:
    """ "encourages people to recycle bottles": the words for a headline, else nothing."""
    parts = [*opening.parts, Part("", "")]
    for part, then in zip(parts, parts[1:], strict=False):
        text = f"{part.text} for {then.text}" if then.kind == "for" else part.text
        if part.kind in ("ask", "urge") and (said := _said(text)):
            return said
    return ""


_ASKED = re.compile(
    r"(?:to ask )?(?:[a-z]+ ){0,2}?(?:followers|people|readers|viewers|customers|guests|fans"
    r"|everyone|students|users|subscribers|parents|members|visitors)"
    r" (?P<what>(?:which|what|how|where|when)(?: [\w'’-]+)*?) they (?P<do>would|will|can|are|have)?"
    rf" ?(?P<deed>[a-z][^.;:!?{HOLE}]*)",
    re.IGNORECASE,
)


def asked_in(opening: Opening) -> tuple[str, str, tuple[str, ...]] | None:
    """ "to ask followers which flavour they would like": the question itself as the title."""
    parts = [*opening.parts, Part("", "")]
    for part, then in zip(parts, parts[1:], strict=False):
        if part.kind == "ask" and part.text.endswith("to vote") and then.kind in ("topic", "for"):
            return title_case(f"vote for {_BORDER.split(then.text.strip(' .'))[0]}"), "", ()
    asked = (m for text in opening.of("lead", "ask") if (m := _ASKED.match(text.strip())))
    found = next(asked, None)
    if found is None:
        return None
    deed = to_the_reader(found["deed"].strip())
    does = "did" if re.search(r"\b(?:last|yesterday)$|^\w+ed\b", deed) else "do"
    return title_case(f"{found['what']} {found['do'] or does} you {deed}?"), "", ()


# "to separate paper, plastic and glass": its commas end nothing
_ROW = re.compile(
    rf"[^,;.:{HOLE}]+(?:,\s[\w-]+(?:\s[\w-]+)?){{1,4}},?\s(?:and|or)\s[\w-]+(?:\s[\w-]+)?(?=[.;]|$)"
)


_HANGS = re.compile(r"\b(?:an?|the|free|your|our|my|only|just|up to)\s*$", re.IGNORECASE)


def _said(text: str) -> str:
    row = _ROW.match(text.strip())
    clause = row[0] if row else _BORDER.split(text.strip())[0]
    if text.strip()[len(clause) :].lstrip().startswith(HOLE) and _HANGS.search(clause):
        return ""  # what is urged is a fact, which is printed as one
    if bidden := _BIDDEN.match(clause):
        core = phrase_of(bidden["what"]).core
        return "" if is_direction(core) or is_empty(core) else core
    urged = _URGED.match(clause)
    done = urged and re.match(r"have their \w+ \w+ed$", f"{urged['verb']} {urged['what']}", re.I)
    if done:
        return to_the_reader(done[0])
    if urged is None or urged["verb"].lower() in _MUTE or _FEELING.match(urged["verb"]):
        return ""
    what = to_the_reader(urged["what"])
    if _AT_ONCE.fullmatch(what):
        return ""
    core = phrase_of(re.sub(r"^(?:us|in|for|to)\s", "", what)).core
    if not core or is_empty(core) or is_direction(re.sub(r"\b(?:y)our\b", "the", what)):
        return ""
    early = re.search(r"\s(?:early|together|locally|responsibly|safely)$", core)
    if urged["verb"].lower() in _OBJECT and not early:
        return core
    whole = phrase_of(f"{urged['verb']} {what}").core
    if _HOLLOW.match(whole):
        return ""
    said = f"don’t {whole}" if urged["never"] else whole
    return said if len(words_of(said)) > 1 else ""


def to_the_reader(text: str) -> str:
    """ "their checkup" as the reader is spoken to: "your checkup"."""
    text = re.sub(
        r"\btheir\b|\b(?:an?|the) (?:household|customer|family|owner)['’]s\b", "your", text
    )
    return re.sub(r"\bthemselves\b", "yourself", text)
