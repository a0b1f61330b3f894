"""Logos: whether one is what is asked for, and which of the copy belongs on it.

A logo carries its name, what is said under it, the trade in small and when or where the house was
founded; how it is to look, and what it stands for, are no copy.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.leading import title_in
from agents.lone import is_lone_trade
from agents.phrases import found_with, is_name, sentence_case, tidy, title_case
from agents.reader.copy import Copy
from agents.vocabulary import PLAIN_BUSINESS

_MARK = r"(?:logos?|logotypes?|word ?marks?|brand ?marks?|monograms?|emblems?)"
# "create a bold, playful vintage logo", "logo design:", "my company needs a new logo"
_ASKED = re.compile(
    r"^\W*(?:(?!(?:with|for|of|and|that|using|include|featuring|promoting|about|to)\b)[\w'’,-]+\s+)"
    rf"{{0,9}}?{_MARK}\b(?!\s(?:on|at|in the|placement|and (?:address|contact|website)))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:posters?|fl[yi]ers?|cards?|banners?|ads?|advert\w*|posts?|covers?|brochures?|stor(?:y"
    r"|ies)"
    r"|headers?|thumbnails?|invitations?|certificates?|labels?|stickers?|letterhead|menus?|tickets?"
    r"|coupons?|vouchers?)\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:make|design|create|draw|need|want) (?:me |us )?an? (?:\w+ ){0,3}logo\b", re.IGNORECASE
)
_CALLED = re.compile(
    r"\b(?:called|named|(?:(?:brand|business|company|shop|store) )?name (?:is|should be|:)"
    r"|brand is)\s*:?\s*[\"“'‘]?(?P<name>[A-ZÀ-ÞА-Я\d](?:[^\"“”,.;:\n]|\.(?=\w))*?)"
    r"(?:[\"”]|['’](?!\w)|(?=[,.;:\n]|\s(?:and|with|that|which|who|for|in|using|est\.?|established"
    r"|since|founded)\s|$))"
)
_FOR = re.compile(
    rf"\b(?:{_MARK}|paper|letter ?head)(?:\sdesign)?\s(?:for|of)\s(?:the\s)?"
    r"(?P<name>(?-i:[A-ZÀ-Þ][\w'’&.-]*(?:\s(?:[A-ZÀ-Þ][\w'’-]*|&|and|of|the))*"
    r"(?<!and)(?<!of)(?<!the)))(?=[,;:\n]|\.?\s*$|\.\s)",
    re.IGNORECASE,
)
_AFTER_TRADE = re.compile(  # "for a seafood restaurant, The Salty Gull"
    r"\bfor\s(?:an?|the|my|our)\s[a-z][^,.;:\n]{2,60},\s(?:the\s)?(?P<name>[A-ZÀ-Þ][\w'’&-]*"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’&.-]*|&|and|of|the)){0,5}(?<!\sand)(?<!\sof)(?<!\sthe))(?=[,.;\n]|$)"
)
_FOUNDED = re.compile(r"\b(?:est\.?|established|since|founded)(?:\sin)?\s\d{4}\b", re.IGNORECASE)
_TAGLINE = re.compile(
    r"\b(?:tag ?line|slogan|motto|strap ?line|catch ?phrase)\b(?:\s(?:is|reads|says|should be|of))?"
    r"\s*:?\s*(?:[\"“'‘](?P<quoted>[^\"”\n]{2,80}?)[\"”'’](?!\w)|(?P<plain>[A-Z][^.;\n\"“]{2,80}))",
    re.IGNORECASE,
)
_UNWANTED = re.compile(r"\s(?:is|was|are)(?:n['’]t|\snot|\snever)\b", re.IGNORECASE)
_SURE = 0.9  # of a name that the reader finds
_A_MARK = re.compile(_MARK, re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:an?|our|my|the)\s(?:[\w'’-]+\s)?$")
_SHORT = re.compile(r"\b(?:Co|Inc|Ltd|Bros|Corp|Jr|Sr)$")
_KEPT = ("venue", "address", "contact", "legal", "date")


def is_logo(request: str) -> bool:
    """Whether the thing to make is a logo, rather than a sheet that shows one."""
    asked = _ASKED.match(request) or _HELP.search(request[:120])
    if asked is None or _UNWANTED.match(request, asked.end()):
        return False
    return not _OTHER.search(request[: asked.end()])


def named_as_read(texts: tuple[Text, ...], copy: Copy) -> tuple[Text, ...]:
    """The reader's name of the house where the rules know only its trade, which stands above."""
    title = title_in(texts)
    names = [s for s in (*copy.of("brand"), *copy.of("title")) if is_name(copy.said(s))]
    best = max(names, key=copy.printed, default=None)
    if title is None or best is None or copy.printed(best) < _SURE:
        return texts
    if is_name(title.text) and title.text in copy.text:
        return texts
    name = Text(role="title", text=copy.said(best), provenance="inferred")
    above = any(text.role in ("kicker", "subtitle") for text in texts)
    trade = () if above else (title.evolve(role="kicker"),)
    return (name, *trade, *(text for text in texts if text is not title))


def logo_lines(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The name as title, then tagline, trade, and founding year or place, each where it is said."""
    tagline = _tagline(texts, request)
    name = _name(texts, request, tagline)
    if name is None:
        return texts
    if name.provenance == "inferred" and name.text.lower() in request:
        texts = _traded(texts)
        name = title_in(texts) or name
        tagline = tagline or next((t for t in texts if t.role == "subtitle"), None)
    lines = [name.evolve(role="title"), *([tagline] if tagline else [])]
    trade = _trade(texts, request, name)
    lines += [trade] if trade and not tagline else []
    kept = [text for text in texts if text.role in _KEPT]
    founded = _FOUNDED.search(request)
    if founded and not any(founded[0].lower() in text.text.lower() for text in kept):
        kept.append(Text(role="legal", text=sentence_case(founded[0])))
    lines += kept
    return (*lines, *_places(texts, request, name))


def _traded(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """A house without a name is headed by what it is; what it specialises in stands below."""
    title, trade = title_in(texts), next((t for t in texts if t.role == "kicker"), None)
    if title is None or trade is None or not is_lone_trade(trade.text.lower()):
        return texts
    below = title.evolve(role="subtitle", text=sentence_case(title.text.lower()))
    rest = (t for t in texts if t not in (title, trade))
    return (trade.evolve(role="title", text=title_case(trade.text.lower())), below, *rest)


def _tagline(texts: tuple[Text, ...], request: str) -> Text | None:
    match = _TAGLINE.search(request)
    if match:
        words = match["quoted"] or match["plain"]
        return Text(role="subtitle", text=tidy(words))
    return None


def _name(texts: tuple[Text, ...], request: str, tagline: Text | None) -> Text | None:
    """What the request calls the house; else its brand, a line written as a name, the title."""
    called = _CALLED.search(request)
    if called:
        return Text(role="title", text=called["name"].strip())
    said = tagline.text if tagline else ""
    heads = [t for t in texts if t.role in ("brand", "title", "subtitle") and t.text != said]
    heads.sort(key=lambda text: ("brand", "title", "subtitle").index(text.role))
    named = [text for text in heads if text.text in request and _is_name(text.text)]
    if not named and (match := _FOR.search(request) or _AFTER_TRADE.search(request)):
        return Text(role="title", text=match["name"])
    best = next(iter((*named, *heads)), None)
    if best and _SHORT.search(best.text) and f"{best.text}." in request:
        return best.evolve(text=f"{best.text}.")
    return best


def _is_name(text: str) -> bool:
    """Every word but the small ones begins with a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words or text[:1].isupper()) and all(word[0].isupper() for word in words)


def _trade(texts: tuple[Text, ...], request: str, name: Text) -> Text | None:
    """What the house is, unless only half of it was understood: "tech" of "a tech startup"."""
    known = name.text.lower()
    for text in texts:
        inferred = text.role in ("kicker", "subtitle", "title") and text.provenance == "inferred"
        if not inferred or text.text.lower() in known or _A_MARK.fullmatch(text.text):
            continue
        said = found_with(text.text, rf"\b{re.escape(text.text)}\b(?:\s(\w+))?", request)
        if said is None:
            continue
        after = request[: said.start()].endswith(f"{name.text}, ")
        if not after and not _DETERMINED.search(request[: said.start()]):
            continue
        if " " in text.text or (said[1] or "").lower() not in PLAIN_BUSINESS:
            return text.evolve(role="kicker", text=title_case(text.text))
    return None


def _places(texts: tuple[Text, ...], request: str, name: Text) -> list[Text]:
    """Names in a list right after the house's own, as one line: "Portland, Oregon"."""
    items = [text.text for text in texts if text.role == "item" and text.text in request]
    for count in range(len(items), 0, -1):
        line = ", ".join(items[:count])
        if f"{name.text}, {line}" in request and _is_name(line):
            return [Text(role="legal", text=line)]
    return []
