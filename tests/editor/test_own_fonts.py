"""Fonts from outside: given files, fonts of the computer, and what is no font."""

import zipfile

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from agents.home import Home
from design_io.commands import AddLayer
from design_io.computer_fonts import ComputerFonts
from design_io.document import Canvas, Design, TextLayer, TextStyle
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.native import write_native
from editor.api_fonts import fonts_router
from editor.host import told
from tests.fonts import renamed


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def client(home, tmp_path):
    app = FastAPI()
    app.add_exception_handler(DesignError, told)
    app.include_router(fonts_router(home, ComputerFonts((tmp_path / "installed",))))
    return TestClient(app)


def given(client, name, data):
    return client.post("/studio/api/fonts", files={"file": (name, data)})


def test_fonts_are_told_with_their_weights(client):
    fonts = {font["family"]: font for font in client.get("/studio/api/fonts").json()}
    assert {400, 700} <= set(fonts["Inter"]["weights"])


def test_a_given_font_comes_first_and_is_there_again_after_a_restart(client, home):
    answer = given(client, "../My Font.woff2", renamed("Zuse Own", "woff2", 700))
    assert answer.status_code == 201 and answer.json()["family"] == "Zuse Own"
    assert client.get("/studio/api/fonts").json()[0] == {
        "family": "Zuse Own", "kind": "user", "weights": [700], "italic": False
    }  # fmt: skip
    assert client.get("/studio/fonts/Zuse Own/700").content[:4] == b"\0\1\0\0"
    assert Home(home.folder).fonts.has("zuse own")
    assert [path.parent for path in home.own_fonts.files()] == [home.folder / "fonts"]


def test_an_own_font_is_removed_and_brought_back_but_none_of_ours(client, home):
    given(client, "own.ttf", renamed("Zuse Own"))
    assert client.delete("/studio/api/fonts/zuse own").status_code == 204
    assert not home.fonts.has("Zuse Own") and home.own_fonts.files() == []
    assert client.post("/studio/api/fonts/Zuse Own/restore").json()["kind"] == "user"
    assert home.fonts.has("Zuse Own")
    assert "no font of your own" in client.delete("/studio/api/fonts/Inter").json()["detail"]
    assert home.fonts.has("Inter")


def test_a_design_takes_its_given_font_along(client, home, tmp_path):
    given(client, "own.ttf", renamed("Zuse Own"))
    doc = home.store.create(Design(canvas=Canvas(width=500, height=500))).design_id
    title = TextLayer(
        id="t",
        role="title",
        text="Zuse",
        box=Box(0, 0, 400, 100),
        style=TextStyle(font="Zuse Own"),
    )
    home.store.append(doc, 0, AddLayer(layer=title), "", "user")
    member = home.member(doc)
    write_native(tmp_path / "own.plakat", member.file, member.resources)
    with zipfile.ZipFile(tmp_path / "own.plakat") as archive:
        assert any(name.startswith("fonts/") for name in archive.namelist())


def test_a_font_of_the_computer_is_copied_when_it_is_chosen(client, home, tmp_path):
    (tmp_path / "installed" / "deep").mkdir(parents=True)
    (tmp_path / "installed" / "deep" / "a.ttf").write_bytes(renamed("Installed"))
    (tmp_path / "installed" / "broken.ttf").write_bytes(b"\0\1\0\0 broken")
    assert [f["family"] for f in client.get("/studio/api/fonts/computer").json()] == ["Installed"]
    assert not home.fonts.has("Installed")
    taken = client.post("/studio/api/fonts/computer", json={"family": "Installed"})
    assert taken.status_code == 201 and home.fonts.has("Installed")
    assert client.get("/studio/api/fonts/computer").json() == []
    other = client.post("/studio/api/fonts/computer", json={"family": "/etc/passwd"})
    assert other.status_code == 422 and "choose one listed" in other.json()["detail"]


@pytest.mark.parametrize(
    "data", [b"", b"<script>alert(1)</script>", b"wOF2" + b"\xff" * 200], ids=["none", "web", "zip"]
)
def test_what_is_no_font_is_refused_in_a_sentence(client, home, data):
    answer = given(client, "<b>bad</b>\n.ttf", data)
    assert answer.status_code == 422 and "give a" in answer.json()["detail"]
    assert "<" not in answer.json()["detail"] and not home.own_fonts.files()
