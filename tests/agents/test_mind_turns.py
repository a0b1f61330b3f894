"""A mind in whole turns: designing, editing a file, talking over a home, the command line."""

import asyncio
import json

import pytest
from model_server import serving
from needs import needs
from scripted import Scripted

import app
from agents.brief import Commission
from agents.conversation import Conversation
from agents.events import Spent
from agents.graph import design_set
from agents.home import Home
from agents.minds import RULES
from agents.model_mind import ModelMind
from agents.running import Turn
from agents.steps import Context
from agents.structured import NoAnswer
from design_io.assets import AssetStore
from design_io.document import walk
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist

REQUEST = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"
BRIEF = {
    "title": "", "kicker": "", "subtitle": "Stay for the encore", "body": "", "drop": [],
    "facts": [], "subject": "", "companions": [], "tone": [], "audience": "",
}  # fmt: skip
NOTHING = BRIEF | {"subtitle": ""}
SYSTEM = {"explanation": "", "system": ""}
EDIT = {"edits": [{"deed": "recolor", "layer": "title", "value": "#ff0000"}]}
UNKNOWN = "so blass, mach das mal lauter"


def designed(mind, told=None, **asked):
    resources = Resources(AssetStore(), FontLibrary.bundled())
    context = Context(resources, Artist(), mind=mind)
    commission = Commission(request=REQUEST, **asked)
    tell = told.append if told is not None else (lambda event: None)
    return asyncio.run(design_set(commission, context, Turn("turn"), tell))[0]


def texts(design):
    return {layer.text for layer in walk(design) if layer.kind == "text"}


def test_a_mind_betters_a_design_and_tells_what_it_cost():
    told = []
    outcome = designed(ModelMind(Scripted(BRIEF, SYSTEM)), told)
    assert "Stay for the encore" in texts(outcome.design)
    spent = [event for event in told if isinstance(event, Spent)]
    assert [(event.calls, event.tokens) for event in spent] == [(1, 10), (1, 10)]


class Choosing(Scripted):
    """Leaves the brief as it is and takes the last of the systems that fit."""

    chosen = ""

    async def complete(self, messages, schema):
        candidates = json.loads(messages[1].text).get("candidates")
        self.chosen = [*candidates][-1] if candidates else ""
        self.answers = [SYSTEM | {"system": self.chosen} if candidates else NOTHING]
        return await super().complete(messages, schema)


def test_a_mind_may_choose_another_system_that_fits():
    rules, model = designed(ModelMind(Scripted(NOTHING, SYSTEM))), Choosing()
    outcome = designed(ModelMind(model))
    assert outcome.plan.system == model.chosen != rules.plan.system
    assert f"chose the system {model.chosen}" in str(outcome.trace)


def test_a_dead_model_costs_a_design_nothing():
    down = ModelMind(Scripted(NoAnswer("nothing answers at http://127.0.0.1:1; start it")))
    assert designed(down).design == designed(RULES).design
    assert "the rules carried on" in down.trouble


def test_a_conversation_asks_its_mind_last(tmp_path):
    home = Home(tmp_path, FontLibrary.bundled())
    talk = Conversation(home, Artist(), ModelMind(Scripted(NOTHING, SYSTEM, EDIT)))

    async def talked():
        asked = Commission(request=REQUEST, design_ids=("poster",))
        await talk.begin(asked)
        return await talk.say("poster", UNKNOWN)

    answer = asyncio.run(talked())
    assert answer.kind == "done" and "#ff0000" in answer.said


@pytest.fixture(scope="module")
def server():
    needs("langchain_openai", "llm")
    with serving() as running:
        yield running


def run(*arguments):
    return app.main([str(argument) for argument in arguments])


def test_the_command_line_designs_and_edits_with_a_model(server, tmp_path, capsys):
    options = ("--llm", "openai:scripted", "--llm-url", server.url)
    server.script = [BRIEF, SYSTEM, EDIT]
    assert run("design", REQUEST, "-o", tmp_path, "--format", "json", *options) == 0
    (document,) = tmp_path.glob("*.plakat")
    assert "Stay for the encore" in (tmp_path / f"{document.stem}.json").read_text()
    assert run("edit", document, UNKNOWN, *options) == 0
    assert "#ff0000" in capsys.readouterr().out


def test_a_check_takes_a_models_advice_which_fails_nothing(server, tmp_path, capsys):
    assert run("design", REQUEST, "-o", tmp_path, "--format", "json") == 0
    (document,) = tmp_path.glob("*.plakat")
    remark = {"layer": "title", "fault": "crowded", "advice": "Give it air"}
    server.script = [{"remarks": [remark]}]
    capsys.readouterr()
    options = ("--llm", "openai:scripted", "--llm-url", server.url)
    assert run("check", document, "--json", *options) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["passed"] and report["findings"][-1]["message"] == "title: crowded; Give it air"
    assert server.seen[-1]["messages"][1]["content"][1]["type"] == "image_url"


def test_a_model_that_is_not_there_is_one_note_beside_the_design(tmp_path, capsys):
    done = run("design", REQUEST, "-o", tmp_path, "--format", "json", "--llm", "nobody:model")
    told = capsys.readouterr()
    assert done == 0 and "'nobody' is no provider" in told.err and list(tmp_path.glob("*.plakat"))
    assert run("edit", next(tmp_path.glob("*.plakat")), UNKNOWN, "--llm", "nobody:model") == 2
    assert "is no provider" in capsys.readouterr().err
