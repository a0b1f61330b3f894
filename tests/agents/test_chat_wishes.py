"""Long messages wish by wish, and which layers are counted out, fenced in or picked by colour."""

import pytest

from agents.chat.message_parts import parts_of
from agents.chat.results import Done, Resize
from agents.chat.understanding import understand
from tests.agents.test_chat_gist import context_of, edited


@pytest.mark.parametrize(
    ("on", "said", "touched"),
    [
        ("jazz", "Hi, looks great, thank you! Could the title be a bit smaller, the date red, and"
         " please hide the venue? Cheers", {"title", "date", "venue"}),
        ("jazz", "my brother thinks the title is too big and i agree, shrink it a bit. and the time"
         " in red because nobody sees it", {"title", "time"}),
        ("jazz", "title red.. no wait, blue! and the venue bold", {"title", "venue"}),
        ("jazz", "title smaller, date red. the time stays as it is", {"title", "date"}),
    ],
)  # fmt: skip
def test_every_wish_of_a_message_is_done_and_nothing_else(on, said, touched):
    design, changed = edited(on, said)
    assert changed - {"venue-label", "date-label", "time-label"} == touched


def test_a_wish_that_is_not_understood_is_named():
    said = "title red, the date bigger and please frobnicate the venue"
    answer = understand(said, context_of("jazz"))
    assert isinstance(answer, Done) and len(answer.left) == 1
    assert "frobnicate the venue" in answer.left[0].said


def test_what_is_only_talk_wishes_nothing():
    parts = parts_of(
        "Love it!! My mother cried. The title is too big, shrink it", context_of("jazz")
    )
    assert [p.text for p in parts if p.wishes] == ["shrink it"]


@pytest.mark.parametrize(
    ("on", "said", "touched"),
    [
        ("menu", "first two prices red", {"price", "price-2"}),
        ("jazz", "only the first word of the title red", {"title"}),
        ("menu", "the last two rows in grey", None),
    ],
)
def test_a_number_of_things_is_told_from_all_of_them(on, said, touched):
    _, changed = edited(on, said)
    assert touched is None or changed == touched
    assert all(name.startswith(("price", "item", "title")) for name in changed)


@pytest.mark.parametrize(
    ("said", "ink", "ground"),
    [("white on black", "#ffffff", "#000000"), ("dark blue text on cream", "#00008b", "#fff6de")],
)
def test_words_of_one_colour_on_a_ground_of_another(said, ink, ground):
    design, _ = edited("jazz", said)
    assert design.layer("title").style.color[:7] == ink
    assert design.layer("background").fill.color[:7] == ground


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("could i have it 1080 wide, 1920 high", "1080x1920"),
        ("the same 30 cm tall and 20 cm wide please", "20x30 cm"),
        ("can i have it for stories as well", "instagram-story"),
        ("a3 landscape", "420x297mm"), ("for the window, portrait a2", "420x594mm"),
        ("the same but for LinkedIn", "linkedin-post"), ("and now for our instagram please",
                                                         "instagram-post"),
    ],
)  # fmt: skip
def test_a_size_said_by_itself_is_a_size(said, size):
    answer = understand(said, context_of("jazz"))
    assert isinstance(answer, Resize) and answer.size == size
