"""A headline in the voice of a poster, composed from the request's own words.

"Create a Facebook ad for a robotics company that emphasizes the benefits of automation" becomes
the title "The Benefits of Automation" with the kicker "Robotics company".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.cores import Phrase, cores_of, is_unfit, phrase_of
from agents.fragments import line_of, pieces_in
from agents.lone import is_lone_trade, said_of_trade
from agents.opening import Opening
from agents.phrases import (
    HOLE,
    first_clause,
    is_name,
    mostly_in,
    sentence_case,
    shortened,
    tidy,
    title_case,
    word_set,
    words_of,
)
from agents.subtitles import (
    examples_in,
    for_whom,
    hung_on,
    items_in,
    performers_in,
    purpose_of,
    subtitle_of,
)
from agents.thanks import thanks_in
from agents.urged import urged_in
from agents.vocabulary import (
    EVENTS,
    PEOPLE,
    PLAIN_BUSINESS,
    SALES,
    head_of,
    is_business,
    is_direction,
    is_empty,
    is_event,
    is_sale,
    occasion_in,
)

MOST_WORDS = 7
_NEXT_CLAUSE = re.compile(r"\s(?:and|&)\s(?:I|we|it|they)\b")


class Headline(NamedTuple):
    title: str = ""
    kicker: str = ""
    subtitles: tuple[str, ...] = ()  # candidates, best first
    brand: str = ""
    venue: str = ""
    items: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()  # copy that hangs on the topic by commas
    weak: bool = False  # made of what is shown or of the words before the format


_KIND_AND_NAME = re.compile(r"(?P<kind>[a-z][\w'’ -]*?) (?P<name>[A-Z][\w'’&.-]*(?: .+)?)$")
_NAMED_KINDS = PEOPLE | word_set(
    "band film movie book game app album song duo choir orchestra trio group musical play podcast"
)
_PERSONAL = ("Wedding", "Birthday", "Anniversary", "Graduation", "Baby Shower")


def headline_of(opening: Opening) -> Headline:
    """The best headline the opening sentence yields; its title is empty when there is none."""
    phrases = [_without_kin(phrase_of(text)) for text in opening.of("topic")]
    topics = [p for p in phrases if p.core and not is_empty(p.core) and not is_unfit(p.core)]
    that = next((m[1] for text in opening.of("topic") if (m := re.match(r"that\s(.+)", text))), "")
    names = [
        n
        for text in opening.of("name")
        if (n := _NEXT_CLAUSE.split(first_clause(text)[0])[0].strip(" '\""))
    ]
    apart = _KIND_AND_NAME.match(topics[0].core) if topics else None
    if names:
        made = _named(names[0], opening, topics)
    elif that:
        made = Headline(_title(_news(that)))
    elif thanked := thanks_in(opening):
        made = Headline(*thanked)
    elif hired := cores_of(opening, "hire"):
        made = _wanted(hired[0], topics)
    elif apart and (house := _OF_THE_HOUSE.match(apart["kind"])):
        made = Headline(_title(house["what"]), "", (), brand=apart["name"])
    elif apart and _is_named_kind(apart["kind"]) and _has_cause(opening.theme):
        made = Headline(_title(opening.theme), brand=apart["name"])
    elif apart and _is_named_kind(apart["kind"]):
        made = _named(apart["name"], opening, [Phrase(apart["kind"], "")])
    elif topics:
        made = _about_topic(opening, topics)
    else:
        made = _for_sale(opening.theme) or _without_topic(opening)._replace(weak=True)
    return _finished(_of_trade(made, opening, topics), opening, topics)


def _without_kin(phrase: Phrase) -> Phrase:
    """ "my cousin's pizza place": whose it is, is no copy."""
    core = _KIN.sub("", phrase.core)
    return phrase._replace(core=core) if is_business(core) else phrase


_OF_THE_HOUSE = re.compile(
    r"(?P<what>.+?) (?:of|by|from|at) (?:the|our) (?:brand|company|designer|label|house|shop"
    r"|store)$"
)


def _is_named_kind(kind: str) -> bool:
    return is_business(kind) or bool({head_of(kind), kind.split()[-1]} & _NAMED_KINDS)


def _has_cause(theme: str) -> bool:
    """Whether the words before the format say why there is a design at all."""
    return bool(is_sale(theme) or occasion_in(theme) or _ANNOUNCES.search(theme))


def _news(that: str) -> str:
    """ "that our store is now open": the news without whose it is and without "is"."""
    text = re.split(f"[,.;{HOLE}]", that)[0]
    return re.sub(r"^(?:our|the|my) \w+ (?:is|are) (?=(?:now|finally|back|open))", "", text)


def _wanted(role: str, topics: list[Phrase]) -> Headline:
    """ "to hire a chef for an Italian restaurant": the role is what the sheet is about."""
    kicker = topics[0].core if topics else ""
    return Headline(_title(f"{role} wanted"), _kind(kicker))


def _named(name: str, opening: Opening, topics: list[Phrase]) -> Headline:
    """ "a honey brand called Royal Honey": the name is the title, its kind the kicker."""
    if not is_name(name) and len(words_of(name)) > MOST_WORDS:
        return _about_topic(opening, topics) if topics else Headline()
    name = re.split(r"\s(?:at|in|on|from)(?:\s|$)", name)[0]
    kind = topics[0].core if topics else opening.theme
    kind = opening.theme if is_event(opening.theme) else kind
    goods = cores_of(opening, "goods")
    if is_event(kind) and not is_business(kind):
        return Headline(name, _kind(kind), goods)
    return Headline(name, _kind(_without_plain(kind, least=1)), goods, brand=name)


def _about_topic(opening: Opening, topics: list[Phrase]) -> Headline:
    theme, first = opening.theme, topics[0]
    if theme and _AUDIENCE.fullmatch(first.core):
        return Headline(_title(theme), "", (f"for {first.core}",))
    best = next((t for t in topics[1:] if is_business(first.core)), None)
    if theme and is_name(first.core) and not is_event(first.core) and not occasion_in(first.core):
        return _for_name(opening, first.core)
    if _ANNOUNCES.search(theme):
        return Headline(_title(theme), _kind(first.core), _subs(opening, topics))
    if theme.lower() in SALES:
        return Headline(_title(f"{first.core} {theme}"), "", _subs(opening, topics))
    if theme and not is_event(first.core) and (is_event(theme) or occasion_in(theme)):
        if is_business(first.core):
            return Headline(_title(theme), _kind(first.core), _subs(opening, topics))
        return Headline(_title(theme), "", (first.core, *_subs(opening, topics)))
    if is_business(first.core) and not is_name(first.core) and not is_event(first.core):
        return _for_business(opening, first, best)
    return _about_plain_topic(opening, topics)


_KIN = re.compile(
    r"^(?:[a-z]+ )?(?:friend|brother|sister|cousin|uncle|aunt|mom|mum|dad|husband|wife"
    r"|son|daughter|boss|neighbou?r|mother|father|grand\w+)['’]s "
)
_AUDIENCE = re.compile(
    r"(?:(?:young|small|busy|new|older|all)\s)?(?:kids|children|toddlers|teens|teenagers|students"
    r"|beginners|adults|seniors|families|parents|women|men|girls|boys|everyone|ages)"
    r"(?: and (?:kids|adults|families|parents|teens|teachers))?",
    re.IGNORECASE,
)


def _about_plain_topic(opening: Opening, topics: list[Phrase]) -> Headline:
    """A topic that is neither a name nor a business, under a theme that is no event."""
    theme, first = opening.theme, topics[0]
    wanted = cores_of(opening, "for")
    job = re.search(r"\b(?:vacancy|position|job|role|job opening)$", first.core, re.IGNORECASE)
    if wanted and job:
        return Headline(_title(wanted[0]), _kind(first.core))
    owned = re.match(r"(?P<owner>[a-z][\w ]*)['’]s (?P<what>.+)", first.core)
    if owned and is_business(owned["owner"]):
        return Headline(_title(owned["what"]), _kind(owned["owner"]), _subs(opening, topics))
    if owned and head_of(owned["owner"]) in _NAMED_KINDS and owned["what"] in ("gig", "concert"):
        return Headline(_title(f"live {owned['what']}"), "", _subs(opening, topics))
    made = _lightened(first.core)
    if made.title.lower() in SALES:
        return _bare_sale(made, theme)
    fresh = theme and not mostly_in(theme, made.title) and not is_direction(theme)
    kicker = (_kind(theme) if fresh else "") or made.kicker
    if opening.of("about") and not made.subtitles and _is_talk(first.core):
        return _talk(opening, first)
    return made._replace(kicker=kicker, subtitles=(*made.subtitles, *_subs(opening, topics)))


_ANNOUNCES = re.compile(
    r"\b(?:needed|wanted|hiring|now open|coming soon|sold out|closed|moving|for rent|for sale"
    r"|we['’]re \w+"
    r"|grand opening|opening soon|save the date|thank you|welcome)$",
    re.IGNORECASE,
)


def _bare_sale(made: Headline, theme: str) -> Headline:
    """ "Sale" alone says little: with its occasion, else with its goods."""
    occasion = re.sub(r"\s(?:promotion|promo|campaign|offer)s?$", "", theme)
    if occasion:
        return made._replace(title=_title(f"{occasion} {made.title}"))
    joined = _title(f"{made.title} {' '.join(made.subtitles[:1])}")
    return made._replace(title=joined, subtitles=())


def _for_name(opening: Opening, name: str) -> Headline:
    """ "a jazz night poster for the Blue Note": a place or house; at a wedding, the couple."""
    theme = opening.theme
    if occasion_in(theme) in _PERSONAL:
        return Headline(name, sentence_case(f"{theme} {opening.format}"))
    if not is_event(theme):
        return Headline(name, _kind(theme))
    if is_sale(theme):
        return Headline(_title(theme), brand=name)
    return Headline(_title(theme), venue=name)


def _for_business(opening: Opening, business: Phrase, best: Phrase | None) -> Headline:
    """A business without a name: what it sells or stands for is the title, its kind the kicker."""
    goods = [g for g in cores_of(opening, "goods") if not is_sale(g)]
    if not goods and len(words_of(business.core)) == 1 and not is_name(business.core):
        goods = [*cores_of(opening, "show")]
    if goods and len(words_of(business.core)) == 1:
        return Headline(_title(goods[0]), _kind(business.core), _subs(opening, []))
    if best and not is_empty(best.core):
        made = _lightened(best.core)
        return made._replace(kicker=_kind(business.core))
    if goods and head_of(business.core) in PLAIN_BUSINESS:
        return Headline(_title(goods[0]), _kind(business.core), _subs(opening, []))
    plain = head_of(business.core) in PLAIN_BUSINESS - {"store", "shop", "agency", "channel"}
    message = cores_of(opening, "message")
    if plain and message and len(words_of(message[0])) >= 2:
        return Headline(_title(message[0], the=True), _kind(business.core))
    title = _title(_without_plain(business.core))
    return Headline(title, "", (*goods, *_subs(opening, [])))


_BADGE = re.compile(r"logo|business card|visiting card|letterhead|name tag", re.IGNORECASE)


def _of_trade(made: Headline, opening: Opening, topics: list[Phrase]) -> Headline:
    """A title that only names a trade gives way to what is said of it, else loses "service"."""
    trade = topics[0].core if topics else opening.theme
    same = made.title.lower() in (trade.lower(), _without_plain(trade).lower())
    if made.brand or not same or not is_lone_trade(trade) or _BADGE.search(opening.format):
        return made
    said = said_of_trade(opening, trade)
    if said:
        return made._replace(title=_title(said, the=True), kicker=_kind(trade))
    plain = re.sub(r"(?<=\w)\s(?:services?|company|firm|business|retailer|provider)$", "", trade)
    return made._replace(title=_title(plain))


_EXPLAINED = re.compile(r"(?:what|who) (?P<what>[^,.]{2,40}?) (?:is|are|means?)\b", re.IGNORECASE)


def _talk(opening: Opening, kind: Phrase) -> Headline:
    """ "a video about the Metaverse": its topic is the title."""
    phrase = phrase_of(opening.of("about")[0])
    spoken = re.search(r"\s[Bb]y ([A-Z].+)$", phrase.core)
    core = phrase.core[: spoken.start()] if spoken else phrase.core
    explained = _EXPLAINED.match(opening.of("about")[0].strip())
    core = explained["what"] if explained else core
    article = re.match(
        r"[Tt]he (?=[A-Z]|importance|power|art|benefits|history|future)",
        opening.of("about")[0].lstrip(),
    )
    subtitles = (f"By {spoken[1]}",) if spoken else ()
    silent = head_of(kind.core) in (
        "video",
        "post",
        "article",
        "clip",
        "thumbnail",
        "reel",
        "vlog",
        "blog",
    )
    title = _title(core)
    title = f"The {title}" if article else title
    return Headline(title, "" if silent else _kind(kind.core), (*subtitles, *hung_on(phrase.rest)))


def _for_sale(theme: str) -> Headline | None:
    """ "sell my car poster": the thing, for sale."""
    sold = re.match(r"sell(?:ing)?\s(?:my|our|an?|the)?\s?(?P<what>.+)$", theme)
    return Headline(_title(f"{sold['what']} for sale")) if sold else None


def _without_topic(opening: Opening) -> Headline:
    """No "for ..." at all: the words before the format, else what is shown, sold or stressed."""
    theme = opening.theme
    if opening.of("about") and (not theme or _is_talk(theme)):
        return _talk(opening, Phrase(theme or "video", ""))
    if not theme and (asked := urged_in(opening)):
        return _lightened(asked)
    shown = (*cores_of(opening, "show"), *cores_of(opening, "goods"))
    house = _KIND_AND_NAME.match(shown[0]) if shown and not theme else None
    if house and (what := _OF_THE_HOUSE.match(house["kind"])):
        return Headline(_title(what["what"]), brand=house["name"])
    if shown and theme and not (is_event(theme) or occasion_in(theme)):
        return Headline(_title(shown[0]), _kind(theme), shown[1:])
    if theme:
        return Headline(_title(theme), "", _subs(opening, []))
    for kind in ("show", "goods", "message", "convey"):
        for core in cores_of(opening, kind):
            first, *others = re.split(r"\sand (?=the\s)", core)
            the = kind in ("message", "show")
            return Headline(_title(first, the), "", (*others, *_subs(opening, [])))
    for text in opening.of("picture"):
        core = shortened(re.split(r"\sand an?\s", phrase_of(text).core)[0], MOST_WORDS)
        if re.search(r"\b(?:tips|ideas|guide|facts|rules|steps|recipes?|offer|sale)$", core):
            return Headline(_title(core))
    return Headline()


def _finished(made: Headline, opening: Opening, topics: list[Phrase]) -> Headline:
    """Occasion as kicker, lists as items, and only subtitles that say something new."""
    made, led = _led(_announced(made, opening), opening)
    hung = tuple(h for topic in topics[:1] for h in hung_on(topic.rest))
    purpose = purpose_of(topics, opening)
    performers = tuple(performers_in(opening))
    items = items_in(opening)
    candidates = (*made.subtitles, *led, *performers, *hung, *purpose, *examples_in(opening, items))
    candidates += (*cores_of(opening, "message", the=True), *for_whom(opening))
    spoken = next(iter(opening.of("kind")), "")
    if spoken and not made.kicker and not mostly_in(tidy(spoken), made.title):
        made = made._replace(kicker=_kind(spoken))
    urged = urged_in(opening)
    candidates += (*cores_of(opening, "stress", the=True), urged if " and " not in urged else "")
    subtitles = tuple(s for c in candidates if (s := subtitle_of(c, made.title, made.kicker)))
    pieces = pieces_in(topics[0].rest) if topics else ()
    pieces += tuple(line for piece in led if (line := line_of(piece)))
    return made._replace(subtitles=tuple(dict.fromkeys(subtitles)), items=items, pieces=pieces)


_COMMAS = rf"[;{HOLE}]+|,(?!\d{{3}})"


def _announced(made: Headline, opening: Opening) -> Headline:
    """ "Clinic poster: flu shots available now": what follows the colon is the news."""
    lead = next((t[1:] for t in opening.of("lead") if t.startswith(":")), "")
    theme = opening.theme
    news = tidy(re.split(_COMMAS, lead)[0].split(". ")[0])
    fit = 1 < len(words_of(news)) <= MOST_WORDS and not is_direction(news) and not is_name(news)
    spoken = fit and _is_talk(theme) and re.match(r"how|why|what|when|who|the|\d", news, re.I)
    if (
        not fit
        or not theme
        or made.brand
        or ((is_event(theme) or occasion_in(theme)) and not spoken)
    ):
        return made
    return made._replace(title=_title(news), kicker=_kind(theme))


def _led(made: Headline, opening: Opening) -> tuple[Headline, tuple[str, ...]]:
    """ "A jazz night poster, Blue Note, live music": names are places, the rest subtitles."""
    leads = (
        re.sub(rf"(?<=[,;{HOLE}] )[a-z]+(?: [a-z]+)? (?={HOLE})", "", t) for t in opening.of("lead")
    )
    pieces = [tidy(p) for text in leads for p in re.split(_COMMAS, text)]
    pieces = [p for p in pieces if len(p.split()) > 1 or p[:1].isupper()]
    name = next((p for p in pieces if is_name(p) and not occasion_in(p)), "")
    rest = tuple(p for p in pieces if p != name and not is_direction(p))
    if not made.title and not name and rest:
        return made._replace(title=_title(rest[0])), rest[1:]
    if not name or made.venue or made.brand:
        return made, rest
    if occasion_in(made.title) in _PERSONAL:
        whom = ", ".join(p for p in pieces if is_name(p))
        return made, (whom, *(p for p in rest if not is_name(p)))
    if is_event(made.title):
        return made._replace(venue=name), rest
    if made.title.endswith("for Sale"):
        return made, (name, *rest)
    return made._replace(brand=name), rest


def _subs(opening: Opening, topics: list[Phrase]) -> tuple[str, ...]:
    cores = (t.core for t in topics[1:])
    return (*cores, *cores_of(opening, "goods", the=True), *cores_of(opening, "show"))


_LIGHT = (
    (r"(?P<k>(?:podcast |radio )?episode|discussion|talk|lecture|conversation|debate|seminar"
     r"|webinar|workshop|masterclass|class|course|panel|conference|exhibition|podcast"
     r"|tutorial|presentation)s? (?:on|about|of)"
     r" (?P<t>.+)"),
    r"(?P<k>(?:\S+ )?(?:performance|production|staging|adaptation|wedding|engagement))"
    r" of (?P<t>(?-i:[A-Z]).+)",
    r"(?P<w>(?:re-?)?opening) of (?:an?|the) (?P<t>(?:\w+ ){0,3}\w+?)(?: (?:on|in|at) .+)?$",
    r"(?P<t>(?:grand )?(?:re-?)?opening|(?:new )?(?:\w+ )?menu|sneak peek) (?:of|at|for"
    r"|on) (?P<s>.+)",
    r"(?P<w>celebration|festival|launch|premiere|anniversary|exhibition|tour) of (?P<t>(?:\S+"
    r" ?){1,3})$",
    r"(?:\w+ )*(?:holiday|celebration|festival) of (?P<t>[A-Z].+)",
    r"(?P<w>sale) (?:of|in|at|on) (?:an?|the) (?P<t>.+ (?:store|shop|zone|mall|outlet|market))$",
    r"(?P<w>(?:\w+ )?sale) of (?P<t>(?!an?\b)(?:\S+ ?){1,4})$",
    r"(?P<k>sale) of an? (?P<t>.+)",
    r"(?P<w>giveaway|winners?) of (?:an? |the )?(?P<t>.+)",
    r"(?P<k>recipe) (?:for|of) (?P<t>.+)",
    r"(?:(?:team|company|page|channel|shop|store|club|us|we)(?: for)? )?"
    r"(?:reaching|hitting|passing)"
    r" (?P<t>\d.+)",
    r"(?P<t>(?:\S+ )*(?:sale|offer|deal|discounts?|promotion)) (?P<s>(?:on|for|of) .+)",
    r"(?P<k>job (?:vacancy|opening|position)|vacancy) for (?P<t>.+)",
    r"(?P<t>.+) (?P<k>job vacancy|job opening|vacancy)",
    r"(?P<t>.+) (?:position|role|job)",
    r"(?P<t>.+ (?:fest|festival|sale|party|exhibition|exhibit|day|ride|fair|show|night|concert"
    r"|offer"
    r"|seminar|conference|workshop|run|race|auction)) event",
    r"(?P<t>(?!.*\bsale ).+) (?:promotion|campaign|initiative)",
)  # fmt: skip
_LIGHT_PATTERNS = tuple(re.compile("^(?:an? |the )?" + p, re.IGNORECASE) for p in _LIGHT)


def _lightened(core: str) -> Headline:
    """The topic without its light head: "a discussion on X" is about X."""
    for pattern in _LIGHT_PATTERNS:
        match = pattern.match(core)
        if not match:
            continue
        groups = {k: tidy(v) for k, v in match.groupdict().items() if v}
        title = " ".join(filter(None, (groups.get("t"), groups.get("w"))))
        subtitle = groups.get("s", "")
        if match["s"] if "s" in match.groupdict() else None:
            subtitle = match["s"].strip()
        return Headline(_title(title), _kind(groups.get("k", "")), (subtitle,) * bool(subtitle))
    title = _title(_without_plain(core))
    return Headline(title)


def _title(core: str, the: bool = False) -> str:
    core = shortened(tidy(core), MOST_WORDS)
    if the and re.match(
        r"(?:importance|benefits?|power|art|joy|value|hard work|potential)\b", core
    ):
        core = "the " + core if len(words_of(core)) < MOST_WORDS else core
    return title_case(core)


def _kind(phrase: str) -> str:
    """A kicker: at most five words, in sentence case."""
    short = shortened(tidy(phrase), 5)
    return "" if is_empty(short) else sentence_case(re.sub(r"^(?:new|local)\s", "", short))


def _without_plain(phrase: str, least: int = 2) -> str:
    """ "a moving and storage company" without "company", when at least `least` words stay."""
    words = phrase.split()
    plain = PLAIN_BUSINESS - {"store", "shop", "agency", "channel", "website", "team", "group"}
    if len(words) > least and words[-1].lower() in plain:
        return " ".join(words[:-1])
    return phrase


def _is_talk(core: str) -> bool:
    return head_of(core) in EVENTS | {"video", "post", "article", "discussion", "podcast", "clip",
                                      "guide", "reel", "conversation", "presentation", "vlog",
                                      "blog", "webinar", "e-book", "ebook", "report"}  # fmt: skip
