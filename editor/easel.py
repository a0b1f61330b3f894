"""The easel: pictures of a painter that takes its time, while hands go on and the design stands.

The places of the picture are told as a wireframe, which can be dragged: the painting then begins
anew where they lie. The finished picture is put behind the copy as one step, or given up with a
sentence; stopping is told at once, whatever the painter does.
"""

from __future__ import annotations

import asyncio
import base64
import io
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from PIL import Image

from agents.adopted import CHOSEN
from agents.home import Home
from agents.linked import Member, Turn
from agents.reformat import plan_known
from agents.regenerating import regenerated, seed_of, unless_touched
from agents.repainting import Wireframe, request_for, swapped, wireframe_of
from design_io.commands import Batch
from design_io.errors import DesignError
from design_io.geometry import Box
from editor.lanes import Lanes
from editor.services import Change
from editor.watching import NOBODY, Gesture
from generators.artist import Artist
from generators.layered import layers_by
from generators.request import GenerationError, Generator, Painted, Progress

Made = tuple[Painted, ...] | Batch  # a picture in its layers, or one layer painted anew

_SETTLE = 0.25  # seconds after the last drag until the painting begins anew
_PREVIEW = 160  # px: longer side
_BEAT = 0.2  # seconds between two tellings of how far it is
_FAILED = "The picture was not painted; the drawing stays: {}"


class Desk(Protocol):
    """What the easel asks of the desk it stands at."""

    home: Home
    lanes: Lanes

    @property
    def painter(self) -> Generator: ...

    def tell(self, design_id: str, message: dict[str, Any]) -> None: ...

    async def turned(self, design_id: str, change: Change, gesture: Gesture = NOBODY) -> int: ...


class Order(NamedTuple):
    """What is asked for: one painted layer anew, else all of the design's picture; in other words
    with the seed that it has, else in the same words with the next seed."""

    layer: str = ""
    words: str = ""


@dataclass
class Painting:
    """One picture under way, and how far its painter says it is."""

    frame: Wireframe
    painter: Generator
    gesture: Gesture
    order: Order = Order()
    step: int = 0
    steps: int = 1
    preview: Image.Image | None = None  # what the picture would be by now
    given_up: list[bool] = field(default_factory=list)
    task: asyncio.Task[None] | None = None

    def told(self, state: str, text: str = "") -> dict[str, Any]:
        regions = [
            {"id": name, "box": list(region.box), "kind": region.kind, "caption": region.caption}
            for name, region in self.frame.objects.items()
        ]
        share = min(0.99, self.step / max(1, self.steps))
        return {
            "t": "painting", "txn": self.gesture.txn, "state": state, "text": text,
            "painter": self.painter.name, "share": round(share, 3), "regions": regions,
            "preview": _as_address(self.preview) if self.preview else "",
        }  # fmt: skip


_ALL = Order()


class Easel:
    """At most one painting for each design; one painter works at a time."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._under_way: dict[str, Painting] = {}
        self._left: set[str] = set()  # what was stopped is not begun by a look at it
        self.turn = asyncio.Lock()

    @property
    def is_needed(self) -> bool:
        """Whether the chosen painter is another than the one that draws while you look."""
        return not isinstance(self.desk.painter, Artist)

    def news(self, design_id: str) -> dict[str, Any] | None:
        """What somebody who comes now has to know."""
        painting = self._under_way.get(design_id)
        return painting.told("painting") if painting else None

    async def begin(self, design_id: str, txn: str, order: Order = _ALL) -> None:
        """Paint the picture of the design as it stands, or one painted layer of it; nothing where
        the drawing is the picture, or where one is painted already."""
        if not self.is_needed or design_id in self._under_way:
            return
        design = (await self.desk.lanes.off(self.desk.home.store.load, design_id)).design
        gesture = Gesture(txn, actor="agent")
        frame = Wireframe(design, {}) if order.layer else wireframe_of(design)
        painting = Painting(frame, self.desk.painter, gesture, order)
        self._under_way[design_id] = painting
        self._paint(design_id, painting, 0.0)

    async def first_look(self, design_id: str) -> None:
        """A design that was chosen just now is painted once somebody looks at it."""
        if self.is_needed and design_id not in self._left:
            store = self.desk.home.store
            fresh = await self.desk.lanes.off(
                lambda: store.load(design_id).revision == 0 and CHOSEN in store.meta(design_id)
            )
            if fresh:
                await self.begin(design_id, f"paint-{design_id}")

    def drag(self, design_id: str, name: str, box: Box) -> None:
        """A place of the picture elsewhere: what was begun is given up."""
        painting = self._known(design_id)
        painting.frame = painting.frame.moved(name, box)
        self._give_up(painting)
        self._paint(design_id, painting, _SETTLE)

    def stop(self, design_id: str) -> None:
        self._left.add(design_id)
        painting = self._under_way.pop(design_id, None)
        if painting is None:
            return
        self._give_up(painting)
        self.desk.tell(design_id, painting.told("stopped", "Stopped; the drawing stays."))

    def _known(self, design_id: str) -> Painting:
        if design_id not in self._under_way:
            raise DesignError("nothing is being painted any more; drag the picture itself")
        return self._under_way[design_id]

    def _give_up(self, painting: Painting) -> None:
        painting.given_up.append(True)
        if painting.task is not None:
            painting.task.cancel()

    def _paint(self, design_id: str, painting: Painting, wait: float) -> None:
        painting.given_up, painting.step, painting.preview = [], 0, None
        self.desk.tell(design_id, painting.told("painting"))
        painting.task = asyncio.create_task(self._painted(design_id, painting, wait))

    async def _painted(self, design_id: str, painting: Painting, wait: float) -> None:
        await asyncio.sleep(wait)
        beat = asyncio.create_task(self._beating(design_id, painting))
        try:
            async with self.turn:
                made = await asyncio.to_thread(self._work, design_id, painting)
            await self._hang(design_id, painting, made)
        except (DesignError, GenerationError) as error:
            self._end(design_id, painting, "failed", _FAILED.format(error))
        except asyncio.CancelledError:
            raise
        except Exception as error:  # the border of a foreign painter
            self._end(design_id, painting, "failed", _FAILED.format(error))
        finally:
            beat.cancel()

    def _work(self, design_id: str, painting: Painting) -> Made:
        """In a thread: the picture for the design as it is now."""
        home, given_up = self.desk.home, painting.given_up

        def cancelled() -> bool:
            return bool(given_up)

        def on_step(told: Progress) -> None:
            if not given_up:
                painting.step, painting.steps = told.step, told.steps
                painting.preview = told.preview or painting.preview

        member = home.member(design_id)
        plan = plan_known(member.file.meta, member.history)
        now = member.history.present
        if layer := painting.order.layer:
            hand, words = painting.painter, painting.order.words
            seed = seed_of(now, layer) if words else None
            return regenerated(now, layer, hand, home.resources, cancelled, words, seed)
        request = request_for(painting.frame, now, plan, home.resources)
        hand = painting.painter
        hand = layers_by(hand) if hand.abilities.backgrounds else hand
        return hand.paint(request, home.resources.assets, cancelled, on_step)

    async def _hang(self, design_id: str, painting: Painting, made: Made) -> None:
        """The picture in its place, as one step on what the design is by now."""
        if not made:
            raise DesignError(f"{painting.painter.name} painted nothing; try again")

        given_up = painting.given_up

        def change(member: Member, rest: tuple[Member, ...], painter: Generator) -> Turn:
            if given_up:
                raise DesignError("it was stopped")
            now = member.history.present
            if isinstance(made, Batch):
                command = unless_touched(painting.frame.base, now, painting.order.layer, made)
            else:
                command = swapped(painting.frame, now, made, member.resources)
            history = member.history.do(command, command.label, "agent")
            changed = member.with_history(history, dict(member.links.shared))
            return Turn((changed,), (command.label,))

        await self.desk.turned(design_id, change, painting.gesture)
        told = [f"Painted by {painting.painter.name}."]
        if not isinstance(made, Batch):
            told += [f"{item.layer.label}: {item.note}." for item in made if item.note]
        self._end(design_id, painting, "done", " ".join(told))

    async def _beating(self, design_id: str, painting: Painting) -> None:
        before = -1
        while True:
            await asyncio.sleep(_BEAT)
            if painting.step != before:
                before = painting.step
                self.desk.tell(design_id, painting.told("painting"))

    def _end(self, design_id: str, painting: Painting, state: str, text: str) -> None:
        if self._under_way.get(design_id) is painting:
            del self._under_way[design_id]
            self.desk.tell(design_id, painting.told(state, text))


def _as_address(preview: Image.Image) -> str:
    """A small picture in an address of its own."""
    small, packed = preview.convert("RGB"), io.BytesIO()
    small.thumbnail((_PREVIEW, _PREVIEW))
    small.save(packed, "JPEG", quality=80)
    return "data:image/jpeg;base64," + base64.b64encode(packed.getvalue()).decode()
