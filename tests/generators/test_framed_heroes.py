"""The hero of a framed or printed system: large, in colours that show, and never grainy small."""

import pytest

from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch
from design_io.document import leaves
from design_io.geometry import Box, union_all
from design_io.paths import path_bounds
from generators.artist.icons import VIEW, Shading, dominant, icon_layers, second_color
from generators.artist.tones import form_of
from layout.palette import palette_for
from layout.systems import SYSTEMS
from tests.generators.test_artist import painted_design, request_for


def inside(design, name: str) -> Box:
    return next(layer.box for layer in leaves(design) if layer.name == name)


def hero(design) -> Box:
    """The ink of the figure, which lies in view boxes of its own."""
    shapes = [x for x in leaves(design) if x.role == "hero" and x.view_box == (VIEW, VIEW)]
    place, scale = shapes[0].box, shapes[0].box.width / VIEW
    ink = union_all(path_bounds(shape.path) for shape in shapes if shape.path)
    return Box(
        place.x + ink.x * scale, place.y + ink.y * scale, ink.width * scale, ink.height * scale
    )


@pytest.mark.parametrize("subject", ("wristwatch", "camera", "beer-mug", "bicycle"))
@pytest.mark.parametrize("sheet", ("portrait", "square", "story", "landscape"))
@pytest.mark.parametrize(
    ("system", "frame", "share"),
    (("arch", "Wall", 1.0), ("deco", "Disc", 0.78), ("retro", "Disc", 0.86)),
)
def test_the_hero_fills_its_frame(system, frame, share, sheet, subject):
    if system == "arch" and subject == "bicycle":
        frame = "Sky"
    design = painted_design(request_for(system, sheet, (subject,)), AssetStore())
    room, figure = inside(design, frame), hero(design)
    assert max(figure.width / room.width, figure.height / room.height) >= 0.66 * share


@pytest.mark.parametrize("system", ("deco", "retro"))
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("subject", ("saxophone", "soft-ice-cream", "dumbbell"))
def test_the_disc_lets_the_hero_keep_its_own_colours_and_stand_out(system, seed, subject):
    request = request_for(system, "portrait", (subject,), seed)
    design = painted_design(request, AssetStore())
    fill = next(layer.fill for layer in leaves(design) if layer.name == "Disc")
    ground = fill.color if fill.kind == "solid" else fill.stops[1].color
    drawn = {x.fill.color for x in leaves(design) if x.role == "hero"}
    assert dominant(subject) in drawn and contrast(dominant(subject), ground) >= 1.3


def test_grain_is_for_large_drawings_alone():
    def grain(side: float) -> float:
        box = Box(0, 0, side, side)
        shaded = icon_layers("camera", box, AssetStore(), "x", shading=Shading(0.4, 2.0, 1))
        return max(layer.fill.grain.amount if layer.fill.grain else 0.0 for layer in shaded)

    assert grain(150) == 0.0 < grain(400) < grain(900) == 0.4


@pytest.mark.parametrize("seed", range(8))
def test_the_field_of_a_print_is_light_and_of_the_drawings_second_hue(seed):
    drawing = "#e0571b", "#2fa866"
    palette = palette_for(SYSTEMS["riso"], drawing[0], seed=seed, second=drawing[1])
    field = hex_to_oklch(palette["ink_1"])
    assert field.lightness > 0.75 and abs(field.hue - hex_to_oklch(drawing[1]).hue) < 15
    dark = hex_to_oklch(palette_for(SYSTEMS["riso"], None, ("#1b2a6b", "#7a1f1f"))["ink_1"])
    assert dark.lightness > 0.75


def test_a_second_colour_is_of_another_hue_and_seen():
    assert second_color("red-heart") == ""
    tulip = second_color("tulip")
    assert tulip and 100 < hex_to_oklch(tulip).hue < 170


def test_scenes_are_finer_than_things():
    fine = [
        form_of(name).plainness for name in ("living-room", "farmer-with-harvest", "table-for-two")
    ]
    plain = [form_of(name).plainness for name in ("red-heart", "croissant", "t-shirt", "package")]
    assert max(fine) < 0.81 < min(plain)
