"""A workflow of ComfyUI as a file in its API format, whose nodes say what they are for.

A node titled `plakat: prompt` is given the prompt, `plakat: seed, steps` two numbers, and
`plakat: picture` is the one whose picture is taken. `NAMES` lists what there is.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from design_io.errors import DesignError
from design_io.intake import read_capped, read_json
from generators.dialects import inside
from generators.request import GenerationRequest

SHIPPED = Path(__file__).parent.parent / "assets/workflows/flux2-klein.json"
NAMES: dict[str, tuple[str, ...]] = {  # what a node is given: its inputs, the first it has
    "prompt": ("text", "prompt", "value", "string", "clip_l"),
    "negative": ("text", "prompt", "value", "string"),
    "regions": ("text", "value", "string", "json"),
    "palette": ("text", "value", "string"),
    "seed": ("seed", "noise_seed", "value"),
    "width": ("width", "value"),
    "height": ("height", "value"),
    "steps": ("steps", "value"),
    "guidance": ("guidance", "cfg", "value"),
    "reference": ("image",),
}
PICTURE = "picture"
_TITLE = re.compile(r"\s*plakat\s*:\s*(.+)", re.IGNORECASE)
_MOST = 4 << 20  # bytes of a workflow


class Workflow(NamedTuple):
    name: str
    nodes: Mapping[str, Mapping[str, Any]]
    slots: Mapping[str, tuple[tuple[str, str], ...]]  # name: nodes and inputs it is put into
    picture: str  # the node whose picture is taken; empty: any

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(node["class_type"] for node in self.nodes.values()))

    @property
    def references(self) -> int:
        """How many pictures it takes: `reference`, `reference 2`, …"""
        return sum(name.partition(" ")[0] == "reference" for name in self.slots)

    def filled(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The nodes with the values in their places; what it has no place for is left out."""
        nodes = copy.deepcopy(dict(self.nodes))
        for name, value in values.items():
            for node, slot in self.slots.get(name, ()):
                nodes[node]["inputs"][slot] = value
        return nodes


def read_workflow(path: Path) -> Workflow:
    """DesignError where the file is no workflow, or no node of it takes the prompt."""
    told = read_json(read_capped(path, _MOST), path.name)
    if not isinstance(told, dict) or not told or not all(map(_is_node, told.values())):
        raise DesignError(f"{path.name} is no workflow in ComfyUI's API format; {_HOW}")
    slots: dict[str, tuple[tuple[str, str], ...]] = {}
    picture = ""
    for number, node in told.items():
        for name in _names_in(node):
            if name == PICTURE:
                picture = number
            else:
                slots[name] = (*slots.get(name, ()), (number, _slot(path, node, name)))
    slots = {**_by_habit(told), **slots}
    if "prompt" not in slots:
        raise DesignError(
            f"no node of {path.name} takes the prompt; title it 'plakat: prompt'. {_HOW}"
        )
    return Workflow(path.stem, told, slots, picture)


def regions_as_json(request: GenerationRequest) -> str:
    """Boxes as x0, y0, x1, y1 in 0..1 of the sheet, for nodes that take places; what stands out
    over it is cut off, GenerationError where nothing is left."""
    width, height = request.width, request.height
    rows = [
        {
            "kind": region.kind, "caption": region.caption, "colors": region.colors,
            "box": [
                round(region.box.x / width, 4), round(region.box.y / height, 4),
                round(region.box.right / width, 4), round(region.box.bottom / height, 4),
            ],
        }
        for region in (inside(each, request) for each in request.regions)
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False)


_HOW = "in ComfyUI choose Workflow, Export (API)"


def _is_node(node: object) -> bool:
    return (
        isinstance(node, dict)
        and isinstance(node.get("class_type"), str)
        and isinstance(node.get("inputs"), dict)
    )


def _names_in(node: Mapping[str, Any]) -> list[str]:
    meta = node.get("_meta")
    titled = _TITLE.fullmatch(str(meta.get("title", ""))) if isinstance(meta, dict) else None
    names = titled[1].lower().split(",") if titled else []
    names = [" ".join(name.split()) for name in names]
    return [each for name in names for each in (("width", "height") if name == "size" else (name,))]


def _slot(path: Path, node: Mapping[str, Any], name: str) -> str:
    known = NAMES.get(name.partition(" ")[0] if name.startswith("reference") else name)
    if known is None:
        names = ", ".join((*NAMES, "size", PICTURE))
        raise DesignError(f"{path.name} names an input {name!r}; there are: {names}")
    slot = next((slot for slot in known if slot in node["inputs"]), None)
    if slot is None:
        raise DesignError(
            f"the node {node['class_type']} of {path.name} has nowhere to put {name!r}; it would "
            f"be in one of: {', '.join(known)}"
        )
    return slot


def _by_habit(nodes: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Seeds and the size of an empty picture are found without a title."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for number, node in nodes.items():
        empty = node["class_type"].startswith("Empty") and "Latent" in node["class_type"]
        sides = ("width", "height") if empty else ()
        for slot in ("seed", "noise_seed", *sides):
            if isinstance(node["inputs"].get(slot), int):
                name = "seed" if slot == "noise_seed" else slot
                found[name] = (*found.get(name, ()), (number, slot))
    return found
