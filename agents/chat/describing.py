"""What a design and its layers are, in words: typeface, size, colours, place, legibility."""

from __future__ import annotations

import math
from collections.abc import Iterable

from agents.chat.by_name import Named, texts_shown
from agents.chat.context import Context
from agents.chat.naming_colors import colors_of
from agents.colorwords import color_names
from agents.spelling import meant_by
from design_io.document import Layer, ShapeLayer, TextLayer, leaves
from design_io.geometry import Box, union_all
from layout.contrast import text_contrasts
from layout.differences import apart
from layout.legible import smallest_text
from layout.subject import Subject, size_of

_PRINT = 150  # dpi from which a sheet is told in millimetres too
_MOST = 6  # colours, or texts, that are told
_THIRDS = (("left", "middle", "right"), ("top", "middle", "bottom"))


def typefaces_of(texts: Iterable[TextLayer]) -> str:
    """ "'Lunch' is set in Archivo": each typeface with what is set in it."""
    found: dict[str, list[TextLayer]] = {}
    for text in texts:
        found.setdefault(text.style.font, []).append(text)
    told = (f"{Named(tuple(own)).subject} set in {font}" for font, own in found.items())
    return "; ".join(told)


def size_of_sheet(context: Context) -> str:
    canvas = context.design.canvas
    told = f"the sheet is {canvas.width} × {canvas.height} px"
    if canvas.dpi >= _PRINT:
        wide, high = (side / canvas.dpi * 25.4 for side in (canvas.width, canvas.height))
        told += f", {wide:.0f} × {high:.0f} mm at {canvas.dpi:.0f} dpi"
    return told


def sizes_of(named: Named, context: Context) -> str:
    """The type size of texts, the width and height of all else."""
    canvas = context.design.canvas
    told = []
    for size in dict.fromkeys(round(x.style.size) for x in named.texts):
        own = tuple(x for x in named.texts if round(x.style.size) == size)
        points = size * 72 / canvas.dpi
        told.append(f"{Named(own).subject} set at {size} px ({points:.0f} pt)")
    if not told:
        box = union_all(x.box for x in named.leaves)
        told.append(f"{named.subject} {box.width:.0f} × {box.height:.0f} px")
    return "; ".join(told)


def colors_told(layers: Iterable[Layer]) -> str:
    """The colours of the layers, the most used first: "dark green #1f4a35"."""
    count: dict[str, int] = {}
    for layer in layers:
        for color in colors_of(layer):
            count[color] = count.get(color, 0) + 1
    most = sorted(count, key=lambda color: -count[color])[:_MOST]
    return ", ".join(f"{_name_of(color)} {color}" for color in most) or "no plain colour"


def _name_of(color: str) -> str:
    """The name of the nearest colour that has one."""
    return min(color_names().items(), key=lambda pair: apart(pair[1], color))[0]


def place_of(box: Box, sheet: Box) -> str:
    """ "at the top left", "in the middle" """
    across, down = (
        _THIRDS[n][min(2, max(0, math.floor(3 * share)))]
        for n, share in enumerate((box.center.x / sheet.width, box.center.y / sheet.height))
    )
    if across == down:
        return "in the middle"
    edges = [side for side in (down, across) if side != "middle"]
    return f"at the {' '.join(edges)}"


def described(named: Named, context: Context) -> str:
    """All there is to say of what is named."""
    texts = named.texts
    if not texts:
        box = union_all(x.box for x in named.leaves)
        where = place_of(box, context.design.canvas.box)
        return f"{sizes_of(named, context)}, {where}, in {colors_told(named.leaves)}"
    parts = [typefaces_of(texts), sizes_of(named, context), f"its colour: {colors_told(texts)}"]
    if len(texts) == 1:
        text = texts[0]
        weight = f"weight {text.style.weight}{', italic' if text.style.italic else ''}"
        where = place_of(text.box, context.design.canvas.box)
        parts[1] += f", {weight}, aligned {text.align}, {where}"
    return "; ".join(parts)


def overview(context: Context) -> str:
    """The design as a whole."""
    texts = texts_shown(context.design)
    fonts = ", ".join(dict.fromkeys(x.style.font for x in texts))
    return f"{size_of_sheet(context)}; typefaces: {fonts}; colours: {palette_of(context)}"


def palette_of(context: Context) -> str:
    """The colours of the shapes and the copy."""
    shapes = (x for x in leaves(context.design) if isinstance(x, ShapeLayer))
    return colors_told([*shapes, *texts_shown(context.design)])


def legibility(texts: Iterable[TextLayer], context: Context) -> str:
    """What is set too small or stands out too little from its ground; else that all is well."""
    own = tuple(texts)
    least = smallest_text(size_of(Subject(context.design, context.resources, context.plan))).label
    seen = text_contrasts(context.design, own, context.resources)
    small = tuple(x for x in own if x.style.size < 0.99 * least)
    faint = tuple(x for x in own if x.id in seen and seen[x.id].ratio < seen[x.id].needed)
    told = []
    if small:
        told.append(f"{Named(small).subject} small: at least {least:.0f} px are easy to read")
    for layer in faint:
        told.append(f"{layer.label!r} has a contrast of {seen[layer.id].ratio:.1f}, and"
                    f" {seen[layer.id].needed:g} are needed")  # fmt: skip
    if told:
        return "; ".join(told)
    lowest = min((seen[x.id].ratio for x in own if x.id in seen), default=21.0)
    return f"yes, {Named(own).subject} easy to read: contrast {lowest:.1f} and large enough"


def spelling(context: Context) -> str:
    """Words that look misspelt, with what may be meant."""
    words = {w: meant for x in texts_shown(context.design) for w in x.text.split()
             if (meant := meant_by(w.strip(".,;:!?\"'")))}  # fmt: skip
    if not words:
        return "no word looks misspelt"
    return "; ".join(f"{word!r} may be meant as {meant!r}" for word, meant in words.items())
