"""Rows as a table: names at one edge, values at another, sections in columns of equal weight.

Sizes are tried from airy to dense; the first that fits the room is taken, else the lowest table.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from design_io.fonts import FontLibrary
from design_io.geometry import Box
from layout.foot import label_id
from layout.measure import Block, measure
from layout.placement import Align, Placement
from layout.plan import DesignPlan, Element
from layout.row_type import numeral_setting, part_of, row_setting, row_size
from layout.sheet import Sheet
from layout.systems import Setting

RULE_MARK, LEADER_MARK = "mark/rule", "mark/leader"
PANEL_MARK, EDGE_MARK = "mark/panel", "mark/edge"
_EM = 100.0
_CAPITALS = 0.65  # em, least height of a row
_STRUT = "H"
_GRAND = ((2.6, 1.3), (2.3, 1.3), (2.0, 1.3))  # of few rows, without art beside them
_FEW = 6
_BELOW_TITLE = 0.5  # of the largest title, most that a row may have
_AIRY = ((1.75, 1.3), (1.55, 1.2), (1.4, 1.1), (1.25, 1.05), (1.12, 1.0))
_DENSE = ((1.0, 0.95), (1.0, 0.78), (1.0, 0.62), (1.0, 0.5))
_COLUMN_GAP = 2.2  # em of the row size
_SECTION_GAP = 1.9  # em
_CELL_GAP = 1.1  # em, between a name and its value
_MOST_COLUMNS = 4
_NARROWEST = {"value": 8.2, "plain": 6.5}  # em, of a column


class Row(NamedTuple):
    leads: tuple[Element, ...]  # values before the name, and the numeral of a step
    names: tuple[Element, ...]  # the name and what is said about it
    tails: tuple[Element, ...]  # values after the name


class Section(NamedTuple):
    heading: Element | None
    rows: tuple[Row, ...]


class Grade(NamedTuple):
    """One way to set the table."""

    size: float  # px of names
    gap: float  # em between rows
    columns: int
    lines: int = 2  # most a name may take


class Table(NamedTuple):
    placements: tuple[Placement, ...]
    height: float
    good: bool  # no name on more than two lines, nothing broken or too wide


class Cells(NamedTuple):
    """Left edges and widths inside one column of the table, px."""

    lead: float
    name_x: float
    name: float
    tail: float
    width: float


def table_for(plan: DesignPlan, sheet: Sheet, width: float, room: float, roomy: bool) -> Table:
    """The rows of the plan `width` px wide; `roomy` when art stands beside them, so not dense."""
    sections = sections_of(plan)
    base = sheet.size("detail")
    rows = sum(len(section.rows) for section in sections)
    grades = [
        Grade(scale * base, gap, columns, 1 if scale > 1.2 else 2)
        for scale, gap in (*_grand(rows, sheet, roomy), *_grades(sections, roomy))
        for columns in _column_counts(sections, plan, width, scale * base)
    ]
    possible = [grade for grade in grades if _lowest(rows, grade) <= room]
    least: Table | None = None
    for grade in possible or grades[-1:]:
        table = _set(plan, sections, sheet, width, grade)
        if table.good and table.height <= room:
            return _stretched(plan, sections, sheet, width, grade, room, table, roomy)
        if least is None or (not table.good, table.height) < (not least.good, least.height):
            least = table
    return least or Table((), 0.0, True)


def _lowest(rows: int, grade: Grade) -> float:
    """A height that no setting goes below: capitals and gaps of the rows in one column."""
    return -(-rows // grade.columns) * (_CAPITALS + grade.gap) * grade.size - grade.gap * grade.size


def _grand(rows: int, sheet: Sheet, roomy: bool) -> tuple[tuple[float, float], ...]:
    """Few rows that have the sheet to themselves fill it, but never as loud as the title."""
    most = _BELOW_TITLE * sheet.system.zones.title_cap * sheet.short_side / sheet.size("detail")
    return tuple(grade for grade in _GRAND if not roomy and rows <= _FEW and grade[0] <= most)


def _grades(sections: tuple[Section, ...], roomy: bool) -> tuple[tuple[float, float], ...]:
    """Beside art few rows are set large; alone they may be as dense as they must."""
    if not roomy:
        return (*_AIRY, *_DENSE)
    rows = sum(len(section.rows) for section in sections)
    least = 1.4 if rows <= 5 else 1.25 if rows <= 7 else 1.12 if rows <= 9 else 1.0
    return tuple(grade for grade in (*_AIRY, _DENSE[0]) if grade[0] >= least)


def sections_of(plan: DesignPlan) -> tuple[Section, ...]:
    """The plan's rows by section; rows outside any stand in one of their own."""
    found: dict[str, list[str]] = {}
    by_group: dict[str, list[Element]] = {}
    for element in plan.rows:
        head, _, tail = element.group.rpartition("/")
        section = element.group if element.role == "kicker" and not head else head
        rows = found.setdefault(section, [])
        if tail and not (element.role == "kicker" and not head) and element.group not in rows:
            rows.append(element.group)
        by_group.setdefault(element.group, []).append(element)
    made = []
    for section, groups in found.items():
        headings = [e for e in by_group.get(section, []) if e.role == "kicker"]
        rows_made = tuple(_row(by_group[group]) for group in groups)
        made.append(Section(headings[0] if headings else None, rows_made))
    return tuple(made)


def _row(members: list[Element]) -> Row:
    names = tuple(e for e in members if part_of(e) in ("name", "note"))
    first = members.index(names[0]) if names else len(members)
    leads = tuple(e for e in members[:first] if part_of(e) == "value")
    tails = tuple(e for e in members[first:] if part_of(e) == "value")
    return Row(leads, names, tails)


def _column_counts(
    sections: tuple[Section, ...], plan: DesignPlan, width: float, size: float
) -> tuple[int, ...]:
    """One column for few rows; sections side by side, and long lists in as many as fit."""
    rows = sum(len(section.rows) for section in sections)
    values = any(row.tails or row.leads for section in sections for row in section.rows)
    narrowest = _NARROWEST["value" if values else "plain"] * size
    most = min(_MOST_COLUMNS, int((width + _COLUMN_GAP * size) // (narrowest + _COLUMN_GAP * size)))
    useful = (
        rows // (3 if not values else 5) if len(sections) < 2 else max(len(sections), rows // 6)
    )
    return tuple(range(1, max(1, min(most, useful)) + 1))


def _stretched(
    plan: DesignPlan, sections: tuple[Section, ...], sheet: Sheet, width: float, grade: Grade,
    room: float, table: Table, roomy: bool,
) -> Table:  # fmt: skip
    """Without art the rows spread over the room that is left, up to half again as far apart."""
    if roomy or table.height > 0.92 * room:
        return table
    for more in (1.6, 1.4, 1.25, 1.12):
        looser = _set(plan, sections, sheet, width, grade._replace(gap=grade.gap * more))
        if looser.good and looser.height <= 0.94 * room:
            return looser
    return table


def _set(
    plan: DesignPlan, sections: tuple[Section, ...], sheet: Sheet, width: float, grade: Grade
) -> Table:
    """All sections in `grade.columns` columns."""
    gap = _COLUMN_GAP * grade.size
    column = (width - gap * (grade.columns - 1)) / grade.columns
    cells = _cells(plan, sections, sheet, column, grade)
    placements: list[Placement] = []
    height, good = 0.0, cells.name > 4 * grade.size
    for number, part in enumerate(_columns(plan, sections, sheet, cells, grade)):
        made, low, fits = _column(plan, part, sheet, cells, grade)
        left = number * (column + gap) + (column - cells.width) / 2
        placements += [p._replace(box=p.box.shift(left, 0)) for p in made]
        height, good = max(height, low), good and fits
    return Table(_numbered(placements), height, good)


def _cells(
    plan: DesignPlan, sections: tuple[Section, ...], sheet: Sheet, width: float, grade: Grade
) -> Cells:
    """Leads and tails take what they need, names the rest; centred tables are no wider."""
    rows = [row for section in sections for row in section.rows]
    lead = max((_side_width(plan, row.leads, sheet, grade.size) for row in rows), default=0.0)
    numerals = [row.names[0] for row in rows if row.names and row.names[0].label]
    if numerals:
        size, setting = row_size("numeral", grade.size), numeral_setting(sheet.system)
        widest = max(_width(e.label, setting, size, sheet.fonts) for e in numerals)
        lead = max(lead, widest)
    tail = max((_side_width(plan, row.tails, sheet, grade.size) for row in rows), default=0.0)
    gaps = _CELL_GAP * grade.size * ((lead > 0) + (tail > 0))
    natural = max((_name_width(plan, row, sheet, grade.size) for row in rows), default=0.0)
    if sheet.centered:
        leader = 4.0 * grade.size if tail else 0.0
        width = min(width, max(lead + tail + gaps + natural + leader, 0.5 * width))
    name_x = lead + (_CELL_GAP * grade.size if lead else 0.0)
    return Cells(lead, name_x, width - lead - tail - gaps, tail, width)


def _columns(
    plan: DesignPlan, sections: tuple[Section, ...], sheet: Sheet, cells: Cells, grade: Grade
) -> list[list[Section]]:
    """Sections filled into columns in order; a lone section is broken evenly."""
    if grade.columns == 1:
        return [list(sections)]
    if len(sections) == 1:
        rows, count = sections[0].rows, grade.columns
        share = -(-len(rows) // count)
        parts = [rows[n * share : (n + 1) * share] for n in range(count)]
        heads = [sections[0].heading] + [None] * (count - 1)
        return [[Section(h, p)] for h, p in zip(heads, parts, strict=True) if p]
    heights = [_column(plan, [s], sheet, cells, grade)[1] for s in sections]
    return _dealt(sections, heights, grade)


def _dealt(
    sections: tuple[Section, ...], heights: list[float], grade: Grade
) -> list[list[Section]]:
    """The split in order whose tallest column is lowest."""
    gap = _SECTION_GAP * grade.size
    low, high = max(heights), sum(heights) + gap * len(heights)
    best: list[list[Section]] = [list(sections)]
    for _ in range(12):
        limit = (low + high) / 2
        dealt: list[list[Section]] = [[]]
        filled = 0.0
        for section, height in zip(sections, heights, strict=True):
            if dealt[-1] and filled + gap + height > limit:
                dealt.append([])
                filled = 0.0
            filled += height + (gap if dealt[-1] else 0.0)
            dealt[-1].append(section)
        if len(dealt) <= grade.columns:
            best, high = dealt, limit
        else:
            low = limit
    return best


def _column(
    plan: DesignPlan, sections: list[Section], sheet: Sheet, cells: Cells, grade: Grade
) -> tuple[list[Placement], float, bool]:
    placements: list[Placement] = []
    top, good, size = 0.0, True, grade.size
    for number, section in enumerate(sections):
        top += _SECTION_GAP * size if number else 0.0
        if section.heading is not None:
            made, top = _heading(plan, section.heading, sheet, cells, size, top)
            placements += made
        for at, row in enumerate(section.rows):
            if at or section.heading is not None:
                placements += _rule(sheet, row, cells, top + grade.gap * size / 2, size)
                top += grade.gap * size
            made, height, fits = _set_row(plan, row, sheet, cells, size, grade.lines)
            placements += [p.lowered(top) for p in made]
            top, good = top + height, good and fits
    return placements, top, good


def _heading(
    plan: DesignPlan, heading: Element, sheet: Sheet, cells: Cells, size: float, top: float
) -> tuple[list[Placement], float]:
    setting = row_setting(sheet.system, plan.form, heading)
    em = min(row_size("heading", size), _fitting(heading.text, setting, cells.width, sheet))
    block = measure(heading.text, setting, em, cells.width, sheet.fonts)
    align: Align = "center" if sheet.centered and not cells.lead else "start"
    placed = Placement(heading.id, block.box(0, top, cells.width), em, align)
    return [placed], top + block.height + 0.15 * size


def _fitting(text: str, setting: Setting, width: float, sheet: Sheet) -> float:
    """The size at which the text is as wide as the column, but never under the label size."""
    natural = _natural(text, setting, sheet.fonts).width / _EM
    return max(width / max(natural, 0.01), sheet.smallest.label)


def _rule(sheet: Sheet, row: Row, cells: Cells, y: float, size: float) -> list[Placement]:
    """A hairline over a row in systems that set from the left."""
    if sheet.centered:
        return []
    return [Placement(RULE_MARK, Box(0, y, cells.width, max(1.0, 0.045 * size)))]


def _set_row(
    plan: DesignPlan, row: Row, sheet: Sheet, cells: Cells, size: float, most: int
) -> tuple[list[Placement], float, bool]:
    """One row from y = 0: what leads, the name over its note, what follows at the right edge."""
    placements = _side(plan, row.leads, sheet, size, Box(0, 0, cells.lead, 0), "start")
    tails = Box(cells.width - cells.tail, 0, cells.tail, 0)
    placements += _side(plan, row.tails, sheet, size, tails, "end")
    top, good = 0.0, True
    for number, element in enumerate(row.names):
        part = part_of(element)
        setting = row_setting(sheet.system, plan.form, element)
        em = max(row_size(part, size), sheet.smallest.text)
        width = cells.width - cells.name_x if part == "note" else cells.name
        block = scaled(element.text, setting, em, width, sheet.fonts)
        top += 0.5 * size if number else 0.0
        centered = sheet.centered and not (row.leads or row.tails or row.names[0].label)
        align: Align = "center" if centered else "start"
        placements.append(Placement(element.id, block.box(cells.name_x, top, width), em, align))
        good = good and block.lines <= most and not block.overflow
        if not number and row.tails and sheet.centered and block.lines == 1:
            placements += _leader(block, row, plan, sheet, cells, size)
        top += block.height
    return _with_numeral(placements, row, sheet, cells, size, top, good)


def _with_numeral(
    placements: list[Placement], row: Row, sheet: Sheet, cells: Cells, size: float, height: float,
    good: bool,
) -> tuple[list[Placement], float, bool]:  # fmt: skip
    """The numeral of a step at the left, its cap top on that of the name."""
    if not row.names or not row.names[0].label:
        return placements, max(height, 0.7 * size), good
    step = row.names[0]
    em = row_size("numeral", size)
    block = measure(step.label, numeral_setting(sheet.system), em, cells.lead + em, sheet.fonts)
    down = max(0.0, (block.height - height) / 2)
    moved = [p.lowered(down) for p in placements]
    box = block.box(0, max(0.0, (height - block.height) / 2) if height < 2 * em else 0, cells.lead)
    numeral = Placement(label_id(step.id), box, em, "start")
    return [*moved, numeral], max(height, block.height), good


def _leader(
    name: Block, row: Row, plan: DesignPlan, sheet: Sheet, cells: Cells, size: float
) -> list[Placement]:
    """Dots from the end of the name to the value."""
    left = cells.name_x + name.width + 0.6 * size
    right = cells.width - _side_width(plan, row.tails, sheet, size) - 0.5 * size
    if right - left < 1.2 * size:
        return []
    return [Placement(LEADER_MARK, Box(left, name.height - 0.08 * size, right - left, 0.1 * size))]


def _side(
    plan: DesignPlan, elements: tuple[Element, ...], sheet: Sheet, size: float, cell: Box,
    align: Align,
) -> list[Placement]:  # fmt: skip
    made, top = [], 0.0
    for element in elements:
        setting = row_setting(sheet.system, plan.form, element)
        block = scaled(element.text, setting, size, cell.width + 1, sheet.fonts)
        made.append(Placement(element.id, block.box(cell.x, top, cell.width + 1), size, align))
        top += block.height + 0.5 * size
    return made


def _side_width(
    plan: DesignPlan, elements: tuple[Element, ...], sheet: Sheet, size: float
) -> float:
    settings = [(e.text, row_setting(sheet.system, plan.form, e)) for e in elements]
    return max((_width(t, s, size, sheet.fonts) for t, s in settings), default=0.0)


def _name_width(plan: DesignPlan, row: Row, sheet: Sheet, size: float) -> float:
    widths = [
        _width(
            e.text, row_setting(sheet.system, plan.form, e), row_size(part_of(e), size), sheet.fonts
        )
        for e in row.names
    ]
    return max(widths, default=0.0)


def _width(text: str, setting: Setting, size: float, fonts: FontLibrary) -> float:
    return _natural(text, setting, fonts).width * size / _EM + 1.0


def scaled(text: str, setting: Setting, size: float, width: float, fonts: FontLibrary) -> Block:
    """Set text; one line is scaled from its proportions, more are measured."""
    natural = _natural(text, setting, fonts)
    scale = size / _EM
    if natural.lines == 1 and natural.width * scale <= width:
        return natural._replace(
            size=size, width=natural.width * scale, height=natural.height * scale,
            above=natural.above * scale, box_height=natural.box_height * scale, overflow=False,
        )  # fmt: skip
    return _wrapped(text, setting, round(size, 2), round(width, 1), fonts)


@lru_cache(maxsize=4096)
def _natural(text: str, setting: Setting, fonts: FontLibrary) -> Block:
    return measure(text, setting, _EM, 1e5, fonts, wrap="none")


@lru_cache(maxsize=4096)
def _wrapped(text: str, setting: Setting, size: float, width: float, fonts: FontLibrary) -> Block:
    return measure(text, setting, size, width, fonts)


def _numbered(placements: list[Placement]) -> tuple[Placement, ...]:
    """Marks get numbers, since every placement has its own name."""
    made = []
    for number, placement in enumerate(placements):
        mark = placement.element.startswith("mark/")
        made.append(
            placement._replace(element=f"{placement.element}/{number}") if mark else placement
        )
    return tuple(made)
