"""Headlines offered where a request only names a topic: marked, asked about, never a claim."""

import pytest

from agents.instruction import parse


def title_of(request):
    return next(text for text in parse(request).texts if text.role == "title")


@pytest.mark.parametrize(
    ("request_", "line", "above"),
    [
        ("Design a poster about health.", "Take Care of Yourself", "Health"),
        ("Create an Instagram post about travel.", "Where to Next?", "Travel"),
        ("Create a Facebook post for charity.", "Lend a Hand", "Charity"),
        ("Create a story for a vintage store.", "Find Your Next Treasure", "Vintage store"),
        ("Design an ad for a sushi restaurant.", "Sushi Tonight?", "Sushi restaurant"),
        ("Design an invitation.", "You’re Invited", ""),
        ("Design a flyer for our event.", "Save the Date", ""),
        ("Make an awareness post.", "Let’s Talk About It", ""),
        ("Design a wedding card.", "Here’s to the Two of You", ""),
    ],
)
def test_a_lone_topic_gets_a_headline_marked_as_suggested(request_, line, above):
    brief = parse(request_)
    assert brief.text("title") == line and title_of(request_).provenance == "suggested"
    assert brief.text("kicker") == above
    assert [q.default for q in brief.questions if q.id == "title"] == [f"{line!r}, a suggestion"]


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        ("Create a post for a vegan cafe.", "Vegan Cafe"),
        ("Create a poster for a karaoke night at Joe's Bar.", "Karaoke Night at Joe’s Bar"),
        ("Create an ad for a chocolate bar.", "Chocolate Bar"),
        ("Design a poster about healthy school lunches.", "Healthy School Lunches"),
        ('Create a post with the title "Health".', "Health"),
        ("Design a poster about mental health awareness month.", "Mental Health Awareness Month"),
    ],
)
def test_the_words_of_the_request_come_first(request_, line):
    assert title_of(request_).text == line and title_of(request_).provenance != "suggested"
