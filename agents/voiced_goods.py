"""Bare headlines of goods, services and causes, said as a poster says them to its reader."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.cores import phrase_of
from agents.imperatives import bidden, ours, stressed_deed
from agents.lone import PRAISED_GOODS, is_lone_trade
from agents.phrases import (
    HOLE,
    found_with,
    is_name,
    mostly_in,
    shortened,
    tidy,
    title_case,
    word_set,
    words_of,
)
from agents.sheet import MOST_WORDS, Sheet
from agents.urged import to_the_reader
from agents.vocabulary import (
    head_of,
    is_business,
    is_direction,
    is_empty,
    is_event,
    is_sale,
    occasion_in,
)

_PROMISE = re.compile(
    r"\b(?:show|say|convey|emphasi[sz]|highlight|stress|tell|mention|communicat)(?:s|es|e|ing)?"
    r" that (?:it|they|we|the \w+)(?:['’]s|['’]re| is| are) (?P<what>(?:the|a) (?:best|perfect"
    r"|ideal|right|only|go-to|great) (?:place|spot|way|time|choice|gift|destination|bar|partner)"
    r" (?:to|for) [^.,;:!?" + HOLE + r"]+)",
    re.IGNORECASE,
)


def promised(sheet: Sheet) -> list[Text]:
    """ "Show that it's the best place to watch the game": what the house says of itself."""
    found = _PROMISE.search(sheet.masked)
    title = sheet.title.text
    named = is_name(title) and not (is_sale(title) or sheet.is_trade)
    held = is_event(title) and not is_sale(title)
    if found is None or held or (named and sheet.is_named):
        return []
    article, _, what = to_the_reader(found["what"]).partition(" ")
    said = title_case(shortened(what, MOST_WORDS))
    short = len(words_of(said)) < MOST_WORDS
    return sheet.headed(f"{article.capitalize()} {said}" if short else said, title)


_FOR_DAY = re.compile(r"for (?P<day>[A-Z].+)$", re.IGNORECASE)
_ON_GOODS = re.compile(r"(?:on|for|of) (?P<what>(?P<one>an? )?.+)$", re.IGNORECASE)
_OFFERS_BELOW = re.compile(
    r"(?:For )?(?:special )?(?P<kind>[A-Z].* (?:offer|deal)s?) on (?P<what>.+)$"
)
_OFFER_ON = re.compile(r"(?P<kind>(?:\w+ )?(?:Offer|Deal|Promotion|Discount)s?) on (?P<what>.+)$")
_READERS = re.compile(r"(?:kids|children|women|men|students|seniors|famil\w+|teens|members)", re.I)
_LATE = re.compile(r"\s(?:automobile|vehicle|car)$", re.IGNORECASE)
_SELLS_ONE = re.compile(r"\bsale\b[^.]{0,24}\b(?:for|of) (?:an?|my|our|this) ", re.IGNORECASE)
_OFFER = re.compile(r"\b(?:offer|deal|promotion)$", re.IGNORECASE)


def sold(sheet: Sheet) -> list[Text]:
    """A bare sale with its day, its goods or the one thing that is sold."""
    title, below = sheet.title.text, sheet.first("subtitle")
    if sheet.first("kicker") == "Sale" and _SELLS_ONE.search(sheet.masked):
        return sheet.without_kicker().headed(f"{title} for Sale")
    if under := _OFFERS_BELOW.match(below):
        return sheet.headed(_headline(under["what"]), under["kind"], below)
    if hung := _OFFER_ON.match(title):
        return sheet.headed(_headline(hung["what"]), hung["kind"])
    if not is_sale(title):
        return []
    day = _FOR_DAY.match(below)
    if day and occasion_in(day["day"]) and not occasion_in(title):
        return sheet.headed(f"{day['day']} {title}", drop=below)
    if title.endswith(" Sale") and _SELLS_ONE.search(sheet.masked) and sheet.has("price"):
        thing = _LATE.sub("", below) if len(words_of(below)) > 2 else below
        fit = below and not re.match(r"(?:for|on|in|at|with)\b", below, re.IGNORECASE)
        return sheet.headed(f"{_headline(thing)} for Sale", drop=below) if fit else []
    return _for_feast(sheet) or _of_goods(sheet)


def _for_feast(sheet: Sheet) -> list[Text]:
    """ "Christmas Offer" on a chocolate drink: "A Chocolate Drink for Christmas"."""
    title, below = sheet.title.text, sheet.first("subtitle")
    named = rf"\b(?:on|for|of) (?:an? )?{re.escape(below)}\b"
    spelled = found_with(below, named, sheet.masked) if below else None
    goods, feast = _ON_GOODS.match(spelled[0] if spelled else below), occasion_in(title)
    if not goods or not _OFFER.search(title) or _READERS.fullmatch(goods["what"]):
        return []
    what = title_case(phrase_of(goods["what"]).core)
    if not feast:
        return sheet.headed(what, title, below)
    if feast == "New Year" and goods["one"]:
        return sheet.headed(f"New Year, New {what}", title, below)
    day = title.split(" Special")[0].removesuffix(title.split()[-1]).strip()
    special = re.search(r"\bspecial\b", sheet.masked, re.IGNORECASE)
    kind = f"special {title.split()[-1]}" if special else ""
    return sheet.headed(title_case(f"{goods['one'] or ''}{what} for {day}"), kind, below)


def _headline(line: str) -> str:
    """A line in sentence case in headline capitals."""
    return title_case(line if line.split()[0].isupper() else line[:1].lower() + line[1:])


_PLURAL = re.compile(r"(?P<what>(?:[A-Z]\w+ ){0,2}[A-Z]\w+(?<!ie)(?<!s)(?<!ic))s Sale$")
_ALWAYS_PLURAL = re.compile(
    r"clothes|glasses|sunglasses|jeans|pants|shorts|goods|sports|christmas|days|this|books and"
    r"|dress|headphones",
    re.IGNORECASE,
)


def _of_goods(sheet: Sheet) -> list[Text]:
    """ "Weekend Sale" of "skincare products" is the "Weekend Skincare Sale"."""
    title = sheet.title.text
    front, _, last = title.partition(" ")
    topic = phrase_of(next(iter(sheet.opening.of("topic")), "")).core
    goods = re.fullmatch(r"(?P<what>[a-z-]+(?: [a-z-]+)?) (?:products|items|goods|supplies)", topic)
    if last == "Sale" and goods and not mostly_in(goods["what"], title):
        return sheet.headed(f"{front} {title_case(goods['what'])} Sale")
    several = re.fullmatch(r"(?:[a-z-]+ )?[a-z-]+s", topic)
    if several and title.endswith(" Sale") and not sheet.has("subtitle", "kicker", "brand"):
        sold = not (is_business(topic) or is_event(topic) or is_direction(topic) or is_lone_trade(
            topic)) and not mostly_in(topic, title)  # fmt: skip
        return sheet.headed(f"{title} on {title_case(topic)}") if sold else []
    plural = _PLURAL.match(title)
    if plural and not _ALWAYS_PLURAL.search(title) and not sheet.is_named:
        return sheet.headed(f"{plural['what']} Sale")
    return []


_BUY = re.compile(r"Buy (?:\d+|one|two|three)$", re.IGNORECASE)
_GUIDE = re.compile(
    r"\b(?:on|about|with|of|for|share|sharing|giv(?:e|ing)) (?P<what>(?:the )?(?:top )?\d+"
    r" (?:[a-z-]+ )?(?:tips|steps|ways|reasons|things|rules|ideas|mistakes|habits|facts|tricks)"
    r" (?:to|for|of|about|on|that|you|in"
    r"|when|before|every|with|without|why|from) [^.,;:!?" + HOLE + r"]+)",
    re.IGNORECASE,
)


def guided(sheet: Sheet) -> list[Text]:
    """ "a video on 10 tips for saving money" is headed by the tips, counted."""
    found = _GUIDE.search(sheet.masked)
    line = tidy(found["what"]) if found else ""
    if not line or sheet.is_named and is_name(sheet.title.text):
        return []
    below = sheet.first("subtitle")
    return sheet.headed(title_case(line), drop=below if mostly_in(below, line) else "")


_TOLD = re.compile(
    r"(?:podcast |video |new |radio )?(?:episode|video|post|article)$", re.IGNORECASE
)


def spoken_of(sheet: Sheet) -> list[Text]:
    """ "Podcast Episode" about startups is headed "Startups"; an offer in two halves is whole."""
    title, offer = sheet.title.text, sheet.first("offer")
    if _BUY.match(title) and offer.startswith("Get "):
        return sheet.headed(f"{title}, {title_case(offer)}", drop=offer)
    about = phrase_of(next(iter(sheet.opening.of("about")), "")).core
    if not about or not _TOLD.match(title) or is_direction(about) or is_empty(about):
        return []
    return sheet.headed(title_case(shortened(about, MOST_WORDS)), title)


_OF_HOUSE = re.compile(
    r"(?!.*\b(?:signs?|ways|tips|reasons|secrets|types|kinds|habits|traits|rules|mistakes|steps|life"
    r"|story|stories|role|work|job|diary)\b)(?P<what>.+?) (?:of|for|at|in) an? (?P<house>.+)$",
    re.IGNORECASE,
)


def of_house(sheet: Sheet) -> list[Text]:
    """ "New Opening Hours of a Library": the house stands above."""
    found = _OF_HOUSE.match(sheet.title.text)
    if found is None or not is_lone_trade(found["house"].lower()) or sheet.is_named:
        return []
    return sheet.headed(found["what"], found["house"])


_INVITING = word_set(
    """upgrade explore discover treat transform refresh celebrate start plan protect save
    experience escape enjoy taste try learn give help support share make find bring build create
    embrace relax unwind join adopt reduce recycle stop choose live eat drink move plant go use
    talk pamper take turn donate dress love care
    get stay slow speak switch drive walk cycle listen respect preserve keep read play dance
    invest"""
)
_MORE_URGED = re.compile(
    r"\b(?:encourag|invit|urg|inspir|motivat|remind|ask)(?:es|e|ing)?\s(?:[\w'’-]+\s){1,4}?"
    r"(?:to\s)(?P<first>[a-z][^.;:!?" + HOLE + r"]+)",
    re.IGNORECASE,
)
_TURN = re.compile(r",?\s(?:and|with|by|so|that|when|while|during|as|from|through)\s|,\s")
_MEANS = re.compile(
    r"\b(?:visit|book|order|shop|buy|click|swipe|call|contact|website|store|shop|link|offer"
    r"|invitation|ticket|event|page|channel|post|more|reviews?|experiences?)s?\b",
    re.IGNORECASE,
)
_PHRASAL = {"go": ("green", "solar", "outside", "electric")}


def urges_in(masked: str) -> list[str]:
    """What the readers are asked to do, clause by clause, as it is said to them."""
    return [
        to_the_reader(clause.strip())
        for found in _MORE_URGED.finditer(masked)
        for clause in _TURN.split(found["first"])
        if _is_order(clause.strip())
    ]


def _is_order(clause: str) -> bool:
    verb, _, what = clause.partition(" ")
    if verb.lower() not in _INVITING or what in ("", "it", "them") or _MEANS.search(what):
        return False
    if verb in _PHRASAL:
        return what in _PHRASAL[verb]
    theirs = re.sub(r"\b(?:their|your|style|looks?|feelings?|themselves|yourself)\b", "", what)
    plain = not theirs.strip() or (not is_direction(theirs) and not is_empty(theirs))
    return plain and len(what.split()) < 7


_CAUSE = re.compile(r"\bawareness\b|\bday\b", re.IGNORECASE)
_STAYS = re.compile(
    r"\b(?:sale|offer|giveaway|party|concert|course|courses|class|classes|workshop|menu|trips?"
    r"|tips|wanted|tour|tours)\b|\d",
    re.IGNORECASE,
)


def urged_to(sheet: Sheet) -> list[Text]:
    """ "Exclusive Watches" for people who are to "upgrade their style": "Upgrade Your Style"."""
    title = sheet.title.text
    long = len(words_of(title)) > 4 and not re.search(r"\bawareness\b", sheet.masked, re.I)
    day = _CAUSE.search(title)
    drive = is_event(title) and not day and head_of(title) not in ("drive", "campaign", "event")
    if long or drive or _STAYS.search(title) or sheet.has("kicker", "venue"):
        return []
    if is_name(title) and sheet.is_named and not occasion_in(title) and not day:
        return []
    for order in (*urges_in(sheet.masked), _urged_below(sheet)):
        line = shortened(ours(order), MOST_WORDS - 1)
        if len(words_of(line)) > 1 and not mostly_in(line, title):
            drop = next((t.text for t in sheet.texts if t.role == "subtitle" and mostly_in(
                t.text, order)), "")  # fmt: skip
            return sheet.headed(title_case(line), title, drop)
    return []


def _urged_below(sheet: Sheet) -> str:
    """The line below the title when it is what the readers are asked to do: "Speak up"."""
    below = sheet.first("subtitle")
    said = f"to {below.lower()}" in to_the_reader(sheet.masked.lower())
    means = _MEANS.match(below)  # "Book an appointment" says nothing of what for
    return below.lower() if " " in below and said and not means else ""


_OFFERS = re.compile(
    r"\b(?:their|its|the) (?:offers?|range|selection|collection|services?|treatments?|variety"
    r"|deals?) (?:for|of|on|in|including) (?P<what>[^.,;:\d%$" + HOLE + r"]+)",
    re.IGNORECASE,
)
_VARIETY = re.compile(
    r"\b(?:showcas|highlight|featur|show|display|present)(?:e|es|ing|s)? (?:the |an? )?(?:wide "
    r"|rich |great |large )?(?:variety|range|selection|collection|array) of (?P<what>[^.,;:"
    + HOLE + r"]+)",
    re.IGNORECASE,
)  # fmt: skip
_GOOD_OFFER = re.compile(
    r"\bwith (?:an?|their) (?:special |new )?(?P<what>[a-z][a-z -]+?) (?:offer|special|deal)\b"
)
_TEACHES = re.compile(
    r"\bteach(?:es|ing) (?!(?:kids|children|adults|people|students|how|you)\b)"
    r"(?P<what>[^.,;:" + HOLE + r"]+?)(?=\s(?:to|for) (?:all )?(?:kids|children|adults|people"
    r"|beginners|students|everyone|teens|teenagers|seniors|professionals)\b|[.,;:" + HOLE + r"]|$)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s(?:services|treatments|available|in the store)\b.*$", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:subscription|service|program|membership|promotion|products)$", re.I)


def offered(sheet: Sheet) -> list[Text]:
    """A trade or label gives way to what is on offer there: "Massage and Skin Care"."""
    title = sheet.title.text
    if sheet.has("kicker", "brand") or not _is_bare(title, sheet):
        return []
    if taught := _TEACHES.search(sheet.masked):
        return sheet.headed(f"Learn {title_case(phrase_of(taught['what']).core)}", title)
    for pattern in (_OFFERS, _VARIETY, _GOOD_OFFER):
        found = pattern.search(sheet.masked)
        core = _TAIL.sub("", phrase_of(_TAIL.sub("", found["what"])).core) if found else ""
        if len(words_of(core)) > 1 and not is_empty(core) and not is_direction(core):
            return sheet.headed(title_case(shortened(core, MOST_WORDS)), title)
    below = sheet.first("subtitle")
    shown = head_of(title.lower()) == "products" or PRAISED_GOODS.match(below)
    if shown and below and not re.match(r"(?:for|with|by|at|in|on)\b", below, re.IGNORECASE):
        return sheet.headed(_headline(below), title, below)
    return []


def _is_bare(title: str, sheet: Sheet) -> bool:
    market = title.lower().endswith("market") and not sheet.has("date", "time", "venue")
    return bool(sheet.is_trade or _LABEL.search(title) or market)


_VOUCHER = re.compile(
    r"(?:(?:gift|membership|loyalty) (?:certificate|voucher|card)|menu|price list)$", re.IGNORECASE
)


def certified(sheet: Sheet) -> list[Text]:
    """A voucher of a house without a name is headed by what it is; the trade stands above."""
    kind, title = sheet.first("kicker"), sheet.title.text
    dated = kind == "Save the date" and " " not in title and not sheet.is_named
    if not dated and (not _VOUCHER.match(kind) or not sheet.is_trade or sheet.has("brand")):
        return []
    return sheet.without_kicker().headed(title_case(kind), title)


_SKILLS = re.compile(
    r"(?P<what>(?:\w+ ){1,3}Skills) (?P<deed>Upgrade|Improvement|Development|Training|Building)\b"
    r"(?P<kind>(?: \w+){0,2})$"
)
_DEEDS = {"Upgrade": "Upgrade", "Improvement": "Improve"}


def skilled(sheet: Sheet) -> list[Text]:
    """ "Marketing Skills Upgrade Training Program" is "Upgrade Your Marketing Skills"."""
    found = _SKILLS.match(sheet.title.text)
    if found is None:
        return []
    kind = found["kind"].strip().lower()
    deed = _DEEDS.get(found["deed"], "Build")
    kicker = kind if deed != "Build" else f"{found['deed']} {kind}".strip().lower()
    return sheet.headed(f"{deed} Your {found['what']}", kicker)


_LEARN = re.compile(
    r"\b(?:wish|want|would like|eager|encourage\w* \w+)(?:s|ing)? to learn (?:about )?"
    r"(?P<what>[^.,;:!?" + HOLE + r"]+)",
    re.IGNORECASE,
)
_LESSONS = re.compile(r"(?:Courses?|Class(?:es)?|Lessons?|Workshops?|Camp)$")


def learned(sheet: Sheet) -> list[Text]:
    """ "Photography Courses" for those who wish to learn about film: "Learn Film Photography"."""
    title = sheet.title.text
    found = _LEARN.search(sheet.masked) if _LESSONS.search(title) and not sheet.is_named else None
    core = phrase_of(found["what"]).core if found else ""
    if len(words_of(core)) < 2 or is_direction(core) or is_empty(core):
        return []
    below = sheet.first("subtitle")
    return sheet.headed(f"Learn {title_case(core)}", title, below if below in core else "")


_GOOD_OF = re.compile(
    r"(?:The )?(?:Importance|Benefits?|Need|Power|Value) of (?P<what>\w+ing\s.+)$"
)
_GERUND = re.compile(r"(?P<what>\w+ing (?:Your|Our|the|a)\s.+)$", re.IGNORECASE)
_HOW = re.compile(
    r"\bhow (?:it|they|this|that) (?:can |could |will |helps? )(?:to )?(?P<what>(?:make|reduce|save"
    r"|improve|change|cut|lower|protect|boost|keep|bring) [^.,;:!?" + HOLE + r"]+)",
    re.IGNORECASE,
)
_THEIR = re.compile(
    r"(?:Importance|Benefits|Dangers?|Power|Art|Joy|History|Future|Basics|Effects|Impact|Risks|Need"
    r"|Beauty|Value|Role|Magic) of "
)


def commanded(sheet: Sheet) -> list[Text]:
    """ "The Importance of Washing Hands" is "Wash Your Hands"."""
    title = sheet.title.text
    if against := re.match(r"(?:Campaign )?Against (?P<what>.+)", title):
        return sheet.headed(f"Stop {against['what']}")
    lone = not sheet.has("kicker") and not sheet.is_named
    found = _GOOD_OF.match(title) or _GERUND.match(title)
    about = rf"\b(?:about|on) {re.escape(title)}"
    if lone and not found and (order := bidden(title)) and found_with(title, about, sheet.masked):
        return sheet.headed(title_case(order))
    if order := bidden(found["what"]) if found else "":
        return sheet.headed(title_case(order))
    how = _HOW.search(sheet.masked)
    good = re.match(r"(?:The )?(?:Benefits|Power|Importance) of (?P<what>[A-Z].+)", title)
    if how and good:
        made = sheet.headed(f"{title_case(to_the_reader(how['what']))} with {good['what']}")
        if made:
            return made
    who, _, deed = title.partition(" ")
    if is_lone_trade(who.lower()) and (order := bidden(deed)):
        return sheet.headed(title_case(order), who)
    if order := stressed_deed(title, sheet.masked):
        return sheet.headed(title_case(order))
    return sheet.headed(f"The {title}") if _THEIR.match(title) else []


_PLAIN_TAIL = re.compile(
    r"(?<=\w)\s(?:Options|Products|Items|Offerings|Choices|Video|Poster|Flyer)$"
)
_SET = re.compile(r"(?:Set|Pack|Pair|Box) of (?=\w+ )")


def trimmed(sheet: Sheet) -> list[Text]:
    """ "Healthy and Nutritious Food Options" without the noun that says nothing."""
    plain = _SET.sub("", _PLAIN_TAIL.sub("", sheet.title.text))
    if plain.startswith("To ") and f"how {plain.lower()}" in sheet.masked.lower():
        return sheet.headed(f"How {plain[0].lower()}{plain[1:]}")
    return sheet.headed(plain) if plain != sheet.title.text and len(plain.split()) > 1 else []


_NEW_NAMED = re.compile(
    r"\b(?P<kind>new [a-z][^,.;:" + HOLE + r"]{2,40}), (?!now\b|and\b|with\b|available\b|perfect\b"
    r"|made\b|an?\b|the\b|for\b|in\b|at\b|to\b|from\b|by\b|on\b|which\b|that\b|coming\b"
    r"|just\b|only\b|also\b|\w+(?:ing|ed|ly)\b)(?P<what>[\w'-]+ [\w'-]+(?: [\w'-]+)?)(?=[,.]|$)"
)
_NEW = re.compile(
    r"New (?!Year|York|Zealand|Orleans|Jersey|Mexico|Delhi|Arrivals?)(?:(?:Line|Range|Collection"
    r") of )?(?P<what>.+)$"
)


def introduced(sheet: Sheet) -> list[Text]:
    """ "New Smartwatch" is "Meet the New Smartwatch"."""
    title = sheet.title.text
    found = _NEW.match(title)
    if named := _NEW_NAMED.search(sheet.masked):
        kind = phrase_of(named["kind"]).core
        below = sheet.first("subtitle")
        drop = below if mostly_in(below, named["what"], 0.9) else ""
        fit = mostly_in(title, kind, 0.9) and not is_event(kind) and not is_business(kind)
        if fit and not is_direction(named["what"]):
            return sheet.headed(title_case(named["what"]), kind, drop)
    unfit = is_event(title) or is_business(title) or sheet.is_trade or _NO_THING.search(title)
    if (
        found is None
        or unfit
        or title.endswith(" Menu")
        or sheet.has("kicker")
        or _VERB.search(title)
        or sheet.is_named
    ):
        return []
    return sheet.headed(f"Meet the New {found['what']}", suggested=True)


_NO_THING = re.compile(
    r"\b(?:Hours|Address|Location|Prices?|Schedule|Policy|Rules|Partnership|Website|Number|Times)$"
)
_VERB = re.compile(r"\b(?:Is|Are|Has|Have|Will|Now)\b")
_HOMELY = re.compile(
    r"\b(?:vase|lamp|rug|sofa|couch|table|chair|armchair|mirror|clock|painting|plant|candle"
    r"|mattress|typewriter|bookshelf|shelf|cabinet|cushion|blanket|quilt|teapot|desk|bed|carpet)$",
    re.IGNORECASE,
)


def shown_off(sheet: Sheet) -> list[Text]:
    """Goods that are only named: "Bring Home an Antique Vase", "Discover the Mug Collection"."""
    title = sheet.title.text
    if sheet.has("kicker", "subtitle") or len(words_of(title)) > 4 or sheet.is_named:
        return _joined(sheet)
    one = found_with(title, rf"\b(?P<article>an?) {re.escape(title)}\b", sheet.masked)
    if title.endswith(" Collection"):
        return sheet.headed(f"Discover the {title}", suggested=True)
    if one and _HOMELY.search(title):
        return sheet.headed(f"Bring Home {one['article'].lower()} {title}", suggested=True)
    return []


def _joined(sheet: Sheet) -> list[Text]:
    """ "Tips" with "For remote work" below is one line."""
    title, below = sheet.title.text, sheet.first("subtitle")
    hung = re.match(r"(?:For|With|On|About) [a-z]", below) and not is_business(below)
    if " " in title or "-" in title or not hung or is_name(title) and sheet.is_named:
        return []
    if len(words_of(below)) > 5 or is_event(title) or title in ("Congratulations", "Farewell"):
        return []
    return sheet.headed(f"{title} {title_case('x ' + below.lower())[2:]}", drop=below)
