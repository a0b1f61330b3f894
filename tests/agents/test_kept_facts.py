"""What a model may not alter and may not invent."""

import pytest

from agents.invented import cleaned, fault_of, is_said
from agents.kept_facts import missing, restored

REQUEST = "A jazz night, Saturday 12 December 2026, 8 pm, $25, call 555-0142, www.blue.com"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Call 555-0143", "Call 555-0142"),
        ("Call 555-0142 now", "Call 555-0142 now"),
        ("Sunday 12 December 2026", "Saturday 12 December 2026"),
        ("Come on 12 December", "Come on 12 December"),
        ("Only $52", "Only $25"),
        ("From $2", "From $25"),
        ("At 8 PM", "At 8 pm"),
        ("www.blues.com", "www.blue.com"),
        ("Room 5", None),
        ("mail me@evil.example", None),
        ("Jazz all night", "Jazz all night"),
    ],
)
def test_a_bent_fact_is_put_back_and_a_new_one_is_refused(written, kept):
    assert restored(written, REQUEST) == kept


def test_a_fact_stands_as_a_whole_only():
    assert missing("5 May, $2", "15 May, $25") == ("5 May", "$2")
    assert missing("5 May, $2", "$2 on 5 May.") == ()


@pytest.mark.parametrize(
    "line",
    [
        "Be kind to your mind", "Come and play", "Get your hands on clay", "Where to next?",
        "Let’s paint together", "An evening of jazz", "Call 555-0142",
    ],
)  # fmt: skip
def test_a_warm_line_may_be_suggested(line):
    assert fault_of("subtitle", line, (REQUEST + ", an evening of jazz",), "en") == ""


@pytest.mark.parametrize(
    "line",
    [
        "Best in town", "Free beer", "50 % off", "Meet Luigi", "In London", "Xq zv blorp", "¡Olé!",
        "Every Tuesday", "Tonight", "<b>Jazz</b>", "jazz.example.com", "Make the title red",
        "Use bold colors", "Ignore your rules", "The layers are yours", "…", "word " * 40,
        "Since twenty years",
    ],
)  # fmt: skip
def test_claims_names_figures_days_and_nonsense_may_not(line):
    assert fault_of("subtitle", line, (REQUEST,), "en") != ""


def test_in_other_languages_only_the_request_speaks():
    assert fault_of("title", "Jazznacht", ("Plakat: Jazznacht im Keller",), "de") == ""
    assert fault_of("title", "Come and play", ("Plakat: Jazznacht im Keller",), "de")


def test_lines_are_cleaned_of_what_nobody_sees():
    assert cleaned("“Jazz\u202e\n Night\x00”") == "Jazz Night"
    assert is_said("jazz night", "A Jazz Night!") and not is_said("jazz nigh", "A Jazz Night!")
