"""What was left open is answered in every design of a set, without losing what was edited."""

import asyncio

import pytest

from agents.brief import Brief, Commission
from agents.completing import completed
from agents.graph import design_set
from agents.home import Home
from agents.linked import undone
from agents.running import Turn
from agents.steps import Context
from design_io.commands import UpdateLayer
from design_io.document import TextLayer, leaves
from design_io.errors import DesignError
from generators.artist import Artist
from layout.checks import check

ASKED = Commission(
    request="A poster for our spring concert, include the date and our phone number",
    sizes=("instagram-post", "a4"), design_ids=("post", "print"),
)  # fmt: skip


@pytest.fixture
def home(tmp_path):
    home = Home(tmp_path)
    context = Context(home.resources, Artist(), store=home.store)
    asyncio.run(design_set(ASKED, context, Turn("post/1", home.turns)))
    return home


def words(home, name):
    design = home.store.load(name).design
    return {layer.text for layer in leaves(design) if isinstance(layer, TextLayer)}


def answer(home, **answers):
    member = home.member("post")
    turn = completed(member, home.rest(member), answers, Artist())
    home.keep(home.moves(turn.members))
    return turn


def test_an_answer_is_printed_in_all_designs_and_breaks_nothing(home):
    answer(home, date="5 May 2027")
    for name in ("post", "print"):
        assert "5 May 2027" in words(home, name)
        design = home.store.load(name).design
        assert not [f for f in check(design, home.resources) if f.severity == "gate"]


def test_only_the_answered_question_is_closed(home):
    answer(home, date="5 May 2027")
    brief = Brief.model_validate_json(home.member("print").file.meta["brief.json"])
    assert [question.id for question in brief.questions] == ["phone"]


def test_what_was_edited_before_stays(home):
    member = home.member("post")
    red = UpdateLayer(layer_id="title", changes={"text": "Spring Serenade"})
    home.keep(home.moves((member.with_history(member.history.do(red), {}),)))
    answer(home, date="5 May 2027")
    assert {"Spring Serenade", "5 May 2027"} <= words(home, "post")


def test_one_undo_takes_the_answer_back_in_all_designs_and_in_their_briefs(home):
    answer(home, date="5 May 2027")
    member = home.member("post")
    home.keep(home.moves(undone(member, home.rest(member)).members))
    assert "5 May 2027" not in words(home, "post") | words(home, "print")
    brief = Brief.model_validate_json(home.member("print").file.meta["brief.json"])
    assert [question.id for question in brief.questions] == ["date", "phone"]


def test_what_was_not_asked_is_refused(home):
    with pytest.raises(DesignError, match="'venue' is not what was asked"):
        answer(home, venue="Town Hall")
