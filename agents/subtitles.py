"""What may stand under a headline: candidates from the opening, and the gate they pass."""

from __future__ import annotations

import re

from agents.cores import Phrase, phrase_of
from agents.natural import natural
from agents.opening import Opening
from agents.phrases import (
    HOLE,
    first_clause,
    is_name,
    mostly_in,
    sentence_case,
    shortened,
    tidy,
    words_of,
)
from agents.vocabulary import (
    PEOPLE,
    PLAIN_BUSINESS,
    head_of,
    is_art,
    is_business,
    is_direction,
    is_empty,
    is_sale,
    occasion_in,
)


def hung_on(rest: str) -> tuple[str, ...]:
    """Subtitles in what hangs on a topic: an apposition, an adjective clause, a participle."""
    found = []
    apposition = re.match(
        r"\s*,\s+((?:an?|the)\s[^,.;" + HOLE + r"]+|(?!and\b|or\b|with\b|to\b|at\b|in\b|on\b)"
        r"(?:[a-z][\w'’-]+\s?){2,4}(?=,\s))",
        rest,
    )
    if apposition:
        found.append(apposition[1])
    adjectives = re.match(
        r"\s(?:that|which) (?:is|are) (\w+(?:,? (?:and|yet|but) \w+|, \w+)*)(?=[.,]|$)", rest
    )
    if adjectives:
        found.append(adjectives[1])
    seeking = re.match(
        r"\s+((?:seeking|at an?|in an?|on an?|hosted at|as an?)\s[^,.;" + HOLE + r"]+)", rest
    )
    if seeking:
        found.append(seeking[1])
    return tuple(found)


def purpose_of(topics: list[Phrase], opening: Opening) -> tuple[str, ...]:
    """ "to raise funds" with the "for ..." that follows it."""
    if not topics:
        return ()
    match = re.match(r"\s+(to \w+ [^.,;" + HOLE + r"]+)", topics[0].rest)
    if not match or re.match(r"to (?:attract|promote|engage|be)\b", match[1]):
        return ()
    whom = next((f" for {first_clause(text)[0].strip()}" for text in opening.of("for")), "")
    return (match[1].strip() + whom, match[1].strip())


def performers_in(opening: Opening) -> list[str]:
    """ "featuring John Oliver", "featuring a 3-hour masterclass": names and programme, no"
    " pictures."""
    found = []
    for text in opening.of("picture"):
        if re.search(r"\bin the (?:back|fore)ground\b", text):
            continue
        core = phrase_of(text).core
        names = is_name(core) and not is_direction(core) and not occasion_in(core)
        programme = re.match(r"(?:live|\d+-(?:hour|day|course))\s\w+", core)
        if names or (programme and not is_direction(core)):
            found.append(core)
    for text in opening.of("by"):
        core = phrase_of(text).core
        if core and is_name(re.sub(r"^(?:local )?[a-z]+ (?=[A-Z])", "", core).rsplit(" ", 1)[0]):
            the = "the " if re.match(r"the\s(?-i:[A-Z])", text.strip()) else ""
            found.append(f"by {the}{core}")
    return found


_TOLD_TIPS = re.compile(
    r"[^:]*\b(?:tips|ideas|rules|facts|steps|reasons|ways|tricks|habits)\b[^:]*:\s+"
    r"(?P<list>[^.:!?]+)[.!?]?\s*$",
    re.IGNORECASE,
)


def items_in(opening: Opening) -> tuple[str, ...]:
    """Three or more things in a row after "including", or after tips and a colon, are a list."""
    if told := next((m for t in opening.of("topic", "about") if (m := _TOLD_TIPS.match(t))), None):
        listed = [p.strip() for p in re.split(r"[,;]\s(?:and\s)?", told["list"])]
        if len(listed) >= 3 and all(0 < len(words_of(x)) <= 6 and HOLE not in x for x in listed):
            return tuple(sentence_case(tidy(x)) for x in listed)
    if not opening.of("goods", "topic"):
        return ()
    for text in opening.of("examples"):
        listed = re.split(r",\s(?:and\s)?|\sand\s", text.strip(" ." + HOLE))
        fit = all(0 < len(words_of(x)) <= 5 and not is_direction(x) for x in listed)
        if fit and len(listed) >= 3:
            return tuple(sentence_case(tidy(x)) for x in listed)
    return ()


def examples_in(opening: Opening, items: tuple[str, ...]) -> tuple[str, ...]:
    if items or not opening.of("goods"):
        return ()
    return tuple(tidy(text.split(".")[0]) for text in opening.of("examples"))


# "vegetables and a chef": somebody without a name is seen, and is no copy
_SHOWN_PEOPLE = re.compile(
    rf"\band an?\s(?:[\w-]+\s)?(?:{'|'.join(sorted(PEOPLE))}|man|woman|couple|family|child"
    "|girl|boy)$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(
    r"(?:before|until|and|or|but|nor|till|after(?! the\b)|made)\b"
    r"|to (?!raise|support|benefit|honou?r|celebrate|remember|help|fund|save|mark)"
)


_CHANNEL = re.compile(
    r"(?:(?:for|on|in) )?(?:our |my |the )?(?:linked ?in|facebook|instagram|twitter|x|tik ?tok"
    r"|youtube"
    r"|pinterest|social media|print|web|website)(?: (?:page|feed|story|profile|channel))?",
    re.IGNORECASE,
)


def subtitle_of(candidate: str, title: str, kicker: str) -> str:
    """The candidate in print, or nothing when it is direction, repeats the title or is too long."""
    text = " ".join(candidate.replace(HOLE, " ").split()).strip(" ,.;")
    if _LOOSE_END.match(text) or _CHANNEL.fullmatch(text):
        return ""
    bare = tidy(re.sub(r"^(?:for|by|at|in|on|as)\s", "", text))
    if len(words_of(text)) == 1 and not is_name(text):
        return ""
    long = len(words_of(text)) > 11
    if long:
        text = shortened(text, 11)
    name = re.match(r"(?:by|with)\s|for \d", text) or is_name(text)
    if not bare or not text or (is_direction(bare) and not name) or is_empty(bare):
        return ""
    if is_art(bare) or _SHOWN_PEOPLE.search(bare):
        return ""
    if is_sale(bare) and len(words_of(bare)) < 3:
        return ""
    if (
        mostly_in(bare, f"{title} {kicker}")
        or mostly_in(title, bare, 0.75)
        or re.search(r"\b(?:an?|the)$", text)
    ):
        return ""
    text = re.sub(r"^(?:my|our)\s(?=[a-z])", "", text)
    text = re.sub(r"^an?\s(?=[a-z])", "", text) if len(words_of(text)) < 8 else text
    text = re.sub(r"(?:\s(?:on|at|in|from|by|for|to|with|and|of|before|until|every))+$", "", text)
    return sentence_case(natural(text, title))


def for_whom(opening: Opening) -> tuple[str, ...]:
    """ "for adventurous couples", unless it belongs to a clause that was cut away."""
    found = []
    for before, part in zip(opening.parts, opening.parts[1:], strict=False):
        clause = first_clause(part.text)[0]
        cut = first_clause(before.text)[1].strip(" ,.;" + HOLE)
        core = tidy(clause)
        house = re.match(r"an?\s", clause.strip()) and is_business(core)
        fit = not (is_direction(clause) or is_empty(core) or _is_plain(core) or house)
        if (
            part.kind == "for"
            and before.kind in ("topic", "about", "lead", "show")
            and not cut
            and fit
        ):
            found.append(f"for {clause.strip()}")
    return tuple(found)


def _is_plain(core: str) -> bool:
    return head_of(core) in PLAIN_BUSINESS and not is_name(core)
