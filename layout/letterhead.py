"""Headed paper: a small mark and the name at the top, the address at the foot, the rest free."""

from __future__ import annotations

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.blanks import blank_places
from layout.foot import FACTS, RULE
from layout.measure import largest, measure
from layout.placement import Layout, Placement, art_placements
from layout.plan import DesignPlan, Element
from layout.rows import EDGE_MARK
from layout.sheet import Sheet, sheet_for
from layout.systems import Setting, TypeRole

_MARGIN = 0.09  # of the short side
_MARK = 0.1  # of the short side
_EDGE = 0.012  # of the height, a band of colour along the upper edge
_CAP = 0.044  # of the short side, largest size of the name
_NAME = 0.62  # of the width, for the name
_SMALL = 0.0175  # of the short side, size of all other lines
_PITCH = 1.7  # of that size, from line to line
_ROLES: dict[str, TypeRole] = {
    "kicker": "kicker", "brand": "brand", "subtitle": "subtitle", "legal": "label", "cta": "cta",
}  # fmt: skip
_GAP = 2.4  # of that size, between facts of the foot


def headed_paper(plan: DesignPlan, fonts: FontLibrary) -> Layout:
    """The layout of a letterhead or the head of an invoice."""
    sheet = sheet_for(plan, fonts)
    canvas, short = sheet.canvas, sheet.short_side
    margin = _MARGIN * short
    side = _MARK * short * bool(plan.pictures)
    mark = Box(margin, margin, side, side)
    left = margin + side + (0.3 * side if side else 0.0)
    head, bottom = _head(plan, sheet, left, margin, side)
    edge = Placement(EDGE_MARK, Box(0, 0, canvas.width, _EDGE * canvas.height))
    placements = [edge, *head, *_foot(plan, sheet, margin), *art_placements(mark, plan.pictures)]
    room = sheet.text._replace(x=margin, width=canvas.width - 2 * margin)
    top = bottom + 0.5 * margin
    placements += [p.lowered(top) for p in blank_places(plan, sheet._replace(text=room))]
    return Layout(canvas.width, canvas.height, tuple(placements))


def _head(
    plan: DesignPlan, sheet: Sheet, left: float, top: float, side: float
) -> tuple[list[Placement], float]:
    """Name and small lines beside the mark, and where they end."""
    placements: list[Placement] = []
    canvas, size = sheet.canvas, _SMALL * sheet.short_side
    width = min(_NAME * canvas.width, canvas.width - left - _MARGIN * sheet.short_side)
    y = top
    for title in plan.of_role("title")[:1]:
        cap = _CAP * sheet.short_side
        block = largest(
            title.text, sheet.setting("title"), Box(0, 0, width, 3 * cap), sheet.fonts, lines=2,
            most=cap, least=0.5 * cap,
        )  # fmt: skip
        lines = plan.of_role("subtitle", "kicker", "quote", "body", "item", "brand")
        tall = block.height + _PITCH * size * len(lines)
        y = top + max(0.0, (side - tall) / 2)
        placements.append(Placement(title.id, block.box(left, y, width), block.size))
        y += block.height + (_PITCH - 0.7) * size
        for line in lines:
            placed, height = _line(line, sheet, Box(left, y, width, 0), size)
            placements.append(placed)
            y += height + (_PITCH - 0.7) * size
    return placements, max(y, top + side)


def _foot(plan: DesignPlan, sheet: Sheet, margin: float) -> list[Placement]:
    """Every fact in a row under a hairline, in as many rows as they need, from the bottom up."""
    canvas, size = sheet.canvas, _SMALL * sheet.short_side
    right = canvas.width - margin
    rows: list[list[tuple[Element, float, float]]] = [[]]
    x = margin
    for fact in plan.of_role(*FACTS, "legal", "cta"):
        width = measure(fact.text, *_set_as(fact, sheet, size), 1e5, sheet.fonts).width
        if rows[-1] and x + width > right:
            rows.append([])
            x = margin
        rows[-1].append((fact, x, min(width, right - x) + 2))
        x += width + _GAP * size
    if not rows[0]:
        return []
    top = canvas.height - margin - (len(rows) - 1) * _PITCH * size
    line = Box(margin, top - 2.2 * size, right - margin, max(1.0, 0.0012 * sheet.short_side))
    placements = [Placement(RULE, line)]
    for number, row in enumerate(rows):
        for fact, left, width in row:
            cell = Box(left, top + (number * _PITCH - 0.7) * size, width, 0)
            placements.append(_line(fact, sheet, cell, size)[0])
    return placements


def _line(element: Element, sheet: Sheet, cell: Box, size: float) -> tuple[Placement, float]:
    setting, em = _set_as(element, sheet, size)
    block = measure(element.text, setting, em, cell.width, sheet.fonts)
    return Placement(element.id, block.box(cell.x, cell.y, cell.width), em), block.height


def _set_as(element: Element, sheet: Sheet, size: float) -> tuple[Setting, float]:
    """How a small line is set, and its size in px: capitals a little smaller."""
    setting = sheet.setting(_ROLES.get(element.role, "detail" if element.role in FACTS else "body"))
    return setting, 0.86 * size if setting.case == "upper" else size
