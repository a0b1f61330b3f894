"""ComfyUI as a painter, against a server that speaks its protocol over real sockets."""

import json

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.geometry import Box
from generators.comfyui import ComfyUI
from generators.comfyui_workflow import SHIPPED, read_workflow
from generators.registry import painter_named, painter_of
from generators.request import GenerationError, GenerationRequest, Reference, Region
from generators.settings import PLAIN
from tests.comfy_server import STEPS, comfy

REQUEST = GenerationRequest(prompt="a red barn", width=120, height=150, seed=3)


@pytest.fixture(scope="module")
def running():
    with comfy() as server:
        yield server


@pytest.fixture
def server(running):
    running.script, running.missing = "well", set()
    running.told.clear()
    running.interrupted.clear()
    return running


@pytest.fixture
def painter(server):
    return painter_named("comfyui", PLAIN._replace(url=server.url))


def workflow(path, **changes):
    """The shipped workflow with some nodes changed or added."""
    nodes = json.loads(SHIPPED.read_text())
    path.write_text(json.dumps(nodes | changes))
    return path


def node(class_, title, **inputs):
    return {"class_type": class_, "inputs": inputs, "_meta": {"title": title}}


def test_a_picture_is_painted_fetched_and_signed(painter, server):
    assets, told = AssetStore(), []
    (painted,) = painter.paint(REQUEST, assets, on_step=told.append)
    assert assets.pixels(painted.layer.asset).shape == (150, 120, 4)
    source = painted.layer.source
    assert source.generator == "comfyui: flux-2-klein-4b-fp8.safetensors"
    assert (source.seed, source.licence) == (3, "Apache-2.0")
    assert [(t.step, t.steps) for t in told] == [(n, STEPS) for n in range(1, STEPS + 1)]
    assert told[0].preview.getpixel((4, 4))[0] > 200


def test_a_layer_is_painted_anew_by_whoever_signed_it(painter, server, monkeypatch):
    monkeypatch.setenv("PLAKAT_COMFYUI", server.url)
    (painted,) = painter.paint(REQUEST, AssetStore())
    assert painter_of(painted.layer.source.generator).name == "comfyui"


def test_the_workflow_is_told_prompt_seed_and_size(painter, server):
    painter.paint(REQUEST.evolve(width=1600, height=900), AssetStore())
    nodes = list(server.asked.values())[-1]
    assert nodes["told"]["inputs"]["text"] == "a red barn."
    assert nodes["noise"]["inputs"]["noise_seed"] == 3
    assert nodes["schedule"]["inputs"] == {"steps": 4, "width": 1360, "height": 768}
    assert nodes["empty"]["inputs"]["width"] == 1360
    assert nodes["network"]["inputs"]["unet_name"] == "flux-2-klein-4b-fp8.safetensors"


def test_the_same_seed_is_the_same_picture_and_another_is_not(painter):
    def colour(request):
        assets = AssetStore()
        return tuple(assets.pixels(painter.paint(request, assets)[0].layer.asset)[0, 0])

    assert colour(REQUEST) == colour(REQUEST) != colour(REQUEST.evolve(seed=4))


def test_references_are_sent_and_regions_told_as_json(server, tmp_path):
    path = workflow(
        tmp_path / "own.json",
        given=node("LoadImage", "Plakat: Reference", image="x.png"),
        places=node("Text", "plakat: regions", text="[]"),
    )
    painter = ComfyUI(PLAIN._replace(url=server.url, workflow=path))
    assert painter.abilities.references and painter.abilities.regions
    assert painter.licence == "of the models in own"
    assets = AssetStore()
    asset = assets.put_pixels(np.zeros((1, 1, 4), np.uint8))
    cow = Region(box=Box(60, 0, 60, 75), kind="object", caption="a cow")
    request = REQUEST.evolve(references=(Reference(asset=asset),), regions=(cow,))
    painter.paint(request, assets)
    nodes = list(server.asked.values())[-1]
    assert server.uploads[nodes["given"]["inputs"]["image"]] == assets.get(asset)
    (told,) = json.loads(nodes["places"]["inputs"]["text"])
    assert told["box"] == [0.5, 0, 1, 0.5] and told["caption"] == "a cow"
    assert "cow" not in nodes["told"]["inputs"]["text"]


def test_stopping_stops_it_there_too_and_the_next_picture_is_painted(painter, server):
    server.script, told = "slow", []
    with pytest.raises(GenerationError, match="stopped"):
        painter.paint(REQUEST, AssetStore(), lambda: len(told) == 2, told.append)
    asked = list(server.asked)[-1]
    assert server.told == [("queue", {"delete": [asked]}), ("interrupt", asked)]
    server.script = "well"
    assert painter.paint(REQUEST, AssetStore())


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("refused", r"refused with 400: Prompt failed; VAELoader: Value not in list vae_name"),
        ("broken", "UNETLoader: CUDA out of memory"),
        ("gone", "went away while it painted"),
        ("pictureless", "made no picture of the workflow flux2-klein; title the node"),
        ("garbage", "sent no picture that can be used"),
    ],
)
def test_what_goes_wrong_there_is_said_in_a_sentence(painter, server, script, said):
    server.script = script
    with pytest.raises(GenerationError, match=said):
        painter.paint(REQUEST, AssetStore())


def test_what_the_server_lacks_is_named(painter, server, tmp_path):
    server.missing = {"Flux2Scheduler"}
    with pytest.raises(GenerationError, match="has no node Flux2Scheduler, which the workflow"):
        painter.paint(REQUEST, AssetStore())
    server.missing = set()
    path = workflow(tmp_path / "w.json", vae=node("VAELoader", "", vae_name="other.safetensors"))
    painter = ComfyUI(PLAIN._replace(url=server.url, workflow=path))
    with pytest.raises(GenerationError, match="no vae_name 'other.safetensors'.*flux2-vae"):
        painter.paint(REQUEST, AssetStore())


def test_a_server_that_is_not_there_is_one_line_with_the_way_out():
    with pytest.raises(GenerationError, match="no ComfyUI answers at .*PLAKAT_COMFYUI"):
        ComfyUI(PLAIN._replace(url="http://127.0.0.1:9"))


@pytest.mark.parametrize("url", ["ftp://x", "box:8188", "http://me:secret@box:8188"])
def test_an_address_that_is_none_is_refused_without_being_repeated(url):
    with pytest.raises(GenerationError, match="must look like http://HOST:PORT") as raised:
        ComfyUI(PLAIN._replace(url=url))
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not valid JSON"),
        ('{"nodes": [], "links": []}', "no workflow in ComfyUI's API format.*Export"),
        ('{"1": {"class_type": "KSampler", "inputs": {"seed": 1}}}', "takes the prompt; title it"),
        (
            '{"1": {"class_type": "A", "inputs": {}, "_meta": {"title": "plakat: prompt"}}}',
            "nowhere to put 'prompt'; it would be in one of: text",
        ),
        (
            '{"1": {"class_type": "A", "inputs": {}, "_meta": {"title": "plakat: mood"}}}',
            "an input 'mood'; there are: prompt",
        ),
    ],
)
def test_a_file_that_is_no_workflow_says_what_it_should_be(tmp_path, content, said):
    path = tmp_path / "flow.json"
    path.write_text(content)
    with pytest.raises(DesignError, match=said):
        read_workflow(path)


def test_seeds_and_sizes_need_no_title(tmp_path):
    path = tmp_path / "flow.json"
    nodes = {
        "1": node("CLIPTextEncode", "plakat: prompt", text="x"),
        "2": node("KSampler", "KSampler", seed=1, steps=20, positive=["1", 0]),
        "3": node("EmptyLatentImage", "", width=512, height=512, batch_size=1),
    }
    path.write_text(json.dumps(nodes))
    filled = read_workflow(path).filled({"prompt": "a", "seed": 7, "width": 64, "height": 32})
    assert filled["2"]["inputs"]["seed"] == 7 and filled["2"]["inputs"]["steps"] == 20
    assert filled["3"]["inputs"] == {"width": 64, "height": 32, "batch_size": 1}
