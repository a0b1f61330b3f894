"""The plain form of what stands behind "dla" or "для": a title names, it does not decline.

Endings only, and only those that tell the plain form by themselves; other words stay as written.
"""

from __future__ import annotations

import re

# ending of the genitive -> ending of the plain form, first that fits
_NOUNS = {
    "pl": (
        ("cji", "cja"), ("ii", "ia"), ("ni", "nia"), ("ki", "ka"), ("gi", "ga"), ("arza", "arz"),
        ("era", "er"), ("ora", "or"), ("ika", "ik"), ("yka", "yk"), ("y", "a"), ("u", ""),
    ),
    "ru": (
        ("ии", "ия"), ("ни", "ня"), ("ки", "ка"), ("ги", "га"), ("хи", "ха"), ("ства", "ство"),
        ("ынка", "ынок"), ("ия", "ие"), ("ея", "ей"), ("ля", "ль"), ("ы", "а"), ("а", ""),
    ),
    "uk": (
        ("ії", "ія"), ("ні", "ня"), ("ки", "ка"), ("ги", "га"), ("ства", "ство"), ("и", "а"),
        ("у", ""),
    ),
}  # fmt: skip
_ADJECTIVES = {
    "pl": (
        ("kiego", "ki"), ("giego", "gi"), ("iego", "i"), ("ego", "y"), ("kiej", "ka"),
        ("giej", "ga"), ("iej", "ia"), ("ej", "a"),
    ),
    "ru": (
        ("кого", "кий"), ("гого", "гий"), ("хого", "хий"), ("ого", "ый"), ("его", "ий"),
        ("ой", "ая"), ("шей", "шая"),
    ),
    "uk": (("ого", "ий"), ("ої", "а"), ("ньої", "ня")),
}  # fmt: skip
_SHORTEST = 4  # letters of a word whose ending is trusted
_AT = re.compile(
    r"^(?P<place>[^\W\d_]+)['’](?:[dt][ae](?:ki)?)\s(?:yeni\s)?(?:bir\s)?(?P<what>\S.*)$"
)


def plain_form(language: str, topic: str, genitive: bool) -> str:
    """The topic as a title says it; `genitive` is how it stood in the sentence."""
    if language == "tr":
        return _turkish(topic)
    if not genitive or language not in _NOUNS:
        return topic
    words = topic.split(" ")
    lead = 0
    while lead + 1 < len(words) and _turned(words[lead], _ADJECTIVES[language]):
        lead += 1
    head = _turned(words[lead], _NOUNS[language])
    if not head:
        return topic
    made = [_turned(word, _ADJECTIVES[language]) for word in words[:lead]] + [head]
    for word in words[lead + 1 :]:
        adjective = _turned(word, _ADJECTIVES[language])
        if not adjective or word[0].isupper():
            break
        made.append(adjective)
    return " ".join([*made, *words[len(made) :]])


def _turned(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """The word with its ending exchanged; empty when none of the endings is its own."""
    bare = word.rstrip(",.!?")
    if len(bare) < _SHORTEST or not bare.isalpha():
        return ""
    found = next(((old, new) for old, new in endings if bare.endswith(old)), None)
    return "" if found is None else bare.removesuffix(found[0]) + found[1] + word[len(bare) :]


def _turkish(topic: str) -> str:
    """ "İstanbul'da bir fırın" → "fırın, İstanbul"."""
    at = _AT.match(topic)
    said = f"{at['what']}, {at['place']}" if at and "," not in topic else topic
    return re.sub(r"^[Bb]ir\s(?=\S)", "", said)
