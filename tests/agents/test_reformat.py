"""A design in another size keeps its copy, its colours and what was changed by hand."""

import asyncio
from functools import cache

import pytest

from agents.graph import Outcome, design_poster
from agents.reformat import as_command, plan_in, plan_now, reformatted
from design_io.assets import AssetStore
from design_io.commands import AddLayer, UpdateLayer, apply
from design_io.document import Design, TextLayer, TextStyle, leaves
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.history import History
from design_io.resources import Resources
from generators.artist import Artist
from layout.sizes import size_named
from layout.wording import text_of, texts_of
from tests.agents.talk import said

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
REQUEST = "A jazz night poster for the Blue Note, 12 December, 8 pm"
SIZES = ("instagram-story", "instagram-square", "a5", "1200x628", "2000x200")


@cache
def made(system: str = "swiss") -> Outcome:
    return asyncio.run(
        design_poster(REQUEST, resources=RESOURCES, generator=Artist(), system=system)
    )


def edited(*sentences: str, system: str = "swiss") -> History:
    history = History(made(system).design)
    for sentence in sentences:
        edit = said(sentence, history, RESOURCES)
        for command in edit.commands:
            history = history.do(command, edit.said)
    return history


def at(size: str, history: History, system: str = "swiss") -> Design:
    return reformatted(history, made(system).plan, size, RESOURCES, Artist()).design


def words(design: Design, labels: bool = True) -> list[str]:
    texts = [x for x in leaves(design) if x.kind == "text" and x.visible]
    kept = (x.text for x in texts if labels or not x.id.endswith("-label"))
    return sorted(" ".join(kept).split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("system", ["swiss", "manifesto"])
def test_every_size_has_all_copy_and_passes_the_gates(size, system):
    history = History(made(system).design)
    result = reformatted(history, made(system).plan, size, RESOURCES, Artist())
    labels = size != "2000x200"  # in a row of copy facts stand without their small headings
    assert words(result.design, labels) == words(history.present, labels)
    assert result.design.canvas == size_named(size).canvas
    assert not [f for f in result.findings if f.severity == "gate"]


@pytest.mark.parametrize("system", ["swiss", "manifesto"])
def test_edited_words_and_colours_survive(system):
    history = edited("change the title to 'Late at Night'", "make the title #b3282d", system=system)
    story = at("instagram-story", history, system)
    assert text_of(story, "title") == text_of(history.present, "title") == "Late at Night"
    assert {text.style.color for text in texts_of(story, "title")} == {"#b3282d"}


def test_a_recoloured_ground_survives():
    story = at("instagram-story", edited("make the background #fff8d0"))
    assert story.layer("background").fill.color == "#fff8d0"


def test_what_was_deleted_stays_away_and_what_was_hidden_stays_hidden():
    story = at("instagram-story", edited("delete the date", "hide the time"))
    assert text_of(story, "date") is None
    assert not texts_of(story, "time")[0].visible


def test_text_that_was_added_by_hand_is_laid_out_with_the_rest():
    own = TextLayer(
        id="own", role="body", text="Doors at seven", box=Box(5000, 5000, 90, 30),
        style=TextStyle(size=20),
    )  # fmt: skip
    history = History(made().design).do(AddLayer(layer=own))
    story = at("instagram-story", history)
    assert story.canvas.box.contains(story.layer("own").box)


def test_a_locked_layer_refuses_to_be_laid_out_anew_and_is_named():
    locked = apply(made().design, UpdateLayer(layer_id="title", changes={"locked": True}))
    with pytest.raises(DesignError, match="Jazz Night.*locked"):
        as_command(locked, at("a5", History(locked)), "as A5")


def test_as_a_command_it_is_one_step_that_undo_takes_back():
    history = History(made().design)
    after = history.do(as_command(history.present, at("a5", history), "as A5"))
    assert after.present == at("a5", history)
    assert after.undo().present == history.present


def test_a_second_reformat_starts_from_the_same_plan_and_edits():
    history = edited("make the title #b3282d")
    story = history.do(as_command(history.present, at("instagram-story", history), "story"))
    assert at("a5", story) == at("a5", history)


def test_the_plan_of_a_file_without_one_comes_from_its_brief():
    outcome = made()
    meta = {"brief.json": outcome.brief.model_dump_json()}
    assert plan_in(meta, outcome.design).elements == outcome.plan.elements
    with pytest.raises(DesignError, match="what it was made from"):
        plan_in({}, outcome.design)


def test_an_unedited_design_has_its_first_plan():
    assert plan_now(History(made().design), made().plan) == made().plan


def test_everything_can_be_locked_and_then_says_so():
    history = edited("lock everything")
    with pytest.raises(DesignError, match="are locked and may not be laid out anew"):
        as_command(history.present, history.present, "as A5")


def test_words_too_small_for_a_tiny_sheet_are_named_with_the_way_out():
    tiny = reformatted(History(made().design), made().plan, "64x64", RESOURCES, Artist())
    assert words(tiny.design) == words(made().design)
    told = [f.message for f in tiny.findings if f.rule == "legible-size"]
    assert any("12 December" in line and "choose a larger size" in line for line in told)
