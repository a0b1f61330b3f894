"""From a request to a Brief: the one place that asks every reader of the request in turn."""

from __future__ import annotations

import re
from typing import TypeVar

from agents.blanks import blanks_for, left_in
from agents.brief import Attachment, Brief, Question, Stated, Text
from agents.colorwishes import wishes_in
from agents.directing import directions_in, without_directed
from agents.fact_words import in_words
from agents.formats import Format, format_of, without_size
from agents.forms import form_in, shaped
from agents.forms_card import with_trade
from agents.forms_logo import named_as_read
from agents.forms_tag import is_worn
from agents.headings import with_heading
from agents.hearing import Heard, heard_in
from agents.inline_keys import on_lines
from agents.keyed import without_keys
from agents.languages import language_of
from agents.left_out import with_left_out
from agents.lost_lines import with_lost_lines
from agents.markup import plain_text, whole_characters, without_bullets
from agents.no_fragments import without_fragments
from agents.open_rows import with_rows_named
from agents.pages import is_directed, open_pages, verbatim_sheet, with_sheets
from agents.paging import Paging, paging_in
from agents.phrases import HOLE, words_of
from agents.placeholders import missing_in, questions_for, with_placeholders
from agents.plainly import plainly
from agents.promoted import headed
from agents.reader.copy import NO_COPY, copy_in
from agents.reconciled import reconciled
from agents.rejoined import rejoined
from agents.selling import with_line
from agents.semantic import Encoder
from agents.settled import settled, told_once
from agents.stressed import with_stressed
from agents.subjects import subjects_in
from agents.suggested import with_suggestion
from agents.testimonials import is_rating, with_author, with_stars
from agents.tone import tones_in
from agents.under_title import dotted
from agents.unsaid import with_unsaid
from agents.untold import with_untold
from agents.vocabulary import occasion_in
from agents.wording import texts_of
from design_io.errors import DesignError
from layout.sizes import size_named
from layout.systems import Form

T = TypeVar("T")
MOST_CHARACTERS = 20_000


def parse(
    request: str, *, size: str | None = None, system: str | None = None, seed: int = 0,
    attachments: tuple[Attachment, ...] = (), encoder: Encoder | None = None,
) -> Brief:  # fmt: skip
    """Read a request; DesignError when it is empty or too long to be one."""
    words = _checked(request)
    paging = paging_in(plain_text(words))
    said = plainly(on_lines(without_keys(paging.plain)))
    language = language_of(said)
    wanted = _format(said, paging)
    left = left_in(said)
    unformed = left.masked(said)
    formed = form_in(unformed, wanted.size, paged=paging.number is not None)
    whole = without_size(without_bullets(unformed))
    bare = without_size(without_bullets(formed.masked(unformed)))
    copy = copy_in(paging.plain) if language == "en" else NO_COPY
    told = directions_in(bare, copy)
    heard = heard_in(bare, language, told)
    lines = texts_of(heard)
    texts = shaped(formed.form, headed(formed.with_lines(lines), said), said, left.headings)
    if formed.form != "picture":
        unshaped = heard if whole == bare else heard_in(whole, language, directions_in(whole, copy))
        plain = lines if whole == bare else texts_of(unshaped)
        texts = with_unsaid(texts, unshaped, plain)
    if formed.form == "letterhead" and wanted.size in ("portrait", "a4"):
        wanted = wanted._replace(size="letterhead")
    if formed.form == "logo":
        wanted = wanted if wanted.size[0].isdigit() else wanted._replace(size="square")
    if formed.form in ("picture", "greeting"):
        texts = with_suggestion(texts, bare, language)
    if heard.opening.asked and formed.form not in ("logo", "letterhead") and not is_worn(said):
        texts = with_line(texts, bare, formed.form, language)
    if formed.form in _HEADED_FORMS:
        texts = with_heading(texts, heard)
    if formed.form not in ("logo", "letterhead", "card", "greeting"):
        texts = with_lost_lines(texts, heard, said)
    texts = tuple(filter(None, map(_whole, texts)))
    if formed.form == "logo":
        texts = named_as_read(texts, copy)
    else:
        room, paged = _room(formed.form, wanted.size), paging.number is not None
        meant = without_directed(copy)
        texts = settled(rejoined(reconciled(texts, meant, room, paged), said), said)
    if formed.form in _TELLING_FORMS:
        texts = with_stressed(texts, heard)
    texts = in_words(with_rows_named(with_trade(texts, said), said), said, language)
    texts = with_left_out(texts, said, language)
    texts = with_untold(texts, heard, told, copy, formed.form)
    texts = told_once(without_fragments(texts, said, language))
    texts = with_sheets(texts, tuple(map(_sheet, paging.sheets)))
    texts = tuple(dotted(text, said) for text in texts)
    blanks = left.headings or blanks_for(formed.form, wanted.size, bare, texts, language)
    missing = missing_in(heard, texts, formed.form, blanks)
    untitled = _untitled(texts, lines)
    texts = with_author(with_placeholders(texts, missing, formed.form), heard.request)
    texts = with_stars(texts, said)
    greets = formed.form == "greeting"
    occasion = occasion_in((said if greets else bare)[:_TELLING])
    wishes = wishes_in(bare)
    seen = (*texts, *lines) if formed.texts and formed.form in _NAMED_FORMS else lines
    seen = (*filter(is_rating, texts), *seen)
    subject, companions = subjects_in(heard, seen, occasion, encoder, copy.pictured())
    brief = Brief(
        request=words,
        size=_size(size, wanted),
        language=Stated(value=language, provenance="inferred"),
        system=Stated(value=system or "", provenance="user" if system else "default"),
        form=_stated(_headed_form(formed.form, texts), "picture"),
        pages=Stated(value=paging.number, provenance="user" if paging.number else "inferred"),
        texts=texts,
        blanks=blanks,
        subject=subject,
        companions=companions,
        occasion=_stated(occasion, ""),
        audience=_audience(heard),
        tone=_stated(tones_in(bare), ()),
        colors=_stated(wishes.colors, ()),
        ground=_stated(wishes.ground or ("#ffffff" if formed.form == "letterhead" else ""), ""),
        ink=_stated(wishes.ink, ""),
        attachments=attachments,
        must=_wishes(words, _MUST),
        must_not=_wishes(words, _MUST_NOT),
        questions=(
            *untitled,
            *questions_for(missing, texts),
            *_contradictions(wanted, size),
        ),
        seed=seed,
    )
    return brief.evolve(questions=(*brief.questions, *open_pages(brief)))


# NUL, zero-width space, byte order mark, and what turns the direction of the words around it
_INVISIBLE = re.compile("[\x00\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")


def _checked(request: str) -> str:
    words = _INVISIBLE.sub("", whole_characters(request)).strip()
    if not words:
        raise DesignError('the request is empty; say what to design, such as "a jazz night poster"')
    if len(words) > MOST_CHARACTERS:
        raise DesignError(
            f"the request has {len(words):,} characters; the limit is {MOST_CHARACTERS:,}, "
            "so cut it to what the design must say"
        )
    return words


def _sheet(said: str) -> tuple[Text, ...]:
    """The copy of a page that is told by itself: its own words, unless they say what to print."""
    return parse(f"Poster: {said}").texts if is_directed(said) else verbatim_sheet(said)


def _format(said: str, paging: Paging) -> Format:
    if not paging.size:
        return format_of(said)
    return Format(paging.size, "pages")


def _size(size: str | None, wanted: Format) -> Stated[str]:
    if size:
        return Stated(value=size_named(size).name, provenance="user")
    return Stated(value=wanted.size, provenance="user" if wanted.said else "default")


def _stated(value: T, empty: T) -> Stated[T]:
    return Stated(value=value, provenance="inferred" if value != empty else "default")


def _whole(text: Text) -> Text | None:
    """A text without the holes that facts have left in the request; None when nothing is left."""
    if HOLE not in text.text:
        return text
    rest = " ".join(text.text.replace(HOLE, " ").split())
    return text.evolve(text=rest) if words_of(rest) else None


def _headed_form(form: Form, texts: tuple[Text, ...]) -> Form:
    """A sheet is a quotation only where the quotation heads it."""
    headed = any(text.role == "title" and text.provenance == "user" for text in texts)
    return "picture" if form == "quote" and not headed else form


def _room(form: str, size: str) -> int:
    """How many further lines go on a sheet of this form or size."""
    return min(_ROOM.get(form, _ROOMY), _ROOM.get(size, _ROOMY))


_HEADED_FORMS = ("picture", "offer", "list")  # headed by what they tell
_TELLING_FORMS = ("picture", "greeting", "list", "ticket", "offer")
_ROOM, _ROOMY = {"ticket": 2, "card": 4, "business-card": 4, "certificate": 3, "chart": 2}, 14
_NAMED_FORMS = ("greeting", "card", "picture")  # whose own lines may say what to show
_TELLING = 3_000  # characters of a request in which its subject and occasion are looked for


def _audience(heard: Heard) -> Stated[str]:
    said = heard.opening.of("audience")
    text = re.split(r"[.,;]|\s(?:who|that)\s", said[0])[0].strip() if said else ""
    return Stated(value=text, provenance="user" if text else "default")


_MUST = re.compile(
    r"\b(?:make sure to|be sure to|must|please)\s+(?!(?:not|create|design|make|generate)\b)"
    r"([^.!?\n]{4,120})",
    re.I,
)
_MUST_NOT = re.compile(
    r"\b(?:do not|don't|don’t|never|avoid|must not|should not|shouldn't|without any)\s+"
    r"(?:using |use |include |including |add |adding )?([^.!?,\n]{3,80})",
    re.IGNORECASE,
)


def _wishes(words: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(m[1].strip() for m in pattern.finditer(words))[:8]


_UNTITLED = Question(
    id="title", question="What should the headline say?",
    why="the request does not say what the design is about", default="left out",
)  # fmt: skip


def _untitled(texts: tuple[Text, ...], heard_texts: tuple[Text, ...]) -> list[Question]:
    """A headline that nobody said, unless all readers of the request offer the same one."""
    title = next((text for text in texts if text.role == "title"), None)
    if title is None:
        return [_UNTITLED]
    if title.provenance == "suggested" and title not in heard_texts:
        return [_UNTITLED.evolve(default=f"{title.text!r}, a suggestion")]
    return []


def _contradictions(wanted: Format, size: str | None) -> list[Question]:
    if size or not wanted.others:
        return []
    return [
        Question(
            id="size",
            question=f"The request names several sizes ({wanted.size},"
            f" {', '.join(wanted.others)}); "
            "which one is meant?",
            why="a design has one size",
            default=wanted.size,
        )
    ]
