"""A fact said by itself, "extend it until 7 September", takes the place of the only one like it."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.facts_known import FACTS
from agents.chat.figures import in_figures
from agents.chat.naming import Named, find, with_labels
from agents.chat.results import Answer, Choice, NotThereError, Question, UnclearError
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence, heard
from agents.chat.shapes_of_words import coded, renumbered
from agents.chat.values import day as days
from agents.chat.values import unplaced
from agents.chat.values.accounted import unaccounted
from agents.chat.values.day import days_in
from agents.chat.values.wording import words_shown
from agents.chat.words import value_in
from design_io.document import TextLayer, walk

_CUE = re.compile(
    r"\b(?:now|new|instead|chang\w+|mov(?:ed?|ing)|extend|until|till|from|starts?|begins?|opens?"
    r"|costs?|is|are|it's|make|update|should|at|on|to|postponed?|brought forward|reschedul\w+|by"
    r"|rather|correct|actually|use|put|doors|charge|ring|call|visit|ends?|ending|finish\w*"
    r"|closes?|runs?|deadline|due|before|valid)\b"
)


_ADDED = re.compile(r"(?:add|insert|append|include|(?:swap|exchange) .+ (?:and|with))\b")
_OPENS = re.compile(r"\b(?:open(?:s|ing)?|start(?:s|ing)?|begin\w*|from|doors)\b")
_CLOSES = re.compile(r"\b(?:clos\w+|end(?:s|ing)?|finish\w*|until|till|to|shut\w*|stops?)\b")
_AGO = re.compile(r"\bsince(?: last| the)? $")  # since when it is so, which is no news of the copy
_SAME_TOWN = re.compile(r"\bsame (?:city|town|village)\b")
_VENUE = re.compile(
    r"(?:(?P<s>.*?\w)(?: (?:has |have |had to )?(?:been )?(?:mov\w+|switch\w*|chang\w+|relocat\w+)"
    r"(?: house)? to|(?:'s| is| are|'re| will be| takes place| be held| held| meet\w*| now)(?: now"
    r"| actually| happening| on| being held)* (?:in|at))|(?:now |actually )?(?:at|in)"
    r"|(?:re-?located"
    r"|moved|switched) to) (?P<new>.+)"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    if _ADDED.match(sentence.low):
        return None  # what is added takes the place of nothing
    if (unclear := unplaced.question(sentence, context)) is not None:
        return unclear
    if unplaced.is_of_an_aside(sentence.low, words_shown(context)):
        return unplaced.asked(sentence, context, "the design tells of no such thing; ")
    if not _CUE.search(sentence.low) and (day := _of_the_month(sentence, context)):
        return day
    if not _CUE.search(sentence.low):
        return _in_a_row(sentence, context) or _renumbered(sentence, context)
    figures = in_figures(sentence.raw)
    if figures != sentence.raw:
        sentence = heard(figures)
    told = fact_told(sentence, context)
    return (
        told
        or _of_the_month(sentence, context)
        or _renumbered(sentence, context)
        or _hour(sentence, context)
        or _moved_to(sentence, context)
        or _in_a_row(sentence, context)
    )


def by_so_much(sentence: Sentence, context: Context) -> Answer | None:
    """ "beard trim should go up by two quid", "lunch is half an hour later": reckoned"""
    low = in_figures(sentence.low)
    for pattern, kind in ((_DEARER, "price"), (_LATER, "time")):
        match = pattern.fullmatch(low)
        if match is None:
            continue
        named = _value_of(match["t"], kind, context)
        figure = _FIGURE.search(named.texts[0].text) if named else None
        if named is None or figure is None:
            continue
        reckoned = _dearer if kind == "price" else _later
        return retyped(Named(named.layers, figure.span()), reckoned(figure[0], match), context)
    return None


def _value_of(phrase: str, kind: str, context: Context) -> Named | None:
    """The price or the time in the row of what is named, or that itself."""
    for words in (f"{kind} of {phrase}", phrase):
        try:
            named = find(words, context)
        except (NotThereError, UnclearError):
            continue
        for layer in with_labels(named, context.design):
            if isinstance(layer, TextLayer) and layer.role == kind:
                return Named((layer,))
    return None


def _dearer(said: str, match: re.Match[str]) -> str:
    sign = -1 if re.search(r"down|cheap|less|off|drop", match["way"]) else 1
    value = float(said.replace(",", ".")) + sign * float(match["n"].replace(",", "."))
    whole = value == int(value) and not re.search(r"[.,]", said)
    return f"{value:.0f}" if whole else f"{value:.2f}".replace(".", "," if "," in said else ".")


def _later(said: str, match: re.Match[str]) -> str:
    hours, _, minutes = said.replace(".", ":").partition(":")
    amount = match["amount"]
    step = 30 if "half" in amount else 15 if "quarter" in amount else int(
        (re.search(r"\d+", amount) or re.match("", "1"))[0] or 1  # type: ignore[index]
    ) * (1 if "min" in amount else 60)  # fmt: skip
    total = int(hours) * 60 + int(minutes or 0) + (step if match["way"] == "later" else -step)
    colon = "." if "." in said else ":"
    shown = f"{total // 60 % 24}{colon}{total % 60:02d}"
    return shown if minutes or total % 60 else f"{total // 60 % 24}"


_FIGURE = re.compile(r"\d+(?:[.,:]\d+)?")
_DEARER = re.compile(
    r"(?:the )?(?:price of )?(?P<t>.+?)(?:'s)? (?:(?:should|must|needs to|has to|has|have|will|is"
    r"|are|goes|go|gone|going|went"
    r"|come|comes|price) )*(?P<way>up|down|dearer|cheaper"
    r"|more expensive)(?: by)? [£$€](?P<n>\d+(?:[.,]\d{1,2})?)"
    r"(?: more| less)?"
)
_LATER = re.compile(
    r"(?P<t>.+?) (?:is|are|starts?|begins?|should (?:be|start)|has been moved|has moved"
    r"|moved)(?: now)? (?P<amount>half an hour"
    r"|an hour|(?:a )?quarter of an hour|\d+ (?:min(?:ute)?s?|hours?)) (?P<way>later"
    r"|earlier)(?: now)?"
)


def fact_told(sentence: Sentence, context: Context) -> Answer | None:
    """The one fact of a kind that is said, in the place of the one there is."""
    for kind, pattern in FACTS.items():
        said = [m for m in pattern.finditer(sentence.raw)
                if not _AGO.search(sentence.low[: m.start()])]  # fmt: skip
        if len(said) != 1:
            continue
        holders = _holders(pattern, context) or _ends(kind, pattern, sentence, context)
        if not holders:
            continue
        new = re.sub(r"^the ", "", said[0][0])
        if kind in ("weekday", "days"):
            new = re.sub(r"\b[a-z]+days?\b", lambda m: m[0].capitalize(), new)
        if kind == "weekday":
            new = new.removesuffix("s")
        meant = _meant(kind, sentence, holders, new, context)
        if kind == "date":
            return _dated(new, meant, context)
        if kind == "time":
            new = _half_of_day(new, meant)
        if new.lower() in meant.texts[0].text.lower():
            continue  # named, not changed
        return retyped(meant, new, context)
    return None


def _dated(new: str, meant: Named, context: Context) -> Answer:
    """The day in the form of the one that stands; its month is told of both ends of a span."""
    layer, span = meant.texts[0], meant.span or (0, len(meant.texts[0].text))
    text = layer.text
    own = [d for d in days_in(text) if d.start < span[1] and span[0] < d.end]
    said = days_in(new)
    if not own or len(said) != 1:
        return retyped(meant, new, context)
    old, now = own[-1], days.meant(own[-1], said[0])
    first = own[0] if len(own) > 1 else None
    text = text[: old.start] + days.written(old, now, text) + text[old.end :]
    if first and "month" not in first.pieces and now.month != old.month and old.month is not None:
        text = f"{text[: first.end]} {days.MONTHS[0][old.month]}{text[first.end :]}"
    return retyped(Named((layer,)), text, context)


def _half_of_day(new: str, meant: Named) -> str:
    """ "7:30" for "8 pm" is in the evening too."""
    old = meant.texts[0].text[slice(*meant.span)] if meant.span else meant.texts[0].text
    half = re.search(r" ?(?:am|pm|a\.m\.|p\.m\.)$", old)
    return new + half[0] if half and re.fullmatch(r"[\d.:]+", new) else new


def _hour(sentence: Sentence, context: Context) -> Answer | None:
    """ "it starts at 9": the only time there is, written as it was."""
    match = re.fullmatch(
        r"(?P<t>.*?\b(?:starts?|begins?|opens?|doors|kicks? off|from|time|at|until|till|closes?"
        r"|ends?)\b.*?)(?<!number) (?P<h>\d{1,2}(?:[:.]\d{2})?)(?: ?o'?clock)?",
        sentence.low,
    )
    holders = _holders(FACTS["time"], context) if match else []
    if match is None or len(holders) != 1:
        return None
    (layer,), span = holders[0].texts, holders[0].span or (0, 0)
    hour = re.search(r"\d{1,2}(?:[:.]\d{2})?", layer.text[slice(*span)])
    if hour is None:
        return None
    spot = (span[0] + hour.start(), span[0] + hour.end())
    return retyped(Named((layer,), spot), match["h"], context)


def _holders(pattern: re.Pattern[str], context: Context) -> list[Named]:
    """Every text that holds a fact of the kind, and where in it."""
    found = []
    for layer in walk(context.design):
        if isinstance(layer, TextLayer) and layer.visible:
            matches = list(pattern.finditer(layer.text))
            if len(matches) == 1:
                found.append(Named((layer,), matches[0].span()))
    return found


def _ends(kind: str, pattern: re.Pattern[str], sentence: Sentence, context: Context) -> list[Named]:
    """ "we open at 6am": the end of "7am to 3pm" that is spoken of."""
    early, late = bool(_OPENS.search(sentence.low)), bool(_CLOSES.search(sentence.low))
    if kind != "time" or early == late:
        return []
    found = []
    for layer in walk(context.design):
        if isinstance(layer, TextLayer) and layer.visible:
            both = list(pattern.finditer(layer.text))
            if len(both) == 2:
                found.append(Named((layer,), both[0 if early else 1].span()))
    return found


def _meant(
    kind: str, sentence: Sentence, holders: list[Named], said: str, context: Context
) -> Named:
    """The only one, or the one that other words of the sentence name."""
    if len(holders) == 1:
        return holders[0]
    ids = {named.layers[0].id: named for named in holders}
    for word in re.findall(r"[a-z][\w-]+", re.sub(r"'s\b", "", sentence.low)):
        try:
            named = find(word, context)
        except (NotThereError, UnclearError):
            continue
        for layer in with_labels(named, context.design):
            if layer.id in ids:
                return ids[layer.id]
    texts = [named.texts[0] for named in holders]
    choices = tuple(Choice(x.text, f"change '{x.text}' to '{said}'") for x in texts)
    raise UnclearError(Question(f"which {kind} do you mean?", choices))


def _of_the_month(sentence: Sentence, context: Context) -> Answer | None:
    """ "he was born on the 13th": the day of the only date there is."""
    said = re.findall(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b", sentence.low)
    holders = _holders(FACTS["date"], context)
    if len(said) != 1 or len(holders) != 1:
        return None
    layer, (start, end) = holders[0].texts[0], holders[0].span or (0, 0)
    day = re.search(r"\d{1,2}", layer.text[start:end])
    if day is None or day[0] == said[0]:
        return None
    return retyped(Named((layer,), (start + day.start(), start + day.end())), said[0], context)


def _renumbered(sentence: Sentence, context: Context) -> Answer | None:
    """ "it's row D, seat 3": the numbers of words that stand on the design."""
    found = renumbered(sentence.low, context) or coded(sentence.low, context)
    return retyped(Named((found[0],)), found[1], context) if found else None


def _moved_to(sentence: Sentence, context: Context) -> Answer | None:
    """ "it's in Hyde Park this time": a name, for the only place there is."""
    match = _VENUE.fullmatch(sentence.low)
    places = [x for x in walk(context.design)
              if isinstance(x, TextLayer) and x.visible and x.role in ("venue", "address")
              and not x.id.endswith("-label")]  # fmt: skip
    if match is None or not places or _is_strange(match["s"] or "", context):
        return None
    new = value_in(sentence.kept(match, "new"), context)
    if not re.match(r"(?:the |The |St )?[A-Z\d]", new) or any(
        p.search(new) for p in FACTS.values()
    ):
        return None
    street = bool(re.match(r"\d", new))
    own = [x for x in places if (x.role == "address") == street] or places
    if not own[0].text.startswith("The "):
        new = re.sub(r"^[Tt]he ", "", new)
    if _SAME_TOWN.search(sentence.low) and "," in own[0].text and "," not in new:
        new = f"{new},{own[0].text.rpartition(',')[2]}"
    return retyped(Named((own[0],)), new, context)


def _is_strange(subject: str, context: Context) -> bool:
    """Whether it is said of something else than the design: "the after-party is at Joe's"."""
    return bool(unaccounted(subject.rpartition(", ")[2], known=words_shown(context)))


def _in_a_row(sentence: Sentence, context: Context) -> Answer | None:
    """ "Diavola costs 12.50 now": the number in the row of what is named."""
    match = re.fullmatch(
        r"(?P<t>.+?)(?:'s)?(?: (?:is|are|costs?|should (?:be|cost)|(?:has |have )?(?:goes?|gone"
        r"|went)"
        r" (?:up|down) to|at|for|to|will be|now|at|went to))?(?: now| only)?"
        r" (?P<new>[£$€]? ?\d+(?:[.,]\d{1,2})?)",
        sentence.low,
    )
    if match is None or "," in match["t"]:
        return None
    try:
        return retyped(find(f"price of {match['t']}", context), match["new"], context)
    except NotThereError:
        return None
