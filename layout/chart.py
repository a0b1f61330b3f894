"""Simple charts from the rows of a plan: bars, columns, a line or a pie, with their words.

The kind is the group that the rows stand in ("pie/row-1"); shapes are drawn by `chart_layers`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from design_io.geometry import Box, Point
from layout.measure import Block
from layout.placement import Align, Placement
from layout.plan import DesignPlan, Element
from layout.row_type import row_setting
from layout.rows import Row, scaled, sections_of
from layout.sheet import Sheet

BAR_MARK, PIE_MARK, LINE_MARK, SWATCH_MARK = "mark/bar", "mark/pie", "mark/line", "mark/swatch"
AXIS_MARK = "mark/axis"
_SLOT = 0.6  # of a row or column, taken by its bar
_HIGHEST = 0.92  # of the width, the height of a chart
_LABELS = 0.36  # of the width, most that names beside bars take


class Chart(NamedTuple):
    placements: tuple[Placement, ...]
    height: float


class Entry(NamedTuple):
    name: Element
    value: Element
    number: float


class Scene(NamedTuple):
    """What a chart is set with: one size for names and values, px."""

    plan: DesignPlan
    sheet: Sheet
    entries: tuple[Entry, ...]
    width: float
    height: float
    size: float


def chart_for(plan: DesignPlan, sheet: Sheet, width: float, room: float) -> Chart:
    """The chart of the plan's rows in `width` x `room`, with the largest words that fit."""
    entries = entries_of(plan)
    height = max(1.0, min(room, _HIGHEST * width))
    draw = CHARTS.get(kind_of(plan), bars)
    size = sheet.size("detail") * _fitting(plan, sheet, entries, width, draw)
    return draw(Scene(plan, sheet, entries, width, height, size))


def kind_of(plan: DesignPlan) -> str:
    return plan.rows[0].group.partition("/")[0] if plan.rows else ""


def entries_of(plan: DesignPlan) -> tuple[Entry, ...]:
    rows = [row for section in sections_of(plan) for row in section.rows]
    return tuple(entry for row in rows if (entry := _entry(row)) is not None)


def line_points(entries: tuple[Entry, ...], plot: Box) -> tuple[Point, ...]:
    """The points of a line chart in the plot, one in the middle of every slot."""
    slot = plot.width / max(1, len(entries))
    top = max((e.number for e in entries), default=1.0) or 1.0
    return tuple(
        Point(plot.x + slot * (n + 0.5), plot.bottom - plot.height * e.number / top)
        for n, e in enumerate(entries)
    )


def bars(scene: Scene) -> Chart:
    """Names at the left, bars to the right of them, every value at the end of its bar."""
    size, entries = scene.size, scene.entries
    pitch = min(scene.height / len(entries), 3.4 * size)
    names = max(_set(scene, e.name, 1e5).width for e in entries)
    names = min(names, _LABELS * scene.width) + 0.8 * size
    values = max(_set(scene, e.value, 1e5).width for e in entries) + 0.6 * size
    full, top = scene.width - names - values, max(e.number for e in entries) or 1.0
    placements: list[Placement] = []
    for number, entry in enumerate(entries):
        y = number * pitch
        length = max(2.0, full * entry.number / top)
        bar = Box(names, y + pitch * (1 - _SLOT) / 2, length, pitch * _SLOT)
        placements.append(Placement(f"{BAR_MARK}/{number}", bar))
        placements.append(_placed(scene, entry.name, Box(0, y, names - 0.4 * size, pitch), "start"))
        left = names + length + 0.5 * size
        placements.append(_placed(scene, entry.value, Box(left, y, values, pitch), "start"))
    return Chart(tuple(placements), pitch * len(entries))


def columns(scene: Scene) -> Chart:
    """Columns on a line, names below and values on top."""
    plot, placements = _plot(scene)
    top = max(e.number for e in scene.entries) or 1.0
    slot = plot.width / len(scene.entries)
    for number, entry in enumerate(scene.entries):
        high = max(2.0, plot.height * entry.number / top)
        left = plot.x + slot * number
        box = Box(left + slot * (1 - _SLOT) / 2, plot.bottom - high, slot * _SLOT, high)
        placements.append(Placement(f"{BAR_MARK}/{number}", box))
        above = Box(left, box.y - 1.6 * scene.size, slot, 1.6 * scene.size)
        placements.append(_placed(scene, entry.value, above, "center"))
    return Chart(tuple(placements), scene.height)


def line(scene: Scene) -> Chart:
    """A line through points, names below and values over the points."""
    plot, placements = _plot(scene)
    plot = plot._replace(height=max(1.0, plot.height - 2.4 * scene.size))  # for the lowest value
    placements.append(Placement(LINE_MARK, plot))
    points = line_points(scene.entries, plot)
    for number, entry in enumerate(scene.entries):
        placements.append(_over_point(scene, entry, points, number))
    return Chart(tuple(placements), scene.height)


def pie(scene: Scene) -> Chart:
    """A pie with its names in a list: at its right where there is width, else below."""
    size, entries = scene.size, scene.entries
    pitch = 2.0 * size
    beside = scene.width > 1.25 * scene.height
    across = min(scene.height, 0.5 * scene.width)
    if not beside:
        across = min(scene.width, scene.height - pitch * len(entries) - 1.5 * size)
    if across < 5 * size:
        return bars(scene)
    left = 0.0 if beside or not scene.sheet.centered else (scene.width - across) / 2
    placements = [Placement(PIE_MARK, Box(left, 0, across, across))]
    x = across + 2.0 * size if beside else 0.0
    y = (across - pitch * len(entries)) / 2 if beside else across + 1.5 * size
    for number, entry in enumerate(entries):
        cell = Box(x, y + number * pitch, scene.width - x, pitch)
        side = 0.8 * size
        swatch = Box(cell.x, cell.center.y - side / 2, side, side)
        placements.append(Placement(f"{SWATCH_MARK}/{number}", swatch))
        words = cell._replace(x=cell.x + 1.5 * size, width=cell.width - 1.5 * size)
        placements.append(_placed(scene, entry.name, words, "start"))
        placements.append(_placed(scene, entry.value, words, "end"))
    return Chart(tuple(placements), max(across, y + pitch * len(entries)))


def _plot(scene: Scene) -> tuple[Box, list[Placement]]:
    """The area between values and names, its base line, and the names below it."""
    size = scene.size
    slot = scene.width / len(scene.entries)
    plot = Box(0, 2.2 * size, scene.width, scene.height - 4.4 * size)
    axis = Box(0, plot.bottom, scene.width, max(1.0, 0.06 * size))
    placements = [Placement(AXIS_MARK, axis)]
    for number, entry in enumerate(scene.entries):
        below = Box(slot * number, plot.bottom + 0.6 * size, slot, 1.6 * size)
        placements.append(_placed(scene, entry.name, below, "center"))
    return plot, placements


def _over_point(scene: Scene, entry: Entry, points: tuple[Point, ...], number: int) -> Placement:
    """The value where the line does not run: under a low, beside a slope, else above."""
    size, point = scene.size, points[number]
    before = points[number - 1].y if number else point.y
    after = points[number + 1].y if number + 1 < len(points) else point.y
    width = _set(scene, entry.value, 1e5).width + 2.0
    above = Box(point.x - width / 2, point.y - 2.0 * size, width, 1.6 * size)
    if before < point.y and after < point.y:
        return _placed(scene, entry.value, above.shift(0, 2.5 * size), "center")
    if after < point.y:
        left = point.x - width + 0.4 * size
        return _placed(scene, entry.value, above._replace(x=max(0.0, left)), "end")
    if after > point.y and number:
        return _placed(scene, entry.value, above._replace(x=point.x - 0.4 * size), "start")
    return _placed(scene, entry.value, above, "center")


def _placed(scene: Scene, element: Element, cell: Box, align: Align) -> Placement:
    """A text in the middle of the cell's height."""
    block = _set(scene, element, cell.width + 1)
    top = cell.y + (cell.height - block.height) / 2
    return Placement(element.id, block.box(cell.x, top, cell.width + 1), scene.size, align)


def _set(scene: Scene, element: Element, width: float) -> Block:
    setting = row_setting(scene.sheet.system, scene.plan.form, element)
    return scaled(element.text, setting, scene.size, width, scene.sheet.fonts)


def _fitting(
    plan: DesignPlan, sheet: Sheet, entries: tuple[Entry, ...], width: float,
    draw: Callable[[Scene], Chart],
) -> float:  # fmt: skip
    """Times the size of details: as large as the slots of a series allow."""
    most = 1.5 if len(entries) <= 6 else 1.25
    probe = Scene(plan, sheet, entries, width, width, sheet.size("detail"))
    names = max(1.0, *(_set(probe, e.name, 1e5).width for e in entries))
    values = max(1.0, *(_set(probe, e.value, 1e5).width for e in entries))
    if draw is pie:
        return min(most, 0.5 * width / (names + values))
    if draw is bars:
        return min(most, _LABELS * width / names, 0.25 * width / values)
    return min(most, 0.92 * width / len(entries) / max(names, values))


def _entry(row: Row) -> Entry | None:
    values = (*row.tails, *row.leads)
    if not row.names or not values:
        return None
    digits = re.search(r"\d[\d,.' ]*", values[0].text)
    if digits is None:
        return None
    return Entry(row.names[0], values[0], _number(digits[0]))


def _number(text: str) -> float:
    """ "1,200", "1.200", "4,5" and "4.5" as people write them."""
    plain = re.sub(r"[' ]", "", text).strip(".,")
    plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", plain).replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else float(plain.replace(".", ""))


CHARTS: dict[str, Callable[[Scene], Chart]] = {
    "bar": bars, "column": columns, "line": line, "pie": pie,
}  # fmt: skip
