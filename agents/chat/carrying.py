"""The orders of a wish carried out, each on what came of those before it, as one undo step.

What cannot be done is left, with the question that it raises; the rest is done.
"""

from __future__ import annotations

import re
from dataclasses import replace

from agents.chat import telling
from agents.chat.context import Context
from agents.chat.deeds import Asker, as_told, done_to
from agents.chat.diffs import diff_of
from agents.chat.figures import in_figures
from agents.chat.gist import question_about
from agents.chat.line_parts import after_lead
from agents.chat.missing import likely_parts
from agents.chat.naming import Named, find, with_labels
from agents.chat.naming_topics import thing_in
from agents.chat.naming_words import DETERMINER
from agents.chat.orders import Order
from agents.chat.outcomes import Demand
from agents.chat.pointing import pointed_at, spot_of
from agents.chat.references import deeds_meant, thing_meant
from agents.chat.results import (
    AlreadyError,
    Answer,
    CannotError,
    Choice,
    Done,
    Impossible,
    NotThereError,
    NotUnderstoodError,
    Question,
    UnclearError,
    done,
)
from agents.chat.retyping import retyped
from agents.chat.sentence import unquoted
from agents.chat.straying import doubted, strays_of, touched_by
from agents.chat.telling import phrase_of
from agents.chat.values.slots import told_in
from agents.chat.values.wording import is_joined
from agents.reader.edits import Wish
from agents.reader.spans import Span
from design_io.commands import Command
from design_io.document import Layer, TextLayer, walk
from design_io.errors import DesignError

_MOSTLY = 0.6  # of a text's letters; words that are more of it stand for the text
_STYLES = ("bigger", "smaller", "bolder", "thinner", "italic", "upright", "underline", "color",
           "font")  # fmt: skip
_VALUED = ("reword", "add", "adddraw")  # deeds that their values tell
_SIDES = ("above", "below", "beside")
_SUREST, _SURE, _DOUBTFUL, _FAINT = 0.9, 0.8, 0.5, 0.4
_MOST_NAMED = 8  # words of a choice that only names a layer
_SIDE = re.compile(r"\b(before|above|over|after|below|under|underneath|beneath)(?: the)? ['\"“]?$")
_OF_WORDS = re.compile(
    r"\b(?:words?|letters?|part|bit|figures?|numbers?|line)\b|['\"]|\b(?:in|of) (?:the|our|it)\b"
)
_COPY = re.compile(r"\b(?:copy|duplicate|clone|twin|second one|new one)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|instead of|rather than|no longer|than)(?: the| just)? ['\"“]?$")
_CLOSING = ('"', "'", "”", "’", "“")
_LED = re.compile(r"^[ ,.;:!?]*(?:(?:and|but|then|also|oh|so|plus|please)\b[ ,]*)*", re.IGNORECASE)


def carried(
    orders: list[Order], wish: Wish, context: Context, ask: Asker
) -> tuple[Done, list[Order]]:
    """What the orders come to, and which of them are done; raises what keeps all from it."""
    work = Work(wish, context, ask)
    work.alone = len(orders) == 1
    surest = max(order.sure for order in orders)
    kept = [order for order in orders if work.heard(order, surest) and work.tried(order)]
    found = work.done()
    if not any(order.of("new", "added", "drawing", "place") for order in kept):
        work.check(found)
    return found, kept


def demanded(orders: list[Order], wish: Wish, context: Context, ask: Asker) -> list[Demand]:
    """What the orders ask of the leaves that they name; nothing of what is not found."""
    work = Work(wish, context, ask)
    found: list[Demand] = []
    for order in orders:
        try:
            named = [work.named(span, order.takes) for span in order.things]
        except (NotThereError, UnclearError):
            continue
        whole = [x for x in named if not order.takes or _is_mostly(x)]
        leaves = tuple(x.id for each in whole for x in each.leaves)
        found += [Demand("reword", leaves, wish.said(s)) for s in order.of("new", "added")]
        deeds = [d for d in order.deeds if leaves and not is_sum(wish.said(d))]
        for deed in (d for d in deeds if not _is_told(d, order)):
            kind, told = as_told(deed.kind, wish.said(deed))
            found.append(Demand(kind, leaves, told=told))
    return found


def named_in(wish: Wish, context: Context) -> Work:
    """Looks up what the wish names, and asks about what it does not find."""
    return Work(wish, context, lambda said, now: Impossible(""))


def leaves_named(orders: list[Order], wish: Wish, context: Context, ask: Asker) -> frozenset[str]:
    """The leaves of all that the orders name, as far as it is found."""
    work, found = Work(wish, context, ask), set[str]()
    for span in (span for order in orders for span in order.things):
        try:
            found |= {x.id for x in work.named(span).leaves}
        except (NotThereError, UnclearError):
            continue
    return frozenset(found)


def said_of(wish: Wish, context: Context, ask: Asker) -> Done:
    """What the sentence comes to in the rules' ears with "it" for the only thing it names.

    For a deed that the reader did not mark: "some handwritten font for Maple Fair would be cute".
    """
    things = [s for s in wish.spans if s.kind in ("thing", "quoted")]
    if len(things) != 1 or len(wish.spans) > 1:
        raise CannotError("the sentence orders nothing of one thing")
    work = Work(wish, context, ask)
    try:
        named = work.named(things[0])
    except (NotThereError, UnclearError) as error:
        raise work.unclear(error, things[0], (0, len(wish.text))) from error
    text = f"{wish.text[: things[0].start]}it{wish.text[things[0].end :]}"
    now = replace(context, selected=tuple(x.id for x in named.layers))
    rest = f"{wish.text[: things[0].start]} , {wish.text[things[0].end :]}"
    for answer in (telling.tried(text, now, ask), _typeset(named, rest, context)):
        if answer is not None:
            return answer
    raise UnclearError(question_about(named, phrase_of(named, context)))


def _typeset(named: Named, words: str, context: Context) -> Done | None:
    """In a kind of typeface that the words speak of, if they speak of one."""
    if not re.search(r"\b(?:font|typeface|lettering|letters|type)\b", words.lower()):
        return None
    try:
        answer = done_to(named, "font", words, "", context, lambda sentence, now: Impossible(""))
    except (CannotError, NotThereError):
        return None
    return answer if isinstance(answer, Done) else None


class Work:
    """What has been done so far, and the design as it is by now."""

    def __init__(self, wish: Wish, context: Context, ask: Asker) -> None:
        self.wish, self.first, self.now, self.ask = wish, context, context, ask
        self.made: list[Command] = []
        self.meant: list[Layer] = []  # leaves to which deeds were done
        self.told: list[str] = []
        self.lost: list[Exception] = []  # what kept the others from being done
        self.alone = True  # one order only, of which the rules have heard each word

    def done(self) -> Done:
        if not self.made:
            raise (
                self.lost[0] if self.lost else AlreadyError("that is so already: nothing to change")
            )
        whole = done("; ".join(dict.fromkeys(self.told)), self.made)
        left = tuple(map(_asking, self.lost))
        return whole._replace(diff=diff_of(self.first.design, self.now.design), left=left)

    def heard(self, order: Order, surest: float) -> bool:
        """Whether a deed is more than noise beside surer ones."""
        if order.sure >= _FAINT or surest < _SURE or not order.deeds:
            return True
        self.lost.append(CannotError(f"what does {self._clause(order)!r} ask for?"))
        return False

    def tried(self, order: Order) -> bool:
        """Whether the order is done; if not, all is as it was before it."""
        before = self.now, len(self.made), len(self.meant), len(self.told)
        try:
            self.do(order)
        except (NotThereError, CannotError, DesignError, UnclearError) as error:
            if self._as_rules_hear(order):
                return True
            if isinstance(error, NotUnderstoodError):
                self.lost.append(CannotError(f"what does {self._clause(order)!r} ask for?"))
            elif not isinstance(error, AlreadyError):
                self.lost.append(error)
            self.now = before[0]
            del self.made[before[1] :], self.meant[before[2] :], self.told[before[3] :]
            return False
        return True

    def check(self, found: Done) -> None:
        """Asks where anything was touched but the things that were named."""
        strays = strays_of(touched_by(found, self.first), self.meant, self.first.design)
        if strays and not self.first.confirmed:
            label = Named(tuple(strays)).label
            raise UnclearError(
                Question(f"that would change {label}, of which you did not speak; what is meant?")
            )

    def _clause(self, order: Order) -> str:
        """What was said of the order, from the last word of the one before it."""
        ends = [s.end for s in self.wish.spans if s.end <= order.spans[0].start]
        start = max(order.start if order.things else 0, *ends, 0)
        start += self.wish.text[start : start + 1] in _CLOSING and start > 0
        return _LED.sub("", self.wish.text[start : order.end]).strip(" ,.;:")

    def _as_rules_hear(self, order: Order) -> bool:
        """Whether the rules know what to do where the reader's marks led to nothing."""
        if self.alone:
            return False
        clause = self._clause(order)
        answer = telling.tried(clause, self.now, self.ask)
        if answer is None or doubted(clause.lower(), answer, self.now) is not None:
            return False
        self.meant += touched_by(answer, self.now)
        self._take(answer)
        return True

    def do(self, order: Order) -> None:
        """An order; its words first, then its looks and places."""
        things, count = self._things(order), len(self.made)
        self._put_words(order, things)
        told = [d for d in order.deeds if not _is_told(d, order)]
        place = self._place(order) if told else ""
        deeds = [each for d in told for each in deeds_meant(d, place, self.wish)]
        failed: list[tuple[Span, CannotError]] = []
        for deed in sorted(deeds, key=lambda d: d.kind != "duplicate"):
            try:
                self._deed(deed, order, things, place)
            except CannotError as error:
                failed.append((deed, error))
        if failed and len(self.made) == count:
            raise failed[0][1]
        # words beside new ones, or other deeds, may be misread as a deed
        least = _SURE if order.of("new") else _DOUBTFUL
        self.lost += [
            CannotError(f"what does {self._said(deed)!r} ask for?")
            if isinstance(error, NotUnderstoodError) else error
            for deed, error in failed if deed.sure >= least and not isinstance(error, AlreadyError)
        ]  # fmt: skip

    def _take(self, answer: Answer) -> None:
        """The answer done; what is no edit of layers ends the work."""
        if isinstance(answer, Question):
            raise UnclearError(answer)
        if not isinstance(answer, Done):
            raise CannotError(getattr(answer, "said", "that is no edit of a layer"))
        history = answer.after(self.now.history)
        ids = {x.id for x in walk(history.present)}
        new = ids - {x.id for x in walk(self.now.design)}
        self.made += answer.commands
        self.told.append(answer.said)
        kept = tuple(x for x in self.now.selected if x in ids)
        self.now = replace(self.now, history=history, selected=kept)
        if copies := [name for name in new if "-copy-" in name]:
            self.now = replace(self.now, selected=(min(copies, key=len),))

    def _said(self, span: Span) -> str:
        return self.wish.said(span).strip(" \"'“”‘’„,;:")

    # what is meant

    def _things(self, order: Order) -> list[Named]:
        """What the order is about; nothing where new words or a drawing tell enough."""
        found: list[Named] = []
        for span in order.things:
            try:
                found.append(self.named(span, order.takes))
            except (NotThereError, UnclearError) as error:
                told = order.of("new") and (isinstance(error, NotThereError) or order.of("quoted"))
                if not told and not order.of("drawing"):
                    within = (0, len(self.wish.text)) if self.alone else (order.start, order.end)
                    raise self.unclear(error, span, within) from error
        return found

    def named(self, span: Span, goes: bool = False) -> Named:
        """The thing of a span, on the design as it is by now; alone where it `goes`."""
        span = thing_meant(span, self.wish)
        phrase = self._said(span)
        if self._is_copied() and _COPY.search(phrase):
            phrase = "it"
        if span.kind == "quoted" and (spot := spot_of(phrase, self.now)):
            return spot
        named = pointed_at(thing_in(phrase, self.now) if goes else phrase, self.now)
        part = goes and any(is_joined(x.text) for x in named.texts)
        part = part or not re.search(r"\w", DETERMINER.sub("", phrase))
        return named if part or _OF_WORDS.search(phrase) else named._replace(span=None)

    def _is_copied(self) -> bool:
        """Whether what has just been duplicated is spoken of."""
        return len(self.now.selected) == 1 and "-copy-" in self.now.selected[0]

    def unclear(self, error: Exception, span: Span, within: tuple[int, int]) -> UnclearError:
        """Asks which layer is meant, each choice its part of the sentence with the layer in it."""
        before = self.wish.text[within[0] : span.start].lstrip(" ,.;")
        behind = self.wish.text[span.end : within[1]].rstrip(" ,.;")
        if isinstance(error, UnclearError):
            said, choices = error.question.said, error.question.choices
        else:
            said = f"nothing is called {self._said(span)!r}; which of these do you mean?"
            choices = tuple(Choice(x.label, x.id) for x in likely_parts(self.now))
        told = tuple(
            c._replace(sentence=f"{before}{c.sentence}{behind}")
            for c in choices if c.sentence and len(c.sentence.split()) < _MOST_NAMED
        )  # fmt: skip
        return UnclearError(Question(said, told))

    # words

    def _put_words(self, order: Order, things: list[Named]) -> None:
        if order.of("new"):
            self._reword(order, things)
        elif order.of("added"):
            words = " ".join(self._said(span) for span in order.of("added"))
            side, place = self._beside(order, things)
            self._take(telling.added(words, side, place, self.now, self.ask))
        elif order.of("drawing"):
            more = bool(order.of("adddraw"))
            self._take(telling.drawn(self._drawing(order), more, self.now, self.ask))

    def _beside(self, order: Order, things: list[Named]) -> tuple[str, str]:
        """Above or below what the added words go; both empty where that is not said."""
        place = self._place(order) or (phrase_of(things[0], self.now) if things else "")
        side = next((s.kind for s in order.of(*_SIDES)), "")
        anchors = [*order.of("place"), *order.things]
        before = self.wish.text[: anchors[0].start].lower() if anchors else ""
        if told := _SIDE.search(before):
            side = "above" if told[1] in ("before", "above", "over") else "below"
        return (side, place) if side and place else ("", "")

    def _reword(self, order: Order, things: list[Named]) -> None:
        news, quoted = order.of("new"), order.of("quoted")
        clause = "" if self.alone else self._clause(order)
        if len(news) > 1 and len(news) != len(things):
            news = (news[0]._replace(end=news[-1].end),)
        for number, span in enumerate(news):
            new = unquoted(self.wish.said(span).strip(" ,;:"))
            if quoted and things:
                old = self._said(was := self._old(quoted, number))
                if (whole := self._goes_on(was, span)) is not None:
                    self._take(retyped(whole, f"{old} {new}", self.now))
                    continue
                if (mate := self._heading(old, things)) is not None:
                    self._take(telling.renewed(mate, new, "", self.now, self.ask))
                else:
                    self._take(telling.in_place_of(old, new, clause, self.now, self.ask))
            elif things:
                at = min(number, len(things) - 1)
                named = after_lead(things[at], self._said(order.things[at]), new)
                self._take(telling.renewed(named, new, clause, self.now, self.ask))
            elif (row := telling.in_row(new, self.now)) is not None and not self.alone:
                new = in_figures(new)
                self._take(telling.renewed(row, new, clause, self.now, self.ask))
            else:
                self._take(telling.fact(new, clause, self.now, self.ask))
        self._select(things)

    def _heading(self, old: str, things: list[Named]) -> Named | None:
        """The heading or the mate in the row of another thing that reads so."""
        named = Named(tuple(x for each in things for x in each.layers if each.span is None))
        mates = with_labels(named, self.now.design)[len(named.layers) :]
        found = [x for x in mates if isinstance(x, TextLayer) and x.text.lower() == old.lower()]
        return Named((found[0],)) if len(found) == 1 else None

    def _goes_on(self, old: Span, new: Span) -> Named | None:
        """ "from Priya and Thomas": the text that begins so, and goes on otherwise."""
        beside = not self.wish.text[min(old.end, new.start) : new.start].strip()
        spot = spot_of(self._said(old), self.now) if beside and old.end <= new.start else None
        begins = spot is not None and spot.span is not None and spot.span[0] == 0
        return Named(spot.layers) if spot is not None and begins else None

    def _old(self, quoted: tuple[Span, ...], number: int) -> Span:
        """Of several words quoted those that are said to be wrong."""
        denied = [q for q in quoted if _DENIED.search(self.wish.text[: q.start])]
        return denied[0] if denied else quoted[min(number, len(quoted) - 1)]

    def _drawing(self, order: Order) -> str:
        """What is to be drawn; of two things that which the design does not show yet."""
        thing, others = self._said(order.of("drawing")[0]), order.of("thing")
        if others and _shows(thing, self.now) and not _shows(self._said(others[0]), self.now):
            return self._said(others[0])
        return thing

    # looks and places

    def _deed(self, deed: Span, order: Order, things: list[Named], place: str) -> None:
        named = [self._fresh(x) for x in things] or [pointed_at("it", self.now)]
        if not place and deed.kind == "swap" and len(named) == 2:
            place = phrase_of(named.pop(), self.now)
        words = self.wish.said(deed)
        if place and deed.kind == "mirror":  # "flip the date with the time"
            deed = deed._replace(kind="swap")
        for each in _gathered(named):
            part = self._is_in_quotes(each) or not _is_mostly(each)
            if each.span is not None and order.takes and part:
                self._take(telling.left_out(each, self.now))
                continue
            if each.span is not None and (deed.kind not in _STYLES or _is_mostly(each)):
                each = Named(each.layers)
            if deed.kind == "delete":
                self._be_sure(each, deed, order)
            self._select([each])
            self.meant += each.leaves
            self._take(done_to(each, deed.kind, words, place, self.now, self.ask))

    def _is_in_quotes(self, named: Named) -> bool:
        """Whether just these words of a text stand in quotation marks."""
        if named.span is None or not named.texts:
            return False
        words = re.escape(named.texts[0].text[slice(*named.span)])
        return bool(re.search(rf"['\"“‘]{words}['\"”’]", self.wish.text, re.IGNORECASE))

    def _be_sure(self, named: Named, deed: Span, order: Order) -> None:
        """Asks before what matters most is deleted on a guess."""
        sure = min([deed.sure, *(s.sure for s in order.things)])
        most = any(x.role == "title" or x.id == "background" for x in named.leaves)
        if most and sure < _SUREST and not self.first.confirmed:
            order_ = f"delete {phrase_of(named, self.now)}"
            choices = (Choice(f"yes, delete {named.label}", order_),)
            raise UnclearError(Question(f"shall {named.label} be deleted?", choices))

    def _place(self, order: Order) -> str:
        """The thing beside which something goes, in words that the rules know."""
        found = (pointed_at(self._said(thing_meant(span, self.wish)), self.now)
                 for span in order.of("place"))  # fmt: skip
        return " and ".join(phrase_of(named, self.now) for named in found)

    def _fresh(self, named: Named) -> Named:
        """The same layers as they are by now."""
        if self._is_copied():
            return Named(self.now.it)
        by_id = {x.id: x for x in walk(self.now.design)}
        layers = tuple(by_id[x.id] for x in named.layers if x.id in by_id)
        return named._replace(layers=layers)

    def _select(self, named: list[Named]) -> None:
        ids = {x.id for x in walk(self.now.design)}
        own = tuple(x.id for each in named for x in each.layers if x.id in ids)
        if own:
            self.now = replace(self.now, selected=own)


def _asking(error: Exception) -> Question:
    """What is still to be told, or why it cannot be done."""
    return error.question if isinstance(error, UnclearError) else Question(str(error))


def is_sum(words: str) -> bool:
    """Whether it is a value that goes up or down: "up by two quid"."""
    low = in_figures(words.lower())
    return any(told.kind == "money" for told in told_in(low, low))


def _is_told(deed: Span, order: Order) -> bool:
    """Whether the values of the order have done it already."""
    if deed.kind in _VALUED or (deed.kind == "delete" and order.of("new")):
        return True
    if deed.kind in (*_SIDES, "top", "bottom") and order.of("added"):
        return True
    return deed.kind == "redraw" and bool(order.of("drawing"))


def _shows(phrase: str, context: Context) -> bool:
    """Whether a drawing is called so."""
    try:
        found = find(phrase, context)
    except (NotThereError, UnclearError):
        return False
    return any(not isinstance(x, TextLayer) for x in found.leaves)


def _gathered(named: list[Named]) -> list[Named]:
    """Whole layers together, words of a text by themselves."""
    whole = tuple(dict.fromkeys(x for each in named if each.span is None for x in each.layers))
    apart = [each for each in named if each.span is not None]
    everything = any(each.everything for each in named)
    return [*([Named(whole, everything=everything)] if whole else []), *apart]


def _is_mostly(named: Named) -> bool:
    """Whether the words are most of their text, or much of an entry of a list."""
    if named.span is None or not named.texts:
        return True
    start, end = named.span
    share = (end - start) / max(1, len(named.texts[0].text))
    if is_joined(named.texts[0].text):
        return share >= _MOSTLY
    return share >= _MOSTLY or (named.texts[0].role == "item" and share > 0.5 * _MOSTLY)
