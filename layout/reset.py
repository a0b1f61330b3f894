"""A broken element set anew while all others stay: the size and place that cost least.

What is judged is what needs no drawing: on the sheet, clear of others, in line, legible, near.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from design_io.commands import Batch, Command, apply
from design_io.document import TextLayer
from design_io.geometry import Box
from layout.axes import Axes
from layout.legible import smallest_text
from layout.limits import limit
from layout.pieces import Piece, pieces
from layout.sizes import safe_box
from layout.subject import Subject, size_of
from layout.units import scaled, shifted, unit_of

_STEPS = (1.0, 0.588, 2.0, 0.75, 0.5)  # sizes tried where size may be at fault
_SLIP = 0.15  # of the short side
_MOST = 3  # settings offered
_OFF, _HIT, _MARGIN, _AXIS, _SMALL, _CLOSE = 20.0, 20.0, 4.0, 2.0, 6.0, 3.0


class Reset(NamedTuple):
    command: Command
    said: str
    cost: float  # what is wrong with the new place, and how far it is


class Setting(NamedTuple):
    factor: float
    dx: float
    dy: float
    cost: float


def resets(subject: Subject, element: str, faults: frozenset[str]) -> tuple[Reset, ...]:
    """The best settings of one element, best first; `faults` are the checks it fails."""
    found = pieces(subject)
    piece = next((p for p in found if p.id == element), None)
    if piece is None or piece.layer.rotation % 360:
        return ()
    others = tuple(p for p in found if p.id != element and not _one_plate(p, piece))
    room = _Room(subject, piece, others)
    if faults == {"alignment"} and not room.slipped:
        return ()
    return tuple(_reset(subject, piece, setting) for setting in room.best(faults))


class _Room:
    """The sheet with all other pieces, into which one is set."""

    def __init__(self, subject: Subject, piece: Piece, others: tuple[Piece, ...]) -> None:
        self.subject, self.piece, self.others = subject, piece, others
        self.size = size_of(subject)
        self.sheet = subject.design.canvas.box
        self.short = min(self.sheet.width, self.sheet.height)
        margin = limit("margin", self.size)
        self.inner = self.sheet.pad(-(margin.good + margin.bad) / 2 * self.short)
        if any(self.size.safe):
            self.inner = self.inner.intersection(safe_box(self.size))
        self.blocks = [line for other in others for line in _solid(other)]
        axes = Axes(subject, (piece, *others)).steps(piece)
        self.axes = [*{(round(step), round(left)): (step, left) for step, left in axes}.values()]
        self.is_text = isinstance(piece.layer, TextLayer)
        self.gap = limit("gap", self.size).good
        least = smallest_text(self.size)
        small = piece.layer.role in ("kicker", "legal")
        self.floor = least.label if small else least.text

    @property
    def slipped(self) -> bool:
        """Whether an axis is near enough for standing beside it to be a slip and no choice."""
        return self._off_axis(1.0, 0.0) < _SLIP * self.short

    def best(self, faults: frozenset[str]) -> list[Setting]:
        """The few settings that are better than leaving the piece as it is, best first."""
        found: list[Setting] = []
        most = self._cost(1.0, 0.0, 0.0, math.inf) - 0.2
        for factor in self._factors(faults):
            for dx, dy in self._steps(factor):
                cost = self._cost(factor, dx, dy, most)
                if cost < most:
                    found = sorted([*found, Setting(factor, dx, dy, cost)], key=_by_cost)[:_MOST]
                    most = found[-1].cost if len(found) == _MOST else most
        return found

    def _steps(self, factor: float) -> Iterator[tuple[float, float]]:
        box = _about(self.piece.frame, self.piece.frame.center, factor)
        for dx in self._across(box, factor):
            for dy in self._down(box):
                yield dx, dy

    def _cost(self, factor: float, dx: float, dy: float, most: float) -> float:
        """What is wrong with a setting, and how far it goes; cut short from `most` on."""
        frame = _about(self.piece.frame, self.piece.frame.center, factor).shift(dx, dy)
        cost = 2 * math.hypot(dx, dy) / self.short + 2.5 * abs(math.log(factor))
        cost += _OFF * (not self.sheet.contains(frame, 1.0))
        cost += _MARGIN * (not self.inner.contains(frame, 1.0))
        if self.is_text:
            cost += _SMALL * (self.piece.size * factor < 0.99 * self.floor)
        if cost < most:
            cost += _AXIS * (self._off_axis(factor, dx) > 0.006 * self.short)
        return cost if cost >= most else cost + self._crowding(factor, dx, dy, frame)

    def _crowding(self, factor: float, dx: float, dy: float, frame: Box) -> float:
        middle = self.piece.frame.center
        gap = self.gap * min(self.piece.size * factor, 0.03 * self.short)
        near = [block for block in self.blocks if not frame.pad(gap).intersection(block).empty]
        if not near:
            return 0.0
        lines = [_about(line, middle, factor).shift(dx, dy) for line in _solid(self.piece)]
        hit = sum(any(not line.intersection(b).empty for line in lines) for b in near)
        close = sum(any(not line.pad(gap).intersection(b).empty for line in lines) for b in near)
        return _HIT * hit + _CLOSE * close

    def _factors(self, faults: frozenset[str]) -> list[float]:
        found = [1.0]
        if faults & {"legible-size", "type-scale", "collisions", "margins", "hierarchy", "copy"}:
            found += _STEPS[1:]
        if self.is_text:
            own = self.piece.size
            alike = (p.size for p in self.others if p.layer.role == self.piece.layer.role)
            found += [size / own for size in (*alike, self.floor * 1.01) if size > own * 1.02]
        return list(dict.fromkeys(round(factor, 4) for factor in found))

    def _across(self, box: Box, factor: float) -> list[float]:
        steps = [0.0, *(step + grown * (factor - 1) for step, grown in self.axes)]
        return [*dict.fromkeys([*steps, _push(box.x, box.right, self.inner.x, self.inner.right)])]

    def _down(self, box: Box) -> list[float]:
        steps = [0.0, _push(box.y, box.bottom, self.inner.y, self.inner.bottom)]
        gap = 0.025 * self.short
        for block in self.blocks:
            steps += [block.bottom + gap - box.y, block.y - gap - box.bottom]
            steps += [block.y - box.y, block.bottom - box.bottom]
        near = sorted(dict.fromkeys(steps), key=abs)
        return near[:14]

    def _off_axis(self, factor: float, dx: float) -> float:
        return min((abs(s + g * (factor - 1) - dx) for s, g in self.axes), default=0.0)


def _reset(subject: Subject, piece: Piece, setting: Setting) -> Reset:
    design, parts, said = subject.design, [], []
    unit = unit_of(design, piece.id)
    if setting.factor != 1.0:
        parts.append(scaled(unit, setting.factor, piece.frame.center))
        design = apply(design, parts[0], "agent")
        way = "larger" if setting.factor > 1 else "smaller"
        said.append(f"make {piece.label!r} {abs(setting.factor - 1):.0%} {way}")
    if setting.dx or setting.dy:
        parts.append(shifted(unit_of(design, piece.id), setting.dx, setting.dy))
        said.append(f"move {piece.label!r} {_told(setting.dx, setting.dy)}")
    text = " and ".join(said)
    command = parts[0] if len(parts) == 1 else Batch(label=text, commands=tuple(parts))
    return Reset(command, text, setting.cost)


def _solid(piece: Piece) -> tuple[Box, ...]:
    return piece.lines if piece.plate is None else (piece.plate.box,)


def _one_plate(first: Piece, second: Piece) -> bool:
    return first.plate is not None and first.plate is second.plate


def _by_cost(setting: Setting) -> float:
    return setting.cost


def _about(box: Box, point: tuple[float, float], factor: float) -> Box:
    x, y = point
    return Box(
        x + (box.x - x) * factor, y + (box.y - y) * factor, box.width * factor, box.height * factor
    )


def _push(low: float, high: float, least: float, most: float) -> float:
    return max(0.0, least - low) or min(0.0, most - high)


def _told(dx: float, dy: float) -> str:
    across = f"{abs(dx):.0f} px {'right' if dx > 0 else 'left'}" if abs(dx) >= 1 else ""
    down = f"{abs(dy):.0f} px {'down' if dy > 0 else 'up'}" if abs(dy) >= 1 else ""
    return " and ".join(part for part in (across, down) if part) or "a little"
