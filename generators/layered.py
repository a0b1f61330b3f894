"""Any painter of pictures as a painter of layers: a quiet background and one element per object.

Words are left to live text: where they lie, the background is asked to be calm. An element is
painted transparent where its painter can, else on a key colour that is taken away. A painter that
does not keep to that is asked once more, then for one whole picture instead of layers, as is at
once a painter of soft grounds alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np

from design_io.assets import AssetStore
from design_io.document import ImageLayer, Layer, Source
from design_io.geometry import Box
from generators.harmony import harmonized
from generators.keying import KeyingError, keyed, keys_for, on_key, trimmed
from generators.request import (
    GenerationError,
    GenerationRequest,
    Generator,
    OnStep,
    Painted,
    Progress,
    Reference,
    Region,
    untold,
)

Order = Literal["background_first", "foreground_first"]
BACKGROUND = "painted-background"
MOST_OF_SHEET = 0.6  # of the sheet: an object that takes more is the picture itself
_LONGEST = 1024  # px of an element's longer side as it is painted
_DENSITY = 2.0  # px of an element for a px of the canvas, at most
_NARROWEST = 1 / 3  # of an element's sides
_SHEET = 2048  # px of a background's longer side
_OTHER_SEED = 1000  # added to the seed of an element that is painted once more


class _Uncut(Exception):
    """An element that is no element; the message says why."""


class Layered:
    """Layers by the hand of `painter`, whose name and licence they have.

    Foreground first, elements are painted before their background, which is then told of them, by
    pictures where the painter takes references; else the background comes first.
    """

    def __init__(self, painter: Generator, order: Order = "background_first") -> None:
        self.hand, self.order = painter, order
        self.name, self.licence = painter.name, painter.licence
        self.abilities = painter.abilities.evolve(transparent=True)

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        note = ""
        if self.hand.abilities.things:
            try:
                return self._layers(request, assets, cancelled, on_step)
            except _Uncut as error:
                note = f"one whole picture instead of layers: {error}"
        sheet = self._sheet(request, whole_request(request), assets, cancelled, on_step)
        return (sheet.evolve(note=note),)

    def _layers(
        self, request: GenerationRequest, assets: AssetStore, cancelled: Callable[[], bool],
        on_step: OnStep,
    ) -> tuple[Painted, ...]:  # fmt: skip
        objects = elements_of(request)
        tell = _in_turns(1 + len(objects), on_step)
        if self.order == "background_first":
            behind = self.background(request, assets, cancelled, next(tell))
            before = self._elements(request, objects, assets, cancelled, tell)
            return (behind, *before)
        before = self._elements(request, objects, assets, cancelled, tell)
        shown = [item.layer for item in before]
        given = tuple(
            Reference(asset=layer.asset, box=layer.box)
            for layer in shown
            if isinstance(layer, ImageLayer) and layer.asset
        )
        told = request.evolve(references=given if self.abilities.references else ())
        return (self.background(told, assets, cancelled, next(tell)), *before)

    def background(
        self, request: GenerationRequest, assets: AssetStore, cancelled: Callable[[], bool],
        on_step: OnStep = untold,
    ) -> Painted:  # fmt: skip
        """The whole sheet, calm where words lie and where elements will stand."""
        return self._sheet(request, background_request(request), assets, cancelled, on_step)

    def _sheet(
        self, request: GenerationRequest, told: GenerationRequest, assets: AssetStore,
        cancelled: Callable[[], bool], on_step: OnStep,
    ) -> Painted:  # fmt: skip
        painted = self._made(told, assets, cancelled, on_step)
        source = self._source(painted.layer, told, request.prompt, "")
        sheet = Box(0, 0, request.width, request.height)
        layer = painted.layer.evolve(
            id=BACKGROUND, name="Background", role="background", box=sheet, source=source
        )
        return Painted(layer=layer, note=painted.note)

    def element(
        self, request: GenerationRequest, region: Region, number: int, assets: AssetStore,
        cancelled: Callable[[], bool], on_step: OnStep = untold,
    ) -> Painted:  # fmt: skip
        """What one region shows, cut out, in the colours of the whole; or, with a note, as it is,
        where two pictures had nothing that could be cut out."""
        palette = (*request.palette.values(), *region.colors)
        for time, key in enumerate(
            ("", "") if self.hand.abilities.transparent else keys_for(palette)
        ):
            told = element_request(request, region, number + time * _OTHER_SEED, key)
            made = self._made(told, assets, cancelled, on_step).layer
            assert isinstance(made, ImageLayer) and made.asset
            pixels, note = _cut(assets.pixels(made.asset), key)
            if not note:
                break
        fitted = harmonized(pixels, palette)
        source = self._source(made, told, region.caption, fitted.told)
        layer = ImageLayer(
            id=f"painted-{number}", name=region.caption[:60] or "Picture", role="hero",
            box=region.box, asset=assets.put_pixels(fitted.pixels), alt=region.caption[:2000],
            fit="cover" if note else "contain", source=source,
        )  # fmt: skip
        return Painted(layer=layer, note=note)

    def _elements(
        self, request: GenerationRequest, objects: tuple[Region, ...], assets: AssetStore,
        cancelled: Callable[[], bool], tell: Iterator[OnStep],
    ) -> tuple[Painted, ...]:  # fmt: skip
        made = list[Painted]()
        for number, region in enumerate(objects, 1):
            made.append(self.element(request, region, number, assets, cancelled, next(tell)))
            if made[-1].note:
                raise _Uncut(made[-1].note)
        return tuple(made)

    def _made(
        self, request: GenerationRequest, assets: AssetStore, cancelled: Callable[[], bool],
        on_step: OnStep,
    ) -> Painted:  # fmt: skip
        """The one picture that the hand makes of a request."""
        painted = self.hand.paint(request, assets, cancelled, on_step)
        pictures = [p for p in painted if isinstance(p.layer, ImageLayer) and p.layer.asset]
        if len(painted) != 1 or not pictures:
            raise GenerationError(
                f"{self.name} painted {len(painted)} layers where one picture was asked for"
            )
        return pictures[0]

    def _source(self, made: Layer, told: GenerationRequest, asked: str, harmony: str) -> Source:
        own = made.source or Source(
            generator=self.name, prompt=told.prompt, seed=told.seed, licence=self.licence
        )
        return own.evolve(asked=asked, harmony=harmony)


def layers_by(painter: Generator) -> Layered:
    """Its elements come first where their background can be shown them."""
    shown = painter.abilities.references
    return Layered(painter, "foreground_first" if shown else "background_first")


def elements_of(request: GenerationRequest) -> tuple[Region, ...]:
    """The objects that become layers of their own; one that fills the sheet is the picture."""
    sheet = request.width * request.height
    return tuple(
        region
        for region in request.regions
        if region.kind == "object" and region.box.area <= MOST_OF_SHEET * sheet
    )


def background_request(request: GenerationRequest) -> GenerationRequest:
    """What the painter is told of the background: no words, and nothing where things will be."""
    objects = elements_of(request)
    calm = [region for region in request.regions if region.kind != "object" or region in objects]
    prompt = request.prompt
    if objects:
        things = ", ".join(dict.fromkeys(region.caption for region in objects if region.caption))
        prompt = (
            f"A quiet background that suits {request.prompt or 'a poster'}: plain surfaces, soft "
            f"light and open room, without {things or 'any thing'} itself; no objects, no lettering"
        )
    return _of_sheet(request, prompt, calm)


def whole_request(request: GenerationRequest) -> GenerationRequest:
    """What the painter is told of one picture with everything in it but the words."""
    return _of_sheet(request, request.prompt, list(request.regions), elements_of(request))


def _of_sheet(
    request: GenerationRequest, prompt: str, regions: list[Region],
    shown: tuple[Region, ...] = (),
) -> GenerationRequest:  # fmt: skip
    """At the sheet's shape; of the regions all but those `shown` are to be calm."""
    scale = min(1.0, _SHEET / max(request.width, request.height))
    told = tuple(
        region.evolve(box=region.box.scale(scale))
        if region in shown
        else Region(box=region.box.scale(scale), kind="calm", caption=region.kind)
        for region in regions
    )
    return request.evolve(
        prompt=prompt, regions=told, transparent=False, subjects=(), boxed=False, ground=False,
        width=round(request.width * scale), height=round(request.height * scale),
    )  # fmt: skip


def element_request(
    request: GenerationRequest, region: Region, number: int, key: str
) -> GenerationRequest:
    """What the painter is told of one element, on the key colour unless it needs none."""
    shape = max(_NARROWEST, min(1 / _NARROWEST, region.box.width / max(1.0, region.box.height)))
    longer = min(_LONGEST, _DENSITY * max(region.box.width, region.box.height))
    width, height = (max(1, round(longer * x)) for x in (min(1.0, shape), min(1.0, 1 / shape)))
    caption = region.caption or request.prompt
    colors = {f"color-{n}": color for n, color in enumerate(region.colors, 1)}
    return request.evolve(
        prompt=on_key(caption, key) if key else f"{caption}. One element alone, whole, centred",
        width=width, height=height, regions=(), references=(), palette=colors,
        transparent=not key, seed=request.seed + number, subjects=region.subjects, boxed=False,
        ground=False,
    )  # fmt: skip


def _in_turns(count: int, on_step: OnStep) -> Iterator[OnStep]:
    """For each of `count` pictures who hears of its steps: all of them count as one way."""
    for done in range(count):

        def told(progress: Progress, done: int = done) -> None:
            step = done * progress.steps + progress.step
            on_step(Progress(step, count * progress.steps, progress.preview))

        yield told


def _cut(pixels: np.ndarray, key: str) -> tuple[np.ndarray, str]:
    """The element alone; or the picture as it is, and why."""
    if not key:
        shown = trimmed(pixels)
        whole = pixels[..., 3].min() > 250
        return shown, "it came out without transparency" if whole else ""
    try:
        return trimmed(keyed(pixels, key)), ""
    except KeyingError as error:
        return pixels, str(error)
