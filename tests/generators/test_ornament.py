"""Ornaments asked for: grounds lie below all art, small shapes keep off copy and picture."""

import pytest

from design_io.assets import AssetStore
from design_io.document import ShapeLayer, leaves
from design_io.geometry import Box
from design_io.paths import path_bounds
from generators.artist import Artist
from generators.request import GenerationRequest, Region
from layout.palette import palette_for
from layout.systems import SYSTEMS

COPY, PICTURE = Box(80, 80, 900, 300), Box(80, 500, 900, 600)


def request_with(ornament: str, system: str = "swiss") -> GenerationRequest:
    regions = (Region(box=PICTURE, kind="object"), Region(box=COPY, kind="text"))
    palette = palette_for(SYSTEMS[system], "#608842")
    return GenerationRequest(
        width=1080, height=1350, regions=regions, palette=palette, system=system,
        subjects=("key",), ornament=ornament,
    )  # fmt: skip


def path_of(leaf: ShapeLayer, assets: AssetStore) -> str:
    return leaf.path or assets.get(leaf.path_asset).decode()


@pytest.mark.parametrize("ornament", ["gingham", "stripes", "dots"])
def test_a_ground_lies_below_all_art_and_is_faint(ornament: str) -> None:
    first = Artist().paint(request_with(ornament), AssetStore())[0].layer
    assert first.id == "ground-pattern"
    assert all(leaf.opacity < 0.2 for leaf in leaves(first))


@pytest.mark.parametrize("ornament", ["stars silver", "snow", "hearts"])
def test_small_shapes_keep_off_copy_and_picture(ornament: str) -> None:
    assets = AssetStore()
    last = Artist().paint(request_with(ornament), assets)[-1].layer
    assert last.id == "strewn"
    for leaf in leaves(last):
        pieces = [path_bounds(f"M{piece}") for piece in path_of(leaf, assets).split("M")[1:]]
        assert pieces and all(p.intersection(COPY).empty for p in pieces)
        assert all(p.intersection(PICTURE).empty for p in pieces)


def test_none_where_none_is_asked_for_or_a_system_has_no_room() -> None:
    plain = {p.layer.id for p in Artist().paint(request_with(""), AssetStore())}
    full = {p.layer.id for p in Artist().paint(request_with("gingham", "deco"), AssetStore())}
    assert "ground-pattern" not in plain | full
