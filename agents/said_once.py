"""The last look at lines before they are set: none says a thing twice, none is torn off.

A line goes that only repeats the headline or a longer line; of one that begins with the headline
the rest stays. Articles and the like at an end, and orders to the designer at the beginning, go.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.leading import title_in
from agents.phrases import sentence_case, telling_words, title_case, words_of

_LINES = ("subtitle", "item", "body", "kicker")
_OPEN_END = re.compile(
    r"(?:[\s,;:–—-]+|\s(?:an?|the|and|or|but|of|by|at|in|on|to|for|from|with|until|as|than|our|your|their"
    r"|its|which|who|is|are|(?<!can )be|called|named)"
    r"|\sand\s(?:mention|apologi[sz]e|thank|wish|encourage|invite|include|offer|remind|tell))$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:[A-Z][\w'’-]+\s){0,2}[A-Z][\w-]+['’]s")
_AND_MORE = re.compile(r"\s(?:and|or|plus|with)(?:\sfree|\san?)?$", re.IGNORECASE)  # of offers
_OPEN_START = re.compile(r"^(?:and|&|or|but|that|which|who|whose|in which|plus)\s", re.IGNORECASE)
_ASKS_HOW = re.compile(r"(?:how|what|why)\s.+\s(?:is|are|can be)$", re.IGNORECASE)
_ORDER = re.compile(
    r"^(?:(?:with\s)?an?\s)?(?:focus(?:ed|ing)?\son|aim(?:ed|ing)\sat|target(?:ed|ing)(?:\sat)?"
    r"|emphasi[sz](?:es?|ing)|highlight(?:s|ing)?|showcas(?:es?|ing)|convey(?:s|ing)?"
    r"|evok(?:es?|ing)|expertise\sin|underlin(?:es?|ing)|stress(?:es|ing)?\sthat|point(?:s|ing)?\sout"
    r"(?:\sthat)?|also\s(?:include|mention)|mention(?:s|ing)?(?:\sthat)?|includ(?:es|ing))\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the|our)\s", re.IGNORECASE)
_REPEATED = 0.6  # share of a line's words that are the headline's, for the line to go
_BRIDGE = re.compile(r"[\s,:;.–—-]*(?:(?:and|is|are|will be|that)\s)?", re.IGNORECASE)


def said_once(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """The texts, each of which says something that no other says."""
    texts = _with_whole_title(texts)
    title = next((text.text for text in texts if text.role == "title"), "")
    texts = tuple(_without_name(t, texts) for t in texts if not _is_bare_figure(t, texts))
    kept = list[Text]()
    for text in texts:
        if whole := _whole(text, title):
            kept.append(whole)
    return tuple(text for place, text in enumerate(kept) if not _is_repeated(place, kept, title))


def _with_whole_title(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Healing for the Body" where a line is "Healing for the body and soul", "90th Birthday"
    where it is "Aunt May's 90th birthday"."""
    title = title_in(texts)
    if title is None or title.provenance == "user":
        return texts
    for line in filter(_is_looked_at, texts):
        rest = line.text[len(title.text) :]
        whole = line.text.lower().startswith(title.text.lower()) and re.match(r" and \w+$", rest)
        owned = line.text.lower().endswith(f" {title.text.lower()}")
        if whole or (owned and _OWNER.fullmatch(line.text[: -len(title.text) - 1])):
            longer = title.evolve(text=title_case(line.text))
            return tuple(longer if t is title else t for t in texts if t is not line)
    return texts


def _without_name(text: Text, texts: tuple[Text, ...]) -> Text:
    """ "Leeds" of "Green Light School, Leeds", where that is the brand."""
    named = (f"{t.text}, ".lower() for t in texts if t.role in ("brand", "venue") and t is not text)
    for name in named if _is_looked_at(text) else ():
        there = f" at {name[:-2]}"
        if text.text.startswith("For ") and text.text.lower().endswith(there):
            return text.evolve(text=text.text[: -len(there)])
        if text.text.lower().startswith(name):
            return text.evolve(text=sentence_case(text.text[len(name) :]))
    return text


def _is_bare_figure(text: Text, texts: tuple[Text, ...]) -> bool:
    """ "98%" beside "The fabric blocks 98% of UV rays"."""
    bare = text.role == "offer" and _BARE_FIGURE.fullmatch(text.text)
    return bool(bare) and any(text.text in t.text for t in texts if _is_looked_at(t))


def _is_looked_at(text: Text) -> bool:
    return text.role in _LINES and text.provenance == "inferred" and not text.group


def _whole(text: Text, title: str) -> Text | None:
    """The line without what is torn off at its ends, and without the headline before it."""
    if text.role == "offer":
        rest = after_headline(title, _AND_MORE.sub("", text.text))
        role = "item" if len(rest) < len(text.text) and rest[:1].islower() else "offer"
        return text.evolve(role=role, text=sentence_case(rest))
    if not _is_looked_at(text) or text.text.endswith("?"):
        return text
    line = _ORDER.sub("", text.text)
    line = without_loose_ends(after_headline(title, line))
    if line == text.text:
        return text
    return text.evolve(text=sentence_case(line)) if words_of(line) else None


def without_loose_ends(line: str) -> str:
    """A line without a conjunction before it, and articles and the like behind it."""
    line = _OPEN_START.sub("", line)
    if _ASKS_HOW.match(line):
        return line  # "How light the boots are"
    while (shorter := _OPEN_END.sub("", line)) != line:
        line = shorter
    return line


def after_headline(title: str, line: str) -> str:
    """What a line says behind the headline, when that can stand alone."""
    bare = _ARTICLE.sub("", line)
    if not title or not bare.lower().startswith(title.lower()):
        return line
    rest = bare[len(title) :]
    border = _BRIDGE.match(rest)
    behind = rest[border.end() :] if border else rest
    return behind if border and border.end() and len(words_of(behind)) > 1 else line


def _is_repeated(place: int, texts: list[Text], title: str) -> bool:
    text = texts[place]
    if text.role == "date":  # "This weekend" over the button "Try it this weekend"
        return any(
            t.role == "cta" and t.text.lower().endswith(f" {text.text.lower()}") for t in texts
        )
    if not _is_looked_at(text) and (text.role != "body" or text.group):
        return False
    said, headline = _stems(text.text), _stems(title)
    if not said or len(said & headline) / len(said) > _REPEATED and not _FIGURE.search(text.text):
        return True
    if len(facts := [t for t in texts if t.role in _FACTS and _stems(t.text) & said]) > 1 and (
        said <= _THERE.union(*(_stems(t.text) for t in facts))
    ):
        return True
    if text.role == "kicker":
        return False  # "Coupon" over "one coupon per customer"
    for number, other in enumerate(texts):
        if number == place or other.role in ("title", "cta") or other.provenance == "suggested":
            continue
        more = _stems(other.text)
        if said < more or (said == more and (number < place or not _is_looked_at(other))):
            return True
    return False


_FIGURE, _BARE_FIGURE = re.compile(r"\d"), re.compile(r"[\d.,]+\s?%")
_FACTS = ("date", "time", "venue", "address", "price", "offer", "contact")
_THERE = {"found", "find", "located", "held", "open", "takes", "place", "served"}


def _stems(text: str) -> set[str]:
    """Its telling words, one and many alike."""
    return {re.sub(r"(?:['’]s|s)?\.?$", "", word) for word in telling_words(text)}
