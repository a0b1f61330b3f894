"""A brand kit: read field by field, told what is wrong in it, and put into the brief.

A file that cannot be read is refused; a single field that is wrong is told and the rest applies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from agents.brandfile import Table, tables_in
from agents.brief import Brief, Question, Stated, Text
from agents.colorwords import color_named
from agents.placeholders import filled
from agents.tone import tones_in
from design_io.assets import AssetStore
from design_io.color import normalize_hex
from design_io.errors import DesignError
from design_io.font_intake import with_given
from design_io.fonts import FontLibrary
from design_io.logos import read_logo
from layout.brand_rules import BrandRules
from layout.systems import SYSTEMS

_FIELDS: dict[str, tuple[str, ...]] = {  # field → its keys; "" is the field itself
    "name": ("",), "url": ("",), "handle": ("",), "tone": ("",), "logo": ("",), "colors": (),
    "fonts": ("title", "text"), "forbidden": ("words", "colors", "fonts", "systems"),
}  # fmt: skip


class BrandKit(NamedTuple):
    rules: BrandRules
    url: str = ""
    handle: str = ""
    tone: tuple[str, ...] = ()
    logo: Path | None = None
    fonts: tuple[Path, ...] = ()  # files beside the kit
    notes: tuple[str, ...] = ()  # fields that were left out, and why


class _Reading:
    """The fields of one file as text, and what was wrong with them."""

    def __init__(self, path: Path, tables: dict[str, Table]) -> None:
        self.path, self.tables = path, tables
        self.notes = [f"{path.name}: {line}" for line in _unknown(tables)]

    def words(self, table: str, key: str = "") -> tuple[str, ...]:
        return tuple(self.tables.get(table, {}).get(key, ()))

    def word(self, table: str, key: str = "") -> str:
        return next(iter(self.words(table, key)), "").strip()

    def color(self, text: str) -> str:
        try:
            return normalize_hex(text)[:7]
        except ValueError:
            named = color_named(text)
        if not named:
            self.notes.append(f"{self.path.name}: {text!r} is not a colour; write it as #1a5f4a")
        return named or ""


def read_kit(path: Path, library: FontLibrary) -> BrandKit:
    """The kit in `path`; `library` knows which families there are."""
    reading = _Reading(path, tables_in(path))
    colors = tuple(c for text in _color_words(reading) if (c := reading.color(text)))
    fonts = {role: _font(reading, role, library) for role in ("title", "text")}
    forbidden = tuple(
        c for text in reading.words("forbidden", "colors") if (c := reading.color(text))
    )
    logo = _logo(reading)
    return BrandKit(
        BrandRules(
            name=reading.word("name"), colors=colors,
            title_font=fonts["title"][0], text_font=fonts["text"][0], logo=logo is not None,
            forbidden_words=reading.words("forbidden", "words"), forbidden_colors=forbidden,
            forbidden_fonts=reading.words("forbidden", "fonts"),
            forbidden_systems=_systems(reading),
        ),
        url=reading.word("url"), handle=reading.word("handle"),
        tone=tones_in(" ".join(reading.words("tone"))), logo=logo,
        fonts=tuple(file for _, file in fonts.values() if file), notes=tuple(reading.notes),
    )  # fmt: skip


def _unknown(tables: dict[str, Table]) -> Iterator[str]:
    """Fields and keys that mean nothing here, all strange fields in one line."""
    strange = [name for name in tables if name not in _FIELDS]
    if strange:
        known = ", ".join(_FIELDS)
        yield f"not a field of a brand kit: {', '.join(map(repr, strange))}; it has {known}"
    for field, keys in _FIELDS.items():
        for key in tables.get(field, {}) if keys else ():
            if key not in keys:
                known = ", ".join(keys) if any(keys) else "words alone, without keys"
                yield f"{field} has no key {key!r}; it has {known}"


def branded(brief: Brief, kit: BrandKit) -> Brief:
    """The brief in the brand's colours and tone; its name, and an address that was asked for."""
    rules = kit.rules
    texts = (rules.name and filled(brief.texts, "brand", rules.name)) or brief.texts
    named = any(text.role == "brand" for text in texts)
    told = any(rules.name.lower() in text.text.lower() for text in texts)
    if rules.name and not named and not told:
        texts = (*texts, Text(role="brand", text=rules.name, provenance="inferred"))
    questions = brief.questions
    if rules.name:
        questions = tuple(question for question in questions if question.id != "brand")
    if kit.url and any(question.id == "website" for question in questions):
        url = Text(role="contact", text=kit.url, provenance="inferred")
        texts = filled(texts, "website", kit.url) or (*texts, url)
        questions = tuple(question for question in questions if question.id != "website")
    if rules.colors and brief.colors.value:
        questions = (*questions, _other_colors(brief, rules))
    colors = Stated(value=rules.colors, provenance="user") if rules.colors else brief.colors
    tone = tuple(dict.fromkeys((*brief.tone.value, *kit.tone)))
    return brief.evolve(
        texts=texts, questions=questions, colors=colors, rules=rules,
        tone=Stated(value=tone, provenance=brief.tone.provenance),
    )  # fmt: skip


def _other_colors(brief: Brief, rules: BrandRules) -> Question:
    """Told where the request wants colours of its own."""
    return Question(
        id="brand-colors",
        question=f"The request asks for {', '.join(brief.colors.value)}; "
        f"the brand's colours {', '.join(rules.colors)} are used",
        why="a brand's colours go before a request's", default="the brand's",
    )  # fmt: skip


def _color_words(reading: _Reading) -> list[str]:
    """The colours in the order they are given, whatever their roles are called."""
    table = reading.tables.get("colors", {})
    return [word for key in table for word in reading.words("colors", key)]


def _font(reading: _Reading, role: str, library: FontLibrary) -> tuple[str, Path | None]:
    """The family for a role, and the file it comes from when a sound one lies beside the kit."""
    said = reading.word("fonts", role)
    if not said:
        return "", None
    if re.search(r"\.(?:ttf|otf|woff2?)$", said, re.IGNORECASE):
        file = _beside(reading, said, "font")
        family = _family_of(reading, file, library) if file else ""
        return family, file if family else None
    if library.has(said):
        return said, None
    reading.notes.append(
        f"{reading.path.name}: there is no font {said!r}; give its file, or one of: list fonts"
    )
    return "", None


def _family_of(reading: _Reading, file: Path, library: FontLibrary) -> str:
    try:
        faces = with_given(library, [file]).faces()
    except DesignError as error:
        reading.notes.append(f"{reading.path.name}: {error}")
        return ""
    return next((face.family for face in faces if face.path.resolve() == file.resolve()), "")


def _logo(reading: _Reading) -> Path | None:
    """The logo's file when it is a picture that can be read."""
    file = _beside(reading, reading.word("logo"), "logo")
    if file is None:
        return None
    try:
        read_logo(file, AssetStore())
    except DesignError as error:
        reading.notes.append(f"{reading.path.name}: the logo is left out: {error}")
        return None
    return file


def _beside(reading: _Reading, said: str, what: str) -> Path | None:
    """The file `said`, relative to the kit's folder."""
    if not said:
        return None
    file = reading.path.parent / said
    if file.is_file():
        return file
    reading.notes.append(f"{reading.path.name}: there is no {what} file {said!r} beside it")
    return None


def _systems(reading: _Reading) -> tuple[str, ...]:
    said = tuple(name.lower() for name in reading.words("forbidden", "systems"))
    reading.notes += [
        f"{reading.path.name}: {name!r} is no visual system; see: list systems"
        for name in said
        if name not in SYSTEMS
    ]
    forbidden = tuple(name for name in said if name in SYSTEMS)
    if set(forbidden) == set(SYSTEMS):
        reading.notes.append(
            f"{reading.path.name}: it forbids every visual system, so none is; leave one out"
        )
        return ()
    return forbidden
