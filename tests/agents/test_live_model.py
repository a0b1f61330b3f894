"""With a real model, by PLAKAT_LIVE_LLM=PROVIDER:MODEL (and PLAKAT_LIVE_LLM_URL) only."""

import asyncio
import os

import pytest

from agents.instruction import parse
from agents.mind_choice import mind_named
from agents.model_copy import missing_copy

WANTED = os.environ.get("PLAKAT_LIVE_LLM", "")
pytestmark = pytest.mark.skipif(not WANTED, reason="set PLAKAT_LIVE_LLM=PROVIDER:MODEL to run")


def test_a_real_model_answers_and_keeps_every_fact():
    mind = mind_named(WANTED, os.environ.get("PLAKAT_LIVE_LLM_URL", ""))
    draft = parse("A wine tasting poster, Friday 3 May 2027, 7 pm, at the Old Mill, call 555-0142")
    better = asyncio.run(mind.brief(draft))
    print(better)
    assert mind.trouble == "" and missing_copy(draft, better.value) == ()
