"""What `/studio/api` takes and tells about designs: typed models, an example of each command."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field, model_validator

from agents.boxes import Drawn
from editor.ops import WireCommand

_BOX = [40, 40, 120, 80]
_SHAPE = {"kind": "shape", "id": "new", "role": "ornament", "box": _BOX}


class NewDesign(BaseModel):
    """Of a request, or of boxes: `[]` is an empty sheet on which they can be drawn."""

    request: Annotated[str, Field(max_length=20_000)] = ""
    sizes: tuple[str, ...] = ()
    boxes: list[Drawn] | None = None

    @model_validator(mode="after")
    def _asks_for_something(self) -> NewDesign:
        if not self.request and self.boxes is None:
            raise ValueError("a design needs a request or boxes")
        return self


class Step(BaseModel):
    """One undo step: the document's own commands and the shorthands, all or none."""

    commands: Annotated[list[WireCommand], Field(min_length=1, max_length=2000)]
    label: Annotated[str, Field(max_length=200)] = ""


class Sentence(BaseModel):
    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    selected: tuple[str, ...] = ()


class Revision(BaseModel):
    """The revision that a change made."""

    rev: int


class Summary(BaseModel):
    """A design in a list; width and height in px."""

    id: str
    title: str
    rev: int
    width: int
    height: int


class Line(BaseModel):
    """A line of the talk about a design."""

    author: str
    text: str
    revision: int
    data: str = ""
    created: str = ""


class Member(BaseModel):
    """A design of a linked set."""

    name: str
    id: str


class Opened(BaseModel):
    """A design as a browser has it: fields at their defaults are left out of the document."""

    rev: int
    design: dict[str, Any]
    transcript: list[Line]
    set: list[Member]


class Choice(BaseModel):
    label: str
    sentence: str


class Said(BaseModel):
    """The answer of a chat turn."""

    kind: str
    said: str
    diff: list[str]
    choices: list[Choice]
    rev: int


class Able(BaseModel):
    name: str
    about: str


class Painter(BaseModel):
    """Who paints, whether it can change a part of a picture, and who could."""

    name: str
    edits: bool
    able: list[Able]


class Painting(BaseModel):
    painting: bool


class Uploaded(BaseModel):
    """The asset of a picture, and its size in px."""

    asset: str
    width: int
    height: int


def _example(summary: str, *commands: dict[str, Any]) -> dict[str, Any]:
    return {"summary": summary, "value": {"label": summary, "commands": list(commands)}}


# One of each kind, for a design of three shapes, `a`, `b` and `c`, and a picture, `photo`.
EXAMPLES: dict[str, dict[str, Any]] = {
    "add_layer": _example("Add a rectangle", {"op": "add_layer", "layer": _SHAPE}),
    "update_layer": _example(
        "Fade a layer", {"op": "update_layer", "layer_id": "a", "changes": {"opacity": 0.5}}
    ),
    "move_layer": _example("Move it up", {"op": "move_layer", "layer_id": "a", "index": 2}),
    "remove_layer": _example("Delete a layer", {"op": "remove_layer", "layer_id": "c"}),
    "update_design": _example(
        "Rename the design", {"op": "update_design", "changes": {"title": "Jazz Night"}}
    ),
    "batch": _example("Several as one", {
        "op": "batch", "commands": [
            {"op": "update_layer", "layer_id": "a", "changes": {"rotation": 12}},
            {"op": "update_layer", "layer_id": "b", "changes": {"visible": False}},
        ],
    }),
    "group": _example("Group", {"op": "group", "ids": ["a", "b"], "id": "pair"}),
    "ungroup": _example(
        "Group and ungroup", {"op": "group", "ids": ["a", "b"], "id": "pair"},
        {"op": "ungroup", "ids": ["pair"]},
    ),
    "duplicate": _example(
        "Duplicate", {"op": "duplicate", "ids": ["a"], "by": [24, 24], "new_ids": ["a-copy"]}
    ),
    "align": _example("Align left", {"op": "align", "ids": ["a", "b"], "how": "left"}),
    "distribute": _example(
        "Spread evenly", {"op": "distribute", "ids": ["a", "b", "c"], "axis": "y"}
    ),
    "order": _example("Bring to front", {"op": "order", "ids": ["a"], "where": "front"}),
    "replace_asset": _example(
        "Another picture", {"op": "replace_asset", "id": "photo", "asset": "0" * 64}
    ),
    "crop": _example("Crop to a box", {"op": "crop", "id": "photo", "box": _BOX}),
    "set_mask": _example("Mask with a triangle", {
        "op": "set_mask", "id": "photo",
        "mask": {"box": _BOX, "path": "M.5 0L1 1H0Z", "view_box": [1, 1]},
    }),
    "mask_from": _example("Mask with a shape", {"op": "mask_from", "id": "photo", "shape": "b"}),
    "nudge": _example("Move by a little", {"op": "nudge", "ids": ["a"], "by": [1, 0]}),
    "flip": _example("Mirror", {"op": "flip", "ids": ["photo"], "axis": "x"}),
    "restore": _example("As it was at first", {"op": "restore", "revision": 0}),
}  # fmt: skip
