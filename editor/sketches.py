"""Words so far → finished designs of all variants, fast enough to be seen while typing.

Plain functions of a wish that run in one worker thread and ask between stages whether they are
still wanted. What is the same as before is not drawn again.
"""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from PIL import Image

from agents.calm import SLOTS, Heard, Variant, Wish, heard, variant_of
from agents.correction import corrected
from agents.painting import joined, requests_for
from agents.pictures import picture_of
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import Design, to_json
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from layout.arrange import arrange
from layout.compose import compose
from layout.plan import DesignPlan

LONGEST = 540  # px of a sketch's longer side
_DESIGNS, _PICTURES = 48, 96  # remembered
_MOST_DRAFTS = 256_000_000  # bytes of pictures in memory
_QUALITY = 88


class Unwanted(Exception):
    """Newer words have come; this run is given up."""


class Made(NamedTuple):
    """A design of one member of a variant: as it is first laid out, or finished."""

    plan: DesignPlan
    design: Design


class Sketch(NamedTuple):
    """What is seen of a variant."""

    variant: Variant
    member: str
    made: Made
    picture: bytes  # WebP
    finished: bool  # whether it has been checked and mended


Wanted = Callable[[], None]  # raises Unwanted


def always() -> None:
    """For runs that nothing overtakes."""


class Drafts(AssetStore):
    """Pictures of sketches, in memory, before those of the home; forgotten with the sketches."""

    def __init__(self, kept: AssetStore) -> None:
        super().__init__()
        self._kept = kept

    @property
    def weight(self) -> int:
        """Bytes that are held, roughly: encoded, and decoded where they were shown."""
        return sum(map(len, self._bytes.values())) + sum(p.nbytes for p in self._pixels.values())

    def get(self, asset_id: str) -> bytes:
        return super().get(asset_id) if asset_id in self._bytes else self._kept.get(asset_id)

    def __contains__(self, asset_id: str) -> bool:
        return asset_id in self._bytes or asset_id in self._kept


@dataclass
class Sketcher:
    """Makes sketches and remembers the last ones."""

    home: Resources
    painter: Artist = field(default_factory=Artist)

    def __post_init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self.drafts = Drafts(self.home.assets)
        self.resources = Resources(self.drafts, self.home.fonts)
        self._drawn: OrderedDict[str, Made] = OrderedDict()
        self._made: OrderedDict[str, Made] = OrderedDict()
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def renew(self, home: Resources) -> None:
        """Another font library."""
        self.home = home
        self.forget()

    def hear(self, wish: Wish) -> Heard:
        if self.drafts.weight > _MOST_DRAFTS:
            self.forget()
        return heard(wish, self.resources, self.painter.abilities)

    def variants(self, told: Heard, wanted: Wanted = always) -> Iterator[Variant]:
        for slot in range(SLOTS):
            wanted()
            yield variant_of(told, slot, self.resources)

    def sketch(self, variant: Variant, member: str, wanted: Wanted = always) -> Sketch:
        """One member of a variant as a small picture, before it is checked, unless it was."""
        plan = variant.plans[member]
        made = self._made.get(_key(plan))
        drawn = made or self._first(plan, wanted)
        return Sketch(variant, member, drawn, self._picture(drawn, wanted), made is not None)

    def finished(self, sketch: Sketch, wanted: Wanted = always) -> Sketch:
        """The sketch checked and mended; mostly that changes nothing that is seen."""
        made = self.made(sketch.made.plan, wanted)
        return sketch._replace(made=made, picture=self._picture(made, wanted), finished=True)

    def made(self, plan: DesignPlan, wanted: Wanted = always) -> Made:
        """The finished design of a plan, as the designing turn itself makes it."""
        key = _key(plan)
        if key not in self._made:
            drawn = self._first(plan, wanted)
            wanted()
            self._made[key] = Made(plan, corrected(drawn.design, self.resources, plan).design)
            _trim(self._made, _DESIGNS)
        self._made.move_to_end(key)
        return self._made[key]

    def _first(self, plan: DesignPlan, wanted: Wanted) -> Made:
        key = _key(plan)
        if key not in self._drawn:
            self._drawn[key] = Made(plan, _drawn(plan, self.resources, self.painter, wanted))
            _trim(self._drawn, _DESIGNS)
        return self._drawn[key]

    def _picture(self, made: Made, wanted: Wanted) -> bytes:
        key = _digest(to_json(made.design))
        if key not in self._pictures:
            wanted()
            self._pictures[key] = _picture(made.design, self.resources)
            _trim(self._pictures, _PICTURES)
        return self._pictures[key]


def _drawn(plan: DesignPlan, resources: Resources, painter: Artist, wanted: Wanted) -> Design:
    """Laid out and painted, not yet checked."""
    wanted()
    layout = arrange(plan, resources.fonts, picture=picture_of(plan, resources.assets))
    wanted()
    design = compose(plan, layout)
    for request in requests_for(plan, layout, design, resources).values():
        design = apply(design, joined(design, painter.paint(request, resources.assets)), "agent")
        wanted()
    return design


def _picture(design: Design, resources: Resources) -> bytes:
    scale = min(1.0, LONGEST / max(design.canvas.width, design.canvas.height))
    buffer = io.BytesIO()
    picture = Image.fromarray(render(design, resources, scale=scale))
    picture.save(buffer, "WEBP", quality=_QUALITY, method=0)
    return buffer.getvalue()


def _key(plan: DesignPlan) -> str:
    return _digest(plan.model_dump_json())


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _trim(remembered: OrderedDict, most: int) -> None:  # type: ignore[type-arg]
    while len(remembered) > most:
        remembered.popitem(last=False)
