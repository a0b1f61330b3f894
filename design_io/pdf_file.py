"""A PDF under construction: what all of its pages share, each made once.

States of transparency, pictures, fonts, the layers that programs list, the tagged reading order.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from design_io.blending import BLENDS
from design_io.document import BlendMode
from design_io.pdf_color import inks_for
from design_io.pdf_drawing import Content, stream
from design_io.pdf_fonts import FontUses
from design_io.pdf_pictures import Picture, grey_object, picture_object
from design_io.pdf_settings import PrintSettings
from design_io.pdf_tags import Tags


class PdfFile:
    def __init__(self, settings: PrintSettings) -> None:
        self.pdf = pikepdf.new()
        self.settings = settings
        self.inks = inks_for(settings.profile)
        self.fonts = FontUses(self.pdf)
        self.tags = Tags(self.pdf)
        self.is_silent = False  # what is drawn is neither listed nor read
        self.layers: list[Object] = []
        self.hidden: list[Object] = []
        self._contents = 0
        self._states: dict[Any, Object] = {}
        self._pictures: dict[str | bytes, Object] = {}

    def content(self) -> Content:
        self._contents += 1
        return Content(self.pdf, self._contents - 1)

    def stream(self, data: bytes) -> Object:
        return stream(self.pdf, data)

    @contextmanager
    def silent(self) -> Iterator[None]:
        before, self.is_silent = self.is_silent, True
        yield
        self.is_silent = before

    def layer_entry(self, name: str, layer_id: str, shown: bool = True) -> Object:
        """A layer as programs list it, to be seen or hidden.

        Its id tells apart layers of one name, which mupdf takes for the same otherwise.
        """
        mark = pikepdf.String(f"{self.tags.page + 1}/{layer_id}")
        entry = self.pdf.make_indirect(
            Dictionary(Type=Name.OCG, Name=pikepdf.String(name), PlakatLayer=mark)
        )
        self.layers.append(entry)
        if not shown:
            self.hidden.append(entry)
        return entry

    def group(self) -> Dictionary:
        """What makes a form one picture that is blended as a whole."""
        return Dictionary(
            S=Name.Transparency, I=True, K=False, CS=Name(self.inks.space)
        )  # fmt: skip

    def state(
        self, opacity: float = 1.0, blend: BlendMode = "normal", mask: Object | None = None
    ) -> Object:
        """How what follows meets what lies below; `mask` is a soft mask."""
        key = (round(opacity, 4), blend, mask.objgen if mask is not None else None)
        if key not in self._states:
            words = BLENDS[blend].css.split("-")
            state = Dictionary(
                Type=Name.ExtGState, ca=key[0], CA=key[0],
                BM=Name("/" + "".join(word.capitalize() for word in words)),
            )  # fmt: skip
            if mask is not None:
                state.SMask = mask
            self._states[key] = self.pdf.make_indirect(state)
        return self._states[key]

    def soft_mask(self, form: Object, kind: str, outside: float = 0.0) -> Object:
        """A form as a mask, by its "/Alpha" or its "/Luminosity" over a grey `outside`."""
        mask = Dictionary(Type=Name.Mask, S=Name(kind), G=form)
        if kind == "/Luminosity":
            mask.BC = Array([outside])
        return self.pdf.make_indirect(mask)

    def picture(self, picture: Picture, key: str | bytes | None = None) -> Object:
        """An image object; one for each `key`."""
        if key is None:
            return picture_object(self.pdf, picture, self.inks)
        if key not in self._pictures:
            self._pictures[key] = picture_object(self.pdf, picture, self.inks)
        return self._pictures[key]

    def grey(self, values: np.ndarray) -> Object:
        return grey_object(self.pdf, values)
