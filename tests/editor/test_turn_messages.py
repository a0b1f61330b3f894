"""Turns as messages of the chat."""

import json

from agents.edit_graph import Answer, Choice
from agents.events import Said, StepFinished, StepStarted
from design_io.store import Message
from editor.turn_messages import Steps, answered, told


def finished(step, seconds):
    return StepFinished(step=step, message="done", seconds=seconds, fraction=1)


def test_a_running_turn_says_what_it_does_and_an_ended_one_how_long_it_took():
    steps = Steps()
    steps.take(StepStarted(step="understand"))
    assert steps.message()["metadata"] == {"title": "Understanding …", "status": "pending"}
    steps.take(finished("understand", 0.012))
    steps.take(finished("commit", 1.5))
    message = steps.message(ended=True)
    assert message["metadata"] == {"title": "2 steps", "status": "done", "duration": 1.51}
    assert message["content"].splitlines()[0] == "Understanding · 12 ms · done"


def test_events_that_nobody_looks_at_change_nothing():
    assert not Steps().take(Said(text="hello"))


def test_an_answer_shows_its_changes_and_offers_its_choices():
    choice = Choice(label="Warmer", sentence="make it warmer #1")
    changes, said = answered(
        Answer(kind="variants", said="Three ways", diff=("a",), choices=(choice,))
    )
    assert changes["metadata"]["title"] == "1 change"
    assert said["options"] == [{"label": "Warmer", "value": "make it warmer #1"}]


def test_only_the_last_message_still_offers_its_choices():
    data = json.dumps({"choices": [{"label": "Red", "sentence": "red"}], "diff": []})
    question = Message("agent", "Which colour?", 1, data)
    assert "options" in told((question,))[-1]
    assert "options" not in told((question, Message("user", "blue", 1)))[0]
