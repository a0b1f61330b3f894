"""The largest free place among copy for a thing of given proportions."""

import pytest

from design_io.geometry import Box
from generators.artist.room import fitted, placed, roomiest
from generators.request import GenerationRequest, Region

ZONE = Region(box=Box(80, 600, 920, 300), kind="object")
TITLE = Region(box=Box(80, 80, 480, 480), kind="text", caption="Book")
CALL = Region(box=Box(80, 1000, 300, 80), kind="calm", caption="underlay")
RULE = Box(80, 950, 920, 2)


def request_for(*regions, lines=(), subjects=("key",)) -> GenerationRequest:
    return GenerationRequest(
        width=1080, height=1350, regions=(ZONE, *regions), lines=lines, subjects=subjects
    )


def test_a_thing_takes_what_copy_leaves_free_beside_and_below_its_zone():
    room = roomiest(request_for(TITLE, CALL), 0.5)
    assert room.x > TITLE.box.right and room.y < ZONE.box.y and room.bottom > ZONE.box.bottom
    assert room.right == ZONE.box.right


@pytest.mark.parametrize("ratio", (0.4, 1.0, 2.5))
def test_it_keeps_off_copy_and_hairlines(ratio):
    room = roomiest(request_for(TITLE, CALL, lines=(RULE,)), ratio)
    assert all(room.intersection(box).empty for box in (TITLE.box, CALL.box, RULE))
    assert not room.intersection(ZONE.box).empty


def test_a_still_life_too_small_to_be_made_out_is_its_first_thing():
    low = ZONE.evolve(box=Box(80, 620, 920, 120))
    copy = (Region(box=Box(80, 80, 920, 500), kind="text"), CALL.evolve(box=Box(80, 800, 920, 400)))
    several = ("key+top-hat+ship",)
    crowded = request_for(*copy, subjects=several).evolve(regions=(low, *copy))
    assert placed(crowded, 0.6)[0] == "key"
    assert placed(request_for(CALL, subjects=several), 0.6)[0] == several[0]


def test_a_thing_is_no_larger_than_asked_and_stands_at_the_right():
    name, box = placed(request_for(CALL), 0.3)
    assert (box.area**0.5) == pytest.approx(0.3 * 1080) and box.right == ZONE.box.right
    assert fitted(name, ZONE.box).height == pytest.approx(ZONE.box.height)
