"""The planted errors of the benchmark are found; correct requests are left in peace."""

import csv
from datetime import date
from pathlib import Path

from agents.instruction import parse
from agents.sanity import doubts_in

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 25)


def test_ninety_five_of_a_hundred_planted_errors_are_found():
    with (ROOT / "benchmarks" / "planted.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = [row for row in rows if list(doubts_in(parse(row["request"]), TODAY))]
    assert len(rows) >= 100 and len(found) >= 0.95 * len(rows)


def test_our_own_examples_raise_no_alarm():
    with (ROOT / "assets" / "examples" / "requests.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    alarmed = [row["id"] for row in rows if list(doubts_in(parse(row["request"]), TODAY))]
    assert alarmed == []
