"""A brief changed by hand: other words, more copy, another size, tone, palette or look.

Words and colours change where they stand; everything else lays the whole set out anew. Either is
one step, and what was edited by hand stays.
"""

from __future__ import annotations

import uuid
from typing import NamedTuple

from agents.brief import Attachment, Brief, Stated, Text
from agents.linked import Member, Turn, done, settled
from agents.pictures import studies
from agents.planning import attached
from agents.recoloring import recolored
from agents.reformat import as_command, plan_in, plan_known, reformatted
from agents.strategy import strategy_for
from design_io.commands import Batch, Command
from design_io.document import Design, Role
from design_io.errors import DesignError
from design_io.history import History
from design_io.paint import Color, Value
from generators.request import Generator
from layout.plan import DesignPlan, Element
from layout.sizes import size_named
from layout.wording import reworded, text_of

MOST_CHARACTERS = 2_000  # of one piece of copy
_FILES = ("picture", "logo", "qr")  # elements that show a file
_BRIEF, _PLAN = "brief.json", "plan.json"


class Look(Value):
    """What another design has that this one can take."""

    system: str = ""
    palette: dict[str, Color] = {}
    title_font: str | None = None
    subjects: tuple[str, ...] | None = None
    seed: int | None = None
    anchor: str = ""


class Copy(Value):
    role: Role
    text: str


class Wish(Value):
    """What is to be otherwise; what is empty stays as it is."""

    texts: dict[str, str] = {}  # element -> its words; no words take it away
    added: tuple[Copy, ...] = ()
    size: str = ""
    tone: tuple[str, ...] | None = None
    palette: dict[str, Color] = {}  # role of the system -> colour
    look: Look | None = None
    attachments: tuple[Attachment, ...] = ()  # pictures and logos that join

    @property
    def is_in_place(self) -> bool:
        """Whether words and colours alone change."""
        anew = self.added or self.size or self.tone is not None or self.look or self.attachments
        return not anew and all(words.strip() for words in self.texts.values())


class _Change(NamedTuple):
    wish: Wish
    said: str
    edit: str
    painter: Generator


def replanned(member: Member, rest: tuple[Member, ...], wish: Wish, painter: Generator) -> Turn:
    """The set as wished. DesignError where nothing changes, words are too long to be set, or
    locked layers forbid a new layout."""
    _refuse_long(wish)
    said = _said(wish)
    if not said:
        raise DesignError("nothing was changed; write other words, or choose another size or tone")
    if wish.is_in_place:
        return _edited(member, rest, wish, said)
    change = _Change(wish, said, uuid.uuid4().hex[:12], painter)
    # another size is this design's own; all else is the set's
    others = () if wish.size and not wish.evolve(size="").texts else rest
    changed = [_laid_out(member, change)]
    changed += [_laid_out(each, change._replace(wish=wish.evolve(size=""))) for each in others]
    return Turn(tuple(changed), (said,))


def _edited(member: Member, rest: tuple[Member, ...], wish: Wish, said: str) -> Turn:
    commands = _in_place(member, wish)
    if not commands:
        raise DesignError("the design says that already; nothing was changed")
    history = member.history.do(Batch(label=said, commands=commands), said, "user")
    return done(member, settled(member, history), rest)


def _in_place(member: Member, wish: Wish) -> tuple[Command, ...]:
    design, fonts = member.history.present, member.resources.fonts
    commands: list[Command] = []
    for element, words in wish.texts.items():
        if words.strip() and text_of(design, element) not in (None, words.strip()):
            commands += reworded(design, element, words.strip(), fonts)
    if wish.palette:
        commands += recolored(design, design.palette | wish.palette, frozenset())
    return tuple(commands)


def _laid_out(member: Member, change: _Change) -> Member:
    wish, meta, history = change.wish, member.file.meta, member.history
    plan = plan_known(meta, history) or plan_in(meta, history.present)
    packed = meta.get(_BRIEF)
    brief = Brief.model_validate_json(packed) if packed else Brief(request=plan.title)
    brief, plan = _with(brief, plan, wish, member)
    start = _started(member, wish)
    made = reformatted(start, plan, plan.size, member.resources, change.painter)
    command = as_command(history.present, _kept_gone(made.design, wish), change.said)
    new = history.do(command, change.said, "user")
    meta = {**meta, _BRIEF: brief.model_dump_json(), _PLAN: plan.model_dump_json()}
    shared = {n: name for n, name in member.links.shared.items() if n <= len(history.past)}
    changed = member.with_history(new, shared | {len(new.past): change.edit})
    return changed._replace(file=changed.file._replace(meta=meta))


def _started(member: Member, wish: Wish) -> History:
    """The history with the new words and colours, which the new layout then takes over."""
    commands = _in_place(member, wish)
    history = member.history
    return history.do(Batch(label="", commands=commands), "", "user") if commands else history


def _with(brief: Brief, plan: DesignPlan, wish: Wish, member: Member) -> tuple[Brief, DesignPlan]:
    gone = {element for element, words in wish.texts.items() if not words.strip()}
    elements = [_reworded(e, wish) for e in plan.elements if e.id not in gone]
    taken = {element.id for element in elements}
    for copy in wish.added:
        element = Element(id=_free(copy.role, taken), role=copy.role, text=copy.text.strip())
        taken.add(element.id)
        elements.append(element)
    plan = plan.evolve(elements=tuple(elements))
    if wish.size:
        plan = plan.evolve(size=size_named(wish.size).name)
        brief = brief.evolve(size=Stated(value=plan.size, provenance="user"))
    if wish.added:
        texts = tuple(Text(role=copy.role, text=copy.text.strip()) for copy in wish.added)
        brief = brief.evolve(texts=(*brief.texts, *texts))
    if wish.attachments:
        brief = brief.evolve(attachments=(*brief.attachments, *wish.attachments))
        old = tuple(e for e in elements if e.role in _FILES)
        plan = plan.evolve(elements=(*(e for e in elements if e not in old), *attached(brief)))
    if wish.tone is not None:
        brief = brief.evolve(tone=Stated(value=wish.tone, provenance="user"))
    if wish.tone is not None or any(a.role == "picture" for a in wish.attachments):
        strategy = strategy_for(brief, pictures=studies(brief, member.resources.assets))
        plan = plan.evolve(
            system=strategy.system, palette=strategy.palette, seed=strategy.seed,
            anchor=strategy.anchor, reason=strategy.reason,
        )  # fmt: skip
    if wish.palette:
        plan = plan.evolve(palette=plan.palette | wish.palette)
    return brief, _looking(plan, wish.look) if wish.look else plan


def _looking(plan: DesignPlan, look: Look) -> DesignPlan:
    taken = {name: value for name, value in look.model_dump().items() if value not in (None, "")}
    if not look.palette:
        taken.pop("palette", None)
    return DesignPlan.model_validate(plan.model_dump() | taken)


def _reworded(element: Element, wish: Wish) -> Element:
    words = wish.texts.get(element.id, "").strip()
    return element.evolve(text=words, suggested=False) if words else element


def _kept_gone(design: Design, wish: Wish) -> Design:
    """Copy that was taken away does not come back by the replay of earlier edits."""
    gone = {element for element, words in wish.texts.items() if not words.strip()}
    return design.evolve(layers=tuple(x for x in design.layers if x.id not in gone))


def _free(role: str, taken: set[str]) -> str:
    names = (role, *(f"{role}-{number}" for number in range(2, 99)))
    return next(name for name in names if name not in taken)


def _refuse_long(wish: Wish) -> None:
    for words in (*wish.texts.values(), *(copy.text for copy in wish.added)):
        if len(words) > MOST_CHARACTERS:
            raise DesignError(
                f"a text has {len(words):,} characters; the limit is {MOST_CHARACTERS:,}"
            )


def _said(wish: Wish) -> str:
    """What the step is called in the history."""
    parts = [f"{'changed' if words.strip() else 'removed'} {e}" for e, words in wish.texts.items()]
    parts += [f"added {copy.role}" for copy in wish.added if copy.text.strip()]
    parts += [f"laid out as {size_named(wish.size).label}"] if wish.size else []
    parts += [f"added {item.name}" for item in wish.attachments]
    parts += [f"tone {', '.join(wish.tone) or 'neutral'}"] if wish.tone is not None else []
    parts += ["palette"] * bool(wish.palette)
    parts += ["look"] * bool(wish.look)
    return ", ".join(parts)[:200]
