"""What is told, explained or talked over: a video, a lecture or a Q&A is headed by its topic."""

from __future__ import annotations

import re

from agents.cores import Phrase, phrase_of
from agents.light import MOST_WORDS, Headline, kind_of, title_of
from agents.opening import Opening, Part
from agents.phrases import HOLE, first_clause, is_name, word_set, words_of
from agents.subtitles import hung_on
from agents.vocabulary import PEOPLE, head_of

_SILENT = word_set("video post article clip thumbnail reel vlog blog")
_EXPLAINED = re.compile(r"(?:what|who) (?P<what>[^,.]{2,40}?) (?:is|are|means?)\b", re.IGNORECASE)


def talk(opening: Opening, kind: Phrase) -> Headline:
    """ "a video about the Metaverse": its topic is the title."""
    phrase = phrase_of(opening.of("about")[0])
    spoken = re.search(r"\s[Bb]y ([A-Z].+)$", phrase.core)
    core = phrase.core[: spoken.start()] if spoken else phrase.core
    explained = _EXPLAINED.match(opening.of("about")[0].strip())
    core = explained["what"] if explained else _whole_how(core, opening)
    article = re.match(
        r"[Tt]he (?=[A-Z]|importance|power|art|benefits|history|future)",
        opening.of("about")[0].lstrip(),
    )
    subtitles = (f"By {spoken[1]}",) if spoken else ()
    silent = head_of(kind.core) in _SILENT
    title = title_of(core)
    title = f"The {title}" if article else title
    return Headline(
        title, "" if silent else kind_of(kind.core), (*subtitles, *hung_on(phrase.rest))
    )


def _whole_how(core: str, opening: Opening) -> str:
    """ "how to train for a first marathon", where the marathon is a part of its own."""
    parts = [*opening.parts, Part("", "")]
    then = next((b for a, b in zip(parts, parts[1:], strict=False) if a.kind == "about"), parts[-1])
    whole = f"{core} for {first_clause(then.text)[0].strip(' .')}"
    fit = then.kind == "for" and core.startswith("how to ") and HOLE not in whole
    return whole if fit and len(words_of(whole)) <= MOST_WORDS + 2 else core


_MEETING = re.compile(r"(?:.*\s)?(?:q ?& ?a|interview|chat|conversation|live ?stream)$", re.I)


def with_whom(opening: Opening, core: str) -> str:
    """ "a Q&A with a nutritionist", which is no picture of one."""
    whom = next(iter(opening.of("picture")), "")
    who = first_clause(whom)[0].strip(" .")
    named = re.match(r"(?:[a-z]+\s){0,3}(?:[A-Z][\w'’-]+\s)*[A-Z][\w'’-]+$", who)
    if not _MEETING.match(core) or not (named or re.match(r"(?:an?|our|the)\s", whom)):
        return ""
    return f"{core} with {who}" if named or head_of(who) in PEOPLE or is_name(who) else ""
