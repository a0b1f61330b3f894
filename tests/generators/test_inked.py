"""Drawings in a palette's own inks."""

from __future__ import annotations

import pytest

from design_io.color import NO_HUE, contrast, hex_to_oklch, hue_distance
from generators.artist.icons import dominant, parts
from generators.artist.inked import in_inks
from generators.artist.naming import tinted

INKS = ("#d64f6a", "#c27c6b", "#8a9a7b", "#6f7d62")
GROUND, DARK = "#fbe9e7", "#5a1f33"


@pytest.mark.parametrize("name", ("rose", "hibiscus", "wine-glass", "teacup-without-handle"))
def test_hues_become_inks_and_the_whole_is_seen(name: str):
    made = in_inks(name, INKS, GROUND, DARK)
    assert set(made) == {part.color for part in parts(name)}
    hues = [hex_to_oklch(ink).hue for ink in (*INKS, DARK)]
    for new in made.values():
        value = hex_to_oklch(new)
        assert value.chroma < 0.02 or min(hue_distance(value.hue, hue) for hue in hues) < 20
    assert contrast(made[dominant(name)], GROUND) >= 1.9


def test_no_shade_is_louder_than_the_inks():
    most = max(hex_to_oklch(ink).chroma for ink in INKS)
    made = in_inks("hibiscus", INKS, GROUND, DARK)
    assert max(hex_to_oklch(color).chroma for color in made.values()) < most + 0.03


def test_a_colour_that_was_asked_for_stays():
    name = tinted("rose", "#2450c8")
    assert in_inks(name, INKS, GROUND, DARK)[dominant(name)] == dominant(name)
    assert NO_HUE not in in_inks("rose", INKS, GROUND, DARK).values()
