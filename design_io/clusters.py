"""Grapheme clusters, what a reader calls a character, and their script and emoji properties.

Boundaries follow UAX #29. uniseg is right but takes 35 us a character, so it is asked only about
the stretches where neighbours can join; everything else is a boundary on both sides.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining

# Characters that never join their neighbour in this set; the rest is left to uniseg.
_PLAIN = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u0531-\u0556\u0561-\u0587"
    "\u05d0-\u05ea\u0620-\u064a\u0660-\u066f\u0671-\u06d5\u0e01-\u0e30\u0e32\u0e3f-\u0e46"
    "\u0e4f-\u0e5b\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2188\u3001-\u3029\u3030-\u303e"
    "\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d"
)
_JOINING = re.compile(f"[{_PLAIN}]?[^{_PLAIN}]+(?:[{_PLAIN}][^{_PLAIN}]+)*[{_PLAIN}]?")
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
IGNORABLE = re.compile(f"[{_INVISIBLE}]")  # Default_Ignorable_Code_Point: drawn as nothing
_TEXT_STYLE, _EMOJI_STYLE = "\ufe0e", "\ufe0f"
_COMMON = ("Zyyy", "Zinh", "Zzzz")


def cluster_starts(text: str) -> tuple[int, ...]:
    """The index where each cluster begins, in order."""
    inner: set[int] = set()
    for match in _JOINING.finditer(text):
        first = match.start()
        inner.update(first + offset for offset in _joined(match[0]))
    if not inner:
        return tuple(range(len(text)))
    return tuple(index for index in range(len(text)) if index not in inner)


@lru_cache(maxsize=65536)
def script(cluster: str) -> str:
    """The ISO 15924 code of the first character with a script of its own; Zyyy when none has."""
    if cluster.isascii():
        return "Latn" if cluster.isalpha() else "Zyyy"
    from fontTools.unicodedata import script as script_of

    found = (code for code in map(script_of, cluster) if code not in _COMMON)
    return next(found, "Zyyy")


@lru_cache(maxsize=16384)
def is_emoji(cluster: str) -> bool:
    """Whether the cluster asks for a colour picture: emoji presentation, by default or by VS16."""
    if cluster.isascii() or _TEXT_STYLE in cluster:
        return False
    if _EMOJI_STYLE in cluster:
        return True
    if max(cluster) < "\u231a":
        return False
    from uniseg.emoji import emoji_presentation

    return any(emoji_presentation(char) for char in cluster)


@lru_cache(maxsize=4096)
def _joined(stretch: str) -> tuple[int, ...]:
    """The indices inside `stretch` that are not a cluster boundary."""
    from uniseg.graphemecluster import grapheme_cluster_boundaries

    # uniseg takes the square of a run of marks, so it is shown only the first of them.
    kept = [i for i in range(len(stretch)) if not (i and _marks(stretch[i - 1 : i + 1]))]
    boundaries = grapheme_cluster_boundaries("".join(stretch[i] for i in kept))
    outer = {kept[at] for at in boundaries if at < len(kept)}
    return tuple(index for index in range(len(stretch)) if index not in outer)


def _marks(pair: str) -> bool:
    return all(combining(char) >= 200 for char in pair)  # those above and below a letter
