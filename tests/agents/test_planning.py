"""From a brief to a plan: system, palette, elements in reading order."""

import pytest

from agents.brief import Attachment
from agents.instruction import parse
from agents.planning import plan_for
from agents.strategy import strategy_for
from layout.systems import SYSTEMS

JAZZ = "A jazz night poster for the Blue Note, 12 December, 8 pm, doors at 7 pm"


def planned(request=JAZZ, **options):
    brief = parse(request, **options)
    return plan_for(brief, strategy_for(brief))


def test_elements_have_unique_ids_in_reading_order():
    ids = [element.id for element in planned().elements]
    assert ids == ["title", "date", "time", "time-2", "venue", "hero"]


def test_a_user_picture_is_an_element_that_the_painter_is_given():
    picture = Attachment(asset="a" * 64, role="picture", name="cat.png")
    plan = planned(attachments=(picture,))
    assert [e.asset for e in plan.of_role("picture")] == ["a" * 64] and plan.of_role("hero")


def test_a_logo_is_an_element_beside_the_hero():
    logo = Attachment(asset="b" * 64, role="logo", name="logo.png")
    plan = planned(attachments=(logo,))
    assert [e.asset for e in plan.of_role("logo")] == ["b" * 64] and plan.of_role("hero")


def test_the_system_asked_for_is_used():
    assert planned(system="arch").system == "arch"


def test_other_seeds_give_other_designs():
    plans = [planned(seed=seed) for seed in range(12)]
    assert len({plan.system for plan in plans}) >= min(4, len(SYSTEMS))
    assert len({plan.palette["bg"] for plan in plans}) > 3


def test_the_same_request_gives_the_same_plan():
    assert planned() == planned()


def test_a_vague_request_has_no_icon():
    assert planned("A poster with the text 'Onwards'").subjects == ()


@pytest.mark.parametrize("word", ["red", "teal"])
def test_the_colours_asked_for_shape_the_palette(word):
    coloured = planned(f"{JAZZ}, in {word} colors", system="swiss")
    assert coloured.palette["bg"] != planned(system="swiss").palette["bg"]


def test_suggested_copy_is_marked_and_not_required():
    title = planned("Create a greeting card for Diwali").of_role("title")[0]
    assert title.suggested and not title.required


@pytest.mark.slow
def test_a_title_of_any_length_names_the_document():
    assert len(planned("a" * 18_000).title) <= 500
