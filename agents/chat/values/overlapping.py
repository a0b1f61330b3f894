"""The text that reads much like new words: "Nonno's Kitchen" where "Nonna's Kitchen" stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.context import Context
from agents.chat.values.wording import Spot, texts_of
from design_io.document import TextLayer

_TALK = frozenset(  # what is said of a thing, and where it goes
    ["changed", "moved", "wrong", "missing", "updated", "outdated", "cancelled", "left", "right",
     "bigger", "smaller", "higher", "lower", "centred", "gone"]
)  # fmt: skip
_SHARE = 0.5  # of the words of both that have to be in common


def overlapping(new: str, context: Context) -> Spot | None:
    """The one text, or stretch of one, that reads much like the new words: "Nonna's Kitchen"."""
    words = _telling(new)
    if words & _TALK:
        return None
    best: list[tuple[float, Spot]] = []
    for layer in texts_of(context):
        if _telling(layer.text) == words and layer.text == new:
            return None
        best += [(share, spot) for spot in _windows(layer, new)
                 if (share := _in_common(new, words, spot)) >= _SHARE]  # fmt: skip
    best.sort(key=lambda pair: (-pair[0], not _begins(pair[1], new), _length(pair[1])))
    if not best or best[0][1].words == new:
        return None
    tied = {spot.layer.id for share, spot in best if share == best[0][0]}
    return _to_its_end(best[0][1], new) if len(tied) == 1 else None


def _to_its_end(spot: Spot, new: str) -> Spot:
    """All of "Harrow Village Hall" where "Harrow Library" comes in its place."""
    behind = re.match(r"(?: (?:[^\W\d_]|['’&-])+)+$", spot.layer.text[spot.end :])
    shared = spot.words.lower().split()[-1:] == new.lower().split()[-1:]
    return (
        spot._replace(end=len(spot.layer.text))
        if behind and not shared and not spot.start
        else spot
    )


def _begins(spot: Spot, new: str) -> bool:
    return spot.words.split()[:1] == new.split()[:1]


def _length(spot: Spot) -> int:
    return spot.end - spot.start


def _windows(layer: TextLayer, new: str) -> Iterator[Spot]:
    """The whole text, and every stretch of as many words as the new ones have."""
    yield Spot(layer, 0, len(layer.text))
    said, count = list(re.finditer(r"\S+", layer.text)), len(new.split())
    for first, last in zip(said, said[count - 1 :], strict=False):
        end = last.start() + len(last[0].rstrip(",.;:!?"))
        if "," in new or "," not in layer.text[first.start() : end]:
            yield Spot(layer, first.start(), end)


def _in_common(new: str, words: set[str], spot: Spot) -> float:
    own = _telling(spot.words)
    if own and new.lower().startswith(f"{spot.layer.text.lower()} "):
        return max(_SHARE, len(own) / len(words))  # all that stood, and more
    return len(words & own) / max(1, len(words), len(own))


def _telling(text: str) -> set[str]:
    return {w for w in re.findall(r"[^\W_]+", text.lower()) if len(w) > 2} - {"and", "the"}
