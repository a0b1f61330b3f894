"""What a request says of its thing, and no line has kept.

"a short line about the new collection", "better sleep for people with back pain", "all paints are
40% off on May 4".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.brief import Text
from agents.phrases import mostly_in, sentence_case, title_case, words_of
from agents.under_title import below
from agents.vocabulary import is_direction, is_event

_Texts = tuple[Text, ...]
_MOST_WORDS = 11
_END = r"(?=[,;:!?\n]|\.(?!\w)|$)"


def with_left_out(texts: _Texts, request: str, language: str) -> _Texts:
    """The texts and what they lack of that."""
    for rule in _RULES if language == "en" else ():
        texts = rule(texts, request)
    return texts


def _said(texts: _Texts) -> str:
    return " ".join(f"{t.label} {t.text}" for t in texts)


_ABOUT = re.compile(
    r"\b(?:short\s|small\s)?(?:lines?|sentences?|texts?|notes?|words|phrase|mention|message)\s"
    rf"(?:about|on|of)\s(?:the|our|its|their)\s(?P<t>[a-z][a-z0-9 '’-]+?){_END}",
    re.IGNORECASE,
)


def _about(texts: _Texts, request: str) -> _Texts:
    """ "a short line about the new collection": the collection."""
    for found in _ABOUT.finditer(request):
        what = re.split(r"\s(?:at|in|on|with|so|that)\s", found["t"])[0]
        fit = 1 < len(words_of(what)) <= _MOST_WORDS and not is_direction(what)
        if fit and not mostly_in(what, _said(texts)):
            texts = below(texts, what)
    return texts


_OVER = r"(?:with|who|in|of|over|under|aged)"
_WHOM = re.compile(
    rf"^\s(?P<whom>for\s(?:[a-z]+s|people|children|women|men|everyone|anyone|skin|hair)\s{_OVER}\s"
    rf"[^,;:!?\n.]+?){_END}"
)
_FOCUS = re.compile(
    rf"\bfocus\w*\son\s(?P<t>[a-z][a-z -]+?\sfor\s[a-z]+\s{_OVER}\s[^,;:!?\n.]+?){_END}", re.I
)
_MORE = re.compile(rf"^\s(?P<more>{_OVER}\s[a-z][^,;:!?\n.]+?){_END}")
_MOST_IN_TITLE = 7


def _for_whom(texts: _Texts, request: str) -> _Texts:
    """A line with those it is for: "Better sleep for people with back pain"."""
    texts = tuple(_with_whom(t, request) for t in texts)
    title = next((t for t in texts if t.role == "title" and t.provenance == "inferred"), None)
    at = request.lower().find(title.text.lower()) if title else -1
    whom = _WHOM.match(request[at + len(title.text) :]) if title and at >= 0 else None
    focus = _FOCUS.search(request)
    for line in (whom["whom"] if whom else "", focus["t"] if focus else ""):
        if line and not mostly_in(line, _said(texts)) and len(words_of(line)) <= _MOST_WORDS:
            texts = below(texts, line)
    return tuple(_whole_whom(t, request) if t is title else t for t in texts)


def _with_whom(text: Text, request: str) -> Text:
    ours = text.role in ("subtitle", "item") and text.provenance == "inferred" and not text.group
    at = request.lower().find(text.text.lower()) if ours else -1
    whom = _WHOM.match(request[at + len(text.text) :]) if at >= 0 else None
    whole = f"{text.text} {whom['whom']}" if whom else ""
    return text.evolve(text=whole) if 0 < len(words_of(whole)) <= _MOST_WORDS else text


def _whole_whom(title: Text, request: str) -> Text:
    """ "Tutoring for Pupils" of "for pupils with dyslexia"."""
    whom = re.search(r"\sfor [a-z]+$", title.text, re.IGNORECASE)
    at = request.lower().find(whom[0].lower()) if whom else -1
    more = _MORE.match(request[at + len(whom[0]) :]) if whom and at >= 0 else None
    whole = title_case(f"{title.text} {more['more']}") if more else ""
    return title.evolve(text=whole) if 0 < len(words_of(whole)) <= _MOST_IN_TITLE else title


_WHERE = re.compile(
    rf"^\s(?P<where>(?:in|on|at|aboard|under)\s(?:an?|the|our)\s[a-z][a-z -]{{3,40}}?)"
    rf"(?:{_END}|(?=\s(?:with|that|and|on|in|for|at)\s))"
)


def _where(texts: _Texts, request: str) -> _Texts:
    """Where an event is, when no place is named: "in a bowling alley"."""
    title = next((t for t in texts if t.role == "title" and t.provenance == "inferred"), None)
    at = request.lower().find(title.text.lower()) if title else -1
    placed = any(t.role in ("venue", "address") for t in texts)
    if title is None or at < 0 or placed or not is_event(title.text):
        return texts
    where = _WHERE.match(request[at + len(title.text) :])
    if (
        where is None
        or is_direction(where["where"])
        or mostly_in(where["where"], _said(texts), 0.4)
    ):
        return texts
    return below(texts, where["where"])


_NEW = re.compile(
    r"\bannounc\w*\s(?:the|our|its|their|a)\s(?P<t>new\s[a-z]+(?:\s[a-z]+)?)\s(?:of|at|for|from)\s(?=[A-Z])",
    re.IGNORECASE,
)


def _news(texts: _Texts, request: str) -> _Texts:
    """What is new, under the name of the house: "New winter schedule"."""
    found = _NEW.search(request)
    return below(texts, found["t"]) if found and not mostly_in(found["t"], _said(texts)) else texts


_OFF = re.compile(
    r"(?:^|[.;!?\n]\s|,?\sand\s)(?P<what>(?:all|every|selected|most)\s[a-z][\w '’,-]{2,50}?)"
    r"\s(?:is|are)\s(?:now\s)?(?P<off>(?:up to\s)?\d+\s?%\soff)"
    r"(?:\s(?:on\s)?(?P<when>(?:until|till|from|this|through|(?-i:[A-Z])[a-z]+)\b[^.,;!?\n]*))?"
    r"(?=[.,;!?\n]|$)",
    re.IGNORECASE,
)


def _reduced(texts: _Texts, request: str) -> _Texts:
    """ "All paints are 40% off on May 4 only": off what, and when."""
    for found in _OFF.finditer(request):
        what, when = found["what"].strip(), (found["when"] or "").strip()
        offer = next((t for t in texts if t.role == "offer" and found["off"] in t.text), None)
        alone = [t for t in texts if t.role == "item" and t.text.lower() == what.lower()]
        said = _said(tuple(t for t in texts if t not in alone))
        if offer is None or mostly_in(what, said) or len(words_of(what)) > 6:
            continue
        what = what[:1].lower() + what[1:]
        told = offer.evolve(text=sentence_case(f"{found['off']} {what}"))
        texts = tuple(told if t is offer else t for t in texts if t not in alone)
        if when and not mostly_in(when, _said(texts), 0.4) and len(words_of(when)) <= 5:
            texts = (*texts, Text(role="date", text=sentence_case(when)))
    return texts


_WHICH = re.compile(
    r"\b(?P<which>(?:golden|silver|diamond|ruby|pearl|emerald|sapphire|first|second|third|tenth"
    r"|\d+(?:st|nd|rd|th))\s(?:(?:wedding|work)\s)?(?P<what>anniversary|birthday))\b",
    re.IGNORECASE,
)


def _which(texts: _Texts, request: str) -> _Texts:
    """ "Happy Anniversary" of a golden wedding says so."""
    found = _WHICH.search(request)
    title = next((t for t in texts if t.role == "title" and t.provenance != "user"), None)
    if found is None or title is None:
        return texts
    bare = f"happy {found['what']}".lower()
    whose = re.compile(rf"(?:[a-z]+[’']s )?{re.escape(found['which'])}", re.IGNORECASE)
    carded = re.search(r"\bcard\b[^.]*\b(?:for|to)\san?\s", request) and whose.fullmatch(title.text)
    if title.text.lower() != bare and not carded:
        return texts
    whole = title.evolve(text=f"Happy {title_case(found['which'])}", provenance="suggested")
    return tuple(whole if t is title else t for t in texts)


_TRADE = re.compile(
    r"\b(?:ads?|advert\w*|posts?|poster|fl[yi]er|story|cover|banner|billboard)\sfor\s(?:an?|the|our)\s"
    r"(?P<trade>[a-z][a-z'’ -]{2,40}?)(?=\s(?:that|which|with|featuring|including|showing|using)\s"
    r"|[.,;:])"
)


def _trade(texts: _Texts, request: str) -> _Texts:
    """Whose words a quotation praises: "Piano tuning service" above it."""
    found = _TRADE.search(request)
    title = next((t for t in texts if t.role == "title"), None)
    headed = any(t.role in ("kicker", "brand") for t in texts)
    if found is None or title is None or title.provenance != "user" or headed:
        return texts
    what = found["trade"]
    if len(words_of(what)) > 5 or mostly_in(what, _said(texts), 0.4) or is_direction(what):
        return texts
    return (Text(role="kicker", text=sentence_case(what), provenance="inferred"), *texts)


_RULES: tuple[Callable[[_Texts, str], _Texts], ...] = (
    _about, _for_whom, _where, _news, _reduced, _which, _trade,
)  # fmt: skip
