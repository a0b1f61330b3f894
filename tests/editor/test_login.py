"""A password before everything, for those who set one; names and addresses that are not ours."""

import time

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import Headers
from starlette.websockets import WebSocketDisconnect

from agents.home import Home
from design_io.commands import UpdateDesign
from design_io.document import Canvas, Design
from design_io.store import DesignStore
from editor.guard import Guard
from editor.host import application, warning
from editor.login import COOKIE, Login
from generators.artist import Artist

PASSWORD = "open sesame é"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("home"))
    design = Design(title="Kept", canvas=Canvas(width=100, height=100))
    home.store.create(design, design_id="a")
    return home


@pytest.fixture(scope="module")
def app(home):
    return application(home, Artist(), password=PASSWORD)


@pytest.fixture
def client(app):
    return TestClient(app, follow_redirects=False)


def log_in(client, password=PASSWORD, to="/"):
    return client.post(f"/studio/login?to={to}", data={"password": password})


@pytest.mark.parametrize(
    "path", ["/studio/api/designs", "/config", "/studio/d/a", "/gradio_api/info"]
)
def test_nothing_is_told_to_who_has_no_password(client, path):
    answer = client.get(path)
    assert answer.status_code == 401 and "Kept" not in answer.text


def test_a_browser_is_led_to_the_login_and_back(client):
    sent = client.get("/studio/d/a?x=1", headers={"accept": "text/html"})
    assert sent.headers["location"] == "/studio/login?to=%2Fstudio%2Fd%2Fa%3Fx%3D1"
    page = client.get(sent.headers["location"])
    assert (
        page.status_code == 200 and "form-action 'self'" in page.headers["content-security-policy"]
    )
    came = log_in(client, to="%2Fstudio%2Fd%2Fa%3Fx%3D1")
    assert came.headers["location"] == "/studio/d/a?x=1"
    cookie = came.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and PASSWORD not in cookie
    assert client.get("/studio/d/a").status_code == 200
    with client.websocket_connect("/studio/ws/d/a") as tab:
        assert tab.receive_json()["design"]["title"] == "Kept"


def test_no_socket_without_the_password(client):
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/studio/ws/d/a") as tab:
        tab.receive_json()


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_a_login_leads_to_no_other_server(client, to):
    assert log_in(client, to=to).headers["location"] == "/"


def test_programs_send_the_password_and_a_made_up_session_is_none(client):
    told = {"authorization": f"Bearer {PASSWORD}".encode()}
    assert client.get("/studio/api/designs", headers=told).status_code == 200
    client.cookies.set(COOKIE, f"{int(time.time()) + 900}.{'0' * 64}")
    assert client.get("/studio/api/designs").status_code == 401


def test_wrong_passwords_wait_longer_each_time_and_a_session_ends():
    now = [1000.0]
    login = Login(None, PASSWORD, clock=lambda: now[0])
    assert [login._checked("here", b"no") for _ in range(3)] == [False] * 3
    assert not login._checked("here", PASSWORD.encode())  # it has to wait, and is not even compared
    assert login._checked("there", PASSWORD.encode())
    now[0] += 1.1
    assert not login._checked("here", b"no") and login._wait("here") == 2
    now[0] += 2.1
    assert login._checked("here", PASSWORD.encode())
    session = login._session("1010")
    assert login._is_session(session)
    assert not Login(None, "another", clock=lambda: now[0])._is_session(session)
    now[0] = 1011
    assert not login._is_session(session)


@pytest.mark.parametrize(
    ("host", "ours"),
    [("127.0.0.1:7860", True), ("localhost", True), ("[::1]:7860", True), ("studio.lan", True),
     ("evil.example:7860", False), ("127.0.0.1.evil.example", False)],
)  # fmt: skip
def test_over_its_own_address_the_server_goes_by_its_own_names(host, ours):
    guard = Guard(None, hosts=["studio.lan"])
    scope = {"type": "http", "method": "GET", "path": "/", "server": ("127.0.0.1", 7860)}
    assert (guard._refusal(scope, Headers({"host": host})) is None) == ours


def test_an_open_door_is_warned_of():
    assert warning("127.0.0.1", "") == "" == warning("localhost", "")
    assert "PLAKAT_PASSWORD" in warning("0.0.0.0", "") and "overheard" in warning("0.0.0.0", "x")


def test_what_another_program_changes_is_seen_in_an_open_tab(home):
    with (
        TestClient(application(home, Artist())) as client,
        client.websocket_connect("/studio/ws/d/a") as tab,
    ):
        rev = tab.receive_json()["rev"]
        other = DesignStore(home.folder / "store.db")
        other.append("a", rev, UpdateDesign(changes={"title": "Changed elsewhere"}), "By hand")
        told = tab.receive_json()
        assert told["rev"] == rev + 1 and told["design"]["title"] == "Changed elsewhere"
        other.close()
