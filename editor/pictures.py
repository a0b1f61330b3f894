"""Layers drawn alone as lossless PNG, when a browser asks, and assets by their hash.

A node names its picture before it exists (`promise`); what was drawn is kept. Addresses hold a hash
of what they show, so they never change meaning and a browser may keep them for good.
"""

from __future__ import annotations

import io
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, HTTPException, Query, Response
from PIL import Image

from design_io.bounds import layer_bounds
from design_io.document import Canvas, Layer
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.png_encoding import png_bytes
from design_io.render import render_window
from design_io.resources import Resources

STEPS = (0.125, 0.25, 0.5, 1.0, 2.0, 4.0)  # scales that pictures are drawn at
_GRID = 8  # px; skia's dither repeats, so a picture begins where the whole sheet's pattern does
_LARGEST = 40_000_000  # px of one picture
_PROMISES = 20_000
_KEPT_BYTES = 256 * 2**20
_FOR_GOOD = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}
_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"}
_HASH = re.compile(r"[0-9a-f]{64}")


class Portrait(NamedTuple):
    """A layer to be drawn alone; `key` hashes all that its picture shows."""

    design_id: str
    layer: Layer
    canvas: Canvas
    key: str


class Pictures:
    """Promised and drawn pictures of the layers of all designs."""

    def __init__(self, resources: Resources) -> None:
        self.resources = resources
        self._promised: OrderedDict[tuple[str, str, str], Portrait] = OrderedDict()
        self._lock = threading.Lock()
        self._drawn = _Shelf(_KEPT_BYTES)

    def promise(self, portrait: Portrait) -> str:
        """The picture's address, with `{scale}` to be filled in; it is drawn when asked for."""
        name = (portrait.design_id, portrait.layer.id, portrait.key)
        with self._lock:
            self._promised[name] = portrait
            self._promised.move_to_end(name)
            while len(self._promised) > _PROMISES:
                self._promised.popitem(last=False)
        return f"/studio/paint/{'/'.join(name)}.png?scale={{scale}}"

    def png(self, design_id: str, layer_id: str, key: str, scale: float) -> bytes:
        """The picture; DesignError when nobody promised it."""
        name = (design_id, layer_id, key)
        portrait = self._promised.get(name)
        if portrait is None:
            raise DesignError("this picture is of an earlier state; reload the design")
        area = paint_box(portrait.layer, portrait.canvas, self.resources)
        scale = allowed_scale(scale, area)
        return self._drawn.get((*name, scale), lambda: self._draw(portrait, area, scale))

    def _draw(self, portrait: Portrait, area: Box, scale: float) -> bytes:
        pixels = render_window(portrait.layer, portrait.canvas, self.resources, area, scale)
        return png_bytes(pixels, portrait.canvas.dpi * scale)


def paint_box(layer: Layer, canvas: Canvas, resources: Resources) -> Box:
    """The part of the canvas that the layer's picture covers: whole pixels around all it paints,
    not farther off the sheet than half of it."""
    around = canvas.box.pad(max(canvas.width, canvas.height) / 2)
    reach = layer_bounds(layer, resources).pad(1).intersection(around)
    if reach.empty:
        return Box(0, 0, 0, 0)
    left, top = (int(v // _GRID) * _GRID for v in (reach.x, reach.y))
    return Box(left, top, int(-(-reach.right // 1)) - left, int(-(-reach.bottom // 1)) - top)


def allowed_scale(wanted: float, area: Box) -> float:
    """The step at or above the wanted scale that does not make too large a picture."""
    fitting = [step for step in STEPS if step * step * area.area <= _LARGEST] or [STEPS[0]]
    return next((step for step in fitting if step >= wanted - 1e-6), fitting[-1])


_BYTES = {"schema": {"type": "string", "format": "binary"}}
_PNG: dict[int | str, dict[str, Any]] = {200: {"content": {"image/png": _BYTES}}}
_ANY: dict[int | str, dict[str, Any]] = {200: {"content": {"application/octet-stream": _BYTES}}}


def routes(pictures: Pictures) -> APIRouter:
    """The addresses under which browsers fetch pictures and assets."""
    router = APIRouter(prefix="/studio")

    @router.get("/paint/{design_id}/{layer_id}/{key}.png", response_class=Response, responses=_PNG)
    def paint(
        design_id: str, layer_id: str, key: str,
        scale: Annotated[float, Query(gt=0, le=8)] = 1.0,
    ) -> Response:  # fmt: skip
        """One layer alone, lossless, immutable."""
        try:
            data = pictures.png(design_id, layer_id, key, scale)
        except DesignError as error:
            raise HTTPException(404, str(error)) from error
        return Response(data, media_type="image/png", headers=_FOR_GOOD)

    @router.get("/asset/{sha256}", response_class=Response, responses=_ANY)
    def asset(sha256: str) -> Response:
        """The bytes of a picture in the store, immutable."""
        if not _HASH.fullmatch(sha256):
            raise HTTPException(404, "an asset's name is 64 hex digits")
        try:
            data = pictures.resources.assets.get(sha256)
        except DesignError as error:
            raise HTTPException(404, str(error)) from error
        return Response(data, media_type=_media_type(data), headers=_FOR_GOOD)

    return router


def _media_type(data: bytes) -> str:
    """Of pictures that can do no harm; anything else is bytes to be saved."""
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_TYPES)) as picture:
            return _TYPES.get(picture.format or "", "application/octet-stream")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "application/octet-stream"


class _Shelf:
    """Bytes by name, the last used kept; two who ask for the same wait for one drawing."""

    def __init__(self, capacity: int) -> None:
        self._capacity, self._size = capacity, 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, name: Hashable, make: Callable[[], bytes]) -> bytes:
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
            turn = self._making.setdefault(name, threading.Lock())
        with turn:
            with self._lock:
                if name in self._kept:
                    return self._kept[name]
            data = make()
            self._keep(name, data)
            return data

    def _keep(self, name: Hashable, data: bytes) -> None:
        with self._lock:
            self._kept[name] = data
            self._size += len(data)
            self._making.pop(name, None)
            while self._size > self._capacity and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._size -= len(dropped)
