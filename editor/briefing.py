"""The brief of a design as a form: what is on the sheet, where each thing comes from, what can be
chosen."""

from __future__ import annotations

from typing import Any, get_args

from agents.brief import Brief
from agents.home import Home
from agents.placeholders import open_questions
from agents.reformat import plan_known
from agents.tone import TONES
from design_io.document import Role
from layout.plan import Element
from layout.sizes import SIZES

_PICTURES = (
    "logo", "hero", "picture", "background", "texture", "ornament", "underlay", "badge", "frame",
    "chart", "qr",
)  # fmt: skip
_SAID = {
    "user": "you said", "inferred": "understood", "default": "default", "suggested": "suggested",
}  # fmt: skip


def form_of(home: Home, design_id: str) -> dict[str, Any]:
    """What `<plakat-brief>` is told; empty fields where the design does not say what it was made
    from."""
    member = home.member(design_id)
    meta, design = member.file.meta, member.history.present
    plan = plan_known(meta, member.history)
    packed = meta.get("brief.json")
    if plan is None or not packed:
        return {"fields": [], "empty": "This design does not say what it was made from. Edit it "
                "on the canvas, or ask for a new one."}  # fmt: skip
    brief = Brief.model_validate_json(packed)
    return {
        "request": brief.request,
        "fields": [_field(e, brief) for e in plan.elements if e.text and e.role not in _PICTURES],
        "roles": [role for role in get_args(Role) if role not in _PICTURES],
        "size": plan.size, "sizeFrom": _SAID[brief.size.provenance],
        "sizes": [[size.name, size.label] for size in SIZES.values()],
        "tone": list(brief.tone.value), "toneFrom": _SAID[brief.tone.provenance],
        "tones": list(TONES),
        "palette": {role: color[:7] for role, color in design.palette.items()},
        "questions": [
            {"id": q.id, "question": q.question, "why": q.why}
            for q in open_questions(brief, design)
        ],
    }  # fmt: skip


def _field(element: Element, brief: Brief) -> dict[str, str]:
    known = (t for t in brief.texts if t.role == element.role and t.text.strip() == element.text)
    text = next(known, None)
    said = _SAID[text.provenance] if text else "edited"
    label = element.label or element.role.capitalize()
    return {"id": element.id, "role": element.role, "label": label, "text": element.text,
            "from": said}  # fmt: skip
