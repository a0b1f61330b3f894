"""The nearest drawing by meaning, for requests whose words the lexicon does not know.

Optional: without an encoder nothing here is asked. Any model that turns sentences into vectors will
do; `loaded` takes one of the user's own through the extra `[semantic]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from agents.lexicon import drawable_words
from design_io.errors import DesignError

NEAR = 0.42  # cosine from which a drawing shows what is meant


class Encoder(Protocol):
    """Sentences to vectors: (len(sentences), dim), any length; equal sentences, equal vectors."""

    def encode(self, sentences: Sequence[str]) -> np.ndarray: ...

    def __hash__(self) -> int: ...


def nearest(topic: str, request: str, encoder: Encoder) -> str:
    """The drawable word nearest to the topic and, less, to the whole request; "" when none is."""
    words = drawable_words()
    query = _unit(encoder.encode([topic or request, request])).mean(axis=0)
    likeness = _vectors(encoder) @ (query / max(1e-9, float(np.linalg.norm(query))))
    best = int(np.argmax(likeness))
    return words[best] if likeness[best] >= NEAR else ""


def loaded(model: str) -> Encoder:
    """A sentence-transformers model by folder or name; DesignError says what is missing."""
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise DesignError("--encoder needs the extra: pip install -e '.[semantic]'") from error
    try:
        return SentenceTransformer(model)
    except (OSError, ValueError) as error:
        raise DesignError(
            f"no sentence encoder could be read from {model!r}: {error}; name a model's folder"
        ) from error


@lru_cache(maxsize=2)
def _vectors(encoder: Encoder) -> np.ndarray:
    """Unit vectors of all drawable words, encoded once."""
    return _unit(encoder.encode(drawable_words()))


def _unit(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors, np.float32) / np.maximum(lengths, 1e-9)
