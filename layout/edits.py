"""Typed edits: for a finding and a layer, the small named changes that might mend it.

`WAYS` at the foot says which are tried for which rule. Each yields alternatives, mildest first;
whether one helps is for the checks to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from design_io.document import Layer
from layout.edits_color import back, recolor
from layout.edits_place import align, move, move_art, rejoin, shrink_art
from layout.edits_type import (
    condense,
    enlarge,
    enlarge_rewrapped,
    match,
    narrow,
    refit,
    shrink,
    tighten,
    widen,
)
from layout.findings import Finding
from layout.scene import Edit, Scene


def edits_for(
    scene: Scene, finding: Finding, layer: Layer, done: set[tuple[str, str, str]]
) -> Iterator[Iterator[Edit]]:
    """Every way to mend the finding by this layer; each yields alternatives, mildest first.

    `done` remembers what was tried for a rule; the same way by the same layer comes only once.
    """
    for way in WAYS.get(finding.rule, _ANY):
        key = (finding.rule, layer.id, way.__name__)
        if key not in done:
            done.add(key)
            yield way(scene, finding, layer)
    if layer.id == finding.layers[0]:
        yield _suggested(scene, finding)


def _suggested(scene: Scene, finding: Finding) -> Iterator[Edit]:
    """What the check itself proposes."""
    for command in finding.commands:
        kind = {"add_layer": "backing", "batch": "backing", "move_layer": "order"}.get(command.op)
        if kind is not None and finding.layers:
            label = scene.design.layer(finding.layers[0]).label
            yield Edit(kind, finding.layers[0], _SAID[kind].format(repr(label)), command)


_SAID = {"backing": "lay a plate under {}", "order": "bring {} to the front"}

Way = Callable[[Scene, Finding, Layer], Iterator[Edit]]
_ANY: tuple[Way, ...] = (move, align, shrink, narrow)
WAYS: dict[str, tuple[Way, ...]] = {
    "contrast": (recolor, match, back, move, enlarge),
    "overlap": (move, rejoin, align, shrink, match, narrow, tighten, refit, condense),
    "off-canvas": (move, rejoin, align, shrink, match, narrow, refit, condense),
    "safe-zone": (move, rejoin, align, shrink, narrow, refit, condense),
    "hidden-ink": (move, move_art, shrink_art, shrink),
    "overflow": (shrink, match, widen, tighten, condense),
    "legible-size": (enlarge, match, enlarge_rewrapped),
    "logo-contrast": (move,),
    "logo-space": (move, shrink, narrow),
    "logo-size": (enlarge,),
    "margins": (move, align, shrink, narrow),
    "gap": (move, rejoin, align, shrink, tighten),
    "alignment": (align, rejoin),
    "plate": (shrink, match),
    "rhythm": (align, move),
    "type-scale": (match,),
    "line-length": (narrow, widen),
    "leading": (tighten, match),
    "hierarchy": (match, shrink),
    "proximity": (rejoin, align),
    "picture": (),
    "required-text": (),
    "missing-glyphs": (),
}
