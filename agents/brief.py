"""What the user asked for, in the user's terms; every field knows who said it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Literal, TypeVar

from pydantic import field_validator

from agents.markup import whole_characters
from design_io.document import Role
from design_io.paint import AssetId, Color, Value
from layout.brand_rules import BrandRules
from layout.systems import Form

Provenance = Literal["user", "inferred", "default", "suggested"]
T = TypeVar("T")


class Stated(Value, Generic[T]):
    """A value and where it came from: the user's words, a conclusion from them, or a default."""

    value: T
    provenance: Provenance = "default"


class Text(Value):
    """One piece of copy. Facts and quotes are kept character for character.

    `label` is the small heading a fact is set under ("Date"); provenance "suggested" marks copy
    that Plakat offers and the user never wrote.
    """

    role: Role
    text: str
    label: str = ""
    group: str = ""  # row of a list: "row-1", or "section-1/row-2"
    importance: int = 0  # 1 to 5; 0 leaves it to the role
    page: int = 0  # of a set, counted from 1, that the user names; 0 leaves it to us
    provenance: Provenance = "user"


class Attachment(Value):
    """A file the user gave, or a QR code that is asked for (`name` is what it says)."""

    asset: AssetId
    role: Literal["picture", "logo", "qr", "reference"]  # a reference is only looked at
    name: str
    aspect: float = 1.0  # width / height, of logos
    modules: int = 0  # along the side of a QR code, whose asset is path data


class Question(Value):
    """Something left open: what to ask, why it matters, what happens without an answer."""

    id: str
    question: str
    why: str
    default: str = ""


class Commission(Value):
    """What one turn is asked to design, before anything is read; all of it survives a crash.

    Every size becomes a design of its own from one plan. `design_ids` name them, in this order,
    where a store keeps them.
    """

    request: str
    sizes: tuple[str, ...] = ()  # none: the size the request asks for
    system: str = ""
    seed: int = 0
    variant: int = 0
    title_font: str = ""
    qr: str = ""
    respect: float | None = None  # copy keeps to the grid 0 … the picture 1
    candidates: int = 1  # layouts of which the best is taken
    attachments: tuple[Attachment, ...] = ()
    asks: bool = False  # wait for answers to what is open, before anything is drawn
    design_ids: tuple[str, ...] = ()

    @field_validator("request", mode="before")
    @classmethod
    def _in_characters(cls, request: str) -> str:
        return whole_characters(request)


class Brief(Value):
    request: str
    size: Stated[str] = Stated(value="portrait")
    language: Stated[str] = Stated(value="en")
    system: Stated[str] = Stated(value="")  # "" leaves the choice to strategy
    form: Stated[Form] = Stated(value="picture")
    pages: Stated[int | None] = Stated(value=None)  # of a set; 0: as many as the copy needs
    texts: tuple[Text, ...] = ()
    blanks: tuple[str, ...] = ()  # headings of lines to be filled in by pen: "To", "Seat"
    subject: Stated[str] = Stated(value="")
    companions: tuple[str, ...] = ()  # what else the picture may show, as entries of the lexicon
    respect: Stated[float | None] = Stated(value=None)  # copy keeps to the grid 0 … the picture 1
    occasion: Stated[str] = Stated(value="")
    audience: Stated[str] = Stated(value="")
    tone: Stated[tuple[str, ...]] = Stated(value=())
    colors: Stated[tuple[Color, ...]] = Stated(value=())
    ground: Stated[str] = Stated(value="")  # the colour asked for behind everything
    ink: Stated[str] = Stated(value="")  # the colour asked for words
    attachments: tuple[Attachment, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    rules: BrandRules | None = None  # of the brand kit
    seed: int = 0

    def text(self, role: Role) -> str:
        """The first copy of this role, or an empty string."""
        return next((t.text for t in self.texts if t.role == role and not t.group), "")


def brand_in(meta: Mapping[str, str]) -> BrandRules | None:
    """The rules of the brand that a file was made for."""
    return Brief.model_validate_json(meta["brief.json"]).rules if "brief.json" in meta else None
