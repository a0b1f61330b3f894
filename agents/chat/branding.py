"""The brand's colours and fonts laid over the design."""

from __future__ import annotations

import re
from typing import Any

from agents.chat.changes import restyled
from agents.chat.context import Context
from agents.chat.naming import Named
from agents.chat.results import Answer, CannotError, done
from agents.chat.rules import Rules, first, rules
from agents.chat.schemes import palette_in
from agents.chat.sentence import Sentence
from agents.chat.tinting import MAKE
from agents.recoloring import recolored
from design_io.commands import Command, UpdateLayer
from design_io.document import TextLayer, leaves


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def _brand(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """use our brand: its colours, and its fonts unless only colours are asked for"""
    brand = context.brand
    if brand is None or not (brand.colors or brand.title_font or brand.text_font):
        raise CannotError(
            "this design has no brand; make it with: python app.py design … --brand FILE"
            " (docs/brand.md), or say which colours and fonts to use"
        )
    commands: list[Command] = []
    colors_said = bool(re.search(r"colou?rs?|palette", match[0]))
    fonts_said = bool(re.search(r"fonts?|typefaces?|type\b", match[0]))
    wants_fonts, wants_colors = fonts_said or not colors_said, colors_said or not fonts_said
    if wants_colors and brand.colors:
        palette = palette_in(context, "", brand.colors)
        commands += recolored(context.design, palette, frozenset())
    if wants_fonts:
        commands += _brand_fonts(brand.title_font, brand.text_font, context)
    if not commands:
        raise CannotError(
            f"the brand {brand.name} names no {'fonts' if wants_fonts else 'colours'}"
        )
    return done(f"in the brand's {_told(wants_colors, wants_fonts)}", _merged(commands))


def _told(colors: bool, fonts: bool) -> str:
    return "colours and fonts" if colors and fonts else "colours" if colors else "fonts"


def _brand_fonts(title: str, text: str, context: Context) -> list[Command]:
    commands: list[Command] = []
    for layer in leaves(context.design):
        font = title if layer.role == "title" else text
        if isinstance(layer, TextLayer) and font and layer.style.font != font and not layer.locked:
            commands += restyled(Named((layer,)), {"font": font}, context)
    return commands


def _merged(commands: list[Command]) -> list[Command]:
    """Updates of one layer's style by two hands as one: colour and font."""
    styles: dict[str, dict[str, Any]] = {}
    merged: list[Command] = []
    for command in commands:
        if command.op != "update_layer":
            merged.append(command)
            continue
        own = styles.setdefault(command.layer_id, {})
        style = command.changes.get("style")
        if style is not None and own.get("style") is not None:
            style = own["style"].evolve(font=style.font, size=style.size)
        own |= command.changes | ({"style": style} if style is not None else {})
    return [*(UpdateLayer(layer_id=i, changes=c) for i, c in styles.items()), *merged]


_RULES: Rules = rules(
        (rf"(?:{MAKE} )?(?:in |with |to |apply |use )*(?:(?:our|my|the|company"
         rf"|corporate) )?(?:own )?(?:brand|corporate identity"
         r"|ci|house style|brand kit)(?:'s|ing)?(?: (?:colou?rs?|fonts?|palette|typefaces?"
         r"|guidelines|kit|style|and|&))*",
         _brand),
)  # fmt: skip
