"""A headline that only names a trade gives way to what the request says of that trade.

"Bakery" says little: what the bakery offers, stresses or asks its readers to do is the title then,
in the request's own words, and the trade stands above it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from agents.cores import cores_of, phrase_of
from agents.opening import Opening, Part
from agents.phrases import HOLE, is_name, shortened, tidy, word_set, words_of
from agents.urged import to_the_reader, urged_in
from agents.vocabulary import (
    PEOPLE,
    PLAIN_BUSINESS,
    head_of,
    is_business,
    is_direction,
    is_empty,
    is_event,
)

MOST_WORDS = 7
_SERVICES = frozenset(
    {"service", "services", "community", "app", "platform", "software", "tool", "website"}
)
PRAISED_GOODS = re.compile(
    r"(?:[\w-]+,? ){0,2}(?:fresh|freshly|homemade|home-made|handmade|hand-made|organic|delicious"
    r"|local|seasonal|artisan|artisanal|same-day|next-day|24-hour|licensed|certified|natural"
    r"|custom|signature|vegan|tasty|juicy|crispy|craft"
    r"|affordable|free|personalized|personalised|gluten-free|award-winning)\b",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:care|nursing|retirement|funeral|guest) (?:home|house)$"
    r"|\b(?:mountain|tour|city|hiking) guide$"
    r"|\b(?:co-?working|event|office) space$"
    r"|(?<!coffee )(?<!bread )(?<!pasta )(?<!ice )(?<!noise )\bmakers?$"
    r"|\b(?:law|dental|doctor['’]?s|real estate|insurance|accounting|notary|tax) office$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?:made|before|until|after|on|for|when|bookings?|to)\b", re.IGNORECASE)
_SERVICE = re.compile(
    r"(?<!church)(?<!memorial)(?<!funeral)(?<!sunday)(?<!worship)(?<!carol)\sservices?$",
    re.IGNORECASE,
)
_STRESSED = re.compile(r"\s(?:and|or)\s(?=the\s)")


def is_lone_trade(core: str) -> bool:
    """A kind of business, service or profession and nothing else; names are no kinds."""
    head = head_of(core)
    if _HOME.search(core):
        return True
    if not core or is_name(core) or (is_event(core) and not _SERVICE.search(core)):
        return False
    return is_business(core) or bool({head, head.rstrip("s")} & (PEOPLE | _SERVICES))


def trade_of(opening: Opening) -> str:
    """The trade a design is for, when its topic is a trade."""
    core = next((phrase_of(text).core for text in opening.of("topic")), "")
    return core if is_lone_trade(core) else ""


def said_of_trade(opening: Opening, trade: str) -> str:
    """What the request says of the trade, fit for a title; empty when it says nothing."""
    stressed = cores_of(opening, "message", the=True) + cores_of(opening, "stress", the=True)
    goods = tuple(c for c in cores_of(opening, "goods") if not _LOOSE.match(c))
    pictured = tuple(c for t in opening.of("picture") if (c := _goods_pictured(t, trade)))
    shown = cores_of(opening, "show")
    deeds = (_deed(_hung(opening), trade),)
    sale = _sale(opening, trade)
    goods = tuple(_TO_THEM.sub(" for ", core) for core in goods)
    for core in (
        sale,
        *goods,
        *stressed,
        _helping(opening),
        urged_in(opening),
        *shown,
        *pictured,
        *deeds,
    ):
        most = MOST_WORDS + 2 * core.endswith(" can be")
        line = shortened(_STRESSED.split(core)[0], most)
        if _is_fit(line, trade):
            return re.sub(
                r"^(?:guarantee|provid|ensur|deliver)\w*\s(?=an?\s|the\s|[a-z]+)", "", line
            )
    return ""


_TO_THEM = re.compile(r"\sto\s(?=(?:students|families|beginners|tourists|children|seniors)$)")


def _is_fit(line: str, trade: str) -> bool:
    said = {w.lower() for w in words_of(trade)}
    fresh = [w for w in words_of(line) if w.lower() not in said]
    if re.match(r"(?:and|or|but|as well)\b", line):  # what stood before is a fact
        return False
    plain = len(fresh) < 2 and len(words_of(line)) < 2
    return bool(fresh) and not plain and not is_empty(line)


_HOLDS = re.compile(
    r"\b(?:having|holding|hosting|running)\s(?:an?|our|its"
    r"|their)\s(?P<sale>(?:[a-z]+\s){1,2}sale)\b"
)
_SALE = re.compile(r"(?:an?|our|the)?\s?(?P<kind>(?:[a-z]+\s)?)sale\b(?!s)", re.IGNORECASE)


def _sale(opening: Opening, trade: str) -> str:
    """ "a furniture store with a summer sale": the sale, of what the store sells."""
    if held := _HOLDS.search(_hung(opening)):
        return held["sale"]
    sale = next((m for t in opening.of("picture", "ask") if (m := _SALE.match(t))), None)
    words = trade.split()
    if sale is None or len(words) < 2 or not is_business(trade):
        return ""
    return f"{sale['kind']}{' '.join(words[:-1])} sale"


_DEED = re.compile(r"\s?(?:that|which|who)\s(?P<verb>[a-z]{3,}?)(?P<s>e?s)\s(?P<what>.+)")
_NO_DEED = word_set("ha use want need includ feature seem look promis aim")
_FOR_YOU = word_set("keep make give help let save protect turn bring take get put")


_HELPED = re.compile(
    r"\s?(?:that|who|which)\shelps?\s(?:[\w-]+\s){1,3}?(?:to\s)?(?P<what>(?:save|find|improve|grow"
    r"|reduce|avoid|learn|build|get|keep|manage|plan|sell|reach|make|lose|quit|start|earn|protect"
    r"|understand)\s.+)"
)
_LETS = re.compile(  # "lets families pick their own pumpkins"
    r"\s?(?:that|which|where)\slets?\s(?:you|people|everyone|anyone|[a-z]+s)\s(?P<what>[a-z]+\s.+)"
)
_HELPING = re.compile(  # "helps people after knee surgery"
    r"(?:[\w-]+\s){1,3}?(?P<when>(?:after|with|through|during|before)\s(?:(?!to\b)[\w'’-]+\s?){1,4})"
    r"(?=[.,;]|$)"
)


def _helping(opening: Opening) -> str:
    """ "help after knee surgery" of a practice that helps people then; nothing for others."""
    asked = (m for text in opening.of("ask") if (m := _HELPING.match(text)))
    found = next(asked, None)
    for part, then in pairwise(opening.parts):  # "helps tenants | with unfair leases"
        whom = part.kind == "ask" and re.fullmatch(r"(?:[\w-]+\s){0,2}[\w-]+s", part.text.strip())
        if whom and then.kind == "picture" and re.match(r"(?!an?\s|the\s)[a-z]", then.text):
            return f"help with {phrase_of(then.text).core}"
    return f"help {found['when'].strip()}" if found else ""


_CAN = re.compile(r"\s?(?:where|with which)\s[\w ]{2,20}?\scan\s(?P<what>.+)")
_BEEN = re.compile(r"\s?(?:that|which)\s(?:has been|is|are)\s(?P<what>\w+ed\s.+)")


def _hung(opening: Opening) -> str:
    """What hangs on the topic, with the "for ..." behind it."""
    parts = [*opening.parts, Part("", "")]
    at = next((n for n, part in enumerate(parts) if part.kind == "topic"), -1)
    after = f" for {parts[at + 1].text}" if at >= 0 and parts[at + 1].kind == "for" else ""
    return phrase_of(parts[at].text).rest + after


def _deed(rest: str, trade: str) -> str:
    """ "that plants trees in cities": what the trade does, as a headline: "planting trees ..."."""
    if said := _CAN.match(rest) or _BEEN.match(rest):
        core = phrase_of(to_the_reader(said["what"])).core
        return "" if is_direction(core.replace("your", "")) else core
    if helped := _HELPED.match(rest) or _LETS.match(rest):
        return phrase_of(to_the_reader(helped["what"])).core
    deed = _DEED.match(rest)
    placed = deed is not None and _AT_PLACE.match(deed["what"])
    if deed is None or placed or deed["verb"] in _NO_DEED or is_direction(deed["what"]):
        return ""
    what = phrase_of(deed["what"]).core
    stem = deed["verb"] + ("e" if deed["s"] == "es" and not _SIBILANT.search(deed["verb"]) else "")
    if stem in ("do", "doe"):
        return what
    if re.match(r"your\s", deed["what"]):
        return f"{stem} your {what}" if what else ""
    if stem in _FOR_YOU:
        spoken = stem in ("save", "protect") or re.search(r"\byours?\b", what)
        return f"{stem} {what}" if spoken and what else ""
    if head_of(trade) in ("app", "platform", "software", "tool", "website"):
        return f"{stem} {what}" if what else ""
    if _HOW.match(deed["what"]):
        return _how_done(deed, stem) if head_of(trade) in PEOPLE else _as_we(deed)
    shows, short = head_of(trade) in PEOPLE and _SHOWS.fullmatch(stem), len(words_of(what)) < 2
    if shows and (not short or stem == "explain"):
        return f"{what} explained" if short else what
    article = re.match(r"the (?=(?:whole|entire|greater)\b)|an? ", deed["what"])
    return f"{_doing(stem)} {article[0] if article else ''}{what}" if what else ""


_AT_PLACE = re.compile(r"(?:at|in|on|near)\s(?:the\s)?[A-Z]")  # "stops at Oak Square"
_MAKER = re.compile(  # a workshop that mends and makes, and not one that teaches
    r"\s?(?:that|which)\s(?:repair|restore|mend|tune|sharpen|refurbishe|(?:re)?upholster|fixe|build"
    r"|make|carve|bind|forge|clean|service|re-?string|convert|recycle|print)s\b"
)


def _how_done(deed: re.Match[str], stem: str) -> str:
    """ "working on old houses" of who "works on old houses"; nothing for "works on weekends"."""
    on = _WORKS_ON.match(deed["what"])
    what = phrase_of(f"x {deed['what']}").core.removeprefix("x ")
    return f"{_doing(stem)} {what}" if on else ""


def done_there(opening: Opening) -> tuple[str, str]:
    """What a house does that is only called "company", and a workshop that mends: "we clean
    chimneys", with the kind of house; nothing for others."""
    trade = next((phrase_of(text).core for text in opening.of("topic")), "")
    hung = _hung(opening)
    plain = head_of(trade) in PLAIN_BUSINESS and is_empty(trade)
    if not plain and not (head_of(trade) == "workshop" and _MAKER.match(hung)):
        return "", ""
    deed = _DEED.match(hung)
    if deed is None or deed["verb"] in _NO_DEED or _deed(hung, trade) == "":
        return "", ""
    return _as_we(deed), trade


def as_tagline(deed: str) -> str:
    """ "helps small bakeries grow" under the name of who does it: "helping small bakeries grow"."""
    found = _DEED.match(f"who {deed}")
    if found is None or re.search(r"\band [a-z]+s\b", deed):
        return deed
    silent = found["s"] == "es" and not _SIBILANT.search(found["verb"])
    return f"{_doing(found['verb'] + 'e' * silent)} {found['what']}"


def _doing(stem: str) -> str:
    """ "carrie" of "carries" as "carrying", "make" as "making", "cut" as "cutting"."""
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", stem):
        return f"{stem}{stem[-1]}ing"
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    return f"{stem if stem.endswith('ee') else stem.removesuffix('e')}ing"


_END = re.compile(rf"([.,;:{HOLE}])")
_SIBILANT = re.compile(r"(?:ss|sh|ch|x|o)$")
_HOW = re.compile(  # when, where or how it is done, or what else is
    r"(?:and \w+s|within|in|to|on|at|by|from|around|near|every|until|all)\s", re.IGNORECASE
)
_WORKS_ON = re.compile(r"(?:on|with) (?!\w*(?:days?|weekends?|time|call|demand|site)\b)[a-z]")
_SHOWS = re.compile(r"play|stream|explain|review|teach|cover|explore|test|collect|paint|draw")
_THIRD = re.compile(
    r"(?:^|(?<=\band )(?=\w+ (?!(?:in|on|at|of|for|with|to|from|by|and|or|every|all)\b)[a-z]))"
    r"(?P<verb>[a-z]+?)(?P<s>ies|(?<=ss|sh|ch)es|(?<=x|o)es|s)\b"
)


def _as_we(deed: re.Match[str]) -> str:
    """ "that packs and carries everything", as the house says it: "we pack and carry ..."."""
    said = _clause(deed[0])
    plain = _THIRD.sub(lambda m: m["verb"] + ("y" if m["s"] == "ies" else ""), said)
    return f"we {plain}" if " " in said else ""


def _clause(hung: str) -> str:
    """The words behind "that" up to what ends them, without a fact and the word before it."""
    said = _END.split(hung.split(maxsplit=1)[1])
    fact = len(said) > 1 and said[1] == HOLE
    return re.sub(r"\s(?:on|at|from|until|till|within|in|for|by|of)\s?$", "", said[0]) if (
        fact) else said[0]  # fmt: skip


_SAID_OF = re.compile(r"\s?(?:that|which|who)\s(?P<verb>[a-z]+)\s(?P<what>[a-z].+)")
_NO_SAYING = word_set(
    """is are was were has have had can could will would should must may might do does did needs
    need wants want loves love likes like enjoys hates lives live uses use includes include seems
    features feature shows show says say tells tell looks look fits match matches reflects
    captures gives give offers offer wishes honors honours gets takes place"""
)
_OURS = re.compile(r"\b(?:its |their |an? )?(?:clients?|customers?|patients?)\b(?!['’])")


def does_what(opening: Opening) -> str:
    """ "a hairdresser who visits clients at home": "visits you at home"; nothing for others."""
    said = _SAID_OF.match(_hung(opening))
    if said is None or said["verb"] in _NO_SAYING:
        return ""
    line = to_the_reader(_OURS.sub("you", _clause(said[0])))
    plain = re.sub(r"\b(?:your?|people|photos?|readers?|text|story|stories|everyone)\b", "", line)
    fit = " " in line and len(words_of(line)) <= MOST_WORDS + 2 and not is_direction(plain)
    return line if fit else ""


def _goods_pictured(text: str, trade: str) -> str:
    """ "featuring fresh croissants and a young couple": goods, praised or what the trade sells."""
    first = re.split(r",|\s(?:and|with|on|in|at|against)\s", text.strip())[0].strip(" .")
    sold = {word.lower().rstrip("s") for word in words_of(trade)[:-1]}
    own = len(words_of(first)) > 1 and any(w.lower().rstrip("s") in sold for w in words_of(first))
    praised = own or PRAISED_GOODS.match(first)
    if re.match(r"an?\s", first) or not praised or is_direction(first):
        return ""
    return phrase_of(tidy(first)).core
