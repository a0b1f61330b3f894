"""One painted layer made anew: its picture alone changes, everything else keeps its bytes."""

import pytest

from agents.chat.context import Context
from agents.chat.results import Impossible
from agents.chat.understanding import understand
from agents.graph import design_poster
from agents.painting import copy_regions
from agents.reformat import reformatted
from agents.regenerating import regenerated
from design_io.assets import AssetStore
from design_io.commands import Batch, UpdateLayer, apply
from design_io.document import assets_of, leaves
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.resources import Resources
from generators.artist import Artist
from generators.layered import BACKGROUND
from tests.generators.test_layered import Studio
from tests.slow_painter import SlowPainter

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
REQUEST = "Poster with a saxophone: jam session at the Blue Cellar, Friday 9 pm, free entry"


@pytest.fixture(scope="module")
def made():
    import asyncio

    told = design_poster(REQUEST, resources=RESOURCES, generator=Studio(), size="240x320")
    return asyncio.run(told)


def painted_layers(design):
    return [x for x in leaves(design) if x.source and x.source.generator == "studio"]


def test_a_design_is_a_background_cut_out_elements_and_live_text(made):
    background, element = painted_layers(made.design)
    assert background.id == BACKGROUND and background.box == made.design.canvas.box
    assert RESOURCES.assets.pixels(element.asset)[..., 3].min() == 0
    assert "saxophone" in element.source.asked and element.source.seed != background.source.seed
    names = [x.id for x in made.design.layers]
    assert names.index("title") > names.index(element.id) > names.index(BACKGROUND)
    assert not [finding for finding in made.findings if finding.severity == "gate"]
    assert "one thing is shown" in made.trace[0]


@pytest.mark.parametrize("which", [0, 1], ids=["background", "element"])
def test_one_layer_anew_leaves_every_other_byte(made, which):
    layer = painted_layers(made.design)[which]
    studio = Studio()
    command = regenerated(made.design, layer.id, studio, RESOURCES)
    after = apply(made.design, command)
    own = after.layer(layer.id)
    assert own.source.seed == layer.source.seed + 1 and own.box == layer.box
    kept = {x.id: x.model_dump_json() for x in leaves(made.design) if x.id != layer.id}
    assert {x.id: x.model_dump_json() for x in leaves(after) if x.id != layer.id} == kept
    assert assets_of(made.design) - {layer.asset} <= assets_of(after)
    assert len(studio.asked) == 1
    back = after.evolve(layers=tuple(layer if x.id == layer.id else x for x in after.layers))
    assert back == made.design


def test_the_same_seed_paints_the_same_again(made):
    layer = painted_layers(made.design)[1]
    seed = layer.source.seed
    after = apply(made.design, regenerated(made.design, layer.id, Studio(), RESOURCES, seed=seed))
    assert after.layer(layer.id).asset == layer.asset


def test_other_words_are_painted_and_written_down(made):
    layer = painted_layers(made.design)[1]
    studio = Studio()
    command = regenerated(made.design, layer.id, studio, RESOURCES, words="a trumpet")
    own = apply(made.design, command).layer(layer.id)
    assert studio.asked[0].prompt.startswith("a trumpet")
    assert own.source.asked == "a trumpet" == own.alt


def test_a_background_anew_is_calm_where_copy_stands_by_now(made):
    studio = Studio()
    regenerated(made.design, BACKGROUND, studio, RESOURCES)
    told = studio.asked[0]
    assert {region.kind for region in told.regions} == {"calm"}
    assert len(told.regions) == 1 + len(copy_regions(made.design, RESOURCES))


def test_what_was_not_painted_says_so(made):
    with pytest.raises(DesignError, match="no painted picture"):
        regenerated(made.design, "title", Studio(), RESOURCES)
    with pytest.raises(DesignError, match="artist paints no pictures.*'studio'"):
        regenerated(made.design, BACKGROUND, Artist(), RESOURCES)
    lock = UpdateLayer(layer_id=BACKGROUND, changes={"locked": True})
    kept = apply(made.design, lock)
    with pytest.raises(DesignError, match="locked"):
        regenerated(kept, BACKGROUND, Studio(), RESOURCES)


@pytest.mark.parametrize(
    ("words", "which", "asked"),
    [
        ("regenerate the background", 0, None),
        ("paint the background again", 0, None),
        ("regenerate the picture", 1, None),
        ("redraw the saxophone", 1, None),
        ("show a trumpet instead of the saxophone", 1, "trumpet"),
    ],
)
def test_a_sentence_paints_one_layer_anew(made, words, which, asked):
    layer = painted_layers(made.design)[which]
    context = Context(History(made.design), RESOURCES, made.plan, painter=Studio())
    answer = understand(words, context)
    after = answer.after(context.history).present
    assert [x.id for x in leaves(after) if made.design.layer(x.id) != x] == [layer.id]
    assert (asked or layer.source.asked) in after.layer(layer.id).source.asked


@pytest.fixture(scope="module")
def drawn():
    import asyncio

    told = design_poster(REQUEST, resources=RESOURCES, generator=Artist(), size="240x320")
    return asyncio.run(told)


@pytest.mark.parametrize(
    ("words", "prompt"),
    [
        ("paint a new background", "saxophone"),
        ("make the picture a watercolour of a lighthouse", "a watercolour of a lighthouse"),
        ("paint a lighthouse at dusk in oil", "a lighthouse at dusk in oil"),
        ("I want a painted background of waves", "waves"),
        ("have it painted", "saxophone"),
    ],
)
def test_a_sentence_has_the_chosen_painter_paint_what_was_drawn(drawn, words, prompt):
    asked = Context(History(drawn.design), RESOURCES, drawn.plan, painter=SlowPainter(0))
    answer = understand(words, asked)
    after = apply(drawn.design, Batch(commands=tuple(answer.commands)))
    assert prompt in after.layer("painted").source.prompt
    texts = {x.id: x.text for x in leaves(drawn.design) if x.kind == "text"}
    assert {x.id: x.text for x in leaves(after) if x.kind == "text"} == texts
    plain = Context(History(drawn.design), RESOURCES, drawn.plan)
    refused = understand(words, plain)
    assert isinstance(refused, Impossible) and "such as glow" in refused.said


def test_a_painter_that_is_gone_is_named(made):
    context = Context(History(made.design), RESOURCES, made.plan)
    answer = understand("regenerate the background", context)
    assert isinstance(answer, Impossible) and "'studio' is not at hand" in answer.said


def test_another_size_keeps_the_painted_pictures(made):
    studio = Studio()
    history = History(made.design)
    other = reformatted(history, made.plan, "320x320", RESOURCES, studio).design
    assert not studio.asked
    assets = [x.asset for x in painted_layers(made.design)]
    assert [x.asset for x in painted_layers(other)] == assets
    assert painted_layers(other)[0].box == other.canvas.box
