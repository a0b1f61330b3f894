"""What a turn says and does, as messages of `gr.Chatbot`: plain text, steps with their timings, and
quick replies."""

from __future__ import annotations

import json
from typing import Any

from agents.edit_graph import Answer
from agents.events import Event
from agents.home import Home
from design_io.commands import apply
from design_io.store import Message
from editor.thumbnails import Shelf, thumbnail

Said = dict[str, Any]  # role, content, metadata, options
_STEPS = {
    "parse": "Reading the request", "clarify": "Waiting for answers", "approach": "Choosing a way",
    "backdrop": "Painting the whole picture", "strategy": "Choosing a visual system",
    "plan": "Planning", "layout": "Laying out", "paint": "Painting", "correct": "Correcting",
    "finish": "Finishing", "understand": "Understanding", "assess": "Checking the change",
    "commit": "Changing the design", "review": "Looking at the result",
}  # fmt: skip
_MOST_DIFF = 24  # lines
_WIDTH = 240  # px of a preview


def step_title(step: str) -> str:
    return _STEPS.get(step, step)


class Steps:
    """The steps of one turn as a message that grows, and closes when the turn has ended."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.now = "Starting"
        self.seconds = 0.0

    def take(self, event: Event) -> bool:
        """Whether the event is one that people see."""
        if event.kind == "step_started":
            self.now = _STEPS.get(event.step, event.step)
        elif event.kind == "step_finished":
            self.seconds += event.seconds
            name = _STEPS.get(event.step, event.step)
            self.lines.append(f"{name} · {_time(event.seconds)} · {event.message}")
        elif event.kind == "layer_painted":
            self.lines.append(f"Painted {event.element} · {_time(event.seconds)}")
        elif event.kind == "spent":
            self.lines.append(f"{event.model}: {event.calls} calls, {event.tokens} tokens")
        else:
            return False
        return True

    def message(self, ended: bool = False) -> Said:
        count = len(self.lines)
        title = f"{count} step{'s' * (count != 1)}" if ended else f"{self.now} …"
        metadata: Said = {"title": title, "status": "done" if ended else "pending"}
        if ended:
            metadata |= {"duration": round(self.seconds, 2)}
        return {"role": "assistant", "content": "\n".join(self.lines), "metadata": metadata}


def answered(answer: Answer) -> list[Said]:
    """What the agent says, what has changed, and the ways to go on as quick replies."""
    plain = [choice for choice in answer.choices if choice.command is None]
    choices = [choice.model_dump(include={"label", "sentence"}) for choice in plain]
    return _agent(answer.said, list(answer.diff), choices)


def offered(home: Home, doc: str, answer: Answer, shelf: Shelf) -> dict[str, Any]:
    """The variants of an answer as live previews to choose from, by their sentences."""
    design = home.store.load(doc).design
    items = []
    for choice in answer.choices:
        if choice.command is None:
            continue
        shown = apply(design, choice.command, "agent")
        items.append({
            "id": choice.sentence, "title": choice.label,
            "aspect": shown.canvas.width / shown.canvas.height,
            "picture": shelf.put(thumbnail(shown, home, _WIDTH)),
            "actions": [{"id": "take", "label": "Take"}],
        })  # fmt: skip
    return {"layout": "strip", "items": items}


def told(transcript: tuple[Message, ...]) -> list[Said]:
    """The talk so far; only the last message still offers its replies."""
    messages: list[Said] = []
    for nth, message in enumerate(transcript, 1):
        if message.author == "user":
            messages.append(user(message.text))
            continue
        data = json.loads(message.data or "{}")
        offered = data.get("choices", []) if nth == len(transcript) else []
        messages += _agent(message.text, data.get("diff", []), offered)
    return messages


def user(text: str) -> Said:
    return {"role": "user", "content": text}


def agent(text: str) -> Said:
    return {"role": "assistant", "content": text}


def _agent(said: str, diff: list[str], choices: list[dict[str, Any]]) -> list[Said]:
    message = agent(said)
    if choices:
        message["options"] = [
            {"label": choice["label"], "value": choice["sentence"] or choice["label"]}
            for choice in choices
        ]
    if not diff:
        return [message]
    title = f"{len(diff)} change{'s' * (len(diff) != 1)}"
    shown = diff[:_MOST_DIFF] + [f"and {len(diff) - _MOST_DIFF} more"] * (len(diff) > _MOST_DIFF)
    changes = {"title": title, "status": "done"}
    return [{"role": "assistant", "content": "\n".join(shown), "metadata": changes}, message]


def _time(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"
