"""C19, pictures: not squeezed, and not drawn far larger than they are."""

from __future__ import annotations

from collections.abc import Iterator

from design_io.document import ImageLayer, walk
from layout.grade import Grade
from layout.limits import limit
from layout.subject import Subject, size_of


def grade_pictures(subject: Subject) -> Iterator[Grade]:
    """Distortion of the proportions of a stretched picture, and its enlargement."""
    size = size_of(subject)
    squeezed, enlarged = limit("distortion", size), limit("upscale", size)
    for layer in walk(subject.design):
        if not isinstance(layer, ImageLayer) or not layer.visible or layer.asset is None:
            continue
        if layer.role not in ("hero", "picture", "logo") or layer.box.empty:
            continue
        height, width = subject.resources.assets.pixels(layer.asset).shape[:2]
        across, down = layer.box.width / width, layer.box.height / height
        ratio = max(across, down) / max(1e-9, min(across, down)) - 1
        ratio = ratio if layer.fit == "stretch" else 0.0
        times = max(across, down)
        squeeze = f"{layer.label!r} is squeezed by {ratio:.0%}; fit it without stretching"
        yield Grade((layer.id,), squeezed.score(ratio), ratio, squeezed.good, squeeze)
        blur = f"{layer.label!r} is drawn {times:.1f} times as large as it is; use a larger picture"
        yield Grade((layer.id,), enlarged.score(times), times, enlarged.good, blur)
