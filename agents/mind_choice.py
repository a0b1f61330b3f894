"""Which mind understands: `--llm PROVIDER:MODEL`, "local", "transformers:FOLDER", or the rules.

Never raises: a model that cannot be had leaves the rules, with one line that says what to set.
"""

from __future__ import annotations

import asyncio

from agents.chat_model import PROVIDERS, ChatModel
from agents.local_model import LocalModel
from agents.minds import Mind, RuleMind
from agents.model_mind import ModelMind
from agents.servers import Server, servers_found
from agents.structured import NoAnswer

LOCAL = "local"  # the first server that runs on this machine
IN_PROCESS, IN_PROCESS_SECONDS = "transformers", 300.0  # a processor writes a few words a second


def mind_named(wanted: str, url: str = "") -> Mind:
    """The mind of `wanted`; `url` is the address of a server that speaks OpenAI's wire.

    A model's name may hold colons itself: "ollama:qwen3:8b".
    """
    provider, _, model = wanted.strip().partition(":")
    if provider in ("", "rules") and not url:
        return RuleMind()
    try:
        if provider == LOCAL:
            found = local_servers()
            return ModelMind(_chat(found, model))
        if provider == IN_PROCESS:
            return ModelMind(LocalModel(model), IN_PROCESS_SECONDS)
        return ModelMind(ChatModel(provider or "openai", model, url.rstrip("/")))
    except NoAnswer as error:
        return RuleMind(f"{error}; the rules carried on")


def offered() -> str:
    """How to use a model that runs on this machine, in one line; "" where none does."""
    found = local_servers()
    return f"a model runs on this machine; to use it: {found[0].option}" if found else ""


def local_servers() -> tuple[Server, ...]:
    """Servers that run on this machine; outside of an event loop only."""
    return asyncio.run(servers_found())


def _chat(found: tuple[Server, ...], model: str) -> ChatModel:
    if not found:
        places = ", ".join(name for name, known in PROVIDERS.items() if "127.0.0.1" in known.url)
        raise NoAnswer(f"no model server runs on this machine; start one of: {places}")
    return ChatModel(found[0].provider, model or found[0].models[0], found[0].url)
