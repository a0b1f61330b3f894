"""What the learned reader marked in a sentence, as orders: which deed is done to which thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from agents.chat.references import is_reference
from agents.colorwords import color_named, color_pattern
from agents.reader.edits import Wish
from agents.reader.spans import Span

_JOINT = re.compile(
    r"[;!?:\n]|[.,](?!(?<=\d.)\d)|\s[-–—]+\s|\b(?:and|but|then|plus|also|&)\b", re.IGNORECASE
)
_WEAK = re.compile(
    r"(?:it|its|they|this|that|there|here|one|(?:these|those|them|all|both)(?: of (?:them|these"
    r"|those))?(?: (?:two|three|four|five))?|the (?:thing|whole thing"
    r"|(?:(?:first|second|third|last|other) )?ones?))",
    re.IGNORECASE,
)
_STATES = re.compile(r"\s+(?:is|are|was|were|has|have|isn't|aren't|went|got|broke)\b")
_ARTICLE = re.compile(r"(?:the|an?|my|our|your|his|her|their|its)", re.IGNORECASE)
_NO_KEEP = re.compile(r"don'?t|do not|never|doesn'?t|not", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|,? ?(?:and|&|or|plus|as well as))\s*(?:the|my|our|your)?\s*")
_BESIDE = re.compile(r"\b(?:with|of|as)\s+(?:the\s+)?$", re.IGNORECASE)
_LIKENED = ("alignleft", "alignright", "aligncenter", "leftside", "rightside", "center", "straight")
_BECOMES = re.compile(
    r"\s*(?:(?:should|must|can|could|to|has to|needs to|ought to|shall|will|now|just)\s+)*(?:be|say"
    r"|says|read|reads|become|becomes|called|to|->|→|=)(?:\s+just)?[\s:'\"“„]*"
)
_DENIED = re.compile(r"\b(?:not|instead of|rather than|no longer)(?: the| just)? ['\"“]?$")
_SPARED = re.compile(
    r"(?:[,;]| but| and) (?:not|never)(?: (?:on|in|of|for))?(?: the| my| our| those)? ?$"
    r"|\bnot \w+[,;]? (?:but )?(?:only|just)(?: the| my| our)? ?$"
)
_BETWEEN = re.compile(r"\bbetween\b(?!.*\b(?:and|&)\b)")
_VALUES = ("new", "added", "drawing")
_SHADE = re.compile(r"\b(?:same|match\w*|like|colou?rs?|shade|tint|tone)\b")
_THINGS = ("thing", "quoted")
_OPPOSITES = {a: b for pair in (("up", "down"), ("left", "right"), ("top", "bottom"),
                                         ("bigger", "smaller"), ("darker", "lighter"))
              for a, b in (pair, pair[::-1])}  # fmt: skip
_FAINT = 0.3  # a deed that is less sure is noise beside one that is surer
_ALONE = ("add", "adddraw", "redraw")  # deeds that need no thing


class Order(NamedTuple):
    """Things and what happens to them; the spans stand as they were said."""

    spans: tuple[Span, ...]
    start: int  # of the clauses it was said in
    end: int

    def of(self, *kinds: str) -> tuple[Span, ...]:
        return tuple(s for s in self.spans if s.kind in kinds)

    @property
    def things(self) -> tuple[Span, ...]:
        return self.of(*_THINGS)

    @property
    def deeds(self) -> tuple[Span, ...]:
        """What is to be done, each kind once, as it is surest; nothing for what stays as it is."""
        pairs = zip((None, *self.spans), self.spans, strict=False)
        rest = [s for last, s in pairs if s.kind not in (*_THINGS, *_VALUES, "place", "keep")
                and not (last and last.kind == "keep")]  # fmt: skip
        best = {kind: max((s for s in rest if s.kind == kind), key=lambda s: s.sure)
                for kind in dict.fromkeys(s.kind for s in rest)}  # fmt: skip
        return tuple(best.values())

    @property
    def takes(self) -> bool:
        """Whether something is to go."""
        return bool(self.of("delete", "hide"))

    @property
    def acts(self) -> bool:
        return bool(self.deeds or self.of(*_VALUES))

    @property
    def whole(self) -> bool:
        """Whether it says both what is done and to what."""
        kinds = {s.kind for s in self.spans}
        return self.acts and bool(self.things or kinds & {*_ALONE, "added", "drawing"})

    @property
    def kept(self) -> bool:
        return not self.acts and bool(self.of("keep"))

    @property
    def sure(self) -> float:
        """Of the least sure thing or value, and of each kind of deed where it is told best."""
        parts = [s.sure for s in self.spans if s.kind in (*_THINGS, *_VALUES, "place")]
        best: dict[str, float] = {}
        for deed in (s for s in self.spans if s.kind not in (*_THINGS, *_VALUES, "place", "keep")):
            best[deed.kind] = max(best.get(deed.kind, 0.0), deed.sure)
        return min([*parts, *best.values()], default=0.0)


def orders_in(wish: Wish) -> list[Order]:
    """The orders in the order they were said; empty where nothing is to be done."""
    units = [unit for clause in _clauses(_cleaned(wish)) for unit in _units(clause, wish)]
    return [_settled(u, wish) for u in _linked(units, wish) if u.acts]


def kept_in(wish: Wish) -> list[Order]:
    """What is said to stay as it is."""
    units = [unit for clause in _clauses(_cleaned(wish)) for unit in _units(clause, wish)]
    return [u for u in units if u.kept and not _NO_KEEP.fullmatch(wish.said(u.of("keep")[0]))]


def is_list(order: Order, wish: Wish) -> bool:
    """Whether it names things one after the other: "title, date and venue"."""
    named = order.of(*_THINGS, "place")
    gaps = (wish.text[a.end : b.start] for a, b in pairwise(named))
    return any(_LISTED.fullmatch(gap.lower()) for gap in gaps)


def _cleaned(wish: Wish) -> Wish:
    """Spans of one kind side by side as one; without words for colours that tell none."""
    found: list[Span] = []
    for span in (_with_all_its_words(s, wish) for s in wish.spans):
        last = found[-1] if found else None
        gap = wish.text[last.end : span.start].strip() if last else ""
        joined = gap in ("and", "&", "or") or gap.startswith("and ")
        if last and joined and span.kind == "thing" and _BETWEEN.search(wish.said(last)):
            found[-1] = last._replace(end=span.end)
        elif (
            last
            and span.kind == "thing"
            and (
                (joined and last.kind == "place")
                or (last.kind in _LIKENED and _BESIDE.search(wish.text[: span.start]))
            )
        ):
            found.append(span._replace(kind="place"))
        elif last and last.kind == span.kind and not gap:
            found[-1] = last._replace(end=span.end, sure=max(last.sure, span.sure))
        elif last and gap in ("", "&", "and") and (kind := _kind_of_both(last, span, wish)):
            sure = max(last.sure, span.sure)
            found[-1] = span._replace(kind=kind, start=last.start, sure=sure)
        else:
            found.append(span)
    found = [_become(last, s, wish) for last, s in zip([None, *found], found, strict=False)]
    found = [_unbracketed(s, wish) for s in found
             if not _is_misheard(s, wish) and not _is_article(wish.said(s), s.kind)
             and not _is_aside(s, wish) and not _is_spared(s, found, wish)]  # fmt: skip
    toned = [s for s in found if s.kind == "color" and _tells_color(wish.said(s))]
    if toned:
        found = [s for s in found if s.kind != "color" or s in toned]
    return wish._replace(spans=tuple(found))


def _become(last: Span | None, span: Span, wish: Wish) -> Span:
    """Words of the design that a thing is to read: "the title should be Hands in Clay"."""
    if last is None or last.kind != "thing" or span.kind != "quoted":
        return span
    between = wish.text[last.end : span.start].lower()
    return span._replace(kind="new") if _BECOMES.fullmatch(between) else span


def _is_article(words: str, kind: str) -> bool:
    return kind in (*_THINGS, "place") and bool(_ARTICLE.fullmatch(words))


def _is_misheard(span: Span, wish: Wish) -> bool:
    """Whether its words tell no such deed: "not a half moon" deletes, "under" underlines none."""
    low = wish.said(span).lower()
    if span.kind == "underline":
        return not re.search(r"underl|\blines? (?:under|below|beneath)|stroke", low)
    return span.kind == "delete" and low in ("not", "just")


def _unbracketed(span: Span, wish: Wish) -> Span:
    """Up to a bracket that is opened in it and not closed."""
    words = wish.said(span)
    cut = words.find("(")
    return span._replace(end=span.start + cut) if cut > 0 and ")" not in words else span


def _is_aside(span: Span, wish: Wish) -> bool:
    """Whether it stands in brackets behind a thing that is said by name: "labels (date, time)"."""
    opened = wish.text.rfind("(", 0, span.start)
    if span.kind not in _THINGS or opened < 0 or ")" in wish.text[opened : span.start]:
        return False
    named = [s for s in wish.spans if s.kind in _THINGS and s.start < opened]
    return any(not _WEAK.fullmatch(wish.said(s)) for s in named)


def _is_spared(span: Span, spans: list[Span], wish: Wish) -> bool:
    """Whether a thing is named as the one that is not meant: "bands bold, not the price"."""
    others = any(s.kind == "thing" and s is not span for s in spans)
    told = any(s.kind in (*_VALUES, "quoted") for s in spans)
    before = wish.text[: span.start].lower()
    return span.kind == "thing" and others and not told and bool(_SPARED.search(before))


def _kind_of_both(last: Span, span: Span, wish: Wish) -> str:
    """New words with some that stand already: "Lena Okafour" for "Lena Okafor", "11 Mill Lane"."""
    first, second = (re.sub(r"^(?:&|and) ", "", wish.said(s)) for s in (last, span))
    named = first[:1].isupper() and second[:1].isupper()
    match last.kind, span.kind:
        case "quoted", "new":
            return "new" if named or not re.search(r"[a-z]", (first + second).lower()) else ""
        case "new", "quoted":
            return "new" if named or (first.isdigit() and second[:1].isupper()) else ""
        case "added", "new":
            return "added"
        case "new", "new":
            return "new" if named else ""
    return ""


def _with_all_its_words(span: Span, wish: Wish) -> Span:
    """A colour to its last word: "light blue", not "light"."""
    if span.kind != "color":
        return span
    colors = [m for m in color_pattern().finditer(wish.text.lower()) if m.start() < span.end]
    if not colors or colors[-1].start() < span.start:
        return span
    return span._replace(end=max(span.end, colors[-1].end()))


def _tells_color(words: str) -> bool:
    return bool(color_pattern().search(words.lower())) or bool(_SHADE.search(words.lower()))


def _settled(order: Order, wish: Wish) -> Order:
    """Without deeds that are noise beside surer ones; added words are new ones of a thing.

    New words that name a colour, where none are quoted, are one: "I hate this green, go for teal".
    """
    rest = [s for s in order.deeds if s.sure >= _FAINT]
    noise = [s for s in order.deeds if s.sure < _FAINT and (rest or order.of(*_VALUES))]
    noise += [s for s in rest if any(_outdoes(other, s) for other in rest)]
    spans = tuple(s for s in order.spans if s not in noise)
    if order.things and not order.of("add", "new"):
        spans = tuple(s._replace(kind="new") if s.kind == "added" else s for s in spans)
    spans = _old_and_new(spans, wish)
    if not order.of("quoted", "reword"):
        toned = [s for s in spans if s.kind == "new" and color_named(wish.said(s).lower())]
        spans = tuple(s._replace(kind="color") if s in toned else s for s in spans)
    return order._replace(spans=spans)


def _old_and_new(spans: tuple[Span, ...], wish: Wish) -> tuple[Span, ...]:
    """New words that are denied are the old ones, and those quoted last the new: "Tea not Beer"."""
    news = [s for s in spans if s.kind == "new"]
    quoted = [s for s in spans if s.kind == "quoted" and not _DENIED.search(wish.text[: s.start])]
    if len(news) != 1 or not quoted or not _DENIED.search(wish.text[: news[0].start].lower()):
        return spans
    changed = {news[0]: "quoted", quoted[-1]: "new"}
    return tuple(s._replace(kind=changed.get(s, s.kind)) for s in spans)


def _outdoes(deed: Span, other: Span) -> bool:
    """Whether one deed tells that the other is no more than a word on the way to it."""
    if deed.kind in ("front", "back"):
        return other.kind in ("above", "below", "up", "down")
    return other.kind == _OPPOSITES.get(deed.kind) and deed.sure > other.sure


def _clauses(wish: Wish) -> Iterator[Order]:
    """The spans between the joints of the sentence."""
    start, found = 0, list[Span]()
    for span in wish.spans:
        joints = list(_JOINT.finditer(wish.text, found[-1].end if found else 0, span.start))
        if joints and found:
            yield Order(tuple(found), start, joints[-1].start())
            found = []
        start = joints[-1].end() if joints else start
        found.append(span)
    if found:
        after = re.compile(r"[.;!?\n]").search(wish.text, found[-1].end)
        yield Order(tuple(found), start, after.start() if after else len(wish.text))


def _units(clause: Order, wish: Wish) -> Iterator[Order]:
    """A clause without joints may hold several orders: "title bigger date smaller"."""
    own: list[Span] = []
    for span in clause.spans:
        now = Order(tuple(own), 0, 0)
        if span.kind in _THINGS and now.things and own[-1].kind not in _THINGS and now.acts:
            denied = span.kind == "quoted" and now.of("new") and not now.of("quoted")
            if denied or _WEAK.fullmatch(wish.said(span)):
                own += [span] if denied else []
                continue
            moved = own[0].kind not in _THINGS and own[-1].kind not in (*_VALUES, "place")
            tail = [own.pop()] if moved and len(now.deeds) > 1 else []
            yield Order(tuple(own), clause.start, clause.end)
            own = tail
        own.append(span)
    yield Order(tuple(own), clause.start, clause.end)


def _linked(units: list[Order], wish: Wish) -> list[Order]:
    """Deeds without a thing and things without a deed, each with its neighbour."""
    found: list[Order] = []
    waiting: list[Order] = []  # said before anything they could belong to
    for number, unit in enumerate(units):
        behind = units[number + 1] if number + 1 < len(units) else None
        last = found[-1] if found and not waiting else None
        if unit.kept:
            found.append(unit)
        elif waiting and _is_reason(waiting[0], unit, wish):
            waiting = []
            found.append(unit)
        elif waiting:
            unit = _joined(*waiting, unit)
            waiting = [] if unit.whole or behind is None else [unit]
            if not waiting and found and _completes(found[-1], unit):
                found[-1] = _joined(found[-1], unit)
            elif not waiting:
                found.append(unit)
        elif last is not None and not last.kept and _belongs(unit, last, behind):
            found[-1] = _joined(last, unit)
        elif unit.whole or behind is None or behind.kept or not _waits(unit, behind):
            found.append(unit)
        else:
            waiting = [unit]
    return [_named_once(u, wish) for u in found + waiting]


def _belongs(unit: Order, last: Order, behind: Order | None) -> bool:
    """Whether the unit goes on with what was said before it."""
    if _completes(unit, last) or _completes(last, unit):
        return True
    if unit.whole:
        return False
    if unit.acts:  # a deed without a thing
        told_twice = bool(unit.of("new") and last.of("new"))
        return bool(last.things or last.of("added", "drawing")) and not told_twice
    denied = unit.of("quoted") and last.of("new") and not last.of("quoted")
    if denied:
        return True
    ahead = behind is not None and not behind.kept and behind.acts
    if ahead and last.spans[-1].kind not in _THINGS:
        return False
    return bool(last.acts or last.things) and not last.of(*_VALUES)


def _is_reason(waiting: Order, unit: Order, wish: Wish) -> bool:
    """Whether it says how a thing is, why another is changed: "line is broken, hide the number"."""
    if not waiting.acts and any(is_reference(wish.said(s)) for s in unit.things):
        return True  # "date and venue look alike, the latter in red"
    said = wish.text[waiting.spans[-1].end : waiting.end].lower()
    strong = any(not _WEAK.fullmatch(wish.said(s)) for s in unit.things)
    return not waiting.acts and unit.whole and strong and bool(_STATES.match(said))


def _completes(unit: Order, other: Order) -> bool:
    """Whether one says what is to be drawn, or added, and the other that it is."""
    kinds = {s.kind for s in unit.spans}
    deed = {s.kind for s in other.spans}
    drawn = "drawing" in kinds and deed & {"redraw", "adddraw"} and "drawing" not in deed
    return bool(drawn) or ("added" in kinds and "add" in deed and "added" not in deed)


def _waits(unit: Order, behind: Order) -> bool:
    if unit.of("new") and not unit.things:  # a fact told by itself, unless its old words follow
        return bool(behind.of("quoted") and not behind.of("new"))
    return True


def _joined(*units: Order) -> Order:
    spans = tuple(s for unit in units for s in unit.spans)
    return Order(spans, min(u.start for u in units), max(u.end for u in units))


def _named_once(unit: Order, wish: Wish) -> Order:
    """Without "it" where the thing itself is said too."""
    strong = [s for s in unit.things if not _WEAK.fullmatch(wish.said(s))]
    if not strong or len(strong) == len(unit.things):
        return unit
    spans = tuple(s for s in unit.spans if s.kind not in _THINGS or s in strong)
    return unit._replace(spans=spans)
