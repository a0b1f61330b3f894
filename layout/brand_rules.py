"""What a brand asks of every design, and where a finished design goes against it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from design_io.color import hex_to_oklch, hue_distance
from design_io.document import Design, Layer, ShapeLayer, TextLayer, walk
from design_io.paint import Color, SolidFill, Value
from layout.findings import Finding
from layout.scheme import shaded_hue

_NEUTRAL = 0.045  # OKLCH chroma under which a colour is no colour of its own
_HUELESS = 0.012  # OKLCH chroma under which a brand's colour lends no hue
_HUE = 28.0  # degrees within which a tint or shade is still the brand's
_SAME = 0.05  # OKLab distance within which two colours are the same to the eye
_LEAST_LOGO = 0.04  # of the sheet's short side, the height of a logo


class BrandRules(Value):
    """Colours strongest first; empty fields ask for nothing."""

    name: str = ""
    colors: tuple[Color, ...] = ()
    title_font: str = ""
    text_font: str = ""
    logo: bool = False
    forbidden_words: tuple[str, ...] = ()
    forbidden_colors: tuple[Color, ...] = ()
    forbidden_fonts: tuple[str, ...] = ()
    forbidden_systems: tuple[str, ...] = ()


def brand_findings(design: Design, rules: BrandRules) -> tuple[Finding, ...]:
    """Every violation as a soft finding, with the way out."""
    return (
        *_fonts(design, rules), *_colors(design, rules), *_forbidden_colors(design, rules),
        *_words(design, rules), *_logo(design, rules),
    )  # fmt: skip


def _fonts(design: Design, rules: BrandRules) -> Iterator[Finding]:
    own = {font.lower() for font in (rules.title_font, rules.text_font) if font}
    forbidden = {font.lower() for font in rules.forbidden_fonts}
    for layer in _texts(design):
        font = layer.style.font
        asked = rules.title_font if layer.role == "title" else rules.text_font
        if font.lower() in forbidden:
            yield _found("brand-font", layer, f"{font} is forbidden by the brand; set another font")
        elif asked and font.lower() not in own:
            way = f"the brand sets {asked}; set it in that"
            yield _found("brand-font", layer, f"{layer.label!r} is set in {font}; {way}")


def _colors(design: Design, rules: BrandRules) -> Iterator[Finding]:
    """Text and ground keep to the brand's hues, their tints and shades, and neutrals."""
    if not rules.colors:
        return
    for layer in (*_texts(design), *_grounds(design)):
        color = layer.style.color if isinstance(layer, TextLayer) else _fill(layer)
        if color and not _is_kin(color, rules.colors):
            way = f"take one of the brand's colours: {', '.join(rules.colors)}"
            yield _found("brand-color", layer, f"{layer.label!r} is {color}; {way}")


def _forbidden_colors(design: Design, rules: BrandRules) -> Iterator[Finding]:
    for layer in walk(design):
        color = layer.style.color if isinstance(layer, TextLayer) else _fill(layer)
        for forbidden in rules.forbidden_colors if color else ():
            if _distance(color, forbidden) < _SAME:
                message = f"{layer.label!r} has the forbidden colour {forbidden}; recolour it"
                yield _found("brand-color", layer, message)


def _words(design: Design, rules: BrandRules) -> Iterator[Finding]:
    for layer in _texts(design):
        for word in rules.forbidden_words:
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", layer.text, re.IGNORECASE):
                message = (
                    f"{layer.label!r} says {word!r}, which the brand forbids; say it otherwise"
                )
                yield _found("brand-word", layer, message)


def _logo(design: Design, rules: BrandRules) -> Iterator[Finding]:
    if not rules.logo:
        return
    logos = [layer for layer in walk(design) if layer.role == "logo" and layer.kind != "group"]
    least = _LEAST_LOGO * min(design.canvas.width, design.canvas.height)
    if not logos:
        yield _found("brand-logo", None, "the brand's logo is not on the design; give it a place")
    for layer in logos:
        if layer.box.height < least:
            message = f"the logo is {layer.box.height:.0f} px high; make it {least:.0f} px or more"
            yield _found("brand-logo", layer, message)


def _texts(design: Design) -> list[TextLayer]:
    return [x for x in walk(design) if isinstance(x, TextLayer) and x.visible and x.text.strip()]


def _grounds(design: Design) -> list[Layer]:
    return [layer for layer in walk(design) if layer.role in ("background", "underlay")]


def _fill(layer: Layer) -> str:
    solid = isinstance(layer, ShapeLayer) and isinstance(layer.fill, SolidFill)
    return layer.fill.color[:7] if solid else ""  # type: ignore[union-attr]


def _is_kin(color: str, colors: tuple[str, ...]) -> bool:
    value = hex_to_oklch(color[:7])
    if value.chroma < _NEUTRAL or value.lightness < 0.24:
        return True
    hues = [own.hue for own in map(hex_to_oklch, colors) if own.chroma >= _HUELESS]
    shades = [*hues, *(shaded_hue(hue, value.lightness) for hue in hues)]
    return any(hue_distance(value.hue, hue) <= _HUE for hue in shades) or any(
        _distance(color, c) < _SAME for c in colors
    )


def _distance(first: str, second: str) -> float:
    a, b = hex_to_oklch(first[:7]), hex_to_oklch(second[:7])
    turn = min(a.chroma, b.chroma) * hue_distance(a.hue, b.hue) / 57.3
    return ((a.lightness - b.lightness) ** 2 + (a.chroma - b.chroma) ** 2 + turn**2) ** 0.5


def _found(rule: str, layer: Layer | None, message: str) -> Finding:
    layers = (layer.id,) if layer else ()
    return Finding(
        rule=rule, severity="soft", layers=layers, measure=1, threshold=0, message=message
    )
