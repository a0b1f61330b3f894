"""Which title leads: that of the rules, or one which the learned reader is sure of."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.copy_only import begins
from agents.phrases import (
    is_name,
    mostly_in,
    sentence_case,
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
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[\w-]+ )?(?:tips|ideas|ways|steps"
    r"|reasons|habits|facts|rules) (?:for|to|of)\b"
    r"|(?:certificate|diploma|award)s? (?:of|for|in)\b|(?:lost|missing|found|stolen)\s",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?:To|For|With(?! (?:Deepest )?Sympathy|(?: All (?:My|Our))? Love)|Of|On|In|At|By|And|Or)"
    r"\s|(?:It|Them|Him|Us|Whom)\s(?:[Ff]or|[Tt]o|It)\b"
    r"|.*\s(?:Wants?|Needs?|Asks?|Shall Be)$"
)
_NAMED_AS = re.compile(
    r"\b(?:titled?|headline|show|event|book|album|song|track|title it|call it|message|quote"
    r"|it['’]s called|it is called)"
    r"(?:\s(?:is|(?:should|can|could|might|may|will|would) be)(?:\sthat)?|\s?[:=])?$",
    re.IGNORECASE,
)
_MOTTO_BEFORE = re.compile(r"\b(?:motto|slogan|message)\sis(?:\sthat)?$", re.IGNORECASE)
_MOTTO_BEHIND = re.compile(r"\W*\sis\s(?:my|our)\s(?:motto|slogan)\b", re.IGNORECASE)
_WHOM = re.compile(r"\bfor [a-z-]+(?: [a-z-]+){0,2}s$")
_WORDED = re.compile(  # what leads to quoted copy
    r"\b(?:text|words?|wording|headline|slogan|tagline|says?|saying|reads?|reading|message)"
    r"\W{0,3}$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:[A-Z][\w.]* ){0,2}[A-Z][\w.]*['’]s? $")
_OWNED_BY = re.compile(r"\b[a-z]+(?:['’]s|s['’])\s$")
_NAMED = re.compile(r"\b[Nn]ame(?:\s[a-z]+){0,2}\s?[:=]\s$")  # of the house, in a list
_SAYS = re.compile(  # what leads to words that are said
    r"\b(?:say|says|saying|reads?|reading|conveys?|conveying|highlight|text|words|called|names?"
    r"|(?:name|top|front|back|line) (?:is|should be)"
    r"|(?:show|say|explain|read|convey|tell|announc|remind|stress|emphasi[sz]|underlin|promis)\w*"
    r"(?: \w+){0,3} that)\s$",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"an?\s", re.IGNORECASE)
_UNLIKELY = 0.15  # how sure of the title that a place would be, where the sheet goes
_GOES_TO = re.compile(r"\bfor\s(?:the\s|our\s|my\s)?$", re.IGNORECASE)  # "for bus stops"
_WHOSE = re.compile(
    r"\b(?:for|at|by|of|from|in|to|her|his)\s(?:the\s|our\s|my\s|an?\s)?$", re.IGNORECASE
)
AIMED = re.compile(
    r"\b(?:targets?|targeting|aimed at|aiming at|audience is|audience:)\s(?:the\s)?$", re.IGNORECASE
)
_MARGIN = 0.75  # how much surer than of quoted words
_QUITE, _LIKELY = 0.97, 0.55  # how sure against a name, and against words that are no copy
_UNSPLIT = 0.9  # how sure that a title is whole
_WISHED = re.compile(
    r"(?:happy|congrat\w*|thank|merry|welcome|with (?:deepest )?sympathy|thinking of|farewell"
    r"|goodbye|get well|dear|join us|save the)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\d[.,]\d\d\b|\d\s?(?:euros?|dollars?|pounds?|eur|usd|gbp|kr|francs?)\b", re.IGNORECASE
)
_THEIRS = re.compile(r"\b(?:their|them|they|his|her|its)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who|admits?)\s$")
_IN_MONTH = re.compile(
    r"\s(?:in|until|from)\s(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)$",
    re.IGNORECASE,
)
_HANGS = re.compile(  # a clause that only says more of the words before it
    r"\s(?:that|which|who|made (?:of|from|with))\s"
    r"(?!(?:\w+\s)?(?:say|read|show|tell|convey|remind|ask|urge|encourage|invite|warn|highlight"
    r"|emphasi[sz]e|promote|focuse|celebrate|explain|stres)s?s?\s)"
    r"(?:[\w'’-]+\s){0,6}"
)
_BARE_NAME = re.compile(r"^the\s", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\b(?:has|have|is|are|was|were|will|moves|opens|closes|returns|won|wins|reopens|turns)\b",
    re.IGNORECASE,
)
_POSTED = re.compile(  # a sheet or a work, not what it is called
    r"\b(?:poster|fl[iy]er|leaflet|banner|post|story|ad|graphic|book|film|movie|album|song|video"
    r"|app|website|vacancy|vacancies|position|certificate)$",
    re.IGNORECASE,
)
_COMPLETED = re.compile(r"(?:complet|finish|attend|pass)ing\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s? |['’]s?$")
_PLACE = re.compile(
    r"\s(?P<where>(?:(?:at|in) \D+|(?:on|by|near)"
    r" (?:the |\w+ )?(?:lake|river|bay|sea|beach|pier|hill|square|street|island|coast)\b\D*))$",
    re.IGNORECASE,
)
_SHARED = 0.4  # of the words of a title of ours that the request says otherwise
_LONG = 6  # words of a title whose place is a line of its own
_MOST_CALL = 3  # words of a button
_NEAR = 4  # characters after words in which their price begins
_UNPRINTED = 0.2  # of words that ask for the sheet
_TERSE, _STOP = 2, re.compile(r"[.!?]\s")  # words of goods, whose price may be a sentence
_PRICE = re.compile(r"[$€£]\s?\d|\w\.[a-z]{2}|://")
_FACT = re.compile(rf"{_PRICE.pattern}|\d\s?%")


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
    if place := _place_behind(words, old.text):
        said = any(is_part(place, t.text) for t in rest)
        return (title, *rest) if said else (title, old.evolve(role="subtitle", text=place), *rest)
    if (front := _front_of(old, words)) and not any(t.role == "kicker" for t in rest):
        return (title, old.evolve(role="kicker", text=front), *rest)
    role = _role_now(old, copy, rest)
    below = any(t.role == "subtitle" and plain(t.text) == plain(words) for t in texts)
    if not role and below and _may_be_printed(old, copy):
        role = "subtitle"  # the two trade places
    if old.provenance == "user" and role == "subtitle":
        rest = tuple(t.evolve(role="item") if t.role == "subtitle" else t for t in rest
                     if t.role != "subtitle" or t.provenance != "suggested")  # fmt: skip
    return (title, *((old.evolve(role=role),) if role else ()), *rest)


def _front_of(old: Text, words: str) -> str:
    """ "Museum exhibition" of "Museum Exhibition on Roman Glass", where the words are the glass."""
    found = re.fullmatch(rf"(?P<kind>.+?) (?:on|about) {re.escape(words)}", old.text, re.IGNORECASE)
    ours = found and old.provenance != "user" and len(words_of(found["kind"])) < _MOST_CALL
    return sentence_case(found["kind"].lower()) if found and ours else ""


def _place_behind(words: str, title: str) -> str:
    """ "Harlow Library" of "Used Book Sale at Harlow Library", where the words are the sale."""
    behind = title[len(words) :] if plain(title).startswith(plain(words)) else ""
    found = _PLACE.match(behind)
    return sentence_case(found["where"]) if found else ""


def titled(texts: tuple[Text, ...], copy: Copy) -> tuple[Text, ...]:
    """The reader's title where it is sure of one, and that of the rules gives way."""
    old, best = title_in(texts), _best_title(copy)
    if best is None and old is not None and _HALF.match(old.text):
        best = max(copy.of("brand"), key=copy.printed, default=None)
        return _headed_by(_whole(copy.said(best)), texts, copy) if best else texts
    if best is None or (old is not None and not _gives_way(old, best, copy)):
        return _for_whom(texts, best, copy)
    if old is not None and (
        _WHEN_IT_IS.match(copy.text, best.end) or _is_of_post(texts, best, copy)
    ):
        return texts
    rows = {plain(t.text) for t in texts if t.group}
    named = _NAMED.search(copy.text[: best.start])
    if old is not None and not named and _is_row(plain(copy.said(best)), rows):
        return texts
    if old is not None and _is_of_line(copy.said(best), texts):
        return texts
    kept = old is not None and not _HALF.match(old.text)
    words = shown(copy.said(best)) if _is_motto(best, copy) else _with_owner(best, copy)
    return _headed_by(_fuller(words, texts), texts, copy, kept)


_WHEN_IT_IS = re.compile(r"\s(?:is|are)\s(?:from|at|on|every|between|daily)\b")  # its hours
_FINITE = re.compile(r"\b(?:is|are|will be)\b")


def _is_of_post(texts: tuple[Text, ...], best: Span, copy: Copy) -> bool:
    """Whether it is a sentence of the terms where a post is open, which is the headline."""
    hiring = any(t.role == "kicker" and t.text == "We’re hiring" for t in texts)
    return hiring and _FINITE.search(copy.said(best)) is not None


def _fuller(words: str, texts: tuple[Text, ...]) -> str:
    """ "Ramadan food drive" above "Ramadan food", which breaks off before what it is."""
    above = (t.text for t in texts if t.role == "kicker" and is_event(t.text))
    whole = (line for line in above if plain(line).startswith(f"{plain(words)} "))
    return next((w for w in whole if len(words_beyond(w, words)) < 2), words)


def _is_row(words: str, rows: set[str]) -> bool:
    """Whether words are a row of a list, or its name with its value: "9 AM Sack race"."""
    return words in rows or any(len(row.split()) > 1 and is_part(row, words) for row in rows)


_DEAL = re.compile(r"[$€£]?\d|(?:an? )?free\b.* after ", re.IGNORECASE)


def _is_of_line(words: str, texts: tuple[Text, ...]) -> bool:
    """Whether the words are only a part of what a form says in a line, "Admits one child", of an
    offer behind its figure, "$5 off the Foam Wash", or of what somebody is quoted to say."""
    said = (t for t in texts if t.role in ("item", "body") and t.provenance == "user")
    formed = (t for t in said if t.group == "award" or (t.role == "item" and not t.group))
    offers = (t for t in texts if t.role == "offer" and _DEAL.match(t.text))
    quoted = (t for t in texts if t.role == "quote")
    if any(is_part(words, t.text) for t in quoted):
        return True
    lines = (t.text for t in (*formed, *offers))
    return any(is_part(words, line) and plain(words) != plain(line) for line in lines)


def _for_whom(texts: tuple[Text, ...], best: Span | None, copy: Copy) -> tuple[Text, ...]:
    """The texts with "for couples" of "tango lessons for couples", where the title is shorter."""
    old = title_in(texts)
    under = any(t.role in ("subtitle", "item") and t.provenance != "suggested" for t in texts)
    if best is None or old is None or under or not is_part(old.text, copy.said(best)):
        return texts
    whom = _WHOM.search(shown(copy.said(best)))
    if whom is None or is_part(whom[0], old.text):
        return texts
    rest = (t for t in texts if t.role != "subtitle")
    line = Text(role="subtitle", text=sentence_case(whom[0]), provenance="inferred")
    return (*rest, line)


def _gives_way(old: Text, best: Span, copy: Copy) -> bool:
    """Whether the title of the rules gives way to one of the reader."""
    words, sure = _with_owner(best, copy), copy.chance("title", best)
    places = list(copy.places(old.text))
    begun = old.provenance == "user" and plain(old.text).startswith(f"{plain(words)} ")
    if begun or plain(old.text) == plain(words) or _STAYS.match(old.text):
        return False
    if not telling_words(old.text) or (_HALF.match(old.text) and old.provenance != "user"):
        return True  # "For", "Them to Tip"
    if _is_named(best, copy):
        return old.provenance != "user" or not _is_motto(best, copy)
    if not _leads(words, best, copy, old) or _is_meant(old, words, copy):
        return False
    if _IN_MONTH.search(old.text) and is_part(words.lower().removeprefix("the "), old.text):
        return False
    if any(_HANGS.fullmatch(copy.text[p.end : best.start]) for p in places):
        return False  # "solar panels that lower a household's electricity bill"
    if old.provenance == "user":
        if any(_WORDED.search(copy.text[: place.start].rstrip("\"'“‘«„ ")) for place in places):
            return False
        chance = max((copy.chance("title", place) for place in places), default=1.0)
        return chance < sure - _MARGIN
    if is_part(words, old.text) or is_part(old.text, words):
        said = is_part(old.text, words) and _is_said(best, copy) and sure >= _CERTAIN
        return bool(places) and (said or _is_better_part(words, sure, old.text, copy))
    return _outdoes(best, old.text, copy)


def _is_meant(old: Text, words: str, copy: Copy) -> bool:
    """Whether a title is a greeting or a shout, or says these words in short: "We're Hiring"."""
    places = list(copy.places(old.text))
    if is_part(_BARE_NAME.sub("", words), old.text) and _CLAUSE.search(old.text):
        return True  # "The Larch Street Pool" of "Larch Street Pool Is Closed"
    if old.text.endswith(("?", "!")) or _place_behind(old.text, words):
        return True
    if not places and mostly_in(old.text, words, _SHARED):
        return True
    greets = _WISHED.match(old.text) and not is_part(old.text, words)
    short = len(words_of(old.text)) < _LONG
    return bool(greets) and (short or not _is_hollow(places, copy))


def _is_hollow(places: list[Span], copy: Copy) -> bool:
    """Whether words that the request says are no copy to the reader, or where a sheet goes."""
    if not places or max(map(copy.printed, places)) < _HOLLOW:
        return bool(places)
    title = max(copy.chance("title", place) for place in places)
    where = all(_GOES_TO.search(copy.text[: p.start]) for p in places)
    where = where and not _GIVEN.match(copy.said(places[0]))
    return where and title < _UNLIKELY and not any(is_name(copy.said(place)) for place in places)


def _outdoes(best: Span, old: str, copy: Copy) -> bool:
    """Whether a title of the reader is better than other words.

    What is said, not only named as the theme, leads. A theme does where the rules lifted what is no
    copy or who speaks; what they composed of it ("Stylist Wanted") is better than its mere name.
    """
    sure, places = copy.chance("title", best), list(copy.places(old))
    hollow = _is_hollow(places, copy)
    if _is_said(best, copy):
        told = copy.share() >= TOLD
        if hollow:
            return sure >= (_FAIR if told else _LIKELY)
        other = max((copy.chance("title", place) for place in places), default=0.0)
        lifted = not any(begins(place, copy) for place in places)
        enough = _UNSPLIT if lifted and begins(best, copy) else _CERTAIN
        return sure >= (_TITLE if told and other < _UNSPLIT else enough)
    if any(copy.chance("brand", place) > _HALF_SURE for place in places):
        return sure >= _QUITE
    kind = (is_event(old) or is_sale(old)) and copy.share() < TOLD
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
        begun = plain(words).startswith(plain(old)) or plain(words).endswith(plain(old))
        whole = named or (chance >= _UNSPLIT and (begun or len(more) < 2))
        return sure >= _TITLE and not whole and bool(more)
    if _place_behind(words, old):
        return sure >= _CERTAIN and len(old.split()) >= _LONG
    if _OWNED.search(old):
        return sure >= _TITLE
    begun = plain(old).startswith(plain(words))
    return sure >= _CERTAIN and not begun and chance < _HALF_SURE and not _CLAUSE.search(old)


def _leads(words: str, best: Span, copy: Copy, old: Text) -> bool:
    """Whether words can stand alone as a title: no button, no price, no sheet, and no one who is
    addressed or holds what the other title says."""
    sure, before = copy.chance("title", best), copy.text[: best.start]
    who = is_business(words) or head_of(words) in PEOPLE
    who = who or (is_name(words) and is_event(old.text) and not is_part(words, old.text))
    if who and (_WHOSE.search(before) or AIMED.search(before)):
        return False
    if re.search(r"\d", words) and (sure < _UNSPLIT or _PRICED.search(words)):
        return False
    long = len(words_of(words)) > 1 or (sure >= _QUITE and is_name(words))
    within = words[0].islower() and _RELATIVE.search(before) and not _SAYS.search(before)
    within = within or (_OWNED_BY.search(before) and not is_event(words))
    called = CALLED.match(words) and len(words_of(words)) <= _MOST_CALL
    unfit = (
        _COMPLETED.match(words)
        or (_THEIRS.search(words) and sure < _UNSPLIT)
        or _POSTED.search(words)
    )
    return long and not (within or called or unfit)


def _best_title(copy: Copy) -> Span | None:
    """The likeliest title of fair likelihood; first one that the request calls so."""
    mottos = [s for s in copy.of("tagline") if _is_motto(s, copy)]
    if mottos:
        return mottos[0]
    fit = [s for s in copy.of("title") if telling_words(copy.said(s)) and not _is_fact(s, copy)
           and len(words_of(copy.said(s))) <= _MOST_TITLE
           and copy.chance("title", s) >= _FAIR]  # fmt: skip
    return max(fit, key=lambda s: (_is_named(s, copy), copy.chance("title", s)), default=None)


def _is_named(title: Span, copy: Copy) -> bool:
    """Whether the request says that these words are the title or the name."""
    named = _NAMED_AS.search(copy.text[: title.start].rstrip(" \"'“‘"))
    return bool(named) or _is_motto(title, copy)


def _is_motto(words: Span, copy: Copy) -> bool:
    """Whether the request calls words its motto, and at most the length of a title."""
    before, behind = copy.text[: words.start].rstrip(" \"'“‘"), copy.text[words.end :]
    said = _MOTTO_BEFORE.search(before) or _MOTTO_BEHIND.match(behind)
    return bool(said) and len(words_of(copy.said(words))) <= _MOST_TITLE


def _is_fact(span: Span, copy: Copy) -> bool:
    """Whether it holds a price, a discount or an address, or a price stands after it.

    A discount that a whole line tells may be the title: "Take 10% with you".
    """
    told = _is_said(span, copy) and copy.chance("title", span) >= _CERTAIN
    headed = (
        told and not copy.said(span)[0].isdigit() and len(words_of(copy.said(span))) > _MOST_CALL
    )
    fact = _PRICE if headed else _FACT
    said = len(words_of(copy.said(span))) > _TERSE and _STOP.match(copy.text, span.end)
    return bool(fact.search(copy.text[span.start : span.end + (0 if said else _NEAR)]))


def _role_now(old: Text, copy: Copy, texts: tuple[Text, ...]) -> Role | None:
    """What a title becomes that gave way: by what the reader calls its words."""
    kinds = {s.kind for s in copy.spans if mostly_in(old.text, copy.said(s), 0.9)}
    roles = {t.role for t in texts}
    if "brand" in kinds:
        return None if "brand" in roles else "brand"
    if old.provenance == "user":
        quoted = any(t.role == "subtitle" and t.provenance == "user" for t in texts)
        return "item" if quoted else "subtitle"
    if kinds & {"tagline", "item", "line"}:
        return "item" if "subtitle" in roles else "subtitle"
    printed = max((copy.printed(place) for place in copy.places(old.text)), default=0.0)
    kind = is_event(old.text) or is_sale(old.text)
    return "kicker" if (kind or printed >= _PRINTED) and "kicker" not in roles else None


def _may_be_printed(old: Text, copy: Copy) -> bool:
    """Whether the reader does not take all of it for an order: "small ad in the village mag"."""
    places = list(copy.places(old.text))
    return not places or max(map(copy.printed, places)) >= _UNPRINTED


def title_in(texts: tuple[Text, ...]) -> Text | None:
    return next((t for t in texts if t.role == "title"), None)


def is_part(part: str, line: str) -> bool:
    return f" {plain(part)} " in f" {plain(line)} "


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+|[$€£%]", text.lower()))


def _with_owner(title: Span, copy: Copy) -> str:
    """The whole title, with whose it is before it: "Grandpa Walt's 90th birthday"."""
    owner = _OWNER.search(copy.text[: title.start])
    can_be = " be" if re.match(r" can be\b", copy.text[title.end - 4 : title.end + 4]) else ""
    return f"{owner[0] if owner else ''}{_whole(copy.said(title))}{can_be}"


def _whole(title: str) -> str:
    """A title without a word at its end that hangs: "open house on"."""
    words = shown(title)
    while (hangs := DANGLING.search(words)) and len(words_of(words)) > 1:
        words = shown(words[: hangs.start()])
    return words


def shown(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:.(\"“”'‘’")
