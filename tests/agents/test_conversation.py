"""Sentences said to designs of a home: one turn each, remembered, waiting for each other."""

import asyncio
import json
import threading
import time

import pytest

from agents.brief import Commission
from agents.conversation import Conversation
from agents.home import Home
from agents.running import forget, saver_at
from design_io.document import leaves
from design_io.errors import DesignError
from generators.artist import Artist
from generators.request import GenerationError

ASKED = Commission(
    request="Jazz night at the Blue Note, 12 December 2026, 8 pm. Include our phone number.",
    sizes=("instagram-post", "a4"), design_ids=("post", "print"),
)  # fmt: skip


@pytest.fixture
def talk(tmp_path):
    talk = Conversation(Home(tmp_path), Artist())
    asyncio.run(talk.begin(ASKED))
    return talk


def say(talk, *sentences, on="post", **options):
    for sentence in sentences:
        answer = asyncio.run(talk.say(on, sentence, **options))
    return answer


def layer(talk, name, on="post"):
    return talk.home.store.load(on).design.layer(name)


def test_designs_begin_with_an_introduction_that_asks_for_what_is_missing(talk):
    asked, introduced = talk.home.store.transcript("post")
    assert (asked.author, asked.text) == ("user", ASKED.request)
    assert (
        introduced.text.startswith("Here is “Jazz Night” as ") and "phone number" in introduced.text
    )


def test_a_sentence_changes_what_it_names_in_the_whole_set_as_one_step(talk):
    answer = say(talk, "make the title red")
    assert answer.kind == "done" and answer.diff and "2 linked designs" in answer.said
    assert layer(talk, "title").style.color == layer(talk, "title", "print").style.color
    assert [talk.home.store.load(name).revision for name in ("post", "print")] == [1, 1]


def test_a_sentence_that_is_cancelled_at_any_moment_does_not_come_back(talk):
    async def cancelled(moment):
        turn = asyncio.ensure_future(talk.say("post", "make it more elegant"))
        await asyncio.wait((turn,), timeout=moment)
        turn.cancel()
        await asyncio.wait((turn,))
        return await talk.recover()

    assert [asyncio.run(cancelled(0.004 * number)) for number in range(16)] == [()] * 16


def test_a_write_that_was_left_behind_does_not_keep_the_turns_locked(tmp_path):
    async def left_behind():
        config = {"configurable": {"thread_id": "one", "checkpoint_ns": "", "checkpoint_id": "1"}}
        async with saver_at(tmp_path / "turns") as saver:
            await saver.setup()
            writes = [asyncio.ensure_future(saver.aput_writes(config, [("said", "red")], "task"))]
        await asyncio.wait_for(forget(tmp_path / "turns", "one"), 4)  # SQLite waits for five
        await writes[0]

    asyncio.run(left_behind())


def test_undo_by_words_takes_several_steps_back(talk):
    before = talk.home.store.load("post").design
    say(talk, "make the title red", "hide the date", "undo the last 2 changes")
    assert talk.home.store.load("post").design == before


def test_what_is_said_is_remembered_with_its_revision(talk):
    say(talk, "make the title red")
    asked, answered = talk.home.store.transcript("post")[-2:]
    assert (asked.text, asked.revision, answered.revision) == ("make the title red", 0, 1)
    assert json.loads(answered.data)["kind"] == "done"


def test_a_vague_wish_offers_variants_and_a_word_picks_one(talk):
    offered = say(talk, "make it pop")
    assert offered.kind == "variants" and len(offered.choices) == 3
    assert talk.home.store.load("post").revision == 0
    chosen = say(talk, "the second one")
    assert chosen.kind == "done" and talk.home.store.load("post").revision == 1


def test_what_cannot_be_done_is_answered_and_changes_nothing(talk):
    answer = say(talk, "make the giraffe smaller")
    assert answer.kind == "impossible" and "giraffe" in answer.said
    assert talk.home.store.load("post").revision == 0
    assert talk.home.store.transcript("post")[-1].text == answer.said


def test_it_is_what_is_selected(talk):
    say(talk, "make it red", selected=("date",))
    assert layer(talk, "date").style.color == "#ff0000"


def test_a_missing_phone_number_can_be_given_afterwards(talk):
    answer = asyncio.run(talk.answer("post", {"phone": "01234 567890"}))
    assert answer.kind == "done"
    for name in ("post", "print"):
        design = talk.home.store.load(name).design
        assert "01234 567890" in {x.text for x in leaves(design) if x.kind == "text"}


def test_an_added_size_joins_the_set_and_follows(talk):
    say(talk, "add an Instagram story")
    names = talk.home.member("post").links.members
    assert len(names) == 3
    story = next(v for k, v in names.items() if "story" in k)
    say(talk, "change the date to 14 December 2026")
    assert layer(talk, "date", story).text == "14 December 2026"


def test_sentences_said_at_once_follow_each_other(talk):
    async def both():
        return await asyncio.gather(
            talk.say("post", "make the title red"), talk.say("print", "hide the time")
        )

    assert [answer.kind for answer in asyncio.run(both())] == ["done", "done"]
    assert [talk.home.store.load(name).revision for name in ("post", "print")] == [2, 2]


def test_two_programs_on_one_design_never_interleave(talk):
    other = Conversation(Home(talk.home.folder), Artist())
    say(talk, "make the title red")
    say(other, "hide the date")
    say(talk, "hide the time")
    assert not layer(talk, "date").visible and not layer(talk, "time").visible


def test_nonsense_is_refused_before_it_is_remembered(talk):
    with pytest.raises(DesignError, match="nothing was said"):
        say(talk, "  ")
    assert len(talk.home.store.transcript("post")) == 2


def test_a_commission_that_was_stopped_is_gone_on_with(tmp_path):
    began = threading.Event()

    class Painting(Artist):
        """Paints until it is told to stop."""

        def paint(self, request, assets, cancelled=lambda: False):
            began.set()
            while not cancelled():
                time.sleep(0.005)
            raise GenerationError("stopped")

    async def stopped():
        turn = asyncio.create_task(Conversation(Home(tmp_path), Painting()).begin(ASKED))
        await asyncio.to_thread(began.wait)
        turn.cancel()  # as Ctrl-C does
        await turn

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(stopped())
    again = Conversation(Home(tmp_path), Artist())
    assert again.home.store.designs() == ()
    assert asyncio.run(again.recover()) == ("post",)
    assert set(again.home.store.designs()) == {"post", "print"}
