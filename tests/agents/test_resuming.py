"""Turns that are killed, that ask, whose painters stumble: they go on, nothing is done twice."""

import asyncio
import time

import pytest
from pydantic import ValidationError

from agents import graph
from agents.brief import Commission
from agents.graph import design_set, resumed
from agents.running import Turn, Waiting, forget, unfinished
from agents.steps import Context
from benchmarks.kills import SIZES, digest, killed_at, outcome, turn
from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.store import DesignStore
from generators.artist import Artist
from generators.request import GenerationError

OPEN = "A poster for our spring concert, include the date and our phone number"


class Stumbling(Artist):
    """A painter whose server is busy the first time."""

    tries = 0

    def paint(self, request, assets, cancelled=lambda: False):
        self.tries += 1
        if self.tries == 1:
            raise GenerationError("the server is busy", transient=True)
        return super().paint(request, assets, cancelled)


class Silent(Artist):
    """A painter that hangs: it never asks whether it was cancelled."""

    def paint(self, request, assets, cancelled=lambda: False):
        time.sleep(0.6)
        return super().paint(request, assets, cancelled)


def context(painter=None, store=None):
    return Context(Resources(AssetStore(), FontLibrary.bundled()), painter or Artist(), store=store)


def run(asked, at, **options):
    return asyncio.run(design_set(asked, context(**options), at))


@pytest.fixture
def at(tmp_path):
    return Turn("concert/1", tmp_path / "turns.db")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The digest of the turn that nobody kills."""
    home = tmp_path_factory.mktemp("whole")
    asyncio.run(turn(home, []))
    return digest(home)


@pytest.mark.parametrize("event", [17, pytest.param(28, marks=pytest.mark.slow)])
def test_a_killed_turn_ends_in_the_same_designs_and_paints_at_most_one_again(
    tmp_path, whole, event
):
    assert killed_at(tmp_path, event)
    result = outcome(tmp_path, whole, killed=True)
    assert result.same and result.twice <= 1


def test_a_turn_that_ended_leaves_no_checkpoints(at):
    run(Commission(request=OPEN), at)
    assert asyncio.run(unfinished(at.checkpoints)) == ()


def test_a_turn_that_is_told_to_ask_waits_for_answers(at):
    with pytest.raises(Waiting) as waiting:
        run(Commission(request=OPEN, asks=True), at)
    assert [question["id"] for question in waiting.value.asked["questions"]] == ["date", "phone"]
    assert asyncio.run(unfinished(at.checkpoints)) == ("concert/1",)


def test_answers_are_printed(at):
    with pytest.raises(Waiting):
        run(Commission(request=OPEN, asks=True), at)
    answers = {"date": "5 May 2027", "phone": "01234 567890"}
    made = asyncio.run(resumed(at, context(), answers=answers))[0]
    assert {"5 May 2027", "01234 567890"} <= {element.text for element in made.plan.elements}
    assert asyncio.run(unfinished(at.checkpoints)) == ()


def test_an_answer_of_the_wrong_kind_is_refused_and_can_be_given_again(at):
    with pytest.raises(Waiting):
        run(Commission(request=OPEN, asks=True), at)
    with pytest.raises(ValidationError):
        asyncio.run(resumed(at, context(), answers=["5 May 2027"]))
    made = asyncio.run(resumed(at, context(), answers={"date": "5 May 2027"}))[0]
    assert "5 May 2027" in {element.text for element in made.plan.elements}


def test_nothing_is_asked_unless_the_turn_is_told_to(at):
    told = []
    asyncio.run(design_set(Commission(request=OPEN), context(), at, told.append))
    assert [e.question.id for e in told if e.kind == "asked"] == ["date", "phone"]


def test_a_turn_that_is_given_up_is_forgotten(at):
    with pytest.raises(Waiting):
        run(Commission(request=OPEN, asks=True), at)
    asyncio.run(forget(at.checkpoints, "concert/1"))
    assert asyncio.run(unfinished(at.checkpoints)) == ()


def test_a_painter_that_stumbles_is_asked_again(at):
    made = run(Commission(request=OPEN), at, painter=Stumbling())[0]
    assert not [finding for finding in made.findings if finding.rule == "unpainted"]


def test_a_painter_that_gives_no_sign_of_life_is_given_up(at, monkeypatch):
    monkeypatch.setattr(graph, "_SILENT", 0.2)
    graph._wired.cache_clear()
    made = run(Commission(request=OPEN), at, painter=Silent())[0]
    graph._wired.cache_clear()
    assert [finding.rule for finding in made.findings] == ["unpainted"]
    assert made.design.layer("title")


def test_designs_of_every_size_are_kept_in_the_store_with_what_they_are_made_from(at, tmp_path):
    store = DesignStore(tmp_path / "store.db")
    asked = Commission(request=OPEN, sizes=SIZES[:2], design_ids=("a", "b"))
    made = run(asked, at, store=store)
    assert [store.load(name).design for name in "ab"] == [outcome.design for outcome in made]
    assert set(store.meta("b")) == {"brief.json", "plan.json", "set.json"}
