"""Bases that paint whole pictures: found where they lie, refused in a sentence if they do not."""

import os

import pytest

from generators import bases
from generators.bases import BASES, fitting, ready, state_of, weights_of
from generators.registry import GENERATORS, about
from generators.request import GenerationError

KLEIN = BASES["flux2-klein"]


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A machine without weights, and with the packages that painting needs."""
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.delenv("PLAKAT_MODELS", raising=False)
    monkeypatch.setattr(bases, "find_spec", lambda name: object())


def laid(place, pipeline=KLEIN.pipeline):
    place.mkdir(parents=True)
    (place / "model_index.json").write_text(f'{{"_class_name": "{pipeline}"}}')
    return place


def test_weights_are_found_in_the_hub_s_cache_the_newest_first(tmp_path):
    snapshots = tmp_path / "hub/models--black-forest-labs--FLUX.2-klein-4B/snapshots"
    older, newer = laid(snapshots / "aa"), laid(snapshots / "bb")
    os.utime(older, (1, 1))
    assert weights_of(KLEIN) == newer
    assert f"weights in {newer}" in state_of(KLEIN)


@pytest.mark.parametrize(
    "where", ["FLUX.2-klein-4B", "black-forest-labs/FLUX.2-klein-4B", "flux2-klein", "."]
)
def test_weights_are_found_in_a_named_folder(tmp_path, monkeypatch, where):
    own = tmp_path / "models"
    laid(own / where)
    monkeypatch.setenv("PLAKAT_MODELS", f"{tmp_path / 'other'}:{own}")
    assert weights_of(KLEIN) == own / where


def test_a_folder_of_another_base_is_not_taken(tmp_path, monkeypatch):
    laid(tmp_path / "models/FLUX.2-klein-4B", pipeline="FluxPipeline")
    monkeypatch.setenv("PLAKAT_MODELS", str(tmp_path / "models"))
    assert weights_of(KLEIN) is None


def test_a_base_without_weights_says_the_command_that_gets_them():
    assert "no weights: hf download black-forest-labs/FLUX.2-klein-4B" in about("flux2-klein")
    with pytest.raises(GenerationError, match="no weights of flux2-klein.*hf download"):
        GENERATORS["flux2-klein"]()


def test_a_base_without_its_packages_says_what_to_install(monkeypatch):
    monkeypatch.setattr(bases, "find_spec", lambda name: None if name == "torch" else object())
    with pytest.raises(GenerationError, match=r"needs torch, .* pip install -e '.\[diffusion\]'"):
        ready(KLEIN)


def test_the_default_base_may_be_used_commercially_and_others_say_so():
    assert next(iter(BASES)) == "flux2-klein" and KLEIN.commercial
    assert "commercial" not in state_of(KLEIN)
    assert "read it before any commercial use" in state_of(BASES["flux1-dev"])


@pytest.mark.parametrize("size", [(1080, 1350), (1920, 1080), (3508, 4961), (1500, 500)])
def test_pictures_are_painted_in_the_request_s_shape_at_the_base_s_area(size):
    width, height = fitting(*size, KLEIN)
    assert width % 16 == height % 16 == 0
    assert width / height == pytest.approx(size[0] / size[1], rel=0.04)
    assert width * height == pytest.approx(1024**2, rel=0.05)
