"""Whole sentences that state something of the thing itself: "Gloves and bags will be provided".

They are printed as they are written. What is said of the sheet, of its picture or its readers'
feelings, and what the speaker plans or wants, is no copy.
"""

from __future__ import annotations

import re

from agents.phrases import FULL_STOP, HOLE, sentence_case, words_of
from agents.vocabulary import is_art, is_instruction

_MOST_WORDS = 13
# "Entry is free and visitors should bring a blanket": two statements
_AND = re.compile(
    r",?\s(?:and|but)\s(?=(?:also\s)?(?:(?:please\s)?(?:bring|wear|mention|say|note)\b|(?:all\s"
    r"|our\s|the\s)?"
    r"[\w'’-]+(?:\s[\w'’-]+)?\s(?:is|are|will|should|must|can|gets?|receives?|goes?)\s))"
)
_VERB = re.compile(r"\b(?:is|are|will|should|must|can|gets?|receives?|goes?|have|has)\b")
_SENTENCE = re.compile(rf"(?:{FULL_STOP}|(?<=[!?]))\s*|\n+|;\s")
_SHEET = (
    r"(?:images?|pictures?|photos?|photographs?|illustrations?|designs?|layouts?|backgrounds?"
    r"|posters?"
    r"|fl[yi]ers?|leaflets?|ads?|adverts?|advertisements?|cards?|banners?|covers?|thumbnails?"
    r"|posts?"
    r"|stor(?:y|ies)|texts?|titles?|logos?|graphics?|coupons?|vouchers?|certificates?|invitations?"
    r"|signs?|stickers?|promotions?|campaigns?|styles?|themes?|palettes?|colou?rs?|compositions?"
    r"|headlines?|slogans?|taglines?|messages?|templates?|sheets?|fonts?|mood|tone|vibe|visuals?"
    r"|emphasis|focus|goal|aim|idea|purpose|audience|viewers?|target|call to action|copy|caption"
    r"|quote|brand(?: name)?|name|company|website|url|discount|format|size|elements?|icons?|details"
    r"|information|contact)"
)
_NO_SUBJECT = re.compile(
    rf"(?:(?:the|this|that|our|my|your|an?|each|any|all|its?"
    rf"|their)\s)?(?:[\w'’-]+\s){{0,2}}?{_SHEET}\b"
    r"|(?:it|this|that|he|she|they|i|i['’]m|we['’]re|we|you|there|what|which|who|here|please|also"
    r"|so|but|and|or|because|if|when|where|while|since|as|maybe|perhaps|something|anything|thanks"
    r"|thank|hello|hi|hey|my name)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:(?:is|are|will be)\s(?:also\s|always\s|all\s|not\s|now\s)?(?:included|provided|allowed"
    r"|welcome|available|required|needed|recommended|invited|encouraged(?!\sto\b)|limited|free|served"
    r"|supplied"
    r"|accepted|on sale|for sale|permitted|open to|necessary|mandatory|optional|guaranteed|closed"
    r"|awarded|donated|handmade|home-?made|made|taught|led|hosted|supervised|wheelchair|accessible"
    r"|essential|first come|by appointment|at your own)"
    r"|(?:all|100\s?%|part of(?: the)?)?\s?(?:proceeds|profits|donations|funds|money(?: raised)?)\s"
    r"(?:will\s)?(?:go|goes|benefits?|supports?|will)"
    r"|(?:receives?|gets?|wins?|includes?|applies|apply|benefits?|supports?|comes? with|starts?"
    r"|features?|begins?|takes? part|eats?|play|go|goes)\s)\b",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"(?:all\s|100\s?%\s)?(?:proceeds|profits|donations|funds|money)\b", re.IGNORECASE
)
# what a sentence in the first person offers: "There will be cake", "We have snacks"
_OFFERS = re.compile(
    r"(?:also\s)?(?:(?:there\s(?:will be|is|are|['’]ll be)|we(?:\swill|['’]ll)?\s(?:also\s)?"
    r"(?:have|offer|provide|serve|sell|accept|collect|welcome))\s)(?P<t>[^.!?]+)$",
    re.IGNORECASE,
)
# "mention that parking is free", "say that dogs are welcome"
_BIDDEN = r"(?:bring|wear|arrive|dress|register|book|reserve|meet)"
_SAID = re.compile(
    r"(?:please\s|also\s|and\s)*(?:mention|say|note|state|add|point out|people should know"
    r"|let (?:people|them) know"
    r"|(?:encourage|remind|ask|tell|invite)\s(?:participants|guests|visitors|attendees|volunteers"
    rf"|parents|people|everyone|students|players|them)(?:\sto(?=\s{_BIDDEN}\b)|(?=\sthat\b)))"
    r"\s(?:also\s)?(?:that\s)?(?P<t>(?!the\b|our\b|my\b|an?\b)[^.!?]+)$",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"(?:please\s)?(?P<t>(?:bring|wear|meet|arrive|book|register|reserve|come|don['’]t forget"
    r"|costumes"
    r"|walk-ins|dress code|dress)\b[^.!?]+)$",
    re.IGNORECASE,
)


def stated_in(masked: str, asked: bool) -> tuple[str, ...]:
    """The statements of a request whose facts and quotes are holes, in order."""
    sentences = [s.strip() for s in _SENTENCE.split(masked) if s and s.strip()]
    clauses = (c for s in sentences[1 if asked else 0 :] for c in _clauses(s))
    found = (_stated(clause) for clause in clauses)
    return tuple(dict.fromkeys(line for line in found if line))


def _clauses(sentence: str) -> list[str]:
    first = _AND.split(sentence)[0]
    return _AND.split(sentence) if _VERB.search(first) else [sentence]


def _stated(sentence: str) -> str:
    text = sentence.strip(" .!,")
    if HOLE in text or len(words_of(text)) > _MOST_WORDS + 4:
        return ""
    for pattern in (_SAID, _OFFERS, _BROUGHT):
        if told := pattern.match(text):
            return _fit(re.sub(r"^(?:there (?:is|are)|we have) ", "", told["t"].strip()))
    states = _STATES.search(text)
    if (
        states is None
        or (states.start() < 2 and not _GOES.match(text))
        or is_instruction(text)
        or _NO_SUBJECT.match(text)
    ):
        return ""
    return _fit(text)


def _fit(text: str) -> str:
    words = words_of(text)
    told = re.search(rf"\b{_SHEET}\b", text, re.IGNORECASE)
    fit = 1 < len(words) <= _MOST_WORDS and not told and not is_art(text)
    return sentence_case(text) if fit else ""
