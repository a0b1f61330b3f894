"""A model that talks nonsense over a real wire costs nothing: `benchmarks/garbage.py`, in small."""

import pytest
from needs import needs

needs("langchain_openai", "llm")

from benchmarks.garbage import FAULTS, tried  # noqa: E402


@pytest.mark.slow
def test_forty_garbage_answers_leave_valid_designs_with_all_required_copy():
    trial = tried(40, seed=1)
    assert trial.answers >= 40 and sum(trial.used.values()) > 0
    assert {fault: trial.faults[fault] for fault in FAULTS} == dict.fromkeys(FAULTS, 0)
