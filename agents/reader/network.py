"""The network of the reader: a small BERT, with one more embedding for each feature.

Devlin et al., "BERT", 2019; Wang et al., "MiniLM", 2020. Weights lie in `assets/models/reader/`
as bytes with a scale a row: for each task its layers as an ONNX graph and its embeddings and heads
as arrays, and the words that both know; `assets/train_reader.py` made them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np

from agents.reader.words import FEATURES, Word

WEIGHTS = Path(__file__).parent.parent.parent / "assets" / "models" / "reader"
Task = Literal["requests", "edits"]
MOST_PIECES = 320  # longer texts are read in parts


class Network:
    """Words to numbers: one row of `width` for each word, and one for the whole."""

    def __init__(self, task: Task, folder: Path = WEIGHTS) -> None:
        self._arrays = dict[str, np.ndarray]()
        for name in ("words", task):
            with np.load(folder / f"{name}.npz") as file:
                self._arrays |= {array: file[array] for array in file.files}
        tags = json.loads(bytes(self._arrays.pop("tags")))
        self.tags: dict[str, tuple[str, ...]] = {head: tuple(each) for head, each in tags.items()}
        pieces = bytes(self._arrays.pop("vocabulary")).decode("utf-8").split("\n")
        self._pieces = {piece: number for number, piece in enumerate(pieces)}
        self._float = {n: self._row(n, slice(None)) for n in self._arrays if _is_small(n)}
        self._arrays = {n: self._arrays[n] for n in ("words", "words/scale")}  # read row by row
        self._layers = _session(folder / f"{task}.onnx")

    def __getitem__(self, name: str) -> np.ndarray:
        return self._float[name]

    def likely(self, head: str, states: np.ndarray) -> np.ndarray:
        """Logarithms of the probabilities of the tags of a head, (…, tags)."""
        scores = self._linear(states, head)
        scores = scores - scores.max(-1, keepdims=True)
        return scores - np.log(np.exp(scores).sum(-1, keepdims=True))

    def states(self, text: str, words: list[Word]) -> tuple[np.ndarray, np.ndarray]:
        """What the network makes of the whole, (width,), and of each word, (words, width).

        Words beyond MOST_PIECES pieces are left out.
        """
        numbers, features, first = [self._pieces["[CLS]"]], [(-1,) * len(FEATURES)], []
        for word in words:
            pieces = pieces_in(text[word.start : word.end], self._pieces)
            if len(numbers) + len(pieces) >= MOST_PIECES:
                break
            first.append(len(numbers))
            numbers += pieces
            features += [word.features] * len(pieces)
        numbers.append(self._pieces["[SEP]"])
        features.append((-1,) * len(FEATURES))
        state = self._embedded(np.array(numbers), np.array(features))
        [read] = self._layers.run(None, {"state": state})
        return read[0], read[first]

    def _embedded(self, numbers: np.ndarray, features: np.ndarray) -> np.ndarray:
        state = self._row("words", numbers) + self["places"][: len(numbers)] + self["kind"]
        for column, name in enumerate(FEATURES):
            here = features[:, column] >= 0
            state[here] += self[name][features[here, column]]
        return self._normed(state, "embedding.norm")

    def _linear(self, state: np.ndarray, name: str) -> np.ndarray:
        return state @ self[f"{name}.weight"] + self[f"{name}.bias"]

    def _normed(self, state: np.ndarray, name: str) -> np.ndarray:
        state = state - state.mean(-1, keepdims=True)
        state /= np.sqrt((state * state).mean(-1, keepdims=True) + 1e-12)
        return state * self[f"{name}.weight"] + self[f"{name}.bias"]

    def _row(self, name: str, rows: np.ndarray | slice) -> np.ndarray:
        stored = self._arrays[name][rows].astype(np.float32)
        scale = self._arrays.get(f"{name}/scale")
        return stored if scale is None else stored * scale[rows].astype(np.float32)


def pieces_in(word: str, known: Mapping[str, int]) -> list[int]:
    """A word as numbers of word pieces: the longest known beginning, again and again."""
    plain = unicodedata.normalize("NFD", word.lower())
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Mn")
    found, start = [], 0
    while start < len(plain):
        mark = "##" if start else ""
        end = len(plain)
        while end > start and mark + plain[start:end] not in known:
            end -= 1
        if end == start:
            return [known["[UNK]"]]
        found.append(known[mark + plain[start:end]])
        start = end
    return found or [known["[UNK]"]]


def _is_small(name: str) -> bool:
    return name != "words" and "/" not in name


def _session(path: Path) -> Any:
    """The layers, ready to run in the thread that asks: matrices are too small to share."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def network(task: Task) -> Network:
    """The one network of this process for a task, loaded when it is first asked for."""
    return Network(task)
