"""What each format does not hold of a design, in sentences: `LOSSES` names every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from design_io.document import Design, TextLayer, walk
from design_io.layer_set import words_in
from design_io.pptx_live import has_picture_below, pictured
from design_io.psd_live import has_live_effects, is_live_shape

_FLAT = ("png", "jpg", "webp")


class Options(Protocol):
    """The options of an export that formats may not know."""

    @property
    def scale(self) -> float: ...
    @property
    def transparent(self) -> bool: ...
    @property
    def bleed(self) -> bool: ...
    @property
    def bleed_mm(self) -> float | None: ...
    @property
    def outlined(self) -> bool: ...


def losses(design: Design, options: Options, formats: tuple[str, ...]) -> Iterator[str]:
    """One sentence for each thing that is lost, and in which files."""
    yield from _unknown(design, options, formats)
    for says, holds in LOSSES:
        names = [name.upper() for name in formats if name in holds]
        if names and (line := says(design)):
            yield f"{', '.join(names)}: {line}"


def _unknown(design: Design, options: Options, formats: tuple[str, ...]) -> Iterator[str]:
    others = [name.upper() for name in formats if name not in (*_FLAT, "pdf")]
    if options.scale != 1 and others:
        yield f"{', '.join(others)}: made at the design's own size; scale is for flat pictures"
    if options.transparent and "jpg" in formats:
        yield "JPG: has no transparency, so what is clear is white"
    if options.bleed and not design.canvas.bleed:
        yield "This size has no bleed, so none was added; print sizes with bleed have it"
    if options.bleed_mm and "pdf" in formats and not design.canvas.bleed:
        yield "PDF: beyond the trim edge the design is mirrored, since this size has no bleed"
    if options.outlined and "pdf" in formats:
        yield "PDF: text is outlines there, so its words cannot be searched or read aloud"
    if options.bleed and design.canvas.bleed and others:
        yield f"{', '.join(others)}: cut at the trim edge; only flat pictures take the bleed"


def _words(design: Design) -> str:
    texts = sum(isinstance(layer, TextLayer) and layer.visible for layer in walk(design))
    return f"{texts} texts are pixels or outlines there, so their words cannot be edited" * bool(
        texts
    )


def _effects(design: Design) -> str:
    count = sum(bool(layer.effects) for layer in walk(design))
    one = "effect is" if count == 1 else "effects are"
    return f"{count} {one} painted into the layer and no longer live" * bool(count)


def _hidden(design: Design) -> str:
    count = sum(not layer.visible for layer in walk(design))
    return f"{count} hidden layers are left out" * bool(count)


def _soft(design: Design) -> str:
    """Of effects only what is soft is a picture; outlines and extrusions stay paths."""
    soft = [x for x in walk(design) if any(e.kind in ("shadow", "blur") for e in x.effects)]
    return f"soft shadows and blurs of {len(soft)} layers are pictures" * bool(soft)


def _grain(design: Design) -> str:
    fills = [x.fill for x in walk(design) if x.kind in ("shape", "text") and x.fill]
    count = sum(fill.grain is not None for fill in fills)
    return f"the grain of {count} layers is a picture" * bool(count)


def _layers(design: Design) -> str:
    return "one flat picture, without layers"


def _painted_effects(design: Design) -> str:
    """Of Photoshop's own profile."""
    baked = [x for x in walk(design) if x.effects and not has_live_effects(x)]
    return f"effects of {len(baked)} layers are in the pixels, as they are not its own" * bool(
        baked
    )


def _painted_shapes(design: Design) -> str:
    shapes = [x for x in walk(design) if x.kind == "shape" and not is_live_shape(x)]
    why = "grain, blur, masks, pictures or turned gradients"
    return f"{len(shapes)} shapes are pixels there, for {why}" * bool(shapes)


def _flattened(design: Design) -> str:
    groups = [x for x in walk(design) if x.kind == "group" and (x.clip or x.mask or x.effects)]
    return f"{len(groups)} groups are one layer there, for their mask, effects or clipping" * bool(
        groups
    )


def _type_fills(design: Design) -> str:
    filled = [x for x in walk(design) if isinstance(x, TextLayer) and x.fill]
    return f"the gradients of {len(filled)} texts are in their pixels only" * bool(filled)


def _gradients(design: Design) -> str:
    filled = [x for x in walk(design) if isinstance(x, TextLayer) and (x.fill or x.effects)]
    return "gradients, outlines and shadows of text are in its pixels only" * bool(filled)


def _slides(design: Design) -> str:
    """What the slides have as pictures."""
    made = list(pictured(design))
    words = sum(words_in(layer) is not None for layer in made)
    with_words = f", {words} of them with words" if words else ""
    one = "layer is a picture" if len(made) == 1 else "layers are pictures"
    why = "blend modes, blurs, masks, clipping and grain"
    return f"{len(made)} {one} there{with_words}, for {why}" * bool(made)


def _glyphs(design: Design) -> str:
    texts = [x for x in walk(design) if isinstance(x, TextLayer) and has_picture_below(x)]
    return f"outlines and extrusions of {len(texts)} texts are pictures below them" * bool(texts)


LOSSES: tuple[tuple[Callable[[Design], str], tuple[str, ...]], ...] = (
    (_layers, ("png", "jpg", "webp")),
    (_words, ("svg-outlined", "ora", "layers")),
    (_effects, ("psd", "ora", "layers")),
    (_painted_effects, ("psd-photoshop",)),
    (_painted_shapes, ("psd-photoshop",)),
    (_flattened, ("psd", "psd-photoshop", "ora", "layers")),
    (_type_fills, ("psd-photoshop",)),
    (_soft, ("pdf",)),
    (_grain, ("pdf",)),
    (_gradients, ("psd",)),
    (_slides, ("pptx",)),
    (_glyphs, ("pptx",)),
    (_hidden, ("png", "jpg", "webp")),
)
