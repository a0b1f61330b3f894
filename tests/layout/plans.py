"""Plans that several layout tests set on a sheet."""

from design_io.commands import UpdateLayer, apply
from design_io.document import Design
from design_io.fonts import FontLibrary
from layout.arrange import arrange
from layout.compose import compose
from layout.palette import palette_for
from layout.plan import DesignPlan, Element
from layout.systems import SYSTEMS

EVENT = (
    ("brand", "brand", "Blue Note", ""),
    ("title", "title", "Jazz Night", ""),
    ("subtitle", "subtitle", "An evening of live music", ""),
    ("date", "date", "Saturday 12 December 2026", "Date"),
    ("time", "time", "8 pm", "Time"),
    ("venue", "venue", "Blue Note", "Venue"),
    ("price", "price", "$25", "Tickets"),
    ("cta", "cta", "Get tickets", ""),
)
EVIDENT = ("Date", "Time", "Venue")
LONG = (
    ("kicker", "kicker", "Annual lectures of the university", ""),
    ("title", "title", "All You Ever Wanted to Know About Typography and Printing", ""),
    ("subtitle", "subtitle", "A conversation between printers, designers and readers", ""),
    ("body", "body", "Doors open early. " * 12, ""),
    *((f"item-{n}", "item", f"Lecture number {n} on some subject", "") for n in range(5)),
    *((f"fact-{n}", "venue", f"Hall {n}, Main Building, East Wing", "Hall") for n in range(7)),
    ("contact", "contact", "www.a-very-long-domain-name-for-a-university.example", "Online"),
    ("legal", "legal", "Subject to change.", ""),
    ("cta", "cta", "Register", ""),
)  # fmt: skip
SHORT = (("title", "title", "Sale", ""),)
ARABIC = (
    ("title", "title", "مهرجان القاهرة للموسيقى 2026", ""),
    ("date", "date", "١٢ ديسمبر", "التاريخ"),
    ("cta", "cta", "احجز الآن", ""),
)


def plan_of(texts=EVENT, system="swiss", size="instagram-post", seed=1) -> DesignPlan:
    elements = [
        Element(id=i, role=r, text=t.strip(), label=label, evident=label in EVIDENT)
        for i, r, t, label in texts
    ]
    palette = palette_for(SYSTEMS[system], "#d8352a", seed=seed)
    return DesignPlan(
        size=size, system=system, palette=palette, seed=seed, title="A test",
        elements=(*elements, Element(id="hero", role="hero")),
    )  # fmt: skip


def composed(plan: DesignPlan, fonts: FontLibrary) -> Design:
    return compose(plan, arrange(plan, fonts))


def changed(design: Design, layer_id: str, **changes) -> Design:
    return apply(design, UpdateLayer(layer_id=layer_id, changes=changes))
