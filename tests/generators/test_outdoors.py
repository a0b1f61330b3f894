"""Landscapes are drawn for what stands in the open; everything else gets a room."""

import pytest

from design_io.assets import AssetStore
from design_io.document import leaves
from generators.artist import Artist
from generators.artist.icons import icon_names
from generators.artist.outdoors import _OUTDOORS, is_outdoors
from tests.generators.test_artist import painted_design, request_for

ROOM = {"Floor", "Plinth", "Dome", "Wall", "Table"}
LAND = {"Sun", "Hill 1", "Hill 3", "Pines"}


def test_every_name_is_an_icon():
    unknown = _OUTDOORS - set(icon_names())
    assert not unknown


@pytest.mark.parametrize("name", ("teapot", "key", "glass-of-milk", "teddy-bear", "laptop"))
def test_things_of_a_house_are_indoors(name):
    assert not is_outdoors(name)


@pytest.mark.parametrize("system", ("arch", "papercut"))
@pytest.mark.parametrize("seed", range(3))
def test_a_teapot_stands_in_a_room_and_a_tent_in_a_landscape(system, seed):
    for subject, shown, absent in (("teapot", ROOM, LAND), ("camping", LAND, ROOM)):
        request = request_for(system, "portrait", subjects=(subject,), seed=seed)
        names = {layer.name for layer in leaves(painted_design(request, AssetStore()))}
        assert names & shown and not names & absent


@pytest.mark.parametrize("sheet", ("portrait", "landscape", "banner", "story"))
@pytest.mark.parametrize("seed", range(3))
def test_the_subject_stands_within_the_window(sheet, seed):
    request = request_for("arch", sheet, subjects=("teapot",), seed=seed)
    window, subject, *_ = (p.layer for p in Artist().paint(request, AssetStore()))
    wall = next(layer for layer in window.layers if layer.id == "sky")
    assert subject.layers[0].box.center.y < wall.box.bottom
    assert wall.box.x < subject.layers[0].box.center.x < wall.box.right
