"""A language model whose answers were written by hand: for what answers mean, not what models do.

A cassette is a JSON file {"scripted": true, "about": ..., "answers": [...]}.
"""

import json
from pathlib import Path

from agents.structured import Completion

CASSETTES = Path(__file__).parent / "agents" / "cassettes"


class Scripted:
    """Gives its answers in order, the last one for ever; an exception is raised instead."""

    name = "scripted:model"

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []  # (messages, schema)

    async def complete(self, messages, schema):
        self.asked.append((messages, schema))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return Completion(answer if isinstance(answer, str) else json.dumps(answer), tokens=10)


def cassette(name):
    data = json.loads((CASSETTES / f"{name}.json").read_text(encoding="utf-8"))
    assert data["scripted"] is True, "a cassette says that nobody recorded it"
    return Scripted(*data["answers"])
