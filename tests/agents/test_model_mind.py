"""A mind with a model behind it: scripted answers, believed only as far as they can be checked."""

import asyncio

import pytest
from scripted import Scripted, cassette

from agents.instruction import parse
from agents.minds import RuleMind, Saying
from agents.model_mind import ModelMind
from agents.structured import NoAnswer
from design_io.document import Canvas, Design, TextLayer, TextStyle
from design_io.geometry import Box

REQUEST = (
    "Make a flyer for my mum's pottery studio Clay & Co. She teaches beginners every Tuesday "
    "evening, from 6.30 to 8, call 555-0142"
)
NOTHING = {
    "title": "", "kicker": "", "subtitle": "", "body": "", "drop": [], "facts": [], "subject": "",
    "companions": [], "tone": [], "audience": "",
}  # fmt: skip


def bettered(answer, request=REQUEST):
    draft = parse(request)
    return draft, asyncio.run(ModelMind(Scripted(NOTHING | answer)).brief(draft))


def test_a_sensible_answer_betters_lines_picture_and_tone():
    draft = parse(REQUEST)
    better = asyncio.run(ModelMind(cassette("pottery_brief")).brief(draft)).value
    assert better.text("subtitle") == "Get your hands on clay"
    assert next(t for t in better.texts if t.role == "subtitle").provenance == "suggested"
    assert better.tone.value == ("calm",) and better.audience.value == "beginners"
    assert [t for t in draft.texts if t.provenance == "user"] == [
        t for t in better.texts if t.provenance == "user"
    ]


def test_an_empty_answer_leaves_the_draft():
    draft, answer = bettered({})
    assert answer.value == draft and answer.told == ()


def test_words_of_the_request_are_inferred_and_lose_no_fact():
    draft, answer = bettered({"kicker": "pottery studio", "title": "Clay & Co"})
    kicker = next(t for t in answer.value.texts if t.role == "kicker")
    assert (kicker.text, kicker.provenance) == ("pottery studio", "inferred")


@pytest.mark.parametrize("subtitle", ["Call 555-9999 x", "Only $5", "The best classes", "Meet Ana"])
def test_invented_lines_are_not_taken_and_told(subtitle):
    draft, answer = bettered({"subtitle": subtitle})
    assert answer.value == draft and "subtitle was not taken" in answer.told[0]


def test_a_title_the_user_worded_stays():
    _, answer = bettered({"title": "Something Else"}, 'A poster that says "The Long Night"')
    assert answer.value.text("title") == "The Long Night"


def test_a_fact_the_rules_missed_is_added_in_the_requests_letters():
    names = ("Teatro Nowhere", "lindqvist cellars", "Lindqvist Cellars")
    facts = [{"role": "brand", "text": name} for name in names]
    draft, answer = bettered(
        {"facts": facts},
        "Plakat für eine Weinprobe am 3. Mai. Alles, was Lindqvist Cellars uns so schickt",
    )
    assert "Lindqvist" not in str(draft.texts)
    assert answer.value.text("brand") == "Lindqvist Cellars" and len(answer.told) == 2


def test_dropping_lines_never_drops_facts_or_the_users_words():
    draft, answer = bettered(
        {"drop": ["kicker", "subtitle", "body"]}, 'Poster "Gala", subtitle "Call 555-0142", 3 May'
    )
    assert [t for t in draft.texts if t.provenance == "user"] == list(answer.value.texts)


def test_the_system_is_one_of_the_rules_candidates():
    brief, fits = parse(REQUEST), {"swiss": 1.0, "botanical": 0.9, "memphis": -9.0}
    for wanted, chosen in (("botanical", "botanical"), ("memphis", "swiss"), ("x", "swiss")):
        mind = ModelMind(Scripted({"explanation": "", "system": wanted}))
        assert asyncio.run(mind.system(brief, fits)).value == chosen


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (NoAnswer("no server at http://127.0.0.1:1; start it"), "start it"),
        (RuntimeError("boom\nbang"), "RuntimeError: boom bang"),
        (NoAnswer("cut off", passing=True), "scripted:model gave no usable answer: cut off"),
    ],
)
def test_a_model_that_fails_is_told_in_one_line_and_the_rules_carry_on(failure, said):
    mind, draft = ModelMind(Scripted(failure)), parse(REQUEST)
    assert asyncio.run(mind.brief(draft)).value == draft
    assert said in mind.trouble and "\n" not in mind.trouble


def test_a_model_that_is_down_is_asked_once():
    model = Scripted(NoAnswer("down"))
    mind = ModelMind(model)
    for _ in range(3):
        asyncio.run(mind.brief(parse(REQUEST)))
    assert len(model.asked) == 1


class Sleeping:
    name = "scripted:sleeping"

    async def complete(self, messages, schema):
        await asyncio.sleep(30)


def test_a_slow_model_costs_the_time_limit_once():
    mind = ModelMind(Sleeping(), seconds=0.05)
    asyncio.run(mind.brief(parse(REQUEST)))
    assert "took longer than 0.05 s" in mind.trouble


def design():
    texts = {
        "title": "Jazz Night",
        "venue": "Blue Note",
        "date": "12 December",
        "contact": "call 555-0142",
    }
    layers = tuple(
        TextLayer(id=name, role=name, text=text, box=Box(0, 100 * n, 400, 80),
                  style=TextStyle(size=40))
        for n, (name, text) in enumerate(texts.items())
    )  # fmt: skip
    return Design(canvas=Canvas(width=400, height=600), layers=layers)


def edited(sentence, *edits):
    made = [{"deed": deed, "layer": layer, "value": value} for deed, layer, value in edits]
    return asyncio.run(ModelMind(Scripted({"edits": made})).edit(sentence, design()))


@pytest.mark.parametrize(
    ("sentence", "edit", "rule"),
    [
        ("spice it up", ("recolor", "title", "#ff0000"), "make it #ff0000"),
        ("louder", ("bigger", "title", "300%"), "make it bigger"),
        ("30 louder", ("bigger", "title", "30"), "make it 30 % bigger"),
        ("a nudge", ("move", "date", "down 9999"), "move it down"),
        ("to the corner", ("place", "date", "Top-Right"), "move it to the top right"),
        ("it is on the 13th December", ("set_text", "date", "13th December"),
         "change it to “13th December”"),
        ("warmer", ("set_text", "title", "Come and dance"), "change it to “Come and dance”"),
        ("it moved to the Vortex", ("set_text", "venue", "The Vortex"),
         "change it to “The Vortex”"),
        ("off with it", ("remove", "date", ""), "remove it"),
    ],
)  # fmt: skip
def test_intents_become_sentences_of_the_rules(sentence, edit, rule):
    words = edit[2] if edit[0] == "set_text" else ""
    assert edited(sentence, edit).value == (Saying(rule, edit[1], words),)


@pytest.mark.parametrize(
    ("sentence", "edit"),
    [
        ("spice it up", ("recolor", "no-such-layer", "#ff0000")),
        ("spice it up", ("recolor", "title", "url(evil)")),
        ("tilt it", ("rotate", "title", "45")),
        ("warmer", ("set_text", "date", "13 December")),
        ("warmer", ("set_text", "contact", "get in touch")),
        ("warmer", ("set_text", "title", "The best club in London")),
        ("warmer", ("set_text", "title", "")),
        ("warmer", ("set_text", "venue", "Come and dance")),
        ("spice it up", ("font", "date", "4bigger Жzdog December --qT13")),
    ],
)
def test_intents_on_nothing_with_foreign_numbers_or_bent_facts_are_not_done(sentence, edit):
    answer = edited(sentence, edit)
    assert answer.value == () and "was not done" in answer.told[0]


def test_a_number_the_model_bent_is_put_back():
    answer = edited("say please", ("set_text", "contact", "please call 555-0199"))
    assert answer.value == (
        Saying("change it to “please call 555-0142”", "contact", "please call 555-0142"),
    )


def test_copy_is_reworded_and_its_facts_stay():
    copy = {"title": "Jazz Night", "contact": "call 555-0142"}
    answer = {"lines": [
        {"layer": "title", "text": "Jazznacht"}, {"layer": "contact", "text": "Ruf an: 555-0124"},
        {"layer": "ghost", "text": "Buh"},
    ]}  # fmt: skip
    mind = ModelMind(Scripted(answer))
    made = asyncio.run(mind.rewrite(copy, "translate it into German")).value
    assert made == {"title": "Jazznacht", "contact": "Ruf an: 555-0142"}


def test_rules_leave_everything_as_it_is():
    mind, draft = RuleMind(), parse(REQUEST)
    assert asyncio.run(mind.brief(draft)).value is draft
    assert asyncio.run(mind.edit("undo", design())).value == (Saying("undo"),)
    assert asyncio.run(mind.system(draft, {"swiss": 1.0})).value == "swiss"
