"""What form a request asks for besides its style, and the rows that belong to it.

Rows are texts that share a group ("row-2", in a section "section-1/row-2"); what they take of the
request is told, so that no other reader takes it again.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import category

from agents.brief import Text
from agents.formats import without_prizes
from agents.forms_award import Award, attested, award_in
from agents.forms_card import card_lines, carded, ticket_lines
from agents.forms_days import days_in
from agents.forms_greeting import greeting_in
from agents.forms_logo import is_logo, logo_lines
from agents.forms_names import Named, listed_in, named_in
from agents.forms_paper import paper_lines, terms_in
from agents.forms_particulars import particulars_in
from agents.forms_quote import Said, said_in, told_by_others
from agents.forms_rows import Chain, Member, chains_in
from agents.forms_tag import CONTAINER, housed, is_tag, tag_lines
from agents.open_rows import open_rows
from agents.phrases import HOLE
from agents.stamps import is_stamped
from design_io.document import Role
from layout.systems import Form

Span = tuple[int, int]


class Formed(NamedTuple):
    """The form, its rows, and the stretches of the request they are read from.

    `plain` is a pattern of words that only name the form, and what other readers see instead.
    """

    form: Form = "picture"
    texts: tuple[Text, ...] = ()
    spans: tuple[Span, ...] = ()
    plain: tuple[re.Pattern[str], str] | None = None

    def masked(self, request: str) -> str:
        """The request with its rows taken out."""
        for start, end in self.spans:
            request = request[:start] + HOLE * (end - start) + request[end:]
        return self.plain[0].sub(self.plain[1], request) if self.plain else request

    def with_lines(self, lines: tuple[Text, ...]) -> tuple[Text, ...]:
        """The copy outside the rows, then the rows; a form's own title replaces a composed one."""
        own = {t.role for t in self.texts if not t.group}
        own &= {"title", "subtitle", "brand", "quote"}
        own |= _UNDER if self.form == "greeting" and {"title", "quote"} & own else set()
        said = tuple(line for line in lines if any(category(c)[0] in "LNS" for c in line.text))
        kept = tuple(line for line in said if line.role not in own and not _is_heading(line))
        return (*(_named_first(kept) if self.form in _TABLES else kept), *self.texts)


def _is_heading(line: Text) -> bool:
    """ "Name" of a name badge, which says what is written there and nothing of its own."""
    return line.role == "kicker" and line.text == "Name"


_ROLES: dict[str, Role] = {
    "price": "price", "share": "price", "number": "price", "time": "time", "hours": "time",
    "date": "date",
}  # fmt: skip
_LEAST = 3  # rows that make a list of what nobody calls one
_CHART = re.compile(
    r"\b(?:charts?|graphs?|plot|diagram|infographic|statistics|stats|survey|poll|results|pie"
    r"|histogram|trend|data)\b", re.IGNORECASE,
)  # fmt: skip
_CHART_WORDS = re.compile(
    r"^(?:(?:please )?(?:create|make|design|draw)\s)?(?:an?\s)?"
    r"(?:(?:infographic|poster|slide|post)\s(?:with|of|showing)\s(?:an?\s)?)?(?:simple "
    r"|clean |colou?rful |modern |bold )*(?:bar |pie |line |column |donut )?"
    r"(?:charts?|graphs?|infographics?)(?:\s(?:infographic|poster|post|slide))?"
    r"(?:\s(?:showing|of|about|for|on|that shows|comparing|with))?(?=[\s:,])[\s:,]*",
    re.IGNORECASE,
)
_UNDER: set[Role] = {"kicker", "subtitle", "body", "item", "cta"}  # said by a card's own words
_TABLES = ("list", "lineup", "schedule", "steps", "chart")
_KIND = re.compile(
    r"(?:music |summer |winter )?(?:festival|concert|conference|tour|menu|schedule|programme?"
    r"|price list|line-?up|gala|fair|party|show|event|market|timetable)s?",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"\b(?:menu|price ?list|prices|pricing|rates|rate card|services|schedule|program(?:me)?|agenda"
    r"|classes|sessions|talks|workshops|timetable|itinerary|hours|timeline"
    r"|tour dates|lists?|ticket prices|standings|scores|rankings?|leaderboard"
    r"|preisliste|preise|speisekarte|menü|menú|carte|tarifs?|tarifas|precios|horarios?|horaires"
    r"|programm|programa|ablauf|listino|меню|прайс|расписание|قائمة)\b"
    r"|菜单|价目|メニュー|料金", re.IGNORECASE,
)  # fmt: skip
_WORDS = re.compile(
    r"(?:,\s|\b)(?:text[- ]only|only (?:text|words|type)|words[- ]only|just (?:the )?(?:text|words)"
    r"|typograph(?:y|ic)[- ](?:only|posters?|designs?|art|prints?)|typographic|type[- ]only"
    r"|lettering(?: only| posters?| art| prints?)"
    r"|(?:no|without(?: any)?) (?:images?|pictures?|photos?|illustrations?|graphics))\b",
    re.IGNORECASE,
)
# "Tickets are $8 for adults": half a sentence is no name of a row
_SENTENCE_NAME = re.compile(
    r"^(?:for|in advance|(?:at|on) the door)\s|\b(?:and|or|are|is|now|was|costs?|instead of|only)$",
    re.IGNORECASE,
)
_MOTTO = re.compile(r":\s*(?P<words>[^\s\"“”'‘][^\n:\"“”]{2,90}?)\.?\s*$")
_CARD = re.compile(r"\b(?:business|visiting|name|calling|loyalty|stamp|membership) cards?\b", re.I)
_TICKET = re.compile(
    r"\b(?:gift (?:certificates?|vouchers?|coupons?)|discount (?:vouchers?|coupons?)|coupons?"
    r"|vouchers?|(?:movie|event|concert|raffle|entry|admission|theat(?:er|re)|cinema|party"
    r"|train|bus|ferry|boat|flight|plane|museum|festival|circus|opera|ballet|zoo|exhibition|an?"
    r"|the) tickets?(?! (?:price|office|sales|link))|boarding (?:pass|card)s?|raffle tickets?"
    r"|tickets? (?=for|to)"
    r"|(?:drink|meal|food) tokens?|parking permits?)\b", re.IGNORECASE,
)  # fmt: skip
_HEADED = re.compile(
    r"\W*(?:(?!(?:with|for|of|and|that)\b)[\w'’-]+\s){0,6}?"
    r"(?:letter ?heads?|headed (?:note ?)?paper|invoices?)\b",
    re.IGNORECASE,
)
_EXPIRES = re.compile(
    r"\b(?:offer )?expir(?:es?|y|ing|ation)(?: date)?(?: is| on)?:?\s(?=\w)(?!in\s)", re.I
)
_ASKED_TICKET = re.compile(
    r"\b(?:buy|get|book|sell|selling|sale of|your|for) tickets?\b"
    r"|\bgive-?away\b|\bwin (?:\w+ ){1,4}tickets\b",
    re.I,
)
_HELD = re.compile(  # a quotation on the sheet of an event is one of its lines
    r"\bevent (?:cover|page|header)\b"
    r"|\b(?:takes place|admission|entry|doors open|tickets (?:are|cost))\b",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\d\s?%|\bpercent\b|(?<!-)(?<!turn )(?<!turning )(?<!switch )(?<!switching )\boff\b"
    r"|\bbuy one\b|\bbogo\b|half price",
    re.IGNORECASE,
)


def form_in(request: str, wanted: str = "", paged: bool = False) -> Formed:
    """The form of a request; `wanted` is the name of its size.

    In a set of pages (`paged`) what follows a colon one by one is a list, whatever it is called."""
    worded = _by_its_paper(request, wanted)
    if worded is not None:
        return worded
    award = award_in(request)
    if award is not None:
        return _certificate(award)
    if billed := days_in(request):
        return Formed("lineup", *billed)
    chains = tuple(chain for chain in chains_in(request) if _counts(chain, request))
    if chains:
        return _tabled(chains, request)
    return _spoken_of(request, wanted) or _named(request, paged) or _worded(request, wanted)


def _named(request: str, paged: bool) -> Formed | None:
    """Rows told by their names alone, and rows that are to be filled in."""
    named = named_in(request) or (listed_in(request) if paged else None)
    if named is not None:
        return Formed(named.kind, _named_texts(named), ((named.start, named.end),))
    opened = None if paged else open_rows(request)
    return Formed(*opened) if opened else None


def _worded(request: str, wanted: str) -> Formed:
    """A form without rows, by its words and what is quoted."""
    form = _plain(request, wanted)
    if form == "card":
        return Formed("card", *card_lines(request))
    if form == "ticket":
        return _ticket(request)
    if form == "words" and request.count(":") == 1 and (motto := _MOTTO.search(request)):
        title = Text(role="title", text=motto["words"])
        return Formed(form, (title,), (motto.span("words"),), (_WORDS, ""))
    said = said_in(request)
    said = None if said and not said.author and _HELD.search(request) else said
    return _quote(said) if said else Formed(form, plain=(_WORDS, "") if form == "words" else None)


def _by_its_paper(request: str, wanted: str) -> Formed | None:
    """Forms that are told by the thing that is asked for, whatever else the request holds."""
    if is_logo(request):
        return Formed("logo")
    if _HEADED.match(request):
        return Formed("letterhead")
    if tag := tag_lines(request):
        return Formed("picture", *tag)
    if is_tag(request):
        return Formed("picture", *particulars_in(request), (CONTAINER, ""))
    greeting = greeting_in(request) if wanted == "greeting-card" else None
    return Formed("greeting", *greeting) if greeting else None


def shaped(
    form: Form, lines: tuple[Text, ...], request: str, left: tuple[str, ...]
) -> tuple[Text, ...]:
    """The copy as the form wants it: what heads a logo, what a ticket is; what is left to fill in
    on a certificate stands where it is signed."""
    if form == "certificate":
        return attested(lines, left)
    if form == "card":
        return carded(lines, request)
    if form in ("logo", "letterhead"):
        return logo_lines(lines, request)
    if form == "picture" and is_tag(request):
        return housed(lines)
    return paper_lines(lines, request) if form == "ticket" else lines


def _named_first(lines: tuple[Text, ...]) -> tuple[Text, ...]:
    """ "Festival" by "Summer Sounds 2027": over rows the name is the title, the kind above it."""
    title = next((t for t in lines if t.role == "title"), None)
    brand = next((t for t in lines if t.role == "brand"), None)
    if title is None or brand is None or not _KIND.fullmatch(title.text):
        return lines
    kicked = any(t.role == "kicker" for t in lines)
    swapped = {
        title: () if kicked else (title.evolve(role="kicker"),),
        brand: (brand.evolve(role="title"),),
    }
    return tuple(made for line in lines for made in swapped.get(line, (line,)))


def _counts(chain: Chain, request: str) -> bool:
    """Whether the rows are a table; two prices or two times may be plain facts."""
    values = [m for m in chain.members if m.row.value]
    if any(_SENTENCE_NAME.search(m.row.name) for m in values):
        return False
    if chain.kind == "number" and _counts_up(values) and not _CHART.search(request):
        return False
    if chain.kind == "number":
        return len(values) >= _LEAST and bool(_CHART.search(request) or _LISTING.search(request))
    if chain.kind == "share" and not _CHART.search(request):
        return len(values) >= _LEAST
    if chain.kind == "price" and all(_is_plain(m) for m in values):
        return True
    called = bool(_LISTING.search(request)) or bool(chain.headings) or chain.kind == "hours"
    return len(values) >= (2 if called else _LEAST)


def _counts_up(values: list[Member]) -> bool:
    """ "Mash the bananas 2. Mix 3. Bake": the numbers of steps, which are nobody's values."""
    return [m.row.value for m in values] == [str(n) for n in range(2, len(values) + 2)]


def _is_plain(member: Member) -> bool:
    """ "10K $35": a short name and its price, in this order."""
    return not member.row.leads and len(member.row.name.split()) <= 3


def _tabled(chains: tuple[Chain, ...], request: str) -> Formed:
    main = max(chains, key=lambda chain: len(chain.members))
    texts: list[Text] = []
    sections = rows = 0
    several = len(chains) > 1 or any(chain.headings for chain in chains)
    for chain in chains:
        made, sections, rows = _chain_texts(chain, several, sections, rows)
        texts += made
    spans = tuple((chain.start, chain.end) for chain in chains)
    form = _form_of(main, request)
    if form == "chart":
        kind = _kind_of_chart(main, request)
        texts = [text.evolve(group=f"{kind}/{text.group.split('/')[-1]}") for text in texts]
        return Formed(form, tuple(texts), spans, (_CHART_WORDS, ""))
    return Formed(form, tuple(texts), spans)


def _form_of(main: Chain, request: str) -> Form:
    charted = main.kind in ("number", "share") or (main.kind == "price" and _is_series(main))
    if charted and _CHART.search(request):
        return "chart"
    return "schedule" if main.kind in ("time", "date", "hours") else "list"


def _kind_of_chart(chain: Chain, request: str) -> str:
    """Asked for by name, else a pie for the parts of a whole and columns for a series in time."""
    asked = re.search(r"\b(pie|donut|doughnut|line|trend|bar|column)\b", request, re.IGNORECASE)
    total = sum(
        float(m.row.value.rstrip("% ").replace(",", "."))
        for m in chain.members
        if chain.kind == "share"
    )
    if asked:
        word = asked[1].lower()
        word = "pie" if word in ("donut", "doughnut") else "line" if word == "trend" else word
        return "column" if word == "bar" and _is_series(chain) else word
    if 97 <= total <= 103 and len(chain.members) <= 6:
        return "pie"
    return "column" if _is_series(chain) else "bar"


def _is_series(chain: Chain) -> bool:
    months = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|\d{4})", re.I)
    return all(months.match(m.row.name) for m in chain.members)


def _chain_texts(
    chain: Chain, several: bool, sections: int, rows: int
) -> tuple[list[Text], int, int]:
    texts: list[Text] = []
    seen = -1
    for member in chain.members:
        if several and member.section != seen:
            sections, seen = sections + 1, member.section
            if member.section:
                heading = chain.headings[member.section - 1]
                texts.append(Text(role="kicker", text=heading, group=f"section-{sections}"))
        rows += 1
        group = f"section-{sections}/row-{rows}" if several else f"row-{rows}"
        texts += _row_texts(member, group)
    return texts, sections, rows


def _row_texts(member: Member, group: str) -> list[Text]:
    """The members of a row in the order they are set in: what leads first."""
    row = member.row
    made = [Text(role="item", text=_raised(row.name), group=group)]
    if row.note:
        made.append(Text(role="body", text=row.note, group=group))
    if not row.value:
        return made
    value = Text(role=_ROLES[row.kind], text=row.value, group=group)
    leads = row.kind in ("time", "date")
    return [value, *made] if leads else [*made, value]


def _raised(name: str) -> str:
    """A row begins with a capital unless it is a name with its own ("iPhone", "eBay")."""
    first = name.split()[0]
    return name if any(c.isupper() for c in first) else name[:1].upper() + name[1:]


def _named_texts(named: Named) -> tuple[Text, ...]:
    texts: list[Text] = []
    for number, (name, note) in enumerate(named.items, 1):
        group = f"row-{number}"
        top = number <= named.headliners
        label = str(number) if named.kind == "steps" else ""
        item = Text(role="item", text=_raised(name), label=label, group=group)
        texts.append(item.evolve(importance=5) if top else item)
        if note:
            texts.append(Text(role="body", text=note, group=group))
    return tuple(texts)


def _certificate(award: Award) -> Formed:
    return Formed("certificate", award.texts, award.spans)


def _ticket(request: str) -> Formed:
    """Seat, prizes and conditions; "expires" is read as "valid until"."""
    texts, spans = ticket_lines(request)
    terms, where = terms_in(request)
    pairs, places = particulars_in(request)
    seated = {text.label for text in texts}
    pairs = tuple(pair for pair in pairs if pair.label not in seated)
    found = ((*texts, *terms, *pairs), (*spans, *where, *places))
    return Formed("ticket", *found, (_EXPIRES, "valid until "))


def _spoken_of(request: str, wanted: str) -> Formed | None:
    """What others say of the thing, which leaves the rest as it is."""
    told = told_by_others(request)
    if told is None:
        return None
    quoted = Text(role="quote", text=f"“{told.words}”")
    author = Text(role="body", text=f"– {told.author}")
    return Formed(_plain(request, wanted), (quoted, author), ((told.start, told.end),))


def _quote(said: Said) -> Formed:
    texts = [Text(role="title", text=said.words)]
    if said.author:
        texts.append(Text(role="subtitle", text=f"— {said.author}"))
    return Formed("quote", tuple(texts), ((said.start, said.end),))


def _plain(request: str, wanted: str) -> Form:
    """The form of a request without rows: told by its words and the size they name."""
    if _CARD.search(request) or wanted == "business-card" or is_stamped(request):
        return "card"
    asked = _TICKET.search(without_prizes(request)) and not _ASKED_TICKET.search(request)
    if asked or wanted in (
        "ticket",
        "coupon",
    ):
        return "ticket"
    if _WORDS.search(request):
        return "words"
    return "offer" if _OFFER.search(request) else "picture"
