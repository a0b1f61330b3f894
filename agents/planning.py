"""Brief and strategy → the plan of what must be on the canvas, in reading order."""

from __future__ import annotations

from agents.brief import Brief, Text
from agents.drawn import hand_in
from agents.labels import label_of
from agents.ornaments import ornament_in
from agents.settled import is_of_later
from agents.stamps import stamps_in
from agents.strategy import Strategy
from layout.plan import DesignPlan, Element

HERO = "hero"
_ORDER = (
    "kicker", "brand", "logo", "title", "subtitle", "quote", "body", "item", "offer", "price",
    "date", "time", "venue", "address", "contact", "cta", "legal",
)  # fmt: skip
_BARE = ("logo", "letterhead", "ticket", "card")  # forms whose sheets stay plain
_EVIDENT = ("date", "time", "venue", "address", "price", "phone", "email")  # kinds of fact
_IMPORTANCE = {"title": 5, "offer": 4, "price": 4, "date": 4, "cta": 4, "subtitle": 3, "legal": 1}


def plan_for(brief: Brief, strategy: Strategy, title_font: str = "") -> DesignPlan:
    """One element per piece of copy and attachment, and a hero where the art is to be painted.

    Pictures the user gave are painted into the art."""
    elements = _texts(brief) + attached(brief)
    if any(element.role == "logo" for element in elements):  # the logo says the brand's name
        elements = [e.evolve(required=False) if e.role == "brand" else e for e in elements]
    elements += stamps_in(brief.request) if brief.form.value == "card" else ()
    elements.append(Element(id=HERO, role="hero", importance=4))
    return DesignPlan(
        size=brief.size.value,
        system=strategy.system,
        elements=tuple(elements),
        palette=strategy.palette,
        subjects=strategy.subjects,
        language=brief.language.value,
        title=brief.text("title") or brief.text("brand") or "Poster",
        prompt=brief.subject.value or brief.text("title"),
        title_font=title_font or (brief.rules.title_font if brief.rules else ""),
        text_font=brief.rules.text_font if brief.rules else "",
        form=brief.form.value,
        anchor=strategy.anchor,
        blanks=() if is_business_card(brief) else brief.blanks,  # which stand on its back
        respect=brief.respect.value,
        ornament=ornament_in(brief.request) if brief.form.value not in _BARE else "",
        hand=hand_in(brief.request),
        seed=strategy.seed,
        reason=strategy.reason,
    )


def is_business_card(brief: Brief) -> bool:
    return brief.form.value == "card" and brief.size.value == "business-card"


def attached(brief: Brief) -> list[Element]:
    """What shows the files of the brief."""
    made = []
    for number, attachment in enumerate(brief.attachments, 1):
        if attachment.role == "reference":
            continue
        made.append(
            Element(
                id=f"{attachment.role}-file-{number}", role=attachment.role,
                asset=attachment.asset, importance=4, aspect=attachment.aspect,
                modules=attachment.modules,
                text={"logo": brief.text("brand"), "qr": attachment.name}.get(attachment.role, ""),
            )
        )  # fmt: skip
    return made


def _texts(brief: Brief) -> list[Element]:
    seen: dict[str, int] = {}
    made = []
    evident = {label_of(kind, brief.language.value) for kind in _EVIDENT}
    known = [text for text in brief.texts if text.role in _ORDER and text.text.strip()]
    apart = [text for text in known if not text.group]
    rows = [text for text in known if text.group]
    for text in (*sorted(apart, key=_place), *rows):
        seen[text.role] = seen.get(text.role, 0) + 1
        number = seen[text.role]
        made.append(_element(text, text.role if number == 1 else f"{text.role}-{number}"))
    return [e.evolve(evident=True) if e.label in evident else e for e in made]


def _place(text: Text) -> int:
    return _ORDER.index("contact" if is_of_later(text) else text.role)


def _element(text: Text, element_id: str) -> Element:
    return Element(
        id=element_id, role=text.role, text=text.text.strip(), label=text.label,
        group=text.group, importance=text.importance or _IMPORTANCE.get(text.role, 2),
        suggested=text.provenance == "suggested",
        required=text.provenance == "user",
    )  # fmt: skip
