"""The rows of a list: found, put in another order, and one more where there is room for it."""

from __future__ import annotations

import re

from agents.chat.by_name import Leaf, Named, groups_of, leaves_of
from agents.chat.changes import floor_below, free_id, shifted, updates
from agents.chat.context import Context
from agents.chat.flowing import flowed, in_order, runs_on
from agents.chat.naming import with_labels
from agents.chat.results import Answer, CannotError, done
from design_io.commands import AddLayer, Command
from design_io.document import GroupLayer, TextLayer, walk
from design_io.text import fitted

_MARK = re.compile(r"\d{1,2}[.)]?")  # what counts the entries is none of them
_TIGHT = 1.08  # of a row's height, the least distance between rows
_SMALLEST = 0.6  # of its size, that the text of a list may have so that one more row has room
_MARGIN = 0.05  # of the sheet's height, kept free below the last row
Row = tuple[Leaf, ...]


def rows_of(context: Context) -> list[Row]:
    """Every row of the list from the top, its item first; empty without a list of two rows."""
    items = [x for x in walk(context.design)
             if isinstance(x, TextLayer) and x.role == "item" and x.visible]  # fmt: skip
    group = next((g for g in walk(context.design)
                  if isinstance(g, GroupLayer) and sum(x in g.layers for x in items) > 1),
                 None)  # fmt: skip
    if group is None:
        return []
    own = sorted((x for x in items if x in group.layers and not is_mark(x)),
                 key=lambda x: x.box.y)  # fmt: skip
    own = in_order(own) if runs_on(own) else own
    return [tuple(x for x in with_labels(Named((item,)), context.design)
                  if not isinstance(x, GroupLayer) and not is_mark(x)) for item in own]  # fmt: skip


def is_mark(leaf: Leaf) -> bool:
    """Whether it is the number that stands before an entry."""
    if not isinstance(leaf, TextLayer) or leaf.role != "item":
        return False
    return bool(_MARK.fullmatch(leaf.text))


def placed(rows: list[Row], order: list[Row], context: Context) -> list[Command]:
    """The rows in another order; names that run on are set anew in their lines."""
    if runs_on([row[0] for row in rows]):
        return flowed(_heads(order), _heads(rows), context)
    moves = ((row, slot[0].box.y - row[0].box.y) for slot, row in zip(rows, order, strict=True))
    return [part for row, step in moves if step for part in shifted(row, 0.0, step)]


def closed_up(gone: set[str], context: Context) -> list[Command]:
    """Names that run on without those that are gone, so that no gap is left in a line."""
    heads = _heads(rows_of(context))
    left = [x for x in heads if x.id not in gone]
    if not left or len(left) == len(heads) or not runs_on(heads):
        return []
    return flowed(left, heads, context)


def exchanged_in_line(one: Named, other: Named, context: Context) -> list[Command]:
    """Two names of a line-up in each other's place; nothing where they are none."""
    order = _heads(rows_of(context))
    pair = [x for named in (one, other) for x in named.texts]
    if len(pair) != 2 or not all(x in order for x in pair) or not runs_on(order):
        return []
    other_of = dict([(pair[0].id, pair[1]), (pair[1].id, pair[0])])
    return flowed([other_of.get(x.id, x) for x in order], order, context)


def _heads(rows: list[Row]) -> list[TextLayer]:
    return [row[0] for row in rows if isinstance(row[0], TextLayer)]


def with_row(rows: list[Row], words: list[str], context: Context) -> Answer:
    """One more row like the last one; the others closer, or smaller, if need be."""
    heads = _heads(rows)
    taken = {x.id for x in walk(context.design)}
    if runs_on(heads):
        name = _free_id(heads[-1].id, taken)
        new = heads[-1].evolve(id=name, name=words[0][:60], text=words[0], spans=())
        return done(f"{words[0]!r} is added to the list", flowed([*heads, new], heads, context))
    parent = next(groups_of(heads[-1], context.design))
    pitch, size = _pitch(rows, context)
    parts = _closer(parent, rows, pitch, size)
    marks = sorted((x for x in leaves_of(parent) if is_mark(x)), key=lambda x: x.box.y)
    last, texts = rows[-1], words
    if len(marks) == len(rows):
        last = (*rows[-1][: len(words)], marks[-1])
        texts = [*words[: len(rows[-1])], re.sub(r"\d+", str(len(rows) + 1), marks[-1].text)]  # type: ignore[union-attr]
    top = heads[0].box.y + pitch * len(rows)
    for leaf, text in zip(last, texts, strict=False):
        if not isinstance(leaf, TextLayer) or not text:
            continue
        name = _free_id(leaf.id, taken)
        box = leaf.box._replace(y=top + (leaf.box.y - heads[-1].box.y) * size,
                                height=leaf.box.height * size)  # fmt: skip
        style = leaf.style.evolve(size=leaf.style.size * size)
        twin = leaf.evolve(id=name, name=text[:60], text=text, spans=(), box=box, style=style)
        new = fitted(twin, context.resources.fonts)
        parts.append(AddLayer(layer=new, parent=parent.id, index=len(parent.layers)))
        taken.add(name)
    return done(f"{words[0]!r} is added to the list", parts)


def _pitch(rows: list[Row], context: Context) -> tuple[float, float]:
    """From row to row with one more of them, and how large its text is, of what it was."""
    first, last = rows[0][0].box, rows[-1][0].box
    step = (last.y - first.y) / (len(rows) - 1)
    floor = floor_below(last.bottom, context, _MARGIN)
    if last.bottom + step <= floor:
        return step, 1.0
    tighter = step * (len(rows) - 1) / len(rows)
    size = min(1.0, tighter / (_TIGHT * last.height))
    if size < _SMALLEST:
        raise CannotError("the list has no room for one more row; make something else smaller"
                          " first, or add the row to the request and run design again")  # fmt: skip
    return tighter, size


def _closer(parent: GroupLayer, rows: list[Row], pitch: float, size: float) -> list[Command]:
    """All that is in the list at its new distance, the texts at their new size."""
    top, end = rows[0][0].box.y, rows[-1][0].box
    step = (end.y - top) / (len(rows) - 1)
    if pitch == step:
        return []
    parts: list[Command] = []
    for leaf in leaves_of(parent):
        if not top - end.height <= leaf.box.y <= end.bottom:
            continue
        if not isinstance(leaf, TextLayer):
            y = top + (leaf.box.y - top) * pitch / step
            parts += updates(leaf, {"box": leaf.box._replace(y=y)})
            continue
        number = round((leaf.box.center.y - rows[0][0].box.center.y) / step)
        y = top + number * pitch + (leaf.box.y - top - number * step) * size
        box = leaf.box._replace(y=y, height=leaf.box.height * size)
        style = leaf.style.evolve(size=leaf.style.size * size)
        parts += updates(leaf, {"box": box, "style": style})
    return parts


def _free_id(like: str, taken: set[str]) -> str:
    label = "-label" if like.endswith("-label") else ""
    stem = re.sub(r"-\d+$", "", like.removesuffix("-label"))
    return free_id(stem, taken, 2, label)
