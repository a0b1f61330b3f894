"""What the user's pictures mean for a design: which systems suit, where copy goes, which colours.

Studies come from `design_io.study`; everything here is a table or a sum over them.
"""

from __future__ import annotations

from typing import NamedTuple

from agents.brief import Brief
from design_io.assets import AssetStore
from design_io.color import hex_to_oklch, hue_distance, oklch_hex
from design_io.document import Canvas
from design_io.geometry import Box
from design_io.scrim import weakest_scrim
from design_io.study import Study, crop, pixels_in, studied
from layout.picture_palette import Seen
from layout.plan import Anchor, DesignPlan
from layout.sizes import size_named
from layout.systems import SYSTEMS, shape_of

_LED, _LED_BY_THING = 2.2, 1.4  # worth of being led by a photograph, or by a thing cut out of one
_WORDLESS = ("words", "type", "abstract")  # families that have no place for a picture
_NO_PLACE = -3.0
_FRAMED = -0.7  # a photograph that cannot be cut out fills the shape instead
_CALM = 0.5  # from which calm a full-bleed photograph carries its copy well
_DARK_TONES = ("dark", "night", "bold", "retro")
_TEXT_LIGHT, _TEXT_DARK = ("#fafafa", "#141416"), ("#17171a", "#f7f7f5")  # ink, veil
_LIKES_WHITE = 0.10  # opacity that a dark veil may be stronger and still be chosen
_LEAST_CHROMA, _OTHER_HUE = 0.045, 40.0
_ACROSS = ((0.62, 0.6, 165.0), (0.72, 0.55, 205.0))  # lightness, share of chroma, turn of the hue
# Where copy will roughly stand, in fractions of the sheet.
_COPY: dict[Anchor, tuple[Box, ...]] = {
    "top": (Box(0.07, 0.06, 0.86, 0.34), Box(0.07, 0.86, 0.86, 0.08)),
    "bottom": (Box(0.07, 0.54, 0.86, 0.40),),
    "left": (Box(0.04, 0.08, 0.46, 0.84),),
    "right": (Box(0.50, 0.08, 0.46, 0.84),),
}


class Setting(NamedTuple):
    """Where on a photograph the copy goes, and how calm it is there."""

    anchor: Anchor
    calm: float  # 0..1
    copy: tuple[Box, ...]  # fractions of the sheet


def studies(brief: Brief, assets: AssetStore) -> tuple[Study, ...]:
    """Studies of the pictures in the brief, in the order they were given."""
    return tuple(studied(assets, a.asset) for a in brief.attachments if a.role == "picture")


def picture_of(plan: DesignPlan, assets: AssetStore) -> Study | None:
    """The study of the picture that the plan's copy may lie on."""
    pictures = [e.asset for e in plan.of_role("picture") if e.asset]
    return studied(assets, pictures[0]) if pictures else None


def picture_fits(
    pictures: tuple[Study, ...], canvas: Canvas, tone: tuple[str, ...]
) -> dict[str, float]:
    """How much better or worse each system fits because of the pictures."""
    if not pictures:
        return {}
    fits = {
        name: _NO_PLACE if system.family in _WORDLESS else 0.0 for name, system in SYSTEMS.items()
    }
    first = pictures[0]
    thing = first.plain or first.transparent
    calm = best_setting(first, canvas).calm
    led = _LED_BY_THING if thing else _LED
    moody = any(word in _DARK_TONES for word in tone)
    return fits | {
        "cutout": led + (0.9 if thing else _FRAMED),
        "full": led + (-1.2 if thing else 2.4 * (calm - _CALM)),
        "split": led + (0.8 if len(pictures) > 1 else 0.1) - (0.5 if thing else 0.0),
        "duotone": led + (0.7 if moody else -0.3) - (1.2 if thing else 0.0),
    }


def best_setting(picture: Study, canvas: Canvas) -> Setting:
    """The calmest place for copy on a sheet that the picture covers."""
    shape = shape_of(canvas)
    choices: tuple[Anchor, ...] = ("top", "bottom")
    if shape in ("landscape", "banner"):
        choices = ("left", "right")
    elif shape == "square":
        choices = ("top", "bottom", "left", "right")
    aspect = canvas.width / canvas.height
    settings = []
    for anchor in choices:
        found = crop(picture, aspect, _COPY[anchor])
        worth = found.calm - 0.6 * found.hidden + 0.3 * found.kept
        settings.append((worth, Setting(anchor, found.calm, _COPY[anchor])))
    return max(settings, key=lambda item: item[0])[1]


def anchor_for(system: str, picture: Study, canvas: Canvas) -> Anchor:
    """Where this system puts the copy, given the picture."""
    if system != "split":
        return best_setting(picture, canvas).anchor
    shape = shape_of(canvas)
    if shape in ("landscape", "banner") or (shape == "square" and picture.aspect < 0.85):
        return "left"
    return "top" if shape == "story" else "bottom"  # what apps cover at the foot may be picture


def anchored(plan: DesignPlan, assets: AssetStore) -> DesignPlan:
    """The plan for its size: where copy goes on a photograph depends on the shape of the sheet."""
    pictures = [e.asset for e in plan.of_role("picture") if e.asset]
    if not pictures:
        return plan
    study = studied(assets, pictures[0])
    return plan.evolve(anchor=anchor_for(plan.system, study, size_named(plan.size).canvas))


def seen_in(picture: Study, canvas: Canvas) -> Seen:
    """What palettes need to know; which copy is lighter to read is found by trying both."""
    setting = best_setting(picture, canvas)
    window = crop(picture, canvas.width / canvas.height, setting.copy).window
    under = pixels_in(picture, window, setting.copy)
    light, dark = (weakest_scrim(under, *pair, 4.5) for pair in (_TEXT_LIGHT, _TEXT_DARK))
    colors = picture.swatches
    subject = pixels_in(picture, picture.subject, (Box(0, 0, 1, 1),))
    lightness = float((subject.mean(axis=1) / 255).mean()) if len(subject) else colors.lightness
    return Seen(colors.vivid, colors.ground, lightness, light <= dark + _LIKES_WHITE)


def colors_of(picture: Study) -> tuple[str, ...]:
    """One or two telling colours of different hue, for palettes that take the user's colours.

    A thing without its background would sink into its own colours, so it gets those across.
    """
    vivid = picture.swatches.vivid
    if vivid is None:
        return ()
    if picture.plain or picture.transparent:
        hue = hex_to_oklch(vivid).hue
        return tuple(oklch_hex(lightness, k, hue + turn) for lightness, k, turn in _ACROSS)
    for swatch in picture.swatches.all:
        value = hex_to_oklch(swatch.color)
        other = hue_distance(value.hue, hex_to_oklch(vivid).hue) > _OTHER_HUE
        if value.chroma >= _LEAST_CHROMA and other:
            return vivid, swatch.color
    return (vivid,)
