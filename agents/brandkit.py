"""A brand kit: a TOML file, or the front matter or headings of a Markdown file, and its use.

A file that cannot be read is refused; a single field that is wrong is told and the rest applies.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

from agents.brief import Brief, Question, Stated, Text
from agents.colorwords import color_named
from agents.tone import tones_in
from design_io.color import normalize_hex
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from layout.brand_rules import BrandRules
from layout.systems import SYSTEMS

_LARGEST = 100_000  # bytes
_FIELDS = ("name", "url", "handle", "tone", "logo", "colors", "fonts", "forbidden")
Table = dict[str, str | list[str]]


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
        self.notes = [
            f"{path.name}: {name!r} is no field of a brand kit; it has {', '.join(_FIELDS)}"
            for name in tables
            if name not in _FIELDS
        ]

    def words(self, table: str, key: str = "") -> tuple[str, ...]:
        found = self.tables.get(table, {}).get(key, [])
        return tuple(found) if isinstance(found, list) else (found,)

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
    reading = _Reading(path, _tables(path))
    colors = tuple(c for text in _color_words(reading) if (c := reading.color(text)))
    fonts = {role: _font(reading, role, library) for role in ("title", "text")}
    forbidden = tuple(
        c for text in reading.words("forbidden", "colors") if (c := reading.color(text))
    )
    logo = _beside(reading, reading.word("logo"), "logo")
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


def branded(brief: Brief, kit: BrandKit) -> Brief:
    """The brief in the brand's colours and tone; its name, and an address that was asked for."""
    rules = kit.rules
    texts = brief.texts
    named = any(text.role == "brand" for text in texts)
    told = any(rules.name.lower() in text.text.lower() for text in texts)
    if rules.name and not named and not told:
        texts = (*texts, Text(role="brand", text=rules.name, provenance="inferred"))
    questions = brief.questions
    if kit.url and any(question.id == "website" for question in questions):
        texts = (*texts, Text(role="contact", text=kit.url, provenance="inferred"))
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


def _tables(path: Path) -> dict[str, Table]:
    """Every field as table → key → words; fields without keys have the key ""."""
    try:
        if path.stat().st_size > _LARGEST:
            raise DesignError(f"{path} has more than {_LARGEST:,} bytes; a brand kit is short")
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DesignError(f"the brand kit {path} cannot be read: {error}") from error
    if path.suffix.lower() in (".md", ".markdown"):
        return _of_markdown(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DesignError(f"the brand kit {path} is not valid TOML: {error}") from error
    return {key: _table(value) for key, value in data.items()}


def _table(value: object) -> Table:
    if isinstance(value, dict):
        return {key: _words(inner) for key, inner in value.items()}
    return {"": _words(value)}


def _words(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


_SECTION = re.compile(r"^#{1,4}\s+(?P<name>.+?)\s*$")
_ITEM = re.compile(r"^\s*(?:[-*+]\s+)?(?:\**(?P<key>[\w ]{1,30}?)\**\s*:\s*)?(?P<value>\S.*?)\s*$")
_NAMES = {
    "colour": "colors", "color": "colors", "palette": "colors", "font": "fonts",
    "typography": "fonts", "type": "fonts", "voice": "tone", "tone": "tone", "logo": "logo",
    "forbid": "forbidden", "never": "forbidden", "don": "forbidden", "avoid": "forbidden",
    "website": "url", "url": "url", "handle": "handle", "name": "name", "brand": "name",
}  # fmt: skip
_KEYS = {"heading": "title", "headline": "title", "display": "title", "body": "text"}


def _of_markdown(text: str) -> dict[str, Table]:
    """ "# Name", "## Colors" with "- primary: #123456", or "name: Stone & Sage" in front matter."""
    tables: dict[str, Table] = {}
    section = ""
    for line in text.splitlines():
        heading = _SECTION.match(line)
        if heading:
            section = _field(heading["name"])
            if not section and line.startswith("# ") and "name" not in tables:
                tables["name"] = {"": [heading["name"]]}
            continue
        item = _ITEM.match(line)
        if item is None or set(line.strip()) <= {"-"}:
            continue
        _add(tables, section, (item["key"] or "").strip().lower(), item["value"].strip("\"'` "))
    return tables


def _add(tables: dict[str, Table], section: str, key: str, value: str) -> None:
    field = section or _field(key)
    if not field:
        return
    inner = _KEYS.get(key, key) if section in ("fonts", "forbidden", "colors") else ""
    words = [word.strip() for word in re.split(r",\s*", value)] if field != "name" else [value]
    found = tables.setdefault(field, {}).setdefault(inner, [])
    assert isinstance(found, list)
    found.extend(words)


def _field(words: str) -> str:
    return next((name for start, name in _NAMES.items() if words.lower().startswith(start)), "")


def _color_words(reading: _Reading) -> list[str]:
    """The colours in the order they are given, whatever their roles are called."""
    table = reading.tables.get("colors", {})
    return [word for key in table for word in reading.words("colors", key)]


def _font(reading: _Reading, role: str, library: FontLibrary) -> tuple[str, Path | None]:
    """The family for a role, and the file it comes from when it lies beside the kit."""
    said = reading.word("fonts", role)
    if not said:
        return "", None
    if re.search(r"\.(?:ttf|otf|woff2?)$", said, re.IGNORECASE):
        file = _beside(reading, said, "font")
        return (_family_of(reading, file, library), file) if file else ("", None)
    if library.has(said):
        return said, None
    reading.notes.append(
        f"{reading.path.name}: there is no font {said!r}; give its file, or one of: list fonts"
    )
    return "", None


def _family_of(reading: _Reading, file: Path, library: FontLibrary) -> str:
    try:
        faces = library.with_files([file]).faces()
    except DesignError as error:
        reading.notes.append(f"{reading.path.name}: {error}")
        return ""
    return next((face.family for face in faces if face.path.resolve() == file.resolve()), "")


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
    said = reading.words("forbidden", "systems")
    reading.notes += [
        f"{reading.path.name}: {name!r} is no visual system; see: list systems"
        for name in said
        if name not in SYSTEMS
    ]
    return tuple(name for name in said if name in SYSTEMS)
