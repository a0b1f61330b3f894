"""What surfaces are covered with: colours, fills, strokes and effects of a layer."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from design_io.color import normalize_hex
from design_io.geometry import Extent, Finite, Point

Color = Annotated[str, BeforeValidator(normalize_hex)]  # "#rrggbb" or "#rrggbbaa"
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
AssetId = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]  # sha256 of the file's bytes


class Value(BaseModel):
    """A frozen, validated record; changed only by `evolve`, which validates again."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    def evolve(self, **changes: Any) -> Self:
        return type(self).model_validate(dict(self) | changes)


class Grain(Value):
    """Seeded speckle that turns a fill into `color` along an axis (a grain gradient).

    The share of speckled cells grows with t^power * amount, t running 0..1 over the layer's box
    in the direction `angle`.
    """

    color: Color
    amount: Fraction = 0.5
    cell: Annotated[float, Field(gt=0, le=200)] = 2.0  # px
    softness: Fraction = 0.12
    angle: Finite = 60.0  # degrees, clockwise from the x axis
    power: Annotated[float, Field(gt=0, le=8)] = 1.3
    seed: int = 0


class Stop(Value):
    offset: Fraction
    color: Color


class SolidFill(Value):
    kind: Literal["solid"] = "solid"
    color: Color
    grain: Grain | None = None


Stops = Annotated[tuple[Stop, ...], Field(min_length=2, max_length=32)]


class LinearFill(Value):
    """A linear gradient between two points given as fractions of the layer's box."""

    kind: Literal["linear"] = "linear"
    start: Point = Point(0, 0)
    end: Point = Point(0, 1)
    stops: Stops
    grain: Grain | None = None


class RadialFill(Value):
    """A radial gradient; centre and radius are fractions of the box (radius of its width)."""

    kind: Literal["radial"] = "radial"
    center: Point = Point(0.5, 0.5)
    radius: Annotated[float, Field(gt=0, le=10)] = 0.5
    stops: Stops
    grain: Grain | None = None


Fit = Literal["cover", "contain", "stretch"]


class PictureFill(Value):
    """A picture inside a shape; `focus` is the point of the picture that stays in view."""

    kind: Literal["picture"] = "picture"
    asset: AssetId
    fit: Fit = "cover"
    focus: Point = Point(0.5, 0.5)
    grain: Grain | None = None


Fill = Annotated[SolidFill | LinearFill | RadialFill | PictureFill, Field(discriminator="kind")]


class Stroke(Value):
    """A line centred on a shape's edge."""

    color: Color
    width: Annotated[float, Field(gt=0, le=1e5)] = 1.0
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    dash: tuple[Extent, ...] = ()


class Shadow(Value):
    """A blurred copy of the layer's silhouette below it; `blur` is the CSS blur radius in px."""

    kind: Literal["shadow"] = "shadow"
    color: Color = "#00000066"
    dx: Finite = 0.0
    dy: Finite = 0.0
    blur: Annotated[float, Field(ge=0, le=1000)] = 0.0


class Blur(Value):
    """Gaussian blur of the whole layer; `radius` is the standard deviation in px, as in CSS."""

    kind: Literal["blur"] = "blur"
    radius: Annotated[float, Field(ge=0, le=1000)]


class Outline(Value):
    """A line around the glyphs of a text, `width` px outside their edge, painted behind them."""

    kind: Literal["outline"] = "outline"
    color: Color
    width: Annotated[float, Field(gt=0, le=1000)]


class Extrusion(Value):
    """The glyphs dragged along (dx, dy): a solid, hard-edged third dimension."""

    kind: Literal["extrusion"] = "extrusion"
    color: Color
    dx: Finite
    dy: Finite


Effect = Annotated[Shadow | Blur | Outline | Extrusion, Field(discriminator="kind")]
