"""What `/studio/api` answers beside designs: findings, versions, boxes, files, the start page."""

from __future__ import annotations

from pydantic import BaseModel

from editor.api_models import Revision


class Found(BaseModel):
    """One thing that is not good yet; `fix`: it can be mended, `ways`: what could be meant."""

    rule: str
    severity: str
    message: str
    layers: tuple[str, ...]
    fix: bool
    ways: list[str]


class Findings(BaseModel):
    rev: int
    verdict: str
    items: list[Found]


class Suggested(BaseModel):
    summary: str
    lines: list[str]


class Suggestions(BaseModel):
    rev: int
    said: str
    items: list[Suggested]


class Answered(BaseModel):
    said: str
    rev: int


class Version(BaseModel):
    """A step that was kept; `picture` is the address of a small one."""

    rev: int
    name: str
    label: str
    actor: str
    created: str
    picture: str


class NamedVersion(BaseModel):
    rev: int
    name: str


class Compared(BaseModel):
    """Addresses of two pictures, and in words what differs."""

    left: str
    right: str
    diff: list[str]


class NewId(BaseModel):
    id: str


class BoxKind(BaseModel):
    """What a box is taken for, and whether it can be drawn."""

    kind: str
    drawn: bool


class Boxed(Revision):
    """`notes`: what could not be as it was wished."""

    notes: list[str]


class OpenedFile(NewId):
    """`notes`: what of the file was not kept."""

    title: str
    notes: list[str]


class Icon(BaseModel):
    name: str
    svg: str


class Shown(BaseModel):
    """A design with the address of a small picture of it."""

    id: str
    title: str
    revision: int
    width: int
    height: int
    picture: str


class Example(BaseModel):
    request: str
    picture: str


class Size(BaseModel):
    name: str
    label: str


class Start(BaseModel):
    examples: list[Example]
    sizes: list[Size]
    recent: list[Shown]
