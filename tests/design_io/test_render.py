"""The renderer, its pictures drawn as letters (see `letters`)."""

import numpy as np
import pytest

from design_io.blending import composite
from design_io.document import Canvas, GroupLayer, ImageLayer, Mask, ShapeLayer
from design_io.geometry import Box, Point
from design_io.paint import (
    Blur,
    Extrusion,
    Grain,
    LinearFill,
    Outline,
    PictureFill,
    RadialFill,
    Shadow,
    SolidFill,
    Stop,
    Stroke,
)
from design_io.render import clipped, layer_bounds, render_layer
from tests.design_io.letters import (
    COLORS,
    RESOURCES,
    asset,
    box,
    check,
    difference,
    drawn,
    image,
    letters_of,
    ramp,
    text,
)

# Shapes


def test_an_empty_sheet_is_transparent():
    check("....  ....")


def test_layers_lie_bottom_first():
    check(
        """ RRRR....
            RRBBBB..
            RRBBBB..
            ..BBBB.. """,
        box("R", 0, 0, 4, 3),
        box("B", 2, 1, 4, 3),
    )


def test_invisible_and_hidden_layers_are_left_out():
    layers = (box("R", 0, 0, 2, 1, visible=False), box("B", 2, 0, 2, 1), box("G", 0, 0, 1, 1))
    check("..BB", *layers, hide=frozenset({"box-g"}))


def test_a_stroke_is_centred_on_the_edge_in_canvas_pixels():
    check(
        """ KKKKKK..
            KKKKKK..
            KK__KK..
            KKKKKK..
            KKKKKK.. """,
        box("_", 1, 1, 4, 3, stroke=Stroke(color="#000000", width=2)),
    )


def test_a_dash_leaves_gaps():
    rule = box(".", 0, 1, 8, 0, shape="path", path="M0 0H1", fill=None,
               stroke=Stroke(color="#ff0000", width=2, dash=(2,)))  # fmt: skip
    check("RR..RR.. RR..RR.. ........", rule)


def test_a_stroke_is_not_scaled_by_the_view_box():
    rule = box(".", 0, 1, 8, 0, shape="path", path="M0 0H2", view_box=(2, 1), fill=None,
               stroke=Stroke(color="#ff0000", width=2))  # fmt: skip
    check("RRRRRRRR RRRRRRRR ........", rule)


def test_polygons_and_paths_are_stretched_over_their_box():
    points = (Point(0, 0), Point(1, 0), Point(1, 0.5), Point(0, 0.5))
    check("RRRR RRRR .... ....", box("R", 0, 0, 4, 4, shape="polygon", points=points))
    half = box("B", 0, 0, 4, 4, shape="path", path="M10 0h10v20h-10z", view_box=(20, 20))
    check("..BB ..BB ..BB ..BB", half)


@pytest.mark.parametrize(("rule", "middle"), [("nonzero", "R"), ("evenodd", ".")])
def test_the_fill_rule_decides_about_holes(rule, middle):
    path = "M0 0H4V4H0zM1 1H3V3H1z"
    ring = box("R", 0, 0, 4, 4, shape="path", path=path, view_box=(4, 4), fill_rule=rule)
    check(f"RRRR R{middle * 2}R R{middle * 2}R RRRR", ring)


def test_round_corners_leave_the_corner_empty():
    assert drawn(box("R", 0, 0, 40, 40, corner_radius=20), size=(40, 40))[0, 0, 3] == 0
    one = drawn(box("R", 0, 0, 40, 40, corner_radius=(20, 0, 0, 0)), size=(40, 40))
    assert [one[y, x, 3] for x, y in ((0, 0), (39, 0), (39, 39), (0, 39))] == [0, 255, 255, 255]


def test_rotation_is_clockwise_about_the_centre_of_the_box():
    check("..R... ..R... ..R... ..R...", box("R", 0.5, 1.5, 4, 1, rotation=90))


# Fills


def test_a_linear_gradient_runs_between_two_points_of_the_box():
    fill = LinearFill(start=Point(0, 0), end=Point(1, 0), stops=ramp("#000000", "#ffffff"))
    row = drawn(box("K", 0, 0, 256, 1, fill=fill), size=(256, 1))[0, :, 0].astype(int)
    assert np.abs(row - np.arange(256)).max() <= 1


def test_two_stops_at_one_place_make_a_hard_edge():
    stops = (Stop(offset=0.5, color="#ff0000"), Stop(offset=0.5, color="#0000ff"))
    fill = LinearFill(start=Point(0, 0), end=Point(1, 0), stops=stops)
    check("RRBB", box("K", 0, 0, 4, 1, fill=fill))


def test_a_gradient_without_length_is_its_last_colour():
    fill = LinearFill(start=Point(0, 0), end=Point(0, 0), stops=ramp("#ff0000", "#0000ff"))
    check("BB", box("K", 0, 0, 2, 1, fill=fill))


def test_a_radial_gradient_is_a_circle_measured_by_the_width():
    fill = RadialFill(radius=0.5, stops=ramp("#ffffff", "#000000"))
    pixels = drawn(box("K", 0, 0, 100, 50, fill=fill), size=(100, 50))[..., 0].astype(int)
    assert pixels[25, 50] > 250
    assert pixels[25, 0] < 6
    assert abs(pixels[0, 50] - pixels[25, 25]) < 8  # equally far from the centre


@pytest.mark.parametrize(
    ("fit", "expected"),
    [("stretch", "RRRR RRRR RRRR"), ("contain", ".... RRRR ...."), ("cover", "RRRR RRRR RRRR")],
)
def test_pictures_fill_shapes_by_fit(fit, expected):
    fill = PictureFill(asset=asset("RRRR"), fit=fit)
    check(expected, box("K", 0, 0, 4, 3, fill=fill))


def test_a_picture_fill_keeps_the_focus_in_view():
    left, right = (PictureFill(asset=asset("RRRRGGGG"), focus=Point(x, 0.5)) for x in (0, 1))
    assert letters_of(drawn(box("K", 0, 0, 2, 1, fill=left), size=(2, 1))) == "RR"
    assert letters_of(drawn(box("K", 0, 0, 2, 1, fill=right), size=(2, 1))) == "GG"


def grained(amount: float, **fields) -> ShapeLayer:
    grain = Grain(color="#ff0000", amount=amount, cell=2, **fields)
    return box("_", 0, 0, 400, 400, fill=SolidFill(color="#ffffff", grain=grain))


def share(pixels: np.ndarray) -> np.ndarray:
    """How much of each pixel is red speckle on white."""
    return 1 - pixels[..., 1] / 255


def test_grain_grows_from_nothing_to_its_amount_along_its_axis():
    pixels = drawn(grained(0.6, angle=0, power=1), size=(400, 400))
    columns = share(pixels).mean(axis=0).reshape(20, 20).mean(axis=1)
    expected = 0.6 * (np.arange(20) + 0.5) / 20
    assert np.abs(columns - expected).max() < 0.04
    assert share(pixels)[:, 0].mean() < 0.01


def test_grain_of_full_amount_ends_in_its_own_colour():
    pixels = drawn(grained(1.0, angle=90, power=1, softness=0.3), size=(400, 400))
    assert share(pixels)[-2:].mean() > 0.98


def test_grain_moves_with_its_layer_and_scales_with_the_sheet():
    layer = grained(0.6).evolve(box=Box(0, 0, 40, 40))
    first = drawn(layer, size=(80, 80))
    moved = drawn(layer.evolve(box=Box(30, 20, 40, 40)), size=(80, 80))
    assert difference(moved[20:60, 30:70], first[:40, :40]) <= 1
    large = drawn(layer, size=(80, 80), scale=2.0)
    assert difference(large[::2, ::2][:40, :40], first[:40, :40]) <= 24  # the axis is sampled finer


def test_grain_differs_by_seed_and_repeats_by_seed():
    first, again, other = (drawn(grained(0.6, seed=s), size=(60, 60)) for s in (1, 1, -2))
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


# Pictures


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "RG BY"), ({"flip_x": True}, "GR YB"), ({"flip_y": True}, "BY RG"),
        ({"rotation": 90}, "BR YG"), ({"rotation": 180}, "YB GR"),
    ],
)  # fmt: skip
def test_a_picture_at_its_own_size_is_copied_exactly(fields, expected):
    check(expected, image("RG BY", 0, 0, 2, 2, **fields))


@pytest.mark.parametrize(("focus", "expected"), [(0.0, "RG"), (0.5, "GB"), (1.0, "BY")])
def test_cover_crops_about_the_focus(focus, expected):
    check(expected, image("RGBY", 0, 0, 2, 1, focus=Point(focus, 0.5)))


@pytest.mark.parametrize(("focus", "expected"), [(0.0, "RR"), (0.5, "RG"), (1.0, "GG")])
def test_a_zoomed_picture_shows_a_smaller_part_of_itself(focus, expected):
    picture = " ".join(["RRRRGGGG"] * 4)
    check(expected, image(picture, 0, 0, 2, 1, zoom=4, focus=Point(focus, 0.375)))


def test_contain_leaves_the_rest_of_the_box_empty():
    check(".RG. .BY.", image("RG BY", 0, 0, 4, 2, fit="contain"))


def test_a_picture_not_yet_painted_draws_nothing():
    frame = ImageLayer(id="frame", role="hero", box=Box(0, 0, 2, 1))
    check("..", frame)


def test_shrinking_a_picture_averages_all_its_pixels():
    noise = np.random.default_rng(5).integers(0, 2, (512, 512, 1)) * 255
    pixels = np.concatenate([noise] * 3 + [np.full_like(noise, 255)], -1).astype(np.uint8)
    stored = RESOURCES.assets.put_pixels(pixels)
    layer = ImageLayer(id="noise", role="texture", asset=stored, box=Box(0, 0, 8, 8))
    assert np.abs(drawn(layer, size=(8, 8))[..., 0].astype(int) - 127).max() < 14


# Opacity, blending, groups


def test_opacity_applies_to_a_layer_as_one_picture():
    outlined = box("R", 1, 1, 2, 2, opacity=0.5, stroke=Stroke(color="#ff0000", width=2))
    check("rrrr rrrr rrrr rrrr", outlined)


def test_members_of_a_translucent_group_do_not_show_through_each_other():
    group = GroupLayer(
        id="group", role="ornament", opacity=0.5,
        layers=(box("B", 0, 0, 2, 1), box("R", 0, 0, 2, 1)),
    )  # fmt: skip
    check("rr..", group)


def test_a_group_is_isolated_from_what_lies_below():
    multiplied = box("Y", 0, 0, 2, 1, blend_mode="multiply")
    paper = box("C", 0, 0, 4, 1, name="paper")
    check("GGCC", paper, multiplied)
    check("YYCC", paper, GroupLayer(id="group", role="ornament", layers=(multiplied,)))


@pytest.mark.parametrize("mode", ["multiply", "screen", "difference", "luminosity"])
def test_blend_modes_follow_the_formula(mode):
    below, above = "#3366cc", "#cc9933"
    colors = (tuple(bytes.fromhex(c[1:] + "ff")) for c in (below, above))
    expected = composite(*(np.array([[c]], np.uint8) for c in colors), mode, 0.5)
    layers = (
        box("K", 0, 0, 1, 1, fill=SolidFill(color=below)),
        box("R", 0, 0, 1, 1, fill=SolidFill(color=above), blend_mode=mode, opacity=0.5),
    )
    assert difference(drawn(*layers, size=(1, 1)), expected) <= 2


# Clipping and masks


def test_a_clipped_layer_shows_only_on_its_base():
    check(
        """ .RRRB...
            .RRRB...
            ........ """,
        box("B", 1, 0, 4, 2),
        box("R", 0, 0, 4, 3, clip=True),
    )


def test_several_layers_are_clipped_to_one_base():
    check(
        ".GRB.",
        box("B", 1, 0, 3, 1),
        box("R", 0, 0, 3, 1, clip=True),
        box("G", 0, 0, 2, 1, clip=True),
    )


def test_clipping_takes_the_opacity_of_the_base():
    base = box("R", 0, 0, 2, 1, opacity=0.0)
    check("..", base, box("B", 0, 0, 2, 1, clip=True))


def test_what_is_clipped_to_a_hidden_base_is_hidden():
    layers = (box("R", 0, 0, 2, 1), box("B", 0, 0, 2, 1, clip=True))
    check("..", *layers, hide=frozenset({"box-r"}))
    check("..", layers[0].evolve(visible=False), layers[1])


def test_a_clipped_layer_without_a_layer_below_is_drawn():
    check("RR", box("R", 0, 0, 2, 1, clip=True))


@pytest.mark.parametrize(("invert", "expected"), [(False, ".RR."), (True, "R..R")])
def test_a_path_masks_what_lies_outside_it(invert, expected):
    mask = Mask(box=Box(1, 0, 2, 1), path="M0 0H1V1H0z", invert=invert)
    check(expected, box("R", 0, 0, 4, 1, mask=mask))


@pytest.mark.parametrize(("invert", "expected"), [(False, "....RR"), (True, "RRRR..")])
def test_a_picture_masks_by_luminance_and_alpha(invert, expected):
    mask = Mask(box=Box(2, 0, 4, 1), asset=asset("KK__"), invert=invert)
    check(expected, box("R", 0, 0, 6, 1, mask=mask))


def test_a_mask_that_is_switched_off_hides_nothing():
    mask = Mask(box=Box(1, 0, 2, 1), path="M0 0H1V1H0z", enabled=False)
    check("RRRR", box("R", 0, 0, 4, 1, mask=mask))


def test_a_transparent_mask_hides():
    mask = Mask(box=Box(0, 0, 2, 1), asset=asset("._"))
    check(".R", box("R", 0, 0, 2, 1, mask=mask))


def test_a_mask_covers_groups_and_stays_where_it_is_when_its_layer_turns():
    mask = Mask(box=Box(0, 0, 2, 1), path="M0 0H1V1H0z")
    group = GroupLayer(id="group", role="ornament", mask=mask, layers=(box("R", 0, 0, 4, 1),))
    check("RR..", group)
    check("RR..", box("R", 0, 0, 4, 1, mask=mask, rotation=180))


# Effects


def test_a_sharp_shadow_is_the_silhouette_moved():
    shadow = Shadow(dx=2, dy=1, color="#0000ff")
    check("RRR.. RRRBB ..BBB", box("R", 0, 0, 3, 2, effects=(shadow,)))
    check("RRR.. RRRBB ..BBB", image("RRR RRR", 0, 0, 3, 2, effects=(shadow,)))
    group = GroupLayer(
        id="group", role="badge", effects=(shadow,),
        layers=(box("R", 0, 0, 2, 2), box("R", 2, 0, 1, 2, name="rest")),
    )  # fmt: skip
    check("RRR.. RRRBB ..BBB", group)


def test_later_shadows_lie_above_earlier_ones():
    shadows = (Shadow(dx=2, color="#0000ff"), Shadow(dx=1, color="#00ff00"))
    check("RRGB", box("R", 0, 0, 2, 1, effects=shadows))
    check("RRGB", image("RR", 0, 0, 2, 1, effects=shadows))


def test_a_shadow_turns_with_its_layer():
    shadow = Shadow(dx=1, color="#0000ff")
    check("RR RR BB", box("R", 0, 0, 2, 2, rotation=90, effects=(shadow,)))
    check("RR RR BB", image("RR RR", 0, 0, 2, 2, rotation=90, effects=(shadow,)))


def test_a_translucent_shape_casts_a_fainter_shadow():
    shadow = Shadow(dx=2, color="#ff0000")
    assert letters_of(drawn(box("r", 0, 0, 2, 1, effects=(shadow,)), size=(4, 1))) == "rrrr"


def gaussian_step(distances: np.ndarray, sigma: float) -> np.ndarray:
    """A straight edge after blurring, at distances from it."""
    fine = np.linspace(-6, 6, 4001)
    weights = np.exp(-(fine**2) / 2)
    return np.array([weights[fine < d / sigma].sum() for d in distances]) / weights.sum()


@pytest.mark.parametrize("sigma", [3, 12, 40, 90])
@pytest.mark.parametrize("kind", ["shape", "gradient", "image", "shadow"])
def test_blur_is_gaussian_at_any_strength(kind, sigma):
    extent = 12 * sigma
    where = (extent / 2, -extent, 3 * extent, 3 * extent)
    layer = box("K", *where, effects=(Blur(radius=sigma),))
    if kind == "gradient":
        layer = layer.evolve(fill=LinearFill(stops=ramp("#000000", "#000000")))
    elif kind == "image":
        layer = image("K", *where, effects=(Blur(radius=sigma),))
    elif kind == "shadow":
        cast = Shadow(dx=8 * extent, blur=2 * sigma, color="#000000")
        layer = layer.evolve(box=layer.box.shift(-8 * extent, 0), effects=(cast,))
    row = drawn(layer, size=(extent, 9))[4, :, 3] / 255
    expected = gaussian_step(np.arange(extent) + 0.5 - extent / 2, sigma)
    assert np.abs(row - expected).max() < 0.025


# Text


def ink(pixels: np.ndarray) -> Box:
    rows, columns = np.nonzero(pixels[..., 3])
    return Box(columns.min(), rows.min(), np.ptp(columns) + 1, np.ptp(rows) + 1)


def test_text_is_drawn_where_its_layer_says():
    first = drawn(text("Hill", 10, 10, 120, 60), size=(160, 80))
    moved = drawn(text("Hill", 20, 15, 120, 60), size=(160, 80))
    np.testing.assert_array_equal(first[5:60, 5:140], moved[10:65, 15:150])


def test_the_bounds_of_a_text_hold_its_ink_tightly():
    layer = text("Quay", 20, 10, 160, 60)
    seen = ink(drawn(layer, size=(200, 80)))
    assert layer_bounds(layer, RESOURCES).contains(seen, tolerance=1)
    assert seen.contains(layer_bounds(layer, RESOURCES), tolerance=1)


def test_a_fill_paints_the_glyphs_instead_of_their_colour():
    pixels = drawn(text("HHH", 0, 0, 120, 60, fill=SolidFill(color="#ff0000")), size=(120, 60))
    assert {tuple(p[:3]) for p in pixels[pixels[..., 3] == 255]} == {(255, 0, 0)}


def test_underline_and_strikethrough_are_as_wide_as_the_words():
    plain = text("nnn", 10, 0, 120, 60)
    lined = text(
        "nnn", 10, 0, 120, 60, style=plain.style.evolve(underline=True, strikethrough=True)
    )
    first, second = (drawn(layer, size=(160, 60)) for layer in (plain, lined))
    added = (second[..., 3] > first[..., 3] + 100).any(axis=1)
    assert ink(second).bottom > ink(first).bottom
    assert ink(second).width <= ink(first).width + 8
    assert added.sum() >= 4


def test_an_outline_goes_its_width_beyond_the_glyphs_and_behind_them():
    plain = text("I", 20, 10, 60, 60)
    outlined = plain.evolve(effects=(Outline(color="#ff0000", width=4),))
    pixels = drawn(outlined, size=(100, 80))
    around, letter = ink(pixels), ink(drawn(plain, size=(100, 80)))
    assert letter.pad(4).contains(around, 1) and around.contains(letter.pad(4), 1)
    assert tuple(pixels[int(letter.center.y), int(letter.center.x)]) == COLORS["K"]


def test_an_extrusion_is_solid_from_the_glyph_to_its_end():
    plain = text("I", 20, 10, 60, 60)
    extruded = plain.evolve(effects=(Extrusion(color="#ff0000", dx=12, dy=12),))
    pixels = drawn(extruded, size=(100, 100))
    letter = ink(drawn(plain, size=(100, 100)))
    right, bottom = int(letter.right), int(letter.bottom)
    assert {tuple(pixels[bottom + i - 2, right + i - 2]) for i in range(4, 12)} == {COLORS["R"]}
    assert letter.right + 11 <= ink(pixels).right <= letter.right + 13


def test_a_translucent_text_does_not_darken_where_its_effects_overlap():
    layer = text("Ox", 0, 0, 100, 60, opacity=0.5, effects=(Outline(color="#000000", width=3),))
    assert drawn(layer, size=(100, 60))[..., 3].max() == 128


def test_emoji_have_colours_and_cast_shadows():
    layer = text("🍋", 10, 0, 80, 60, effects=(Shadow(dx=50, color="#0000ff"),))
    pixels = drawn(layer, size=(140, 70))
    assert len(np.unique(pixels[:, :60].reshape(-1, 4), axis=0)) > 100
    shadow = pixels[:, 70:][pixels[:, 70:, 3] == 255]
    assert len(shadow) > 300
    assert {tuple(p) for p in shadow} == {COLORS["B"]}


# Scale, crop, single layers


def test_scaling_draws_finer_instead_of_enlarging():
    check_pixels = drawn(box("R", 1, 1, 2, 1), size=(4, 3), scale=2.0)
    assert letters_of(check_pixels).split() == [
        "........", "........", "..RRRR..", "..RRRR..", "........", "........",
    ]  # fmt: skip
    disc = drawn(box("R", 0, 0, 10, 10, shape="ellipse"), size=(10, 10), scale=10.0)
    assert ((disc[..., 3] > 0) & (disc[..., 3] < 255)).mean() < 0.05


def test_a_crop_is_a_window_on_the_sheet():
    layers = (box("R", 0, 0, 4, 2), box("B", 2, 1, 4, 2))
    whole = drawn(*layers, size=(8, 4))
    np.testing.assert_array_equal(drawn(*layers, crop=Box(1, 1, 4, 3)), whole[1:4, 1:5])


def test_a_crop_may_reach_beyond_the_sheet():
    check_pixels = drawn(box("R", 0, 0, 2, 1), size=(2, 1), crop=Box(-1, 0, 4, 1))
    assert letters_of(check_pixels) == ".RR."


def test_a_layer_alone_is_cut_to_what_it_paints():
    layer = box("R", 2, 1, 3, 2, opacity=0.3, blend_mode="multiply")
    raster = render_layer(layer, Canvas(width=8, height=4), RESOURCES)
    full = np.zeros((4, 8, 4), np.uint8)
    height, width = raster.pixels.shape[:2]
    full[raster.top : raster.top + height, raster.left : raster.left + width] = raster.pixels
    assert letters_of(full).split() == ["........", "..RRR...", "..RRR...", "........"]
    assert width <= 5 and height <= 4


def test_a_layer_that_paints_nothing_is_one_transparent_pixel():
    raster = render_layer(box("R", 90, 0, 2, 2), Canvas(width=8, height=4), RESOURCES)
    assert raster.pixels.shape == (1, 1, 4)
    assert not raster.pixels.any()


def test_clipping_a_raster_multiplies_alpha_where_they_overlap():
    canvas = Canvas(width=8, height=4)
    above, base = (
        render_layer(layer, canvas, RESOURCES)
        for layer in (box("R", 0, 0, 4, 2), box("B", 2, 1, 4, 3))
    )
    cut = clipped(above, base)
    assert letters_of(cut.pixels).split()[:2] == ["....."[: cut.pixels.shape[1]], "..RR."]


@pytest.mark.parametrize("extent", [
    (0, 0), (0, 9), (9, 0), (1e-4, 1e-4), (1e-250, 1e-250), (1e6, 1e6)
])  # fmt: skip
@pytest.mark.parametrize("effect", [Shadow(dx=1, blur=4), Blur(radius=2), Blur(radius=800)])
def test_boxes_of_any_size_are_drawn_without_complaint(extent, effect):
    where = (2, 1, *extent)
    grain = Grain(color="#00ff00")
    fills = [
        SolidFill(color="#ff0000", grain=grain),
        LinearFill(stops=ramp("#ff0000", "#0000ff")),
        RadialFill(stops=ramp("#ff0000", "#0000ff")),
        PictureFill(asset=asset("RG"), fit="contain", grain=grain),
    ]
    for layer in [box("R", *where, fill=fill, rotation=5, effects=(effect,)) for fill in fills]:
        assert drawn(layer).shape == (4, 8, 4)
    assert drawn(image("RG", *where, effects=(effect,))).shape == (4, 8, 4)
    assert drawn(text("a", *where, effects=(effect,))).shape == (4, 8, 4)
