"""Retyped words in a box that they shall fit: the size follows, as a part of the same step.

Only new words ask for it; a size that is set by hand stays as it was set.
"""

from __future__ import annotations

from collections.abc import Sequence

from design_io.commands import Command, UpdateLayer, apply
from design_io.document import Design, TextLayer, walk
from design_io.fonts import FontLibrary
from design_io.text import fitted


def with_fit(design: Design, commands: Sequence[Command], fonts: FontLibrary) -> list[Command]:
    """The commands, with the size of retyped texts that shrink or fill."""
    return [_fitting(design, command, fonts) for command in commands]


def _fitting(design: Design, command: Command, fonts: FontLibrary) -> Command:
    if not isinstance(command, UpdateLayer) or "text" not in command.changes:
        return command
    known = any(layer.id == command.layer_id for layer in walk(design))
    old = design.layer(command.layer_id) if known else None
    if not isinstance(old, TextLayer) or old.fit == "none" or "style" in command.changes:
        return command
    after = apply(design, command).layer(command.layer_id)
    new = fitted(after, fonts) if isinstance(after, TextLayer) else after
    if not isinstance(new, TextLayer) or new == after:
        return command
    size = {"style": new.style.model_dump(), "spans": [span.model_dump() for span in new.spans]}
    return UpdateLayer(layer_id=command.layer_id, changes={**command.changes, **size})
