"""A brand file as words, field → key → words: TOML, or the front matter and headings of Markdown.

Fields without keys have the key "". Prose in a Markdown file is passed over.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from design_io.errors import ImportRejected

Table = dict[str, list[str]]

_LARGEST = 100_000  # bytes
_STARTS = {  # how the names of fields begin, in headings and in front matter
    "colo": "colors", "palette": "colors", "font": "fonts", "typo": "fonts", "voice": "tone",
    "tone": "tone", "logo": "logo", "forbid": "forbidden", "never": "forbidden",
    "don't": "forbidden", "avoid": "forbidden", "website": "url", "url": "url",
    "handle": "handle", "name": "name",
}  # fmt: skip
_PLAIN = ("name", "url", "handle", "tone", "logo")  # fields without keys
_STYLES = (("title", r"title|h\d|head|display"), ("text", r"text|body"))
_ENTRY = re.compile(
    r"^(?P<indent>\s*)(?P<dash>[-*+]\s+)?(?:\**(?P<key>[A-Za-z][\w '-]{0,30}?)\**\s*:\**(?:\s+|$))?"
    r"(?P<value>.*)$"
)
_HEADING = re.compile(r"^(?P<marks>#{1,4})\s+(?P<words>.+?)\s*#*$")
_HEX = re.compile(r"#(?:[\da-f]{6}|[\da-f]{3})\b", re.IGNORECASE)
_PICTURE = re.compile(r"[\w./-]+\.(?:png|jpe?g|webp|svg)\b", re.IGNORECASE)
_GUIDE = (
    r"(?:brand|design|style|visual)\s+"
    r"(?:kit|guide(?:lines?|book)?|system|manual|book|identity|language)"
)
_NOT_NAME = re.compile(
    rf"^{_GUIDE}\s*(?:[:–—-]|\bfor\b|\bof\b|$)\s*|(?:['’]s)?[\s:,–—-]*\b{_GUIDE}$|^design\.md$",
    re.IGNORECASE,
)
_LONGEST_NAME = 6  # words


def tables_in(path: Path) -> dict[str, Table]:
    """Every field of the file; ImportRejected when it cannot be read as a whole."""
    try:
        if path.stat().st_size > _LARGEST:
            raise ImportRejected(f"{path} has more than {_LARGEST:,} bytes; a brand kit is short")
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise ImportRejected(f"the brand kit {path} cannot be read: {reason}") from error
    if path.suffix.lower() in (".md", ".markdown"):
        return _of_markdown(text, path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ImportRejected(f"the brand kit {path} is not valid TOML: {error}") from error
    return {_spelt(key): _table(value) for key, value in data.items()}


def _spelt(key: str) -> str:
    return key.strip().lower().replace("colour", "color")


def _table(value: object) -> Table:
    if isinstance(value, dict):
        return {_spelt(key): _words(inner) for key, inner in value.items()}
    return {"": _words(value)}


def _words(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _of_markdown(text: str, path: Path) -> dict[str, Table]:
    """The front matter, and from the headings what it does not say."""
    lines = text.splitlines()
    ends = [n for n, line in enumerate(lines) if line.rstrip() == "---"]
    if not ends or ends[0] != 0:
        tables = _of_headings(lines)
    elif len(ends) == 1:
        raise ImportRejected(f"the front matter of {path} does not end; close it with a line ---")
    else:
        tables = _of_headings(lines[ends[1] + 1 :]) | _of_front_matter(lines[1 : ends[1]])
    if not tables:
        raise ImportRejected(f"the brand kit {path} says nothing; docs/brand.md shows its fields")
    return tables


def _of_front_matter(lines: list[str]) -> dict[str, Table]:
    """ "name: Acme", or "colors:" over deeper lines "primary: #2f5d50" or "- #2f5d50"."""
    tables: dict[str, Table] = {}
    above: list[tuple[int, str]] = []  # indent and key of the lines this one lies under
    for line in lines:
        entry = _ENTRY.match(line)
        if entry is None or line.lstrip().startswith("#"):
            continue
        indent = len(entry["indent"])
        while above and above[-1][0] >= indent + bool(entry["dash"]):
            above.pop()
        if entry["key"]:
            above.append((indent, entry["key"]))
        value = re.sub(r"\s+#\s.*$", "", entry["value"]).strip()
        if value and above:
            _add_entry(tables, [key for _, key in above], value)
    return tables


def _add_entry(tables: dict[str, Table], keys: list[str], value: str) -> None:
    """Take one line; of a type style, which lies a level deeper, its family alone."""
    field = _field(keys[0]) or _spelt(keys[0])
    key = _spelt(keys[1]) if len(keys) > 1 else ""
    if len(keys) == 2:
        _add(tables, field, _style(key) if field == "fonts" else key, value)
    elif len(keys) == 1:
        _add(tables, field, "", value)
    elif field == "fonts" and keys[-1].lower() == "fontfamily" and _style(key) in ("title", "text"):
        _add(tables, field, _style(key), value)


def _of_headings(lines: list[str]) -> dict[str, Table]:
    """ "# Acme", "## Colors" over "- primary: #2f5d50", "## Fonts" over "- title: Outfit"."""
    tables: dict[str, Table] = {}
    section = ""
    for line in lines:
        heading = _HEADING.match(line)
        if heading is None:
            _add_line(tables, section, line)
            continue
        section = _field(heading["words"])
        if not section and heading["marks"] == "#" and "name" not in tables:
            _add(tables, "name", "", _NOT_NAME.sub("", heading["words"]))
    return tables


def _add_line(tables: dict[str, Table], section: str, line: str) -> None:
    entry = _ENTRY.match(line)
    if entry is None or not entry["value"].strip():
        return
    key, value = _spelt(entry["key"] or ""), entry["value"].strip()
    if section == "colors":
        codes = _HEX.findall(line)
        said = ", ".join(codes) or (value if key or entry["dash"] else "")
        _add(tables, section, "", said)
    elif section in ("fonts", "forbidden"):
        inner = _style(key) if section == "fonts" else key
        _add(tables, section, inner, value if key else "")
    elif section == "logo":
        _add(tables, section, "", "".join(_PICTURE.findall(value)[:1]))
    elif section == "name" and "name" in tables:
        return
    elif section or _field(key) in _PLAIN:
        _add(tables, section or _field(key), "", value)


def _add(tables: dict[str, Table], field: str, key: str, value: str) -> None:
    """The words of a value: "a, b" or "[a, b]" are two, but a name is one."""
    whole = field == "name"
    if not field or not value or (whole and len(value.split()) > _LONGEST_NAME):
        return
    parts = [value] if whole else value.strip("[]").split(",")
    words = [word for part in parts if (word := part.strip("\"'`* "))]
    tables.setdefault(field, {}).setdefault(key, []).extend(words)


def _field(words: str) -> str:
    name = _spelt(words).replace("’", "'").removeprefix("brand ")
    return next((field for start, field in _STARTS.items() if name.startswith(start)), "")


def _style(key: str) -> str:
    return next((role for role, words in _STYLES if re.match(words, key)), key)
