"""Bases that paint whole pictures: found where they lie, refused in a sentence if they do not."""

import os
from pathlib import Path

import pytest

from generators import bases
from generators.bases import BASES, fitting, place_of, ready, state_of
from generators.model_folders import known_folders, models_in
from generators.registry import GENERATORS, listed, painter_named
from generators.request import GenerationError
from generators.settings import PRESETS
from tests.generators.test_weight_headers import FLUX1
from tests.generators.test_weight_headers import KLEIN as KLEIN_KEYS
from tests.generators.weight_files import safetensors

KLEIN = BASES["flux2-klein"]


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A machine without weights, and with the packages that painting needs."""
    for variable in ("HF_HUB_CACHE", "HF_HOME", "COMFYUI_PATH", "INVOKEAI_ROOT", "PLAKAT_MODELS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(bases, "find_spec", lambda name: object())


def laid(place, pipeline=KLEIN.pipeline, network=True, config="{}"):
    """A folder as diffusers saves it, of which only names are looked at."""
    (place / "transformer").mkdir(parents=True)
    (place / "model_index.json").write_text(f'{{"_class_name": "{pipeline}"}}')
    (place / "transformer/config.json").write_text(config)
    if network:
        safetensors(place / "transformer/diffusion_pytorch_model.safetensors", {})
    return place


def found(base=KLEIN):
    return place_of(base, models_in())


def test_weights_are_found_in_the_hub_s_cache_the_newest_first(tmp_path):
    cache = tmp_path / ".cache/huggingface/hub"
    snapshots = cache / "models--black-forest-labs--FLUX.2-klein-4B/snapshots"
    older, newer = laid(snapshots / "aa"), laid(snapshots / "bb")
    os.utime(older, (1, 1))
    assert found().folder == newer
    assert f"weights present at {newer}" in state_of(KLEIN, models_in())


@pytest.mark.parametrize(
    "where",
    [
        "ComfyUI/models/diffusers/klein", "stable-diffusion-webui-forge/models/diffusers/any",
        "invokeai/models/flux2/main/klein", "Documents/ComfyUI/models/klein",
    ],
)  # fmt: skip
def test_weights_are_found_where_other_programs_keep_them(tmp_path, where):
    assert found() is None
    laid(tmp_path / where)
    assert found().folder == tmp_path / where


def test_a_named_folder_is_looked_in_first(tmp_path, monkeypatch):
    laid(tmp_path / "ComfyUI/models/klein")
    own = laid(tmp_path / "mine/deep/er")
    monkeypatch.setenv("PLAKAT_MODELS", f"{tmp_path / 'none'}:{tmp_path / 'mine'}")
    assert known_folders()[1] == tmp_path / "mine"
    assert found().folder == own


def test_models_of_one_class_are_told_apart_by_their_description(tmp_path):
    laid(tmp_path / "ComfyUI/models/a", "FluxPipeline", config='{"guidance_embeds": true}')
    assert found(BASES["flux1-schnell"]) is None
    assert found(BASES["flux1-dev"]).folder == tmp_path / "ComfyUI/models/a"
    assert found() is None


def test_a_single_file_needs_the_rest_of_its_base_and_says_the_command(tmp_path):
    file = safetensors(tmp_path / "ComfyUI/models/unet/whatever.safetensors", KLEIN_KEYS)
    state = state_of(KLEIN, models_in())
    assert f"transformer present at {file}, encoders and VAE are missing" in state
    assert "hf download black-forest-labs/FLUX.2-klein-4B --exclude 'transformer/*" in state
    rest = laid(tmp_path / "ComfyUI/models/diffusers/klein", network=False)
    assert found().folder == rest and found().file.path == file
    assert f"weights present at {file}" in state_of(KLEIN, models_in())


def test_a_base_without_weights_says_the_command_that_gets_them():
    assert (
        "no weights here: hf download black-forest-labs/FLUX.2-klein-4B"
        in dict(listed())["flux2-klein"]
    )
    with pytest.raises(GenerationError, match="flux2-klein: no weights here: hf download"):
        painter_named("flux2-klein")


def test_a_named_file_of_another_model_is_told_with_the_tensors_that_were_expected(
    tmp_path, monkeypatch
):
    file = safetensors(tmp_path / "my flux.safetensors", FLUX1)
    monkeypatch.setenv("PLAKAT_MODELS", str(file))
    told = r"my flux.safetensors holds FLUX.1 schnell; flux2-klein has tensors single_stream_mod"
    with pytest.raises(GenerationError, match=told):
        ready(KLEIN)
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(GenerationError, match=r"my flux.safetensors is cut short"):
        ready(KLEIN)


def test_a_pickle_that_is_named_is_refused_with_the_reason(tmp_path, monkeypatch):
    (tmp_path / "klein.ckpt").write_bytes(b"any")
    place = laid(tmp_path / "klein", network=False)
    (place / "transformer/model.bin").write_bytes(b"any")
    for named, file in ((tmp_path / "klein.ckpt", "klein.ckpt"), (place, "model.bin")):
        monkeypatch.setenv("PLAKAT_MODELS", str(named))
        with pytest.raises(GenerationError, match=f"{file} is a pickle.*get the .safetensors"):
            ready(KLEIN)


def test_pickles_and_models_that_no_base_paints_with_are_listed_as_such(tmp_path):
    (tmp_path / "ComfyUI/models/checkpoints").mkdir(parents=True)
    (tmp_path / "ComfyUI/models/checkpoints/old.ckpt").write_bytes(b"\x80\x04.")
    safetensors(
        tmp_path / "ComfyUI/models/dev.safetensors", KLEIN_KEYS | {"img_in.weight": (6144, 128)}
    )
    rows = listed()
    assert any(n == "not read" and "old.ckpt: they could run any code" in row for n, row in rows)
    assert any(n == "found" and row.startswith("FLUX.2 dev (safetensors) at") for n, row in rows)


def test_a_base_without_its_packages_says_what_to_install(monkeypatch):
    monkeypatch.setattr(bases, "find_spec", lambda name: None if name == "torch" else object())
    with pytest.raises(GenerationError, match=r"needs torch, .* pip install -e '.\[diffusion\]'"):
        ready(KLEIN)


def test_the_default_base_may_be_used_commercially_and_others_say_so():
    assert next(iter(BASES)) == "flux2-klein" and KLEIN.commercial
    assert "commercial" not in state_of(KLEIN, models_in())
    assert "read it before any commercial use" in state_of(BASES["flux1-dev"], models_in())


def test_every_base_has_every_preset_and_is_a_generator():
    assert all(tuple(base.efforts) == PRESETS for base in BASES.values())
    assert set(GENERATORS) >= set(BASES) | {"artist"}


@pytest.mark.parametrize("size", [(1080, 1350), (1920, 1080), (3508, 4961), (1500, 500)])
def test_pictures_are_painted_in_the_request_s_shape_at_the_base_s_area(size):
    width, height = fitting(*size, 1024, 16)
    assert width % 16 == height % 16 == 0
    assert width / height == pytest.approx(size[0] / size[1], rel=0.04)
    assert width * height == pytest.approx(1024**2, rel=0.05)


def test_links_in_a_circle_end(tmp_path):
    place = laid(tmp_path / "ComfyUI/models/a").parent
    Path(place / "again").symlink_to(place)
    assert found().folder == place / "a"


def test_a_layout_model_says_what_it_lacks_one_thing_after_the_other(tmp_path, monkeypatch):
    with pytest.raises(GenerationError, match="flux1-dev: no weights here"):
        painter_named("creatidesign")
    monkeypatch.setenv("PLAKAT_MODELS", str(tmp_path))
    laid(tmp_path / "FLUX.1-dev", pipeline="FluxPipeline")
    assert "no weights: hf download HuiZhang0812/CreatiDesign" in dict(listed())["creatidesign"]
    with pytest.raises(GenerationError, match="creatidesign: no weights here: hf download"):
        painter_named("creatidesign")
    place = tmp_path / "CreatiDesign/transformer"
    place.mkdir(parents=True)
    (place / "config.json").write_text("{}")
    assert f"weights present at {place}" in dict(listed())["creatidesign"]
