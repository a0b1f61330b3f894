"""Chat models through LangChain: servers that speak OpenAI's wire by address, others by provider.

Every failure becomes one line that says what to set. Needs the extra `[llm]`.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import os
from typing import Any, NamedTuple

from agents.structured import Completion, Message, NoAnswer

MOST_TOKENS = 4096  # of one answer


class Provider(NamedTuple):
    """How LangChain calls it, its package, the variable of its key, and its address.

    An address of its own means that it speaks OpenAI's wire.
    """

    langchain: str
    package: str
    key: str = ""
    url: str = ""
    start: str = ""  # how a local one is started


class ChatModel:
    """One model of a provider; `url` is the address of a server that speaks OpenAI's wire."""

    def __init__(self, provider: str, model: str, url: str = "") -> None:
        """NoAnswer when the provider is unknown, or its package or key is missing."""
        known = PROVIDERS.get(provider)
        if known is None:
            raise NoAnswer(
                f"{provider!r} is no provider; choose one of: {', '.join(PROVIDERS)}, or give the "
                "address of a server that speaks OpenAI's wire by --llm-url"
            )
        self.name = f"{provider}:{model}"
        self._provider, self._kind, self._model = provider, known, model
        self._url = (
            url or known.url or (os.environ.get("OPENAI_BASE_URL", "") * (provider == "openai"))
        )
        if not model:
            raise NoAnswer(f"{provider!r} names no model; write --llm {provider}:MODEL")
        for package in ("langchain", known.package):
            if importlib.util.find_spec(package) is None:
                raise NoAnswer(f"{provider} needs a package: pip install {_pip(package)}")
        if known.key and not self._url_needs_no_key() and not os.environ.get(known.key):
            raise NoAnswer(f"{provider} needs a key: set {known.key}")

    async def complete(self, messages: tuple[Message, ...], schema: dict[str, Any]) -> Completion:
        try:
            return await self._complete(messages, schema)
        except NoAnswer:
            raise
        except Exception as error:  # each provider raises its own
            raise self._told(error) from error

    async def _complete(self, messages: tuple[Message, ...], schema: dict[str, Any]) -> Completion:
        model, wired = self._made(), [_wired(message) for message in messages]
        if self._kind.langchain != "openai":
            answer = await model.with_structured_output(schema, include_raw=True).ainvoke(wired)
            raw, parsed = answer["raw"], answer["parsed"]
            return Completion(str(raw.text) if parsed is None else json.dumps(parsed), _tokens(raw))
        shape = {"name": schema["title"], "schema": schema, "strict": True}
        bound = model.bind(response_format={"type": "json_schema", "json_schema": shape})
        try:
            answer = await bound.ainvoke(wired)
        except Exception as error:
            if getattr(error, "status_code", 0) != 400:
                raise
            answer = await model.ainvoke(_with_schema(wired, schema))  # knows no schemas
        text = str(answer.text) or str(answer.additional_kwargs.get("refusal", ""))
        return Completion(text, _tokens(answer))

    def _made(self) -> Any:
        from langchain.chat_models import init_chat_model

        options: dict[str, Any] = {"max_tokens": MOST_TOKENS, "max_retries": 0}
        if self._kind.langchain == "openai":
            # a connection that is kept would outlive the event loop of its turn
            options |= {"default_headers": {"Connection": "close"}}
            options |= {"api_key": os.environ.get(self._kind.key or "OPENAI_API_KEY") or "none"}
            options |= {"base_url": self._url} if self._url else {}
        return init_chat_model(self._model, model_provider=self._kind.langchain, **options)

    def _url_needs_no_key(self) -> bool:
        return bool(self._url) and self._url != self._kind.url

    def _told(self, error: Exception) -> NoAnswer:
        """What a provider's error means for the user, in one line."""
        status = getattr(error, "status_code", None)
        kinds = {kind.__name__ for kind in type(error).__mro__}
        if "LengthFinishReasonError" in kinds:
            return NoAnswer("the answer was cut off; answer more briefly", passing=True)
        if kinds & {"APIConnectionError", "ConnectError", "ConnectionError"} and status is None:
            where = self._url or self._provider
            start = self._kind.start or "check the network and --llm-url"
            return NoAnswer(f"nothing answers at {where}; {start}")
        if status in (401, 403):
            key = self._kind.key or "OPENAI_API_KEY"
            return NoAnswer(f"{self._provider} refuses the key; set {key} to a valid one")
        if status == 404:
            return NoAnswer(
                f"{self._url or self._provider} has no model {self._model!r}; choose another: "
                f"--llm {self._provider}:MODEL"
            )
        if status == 429:
            return NoAnswer(f"{self._provider} is busy or its quota is used up; try again later")
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return NoAnswer(said, passing=True)


def _tokens(answer: Any) -> int:
    return int((answer.usage_metadata or {}).get("total_tokens", 0))


def _wired(message: Message) -> tuple[str, Any]:
    if not message.pictures:
        return (message.role, message.text)
    parts: list[dict[str, Any]] = [{"type": "text", "text": message.text}]
    for picture in message.pictures:
        kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg"
        coded = base64.b64encode(picture.data).decode()
        parts.append(
            {"type": "image_url", "image_url": {"url": f"data:image/{kind};base64,{coded}"}}
        )
    return (message.role, parts)


def _with_schema(wired: list[tuple[str, Any]], schema: dict[str, Any]) -> list[tuple[str, Any]]:
    role, text = wired[0]
    return [(role, f"{text}\n\nThe schema: {json.dumps(schema)}"), *wired[1:]]


def _pip(package: str) -> str:
    inside = package in ("langchain", "langchain_openai")
    return "'.[llm]'" if inside else package.replace("_", "-")


def _local(port: int, start: str) -> Provider:
    return Provider("openai", "langchain_openai", "", f"http://127.0.0.1:{port}/v1", start)


def _other(name: str, key: str, langchain: str = "") -> Provider:
    return Provider(langchain or name, f"langchain_{langchain or name}", key)


PROVIDERS: dict[str, Provider] = {
    "ollama": _local(11434, "start it: ollama serve"),
    "lmstudio": _local(1234, "start its server"),
    "llamacpp": _local(8080, "start it: llama-server -m MODEL.gguf"),
    "vllm": _local(8000, "start it: vllm serve MODEL"),
    "sglang": _local(30000, "start its server"),
    "openai": Provider("openai", "langchain_openai", "OPENAI_API_KEY"),
    "anthropic": _other("anthropic", "ANTHROPIC_API_KEY"),
    "google": _other("google", "GOOGLE_API_KEY", "google_genai"),
    "mistral": _other("mistral", "MISTRAL_API_KEY", "mistralai"),
    "groq": _other("groq", "GROQ_API_KEY"),
    "deepseek": _other("deepseek", "DEEPSEEK_API_KEY"),
    "xai": _other("xai", "XAI_API_KEY"),
    "openrouter": Provider(
        "openai", "langchain_openai", "OPENROUTER_API_KEY", "https://openrouter.ai/api/v1"
    ),
}
