"""People as flat figures: natural skin and hair, no faces, clothes that take a palette."""

import json

import pytest

from agents.lexicon import hands_of
from generators.artist.icons import FOLDER, Ramp, dominant, parts, recolored, skin_of
from generators.artist.people import SKINS, YELLOW

PEOPLE = json.loads((FOLDER / "people.json").read_text("utf-8"))
HANDS = json.loads((FOLDER / "hands.json").read_text("utf-8"))
RAMP = Ramp("#101828", "#2f6fed", "#e8f0ff", "#ff5f57")


@pytest.mark.parametrize("name", [*PEOPLE, *HANDS])
def test_nobody_is_yellow_and_all_are_of_one_hand(name):
    fills = {part.color for part in parts(name)}
    assert YELLOW not in fills and (skin_of(name) or not fills & set(SKINS))
    assert hands_of(name) == (name,)


@pytest.mark.parametrize("name", ["farmer", "cook", "woman", "pilot"])
def test_a_face_has_no_lips_or_brows(name):
    assert not {"#990839", "#d37034"} & {part.color for part in parts(name)}


def test_who_is_not_listed_stays_as_drawn():
    assert YELLOW in {part.color for part in parts("baby")}


@pytest.mark.parametrize("name", ["farmer", "person-biking", "nail-polish"])
def test_in_a_palette_skin_stays_skin(name):
    skin, colors = skin_of(name), recolored(name, RAMP)
    assert skin and all(colors[fill] == fill for fill in skin)
    if dominant(name) not in skin:
        assert colors[dominant(name)] == RAMP.main
