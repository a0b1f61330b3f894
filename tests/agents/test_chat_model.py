"""The model path over a real wire: a server of OpenAI's kind that answers, lies and breaks."""

import asyncio
import json
import socket

import pytest
from model_server import WAYS, serving
from needs import needs

from agents.chat_model import PROVIDERS, ChatModel
from agents.instruction import parse
from agents.mind_choice import mind_named
from agents.minds import Picture
from agents.model_mind import ModelMind
from agents.structured import NoAnswer

needs("langchain_openai", "llm")
REQUEST = "A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $25"
EMPTY = {
    "title": "", "kicker": "", "subtitle": "", "body": "", "drop": [], "facts": [], "subject": "",
    "companions": [], "tone": [], "audience": "",
}  # fmt: skip


@pytest.fixture(scope="module")
def server():
    with serving() as running:
        yield running


def bettered(server, way, seconds=20.0, pictures=(), request=REQUEST):
    mind = ModelMind(ChatModel("openai", way, server.url), seconds)
    draft = parse(request)
    return draft, asyncio.run(mind.brief(draft, pictures)), mind


def test_an_answer_travels_the_wire(server):
    server.script = [EMPTY | {"subtitle": "Stay for the encore", "tone": ["dark"]}]
    _, answer, mind = bettered(server, "scripted")
    assert answer.value.text("subtitle") == "Stay for the encore" and mind.trouble == ""
    body = server.seen[-1]
    assert body["response_format"]["json_schema"]["schema"]["additionalProperties"] is False
    assert json.loads(body["messages"][1]["content"])["request"] == REQUEST


def test_a_server_without_schemas_is_asked_in_words(server):
    server.script = ["Here you are: " + json.dumps(EMPTY | {"subtitle": "Stay for the encore"})]
    _, answer, _ = bettered(server, "no-schemas")
    assert answer.value.text("subtitle") == "Stay for the encore"
    assert "response_format" not in server.seen[-1] and "subtitle" in str(server.seen[-1])


def test_pictures_travel_as_data(server):
    server.script = [EMPTY]
    _, _, mind = bettered(server, "scripted", pictures=(Picture("a", b"\x89PNG\r\n\x1a\n123"),))
    content = server.seen[-1]["messages"][1]["content"]
    assert content[1]["image_url"]["url"].startswith("data:image/png;base64,") and not mind.trouble


@pytest.mark.parametrize("way", [way for way in WAYS if way not in ("scripted", "no-schemas")])
def test_whatever_comes_back_leaves_a_brief_with_every_fact(server, way):
    draft, answer, mind = bettered(server, way, seconds=0.3 if way == "sleepy" else 20.0)
    facts = [text for text in draft.texts if text.provenance == "user"]
    assert facts == [text for text in answer.value.texts if text.provenance == "user"]
    assert "\n" not in mind.trouble and len(mind.trouble) < 400


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("locked", "set OPENAI_API_KEY to a valid one"),
        ("busy", "try again later"),
        ("sleepy", "took longer than 0.3 s"),
        ("cut", "cut off"),
        ("refuses", "no usable answer"),
        ("broken", "500"),
        ("no-such-model", "has no model 'no-such-model'"),
    ],
)
def test_trouble_is_one_line_that_says_what_to_do(server, way, said):
    _, _, mind = bettered(server, way, seconds=0.3 if way == "sleepy" else 20.0)
    assert said in mind.trouble and mind.trouble.endswith("; the rules carried on")


def test_a_server_that_is_not_there_is_named():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    mind = mind_named("ollama:qwen3", url)
    assert asyncio.run(mind.brief(parse(REQUEST))).value == parse(REQUEST)
    assert f"nothing answers at {url}; start it: ollama serve" in mind.trouble


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("openai:gpt-5", "openai needs a key: set OPENAI_API_KEY"),
        ("anthropic:claude", "pip install langchain-anthropic"),
        ("google:gemini", "pip install langchain-google-genai"),
        ("nobody:model", "'nobody' is no provider; choose one of: ollama, lmstudio"),
        ("ollama", "write --llm ollama:MODEL"),
    ],
)
def test_a_model_that_cannot_be_had_leaves_the_rules(wanted, said, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    mind = mind_named(wanted)
    assert mind.name == "rules" and said in mind.trouble


def test_without_a_wish_the_rules_have_no_trouble():
    assert mind_named("").trouble == mind_named("rules").trouble == ""


def test_a_name_may_hold_colons_and_an_address_ends_anywhere():
    assert mind_named("ollama:qwen3:8b").name == "ollama:qwen3:8b"
    assert mind_named(":tiny", "http://127.0.0.1:9/v1/").name == "openai:tiny"


def test_every_provider_says_what_it_needs():
    for name, known in PROVIDERS.items():
        assert known.key or known.url.startswith("http://127.0.0.1:"), name
        assert known.package.startswith("langchain")


def test_a_provider_is_refused_by_name():
    with pytest.raises(NoAnswer, match="no provider"):
        ChatModel("http", "x")
