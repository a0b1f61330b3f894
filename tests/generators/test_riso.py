import pytest

from design_io.assets import AssetStore
from design_io.document import Design, leaves
from design_io.geometry import Box
from design_io.paths import path_bounds
from generators.artist.halftone import screen
from tests.generators.test_artist import painted_design, request_for

ZONE = Box(30, 40, 200, 100)


def groups(subject: str, seed: int = 0) -> Design:
    return painted_design(request_for("riso", "portrait", (subject,), seed), AssetStore())


@pytest.mark.parametrize("subject", ["lobster", "potted-plant", "cat-face", "pizza"])
def test_every_ink_is_a_group_that_multiplies(subject):
    design = groups(subject)
    assert [layer.name for layer in design.layers] == ["Ink 1", "Ink 2", "Ink 3"]
    assert {layer.blend_mode for layer in design.layers} == {"multiply"}


@pytest.mark.parametrize("seed", range(3))
def test_the_field_spares_the_subject(seed):
    ink_1 = groups("robot", seed).layers[0].layers
    names = [layer.name for layer in ink_1]
    assert names.index("Knock-out") == max(names.index(n) for n in ("Dots", "Knock-out"))
    assert next(layer for layer in ink_1 if layer.name == "Knock-out").fill.color == "#ffffff"


def test_inks_are_only_those_of_the_palette_and_their_tints():
    request = request_for("riso", "portrait", ("robot",), seed=0)
    inks = {request.palette[role] for role in ("ink", "ink_1", "ink_2")}
    solid = {layer.fill.color for layer in leaves(groups("robot")) if layer.fill}
    assert inks <= solid and len(solid) <= 6


def test_dots_grow_with_the_tone_and_stay_in_their_zone():
    pale, dark = (screen(ZONE, 10, 22, lambda x, y, t=t: t) for t in (0.1, 0.7))
    assert len(pale) and pale.count("M") == dark.count("M")
    assert path_bounds(dark).width > path_bounds(pale).width
    assert screen(ZONE, 10, 22, lambda x, y: 0.0) == ""
