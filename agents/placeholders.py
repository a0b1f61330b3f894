"""Placeholders: "Store name" and "Your website" stand where a request wants what it does not say.

Nothing is invented: the words are the request's own noun, and a question for each of them is open
until the user says what is to stand there. A logo is asked for and not drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.brief import Brief, Question, Text
from agents.hearing import Heard
from agents.phrases import is_name
from agents.testimonials import testimonial_in
from agents.vocabulary import is_event, is_sale, occasion_in
from agents.wanted import CONTACTS, Wanted, named, wanted_in
from design_io.document import Design, Role, TextLayer, walk
from layout.findings import Finding
from layout.plan import STRESSED

_QUESTIONS = {
    "brand": "What is the name to print?",
    "name": "Whose name should be printed?",
    "website": "Which website should be printed?",
    "phone": "Which phone number or e-mail should be printed?",
    "email": "Which e-mail address should be printed?",
    "social": "Which social media handle should be printed?",
    "address": "Which address should be printed?",
    "date": "Which date should be printed?",
    "time": "Which time should be printed?",
    "price": "Which price should be printed?",
    "code": "Which promo code should be printed?",
    "logo": "Which logo should be shown? Add its file",
    "rows": "What should the rows say?",
    "testimonial": "Which customer's words should be printed, and who said them?",
}
# roles of copy that answer, and words of contacts that do
_ROLES: dict[str, tuple[str, ...]] = {
    "brand": ("brand", "logo"), "address": ("address", "venue"), "date": ("date",),
    "time": ("time",), "price": ("price", "offer"), "logo": ("logo",),
}  # fmt: skip
_WORDS = {
    "website": re.compile(r"(?<![@\w.])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?!\w*@)\b", re.IGNORECASE),
    "phone": re.compile(r"\d{3}|\(\d+\)\s?\d"),
    "email": re.compile(r"\w@\w"),
    "social": re.compile(r"(?<!\w)@\w"),
    "code": re.compile(r"\bcode\b", re.IGNORECASE),
}
# headings of lines to be filled in by pen, which ask for the same
_BY_PEN = {
    "name": ("To", "From", "Name"), "address": ("Place",), "date": ("Date", "Valid until"),
    "time": ("Time",), "price": ("Price", "Amount"), "code": ("Code", "No."),
    "phone": ("Phone", "E-mail"), "email": ("E-mail",),
}  # fmt: skip
_AWARD = ("Name", "Date")  # lines of every certificate
_NO_FORMS = ("logo", "letterhead", "chart")
_BUSINESS_CARD = re.compile(r"\b(?:business|visiting|calling) cards?\b", re.IGNORECASE)
_ON_CARD = ("Your name", "Your phone number", "Your e-mail")
_WITHOUT_WEBSITE = "Phone · E-mail"


def missing_in(
    heard: Heard, texts: tuple[Text, ...], form: str, blanks: tuple[str, ...]
) -> tuple[Wanted, ...]:
    """What the request wants printed, no text gives, and nobody fills in by pen."""
    wanted = wanted_in(heard.whole) if heard.language == "en" else ()
    if form == "card":
        wanted = _with_person(wanted, _on_card(heard, texts))
    keys = {thing.key for thing in wanted}
    penned = {*blanks, *(_AWARD if form == "certificate" else ())}
    told = () if form == "quote" else testimonial_in(heard, texts)
    return told + tuple(
        thing._replace(words=_WITHOUT_WEBSITE)
        if thing.words == CONTACTS and "website" in keys
        else thing
        for thing in wanted
        if not set(_BY_PEN.get(thing.key, ())) & penned and not _is_given(thing, texts, heard)
    )


def _on_card(heard: Heard, texts: tuple[Text, ...]) -> tuple[Wanted, ...]:
    """Whose a business card is and how to reach them, where it says no more than the trade."""
    title = next((text for text in texts if text.role == "title"), None)
    told = any(text.role in ("brand", "contact", "address") for text in texts)
    said = title.text if title else ""
    slogan = title is not None and title.provenance == "user" and not is_name(said)
    trade = slogan or not said
    trade |= said.lower() in heard.request.lower() and said not in heard.request
    if heard.language != "en" or told or not trade or not _BUSINESS_CARD.search(heard.request):
        return ()
    return tuple(thing for words in _ON_CARD if (thing := named(words)))


def _with_person(wanted: tuple[Wanted, ...], usual: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """What a card is asked to have, under the name that it has anyway."""
    if not wanted or any(thing.key in ("brand", "name") for thing in wanted):
        return wanted or usual
    return (*usual[:1], *wanted)


def with_placeholders(
    texts: tuple[Text, ...], missing: tuple[Wanted, ...], form: str
) -> tuple[Text, ...]:
    """The copy with a placeholder for all that is missing."""
    if form in _NO_FORMS:
        return texts
    keys = {thing.key for thing in missing}
    texts = tuple(text for text in texts if not _only_names(text, keys))
    made = tuple(_standing_for(thing) for thing in missing if thing.key != "logo")
    if form == "certificate":  # whose other lines are of signatures
        made = tuple(text for text in made if text.role == "brand")
    person = next((t for t in made if form == "card" and _is_person(t)), None)
    return _headed(texts, person, made) if person else (*texts, *made)


def _only_names(text: Text, keys: set[str]) -> bool:
    """ "The registration deadline", taken from the request as if it were a line of copy."""
    thing = named(text.text) if text.provenance == "inferred" and text.role != "title" else None
    return thing is not None and thing.key in keys


def _standing_for(thing: Wanted) -> Text:
    stressed = STRESSED if thing.prominent and thing.role == "brand" else 0
    return Text(role=thing.role, text=thing.words, importance=stressed, provenance="suggested")


def _is_person(text: Text) -> bool:
    return text.role == "subtitle" or text.text == "Your name"


def _headed(texts: tuple[Text, ...], person: Text, made: tuple[Text, ...]) -> tuple[Text, ...]:
    """On a business card whose it is stands large, and the trade above it."""
    if not any(text.role == "kicker" for text in texts):  # a slogan stands below, the trade above
        slogan = any(text.role == "title" and text.provenance == "user" for text in texts)
        trade = next((text for text in texts if slogan and text.role == "subtitle"), None)
        texts = tuple(t.evolve(role="kicker") if t is trade else t for t in texts)
    above: Role = "subtitle" if any(text.role == "kicker" for text in texts) else "kicker"
    moved: dict[str, Role] = {"title": above, **({"subtitle": "item"} if above != "kicker" else {})}
    below = (t.evolve(role=moved.get(t.role, t.role)) for t in texts)
    return (person.evolve(role="title"), *below, *(t for t in made if t is not person))


def questions_for(missing: tuple[Wanted, ...], texts: tuple[Text, ...]) -> tuple[Question, ...]:
    """One for all that is missing, with what stands there until it is answered."""
    shown = {text.text for text in texts}
    return tuple(
        Question(
            id=thing.key, question=_QUESTIONS[thing.key],
            why="the request asks for it and does not say it",
            default=f"{thing.words!r}, a placeholder" if thing.words in shown else "left out",
        )
        for thing in missing
    )  # fmt: skip


def filled(texts: tuple[Text, ...], key: str, words: str) -> tuple[Text, ...] | None:
    """The copy with the user's words where a placeholder of the key stood; None without one."""
    for number, text in enumerate(texts):
        if (thing := _stood_for(text)) is not None and thing.key == key:
            told = text.evolve(text=words, provenance="user")
            return (*texts[:number], told, *texts[number + 1 :])
    return None


def placeholders_on(design: Design) -> Iterator[tuple[TextLayer, Wanted]]:
    """The layers that still are placeholders, and what each stands for."""
    for layer in walk(design):
        suggested = layer.source is not None and layer.source.suggested
        if isinstance(layer, TextLayer) and layer.visible and suggested:
            found = named(layer.text)
            if found is not None:
                yield layer, found


def placeholder_findings(design: Design) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            rule="placeholder", severity="soft", layers=(layer.id,), measure=1, threshold=0,
            message=f"{layer.text!r} is still a placeholder; write what is to stand there",
        )
        for layer, _ in placeholders_on(design)
    )  # fmt: skip


def open_questions(brief: Brief, design: Design) -> tuple[Question, ...]:
    """The questions of a brief without those whose placeholder was replaced on the design."""
    standing = {thing.key for _, thing in placeholders_on(design)}
    held = {thing.key for text in brief.texts if (thing := _stood_for(text))}
    return tuple(q for q in brief.questions if q.id not in held - standing)


def _stood_for(text: Text) -> Wanted | None:
    return named(text.text) if text.provenance == "suggested" else None


def _is_given(thing: Wanted, texts: tuple[Text, ...], heard: Heard) -> bool:
    roles = {text.role for text in texts}
    if roles & set(_ROLES.get(thing.key, ())):
        return True
    if thing.key in ("date", "time", "price"):
        return any(fact.role == thing.key for fact in heard.facts)
    if thing.key == "brand":
        return any(_is_house(text, heard.request) for text in texts)
    if thing.key == "name":
        return bool(heard.names.people) or any(_is_house(text, heard.request) for text in texts)
    contacts = [text.text for text in texts if text.role == "contact"]
    if thing.words == CONTACTS:
        return bool(contacts)
    found = _WORDS.get(thing.key)
    return found is not None and any(map(found.search, contacts))


def _is_house(text: Text, request: str) -> bool:
    """Whether a line that we took from the request is a name: "Evangelist Catholic Church"."""
    words = text.text
    said = words in request and re.search(rf"(?<=[\w,] ){re.escape(words)}(?!\w)", request)
    theme = occasion_in(words) or is_event(words) or is_sale(words)
    return text.provenance == "inferred" and bool(said) and is_name(words) and not theme
