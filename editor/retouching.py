"""A part of a picture painted anew where a brush went over it: shown first, kept by a hand.

At most one for each design. What is shown is the layer as it would be, with the commands that make
it so; nothing of the design changes before somebody sends them.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from agents.retouching import retouched
from design_io.commands import Batch, Command, command_to_json
from design_io.document import Mask
from design_io.errors import DesignError
from editor.desk import Desk
from generators.bases import BASES
from generators.registry import about
from generators.request import GenerationError

_BEAT = 0.2  # seconds between two tellings of how far it is
_STEPS = 28  # of a painter, about


@dataclass
class _Run:
    name: str
    layer: str
    steps: int = 0
    given_up: list[bool] = field(default_factory=list)
    task: asyncio.Task[None] | None = None

    def cancelled(self) -> bool:
        self.steps += 1
        return bool(self.given_up)

    def told(self, state: str, **more: Any) -> dict[str, Any]:
        share = round(min(0.99, self.steps / _STEPS), 3)
        return {"t": "retouch", "run": self.name, "state": state, "share": share, **more}


class Retouching:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._running: dict[str, _Run] = {}

    def begin(
        self, design_id: str, name: str, layer: str, mask: Mask, text: str, seed: int
    ) -> None:
        """All who look hear how far it is and what came of it, under the run's name."""
        self.stop(design_id)
        run = self._running[design_id] = _Run(name, layer)
        run.task = asyncio.create_task(self._run(design_id, run, mask, text, seed))

    def stop(self, design_id: str) -> None:
        run = self._running.pop(design_id, None)
        if run is not None:
            run.given_up.append(True)
            self.desk.tell(design_id, run.told("stopped", text="Stopped. Nothing was changed."))

    async def _run(self, design_id: str, run: _Run, mask: Mask, text: str, seed: int) -> None:
        beat = asyncio.create_task(self._beating(design_id, run))
        try:
            async with self.desk.easel.turn:
                made = await asyncio.to_thread(self._work, design_id, run, mask, text, seed)
            told = run.told("proposed", **await self._shown(design_id, run.layer, made))
        except (DesignError, GenerationError) as error:
            told = run.told("failed", text=str(error))
        except Exception as error:  # the border of a foreign painter
            told = run.told("failed", text=f"The painter failed: {error}")
        finally:
            beat.cancel()
        if self._running.get(design_id) is run:
            del self._running[design_id]
            self.desk.tell(design_id, told)

    def _work(self, design_id: str, run: _Run, mask: Mask, text: str, seed: int) -> Command:
        """In a thread."""
        home = self.desk.home
        design = home.store.load(design_id).design
        return retouched(
            design, run.layer, mask, text, self.desk.painter, home.resources, run.cancelled, seed
        )

    async def _shown(self, design_id: str, layer: str, made: Command) -> dict[str, Any]:
        """How the layer would look, and the commands."""
        parts = made.commands if isinstance(made, Batch) else (made,)
        changes = {name: value for part in parts for name, value in part.changes.items()}  # type: ignore[union-attr]
        seen = await self.desk.preview(design_id, layer, changes)
        commands = [json.loads(command_to_json(part)) for part in parts]
        return {"id": layer, "node": seen["node"], "layer": seen["layer"], "commands": commands}

    async def _beating(self, design_id: str, run: _Run) -> None:
        while True:
            self.desk.tell(design_id, run.told("painting"))
            await asyncio.sleep(_BEAT)


def painter_told(desk: Desk) -> dict[str, Any]:
    """Who paints, whether it can change a part of a picture, and who could."""
    able = [name for name, base in BASES.items() if base.inpaint]
    return {
        "name": desk.painter.name, "edits": desk.painter.abilities.edits,
        "able": [{"name": name, "about": line} for name, line in about(able).items()],
    }  # fmt: skip
