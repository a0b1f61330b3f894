import asyncio
import time

import pytest

from agents.graph import design_poster
from design_io.assets import AssetStore
from design_io.document import walk
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist
from generators.request import GenerationError

REQUEST = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"
STEPS = ["parse", "approach", "strategy", "plan", "layout", "paint", "correct", "finish"]


class Sulking(Artist):
    """A painter whose backend is down."""

    def paint(self, request, assets, cancelled=lambda: False):
        raise GenerationError("the backend is down; start it")


class Slow(Artist):
    """A painter that takes a while and listens to being cancelled."""

    stopped = False

    def paint(self, request, assets, cancelled=lambda: False):
        for _ in range(400):
            time.sleep(0.005)
            if cancelled():
                self.stopped = True
                raise GenerationError("cancelled")
        return super().paint(request, assets, cancelled)


def designed(request=REQUEST, painter=None, **options):
    resources = Resources(AssetStore(), FontLibrary.bundled())
    return asyncio.run(
        design_poster(request, resources=resources, generator=painter or Artist(), **options)
    )


def test_every_step_is_told_in_order():
    told = []
    designed(tell=told.append)
    finished = [event for event in told if event.kind == "step_finished"]
    assert [event.step for event in finished] == STEPS
    assert [event.step for event in told if event.kind == "step_started"] == STEPS
    assert [e.fraction for e in finished] == sorted(e.fraction for e in finished)


def test_the_outcome_is_a_painted_design_without_findings():
    outcome = designed()
    assert outcome.findings == () and outcome.design.title == "Jazz Night"
    assert any(layer.role == "hero" for layer in walk(outcome.design))
    assert set(STEPS) - {"finish"} <= outcome.timings.keys()


def test_the_same_request_and_seed_give_the_same_design():
    assert designed(seed=3).design == designed(seed=3).design
    assert designed(seed=3).design != designed(seed=4).design


def test_a_painter_that_fails_leaves_a_design_with_its_words():
    outcome = designed(painter=Sulking())
    assert "backend is down" in " ".join(outcome.trace)
    assert outcome.design.layer("title").text == "Jazz Night"


def test_a_picture_that_was_not_painted_is_a_fault_of_the_design():
    finding = next(f for f in designed(painter=Sulking()).findings if f.rule == "unpainted")
    assert finding.severity == "gate" and "the backend is down; start it" in finding.message


def test_a_cancelled_turn_stops_its_painter():
    painter = Slow()

    async def cancelled_turn():
        resources = Resources(AssetStore(), FontLibrary.bundled())
        started = asyncio.Event()
        loop = asyncio.get_running_loop()

        def notice(event):
            if event.kind == "step_finished" and event.step == "layout":
                loop.call_soon_threadsafe(started.set)

        turn = asyncio.create_task(
            design_poster(REQUEST, resources=resources, generator=painter, tell=notice)
        )
        await started.wait()
        await asyncio.sleep(0.05)
        turn.cancel()
        with pytest.raises(asyncio.CancelledError):
            await turn

    asyncio.run(cancelled_turn())
    assert painter.stopped


def test_bad_input_comes_out_as_it_went_in():
    with pytest.raises(DesignError, match="empty"):
        designed("   ")
