"""A second opinion on a chat sentence: the learned reader's, beside that of the rules.

The rules know the design, the reader knows how people speak. Where the rules are at a loss, the
reader's orders are carried out; where both did something, the outcomes are compared.
"""

from __future__ import annotations

import re

from agents.chat import lacked
from agents.chat.asked import answered as answered_in_words
from agents.chat.carrying import carried, demanded, is_sum, leaves_named, said_of
from agents.chat.clauses import VERBS
from agents.chat.context import Context
from agents.chat.deeds import Asker
from agents.chat.missing import likely_parts
from agents.chat.naming import Named
from agents.chat.naming_words import CONTACTS, ROLES
from agents.chat.orders import Order, is_list, kept_in, orders_in
from agents.chat.outcomes import fulfilled, untouched
from agents.chat.results import (
    Answer,
    Back,
    CannotError,
    Choice,
    Done,
    Impossible,
    NotThereError,
    Question,
    Resize,
    UnclearError,
    Variants,
)
from agents.chat.sentence import heard
from agents.chat.straying import doubted, loses, speaks_of_all, touched_by
from agents.chat.values.slots import told_in
from agents.chat.values.wording import copy_by_id, kinds_of, texts_of
from agents.chat.variants import vague
from agents.reader.edits import Wish, wish_in
from agents.reader.spans import Span
from agents.reader.words import words_in
from agents.spelling import is_common
from design_io.document import TextLayer, leaves, walk
from design_io.errors import DesignError

_SURE_CLASS, _VAGUE = 0.8, 0.4
_SURE, _AT_ALL = 0.3, 0.15  # of every word, where the rules miss a thing, or know nothing
_DOUBTFUL, _SURER, _SUREST = 0.35, 0.6, 0.85  # where the rules did something else
_RETOLD = 0.5
_MOST_COPY = 0.5  # of all texts
_LOOKS = ("thing", "place", "bigger", "smaller", "bolder", "thinner", "italic", "upright", "color",
          "darker", "lighter", "up", "down", "left", "right", "leftside", "rightside", "center",
          "top", "bottom", "corner", "alignleft", "alignright", "aligncenter", "font", "rotate",
          "underline", "looser", "tighter", "softer", "stronger", "front", "back")  # fmt: skip
_STYLED = ("aligncenter", "alignleft", "alignright", "center", "bigger", "smaller", "bolder",
           "thinner", "italic", "upright", "underline", "upper", "lower", "font", "delete", "hide",
           "lock")  # fmt: skip
_AT_EDGE = re.compile(r"(?:right |up |down )?(?:at|on) the (?:very )?(?:top|bottom)")
_IN_FRONT = re.compile(r"(?:right )?(?:in|at the) (?:very )?front|in the fore(?:ground)?")
_BROUGHT = re.compile(r"\b(?:bring|move|put|send|pull|place|should (?:be|go|come)|goes)\b")
_INDEFINITE = re.compile(r"(?:on|in|inside|over|under|with) an? ")
_THAN = re.compile(r"er than (?:the |our |that )?['\"“]?$")
_IT = re.compile(r"\b(?:it|them)\b")
_PRINTED = ("new", "added")
_NO_DEEDS = (*_PRINTED, "thing", "quoted", "place", "drawing", "add", "reword")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)+")
_SPARED = re.compile(
    r"\b(?:except|apart from|(?:all|every\w*)(?: [\w']+){0,3} (?:but|bar)|other than|unless"
    r"|(?:but|and) not (?:the|our|my)|(?:don't|dont|do not|didn't) (?:want|like|need) .+ in)\b"
)
_JOINED = re.compile(r"[,;.!?:] |\b(?:and|then|but|plus|also)\b")
_NOUN = re.compile(r"(?:line|text|bit|row|part|words?|one|entry|sentence|phrase)s?")
_TELLING = re.compile(  # a line of copy by what it tells
    r"(?:(?:the|that|this) )?(?:line|text|bit|row|part|sentence|entry) (?:(?:that|which|where it)"
    r" )?(?:just |only |already |still )*(?:says?|reads?|saying|reading|with|about|mentioning)"
    r" (?:just |only )?"
)
_TELLS_FACT = re.compile(  # what is there no more, or where it is
    r"(?:no|only|just|without)\b|(?:it'?s|it is|we're|they're) (?:at|in|on)\b"
)
_DRAWING = re.compile(
    r"\b(?:draw\w*|add|put|show|picture|drawing|paint|illustrat\w+|image|instead|swap|replace|want"
    r"|need|have|like|see|with|could|where)\b"
)
_NEAR = 6  # letters, such as those of an article and a quotation mark
_FROM = re.compile(r" (?:from|off|out of|of|on|in) (?:the |our |my |this )?")
_RIGHT = re.compile(r"(?:\bits|\bit's|\bit is|\bit should (?:be|say|read)) ['\"“]?$")
_COMMON = frozenset(w for name in (*ROLES, *CONTACTS) for w in name.split()) | frozenset(
    [*VERBS.split("|"), "the", "a", "an", "and", "of", "to", "in", "on", "at", "is", "are", "it",
     "with", "for", "from", "by", "our", "my", "we", "you", "i", "this", "that", "now", "not", "no",
     "off", "up", "all", "open", "top", "one", "more", "than", "so", "as", "only", "too"]
)  # fmt: skip


def reread(sentence: str, found: Answer, context: Context, ask: Asker) -> Answer:
    """The better of what the rules found and what the reader makes of the sentence."""
    if isinstance(found, Back | Resize) or (isinstance(found, Done) and found.sure):
        return found
    if isinstance(found, Question) and found.firm:
        return found
    if isinstance(found, Done) and _reads_as_typed(sentence, found, context):
        return found
    known = known_in(sentence, context)
    wish = on_design(wish_in(sentence, known), known)
    better = answered(wish, found, context, ask)
    if not isinstance(better, Done):
        return better
    if better is found and lacked.any_lost(wish, context):
        better = _without_the_lost(wish, better, context, ask)
    return lacked.asked(wish, better, context) or better


def _reads_as_typed(sentence: str, found: Done, context: Context) -> bool:
    """Whether one text was changed, which reads now what was typed: "8am - 2pm"."""
    before = copy_by_id(context.design)
    after = copy_by_id(found.after(context.history).present)
    fresh = [text for name, text in after.items() if before.get(name) != text]
    return len(fresh) == 1 and fresh[0].lower() == sentence.strip(" .!").lower()


def _without_the_lost(wish: Wish, found: Done, context: Context, ask: Asker) -> Done:
    """What the reader does to the things that are there, where looks of others got on them."""
    own, sure = _carried_out(orders_in(wish), wish, context, ask)
    told = isinstance(own, Done) and bool(own.left) and sure >= _DOUBTFUL
    same = isinstance(own, Done) and touched_by(own, context) == touched_by(found, context)
    if isinstance(own, Done) and told and same and loses(found, own, context):
        return own
    return found


def on_design(wish: Wish, known: tuple[tuple[int, int], ...]) -> Wish:
    """Quoted words as far as they stand on the design; beside such, others are the new ones."""
    wish = wish._replace(spans=_with_whole_figures(wish))
    quoted = [s for s in wish.spans if s.kind == "quoted"]
    cut = {s: None if _is_told(s, wish) else _common(s, known) for s in quoted}
    news = any(s.kind == "new" for s in wish.spans)
    other = "quoted" if news or not any(cut.values()) else "new"
    spans = (
        cut[s] or s._replace(kind="new" if _is_told(s, wish) else other) if s in cut else s
        for s in wish.spans
    )  # fmt: skip
    taken = any(s.kind in ("delete", "hide") for s in wish.spans)
    own = [s for s in spans
           if not (_is_of_the_quote(s, wish) or _is_compared(s, wish) or _is_no_order(s, wish))
           and not (taken and _is_where(s, wish))]  # fmt: skip
    return wish._replace(spans=tuple(_with_its_place(own, wish)))


def _with_whole_figures(wish: Wish) -> tuple[Span, ...]:
    """No span ends within a figure: "1," and "195 a month" are one."""
    spans = wish.spans
    for figure in _FIGURE.finditer(wish.text):
        begun = [s for s in spans if figure.start() < s.start < figure.end()]
        ended = [s for s in spans if figure.start() <= s.start and s.end < figure.end()]
        if begun:
            spans = tuple(s._replace(start=figure.start()) if s in begun else s
                          for s in spans if s not in ended)  # fmt: skip
    return spans


def _with_its_place(spans: list[Span], wish: Wish) -> list[Span]:
    """ "centre the writing at the top": where it is, which is nothing to do to it."""
    found: list[Span] = []
    for span in spans:
        deed, thing = ([None, None] + found)[-2:]
        if thing and thing.kind == "thing" and _is_in_front(span, thing, wish):
            found[-1] = thing._replace(end=span.end)
            continue
        if (
            deed and thing and thing.kind == "thing" and deed.kind in _STYLED
            and span.kind in ("top", "bottom") and _AT_EDGE.fullmatch(wish.said(span).lower())
            and not wish.text[thing.end : span.start].strip()
            and not _JOINED.search(wish.text[deed.end : thing.start].lower())
        ):  # fmt: skip
            found[-1] = thing._replace(end=span.end)
        else:
            found.append(span)
    return found


def _is_in_front(span: Span, thing: Span, wish: Wish) -> bool:
    """ "the hill in front in purple": where it is, as nobody brings it anywhere."""
    told = _IN_FRONT.fullmatch(wish.text[thing.end : span.end].strip().lower())
    return span.kind == "front" and bool(told) and not _BROUGHT.search(wish.text.lower())


def _is_of_the_quote(span: Span, wish: Wish) -> bool:
    """The noun beside a quote names nothing more: "the 'city bikes' line" is no rule, nor is "the
    line that just says Bath"."""
    said = wish.said(span).lower()
    told = _TELLING.match(f"{said}{wish.text[span.end :].lower()}")
    if span.kind == "thing" and told and told.end() >= len(said):
        start = span.start + told.end()
        return any(s.kind in ("quoted", "thing") and abs(s.start - start) < _NEAR
                   for s in wish.spans)  # fmt: skip
    behind = re.search(r"[\"'”’] ?(?:the )?$", wish.text[: span.start])
    return span.kind == "thing" and bool(behind) and bool(_NOUN.fullmatch(said))


def _is_no_order(span: Span, wish: Wish) -> bool:
    """Whether "on a plate" was taken for what lies in front."""
    return span.kind in ("front", "back") and bool(_INDEFINITE.match(wish.said(span).lower()))


def _is_compared(span: Span, wish: Wish) -> bool:
    """What another thing is to be larger than: it stays."""
    return bool(_THAN.search(wish.text[: span.start].lower()))


def _is_where(span: Span, wish: Wish) -> bool:
    """Whether it is but where another thing is: "remove the line from the stub"."""
    before = [s.end for s in wish.spans if s.kind in ("thing", "quoted") and s.end <= span.start]
    between = wish.text[max(before) : span.start].lower() if before else ""
    return span.kind == "thing" and bool(_FROM.fullmatch(between))


def _is_told(span: Span, wish: Wish) -> bool:
    """Whether it is said what is right: "its The Low Tide"."""
    return bool(_RIGHT.search(wish.text[: span.start].lower()))


def _common(span: Span, known: tuple[tuple[int, int], ...]) -> Span | None:
    """From the first to the last of its words that are known; None where none is."""
    inside = [(a, b) for a, b in known if a < span.end and span.start < b]
    if not inside:
        return None
    return span._replace(start=max(span.start, inside[0][0]), end=min(span.end, inside[-1][1]))


def answered(wish: Wish, found: Answer, context: Context, ask: Asker) -> Answer:
    """The same of a wish that has been read."""
    if wish.kind != "edit":
        return found if isinstance(found, Done) else _of_its_kind(wish, found, context, ask)
    orders = orders_in(wish)
    if _SPARED.search(wish.text.lower()) or not (orders or wish.spans):
        return found
    if isinstance(found, Done):
        if (kept := _kept_and_changed(found, wish, context, ask)) is not None:
            return kept
        own, sure = _carried_out(orders, wish, context, ask)
        if isinstance(own, Question) and sure >= _SURER and _is_of_it(orders, wish, context, ask):
            return own
        enough = _DOUBTFUL if _JOINED.search(wish.text.lower()) else _SURER
        several = sure >= enough and (len(orders) > 1 or any(is_list(o, wish) for o in orders))
        better = isinstance(own, Done) and (
            _talks(found, wish, sure, context)
            or (not own.left and several and _is_more(own, found, context))
            or (not own.left and _misread(found, orders, wish, sure, context, ask))
        )
        worse = _runs_wild(own, found, wish, context) or _says_less(own, found, wish, context)
        return own if better and not worse else found
    lost = found.lost if isinstance(found, Impossible) else "thing"
    if lost == "drawing" and any(s.kind == "drawing" for s in wish.spans):
        return found  # the reader heard a thing to draw as well
    own, sure = _carried_out(orders, wish, context, ask) if lost else (found, 0.0)
    if isinstance(own, Done) and _draws_copy(wish, context):
        return found
    enough = _SURER if isinstance(found, Question) else _AT_ALL if lost == "sentence" else _SURE
    if any(order.of("added") for order in orders):
        enough = max(enough, _SURE)  # mere talk must not be printed
    if isinstance(own, Done) and sure >= (max(enough, _DOUBTFUL) if own.left else enough):
        return own
    asks = isinstance(own, Question) and lost == "sentence" and sure >= _SURER
    return own if asks else found


def _is_of_it(orders: list[Order], wish: Wish, context: Context, ask: Asker) -> bool:
    """Whether something is done to "it", a thing told before that is not found for sure:
    "the elephant is on top of the prices, push it up"."""
    things = [s for order in orders for s in order.things]
    deeds = [wish.said(s).lower() for order in orders for s in order.deeds]
    told = things and all(s.kind == "thing" and s.sure >= _SUREST for s in things)
    it = deeds and all(_IT.search(deed) for deed in deeds)
    return bool(told and it and not leaves_named(orders, wish, context, ask))


def _draws_copy(wish: Wish, context: Context) -> bool:
    """Whether a thing of which the copy tells would be drawn though nobody speaks of a picture."""
    things = {w for s in wish.spans if s.kind == "drawing" for w in kinds_of(wish.said(s))}
    told = {w for x in texts_of(context) for w in kinds_of(x.text)}
    return bool(things & told) and not _DRAWING.search(wish.text.lower())


def _runs_wild(own: Answer, found: Done, wish: Wish, context: Context) -> bool:
    """Whether most of the copy would change, of which nobody spoke."""
    if not isinstance(own, Done) or speaks_of_all(wish.text.lower()):
        return False
    texts = sum(isinstance(x, TextLayer) for x in leaves(context.design))
    mine, other = (
        sum(isinstance(x, TextLayer) for x in touched_by(each, context)) for each in (own, found)
    )
    return mine > _MOST_COPY * texts and mine > 2 * other


def _says_less(own: Answer, found: Done, wish: Wish, context: Context) -> bool:
    """Whether it writes but the first words of what the rules write: "Roy" of "Roy & Sons"."""
    if not isinstance(own, Done):
        return False
    before, mine, other = (
        copy_by_id(x) for x in (context.design, *(
            each.after(context.history).present for each in (own, found)))
    )  # fmt: skip
    differ = [x for x in before if mine.get(x) != other.get(x)]
    rest = [other.get(x, "").removeprefix(mine.get(x) or " ") for x in differ]
    told = [wish.said(s) for s in wish.spans if s.kind != "new"]
    return bool(differ) and all(
        words != other.get(x, "") and mine[x] != before[x] and not any(t in words for t in told)
        for x, words in zip(differ, rest, strict=True)
    )


def _kept_and_changed(found: Done, wish: Wish, context: Context, ask: Asker) -> Question | None:
    """Asks where the rules change what the reader is sure is to stay as it is."""
    orders = [o for o in kept_in(wish) if min(s.sure for s in o.spans) >= _SURER]
    other = leaves_named(orders_in(wish), wish, context, ask)
    kept = leaves_named(orders, wish, context, ask) - other
    changed = [x for x in touched_by(found, context) if x.id in kept]
    if context.confirmed or not changed:
        return None
    label = Named(tuple(changed)).label
    return Question(f"that would change {label}, which is to stay; what should change, and how?")


def _carried_out(
    orders: list[Order], wish: Wish, context: Context, ask: Asker
) -> tuple[Answer, float]:
    """What the orders come to, and how sure the reader is of those that are done."""
    sure = min((order.sure for order in orders), default=min(s.sure for s in wish.spans))
    try:
        if orders:
            done, kept = carried(orders, wish, context, ask)
            sure = min(order.sure for order in kept)
        else:
            done = said_of(wish, context, ask)
    except UnclearError as error:
        return error.question, sure
    except (NotThereError, CannotError, DesignError) as error:
        return Impossible(str(error)), sure
    return doubted(wish.text.lower(), done, context) or done, sure


def _is_more(own: Done, found: Done, context: Context) -> bool:
    """Whether it changes all that the rules do, and more: they have heard one wish of several."""
    return {x.id for x in touched_by(found, context)} < {x.id for x in touched_by(own, context)}


def _misread(
    found: Done, orders: list[Order], wish: Wish, sure: float, context: Context, ask: Asker
) -> bool:
    """Whether the rules did not do what the reader is sure is asked."""
    if sure < _SURER:
        return False
    before, after = context.design, found.after(context.history).present
    missed = [d for d in demanded(orders, wish, context, ask) if not fulfilled(d, before, after)]
    plain = any(
        d.told or untouched(d, before, after) for d in missed if d.deed not in ("delete", "hide")
    )
    return plain or bool(missed and sure >= _SUREST)


def _talks(found: Done, wish: Wish, sure: float, context: Context) -> bool:
    """Whether the rules print mere talk, or what is a deed."""
    if sure < _SURE:
        return False
    return _talk_written(found, wish, context) or _retold(found, wish, sure, context)


def _retold(found: Done, wish: Wish, sure: float, context: Context) -> bool:
    """Whether the rules rewrite a text though the sentence asks for looks or places alone."""
    looks = all(s.kind in _LOOKS for s in wish.spans)
    told = any(is_sum(wish.said(s)) for s in wish.spans if s.kind not in ("thing", "place"))
    if sure < _RETOLD or not looks or told:
        return False
    before = copy_by_id(context.design)
    return any(isinstance(x, TextLayer) and x.text != before.get(x.id, x.text)
               for x in walk(found.after(context.history).present))  # fmt: skip


def _talk_written(found: Done, wish: Wish, context: Context) -> bool:
    """Whether the rules print words of the sentence that are not meant to be printed."""
    printed = _words_of([s for s in wish.spans if s.kind in _PRINTED], wish)
    deeds = [s for s in wish.spans if s.kind not in _NO_DEEDS and s.sure >= _SURER]
    talk = set(re.findall(r"\w+", wish.text.lower())) if printed else _words_of(deeds, wish)
    said = talk - printed
    before = copy_by_id(context.design)
    for layer in walk(found.after(context.history).present):
        if isinstance(layer, TextLayer) and layer.text != before.get(layer.id, ""):
            old = set(re.findall(r"\w+", before.get(layer.id, "").lower()))
            if len((set(re.findall(r"\w+", layer.text.lower())) - old) & said) > 1:
                return True
    return False


def _words_of(spans: list[Span], wish: Wish) -> set[str]:
    return {w for s in spans for w in re.findall(r"\w+", wish.said(s).lower())}


def _of_its_kind(wish: Wish, found: Answer, context: Context, ask: Asker) -> Answer:
    """What a sentence that orders nothing of a layer leads to where the rules did nothing."""
    lost = isinstance(found, Impossible) and found.lost == "sentence"
    if lost and wish.kind in ("vague", "palette") and wish.sure >= _VAGUE and not (
        _TELLS_FACT.match(wish.text.lower())
    ):  # fmt: skip
        return vague(heard("make it different"), context) or found
    if wish.sure < _SURE_CLASS:
        return found
    if wish.kind in ("undo", "redo"):
        return _asked(wish.kind, context, ask) or found
    if wish.kind == "format":
        return _resized(wish, context, ask) or found
    if not isinstance(found, Variants) and not _lacks(found, wish):
        return found
    if wish.kind == "question":
        return answered_in_words(heard(wish.text), context)
    if wish.kind == "outside":
        return Impossible("that is nothing a design can be; it changes in words, colours, type,"
                          " pictures and places")  # fmt: skip
    if wish.kind == "unclear":
        choices = tuple(Choice(x.label, x.id) for x in likely_parts(context))
        return Question("what do you mean by that? Name a layer, or select one", choices)
    return found


def _lacks(found: Answer, wish: Wish) -> bool:
    """Whether a sentence that is sure to leave its thing unsaid was taken to name one."""
    return isinstance(found, Impossible) and found.lost == "thing" and wish.kind == "unclear"


def _asked(said: str, context: Context, ask: Asker) -> Answer | None:
    try:
        return ask(heard(said), context)
    except (NotThereError, CannotError, UnclearError, DesignError):
        return None


def _resized(wish: Wish, context: Context, ask: Asker) -> Answer | None:
    """The format that a few words of the sentence tell."""
    words = re.findall(r"[\w×:-]+", wish.text)
    also = " too" if re.search(r"\b(?:also|too|as well|another|version)\b", wish.text) else ""
    for count in (3, 2, 1):
        for at in range(len(words) - count + 1):
            size = " ".join(words[at : at + count])
            answer = _asked(f"make it {size} format{also}", context, ask)
            if isinstance(answer, Resize):
                return answer
    return None


def known_in(text: str, context: Context) -> tuple[tuple[int, int], ...]:
    """Places of the sentence whose words stand on the design.

    A common word alone does not count, nor part of a value: of "9 pm" not the 9 of "9 October".
    """
    words = words_in(text)
    low = [text[w.start : w.end].lower() for w in words]
    copy = [[x.text.lower()[w.start : w.end] for w in words_in(x.text)] for x in texts_of(context)]
    told = [t.value for t in told_in(text.lower(), text)]
    found, at = [], 0
    while at < len(words):
        end = max((at + _run(low[at:], own) for own in copy), default=at)
        start, stop = (words[at].start, words[end - 1].end) if end > at else (0, 0)
        cut = any(v.start < stop and start < v.end and not (start <= v.start and v.end <= stop)
                  for v in told)  # fmt: skip
        if end > at and not cut and _tells(low[at:end], text[start:stop], copy):
            found.append((start, stop))
        at = max(end, at + 1)
    return tuple(found)


def _run(words: list[str], copy: list[str]) -> int:
    """How many of the words, from the first, stand one after the other in the copy."""
    best = 0
    for at, word in enumerate(copy):
        count = 0
        while word == words[0] and words[count : count + 1] == copy[at + count : at + count + 1]:
            count += 1
            if count == len(words):
                break
        best = max(best, count)
    return best


def _tells(words: list[str], said: str, copy: list[list[str]]) -> bool:
    """Whether it is quoted rather than said by chance: more than a common word of a text."""
    telling = [w for w in words if w not in _COMMON and re.search(r"\w", w)]
    if not telling or len(words) > 1:
        return bool(telling)
    return words in copy or said != said.lower() or said.isdigit() or not is_common(said)
