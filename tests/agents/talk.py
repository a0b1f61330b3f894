"""Sentences said to a design in tests: the change they make, or a DesignError for a no."""

from agents.chat.context import Context
from agents.chat.results import Back, Done, Impossible
from agents.chat.understanding import understand
from design_io.errors import DesignError
from design_io.history import History


def said(sentence, design, resources, plan=None, **more) -> Done | Back:
    """The answer to a sentence said to a design or its history."""
    history = design if isinstance(design, History) else History(design)
    answer = understand(sentence, Context(history, resources, plan, **more))
    if isinstance(answer, Impossible):
        raise DesignError(answer.said)
    return answer
