"""What was chosen in the settings of a home, kept over a restart: who paints, who understands."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import ValidationError

from design_io.paint import Value

_FILE = "settings.json"


class Choices(Value):
    painter: str = ""  # a name of `GENERATORS`; empty: the code-only artist
    mind: str = ""  # PROVIDER:MODEL; empty: the rules


def choices_in(folder: Path) -> Choices:
    """What is kept there; the defaults where nothing is, or nothing that can be read."""
    try:
        return Choices.model_validate_json((folder / _FILE).read_bytes())
    except (OSError, ValidationError):
        return Choices()


def keep_choices(folder: Path, **changes: str) -> None:
    """The choices with these changed, written whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{_FILE}.part"
    part.write_text(choices_in(folder).evolve(**changes).model_dump_json(), "utf-8")
    os.replace(part, folder / _FILE)
