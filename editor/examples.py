"""Six requests that show what can be asked for, drawn by ourselves and kept in the home's cache."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from agents.calm import Wish, variant_of
from agents.home import Home
from design_io.assets import write_atomically
from editor.sketches import Sketcher


class Example(NamedTuple):
    request: str
    slot: int  # which of its four variants is shown


EXAMPLES = (
    Example("Poster for a jazz night: Saturday 12 December, 8 pm, Blue Note, tickets $20", 1),
    Example("Spring plant market poster, 15 May, 10 am to 4 pm, City Greenhouse, free entry", 0),
    Example("Ramen pop-up, Saturday 20 March, 6 pm, 12 Canal Street", 2),
    Example("Cycling weekend, 5 and 6 June, 80 km through the hills, register at hillride.org", 1),
    Example("Astronomy evening for families, Friday 9 October, 7 pm, Hillside Observatory", 3),
    Example("Poster for a chess tournament at the Riverside Club, Sunday 7 March, 2 pm", 3),
)


def example_picture(home: Home, sketcher: Sketcher, number: int) -> bytes:
    """The picture of one of `EXAMPLES` as WebP, drawn once for this plan of it."""
    example = EXAMPLES[number]
    variant = variant_of(
        sketcher.hear(Wish(text=example.request)), example.slot, sketcher.resources
    )
    member = next(iter(variant.plans))
    planned = variant.plans[member].model_dump_json().encode()
    name = hashlib.sha256(planned).hexdigest()[:16]
    path = home.folder / "cache" / f"example-{name}.webp"
    if not path.is_file():
        finished = sketcher.finished(sketcher.sketch(variant, member))
        write_atomically(path, finished.picture)
    return path.read_bytes()
