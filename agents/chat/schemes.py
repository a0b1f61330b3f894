"""The colours of a whole design changed: every one tinted, or dealt anew to its roles."""

from __future__ import annotations

import random
from collections.abc import Callable

from agents.chat.changes import painted
from agents.chat.context import Context
from agents.chat.naming import Named
from agents.chat.results import Answer, CannotError, done
from agents.pictures import seen_in
from agents.recoloring import recolored
from design_io.color import contrast, hex_to_oklch, reach_contrast
from design_io.commands import Command, UpdateDesign
from design_io.document import Design, TextLayer, leaves
from design_io.study import studied
from layout.palette import is_sparse, palette_for
from layout.scheme import wished
from layout.systems import SYSTEMS

Tint = Callable[[str], str]
_READ = 4.6
_VIVID = 0.05  # chroma of a colour that tells


def telling(design: Design) -> tuple[str, ...]:
    """The colours of the palette that make it what it is, strongest first."""
    quiet = ("bg", "soft", "accent_text", "on_ink", "on_pill", "ink", "paper", "plate")
    found = [c[:7] for role, c in design.palette.items() if role not in quiet]
    vivid = [c for c in dict.fromkeys(found) if hex_to_oklch(c).chroma >= _VIVID]
    return tuple(sorted(vivid, key=lambda c: -hex_to_oklch(c).chroma)[:4])


def repainted(context: Context, tint: Tint, said: str) -> Answer:
    """Every colour tinted; words keep as much contrast as they need."""
    design = context.design
    commands: list[Command] = []
    old, new = (design.palette.get("bg", "#ffffff")[:7], "")
    new = tint(old)
    for leaf in leaves(design):
        if leaf.locked:
            continue
        change = tint
        if isinstance(leaf, TextLayer) and contrast(leaf.style.color[:7], old) >= _READ:
            change = _readable(tint, new)
        commands += painted(Named((leaf,)), change, context)
    palette = {role: tint(color[:7]) + color[7:] for role, color in design.palette.items()}
    if not commands:
        raise CannotError(f"the colours are {said} already")
    return done(f"the colours are {said}", [*commands, UpdateDesign(changes={"palette": palette})])


def _readable(tint: Tint, ground: str) -> Tint:
    return lambda old: reach_contrast(tint(old), ground, _READ)


def reschemed(context: Context, ground: str, colors: tuple[str, ...], said: str) -> Answer:
    """The design in another scheme, dealt to its roles as its visual system does."""
    palette = palette_in(context, ground, colors)
    commands = list(recolored(context.design, palette, frozenset()))
    locked = [leaf.label for leaf in leaves(context.design) if leaf.locked]
    note = f"; {', '.join(map(repr, locked[:3]))} is locked and stays" if locked else ""
    return done(f"the colours are {said}{note}", commands)


def inked(context: Context, ink: str, ground: str) -> list[Command]:
    """All that is of the colour of the words, or of their ground, in these two."""
    design = context.design
    old = design.palette.get("bg", "#ffffff")[:7]
    texts = [x for x in leaves(design) if isinstance(x, TextLayer) and not x.locked]
    words = {x.style.color[:7] for x in texts if contrast(x.style.color[:7], old) >= _READ}
    commands: list[Command] = []
    for leaf in (x for x in leaves(design) if not x.locked):
        dark = isinstance(leaf, TextLayer) and contrast(leaf.style.color[:7], old) < _READ
        tint = _either({old: ground, **dict.fromkeys(words, ink)}, ground if dark else "")
        commands += painted(Named((leaf,)), tint, context)
    palette = {role: _either({old: ground, **dict.fromkeys(words, ink)}, "")(c[:7]) + c[7:]
               for role, c in design.palette.items()}  # fmt: skip
    return [*commands, UpdateDesign(changes={"palette": palette})]


def _either(colors: dict[str, str], other: str) -> Tint:
    return lambda old: colors.get(old, other or old)


def palette_in(
    context: Context,
    ground: str,
    colors: tuple[str, ...],
    system: str = "",
    tone: tuple[str, ...] = (),
) -> dict[str, str]:
    """A palette for the design's system, or another, in these colours; `ground` may be empty."""
    name = system or context.design.system
    if name not in SYSTEMS:
        raise CannotError("this design names no visual system, so its colours have no roles")
    chosen, plan = SYSTEMS[name], context.plan
    chance = random.Random(f"chat/{name}")
    scheme = wished(colors, ground, tone, chance, is_sparse(chosen)) if colors or ground else None
    seen = None
    pictures = [e.asset for e in plan.of_role("picture") if e.asset] if plan else []
    if pictures:
        study = studied(context.resources.assets, pictures[0])
        seen = seen_in(study, context.design.canvas)
    seed = plan.seed if plan else 0
    subject = colors[0] if colors else None
    return palette_for(chosen, subject, colors, tone, seed, seen, scheme)
