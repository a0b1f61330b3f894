"""Lines of a request that read as copy: "Free estimates", "Bring gloves", "Mowing, edging".

Fragments without a verb and calls to the reader are printed; instructions and remarks are not.
"""

from __future__ import annotations

import re

from agents.phrases import HOLE, is_name, sentence_case, words_of
from agents.vocabulary import is_art, is_direction, is_empty, is_instruction

_MOST_WORDS = 9
_CALLS = re.compile(
    r"(?:bring|donate|join us|book|reserve|rsvp|call|come|don['’]?t miss|save your|discover|enjoy"
    r"|meet|dance|sing|taste|learn|help|give|support|find|grab|stop by|walk in|sign up|register"
    r"|apply|order|pre-?order|doors|limited|seats|spaces|places|dress code|all welcome|everyone"
    r"|walk-?ins|open to|ages?|teams?|free|live|kids|members|family|no|new|now|first|last|only)\b",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|would|should|must|can|could|may|might"
    r"|shall|do|does|i|we|i'm|we're|want|wants|need|needs|like|please|it|they|this|that|these|there"
    r"|my|me|mine|let['’]?s|should|named|called|aged?|which|make)\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\W*(?:(?:many )?thanks\b|thx|thank you (?:in advance|so much)|offer|promote|congratulate"
    r"|leave|don['’]t (?:tell|forget to)|mention|announce|advertise|convey|create|describe"
    r"|depict|illustrate"
    r"|capture|write|invite|inform|remind|target|arrange|balance|blend|combine|frame|opt|pair|apply"
    r"|position|render|draw|think|aim|maintain|allow|tell|list|say|state|ask|pick|select|evoke"
    r"|(?:is |are )?(?:aimed|targeted|geared|intended|meant|directed) (?:at|to|towards?|for)"
    r"|reflect|cent(?:er|re)|align|overlay|stick|go for|prefer|no (?:text|people|photos?|images?)"
    r"|feels?|looks?|match|mix|style|mood|format|size|tone|colou?rs?|layout|background|font)\b",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"^(?:an?|the|something|anything|nothing|maybe|perhaps|ideally|preferably|sort of|kind of"
    r"|not too"
    r"|very|room for|space for|think|some|two|three|several|with|in|on|at|by|for|and|or|but|as"
    r"|using|featuring|under"
    r"|below|above|behind|beside|warm|cool|bold|soft|high|generous|clean|big|large|small|bright"
    r"|dark|vibrant|colou?rful|pastel|minimal\w*|modern|elegant|playful|rustic|vintage|retro)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:(?:promo|discount|coupon|voucher) )?(?:code|no|number)|valid(?: through| until| on| from)?"
    r"|tel(?:ephone)?|phone|mobile|call(?: us)?|visit(?: us)?(?: at)?|website|web|e-?mail|prices?"
    r"|order(?: now| online)?|sign up|book|open|available|onwards|est|reservations?|bookings?"
    r"|tickets|entry|admission|rates?|fees?|costs?|hours|opening hours|starts?|announcement"
    r"|performances|sessions"
    r"|showings|screenings|speakers|services|steps|links?"
    r"|theme|agenda|when|where|what|who|dates?|times?|dates? (?:and|&) times?|text|message|panel"
    r"|info",
    re.IGNORECASE,
)
_SPACE = re.compile(rf"[{HOLE}\s]+")


def lines_in(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """The copy among the sentences that follow the asking, facts and quotes being holes."""
    found = (line_of(sentence) for sentence in sentences if not _ORDERS.match(sentence))
    return tuple(dict.fromkeys(line for line in found if line))


def pieces_in(rest: str) -> tuple[str, ...]:
    """Copy among what hangs on a topic by commas: ", teams of 2-6, first session free"."""
    if rest.lstrip()[:1] not in (*",;•|·-–—", HOLE):
        return ()
    lines = (line_of(piece) for piece in re.split(r"[;•|·]|,(?!\d{3})", rest))
    return tuple(dict.fromkeys(line for line in lines if len(words_of(line)) <= 5))


_ONE_CALL = re.compile(r"(?:bring|donate|join|enjoy|come|help|learn|meet|wear|please|must)\b", re.I)


def listed(line: str) -> tuple[str, ...]:
    """The parts of "Mowing, edging, leaf removal": three or more short things, else none."""
    if _ONE_CALL.match(line):
        return ()
    parts = [p.strip(" .") for p in re.split(r",\s(?:and\s)?|\s&\s|\sand\s", line)]
    short = all(0 < len(words_of(p)) <= 4 for p in parts)
    return tuple(sentence_case(p) for p in parts) if short and len(parts) >= 3 else ()


def is_heading(text: str) -> bool:
    """Words that announce a fact and say nothing without it: "Valid until", "Tel"."""
    return bool(_HEADING.fullmatch(text.strip(" .:")))


def line_of(sentence: str) -> str:
    """The sentence or piece as a line of copy; empty when it is none or belongs to a fact."""
    text = _SPACE.sub(" ", sentence).strip(" ,;:.·|-–—")
    words = words_of(text)
    if not words or len(words) > _MOST_WORDS or (len(words) == 1 and not _said_alone(text)):
        return ""
    if HOLE in sentence.strip(" ,.;:" + HOLE) or sentence.rstrip(" ,.;:").endswith(HOLE):
        return ""
    if (
        is_art(text)
        or is_instruction(text)
        or is_direction(text)
        or is_empty(text)
        or _PICTURED.match(text)
    ):
        return ""
    if _VERBS.search(text) or (text[:1].islower() and not _CALLS.match(text)):
        return ""
    return sentence_case(text)


def _said_alone(text: str) -> bool:
    return is_name(text) and len(text) > 3
