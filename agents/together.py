"""One strategy for all members of a set: the same system, palette and fonts on every page."""

from __future__ import annotations

from agents.approach import Approach, avoided_by
from agents.brief import Brief, Stated
from agents.clear_view import clear_strategy
from agents.likeness import likeness_of
from agents.pages import PAGE, page_briefs
from agents.pictures import studies
from agents.strategy import MOST_VARIANTS, Strategy, unusable_in
from design_io.document import TextLayer, from_json, leaves
from design_io.resources import Resources


def members_of(brief: Brief, sizes: tuple[str, ...], approach: Approach) -> dict[str, Brief]:
    """The briefs of all designs by name: sizes, or pages; one design is named by its size."""
    if approach.kind == "pages":
        return {f"{PAGE}{n}": each for n, each in enumerate(page_briefs(brief), 1)}
    names = sizes or (brief.size.value,)
    return {name: brief if name == brief.size.value else _sized(brief, name) for name in names}


def strategies_for(
    briefs: dict[str, Brief], approach: Approach, variant: int, resources: Resources
) -> dict[str, Strategy]:
    """The first member's strategy; of pages each shows its own thing in it, in turn."""
    first = leading(briefs, approach, variant, resources)
    return followed(briefs, approach, first, variant, resources)


def leading(
    briefs: dict[str, Brief], approach: Approach, variant: int, resources: Resources
) -> Strategy:
    """The strategy of the first member, which all follow."""
    out = avoided_by(approach, variant)
    if approach.kind == "pages":
        out |= unusable_in(tuple(briefs.values()))
    return _strategy(next(iter(briefs.values())), variant, resources, out)


def followed(
    briefs: dict[str, Brief], approach: Approach, leading: Strategy, variant: int,
    resources: Resources,
) -> dict[str, Strategy]:  # fmt: skip
    """What every member does of the first one's strategy."""
    names = tuple(briefs)
    made = {names[0]: leading}
    for at, name in enumerate(names[1:], 1):
        made[name] = leading
        if approach.kind == "pages":
            turn = (variant + at) % MOST_VARIANTS
            made[name] = _following(briefs[name], leading, turn, resources)
    return made


def _following(brief: Brief, leading: Strategy, turn: int, resources: Resources) -> Strategy:
    """A further page: the system and colours of the first one, its own thing and place for copy."""
    same = brief.evolve(system=Stated(value=leading.system))
    own = _strategy(same, turn, resources, frozenset())
    return own._replace(
        subjects=own.subjects or leading.subjects, palette=leading.palette, reason=leading.reason
    )


def _strategy(brief: Brief, variant: int, resources: Resources, out: frozenset[str]) -> Strategy:
    pictures, like = studies(brief, resources.assets), likeness_of(brief, resources.assets)
    return clear_strategy(brief, variant, pictures, like, resources.fonts, out)


def _sized(brief: Brief, size: str) -> Brief:
    return brief.evolve(size=brief.size.evolve(value=size))


def title_font_in(packed: str) -> str:
    """The family that a composed design's title is set in, chosen by how well it fills."""
    titles = [layer for layer in leaves(from_json(packed)) if layer.role == "title"]
    return next((layer.style.font for layer in titles if isinstance(layer, TextLayer)), "")
