"""One brief of a set becomes the briefs of its pages: a cover, a page for each thing told, a close.

Every text stands on the page it belongs to; the brand, and a section's heading, sign every page of
theirs. Nothing is written that the brief does not say, and no page is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

from agents.brief import Attachment, Brief, Question, Stated, Text
from agents.domains import domains_in
from agents.fact import Fact
from agents.facts import facts_in
from agents.lexicon import CONFIDENT, Region, is_concrete, subject_of
from agents.overlaps import with_holes
from agents.paging import MOST_PAGES
from agents.phrases import FULL_STOP
from layout.systems import Form

PAGE = "page-"  # and a number: the name of a member of a set
_CLOSING = ("date", "time", "venue", "address", "price", "contact", "cta", "legal")
_WHOLE: tuple[Form, ...] = (
    "card",
    "ticket",
    "certificate",
    "logo",
    "greeting",
    "letterhead",
)  # are no sets of pages
_ROWS_ALONE = 10  # rows that get a page each, unless a number of pages is asked for
_CALLING = re.compile(
    r"(?:follow|save|share|visit|call|book|order|join|register|sign up|subscribe|comment|tag|like"
    r"|swipe|reserve|come|contact|message|dm|download|try|get|link in)\b",
    re.IGNORECASE,
)
_DEED = re.compile(r"^[a-z]+(?=\s(?:to|the|an?|your|our|for|at|into|with)\s)", re.IGNORECASE)
_DAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur?|sun)(?:day)?\b|day \d", re.IGNORECASE
)
_SENTENCE = re.compile(rf"{FULL_STOP}\s+|(?<=[!?])\s+(?=[^\W_])|\n+")
_DIRECTED = re.compile(
    r"[\"“”«»]|(?:^|\s)['‘][^'’]{2,}['’](?!\w)|\b(?:title|headline|heading|subtitle|text|copy|photo"
    r"|picture|image|logo)\b|^(?:show|include|add|use|list|mention|introduce)\b",
    re.IGNORECASE,
)
_SMALL = 2  # texts of a close that can share a page
_SAYING = 4  # words from which a subtitle can stand on a page of its own


class Part(NamedTuple):
    """What one page can tell: rows of a list with their heading, or something said."""

    texts: tuple[Text, ...]

    @property
    def rows(self) -> bool:
        return bool(self.texts[0].group)


class Copy(NamedTuple):
    """The copy of a set: its cover, the parts between, and the close, which may be in two."""

    cover: tuple[Text, ...]
    parts: tuple[Part, ...]
    closes: tuple[tuple[Text, ...], ...]

    @property
    def pages(self) -> int:
        return bool(self.cover) + len(self.parts) + len(self.closes)


def page_briefs(brief: Brief) -> tuple[Brief, ...]:
    """The brief of every page, the cover first; the brief itself when it is no set."""
    if brief.pages.value is None or brief.form.value in _WHOLE:
        return (brief,)
    pages = [page for page in _pages(brief) if page]
    if len(pages) < 2:
        return (brief,)
    return tuple(_page(brief, texts, at, len(pages)) for at, texts in enumerate(pages))


def open_pages(brief: Brief) -> tuple[Question, ...]:
    """What is to be told, or asked, where the number of pages asked for could not be kept."""
    asked = brief.pages.value
    if not asked:
        return ()
    made = len(page_briefs(brief))
    if asked > MOST_PAGES:
        return (_told(asked, made, f"a set has at most {MOST_PAGES} pages"),)
    if made < asked:
        return (_told(asked, made, "an empty page says nothing"),)
    return ()


def with_sheets(texts: tuple[Text, ...], sheets: tuple[tuple[Text, ...], ...]) -> tuple[Text, ...]:
    """The copy of a request that says its pages one by one, each text with its page.

    What is said outside the pages is the set's: a name that was taken for the title signs it. It
    opens the set where the first page has no copy of its own.
    """
    if not sheets:
        return texts
    around = tuple(text for text in texts if text.provenance != "suggested")
    if sheets[0]:
        around = tuple(t.evolve(role="brand") if t.role == "title" else t for t in around)
    own = (
        text.evolve(page=number)
        for number, sheet in enumerate(sheets, 1)
        for text in sheet
        if text.provenance != "suggested"
    )
    return (*around, *own)


def is_directed(sheet: str) -> bool:
    """Whether the words of a page say what to print or to show rather than being its copy."""
    return bool(_DIRECTED.search(sheet))


def verbatim_sheet(sheet: str) -> tuple[Text, ...]:
    """A page as it is written: its first sentence large, a short apposition below it."""
    first, *rest = [piece.strip() for piece in _SENTENCE.split(sheet) if piece.strip()] or [""]
    title, comma, below = first.rstrip(".").partition(", ")
    apart = comma and "," not in below and len(title.split()) <= 3 and len(below.split()) <= 6
    heads = [("title", title), ("subtitle", below)] if apart else [("title", first.rstrip("."))]
    told = (*heads, *(("body", piece) for piece in rest))
    return tuple(Text(role=role, text=words) for role, words in told if words)  # type: ignore[arg-type]


def _told(asked: int, made: int, why: str) -> Question:
    return Question(
        id="pages",
        question=f"{asked} pages are asked for, and there is copy for {made}: what else "
        "should be told?" if made < min(asked, MOST_PAGES) else
        f"{asked} pages are asked for and {made} are made",
        why=why, default=f"{made} pages",
    )  # fmt: skip


def _pages(brief: Brief) -> list[tuple[Text, ...]]:
    own = (text for text in brief.texts if text.provenance != "suggested" or text.role == "title")
    texts = tuple(text for text in own if text.text.strip() and text.role != "brand")
    if any(text.page for text in texts):
        return _as_said(texts)
    copy = _read(brief, texts)
    most = min(brief.pages.value or MOST_PAGES, MOST_PAGES)
    for unfold in _UNFOLDINGS if brief.pages.value else ():
        if copy.pages < most:
            copy = unfold(copy)
    return _fitted(copy, most, _names(brief))


def _as_said(texts: tuple[Text, ...]) -> list[tuple[Text, ...]]:
    """The pages that the user names; what stands outside them opens or closes the set."""
    last = max(text.page for text in texts)
    pages: list[tuple[Text, ...]] = [
        tuple(t.evolve(page=0) for t in texts if t.page == number) for number in range(1, last + 1)
    ]
    around = [text for text in texts if not text.page]
    pages[0] += tuple(text for text in around if text.role not in _CLOSING)
    pages[-1] += tuple(text for text in around if text.role in _CLOSING)
    if len(pages) > MOST_PAGES:
        rest = tuple(text for page in pages[MOST_PAGES - 1 :] for text in page)
        pages = [*pages[: MOST_PAGES - 1], rest]
    return [_titled(page) for page in pages]


def _read(brief: Brief, texts: tuple[Text, ...]) -> Copy:
    offers = [text for text in texts if text.role == "offer" and not text.group]
    first = ("title", "subtitle", "kicker", *(("offer",) if len(offers) == 1 else ()))
    cover = tuple(text for text in texts if text.role in first and not text.group)
    kept = _said_once(cover)
    said = [
        piece for text in texts
        if not text.group and text not in cover and text.role not in _CLOSING
        for piece in _sentences(text)
    ]  # fmt: skip
    calls = tuple(text for text in said if _calls(text))
    closing = tuple(text for text in texts if text.role in _CLOSING and not text.group)
    rows = _row_parts(brief)
    announced = tuple(text for text in said if rows and _announces(brief, text))
    parts = [Part((text,)) for text in said if text not in (*calls, *announced)]
    parts += _announced(rows, announced)
    parts.sort(key=lambda part: _place(brief, part.texts[0]))
    closing = (*calls, *closing)
    if not parts and not kept:
        return Copy(closing, (), ())
    return Copy(kept, tuple(parts), (closing,) if closing else ())


def _said_once(cover: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "5 Poses" over "5 poses for a better back": the longer one is the title."""
    title = next((t for t in cover if t.role == "title" and t.provenance != "user"), None)
    more = next((t for t in cover if t.role == "subtitle"), None)
    if title is None or more is None or not more.text.lower().startswith(title.text.lower() + " "):
        return cover
    return tuple(t.evolve(role="title") if t is more else t for t in cover if t is not title)


def _sentences(text: Text) -> list[Text]:
    pieces = [piece.strip() for piece in _SENTENCE.split(text.text)]
    return [text.evolve(text=piece) for piece in pieces if piece]


def _calls(text: Text) -> bool:
    return text.role == "body" and bool(_CALLING.match(text.text)) and len(text.text.split()) <= 9


def _announces(brief: Brief, text: Text) -> bool:
    """ "Steps:" heads the rows that follow it."""
    if len(text.text.split()) > 3:
        return False
    return bool(re.search(rf"{re.escape(text.text)}\s?:", brief.request, re.IGNORECASE))


def _announced(rows: list[Part], headings: tuple[Text, ...]) -> list[Part]:
    lead = tuple(text.evolve(role="kicker", group="section-0") for text in headings[:1])
    return [Part((*lead, *rows[0].texts)), *rows[1:]] if rows else []


def _place(brief: Brief, text: Text) -> int:
    """Where the request says it; what is not found there comes last."""
    at = brief.request.lower().find(text.text.lower())
    return at if at >= 0 else len(brief.request)


def _row_parts(brief: Brief) -> list[Part]:
    """A page for each section, or for each row; a chart is one, a day of a timetable too."""
    grouped = [text for text in brief.texts if text.group]
    if not grouped:
        return []
    if brief.form.value == "chart":
        return [Part(tuple(grouped))]
    if any(text.group.startswith("section-") for text in grouped):
        sections = groupby(grouped, key=lambda text: text.group.partition("/")[0])
        return [Part(tuple(texts)) for _, texts in sections]
    rows = [Part(tuple(texts)) for _, texts in groupby(grouped, key=lambda text: text.group)]
    if brief.pages.value:
        return rows
    if brief.form.value == "schedule":
        return _by_day(rows)
    return rows if len(rows) <= _ROWS_ALONE else _even(rows, -(-len(rows) // 5))


def _by_day(rows: list[Part]) -> list[Part]:
    days: list[list[Part]] = []
    for row in rows:
        if not days or _DAY.match(row.texts[0].text):
            days.append([])
        days[-1].append(row)
    return [_one(day) for day in days]


def _subtitle_apart(copy: Copy) -> Copy:
    """A sentence under the title can stand on a page of its own."""
    said = [t for t in copy.cover if t.role == "subtitle" and len(t.text.split()) >= _SAYING]
    cover = tuple(text for text in copy.cover if text not in said)
    return copy._replace(cover=cover, parts=(*(Part((t,)) for t in said), *copy.parts))


def _offer_apart(copy: Copy) -> Copy:
    offers = [text for text in copy.cover if text.role == "offer"]
    cover = tuple(text for text in copy.cover if text.role != "offer")
    if not any(text.role == "title" for text in cover):
        return copy
    return copy._replace(cover=cover, parts=(*(Part((t,)) for t in offers), *copy.parts))


def _sections_apart(copy: Copy) -> Copy:
    """A row each, under the heading of its section."""
    return copy._replace(parts=tuple(row for part in copy.parts for row in _rows_of(part)))


def _rows_of(part: Part) -> list[Part]:
    heading = tuple(t for t in part.texts if t.role == "kicker" and "/" not in t.group)
    rows = [t for t in part.texts if t not in heading]
    if not part.rows or not heading:
        return [part]
    return [Part((*heading, *texts)) for _, texts in groupby(rows, key=lambda text: text.group)]


def _close_in_two(copy: Copy) -> Copy:
    """When and where on one page, what to do on the next."""
    if len(copy.closes) != 1:
        return copy
    facts = tuple(t for t in copy.closes[0] if t.role in ("date", "time", "venue", "address"))
    rest = tuple(t for t in copy.closes[0] if t not in facts)
    return copy._replace(closes=(facts, rest)) if facts and rest else copy


_UNFOLDINGS: tuple[Callable[[Copy], Copy], ...] = (
    _offer_apart, _subtitle_apart, _close_in_two, _sections_apart,
)  # fmt: skip


def _fitted(copy: Copy, most: int, brands: tuple[Text, ...]) -> list[tuple[Text, ...]]:
    """The copy on at most so many pages: parts share pages, and at last the close joins them."""
    room = most - bool(copy.cover) - len(copy.closes)
    if room < 1 and copy.parts:
        end = tuple(text for close in copy.closes for text in close)
        told = (*(text for part in copy.parts for text in part.texts), *end)
        return [copy.cover, _titled(_inner(Part(told)))] if most > 1 else [(*copy.cover, *told)]
    closes = copy.closes
    folded = len(copy.parts) == room + 1 and len(closes) == 1 and len(closes[0]) <= _SMALL
    room += folded
    parts = _even(list(copy.parts), room) if len(copy.parts) > room else list(copy.parts)
    inner = [_headed(_inner(part), copy.cover) for part in parts]
    if folded:
        return [copy.cover, *inner[:-1], (*inner[-1], *closes[0])]
    return [copy.cover, *inner, *(_closing(texts, copy.cover, brands) for texts in closes)]


def _even(parts: list[Part], pages: int) -> list[Part]:
    """Neighbours joined until there are so many, as evenly as can be."""
    borders = [round(len(parts) * at / pages) for at in range(pages + 1)]
    return [_one(parts[a:b]) for a, b in zip(borders, borders[1:], strict=False) if a < b]


def _one(parts: list[Part]) -> Part:
    """Rows last, where the layout sets them."""
    ordered = sorted(parts, key=lambda part: part.rows)
    return Part(tuple(dict.fromkeys(text for part in ordered for text in part.texts)))


def _inner(part: Part) -> tuple[Text, ...]:
    """A part as the copy of a page: one row stands large, several are a list."""
    rows = {text.group for text in part.texts if "row-" in text.group}
    headings = [t for t in part.texts if t.group and "row-" not in t.group]
    if len(rows) == 1 and all(text.group for text in part.texts):
        return (*(text.evolve(group="") for text in headings), *_alone(part.texts, headings))
    if len(headings) == 1 and all(text.group for text in part.texts):
        rest = [t.evolve(group=t.group.split("/")[-1]) for t in part.texts if t not in headings]
        return (headings[0].evolve(role="title", group=""), *rest)
    return part.texts


def _alone(texts: tuple[Text, ...], headings: list[Text]) -> list[Text]:
    """One row of a list as a page of its own."""
    made = []
    for text in texts:
        if text in headings:
            continue
        bare = text.evolve(group="", importance=0)
        if text.role != "item":
            made.append(bare)
            continue
        numbered = f"{text.label}. {text.text}" if text.label else text.text
        made.append(bare.evolve(role="title", label="", text=numbered))
    return made


def _headed(texts: tuple[Text, ...], cover: tuple[Text, ...]) -> tuple[Text, ...]:
    """Under a title: its own, what is said on the page, or that of the whole set."""
    if any(text.role == "title" for text in texts):
        return texts
    if all(text.group for text in texts):
        return (*(text for text in cover if text.role == "title"), *texts)
    return _titled(texts)


def _closing(
    texts: tuple[Text, ...], cover: tuple[Text, ...], brands: tuple[Text, ...]
) -> tuple[Text, ...]:
    """The last page: a call or one fact stands large, else the name over all of them."""
    if brands and not any(text.role == "body" for text in texts):
        return (brands[0].evolve(role="title"), *texts)
    if len(texts) > 1 and not any(text.role in ("body", "cta") for text in texts):
        return (*(text for text in cover if text.role == "title"), *texts)
    return _titled(texts)


def _titled(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """The most telling text of a page without a title becomes it."""
    if any(text.role == "title" for text in texts):
        return texts
    for role in (
        "offer",
        "subtitle",
        "quote",
        "item",
        "body",
        "cta",
        "venue",
        "date",
        "contact",
        "address",
        "price",
    ):
        found = next((t for t in texts if t.role == role and not t.group), None)
        if found is not None:
            title = found.evolve(role="title", label="")
            return (title, *(text for text in texts if text is not found))
    return texts


def _page(brief: Brief, texts: tuple[Text, ...], at: int, count: int) -> Brief:
    """The brief of one page; its own words may name what it shows."""
    subject, companions = brief.subject, brief.companions
    shared = any(t.role == "title" and t.text == brief.text("title") for t in texts)
    if at and not shared and (own := _shown(brief, texts)):
        subject, companions = Stated(value=own, provenance="inferred"), ()
    return brief.evolve(
        texts=(*_signed(brief, texts), *texts), form=Stated(value=_form(brief, texts)),
        subject=subject, companions=companions, blanks=(),
        questions=() if at else brief.questions,
        pages=Stated(value=None), attachments=_attached(brief, at, count),
    )  # fmt: skip


def _signed(brief: Brief, texts: tuple[Text, ...]) -> tuple[Text, ...]:
    said = {text.text.lower() for text in texts}
    return tuple(text for text in _names(brief) if text.text.lower() not in said)


def _names(brief: Brief) -> tuple[Text, ...]:
    """Who signs every page: the brand, or a title that is the name of whom the set is for."""
    brands = tuple(text for text in brief.texts if text.role == "brand")
    title = next((t for t in brief.texts if t.role == "title" and not t.page), None)
    if brands or title is None or title.provenance == "user":
        return brands
    named = re.search(
        rf"\b(?:for|by|from|at)\s(?:the\s)?{re.escape(title.text)}(?!\w)", brief.request
    )
    return (title.evolve(role="brand", importance=0),) if named else ()


def _form(brief: Brief, texts: tuple[Text, ...]) -> Form:
    if any(text.group for text in texts):
        return brief.form.value
    return "offer" if any(text.role == "offer" for text in texts) else "picture"


def _shown(brief: Brief, texts: tuple[Text, ...]) -> str:
    """The thing that the page's own words name well, unless they mean it in another field."""
    told = [t.text for t in texts if t.role in ("title", "subtitle", "body") and not t.group]
    told = [_DEED.sub("", with_holes(words, _figures_in(words))) for words in told]
    found = subject_of((Region(" . ".join(told), 1.0),))
    if found.confidence < CONFIDENT or not is_concrete(found.word):
        return ""
    field = set(
        domains_in(f"{brief.text('title')} . {brief.subject.value} . {brief.occasion.value}")
    )
    meant = set(domains_in(found.word))
    return found.word if not meant or not field or meant & field else ""


def _figures_in(words: str) -> tuple[Fact, ...]:
    """Days, times and the like in figures; "sunset" is a time too, and yet can be shown."""
    return tuple(fact for fact in facts_in(words) if any(map(str.isdigit, fact.text)))


def _attached(brief: Brief, at: int, count: int) -> tuple[Attachment, ...]:
    """Pictures in turn, the code on the last page, logo and reference everywhere."""
    pictures = [a for a in brief.attachments if a.role == "picture"]
    turn = (pictures[at % len(pictures)],) if pictures else ()
    rest = (a for a in brief.attachments if a.role in ("logo", "reference"))
    code = (a for a in brief.attachments if a.role == "qr" and at == count - 1)
    return (*turn, *rest, *code)
