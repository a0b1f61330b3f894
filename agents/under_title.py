"""The last look at composed copy: one line under the title, and headings that suit the place."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.labels import label_of
from agents.message import message_in
from agents.phrases import is_name, sentence_case, title_case, words_of
from agents.vocabulary import is_business, is_event, is_sale
from agents.wanted import named
from design_io.document import Role

_UNDER = ("subtitle", "body", "item", "quote")
_PAPER = re.compile(r"coupon|voucher|certificate", re.IGNORECASE)
_FOR = re.compile(r"For (?!sale\b|rent\b)[a-z]+(?: [a-z]+){0,2}")
_TAUGHT = re.compile(
    r"\b(?:course|class|classes|lessons|program|programme|training|workshop)$", re.I
)
_LONGEST_TITLE = 6  # words
_IN_BIO = re.compile(
    r"\b(?:link|url|website)\b[^.!?]{0,40}?\bin (?:the|our|your|my|its) bio\b", re.I
)


def below(texts: tuple[Text, ...], line: str) -> tuple[Text, ...]:
    """The texts and a line below their headline, where a subtitle that we suggested gives way."""
    kept = tuple(
        t for t in texts if t.role != "subtitle" or t.provenance != "suggested" or named(t.text)
    )
    role: Role = "item" if any(t.role == "subtitle" for t in kept) else "subtitle"
    return (*kept, Text(role=role, text=sentence_case(line), provenance="inferred"))


def with_message(texts: list[Text], masked: str) -> list[Text]:
    """With what the request wants said and no line says yet; facts and quotes are holes.

    It stands below the title; a line there that only tells the kind of thing goes above.
    """
    texts = [*(t for t in texts if not _is_called(t, texts)), *_linked_in_bio(masked)]
    lines = [t for t in texts if t.role in _UNDER]
    if folded := _for_in_title(texts, lines, masked):
        texts, lines = folded, []
    kind = lines[0] if len(lines) == 1 and _is_liftable(lines[0], texts) else None
    also = not kind and len(lines) == 1 and bool(_FOR.fullmatch(lines[0].text))
    if lines and not kind and not also:
        return texts
    said = " | ".join(t.text for t in texts)
    thanked = said.startswith("Thank You for Your")
    line = "" if thanked else _told(masked, said, kind is not None)
    if not line:
        return texts
    lifted = [t.evolve(role="kicker") if t is kind else t for t in texts]
    role: Role = "item" if also else "subtitle"
    return [*lifted, Text(role=role, text=line, provenance="inferred")]


def _told(masked: str, said: str, stressed: bool) -> str:
    """The message, unless a fact that was taken out has left it hanging: "Start your"."""
    line = message_in(masked, said, stressed=stressed)
    return "" if re.search(r"\b(?:your|our|the|an?|and|with|for|to|of)$", line) else line


def _for_in_title(texts: list[Text], lines: list[Text], masked: str) -> list[Text]:
    """ "English Course" and "For adults" as one title, where a message wants the line below it."""
    title = next((t for t in texts if t.role == "title" and t.provenance == "inferred"), None)
    if title is None or len(lines) != 1 or not _FOR.fullmatch(lines[0].text):
        return []
    whole = f"{title.text} {lines[0].text[0].lower()}{lines[0].text[1:]}"
    rest = [t for t in texts if t is not lines[0]]
    said = " | ".join(t.text for t in rest)
    long = len(words_of(whole)) > _LONGEST_TITLE or " for " in title.text.lower()
    told = _told(masked, said, False)
    held = is_event(title.text) and not _TAUGHT.search(title.text)
    if long or not told or held or title.text.startswith("Thank You"):
        return []
    return [t.evolve(text=title_case(whole)) if t is title else t for t in rest]


def well_labelled(texts: list[Text], form: str, language: str) -> list[Text]:
    """ "Venue" only over where an event is; a coupon is "Valid until" the day it ends."""
    dated = any(t.role in ("date", "time") for t in texts)
    title = next((t.text for t in texts if t.role == "title"), "")
    venue = label_of("venue", language)
    sold = not dated or is_sale(title) or any(t.role == "offer" for t in texts)
    ends = {label_of("until", "en"): label_of("valid", "en")} if _PAPER.search(form) else {}
    return [
        t.evolve(label="") if sold and t.role == "venue" and t.label == venue
        else t.evolve(label=ends.get(t.label, t.label))
        for t in texts
    ]  # fmt: skip


def _linked_in_bio(request: str) -> list[Text]:
    """Where the link of a post is found."""
    found = _IN_BIO.search(request)
    return [Text(role="contact", text="Link in bio", provenance="inferred")] if found else []


def _is_liftable(line: Text, texts: list[Text]) -> bool:
    """A composed line that names an event, a sale or a trade, where nothing stands above."""
    kind = is_event(line.text) or is_business(line.text)
    plain = line.role == "subtitle" and line.provenance == "inferred" and not is_name(line.text)
    return plain and kind and not any(t.role == "kicker" for t in texts)


def _is_called(line: Text, texts: list[Text]) -> bool:
    """ "Book an appointment" over the button "Book now"."""
    if line.role != "subtitle" or line.provenance != "inferred" or len(words_of(line.text)) > 4:
        return False
    first = line.text.split()[0].lower()
    return any(t.role == "cta" and t.text.split()[0].lower() == first for t in texts)


# "for an office building": where the sheet hangs, and not what it tells of
_SITE = re.compile(
    r"\b(?:building|office|hallway|corridor|lobby|entrance|bathroom|restroom|toilet|kitchen"
    r"|classroom"
    r"|waiting room|break room|elevator|staircase|warehouse|factory|door|wall|window)s?$",
    re.IGNORECASE,
)


def hangs_there(title: str) -> bool:
    """Whether a composed line only says where the sheet is put up."""
    return bool(_SITE.search(title))


def dotted(text: Text, request: str) -> Text:
    """ "Crumb & Co." with the full stop that its name is written with."""
    short = re.search(r"\b(?:Co|Inc|Ltd|Bros|Corp)$", text.text)
    return text.evolve(text=f"{text.text}.") if short and f"{text.text}." in request else text
