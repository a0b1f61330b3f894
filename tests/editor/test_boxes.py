"""Designs of boxes over HTTP."""

import pytest
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

from agents.home import Home
from design_io.errors import DesignError
from editor.api import api_router
from editor.api_boxes import boxes_router
from editor.desk import desk_at
from generators.artist import Artist

BOXES = [
    {"box": [90, 80, 900, 300], "caption": "Jazz Night"},
    {"box": [90, 430, 900, 620], "caption": "saxophone"},
]


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    desk = desk_at(Home(tmp_path_factory.mktemp("home")), Artist())
    app = FastAPI()
    app.include_router(api_router(desk))
    app.include_router(boxes_router(desk))
    app.add_exception_handler(DesignError, lambda _, e: JSONResponse({"detail": str(e)}, 422))
    app.state.desk = desk
    with TestClient(app) as made:
        yield made


def kinds(client, design_id):
    design = client.get(f"/studio/api/designs/{design_id}").json()["design"]
    return [layer["kind"] for layer in design["layers"]]


def test_boxes_become_a_design_and_undo_brings_the_boxes_back(client):
    made = client.post("/studio/api/designs", json={"boxes": BOXES}).json()[0]
    assert made["rev"] == 1 and "text" in kinds(client, made["id"])
    assert client.post(f"/studio/api/designs/{made['id']}/undo").status_code == 200
    assert kinds(client, made["id"]) == ["shape", "shape", "shape"]
    again = client.post(f"/studio/api/designs/{made['id']}/boxes", json={"variant": 1}).json()
    assert again == {"rev": 3, "notes": []}


def test_no_boxes_are_an_empty_sheet_of_the_size(client):
    asked = {"boxes": [], "sizes": ["instagram-story"]}
    made = client.post("/studio/api/designs", json=asked).json()[0]
    assert (made["width"], made["height"]) == (1080, 1920)
    refused = client.post(f"/studio/api/designs/{made['id']}/boxes", json={})
    assert refused.status_code == 422 and "no box yet" in refused.json()["detail"]


def test_a_box_that_cannot_be_read_leaves_no_design_behind(client):
    before = len(client.get("/studio/api/designs").json())
    asked = {"boxes": [{"box": [0, 0, 300, 200], "caption": " "}]}
    refused = client.post("/studio/api/designs", json=asked)
    assert "box 1 has no words" in refused.json()["detail"]
    assert len(client.get("/studio/api/designs").json()) == before


def test_what_a_box_is_taken_for_is_told(client):
    told = client.get("/studio/api/boxes/kind", params={"words": "a saxophone"}).json()
    assert told == {"kind": "object", "drawn": True}
