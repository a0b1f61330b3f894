"""What a chat sentence means where a suite of single sentences does not look."""

import pytest

from agents.chat.context import Context
from agents.chat.dials import words
from agents.chat.results import Done, Impossible, Question, Variants
from agents.chat.understanding import understand
from benchmarks.edit_measures import changed
from benchmarks.edit_samples import sample
from design_io.commands import UpdateLayer, apply
from design_io.document import walk
from design_io.history import History


def asked(on, sentence, selected=(), design=None):
    made = sample(on)
    history = History(design or made.design)
    context = Context(history, made.resources, made.plan, made.brand, selected)
    return understand(sentence, context)


def edited(on, sentence, **more):
    answer = asked(on, sentence, **more)
    assert isinstance(answer, Done), answer
    design = more.get("design") or sample(on).design
    for command in answer.commands:
        design = apply(design, command, "agent")
    return design


def test_two_orders_are_one_step_and_it_is_what_was_spoken_of():
    answer = asked("jazz", "make the date smaller and move it left")
    assert isinstance(answer, Done) and len(answer.commands) == 1
    design = edited("wedding", "the ring looks odd, delete it")
    assert not [x for x in design.layers if x.id == "subject"]


def test_what_can_be_done_is_done_and_the_rest_asked_about():
    answer = asked("jazz", "make the title red and move the dragon left")
    assert isinstance(answer, Done) and "dragon" in answer.left[0].said
    assert all("red" not in choice.sentence for choice in answer.left[0].choices)


def test_one_thing_of_a_still_life_goes_alone():
    drawn = [x.id for x in walk(edited("run", "delete the water bottle"))]
    assert "subject-water-bottle" not in drawn and "subject-running-shoe" in drawn


def test_a_row_of_a_list_goes_and_moves_as_a_whole():
    before = sample("menu").design
    assert changed(before, edited("menu", "remove Marinara")) >= {"item-2", "price-2"}
    swapped = edited("menu", "swap Diavola and Marinara")
    traded = edited("menu", "Diavola and Marinara had to trade places, so the cheap one is first")
    assert traded.layer("price-3").box.y == swapped.layer("price-3").box.y
    assert swapped.layer("price-3").box.y == before.layer("price-2").box.y


def test_a_fact_within_more_words_is_changed_alone_and_addresses_are_left_alone():
    assert edited("sale", "discount should be 25%").layer("offer-line-3").text == "all sandals"
    named = edited("wedding", "change Emma to Emily")
    assert named.layer("title").text == "Emily and James"
    assert named.layer("contact").text == "emma@example.com"


def test_one_thing_of_a_still_life_makes_way_for_another():
    drawn = {x.id for x in walk(edited("run", "show a bell instead of the water bottle"))}
    assert {"subject-bell", "subject-running-shoe"} <= drawn
    assert "subject-water-bottle" not in drawn


def test_words_that_tell_a_place_are_not_printed():
    before = sample("jazz").design
    design = edited("jazz", "put Blue Note on the left")
    assert design.layer("venue").text == before.layer("venue").text


def test_taking_away_most_of_a_design_asks_and_yes_does_it():
    assert isinstance(asked("jazz", "delete everything"), Question)
    assert [x.role for x in edited("jazz", "yes, delete everything").layers] == ["background"]


def test_of_a_vague_wish_the_variant_named_by_its_number_is_taken():
    offered = asked("run", "make it sportier")
    assert isinstance(offered, Variants) and len(offered.variants) == 3
    assert edited("run", "make it sportier #2") == offered.variants[1].design


def test_a_locked_layer_stays_when_all_colours_change():
    locked = apply(sample("jazz").design, UpdateLayer(layer_id="title", changes={"locked": True}))
    design = edited("jazz", "warmer colours", design=locked)
    assert design.layer("title") == locked.layer("title")
    assert design.layer("background") != locked.layer("background")


@pytest.mark.parametrize("words_", ["make it 3d and print it", "email it to my boss", "flibber"])
def test_what_no_design_can_do_is_declined(words_):
    assert isinstance(asked("jazz", words_), Impossible)


def test_forty_adjectives_and_more_turn_the_dials():
    assert len(words()) >= 40


@pytest.mark.parametrize(
    ("on", "said", "plain"),
    [
        ("bakery", "the title's a bit shouty, could it be smaller?", "make the title smaller"),
        ("wedding", "I can barely read the venue, please make it bigger", "make the venue bigger"),
        ("run", "my mum thinks the date is lost, make it red", "make the date red"),
        ("bakery", "lock the title because I keep dragging it", "lock the title"),
        ("menu", "knock the tiramisu down to 5", "change the price of the tiramisu to 5"),
        ("menu", "the second dish in bold", "make Marinara bold"),
        ("jazz", "bring the title down 20%", "make the title 20% smaller"),
        ("wedding", "the title shouldn't be so slanted", "make the title not italic"),
        ("jazz", "i'm not mad about the title being so big", "make the title smaller"),
        ("run", "can the title be blue instead of black", "make the title blue"),
        ("sale", "plonk the popsicle in the bottom left", "put the popsicle in the bottom left"),
        ("run", "the price would look better in red", "make the price red"),
        ("jazz", "date in bold and the venue in red", "make the date bold and make the venue red"),
    ],
)  # fmt: skip
def test_other_words_for_an_order_do_what_the_order_does(on, said, plain):
    assert edited(on, said) == edited(on, plain)


@pytest.mark.parametrize(
    "said",
    [
        "QR code is too big, could it be smaller?",
        "the dragon (top left) is too pale, can you make it darker?",
        "everyone says the dragon is dull, can you make it red",
        "delete the ninth item",
    ],
)
def test_a_remark_on_what_is_not_there_changes_nothing(said):
    assert not isinstance(asked("jazz", said), Done)


def test_the_same_for_another_layer_repeats_the_last_edit():
    made = sample("run")
    history = History(made.design)
    for said in ("make the title blue", "the same colour on the price"):
        answer = understand(said, Context(history, made.resources, made.plan, made.brand))
        assert isinstance(answer, Done), answer
        for command in answer.commands:
            history = history.do(command, answer.said, "agent")
    styles = [history.present.layer(name).style for name in ("title", "price")]
    assert styles[0].color == styles[1].color != made.design.layer("price").style.color
    again = understand("undo both changes", Context(history, made.resources, made.plan))
    assert again.steps == 2
