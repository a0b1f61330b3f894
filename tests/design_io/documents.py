"""Small documents, and strategies for every kind of value, command and editing session."""

from typing import NamedTuple

from hypothesis import strategies as st

from design_io.commands import (
    AddLayer,
    Batch,
    Command,
    MoveLayer,
    RemoveLayer,
    UpdateDesign,
    UpdateLayer,
)
from design_io.document import (
    BlendMode,
    Canvas,
    Design,
    GroupLayer,
    ImageLayer,
    Mask,
    Role,
    ShapeLayer,
    Source,
    Span,
    TextLayer,
    TextStyle,
    walk,
)
from design_io.errors import DesignError
from design_io.geometry import Box, Point
from design_io.history import History
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

CANVAS = Canvas(width=120, height=160)
PICTURE = "ab" * 32  # an asset id


def text(layer_id="title", words="Jazz Night", **fields) -> TextLayer:
    return TextLayer(id=layer_id, role="title", box=Box(10, 10, 100, 40), text=words, **fields)


def shape(layer_id="ground", **fields) -> ShapeLayer:
    fields = {"box": Box(0, 0, 120, 160), "fill": SolidFill(color="#203040")} | fields
    return ShapeLayer(id=layer_id, role="background", **fields)


def image(layer_id="photo", **fields) -> ImageLayer:
    return ImageLayer(id=layer_id, role="hero", box=Box(20, 60, 80, 80), **fields)


def group(layer_id="art", *layers, **fields) -> GroupLayer:
    return GroupLayer(id=layer_id, role="ornament", layers=layers, **fields)


def design(*layers, **fields) -> Design:
    return Design(canvas=CANVAS, layers=layers, **fields)


def poster() -> Design:
    """ground < art (sun, star) < title"""
    art = group("art", shape("sun"), shape("star"))
    return design(shape("ground"), art, text("title"), title="Jazz")


def ids(some: Design) -> list[str]:
    """Every layer from the bottom, groups before their members."""
    return [layer.id for layer in walk(some)]


# Strategies: any value the document allows

fractions = st.floats(0, 1)
pixels = st.floats(-5000, 5000)
extents = st.floats(0, 5000)
colors = st.integers(0, 0xFFFFFFFF).map(lambda n: f"#{n:08x}")
points = st.builds(Point, pixels, pixels)
boxes = st.builds(Box, pixels, pixels, extents, extents)
assets = st.integers(0, 2**256 - 1).map(lambda n: f"{n:064x}")
words = st.text(st.characters(codec="utf-8"), max_size=12)

grains = st.builds(Grain, color=colors, amount=fractions, seed=st.integers(0, 99))
stops = st.lists(st.builds(Stop, offset=fractions, color=colors), min_size=2, max_size=4)
fills = st.one_of(
    st.builds(SolidFill, color=colors, grain=st.none() | grains),
    st.builds(LinearFill, start=points, end=points, stops=stops),
    st.builds(RadialFill, center=points, stops=stops),
    st.builds(PictureFill, asset=assets, focus=points),
)
effects = st.one_of(
    st.builds(Shadow, color=colors, dx=pixels, dy=pixels),
    st.builds(Blur, radius=st.floats(0, 99)),
    st.builds(Outline, color=colors, width=st.floats(1, 9)),
    st.builds(Extrusion, color=colors, dx=pixels, dy=pixels),
)
strokes = st.builds(Stroke, color=colors, dash=st.lists(extents, max_size=3))
masks = st.builds(Mask, box=boxes, asset=assets) | st.builds(Mask, box=boxes, path=words)
sources = st.builds(Source, prompt=words, seed=st.none() | st.integers(0, 99))
looks = {
    "name": words, "role": st.sampled_from(Role.__args__), "opacity": fractions,
    "blend_mode": st.sampled_from(BlendMode.__args__), "visible": st.booleans(),
    "clip": st.booleans(), "mask": st.none() | masks, "effects": st.lists(effects, max_size=2),
    "source": st.none() | sources,
}  # fmt: skip
places = {"box": boxes, "rotation": st.floats(-360, 360)}
styles = st.builds(TextStyle, size=st.floats(1, 999), color=colors, italic=st.booleans())


@st.composite
def text_layers(draw) -> TextLayer:
    copy = draw(words)
    spans = [Span(start=0, end=len(copy), color=draw(colors))] if copy else []
    fields = {name: draw(look) for name, look in (looks | places).items()}
    style, fill = draw(styles), draw(st.none() | fills)
    return TextLayer(id="layer", text=copy, spans=spans, style=style, fill=fill, **fields)


shape_layers = st.builds(
    ShapeLayer, id=st.just("layer"), fill=st.none() | fills, stroke=st.none() | strokes,
    corner_radius=st.floats(0, 50) | st.tuples(*[st.floats(0, 50)] * 4), **looks, **places,
)  # fmt: skip
image_layers = st.builds(
    ImageLayer, id=st.just("layer"), asset=st.none() | assets, focus=points, **looks, **places
)
layers = st.recursive(
    text_layers() | shape_layers | image_layers,
    lambda inner: st.builds(
        GroupLayer, id=st.just("layer"), layers=st.lists(inner, max_size=3), **looks
    ),
    max_leaves=4,
)
designs = st.builds(
    lambda some, title, palette: renumbered(
        Design(canvas=CANVAS, title=title, palette=palette), some
    ),
    st.lists(layers, max_size=3), words, st.dictionaries(words, colors, max_size=3),
)  # fmt: skip


def renumbered(some: Design, members) -> Design:
    """The design with these layers, every one under an id of its own."""
    numbers = iter(range(10_000))

    def named(layer):
        changes = {"id": f"layer-{next(numbers)}"}
        if layer.kind == "group":
            changes["layers"] = tuple(named(member) for member in layer.layers)
        return layer.evolve(**changes)

    return some.evolve(layers=tuple(named(member) for member in members))


# Strategies: what people and agents do to a design


class Edit(NamedTuple):
    """A kind of step and the numbers that choose its layers and values."""

    kind: str
    first: int
    second: int

    def command(self, some: Design) -> Command | None:
        """The step as a command on this design; None for undo and redo."""
        known = ids(some) or ["nothing"]
        layer_id = known[self.first % len(known)]
        number = self.second
        match self.kind:
            case "add":
                return AddLayer(layer=text(f"new{self.first % 30}", f"New {number}"), index=number)
            case "remove":
                return RemoveLayer(layer_id=layer_id)
            case "update":
                return UpdateLayer(layer_id=layer_id, changes={"opacity": number / 100})
            case "lock":
                return UpdateLayer(layer_id=layer_id, changes={"locked": number % 3 == 0})
            case "move":
                parents = [None, *(i for i in known if some and "art" in i)]
                parent = parents[number % len(parents)]
                return MoveLayer(layer_id=layer_id, parent=parent, index=number)
            case "retitle":
                return UpdateDesign(changes={"title": f"Title {number}"})
            case "batch":
                parts = [Edit("update", self.first, number), Edit("retitle", 0, number)]
                return Batch(label="both", commands=[p.command(some) for p in parts])
        return None


KINDS = ("add", "remove", "update", "lock", "move", "retitle", "batch", "undo", "redo")
sessions = st.lists(
    st.builds(Edit, st.sampled_from(KINDS), st.integers(0, 99), st.integers(0, 99)), max_size=20
)


def edited(history: History, edit: Edit) -> History:
    """The history after a step; the same one when the step is refused."""
    try:
        if edit.kind in ("undo", "redo"):
            return history.undo() if edit.kind == "undo" else history.redo()
        return history.do(edit.command(history.present), edit.kind, "agent")
    except DesignError:
        return history
