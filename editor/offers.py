"""What an answer offers, for a browser: its choices, and how the design would look with each."""

from __future__ import annotations

import base64

from agents.edit_graph import Answer
from agents.home import Home
from design_io.commands import apply
from design_io.document import Design
from design_io.errors import DesignError
from editor.thumbnails import thumbnail

_WIDTH = 320  # px of a preview


def pictured(home: Home, design_id: str, answer: Answer) -> list[dict[str, str]]:
    """Every choice; one that is a change of the design comes with its picture."""
    design = home.store.load(design_id).design
    told = []
    for choice in answer.choices:
        item = {"label": choice.label, "sentence": choice.sentence}
        if choice.command is not None:
            try:
                shown = apply(design, choice.command, "agent")
            except DesignError:  # the design has changed since
                continue
            item["picture"] = picture_of(shown, home)
        told.append(item)
    return told


def picture_of(design: Design, home: Home) -> str:
    """The address of a small picture that holds it."""
    packed = base64.b64encode(thumbnail(design, home, _WIDTH)).decode()
    return f"data:image/webp;base64,{packed}"
