"""Photoshop's text record → a live text layer that stands where the file's text stands.

Point text stands on its baseline, box text in its box, as `psd_text` says it. A font that is not
here is replaced by one that a warning names. Warped, sheared and vertical text stays pixels.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from psd_tools.api.layers import TypeLayer
from psd_tools.api.typesetting import CharacterStyle, TypeSetting
from psd_tools.constants import FontCaps

from design_io.document import Source, Span, TextLayer, TextStyle, validated
from design_io.errors import DesignError
from design_io.fonts import DEFAULT_FAMILY, Face, FontLibrary
from design_io.geometry import Box, Point
from design_io.imported import Reading, anchored_box, named
from design_io.psd_text import SOFT_RETURN
from design_io.text import ink_box, typeset

_ALIGNS = {0: "left", 1: "right", 2: "center"}
_BREAKS = str.maketrans({"\r": "\n", "\x00": None})
_MOST = 20_000  # characters
_UPRIGHT = 0.02  # of the scale, by which a turned text may be sheared or stretched
_ALIKE, _SLACK = 0.04, 2.0  # of the size, px: how far the ink of a text may end elsewhere
_WEIGHTS = (
    ("thin", 100), ("extralight", 200), ("ultralight", 200), ("semibold", 600), ("demibold", 600),
    ("demi", 600), ("extrabold", 800), ("ultrabold", 800), ("heavy", 800), ("black", 900),
    ("light", 300), ("medium", 500), ("bold", 700),
)  # fmt: skip
_SERIF = re.compile(r"times|garamond|georgia|serif|roman|minion|caslon|didot|bodoni|baskerville")


class _Frame(NamedTuple):
    """The text's own space: its scale, its turn, its origin, and the box of box text."""

    scale: float
    rotation: float  # degrees, clockwise
    x: float
    y: float
    bounds: tuple[float, float, float, float] | None  # left, top, right, bottom

    @property
    def width(self) -> float:
        """Of its box, px."""
        return (self.bounds[2] - self.bounds[0]) * self.scale if self.bounds else 1.0


class _Style(NamedTuple):
    font: str
    weight: int
    italic: bool
    size: float
    color: str
    tracking: float
    case: str
    underline: bool
    strikethrough: bool


def text_layer(layer: TypeLayer, shared: dict[str, Any], reading: Reading) -> TextLayer | None:
    """None where only pixels can show the text."""
    frame = _frame(layer)
    setting = TypeSetting(_units(layer.text), layer.engine_dict, layer.resource_dict)
    if frame is None or not setting.runs:
        reading.warn(f"text {layer.name!r} is turned in a way Plakat does not set; kept as pixels")
        return None
    pieces = [(_joined(run.text), run.style) for run in setting.runs]
    styles = [_style(style, frame.scale, reading) for _, style in pieces]
    words = [text.translate(_BREAKS) for text, _ in pieces]
    text = "".join(words).rstrip("\n")[:_MOST]
    lengths: Counter[_Style] = Counter()
    for word, style in zip(words, styles, strict=True):
        lengths[style] += len(word.strip())
    main = lengths.most_common(1)[0][0]
    leading = _leading(next(s for (_, s), own in zip(pieces, styles, strict=True) if own == main))
    name, role = named(layer.name, "body")
    fields = {
        "id": reading.layer_id(layer.name, "text"), "name": name, "role": role, "text": text,
        "box": Box(0, 0, 1, 1), "style": TextStyle(**main._asdict(), leading=leading),
        "spans": tuple(_spans(words, styles, main, len(text))),
        "align": _align(setting),
        "source": Source(generator="imported PSD"), **shared,
    }  # fmt: skip
    try:
        made = _placed(_flowing(validated(TextLayer, fields), frame, reading.fonts), frame, reading)
    except DesignError as error:
        reading.warn(f"text {layer.name!r} is kept as pixels: {error}")
        return None
    _compare(layer, made, reading)
    return made


def _frame(layer: TypeLayer) -> _Frame | None:
    xx, xy, yx, yy, x, y = layer.transform
    scale_x, scale_y = math.hypot(xx, xy), math.hypot(yx, yy)
    if min(scale_x, scale_y) < 1e-6 or not all(map(math.isfinite, layer.transform)):
        return None
    square = abs(scale_x / scale_y - 1) <= _UPRIGHT
    upright = abs(xx * yx + xy * yy) <= _UPRIGHT * scale_x * scale_y and xx * yy > xy * yx
    data = layer._data.text_data
    orientation = data.get(b"Ornt")
    vertical = orientation is not None and getattr(orientation, "enum", b"Hrzn") != b"Hrzn"
    warp = layer.warp.get(b"warpStyle") if layer.warp is not None else None
    warped = warp is not None and getattr(warp, "enum", b"warpNone") != b"warpNone"
    if not (square and upright) or vertical or warped:
        return None
    return _Frame(scale_y, math.degrees(math.atan2(xy, xx)), x, y, _bounds(layer))


def _bounds(layer: TypeLayer) -> tuple[float, float, float, float] | None:
    """The box of box text, in its own space."""
    try:
        [child, *_] = layer.engine_dict["Rendered"]["Shapes"]["Children"]
        photoshop = child["Cookie"]["Photoshop"]
        if int(photoshop["ShapeType"]) != 1:
            return None
        left, top, right, bottom = (float(side) for side in photoshop["BoxBounds"])
    except (KeyError, TypeError, ValueError, IndexError):
        return None
    return (left, top, right, bottom) if right > left and bottom > top else None


def _flowing(layer: TextLayer, frame: _Frame, fonts: FontLibrary) -> TextLayer:
    """How lines break. A soft return where a line would break by itself is a space."""
    broken = layer.evolve(text=layer.text.replace(SOFT_RETURN, "\n"))
    if frame.bounds is None:
        return broken.evolve(wrap="none", box=Box(0, 0, 1, 1))
    broken = broken.evolve(wrap="greedy", box=Box(0, 0, frame.width, 1))
    if SOFT_RETURN not in layer.text:
        return broken
    wanted = [line.start for line in typeset(broken, fonts).lines]
    flowing = broken.evolve(text=layer.text.replace(SOFT_RETURN, " "))
    for wrap in ("balance", "greedy"):
        tried = flowing.evolve(wrap=wrap)
        if [line.start for line in typeset(tried, fonts).lines] == wanted:
            return tried
    return broken


def _placed(layer: TextLayer, frame: _Frame, reading: Reading) -> TextLayer:
    """Box and turn, so that the first baseline stands where the file says."""
    width, setting = layer.box.width, typeset(layer, reading.fonts)
    first, last = setting.lines[0], setting.lines[-1]
    height = max(1.0, last.baseline + last.descent)
    if frame.bounds is None:
        width = max(1.0, max(line.width for line in setting.lines))
        share = {"left": 0.0, "center": 0.5, "right": 1.0}.get(layer.align, 0.0)
        left, top = -share * width, -first.baseline
    else:
        cap_height = max(
            (run.face.cap_height / run.face.units_per_em * run.size for run in first.runs),
            default=first.ascent,
        )
        left = frame.bounds[0] * frame.scale
        top = frame.bounds[1] * frame.scale + cap_height - first.baseline
    box = anchored_box(Box(left, top, width, height), Point(frame.x, frame.y), frame.rotation)
    return layer.evolve(box=box, rotation=round(frame.rotation, 4))


def _compare(layer: TypeLayer, made: TextLayer, reading: Reading) -> None:
    """Warn where our ink and the file's pixels end at other places: another font, or effects."""
    theirs = Box(layer.left, layer.top, max(0, layer.width), max(0, layer.height))
    if theirs.empty or made.rotation % 360:
        return
    ours, slack = ink_box(made, reading.fonts), max(_SLACK, _ALIKE * made.style.size)
    if not (ours.pad(slack).contains(theirs) and theirs.pad(slack).contains(ours)):
        reading.warn(
            f"text {layer.name!r} is live and looks other than in the file, whose pixels may hold "
            "effects or another setting"
        )


def _style(style: CharacterStyle, scale: float, reading: Reading) -> _Style:
    face = _face(style.font_name, reading)
    bold = 700 if style.faux_bold else 0
    if abs(style.horizontal_scale - style.vertical_scale) > 0.01:
        reading.warn("the width of stretched letters is not kept")
    caps = {FontCaps.ALL_CAPS: "upper"}.get(style.font_caps, "none")
    return _Style(
        font=face.family, weight=max(face.weight, bold),
        italic=face.italic or style.faux_italic,
        size=min(20_000.0, max(0.1, round(style.font_size * scale * style.vertical_scale, 3))),
        color=_color(style), tracking=float(min(5000, max(-500, style.tracking))), case=caps,
        underline=style.underline, strikethrough=style.strikethrough,
    )  # fmt: skip


def _color(style: CharacterStyle) -> str:
    values = style.fill_color or (1.0, 0.0, 0.0, 0.0)
    if not style.fill_flag:
        return "#00000000"
    channels = [round(255 * min(1.0, max(0.0, value))) for value in values]
    if len(channels) == 2:  # grey
        channels = [channels[0], *channels[1:] * 3]
    if len(channels) == 5:  # alpha, then CMYK
        alpha, *inks, black = channels
        channels = [alpha, *((255 - ink) * (255 - black) // 255 for ink in inks)]
    alpha, red, green, blue = (*channels, 0, 0, 0, 0)[:4]
    return f"#{red:02x}{green:02x}{blue:02x}" + (f"{alpha:02x}" if alpha < 255 else "")


def _face(name: str, reading: Reading) -> Face:
    """The face of a PostScript name, or the nearest that is here."""
    fonts = reading.fonts
    exact = next((face for face in fonts.faces() if face.postscript_name == name), None)
    if exact is not None:
        return exact
    family, weight, italic = family_and_style(name)
    squeezed = {re.sub(r"\W", "", each).casefold(): each for each in fonts.families()}
    known = squeezed.get(re.sub(r"\W", "", family).casefold())
    stand_in = "EB Garamond" if _SERIF.search(name.lower()) else DEFAULT_FAMILY
    face = fonts.face(known or stand_in, weight, italic)
    reading.warn(f"font {name or 'unnamed'!r} is not here; {face.postscript_name} stands for it")
    return face


def family_and_style(name: str) -> tuple[str, int, bool]:
    """ "Lato-BoldItalic" as ("Lato", 700, True)."""
    family, _, style = name.partition("-")
    plain = re.sub(r"[^a-z]", "", style.lower())
    weight = next((number for word, number in _WEIGHTS if word in plain), 400)
    return family.removesuffix("MT").removesuffix("PS"), weight, bool(
        re.search("italic|oblique", plain)
    )  # fmt: skip


def _leading(style: CharacterStyle) -> float:
    if style.auto_leading or style.font_size <= 0 or style.leading <= 0:
        return 1.2
    return min(10.0, max(0.11, round(style.leading / style.font_size, 4)))


def _align(setting: TypeSetting) -> str:
    if not setting.paragraphs:
        return "left"
    number = int(setting.paragraphs[0].style.justification)
    return _ALIGNS.get(number, "justify")


def _spans(words: list[str], styles: list[_Style], main: _Style, end: int) -> Iterator[Span]:
    """The stretches that differ from the main style, where they differ."""
    at = 0
    for word, style in zip(words, styles, strict=True):
        start, at = at, at + len(word)
        differing = {k: v for k, v in style._asdict().items() if v != getattr(main, k)}
        if differing and word.strip() and start < min(at, end):
            yield Span(start=start, end=min(at, end), **differing)


def _units(text: str) -> str:
    """One character for each UTF-16 unit, in which Photoshop counts."""
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[i] | data[i + 1] << 8) for i in range(0, len(data), 2))


def _joined(units: str) -> str:
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
