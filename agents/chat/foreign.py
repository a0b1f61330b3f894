"""A short order in German, French or Spanish in English words; of longer ones only that it is one.

Word by word, and only when every word that carries meaning is known: "Mach den Titel rot".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from agents.spelling import is_common

FOLDER = Path(__file__).parents[2] / "assets" / "words"
LANGUAGES = ("German", "French", "Spanish")
_TELLING = re.compile(
    r"\b(?:der|die|das|den|dem|bitte|und|nicht|ist|ein|eine|einen|auf|mach\w*|könn\w+|ändere?"
    r"|soll\w*"
    r"|mehr|weniger|größer|kleiner|moderner|schrift|farbe\w*|titel|überschrift|hintergrund|datum"
    r"|uhr)\b"
)
_REST = re.compile(r"[.!?;,] (?:der|das|die|alles) (?:rest|andere)\b.*$", re.IGNORECASE)
_TOKEN = re.compile(r"\"[^\"]+\"|'[^']+'|„[^“”]+[“”]|«[^»]+»|[\w@./:€$£%-]+(?:['’](?=\s|$))?|['’]")
_LONGEST = 4  # words of a phrase in the tables
_VERBS = ("change", "delete", "hide", "move", "make", "put", "undo", "show")


def is_german(low: str) -> bool:
    return len(_TELLING.findall(low)) >= 2 or bool(re.search(r"\b\w*[äöüß]\w*\b", low))


def in_english(sentence: str) -> str:
    """The order in English, or an empty string where it is none of a foreign language."""
    text = _REST.sub("", sentence.strip(" .!?¡¿"))
    for language in LANGUAGES:
        tokens = _tokens(text, language)
        if any(_is_foreign(token, language) for token in tokens):
            english = list(_translated(tokens, language))
            if None not in english:
                return _ordered([word for word in english if word])
    return ""


def _tokens(text: str, language: str) -> list[str]:
    if language == "French":
        text = re.sub(r"\b([ldcsjn]|qu)['’](?=\w)", r"\1 ", text, flags=re.IGNORECASE)
    return [re.sub(r"^(\d+)\.$", r"\1", token) for token in _TOKEN.findall(text)]


def _is_foreign(token: str, language: str) -> bool:
    """A word of the language that is no English one."""
    low = _bare(token)
    return low in _words(language) and len(low) > 2 and not (low in _english() or is_common(low))


def _translated(tokens: list[str], language: str) -> Iterator[str | None]:
    """Word for word, the longest known phrase first; None for a word that is not known."""
    at, table = 0, _words(language)
    while at < len(tokens):
        for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = " ".join(map(_bare, tokens[at : at + count]))
            if phrase in table:
                yield table[phrase]
                break
        else:
            count = 1
            yield _as_it_is(tokens[at], first=at == 0)
        at += count


def _as_it_is(token: str, first: bool) -> str | None:
    """Quoted words, figures and names are no words to translate."""
    if token[0] in "\"'„«":
        return f'"{token[1:-1].strip()}"'
    name = token[0].isupper() and not first
    return token if name or re.search(r"\d|@|\.\w|^[€$£%]$", token) else None


def _bare(token: str) -> str:
    return token.lower().strip(".,:") or token


@cache
def _english() -> frozenset[str]:
    return frozenset(
        [
            "in",
            "die",
            "man",
            "not",
            "hat",
            "also",
            "land",
            "an",
            "am",
            "war",
            "tag",
            "bald",
            "do",
            "mas",
            "me",
            "los",
            "as",
            "a",
            "on",
            "son",
        ]
    )


@cache
def _words(language: str) -> dict[str, str]:
    """Foreign -> English; empty for words that order nothing."""
    found: dict[str, str] = {}
    files = sorted(FOLDER.glob(f"*{language.lower()}.txt"), reverse=True)  # german, edits_german
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()[1:]):
        names, _, english = line.partition("=")
        found |= {name.replace("_", " "): english.strip() for name in names.split()}
    return found


def _ordered(words: list[str]) -> str:
    """The verb, which German has last, before its object: "the date to 19. December change"."""
    if "undo" in words:
        return "undo"
    if "should" in words[:-1] and words[-1] in ("say", "be", "is called"):
        at = words.index("should") + 1
        return " ".join([*words[:at], "say" if words[-1] != "be" else "be", *words[at:-1]])
    if len(words) > 1 and words[-1] in _VERBS:
        words = [words[-1], *words[:-1]]
    return " ".join(words)
