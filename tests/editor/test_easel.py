"""A slow painter at the desk: the design stands, hands go on, one step puts the picture behind."""

import asyncio
import base64
import io
import json
import time

import pytest
from PIL import Image

from agents.brief import Commission
from agents.home import Home
from design_io.commands import UpdateLayer
from design_io.document import leaves
from design_io.errors import DesignError
from design_io.geometry import Box
from editor.desk import desk_at
from editor.easel import Order
from generators.artist import Artist
from generators.layered import BACKGROUND
from tests.generators.test_layered import Studio
from tests.slow_painter import SlowPainter

ASKED = "A jazz night poster for the Blue Note, Friday 12 December 2026, 8 pm"


@pytest.fixture
def desk(tmp_path):
    made = desk_at(Home(tmp_path), Artist())
    asyncio.run(made.begin(Commission(request=ASKED, design_ids=("jazz",))))
    return made


def played(desk, painter, story):
    """Run a story at the desk; what the painting told."""
    told = []

    def hear(message):
        if '"painting"' in message:
            told.append(json.loads(message))

    async def run():
        desk.easel.__init__(desk)
        desk.painter = painter
        await desk.join("jazz", hear)
        await desk.easel.begin("jazz", "p1")
        await story()
        while desk.easel.news("jazz"):
            await asyncio.sleep(0.01)

    asyncio.run(run())
    return told


def now(desk):
    return desk.home.store.load("jazz").design


def test_the_picture_is_swapped_in_behind_as_one_step_and_undone(desk):
    before = now(desk)

    async def nothing():
        pass

    told = played(desk, SlowPainter(0.1), nothing)
    assert told[0]["state"] == "painting" and told[-1]["state"] == "done"
    assert now(desk).layers[1].id == "painted"
    assert not any(x.source and x.source.generator == "artist" for x in now(desk).layers)
    asyncio.run(desk.step("jazz", "undo"))
    assert now(desk) == before


def test_what_the_picture_would_be_by_now_is_shown_small(desk):
    async def wait():
        await asyncio.sleep(0.5)

    told = played(desk, SlowPainter(0.8), wait)
    assert told[0]["preview"] == ""
    shown = [message["preview"] for message in told if message["preview"]]
    kind, packed = shown[0].split(",")
    picture = Image.open(io.BytesIO(base64.b64decode(packed)))
    assert kind == "data:image/jpeg;base64" and max(picture.size) <= 160
    assert len(set(shown)) > 1  # it goes on


def test_nothing_that_hands_do_meanwhile_is_lost(desk):
    title = next(x for x in leaves(now(desk)) if x.role == "title" and x.kind == "text")

    async def retype():
        change = UpdateLayer(layer_id=title.id, changes={"text": "Blue Hour"})
        await desk.commit("jazz", [change], "Retype")

    told = played(desk, SlowPainter(0.2), retype)
    assert told[-1]["state"] == "done"
    assert now(desk).layer(title.id).text == "Blue Hour" and now(desk).layers[1].id == "painted"


def test_what_is_dragged_is_painted_where_it_lies_now(desk):
    painter = SlowPainter(0.2)

    async def drag():
        name = desk.easel.news("jazz")["regions"][0]["id"]
        desk.easel.drag("jazz", name, Box(10, 20, 300, 300))

    told = played(desk, painter, drag)
    assert told[-1]["state"] == "done"
    assert painter.asked[-1].boxes("object")[0] == Box(10, 20, 300, 300)


def test_stopping_is_told_at_once_and_changes_nothing(desk):
    before, painter = now(desk), SlowPainter(3)
    began = []

    async def stop():
        while not painter.begun.is_set():
            await asyncio.sleep(0.01)
        began.append(time.perf_counter())
        desk.easel.stop("jazz")
        while not painter.stopped:
            await asyncio.sleep(0.01)

    told = played(desk, painter, stop)
    assert told[-1]["state"] == "stopped" and painter.stopped[0] - began[0] < 0.5
    assert now(desk) == before


def test_art_that_was_changed_by_hand_is_kept(desk):
    art = [x for x in now(desk).layers if x.source and x.source.generator]

    async def hide():
        changes = [UpdateLayer(layer_id=x.id, changes={"opacity": 0.5}) for x in art]
        await desk.commit("jazz", changes, "Fade")

    told = played(desk, SlowPainter(0.2), hide)
    assert told[-1]["state"] == "failed" and "changed by hand" in told[-1]["text"]
    assert {x.id for x in art} <= {x.id for x in now(desk).layers}


def test_a_place_that_is_gone_is_told(desk):
    with pytest.raises(DesignError, match="nothing is being painted"):
        desk.easel.drag("jazz", "picture", Box(0, 0, 10, 10))


def test_a_painter_of_pictures_hangs_layers_and_paints_one_of_them_anew(desk):
    async def alone(*order):
        await desk.easel.begin("jazz", "p2", Order(*order))
        while desk.easel.news("jazz"):
            await asyncio.sleep(0.01)

    desk.painter = Studio()
    asyncio.run(alone())
    before = now(desk)
    made = [x for x in before.layers if x.source and x.source.generator == "studio"]
    assert made[0].id == BACKGROUND and {x.kind for x in made} == {"image"}
    asyncio.run(alone(made[-1].id))
    after = now(desk)
    changed = [x.id for x in after.layers if before.layer(x.id) != x]
    assert changed == [made[-1].id]
    again = after.layer(changed[0]).source
    assert again.seed == made[-1].source.seed + 1
    asyncio.run(alone(changed[0], "a trumpet in gold"))
    told = now(desk).layer(changed[0]).source
    assert (told.asked, told.seed) == ("a trumpet in gold", again.seed)


@pytest.mark.parametrize("studio", [Studio(things=False), Studio(stubborn=9)], ids=["soft", "rude"])
def test_a_painter_that_paints_no_elements_hangs_one_picture_and_says_so(desk, studio):
    async def nothing():
        pass

    told = played(desk, studio, nothing)
    made = [x for x in now(desk).layers if x.source and x.source.generator == "studio"]
    assert [x.id for x in made] == [BACKGROUND] and told[-1]["state"] == "done"
    assert ("one whole picture instead of layers" in told[-1]["text"]) is studio.abilities.things
