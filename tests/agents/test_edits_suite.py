"""The suite of chat edits reaches the score it once reached, and touches nothing unnamed."""

from pathlib import Path

import pytest

from benchmarks.edits import cases, judged

# Suites of strangers -> right of 60 by now. To the eleventh they speak at length and indirectly
# (at first sight 29, 38, 30, 33, 16, 38, 28, 23), from the twelfth on as customers do every day
# (51, 50, 54, 50, 56, 57, 50, 53, 55, 52, 58, 53, 51, 50, 54, 52, 53, 46, 53, 55,
# 54, 54). Their designs are kept beside them, to the twenty-first but for those that refer to the
# store; those of the older suites as they were on 28 November.
STRANGERS = {
    "edits_heldout": 58,
    "edits_heldout2": 60,
    "edits_heldout3": 58,
    "edits_heldout6": 45,
    "edits_heldout7": 35,
    "edits_heldout9": 52,
    "edits_heldout10": 46,
    "edits_heldout11": 36,
    "edits_heldout12": 58,
    "edits_heldout13": 59,
    "edits_heldout14": 55,
    "edits_heldout15": 55,
    "edits_heldout16": 59,
    "edits_heldout17": 58,
    "edits_heldout18": 59,
    "edits_heldout19": 53,
    "edits_heldout20": 55,
    "edits_heldout21": 55,
    "edits_heldout22": 59,
    "edits_heldout23": 57,
    "edits_heldout24": 55,
    "edits_heldout25": 53,
    "edits_heldout26": 54,
    "edits_heldout27": 53,
    "edits_heldout28": 53,
    "edits_heldout29": 54,
    "edits_heldout30": 53,
    "edits_heldout31": 55,
    "edits_heldout32": 54,
    "edits_heldout33": 54,
}
# Faults, to be mended; of the sixth, ninth, eleventh and twentieth, designs that are made anew
# have other layers than those that were spoken of.
ASTRAY = dict.fromkeys((f"edits_heldout{n}" for n in (6, 9, 11, 20)), 1)
ASTRAY |= {"edits_heldout28": 2}
OWN = 107  # of the 121 over twelve later designs; 88 at first sight
DEV = 103  # of the 117 that the second reading was tried on; 81 by rules alone
RIGHT = 0.985  # of those judged here; only ever raised
KINDS = 12
SLOW = ("vague", "more")  # three designs each; of these every fourth is judged here


def test_the_suite_is_as_large_and_as_varied_as_promised():
    kinds = [case["kind"] for case in cases()]
    assert len(kinds) >= 150 and len(set(kinds)) >= KINDS and kinds.count("vague") >= 30


@pytest.mark.slow
def test_the_authors_own_second_thoughts_are_kept():
    verdicts = [judged(case) for case in cases(Path(__file__).with_name("edits_heldout5.jsonl"))]
    assert len(verdicts) == 121 and sum(verdict.right for verdict in verdicts) >= OWN
    assert sum(verdict.astray for verdict in verdicts) <= 1  # the bill's acts stand by its venue


@pytest.mark.slow
def test_the_second_reading_understands_as_much_as_ever():
    verdicts = [judged(case) for case in cases(Path(__file__).with_name("edits_dev.jsonl"))]
    assert len(verdicts) == 117 and sum(verdict.right for verdict in verdicts) >= DEV


def test_as_many_edits_are_right_as_ever_and_none_goes_astray():
    every = [case for case in cases() if case["kind"] not in SLOW]
    every += [case for case in cases() if case["kind"] in SLOW][::4]
    verdicts = [judged(case) for case in every]
    assert sum(verdict.right for verdict in verdicts) >= RIGHT * len(verdicts)
    assert not any(verdict.astray for verdict in verdicts)


@pytest.mark.slow
@pytest.mark.parametrize(("suite", "right"), STRANGERS.items())
def test_a_strangers_edits_are_understood_as_well_as_ever(suite, right):
    every = cases(Path(__file__).with_name(f"{suite}.jsonl"))
    verdicts = [judged(case) for case in every]
    assert len(every) == 60 and sum(verdict.right for verdict in verdicts) >= right
    assert sum(verdict.astray for verdict in verdicts) <= ASTRAY.get(suite, 0)


@pytest.mark.parametrize(
    ("case", "why"),
    [
        ({"say": "make the title red", "touch": ["date"]}, "touched title"),
        ({"say": "make the title red", "then": [["title", "color", "is", "#00ff00"]]}, "color is"),
        ({"say": "make the title red", "then": [["nobody", "color", "is", "#f00"]]}, "nobody"),
        ({"say": "flibber the gibbet", "touch": ["title"]}, "impossible instead of done"),
        ({"say": "hide the date", "is": "asks", "choices": []}, "done instead of asks"),
    ],
)
def test_the_judge_finds_what_is_wrong(case, why):
    verdict = judged({"kind": "text", "on": "jazz", "touch": ["title"]} | case)
    assert not verdict.right and why in verdict.why
