"""What is no word of a request taken off it: "# Winter Gala" reads "Winter Gala"."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])")
_CODE = re.compile(r"`([^`\n]{1,200})`")

_BULLET = re.compile(r"^[ \t]*(?:[-*•·‣▪+–—]|[☑✅✔➤►→])[ \t]+(?=\S)", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]{1,80})\]\((?:https?://)?([^\s)]{3,200})\)")
_SPACES = re.compile(r"[ \t]{2,}")
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$", re.MULTILINE)


def whole_characters(text: str) -> str:
    """Without halves of surrogate pairs, which are no characters: no file could hold them."""
    return text.encode(errors="ignore").decode()


def plain_text(request: str) -> str:
    """The words without headings, stress and rules; lines stay lines."""
    text = _SPACES.sub(" ", _RULE.sub("", request))
    for mark in (_HEADING, _QUOTED):
        text = mark.sub("", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\1", text)
    text = _CODE.sub(r"\1", text)
    return _LINK.sub(r"\1 \2", text)


def without_bullets(request: str) -> str:
    """Lists as lines; one dash alone may stand before the name of who said something."""
    return _BULLET.sub("", request) if len(_BULLET.findall(request)) > 1 else request
