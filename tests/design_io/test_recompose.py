"""Layers drawn alone and blended again equal the flat picture: what layered files rely on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from design_io.blending import BLENDS
from design_io.document import GroupLayer, ImageLayer, Layer, Mask, ShapeLayer
from design_io.geometry import Box, union_all
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
    Stroke,
)
from design_io.render import layer_bounds, recompose, render, render_layer
from tests.design_io.letters import HEX, RESOURCES, difference, ramp, sheet, text

SIZE = (96, 72)
PHOTO = np.random.default_rng(3).integers(0, 256, (24, 32, 4), dtype=np.uint8)
PICTURE = RESOURCES.assets.put_pixels(PHOTO)
SUNSET = LinearFill(stops=ramp("#27104e", "#e8604c", "#ffd9a0"))
GROUND = ShapeLayer(id="ground", role="background", box=Box(0, 0, *SIZE), fill=SUNSET)
DISC = RadialFill(stops=ramp("#ffffffff", "#20408080"), grain=Grain(color="#ff0000", amount=0.7))
BADGE = Box(20, 12, 50, 40)


def shape(**fields) -> ShapeLayer:
    fields = {"box": BADGE, "shape": "ellipse", "fill": SolidFill(color="#3aa0c8")} | fields
    return ShapeLayer(id="shape", role="ornament", **fields)


def photo(**fields) -> ImageLayer:
    return ImageLayer(id="photo", role="picture", **{"asset": PICTURE, "box": BADGE} | fields)


def title(**fields) -> Layer:
    return text("Añil", 8, 10, 84, 50, size=36, **fields)


def group(*layers: Layer, **fields) -> GroupLayer:
    return GroupLayer(id="group", role="ornament", layers=layers, **fields)


SHADOW = Shadow(dx=4, dy=6, blur=10, color="#000000a0")
OUTLINE = Outline(color="#ffffff", width=3)
DRAG = Extrusion(color="#a02040", dx=6, dy=-4)
WINDOW = Mask(box=Box(16, 16, 40, 30), asset=PICTURE)
ZOO = {
    "text": (title(),),
    "translucent text": (title(opacity=0.4, rotation=7),),
    "text with all effects": (title(effects=(SHADOW, DRAG, OUTLINE), opacity=0.8),),
    "blurred text": (title(effects=(Blur(radius=3),), blend_mode="screen"),),
    "filled text": (title(fill=PictureFill(asset=PICTURE), effects=(OUTLINE,)),),
    "emoji": (text("🌶", 20, 10, 60, 50, effects=(SHADOW,), opacity=0.7),),
    "stroked shape": (shape(stroke=Stroke(color="#00000080", width=7), opacity=0.6),),
    "dashed rule": (shape(fill=None, stroke=Stroke(color="#f00", width=3, dash=(5, 2))),),
    "shape and shadow": (shape(effects=(SHADOW, SHADOW.evolve(dx=-9)), rotation=30),),
    "translucent shape and shadow": (shape(fill=DISC, effects=(SHADOW,)),),
    "glow": (shape(effects=(Blur(radius=9),), blend_mode="screen", opacity=0.7),),
    "large glow": (shape(effects=(Blur(radius=25),)),),
    "grain": (shape(fill=DISC, blend_mode="multiply"),),
    "picture": (photo(rotation=20, effects=(SHADOW,)),),
    "picture, wide shadow": (photo(effects=(SHADOW.evolve(blur=60),), opacity=0.5),),
    "masked picture": (photo(mask=WINDOW, opacity=0.8, effects=(Blur(radius=2),)),),
    "inverse mask": (photo(mask=WINDOW.evolve(invert=True), blend_mode="overlay"),),
    "clipped": (shape(opacity=0.7), photo(clip=True, box=Box(0, 0, 70, 50))),
    "clipped and masked": (shape(mask=WINDOW), title(clip=True, blend_mode="multiply")),
    "group": (group(shape(), photo(blend_mode="multiply"), opacity=0.7),),
    "plain group": (group(shape(opacity=0.5), title()),),
    "group with effects": (group(shape(), title(), effects=(SHADOW, Blur(radius=1)), mask=WINDOW),),
    "clipping inside a group": (group(shape(), photo(clip=True), blend_mode="hard-light"),),
    "clipped group": (shape(), group(photo(rotation=45), clip=True)),
    "beyond the sheet": (shape(box=Box(-30, -20, 90, 60), effects=(SHADOW,)),),
}


@pytest.mark.parametrize("scale", [1.0, 2.5])
@pytest.mark.parametrize("layers", ZOO.values(), ids=ZOO)
def test_kinds_effects_masks_and_clipping_recompose(layers, scale):
    design = sheet(GROUND, *layers, size=SIZE)
    flat = render(design, RESOURCES, scale=scale)
    assert difference(flat, recompose(design, RESOURCES, scale)) <= 2


@pytest.mark.parametrize("mode", BLENDS)
@pytest.mark.parametrize("kind", [shape, photo, title], ids=["shape", "photo", "title"])
def test_every_blend_mode_recomposes(kind, mode):
    design = sheet(GROUND, kind(blend_mode=mode, opacity=0.75), size=SIZE)
    assert difference(render(design, RESOURCES), recompose(design, RESOURCES)) <= 2


@pytest.mark.parametrize("layers", ZOO.values(), ids=ZOO)
def test_a_layer_paints_nothing_beyond_its_bounds(layers):
    design = sheet(*layers, size=SIZE)
    bounds = union_all(layer_bounds(layer, RESOURCES) for layer in layers)
    crop = Box(-80, -80, SIZE[0] + 160, SIZE[1] + 160)
    rows, columns = np.nonzero(render(design, RESOURCES, crop=crop)[..., 3] > 2)
    seen = Box(columns.min() - 80, rows.min() - 80, np.ptp(columns) + 1, np.ptp(rows) + 1)
    assert bounds.contains(seen, tolerance=1.0)


def test_parts_of_a_sheet_join_without_a_seam():
    design = sheet(GROUND, shape(fill=DISC), title(effects=(SHADOW,)), size=SIZE)
    whole = render(design, RESOURCES, scale=2)
    left, right = (render(design, RESOURCES, scale=2, crop=Box(x, 0, 48, 72)) for x in (0, 48))
    joined = np.concatenate([left, right], axis=1)
    assert np.mean(np.abs(joined.astype(int) - whole)) < 0.05


def test_a_hidden_layer_can_still_be_drawn_alone():
    design = sheet(shape(visible=False), size=SIZE)
    assert not render(design, RESOURCES).any()
    assert render_layer(design.layers[0], design.canvas, RESOURCES).pixels.any()


COLORS = st.sampled_from([*HEX.values(), "#7f3b9c", "#e9c46acc"])
BOXES = st.builds(
    Box, st.integers(-10, 60), st.integers(-10, 50), st.integers(1, 60), st.integers(1, 50)
)
EFFECTS = st.lists(
    st.one_of(
        st.builds(Shadow, dx=st.integers(-6, 6), blur=st.sampled_from([0, 5]), color=COLORS),
        st.builds(Blur, radius=st.sampled_from([1, 6])),
    ),
    max_size=2,
).map(tuple)
MASKS = st.none() | st.builds(Mask, box=BOXES, path=st.just("M0 0H1L.5 1z"), invert=st.booleans())
LOOKS = {
    "blend_mode": st.sampled_from(list(BLENDS)),
    "opacity": st.sampled_from([1.0, 1.0, 0.5]),
    "clip": st.booleans(),
    "rotation": st.sampled_from([0, 0, 15]),
    "mask": MASKS,
    "effects": EFFECTS,
}
SHAPES = st.builds(
    shape, box=BOXES, fill=st.builds(SolidFill, color=COLORS), **LOOKS,
    shape=st.sampled_from(["rectangle", "ellipse"]),
    stroke=st.none() | st.builds(Stroke, color=COLORS, width=st.integers(1, 6)),
)  # fmt: skip
PHOTOS = st.builds(photo, box=BOXES, flip_x=st.booleans(), **LOOKS)
TITLES = st.builds(title, **LOOKS)
LAYERS = st.one_of(SHAPES, PHOTOS, TITLES)
GROUPS = st.builds(
    lambda layers, **fields: group(*layers, **fields), st.lists(LAYERS, max_size=3),
    **{name: look for name, look in LOOKS.items() if name != "rotation"},
)  # fmt: skip


def numbered(layers: list[Layer], start: str = "n") -> tuple[Layer, ...]:
    """The layers with ids of their own."""
    named = []
    for number, layer in enumerate(layers):
        name = f"{start}{number}"
        members = {"layers": numbered(layer.layers, name)} if layer.kind == "group" else {}
        named.append(layer.evolve(id=name, **members))
    return tuple(named)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(LAYERS | GROUPS, max_size=3))
def test_any_small_design_recomposes(layers):
    design = sheet(GROUND, *numbered(layers), size=SIZE)
    assert difference(render(design, RESOURCES), recompose(design, RESOURCES)) <= 2


@pytest.mark.parametrize("mode", ["normal", "multiply", "screen"])
def test_a_stack_of_translucent_layers_neither_darkens_nor_lightens(mode):
    """Each rounds to 8 bits, but none does so in one direction only."""
    ramps = np.random.default_rng(5).integers(0, 256, (9, 72, 96, 3), dtype=np.uint8)
    opaque = [np.dstack([each, np.full((72, 96), 255, np.uint8)]) for each in ramps]
    layers = tuple(
        ImageLayer(
            id=f"p{n}", role="picture", asset=RESOURCES.assets.put_pixels(pixels), fit="stretch",
            box=Box(0, 0, *SIZE), opacity=0.2 if n else 1.0, blend_mode=mode if n else "normal",
        )
        for n, pixels in enumerate(opaque)
    )  # fmt: skip
    exact = ramps[0] / 255
    for each in ramps[1:] / 255:
        mixed = {"normal": each, "multiply": each * exact, "screen": each + exact - each * exact}
        exact = 0.8 * exact + 0.2 * mixed[mode]
    drawn = render(sheet(*layers, size=SIZE), RESOURCES)[..., :3]
    assert abs((drawn - 255 * exact).mean()) < 0.1
