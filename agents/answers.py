"""Answers to what a brief left open, put into the brief as the user's own words."""

from __future__ import annotations

from collections.abc import Mapping

from agents.brief import Brief, Stated, Text
from agents.codes import with_code
from agents.placeholders import filled
from design_io.assets import AssetStore
from design_io.document import Role
from design_io.errors import DesignError
from layout.sizes import size_named

MOST_CHARACTERS = 500
_ROLES: dict[str, Role] = {
    "title": "title", "brand": "brand", "name": "subtitle", "website": "contact",
    "phone": "contact", "email": "contact", "social": "contact", "address": "address",
    "date": "date", "time": "time", "price": "price", "code": "contact", "pages": "body",
}  # fmt: skip


def answered(brief: Brief, answers: Mapping[str, str], assets: AssetStore) -> Brief:
    """The brief with every answer in its place; an empty answer leaves the question open.

    DesignError for a question that was not asked and for an answer that cannot be printed."""
    for key, answer in answers.items():
        words = " ".join(answer.split())
        if words:
            brief = _with(brief, key, words, assets)
    return brief


def _with(brief: Brief, key: str, words: str, assets: AssetStore) -> Brief:
    asked = [question.id for question in brief.questions]
    if key not in asked:
        raise DesignError(
            f"{key!r} is not what was asked; open are: {', '.join(asked) or 'no questions'}"
        )
    if len(words) > MOST_CHARACTERS:
        raise DesignError(
            f"the answer to {key!r} has {len(words):,} characters; the limit is {MOST_CHARACTERS}"
        )
    left = tuple(question for question in brief.questions if question.id != key)
    brief = brief.evolve(questions=left)
    if key == "size":
        return brief.evolve(size=Stated(value=size_named(words).name, provenance="user"))
    if key == "qr":
        return with_code(brief, words, assets)
    if key not in _ROLES:
        return brief  # told, not asked: there is nothing to print
    texts = filled(brief.texts, key, words)
    texts = texts or _placed(brief.texts, Text(role=_ROLES[key], text=words))
    return brief.evolve(texts=texts)


def _placed(texts: tuple[Text, ...], new: Text) -> tuple[Text, ...]:
    """With the new text; a title that was only suggested gives way."""
    kept = [
        text
        for text in texts
        if not (text.role == new.role == "title" and text.provenance == "suggested")
    ]
    return (new, *kept) if new.role == "title" else (*kept, new)
