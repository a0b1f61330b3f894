"""Where lines of set text lie and where a caret may stand between their characters.

Coordinates are canvas px before the layer is turned; offsets are code points of the layer's text.
"""

from __future__ import annotations

from typing import TypedDict

from design_io.clusters import cluster_starts
from design_io.document import TextLayer
from design_io.fonts import FontLibrary
from design_io.text import GlyphRun, Line, typeset


class LineBox(TypedDict):
    box: list[float]  # x, y, width, height of the line's fonts
    baseline: float
    start: int
    end: int
    carets: list[float]  # x before each code point of start..end, and after the last
    rtl: bool  # of the first run


class SetText(TypedDict):
    lines: list[LineBox]
    height: float  # of all line boxes
    overflow: bool
    missing: list[str]  # clusters that no font has


def set_text(layer: TextLayer, fonts: FontLibrary) -> SetText:
    """What typing in place needs to know of a layer as it is set."""
    setting = typeset(layer, fonts)
    starts = set(cluster_starts(layer.text))
    return {
        "lines": [_line_box(layer, line, starts) for line in setting.lines],
        "height": round(setting.height, 2),
        "overflow": setting.overflow,
        "missing": list(setting.missing),
    }


def _line_box(layer: TextLayer, line: Line, starts: set[int]) -> LineBox:
    x, y = layer.box.x, layer.box.y
    top, height = y + line.baseline - line.ascent, line.ascent + line.descent
    places = _places(line, starts)
    return {
        "box": [round(v, 2) for v in (x + line.x, top, line.width, height)],
        "baseline": round(y + line.baseline, 2),
        "start": line.start,
        "end": line.end,
        "carets": [round(x + place, 1) for place in places],
        "rtl": bool(line.runs) and min(line.runs, key=lambda run: run.start).rtl,
    }


def _places(line: Line, starts: set[int]) -> list[float]:
    """One x per offset of the line, its end included, relative to the box."""
    found: dict[int, float] = {}
    pen = line.x
    for run in sorted(_with_pens(line, pen), key=lambda each: each[0].start):
        found.update(_run_places(*run, starts))
    places, last = [], pen
    for offset in range(line.start, line.end + 1):
        last = found.get(offset, last)
        places.append(last)
    return places


def _with_pens(line: Line, pen: float) -> list[tuple[GlyphRun, float]]:
    runs = []
    for run in line.runs:
        runs.append((run, pen))
        pen += run.advance
    return runs


def _run_places(run: GlyphRun, left: float, starts: set[int]) -> dict[int, float]:
    """The caret before each cluster of a run and after its last; a ligature is shared evenly."""
    edges = _cluster_edges(run, left)
    order = sorted(edges)
    found: dict[int, float] = {}
    for start, following in zip(order, [*order[1:], run.end], strict=True):
        low, high = edges[start]
        stops = [start, *(i for i in range(start + 1, following) if i in starts)]
        for number, offset in enumerate(stops):
            share = number / len(stops)
            found[offset] = high - share * (high - low) if run.rtl else low + share * (high - low)
    found[run.end] = left if run.rtl else left + run.advance
    return found


def _cluster_edges(run: GlyphRun, left: float) -> dict[int, tuple[float, float]]:
    """Left and right of each cluster: glyphs stand from left to right, whatever is read first."""
    lefts: dict[int, float] = {}
    for cluster, (x, _) in zip(run.clusters, run.points, strict=True):
        lefts[cluster] = min(x, lefts.get(cluster, x))
    ordered = sorted(lefts.items(), key=lambda item: item[1])
    rights = [*(x for _, x in ordered[1:]), left + run.advance]
    return {cluster: (x, right) for (cluster, x), right in zip(ordered, rights, strict=True)}
