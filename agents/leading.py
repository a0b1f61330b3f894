"""Which title leads: that of the rules, or one which the learned reader is sure of."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.copy_only import begins
from agents.phrases import (
    is_name,
    mostly_in,
    telling_words,
    title_case,
    words_beyond,
    words_of,
)
from agents.reader.copy import Copy
from agents.reader.spans import Span
from agents.vocabulary import PEOPLE, head_of, is_business, is_event, is_sale
from design_io.document import Role

_PRINTED, _UNPRINTED = 0.75, 0.95  # how sure that words are copy, and that they are none
_TITLE, _HOLLOW = 0.85, 0.05  # how sure of a title, and of one that is none
_CERTAIN = 0.95  # how sure of a title that is chosen against that of the rules
_HALF_SURE = 0.5  # how sure that the words of a title are copy, for it to stay
_FAIR = 0.5  # how sure of a title where the rules have none
_MOST_TITLE = 9
TOLD = 0.39  # share of copy from which a request tells what to print, not only its theme
DANGLING = re.compile(
    r"\b(?:an?|the|and|or|of|by|at|in|on|to|for|from|with|as|than|our|your|their)\W*$",
    re.IGNORECASE,
)
CALLED = re.compile(  # what the button says
    r"(?:shop|visit|join|book|order|buy|apply|swipe|subscribe|sign up|learn|read|call|contact"
    r"|click|register|enroll|enrol|donate|follow|try|redeem|get in touch|accept|attend)\b"
    r"(?!.*\d)(?!.*\.\w)",
    re.IGNORECASE,
)
_STAYS = re.compile(  # what the paper is, or what has happened
    r"(?:certificate|diploma|award)s? (?:of|for|in)\b|(?:lost|missing|found|stolen)\s", re.IGNORECASE
)
_HALF = re.compile(r"(?:To|For|With|Of|On|In|At|By|And|Or)\s")
_NAMED_AS = re.compile(
    r"\b(?:titled?|headline|show|event|book|album|song|track|title it|call it|message|quote|slogan"
    r"|motto)(?:\s(?:is|should be|can be)(?:\sthat)?|\s?[:=])?$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[Nn]ame\s?[:=]\s$")  # of the house, in a list of what there is
_SAYS = re.compile(  # what leads to words that are said
    r"\b(?:say|says|saying|reads?|reading|conveys?|conveying|highlight|text|words|called|names?"
    r"|(?:name|top|front|back|line) (?:is|should be)"
    r"|(?:show|say|read|convey|tell|announc|remind|stress|emphasi[sz]|underlin|promis)\w* that)\s$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\b(?:for|at|by|of|from|in|to|her|his)\s(?:the\s|our\s|my\s|an?\s)?$", re.IGNORECASE
)
AIMED = re.compile(
    r"\b(?:targets?|targeting|aimed at|aiming at|audience is|audience:)\s(?:the\s)?$", re.IGNORECASE
)
_MARGIN = 0.75  # how much surer than of quoted words
_QUITE, _LIKELY = 0.97, 0.6  # how sure against words of ours, and against words that are no copy
_UNSPLIT = 0.9  # how sure that a title is whole
_TOLERABLE = 0.2  # how likely the words of a title that stays
_WISHED = re.compile(
    r"(?:happy|congrat\w*|thank|merry|welcome|farewell|goodbye|get well|dear|join us|save the)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\d[.,]\d\d\b|\d\s?(?:euros?|dollars?|pounds?|eur|usd|gbp|kr|francs?)\b", re.IGNORECASE
)
_THEIRS = re.compile(r"\b(?:their|them|they|his|her|its)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s$")
_COUPLE = re.compile(r"\w (?:and|&) [A-Z]")
_CLAUSE = re.compile(r"\b(?:has|have|is|are|was|were|will)\b", re.IGNORECASE)
_POSTED = re.compile(  # a sheet or a work, not what it is called
    r"\b(?:poster|fl[iy]er|leaflet|banner|post|story|ad|graphic|book|film|movie|album|song|video"
    r"|app|website|vacancy|vacancies|position|certificate)$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"['’]s? |['’]s?$")
_MOST_CALL = 3  # words of a button
_NEAR = 4  # characters after words in which their price begins
_FACT = re.compile(r"[$€£]\s?\d|\d\s?%|\w\.[a-z]{2}|://")


def trimmed_title(title: Text, copy: Copy) -> Text:
    """ "Measure twice, argue once. Black on raw paper": the first sentence is the title."""
    for place in copy.places(title.text) if title.role == "title" else ():
        inside = [s for s in copy.of("title") if place.start <= s.start and s.end <= place.end]
        behind = place._replace(start=inside[0].end) if len(inside) == 1 else place
        ends = copy.text[behind.start : behind.start + 1] in ".!?"
        if behind is not place and ends and copy.chance("none", behind) > _UNPRINTED:
            return title.evolve(text=shown(copy.said(inside[0])))
    return title


def _headed_by(
    words: str, texts: tuple[Text, ...], copy: Copy, kept: bool = True
) -> tuple[Text, ...]:  # fmt: skip
    """The texts under a new title; `kept`, the old one stays in another role if it has one."""
    old = title_in(texts)
    title = Text(role="title", text=title_case(words), provenance="inferred")
    rest = tuple(t for t in texts if t is not old and plain(t.text) != plain(words))
    if old is None or not kept:
        return (title, *rest)
    role = _role_now(old, copy, rest)
    return (title, *((old.evolve(role=role),) if role else ()), *rest)


def titled(texts: tuple[Text, ...], copy: Copy) -> tuple[Text, ...]:
    """The reader's title where it is sure of one, and that of the rules gives way."""
    old, best = title_in(texts), _best_title(copy)
    if best is None and old is not None and _HALF.match(old.text):
        best = max(copy.of("brand"), key=copy.printed, default=None)
        return _headed_by(_whole(copy.said(best)), texts, copy) if best else texts
    if best is None or (old is not None and not _gives_way(old, best, copy)):
        return texts
    rows = {plain(t.text) for t in texts if t.group}
    named = _NAMED.search(copy.text[: best.start])
    if old is not None and not named and plain(copy.said(best)) in rows:
        return texts
    kept = old is not None and not _HALF.match(old.text)
    return _headed_by(_whole(copy.said(best)), texts, copy, kept)


def _gives_way(old: Text, best: Span, copy: Copy) -> bool:
    """Whether the title of the rules gives way to one of the reader.

    Words that are said, not only named as the theme, lead; a theme does where the rules lifted what
    is no copy. What they composed of it ("Stylist Wanted") is better than its mere name.
    """
    words, sure = _whole(copy.said(best)), copy.chance("title", best)
    places = list(copy.places(old.text))
    chance = max((copy.chance("title", place) for place in places), default=0.0)
    if plain(old.text) == plain(words) or _STAYS.match(old.text):
        return False
    if _is_named(best, copy):
        return True
    if not _leads(words, sure, copy.text[: best.start], old):
        return False
    hollow = bool(places) and max(map(copy.printed, places)) < _HOLLOW
    if _WISHED.match(old.text) and not hollow:
        return False
    if old.provenance == "user":
        return bool(places) and chance < sure - _MARGIN
    if is_part(words, old.text) or is_part(old.text, words):
        return bool(places) and _is_better_part(words, sure, old.text, copy)
    if old.text.endswith(("?", "!")) and not hollow:
        return False
    if _is_said(best, copy):
        told = _TITLE if copy.share() >= TOLD else _CERTAIN
        return sure >= (_FAIR if hollow else told)
    kind = is_event(old.text) or is_sale(old.text)
    return hollow and not kind and sure >= _LIKELY


def _is_said(title: Span, copy: Copy) -> bool:
    """Whether words stand by themselves or are introduced as what is said: "shows that"."""
    return begins(title, copy) or bool(_SAYS.search(copy.text[: title.start]))


def _is_better_part(words: str, sure: float, old: str, copy: Copy) -> bool:
    """Whether a title of the reader that holds or is a part of the old one is better."""
    places = list(copy.places(old))
    chance = max(copy.chance("title", place) for place in places)
    if is_part(old, words):
        named = any(is_name(copy.said(place)) for place in places)
        more = words_beyond(words, old)
        begun = plain(words).startswith(plain(old))
        whole = named or (chance >= _UNSPLIT and (begun or len(more) < 2))
        return sure >= _TITLE and not whole and bool(more)
    if _OWNED.search(old):
        return sure >= _TITLE
    begun = plain(old).startswith(plain(words))
    return sure >= _CERTAIN and not begun and chance < _HALF_SURE and not _CLAUSE.search(old)


def _leads(words: str, sure: float, before: str, old: Text) -> bool:
    """Whether words can stand alone as a title: no button, no price, no sheet, and no one who is
    addressed or holds what the other title says."""
    who = is_business(words) or head_of(words) in PEOPLE
    who = who or (is_name(words) and is_event(old.text))
    if who and (_WHOSE.search(before) or AIMED.search(before)):
        return False
    if re.search(r"\d", words) and (sure < _UNSPLIT or _PRICED.search(words)):
        return False
    long = len(words_of(words)) > 1 or (sure >= _QUITE and is_name(words))
    within = words[0].islower() and _RELATIVE.search(before) and not _SAYS.search(before)
    called = CALLED.match(words) and len(words_of(words)) <= _MOST_CALL
    return long and not (within or called or _THEIRS.search(words) or _POSTED.search(words))


def _best_title(copy: Copy) -> Span | None:
    """The likeliest title of fair likelihood; first one that the request calls so."""
    fit = [s for s in copy.of("title") if telling_words(copy.said(s)) and not _is_fact(s, copy)
           and len(words_of(copy.said(s))) <= _MOST_TITLE
           and copy.chance("title", s) >= _FAIR]  # fmt: skip
    return max(fit, key=lambda s: (_is_named(s, copy), copy.chance("title", s)), default=None)


def _is_named(title: Span, copy: Copy) -> bool:
    """Whether the request says that these words are the title or the name."""
    return bool(_NAMED_AS.search(copy.text[: title.start].rstrip(" \"'“‘")))


def _is_fact(span: Span, copy: Copy) -> bool:
    """Whether it holds a price, a discount or an address, or a price stands after it."""
    return bool(_FACT.search(copy.text[span.start : span.end + _NEAR]))


def _role_now(old: Text, copy: Copy, texts: tuple[Text, ...]) -> Role | None:
    """What a title becomes that gave way: by what the reader calls its words."""
    kinds = {s.kind for s in copy.spans if mostly_in(old.text, copy.said(s), 0.9)}
    roles = {t.role for t in texts}
    if "brand" in kinds:
        return None if "brand" in roles else "brand"
    if old.provenance == "user" or kinds & {"tagline", "item", "line"}:
        return "item" if "subtitle" in roles else "subtitle"
    printed = max((copy.printed(place) for place in copy.places(old.text)), default=0.0)
    kind = is_event(old.text) or is_sale(old.text)
    return "kicker" if (kind or printed >= _PRINTED) and "kicker" not in roles else None


def title_in(texts: tuple[Text, ...]) -> Text | None:
    return next((t for t in texts if t.role == "title"), None)


def is_part(part: str, line: str) -> bool:
    return f" {plain(part)} " in f" {plain(line)} "


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+|[$€£%]", text.lower()))


def _whole(title: str) -> str:
    """A title without a word at its end that hangs: "open house on"."""
    words = shown(title)
    while (hangs := DANGLING.search(words)) and len(words_of(words)) > 1:
        words = shown(words[: hangs.start()])
    return words


def shown(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:.(\"“”'‘’")
