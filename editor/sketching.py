"""`WS /studio/ws/sketch`: four designs of the words so far, each sent as soon as it is drawn.

One run at a time for a socket; newer words stop the run before. Enter commits what was seen.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, Literal

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import Field, ValidationError

from agents.adopted import Member, adopt
from agents.calm import SLOTS, Heard, Variant, Wish, choices_for
from agents.chips import chips_of, doubted_in, missing_in
from agents.home import Home
from design_io.document import Design, TextLayer, leaves
from design_io.errors import DesignError
from design_io.paint import Value
from editor.sketches import Sketch, Sketcher, Unwanted, Wanted
from layout.systems import SYSTEMS

_MOST_BYTES = 200_000  # of one message

Allowed = Callable[[WebSocket], bool]  # whether a handshake comes from our own page


class Asked(Value):
    """What a browser says: `sketch` while typing, `choices` for what the chosen variant could be
    instead, `commit` to keep all four."""

    t: Literal["sketch", "choices", "commit"]
    n: int
    wish: Wish
    chosen: int = Field(default=0, ge=0, lt=SLOTS)


def sketch_router(
    home: Home, sketcher: Sketcher, threads: ThreadPoolExecutor, allowed: Allowed
) -> APIRouter:
    """The route; all drawing is done in `threads`, which should be one."""
    router = APIRouter()

    @router.websocket("/studio/ws/sketch")
    async def sketch(socket: WebSocket) -> None:
        if not allowed(socket):
            await socket.close(1008)
            return
        await socket.accept()
        await _Talk(socket, home, sketcher, threads).run()

    return router


class _Talk:
    """One socket: the newest wish, and what its page shows already."""

    def __init__(
        self, socket: WebSocket, home: Home, sketcher: Sketcher, threads: ThreadPoolExecutor
    ) -> None:
        self.socket, self.home, self.sketcher, self.threads = socket, home, sketcher, threads
        self.newest = 0
        self.shown: dict[tuple[int, str], str] = {}
        self.loop = asyncio.get_running_loop()
        self.out: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def run(self) -> None:
        speaking = asyncio.create_task(self._speak())
        try:
            while True:
                await self._hear(await self.socket.receive_text())
        except WebSocketDisconnect:
            pass
        finally:
            self.newest = -1
            speaking.cancel()

    async def _hear(self, said: str) -> None:
        try:
            if len(said) > _MOST_BYTES:
                raise DesignError("that is too long to design from; shorten it")
            asked = Asked.model_validate_json(said)
        except (ValidationError, DesignError) as error:
            self.out.put_nowait({"t": "error", "n": 0, "text": _told(error)})
            return
        if asked.t != "choices":
            self.newest = max(self.newest, asked.n)
        work = {"sketch": self._sketch, "choices": self._choices, "commit": self._commit}
        self.threads.submit(self._safely, work[asked.t], asked)

    async def _speak(self) -> None:
        while True:
            await self.socket.send_json(await self.out.get())

    def _say(self, message: dict[str, Any]) -> None:
        self.loop.call_soon_threadsafe(self.out.put_nowait, message)

    def _safely(self, work: Callable[[Asked], None], asked: Asked) -> None:
        """In the worker thread: whatever goes wrong becomes a sentence."""
        try:
            work(asked)
        except Unwanted:
            pass
        except DesignError as error:
            self._say({"t": "error", "n": asked.n, "text": str(error)})
        except Exception as error:  # the border of the worker
            self._say({"t": "error", "n": asked.n, "text": f"this could not be drawn: {error}"})

    def _sketch(self, asked: Asked) -> None:
        started = time.perf_counter()

        def wanted() -> None:
            if self.newest != asked.n:
                raise Unwanted

        wanted()
        told = self.sketcher.hear(asked.wish)
        wanted()
        self._say(_understood(asked, told))
        shown = self._draw(asked, told, wanted)
        self._say({"t": "seen", "n": asked.n, "ms": _ms(started)})
        for sketch in (each for each in shown if not each.finished):
            finished = self.sketcher.finished(sketch, wanted)
            if finished.picture != sketch.picture:
                self._show(asked, told, finished)
        self._say({"t": "done", "n": asked.n, "ms": _ms(started)})

    def _draw(self, asked: Asked, told: Heard, wanted: Wanted) -> list[Sketch]:
        """All four, then the chosen one in its further sizes, each shown at once."""
        first, *further = told.members
        shown = []
        for variant in self.sketcher.variants(told, wanted):
            shown.append(self.sketcher.sketch(variant, first, wanted))
            self._show(asked, told, shown[-1])
        for name in further:
            shown.append(self.sketcher.sketch(shown[asked.chosen].variant, name, wanted))
            self._show(asked, told, shown[-1])
        return shown

    def _show(self, asked: Asked, told: Heard, sketch: Sketch) -> None:
        """A picture that the page shows already is not sent again."""
        place = sketch.variant.slot, sketch.member
        digest = hashlib.sha256(sketch.picture).hexdigest()
        message = _shown(asked, sketch) | {"first": sketch.member == next(iter(told.members))}
        if self.shown.get(place) != digest:
            packed = base64.b64encode(sketch.picture).decode()
            message["src"] = f"data:image/webp;base64,{packed}"
        self.shown[place] = digest
        self._say(message)

    def _choices(self, asked: Asked) -> None:
        made = choices_for(self.sketcher.hear(asked.wish), asked.chosen, self.sketcher.resources)
        self._say({
            "t": "choices", "n": asked.n, "slot": asked.chosen, "fonts": made.fonts,
            "systems": [{"name": name, "label": SYSTEMS[name].label} for name in made.systems],
            "palettes": [
                {"turn": turn, "colors": _colors(palette)} for turn, palette in made.palettes
            ],
        })  # fmt: skip

    def _commit(self, asked: Asked) -> None:
        """All four are kept, the chosen one in all of its sizes."""
        started = time.perf_counter()
        told = self.sketcher.hear(asked.wish)
        variants = list(self.sketcher.variants(told))
        pages = told.approach.kind == "pages"
        made = tuple(self._members(each, pages or each.slot == asked.chosen) for each in variants)
        ids = adopt(self.home, made, self.sketcher.resources.assets, asked.chosen)
        self._say({
            "t": "committed", "n": asked.n, "ids": ids, "open": ids[asked.chosen],
            "ms": _ms(started),
        })  # fmt: skip

    def _members(self, variant: Variant, whole: bool) -> dict[str, Member]:
        names = list(variant.plans)
        wanted = names if whole else names[:1]
        return {
            name: Member(variant.briefs[name], *self.sketcher.made(variant.plans[name]))
            for name in wanted
        }


def _understood(asked: Asked, told: Heard) -> dict[str, Any]:
    brief = told.brief
    return {
        "t": "understood", "n": asked.n, "anchor": told.anchor.request,
        "members": list(told.members), "size": brief.size.value,
        "chips": [chip.model_dump(mode="json") for chip in chips_of(brief)],
        "missing": [each.model_dump(mode="json") for each in missing_in(brief)],
        "findings": [d.model_dump(mode="json") for d in doubted_in(brief, date.today())],
    }  # fmt: skip


def _shown(asked: Asked, sketch: Sketch) -> dict[str, Any]:
    strategy, design = sketch.variant.strategy, sketch.made.design
    return {
        "t": "variant", "n": asked.n, "slot": sketch.variant.slot, "member": sketch.member,
        "system": strategy.system, "label": SYSTEMS[strategy.system].label,
        "colors": _colors(strategy.palette), "font": _title_font(design),
        "thing": strategy.subjects[0] if strategy.subjects else "",
        "title": design.title, "width": design.canvas.width, "height": design.canvas.height,
    }  # fmt: skip


def _colors(palette: dict[str, str]) -> list[str]:
    """Each colour once, the ground first."""
    return list(dict.fromkeys(palette.values()))


def _title_font(design: Design) -> str:
    texts = [layer for layer in leaves(design) if isinstance(layer, TextLayer)]
    titles = [layer for layer in texts if layer.role == "title"] or texts
    return titles[0].style.font if titles else ""


def _told(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"the message was not understood: {'/'.join(map(str, first['loc']))} {first['msg']}"
    return str(error)


def _ms(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)
