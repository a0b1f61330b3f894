"""Fonts over HTTP: the library's, the user's own, those of this computer when they are asked for.

A font that is added is checked, kept in the home and sent nowhere.
"""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, UploadFile
from fastapi.responses import FileResponse, Response
from pydantic import BaseModel, Field

from agents.home import Home
from design_io.computer_fonts import ComputerFonts
from design_io.font_intake import MAX_FONT
from design_io.fonts import Face


class Family(BaseModel):
    """A family as a list shows it; `kind` is "user" for the user's own."""

    family: str
    kind: str = ""
    weights: list[int]
    italic: bool = False


class Named(BaseModel):
    family: Annotated[str, Field(min_length=1, max_length=200, examples=["Georgia"])]


def fonts_router(home: Home, computer: ComputerFonts | None = None) -> APIRouter:
    router, installed = APIRouter(tags=["fonts"]), computer or ComputerFonts()

    @router.get("/studio/api/fonts")
    def fonts() -> list[Family]:
        """Every family with its weights, the user's own first, those made for one script last."""
        return families(home.fonts.faces())

    @router.post("/studio/api/fonts", status_code=201)
    async def add(file: UploadFile) -> Family:
        """A .ttf, .otf, .woff2, .woff or .ttc: checked, kept in the home, usable at once."""
        data = await file.read(MAX_FONT + 1)
        name = PurePath(file.filename or "font").name
        face = await asyncio.to_thread(home.own_fonts.add, data, name)
        return _family(home, face.family)

    @router.get("/studio/api/fonts/computer")
    def of_computer() -> list[Family]:
        """The families installed on this computer that are not here yet."""
        found = (face for face in installed.faces() if not home.fonts.has(face.family))
        return families(found)

    @router.post("/studio/api/fonts/computer", status_code=201)
    def take(asked: Named) -> Family:
        """Copy a family of this computer into the home."""
        for face in installed.family(asked.family):
            home.own_fonts.add(face.path.read_bytes(), face.path.name, face.index)
        return _family(home, asked.family)

    @router.delete("/studio/api/fonts/{family}", status_code=204)
    def remove(family: str) -> None:
        """Put a font of the user's own aside; what is set in it shows another one meanwhile."""
        home.own_fonts.remove(family)

    @router.post("/studio/api/fonts/{family}/restore")
    def restore(family: str) -> Family:
        """Bring a removed font back."""
        home.own_fonts.restore(family)
        return _family(home, family)

    @router.get("/studio/fonts/{family}/{face}", include_in_schema=False)
    def font(family: str, face: str) -> Response:
        """A face of the library: its weight, with "i" for italic."""
        weight = face.removesuffix("i")
        if not home.fonts.has(family) or not weight.isdecimal() or len(weight) > 4:
            raise HTTPException(404, "there is no such font here")
        found = home.fonts.face(family, int(weight), face.endswith("i"))
        headers = {"Cache-Control": "private, max-age=86400"}
        return FileResponse(found.path, media_type="font/ttf", headers=headers)

    return router


def families(faces: Any) -> list[Family]:
    found: dict[str, Family] = {}
    for face in faces:
        entry = found.setdefault(
            face.family, Family(family=face.family, kind=face.category, weights=[])
        )
        entry.italic |= face.italic
        if not face.italic:
            entry.weights.append(face.weight)
    for entry in found.values():
        entry.weights = sorted(set(entry.weights)) or [400]
    return sorted(found.values(), key=_place)


def _place(entry: Family) -> tuple[bool, bool, str]:
    return entry.kind != "user", entry.family.startswith("Noto"), entry.family.casefold()


def _family(home: Home, name: str) -> Family:
    faces: list[Face] = [f for f in home.fonts.faces() if f.family.casefold() == name.casefold()]
    return families(faces)[0]
