"""Layers by how many, which of them and where: "the last two rows", "everything down there"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from agents.chat.by_name import Leaf, Named, by_role, groups_of, leaves_of, of_role, texts_shown
from agents.chat.calling import EPITHETS
from agents.chat.context import Context
from agents.chat.naming_topics import FULL_NAME
from agents.chat.naming_words import ORDINALS, ROLES
from agents.chat.results import Choice, NotThereError, Question, UnclearError
from agents.colorwords import color_named
from design_io.document import Design, Layer, TextLayer, walk

Finder = Callable[[str, Context], Named]
_FACTS = ("date", "time", "venue", "address", "contact", "price")
_LOW, _HIGH = 0.62, 0.38  # of the sheet's height: what lies at its bottom, at its top
_NEXT = 1.6  # line heights between two lines of one block
_APART = 0.04  # of the sheet's width, between the left edges of two columns
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "couple of": 2}
_N = r"(?P<n>two|three|four|five|six|couple of|[2-9])"
_SMALL = r"(?:(?:small|little|tiny|short|last|other|single) )*"
_COUNTED = re.compile(
    rf"(?P<end>first|top|upper|topmost|last|bottom|lower|lowest) {_N} {_SMALL}(?P<noun>[\w' ]+?)"
    r"(?: (?:of|on|in|from) (?:the |our |this )?(?P<other>.+))?"
)
_ALL_N = re.compile(rf"(?:the |our |all |those |these )+{_N} (?P<noun>[a-z]+s)")
_BESIDE = re.compile(
    rf"(?:{_N} )?(?P<small>{_SMALL})(?:lines|texts|rows|bits|lines of text|text lines)"
    r"(?: (?:just|right|directly|that are|which are|that come))? (?P<side>under(?:neath)?|below"
    r"|beneath|after|above|over|before) (?P<other>.+)"
)
_LINES = re.compile(r"(?:text |copy )?(?:lines|texts|bits|lines of (?:text|copy)|pieces of text)")
_ROWS = re.compile(r"(?:list )?(?:rows|entries|items|lines)")
_REGION = re.compile(
    r"(?:(?P<all>everything|anything|whatever|what|all(?: of)?(?: the| my| our)?(?: text| texts"
    r"| copy| stuff| writing| words| lines| info| details| things)?)|(?:the |that |this |those )?"
    r"(?:stuff|things|small stuff|small things|info block|block of info"
    r"|(?:text|writing|copy|wording|words|lettering|info|information|details)"
    r"(?=.* (?:bottom|down there)\b)))"
    r"(?: (?:that's|that is|thats|which is|is|sits|that sits|written))?"
    r"(?: (?:all|right|way|just|in|on|at|down|up|over|to|towards|along))*(?: the)?(?: very)?"
    r" (?P<edge>bottom|top|lower|upper|left|right|(?<=down )there|(?<=down )below|(?<=up )there)"
    r"(?:[ -]hand)?(?: (?P<half>half|third|part|side|end|bit|section|area))?"
    r"(?: of (?:it|the \w+|this \w+))?"
)
_X_LINE = re.compile(r"(?:the|that|our) (?P<x>[a-z'-]{3,}) line")
_COLUMN = re.compile(
    r"(?P<which>left|right|middle|cent(?:er|re)|first|second|third|last)(?:[ -]hand)? column"
    r"(?: (?:of text|of (?:the )?\w+))?(?: (?:(?:down |up )?(?:at|in|on|near) the )?"
    r"(?P<edge>bottom|top|down there|below))?"
)


def scoped(words: str, context: Context, find: Finder) -> Named | None:
    """What the bare phrase (without its article) counts out or fences in; None for neither."""
    bare = re.sub(r"^(?:the|our|my|these|those|all the|all) ", "", words)
    if region := _REGION.fullmatch(words):
        return _in_region(region, words, context)
    if (every := _ALL_N.fullmatch(words)) and (entries := _entries(every, context)):
        return entries
    for pattern, search in ((_COUNTED, _counted), (_BESIDE, _next_to), (_COLUMN, _column)):
        if match := pattern.fullmatch(bare):
            return search(match, context, find)
    return None


def _counted(match: re.Match[str], context: Context, find: Finder) -> Named | None:
    """ "the top three lines", "the last two prices" """
    count, noun = _number(match["n"]), match["noun"]
    pool = _pool(noun, match["other"] or "", context, find)
    if len(pool) < max(count, 2):
        return None
    first = match["end"] in ("first", "top", "upper", "topmost")
    return Named(tuple(x for row in (pool[:count] if first else pool[-count:]) for x in row))


def _entries(match: re.Match[str], context: Context) -> Named | None:
    """ "the three pizzas": the entries of a list, of which there are as many."""
    items = tuple(x for x in of_role("item", context.design) if isinstance(x, TextLayer))
    people = tuple(x for x in items if FULL_NAME.fullmatch(x.text))
    kinds = (x for x in (items, people) if len(x) == _number(match["n"]))
    return None if _LINES.fullmatch(match["noun"]) else next(map(Named, kinds), None)


def _pool(noun: str, of: str, context: Context, find: Finder) -> list[list[Layer]]:
    """All that go by the noun, from the top; a row of a list with all that stands in it."""
    items = of_role("item", context.design)
    listed = [x for x in items if row_of(x, context.design)]
    if listed and (of or not _LINES.fullmatch(noun)) and _ROWS.fullmatch(noun):
        return [[x, *row_of(x, context.design)] for x in listed]
    if _LINES.fullmatch(noun) or _ROWS.fullmatch(noun):
        return [[x] for x in texts_shown(context.design)]
    if noun not in ROLES and noun.removesuffix("s") not in ROLES:
        return []
    try:
        found = find(f"all the {noun}", context)
    except (NotThereError, UnclearError):
        return []
    return [[x] for x in sorted(found.texts, key=lambda x: (round(x.box.y / 12), x.box.x))]


def row_of(layer: Layer, design: Design) -> list[Layer]:
    """What stands in the row of a list that an item heads."""
    group = next(groups_of(layer, design), None)
    if group is None or not isinstance(layer, TextLayer) or layer.role != "item":
        return []
    mid = layer.box.center.y
    mates = [x for x in group.layers if isinstance(x, TextLayer) and x.role != "item"]
    return [x for x in mates if abs(x.box.center.y - mid) < 0.5 * layer.box.height]


def line_telling(words: str, context: Context) -> Named | None:
    """ "the house line" for the only text that has the word, rather than a house that is drawn."""
    told = _X_LINE.fullmatch(words)
    if told is None or told["x"] in (*ROLES, *ORDINALS, *EPITHETS) or color_named(told["x"]):
        return None
    word = re.compile(rf"(?<!\w){re.escape(told['x'])}(?!\w)")
    found = [x for x in texts_shown(context.design) if word.search(x.text.lower())]
    return Named((found[0],)) if len(found) == 1 else None


def by_turn_of_role(name: str, plural: bool, context: Context) -> Named | None:
    """ "the second venue": of several with one role."""
    turn, _, role = name.partition(" ")
    found = by_role(role, True, context) if turn in ORDINALS and role else None
    number = ORDINALS.get(turn, 0)
    texts = [x for x in found.texts if x.role in _FACTS] if found else []
    layers = sorted(texts, key=lambda x: (round(x.box.y / 12), x.box.x))
    return Named((layers[number],)) if len(layers) > 1 and -1 <= number < len(layers) else None


def row_around(layer: TextLayer, design: Design) -> tuple[Layer, ...]:
    """The row of a list that the value stands in, its entry first."""
    heads = (x for x in walk(design) if x.role == "item" and layer in row_of(x, design))
    return next(((head, *row_of(head, design)) for head in heads), ())


def _next_to(match: re.Match[str], context: Context, find: Finder) -> Named | None:
    """ "the two lines under the subtitle", "the small lines below our name" """
    if not match["n"] and not match["small"]:
        return None
    other = find(match["other"], context)
    if not other.texts:
        return None
    down = not match["side"].startswith(("above", "over", "before"))
    edge = max(x.box.bottom for x in other.texts) if down else min(x.box.y for x in other.texts)
    beyond = [x for x in texts_shown(context.design) if x not in other.texts
              and (x.box.center.y > edge if down else x.box.center.y < edge)]  # fmt: skip
    beyond = beyond if down else beyond[::-1]
    count = _number(match["n"]) if match["n"] else 0
    found = beyond[:count] if count else _block(beyond, edge)
    return Named(tuple(found)) if len(found) >= max(count, 1) else None


def _block(lines: Sequence[TextLayer], edge: float) -> list[TextLayer]:
    """The lines that follow upon each other without a gap."""
    found: list[TextLayer] = []
    for line in lines:
        gap = min(abs(line.box.y - edge), abs(line.box.bottom - edge))
        if gap > _NEXT * line.style.size * max(1.0, line.style.leading):
            break
        found.append(line)
        edge = line.box.bottom if line.box.center.y > edge else line.box.y
    return found


def _in_region(match: re.Match[str], words: str, context: Context) -> Named | None:
    """ "everything down there", "all the text in the top half" """
    sheet, edge = context.design.canvas.box, match["edge"]
    if edge in ("there", "below"):
        edge = "bottom" if re.search(r"\bdown (?:there|below)\b", words) else "top"
    texts = [x for x in walk(context.design)
             if isinstance(x, TextLayer) and x.visible and x.role != "ornament"]  # fmt: skip
    if edge in ("left", "right"):
        aside = (lambda x: x.box.right <= sheet.center.x + 1) if edge == "left" else (
            lambda x: x.box.x >= sheet.center.x - 1)  # fmt: skip
        found = [x for x in texts if aside(x)]
    else:
        low = edge in ("bottom", "lower")
        whole = next((x for x in context.design.layers if x.id == "details"), None)
        own = [x for x in leaves_of(whole) if isinstance(x, TextLayer)] if whole else []
        line = 0.5 if match["half"] == "half" else _LOW if low else _HIGH
        part = [x for x in texts if (x.box.center.y > line * sheet.height) == low]
        block = low and match["half"] != "half" and own and own[0].box.y > 0.5 * sheet.height
        top = min(x.box.y for x in own) if block else 0.0
        foot = [x for x in texts if x in own or x.role == "cta" or x.box.y > top]
        found = foot if block else part
    return Named(tuple(found)) if found else None


def _column(match: re.Match[str], context: Context, find: Finder) -> Named | None:
    """ "the left column", "the second column at the bottom" """
    blocks = {x.id: x for x in walk(context.design) if x.id in ("rows", "details")}
    if edge := match["edge"]:
        blocks = {k: x for k, x in blocks.items() if k == ("rows" if edge == "top" else "details")}
    held = [columns for x in blocks.values()
            if len(columns := _columns(leaves_of(x), context.design.canvas.width)) > 1]  # fmt: skip
    if not held:
        return None
    if len(held) > 1:
        name, places = f"the {match['which']} column", ("at the top", "at the bottom")
        choices = tuple(Choice(repr(c[0][0].text), f"{name} {where}")
                        for c, where in zip(held, places, strict=False))  # fmt: skip
        raise UnclearError(
            Question("the column of the list, or of the lines at the foot?", choices)
        )
    columns = held[0]
    at = {"left": 0, "first": 0, "middle": 1, "center": 1, "centre": 1, "second": 1, "third": 2}
    number = at.get(match["which"], len(columns) - 1)
    return Named(tuple(columns[number])) if number < len(columns) else None


def _columns(leaves: Iterable[Leaf], width: int) -> list[list[TextLayer]]:
    """Texts that begin at the same place, or are centred on it, from the left."""
    found: list[tuple[float, list[TextLayer]]] = []
    texts = (x for x in leaves if isinstance(x, TextLayer) and x.visible)
    for text in sorted(texts, key=lambda x: x.box.x):
        at = text.box.center.x if text.align == "center" else text.box.x
        if found and abs(at - found[-1][0]) < _APART * width:
            found[-1][1].append(text)
        else:
            found.append((at, [text]))
    return [column for _, column in found]


def _number(word: str) -> int:
    return _COUNTS.get(word) or int(word)
