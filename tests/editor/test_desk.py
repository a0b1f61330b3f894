"""One desk for hands and talk: nothing interleaves by half, and nobody waits for another's work."""

import asyncio
import time

import pytest

from agents.home import Home
from agents.linked import done
from design_io.commands import UpdateLayer
from design_io.document import Canvas, Design, ShapeLayer, TextLayer
from design_io.errors import RevisionConflict
from editor.desk import Gesture, desk_at
from generators.artist import Artist


@pytest.fixture
def desk(tmp_path):
    home = Home(tmp_path)
    title = TextLayer(id="title", role="title", box=(40, 40, 500, 200), text="Jazz")
    dot = ShapeLayer(id="dot", role="ornament", box=(0, 0, 40, 40), path="M0 0H1V1H0Z")
    design = Design(title="Jazz", canvas=Canvas(width=600, height=800), layers=(dot, title))
    for name in ("a", "b"):
        home.store.create(design, design_id=name)
    return desk_at(home, Artist())


def moved(x):
    return UpdateLayer(layer_id="dot", changes={"box": (x, 0, 40, 40)})


def layer(desk, name, design_id="a"):
    return desk.home.store.load(design_id).design.layer(name)


def test_talk_and_hands_on_one_design_are_steps_of_one_line_of_undo(desk):
    async def both():
        turn = asyncio.create_task(desk.say("a", "make the title red"))
        for x in (10, 20, 30):
            await desk.commit("a", [moved(x)], f"Move to {x}")
            await asyncio.sleep(0.01)
        assert (await turn).kind == "done"

    asyncio.run(both())
    assert layer(desk, "dot").box.x == 30 and layer(desk, "title").style.color == "#ff0000"
    labels = [step.label for step in desk.home.history("a").past]
    assert [x for x in labels if x[:4] == "Move"] == ["Move to 10", "Move to 20", "Move to 30"]
    assert len(labels) == 4
    assert [m.text for m in desk.home.store.transcript("a")].count("make the title red") == 1

    async def back():
        for _ in range(4):
            await desk.step("a", "undo")

    asyncio.run(back())
    assert layer(desk, "dot").box.x == 0 and layer(desk, "title").style.color != "#ff0000"


def test_a_hand_edit_and_then_a_chat_edit_are_both_taken_back(desk):
    async def story():
        await desk.commit("a", [moved(50)], "Move")
        await desk.say("a", "make the title red")
        await desk.step("a", "undo")
        assert layer(desk, "dot").box.x == 50 and layer(desk, "title").style.color != "#ff0000"
        await desk.step("a", "undo")

    asyncio.run(story())
    assert layer(desk, "dot").box.x == 0


def test_an_undo_said_again_takes_back_one_step_also_after_a_restart(desk):
    async def story():
        for x in (10, 20):
            await desk.commit("a", [moved(x)], "Move")
        said = Gesture("u1")
        made = await desk.step("a", "undo", said)
        assert await desk.step("a", "undo", said) == made
        anew = desk_at(Home(desk.home.folder), Artist())
        assert await anew.step("a", "undo", said) == made
        assert layer(anew, "dot").box.x == 10

    asyncio.run(story())


def slow(member, rest, painter):
    time.sleep(0.3)
    return done(member, member.history.do(moved(5), "Slow", "user"), rest)


def test_slow_work_keeps_no_other_change_waiting_and_is_made_on_what_came_meanwhile(desk):
    async def both():
        work = asyncio.create_task(desk.turned("a", slow))
        await asyncio.sleep(0.02)
        await desk.commit("b", [moved(60)], "Move")
        await desk.commit("a", [UpdateLayer(layer_id="title", changes={"text": "Funk"})], "Retype")
        assert not work.done()
        await work

    asyncio.run(both())
    assert (layer(desk, "title").text, layer(desk, "dot").box.x) == ("Funk", 5)


def test_a_turn_that_hands_always_overtake_makes_them_wait_at_last(desk):
    tried = []

    async def turn():
        tried.append(1)
        if len(tried) < 3:
            raise RevisionConflict("overtaken")
        assert any(lock.locked() for lock in desk.lanes.alone._locks.values())
        return "done"

    assert asyncio.run(desk._tried("a", turn)) == "done"


def test_a_stopped_turn_changes_nothing_and_does_not_come_back(desk):
    async def stopped():
        turn = asyncio.create_task(desk.say("a", "make the title red", gesture=Gesture("t")))
        await asyncio.sleep(0)
        turn.cancel()
        with pytest.raises(asyncio.CancelledError):
            await turn
        await desk.recover()

    asyncio.run(stopped())
    assert desk.home.store.load("a").revision == 0


def test_steps_that_were_not_kept_are_not_remembered(desk):
    home = desk.home
    one, two = home.member("a"), home.member("b")
    turns = [
        home.moves(done(m, m.history.do(moved(9), "Move", "user"), ()).members) for m in (one, two)
    ]
    home.store.append("b", 0, moved(1), "elsewhere")
    with pytest.raises(RevisionConflict):
        home.keep((*turns[0], *turns[1]))
    home.store.append("a", 0, moved(2), "elsewhere")
    assert home.history("a").present.layer("dot").box.x == 2


def test_a_message_is_told_once_and_in_order(desk):
    heard = []

    async def story():
        leave = await desk.join("a", heard.append)
        await asyncio.gather(*(desk.commit("a", [moved(x)], "Move") for x in range(1, 9)))
        leave()
        await desk.commit("a", [moved(99)], "Move")

    asyncio.run(story())
    assert [message.split('"rev":')[1].split(",")[0] for message in heard] == [*"012345678"]
