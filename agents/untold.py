"""A last look for what a request tells and no line says: its messages, conditions and offers.

Every sentence behind the asking is a direction, a picture or told to the readers of the design.
Of the last kind each clause is a line, said to the reader, in place of lines that are cut from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.brief import Text
from agents.directing import Direction, sentences_in
from agents.fact import Fact
from agents.hearing import Heard
from agents.overlaps import with_holes
from agents.phrases import sentence_case, telling_words, word_set, words_of
from agents.reader.copy import Copy
from agents.vocabulary import is_art, is_color, is_direction, is_instruction
from agents.well_wishes import below
from agents.whole_lines import to_you

_MOST_WORDS, _FEWEST = 18, 2
_MOST_LINES, _MANY_FACTS = 7, 2  # of a sentence of several facts each stands by itself
_SAID_ENOUGH = 0.6  # share of a clause's words that lines say already
_SEEN = 0.4  # share of a sentence that is of the picture, which is then no message
_SURE = 0.5  # how sure it is of the picture
_LIKELY = 0.03  # how likely copy a plain sentence is that is printed
_TELLING = ("picture", "greeting", "list", "ticket", "offer")
_WHOM = (
    r"(?:(?:the|all|our|their|its|your|any|new|local|young)\s)?(?:people|everyone|everybody|anyone"
    r"|them|others|guests|visitors|readers|customers|clients|members|participants|attendees|viewers"
    r"|passers-by|families|parents|men|women|children|kids|neighbou?rs|tenants|[a-z]+(?:ers|ors|ants"
    r"|ees|ents|ists|ians|ics))"
)
_TOLD = re.compile(  # what is told in a clause of its own
    r"\bsays?\s(?=(?:the|our|your|their|its)\s)(?P<v>.+)|"
    rf"\b(?:tell|say|mention|state|highlight|emphasi[sz]e|stress|remind|assure|inform|promise"
    rf"|underline|convince|persuade|announce|explain|note|know|clear|show)(?:s|es|ed|ing)?\s(?:{_WHOM}\s)?"
    r"(?:that\s(?!(?:too|also|in|on|at)\b)|(?=they\s(?:can|will|get|need|pay)\b))(?P<t>.+)"
    r"|\b(?:message|idea|point|promise|claim|text)\s(?:of\s[\w\s]+\s)?(?:is|should\sbe)\s"
    r"(?:that|about)\s(?P<u>.+)"
    r"|\b(?:advice|rule|plea|request|demand|message|idea)\s(?:is|should\sbe)\sto\s(?P<w>.+)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?:ask|encourage|invite|urge|remind|tell|advise)(?:s|ing)?\s(?:{_WHOM}|(?:[\w-]+\s){{1,3}}?\w+s)\s"
    r"(?P<not>not\s)?to\s(?P<t>[a-z]+\s.+)",
    re.IGNORECASE,
)
_WISHED = re.compile(
    rf"\bwish(?:es|ing)?\s(?:{_WHOM}|you|the\s\w+)\s(?P<t>(?:an?|every|all|many|much|good)\s.+)",
    re.I,
)
_THANKED = re.compile(
    r"\bthank(?:s|ing)?\s(?P<t>(?:the|our|all|those|every\w*)\s.*?\bwho\s.+)", re.IGNORECASE
)
_READERS = re.compile(
    rf"(?:(?:in|at|on|with|after|during)\s(?:the|this|our|each|every)\s[\w-]+,?\s)?(?P<who>{_WHOM}|they)\s(?P<do>(?:(?:can|will|may|get|receive|pay|have|need|take|save|earn"
    r"|meet|learn|bring|keep|choose|win|enjoy|share|collect|start|pick|try|make|use|become|help)\b).*)",
    re.IGNORECASE,
)
_BIDDEN = re.compile(
    rf"(?:{_WHOM}|they)\s(?:should|must|need\sto|have\sto|are\s(?:asked|invited|encouraged|urged)\sto)\s(?P<do>.+)",
    re.I,
)
_STATED = re.compile(  # a plain sentence about the thing
    r"(?:if|when|because)\s.+"
    r"|(?:(?:the|an?|every|each|all|any|no|your|one|two|three|some|most)\s)?(?:[\w’'-]+\s){1,5}?"
    r"(?:(?:is|are|has|have|can|will|costs?|takes?|lasts?|starts?|begins?|opens?|runs?|includes?"
    r"|comes?|gets?|stays?|works?|needs?|goes|go|saves?|raises?|leaves?|never|explain|teach|help)"
    r"(?:es|s)?)\s.+",
    re.IGNORECASE,
)
_CALLS = re.compile(  # what a button says
    r"(?:you\s(?:can\s)?)?(?:visit|shop|order|book|subscribe|sign\sup|register|buy|call|contact|learn"
    r"|swipe|click|follow|download|reserve|apply|rsvp|get\sin\stouch|find\sout)\b"
    r"(?:(?:\s\S+){0,2}$|.*\b(?:website|store|shop|link|page|channel|story|ad|now|today|more|online)\b)",
    re.IGNORECASE,
)
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
_DOES = re.compile(
    r"(?:he|she)\s(?P<do>(?!is\b|was\b|has\b|likes\b|loves\b)[a-z]+s\s.+)", re.IGNORECASE
)
_OFFERED = re.compile(
    rf"^(?:also\s)?offer\s(?:{_WHOM}\s)?(?P<t>(?:an?|the|free|\d+%?|one|two)\s.+)", re.IGNORECASE
)
_SPLIT = re.compile(r",\s(?:and|but)\s")
_BETWEEN = re.compile(r",?\s(?:and|but)\s|,\s")
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
_ENDS_WITH = re.compile(r"(?:close|end|finish|open|start|begin)\s(?:it\s)?with\s", re.IGNORECASE)
_NAMING = re.compile(  # what somebody or something is called
    r"(?:[\w-]+\s){1,3}?(?:is|are|comes?\sfrom)\s(?:(?:named|called|titled)\s)?(?P<name>[A-Z].+)"
)
_NEXT = re.compile(
    r",?\s(?:and|but)\s(?=(?:(?:that|mentions?|says?|explains?|assures?|asks?|invites?|encourages?|tells?|directs?|gives?"
    r"|provides?|includes?|features?|shows?|use)\b|\w+s\sthem\b|people\scan\s(?:call|book|visit)))"
    r"|,?\sand\s(?=\w+\sare\s(?:encouraged|asked|invited|urged)\b)"
    r"|,\s(?=(?:gives|announces|offers|lists|asks|tells|mentions|explains)\s)"
    r"|;\s|,\s(?=with\b|using\b|while\b)|\s(?:in|with)\san?\s[\w-]+\s(?:style|tone|mood|look)\b.*",
    re.IGNORECASE,
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
    texts = tuple(_addressed(text) for text in texts if not _is_color_only(text))
    for clause in _clauses(heard, directions, copy):
        if not _CALLS.match(clause):
            texts = _with(texts, clause, heard.facts)
    for row in _rows(heard, directions, copy):
        texts = _with_row(texts, row, heard.facts)
    return texts


def _is_color_only(text: Text) -> bool:
    """A headline of which nothing is left but the colour that was asked for."""
    return text.role == "title" and text.provenance == "inferred" and is_color(text.text)


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
        torn = _TORN.match(line) or is_art(line) or any(f.text in line for f in facts)
        line = sentence_case(_PRONOUN.sub("", line))
        if 1 < len(words_of(line)) <= _MOST_IN_ROW and not torn:
            *others, last = below(texts, line)
            listed = any(t.role == "item" for t in others)
            texts = (*others, last.evolve(role="item") if listed else last)
    return texts


def _clauses(heard: Heard, directions: tuple[Direction, ...], copy: Copy) -> Iterator[str]:
    """What is told, as it is said to the reader."""
    ours = bool(_OF_US.search(with_holes(heard.request, directions)))
    for number, sentence in enumerate(sentences_in(heard.request)):
        directed = [d.end for d in directions if sentence.start() <= d.start < sentence.end()]
        start = max(directed, default=sentence.start())
        words = " ".join(heard.request[start : sentence.end()].split()).strip(" .!,;")
        if _CONTACT.search(words):
            continue
        for piece in _NEXT.split(words):
            lines = [] if not number and _WISHED.search(piece) else _said_in(piece)
            if not lines and number and not ours and _is_statement(piece, copy):
                lines = [_spoken(part) for part in _parts(piece)]
            yield from lines


def _said_in(piece: str) -> list[str]:
    """What it says is told, asked, wished or offered."""
    if piece.startswith("that "):
        return [_spoken(piece[5:])]
    if told := _TOLD.search(piece):
        return [_spoken(part) for part in _parts(told["v"] or told["t"] or told["u"] or told["w"])]
    if asked := _ASKED.search(piece):
        deed = asked["t"].replace(" and to ", " and ")
        return [to_you(("don’t " if asked["not"] else "") + deed)]
    if wished := _WISHED.search(piece):
        return [f"wishing you {wished['t']}"]
    if thanked := _THANKED.search(piece):
        return [f"thank you to {thanked['t']}"]
    if does := _DOES.fullmatch(piece):
        return [does["do"]]
    offered = _OFFERED.match(piece)
    return [to_you(offered["t"])] if offered and not is_direction(offered["t"]) else []


def _parts(words: str) -> list[str]:
    """Clauses that each have their own subject, "training is paid and shifts are short"."""
    if words.count(",") == 1 and _SPLIT.search(words):
        return _SPLIT.split(words)
    parts = _BETWEEN.split(words)
    clauses = (_STATED, _READERS, _BIDDEN)
    whole = all(any(clause.fullmatch(part) for clause in clauses) for part in parts)
    return parts if whole else [words]


def _is_statement(piece: str, copy: Copy) -> bool:
    """Whether it tells of the thing, and neither of the sheet, of us or of the picture."""
    told = _READERS.fullmatch(piece) or _STATED.fullmatch(piece)
    directed = _SHEET.match(piece) or _ENDS_WITH.match(piece)
    if not told or directed or (_OURS.search(piece) and not _CONDITION.match(piece)):
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


def _spoken(clause: str) -> str:
    """ "guests should bring a pen", "they can name their queen" as the reader is spoken to."""
    clause = re.sub(r"^(?:and|but|so)\s", "", clause)
    if bidden := _BIDDEN.fullmatch(clause):
        return to_you(bidden["do"])
    if readers := _READERS.fullmatch(clause):
        return to_you(f"you {readers['do']}")
    return to_you(clause) if re.match(r"(?:they|their)\b", clause, re.IGNORECASE) else clause


def _with(texts: tuple[Text, ...], clause: str, facts: tuple[Fact, ...]) -> tuple[Text, ...]:
    line = sentence_case(clause.strip(" ,;:"))
    held = [fact.text for fact in facts if fact.text.lower() in line.lower()]
    beyond = len(_words(line) - _words(" ".join(held)))
    fit = _FEWEST < len(words_of(line)) <= _MOST_WORDS and len(held) < _MANY_FACTS
    fit &= not held or beyond > _FEWEST
    cut = [t for t in texts if _is_cut(t, line)]
    if not fit or is_art(line) or _is_said(line, texts, cut):
        return texts
    kept = tuple(t for t in texts if t not in cut)
    lines = sum(t.role in ("subtitle", "item", "body") for t in kept)
    return below(kept, line) if lines < _MOST_LINES else texts


def _is_said(line: str, texts: tuple[Text, ...], cut: list[Text]) -> bool:
    """Whether lines say enough of it, not torn in two and not without its beginning."""
    said = _words(" ".join(f"{t.label} {t.text}" for t in texts))
    if _is_named(line, said):
        return True
    words = _words(_THERE_IS.sub("", line) if cut else line)
    missing = len(words - said)
    if cut:
        whole = len(cut) < 2 or bool(_THERE_IS.match(line))
        return not missing and whole and not any(_OF_THEM.match(t.text) for t in cut)
    return missing <= (1 - _SAID_ENOUGH) * len(words)


def _is_named(line: str, said: set[str]) -> bool:
    """Whether it only adds what they are to names that are printed: "Hosts are Mina and Jules"."""
    named = _NAMING.fullmatch(line)
    return named is not None and _words(named["name"]) <= said


def _is_cut(text: Text, line: str) -> bool:
    """Whether it is a line all of whose words are in the whole one."""
    ours = text.provenance != "user" and not text.group
    inside = _words(text.text) <= _words(line)
    return ours and inside and text.role in ("subtitle", "item", "body", "offer")


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
_LIGHT = word_set("you your they their it is are be can will there about contain")
