"""The browser's files: kept for good under the address of what they hold, fetched all at once."""

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from editor.modules import FOLDER, ROOT, Files, address, linked


@pytest.fixture(scope="module")
def client():
    app = FastAPI()
    app.mount(ROOT, Files())
    return TestClient(app)


def test_a_file_is_kept_for_good_under_the_address_of_what_it_holds(client):
    answer = client.get(address("store.js"))
    assert "immutable" in answer.headers["cache-control"]
    assert answer.content == (FOLDER / "store.js").read_bytes()


@pytest.mark.parametrize("path", [f"{ROOT}/store.js", f"{ROOT}/0123456789ab/store.js"])
def test_under_any_other_address_it_is_asked_for_each_time(client, path):
    answer = client.get(path)
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["../editor/host.py", "x/../../editor/host.py", "nothing.js", ""])
def test_nothing_else_is_served(client, path):
    assert client.get(f"{ROOT}/{path}").status_code == 404


def test_a_head_names_every_module_behind_an_entry_once():
    named = re.findall(r'modulepreload" href="([^"]+)"', linked("editor.js"))
    files = [path.rsplit("/", 1)[1] for path in named]
    assert len(files) == len(set(files)) and {"editor.js", "scene.js", "geometry.js"} <= set(files)
    assert named == [address(name) for name in files]
