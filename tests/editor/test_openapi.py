"""The API as its own document tells it: every route described and typed, every command postable."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from agents.home import Home
from design_io.document import Canvas, Design, ImageLayer, ShapeLayer
from design_io.errors import DesignError
from editor.api import api_router
from editor.api_boxes import boxes_router
from editor.api_fonts import fonts_router
from editor.api_models import EXAMPLES, Step
from editor.api_quality import quality_router
from editor.api_versions import versions_router
from editor.desk import desk_at
from editor.host import told
from editor.insert import routes
from editor.ops import OPS
from generators.artist import Artist

COMMANDS = "/studio/api/designs/{design_id}/commands"
GIVEN = b"\x89PNG\r\n"  # only its name counts here


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("home"))
    desk, app = desk_at(home, Artist()), FastAPI(openapi_url="/studio/api/docs")
    for router in (
        api_router(desk), boxes_router(desk), quality_router(desk), versions_router(desk),
        routes(home), fonts_router(home),
    ):  # fmt: skip
        app.include_router(router)
    app.add_exception_handler(DesignError, told)
    app.state.home = home
    return TestClient(app)


@pytest.fixture(scope="module")
def operations(client):
    paths = client.get("/studio/api/docs").json()["paths"]
    return {(verb, path): each for path, verbs in paths.items() for verb, each in verbs.items()}


def test_every_route_says_in_words_what_it_does(operations):
    silent = [key for key, each in operations.items() if not each.get("description")]
    assert len(operations) > 25 and silent == []


def test_what_is_sent_and_answered_is_typed(operations):
    for key, each in operations.items():
        for body in each.get("requestBody", {}).get("content", {}).values():
            assert "$ref" in body["schema"] or "items" in body["schema"], key
        for code, answer in each["responses"].items():
            told = [content["schema"] for content in answer.get("content", {}).values()]
            assert told or code == "204", key
            for schema in told:
                inner = schema.get("items", schema)
                known = "$ref" in inner or "properties" in inner
                assert known or schema.get("format") == "binary", (key, schema)


def test_the_document_has_an_example_of_every_command_and_each_is_a_step(operations):
    content = operations["post", COMMANDS]["requestBody"]["content"]["application/json"]
    assert content["examples"].keys() == OPS
    for example in content["examples"].values():
        Step.model_validate(example["value"])


@pytest.mark.parametrize("op", sorted(EXAMPLES))
def test_every_documented_command_can_be_posted(client, op):
    home = client.app.state.home
    picture = home.resources.assets.put(GIVEN)
    shapes = (
        ShapeLayer(id=name, role="ornament", box=(10 * n, 40 * n * n, 60, 50))
        for n, name in enumerate("abc")
    )
    photo = ImageLayer(id="photo", role="picture", box=(20, 20, 200, 200))
    design = Design(canvas=Canvas(width=400, height=400), layers=(*shapes, photo))
    doc = home.store.create(design).design_id
    if op == "restore":
        client.post(f"/studio/api/designs/{doc}/commands", json=EXAMPLES["nudge"]["value"])
    step = EXAMPLES[op]["value"]
    if op == "replace_asset":
        step = {"commands": [step["commands"][0] | {"asset": picture}]}
    before = home.store.load(doc)
    answer = client.post(f"/studio/api/designs/{doc}/commands", json=step)
    assert answer.status_code == 200, answer.text
    after = home.store.load(doc)
    assert answer.json() == {"rev": after.revision} == {"rev": before.revision + 1}
    assert after.design != before.design or op == "ungroup"


def test_what_is_no_command_is_refused(client):
    doc = client.app.state.home.store.create(Design(canvas=Canvas(width=9, height=9))).design_id
    path = f"/studio/api/designs/{doc}/commands"
    assert client.post(path, json={"commands": [{"op": "explode"}]}).status_code == 422
    assert client.post(path, json={"commands": []}).status_code == 422
