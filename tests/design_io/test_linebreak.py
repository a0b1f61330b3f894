"""Where lines may break and where they do, in columns measured in characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from design_io.linebreak import break_lines, opportunities

MIXED = "abZ 12.,:;!?-–—'’\"“”«»()[]/@&€$%…·|üßжΩשאבعا \u00a0\u00ad+한글中文😀👍🏽🇩🇪e\u0301°№§"


def pieces(text: str, language: str = "") -> list[str]:
    bounds = [0, *opportunities(text, language).good, len(text)]
    return [text[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]


def lines(text: str, columns: float, wrap: str = "balance") -> list[str]:
    """The lines of `text` when every character is one unit wide."""
    found = opportunities(text)
    result = break_lines(text, found, range(len(text)), lambda a, b: b - a, columns, wrap)
    return [text[start:end] for start, end in result.spans]


@given(st.text(st.sampled_from(MIXED), max_size=14))
def test_opportunities_are_those_of_uax_14(text):
    """Addresses and phrases may give some up until the line is too narrow."""
    found = opportunities(text)
    expected = {point for point in line_break_boundaries(text) if 0 < point < len(text)}
    assert set(found.good) <= expected <= {*found.good, *found.fine}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("今日は天気です。", "ja", ["今日は", "天気です。"]),
        ("今天是晴天。", "zh-Hans", ["今天", "是", "晴天。"]),
        ("今天是晴天。", "zh-Hant", ["今天", "是", "晴天。"]),
        ("วันนี้อากาศดี", "th", ["วัน", "นี้", "อากาศ", "ดี"]),
        ("サマー「ジャズ」祭。", "", ["サマー", "「ジャズ」祭。"]),
    ],
)
def test_languages_without_spaces_break_between_phrases(text, language, expected):
    assert pieces(text, language) == expected


@pytest.mark.parametrize(
    "address", ["info@blue-note.example", "https://blue-note.example/tickets", "blue-note.org/2026"]
)
def test_an_address_stays_whole_while_it_fits(address):
    assert pieces(f"see {address} now") == ["see ", f"{address} ", "now"]
    assert lines(f"see {address} now", len(address)) == ["see", address, "now"]


def test_an_address_that_is_too_wide_breaks_at_its_points():
    assert lines("info@blue-note.example", 14) == ["info@blue-", "note.example"]


def test_first_fit_fills_each_line():
    assert lines("aa bb cc dd ee ff gg hh", 8, "greedy") == ["aa bb cc", "dd ee ff", "gg hh"]


def test_first_fit_gives_a_lonely_last_word_company():
    assert lines("one two three four five", 18, "greedy") == ["one two three", "four five"]


def test_balanced_lines_are_nearly_equal():
    assert lines("summer jazz in the old town park", 27) == ["summer jazz", "in the old town park"]


@pytest.mark.parametrize("columns", range(12, 33))
def test_a_balanced_headline_never_ends_in_one_word_if_it_can_help_it(columns):
    assert " " in lines("The long night of museums in Berlin", columns)[-1]


def test_balanced_lines_do_not_end_in_small_words_or_numbers():
    assert lines("Paintings of the North", 16) == ["Paintings", "of the North"]
    assert lines("Doors open 8 o'clock", 14) == ["Doors open", "8 o'clock"]


def test_balanced_lines_do_not_end_with_the_first_word_of_a_sentence():
    found = lines("Bring a book. Take a book. Meet a neighbour", 20)
    assert found == ["Bring a book.", "Take a book.", "Meet a neighbour"]


def test_a_headline_does_not_begin_with_a_line_of_one_small_word():
    assert lines("How to Repair a Leaking Tap", 12) == ["How to", "Repair a", "Leaking Tap"]


def test_balancing_takes_no_more_lines_than_first_fit():
    text = "Design is the conscious effort to impose a meaningful order"
    for columns in range(12, 60):
        assert len(lines(text, columns)) == len(lines(text, columns, "greedy"))


def test_a_word_wider_than_the_line_is_torn_and_says_so():
    text = "see Rindfleischetikettierung"
    result = break_lines(
        text, opportunities(text), range(len(text)), lambda a, b: b - a, 8, "greedy"
    )
    assert [text[a:b] for a, b in result.spans] == ["see", "Rindflei", "schetike", "ttierung"]
    assert result.torn


def test_spaces_hang_at_the_end_of_a_line():
    assert lines("aaa   bbb   ", 3) == ["aaa", "bbb"]


def test_without_wrapping_there_is_one_line():
    assert lines("as long as it likes", 3, "none") == ["as long as it likes"]
