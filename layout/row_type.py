"""How the texts of rows are set: names, values, headings, numerals and line-ups of a system."""

from __future__ import annotations

from layout.plan import Element
from layout.systems import Form, Setting, VisualSystem

VALUES = ("price", "time", "date", "offer")
_SHARES = {"heading": 1.5, "note": 0.82, "numeral": 2.1, "name": 1.0, "value": 1.0}


def part_of(element: Element) -> str:
    """What a text is in its row: heading, name, note or value."""
    if element.role == "kicker":
        return "heading"
    if element.role in VALUES:
        return "value"
    return "name" if element.role == "item" else "note"


def on_panel(setting: Setting) -> Setting:
    """The same setting on a ground of ink."""
    return setting.evolve(color="on_ink")


def row_setting(system: VisualSystem, form: Form, element: Element) -> Setting:
    part = part_of(element)
    if form == "certificate":
        return _award_setting(system, element)
    if form == "card":
        return system.type["title"]
    if part == "heading":
        return _title(system).evolve(leading=1.1)
    if part == "note":
        return system.type["body"].evolve(leading=1.3)
    if form == "lineup" and part == "name":
        return _title(system).evolve(leading=1.05)
    if part == "value":
        return _value_setting(system, form)
    return system.type["detail"]


def numeral_setting(system: VisualSystem) -> Setting:
    """Step numbers, in the face of the title and the accent."""
    title = system.type["title"]
    return title.evolve(color=_accent(system), leading=1.0, tracking=0.0, features=("lnum",))


def _title(system: VisualSystem) -> Setting:
    """The title's face in the colour of rows, which may lie on another ground than the title."""
    return system.type["title"].evolve(color=system.type["detail"].color)


def row_size(part: str, row: float) -> float:
    """Font size in px of a part when names are set at `row` px."""
    return _SHARES[part] * row


def _value_setting(system: VisualSystem, form: Form) -> Setting:
    """Figures of one width, so that values stand under one another; times in the accent."""
    detail = system.type["detail"].evolve(features=("tnum", "lnum"))
    return detail.evolve(color=_accent(system)) if form == "schedule" else detail


def _award_setting(system: VisualSystem, element: Element) -> Setting:
    if element.group != "award":
        return system.type["detail" if element.role == "item" else "body"]
    if element.role == "item":
        return _title(system).evolve(leading=1.1, case="none")
    return system.type["subtitle"]


def _accent(system: VisualSystem) -> str:
    """The accent where copy lies on the ground; elsewhere only the copy's own colour is safe."""
    own = system.type["detail"].color
    return "accent_text" if own == "ink" else own
