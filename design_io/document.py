"""What a design is: a canvas and ordered layers, bottom first, in canvas pixels, y down.

Frozen and JSON-serialisable. Pixels, fonts and long drawing data live outside, named by hash or
family. A design exists before it is painted; everything that changes it is a command.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, model_validator
from pydantic_core import from_json as parse_json

from design_io.errors import DesignError
from design_io.geometry import Box, Extent, Finite, Point
from design_io.paint import AssetId, Color, Effect, Fill, Fit, Fraction, Stroke, Value

VERSION = 1
MAX_PIXELS = 40_000_000
MAX_LAYERS = 4_000
MAX_DEPTH = 32
MAX_PATH = 1024  # characters; longer drawing data is an asset
_KINDS = {
    "image", "text", "shape", "group", "solid", "linear", "radial", "picture", "shadow", "blur",
    "outline", "extrusion",
}  # fmt: skip

LayerId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,47}$")]
BlendMode = Literal[
    "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn",
    "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color",
    "luminosity",
]  # fmt: skip
Role = Literal[
    "title", "subtitle", "kicker", "body", "item", "quote", "cta", "date", "time", "venue",
    "address", "price", "offer", "contact", "brand", "legal", "logo", "hero", "picture",
    "background", "texture", "ornament", "underlay", "badge", "frame", "chart", "qr",
]  # fmt: skip


RegionKind = Literal["object", "text", "calm"]


class Canvas(Value):
    """The sheet: trim size in px, resolution, and bleed in px beyond every edge."""

    width: Annotated[int, Field(ge=1, le=60_000)]
    height: Annotated[int, Field(ge=1, le=60_000)]
    dpi: Annotated[float, Field(ge=1, le=2400)] = 96.0
    bleed: Annotated[int, Field(ge=0, le=2000)] = 0

    @model_validator(mode="after")
    def _not_too_large(self) -> Canvas:
        if self.width * self.height > MAX_PIXELS:
            raise ValueError(
                f"canvas {self.width}x{self.height} has more than {MAX_PIXELS // 10**6} million "
                "pixels; choose a smaller size or a lower dpi"
            )
        return self

    @property
    def box(self) -> Box:
        return Box(0, 0, self.width, self.height)


class Mask(Value):
    """What of a layer shows: the luminance of a picture, or a path, stretched over `box`."""

    box: Box
    asset: AssetId | None = None
    path: Annotated[str, Field(max_length=MAX_PATH)] | None = None
    view_box: tuple[Extent, Extent] = (1.0, 1.0)
    invert: bool = False
    enabled: bool = True

    @model_validator(mode="after")
    def _one_source(self) -> Mask:
        if (self.asset is None) == (self.path is None):
            raise ValueError("a mask needs either an asset or a path, and not both")
        return self


class Retouch(Value):
    """A part of a picture that was painted anew: by whom, and what it was to show."""

    generator: str
    prompt: str = ""
    seed: int = 0
    licence: str = ""


class Source(Value):
    """Where a generated or imported layer came from."""

    generator: str = ""
    prompt: str = ""
    seed: int | None = None
    licence: str = ""
    suggested: bool = False  # copy offered by Plakat, not taken from the request
    asked: str = ""  # what the layer is to show; `prompt` says it in the painter's language
    harmony: str = ""  # how its colours were moved towards the palette
    retouches: tuple[Retouch, ...] = ()
    original: AssetId | None = None  # what a foreign file knows of the layer, as it was there


class BaseLayer(Value):
    id: LayerId
    name: Annotated[str, Field(max_length=255)] = ""
    role: Role
    opacity: Fraction = 1.0
    blend_mode: BlendMode = "normal"
    visible: bool = True
    locked: bool = False
    clip: bool = False  # painted only where the layer below it is opaque
    mask: Mask | None = None
    effects: tuple[Effect, ...] = ()
    alt: Annotated[str, Field(max_length=2000)] = ""
    source: Source | None = None

    @property
    def label(self) -> str:
        """The name people see: the layer's own, else its role."""
        return self.name or self.role

    @property
    def live_mask(self) -> Mask | None:
        """The mask, unless it is switched off."""
        return self.mask if self.mask is not None and self.mask.enabled else None


class PlacedLayer(BaseLayer):
    box: Box  # before rotation
    rotation: Finite = 0.0  # degrees, clockwise, about the box's centre


class ImageLayer(PlacedLayer):
    """A picture; None until painted. Cropped by `fit` about `focus`, a fraction of the picture;
    one that covers its box is shown `zoom` times as large as it must be for that."""

    kind: Literal["image"] = "image"
    asset: AssetId | None = None
    fit: Fit = "cover"
    focus: Point = Point(0.5, 0.5)
    zoom: Annotated[float, Field(ge=1, le=20)] = 1.0
    flip_x: bool = False
    flip_y: bool = False


class TextStyle(Value):
    """How text is set; the names are those of CSS and of OpenType."""

    font: Annotated[str, Field(min_length=1, max_length=120)] = "Inter"
    weight: Annotated[int, Field(ge=1, le=1000)] = 400
    italic: bool = False
    size: Annotated[float, Field(gt=0, le=20_000, allow_inf_nan=False)] = 24.0  # px per em
    color: Color = "#000000"
    tracking: Annotated[float, Field(ge=-500, le=5000)] = 0.0  # 1/1000 em after each cluster
    leading: Annotated[float, Field(gt=0.1, le=10)] = 1.2  # line height / size
    case: Literal["none", "upper", "lower", "title"] = "none"
    features: tuple[Annotated[str, Field(pattern=r"^[A-Za-z0-9]{4}(=\d+)?$")], ...] = ()
    underline: bool = False
    strikethrough: bool = False


class Span(Value):
    """A stretch of text, in code points, whose style differs where a field is not None."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    font: str | None = None
    weight: Annotated[int, Field(ge=1, le=1000)] | None = None
    italic: bool | None = None
    size: Annotated[float, Field(gt=0, le=20_000)] | None = None
    color: Color | None = None
    tracking: Annotated[float, Field(ge=-500, le=5000)] | None = None
    case: Literal["none", "upper", "lower", "title"] | None = None
    features: tuple[str, ...] | None = None
    underline: bool | None = None
    strikethrough: bool | None = None


class TextLayer(PlacedLayer):
    """One piece of live copy. Lines break at the box's width; breaks are computed, never stored.

    `fit="shrink"` lets edits lower the size until the text fits its box, `"fill"` also raises it;
    the resulting size is stored in `style`. `fill` paints the glyphs instead of their colours.
    """

    kind: Literal["text"] = "text"
    text: Annotated[str, Field(max_length=20_000)]
    style: TextStyle = TextStyle()
    spans: tuple[Span, ...] = ()
    align: Literal["start", "end", "left", "center", "right", "justify"] = "start"
    vertical_align: Literal["top", "middle", "bottom"] = "top"
    direction: Literal["auto", "ltr", "rtl"] = "auto"
    language: Annotated[str, Field(max_length=35)] = ""  # BCP 47
    wrap: Literal["balance", "greedy", "none"] = "balance"
    max_lines: Annotated[int, Field(ge=1, le=1000)] | None = None
    fit: Literal["none", "shrink", "fill"] = "none"
    fill: Fill | None = None

    @model_validator(mode="after")
    def _spans_lie_inside(self) -> TextLayer:
        last = 0
        for span in self.spans:
            if not last <= span.start < span.end <= len(self.text):
                raise ValueError(
                    f"span {span.start}-{span.end} must lie inside the text (0-{len(self.text)}), "
                    "in order and without overlap"
                )
            last = span.end
        return self


Radius = Annotated[float, Field(ge=0, le=1e5)]


class ShapeLayer(PlacedLayer):
    """A drawing of one fill and one stroke.

    Polygon points and paths live in a view box that is scaled to `box`. Path data over 1 kB is
    SVG path text in the asset store, named by `path_asset`. A shape with a `region` is a box of a
    wireframe, in which an object, words or nothing shall stand; what it shall be says `alt`.
    """

    kind: Literal["shape"] = "shape"
    shape: Literal["rectangle", "ellipse", "polygon", "path"] = "rectangle"
    corner_radius: Radius | tuple[Radius, Radius, Radius, Radius] = 0.0  # px; tl, tr, br, bl
    points: tuple[Point, ...] = ()
    path: Annotated[str, Field(max_length=MAX_PATH)] | None = None
    path_asset: AssetId | None = None
    view_box: tuple[Extent, Extent] = (1.0, 1.0)
    fill_rule: Literal["nonzero", "evenodd"] = "nonzero"
    fill: Fill | None = None
    stroke: Stroke | None = None
    region: RegionKind | None = None

    @model_validator(mode="after")
    def _has_its_geometry(self) -> ShapeLayer:
        if self.shape == "polygon" and len(self.points) < 3:
            raise ValueError(f"a polygon needs at least 3 points, got {len(self.points)}")
        if self.shape == "path" and (self.path is None) == (self.path_asset is None):
            raise ValueError("a path shape needs either `path` or `path_asset`, and not both")
        return self


class GroupLayer(BaseLayer):
    """Layers drawn together as one isolated picture; it has no box of its own."""

    kind: Literal["group"] = "group"
    layers: tuple[Layer, ...] = ()


Layer = Annotated[ImageLayer | TextLayer | ShapeLayer | GroupLayer, Field(discriminator="kind")]
GroupLayer.model_rebuild()


class Design(Value):
    """The whole document. `palette` names the colours of the visual system by role."""

    version: Literal[1] = 1
    title: Annotated[str, Field(max_length=500)] = ""
    language: Annotated[str, Field(max_length=35)] = ""
    canvas: Canvas
    palette: dict[str, Color] = {}
    system: str = ""  # name of the visual system
    layers: tuple[Layer, ...] = ()

    @model_validator(mode="after")
    def _is_a_sound_tree(self) -> Design:
        _refuse_unsound_tree(self.layers)
        return self

    def layer(self, layer_id: str) -> Layer:
        for layer in walk(self):
            if layer.id == layer_id:
                return layer
        raise DesignError(_unknown_layer(self, layer_id))


def walk(design: Design) -> Iterator[Layer]:
    """Every layer, groups before their members, bottom first."""
    return (layer for _, layer in _walk(design.layers, 1))


def leaves(design: Design) -> Iterator[Layer]:
    """Every layer that is not a group, bottom first."""
    return (layer for layer in walk(design) if layer.kind != "group")


def assets_of(design: Design) -> set[str]:
    """The ids of every asset the design names."""
    found: set[str] = set()
    for layer in walk(design):
        if layer.mask and layer.mask.asset:
            found.add(layer.mask.asset)
        if layer.source and layer.source.original:
            found.add(layer.source.original)
        if layer.kind == "image" and layer.asset:
            found.add(layer.asset)
        if layer.kind == "shape" and layer.path_asset:
            found.add(layer.path_asset)
        if layer.kind in ("shape", "text") and layer.fill and layer.fill.kind == "picture":
            found.add(layer.fill.asset)
    return found


def fonts_of(design: Design) -> set[str]:
    """The families of every style in the design; fallback fonts are found by typesetting."""
    families: set[str] = set()
    for layer in walk(design):
        if layer.kind == "text":
            families.add(layer.style.font)
            families.update(span.font for span in layer.spans if span.font)
    return families


def to_json(design: Design) -> str:
    return design.model_dump_json(exclude_defaults=False)


def from_json(text: str | bytes) -> Design:
    """Read a document of this or an earlier version; raise DesignError with the first fault."""
    try:
        design = Design.model_validate_json(text)
    except ValidationError:
        return _older_or_faulty(text)
    return design if "version" in design.model_fields_set else _older_or_faulty(text)


def with_layers(design: Design, layers: tuple[Layer, ...]) -> Design:
    """The design with other layers; each is valid already, so only their tree is checked."""
    try:
        _refuse_unsound_tree(layers)
    except ValueError as error:
        raise DesignError(str(error)) from error
    return design.model_copy(update={"layers": layers})


def validated(kind: type[Value], data: Any) -> Any:
    """`data` as a `kind`, or a DesignError of one line that names the first fault."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise DesignError(first_fault(error)) from error


def first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(_place(fault["loc"]))
    given = repr(fault["input"])
    shown = given if len(given) <= 60 else given[:57] + "..."
    message = fault["msg"].removeprefix("Value error, ")
    return f"{where}: {message} (got {shown})" if where else message


def _place(location: tuple[int | str, ...]) -> Iterator[str]:
    """The parts of a fault's place; what only says which kind of layer or fill it is, left out."""
    for before, part in zip((None, *location), location, strict=False):
        follows_union = isinstance(before, int) or before in ("fill", "layer")
        if not (follows_union and part in _KINDS):
            yield str(part)


# Version n -> a function that turns a version n document into version n + 1.
MIGRATIONS: dict[int, Any] = {}


def _older_or_faulty(text: str | bytes) -> Design:
    try:
        data = parse_json(text, allow_inf_nan=False)
    except (ValueError, TypeError) as error:  # TypeError: a str of broken surrogates
        raise DesignError(f"the document is not valid JSON: {error}") from error
    if not isinstance(data, dict):
        raise DesignError("the document must be a JSON object with version, canvas and layers")
    return validated(Design, _migrated(data))


def _migrated(data: dict[str, Any]) -> dict[str, Any]:
    version = data.get("version")
    if not isinstance(version, int) or version < 1:
        raise DesignError(f"version {version!r} is not a document version; expected 1..{VERSION}")
    if version > VERSION:
        raise DesignError(
            f"the document has version {version}, newer than this Plakat reads ({VERSION}); "
            "update Plakat"
        )
    while version < VERSION:
        data = MIGRATIONS[version](data)
        version += 1
    return data


def _refuse_unsound_tree(layers: tuple[Layer, ...]) -> None:
    seen: set[str] = set()
    for depth, layer in _walk(layers, 1):
        if layer.id in seen:
            raise ValueError(f"two layers have the id {layer.id!r}; ids must be unique")
        if depth > MAX_DEPTH:
            raise ValueError(f"groups nest deeper than {MAX_DEPTH}; flatten some")
        seen.add(layer.id)
    if len(seen) > MAX_LAYERS:
        raise ValueError(f"{len(seen)} layers are more than {MAX_LAYERS}; merge some")


def _walk(layers: tuple[Layer, ...], depth: int) -> Iterator[tuple[int, Layer]]:
    for layer in layers:
        yield depth, layer
        if layer.kind == "group":
            yield from _walk(layer.layers, depth + 1)


def _unknown_layer(design: Design, layer_id: str) -> str:
    ids = [layer.id for layer in walk(design)]
    shown = ", ".join(ids[:12]) + (", ..." if len(ids) > 12 else "")
    return f"no layer {layer_id!r}; the design has {shown or 'no layers'}"
