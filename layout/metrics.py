"""Layout quality as the papers measure it, under two named protocols: `ralf` and `pku2023`.

Numbers of different protocols are not comparable; `ralf` is the one to publish. Pictures are needed
for utility, occlusion and unreadability; without one they are None.
"""

from __future__ import annotations

from collections.abc import Iterable
from statistics import mean, median
from types import ModuleType
from typing import Literal, NamedTuple

from layout import metrics_pku, metrics_ralf
from layout.laygen import Laygen
from layout.metrics_pixels import Picture

Protocol = Literal["ralf", "pku2023"]
MEASURES = (
    "overlap", "alignment", "underlay_loose", "underlay_strict", "utility", "occlusion",
    "unreadability",
)  # fmt: skip


class Scores(NamedTuple):
    """One layout's values; None where the protocol skips it. Formulas: the protocol's module."""

    elements: int
    valid: int  # elements large enough to count, the only ones measured below
    overlap: float | None
    alignment: float | None
    underlay_loose: float | None
    underlay_strict: float | None
    utility: float | None = None
    occlusion: float | None = None
    unreadability: float | None = None


class Mean(NamedTuple):
    mean: float
    median: float
    layouts: int  # that took part


def scores(layout: Laygen, picture: Picture | None = None, protocol: Protocol = "ralf") -> Scores:
    """Every measure of one layout."""
    rules = PROTOCOLS[protocol]
    kept = cleaned(layout, protocol)
    on_picture = {}
    if picture is not None:
        on_picture = {
            "utility": rules.utility(kept, picture),
            "occlusion": rules.occlusion(kept, picture),
            "unreadability": rules.unreadability(kept, picture),
        }
    return Scores(
        elements=int(layout.mask.sum()),
        valid=len(kept.bbox),
        overlap=rules.overlap(kept),
        alignment=rules.alignment(kept),
        underlay_loose=rules.underlay(kept),
        underlay_strict=rules.underlay(kept, strict=True),
        **on_picture,
    )


def cleaned(layout: Laygen, protocol: Protocol = "ralf") -> Laygen:
    """The valid elements alone."""
    return layout.only(PROTOCOLS[protocol].valid(layout))


def validity(measured: Iterable[Scores]) -> float:
    """Val, higher is better: valid elements over all elements, pooled over the set; none: 1."""
    counts = [(item.valid, item.elements) for item in measured]
    total = sum(elements for _, elements in counts)
    return sum(valid for valid, _ in counts) / total if total else 1.0


def means(measured: Iterable[Scores]) -> dict[str, Mean]:
    """Mean, median and number of layouts of each measure that any layout has."""
    items = list(measured)
    found = {}
    for name in MEASURES:
        values = [value for item in items if (value := getattr(item, name)) is not None]
        if values:
            found[name] = Mean(mean(values), median(values), len(values))
    return found


PROTOCOLS: dict[Protocol, ModuleType] = {"ralf": metrics_ralf, "pku2023": metrics_pku}
