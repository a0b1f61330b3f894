"""What a model may better in a drafted brief, field by field: lines, facts missed, the picture.

The user's own lines and all facts stay as the rules have them. A line made of the request's words
is `inferred`, any other `suggested` after the gate of `agents/invented.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, Field

from agents.brief import Brief, Stated, Text
from agents.invented import LONGEST, cleaned, fault_of, is_said
from agents.kept_facts import hard_spans, missing, restored
from agents.languages import label_in
from agents.lexicon import entry_named, is_confident
from agents.phrases import is_name
from agents.structured import Shape
from agents.tone import TONES
from design_io.document import Role

Line = Annotated[str, Field(max_length=300)]
Droppable = Literal["kicker", "subtitle", "body"]
FactRole = Literal["brand", "venue", "address", "date", "time", "price", "offer", "contact"]


def _known_tone(tone: str) -> str:
    if tone not in TONES:
        raise ValueError(f"is none of {', '.join(TONES)}")
    return tone


Tone = Annotated[str, AfterValidator(_known_tone), Field(json_schema_extra={"enum": [*TONES]})]
_MOST_FACTS = 6
_MOST_COMPANY = 4
_NAMED: tuple[Role, ...] = ("brand", "venue")
_LEAST = 3  # letters of a name or an address


class SaidFact(BaseModel):
    role: FactRole
    text: Line


class BriefAnswer(Shape):
    """An empty field leaves it to the rules."""

    title: Line = ""
    kicker: Line = ""
    subtitle: Line = ""
    body: Line = ""
    drop: Annotated[tuple[Droppable, ...], Field(max_length=3)] = ()
    facts: Annotated[tuple[SaidFact, ...], Field(max_length=20)] = ()
    subject: Line = ""
    companions: Annotated[tuple[Line, ...], Field(max_length=8)] = ()
    tone: Annotated[tuple[Tone, ...], Field(max_length=4)] = ()
    audience: Line = ""


class Bettered(NamedTuple):
    brief: Brief
    told: tuple[str, ...]


def outline_of(draft: Brief) -> dict[str, object]:
    """What the model is told of the draft, as quoted data."""
    return {
        "request": draft.request,
        "language": draft.language.value,
        "form": draft.form.value,
        "size": draft.size.value,
        "copy": [
            {"role": text.role, "text": text.text, "fixed": _is_fixed(text)}
            for text in draft.texts
            if not text.group
        ],
        "subject": draft.subject.value,
        "tone": list(draft.tone.value),
    }


def bettered(draft: Brief, answer: BriefAnswer, looked: bool = False) -> Bettered:
    """The draft with every field of the answer that passes; the faults of the others.

    A model that `looked` at pictures may have read what is written in them: then only words of the
    request are taken.
    """
    told: list[str] = []
    brief = draft.evolve(texts=_without(draft, answer.drop))
    for role in ("kicker", "title", "subtitle", "body"):
        brief = _with_line(brief, role, getattr(answer, role), looked, told)
    for fact in answer.facts[:_MOST_FACTS]:
        brief = _with_fact(brief, fact, told)
    brief = _with_picture(brief, answer)
    if answer.tone and not brief.tone.value:
        tones = tuple(dict.fromkeys(answer.tone))
        brief = brief.evolve(tone=Stated(value=tones, provenance="inferred"))
    if not brief.audience.value and is_said(answer.audience, draft.request):
        audience = cleaned(answer.audience)
        brief = brief.evolve(audience=Stated(value=audience, provenance="inferred"))
    lost = missing_copy(draft, brief)
    if lost:  # cannot happen by the rules above; the draft is always right
        return Bettered(draft, (*told, f"the model's copy lost {lost[0]!r}"))
    return Bettered(_answered(brief), tuple(told))


def missing_copy(draft: Brief, brief: Brief) -> tuple[str, ...]:
    """Required copy of the draft, its facts and the user's own lines, that the brief lacks."""
    kept = {(text.role, text.text, text.group) for text in brief.texts}
    return tuple(
        text.text
        for text in draft.texts
        if _is_fixed(text) and (text.role, text.text, text.group) not in kept
    )


def _is_fixed(text: Text) -> bool:
    """The user's own words, rows, and whatever holds a fact or is no line of copy."""
    composed = text.provenance in ("inferred", "suggested") and not text.group
    return not composed or text.role not in LONGEST or text.role == "cta"


def _without(draft: Brief, dropped: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(
        text
        for text in draft.texts
        if text.role not in dropped or _is_fixed(text) or hard_spans(text.text)
    )


def _with_line(brief: Brief, role: Role, line: str, looked: bool, told: list[str]) -> Brief:
    line = cleaned(line)
    old = next((t for t in brief.texts if t.role == role and not t.group), None)
    if not line or (old is not None and (_is_fixed(old) or old.text == line)):
        return brief
    kept = restored(line, brief.request)
    fault = "it holds a fact that the request does not say" if kept is None else ""
    kept = kept or ""
    fault = fault or fault_of(role, kept, (brief.request,), brief.language.value)
    said = is_said(kept, brief.request)
    if looked and not said:
        fault = fault or "its words may stand in a picture"
    if old is not None and not fault and (lost := missing(old.text, kept)):
        fault = f"it leaves out {lost[0]!r}"
    if not fault and any(_repeats(kept, t.text) for t in brief.texts if t is not old):
        fault = "another line says it"
    if fault:
        told.append(f"the model's {role} was not taken: {fault}")
        return brief
    new = Text(role=role, text=kept, provenance="inferred" if said else "suggested")
    texts = tuple(new if t is old else t for t in brief.texts)
    return brief.evolve(texts=texts if old is not None else (*texts, new))


def _repeats(line: str, other: str) -> bool:
    return is_said(line, other) or is_said(other, line)


def _with_fact(brief: Brief, fact: SaidFact, told: list[str]) -> Brief:
    """A fact that the rules missed, if the request says it in these letters."""
    text = restored(cleaned(fact.text), brief.request) or ""
    if not _is_fact(fact.role, text, brief):
        told.append(f"the model's {fact.role} was not taken: the request does not say it so")
        return brief
    if any(_repeats(text, other.text) for other in brief.texts):
        return brief
    label = label_in(brief.language.value, fact.role)
    return brief.evolve(texts=(*brief.texts, Text(role=fact.role, text=text, label=label)))


def _is_fact(role: str, text: str, brief: Brief) -> bool:
    if len(text) < _LEAST or text not in brief.request or not is_said(text, brief.request):
        return False
    spans = hard_spans(text)
    if role in _NAMED:
        return is_name(text) and not spans and len(text) <= LONGEST["title"]
    if role == "address":
        return any(c.isdigit() for c in text) and len(text) <= LONGEST["subtitle"]
    return any(span.role == role and len(span.text) * 2 > len(text) for span in spans)


def _with_picture(brief: Brief, answer: BriefAnswer) -> Brief:
    """What the picture shows, by entries of the lexicon; what the user said of it stays."""
    subject = entry_named(cleaned(answer.subject).lower())
    if subject and is_confident(subject) and brief.subject.provenance != "user":
        brief = brief.evolve(subject=Stated(value=subject, provenance="inferred"))
    known = (entry_named(cleaned(name).lower()) for name in answer.companions)
    fresh = [name for name in known if name and name != brief.subject.value]
    company = tuple(dict.fromkeys((*brief.companions, *fresh)))[:_MOST_COMPANY]
    return brief.evolve(companions=company)


def _answered(brief: Brief) -> Brief:
    """Without the question for a headline, once there is one of the request's words."""
    title = next((t for t in brief.texts if t.role == "title"), None)
    if title is None or title.provenance == "suggested":
        return brief
    return brief.evolve(questions=tuple(q for q in brief.questions if q.id != "title"))
