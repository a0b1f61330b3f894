"""A line-up: names in running lines, the first ones larger, all lines centred or from the left."""

from __future__ import annotations

from typing import NamedTuple

from design_io.geometry import Box
from layout.measure import Block, measure
from layout.placement import Align, Placement
from layout.plan import DesignPlan, Element
from layout.row_type import part_of, row_setting
from layout.rows import scaled, sections_of
from layout.sheet import Sheet
from layout.systems import Setting

DOT_MARK = "mark/dot"
_TIERS = (2.6, 1.7, 1.0)  # times the size of the smallest names
_BELOW_TITLE = 0.55  # of the largest title, most that a name may have
_LEADING = 0.62  # of a tier's size, between its lines
_TIER_GAP = 0.78  # of the size of the tier above
_SECTION_GAP = 2.0  # em
_JOINT = 0.62  # em, from a name to the dot between two names
_FEW = 7  # names that may stand one below the other
_SMALLEST, _LARGEST, _TRIES = 1.0, 4.5, 7  # times the size of details


class Tier(NamedTuple):
    names: tuple[Element, ...]
    scale: float


class Lineup(NamedTuple):
    placements: tuple[Placement, ...]
    height: float
    good: bool


def lineup_for(plan: DesignPlan, sheet: Sheet, width: float, room: float) -> Lineup:
    """The largest setting of all names that fits `width` and `room`."""
    base = sheet.size("detail")
    title = sheet.system.zones.title_cap * sheet.short_side
    tallest = _tiers(tuple(e for e in plan.rows if part_of(e) == "name"))[0].scale
    low, high = _SMALLEST, max(_SMALLEST, min(_LARGEST, _BELOW_TITLE * title / (tallest * base)))
    few = sum(part_of(e) == "name" for e in plan.rows) <= _FEW
    running, size = _largest(plan, sheet, Box(0, 0, width, room), (low * base, high * base))
    if not (few and sheet.wide):
        return running
    each, larger = _largest(plan, sheet, Box(0, 0, width, room), (low * base, high * base), True)
    return each if each.good and larger > size else running


def _largest(
    plan: DesignPlan, sheet: Sheet, limit: Box, sizes: tuple[float, float], apart: bool = False
) -> tuple[Lineup, float]:
    """The largest setting within `limit`, and its size; `apart`, every name on its own line."""
    low, high = sizes
    best = _set(plan, sheet, limit.width, low, apart)
    for _ in range(_TRIES):
        middle = (low * high) ** 0.5
        made = _set(plan, sheet, limit.width, middle, apart)
        if made.good and made.height <= limit.height:
            best, low = made, middle
        else:
            high = middle
    return best, low


def _set(
    plan: DesignPlan, sheet: Sheet, width: float, size: float, apart: bool = False
) -> Lineup:  # fmt: skip
    placements: list[Placement] = []
    top, good = 0.0, True
    for number, section in enumerate(sections_of(plan)):
        top += _SECTION_GAP * size if number else 0.0
        if section.heading is not None:
            setting = sheet.setting("kicker")
            em = max(sheet.smallest.text, 0.6 * size)
            block = measure(section.heading.text, setting, em, width, sheet.fonts)
            box = block.box(0, top, width)
            align: Align = "center" if sheet.centered else "start"
            placements.append(Placement(section.heading.id, box, em, align))
            top += block.height + 0.9 * size
        names = tuple(e for row in section.rows for e in row.names if part_of(e) == "name")
        above = 1.0
        for tier_number, tier in enumerate(_tiers(names)):
            top += _TIER_GAP * above * size if tier_number else 0.0
            above = tier.scale
            made, height, fits = _tier(plan, tier, sheet, width, tier.scale * size, apart)
            placements += [p.lowered(top) for p in made]
            top, good = top + height, good and fits
    dots = 0
    for at, placement in enumerate(placements):
        if placement.element == DOT_MARK:
            dots += 1
            placements[at] = placement._replace(element=f"{DOT_MARK}/{dots}")
    return Lineup(tuple(placements), top, good)


def _tiers(names: tuple[Element, ...]) -> tuple[Tier, ...]:
    """Headliners, the next ones and the rest; a few names are all of one size."""
    stated = [name for name in names if name.importance >= 5]
    if len(names) < 6 and not stated:
        return (Tier(names, _TIERS[1]),)
    first = len(stated) or min(3, 1 + len(names) // 8)
    rest = names[first:]
    second = len(rest) // 3 if len(rest) > 6 else 0
    parts = (names[:first], rest[:second], rest[second:])
    return tuple(Tier(part, scale) for part, scale in zip(parts, _TIERS, strict=True) if part)


def _tier(
    plan: DesignPlan, tier: Tier, sheet: Sheet, width: float, size: float, apart: bool
) -> tuple[list[Placement], float, bool]:
    """The names of one size in lines of even length."""
    setting = row_setting(sheet.system, plan.form, tier.names[0])
    widest = max(scaled(e.text, setting, size, 1e5, sheet.fonts).width for e in tier.names)
    size *= min(1.0, 0.995 * width / widest)
    blocks = [scaled(e.text, setting, size, 1e5, sheet.fonts) for e in tier.names]
    joint = 2 * _JOINT * size
    each = [[number] for number in range(len(blocks))]
    lines = each if apart else _lines([block.width for block in blocks], joint, width)
    placements: list[Placement] = []
    top = 0.0
    for line in lines:
        used = sum(blocks[n].width for n in line) + joint * (len(line) - 1)
        x = (width - used) / 2 if sheet.centered else 0.0
        made, height = _line(tier, blocks, line, setting, x, size)
        placements += [p.lowered(top) for p in made]
        top += height + _LEADING * size
    good = all(block.width <= width for block in blocks)
    return placements, top - _LEADING * size, good


def _line(
    tier: Tier, blocks: list[Block], line: list[int], setting: Setting, x: float, size: float
) -> tuple[list[Placement], float]:
    placements: list[Placement] = []
    for at, number in enumerate(line):
        block = blocks[number]
        if at:
            side = 0.16 * size
            middle = block.height / 2 - side / 2
            dot = Box(x - _JOINT * size - side / 2, middle, side, side)
            placements.append(Placement(DOT_MARK, dot))
        box = block.box(x, 0, block.width + 1)
        placements.append(Placement(tier.names[number].id, box, size, "start"))
        x += block.width + 2 * _JOINT * size
    return placements, max(blocks[n].height for n in line)


def _lines(widths: list[float], joint: float, width: float) -> list[list[int]]:
    """As few lines as possible, of lengths as even as possible, in order."""
    low, high = max(widths), width
    best = _packed(widths, joint, max(low, high))
    for _ in range(10):
        middle = (low + high) / 2
        packed = _packed(widths, joint, middle)
        if len(packed) <= len(best):
            best, high = packed, middle
        else:
            low = middle
    return best


def _packed(widths: list[float], joint: float, limit: float) -> list[list[int]]:
    lines: list[list[int]] = [[]]
    used = 0.0
    for number, width in enumerate(widths):
        if lines[-1] and used + joint + width > limit + 0.01:
            lines.append([])
            used = 0.0
        used += width + (joint if lines[-1] else 0.0)
        lines[-1].append(number)
    return lines
