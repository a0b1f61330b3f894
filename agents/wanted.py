"""What a request wants printed and may not say, as nouns: whose it is, and what.

"Include the church address", "the company name and website should be included": the vocabulary is
closed, and what is only mentioned, what others do and what is refused is not wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.phrases import HOLE, sentence_case, word_set
from agents.vocabulary import BUSINESSES, PEOPLE
from design_io.document import Role


class Wanted(NamedTuple):
    """One thing that is to be printed: the id of its question, and its words as a placeholder."""

    key: str
    words: str
    role: Role
    prominent: bool = False


class _Kind(NamedTuple):
    key: str
    role: Role
    said: str  # the words that ask for it
    noun: str = ""  # what it is called on the sheet; empty: as it is said
    own: bool = True  # somebody's: "Your address", but "Date"


CONTACTS = "Phone · E-mail · Website"
_KINDS = (
    _Kind("brand", "brand", r"names?", "name"),
    _Kind("website", "contact", r"web\s?site(?: address| url| link|['’]s (?:address|url))?"
          r"|web address|web ?page|urls?|(?:web )?links?", "website"),
    _Kind("phone", "contact", r"contact (?:information|info|details|data)|contacts|contact"
          r"|(?=.*·)(?:[^·]+ · )*(?:phone|e-mail|website)(?: · [^·]+)*",
          CONTACTS, False),
    _Kind("phone", "contact", r"(?:tele)?phone(?: numbers?)?|contact numbers?|numbers? to call",
          "phone number"),
    _Kind("email", "contact", r"(?:contact )?e-?mail(?: address(?:es)?)?", "e-mail"),
    _Kind("social", "contact", r"(?:social(?: media)?|instagram|facebook|twitter|tiktok)"
          r" (?:handles?|accounts?|links?|profiles?)|handles?", "social media handle"),
    _Kind("address", "address", r"(?:street )?address(?:es)?", "address"),
    _Kind("address", "venue", r"locations?|venues?", "", False),
    _Kind("date", "date", r"dates?|deadlines?", "", False),
    _Kind("time", "time", r"(?:start(?:ing)? )?times?|(?:opening|business|working) hours", "",
          False),
    _Kind("price", "price", r"prices?", "", False),
    _Kind("code", "contact", r"(?:promo(?:tional|tion)?|discount|coupon|voucher|offer) codes?",
          "promo code", False),
    _Kind("logo", "logo", r"logos?", "logo"),
    _Kind("rows", "item", r"(?:first|second|third|fourth|fifth|sixth|seventh) (?:tip|step|rule"
          r"|habit|trick|hack|reason|mistake|fact)|dish", "", False),
    _Kind("testimonial", "quote", r"“your \w+’s words”", "", False),
)  # fmt: skip
_WHAT = "|".join(f"(?P<k{number}>{kind.said})" for number, kind in enumerate(_KINDS))
_HOUSE = "|".join(
    sorted(BUSINESSES | word_set("""brand team band event conference channel podcast parish
    organizer organiser organization organisation office winery dance course workshop
    program programme product"""), key=len, reverse=True)
)  # fmt: skip
_PERSON = "|".join(
    sorted(PEOPLE | word_set("""speaker host author performer owner founder recipient winner
    graduate student bride groom couple child employee customer client reviewer director
    president candidate guest presenter lecturer pastor professor comedian"""),
    key=len, reverse=True)
)  # fmt: skip
_AS_SAID = r"application|registration|submission|entry|ticket|clinic|web"
_WHO = (
    rf"(?:(?!(?:the|an?|your|our)\s)[a-z-]+\s){{0,2}}?(?!website)(?:{_HOUSE}|{_PERSON})|{_AS_SAID}"
)
_DETERMINER = r"(?:(?:all|both|also)\s)?(?:(?:the|an?|our|your|my|their|its|his|her|any)\s)?"
_DEGREE = (
    r"(?:(?:full|main|official|complete|exact|physical|current|relevant|necessary|important|correct"
    r"|detailed|specific)\s){0,2}"
)
_ITEM = re.compile(
    rf"(?P<det>{_DETERMINER}){_DEGREE}(?:(?P<who>{_WHO})(?:['’]s|s['’])?\s)?(?:{_WHAT})"
    rf"(?:\sof\s(?:the|our|your|my|each)\s(?P<of>{_WHO}))?",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(rf"\b(?:{_PERSON})$", re.IGNORECASE)
_HEADS = re.compile(r"\b(?:event|conference|course|workshop|program(?:me)?|product|dance)$", re.I)
_ELSEWHERE = re.compile(rf"{HOLE}|\bbio\b")  # "the address at ...", "a link in our bio"
# "the location near the beach" tells it, "the location in large letters" does not
_PLACED = re.compile(r"\b(?:locations?|venues?|times?|dates?)$", re.IGNORECASE)
_WHERE = re.compile(r"\s(?:in|on|at|near|next|inside|under|above)\b", re.IGNORECASE)
_ON_SHEET = re.compile(
    r"\b(?:top|bottom|corner|cent(?:er|re)|middle|footer|header|left|right|side|large|big|bold|small"
    r"|gold\w*|letters?|letter\w+|fonts?|text|type|title|headline|end|foot|it|there|design|poster"
    r"|fl[yi]er|card|banner|cover|post|ad|invitation|page|image|picture|colou?rs?)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s(?:in|on|at|as|below|above|under|near|next|so|for|to|where|prominently|clearly|visibly"
    r"|boldly|if|when|that|which|using|somewhere|here|too|please|easily|inside|into|with)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(
    r"\s*,\s*(?:(?:and|or|plus|as well as)\s)?|\s(?:and|as well as|plus|or|along with|together"
    r" with|&)\s(?:also\s)?(?:(?:include|including|mention|add|adding|display|show|provide|with)"
    r"\s)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:information|details|info)(?: (?:about|on|such as|like|including))?|both|space for|room"
    r" for|places? for|a line (?:for|with)|sure(?: that)?|that)\s",
    re.IGNORECASE,
)
_LIST = r"(?=\s(?P<list>[^.;:!?\n()]{3,160}))"
_FINITE = r"includes|provides|shows|features|contains|displays|mentions|lists|states|has"
_ACTIVE = re.compile(
    rf"\b(?P<verb>{_FINITE}|includ(?:e|ing)|provid(?:e|ing)|mention(?:ing)?|add(?:ing)?"
    r"|display(?:ing)?|show(?:ing)?|featur(?:e|ing)|contain(?:ing)?|list(?:ing)?|state|print|put"
    r"|place|give|write|forget(?: about)?|with|(?:space|room|place|area|spot) for"
    rf"|(?:should|must|needs? to|has to|ought to) (?:also )?have){_LIST}",
    re.IGNORECASE,
)
_MODAL = r"(?:should|must|needs? to|has to|have to|ought to|(?:is|are) to|is|are|can|will)"
_PASSIVE = re.compile(
    rf"(?:^|[.;:!?\n(]\s*|\s(?:and|but)\s)(?P<list>[^.;:!?\n()]{{3,120}}?)\s(?:{_MODAL})\s"
    r"(?:(?:also|all|both|clearly|prominently|easily|be|very|well)\s){0,3}"
    r"(?:included|visible|displayed|mentioned|shown|added|listed|stated|printed|featured|present"
    r"|prominent|clear|readable|legible|noticeable|highlighted|appear|stand out|big|large|bold"
    r"|easy to (?:read|see|find|spot)"
    r"|on (?:the|it))\b",
    re.IGNORECASE,
)
_GIVEN_BELOW = re.compile(
    r"\b(?:through|via|using|calling|on|at|to|visit|call)\s(?P<list>the\s[^.;:!?\n(),]{3,40}?)\s"
    r"(?:provided|below|given|listed|shown)\b",
    re.IGNORECASE,
)
_DESIRED = re.compile(
    r"\b(?:want|need|would like|['’]d like|like to see)\s(?P<list>[^.;:!?\n()]{3,80}?)\s"
    r"(?:on (?:it|there|the|our)|in there|included|visible|to be (?:on|shown|visible|included"
    r"|displayed|printed|prominent)|at the (?:top|bottom))\b",
    re.IGNORECASE,
)
_LEADING_WORDS = re.compile(
    r"^(?:(?:also|and|please|then|but|additionally|finally|make sure(?: that)?|be sure(?: that)?"
    r"|ensure(?: that)?|i want|we want|so that|of course)\W+)+",
    re.IGNORECASE,
)
_PROMINENT = re.compile(r"\b(?:prominent|big|large|bold|stand out|noticeable|highlighted)", re.I)
_REFUSED = re.compile(
    r"\b(?:do not|don['’]?t|never|not|avoid|no need to|without|shouldn['’]t|instead of)\s"
    r"(?:\w+\s)?$",
    re.IGNORECASE,
)
# what others do, or what goods come with: "ask guests to give their name", "the package includes"
_OTHERS = re.compile(
    r"\b(?:(?:customers?|people|visitors?|clients?|guests?|them|users?|viewers?|participants?"
    r"|followers?|readers?|audience|students|everyone|anyone|they|who|we|i)\s"
    r"(?:(?:to|can|could|should|must|will|may|also)\s){0,2}"
    r"|(?:packages?|bundles?|plans?|memberships?|courses?|tours?|services?|subscriptions?|deals?"
    r"|kits?|trips?|apps?|platforms?|software|prices?|clocks?|watch(?:es)?|calendars?)\s"
    r"(?:(?:that|which)\s)?)$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:names?|links?|contacts?|numbers?|times?|dates?|prices?|locations?|venues?"
                   r"|(?:tele)?phone|e-?mail|handles?)", re.IGNORECASE)  # fmt: skip


def wanted_in(masked: str) -> tuple[Wanted, ...]:
    """What is to be printed, the first of each key, in the order of the request.

    masked: the request, with holes where it gives a fact or quotes words.
    """
    found = [thing for each in sorted(_lists(masked)) for thing in _things(each)]
    first = {thing.key: thing for thing in reversed(found)}
    return tuple(thing for thing in found if first[thing.key] is thing)


def named(words: str) -> Wanted | None:
    """What a placeholder stands for; None for other words."""
    match = _ITEM.fullmatch(words)
    return _thing(match, match["who"] or "") if match else None


class _List(NamedTuple):
    """Words that list what is wanted, and where they stand."""

    at: int
    words: str
    loose: bool = False  # "with": may speak of anything else
    prominent: bool = False


def _lists(masked: str) -> Iterator[_List]:
    for match in _ACTIVE.finditer(masked):
        before, verb = masked[: match.start()], match["verb"].lower()
        if verb.startswith("forget") or not (_REFUSED.search(before) or _OTHERS.search(before)):
            yield _List(match.start(), match["list"], verb in ("with", "has"))
    for pattern in (_PASSIVE, _GIVEN_BELOW, _DESIRED):
        for match in pattern.finditer(masked):
            if not _REFUSED.search(masked[: match.start("list")]):
                words = _LEADING_WORDS.sub("", match["list"].strip())
                yield _List(match.start("list"), words, False, bool(_PROMINENT.search(match[0])))


def _things(said: _List) -> Iterator[Wanted]:
    """The things of a list; whose the first one is, the next ones are too: "shop name, address"."""
    found = [match for item in _BETWEEN.split(said.words) if (match := _item(item))]
    if said.loose and all(map(_is_bare, found)):
        return
    whose = ""
    for match in found:
        who = match["who"] or match["of"] or ""
        thing = _thing(match, who or ("" if match["det"] else whose))
        if thing:
            yield thing._replace(prominent=said.prominent)
        whose = who or whose


def _item(words: str) -> re.Match[str] | None:
    """A thing of a list with what stands around it; None for anything else."""
    words = _LEAD.sub("", words.strip(" ,\"'"))
    tail = _TAIL.search(words)
    match = _ITEM.fullmatch(words[: tail.start()] if tail else words)
    if match is None or tail is None:
        return match
    told = _WHERE.match(tail[0]) and _PLACED.search(match[0]) and not _ON_SHEET.search(tail[0])
    return None if told or _ELSEWHERE.search(tail[0]) else match


def _is_bare(match: re.Match[str]) -> bool:
    """ "with time", "with a name": nothing of the sheet."""
    what = match[0][len(match["det"]) :]
    return match["det"].strip() in ("", "a", "an") and bool(_BARE.fullmatch(what))


def _thing(match: re.Match[str], who: str) -> Wanted | None:
    """None for the name of an event or of goods, which heads the sheet anyway."""
    number, kind = next((n, kind) for n, kind in enumerate(_KINDS) if match[f"k{n}"])
    said = match[f"k{number}"].lower()
    if kind.key == "brand" and _HEADS.search(who):
        return None
    if kind.key == "brand" and _SOMEBODY.search(who):
        return Wanted("name", sentence_case(f"{who.lower()}’s name"), "subtitle")
    if kind.own:
        return Wanted(kind.key, sentence_case(f"{who.lower() or 'your'} {kind.noun}"), kind.role)
    own = "" if kind.noun else (match["who"] or match["of"] or "").lower()
    return Wanted(kind.key, sentence_case(kind.noun or f"{own} {said}".strip()), kind.role)
