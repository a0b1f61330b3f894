"""The insert panel's routes: icons by words and in the palette, QR codes."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from agents.home import Home
from design_io.document import GroupLayer
from editor.insert import named, routes

PALETTE = {"bg": "#f0e8d6", "ink": "#131719", "paper": "#f7f3ea", "a": "#0f3038", "b": "#e26a4a"}


@pytest.fixture
def client(tmp_path):
    app = FastAPI()
    app.include_router(routes(Home(tmp_path)))
    return TestClient(app)


def test_icons_are_found_by_what_they_show_and_by_name():
    assert "saxophone" in named("saxophone")
    assert named("jazz") and named("") and not named("zzzz")


def test_an_icon_comes_in_the_colours_of_the_palette(client):
    order = {"name": "saxophone", "id": "icon-a", "box": [10, 20, 100, 100], "palette": PALETTE}
    group = GroupLayer.model_validate(client.post("/studio/api/icons", json=order).json())
    assert PALETTE["b"] in {shape.fill.color for shape in group.layers}


def test_an_unknown_icon_is_refused_in_a_sentence(client):
    answer = client.post("/studio/api/icons", json={"name": "no", "id": "a", "box": [0, 0, 9, 9]})
    assert answer.status_code == 422 and "no icon" in answer.json()["detail"]


def test_a_code_lies_on_white_with_its_quiet_zone(client):
    order = {"text": "bluenote.com", "id": "code", "box": [0, 0, 290, 290], "color": "#ffff00"}
    ground, code = client.post("/studio/api/qr", json=order).json()["layers"]
    assert ground["fill"]["color"] == "#ffffff" and code["fill"]["color"] == "#000000"
    assert code["box"][0] > 25
