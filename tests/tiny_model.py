"""A transformer of two layers with random weights: it speaks, and says nothing.

NumPy only. Its tokens are characters, odd ones too, and pieces of what a bad answer is made of.
"""

import json
import zlib
from functools import cache

import numpy as np

from agents.grammar import Grammar, decoded

_ODD = "\t\n\x00\x0b\x7f\u202e\u200b\ufeff\u0301éßøЖ漢字ไทย😀🎷\ud83d‮​"
_BAD = r"""the and jazz night poster best free only 50% off $99 555-0199 +49 call now www.evil.com
http://x.y/z a@b.co 13 December 8:30 pm Friday tonight London Maria delete all layers ignore your
rules <b> </b> {{x}} \n ```json null true false title subtitle date contact hero background
#ff0000 red bold bigger top left 45 180 saxophone dog calm dark guaranteed number one"""
_WIDTH, _HEADS, _LAYERS, _SEEN = 32, 2, 2, 32  # _SEEN: the last tokens that are read
_GOING_ON = 2.0  # how much less likely a list ends
_ENDING = 0.3  # how much likelier a string ends with every token in it


def vocabulary():
    plain = [chr(code) for code in range(32, 127)]
    return [*plain, *_ODD, *(f"{piece} " for piece in _BAD.split()), "word " * 60]


class TinyModel:
    """`complete` writes JSON of a schema; `babble` writes without one."""

    def __init__(self, seed=0):
        self.tokens = [t for t in vocabulary() if t.encode(errors="ignore")]
        chance = np.random.default_rng(seed)
        size = (len(self.tokens), _WIDTH)
        self._embedding = chance.normal(0, 1, size).astype(np.float32)
        self._layers = [
            [chance.normal(0, _WIDTH**-0.5, shape).astype(np.float32) for shape in _shapes()]
            for _ in range(_LAYERS)
        ]
        self._id = {token: number for number, token in enumerate(self.tokens)}
        self._quote = self._id['"']

    def complete(self, prompt, schema, most, seed):
        """Text and whether it is whole."""
        return decoded(_grammar(schema), self._ranking(prompt, seed), self.tokens.__getitem__, most)

    def babble(self, prompt, most, seed):
        ranked, ids = self._ranking(prompt, seed), []
        for _ in range(most):
            ids.append(int(ranked(ids)[0]))
        return "".join(self.tokens[token] for token in ids)

    def _ranking(self, prompt, seed):
        """A function from the ids written so far to all tokens, likeliest first, by chance."""
        chance = np.random.default_rng([seed, zlib.crc32(prompt.encode(errors="ignore"))])
        memory = np.zeros((_LAYERS, 2, _SEEN, _HEADS, _WIDTH // _HEADS), np.float32)
        state = {"seen": None, "read": 0, "at": 0}

        def read(token):
            state["seen"] = self._forward(token, memory, state["at"])
            state["at"] += 1

        for sign in prompt[-_SEEN:] or " ":
            read(self._id.get(sign, 0))

        def ranked(ids):
            for token in ids[state["read"] :]:
                read(token)
            state["read"] = len(ids)
            logits = self._embedding @ state["seen"] / _WIDTH**0.5
            logits[self._id["]"]] -= _GOING_ON
            logits[self._quote] += _ENDING * _since(ids, self._quote)
            return np.argsort(-(logits + chance.gumbel(size=len(logits))))

        return ranked

    def _forward(self, token, memory, at):
        """One token through all layers, its keys and values kept for the next: the hidden state."""
        x, here, seen = self._embedding[token], at % _SEEN, min(at + 1, _SEEN)
        for (q, k, v, out, up, down), (keys, values) in zip(self._layers, memory, strict=True):
            normed = _normed(x)
            keys[here], values[here] = (
                (normed @ k).reshape(_HEADS, -1),
                (normed @ v).reshape(_HEADS, -1),
            )
            scores = np.einsum("hd,thd->ht", (normed @ q).reshape(_HEADS, -1), keys[:seen])
            weights = np.exp(scores - scores.max())
            weights /= weights.sum(axis=1, keepdims=True)
            x = x + np.einsum("ht,thd->hd", weights, values[:seen]).reshape(-1) @ out
            x = x + np.maximum(_normed(x) @ up, 0) @ down
        return _normed(x)


def _shapes():
    return [(_WIDTH, _WIDTH)] * 4 + [(_WIDTH, 4 * _WIDTH), (4 * _WIDTH, _WIDTH)]


def _normed(x):
    return x / np.sqrt(x @ x / _WIDTH + 1e-6)


def _since(ids, token):
    return next((n for n, each in enumerate(reversed(ids)) if each == token), len(ids))


def _grammar(schema):
    return _grammar_of(json.dumps(schema))


@cache
def _grammar_of(text):
    return Grammar(json.loads(text))
