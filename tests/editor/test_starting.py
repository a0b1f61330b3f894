"""The start page's routes: examples, sizes, recent designs, files that are dropped."""

import io
import json

import pytest
from fastapi import FastAPI
from PIL import Image
from starlette.testclient import TestClient

from agents.home import Home
from editor.starting import start_router


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    app = FastAPI()
    app.include_router(start_router(Home(tmp_path_factory.mktemp("home")), lambda socket: True))
    with TestClient(app) as client:
        yield client


def png(colors):
    picture = Image.effect_noise((120, 90), 80) if colors == "many" else Image.new("L", (120, 90))
    packed = io.BytesIO()
    Image.merge("RGB", (picture, picture.rotate(90), picture.rotate(180))).save(packed, "PNG")
    return packed.getvalue()


def attach(client, data, **query):
    return client.post("/studio/api/attachments", params=query, content=data)


def test_the_start_page_has_a_box_and_six_drawn_examples(client):
    assert "<plakat-start>" in client.get("/studio/").text
    told = client.get("/studio/api/start").json()
    assert len(told["examples"]) == 6
    assert {"instagram-story", "a3"} <= {size["name"] for size in told["sizes"]}
    picture = client.get(told["examples"][0]["picture"])
    assert Image.open(io.BytesIO(picture.content)).height == 540


def test_a_photo_is_a_picture_and_a_drawing_a_logo(client):
    assert attach(client, png("many"), name="p.png").json()["role"] == "picture"
    drawn = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3"><path d="M0 0h9v3z"/></svg>'
    )
    logo = attach(client, drawn, name="l.svg").json()
    assert (logo["role"], round(logo["aspect"])) == ("logo", 3)
    assert attach(client, png("few"), name="mark.png").json()["role"] == "logo"
    assert attach(client, png("few"), name="mark.png", role="picture").json()["role"] == "picture"


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<html>", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_is_no_picture_is_refused_in_a_sentence(client, data):
    answer = attach(client, data, name="x.png")
    assert answer.status_code == 422
    assert len(answer.json()["detail"]) > 20


def test_an_attached_photo_is_in_all_four_designs(client):
    taken = attach(client, png("many"), name="p.png").json()
    with client.websocket_connect("/studio/ws/sketch") as socket:
        wish = {"text": "a spring concert, 3 May", "attachments": [taken]}
        socket.send_text(json.dumps({"t": "commit", "n": 1, "wish": wish}))
        ids = socket.receive_json()["ids"]
    assert len(ids) == 4
    siblings = client.get(f"/studio/api/designs/{ids[0]}/variants").json()
    assert [each["id"] for each in siblings] == ids
    recent = client.get("/studio/api/start").json()["recent"]
    assert [each["id"] for each in recent] == [ids[0]]


def test_variants_of_an_unknown_design_are_refused(client):
    assert client.get(f"/studio/api/designs/{'0' * 32}/variants").status_code == 404
