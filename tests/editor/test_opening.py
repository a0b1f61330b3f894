"""Files of other programs are opened as designs: by drop or by upload, and hostile ones are not."""

import io

import pytest
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from PIL import Image
from starlette.testclient import TestClient

from agents.home import Home
from design_io.document import leaves
from design_io.errors import DesignError
from design_io.native import NativeFile, new_design_id, write_native
from design_io.psd import write_psd
from design_io.rasters import Rasters
from editor.opening import opening_router
from tests.design_io.hostile_files import HARMLESS, REFUSED
from tests.design_io.layered_poster import poster
from tests.design_io.letters import RESOURCES


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("home"))
    app = FastAPI()
    app.include_router(opening_router(home))
    app.add_exception_handler(DesignError, lambda _, e: JSONResponse({"detail": str(e)}, 422))
    app.state.home = home
    with TestClient(app) as client:
        yield client


def opened(client, data: bytes, name: str):
    return client.post("/studio/api/files", params={"name": name}, content=data)


def psd(tmp_path) -> bytes:
    write_psd(poster(), RESOURCES, tmp_path / "a.psd", Rasters(poster(), RESOURCES))
    return (tmp_path / "a.psd").read_bytes()


def test_a_psd_becomes_a_design_and_the_chat_says_what_was_lost(client, tmp_path):
    told = opened(client, psd(tmp_path), "C:\\work\\Jazz.psd").json()
    home = client.app.state.home
    design = home.store.load(told["id"]).design
    assert told["title"] == "Jazz Night" == design.title
    assert [layer.text for layer in leaves(design) if layer.kind == "text"][0] == "Jazz Night"
    [said] = home.store.transcript(told["id"])
    assert said.text.startswith("Opened Jazz.psd: 6 pictures, 2 live text.")
    assert "looks other than in the file" in said.text and told["notes"]


def test_a_plakat_comes_back_as_the_design_it_is(client, tmp_path):
    file, name = tmp_path / "a.plakat", new_design_id()
    from design_io.history import History

    write_native(file, NativeFile(name, 3, History(poster())), RESOURCES)
    assert opened(client, file.read_bytes(), "a.plakat").json()["id"] == name
    assert opened(client, file.read_bytes(), "a.plakat").status_code == 201
    assert client.app.state.home.store.load(name).design == poster()


def test_a_picture_becomes_a_sheet(client):
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, "PNG")
    told = opened(client, data.getvalue(), "holiday.png").json()
    assert told["title"] == "holiday"


@pytest.mark.parametrize("name", ["svg remote href", "zip slip", "psd huge sheet", "png bomb"])
def test_a_hostile_file_is_refused_in_a_sentence(client, name):
    answer = opened(client, REFUSED[name][0], "<img src=x onerror=alert(1)>.psd")
    assert answer.status_code == 422 and REFUSED[name][1] in answer.json()["detail"]


@pytest.mark.parametrize("name", HARMLESS)
def test_scripts_of_a_file_reach_no_design(client, name):
    told = opened(client, HARMLESS[name], "gift.svg").json()
    assert "alert" not in client.app.state.home.store.load(told["id"]).design.model_dump_json()
