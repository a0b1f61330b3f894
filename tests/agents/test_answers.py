import pytest

from agents.answers import answered
from agents.codes import with_code
from agents.instruction import parse
from design_io.assets import AssetStore
from design_io.errors import DesignError

OPEN = parse("A poster for our spring concert, include the date and our phone number")


def test_an_answer_takes_its_place_and_closes_the_question():
    told = answered(OPEN, {"date": "5 May 2027"}, AssetStore())
    assert told.text("date") == "5 May 2027"
    assert [question.id for question in told.questions] == ["phone"]


def test_an_empty_answer_leaves_the_question_open():
    assert answered(OPEN, {"date": "  "}, AssetStore()) == OPEN


def test_an_answer_for_the_title_takes_the_place_of_a_suggestion():
    brief = parse("design something")
    assert [question.id for question in brief.questions] == ["title"]
    told = answered(brief, {"title": "Open Day"}, AssetStore())
    assert [text.text for text in told.texts if text.role == "title"] == ["Open Day"]


def test_a_size_can_be_chosen_among_contradicting_ones():
    brief = parse("An A3 poster and Instagram story for the book fair")
    assert "size" in [question.id for question in brief.questions]
    told = answered(brief, {"size": "instagram-story"}, AssetStore())
    assert told.size.value == "instagram-story"


def test_a_code_is_drawn_from_its_answer():
    brief = parse("Poster for the book fair with a QR code")
    asked = with_code(brief, "", AssetStore())
    told = answered(asked, {"qr": "example.org"}, AssetStore())
    assert [item.name for item in told.attachments] == ["https://example.org"]


def test_what_was_not_asked_is_refused_by_name():
    with pytest.raises(DesignError, match="'venue' is not what was asked; open are: date, phone"):
        answered(OPEN, {"venue": "Town Hall"}, AssetStore())


def test_an_answer_too_long_to_print_is_refused():
    with pytest.raises(DesignError, match="'date' has 600 characters; the limit is 500"):
        answered(OPEN, {"date": "x" * 600}, AssetStore())
