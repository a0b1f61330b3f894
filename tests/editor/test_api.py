"""Versions, findings and questions over HTTP, for scripts and other programs."""

import asyncio

import pytest
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

from agents.brief import Commission
from agents.home import Home
from design_io.commands import UpdateLayer
from design_io.errors import DesignError
from editor.api_quality import quality_router
from editor.api_versions import versions_router
from editor.desk import desk_at
from generators.artist import Artist

ASKED = "A jazz night poster for the Blue Note, Friday 12 December 2026, 8 pm, tickets $25"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    desk = desk_at(Home(tmp_path_factory.mktemp("home")), Artist())
    asyncio.run(desk.begin(Commission(request=ASKED, design_ids=("jazz",))))
    request = "A poster for our spring concert, include our phone number"
    asyncio.run(desk.begin(Commission(request=request, design_ids=("open",))))
    app = FastAPI()
    app.include_router(quality_router(desk))
    app.include_router(versions_router(desk))
    app.add_exception_handler(DesignError, lambda _, e: JSONResponse({"detail": str(e)}, 422))
    app.state.desk = desk
    with TestClient(app) as made:
        yield made


def get(client, path):
    return client.get(f"/studio/api/designs/jazz/{path}").json()


def post(client, path, **body):
    return client.post(f"/studio/api/designs/jazz/{path}", json=body)


def test_a_finding_is_mended_as_one_step_and_is_gone(client):
    found = get(client, "findings")
    nth = next(n for n, item in enumerate(found["items"]) if item["rule"] == "fact-weekday")
    assert found["items"][nth]["ways"][0] == "Saturday 12 December 2026"
    asked = post(client, "findings/fix", rev=found["rev"], items=[nth])
    assert asked.status_code == 422 and "1: Friday 11 December" in asked.json()["detail"]
    left = post(client, "findings/fix", rev=found["rev"], items=[nth], way=0).json()
    assert left["rev"] == found["rev"] + 1
    assert not any(item["rule"] == "fact-weekday" for item in left["items"])
    stale = post(client, "findings/fix", rev=found["rev"], items=[nth], way=0)
    assert stale.status_code == 409 and "again" in stale.json()["detail"]


def test_a_question_is_answered_and_no_longer_asked(client):
    path = "/studio/api/designs/open"
    assert [question["id"] for question in client.get(f"{path}/questions").json()] == ["phone"]
    done = client.post(f"{path}/answers", json={"answers": {"phone": "555 0134"}})
    assert done.json()["rev"] == 1, done.text
    assert client.get(f"{path}/questions").json() == []


def test_a_version_is_named_compared_restored_and_branched(client):
    before = post(client, "versions", name="before the meeting").json()
    home = client.app.state.desk.home
    title = next(x for x in home.store.load("jazz").design.layers if x.role == "title")
    fade = UpdateLayer(layer_id=title.id, changes={"opacity": 0.5})
    asyncio.run(client.app.state.desk.commit("jazz", [fade], "fade"))
    now = home.store.load("jazz").revision
    compared = get(client, f"compare?left={before['rev']}&right={now}")
    assert compared["diff"] and str(now) in compared["right"]
    post(client, "restore", rev=before["rev"])
    assert home.store.load("jazz").design.layer(title.id).opacity == 1
    branch = post(client, "branch", rev=now).json()["id"]
    assert home.store.load(branch).design.layer(title.id).opacity == 0.5
    named = [step["rev"] for step in get(client, "versions") if step["name"]]
    assert named == [before["rev"]]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("findings/fix", {"rev": 99}, 409), ("restore", {"rev": 999}, 422),
        ("versions", {"name": " "}, 422), ("branch", {"rev": -1}, 422),
        ("answers", {"answers": {"nobody-asked": "x"}}, 422),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_a_sentence(client, path, body, status):
    answer = post(client, path, **body)
    assert answer.status_code == status, answer.text


def test_a_design_that_is_not_here_is_said_so(client):
    assert client.get("/studio/api/designs/nobody/findings").status_code == 404
    assert client.get("/studio/api/designs/nobody/versions").status_code == 404
