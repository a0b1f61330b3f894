"""A last look for what a request tells and no line says: its messages, conditions and offers.

Every sentence behind the asking is a direction, a picture or told to the readers of the design.
Of the last kind each clause is a line, said to the reader, in place of lines that are cut from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.brief import Text
from agents.conveyed import (
    bids_in,
    clauses_of,
    is_clause,
    is_report,
    messages_in,
    of_house,
    pieces_of,
    spoken,
    we_do,
)
from agents.directing import Direction, sentences_in
from agents.fact import Fact
from agents.hearing import Heard
from agents.imperatives import bidden
from agents.lone import trade_of
from agents.overlaps import with_holes
from agents.phrases import (
    HOLE,
    is_name,
    mostly_in,
    sentence_case,
    telling_words,
    title_case,
    word_set,
    words_of,
)
from agents.reader.copy import Copy
from agents.said_once import without_loose_ends
from agents.thanks import said_to_them
from agents.under_title import below
from agents.vocabulary import is_art, is_color, is_instruction
from agents.whole_lines import to_you

_MOST_WORDS, _FEWEST = 18, 2
_MOST_IN_OFFER = 7
_MOST_LINES, _MANY_FACTS = 7, 2  # of a sentence of several facts each stands by itself
_SAID_ENOUGH = 0.6  # share of a clause's words that lines say already
_SEEN = 0.4  # share of a sentence that is of the picture, which is then no message
_SURE = 0.5  # how sure it is of the picture
_LIKELY = 0.03  # how likely copy a plain sentence is that is printed
_TELLING = ("picture", "greeting", "list", "ticket", "offer")
_CALLS = re.compile(  # what a button says
    r"(?!.*\b(?:early|in\sadvance)\b)(?:you\s(?:can\s)?)?(?:visit|shop|order|book|subscribe|sign\sup|register|buy|call|contact|learn"
    r"|swipe|click|follow|download|reserve|apply|rsvp|get\sin\stouch|find\sout)\b"
    r"(?:(?:\s\S+){0,2}$|.*\b(?:website|store|shop|link|page|channel|story|ad|now|today|more|online)\b)",
    re.IGNORECASE,
)
_ASKS, _MOST_IN_TITLE = re.compile(r"(?:how|why|what)\s", re.IGNORECASE), 10
_CHEERS = re.compile(
    r"happy|merry|best|good|wishing|get well|congrat|thank|with|i[’']m", re.IGNORECASE
)
_HANGS = re.compile(r"(?:your|for|to|of|with|about|in|at|by|on)\s")
_GOES_ON = re.compile(
    r" and [a-z]+(?<!s)\s"
    r"| (?:in|on|at|before|after|every|during|until|from|while|when)(?: (?!and\b)\S+){1,6}$"
)
_THANKS = re.compile(r"thank you(?: to .+?)? (?:for (?P<cause>.+)|whose (?P<whose>.+))")
_GREETS, _QUOTED = re.compile(r"wishing |thank you "), ("title", "subtitle", "quote", "body")
_IN_ROW = re.compile(r",\s(?:and\s|or\s)?|\sand\s")
_IN_PRINT, _MOST_IN_ROW = 0.3, 8
_TORN = re.compile(
    r"(?:(?:it|they|he|she|there)\s(?:is|are|was|has|have)|the\s.*\s(?:are|is|will|should|can)|this|is|are|can|includ\w+|with|takes|a\ssale)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:they|she|he|it)\s(?!(?:is|are|was|were|has|have)\b)", re.IGNORECASE)
_THEY_CAN = re.compile(r"^They (?:Can|May|Could) ")
_RUNS_ON = re.compile(
    r" and (?:(?:ask|tell|invite|remind|encourage)s? (?:them|people|\w+s to)|that|mentions?)\b.*$",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:I|we|my|our|us|me)\b|^(?:it|he|she|this|these|that|there)\b", re.IGNORECASE
)
_OF_US = re.compile(r"\b(?:I|my|our|we(?:['’]re|['’]d|\sare|\shave|\srun|\sneed|\swant))\b(?!,)")
_CONDITION = re.compile(r"(?:if|when)\s", re.IGNORECASE)
_SHEET = re.compile(
    r"^(?:the|this|our|my)?\s?(?:[a-z-]+\s){0,2}?(?:ad|advert|advertisement|design|offer|discount|sale|promotion|deal|layout|poster|fl[yi]er|card|invitation"
    r"|ticket|coupon|voucher|certificate|logo|label|cover|banner|post|story|leaflet|image|picture"
    r"|photo|illustration|text|copy|title|headline|button|background|scene|video|website|brand|name"
    r"|call\sto\saction|company|goal|aim|purpose|date|event|price|number|address|tone|mood|style)s?\b",
    re.IGNORECASE,
)
_IT_DOES = re.compile(r"[Ii]t\s(?P<do>[a-z]+s\s.+)")
_LINES = ("subtitle", "item", "body")
_DEAL = re.compile(r"\b(?:off|free|half|discount|for|get|gift|save|sale|price)\b", re.IGNORECASE)
_IS = re.compile(r"\s(?:is|are)\s")
_ENDS_WITH = re.compile(r"(?:close|end|finish|open|start|begin)\s(?:it\s)?with\s", re.IGNORECASE)
_NAMING = re.compile(  # what somebody or something is called
    r"(?:[\w-]+\s){1,3}?(?:is|are|comes?\sfrom)\s(?:(?:named|called|titled)\s)?(?P<name>[A-Z].+)"
)
_CONTACT = re.compile(
    r"@|\bwww\.|\.(?:com|org|net|example|co)\b|\d{3}[ -]\d{3,4}|[\"“”]|(?<!\w)['‘]\w"
)


def with_untold(
    texts: tuple[Text, ...],
    heard: Heard,
    directions: tuple[Direction, ...],
    copy: Copy,
    form: str,
) -> tuple[Text, ...]:
    """The texts and the lines that they lack, on sheets that tell something."""
    if form not in _TELLING or not heard.opening.asked or heard.language != "en":
        return texts
    texts = tuple(_addressed(text) for text in texts if not _is_idle(text))
    texts = _bidding(texts, heard)
    quoted = any(t.provenance == "user" and t.role in _QUOTED for t in texts)
    for clause in _clauses(heard, directions, copy):
        if not _CALLS.match(clause) and not (quoted and _GREETS.match(clause)):
            texts = _with(texts, clause, heard.facts)
        texts = _called(texts, clause)
    for row in _rows(heard, directions, copy):
        texts = _with_row(texts, row, heard.facts)
    return texts


_MESSAGE = re.compile(
    r"(?:send|write|text|message)\s(?:us\s|me\s)?an?\s(?:message|text|note)", re.I
)


def _called(texts: tuple[Text, ...], clause: str) -> tuple[Text, ...]:
    """ "Send a message to book" is no button that says "Book now"."""
    told = _MESSAGE.match(clause)
    return tuple(
        t.evolve(text=sentence_case(told[0]))
        if told and t.role == "cta" and t.provenance != "user"
        else t
        for t in texts
    )


def _is_idle(text: Text) -> bool:
    """A headline of which only the colour is left, and lines that report what is said."""
    if text.role == "title":
        return text.provenance == "inferred" and is_color(text.text)
    return text.role in _LINES and text.provenance != "user" and is_report(text.text)


def _bidding(texts: tuple[Text, ...], heard: Heard) -> tuple[Text, ...]:
    """The texts, headed by what the asking bids its readers where a part of that or the mere trade
    headed them."""
    title, trade = _title(texts), trade_of(heard.opening)
    asking = next(iter(sentences_in(with_holes(heard.request, heard.quotes))), None)
    if title is None or title.provenance == "user" or not asking or HOLE in asking[0]:
        return texts
    words, bids = title.text.lower(), bids_in(asking[0])
    bare = bool(trade) and mostly_in(words, trade, 0.9)
    told = bids or [m for m in messages_in(asking[0]) if bare and not _GREETS.match(m)]
    deed = re.sub(r"[.,;]\s.*|[.!]$", "", next(iter(told), ""))
    half = deed.lower().endswith(f" {words}") or re.search(r"\sand\s\w+$", words)
    torn = bool(half) and words in deed.lower() and not is_name(deed[-len(words) :])
    short = 1 < len(words_of(deed)) < _MOST_IN_TITLE
    if not (torn or bare) or not short or _CALLS.match(deed):
        return texts
    kept = [t for t in texts if t.role not in _LINES or not _is_cut(t, deed)]
    if trade and not any(t.role in ("kicker", "brand") for t in kept):
        kept.insert(0, Text(role="kicker", text=sentence_case(trade), provenance="inferred"))
    headed = title.evolve(text=title_case(deed), provenance="inferred")
    return tuple(headed if t is title else t for t in kept)


def _addressed(text: Text) -> Text:
    """A line without the order to the designer it runs on into; titles speak to their readers."""
    if text.provenance == "user" or text.role not in ("title", "subtitle", "item"):
        return text
    if text.role != "title":
        return text.evolve(text=_RUNS_ON.sub("", text.text))
    words = _RUNS_ON.sub("", _THEY_CAN.sub("", text.text))
    return text.evolve(text=words[:1].upper() + words[1:]) if len(words.split()) > 1 else text


def _rows(heard: Heard, directions: tuple[Direction, ...], copy: Copy) -> Iterator[list[str]]:
    """Sentences that are rows of three things and more."""
    for sentence in list(sentences_in(heard.request))[1:]:
        words = sentence[0].strip(" .!")
        directed = any(sentence.start() <= d.start < sentence.end() for d in directions)
        pieces = _IN_ROW.split(words)
        likely = max((copy.printed(place) for place in copy.places(words)), default=0.0)
        directed |= bool(_SHEET.match(words)) or is_instruction(words)
        if not directed and len(pieces) > 1 and likely >= _IN_PRINT and not _CONTACT.search(words):
            yield pieces


def _with_row(
    texts: tuple[Text, ...], row: list[str], facts: tuple[Fact, ...]
) -> tuple[Text, ...]:  # fmt: skip
    """The texts and the pieces they lack of a row of which the others are printed."""
    lines = [sentence_case(piece.strip()) for piece in row]
    said = _words(" ".join(f"{t.label} {t.text}" for t in texts))
    missing = [line for line in lines if len(_words(line) - said) > 0.4 * len(_words(line))]
    missing = [line for line in missing if not _is_named(line, said)]
    if not 0 < len(missing) < len(lines) / 2 + 0.1:
        return texts
    for line in missing:
        torn = (
            _TORN.match(line)
            or is_art(line)
            or messages_in(line)
            or any(f.text in line for f in facts)
        )
        line = sentence_case(_PRONOUN.sub("", line))
        if 1 < len(words_of(line)) <= _MOST_IN_ROW and not torn:
            *others, last = below(texts, line)
            listed = any(t.role == "item" for t in others)
            texts = (*others, last.evolve(role="item") if listed else last)
    return texts


def _clauses(heard: Heard, directions: tuple[Direction, ...], copy: Copy) -> Iterator[str]:
    """What is told, as it is said to the reader."""
    trade = trade_of(heard.opening)
    card = "card" in heard.opening.format.lower()
    ours = bool(_OF_US.search(with_holes(heard.request, directions)))
    request = with_holes(heard.request, heard.quotes)
    for number, sentence in enumerate(sentences_in(request)):
        directed = [d.end for d in directions if sentence.start() <= d.start < sentence.end()]
        start = max(directed, default=sentence.start())
        words = " ".join(request[start : sentence.end()].split()).strip(" .!,;")
        for piece in pieces_of(words):
            if HOLE in piece or _CONTACT.search(piece):
                continue
            lines = messages_in(piece)
            if not lines and not number and not card:
                lines = of_house(piece)
            if not lines and number and trade and (does := _IT_DOES.fullmatch(piece)):
                lines = we_do(does["do"])
            if not lines and number and not ours and _is_statement(piece, copy):
                lines = [spoken(part) for part in clauses_of(piece)]
            yield from lines


def _is_statement(piece: str, copy: Copy) -> bool:
    """Whether it tells of the thing, and neither of the sheet, of us or of the picture."""
    directed = _SHEET.match(piece) or _ENDS_WITH.match(piece)
    if not is_clause(piece) or directed or (_OURS.search(piece) and not _CONDITION.match(piece)):
        return False
    places = list(copy.places(piece))
    seen = sum(
        span.end - span.start
        for place in places
        for span in copy.of("picture")
        if place.start <= span.start
        and span.end <= place.end
        and copy.chance("picture", span) >= _SURE
    )
    likely = max((copy.printed(place) for place in places), default=0.0)
    return seen < _SEEN * len(piece) and likely >= _LIKELY


def _with(texts: tuple[Text, ...], clause: str, facts: tuple[Fact, ...]) -> tuple[Text, ...]:
    if headed := _headed(texts, clause.strip(" ,;:")):
        return headed
    line = sentence_case(_beyond(texts, clause.strip(" ,;:")))
    held = [fact for fact in facts if fact.text.lower() in line.lower()]
    beyond = len(_words(line) - _words(" ".join(fact.text for fact in held)))
    fit = _FEWEST <= len(words_of(line)) <= _MOST_WORDS and len(held) < _MANY_FACTS
    offered = [f for f in held if f.role == "offer" and _IS.search(line)]
    cut = [t for t in texts if _is_cut(t, line)]
    fit &= not held or bool(cut) or beyond > _FEWEST - len(offered)
    if not fit or is_art(line) or _is_said(line, texts, cut):
        return texts
    if offer := next((t for t in cut if t.role == "offer" and _DEAL.search(t.text)), None):
        whole = offer.evolve(text=line)
        return tuple(whole if t is offer else t for t in texts if t is offer or t not in cut)
    kept = tuple(t for t in texts if t not in cut)
    lines = sum(t.role in ("subtitle", "item", "body") for t in kept)
    return below(kept, line) if lines < _MOST_LINES else texts


def _title(texts: tuple[Text, ...]) -> Text | None:
    return next((t for t in texts if t.role == "title"), None)


def _headed(texts: tuple[Text, ...], clause: str) -> tuple[Text, ...]:
    """The texts, where a headline torn out of the clause is the whole of it; else nothing."""
    title = _title(texts)
    long = len(words_of(clause)) > _MOST_IN_TITLE or re.match(r"(?:we|you)\s", clause)
    if title is None or title.provenance != "inferred" or long:
        return ()
    words, whole = to_you(title.text).lower(), re.sub(r"^(?:the|an?|our)\s", "", clause.lower())
    asks = _ASKS.match(clause) and whole.startswith(f"{words} ")
    asks = asks or (clause.startswith("wishing ") and not _CHEERS.match(words))
    ends = whole.endswith(f" {words}")
    if not (asks and words in whole) and not (_HANGS.match(words) and ends):
        return ()
    headed = title.evolve(text=title_case(clause))
    return tuple(headed if t is title else t for t in texts if t is title or not _is_cut(t, clause))


def _beyond(texts: tuple[Text, ...], clause: str) -> str:
    """What the clause says behind a headline with which it begins."""
    title = _title(texts)
    thanks = _THANKS.match(clause)
    if title and thanks and title.text.startswith("Thank You, "):
        if theirs := thanks["whose"]:
            return f"your {theirs}"
        return f"for {said_to_them(thanks['cause'])}"
    rest = clause[len(title.text) :] if title else ""
    if title is None or not clause.lower().startswith(f"{title.text.lower()} "):
        return clause
    if rest.startswith(" by "):
        return bidden(rest[4:]) or clause
    goes_on = _GOES_ON.match(rest) or title.text == "Thank You"
    return rest.removeprefix(" and ").strip() if goes_on else clause


def _is_said(line: str, texts: tuple[Text, ...], cut: list[Text]) -> bool:
    """Whether lines say enough of it, not torn in two and not without its beginning."""
    said = _words(" ".join(f"{t.label} {t.text}" for t in texts))
    if _is_named(line, said):
        return True
    offered = len(cut) == 1 and cut[0].role == "offer"
    words = _words(_THERE_IS.sub("", line) if cut and not offered else line)
    missing = len(words - said)
    if cut:
        whole = len(cut) < 2 or bool(_THERE_IS.match(line))
        torn = any(_OF_THEM.match(t.text) or without_loose_ends(t.text) != t.text for t in cut)
        return not missing and whole and not torn
    return missing <= (1 - _SAID_ENOUGH) * len(words)


def _is_named(line: str, said: set[str]) -> bool:
    """Whether it only adds what they are to names that are printed: "Hosts are Mina and Jules"."""
    named = _NAMING.fullmatch(line)
    return named is not None and _words(named["name"]) <= said


def _is_cut(text: Text, line: str) -> bool:
    """Whether it is a line, or a bare offer, all of whose words are in the whole one."""
    if text.group or not _words(text.text) <= _words(line):
        return False
    if text.role == "offer" and _DEAL.search(text.text):
        return bool(_IS.search(line)) and len(words_of(line)) <= _MOST_IN_OFFER
    return text.role == "offer" or (text.role in _LINES and text.provenance != "user")


def _words(text: str) -> set[str]:
    """Its telling words without their endings."""
    stems = (
        re.sub(r"(?:ing|ed|es|s|e)$", "", word) if len(word) > 4 else word
        for word in telling_words(text.replace("’", "'"))
    )
    return set(stems) - _LIGHT


_THERE_IS = re.compile(
    r"(?:the|there)\s(?:\w+\s){0,2}?(?:is|are|has|have|will be)\s", re.IGNORECASE
)
_OF_THEM = re.compile(r"they\b|their\b", re.IGNORECASE)
_LIGHT = word_set("we you your they their it is are be can will there about contain")
