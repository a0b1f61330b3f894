"""Many drawings as few layers: one compound path per coat of colour.

A drawing is a stack of coats, bottom first. `coats` lays all stacks in so few coats that each
drawing keeps its own order; drawings must not overlap one another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from design_io.color import hex_to_rgb, mix
from design_io.geometry import Box
from design_io.pathfinder import Matrix, placed, simplified, united, within
from generators.artist.drawing import XY, turned
from generators.artist.icons import (
    Ramp,
    ink_bounds,
    keeps_its_colors,
    own_colors,
    parts,
    recolored,
    skin_of,
)
from generators.artist.naming import thing_of

_ONE_WAY = frozenset(  # whose letters and signs read one way only
    {"red-envelope", "musical-note", "musical-notes", "musical-score", "newspaper", "calendar",
     "tear-off-calendar", "dollar-banknote", "euro-banknote", "pound-banknote", "yen-banknote",
     "money-bag", "heavy-dollar-sign", "hundred-points", "percent-tag", "question-bubble", "taxi",
     "ambulance", "stop-sign", "mahjong-red-dragon", "joker", "blackboard", "teacher-with-pupils",
     "memo", "open-book", "keyboard", "musical-keyboard", "calculator", "globe-showing-americas",
     "globe-showing-europe-africa", "globe-showing-asia-australia", "world-map"}
)  # fmt: skip
_FAINT = 0.4  # opacity under which a part of an icon is left out


class Coat(NamedTuple):
    color: str
    data: str  # an outline to be filled even-odd


class Pose(NamedTuple):
    """How an icon stands: its ink fitted into a square about a centre, turned and mirrored."""

    center: XY
    side: float  # px
    turn: float = 0.0  # degrees, clockwise
    mirrored: bool = False


def coats(stacks: Iterable[Sequence[Coat]]) -> tuple[Coat, ...]:
    """Greedy: the next coat is the colour that leads most of what is left."""
    left = [list(stack) for stack in stacks if stack]
    laid: list[Coat] = []
    while left:
        votes: Counter[str] = Counter()
        for stack in left:
            votes[stack[0].color] += len(stack)
        color = min(votes, key=lambda name: (-votes[name], name))
        data = "".join(stack.pop(0).data for stack in left if stack[0].color == color)
        laid.append(Coat(color, data))
        left = [stack for stack in left if stack]
    return tuple(laid)


def icon_stack(name: str, pose: Pose, ramp: Ramp, window: str = "") -> list[Coat]:
    """The icon in the four tones of the ramp and two between them, cut to `window`."""
    return colored_stack(name, pose, toned(name, ramp), window)


def natural_stack(
    name: str, pose: Pose, ramp: Ramp, ground: str, window: str = ""
) -> list[Coat]:  # fmt: skip
    """The same for what keeps its own colours, such as food, on a ground; the rest in tones."""
    if keeps_its_colors(name):
        return colored_stack(name, pose, own_colors(name, ground), window)
    return icon_stack(name, pose, ramp, window)


def colored_stack(name: str, pose: Pose, colors: dict[str, str], window: str = "") -> list[Coat]:
    """The icon with its fills changed; neighbours of one colour are one coat."""
    if thing_of(name) in _ONE_WAY:
        pose = pose._replace(mirrored=False)
    matrix = _matrix(ink_bounds(name), pose)
    fills = [colors[color] for color, _ in _outlines(name)]
    runs = [list(run) for _, run in groupby(range(len(fills)), key=lambda part: fills[part])]
    stack: list[Coat] = []
    for run in runs:
        outline = placed(_joined(name, run[0], run[-1] + 1), matrix)
        outline = within(outline, window) if window else outline
        if outline:
            stack.append(Coat(fills[run[0]], outline))
    return stack


def toned(name: str, ramp: Ramp) -> dict[str, str]:
    """Old fill -> new fill: skin, and six tones, the ramp's, a shade and a tint of its main one."""
    tones = (*ramp, mix(ramp.main, ramp.dark, 0.3), mix(ramp.main, ramp.light, 0.4))
    skin = skin_of(name)
    return {
        old: new if old in skin else min(tones, key=lambda tone: _distance(tone, new))
        for old, new in recolored(name, ramp).items()
    }


def silhouette(name: str, pose: Pose) -> str:
    """Everything the icon covers."""
    return placed(_silhouette(name), _matrix(ink_bounds(name), pose))


@lru_cache(maxsize=1024)
def _joined(name: str, first: int, end: int) -> str:
    """Some neighbours among the icon's parts as one outline."""
    pieces = [data for _, data in _outlines(name)[first:end]]
    return pieces[0] if len(pieces) == 1 else united(pieces)


@lru_cache(maxsize=256)
def _outlines(name: str) -> tuple[Coat, ...]:
    """The icon's parts in its view box, each in the icon's own colour."""
    return tuple(
        Coat(part.color, simplified(part.data, part.rule == "evenodd"))
        for part in parts(name)
        if part.opacity >= _FAINT
    )


@lru_cache(maxsize=256)
def _silhouette(name: str) -> str:
    return united(data for _, data in _outlines(name))


def _matrix(ink: Box, pose: Pose) -> Matrix:
    scale = pose.side / max(ink.width, ink.height)
    across = -scale if pose.mirrored else scale
    a, b = turned((across, 0.0), (0.0, 0.0), pose.turn)
    c, d = turned((0.0, scale), (0.0, 0.0), pose.turn)
    x, y = ink.center
    return a, b, c, d, pose.center[0] - a * x - c * y, pose.center[1] - b * x - d * y


def _distance(first: str, second: str) -> int:
    return sum((a - b) ** 2 for a, b in zip(hex_to_rgb(first), hex_to_rgb(second), strict=True))
