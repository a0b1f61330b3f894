"""Requests that are the copy itself, and requests in other languages: the words stay as written.

"Summer sale, 30% off" or "Crea un cartel para la Feria, 12 de mayo": the first phrase is the
title, what follows the subtitle; facts have been taken out before.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.fragments import is_heading
from agents.phrases import FULL_STOP, HOLE, is_name, sentence_case, title_case, word_set, words_of
from agents.vocabulary import is_art, is_event, is_instruction
from agents.ways import topic_in

_BORDER = re.compile(
    rf"((?:,(?!\d{{3}})|[;:|•·\n，、؛،。।])+\s*|\s[-–—]\s|(?<=[!?！？])(?:\s|$)|{FULL_STOP}|{HOLE}+)"
)
# words that a fact taken out leaves hanging; those of other languages mean things in English
_LOOSE_ENGLISH = word_set(
    "am a an and in on at from to by for with the of until till before every each only just"
    " de la le"
)
_LOOSE = _LOOSE_ENGLISH | word_set(
    """im um ab vom zum zur den der die das dem les du au aux à en el los las del al il lo da di do
    no na uma o os as y e et und только в на с к до по от и во ко في يوم على من إلى الى को पर से में
    का के की op às het uhr desde hasta bis ve ile saat w jeden jeder con på शुल्क บัตร から まで
    chaque ogni todos todas cada każdy elke om kl godz della alle van tot od i στις στο στην τη την
    το για με από בשעה ב- על עם วันที่ เวลา ณ ที่ น หน้า у о об із з від из со для par le por
    zaterdag från tel tél günü giriş nur jusqu'à"""
)
_ORDINALS = ("de", "sv", "pl")  # "50. Geburtstag": this full stop ends nothing
_ORDINAL_DOT = "\u2024"
_MOST_WORDS, _MOST_SIGNS, _MOST_LETTERS = 9, 24, 90


class Verbatim(NamedTuple):
    title: str = ""
    subtitle: str = ""
    body: str = ""
    venue: str = ""
    kicker: str = ""
    asked: bool = False  # the request asks for a design in words that are no copy


def verbatim_copy(masked: str, language: str, dated: bool) -> Verbatim:
    """Title and following phrases of a request whose facts and quotes are holes."""
    if language in _ORDINALS:
        masked = re.sub(r"(?<=\b\d)\.(?=\s\w)|(?<=\b\d\d)\.(?=\s\w)", _ORDINAL_DOT, masked)
    sentences = re.split(rf"(?<=[!?。！？।])\s*(?=\S)|{FULL_STOP}\s*|\n+", masked.strip())
    topic, asked = topic_in(language, sentences[0])
    kind = _KIND_OF.match(topic) if language == "en" else None
    kicker = kind[1] if kind and (is_event(kind[1]) or _CALLED.fullmatch(kind[1])) else ""
    plain = language == "en"
    loose = _LOOSE_ENGLISH if plain else _LOOSE
    phrases = _phrases(topic[kind.end() :] if kind and kicker else topic, loose)
    said = [s for s in sentences[1:5] if not is_instruction(s) and not (plain and is_art(s))]
    said = [s for s in said if not asked or _short(s, 0.5)]
    phrases += [
        p for s in said for p in ([_trimmed(s, loose)] if _is_call(s) else _phrases(s, loose))
    ]
    if not phrases:
        return Verbatim(asked=asked)
    phrases = [*phrases[:1], *(p for p in phrases[1:] if not (plain and is_art(p)))]
    title, *others = _credited(phrases) if language == "en" else phrases
    if not _short(title):
        return Verbatim(body=". ".join(phrases), kicker=kicker, asked=asked)
    venue = next(
        (
            p
            for p in others
            if dated
            and is_name(p)
            and not p[0].isdigit()
            and not p.startswith(("With ", "From ", "By "))
            and len(words_of(p)) <= 4
        ),
        "",
    )
    rest = _listed([p for p in others if p != venue])
    subtitle = sentence_case(rest[0]) if rest else ""
    return Verbatim(
        title=title_case(title) if plain else sentence_case(title),
        subtitle=subtitle,
        body=". ".join(sentence_case(line) for line in rest[1:3]),
        venue=venue,
        kicker=sentence_case(kicker),
        asked=asked,
    )


def headed_by_kind(plain: Verbatim, copy: str) -> Verbatim:
    """The kind as the title where the news that follows it is nothing but facts."""
    news = re.split(r"[.!?](?:\s|$)|\n", copy.replace(HOLE, " "))[0]
    if not plain.kicker or re.search(r"[^\W_]", news):
        return plain
    below = plain.title.lower() if plain.title.istitle() else plain.title
    return plain._replace(title=title_case(plain.kicker), kicker="", subtitle=sentence_case(below))


def _listed(phrases: list[str]) -> list[str]:
    """Short phrases in small letters, one after another, are one line: "toys, tools, books"."""
    small = all(p[:1].islower() and len(words_of(p)) <= 4 for p in phrases)
    joined = ", ".join(phrases)
    return [joined] if small and len(phrases) > 1 and _short(joined) else phrases


_BY = re.compile(r"(?P<what>.{3,60}?)\s(?P<who>by\s(?:[A-Z][\w'’.-]+\s){1,3}[A-Z][\w'’.-]+)$")
_FROM = re.compile(r"(?P<what>.{3,60}?)\s(?P<who>from\s(?:[A-Z&][\w'’.&-]*\s?){1,4})$")


def _credited(phrases: list[str]) -> list[str]:
    """ "The Salt Road by Ines Calder" is a title and its author."""
    by = _BY.match(phrases[0])
    house = _FROM.match(phrases[0])
    match = by or (house if house and is_event(house["what"]) else None)
    return [match["what"], sentence_case(match["who"]), *phrases[1:]] if match else phrases


_KIND_OF = re.compile(r"([^:\n]{3,30}):\s+(?=[^\W\d])")
_CALLED = re.compile(
    r"(?:help )?wanted|(?:now )?hiring|reminder|warning|notice|attention|breaking(?: news)?|new"
    r"|coming soon|announcement|tip(?: of the day)?|fact|did you know|caution|important",
    re.IGNORECASE,
)


def _is_call(sentence: str) -> bool:
    """ "Donate coats, gloves and blankets": its commas end no phrase."""
    calls = re.match(
        r"(?:donate|bring|join us|come|help|enjoy|discover|meet|support|give|learn|taste"
        r"|serving)\b",
        sentence,
        re.IGNORECASE,
    )
    keyed = re.match(r"[A-Z][\w ]{2,20}: \S", sentence)  # "Dress code: black tie"
    return bool(calls or (keyed and HOLE not in sentence)) and len(words_of(sentence)) <= 14


def _phrases(sentence: str, loose: frozenset[str]) -> list[str]:
    """The phrases of a sentence; a word that announces a fact ("entrada 15 €") goes with it."""
    sentence = re.sub(r"\swith (?=[A-Z])", ", With ", re.sub(r"\s(?=ages? \d)", ", ", sentence))
    bare = re.sub(rf"(?<=[,;.{HOLE}] )[^\W\d_]+\.?(?: [^\W\d_]+)? (?={HOLE})", "", sentence)
    cut = [*_BORDER.split(bare), HOLE]  # pieces and the borders behind them, in turn
    pieces = (_trimmed(p, loose, HOLE in end) for p, end in zip(cut[::2], cut[1::2], strict=True))
    return [piece for piece in pieces if piece and not is_heading(piece)]


def _trimmed(piece: str, loose: frozenset[str], hangs: bool = True) -> str:
    """Without the prepositions that a fact taken out has left hanging."""
    words = piece.replace(HOLE, " ").split()
    if hangs and loose is _LOOSE_ENGLISH and len(words) > 1 and words[-1] in ("is", "are"):
        words.pop()
    while hangs and words and words[-1].lower() in loose:
        words.pop()
    stays = piece.strip().startswith("in store")
    while len(words) > 1 and words[0].lower() in loose and words[0].islower() and not stays:
        words.pop(0)
    text = " ".join(words).strip(" ,.;:").replace(_ORDINAL_DOT, ".")
    return text if any(c.isalnum() or ord(c) > 0x2600 for c in text) else ""


def _short(text: str, share: float = 1.0) -> bool:
    text = text.replace(HOLE, "")
    if re.search(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", text):
        return len(text) <= _MOST_SIGNS * share
    return len(text.split()) <= _MOST_WORDS * share and len(text) <= _MOST_LETTERS
