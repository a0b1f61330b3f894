"""Small pictures of designs: as they stood at a revision, or of something that is only offered.

Each is drawn once, and its address never shows anything else.
"""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from threading import Lock

from fastapi import APIRouter, HTTPException, Query, Response
from PIL import Image

from agents.home import Home
from design_io.document import Design
from design_io.errors import DesignError
from design_io.render import render

_KEPT = 256  # pictures
_FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}


def thumbnail(design: Design, home: Home, width: int) -> bytes:
    """The design as WebP, at most `width` px wide and twice as high."""
    canvas = design.canvas
    scale = min(1.0, width / canvas.width, 2 * width / canvas.height)
    picture = Image.fromarray(render(design, home.resources, scale=scale))
    packed = io.BytesIO()
    picture.save(packed, "WEBP", quality=88, method=2)
    return packed.getvalue()


def address(design_id: str, revision: int, width: int = 320) -> str:
    return f"/studio/thumb/{design_id}/{revision}.webp?w={width}"


class Shelf:
    """The pictures that were shown last, in memory."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def put(self, packed: bytes, name: str = "") -> str:
        """The address of a picture, kept under its content or under a name."""
        key = name or hashlib.sha256(packed).hexdigest()[:32]
        with self._lock:
            self._kept[key] = packed
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return f"/studio/sketch/{key}.webp"

    def get(self, name: str) -> bytes | None:
        with self._lock:
            return self._kept.get(name)


def thumbnails(home: Home, shelf: Shelf) -> APIRouter:
    """`GET /studio/thumb/{id}/{revision}.webp?w=…` and `GET /studio/sketch/{key}.webp`."""
    router = APIRouter()

    @router.get("/studio/thumb/{design_id}/{revision}.webp", include_in_schema=False)
    def thumb(design_id: str, revision: int, w: int = Query(320, ge=16, le=2000)) -> Response:
        name = f"{design_id}/{revision}/{w}"
        packed = shelf.get(name)
        if packed is None:
            try:
                packed = thumbnail(home.store.load(design_id, revision).design, home, w)
            except DesignError as error:
                raise HTTPException(404, str(error)) from error
            shelf.put(packed, name)
        return _shown(packed)

    @router.get("/studio/sketch/{key}.webp", include_in_schema=False)
    def sketch(key: str) -> Response:
        packed = shelf.get(key)
        if packed is None:
            raise HTTPException(404, "that picture is no longer kept; ask for it again")
        return _shown(packed)

    return router


def _shown(packed: bytes) -> Response:
    return Response(packed, media_type="image/webp", headers=_FOREVER)
