"""Pictures that a painter made, one of them painted anew: its words, its seed, nothing else."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.naming import find
from agents.chat.results import Answer, CannotError, NotThereError, UnclearError, done
from agents.decomposing import decomposed
from agents.painting import covers, is_painted_picture
from agents.regenerating import regenerated
from design_io.document import Design, ImageLayer, leaves
from design_io.errors import DesignError
from generators.registry import decomposer, painter_of
from generators.request import GenerationError

_LAYERS = 4  # of a picture, where no number is said
_GROUND = re.compile(r"(?:the |this |that |its )?(?:whole )?(?:background|backdrop|ground)")


def painted_anew(layer: ImageLayer, context: Context, words: str = "") -> Answer:
    """By the painter that is chosen, where it paints pictures; else by the one that made it."""
    painter = context.painter
    try:
        if not painter.abilities.backgrounds and layer.source is not None:
            painter = painter_of(layer.source.generator)
        command = regenerated(context.design, layer.id, painter, context.resources, words=words)
    except (DesignError, GenerationError) as error:
        raise CannotError(str(error)) from error
    shows = f"shows {words}" if words else "is painted anew"
    return done(f"{layer.label} {shows}; everything else is as it was", [command])


def taken_apart(phrase: str, count: str, context: Context) -> Answer | None:
    """split the picture into layers; take the photo apart in 3 layers"""
    try:
        named = find(phrase or "picture", context)
    except (NotThereError, UnclearError):
        return None
    pictures = [x for x in named.leaves if isinstance(x, ImageLayer)]
    if not pictures:
        return None
    try:
        command = decomposed(
            context.design, pictures[-1].id, decomposer(), context.resources,
            layers=int(count or _LAYERS),
        )  # fmt: skip
    except (DesignError, GenerationError) as error:
        raise CannotError(str(error)) from error
    return done(f"{pictures[-1].label} is a group of its layers now", [command])


def painted_grounds(phrase: str, design: Design) -> list[ImageLayer]:
    """The painted pictures that a phrase such as "the background" means."""
    if not _GROUND.fullmatch(phrase.strip()):
        return []
    return [x for x in leaves(design) if is_painted_picture(x) and covers(x, design)]


def painted_element(design: Design) -> ImageLayer | None:
    """The foremost painted thing before a painted background; None where art was drawn."""
    painted = [x for x in leaves(design) if is_painted_picture(x) and not covers(x, design)]
    return painted[-1] if painted else None
