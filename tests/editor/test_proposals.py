"""What is only proposed changes nothing until some of it is accepted, as one undo step."""

import pytest
from fastapi.testclient import TestClient

from agents.home import Home
from design_io.document import Canvas, Design, TextLayer
from editor.host import application
from generators.artist import Artist

DOC = "a" * 32


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("home"))
    layers = (
        TextLayer(id="title", role="title", box=(40, 40, 500, 200), text="Jazz"),
        TextLayer(id="date", role="date", box=(40, 300, 500, 60), text="12 December"),
    )
    design = Design(title="Jazz", canvas=Canvas(width=600, height=800), layers=layers)
    home.store.create(design, design_id=DOC)
    with TestClient(application(home, Artist())) as made:
        yield made


@pytest.fixture
def tab(client):
    with client.websocket_connect(f"/studio/ws/d/{DOC}") as made:
        made.rev = made.receive_json()["rev"]
        yield made


def colors(client):
    design = client.app.state.desk.home.store.load(DOC).design
    return {layer.id: layer.style.color for layer in design.layers}


def heard(tab, kind):
    while (message := tab.receive_json())["t"] != kind:
        pass
    return message


def proposed(tab, txn, text="make the title and the date red"):
    tab.send_json({"t": "prompt", "txn": txn, "text": text, "sel": [], "propose": True})
    return heard(tab, "proposal")


def test_one_part_of_a_proposal_is_accepted_and_the_rest_is_not_made(client, tab):
    made = proposed(tab, "some")
    assert [part["layers"] for part in made["parts"]] == [["title"], ["date"]]
    assert set(colors(client).values()) == {"#000000"} and made["picture"].startswith("data:")
    tab.send_json({"t": "accept", "txn": "some", "parts": [1]})
    step = heard(tab, "commit")
    assert (step["rev"], step["actor"], list(step["layers"])) == (tab.rev + 1, "agent", ["date"])
    assert heard(tab, "said")["kind"] == "done"
    tab.send_json({"t": "undo"})
    heard(tab, "commit")
    assert set(colors(client).values()) == {"#000000"}


def test_all_of_a_proposal_is_the_turn_itself(client, tab):
    made = proposed(tab, "all", "make the title blue")
    tab.send_json({"t": "accept", "txn": "all", "parts": [0]})
    assert heard(tab, "said")["text"] == made["text"] and colors(client)["title"] != "#000000"


def test_a_proposal_that_is_not_wanted_leaves_all_as_it_was(client, tab):
    proposed(tab, "none", "delete the title")
    tab.send_json({"t": "accept", "txn": "none", "parts": []})
    heard(tab, "said")
    assert client.app.state.desk.home.store.load(DOC).revision == tab.rev
    tab.send_json({"t": "accept", "txn": "none", "parts": [0]})
    assert "ask for it again" in heard(tab, "said")["text"]


def test_what_cannot_be_done_is_said_and_not_proposed(tab):
    tab.send_json({"t": "prompt", "txn": "no", "text": "zxcv qwrt", "sel": [], "propose": True})
    assert heard(tab, "said")["kind"] == "impossible"
