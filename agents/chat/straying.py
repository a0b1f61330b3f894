"""Whether an edit touches what its sentence speaks of; where it does not, a question is asked.

Rules read sentences by their patterns and may take one for another. This looks at the outcome
alone: every layer that differs has to be called by a word of the sentence, to read what was said,
to have a colour that was named, or to go along with one that does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.chat import elsewhere
from agents.chat.by_name import BETWEEN_COPY, Named, leaves_of, single
from agents.chat.calling import EPITHETS, callings, is_called, role_words, words_in
from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.drawn_parts import or_its_words, or_what_is_drawn, part_meant, torn
from agents.chat.mentions import mentions
from agents.chat.naming import find, with_labels
from agents.chat.naming_colors import colors_of
from agents.chat.naming_pictures import is_shown
from agents.chat.naming_topics import KINDS, PERSONS
from agents.chat.naming_words import CONTACTS, ROLES
from agents.chat.results import Answer, Choice, Done, NotThereError, Question, UnclearError
from agents.chat.unmarking import only_marks_differ
from agents.chat.unsaid import unsaid
from agents.chat.values.slots import slots_in, told_in
from agents.chat.values.wording import copy_by_id, is_joined
from agents.colorwords import color_named, color_pattern
from agents.lexicon import entry_named, is_concrete
from design_io.document import Design, GroupLayer, Layer, TextLayer, leaves, walk
from layout.differences import apart
from layout.wording import tree

_MOST = 0.5  # of all leaves; an edit of more is one of the whole design
_TELLING_LINE = re.compile(
    r"\b(?:the|our|my) (?P<what>(?!dotted|dashed|horizontal|vertical|dividing|separating|hair|frame"
    r"|border|straight|curved|wavy|colou?red|gr[ae]y)[a-z]{4,}) line\b"
)
_LINE = re.compile(r"\b(?:line|text|bit|row|sentence|entry|item|part|act|all|whole|list|both)s?\b")
_TOLD = 3  # words of a line said in full, which is meant then
_FEW = 3  # lines of a title or an offer
_SHORT = 3  # letters of words that tell little
_ALIKE = 0.25  # OKLab distance within which a layer has a colour that is said
_BEFORE_GROUND = re.compile(  # "the tiny bits in the background"
    r"\b(?:get rid of|remove|delete|hide|lose|drop|take)\b.+ (?:in|on) the background\b"
)
_QUOTED = re.compile(r"[\"“„][^\"“”]*[\"“”]|(?<!\w)['‘][^'’]*['’](?!\w)")
_NAMES = ("title", "brand", "venue", "address", "subtitle")
_THING = re.compile(  # "the tiger", not "the tiger line"
    r"\b(?:the|that) (?P<what>[a-z]{3,})\b"
    r"(?! (?:\w+ ){0,2}(?:words?|lines?|texts?|names?|bits?|parts?|titles?|headings?"
    r"|prices?|rows?)\b)"
)
_FACTS = ("title", "brand", "venue", "address", "contact", "date", "time")
_NOT = re.compile(  # what is to stay; what only stood there before is no such thing
    r"(?:(?:[,;] | but | and )not |\b(?:except(?: for)?|apart from|without (?:touching|changing"
    r"|moving)|(?:don't|do not|dont) (?:touch|change|alter)) )"
    r"(?P<t>(?:the |my |our )?[\w' -]+?)(?=$|[,.;!]| (?:and|but|please|though)\b)"
)
_ONLY = re.compile(  # what is left where something goes
    r"\b(?:away|out|off|gone|remove|delete|lose|drop|ditch|scrap|hide|get rid of)\b.*[,;.-] ?"
    r"(?:and |but )?(?:just|only|keep) (?P<t>the [\w' -]+?)(?=$|[,.;!]| please\b)"
)
_ADDING = re.compile(
    r"(?:^|[,;.] |\band )(?:please |also |and )*(?:(?:add|insert|append|include)\b"
    r"|(?:put|write|place) (?=[\"'“‘][^\"”]+[\"'”’] (?:under|over|above|below|beneath|beside"
    r"|next)))"
)
_BESIDE = re.compile(r" (?:too|as well)[.!]?$")
_TOLD_BEFORE = re.compile(r"[,.;!?] (?:and |so |but )*(?:that|this) line\b")
_FIGURE = re.compile(r"\d(?!\d*(?:st|nd|rd|th)$)")  # but for the 70th
_MEANT = re.compile(r"\bmeant?\b")
_IT = re.compile(
    r"\b(?:it|its|it's|this|that|that's|them|they|these|those|one|ones|there|same|meant"
    r"|mean|said|wrong|more|less|again|enough|further|much|too)\b"
)
_OF_THE_WHOLE = re.compile(
    r"\b(?:everything|all|whole|design|poster|flyer|card|colou?rs|palette|style|look|layout|rest"
    r"|others?|else|version|theme|mode|everywhere|background|ground)\b"
)
_ALL = re.compile(
    r"\b(?:everything|all|whole|design|poster|flyer|card|page|colou?rs?|palette|style|look|layout"
    r"|rest|others?|else|brand|suggestions?|recommend\w*|version|theme|mode|everywhere|tidy"
    r"|in (?:soft |dark |light |bright |warm |cool )?(?:greens|blues|reds|yellows|oranges|pinks"
    r"|purples|browns|gr[ea]ys|pastels)|clean up|columns?|half|stuff|things)\b"
)


def doubted(low: str, found: Done, context: Context) -> Question | None:
    """Which layers are touched though nothing in the sentence speaks of them; None for none."""
    before, after = context.design, found.after(context.history).present
    touched = touched_by(found, context)
    if context.confirmed or not touched or before.canvas != after.canvas:
        return None
    if other := put_in_place(low, found, context) or elsewhere.asked(low, touched, after, context):
        return other
    if _loses_its_ground(low, touched, after):
        return Question("that would delete the background; what is meant?")
    if _BEFORE_GROUND.search(low) and any(x.role == "background" for x in touched):
        return Question("that would change the background itself; what before it is meant?")
    most = len(touched) > _MOST * sum(1 for _ in leaves(before))
    if most and (one := _of_one_text(low, context)) is not None:
        return one
    if speaks_of_all(low):
        return None
    if most:
        return _of_copy(low, touched, before)
    misheard = (
        spared(low, found, context)
        or half_named(low, found, context)
        or _thing_in_a_name(low, touched, after, context)
        or _line_untold(low, touched, context)
    )
    if misheard is not None or is_drawn_anew(touched, before, after):
        return misheard
    part = (
        part_meant(low, touched, after, context)
        or or_its_words(low, touched, context)
        or or_what_is_drawn(low, touched, after, context)
        or torn(touched, before, after)
    )
    return part or unsaid(low, touched, after) or _of_strays(low, touched, after, context)


def _of_strays(low: str, touched: list[Layer], after: Design, context: Context) -> Question | None:
    """Asks where something would change that is neither named nor goes along with what is."""
    before = context.design
    spoken = _Spoken(low, before, after, context)
    meant = [x for x in touched if spoken.means(x)]
    strays = strays_of(touched, meant, before)
    if _grown(before, after):
        strays = [x for x in strays if not _makes_way(x, after)]
    return _asked(strays, low) if strays else None


def _loses_its_ground(low: str, touched: list[Layer], after: Design) -> bool:
    gone = any(x.id == "background" for x in touched) and not any(
        x.id == "background" for x in walk(after)
    )
    return gone and not re.search(r"ground|\bbg\b|backdrop|paper|sheet", low)


def _of_one_text(low: str, context: Context) -> Question | None:
    """Asks where all would change though one text is named first: "title in the moon's colour"."""
    if _OF_THE_WHOLE.search(low):
        return None
    try:
        told = mentions(low, context)
    except UnclearError:
        return None
    first = told[0].named if told and not low[: told[0].span[0]].strip() else None
    lines = (x for x in leaves(context.design) if isinstance(x, TextLayer) and len(x.text) > _SHORT)
    read = next((Named((x,)) for x in lines if low.startswith(f"{x.text.lower()} ")), None)
    one = first if first and first.texts and len(first.leaves) <= _FEW else read
    return one and Question(f"that would change far more than {one.label}; what is meant?")


def _of_copy(low: str, touched: list[Layer], before: Design) -> Question | None:
    """Asks where all would change of which the sentence only has words: "coffee, cake and tea"."""
    texts = [x for x in leaves(before) if isinstance(x, TextLayer)]
    words = frozenset(w for w in words_in(low) if len(w) > _SHORT)
    told = [x for x in texts if len(own := words & words_in(x.text)) > 1 or own == words != set()]
    if not told or 2 * sum(x in touched for x in texts) < len(texts):
        return None
    choice = Choice("yes, everything", f"yes, {low}")
    return Question(f"is {told[0].text!r} to read otherwise, or all to look different?", (choice,))


def _thing_in_a_name(
    low: str, touched: list[Layer], after: Design, context: Context
) -> Question | None:
    """Asks where a thing is named as if it were drawn, and a name that has its word would change:
    "make the tiger red" for "The Paper Tigers"."""
    if not any(x.role == "hero" for x in walk(context.design)):
        return None
    now = copy_by_id(after)
    kept = [x for x in touched if isinstance(x, TextLayer)
            and (x.role in _NAMES or x.id.endswith("-label"))
            and words_in(now.get(x.id, "")) <= words_in(x.text)
            and not (x.text.lower() in low and len(x.text.split()) >= _TOLD)]  # fmt: skip
    for match in _THING.finditer(_QUOTED.sub(" ", low)):
        what = single(match["what"])
        if match["what"] in (*ROLES, *CONTACTS, *PERSONS, *KINDS) or color_named(what):
            continue
        names = [x for x in kept if what in words_in(x.text) and len(x.text.split()) > 1
                 and not is_joined(x.text) and x.text.lower() not in low
                 and not words_in(low) & role_words(x.role)]  # fmt: skip
        if names and (is_concrete(entry_named(what)) or is_shown(what, context)):
            order = low.replace(match[0], names[0].id, 1)
            return Question(
                f"is {names[0].text!r} meant, or something in the picture?",
                (Choice(f"yes, {names[0].text!r}", order),),
            )
    return None


def _line_untold(low: str, touched: list[Layer], context: Context) -> Question | None:
    """Asks where a line of copy is meant that is not there: "the parking line" for a rule."""
    told = _TELLING_LINE.search(low)
    if told is None or any(isinstance(x, TextLayer) for x in touched):
        return None
    what = told["what"]
    if what in EPITHETS or color_named(what) or what in callings(touched, context):
        return None
    return Question(f"no line tells of {what!r}; which do you mean?")


def half_named(low: str, found: Done, context: Context) -> Question | None:
    """Asks where more would go than is named: "the barn" of "Fernhill Barn", "no band" of "Bar,
    live band and buffet"."""
    words = words_in(low)
    there = {x.id for x in walk(found.after(context.history).present)}
    gone = [x for x in touched_by(found, context) if x.id not in there]
    for layer in (x for x in gone if isinstance(x, TextLayer)):
        if _is_half(layer, words) or _is_one_of_several(layer, low, words):
            delete = Choice(f"delete {layer.text!r}", f"delete '{layer.text}'")
            return Question(f"that would delete {layer.text!r}; is that meant?", (delete,))
    return None


def _is_half(layer: TextLayer, words: frozenset[str]) -> bool:
    called = any(layer.role in roles and name in words for name, roles in ROLES.items())
    own = words_in(layer.text)
    half = bool(own & words) and 2 * len(own & words) <= len(own)
    return half and not called and layer.role in _FACTS


def _is_one_of_several(layer: TextLayer, low: str, words: frozenset[str]) -> bool:
    parts = re.split(r", (?:and )?| and ", layer.text)
    named = [part for part in parts if words_in(part) & words]
    return 0 < len(named) < len(parts) and layer.role == "item" and not _LINE.search(low)


def put_in_place(low: str, found: Done, context: Context) -> Question | None:
    """Asks where what is to be added stands in the place of something: "add 26 March: Galaxies"."""
    adding, beside = _ADDING.search(low), _BESIDE.search(low)
    if adding is None and (beside is None or ORDER.match(low)):
        return None
    added = words_in(low[adding.end() :] if adding else low)
    now = copy_by_id(found.after(context.history).present)
    for layer in (x for x in touched_by(found, context) if isinstance(x, TextLayer)):
        old, new = (words_in(text) for text in (layer.text, now.get(layer.id, layer.text)))
        if old - new and (new - old) & added:
            return Question(f"should that come beside {layer.text!r}, or in its place?")
    return None


def _makes_way(layer: Layer, after: Design) -> bool:
    """Whether it is a line between copy, or a cell of a list that reads as before."""
    if BETWEEN_COPY.match(layer.id):
        return True
    reads = isinstance(layer, TextLayer) and copy_by_id(after).get(layer.id) == layer.text
    return reads and layer.role in ("item", "price", "time")


def _grown(before: Design, after: Design) -> bool:
    """Whether there is copy that was not there: a row more, to which the lines make way."""
    old = {x.id for x in walk(before)}
    return any(isinstance(x, TextLayer) and x.id not in old for x in walk(after))


def speaks_of_all(low: str) -> bool:
    """Whether the sentence may mean most of the design: "light text everywhere"."""
    return bool(_ALL.search(low))


def loses(found: Answer, other: Answer, context: Context) -> bool:
    """Whether a look that one edit changed stays as it was in the other."""
    if not isinstance(found, Done) or not isinstance(other, Done):
        return False
    return bool(_restyled(found, context) - _restyled(other, context))


def _restyled(found: Done, context: Context) -> set[tuple[str, str, bool]]:
    """Of the texts that differ the fields of their style that do, and whether upwards."""
    now = {x.id: x for x in walk(found.after(context.history).present)}
    pairs = ((x, now.get(x.id)) for x in leaves(context.design) if isinstance(x, TextLayer))
    return {
        (x.id, field, isinstance(then, int | float) and isinstance(old, int | float) and then < old)
        for x, y in pairs if isinstance(y, TextLayer)
        for field in type(x.style).model_fields
        if (then := getattr(x.style, field)) != (old := getattr(y.style, field))
    }  # fmt: skip


def spared(low: str, found: Done, context: Context) -> Question | None:
    """Asks where what is named as not meant is changed: "bands bold, not the price"."""
    if _MEANT.search(low):
        return None  # what was changed by mistake is put back
    touched, after = touched_by(found, context), found.after(context.history).present
    reads = copy_by_id(after)
    ids = {x.id for x in touched
           if not isinstance(x, TextLayer) or reads.get(x.id, x.text) == x.text}  # fmt: skip
    for match in (*_NOT.finditer(low), *_ONLY.finditer(low)):
        try:
            named = find(match["t"], context)
        except (NotThereError, UnclearError):
            continue
        changed = [x for x in named.leaves if x.id in ids]
        if len(changed) == len(touched) and match.re is _ONLY:
            continue  # what goes, said once more
        if changed and named.span is None and not named.everything:
            label = Named(tuple(changed)).label
            return Question(f"that would change {label}, which is to stay; what is to change?")
    return None


def strays_of(touched: list[Layer], meant: Sequence[Layer], design: Design) -> list[Layer]:
    """What is touched of which nothing is meant, nor goes along with what is."""
    along = {x.id for x in (*meant, *with_labels(Named(tuple(meant)), design))}
    along |= {x.id for layer in meant for x in _beside(layer, design)}
    return [x for x in touched if x.id not in along]


def touched_by(found: Done, context: Context) -> list[Layer]:
    """Leaves that differ or are gone, of the design as it was."""
    now = {x.id: x for x in leaves(found.after(context.history).present)}
    return [x for x in leaves(context.design) if now.get(x.id) != x]


def _names_none(low: str, context: Context) -> bool:
    """Whether it says but how something is to be: "italic"."""
    try:
        return not mentions(low, context)
    except UnclearError:
        return False


class _Spoken:
    """What a sentence speaks of."""

    def __init__(self, low: str, before: Design, after: Design, context: Context) -> None:
        told_before = {"line"} if _TOLD_BEFORE.search(low) else set()
        self.low, self.words = low, words_in(low) - {"colour", "color"} - told_before
        self.context = context
        self.now = {x.id: x for x in walk(after)}
        self.colors = [c for m in color_pattern().finditer(low) if (c := color_named(m[0]))]
        it = context.it if context.selected or _IT.search(low) or _names_none(low, context) else ()
        self.it = {each.id for layer in it for each in tree(layer)}
        kinds = {t.kind for t in told_in(low, low)}
        self.valued = {s.layer.id for s in slots_in(context) if s.kind in kinds}

    def means(self, layer: Layer) -> bool:
        if layer.id in self.it or (layer.id in self.valued and self._reads_otherwise(layer)):
            return True
        names = callings([layer, *self._heads(layer)], self.context)
        own = leaves_of(layer)
        if any(is_called(word, own, names) for word in self.words):
            return True
        if self._reads_it(layer) or self._is_part(layer):
            return True
        return any(apart(a, b) < _ALIKE for a in colors_of(layer) for b in self.colors)

    def _heads(self, layer: Layer) -> list[Layer]:
        """The entry of a list in whose row the layer stands."""
        items = (x for x in walk(self.context.design) if x.role == "item")
        return [x for x in items if layer in with_labels(Named((x,)), self.context.design)]

    def _reads_otherwise(self, layer: Layer) -> bool:
        now = self.now.get(layer.id)
        return (
            isinstance(layer, TextLayer) and isinstance(now, TextLayer) and now.text != layer.text
        )

    def _is_part(self, layer: Layer) -> bool:
        """Whether only words of it look otherwise, which the sentence has told one by one."""
        now = self.now.get(layer.id)
        return isinstance(layer, TextLayer) and isinstance(now, TextLayer) and (
            now.spans != layer.spans and now.evolve(spans=layer.spans) == layer
        )  # fmt: skip

    def _reads_it(self, layer: Layer) -> bool:
        """Whether the text has words from now on that the sentence says."""
        now = self.now.get(layer.id)
        if not isinstance(layer, TextLayer) or not isinstance(now, TextLayer):
            return False
        if only_marks_differ(layer.text, now.text, self.low):
            return True
        new = words_in(now.text) - words_in(layer.text)
        return any(word in self.words for word in new if not _FIGURE.match(word))


def is_drawn_anew(touched: list[Layer], before: Design, after: Design) -> bool:
    """Whether pictures made way for others, which have other names or sources."""
    old = {x.id: x for x in walk(before)}
    new = [x for x in walk(after) if x.id not in old or _made(x) != _made(old[x.id])]
    return bool(new) and all(x.kind != "text" for x in touched)


def _made(layer: Layer) -> tuple[object, str]:
    return layer.source, layer.name if layer.role == "hero" else ""


def _beside(layer: Layer, design: Design) -> list[Layer]:
    """What shares a button, a frame or a list with the layer."""
    outer = [x for x in walk(design) if isinstance(x, GroupLayer) and layer in tree(x)]
    kept = [x for x in outer if x.role in ("cta", "frame", "hero", "ornament", "item")]
    return [x for group in kept if group.id != "details" for x in tree(group)]


def _asked(strays: list[Layer], low: str) -> Question:
    label = Named(tuple(strays[:3])).label
    return Question(
        f"that would change {label}, of which you did not speak; which do you mean?",
        (Choice(f"yes, {label}", f"yes, {low}"),),
    )
