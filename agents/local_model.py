"""A language model in this process: local weights through transformers, held to the schema.

Weights are read from a folder or from what was downloaded before, as safetensors only, and never
run code of their own. Needs the extra `[local]`; `agents/grammar.py` says which token may follow.
"""

from __future__ import annotations

import asyncio
import importlib.util
import threading
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

from agents.grammar import Grammar, decoded
from agents.structured import Completion, Message, NoAnswer

MOST_TOKENS = 1024  # of one answer
_ANCHOR = "x"  # a word is decoded behind it, so that the blank before it is kept
_UNREADABLE = "\ufffd"  # of tokens that hold part of a character only; they are never chosen

# ids so far, those new since the last call -> a score for every token
Scores = Callable[[list[int]], np.ndarray]


class LocalModel:
    """Writes in a thread; a cancelled one stops at the next token. Pictures are not seen."""

    def __init__(self, folder: str) -> None:
        """NoAnswer when the libraries or the weights are missing."""
        self.name = f"transformers:{folder}"
        for package in ("torch", "transformers"):
            if importlib.util.find_spec(package) is None:
                raise NoAnswer(
                    f"transformers needs the extra: pip install -e '.[local]' ({package})"
                )
        if not folder:
            raise NoAnswer("transformers names no model; write --llm transformers:FOLDER")
        self._folder = folder

    async def complete(self, messages: tuple[Message, ...], schema: dict[str, Any]) -> Completion:
        stopped = threading.Event()
        try:
            return Completion(await asyncio.to_thread(self._written, messages, schema, stopped))
        finally:
            stopped.set()

    def _written(
        self, messages: tuple[Message, ...], schema: dict[str, Any], stopped: threading.Event
    ) -> str:
        tokenizer, network = _loaded(self._folder)
        words = [{"role": message.role, "content": message.text} for message in messages]
        prompt = _prompt(tokenizer, words)
        return constrained(
            _scores(network, prompt, stopped), _reader(tokenizer), Grammar(schema), MOST_TOKENS
        )


def constrained(scores: Scores, text_of: Callable[[int], str], grammar: Grammar, most: int) -> str:
    """The likeliest JSON of the grammar, token by token; NoAnswer where it is cut off."""
    made = decoded(grammar, lambda ids: _best_first(scores(ids)), text_of, most)
    if not made.whole:
        raise NoAnswer("the answer was cut off; answer more briefly", passing=True)
    return made.text


def _best_first(scores: np.ndarray) -> Any:
    """All tokens by falling score; a few are sorted first, as one of them mostly fits."""
    few = min(64, len(scores))
    top = np.argpartition(-scores, few - 1)[:few]
    yield from top[np.argsort(-scores[top])].tolist()
    yield from np.argsort(-scores).tolist()


@cache
def _loaded(folder: str) -> tuple[Any, Any]:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    options = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, **options)
        network = AutoModelForCausalLM.from_pretrained(
            folder, use_safetensors=True, dtype="auto", **options
        )
    except (OSError, ValueError) as error:
        said = " ".join(str(error).split())[:160]
        raise NoAnswer(f"no language model could be read from {folder!r}: {said}") from error
    return tokenizer, network.eval()


def _prompt(tokenizer: Any, words: list[dict[str, str]]) -> list[int]:
    if tokenizer.chat_template:
        ids = tokenizer.apply_chat_template(words, add_generation_prompt=True, tokenize=True)
        return list(ids["input_ids"] if hasattr(ids, "keys") else ids)
    plain = "\n\n".join(word["content"] for word in words)
    return list(tokenizer(f"{plain}\n\n")["input_ids"])


def _scores(network: Any, prompt: list[int], stopped: threading.Event) -> Scores:
    """Next-token scores with the keys and values of earlier tokens kept."""
    import torch

    kept: dict[str, Any] = {"past": None, "read": 0}

    @torch.inference_mode()
    def scores(ids: list[int]) -> np.ndarray:
        if stopped.is_set():
            raise NoAnswer("cancelled")
        fresh = ids[kept["read"] :] if kept["past"] is not None else prompt
        out = network(
            torch.tensor([fresh], device=network.device), past_key_values=kept["past"],
            use_cache=True,
        )  # fmt: skip
        kept["past"], kept["read"] = out.past_key_values, len(ids)
        row: np.ndarray = out.logits[0, -1].float().cpu().numpy()
        return row

    return scores


def _reader(tokenizer: Any) -> Callable[[int], str]:
    """What a token writes; "" for special ones and for those that hold part of a character."""
    anchor = tokenizer.encode(_ANCHOR, add_special_tokens=False)
    special = set(tokenizer.all_special_ids)

    @cache
    def text_of(token: int) -> str:
        if token in special:
            return ""
        text = str(tokenizer.decode([*anchor, token])[len(tokenizer.decode(anchor)) :])
        return "" if _UNREADABLE in text else text

    return text_of
