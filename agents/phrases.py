"""Phrases of a request made fit for print: casing, trimming, what a phrase's head noun is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agents.places import REGION

# a full stop that ends a sentence, and not an abbreviation
FULL_STOP = (
    r"(?<!\b[A-Z])(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bMt)(?<!\bProf)(?<!\bNo)(?<!\bvs)"
    r"(?<!\bRev)(?<!\bul)(?<!\bJr)(?<!\bSr)(?<!\bft)(?<!\bfeat)(?<!\be\.g)(?<!\bi\.e)(?<!\ba\.m)(?<!\bp\.m)\.(?=\s|$)"
)
HOLE = "\ue000"  # stands for every character of a fact or quote that was taken out


def word_set(text: str) -> frozenset[str]:
    """The words of a table that is written as running text."""
    return frozenset(text.split())


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first; tried by their initials, so that a place
    is not asked for every name."""
    kin = dict[str, list[str]]()
    for name in sorted(names, key=len, reverse=True):
        kin.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(initial)}(?:{'|'.join(rest)})" for initial, rest in kin.items())


def found_with(words: str, pattern: str, text: str) -> re.Match[str] | None:
    """Where a pattern that holds `words` matches, in any case.

    Making a pattern takes longer than looking; it is made only if the text has the words at all.
    """
    return re.search(pattern, text, re.IGNORECASE) if words.lower() in text.lower() else None


_SMALL = word_set(
    "a an and as at but by for from in into of off on or per the to up via vs with nor w/"
    " de la del du des el le van von der den di da y e et und"
)
_DETERMINER = re.compile(
    r"^(?:an?|the|this|that|these|those|our|my|their|its|his|her|your|some|any|all the|one of the"
    r"|various|several|different|certain)\s+",
    re.IGNORECASE,
)
_META = re.compile(
    r"^(?:upcoming|special(?=(?: \w+){2})|special and|unique and|following|specific|so-called"
    r"|amazing|variety of"
    r"|wide (?:variety|range) of|(?:collection|range|selection|series|lot) of|idea of|concept of"
    r"|topic of|subject of|position of|role of|job of|post of|theme of|promotion of"
    r"|celebration of the)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,;:.\-–—]+$|\s+(?:and|or|by|while|specifically|also|with|as well as|for|to|of|in|on|at"
    r"|(?:and|or) \w+ing|the|an?|from|that|which|who|its|their|is|are|(?<!can )be|as|up to"
    r"|this|your|our|under|worth|valued|priced|only|starting"
    r"|including|such as|running|taking place|happening|held|scheduled)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    rf"\s*(?:,(?!\d{{3}}|\s{REGION})|[;:!?()\n" + HOLE + r"])|" + FULL_STOP + r"|\s[-–—]\s"
    r"|\s(?:that|which|who|whom|whose|where|when|because|so that|while(?!\s\w+ing\b)|if"
    r"|in order to|such as"
    r"|(?:through|via) (?:the )?us(?:e|ing)(?: of)?|to (?:be|attract|send|give|help|make|show"
    r"|bring|give"
    r"|get|create|potential|customers|viewers|people))\b"
    r"|\s(?:and|or) (?:encourag|emphasi|highlight|includ|invit|how|its|their|his|her|what|why|will"
    r"|must|should|can|is|are|has|have|direct|featur|showcas|promot|us(?:es|ing)\b"
    r"|asks?\b|tells?\b|reminds?\b|mention|apologi|thanks?\b)",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    r"(?:(?:an?|the|some|our|my)\s)?[a-z-]+,\s(?!an?\b|the\b|and\b|or\b|with\b|for\b|to\b"
    r"|\w+ing\b)(?=[a-z-]+\s[a-z])"
)
_INNER_ADJECTIVES = re.compile(
    r"(?:[a-z-]+\s){1,4}(?:and|with|of)\s(?:an?\s)?[a-z-]+,\s(?=[a-z-]+\s[a-z-]+\s*(?:[.;!\n]|$))"
)
_PREPOSITION = re.compile(
    r"\s(?:for|with|in|at|on|from|using|through|during|throughout|by|across|around|surrounding"
    r"|under|between|against|into|onto|over|within|without|via|to|of)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w'’&/+.-]*|[&+]")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def tidy(phrase: str) -> str:
    """Without leading determiners and filler, trailing link words, holes and double spaces."""
    text = " ".join(phrase.replace(HOLE, " ").split()).strip(" ,;:.–—-!?\"'“”‘’")
    named = re.match(r"The [A-Z]", text)
    for pattern in () if named else (_DETERMINER, _META, _DETERMINER):
        text = pattern.sub("", text)
    while (shorter := _TAIL.sub("", text)) != text:
        text = shorter
    return "" if _DETERMINER.fullmatch(text + " ") else text


def first_clause(text: str) -> tuple[str, str]:
    """The phrase up to the first clause border, and the rest with its border."""
    stripped = text.lstrip(" ,;:" + HOLE)
    adjectives = _ADJECTIVES.match(stripped)  # "fresh, organic milk": this comma ends nothing
    match = _CLAUSE.search(stripped, adjectives.end() if adjectives else 0)
    inner = _INNER_ADJECTIVES.match(stripped)  # "gentle care and clean, happy pets"
    if inner and match and match.start() < inner.end():
        match = _CLAUSE.search(stripped, inner.end())
    if match is None:
        return stripped, ""
    return stripped[: match.start()], stripped[match.start() :]


def shortened(phrase: str, most: int) -> str:
    """At most `most` words, cut before a preposition, so that what stays is a whole phrase.

    Empty when no such cut exists: half a phrase is worse than none.
    """
    text = phrase
    if len(words_of(text)) > most:
        text = re.split(r"\s(?:and|or) (?:the|an?|other)\s", text)[0]
    while len(words_of(text)) > most:
        cuts = list(_PREPOSITION.finditer(text))
        if not cuts:
            conjunct = re.split(r",?\s(?:and|or|&)\s|,\s", text)[0]
            return conjunct if 2 <= len(words_of(conjunct)) <= most else ""
        to = cuts[-1][0].strip() == "to"
        text = _HALVES.sub("", text[: cuts[-1].start()])
        text = _SETS_OUT.sub("", text) if to else text
    return tidy(text)


# what a cut before "of" leaves of "in case of"
_HALVES = re.compile(
    r"\s(?:in the (?:city|town|village|heart|middle|cent(?:er|re))|in (?:case|front|spite|support"
    r"|honou?r|memory|need|aid|search)|on top|as part|instead"
    r"|because|ahead|by means)$",
    re.IGNORECASE,
)


_SETS_OUT = re.compile(r"\sfrom\s[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*$")  # of "from Split to Bari"


def title_case(phrase: str) -> str:
    """Headline capitals; words that already carry capitals or digits keep them."""
    words = phrase.split()
    last = len(words) - 1
    return " ".join(_cased(word, 0 < i < last) for i, word in enumerate(words))


def sentence_case(phrase: str) -> str:
    """The first letter raised, unless the word has its own capitals ("iPhone")."""
    if not phrase or not phrase[0].islower():
        return phrase
    first = phrase.split()[0]
    return phrase if any(c.isupper() for c in first) else phrase[0].upper() + phrase[1:]


def is_name(phrase: str) -> bool:
    """Every word carries a capital or a digit, but for small joining words."""
    words = phrase.split()
    if not words or not any(c.isupper() for c in phrase):
        return False
    joining = _SMALL - {"at", "in", "on", "from", "to", "with", "into", "or", "as"} | {"&"}
    return _is_capital(words[0]) and all(w.lower() in joining or _is_capital(w) for w in words)


def as_said(title: str, request: str) -> str:
    """A composed title back in running text: words the request has in small letters are small."""
    said = {word.rstrip(".") for word in words_of(request)} | {"you", "your"}
    words = [(word, word.strip(",.;:!?")) for word in title.split()]
    small = (w.lower() if bare not in said and bare.lower() in said else w for w, bare in words)
    return sentence_case(" ".join(small))


def typographic(text: str) -> str:
    """Apostrophes between letters as printers set them; for composed copy only."""
    return re.sub(r"(?<=[A-Za-zÀ-ɏ])'(?=[A-Za-zÀ-ɏ])", "’", text)


def mostly_in(part: str, whole: str, share: float = 0.6) -> bool:
    """Whether most words of `part` already stand in `whole`."""
    words = telling_words(part)
    return bool(words) and 1 - len(words_beyond(part, whole)) / len(words) > share


def words_beyond(part: str, whole: str) -> list[str]:
    """The telling words of `part` that do not stand in `whole`."""
    seen = {word.lower() for word in words_of(whole)}
    return [word for word in telling_words(part) if word not in seen]


def telling_words(text: str) -> list[str]:
    """Its words in small letters, without articles and the like."""
    return [word.lower() for word in words_of(text) if word.lower() not in _SMALL]


def _is_capital(word: str) -> bool:
    return any(c.isupper() for c in word) or any(c.isdigit() for c in word)


def _cased(word: str, inner: bool) -> str:
    if any(c.isupper() for c in word):
        return word
    if inner and word.lower() in _SMALL:
        return word
    parts = word.split("-")
    last = len(parts) - 1
    small = ((0 < at < last and part in _SMALL) for at, part in enumerate(parts))  # "Two-for-One"
    return "-".join(p if is_small else _raised(p) for p, is_small in zip(parts, small, strict=True))


def _raised(part: str) -> str:
    for at, sign in enumerate(part):
        if sign.isdigit():
            return part
        if sign.isalpha():
            return part[:at] + sign.upper() + part[at + 1 :]
    return part
