"""What a design takes from a picture it shall be like: colours, darkness, density, alignment, type.

Only measures are taken, never words or parts of the picture. What cannot be measured with some
certainty is None, and the design keeps its own way there.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from agents.brief import Brief
from design_io.assets import AssetStore
from design_io.color import hex_to_oklch, hue_distance
from design_io.oklab import oklab
from design_io.paint import Color, Value
from design_io.saliency import edges, small_copy
from design_io.study import Study, studied
from layout.systems import SYSTEMS, VisualSystem

Weight = Literal["light", "regular", "heavy"]
_LOOK = 480  # px of the copy in which lines of text are looked for
_INK = 0.22  # OKLab lightness by which ink differs from the ground
_COLORFUL = 0.05  # OKLCH chroma
_SMALLEST = 0.015  # share of the picture that a taken colour covers
_BUSY, _AIRY = 0.30, 0.12  # share of places with edges
_CROSSINGS = 6  # edges of ink in a row of pixels that may be text
_TOGETHER = 0.035  # of the width: spread of line starts, or centres, that is no chance
_LIGHT, _HEAVY = 0.12, 0.19  # stroke width / height of a line's ink
_STEADY = 0.55  # relative spread of stroke widths in real text
_PALE = 0.85  # OKLab lightness from which a ground is paper
_PULL = 0.4  # worth of one likeness of a system
_DENSE, _SPARSE = ("geometric", "craft", "scene", "type"), ("glow", "photo", "words", "abstract")


class Likeness(Value):
    """What was taken; `colors` are ground first, then telling ones."""

    colors: tuple[Color, ...] = ()
    dark: bool = False
    density: Literal["airy", "even", "busy"] = "even"
    align: Literal["start", "center"] | None = None
    weight: Weight | None = None  # of the largest lines

    def told(self) -> str:
        """One sentence on what was taken and what was left alone."""
        left = [n for n, v in (("alignment", self.align), ("type", self.weight)) if v is None]
        taken = [
            f"colours {', '.join(self.colors)}",
            "a dark ground" if self.dark else "a light ground",
        ]
        taken.append(f"{self.density} density")
        if self.align:
            taken.append("centred copy" if self.align == "center" else "copy aligned at the start")
        if self.weight:
            taken.append(f"{self.weight} type")
        said = f"like the reference: {', '.join(taken)}"
        return f"{said}; left alone: {', '.join(left)}" if left else said


class Line(NamedTuple):
    """A row of ink that looks like text, in pixels of the small copy."""

    left: int
    right: int
    height: int
    stroke: float  # median width of its strokes
    spread: float  # of stroke widths, relative


def likeness_of(brief: Brief, assets: AssetStore) -> Likeness | None:
    """The likeness of the brief's reference, when it has one."""
    references = [a.asset for a in brief.attachments if a.role == "reference"]
    return likeness(assets, references[0]) if references else None


def likeness(assets: AssetStore, asset: str) -> Likeness:
    """The likeness of a stored picture."""
    study = studied(assets, asset)
    pixels = small_copy(assets.pixels(asset), _LOOK)
    lightness = oklab(pixels[..., :3])[..., 0]
    ground = hex_to_oklch(study.swatches.ground).lightness
    lines = _lines(np.abs(lightness - ground) > _INK)
    return Likeness(
        colors=_colors(study), dark=ground < 0.5, density=_density(lightness),
        align=_align(lines, pixels.shape[1]), weight=_weight(lines),
    )  # fmt: skip


def likeness_fits(like: Likeness | None) -> dict[str, float]:
    """How much better each system fits because of the likeness."""
    if like is None:
        return {}
    return {name: round(_fit(system, like), 3) for name, system in SYSTEMS.items()}


def tone_of(like: Likeness) -> tuple[str, ...]:
    """The tones by which palettes become dark or light; strong grounds keep their strength."""
    pale = bool(like.colors) and hex_to_oklch(like.colors[0]).lightness > _PALE
    return ("dark",) if like.dark else ("clean",) if pale else ()


def _fit(system: VisualSystem, like: Likeness) -> float:
    fit = 0.0
    if like.density != "even":
        fit += _PULL * (system.family in (_DENSE if like.density == "busy" else _SPARSE))
    if like.align is not None:
        fit += _PULL * (system.zones.align == like.align)
    if like.weight is not None:
        fit += _PULL * (like.weight == _system_weight(system))
    return fit


def _system_weight(system: VisualSystem) -> Weight:
    title = system.type["title"]
    if title.weight >= 700 or title.font in _HEAVY_FACES:
        return "heavy"
    return "light" if title.weight <= 300 or title.font in _LIGHT_FACES else "regular"


def _colors(study: Study) -> tuple[str, ...]:
    """The ground, then up to two colourful ones of different hue, by how much they tell."""
    found = [study.swatches.ground]
    vivid = [study.swatches.vivid] if study.swatches.vivid else []
    others = [s.color for s in study.swatches.all if s.share >= _SMALLEST]
    for color in (*vivid, *others):
        value = hex_to_oklch(color)
        new = all(
            hex_to_oklch(c).chroma < _COLORFUL or hue_distance(value.hue, hex_to_oklch(c).hue) > 30
            for c in found
        )
        if value.chroma >= _COLORFUL and new and len(found) < 3:
            found.append(color)
    return tuple(found)


def _density(lightness: np.ndarray) -> Literal["airy", "even", "busy"]:
    """By the share of small places in which something happens."""
    rows, columns = (side // 8 * 8 for side in lightness.shape)
    if not rows or not columns:
        return "even"
    blocks = edges(lightness)[:rows, :columns].reshape(rows // 8, 8, columns // 8, 8)
    share = float((blocks.max(axis=(1, 3)) > 0.06).mean())
    return "busy" if share > _BUSY else "airy" if share < _AIRY else "even"


def _lines(ink: np.ndarray) -> list[Line]:
    """Bands of rows that many strokes cross, with quiet rows above and below."""
    crossings = (ink[:, 1:] != ink[:, :-1]).sum(axis=1)
    busy = np.concatenate([[False], crossings >= _CROSSINGS, [False]])
    starts, ends = np.flatnonzero(busy[1:] & ~busy[:-1]), np.flatnonzero(busy[:-1] & ~busy[1:])
    found = (_line(ink[top:bottom]) for top, bottom in zip(starts, ends, strict=True))
    return [line for line in found if line is not None]


def _line(band: np.ndarray) -> Line | None:
    """The band as a line of text; None when its strokes are too unlike each other."""
    height, width = band.shape
    columns = np.flatnonzero(band.any(axis=0))
    if height < 5 or height > 0.3 * width or not columns.size:
        return None
    runs = _runs(band)
    runs = runs[runs < 1.2 * height]
    if runs.size < 12:
        return None
    stroke = float(np.median(runs))
    spread = float(np.median(np.abs(runs - stroke)) / stroke)
    if spread > _STEADY:
        return None
    return Line(int(columns[0]), int(columns[-1]), height, stroke, spread)


def _runs(band: np.ndarray) -> np.ndarray:
    """Lengths of the horizontal runs of ink."""
    padded = np.pad(band, ((0, 0), (1, 1))).astype(np.int8)
    change = np.diff(padded, axis=1)
    starts, ends = np.argwhere(change == 1), np.argwhere(change == -1)
    return (ends[:, 1] - starts[:, 1]).astype(np.float32)


def _align(lines: list[Line], width: int) -> Literal["start", "center"] | None:
    """Common left edges or common centres, when at least three lines of different length agree."""
    if len(lines) < 3:
        return None
    lefts = np.array([line.left for line in lines]) / width
    centers = np.array([(line.left + line.right) / 2 for line in lines]) / width
    starts = float((np.abs(lefts - np.median(lefts)) < _TOGETHER).mean())
    middles = float((np.abs(centers - np.median(centers)) < _TOGETHER).mean())
    if max(starts, middles) < 0.6 or abs(starts - middles) < 0.2:
        return None
    return "start" if starts > middles else "center"


def _weight(lines: list[Line]) -> Weight | None:
    """Of the tallest lines, whose strokes are wide enough to be measured."""
    tall = [line for line in lines if line.height >= 14]
    if not tall:
        return None
    largest = max(line.height for line in tall)
    shares = [line.stroke / line.height for line in tall if line.height >= 0.7 * largest]
    share = float(np.median(shares))
    return "light" if share < _LIGHT else "heavy" if share > _HEAVY else "regular"


_HEAVY_FACES = ("Anton", "Alfa Slab One", "Abril Fatface", "Archivo Black", "Bebas Neue",
                "Rubik Mono One", "Shrikhand", "Limelight")  # fmt: skip
_LIGHT_FACES = ("Cormorant Garamond", "Josefin Sans", "Instrument Serif")
