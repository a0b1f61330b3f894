"""A headline in the voice of a poster, composed from the request's own words.

"Create a Facebook ad for a robotics company that emphasizes the benefits of automation" becomes
the title "The Benefits of Automation" with the kicker "Robotics company".
"""

from __future__ import annotations

import re

from agents.cores import (
    Phrase,
    cores_of,
    is_unfit,
    own_in,
    phrase_of,
    says_something,
    titled_work,
    without_kin,
)
from agents.fragments import line_of, pieces_in
from agents.greetings import greeting_in, welcomed, wished_to
from agents.light import (
    MOST_WORDS,
    Headline,
    is_talk,
    kind_of,
    lightened,
    title_of,
    without_plain,
)
from agents.lone import done_there, is_lone_trade, said_of_trade
from agents.news import clause_told, house_in, news_of
from agents.opening import Opening, Part
from agents.paired import JOB, paired
from agents.phrases import (
    HOLE,
    first_clause,
    is_name,
    mostly_in,
    sentence_case,
    shortened,
    tidy,
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
from agents.talks import talk, with_whom
from agents.thanks import is_dear, thanks_in
from agents.urged import asked_in, urged_in
from agents.vocabulary import (
    OCCASIONS,
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

_COUNTED = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ )?(?:tips|ideas|rules|facts"
    r"|steps|reasons|ways|recipes|tricks|habits|hacks|things|mistakes|exercises|lessons)\b"
)
_NEXT_CLAUSE = re.compile(r"\s(?:and|&)\s(?:I|we|it|they)\b")


_KIND_AND_NAME = re.compile(r"(?P<kind>[a-z][\w'’ -]*?) (?P<name>[A-Z][\w'’&.-]*(?: .+)?)$")
_NAMED_KINDS = PEOPLE | word_set(
    "band film movie book game app album song duo choir orchestra trio group musical play podcast"
)
_PERSONAL = ("Wedding", "Birthday", "Anniversary", "Graduation", "Baby Shower")


def headline_of(opening: Opening) -> Headline:
    """The best headline the opening sentence yields; its title is empty when there is none."""
    phrases = [without_kin(phrase_of(text)) for text in opening.of("topic")]
    topics = [p for p in phrases if says_something(p.core)]
    topics = [p for p in topics if p.core and not is_empty(p.core) and not is_unfit(p.core)]
    if said := _said_plainly(opening):
        head, _, rest = said.partition(", ")
        whole = not rest or len(words_of(head)) < 2
        return Headline(title_of(said)) if whole else Headline(title_of(head), "", (rest,))
    that = clause_told(opening)
    names = [
        n
        for text in opening.of("name")
        if (n := _NEXT_CLAUSE.split(first_clause(text)[0])[0].strip(" '\""))
    ] or titled_work(topics)
    apart = _KIND_AND_NAME.match(topics[0].core) if topics else None
    guide = next((t.core for t in topics[1:2] if _COUNTED.match(t.core)), "")
    if guide and not names:
        made = Headline(title_of(guide), kind_of(topics[0].core))
    elif names:
        wish = wished_to(names[0], opening) or welcomed(names[0], opening)
        made = Headline(wish) if wish else _named(names[0], opening, topics)
    elif that:
        made = Headline(title_of(news_of(that)), kind_of(house_in(that)))
    elif greeted := thanks_in(opening) or greeting_in(opening) or asked_in(opening):
        made = Headline(*greeted)
    elif hired := [c for text in opening.of("hire") if (c := phrase_of(text).core)]:
        made = _wanted(hired[0], topics)
    elif apart and (house := _OF_THE_HOUSE.match(apart["kind"])):
        made = Headline(title_of(house["what"]), "", (), brand=apart["name"])
    elif apart and _is_named_kind(apart["kind"]) and _has_cause(opening.theme):
        made = Headline(title_of(opening.theme), brand=apart["name"])
    elif apart and _is_named_kind(apart["kind"]):
        made = _named(apart["name"], opening, [Phrase(apart["kind"], "")])
    else:
        made = _told_of(opening, topics)
    return _finished(_of_trade(made, opening, topics), opening, topics)


def _told_of(opening: Opening, topics: list[Phrase]) -> Headline:
    """Of what has no name: what a mere house does, the topic, what is for sale."""
    if both := paired(opening):
        return both
    done, house = done_there(opening)
    if done and not opening.theme:
        return Headline(title_of(done), kind_of(house))
    if topics and not _for_sale(opening):
        return _about_topic(opening, topics)
    return _for_sale(opening) or _without_topic(opening)._replace(weak=True)


def _said_plainly(opening: Opening) -> str:
    """ "that says the shop is closed on Monday for renovation": the news, its date apart."""
    parts = [*opening.parts, Part("", "")]
    for part, then in zip(parts, parts[1:], strict=False):
        shouted = re.match(r"(?:[A-Z][A-Z'’!&-]+\s?){2,6}(?=\s?(?:[a-z,.]|$))", part.text)
        if part.kind == "says" and shouted:
            return shouted[0].strip()
        whole = f"{part.text} for {then.text}" if then.kind in ("for", "topic") else part.text
        whole = re.sub(rf"\s(?:on|at|from|until|till|in)?\s?{HOLE}+", "", whole)
        if part.kind == "says" and len(words_of(whole)) > 1 and HOLE not in whole:
            news = re.split(r"[.;]", whole)[0]
            what = re.match(r"(?:our|the|my) (\w+) (?:is|are|will be) (?=clos)", news)
            if what and not is_business(what[1]):  # a house speaks for itself, a pool does not
                return f"{what[1]} {news[what.end() :]}"
            return re.sub(r"^(?:our|the|my) \w+ (?:is|are|will be) ", "", news)
    return ""


_OF_THE_HOUSE = re.compile(
    r"(?P<what>.+?) (?:of|by|from|at) (?:the|our) (?:brand|company|designer|label|house|shop"
    r"|store)$"
)


def _is_named_kind(kind: str) -> bool:
    return is_business(kind) or bool({head_of(kind), kind.split()[-1]} & _NAMED_KINDS)


def _has_cause(theme: str) -> bool:
    """Whether the words before the format say why there is a design at all."""
    return bool(is_sale(theme) or occasion_in(theme) or _ANNOUNCES.search(theme))


def _wanted(role: str, topics: list[Phrase]) -> Headline:
    """ "to hire a chef for an Italian restaurant": the role is what the sheet is about."""
    kicker = topics[0].core if topics else ""
    return Headline(title_of(f"{role} wanted"), kind_of(kicker))


_CHILD = re.compile(r"(?:baby |little |newborn )?(?:boy|girl|baby|son|daughter|child)")


def _named(name: str, opening: Opening, topics: list[Phrase]) -> Headline:
    """ "a honey brand called Royal Honey": the name is the title, its kind the kicker."""
    if not is_name(name) and len(words_of(name)) > MOST_WORDS:
        return _about_topic(opening, topics) if topics else Headline()
    name = re.split(r"\s(?:at|in|on|from)(?:\s|$)", name)[0]
    name, _, maker = name.partition(" by ")
    kind = topics[0].core if topics else opening.theme
    kind = opening.theme if is_event(opening.theme) else kind
    if re.match(r"(?:lost|missing|stolen|found)\b", kind):
        return Headline(title_of(kind), "", (name,))
    goods = (*((f"by {maker}",) if maker else ()), *cores_of(opening, "goods"), *own_in(opening))
    if _CHILD.fullmatch(kind) and opening.theme:
        sheet = re.sub(r"\s?cards?$", "", opening.format)
        return Headline(name, sentence_case(f"{opening.theme} {sheet}".strip()))
    if is_event(kind) and not is_business(kind):
        return Headline(name, kind_of(kind), goods)
    short = without_plain(kind, least=2 if kind.endswith((" firm", " company")) else 1)
    return Headline(name, kind_of(short), goods, brand=name)


def _about_topic(opening: Opening, topics: list[Phrase]) -> Headline:
    theme, first = opening.theme, topics[0]
    if theme and (_AUDIENCE.fullmatch(first.core) or is_dear(opening, first.core)):
        return Headline(title_of(theme), "", (f"for {first.core}",))
    if _TO_READER.search(theme):
        return Headline(title_of(theme))
    best = next((t for t in topics[1:] if is_business(first.core)), None)
    if theme and is_name(first.core) and not is_event(first.core) and not occasion_in(first.core):
        return _for_name(opening, first.core)
    if _ANNOUNCES.search(theme):
        return Headline(title_of(theme), kind_of(first.core), _subs(opening, topics))
    if theme.lower() in SALES:
        return Headline(title_of(f"{first.core} {theme}"), "", _subs(opening, topics))
    if _is_dated(opening, first.core):
        return Headline(title_of(first.core), kind_of(theme), _subs(opening, topics))
    if theme and not is_event(first.core) and (is_event(theme) or occasion_in(theme)):
        if is_business(first.core):
            return Headline(title_of(theme), kind_of(first.core), _subs(opening, topics))
        return Headline(title_of(theme), "", (first.core, *_subs(opening, topics)))
    if is_business(first.core) and not is_name(first.core) and not is_event(first.core):
        return _for_business(opening, first, best)
    return _about_plain_topic(opening, topics)


def _is_dated(opening: Opening, core: str) -> bool:
    """ "a Halloween flyer for a haunted house attraction": the day stands above the thing."""
    theme = opening.theme
    day = occasion_in(theme)
    thing = len(words_of(core)) > 1 and not (is_business(core) or is_dear(opening, core))
    carded = re.search(r"card|certificate|voucher|coupon|menu", opening.format, re.IGNORECASE)
    lone = bool(day) and day not in _PERSONAL and theme.lower() in (day.lower(), "xmas")
    thing = thing and not is_event(core)
    return lone and thing and not carded and not _AUDIENCE.match(core) and not is_direction(core)


_TO_READER = re.compile(r"\byour\b|^(?:do not|don['’]t|please|keep)\s", re.IGNORECASE)
_FROM_HOUSE = re.compile(r"(?P<what>.+) from (?:an?|our|the|my) (?P<kind>[a-z][a-z ]+)$")
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
    if wanted and JOB.search(first.core):
        return Headline(title_of(wanted[0]), kind_of(first.core))
    owned = re.match(r"(?P<owner>[a-z][\w ]*)['’]s (?P<what>.+)", first.core)
    if owned and is_business(owned["owner"]) and is_event(owned["what"]) and opening.of("about"):
        return talk(opening, Phrase(f"{owned['owner']} {owned['what']}", ""))
    if owned and is_business(owned["owner"]) and not _WORK_OF.match(owned["what"]):
        return Headline(title_of(owned["what"]), kind_of(owned["owner"]), _subs(opening, topics))
    if owned and head_of(owned["owner"]) in _NAMED_KINDS and owned["what"] in ("gig", "concert"):
        return Headline(title_of(owned["what"]), kind_of(owned["owner"]), _subs(opening, topics))
    kind = re.match(
        rf":\s+(?P<what>(?!from\b|on\b|at\b|in\b|we\b|i\b|you\b|they\b|it\b|our\b"
        rf"|every\b)[^,.;:\n{HOLE}]{{3,40}})(?=\s*(?:[.!,{HOLE}]|$))",
        first.rest,
    )
    row = re.match(r":\s[^.;:]+,\s[^.;:]+(?:\sand\s|,\s)", first.rest)
    kind = None if row or _LISTS.search(first.core) else kind
    if kind and not theme and len(words_of(kind["what"])) <= 5 and not is_direction(kind["what"]):
        return Headline(title_of(kind["what"]), kind_of(first.core), _subs(opening, topics))
    house = _FROM_HOUSE.match(first.core)
    if house and is_business(house["kind"]):
        return Headline(title_of(house["what"]), kind_of(house["kind"]), _subs(opening, topics))
    if met := with_whom(opening, first.core):
        return Headline(title_of(met))
    made = lightened(first.core)
    if made.title.lower() in SALES:
        return _bare_sale(made, theme)
    fresh = theme and not mostly_in(theme, made.title) and not is_direction(theme)
    kicker = (kind_of(theme) if fresh else "") or made.kicker
    if opening.of("about") and not made.subtitles and is_talk(first.core):
        return talk(opening, first)
    return made._replace(kicker=kicker, subtitles=(*made.subtitles, *_subs(opening, topics)))


_WORK_OF = re.compile(r"(?:\w+ )?(?:production|performance|staging|adaptation|screening) of [A-Z]")
_LISTS = re.compile(
    r"^(?:lost|missing|found|stolen|wanted)\b|\b(?:tips|ideas|rules|facts|steps|reasons|ways"
    r"|tricks|habits|hours|schedule|menu|list|prices"
    r"|times|timetable|programme?|agenda|services|rates|classes|events)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:needed|wanted|hiring|now open|coming soon|sold out|closed|moving|for rent|for sale"
    r"|we['’]re \w+|grand opening|opening soon|save the date|thank you|welcome)$",
    re.IGNORECASE,
)


def _bare_sale(made: Headline, theme: str) -> Headline:
    """ "Sale" alone says little: with its occasion, else with its goods."""
    occasion = re.sub(r"\s(?:promotion|promo|campaign|offer)s?$", "", theme)
    if occasion:
        return made._replace(title=title_of(f"{occasion} {made.title}"))
    joined = title_of(f"{made.title} {' '.join(made.subtitles[:1])}")
    return made._replace(title=joined, subtitles=())


_GREETS = re.compile(
    r"(?:happy|merry|congratulations|welcome(?: home| back)?|good luck|farewell|goodbye"
    r"|get well)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"banner|poster|sign|post|story|graphic|image|sticker|cover|design$", re.I)


def _for_name(opening: Opening, name: str) -> Headline:
    """ "a jazz night poster for the Blue Note": a place or house; at a wedding, the couple."""
    theme, occasion = opening.theme, occasion_in(opening.theme)
    greeting = theme if _GREETS.match(theme) else OCCASIONS.get(occasion, ("", ""))[1]
    held = is_event(theme) and head_of(theme) not in ("birthday", "anniversary", "graduation")
    if greeting and not held and _SHOWN.search(opening.format):
        return Headline(f"{title_of(greeting)}, {name}")
    if occasion in _PERSONAL and head_of(theme) in ("party", "shower", "birthday"):
        sheet = "Invitation" if "invit" in opening.format.lower() else ""
        whose = f"{name}’" if name.endswith("s") else f"{name}’s"
        return Headline(f"{whose} {title_of(theme)}", sheet)
    if occasion in _PERSONAL:
        return Headline(name, sentence_case(f"{theme} {opening.format}"))
    if not is_event(theme):
        return Headline(name, kind_of(theme))
    if is_sale(theme):
        return Headline(title_of(theme), brand=name)
    return Headline(title_of(theme), venue=name)


def _for_business(opening: Opening, business: Phrase, best: Phrase | None) -> Headline:
    """A business without a name: what it sells or stands for is the title, its kind the kicker."""
    goods = [g for g in cores_of(opening, "goods") if not is_sale(g)]
    if not goods and len(words_of(business.core)) == 1 and not is_name(business.core):
        goods = [*cores_of(opening, "show")]
    if goods and len(words_of(business.core)) == 1:
        return Headline(title_of(goods[0]), kind_of(business.core), _subs(opening, []))
    if best and not is_empty(best.core):
        made = lightened(best.core)
        return made._replace(kicker=kind_of(business.core))
    if goods and head_of(business.core) in PLAIN_BUSINESS:
        return Headline(title_of(goods[0]), kind_of(business.core), _subs(opening, []))
    told = cores_of(opening, "about", the=True)
    if told and not goods and not _TEACHING.search(business.core):
        return Headline(title_of(told[0]), kind_of(business.core))
    if (what := without_plain(business.core, least=1)) != business.core and business.made:
        return Headline(title_of(what + business.made))
    plain = head_of(business.core) in PLAIN_BUSINESS - {"store", "shop", "agency", "channel"}
    message = cores_of(opening, "message")
    if plain and message and len(words_of(message[0])) >= 2:
        return Headline(title_of(message[0], the=True), kind_of(business.core))
    title = title_of(_turned(without_plain(business.core)))
    return Headline(title, "", (*goods, *_subs(opening, [])))


_OF_GOODS = re.compile(r"(?P<house>[a-z]+) of (?P<goods>[a-z]+(?: [a-z]+)?)")


def _turned(core: str) -> str:
    """ "a brewery of ginger ale" is a "ginger ale brewery"."""
    found = _OF_GOODS.fullmatch(core)
    if found is None or not is_business(found["house"]) or is_business(found["goods"]):
        return core
    one = re.sub(r"(?<=[^s])s$", "", found["goods"])
    return f"{one} {found['house']}"


_TEACHING = re.compile(r"\b(?:school|academy|college|university|institute|tutor|teacher|coach)$")
_BADGE = re.compile(r"logo|business card|visiting card|letterhead|name tag", re.IGNORECASE)


def _of_trade(made: Headline, opening: Opening, topics: list[Phrase]) -> Headline:
    """A title that only names a trade gives way to what is said of it, else loses "service"."""
    trade = topics[0].core if topics else opening.theme
    same = made.title.lower() in (trade.lower(), without_plain(trade).lower())
    if made.brand or not same or not is_lone_trade(trade) or _BADGE.search(opening.format):
        return made
    said = said_of_trade(opening, trade)
    if said:
        return made._replace(title=title_of(said, the=True), kicker=kind_of(trade))
    theme = opening.theme
    if topics and len(words_of(theme)) > 1 and not mostly_in(theme, trade):
        return made._replace(title=title_of(theme), kicker=kind_of(trade))
    plain = (
        trade
        if re.search(r" and .* services?$", trade)
        else re.sub(
            r"(?<=\w)(?<![Ll]aw)\s(?:services?|company|firm|business|retailer|provider)$", "", trade
        )
    )
    return made._replace(title=title_of(plain))


def _for_sale(opening: Opening) -> Headline | None:
    """ "sell my car poster", "an ad to sell a cabin": the thing, for sale."""
    told_of = " ".join((*opening.of("lead"), *opening.of("topic"))[:1])
    words = opening.theme if "sell" in opening.theme else first_clause(told_of)[0]
    sold = re.match(r"(?:to )?sell(?:ing)?\s(?:my|our|an?|the)?\s?(?P<what>.+?)(?: for)?$", words)
    if sold is None:
        return None
    apart = _KIND_AND_NAME.match(sold["what"])
    if apart:
        return Headline(apart["name"], kind_of(f"{apart['kind']} for sale"))
    told = " ".join(opening.of("lead")).partition(":")[2]
    named = re.split(_COMMAS, told)[0].strip()
    if is_name(named) and len(words_of(named)) > 1:
        return Headline(named, kind_of(f"{sold['what']} for sale"))
    return Headline(title_of(f"{sold['what']} for sale"))


def _without_topic(opening: Opening) -> Headline:
    """No "for ..." at all: the words before the format, else what is shown, sold or stressed."""
    theme = opening.theme
    if opening.of("about") and (not theme or is_talk(theme)):
        return talk(opening, Phrase(theme or "video", ""))
    if not theme and (asked := urged_in(opening)):
        return lightened(asked)
    shown = (*cores_of(opening, "show"), *cores_of(opening, "goods"))
    house = _KIND_AND_NAME.match(shown[0]) if shown and not theme else None
    if house and (what := _OF_THE_HOUSE.match(house["kind"])):
        return Headline(title_of(what["what"]), brand=house["name"])
    if shown and theme and not (is_event(theme) or occasion_in(theme)):
        return Headline(title_of(shown[0]), kind_of(theme), shown[1:])
    if theme:
        return Headline(title_of(theme), "", _subs(opening, []))
    for kind in ("show", "goods", "message", "convey"):
        for core in cores_of(opening, kind):
            first, *others = re.split(r"\sand (?=the\s)", core)
            the = kind in ("message", "show")
            return Headline(title_of(first, the), "", (*others, *_subs(opening, [])))
    for text in opening.of("picture"):
        core = shortened(re.split(r"\sand an?\s", phrase_of(text).core)[0], MOST_WORDS)
        if re.search(
            r"\b(?:tips|ideas|guide|facts|rules|steps|recipes?|offer|sale|reminder"
            r"|checklist|calendar|planner)$",
            core,
        ) or (
            re.match(r"(?:\d+ )?(?:rules|tips|steps|facts|schedule|timetable) (?:of|for) ", core)
        ):
            return Headline(title_of(core))
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
        made = made._replace(kicker=kind_of(spoken))
    urged = urged_in(opening)
    candidates += (*cores_of(opening, "stress", the=True), urged if " and " not in urged else "")
    if made.title.startswith("Thank You"):
        candidates = made.subtitles
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
    spoken = fit and is_talk(theme) and re.match(r"how|why|what|when|who|the|\d", news, re.I)
    if (
        not fit
        or not theme
        or made.brand
        or ((is_event(theme) or occasion_in(theme)) and not spoken)
    ):
        return made
    return made._replace(title=title_of(news), kicker=kind_of(theme))


def _led(made: Headline, opening: Opening) -> tuple[Headline, tuple[str, ...]]:
    """ "A jazz night poster, Blue Note, live music": names are places, the rest subtitles."""
    leads = (
        re.sub(rf"(?<=[,;{HOLE}] )[a-z]+(?: [a-z]+)? (?={HOLE})", "", t) for t in opening.of("lead")
    )
    pieces = [tidy(p) for text in leads for p in re.split(_COMMAS, text)]
    pieces = [p for p in pieces if len(p.split()) > 1 or p[:1].isupper()]
    pieces = [p for p in pieces if not re.fullmatch(r"(?:We|I|You|They|It)(?:['’]\w+)?", p)]
    name = next((p for p in pieces if is_name(p) and not occasion_in(p)), "")
    rest = tuple(p for p in pieces if p != name and not is_direction(p))
    if not made.title and not name and rest:
        return made._replace(title=title_of(rest[0])), rest[1:]
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
