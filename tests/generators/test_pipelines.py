"""A whole pipeline of diffusers' with tiny random parts, painting as a base with weights does."""

import shutil

import numpy as np
import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")
needs("transformers", "diffusion")

import torch  # noqa: E402

from design_io.assets import AssetStore  # noqa: E402
from generators.bases import BASES, Effort, Place  # noqa: E402
from generators.diffusion.loading import pipeline_of  # noqa: E402
from generators.diffusion.pipelines import PipelinePainter  # noqa: E402
from generators.families import Kind  # noqa: E402
from generators.model_folders import Weights  # noqa: E402
from generators.request import (  # noqa: E402
    GenerationError,
    GenerationRequest,
    Progress,
    Reference,
)
from generators.settings import PLAIN  # noqa: E402
from tests.generators.tiny_pipelines import tiny  # noqa: E402
from tests.generators.weight_files import gguf  # noqa: E402

BASE = BASES["sd3-medium"]._replace(efforts={"quality": Effort(3, 64), "draft": Effort(1, 32)})
NETWORK = "diffusion_pytorch_model.safetensors"
KIND = Kind("Stable Diffusion 3 medium", "transformer", "sd3-medium")
REQUEST = GenerationRequest(prompt="a red barn", width=120, height=150, seed=3)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("weights")
    tiny("sd3-medium").save_pretrained(place)
    return place


@pytest.fixture(scope="module")
def painter(folder):
    return PipelinePainter(BASE, Place(folder))


def pixels(painter, request=REQUEST, **more):
    return painter.picture(request, **more)[0].tobytes()


def test_a_picture_covers_the_sheet_and_says_who_made_it(painter):
    assets = AssetStore()
    (painted,) = painter.paint(REQUEST, assets)
    layer = painted.layer
    assert (layer.box.width, layer.box.height) == (120, 150)
    assert assets.pixels(layer.asset).shape == (150, 120, 4)
    assert layer.source.generator == BASE.hub and layer.source.seed == 3
    assert layer.source.licence == BASE.licence and "a red barn" in layer.source.prompt


def test_the_same_seed_paints_the_same_and_another_seed_or_prompt_does_not(painter):
    once = pixels(painter)
    assert pixels(painter) == once
    assert pixels(painter, REQUEST.evolve(seed=4)) != once
    assert pixels(painter, REQUEST.evolve(prompt="blue sea")) != once


def test_it_stops_within_a_step_and_the_next_picture_is_not_touched(painter):
    fresh, asked = pixels(painter), []

    def after_two():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(GenerationError, match="stopped"):
        pixels(painter, cancelled=after_two)
    assert len(asked) == 3
    assert pixels(painter) == fresh


def test_each_step_is_told(painter):
    told = []
    pixels(painter, on_step=told.append)
    assert told == [Progress(1, 3), Progress(2, 3), Progress(3, 3)]


def test_a_part_is_painted_inside_its_mask_and_the_next_picture_is_not_touched(painter):
    fresh, assets = pixels(painter), AssetStore()
    given = np.full((150, 120, 4), 255, np.uint8)
    given[..., :3] = np.arange(120)[:, None] * 2
    mask = given.copy()
    mask[..., :3] = np.where(np.arange(120) < 40, 255, 0)[:, None]
    asked = REQUEST.evolve(
        references=(Reference(asset=assets.put_pixels(given), role="edit"),),
        mask=assets.put_pixels(mask),
    )
    (one,), (two,) = painter.paint(asked, assets), painter.paint(asked, assets)
    assert one.layer.asset == two.layer.asset
    assert assets.pixels(one.layer.asset).shape == given.shape
    other = painter.paint(asked.evolve(seed=9), assets)[0].layer.asset
    assert assets.pixels(other).tobytes() != assets.pixels(one.layer.asset).tobytes()
    assert pixels(painter) == fresh


def test_a_base_without_inpainting_says_so(folder):
    painter = PipelinePainter(BASE._replace(inpaint=""), Place(folder))
    assets = AssetStore()
    mask = assets.put_pixels(np.full((150, 120, 4), 255, np.uint8))
    with pytest.raises(GenerationError, match="cannot change a part.*no pipeline"):
        painter.paint(REQUEST.evolve(mask=mask), assets)


def test_a_draft_is_less_work(folder):
    told = []
    painter = PipelinePainter(BASE, Place(folder), PLAIN._replace(preset="draft"))
    assert len(pixels(painter, on_step=told.append)) == 120 * 150 * 3
    assert told == [Progress(1, 1)]


@pytest.mark.parametrize("form", ["safetensors", "GGUF"])
def test_the_network_in_a_single_file_paints_the_same(painter, folder, tmp_path, form):
    from safetensors.torch import load_file, save_file

    rest = tmp_path / "rest"
    shutil.copytree(folder, rest)
    (rest / "transformer" / NETWORK).unlink()
    tensors = load_file(folder / "transformer" / NETWORK)
    path = tmp_path / f"net.{form.lower()}"
    if form == "GGUF":
        pytest.importorskip("gguf")
        gguf(path, {name: tensor.numpy() for name, tensor in tensors.items()})
    else:
        save_file(tensors, path)
    alone = PipelinePainter(BASE, Place(rest, Weights(path, KIND, form)))
    assert pixels(alone) == pixels(painter)


def test_a_file_that_lacks_tensors_is_named_with_what_it_should_have(folder, tmp_path):
    from safetensors.torch import load_file, save_file

    tensors = load_file(folder / "transformer" / NETWORK)
    tensors.pop("proj_out.bias")
    save_file(tensors, tmp_path / "net.safetensors")
    place = Place(folder, Weights(tmp_path / "net.safetensors", KIND, "safetensors"))
    with pytest.raises(GenerationError, match="net.safetensors cannot be read.*has tensors such"):
        pixels(PipelinePainter(BASE, place))


def test_without_memory_the_ways_out_are_told_and_the_next_picture_is_painted(
    folder, painter, monkeypatch
):
    fresh, poor = pixels(painter), PipelinePainter(BASE, Place(folder))
    poor._pipeline = pipeline_of(BASE, poor.place, PLAIN)

    def full(*told, **more):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(poor._pipeline.transformer, "forward", full)
    with pytest.raises(GenerationError, match="--preset draft, --storage fp8, --offload seq"):
        pixels(poor)
    assert pixels(poor) == fresh


def test_half_the_memory_for_the_network_is_close_to_the_same(folder, painter):
    small = PipelinePainter(BASE, Place(folder), PLAIN._replace(storage="fp8"))
    here, there = (np.frombuffer(pixels(each), np.uint8).astype(int) for each in (small, painter))
    assert small._pipeline.transformer.proj_out.weight.dtype != torch.float8_e4m3fn
    block = small._pipeline.transformer.transformer_blocks[0]
    assert block.ff.net[2].weight.dtype == torch.float8_e4m3fn
    assert 0 < abs(here - there).mean() < 12


def test_weights_that_are_cut_short_are_named_with_the_way_out(folder, tmp_path):
    broken = shutil.copytree(folder, tmp_path / "broken")
    file = broken / "transformer/diffusion_pytorch_model.safetensors"
    file.write_bytes(file.read_bytes()[:300])
    with pytest.raises(GenerationError, match="sd3-medium in .* cannot be read.*hf download"):
        pixels(PipelinePainter(BASE, Place(broken)))


def test_a_folder_that_lacks_tensors_is_named_with_what_it_should_have(folder, tmp_path):
    from safetensors.torch import load_file, save_file

    broken = shutil.copytree(folder, tmp_path / "broken")
    tensors = load_file(broken / "transformer" / NETWORK)
    tensors.pop("proj_out.bias")
    save_file(tensors, broken / "transformer" / NETWORK, metadata={"format": "pt"})
    with pytest.raises(
        GenerationError, match="broken's SD3Tr.* lacks 1 of .*proj_out.bias.*has tensors such as"
    ):
        pixels(PipelinePainter(BASE, Place(broken)))


@pytest.fixture
def losing(folder):
    """A painter whose numbers are lost for the seed 3."""
    painter = PipelinePainter(BASE, Place(folder))
    painter._pipeline = pipeline_of(BASE, painter.place, PLAIN)
    own = painter._pipeline.scheduler.step
    spoilt = torch.randn((1, 16, 8, 8), generator=torch.Generator().manual_seed(3))

    def step(noise, time, latents, **more):
        lost = torch.equal(latents, spoilt)
        return own(noise * float("nan") if lost else noise, time, latents, **more)

    painter._pipeline.scheduler.step = step
    return painter


def test_lost_numbers_are_told(losing):
    with pytest.raises(GenerationError, match="lost in step 1 of 3; try another --seed, or allow"):
        pixels(losing)


def test_lost_numbers_are_tried_once_more_where_that_is_allowed(losing, painter):
    losing.settings = PLAIN._replace(retry_seed=True)
    (painted,) = losing.paint(REQUEST, AssetStore())
    assert painted.layer.source.seed == 4
    assert pixels(losing) == pixels(painter, REQUEST.evolve(seed=4))
