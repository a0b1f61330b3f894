"""The rows of a list: put in another order, and one more added in the place there is."""

from __future__ import annotations

import re

from agents.chat.by_name import Leaf, Named, leaves_of
from agents.chat.changes import shifted, updates
from agents.chat.context import Context
from agents.chat.naming import find, is_named, with_labels
from agents.chat.results import AlreadyError, Answer, CannotError, Done, done
from agents.chat.retyping import retyped
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence, unquoted
from design_io.commands import AddLayer, Command
from design_io.document import GroupLayer, TextLayer, walk
from design_io.text import fitted

_TIGHT = 1.08  # of a row's height, the least distance between rows
_MARGIN = 0.05  # of the sheet's height, kept free below the last row
Row = tuple[Leaf, ...]


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.low, sentence, context)


def rows_of(context: Context) -> list[Row]:
    """Every row of the list from the top, its item first; empty without a list of two rows."""
    items = [x for x in walk(context.design)
             if isinstance(x, TextLayer) and x.role == "item" and x.visible]  # fmt: skip
    group = next((g for g in walk(context.design)
                  if isinstance(g, GroupLayer) and sum(x in g.layers for x in items) > 1),
                 None)  # fmt: skip
    if group is None:
        return []
    own = sorted((x for x in items if x in group.layers), key=lambda x: x.box.y)
    return [tuple(x for x in with_labels(Named((item,)), context.design)
                  if not isinstance(x, GroupLayer)) for item in own]  # fmt: skip


def _to_end(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """move the soup to the top of the list; the soup should come first"""
    rows = rows_of(context)
    at = _row_named(match["t"], rows, context)
    if at is None:
        return None
    goal = 0 if re.search(r"top|first|start|beginning", match["end"]) else len(rows) - 1
    where = "first" if goal == 0 else "last"
    return _reordered(rows, at, goal, f"{rows[at][0].label!r} comes {where}", context)


def _beside(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """put the soup above the salad"""
    rows = rows_of(context)
    at, other = (_row_named(match[x], rows, context) for x in ("t", "other"))
    if at is None or other is None or at == other:
        return None
    before = bool(re.match(r"above|before|over|ahead|on top", match["where"]))
    goal = other - (at < other) if before else other + (at > other)
    said = f"{rows[at][0].label!r} {match['where']} {rows[other][0].label!r}"
    return _reordered(rows, at, goal, said, context)


def _row_named(phrase: str, rows: list[Row], context: Context) -> int | None:
    if len(rows) < 2 or not is_named(phrase, context):
        return None
    named = find(phrase, context).layers
    found = [n for n, row in enumerate(rows) if named and set(named) <= set(row)]
    return found[0] if len(found) == 1 else None


def _reordered(rows: list[Row], at: int, goal: int, said: str, context: Context) -> Answer:
    if at == goal:
        raise AlreadyError(f"{said} already: nothing to change")
    order = [row for n, row in enumerate(rows) if n != at]
    order.insert(goal, rows[at])
    parts: list[Command] = []
    for slot, row in zip(rows, order, strict=True):
        step = slot[0].box.y - row[0].box.y
        parts += shifted(row, 0.0, step) if step else []
    return done(said, parts)


def _sorted(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """sort the list by price; in alphabetical order; the other way round"""
    rows = rows_of(context)
    if not rows:
        return None
    how = match["how"]
    if re.search(r"price|cheap|expensive|cost", how):
        order = sorted(rows, key=_price_of, reverse="expensive" in how)
    elif re.search(r"alpha|a-z|name", how):
        order = sorted(rows, key=lambda row: _words(row[0]).lower())
    else:
        order = rows[::-1]
    parts = [part for slot, row in zip(rows, order, strict=True)
             for part in shifted(row, 0.0, slot[0].box.y - row[0].box.y)
             if slot is not row]  # fmt: skip
    return done(f"the list is sorted {how}", parts) if parts else None


def _words(leaf: Leaf) -> str:
    return leaf.text if isinstance(leaf, TextLayer) else ""


def _price_of(row: Row) -> float:
    said = re.search(r"\d+(?:[.,]\d+)?", " ".join(_words(x) for x in row[1:]))
    return float(said[0].replace(",", ".")) if said else 0.0


def _added(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add Hot chocolate 3.80 to the menu: a row like the last one, the others closer if need be"""
    rows = rows_of(context)
    price = match["price"] or ""
    priced = bool(rows) and len(rows[-1]) > 1
    if not rows or not (match["list"] or (price and priced)):
        return None
    words = [unquoted(sentence.kept(match, "new")).strip(" ,:-–")]
    words += [price] * (len(rows[-1]) - 1)
    words[0] = words[0][:1].upper() + words[0][1:]
    if price and priced and (sign := re.match(r"[£$€]", _words(rows[-1][1]))):
        words[1:] = [price if price[0] in "£$€" else sign[0] + price]
    return _with_row(rows, words, context)


def _other(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """the soup is off, we do a salad for 8.50 now: another thing in its row, at its own price"""
    rows = rows_of(context)
    at = _row_named(match["t"], rows, context)
    price = match["price"] or ""
    if at is None or (price and len(rows[at]) < 2):
        return None
    new = re.sub(r"^(?:an?|the|some) ", "", unquoted(sentence.kept(match, "new")).strip(" ,:-–"))
    answer = retyped(Named(rows[at][:1]), new[:1].upper() + new[1:], context)
    priced = retyped(Named(rows[at][1:2]), price, context) if price else None
    if not isinstance(answer, Done) or not isinstance(priced, Done | None):
        return None
    said = "; ".join(x.said for x in (answer, priced) if x)
    return done(said, [c for x in (answer, priced) if x for c in x.commands])


def _with_row(rows: list[Row], words: list[str], context: Context) -> Answer:
    design, last = context.design, rows[-1]
    top, end = rows[0][0].box.y, last[0].box.y
    step = (end - top) / (len(rows) - 1)
    floor = min([design.canvas.height * (1 - _MARGIN),
                 *(x.box.y for x in walk(design) if isinstance(x, TextLayer) and x.visible
                   and x.box.y > last[0].box.bottom)])  # fmt: skip
    parts: list[Command] = []
    parent = next(g for g in walk(design) if isinstance(g, GroupLayer) and last[0] in g.layers)
    if end + step + last[0].box.height > floor:
        tighter = step * (len(rows) - 1) / len(rows)
        if tighter < _TIGHT * last[0].box.height:
            raise CannotError(
                "the list has no room for one more row; make its text smaller first, or add the row"
                " to the request and run design again"
            )
        parts = _closer(parent, top, tighter / step)
        step, end = tighter, top + tighter * (len(rows) - 1)
    taken = {x.id for x in walk(design)}
    for leaf, text in zip(last, words, strict=False):
        if not isinstance(leaf, TextLayer) or not text:
            continue
        stem = re.sub(r"-\d+$", "", leaf.id)
        name = next(f"{stem}-{n}" for n in range(2, 1000) if f"{stem}-{n}" not in taken)
        box = leaf.box._replace(y=end + step + leaf.box.y - last[0].box.y)
        twin = leaf.evolve(id=name, name=text[:60], text=text, spans=(), box=box)
        new = fitted(twin, context.resources.fonts)
        parts.append(AddLayer(layer=new, parent=parent.id, index=len(parent.layers)))
        taken.add(name)
    return done(f"{words[0]!r} is added to the list", parts)


def _closer(group: GroupLayer, top: float, factor: float) -> list[Command]:
    """All that is in the list, nearer to its first row."""
    parts: list[Command] = []
    for leaf in leaves_of(group):
        y = top + (leaf.box.y - top) * factor
        parts += updates(leaf, {"box": leaf.box._replace(y=y)})
    return parts


_LIST = r"(?:the |our |this )?(?:list|menu|price list|programme|program|line-?up|items|rows|order)"
_PRICE = r"[£$€]? ?\d+(?:[.,]\d{1,2})?(?: ?(?:€|euros?|pounds?|dollars?))?"
_GONE = r"(?:(?:is|are|has|have|'s) )?(?:off|out|gone|sold out|finished|no more|dropped|cancell?ed)"
_RULES: Rules = rules(
    (rf"(?P<t>.+?) {_GONE}(?: the (?:menu|list|card))?[,;.:]* (?:and |so |now |but )*(?:we|there)"
     r"(?:'s| is| are|'ve got| do| have| serve| sell| offer| make)? (?:now )?(?P<new>.+?)"
     rf"(?:,? (?:for|at) (?P<price>{_PRICE}))?(?: now| instead)*", _other),
    (r"(?:move|put|bring|place|shift|get|have|list) (?P<t>.+?) (?:to|at|on|up to"
     r"|down to)? ?(?:the )?"
     rf"(?:very )?(?P<end>top|bottom|start|end|beginning) of {_LIST}", _to_end),
    (r"(?:(?:move|put|bring|place|list|show|have) )?(?P<t>.+?) (?:(?:should|must|to) )?"
     r"(?:(?:come|be|go|listed|shown|put|placed) )*(?P<end>first|last)(?: (?:in|on"
     r"|of) .+)?", _to_end),
    (r"(?:(?:move|put|bring|place|list|have) )?(?P<t>.+?) (?:(?:should|must|could) (?:come|go|be"
     r"|sit) )?"
     r"(?:up |down )?(?P<where>above|below|before|after|under(?:neath)?|over|ahead of|on top of)"
     r" (?P<other>.+)", _beside),
    (rf"(?:sort|order|arrange|list|put) {_LIST}(?: in)? (?P<how>(?:by |from |in )?(?:price|cheap\w*"
     r"|alphabet\w*|a-z|name|most expensive|cost)(?: (?:order|first|to .+))*)", _sorted),
    (rf"(?P<how>reverse|flip|turn round|turn around) (?:the order of )?{_LIST}", _sorted),
    (r"(?:add|put|include|insert|we(?: also)? (?:have|sell|serve|do|offer)|there's also)(?: on"
     r"| in)?"
     rf" (?:an? |the |also )?(?P<new>.+?)(?: (?:for|at|costs?|costing|,))*:? ?(?P<price>{_PRICE})?"
     rf"(?P<list> (?:to|on|onto|in|into|at the (?:end|bottom) of) {_LIST})?", _added),
)  # fmt: skip
