"""Grapheme clusters, scripts and emoji presentation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_cluster_boundaries

from design_io.clusters import cluster_starts, is_emoji, script

JOINERS = "ae\u0301\u0302👩\u200d👧🏽🇩🇪1\ufe0f\u20e3हिन्दीเที่中가ᄀ각ᅡ\u00ad ®\u0600ا"


@pytest.mark.parametrize(
    "cluster",
    [
        "a",
        "e\u0301",
        "👩\u200d👩\u200d👧\u200d👦",
        "🇩🇪",
        "1\ufe0f\u20e3",
        "👍🏽",
        "क्षि",
        "각",
        "❤\ufe0f",
    ],
)
def test_what_a_reader_calls_one_character_is_one_cluster(cluster):
    assert cluster_starts(f"x{cluster}x") == (0, 1, 1 + len(cluster))


@given(st.text(st.sampled_from(JOINERS), max_size=12))
def test_the_shortcut_agrees_with_uax_29(text):
    assert [*cluster_starts(text), len(text)] == list(grapheme_cluster_boundaries(text)) or not text


@pytest.mark.parametrize(
    ("cluster", "code"),
    [("a", "Latn"), ("я", "Cyrl"), ("ع", "Arab"), ("中", "Hani"), ("1", "Zyyy"), (" ", "Zyyy")],
)
def test_a_cluster_has_the_script_of_its_letter(cluster, code):
    assert script(cluster) == code


@pytest.mark.parametrize("cluster", ["😀", "❤\ufe0f", "🇩🇪", "1\ufe0f\u20e3", "👍🏽", "⌚"])
def test_pictures_are_emoji(cluster):
    assert is_emoji(cluster)


@pytest.mark.parametrize("cluster", ["1", "#", "©", "☎", "⌚\ufe0e", "❤", "中"])
def test_digits_and_text_symbols_are_not_emoji(cluster):
    assert not is_emoji(cluster)
