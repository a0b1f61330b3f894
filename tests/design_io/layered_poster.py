"""A small poster with everything that layered files must keep."""

import numpy as np

from design_io.document import (
    Canvas,
    Design,
    GroupLayer,
    ImageLayer,
    Layer,
    Mask,
    ShapeLayer,
    Span,
    TextLayer,
    TextStyle,
)
from design_io.geometry import Box
from design_io.paint import Shadow, SolidFill
from design_io.rasters import Rasters
from tests.design_io.letters import RESOURCES, sheet

SIZE = (240, 300)
_Y, _X = np.mgrid[0:100, 0:120]
_PHOTO = np.stack([_X * 2, _Y * 2, 255 - _X, np.full_like(_X, 255)], axis=-1).astype(np.uint8)
PHOTO = RESOURCES.assets.put_pixels(_PHOTO)
WINDOW = Mask(box=Box(20, 150, 100, 80), path="M0 0H1V1Z")


def shape(id: str, color: str, *xywh: float, **fields) -> ShapeLayer:
    fill = SolidFill(color=color)
    return ShapeLayer(id=id, role="ornament", box=Box(*xywh), fill=fill, **fields)


def photo(id: str, *xywh: float, **fields) -> ImageLayer:
    return ImageLayer(id=id, role="picture", box=Box(*xywh), asset=PHOTO, **fields)


def title(text: str = "Jazz Night", **fields) -> TextLayer:
    style = TextStyle(font="Oswald", weight=700, size=40, color="#f04e23", tracking=20)
    return TextLayer(
        **{"id": "title", "role": "title", "text": text, "box": Box(16, 16, 208, 60)}
        | {"style": style, "align": "center", "wrap": "none"}
        | fields
    )


BODY = TextLayer(
    id="body", role="body", name="Brève", text="Blue Note,\n12 December, 8 pm",
    box=Box(20, 240, 200, 50), style=TextStyle(size=16, color="#ffffff"),
    spans=(Span(start=0, end=4, weight=700, color="#ffd000", underline=True),),
)  # fmt: skip
ART = GroupLayer(
    id="art", role="hero", name="Kunst €", opacity=0.8, blend_mode="multiply",
    layers=(
        shape("disc", "#3060c0", 60, 80, 120, 120, shape="ellipse"),
        photo("inside", 60, 80, 120, 100, clip=True, blend_mode="screen"),
        GroupLayer(
            id="inner", role="ornament", layers=(shape("bar", "#20c060", 40, 120, 160, 12),)
        ),
    ),
)  # fmt: skip
MASKED = GroupLayer(
    id="masked", role="picture", mask=WINDOW, effects=(Shadow(dx=4, dy=4, blur=6),),
    layers=(photo("a", 20, 150, 100, 80), shape("b", "#ffffff", 30, 160, 40, 20)),
)  # fmt: skip
LAYERS: tuple[Layer, ...] = (
    shape("ground", "#101830", 0, 0, *SIZE, locked=True, name="背景"),
    ART,
    MASKED,
    shape("spare", "#ff00ff", 0, 0, 50, 50, visible=False),
    title(effects=(Shadow(dy=3, blur=4),), opacity=0.9),
    BODY,
)


def poster() -> Design:
    design = sheet(*LAYERS, size=SIZE)
    return design.evolve(title="Jazz", canvas=Canvas(width=SIZE[0], height=SIZE[1], dpi=300))


def rasters(design: Design | None = None) -> Rasters:
    return Rasters(design or poster(), RESOURCES)
