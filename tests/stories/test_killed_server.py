"""`kill -9` of the server in mid-gesture and mid-turn: what was seen committed is there again."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager

import pytest
from websockets.sync.client import connect

import app
from agents.home import Home
from design_io.commands import UpdateLayer
from design_io.document import Canvas, Design, ShapeLayer, TextLayer

pytestmark = pytest.mark.slow
DOC = "d" * 32
KILLS = 6


@pytest.fixture
def folder(tmp_path):
    title = TextLayer(id="title", role="title", box=(40, 40, 500, 200), text="Jazz")
    dot = ShapeLayer(id="dot", role="ornament", box=(0, 0, 40, 40), path="M0 0H1V1H0Z")
    design = Design(title="Jazz", canvas=Canvas(width=600, height=800), layers=(dot, title))
    home = Home(tmp_path / "home")
    home.store.create(design, design_id=DOC)
    home.store.close()
    return tmp_path / "home"


@contextmanager
def served(folder):
    """The command that people run, in a process of its own; its port and its end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ("--port", str(port), "--home", str(folder), "--no-browser")
    process = subprocess.Popen([sys.executable, app.__file__, *options], start_new_session=True)
    try:
        for _ in range(1200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, "the server did not start"
            time.sleep(0.1)
        yield port, lambda: (os.kill(process.pid, signal.SIGKILL), process.wait())
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def tab(port):
    return connect(f"ws://127.0.0.1:{port}/studio/ws/d/{DOC}", max_size=None)


def heard(wire, *kinds):
    while (message := json.loads(wire.recv(60)))["t"] not in kinds:
        pass
    return message


def move(x):
    command = UpdateLayer(layer_id="dot", changes={"box": (x, 0, 40, 40)})
    return {
        "t": "cmd", "txn": uuid.uuid4().hex[:16], "label": f"Move to {x}",
        "commands": [command.model_dump(mode="json")],
    }  # fmt: skip


def intact(folder):
    with sqlite3.connect(folder / "store.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    home = Home(folder)
    home.history(DOC)  # every step can be read again
    return home


def test_a_server_killed_between_gestures_shows_the_last_one_and_does_none_twice(folder):
    x, unanswered = 0, None
    for _ in range(KILLS):
        with served(folder) as (port, kill), tab(port) as wire:
            shown = heard(wire, "snapshot")
            if unanswered is not None:  # the browser says again what was not answered
                wire.send(json.dumps(unanswered))
                heard(wire, "commit")
            dot = next(each for each in shown["design"]["layers"] if each["id"] == "dot")
            assert dot["box"][0] in (x, x - 1)
            for _ in range(3):
                x += 1
                wire.send(json.dumps(move(x)))
                heard(wire, "commit")
            x += 1
            unanswered = move(x)
            wire.send(json.dumps(unanswered))
            kill()
    home = intact(folder)
    labels = [step.label for step in home.history(DOC).past]
    assert len(labels) == len(set(labels)) and labels == [
        f"Move to {n + 1}" for n in range(len(labels))
    ]
    assert len(labels) in (x, x - 1)


@pytest.mark.parametrize("stage", ["understand", "assess", "commit", "review"])
def test_a_turn_whose_server_was_killed_is_done_once_and_answered(folder, stage):
    prompt = {"t": "prompt", "txn": "asked", "text": "make the title red", "sel": []}
    with served(folder) as (port, kill), tab(port) as wire:
        heard(wire, "snapshot")
        wire.send(json.dumps(move(7)))
        heard(wire, "commit")
        wire.send(json.dumps(prompt))
        while heard(wire, "job", "said").get("stage", stage) != stage:
            pass
        kill()
    with served(folder) as (port, kill), tab(port) as wire:
        heard(wire, "snapshot")
        wire.send(json.dumps(prompt))
        assert heard(wire, "said")["kind"] == "done"
        kill()
    home = intact(folder)
    design, said = home.store.load(DOC).design, home.store.transcript(DOC)
    assert (design.layer("title").style.color, design.layer("dot").box.x) == ("#ff0000", 7)
    assert len(home.history(DOC).past) == 2
    assert [m.author for m in said] == ["user", "agent"]
