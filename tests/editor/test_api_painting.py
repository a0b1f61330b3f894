"""A Plakat that paints for others, met by one that has it paint, over real sockets."""

import threading
from types import SimpleNamespace

import numpy as np
import pytest
from fastapi import FastAPI

from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.geometry import Box
from editor.api_painting import painting_router
from editor.host import told
from editor.login import Login
from generators.artist import Artist
from generators.plakat_server import PlakatServer
from generators.request import GenerationError, GenerationRequest, Reference, Region
from generators.settings import PLAIN
from tests.loopback import loopback
from tests.slow_painter import SlowPainter

SHEET = Box(0, 0, 120, 150)
REQUEST = GenerationRequest(
    prompt="a red barn", width=120, height=150, seed=3, steps=4,
    regions=(Region(box=SHEET, kind="object", caption="barn"),), palette={"accent": "#aa2211"},
)  # fmt: skip


@pytest.fixture(scope="module")
def running():
    desk = SimpleNamespace(painter=None, app=FastAPI())
    app = desk.app
    app.add_exception_handler(DesignError, told)
    app.include_router(painting_router(desk))
    with loopback(app) as desk.url:
        yield desk


@pytest.fixture
def desk(running):
    running.painter = SlowPainter(0.02)
    return running


@pytest.fixture
def painter(desk):
    return PlakatServer(PLAIN._replace(url=desk.url))


def test_the_same_layers_come_as_if_it_were_painted_here(desk, painter):
    here, there = AssetStore(), AssetStore()
    assert painter.paint(REQUEST, there) == desk.painter.paint(REQUEST, here)
    (layer,) = (item.layer for item in painter.paint(REQUEST, there))
    assert there.get(layer.asset) == here.get(layer.asset)
    assert (painter.licence, painter.abilities) == (desk.painter.licence, desk.painter.abilities)


def test_vectors_and_given_pictures_travel_too(desk):
    desk.painter = Artist()
    painter, assets = PlakatServer(PLAIN._replace(url=desk.url)), AssetStore()
    given = assets.put_pixels(np.full((9, 9, 4), 200, np.uint8))
    request = REQUEST.evolve(
        system="split", references=(Reference(asset=given),), palette=SWISS, width=600, height=800
    )
    assert painter.paint(request, assets) == Artist().paint(request, assets)


SWISS = {
    name: "#334455"
    for name in ("bg", "ink", "accent", "subject", "ground", "muted", "paper", "surface")
}


@pytest.mark.slow
def test_who_stops_here_stops_it_there_and_the_next_picture_is_painted(desk, painter):
    desk.painter = slow = SlowPainter(go=threading.Event(), seconds=8)
    with pytest.raises(GenerationError, match="stopped"):
        painter.paint(REQUEST, AssetStore(), cancelled=slow.begun.is_set)
    slow.go.set()
    assert painter.paint(REQUEST, AssetStore())
    assert len(slow.stopped) == 1


def test_why_a_picture_was_not_painted_is_said(desk, painter):
    desk.painter = Artist()
    with pytest.raises(GenerationError, match="Plakat at .*: the artist cannot draw 'none'"):
        painter.paint(REQUEST.evolve(system="none"), AssetStore())


def test_too_large_a_picture_is_refused(painter):
    with pytest.raises(GenerationError, match="more than 40 megapixels"):
        painter.paint(REQUEST.evolve(width=20_000, height=20_000), AssetStore())


def test_the_password_is_shown_where_there_is_one(desk, monkeypatch):
    with loopback(Login(desk.app, "open sesame")) as url:
        with pytest.raises(GenerationError, match="refused with 401: a password is asked for"):
            PlakatServer(PLAIN._replace(url=url))
        monkeypatch.setenv("PLAKAT_SERVER_PASSWORD", "open sesame")
        assert PlakatServer(PLAIN._replace(url=url)).paint(REQUEST, AssetStore())


def test_without_a_server_it_says_what_to_set(monkeypatch):
    monkeypatch.delenv("PLAKAT_SERVER", raising=False)
    with pytest.raises(GenerationError, match="--generator-url or PLAKAT_SERVER"):
        PlakatServer()
    with pytest.raises(GenerationError, match="no Plakat answers at http://127.0.0.1:9"):
        PlakatServer(PLAIN._replace(url="http://127.0.0.1:9"))
