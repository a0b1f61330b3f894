"""A testimonial that is asked for and not given is a quotation to be filled in."""

import pytest

from agents.instruction import parse
from agents.placeholders import filled


@pytest.mark.parametrize(
    ("request_", "lines"),
    [
        ("Create a customer testimonial advertisement showcasing a pink clothing collection. "
         "The advertisement includes a positive review from Jenny Wilson.",
         ("“Your customer’s words”", "– Jenny Wilson")),
        ("Create a flyer for a car wash. Include a client testimonial and the company name.",
         ("“Your client’s words”", "– Name", "Company name")),
        ("Create a LinkedIn post with a student's testimonial about our coding bootcamp. Include "
         "the student's name and photo.", ("“Your student’s words”", "– Student’s name")),
    ],
)  # fmt: skip
def test_it_stands_as_a_quotation_and_not_as_a_label(request_: str, lines: tuple[str, ...]) -> None:
    said = [text.text for text in parse(request_).texts]
    assert [line for line in said if line in lines] and set(lines) <= set(said)
    assert not any("estimonial" in line or "Review" in line for line in said)


@pytest.mark.parametrize(
    "request_",
    [
        "Create an Instagram story to invite customers to leave a review of their visit.",
        "Create a poster for a movie review night.",
        'Create a testimonial: "Best haircut I ever had, I will come back" by Lisa Brown.',
    ],
)
def test_no_quotation_where_none_is_missing(request_: str) -> None:
    assert not any("words”" in text.text for text in parse(request_).texts)


def test_the_answer_takes_its_place() -> None:
    brief = parse("Create a flyer for a car wash. Include a customer testimonial.")
    assert "testimonial" in {question.id for question in brief.questions}
    texts = filled(brief.texts, "testimonial", "“It shines like new”")
    assert texts and any(text.text == "“It shines like new”" for text in texts)


@pytest.mark.parametrize(
    ("request_", "stars"),
    [
        ("Design a story that shares a customer review of a dog sitter. Five gold stars stand "
         "above the words 'Biscuit did not want to come home'.", "★★★★★"),
        ("Create a post with a 4-star review: 'Best haircut I ever had.' by Lena Moss.", "★★★★"),
        ("Create a post about a five-star hotel with the text 'Come and stay with us'.", ""),
    ],
)  # fmt: skip
def test_the_stars_of_a_review_stand_above_its_words(request_: str, stars: str) -> None:
    assert "".join(t.text for t in parse(request_).texts if "★" in t.text) == stars
