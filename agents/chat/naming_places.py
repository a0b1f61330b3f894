"""Layers by where they lie: "the text under the headline", "the thin line above the date"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.chat.by_name import (
    BETWEEN_COPY,
    Leaf,
    Named,
    collected,
    single,
    synonyms,
    texts_shown,
)
from agents.chat.context import Context
from agents.colorwords import color_pattern
from design_io.document import Layer, ShapeLayer, TextLayer, walk
from design_io.geometry import Box, union_all
from layout.wording import tree

_EDGE = 0.28  # of the sheet's height or width, what lies at its edge
_ROW = 0.75  # of a text's height, within which others stand in its row
_FLAT = 12.0  # times as wide as high: a line rather than a bar
_CLOSE = 4.0  # heights of a line of copy, within which it stands under or over something
_TEXTS = re.compile(
    r"(?:small |big |little |tiny |bold |other |same )*(?P<noun>texts?|writing|words?|copy"
    r"|lettering|lines?(?: of text)?|bits?|parts?|things?|stuff|info(?:rmation)?|details?|row"
    r"|sentence|phrase|one|print|caption|label|heading)"
)
_RULES = re.compile(
    r"(?:(?:thin|fine|little|small|long|horizontal|hair|separator|separating|dividing|straight"
    r"|black|white|the) ?)*(?:lines?|rules?|hairlines?|dividers?|separators?|bars?)"
)
_BLOCK = ("bit", "part", "section", "block", "area")
_AS_LARGE = 0.3
_GROUND = 6.0  # times as large as the thing on it, at most
AROUND = re.compile(
    r"(?:[\w-]+ )?(?:half[ -])?(?:circle|ring|disc|disk|badge|seal|star|shape|frame|blob|thing"
    r"|square|box) (?:a?round|behind|under(?:neath)?) (?P<other>.+)"
)
_MANY = ("texts", "bits", "parts", "things", "stuff", "info", "information", "details", "detail",
         "row", "print", "lines")  # fmt: skip
WHERE = re.compile(
    r"(?P<what>[\w' -]+?) (?:(?:that(?:'s| is)|which is|right|just|all|up|down|out) )*(?:(?P<edge>"
    r"(?:at|on|along|near|in|to) the (?:very |far )?(?:top|bottom|left|right)(?:[ -](?:left"
    r"|right))?(?:[ -](?:hand )?(?:side|corner|edge))?|(?:up|down|at)? ?(?:the )?(?:very )?(?:top"
    r"|bottom))(?: of (?:the|this) (?:page|poster|design|sheet|menu|card|flyer))?"
    r"|(?P<side>above|over|below|under(?:neath)?|beneath|next to|beside) (?P<other>.+))"
)

BEYOND = re.compile(
    r"(?:everything|all(?: (?:of )?(?:the )?(?:texts?|copy|writing|stuff|lines))?|whatever)"
    r" (?:that(?:'s| is) |that comes |which is |else )?(?P<side>below|under(?:neath)?|beneath|after"
    r"|above|over|before) (?P<other>.+)"
)
_FOREMOST = re.compile(
    r"(?P<what>[\w' -]+?) (?:(?:right )?(?:in|at the) front|in the (?:front|foreground))"
)
_BEHIND = re.compile(
    r"(?P<what>[\w' -]+?) (?:in|on|of|from) the (?:back ?ground|back)(?: of (?:it|the \w+))?"
)


def is_of_place(what: str) -> bool:
    """Whether the noun says nothing but that it is text, or a line."""
    return bool(_TEXTS.fullmatch(what) or _RULES.fullmatch(what))


def at_edge(what: str, edge: str, context: Context) -> Named | None:
    """ "the writing at the top": the nearest to that edge, or its row where many are meant."""
    texts = _kind(what, context)
    sheet = context.design.canvas.box
    side = next((s for s in ("top", "bottom", "left", "right") if s in edge), "top")
    apart = {
        "top": lambda b: b.y / sheet.height, "bottom": lambda b: (sheet.bottom - b.bottom)
        / sheet.height,
        "left": lambda b: b.x / sheet.width, "right": lambda b: (sheet.right - b.right)
        / sheet.width,
    }[side]  # fmt: skip
    near = sorted(
        (x for x in texts if apart(x.box) < _EDGE and _lies_aside(x.box, side, sheet)),
        key=lambda x: apart(x.box),
    )
    if not near:
        return None
    noun = what.split()[-1]
    if noun in _BLOCK and (block := _block_of(near[0], near)):
        return Named(tuple(block))
    if noun in _MANY or "small" in what:
        return Named(tuple(_row(near[0], texts)))
    return Named((near[0],))


def _block_of(first: Leaf, texts: Sequence[Leaf]) -> list[Leaf]:
    """All that is set about as large there, where it is more than one line of copy."""
    if not isinstance(first, TextLayer):
        return []
    found = [x for x in texts if isinstance(x, TextLayer)
             and abs(x.style.size / first.style.size - 1) < _AS_LARGE]  # fmt: skip
    return [*found] if len(found) > 1 else []


def _lies_aside(box: Box, side: str, sheet: Box) -> bool:
    """What runs across the sheet is neither on its left nor on its right."""
    return side in ("top", "bottom") or lies_at(box, side, sheet)


def is_thin(box: Box) -> bool:
    """Whether it is a line to the eye, which nobody calls a bit, a part or a shape."""
    return max(box.width, box.height) > _FLAT * max(1.0, min(box.width, box.height))


def lies_at(box: Box, edge: str, sheet: Box) -> bool:
    """Whether the box lies in that half of the sheet and is not as wide, or high, as all of it."""
    middle = box.center
    return not (
        ("right" in edge and (middle.x < sheet.center.x or box.x < 0.25 * sheet.width))
        or ("left" in edge and (middle.x > sheet.center.x or box.right > 0.75 * sheet.width))
        or ("top" in edge and (middle.y > sheet.center.y or box.bottom > 0.75 * sheet.height))
        or ("bottom" in edge and (middle.y < sheet.center.y or box.y < 0.25 * sheet.height))
    )


def off_edge(box: Box, edge: str, sheet: Box) -> float:
    """How far the middle of the box is from that edge, or corner, as a part of the sheet."""
    x, y = box.center.x / sheet.width, box.center.y / sheet.height
    sides = {"left": x, "right": 1 - x, "top": y, "bottom": 1 - y}
    return sum(far for side, far in sides.items() if side in edge)


def beside(what: str, side: str, other: Named, context: Context) -> Named | None:
    """ "the text under the headline": the nearest one on that side of the other."""
    goal = union_all(x.box for x in other.leaves)
    ids = {x.id for x in other.leaves}
    near: list[tuple[float, Leaf]] = []
    either = _TEXTS.fullmatch(what) and _RULES.fullmatch(what)  # a line of copy, or one drawn
    for leaf in (*_kind(what, context), *(texts_shown(context.design) if either else ())):
        gap = _gap(leaf.box, goal, side)
        far = either and isinstance(leaf, TextLayer) and (gap or 0.0) > _CLOSE * leaf.box.height
        if leaf.id not in ids and gap is not None and not far:
            near.append((gap, leaf))
    return Named((min(near, key=lambda pair: pair[0])[1],)) if near else None


def around(other: Named, context: Context) -> Named | None:
    """ "the frilly circle round the pole": what is drawn as a ground of the other thing."""
    goal = union_all(x.box for x in other.leaves)
    own = {x.id for x in other.leaves}
    below: list[tuple[Layer, list[ShapeLayer]]] = []
    for top in context.design.layers:
        drawn = [x for x in tree(top) if isinstance(x, ShapeLayer)]
        if any(x.id in own for x in tree(top)):
            break
        if top.role == "ornament" and drawn and _holds(union_all(x.box for x in drawn), goal):
            below.append((top, drawn))
    nearest = min(below, key=lambda pair: union_all(x.box for x in pair[1]).area, default=None)
    return Named((nearest[0],)) if nearest else None


def _holds(box: Box, goal: Box) -> bool:
    """Whether the other lies on it, and it is not far larger."""
    return box.contains(goal, 0.1 * goal.width) and box.area < _GROUND * goal.area


def beyond(side: str, other: Named, context: Context) -> Named | None:
    """ "everything below the espresso": all copy there, with the lines between it."""
    goal = union_all(x.box for x in other.leaves)
    up = side in ("above", "over", "before")
    found = [
        x for x in walk(context.design)
        if (isinstance(x, TextLayer) or (isinstance(x, ShapeLayer) and is_thin(x.box)))
        and x.visible and (x.box.bottom <= goal.y + 1 if up else x.box.y >= goal.bottom - 1)
        and x not in other.leaves
    ]  # fmt: skip
    return Named(tuple(found)) if found else None


def in_front(name: str, plural: bool, context: Context) -> Named | None:
    """ "the hill in front": of drawn things called so the one that hides the others."""
    match = _FOREMOST.fullmatch(name)
    noun = color_pattern().sub(" ", match["what"]) if match else ""
    wanted = set(single(noun).split()[-1:])
    found = [x for x in walk(context.design)
             if isinstance(x, ShapeLayer) and wanted & set(single(x.name).split())]  # fmt: skip
    return Named((found[-1],)) if len(found) > 1 else None


def in_background(name: str, plural: bool, context: Context) -> Named | None:
    """ "the dots in the background": an ornament, never what stands between the copy."""
    match = _BEHIND.fullmatch(name)
    if match is None:
        return None
    wanted = set(single(match["what"]).split())
    wanted |= synonyms(single(match["what"]))
    found = [x for x in walk(context.design)
             if x.role in ("ornament", "texture", "background") and not BETWEEN_COPY.match(x.id)
             and x.id != "background" and wanted & set(single(x.name).split())]  # fmt: skip
    return collected(found[:1], context.design) if found else None


def _kind(what: str, context: Context) -> Sequence[Leaf]:
    """Texts, or hairlines where a line is meant and there is one."""
    if _RULES.fullmatch(what):
        flat = [x for x in walk(context.design)
                if isinstance(x, ShapeLayer) and x.visible
                and is_thin(x.box) and x.box.width > x.box.height]  # fmt: skip
        if flat:
            return flat
    if what.split()[-1] in ("heading", "label", "caption"):
        return [x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible]
    return texts_shown(context.design)


def _gap(box: Box, goal: Box, side: str) -> float | None:
    """How far the box lies on that side of the goal; None when it lies elsewhere."""
    over = min(box.right, goal.right) - max(box.x, goal.x) > 0
    level = min(box.bottom, goal.bottom) - max(box.y, goal.y) > 0
    if side in ("above", "over"):
        return goal.y - box.bottom if over and box.center.y < goal.y else None
    if side in ("next to", "beside"):
        return max(box.x - goal.right, goal.x - box.right) if level else None
    return box.y - goal.bottom if over and box.center.y > goal.bottom else None


def _row(leaf: Leaf, texts: Sequence[Leaf]) -> list[Leaf]:
    """What stands beside it."""
    most = _ROW * leaf.box.height
    return [x for x in texts if abs(x.box.center.y - leaf.box.center.y) <= max(most, 1.0)]
