"""Bidi against Unicode's own test files, and on lines as posters have them."""

import itertools
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from design_io import bidi
from design_io.bidi import Run

UNICODE_DATA = Path("/usr/share/unicode")
LRM, RLM, FSI, LRI, PDI = "\u200e", "\u200f", "\u2068", "\u2066", "\u2069"
RLE, RLO, PDF = "\u202b", "\u202e", "\u202c"
# Capitals stand for letters written right to left, so that the examples read the same everywhere.
HEBREW = str.maketrans({chr(65 + i): chr(0x5D0 + i) for i in range(26)})
ARABIC = str.maketrans({chr(65 + i): chr(0x671 + i) for i in range(26)})
MIRRORED = str.maketrans("()[]", ")(][")


def shown(text: str, script: dict[int, str] = HEBREW, base: int | None = None) -> str:
    """What a reader sees from left to right on one line, invisible controls left out."""
    real = text.translate(script)
    base = bidi.paragraph_level(real) if base is None else base
    levels = bidi.line_levels(real, bidi.levels(real, base), 0, len(real), base)
    parts = []
    for start, end, level in bidi.runs(levels, 0, len(real)):
        part = text[start:end]
        parts.append(part[::-1].translate(MIRRORED) if level % 2 else part)
    return "".join(char for char in "".join(parts) if unicodedata.category(char) != "Cf")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JAZZ NIGHT", "THGIN ZZAJ"),
        ("ROOM 123 B", "B 123 MOOR"),
        ("ONLY $49.90", "$49.90 YLNO"),
        ("DATE 12/12/2025", "12/12/2025 ETAD"),
        ("HOURS 20-30", "20-30 SRUOH"),
        ("CAFE blue note, JAFFA", "AFFAJ ,blue note EFAC"),
        ("JAZZ (live)", "(live) ZZAJ"),
        ("JAZZ [3 (three) SETS]", "[STES (three) 3] ZZAJ"),
        ("tickets (ELLA) at the door", "tickets (ALLE) at the door"),
        ("LEARN C++", "++C NRAEL"),
        (f"LEARN C++{LRM}", "++C NRAEL"),
        ("LEARN c++", "++c NRAEL"),
        (f"LEARN c++{LRM}", "c++ NRAEL"),
        (f"{RLO}abc{PDF} def", "cba def"),
    ],
)
def test_a_hebrew_line_is_shown_in_its_reading_order(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AT blue note ONLY 25$", "$25 YLNO blue note TA"),
        ("AT blue note ONLY 25 QAR", "RAQ 25 YLNO blue note TA"),
        ("DATE 12/12/2025", "12/12/2025 ETAD"),
        ("HOURS 20-30", "30-20 SRUOH"),
        ("CALL (plakat) 050", "050 (plakat) LLAC"),
    ],
)
def test_an_arabic_line_keeps_latin_brands_and_prices_readable(text, expected):
    assert shown(text, ARABIC) == expected


def test_without_an_isolate_a_hebrew_name_swallows_the_number_after_it():
    assert shown("JAZZ: 3 reviews", base=0) == "3 :ZZAJ reviews"


def test_an_isolate_keeps_a_hebrew_name_to_itself():
    assert shown(f"{FSI}JAZZ{PDI}: 3 reviews") == "ZZAJ: 3 reviews"


def test_an_isolated_name_does_not_decide_the_direction_of_its_paragraph():
    assert bidi.paragraph_level(f"{FSI}abc{PDI} \u05d0") == 1


@pytest.mark.parametrize("text", ["", "12:30", "jazz", "jazz \u05d0", f"{RLE}jazz", "\n\u05d0"])
def test_a_paragraph_reads_left_to_right_unless_its_first_letter_says_otherwise(text):
    assert bidi.paragraph_level(text) == 0


@pytest.mark.parametrize("text", ["\u05d0 jazz", "12 \u0627", f"{RLM}jazz", "\u05d0\njazz"])
def test_a_paragraph_whose_first_letter_is_right_to_left_has_level_1(text):
    assert bidi.paragraph_level(text) == 1


@pytest.mark.parametrize(("base", "expected"), [(None, 0), (0, 0), (1, 2)])
def test_latin_text_is_level_0_unless_its_paragraph_is_right_to_left(base, expected):
    assert bidi.levels("Café 🎷", base) == (expected,) * 4 + (base or 0,) * 2


def test_every_paragraph_has_its_own_level():
    assert bidi.levels("a!\r\n\u05d0!\n1!") == (0, 0, 0, 0, 1, 1, 1, 0, 0)


def test_a_base_holds_for_every_paragraph():
    assert bidi.levels("a!\n\u05d0!\n!", 1) == (2, 1, 1, 1, 1, 1, 1)


def test_a_character_the_algorithm_ignores_has_the_level_of_the_one_before_it():
    assert bidi.levels(f"a\u200d{RLE}\u05d0{PDF}") == (0, 0, 0, 1, 1)


@pytest.mark.parametrize(
    ("char", "level"), [("\u05ff", 1), ("\U0001efff", 1), ("\ufdd0", 1), ("\U0001fae8", 1)]
)
def test_an_unassigned_character_among_hebrew_takes_part_in_it(char, level):
    assert bidi.levels(f"\u05d0{char}\u05d0")[1] == level


def test_spaces_at_a_line_break_hang_at_the_end_of_the_reading_direction():
    text = "jazz \u05d0\u05d1 \u05d2 club"
    levels = bidi.line_levels(text, bidi.levels(text), 0, 8, 0)
    assert bidi.runs(levels, 0, 8) == (Run(0, 5, 0), Run(5, 7, 1), Run(7, 8, 0))
    assert levels[8:] == bidi.levels(text)[8:]


def test_a_line_is_ordered_by_itself():
    text = "\u05d0\u05d1 one two \u05d2"
    levels = bidi.levels(text)
    assert bidi.runs(levels, 0, 6) == (Run(3, 6, 2), Run(0, 3, 1))
    assert bidi.runs(levels, 7, 12) == (Run(10, 12, 1), Run(7, 10, 2))


def test_visual_order_reverses_from_the_deepest_level_outwards():
    assert bidi.visual_order([1, 1, 2, 2, 1, 0]) == [4, 2, 3, 1, 0, 5]
    assert bidi.visual_order([]) == []


def test_too_many_open_brackets_undo_all_pairs_of_their_sequence():
    assert bidi.levels("a(b)", 1) == (2, 2, 2, 2)
    assert bidi.levels("a(b)" + "(" * 64, 1)[:4] == (2, 2, 2, 1)


def test_brackets_pair_across_canonically_equivalent_characters():
    assert bidi.levels("a \u2329\u05d0\u3009", 0) == (0, 0, 0, 1, 0)


def test_hostile_nesting_stays_within_the_deepest_level():
    assert max(bidi.levels(f"{RLE}{LRI}\u05d0" * 500)) == bidi.MAX_DEPTH


class Case(NamedTuple):
    text: str
    base: int | None
    levels: list[str]  # "x": the character is removed by X9
    order: list[str]


# One character of each class, for the file that is written in classes.
CLASSES = dict(L="a", R="\u05d0", AL="\u0639", EN="1", AN="\u0660", ES="+", ET="$", CS=",")
CLASSES |= dict(NSM="\u0300", BN="\u200b", B="\u2029", S="\t", WS=" ", ON="!", LRE="\u202a")
CLASSES |= dict(RLE=RLE, LRO="\u202d", RLO=RLO, PDF=PDF, LRI=LRI, RLI="\u2067", FSI=FSI, PDI=PDI)


def unicode_lines(name: str) -> Iterator[str]:
    path = UNICODE_DATA / name
    if not path.exists():
        missing = f"{path} is missing; apt-get install -y unicode-data"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            content = line.partition("#")[0].strip()
            if content:
                yield content


def character_cases() -> Iterator[Case]:
    for line in unicode_lines("BidiCharacterTest.txt"):
        codes, direction, _, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        base = None if direction == "2" else int(direction)
        yield Case(text, base, levels.split(), order.split())


def class_cases(every: int) -> Iterator[Case]:
    levels: list[str] = []
    order: list[str] = []
    for number, line in enumerate(unicode_lines("BidiTest.txt")):
        if line.startswith("@Levels:"):
            levels = line.removeprefix("@Levels:").split()
        elif line.startswith("@Reorder:"):
            order = line.removeprefix("@Reorder:").split()
        elif number % every == 0:
            classes, bits = line.split(";")
            text = "".join(CLASSES[name] for name in classes.split())
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(bits, 16) & bit:
                    yield Case(text, base, levels, order)


def agrees(case: Case) -> bool:
    text, base, expected, order = case
    paragraph = bidi.paragraph_level(text) if base is None else base
    levels = bidi.line_levels(text, bidi.levels(text, base), 0, len(text), paragraph)
    visible = [level != "x" for level in expected]
    found = [str(level) if seen else "x" for level, seen in zip(levels, visible, strict=True)]
    shown = [str(index) for index in bidi.visual_order(levels) if visible[index]]
    return found == expected and shown == order


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_bidi_character_test_agrees(every):
    wrong, checked, newer = [], 0, 0
    for case in itertools.islice(character_cases(), 0, None, every):
        if any(unicodedata.category(char) == "Cn" for char in case.text):
            newer += 1  # assigned after this Python's Unicode version
            continue
        checked += 1
        if not agrees(case):
            wrong.append(case)
    assert wrong == []
    assert checked > 90_000 // every
    assert newer <= checked // 1000


@pytest.mark.parametrize("every", [40, pytest.param(1, marks=pytest.mark.slow)])
def test_bidi_test_agrees(every):
    checked = 0
    for case in class_cases(every):
        assert agrees(case), case
        checked += 1
    assert checked > 700_000 // every
