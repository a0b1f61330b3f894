"""A flat picture taken apart: a group in its place that looks as it did."""

import numpy as np
import pytest

from agents.chat.context import Context
from agents.chat.results import Impossible
from agents.chat.understanding import understand
from agents.decomposing import decomposed
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import Canvas, Design, GroupLayer, ImageLayer, TextLayer
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.history import History
from design_io.render import render
from design_io.resources import Resources
from tests.pictures import landscape


class Halves:
    """What is dark apart from what is light, and a layer with nothing in it."""

    name, licence = "halves", "CC0"

    def decompose(self, pixels, layers, seed=0, cancelled=lambda: False):
        dark = pixels[..., :3].mean(axis=2) < 120
        below, above = pixels.copy(), pixels.copy()
        below[dark, :3], above[~dark, 3] = 90, 0
        return [below, above, np.zeros_like(pixels)][:layers]


@pytest.fixture
def resources():
    return Resources(AssetStore(), FontLibrary.bundled())


def design_with(resources, **more):
    photo = ImageLayer(
        id="photo", role="picture", box=Box(20, 10, 200, 160), rotation=10.0, opacity=0.8,
        asset=resources.assets.put_pixels(landscape(300, 200)), **more,
    )  # fmt: skip
    words = TextLayer(id="words", role="title", box=Box(0, 0, 90, 20), text="Hello")
    inside = GroupLayer(id="around", role="hero", layers=(words, photo))
    return Design(canvas=Canvas(width=300, height=200), layers=(inside,))


def test_the_layers_lie_where_the_picture_lay_and_look_the_same(resources):
    design = design_with(resources)
    after = apply(design, decomposed(design, "photo", Halves(), resources, layers=3))
    group = after.layer("around").layers[1]
    assert isinstance(group, GroupLayer) and len(group.layers) == 2 and group.opacity == 0.8
    assert {x.source.generator for x in group.layers} == {"halves"}
    assert after.layer("words") == design.layer("words")
    before, now = (render(d, resources).astype(int) for d in (design, after))
    assert np.abs(before - now).mean() < 1  # but for the edges between them
    assert np.median(np.abs(before - now).max(axis=2)) == 0


def test_what_cannot_be_taken_apart_says_so(resources):
    design = design_with(resources)
    with pytest.raises(DesignError, match="'title' is no picture"):
        decomposed(design, "words", Halves(), resources)
    with pytest.raises(DesignError, match="is of one piece"):
        decomposed(design_with(resources), "photo", OnePiece(), resources)
    with pytest.raises(DesignError, match="9 layers cannot be made"):
        decomposed(design, "photo", Halves(), resources, layers=9)


class OnePiece(Halves):
    def decompose(self, pixels, layers, seed=0, cancelled=lambda: False):
        return [pixels, np.zeros_like(pixels)]


@pytest.mark.parametrize(
    "words", ["split the picture into layers", "take the photo apart into layers"]
)
def test_without_weights_a_sentence_is_answered_with_the_way_out(
    resources, words, monkeypatch, tmp_path
):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PLAKAT_MODELS", raising=False)
    context = Context(History(design_with(resources)), resources)
    answer = understand(words, context)
    assert isinstance(answer, Impossible)
    assert "hf download Qwen/Qwen-Image-Layered" in answer.said
