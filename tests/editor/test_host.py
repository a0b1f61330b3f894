"""The server as programs and browsers meet it: routes, the live socket, the wall around them."""

import asyncio

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from agents.brief import Commission
from agents.conversation import Conversation
from agents.home import Home
from editor.host import application
from generators.artist import Artist

ASKED = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("home"))
    talk = Conversation(home, Artist())
    sizes = ("instagram-post", "instagram-story")
    asyncio.run(talk.begin(Commission(request=ASKED, sizes=sizes, design_ids=("post", "story"))))
    with TestClient(application(home, Artist())) as made:
        yield made


def title(client, design_id="post"):
    layers = client.get(f"/studio/api/designs/{design_id}/document").json()["layers"]
    return next(layer for layer in layers if layer["role"] == "title")


def retitle(client, text):
    changes = {"text": text}
    return {"op": "update_layer", "layer_id": title(client)["id"], "changes": changes}


def test_a_commit_is_seen_in_a_second_tab_and_in_the_rest_of_the_set(client):
    with (
        client.websocket_connect("/studio/ws/d/post") as one,
        client.websocket_connect("/studio/ws/d/post") as two,
    ):
        before = one.receive_json()["rev"]
        two.receive_json()
        command = retitle(client, "Blues Night")
        one.send_json(
            {"t": "cmd", "txn": "a", "base": before, "label": "Retype", "commands": [command]}
        )
        seen = two.receive_json()
        assert (seen["rev"], seen["txn"], seen["undo"]) == (before + 1, "a", "Retype")
        assert one.receive_json()["nodes"].keys() == {title(client)["id"]}
    assert title(client, "story")["text"] == "Blues Night"


def test_a_gesture_said_twice_is_done_once(client):
    with client.websocket_connect("/studio/ws/d/post") as tab:
        rev = tab.receive_json()["rev"]
        message = {"t": "cmd", "txn": "twice", "label": "", "commands": [retitle(client, "Soul")]}
        tab.send_json(message)
        tab.send_json(message)
        answers = [tab.receive_json(), tab.receive_json()]
        assert [a["rev"] for a in answers] == [rev + 1, rev + 1]
        assert [a["t"] for a in answers] == ["commit", "commit"] and not answers[1]["nodes"]


def test_undo_takes_the_whole_set_back(client):
    before = title(client)["text"]
    client.post("/studio/api/designs/post/commands", json={"commands": [retitle(client, "Funk")]})
    assert title(client, "story")["text"] == "Funk"
    client.post("/studio/api/designs/post/undo")
    assert (title(client)["text"], title(client, "story")["text"]) == (before, before)


@pytest.mark.parametrize(
    "message",
    [
        {"t": "nonsense"},
        {"t": "cmd", "commands": [{"op": "explode"}]},
        {"t": "cmd"},
        {"t": "cmd", "commands": [{"op": "remove_layer", "layer_id": "nobody"}]},
        ["no", "object"],
    ],
)
def test_what_is_not_understood_is_rejected_with_a_sentence(client, message):
    with client.websocket_connect("/studio/ws/d/post") as tab:
        rev = tab.receive_json()["rev"]
        tab.send_json(message)
        answer = tab.receive_json()
        assert (answer["t"], answer["rev"]) == ("reject", rev) and len(answer["error"]) > 10


def test_a_chat_turn_tells_its_steps_its_change_and_its_answer(client):
    with client.websocket_connect("/studio/ws/d/post") as tab:
        tab.receive_json()
        tab.send_json({"t": "prompt", "txn": "p", "text": "make the title red", "sel": []})
        heard = []
        while not heard or heard[-1]["t"] != "said":
            heard.append(tab.receive_json())
        kinds = [message["t"] for message in heard]
        assert kinds.count("commit") == 1 and "job" in kinds and heard[-1]["kind"] == "done"


def test_a_page_of_another_site_is_kept_out(client):
    foreign = {"origin": "https://evil.example"}
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(
        "/studio/ws/d/post", headers=foreign
    ) as tab:  # fmt: skip
        tab.receive_json()
    answer = client.post("/studio/api/designs/post/undo", headers=foreign)
    assert answer.status_code == 403 and "another site" in answer.json()["detail"]


def test_a_design_that_is_not_here_is_told_in_a_sentence(client):
    with client.websocket_connect("/studio/ws/d/nobody") as tab:
        assert "no such design" in tab.receive_json()["error"]
    assert client.get("/studio/d/nobody").status_code == 404
    assert client.post("/studio/api/designs/nobody/undo").status_code == 404


def test_an_error_of_a_user_is_a_sentence(client):
    answer = client.get("/studio/api/designs/post/export?format=bmp")
    assert answer.status_code == 422 and "not a format" in answer.json()["detail"]


def test_an_export_is_a_file(client):
    answer = client.get("/studio/api/designs/post/export?format=png&scale=0.5")
    assert answer.content[:4] == b"\x89PNG" and "filename" in answer.headers["content-disposition"]


def test_our_pages_load_nothing_foreign_and_run_no_inline_script(client):
    answer = client.get("/studio/d/post")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'; script-src 'self';" in policy
    assert client.get("/studio/fonts/Inter/400").status_code == 200
    assert client.get("/studio/fonts/..%2f..%2fetc/400").status_code == 404


def test_the_gradio_page_is_there_and_records_nothing(client):
    page = client.get("/?doc=post")
    assert page.status_code == 200 and "/page.css" in page.text
    assert '"run_history":false' in page.text.replace(" ", "")


def test_the_front_page_is_the_start_box_under_the_strict_policy(client):
    page = client.get("/")
    assert "<plakat-start>" in page.text and "gradio_config" not in page.text
    assert "script-src 'self';" in page.headers["content-security-policy"]
