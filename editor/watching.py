"""Who looks at which design, and what they have been told: in order, each change once.

May be called from any thread; everything about one design is worked out under its own lock.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from typing import Any

from agents.home import Home
from design_io.commands import Actor, UpdateLayer, apply
from design_io.document import Design
from editor.fitting import with_fit
from editor.pictures import Pictures
from editor.scene import Scene, defaults, document_json, layer_json

_KEPT = 64  # designs whose nodes stay in memory

Message = dict[str, Any]
Hear = Callable[[str], None]  # JSON; called from any thread, never waits


@dataclass(frozen=True)
class Gesture:
    """Who changes what, by which name of their own."""

    txn: str = ""
    origin: str = ""
    actor: Actor = "user"


NOBODY = Gesture()


@dataclass
class _Watched:
    """What everybody who looks at a design has been told."""

    scene: Scene
    revision: int
    design: Design


class Watching:
    def __init__(self, home: Home, pictures: Pictures) -> None:
        self.home, self.pictures = home, pictures
        self._locks: dict[str, RLock] = {}  # type: ignore[valid-type]
        self._hearing: dict[str, set[Hear]] = {}
        self._watched: OrderedDict[str, _Watched] = OrderedDict()

    def join(self, design_id: str, hear: Hear) -> Callable[[], None]:
        """`hear` is told all there is now, and every message after; the answer ends that."""
        with self._lock(design_id):
            now = self.snapshot(design_id)
            hearing = self._hearing.setdefault(design_id, set())
            hearing.add(hear)
            hear(as_json(now))
        return lambda: hearing.discard(hear)

    def resync(self, design_id: str, hear: Hear) -> None:
        """All there is now once more, to one who hears already."""
        with self._lock(design_id):
            hear(as_json(self.snapshot(design_id)))

    def snapshot(self, design_id: str) -> Message:
        """All that a browser needs to show the design and go on with it."""
        with self._lock(design_id):
            self.told(design_id)  # what others have not seen yet, they see first
            watched = self._watch(design_id)
            said = self.home.store.transcript(design_id)
            return {
                "t": "snapshot", "rev": watched.revision, "design": document_json(watched.design),
                "nodes": watched.scene.nodes(watched.design), "defaults": defaults(),
                "transcript": [message._asdict() for message in said],
                "set": [
                    {"name": name, "id": member}
                    for name, member in self.home.links(design_id).members.items()
                ],
                **self._steps(design_id),
            }  # fmt: skip

    def preview(self, design_id: str, layer_id: str, changes: dict[str, Any]) -> Message:
        """How a layer would look; nothing is kept."""
        with self._lock(design_id):
            watched = self._watch(design_id)
            wish = UpdateLayer(layer_id=layer_id, changes=changes)
            [command] = with_fit(watched.design, [wish], self.home.fonts)
            layer = apply(watched.design, command).layer(layer_id)
            node = watched.scene.node(watched.design, layer)
        return {"t": "preview", "id": layer_id, "node": node, "layer": layer_json(layer)}

    def told(self, design_id: str, gesture: Gesture = NOBODY, label: str = "") -> int:
        """Tell what has changed since everybody was told last, as one message; the revision."""
        with self._lock(design_id):
            saved = self.home.store.load(design_id)
            watched = self._watched.get(design_id)
            if watched is None or watched.revision == saved.revision:
                return saved.revision
            before, watched.design, watched.revision = watched.design, saved.design, saved.revision
            if self._hearing.get(design_id):
                self.tell(design_id, {
                    "t": "commit", "rev": saved.revision, "txn": gesture.txn,
                    "origin": gesture.origin, "actor": gesture.actor, "label": label,
                    **watched.scene.delta(before, saved.design)._asdict(),
                    **self._steps(design_id),
                })  # fmt: skip
            return saved.revision

    def again(self, design_id: str, gesture: Gesture, revision: int) -> None:
        """Answer a gesture that is said again after a break; nothing changes."""
        self.tell(design_id, {
            "t": "commit", "rev": revision, "txn": gesture.txn, "origin": gesture.origin,
            "actor": gesture.actor, "label": "", "layers": {}, "removed": [], "tree": None,
            "design": {}, "nodes": {},
        })  # fmt: skip

    def renew(self) -> None:
        """Draw with the fonts that there are now."""
        self.pictures.resources = self.home.resources
        for watched in tuple(self._watched.values()):
            watched.scene.resources = self.home.resources

    def looked_at(self) -> tuple[str, ...]:
        """The designs that somebody hears of."""
        return tuple(each for each, hearing in tuple(self._hearing.items()) if hearing)

    def tell(self, design_id: str, message: Message) -> None:
        """Everybody who looks at the design."""
        hearing = tuple(self._hearing.get(design_id, ()))
        packed = as_json(message) if hearing else ""
        for hear in hearing:
            hear(packed)

    def _lock(self, design_id: str) -> RLock:  # type: ignore[valid-type]
        return self._locks.setdefault(design_id, RLock())

    def _watch(self, design_id: str) -> _Watched:
        watched = self._watched.get(design_id)
        if watched is None:
            saved = self.home.store.load(design_id)
            scene = Scene(design_id, self.home.resources, self.pictures)
            watched = self._watched[design_id] = _Watched(scene, saved.revision, saved.design)
            while len(self._watched) > _KEPT:
                self._watched.popitem(last=False)
        self._watched.move_to_end(design_id)
        return watched

    def _steps(self, design_id: str) -> dict[str, str | None]:
        """What undo and redo would take."""
        history = self.home.history(design_id)
        return {
            "undo": (history.past[-1].label or "Edit") if history.past else None,
            "redo": (history.future[-1].label or "Edit") if history.future else None,
        }


def as_json(message: Message) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
