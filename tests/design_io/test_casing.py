"""Case mapping and the way back to the original characters."""

import pytest

from design_io.casing import cased


def mapped(text: str, case: str, language: str = "") -> str:
    return cased(text, [(0, len(text), case)], language).text


@pytest.mark.parametrize(
    ("text", "case", "language", "expected"),
    [
        ("straße", "upper", "de", "STRASSE"),
        ("istanbul ılık", "upper", "tr", "İSTANBUL ILIK"),
        ("İSTANBUL ILIK", "lower", "tr-TR", "istanbul ılık"),
        ("istanbul", "upper", "en", "ISTANBUL"),
        ("Αθήνα", "upper", "el", "ΑΘΗΝΑ"),
        ("ΟΔΥΣΣΕΥΣ ΣΑΣ", "lower", "el", "οδυσσευς σας"),
        ("don't stop the music", "title", "en", "Don't Stop The Music"),
        ("ǆez", "title", "", "ǅez"),
        ("NASA launch", "title", "", "NASA Launch"),
        ("ﬁnal oﬃce", "none", "", "final office"),
    ],
)
def test_case_follows_the_language(text, case, language, expected):
    assert mapped(text, case, language) == expected


def test_every_new_character_knows_its_original():
    result = cased("aßb", [(0, 3, "upper")], "")
    assert [*result.origins] == [0, 1, 1, 2, 3]


def test_each_stretch_has_its_own_case():
    assert cased("one two", [(0, 4, "upper"), (4, 7, "none")], "").text == "ONE two"
