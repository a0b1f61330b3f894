"""Pictures in lines have no colour of their own; those in ink keep theirs within an outline."""

import pytest

from design_io.assets import AssetStore
from design_io.document import GroupLayer, leaves
from design_io.geometry import Box
from generators.artist import Artist
from generators.artist.drawn import SYSTEMS
from generators.request import GenerationRequest, Region
from layout.palette import palette_for
from layout.systems import SYSTEMS as ALL


def shown(system: str, hand: str) -> list:
    request = GenerationRequest(
        width=1080, height=1350, regions=(Region(box=Box(80, 500, 920, 700), kind="object"),),
        palette=palette_for(ALL[system], "#608842"), system=system, subjects=("teapot",), hand=hand,
    )  # fmt: skip
    painted = Artist().paint(request, AssetStore())
    groups = [p.layer for p in painted if isinstance(p.layer, GroupLayer)]
    return [x for group in groups for x in leaves(group) if x.role == "hero"]


@pytest.mark.parametrize("system", sorted(SYSTEMS))
def test_lines_have_one_colour_and_one_breadth(system: str) -> None:
    drawn = shown(system, "line")
    assert drawn and len({layer.fill.color for layer in drawn}) == 1
    assert len({(layer.stroke.color, layer.stroke.width) for layer in drawn}) == 1


@pytest.mark.parametrize("system", sorted(SYSTEMS))
def test_ink_goes_around_the_colours(system: str) -> None:
    plain, drawn = shown(system, ""), shown(system, "ink")
    assert [x.fill.color for x in plain] == [x.fill.color for x in drawn]
    assert any(x.stroke is not None for x in drawn)
    assert all(x.stroke is None for x in plain)
