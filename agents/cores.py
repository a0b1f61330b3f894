"""Noun phrases in the parts of an opening: the words a headline can be made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.opening import Opening
from agents.phrases import HOLE, first_clause, is_name, shortened, tidy
from agents.vocabulary import (
    is_art,
    is_business,
    is_color,
    is_direction,
    is_empty,
    is_event,
    is_scenery,
)

_GENDER = re.compile(r"\b(?:young |old )?(?:female|male|lady|woman|man|girl|boy)\s(?=[a-z])", re.I)

# a word that says something, and where a design is shown
_HOLDS = re.compile(
    r"\b(?!(?:from|to|at|in|on|by|for|with|of|and|or|the|an?)\b)[^\W_]", re.IGNORECASE
)
_CHANNEL = re.compile(
    r"(?:facebook|instagram|linked ?in|social media|twitter|tik ?tok)", re.IGNORECASE
)
_KIN = re.compile(
    r"^(?:[a-z]+ )?(?:friend|brother|sister|cousin|uncle|aunt|mom|mum|dad|husband|wife"
    r"|son|daughter|boss|neighbou?r|mother|father|grand\w+)['’]s "
)


class Phrase(NamedTuple):
    """A noun phrase and what hung on it."""

    core: str
    rest: str

    @property
    def made(self) -> str:
        """ " made from recycled plastic", where that is what hung on it."""
        found = _MADE.match(self.rest)
        return found[0] if found else ""


_MADE = re.compile(rf"\smade (?:of|from|with|in|by)\s[^.,;:!?{HOLE}]+", re.IGNORECASE)


def phrase_of(text: str) -> Phrase:
    """The noun phrase in front, cut before clauses, participles and "at a ..."."""
    row = _listed(text)
    if row:
        return row
    if shown := _SHOWN.match(text.lstrip()):
        return Phrase(shown[0], text.lstrip()[shown.end() :])
    guide = _GUIDE.match(text.lstrip())
    if guide and (core := shortened(tidy(guide[0]), _LONGEST_GUIDE)):
        return Phrase(core, text.lstrip()[guide.end() :])
    clause, rest = first_clause(text)
    colored = _IN_COLOR.search(clause)
    if colored and (
        colored["named"] or is_color(colored["how"])
    ):  # "baby Noah in soft blue": how it looks
        clause, rest = clause[: colored.start()], clause[colored.start() :] + rest
    if rest.lstrip().startswith(HOLE):  # "a haunted house open every weekend"
        clause = re.sub(r"\sopen\s*$", "", clause)
    cut = re.search(
        r"\s(?:to (?:raise|support|help|benefit|honou?r|save|protect|fund|learn|discover|explore"
        r"|meet|prevent|stop|avoid|reduce|fight"
        r"|remember|mark|welcome)|answering|seeking|raising (?:funds|money|awareness)"
        r"|happening|taking place|running(?=\s(?:from|until|till|on|for|every|daily|all)\b)"
        r"|looking|held|hosted"
        r"|organi[sz]ed"
        r"|available|located|in (?:support|honou?r|aid|memory) of|at (?:the )?(?-i:[A-Z])\w*|open"
        r" (?:to|every|daily|from|all)|starting|being|designed|made|at an?|in an?|at discounted"
        r"|on an?|as an?|in the background)\s",
        f"{clause} ",
    )
    sale_in = (
        cut and re.match(r"\s(?:at|in|on)\s", cut[0]) and clause[: cut.start()].endswith("sale")
    )
    if cut and cut.start() > 0 and not sale_in:
        clause, rest = clause[: cut.start()], clause[cut.start() :] + rest
    return Phrase(_GENDER.sub("", tidy(clause)), rest)


_IN_COLOR = re.compile(
    r"\sin\s(?:(?:soft|light|dark|pale|bright|bold|deep|pastel|warm|cool|muted)\s)*"
    r"(?P<how>[a-z-]+(?:\s(?:and|or)\s[a-z-]+)?)(?P<named>\s(?:colou?rs?|tones?|shades?|hues?))?$",
    re.IGNORECASE,
)
_LONGEST_GUIDE = 9
_GUIDE = re.compile(
    r"(?:an?\s|the\s|our\s)?(?:[\w-]+\s){0,2}(?:ways|tips|steps|reasons|things|tricks|mistakes"
    rf"|habits|secrets|myths|lessons|how)\s(?:to|for|you|why|that|when|while|before|every)\s[^,.:;!?()\n{HOLE}]+",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"how\s[a-z]+\s[a-z]+ing\s[^.,;:!?]{3,50}?\scan\sbe\b")
_ROW = re.compile(
    rf"\s*(?:[^\s,.;:{HOLE}]+\s?){{1,3}}(?:,\s(?!and\b|or\b)(?:[^\s,.;:{HOLE}]+\s?){{1,3}})+"
    rf",?\s(?:and|or)\s(?:[^\s,.;:{HOLE}]+\s){{0,2}}?[^\s,.;:{HOLE}]+(?=[.;,{HOLE}]|$|\s(?:for|in"
    rf"|at|on|with|to|services?)\b)"
)


def _listed(text: str) -> Phrase | None:
    """ "haircuts, coloring and styling": three things or more in a row are one phrase."""
    row = _ROW.match(text)
    if (
        row is None
        or re.search(r"\d", row[0])
        or re.search(r",\s(?:an?|the|which|where|who)\s", row[0])
        or any(is_art(piece) or is_color(piece) for piece in re.split(r",\s", row[0])[1:])
    ):
        return None
    return Phrase(" ".join(row[0].split()), text[row.end() :])


def is_unfit(core: str) -> bool:
    return bool(
        re.match(
            r"(?:someone|something|anything|it\b|me\b|people|customers|women and|everyone"
            r"|potential)\b|(?:\w+\s)*(?:notice ?board|bulletin board|website|web page"
            r"|facebook page|feed"
            r"|(?:fitness|fan|company) page"
            r"|social media|intranet|fridge|front door|poster|flyer|advertisement|banner|thumbnail"
            r"|graphic)$",
            core,
            re.I,
        )
    )


_THEIRS = re.compile(r"^(?:its|their)\s")


def cores_of(opening: Opening, kind: str, the: bool = False) -> tuple[str, ...]:
    """The fit noun phrases of one kind; `the` keeps the article of "the art of ..."."""
    found = []
    for text in opening.of(kind):
        if kind == "goods" and text.lstrip().startswith(HOLE):
            continue  # what is offered is a fact: "offering ____ in the fall"
        core = phrase_of(text).core
        article = "the " if the and re.match(r"the\s", text.lstrip(), re.I) else ""
        clause = first_clause(text)[0]
        told = (
            is_direction(_THEIRS.sub("", clause.strip()) if kind == "message" else clause)
            or is_direction(core)
            or is_scenery(core)
        )
        if core and not is_empty(core) and not told:
            found.append(article + core)
    return tuple(found)


def own_in(opening: Opening) -> tuple[str, ...]:
    """What a named house tells of beside itself: "that promotes its new green tea"."""
    told = (t for t in opening.of("topic")[1:] if re.match(r"(?:its|their|our)\s", t))
    return tuple(core for text in told if not is_direction(core := phrase_of(text).core))


_WORK = re.compile(
    r"(?:.*\s)?(?:play|musical|film|movie|opera|ballet|book|novel|memoir|album|song|single|game|app"
    r"|podcast|band|magazine|pantomime|association|society|choir|league|guild|troop|sitcom"
    r"|documentary|comic)$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    rf",\s(?P<name>[A-Z0-9][^,.;:{HOLE}]*?)(?=\s*(?:[,.;{HOLE}]|$)|\s(?:by|on|at|with|in|performed"
    r"|starring|directed)\s)"
)


def titled_work(topics: list[Phrase]) -> list[str]:
    """ "the school play, The Wizard of Oz": the name of the work behind its kind."""
    if not topics or not _WORK.match(topics[0].core):
        return []
    name = _APPOSED.match(topics[0].rest)
    return [name["name"]] if name and is_name(name["name"]) else []


def says_something(core: str) -> bool:
    """Whether it holds more than small words and is not merely where a design is shown."""
    return bool(_HOLDS.search(core)) and not _CHANNEL.fullmatch(core)


def without_kin(phrase: Phrase) -> Phrase:
    """ "my cousin's pizza place": whose it is, is no copy."""
    core = _KIN.sub("", phrase.core)
    grown = re.match(r"\w*\s?(?:grand|mom|mum|dad|mother|father|\d)", phrase.core)
    shed = is_business(core) or (is_event(core) and not grown and not re.match(r"\d", core))
    return phrase._replace(core=core) if shed else phrase
