"""A short German order in English words; of longer sentences only that they are German.

Word by word, and only when every word that carries meaning is known: "Mach den Titel rot".
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[2] / "assets" / "words" / "german.txt"
_TELLING = re.compile(
    r"\b(?:der|die|das|den|dem|bitte|und|nicht|ist|ein|eine|einen|auf|mach\w*|könn\w+|ändere?"
    r"|soll\w*"
    r"|mehr|weniger|größer|kleiner|moderner|schrift|farbe\w*|titel|überschrift|hintergrund|datum"
    r"|uhr)\b"
)
_REST = re.compile(r"[.!?;,] (?:der|das|die|alles) (?:rest|andere)\b.*$", re.IGNORECASE)


def is_german(low: str) -> bool:
    return len(_TELLING.findall(low)) >= 2 or bool(re.search(r"\b\w*[äöüß]\w*\b", low))


def in_english(sentence: str) -> str:
    """The order in English, or an empty string where a word is not known."""
    text = _REST.sub("", sentence.strip(" .!?"))
    if not is_german(text.lower()):
        return ""
    english: list[str] = []
    for token in re.findall(r"\"[^\"]+\"|'[^']+'|„[^“”]+[“”]|[\w@./:€$£%-]+", text):
        token = re.sub(r"^(\d+)\.$", r"\1", token)  # the 19. of a month
        low = token.lower().strip(".,")
        if token[0] in "\"„'":
            english.append(f'"{token[1:-1]}"')
        elif low in _words():
            english.append(_words()[low])
        elif re.search(r"\d|@|\.\w", token) or (token[0].isupper() and english):
            english.append(token)
        else:
            return ""
    return _ordered([word for word in english if word])


@cache
def _words() -> dict[str, str]:
    """German -> English; empty for words that order nothing."""
    found: dict[str, str] = {}
    for line in FILE.read_text("utf-8").splitlines()[1:]:
        names, _, english = line.partition("=")
        found |= dict.fromkeys(names.split(), english.strip())
    return found


def _ordered(words: list[str]) -> str:
    """The verb, which German has last, before its object: "the date to 19. December change"."""
    if len(words) > 1 and words[-1] in ("change", "delete", "hide", "move", "make", "put", "undo"):
        words = [words[-1], *words[:-1]]
    return " ".join(words)
