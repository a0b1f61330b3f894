"""Bare headlines of events, wishes, posts to fill and reviews, said as a poster says them."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.cores import phrase_of
from agents.lone import is_lone_trade
from agents.phrases import (
    HOLE,
    as_said,
    is_name,
    mostly_in,
    shortened,
    title_case,
    word_set,
    words_of,
)
from agents.sheet import MOST_WORDS, Sheet
from agents.thanks import thanked_for
from agents.vocabulary import OCCASIONS, is_business, is_empty, is_event, occasion_in

_FEASTS = frozenset(
    name for name, (_, greeting) in OCCASIONS.items() if greeting.startswith(("Happy", "Merry"))
) - {"Wedding", "Birthday", "Anniversary", "Graduation", "Retirement"}
_CELEBRATION = re.compile(r"(?P<day>.+) Celebration$")
_EVENT = re.compile(r"(?P<what>.+?) Event(?P<of>(?: (?:on|about|for|of) .+)?)$")
_MEALS = word_set("Lunch Brunch Dinner Breakfast Supper Tea Coffee")
_JOIN_FOR = re.compile(
    r"\bjoin(?:ing)?(?: us| in)? (?:for|in) (?P<what>an? [^.,;:!?" + HOLE + r"]+)", re.IGNORECASE
)


def celebrated(sheet: Sheet) -> list[Text]:
    """ "Diwali Celebration" is "Celebrate Diwali with Us"."""
    if sheet.title.text.startswith("Celebration of "):
        return sheet.headed(f"Celebrating {sheet.title.text.removeprefix('Celebration of ')}")
    found = _CELEBRATION.match(sheet.title.text)
    if found is None or occasion_in(found["day"]) not in _FEASTS:
        return []
    return sheet.headed(f"Celebrate {found['day']} with Us")


def event_named(sheet: Sheet) -> list[Text]:
    """ "Lunch Event": what its guests are asked to, else what it is without "event"."""
    found = _EVENT.match(sheet.title.text)
    if found is None:
        return []
    what, asked = found["what"], _JOIN_FOR.search(sheet.masked)
    if asked and what.split()[-1].lower() in asked["what"].lower().split():
        return sheet.headed(title_case(_whole(asked["what"])))
    below = sheet.first("subtitle")
    if is_lone_trade(what.lower()):
        held = is_event(below) and len(words_of(below)) > 2
        return sheet.headed(title_case(below), sheet.title.text, below) if held else []
    if what.endswith(("Clean-Up", "Cleanup", "Drop-In", "Get-Together")):
        return sheet.headed(f"Join Us for {_article(what)} {what}", suggested=True)
    if not is_event(what):
        of_theirs = re.search(rf"celebrat\w+ (?:an?|your|their) {what}", sheet.masked, re.I)
        return sheet.headed(f"Celebrate Your {what}") if of_theirs else []
    if len(words_of(what)) > 1:
        return sheet.headed(f"{what}{found['of']}")
    article = "" if what in _MEALS else _article(what) + " "
    return sheet.headed(f"Join Us for {article}{what}", suggested=True)


def _whole(asked: str) -> str:
    """ "a leisurely lunch with friends" with what hangs on it, when that is short enough."""
    article, _, text = re.split(r"\s(?:on|at|that|where|to)\s", asked)[0].partition(" ")
    return f"{article} {shortened(text, MOST_WORDS - 1)}"


_INVITED = re.compile(r"\binvitations?\b|\binvite", re.IGNORECASE)


_OF_ONE = re.compile(
    r"(?:birthday|(?:baby|bridal) shower|(?:birthday|retirement|graduation) party"
    r"|christening|baptism|sweet sixteen)$",
    re.IGNORECASE,
)


def invited(sheet: Sheet) -> list[Text]:
    """An invitation says so to its reader: "You're invited" over the party."""
    title, whom = sheet.title.text, sheet.first("subtitle").removeprefix("For ")
    texts = [
        t.evolve(text="You’re invited") if (t.role, t.text) == ("kicker", "Invitation") else t
        for t in sheet.texts
    ]
    sheet, asked = sheet._replace(texts=texts), texts != sheet.texts
    if title == "Birthday" and re.search(r"\binvit\w+ for an? ", sheet.masked):
        return sheet.headed("Birthday Party")
    if (
        _OF_ONE.search(title)
        and whom not in title
        and is_name(whom)
        and not re.search(r"\d", whom)
        and 0 < len(words_of(whom)) <= 4
    ):
        named = f"{whom}{'’' if whom.endswith('s') else '’s'} {title}"
        if made := sheet.headed(named, drop=f"For {whom}"):
            return made
    if asked:
        return texts
    bare = is_event(title) and len(words_of(title)) == 2 and not sheet.has("kicker", "brand")
    if not bare or not re.search(rf"invitation (?:to|for) an? {title}", sheet.masked, re.I):
        return []
    return sheet.headed(f"You’re Invited to {_article(title)} {title}")


def _article(words: str) -> str:
    return "an" if words[:1].lower() in "aeiou" else "a"


_OPEN_POST = re.compile(
    r"(?:recruit(?:ing|ment)|job(?: posting)?|job (?:vacancy|opening|offer|posting)|vacancy|hiring"
    r"|we(?: a|[’'])re hiring)$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:looking|searching|in search) (?:for|of) (?:an? |new )*(?P<role>(?!people|some|candid)"
    r"[a-z][^.,;:" + HOLE + r"]{2,30})",
    re.IGNORECASE,
)


def hired(sheet: Sheet) -> list[Text]:
    """Over a post that is open stands "We're hiring" and no label such as "Vacancy"."""
    kicker, title = sheet.first("kicker"), sheet.title.text
    turned = bool(_OPEN_POST.match(title))
    post = kicker if turned else title
    if not post or not (turned or _OPEN_POST.match(kicker)) or post.endswith("Wanted"):
        return []
    sought = _SOUGHT.search(sheet.masked)
    role = phrase_of(sought["role"]).core if sought else ""
    bare = sheet.without_kicker()
    bare = bare._replace(texts=[t for t in bare.texts if t.text.lower() != f"for {role}"])
    if role:
        return bare.headed(title_case(f"{role} wanted"), post)
    if re.search(r"\b(?:volunteer|donor|actor|host famil)", post, re.IGNORECASE):
        return bare.headed(title_case(f"{post} wanted"))
    if is_business(post.lower()):
        return bare.headed("We’re Hiring", post, suggested=True)
    above = Text(role="kicker", text="We’re hiring", provenance="suggested")
    return [above, *bare.headed(title_case(post))]


_REVIEW = re.compile(r"(?:[\w’']+ )?(?:review|testimonial|feedback)s?$", re.IGNORECASE)
_CLIENTS = re.compile(r"\btestimonials?\b|\b(?:client|customer)[’']?s? reviews?\b", re.I)
_STARS = re.compile(r"\b(five|four|5|4)[- ]star\b", re.IGNORECASE)
_PRAISED = re.compile(
    r"\b(?:particularly|especially|highlighting|praising|emphasi[sz]ing"
    r"|that (?:highlights|praises)) (?:its|their|the|his|her) (?P<what>[^.,;:" + HOLE + r"]+)",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    r"experience (?:of|at|with|in) (?:an?|the) (?P<what>[^.,;:]+)", re.IGNORECASE
)


def reviewed(sheet: Sheet) -> list[Text]:
    """A review is headed by what it praises: "Exceptional Service"."""
    title = sheet.title.text
    if _CLIENTS.search(sheet.masked) and (sheet.is_trade or _REVIEW.match(title)):
        stars = _STARS.search(sheet.masked)
        said = f"{stars[1].capitalize()}-Star Review" if stars else ""
        if said or not _PRAISED.search(sheet.masked):
            trade = title if sheet.is_trade else ""
            return sheet.headed(said or "What Our Customers Say", trade, suggested=not said)
    praised = _PRAISED.search(sheet.masked) if _REVIEW.match(title) else None
    core = phrase_of(praised["what"]).core if praised else ""
    if len(words_of(core)) < 2 or is_empty(core):
        return []
    house = _REVIEWED.search(sheet.masked)
    trade = phrase_of(house["what"]).core if house else ""
    return sheet.headed(title_case(core), trade if is_lone_trade(trade) else title)


_SORRY = re.compile(
    r"\b(?:that|to|which|and) apologi[sz]es? for (?P<what>[^.;:!?]+)", re.IGNORECASE
)
_HOLIDAYS = re.compile(
    r"(?:happy |warm |best )?(?:holiday|season[’']?s)(?: wishes| greetings?)?$"
    r"|(?:warm|best) wishes$",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"\b(?:upcoming|coming|new) year\b|\byear ahead\b", re.IGNORECASE)
_SOLEMN = re.compile(r"memorial|remembrance|veteran|holocaust|victim|aids|cancer", re.IGNORECASE)
_DAY = re.compile(
    r"(?:International|National) .+ Day$|World (?:Book|Coffee|Music|Chocolate|Art|Photography) Day$"
    r"|(?:Teacher|Nurse|Children|Friendship|Boss|Grandparent|Doctor|Sibling|Engineer)\S* Day$"
)


def wished(sheet: Sheet) -> list[Text]:
    """A day or a card that only names its occasion greets: "Happy Thanksgiving"."""
    title = sheet.title.text
    sorry = _SORRY.search(sheet.masked)
    if sorry and mostly_in(title, sorry["what"]):
        return sheet.headed("We’re Sorry", suggested=True)
    carded = re.search(r"\bcard\b|wish|greeting", sheet.masked, re.IGNORECASE)
    if title == "Apology":
        return sheet.headed("I’m Sorry", suggested=True)
    greeted = re.match(r"(?P<day>.+) (?:Greetings?|Wishes)$", title)
    if greeted and (line := OCCASIONS.get(occasion_in(greeted["day"]), ("", ""))[1]):
        return sheet.headed(line, suggested=True)
    if carded and _HOLIDAYS.match(title) and "Christmas" not in title:
        merry = "Christmas" in sheet.masked  # which the picture shows, and not the new year
        more = " and a Happy New Year" if _NEXT_YEAR.search(sheet.masked) and not merry else ""
        return sheet.headed(f"Happy Holidays{more}", suggested=True)
    greeting = OCCASIONS.get(occasion_in(title), ("", ""))[1]
    told = greeting and re.search(rf"wish\w*\b[^.]*{greeting}", sheet.masked, re.IGNORECASE)
    held = sheet.has("venue", "time", "item", "price")
    if title == occasion_in(title) and title in _FEASTS and not held:
        return sheet.headed(greeting, suggested=not told)
    lone = _DAY.match(title) and len(sheet.texts) == 1
    if lone and not _SOLEMN.search(title) and not mostly_in("Happy", title):
        return sheet.headed(f"Happy {title}", suggested=True)
    return []


_VOUCHER = re.compile(r"certificate|voucher|coupon|gift card", re.IGNORECASE)


def bought(sheet: Sheet) -> list[Text]:
    """A voucher for "School Food" that buys healthy meals is headed by the meals."""
    title, below = sheet.title.text, sheet.first("subtitle")
    bare = len(words_of(title)) <= 2 and not (sheet.is_named or sheet.is_trade or is_event(title))
    phrase = len(words_of(below)) > 2 and not re.match(
        r"(?:for|by|with|from|at|in|on)\b", below, re.I
    )
    bare = bare and phrase and not occasion_in(title) and "ertificate" not in title
    if not bare or not _VOUCHER.search(sheet.opening.format):
        return []
    first = below[:1].lower() + below[1:]
    made = sheet.headed(title_case(first), drop=below)
    under = Text(role="subtitle", text=as_said(title, sheet.masked), provenance="inferred")
    return [*made, under] if made else []


_MOVES = re.compile(
    rf"\bthat the (?P<who>[a-z]+(?: [a-z]+){{0,2}}) (?:is )?mov(?:es|ing) to {HOLE}"
)
_NEWS = re.compile(
    r"\bthat (?:the |our |my )?(?P<who>[a-z]+(?: [a-z]+)?) (?:is|are|will be) (?:now )?"
    r"(?P<news>(?:available|closed|closing|open|moving|reopening|relocating|under)\b[^.,;:"
    + HOLE
    + r"]*)",
    re.IGNORECASE,
)


def told(sheet: Sheet) -> list[Text]:
    """ "that the store is closed for holidays" is the news: "Store Closed for Holidays"."""
    moved = _MOVES.search(sheet.masked)
    day = next((t for t in sheet.texts if t.role == "date"), None)
    if moved and day and mostly_in(sheet.title.text, moved["who"]):
        rest = [t for t in sheet.texts if t is not day]
        title = f"{title_case(moved['who'])} Moves to {day.text}"
        return sheet._replace(texts=rest).headed(title, suggested=False)
    found = _NEWS.search(sheet.masked)
    news = phrase_of(found["news"]).core.removesuffix(" until") if found else ""
    if not found or not news or not 2 < len(words_of(f"{found['who']} {news}x x")) < 9:
        return []
    known = mostly_in(sheet.title.text, f"{found['who']} is will be {found['news']}", 0.9)
    if not known and sheet.title.text not in ("Notice", "Announcement", "Sign"):
        return []
    drop = next((t.text for t in sheet.texts if t.role == "subtitle" and "closed" in t.text), "")
    return sheet.without_kicker().headed(title_case(f"{found['who']} {news}"), drop=drop)


_OPENS = re.compile(
    rf"\b(?:that|which) (?:is |are )?now (?:opens?|open) (?P<when>(?:on|until|at|from) )?{HOLE}"
)


def opened(sheet: Sheet) -> list[Text]:
    """ "a bakery that now opens on Sundays": "Now Open on Sundays"."""
    found = _OPENS.search(sheet.masked)
    fact = next((t for t in sheet.texts if t.role in ("date", "time")), None)
    if not found or not fact or not sheet.is_trade:
        return []
    rest = [t for t in sheet.texts if t is not fact]
    when = f"{found['when'] or ''}{fact.text}"
    made = f"Now Open {when[:1].lower()}{when[1:]}"
    return sheet._replace(texts=rest).headed(made, sheet.title.text)


def without_place(sheet: Sheet) -> list[Text]:
    """ "Movie Night at the Park" over the park as the venue is the "Movie Night"."""
    title, venue = sheet.title.text, sheet.first("venue")
    front = title[: -len(f" at {venue}")]
    at_venue = venue and title.lower().endswith(f" at {venue.lower()}")
    return sheet.headed(front) if at_venue and front else []


_THANKS = re.compile(r"\bthank|gratitude|appreciation", re.IGNORECASE)


def thanked(sheet: Sheet) -> list[Text]:
    """Thanks say for what: "Thank You for Your Order", above it the trade that thanks."""
    title, what = sheet.title.text, thanked_for(sheet.masked)
    if not what or not _THANKS.search(sheet.masked):
        return []
    bare = title in ("Thank You", "Gratitude") or title.lower() == what
    if not bare and not (sheet.is_trade and is_business(title)):
        return []
    rest = [t for t in sheet.texts if what not in t.text.lower() or t is sheet.title]
    rest = [t for t in rest if not t.text.startswith("From a ")]
    trade = title if sheet.is_trade else ""
    return sheet._replace(texts=rest).headed(f"Thank You for Your {what.capitalize()}", trade)
