"""The copy of a design: from a request to texts by role, in reading order, each with its source.

Quoted and spelled-out words win over composed ones; facts stay character for character; art
direction and instructions are never copy; a blank beats a broken line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.brief import Text
from agents.calls import call_for_ad, call_in, default_call, gratis_call
from agents.explicit import FACT_USES
from agents.foremost import foremost
from agents.fragments import is_heading, listed
from agents.greetings import with_day
from agents.hearing import Heard
from agents.labels import label_of
from agents.lone import trade_of
from agents.names import PLACE
from agents.offered import offer_of
from agents.overlaps import (
    said_longer,
    unique,
)
from agents.phrases import (
    HOLE,
    as_said,
    is_name,
    mostly_in,
    sentence_case,
    typographic,
    words_of,
)
from agents.promoted import titled
from agents.quotes import Quote
from agents.remainder import remaining
from agents.retitled import retitled
from agents.thanks import is_person
from agents.titling import (
    AGED,
    MOURNED,
    PRINTED_FORMATS,
    TITLE_USES,
    WHOSE,
    composed_title,
    is_greeting,
    quoted_title,
)
from agents.told import with_told
from agents.under_title import hangs_there, well_labelled, with_message
from agents.verbatim import Verbatim
from agents.vocabulary import (
    head_of,
    is_business,
    is_event,
    is_sale,
    is_to_print,
    occasion_in,
)
from agents.voiced import voiced
from agents.whole_rows import with_whole_rows
from design_io.document import Role

_ORDER: tuple[Role, ...] = (
    "kicker", "brand", "title", "subtitle", "quote", "body", "item", "date", "time", "venue",
    "address", "price", "offer", "contact", "cta", "legal",
)  # fmt: skip
_NAMING = ("title", "subtitle", "venue", "address", "brand")
_BELOW = ("kicker", "subtitle", "body", "item")


class Lines(NamedTuple):
    """The chosen lines above the facts."""

    title: Text | None
    kicker: str
    subtitles: tuple[str, ...]
    body: tuple[str, ...]


def texts_of(heard: Heard) -> tuple[Text, ...]:
    """The copy in reading order."""
    brand = brand_of(heard)
    lines = _lines(heard, brand)
    title = lines.title.text if lines.title else ""
    texts = [lines.title] if lines.title else []
    texts += [_inferred("kicker", lines.kicker)] if lines.kicker else []
    if brand and brand.lower() not in title.lower():
        texts.append(Text(role="brand", text=brand))
    texts += [_inferred("subtitle", text) for text in lines.subtitles]
    texts += [Text(role="body", text=text) for text in lines.body]
    texts += [_inferred("item", item) for item in heard.headline.items]
    texts += _lines_texts(heard, texts)
    texts += _fact_texts(heard, title)
    texts += _places(heard, texts)
    call = _call(heard, title)
    texts = [t for t in texts if not (call and t.role == "offer" and t.text.lower() in call.text)]
    texts += [call] if call else []
    texts += [Text(role="legal", text=term) for term in heard.statements.terms]
    texts += _conditions(heard)
    texts += _signed(heard, texts)
    texts += _remaining(heard, texts)
    labelled = well_labelled(texts, heard.opening.format, heard.language)
    texts = [t for t in labelled if not said_longer(t, texts)]
    texts = [t for t in texts if t.role not in _BELOW or not _is_no_copy(t)]
    texts = retitled(titled(unique(texts), heard.request), heard.request, heard.language)
    if heard.language == "en":
        texts = with_whole_rows(texts, heard.masked)
        texts = voiced(texts, heard.opening, heard.masked)
    quoted = sum(q.use in (*TITLE_USES, "subtitle", "body") for q in heard.quotes)
    if heard.opening.asked and heard.language == "en" and quoted < 2:
        texts = with_told(with_message(texts, heard.masked), heard)
    if heard.language == "en" and is_greeting(heard):
        texts = with_day(texts, heard.opening.theme)
    if heard.opening.asked and heard.language == "en":
        texts = foremost(texts, heard.names.people, heard.request)
    printed = (t if t.provenance == "user" else _printed(t) for t in texts)
    return tuple(sorted(printed, key=lambda text: _ORDER.index(text.role)))


def brand_of(heard: Heard) -> str:
    """The house behind the design; a "place" is one when the request names another venue."""
    quoted = next((q.text for q in heard.quotes if q.use == "brand"), "")
    named = quoted or heard.headline.brand or heard.names.brand
    if named in heard.names.people:
        return ""
    place = heard.headline.venue
    elsewhere = heard.names.venues and not any(place in v for v in heard.names.venues)
    return named or (place if elsewhere else "")


def _lines(heard: Heard, brand: str) -> Lines:
    if not heard.opening.asked:
        return _verbatim_lines(heard)
    title, spare = quoted_title(heard)
    composed = composed_title(heard, brand)
    quoted, title = title, title or composed
    words = title.text if title else ""
    kicker, spare = _shouted_kicker(heard.headline.kicker, spare)
    kicker = kicker or _kind_kicker(heard, words, composed.text if composed else "", bool(quoted))
    edition = _edition(heard)
    kicker = ", ".join(filter(None, (kicker, edition))) or _format_kicker(heard, title)
    if is_greeting(heard) and MOURNED.fullmatch(kicker):
        kicker = ""
    honoured = heard.names.honoured
    if (mostly_in(kicker.replace("-", " "), words) and not edition) or (
        honoured and honoured in kicker
    ):
        kicker = ""
    if heard.names.letter and mostly_in(kicker, heard.names.letter):
        kicker = ""
    subtitles, body = _following(heard, spare, f"{words} {kicker}", brand)
    return Lines(title, kicker, subtitles, body)


def _kind_kicker(heard: Heard, title: str, composed: str, quoted: bool) -> str:
    """What the thing is, when the title is a quotation or a name and does not say it."""
    kind = composed if quoted else heard.headline.title
    if quoted and len(words_of(kind)) == 1:
        kind = trade_of(heard.opening) or kind
    greets = is_greeting(heard)
    dear = quoted or _says_day(kind) or is_person(kind) or AGED.match(kind)
    if not kind or kind == title or (greets and dear):
        return ""
    if quoted and not _tells_kind(kind, title):
        return ""
    short = len(words_of(kind)) <= 5
    return as_said(kind, heard.masked) if short and kind != title else ""


def _says_day(kind: str) -> bool:
    """Whose the card is or for what day, which the greeting says already."""
    return mostly_in(kind, WHOSE) or (" " not in kind and bool(occasion_in(kind)))


def _verbatim_lines(heard: Heard) -> Lines:
    """Copy as written; quotes come before it."""
    plain = heard.verbatim
    quoted, spare = quoted_title(heard)
    title = quoted or (_inferred("title", plain.title) if plain.title else None)
    people = [p for p in heard.names.people if p not in (plain.title, plain.subtitle)]
    rest = [*people[:1], plain.subtitle, plain.body]
    if quoted and heard.language == "en" and _stands_late(heard, quoted.text):
        rest, plain = people[:1], Verbatim()  # what comes before spelled-out copy is direction
    if quoted and len(plain.title.split()) > 1 and not mostly_in(plain.title, quoted.text):
        rest = [as_said(plain.title, heard.masked), *rest]
    texts = [text for text in (*(q.text for q in spare), *rest) if text]
    subtitles = tuple(texts[:1]) if texts and texts[0] != plain.body else ()
    kicker = ", ".join(filter(None, (plain.kicker, _edition(heard))))
    return Lines(title, kicker, subtitles, tuple(texts[len(subtitles) :]))


def _stands_late(heard: Heard, words: str) -> bool:
    start = next((q.start for q in heard.quotes if words in q.text), 0)
    return len(words_of(heard.request[:start])) > 6


_ANY_READERS = re.compile(r"for (?:kids|children|adults|everyone|parents|families|all)", re.I)
_SPOKEN_TO = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)  # a greeting tells its reader more


def _following(
    heard: Heard, spare: list[Quote], title: str, brand: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Subtitle and body: quotes left over, names of people, then composed lines."""
    quoted = [q.text for q in spare if q.use != "body"]
    body = [q.text for q in spare if q.use == "body"]
    composed = [*heard.names.people, *heard.statements.subtitles, *heard.headline.subtitles]
    copy = [q for q in heard.quotes if q.use in (*TITLE_USES, "subtitle", "body")]
    if len(copy) > 1:
        composed = [*heard.names.people]  # who quotes several lines has quoted all of them
    if not copy:
        composed += [heard.verbatim.title, heard.verbatim.subtitle]
    if len(words_of(heard.headline.title)) > 1 and not hangs_there(heard.headline.title):
        composed.append(as_said(heard.headline.title, heard.masked))
    composed = [c for c in composed if c and not any(v in c for v in heard.names.venues)]
    composed = [c for c in composed if not mostly_in(c, f"{title} {brand} {' '.join(quoted)}")]
    composed = [c for c in composed if not (brand and brand.lower() in c.lower())]
    spoken = [c for c in composed if _SPOKEN_TO.search(c)]
    if is_greeting(heard):
        composed = [*(p for p in heard.names.people if not mostly_in(p, title)), *spoken]
    letter, honoured = heard.names.letter, heard.names.honoured
    letter = "" if _ANY_READERS.fullmatch(letter) else letter
    given = is_greeting(heard) or "gift" in heard.opening.format.lower()
    known = (honoured and honoured in title) or (spoken and "from" not in letter.lower())
    known = known or letter.lower().removeprefix("for ") in title.lower()
    if letter and given and not known:
        composed = [letter, *composed]
    elif honoured not in ("", brand) and honoured not in title and not mostly_in(honoured, title):
        composed = [f"For {honoured}", *composed]
    subtitles = (*quoted, *composed)[: max(1, len(quoted))]
    return tuple(subtitles), tuple(body)


def _lines_texts(heard: Heard, texts: list[Text]) -> list[Text]:
    """Lines of copy after the asking: a list as items, the others as they are."""
    if any(q.use in TITLE_USES for q in heard.quotes):
        return []  # who quotes the copy has quoted all of it
    said = " ".join(t.text for t in (*texts, *_places(heard, texts)))
    dated = any(f.role == "date" for f in heard.facts)
    made: list[Text] = []
    for said_line in heard.statements.lines:
        line = _without_places(said_line, heard.names.venues)
        if line.lower() in said.lower() or mostly_in(line, said):
            continue
        if dated and is_name(line) and PLACE.search(line):
            made.append(Text(role="venue", text=line, label=label_of("venue", heard.language)))
            continue
        whole = ":" in line or re.match(r"[A-Z]\w+ing [A-Z]", line)  # "Serving Dallas, Plano"
        parts = () if whole else listed(line)
        made += [_inferred("item", part) for part in parts] or [_inferred("item", line)]
    alone = len(made) == 1 and not any(t.role == "subtitle" for t in texts)
    return [made[0].evolve(role="subtitle")] if alone and made[0].role == "item" else made


def _conditions(heard: Heard) -> list[Text]:
    """Quoted or labelled conditions, without those that the form prints already."""
    said = (piece for q in heard.quotes if q.use == "legal" for piece in q.text.split(HOLE))
    return [Text(role="legal", text=words) for piece in said if (words := piece.strip(" ,;"))]


def _signed(heard: Heard, texts: list[Text]) -> list[Text]:
    """Who signs, below what is said; a letter line that names them gives way."""
    role: Role = "body" if any(t.role == "subtitle" for t in texts) else "subtitle"
    signed = (sentence_case(q.text) for q in heard.quotes if q.use == "signed")
    return [Text(role=role, text=words) for words in signed]


def _without_places(line: str, venues: tuple[str, ...]) -> str:
    """ "St. George's Church, donations welcome" where the church stands as the venue."""
    for venue in venues:
        line = line.removeprefix(f"{venue}, ").removesuffix(f", {venue}")
    return sentence_case(line)


def _remaining(heard: Heard, texts: list[Text]) -> list[Text]:
    """What the request lists and no line has said, unless it quotes its copy."""
    quoted = any(q.use in (*TITLE_USES, "subtitle", "body") for q in heard.quotes)
    told = sum(
        f.role in ("date", "time", "price", "offer", "contact", "address") for f in heard.facts
    )
    if heard.language != "en" or (quoted and told < 2):
        return []
    return remaining(heard.request, heard.masked, heard.opening.asked, texts)


def _fact_texts(heard: Heard, title: str) -> list[Text]:
    made = []
    for fact in heard.facts:
        if fact.role == "kicker":
            continue
        words = offer_of(fact, heard.request) if fact.role == "offer" else fact.text
        text = words if fact.role in ("contact", "item") else sentence_case(words)
        own = next((label.text for label in heard.labels if label.fact == fact), "")
        label = own or label_of(fact.kind, heard.language)
        made.append(Text(role=fact.role, text=text, label=label))
    for quote in heard.quotes:
        if quote.use in FACT_USES:
            label = label_of(quote.use, heard.language)
            made.append(Text(role=FACT_USES[quote.use], text=quote.text, label=label))
        if quote.use == "hashtag":
            made.append(Text(role="contact", text=quote.text))
    return made


def _places(heard: Heard, texts: list[Text]) -> list[Text]:
    """Venues not yet said by another text."""
    said = " ".join(t.text for t in texts if t.role in _NAMING)
    names = (*heard.names.venues, heard.headline.venue, heard.verbatim.venue)
    names = tuple(name for name in names if name not in heard.names.people)
    label = label_of("venue", heard.language)
    return [Text(role="venue", text=n, label=label) for n in names if n and n not in said][:3]


def _call(heard: Heard, title: str) -> Text | None:
    quoted = next((q.text for q in heard.quotes if q.use == "cta"), "")
    if quoted:
        return Text(role="cta", text=sentence_case(quoted))
    if heard.language != "en":
        return None
    if gratis := gratis_call(heard.request):
        return gratis
    call = call_in(heard.masked)
    offered = any(f.role == "offer" and "%" in f.text for f in heard.facts)
    if call is None and offered and not _format_kicker(heard, Text(role="title", text=title)):
        call = default_call(f"{title} {heard.headline.kicker} {heard.masked[:160]}")
    if call is None:
        about = f"{title} {heard.headline.kicker} {' '.join(heard.opening.of('topic', 'goods'))}"
        slogan = not is_name(title) and any(q.text == title for q in heard.quotes)
        told = (
            t
            for t in ("" if slogan else title, heard.headline.kicker)
            if is_event(t) and not is_sale(t) and "free" not in t.lower()
        )
        held = "" if title.startswith("We ") else head_of(next(told, ""))
        phone = any(f.kind == "phone" for f in heard.facts)
        call = call_for_ad(heard.request, heard.opening.format, about, held, phone)
    if call and heard.quotes and any(call.text.lower() == q.text.lower() for q in heard.quotes):
        return None
    return call


def _tells_kind(composed: str, title: str) -> bool:
    short = len(words_of(composed)) <= 5 and not mostly_in(composed, title, 0.3)
    return short and (is_event(composed) or is_business(composed) or is_sale(composed))


def _shouted_kicker(kicker: str, spare: list[Quote]) -> tuple[str, list[Quote]]:
    """A left-over quote of one word stands above the title."""
    single = next((q for q in spare if len(q.text.split()) == 1 and q.use != "body"), None)
    if single is None or kicker:
        return kicker, spare
    return single.text, [q for q in spare if q is not single]


def _edition(heard: Heard) -> str:
    return next((f.text for f in heard.facts if f.role == "kicker"), "")


def _format_kicker(heard: Heard, title: Text | None) -> str:
    """Vouchers, tickets and invitations say what they are."""
    match = PRINTED_FORMATS.search(heard.opening.format) if title else None
    return sentence_case(match[0].lower()) if match else ""


def _printed(text: Text) -> Text:
    return text.evolve(text=typographic(text.text))


def _is_no_copy(text: Text) -> bool:
    """A heading without what it heads, or an order to the designer that is not quoted."""
    return is_heading(text.text) or (text.provenance != "user" and is_to_print(text.text))


def _inferred(role: Role, text: str) -> Text:
    return Text(role=role, text=text, provenance="inferred")
