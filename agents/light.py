"""A topic as a headline: its light head taken off, its words cased and cut to fit.

"A discussion on tidal power" is about tidal power: the title is "Tidal Power", the kicker
"Discussion".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.phrases import is_name, sentence_case, shortened, tidy, title_case, word_set, words_of
from agents.vocabulary import EVENTS, PLAIN_BUSINESS, head_of, is_empty

MOST_WORDS = 7


class Headline(NamedTuple):
    title: str = ""
    kicker: str = ""
    subtitles: tuple[str, ...] = ()  # candidates, best first
    brand: str = ""
    venue: str = ""
    items: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()  # copy that hangs on the topic by commas
    weak: bool = False  # made of what is shown or of the words before the format


_LIGHT = (
    r"(?:video|episode|vlog|post|article|clip)s? (?:on |about )?"
    r"(?P<t>(?!featur|show|includ)(?:\w+ing|why|how|what|when|where|who) .+)",
    r"(?:[a-z]+ )?(?:video|vlog|clip)s? (?:on|about) (?P<t>(?:the |an? )?[a-z].+)",
    (r"(?P<k>(?:podcast |radio )?episode|(?:blog )?(?:post|article)"
     r"|(?:product |book |movie |film )?review|discussion|talk|poll"
     r"|lecture|conversation|debate|seminar"
     r"|webinar|workshop|masterclass|class(?! of \d)|course|panel|conference|exhibition|podcast"
     r"|tutorial|presentation)s?(?: (?:evening|night|event|round))? (?:on|about|of)"
     r" (?P<t>.+)"),
    r"(?P<k>(?:.+ )?(?:performance|production|staging|adaptation|wedding|engagement|screening"
    r"|revival"
    r"|rendition))"
    r" of (?P<t>(?-i:[A-Z]).+?)(?P<s> (?:at|in) .+)?$",
    r"(?P<w>(?:re-?)?opening) of (?:an?|the) (?P<t>(?:\w+ ){0,3}\w+?)(?: (?:on|in|at) .+)?$",
    r"(?P<t>(?:grand )?(?:re-?)?opening|(?:new )?(?:\w+ )?menu|sneak peek) (?:of|at|for"
    r"|on) (?P<s>.+)",
    r"(?P<w>celebration|festival|launch|premiere|anniversary|exhibition|tour) of (?P<t>(?:\S+"
    r" ?){1,3})$",
    r"(?:\w+ )*(?:holiday|celebration|festival) of (?P<t>(?-i:[A-Z]).+)",
    r"(?P<w>sale) (?:of|in|at|on) (?:an?|the) (?P<t>.+ (?:store|shop|zone|mall|outlet|market))$",
    r"(?P<w>(?:\w+ )?sale) of (?P<t>(?!an?\b)(?:\S+ ?){1,4})$",
    r"(?P<k>sale) of an? (?P<t>.+)",
    r"(?P<w>giveaway|winners?) of (?:an? |the )?(?P<t>.+)",
    r"(?P<k>recipe) (?:for|of) (?P<t>.+)",
    r"(?:(?:team|company|page|channel|shop|store|club|us|we)(?: for)? )?"
    r"(?:reaching|hitting|passing)"
    r" (?P<t>\d.+)",
    r"(?P<t>(?:\S+ )*(?:sale|clearance|offer|deal|discounts?|promotion)) (?P<s>(?:on|for|of) .+)",
    r"(?P<k>job (?:vacancy|opening|position)|vacancy) for (?P<t>.+)",
    r"(?P<t>(?:.+ )(?:day|hour|week|month|night|eve|time)) reminder",
    r"(?P<t>.+) (?P<k>job vacancy|job opening|vacancy)",
    r"(?P<t>.+) (?:position|role|job)",
    r"(?P<k>(?:.+ )?(?:launch|premiere|screening|signing|release)) of (?:the |an? )?(?:new )?"
    r"(?:novel|book|film|movie|album|play|musical|documentary|single|game),?"
    r" (?P<t>(?-i:[A-Z]).+)",
    r"(?P<t>.+ (?:fest|festival|sale|party|exhibition|exhibit|day|ride|fair|show|night|concert"
    r"|offer"
    r"|seminar|conference|workshop|run|race|auction)) event",
    r"(?P<t>(?!.*\bsale ).+) (?:promotion|campaign|initiative)",
)  # fmt: skip
_LIGHT_PATTERNS = tuple(re.compile("^(?:an? |the )?" + p, re.IGNORECASE) for p in _LIGHT)


def lightened(core: str) -> Headline:
    """The topic without its light head: "a discussion on X" is about X."""
    for pattern in _LIGHT_PATTERNS:
        match = pattern.match(core)
        if not match:
            continue
        groups = {k: tidy(v) for k, v in match.groupdict().items() if v}
        title = " ".join(filter(None, (groups.get("t"), groups.get("w"))))
        subtitle = groups.get("s", "")
        if title in ("opening", "reopening", "re-opening") and is_name(subtitle):
            return Headline(title_of(core))
        if match["s"] if "s" in match.groupdict() else None:
            subtitle = match["s"].strip()
        return Headline(title_of(title), kind_of(groups.get("k", "")), (subtitle,) * bool(subtitle))
    if by := _BY_WHOM.fullmatch(core):
        return Headline(title_of(by["t"]), "", (by["by"],))
    title = title_of(without_plain(core))
    whose = _WHOSE.search(core)
    below = (whose["who"],) if whose and whose["who"] not in title else ()
    return Headline(title, "", below)


_WHOSE = re.compile(
    r"\sof (?:the )?(?P<who>[A-Z][\w'’-]+(?: (?:and|&|[A-Z][\w'’-]+)){1,6}(?: [a-z]+){0,2})$"
)
_BY_WHOM = re.compile(r"(?P<t>(?:\S+ ){1,3}\S+) (?P<by>by (?:the|our) [a-z].+)")
_WHETHER = re.compile(
    r"whether (?P<who>.+?) (?P<verb>should|can|could|will|would|is|are|must|may|does|do|has|have)"
    r" (?P<what>.+)",
    re.IGNORECASE,
)


def title_of(core: str, the: bool = False) -> str:
    if asked := _WHETHER.fullmatch(tidy(core)):
        question = f"{asked['verb']} {asked['who']} {asked['what']}"
        return f"{title_case(shortened(question, MOST_WORDS + 2))}?"
    taught = re.match(
        r"how (?:to\s|.*\scan be$)|(?:named|voted|ranked|chosen)\s"
        r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
        r" (?:\w+ )?(?:tips|ways|mistakes|steps|reasons|ideas)\s",
        core,
    )
    core = shortened(tidy(core), MOST_WORDS + 2 * bool(taught))
    if the and re.match(
        r"(?:importance|benefits?|power|art|joy|value|hard work|potential)\b", core
    ):
        core = "the " + core if len(words_of(core)) < MOST_WORDS else core
    return title_case(core)


def kind_of(phrase: str) -> str:
    """A kicker: at most five words, in sentence case."""
    short = shortened(tidy(phrase), 5)
    return "" if is_empty(short) else sentence_case(re.sub(r"^(?:new|local)\s", "", short))


def without_plain(phrase: str, least: int = 2) -> str:
    """ "a moving and storage company" without "company", when at least `least` words stay."""
    words = phrase.split()
    plain = PLAIN_BUSINESS - {"store", "shop", "agency", "channel", "website", "team", "group"}
    if len(words) > least and words[-1].lower() in plain:
        return " ".join(words[:-1])
    return phrase


_TALKS = word_set(
    "video book episode post article discussion podcast clip guide reel conversation presentation"
    " vlog blog webinar documentary e-book ebook report debate panel forum roundtable symposium"
)


def is_talk(core: str) -> bool:
    """Whether it is told of something, which then heads the design."""
    return head_of(core) in EVENTS | _TALKS
