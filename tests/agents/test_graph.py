"""The whole turn, from request to corrected design, and its ways of ending early."""

import asyncio
import sqlite3
import threading
import time

import pytest

from agents.graph import design_poster
from design_io.assets import AssetStore
from design_io.document import TextLayer, walk
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist
from generators.request import GenerationError

FONTS = FontLibrary.bundled()
JAZZ = "A jazz night poster for the Blue Note, 12 December, 8 pm"
SMALL = {"size": "400x500", "system": "swiss"}


def turn(request=JAZZ, generator=None, **options):
    resources = Resources(AssetStore(), FONTS)
    options = {"resources": resources, "generator": generator or Artist(), **SMALL, **options}
    return design_poster(request, **options)


class Unable(Artist):
    """A painter out of order."""

    def paint(self, request, assets, cancelled=lambda: False):
        raise GenerationError("out of ink")


class Slow(Artist):
    """A painter that takes its time and asks whether it should stop."""

    def __init__(self):
        self.begun, self.stopped = threading.Event(), threading.Event()

    def paint(self, request, assets, cancelled=lambda: False):
        self.begun.set()
        while not cancelled():
            time.sleep(0.005)
        self.stopped.set()
        raise GenerationError("stopped")


def test_a_sentence_becomes_a_checked_and_painted_design():
    outcome = asyncio.run(turn())
    texts = {layer.text for layer in walk(outcome.design) if isinstance(layer, TextLayer)}
    assert {"Jazz Night", "Blue Note", "12 December", "8 pm"} <= texts
    assert outcome.findings == () and outcome.trace == ()
    assert any(layer.role == "hero" for layer in walk(outcome.design))


def test_the_same_request_and_seed_give_the_same_design():
    first, second = asyncio.run(turn()), asyncio.run(turn())
    assert first.design == second.design
    assert asyncio.run(turn(seed=1, system=None)).plan.seed != first.plan.seed


def test_progress_is_told_step_by_step():
    told = []
    asyncio.run(turn(progress=told.append))
    steps = [progress.step for progress in told]
    assert steps == ["parse", "strategy", "plan", "layout", "paint", "correct", "finish"]
    assert [p.fraction for p in told] == sorted(p.fraction for p in told)


def test_progress_comes_in_the_callers_thread():
    threads = set()
    asyncio.run(turn(progress=lambda _: threads.add(threading.get_ident())))
    assert threads == {threading.get_ident()}


def test_a_picture_that_cannot_be_painted_spares_the_design():
    outcome = asyncio.run(turn(generator=Unable()))
    assert outcome.trace == ("hero was not painted: out of ink",)
    assert outcome.design.layer("title").text == "Jazz Night"


def test_cancelling_stops_the_painter_too():
    painter = Slow()

    async def cancelled():
        task = asyncio.create_task(turn(generator=painter))
        await asyncio.to_thread(painter.begun.wait)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())
    assert painter.stopped.wait(1)


def test_a_checkpoint_file_holds_every_step_as_plain_data(tmp_path):
    path = tmp_path / "turn.sqlite"
    asyncio.run(turn(checkpoint=path))
    with sqlite3.connect(path) as database:
        (count,) = database.execute("select count(*) from checkpoints").fetchone()
    assert count >= 8


def test_a_bad_request_is_a_design_error():
    with pytest.raises(DesignError, match="empty"):
        asyncio.run(turn(""))
