"""OpenAI's wire for pictures, against servers that know all of it, little of it, or none."""

import pytest

from design_io.assets import AssetStore
from generators.images_api import ImagesApi
from generators.request import GenerationError, GenerationRequest
from generators.settings import PLAIN
from tests.images_server import serving

REQUEST = GenerationRequest(prompt="a red barn", width=120, height=150, seed=3)
SECRET = "sk-very-secret"


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("PLAKAT_IMAGES_KEY", SECRET)
    with serving() as running:
        yield running


@pytest.fixture
def painter(server, monkeypatch):
    def made(model="plain"):
        monkeypatch.setenv("PLAKAT_IMAGES_MODEL", model)
        return ImagesApi(PLAIN._replace(url=server.url))

    return made


def test_a_picture_is_asked_for_and_signed_and_its_alpha_stays(painter, server):
    assets = AssetStore()
    (painted,) = painter().paint(REQUEST, assets)
    pixels = assets.pixels(painted.layer.asset)
    assert pixels.shape == (150, 120, 4)
    assert pixels[9, 9].tolist() == pytest.approx([3, 20, 30, 128], abs=1)
    assert painted.layer.source.generator == "images-api: plain"
    assert server.seen[0]["size"] == "912x1152" and server.seen[0]["prompt"] == "a red barn."
    assert server.keys == [f"Bearer {SECRET}"]
    assert SECRET not in painted.model_dump_json()


def test_what_a_server_does_not_know_is_left_out(painter, server):
    assert painter("gpt").paint(REQUEST, AssetStore())
    assert server.seen[-1] == {
        "model": "gpt", "prompt": "a red barn.", "n": 1, "size": "1024x1536",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("broken", "refused with 401: Incorrect API key provided"),
        ("text", "answers with no JSON; is it another program"),
        ("linked", "answers with no picture in b64_json"),
    ],
)
def test_what_goes_wrong_there_is_said_and_the_key_is_not(painter, model, said):
    with pytest.raises(GenerationError, match=said) as raised:
        painter(model).paint(REQUEST, AssetStore())
    assert SECRET not in str(raised.value)


def test_nobody_waits_for_a_picture_that_was_stopped(painter, server):
    with pytest.raises(GenerationError, match="stopped"):
        painter("slow").paint(REQUEST, AssetStore(), lambda: bool(server.seen))
    assert not server.go.is_set()


def test_a_key_does_not_go_over_the_net_in_the_clear(painter, server):
    far = painter()
    far.server.url = "http://box.example/v1"
    with pytest.raises(GenerationError, match="in the clear; use an https:// address"):
        far.paint(REQUEST, AssetStore())
    assert not server.seen


@pytest.mark.parametrize("url", ["http://[bad", "ftp://host", "host:80", "http://me:pw@host/v1"])
def test_an_address_that_is_none_is_refused_without_repeating_it(url):
    with pytest.raises(GenerationError, match="must look like http://HOST:PORT") as raised:
        ImagesApi(PLAIN._replace(url=url))
    assert url not in str(raised.value)


def test_without_an_address_it_says_what_to_set(monkeypatch):
    monkeypatch.delenv("PLAKAT_IMAGES_URL", raising=False)
    with pytest.raises(GenerationError, match="--generator-url or PLAKAT_IMAGES_URL"):
        ImagesApi()
    with pytest.raises(GenerationError, match="no images server answers at http://127.0.0.1:9/v1"):
        ImagesApi(PLAIN._replace(url="http://127.0.0.1:9/v1"))
