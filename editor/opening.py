"""Files of any kind that Plakat reads → designs of the home, to be gone on with.

`POST /studio/api/files?name=` takes the bytes; what was not kept is the first thing the chat says.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from pathlib import Path, PurePath
from typing import Annotated, NamedTuple

from fastapi import APIRouter, HTTPException, Query, Request

from agents.home import Home
from agents.linked import META, Links, Member
from design_io.document import Design, leaves
from design_io.fonts import FontLibrary
from design_io.importing import NATIVE, open_design
from design_io.store import Message
from editor.api_answers import OpenedFile
from editor.guard import OPENING

MOST_BYTES = 512 * 2**20
_LONGEST_NAME = 120
_KINDS = {"text": "live text", "image": "picture", "shape": "shape"}


class Opened(NamedTuple):
    design_id: str
    title: str
    notes: tuple[str, ...]  # what of the file was not kept


def opening_router(home: Home) -> APIRouter:
    router = APIRouter(tags=["designs"])

    @router.post(OPENING, status_code=201)
    async def open_file(
        request: Request, name: Annotated[str, Query(max_length=255)] = ""
    ) -> OpenedFile:
        """A `.plakat`, PSD, OpenRaster, SVG or picture as a design: its id, title and notes."""
        with tempfile.TemporaryDirectory(prefix="plakat-open-") as folder:
            shown = PurePath(name.replace("\\", "/")).name[-_LONGEST_NAME:] or "the file"
            path = Path(
                folder, f"file{NATIVE if shown.lower().endswith(NATIVE) else ''}"
            )  # never its name
            with path.open("wb") as file:
                async for piece in request.stream():
                    file.write(piece)
                    if file.tell() > MOST_BYTES:
                        raise HTTPException(413, f"{shown} is over {MOST_BYTES // 2**20} MB")
            opened = await asyncio.to_thread(opened_in, home, path, shown)
        return OpenedFile(id=opened.design_id, title=opened.title, notes=list(opened.notes))

    return router


def opened_in(home: Home, path: Path, name: str) -> Opened:
    """The file's design kept in the home; one that is there already becomes what the file says.

    The set of a `.plakat` is not in it, so it comes alone. DesignError, ImportRejected."""
    file, resources = open_design(path, home.resources.assets, home.fonts, name)
    new = file.design_id not in home.store
    links = Links(me=file.design_id, members={}) if new else home.links(file.design_id)
    meta = {key: text for key, text in file.meta.items() if key != META}
    _keep_fonts(home, resources.fonts)
    home.take_in(Member(path, file._replace(meta=meta), home.resources, links))
    design, said = file.history.present, _told(name, file.history.present, file.warnings)
    revision = home.store.load(file.design_id).revision
    home.store.note(file.design_id, Message("agent", said, revision))
    return Opened(file.design_id, design.title or PurePath(name).stem, file.warnings)


def _keep_fonts(home: Home, fonts: FontLibrary) -> None:
    """The fonts that a `.plakat` carries join the user's own."""
    known = {face.postscript_name for face in home.fonts.faces()}
    for path in {face.path for face in fonts.faces() if face.postscript_name not in known}:
        home.own_fonts.add(path.read_bytes(), path.name)


def _told(name: str, design: Design, notes: tuple[str, ...]) -> str:
    counts = Counter(_KINDS[layer.kind] for layer in leaves(design))
    parts = ", ".join(f"{n} {kind}{'s' if n > 1 and kind != 'live text' else ''}"
                      for kind, n in counts.items())  # fmt: skip
    said = f"Opened {name}: {parts or 'an empty sheet'}."
    return f"{said} Not as it was: {'; '.join(notes)}." if notes else said
