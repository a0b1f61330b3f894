"""Copy spelled out without quotation marks: "Title: ...", "the text reads ...", capitals."""

from __future__ import annotations

import re

from agents.phrases import FULL_STOP, sentence_case, title_case
from agents.quotes import Quote
from agents.vocabulary import DIRECTION, is_art
from design_io.document import Role

_KEYS = {
    "title": "title", "headline": "title", "main text": "title", "heading": "title",
    "subtitle": "subtitle", "subheading": "subtitle", "subheadline": "subtitle",
    "tagline": "slogan", "slogan": "slogan", "motto": "slogan", "message": "message",
    "text": "text", "copy": "text", "body": "body", "body text": "body", "details": "body",
    "description": "body", "cta": "cta", "call to action": "cta", "button": "cta",
    "brand": "brand", "brand name": "brand", "company": "brand", "company name": "brand",
    "names": "title", "couple": "title", "bride and groom": "title", "business name": "brand",
    "product name": "brand", "app name": "brand", "band name": "title", "event name": "title",
    "salon name": "brand", "shop name": "brand", "store name": "brand", "restaurant name": "brand",
    "organizer": "brand", "host": "brand", "date": "date", "when": "date", "time": "time",
    "venue": "venue", "location": "venue", "place": "venue", "where": "venue",
    "address": "address", "price": "price", "tickets": "price", "entry": "price", "offer": "offer",
    "conditions": "legal",
    "website": "contact", "url": "contact", "phone": "contact", "email": "contact",
    "e-mail": "contact", "contact": "contact", "instagram": "contact",
}  # fmt: skip
FACT_USES: dict[str, Role] = {
    "date": "date", "time": "time", "venue": "venue", "address": "address", "price": "price",
    "contact": "contact", "offer": "offer",
}  # fmt: skip
_NAMES = "|".join(sorted(map(re.escape, _KEYS), key=len, reverse=True))
_LINE = re.compile(
    rf"(?:^|(?<=[\n;])|(?<=[.,|]\s))[ \t*•-]*\**(?P<key>{_NAMES})\**\s*[:=]\s*\**"
    rf"(?P<words>[^\n;|]+?)(?=\s*(?:[\n;|]|$|[.,]\s+\**(?:{_NAMES}|[A-Z][a-z]+)\**\s*[:=]"
    r"|(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bAve)(?<!\bNo)\.\s+(?:The|Use|Make|It|This|Add"
    r"|Please|Include"
    r"|Keep|Style|Create|Design|Leave|Layout|Warm|High|Show)\b))",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?P<key>text|headline|title|slogan|tag ?line|message|caption|phrase|wording|lettering"
    r"|letter"
    r"|word|typography|type)s?"
    r"(?: (?:that|which|on the \w+|of the \w+))?(?: should)?(?P<verb> reads?| says?| is| be| saying"
    r"| reading|(?=\s*:))\s*(?P<colon>:)?\s*(?P<words>(?-i:[A-Z#])[^\n\"“”]*)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:the|with|a|our|add|main)\s(?P<key>text|headline|slogan|tag ?line|words?|phrase|caption"
    r"|message|title)s?,?\s"
    r"(?P<words>(?-i:[A-Z])[\w'’&-]*(?:,?\s(?:(?-i:[A-Z0-9])[\w'’&-]*|(?:a|an|the|of|in|on|for|to"
    r"|and"
    r"|with|is|at|by|from|or|not|it)(?=\s(?-i:[A-Z])))){1,8}[!?]?)"
    r"(?=[.,;]?\s*$|\.\s|\s(?:is|are|appears?|should|must|in|on|at|with|and|emphasi[sz]es"
    r"|suggests?|highlights?|indicates?|implies|conveys?|to)\b|,\s)",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"\b(?:(?:main |key |core )?(?P<key>message|slogan|tag ?line) (?:is|should be) (?:that )?"
    r"|with (?:the|a) (?:[a-z]+ )?(?P<with>message) that )"
    r"(?P<words>[a-z][^.!?\n\"“]{8,60})"
    r"(?=[.!?]|$)",
)
# "Something like: Thank you for supporting my shop!"
_LIKE = re.compile(
    r"\b(?:something like|along the lines of|words like"
    r"|for example)[:,]?\s+(?P<words>[A-Z][^.!?\n\"“”]{5,80}[.!?]?)"
)
_THUMBNAIL = re.compile(
    r"\bthumbnail[^:.,\n]{0,24}:\s+(?P<words>[^:,;|\n\"“]{6,60}?)(?=[.!](?:\s|$)|\s*$)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"\b(?:(?:text|words?|headline|title)s?\s|(?:text|letters?|lettering|type|title|headline)\b"
    r"[^.:\"“\n]{0,40}:\s)(?P<words>(?:[A-Z][A-Z0-9'&!-]{2,}|#\w+)"
    r"(?:(?:\s|,\s|\sand\s)(?:[A-Z][A-Z0-9'&!-]+|#\w+))*)"
)


def explicit_in(request: str) -> tuple[Quote, ...]:
    """Spelled-out copy as quotes; what already is in quotation marks is left to `quotes`."""
    found = [_line(m) for m in _LINE.finditer(request)]
    if not found:
        found = [q for m in _SAYS.finditer(request) if (q := _says(m))]
        found += [q for m in _MEANS.finditer(request) if (q := _meant(m))]
        found += [_headline(m) for m in _THUMBNAIL.finditer(request) if _is_sentence(m["words"])]
        found += [_shown(m) for m in _SHOWN.finditer(request)]
        found += [q for m in _CAPITALS.finditer(request) for q in _capitals(m)]
        found += [Quote(m["words"], "cta", *m.span("words")) for m in _LABELLED.finditer(request)]
    found += [
        Quote(m["words"].rstrip("."), "text", *m.span("words")) for m in _LIKE.finditer(request)
    ]
    found = [_on_button(request, q) for q in found if not _texted(request, q)]
    return tuple(q for q in found if q.text and not re.match(r"[\"'“‘«„]", q.text))


_LABELLED = re.compile(  # "Use the button SHOP BOOTS"
    r"\b[Bb]utton:?\s(?P<words>[A-Z][A-Z0-9'&!-]+(?:\s[A-Z0-9][A-Z0-9'&!-]*){0,4})(?=[.,;!?]|$)"
)
_BUTTON = re.compile(
    r"\b(?:button|cta|call[- ]to[- ]action)(?:['’]s)?\s(?:(?:text|words?|wording|label"
    r"|caption)\b[^.!?]{0,16})?$",
    re.IGNORECASE,
)


def _on_button(request: str, quote: Quote) -> Quote:
    """ "Use the button text ORDER TODAY": what the button says, and no headline."""
    said = _BUTTON.search(request[: quote.start])
    return quote._replace(use="cta") if said and len(quote.text.split()) < 6 else quote


def _texted(request: str, quote: Quote) -> bool:
    """ "text Jordan 555-0187" asks for a message and spells out no copy."""
    before = request[: quote.start].rstrip()
    return before.lower().endswith("text") and bool(re.search(r"\d{3}[\s-]?\d{3,}", quote.text))


def _line(match: re.Match[str]) -> Quote:
    use = _KEYS[match["key"].lower()]
    words = match["words"]
    if match.start("key") and match.string[match.start("key") - 1] != "\n":
        words = re.split(FULL_STOP, words)[0]  # in running text a full stop ends the value
    end = match.start("words") + len(words)
    words = words.strip().strip("*").strip()
    if use not in FACT_USES:
        words = words.removesuffix(".") if words.count(".") == 1 else words
    return Quote(words, use, match.start(), end)


def _says(match: re.Match[str]) -> Quote | None:
    """After a colon the whole line, else one sentence that is set like copy."""
    words = match["words"]
    if match["colon"]:
        said = re.split(r"(?<=[.!?])\s", words)
        while len(said) > 1 and is_art(said[-1].rstrip(".")):
            said.pop()
        words = " ".join(said)
    else:
        words = re.split(r"(?<=[.!?])\s", words)[0].rstrip(".")
        if match["verb"].strip() in ("is", "be") and not _like_copy(words):
            return None
    key = match["key"].lower().replace(" ", "")
    use = _KEYS.get(key, "message")
    start = match.start("words")
    return Quote(words.strip(), use, start, start + len(words))


def _meant(match: re.Match[str]) -> Quote | None:
    """ "The main message is that it's never too early": a clause that speaks for itself."""
    words = match["words"]
    if DIRECTION.search(words) or len(words.split()) > 9:
        return None
    words = re.sub(r"^they(?=\s)", "we", words)  # said of the house by itself
    return Quote(sentence_case(words), match["key"] or "message", *match.span("words"))


def _headline(match: re.Match[str]) -> Quote:
    return Quote(title_case(match["words"]), "title", *match.span("words"))


def _is_sentence(words: str) -> bool:
    """A thumbnail that tells a story, numbers and times being part of it."""
    told = re.match(
        r"(?:i|we|how|why|what|when|this|my|never|stop|don['’]t)\b", words, re.IGNORECASE
    )
    return bool(told) and 3 <= len(words.split()) <= 10


def _shown(match: re.Match[str]) -> Quote:
    """ "The text Shine Like New is displayed": copy told from the rest by its capitals."""
    use = _KEYS.get(match["key"].lower().replace(" ", ""), "message")
    return Quote(match["words"], use, *match.span("words"))


def _like_copy(words: str) -> bool:
    capitals = [w for w in words.split() if w[0].isupper()]
    return len(words.split()) <= 8 and len(capitals) >= 0.6 * len(words.split())


def _capitals(match: re.Match[str]) -> list[Quote]:
    """ "the text BLACK and FRIDAY": words in capitals belong together, tags stand alone."""
    start, end = match.span("words")
    words = [w for w in re.split(r",?\s(?:and\s)?", match["words"]) if w]
    shouted = " ".join(w for w in words if not w.startswith("#"))
    found = [Quote(shouted, "text", start, end)] if shouted else []
    return found + [Quote(w, "hashtag", start, end) for w in words if w.startswith("#")]
