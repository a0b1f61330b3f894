"""What the rules read and what the learned reader read, brought together.

The rules know facts and forms; the reader knows which words are copy at all. So what it is sure of
and no text says is added, what it is sure is no copy is left out, and it may choose another title.
Facts that the rules found are never taken away.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.copy_only import begins, without_direction
from agents.fact_lines import with_fact_lines
from agents.fragments import is_heading
from agents.inline_keys import is_for_designer
from agents.leading import (
    AIMED,
    CALLED,
    DANGLING,
    TOLD,
    is_part,
    plain,
    shown,
    title_in,
    titled,
    trimmed_title,
)
from agents.lexicon import entry_named, icons_for
from agents.natural import natural
from agents.own_words import with_own_words
from agents.phrases import (
    is_name,
    mostly_in,
    sentence_case,
    telling_words,
    word_set,
    words_beyond,
    words_of,
)
from agents.reader.copy import Copy
from agents.reader.spans import Span
from agents.said_once import said_once
from agents.vocabulary import is_instruction
from agents.whole_lines import with_whole_lines
from design_io.document import Role

_PRINTED = 0.75  # how sure to add a line, and to leave words out
_BEYOND = 1.7  # telling words of a line against those of a title that it holds
_DOUBTLESS = 0.95  # how sure to add a line wherever it stands
_HALF_SURE = 0.6  # of a piece of a list whose other pieces are printed
_LIFTED = 0.85  # how sure to add what stands within an order to the designer
_NAME = 0.17  # how much surer to add a name, which may be of what is seen
_MOST_WORDS, _MOST_FACT, _MOST_LINES, _MOST_CALL = 16, 8, 14, 4
_JOINED = re.compile(r"\b(?:and|but|plus)$")
_SEEN = re.compile(r"\s(?:in|on) the (?:back|fore)ground\b")
_SHOWN = re.compile(
    r"\b(?:images?|pictures?|photos?|icons?|illustrations?|elements?|symbols?|motifs?|graphics"
    r"|drawings?|sketch(?:es)?|paintings?)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\W*(?:please\s)?(?:use|show|depict|draw|illustrate|place|put|picture|imagine)\b", re.I
)
_ASPECT = re.compile(
    r"(?:the |its |their )?(?:further\b|(?!daily|weekly|monthly|early|only|family|friendly)\w+ly\b"
    r"|by \w+ing\b|ads?$|\w+ of\b(?! all\b))",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\W*(?:please\s)?(?:create|design|make|promote|advertise|announce|generate|produce)\b",
    re.IGNORECASE,
)
_DOING = re.compile(r"\w+ing\b(?!\s(?:is|are)\b)")
_LABEL = re.compile(r"^[A-Z][\w-]+(?: [\w-]+)?:\s")
_PLACEHOLDER = re.compile(  # what the design is to have, and the request does not say
    r"(?:(?:the|an?|your|our|contact|website|web|phone|seat|ticket|event|clinic|application"
    r"|company|social|media|movie|theat(?:er|re))\s)*(?:urls?|numbers?|seats?|websites?|locations?|times?|dates?|prices?"
    r"|names?|address(?:es)?|phone|contacts?|info(?:rmation)?|details|logos?|theat(?:er|re)|links?"
    r"|handles?|hours|venue|photos?|deadlines?|how to \w+|e-?mail|bible verse|verse)"
    r"|(?:visit|see|check|go to) (?:the|our|your) website\b.*|.*:\s_{2,}",
    re.IGNORECASE,
)
_TORN = re.compile(r"\.\w|\s(?:is|are|was|were|will be)(?=[.,;:!?\n]|$)")  # what follows
_THEMED = re.compile(r"[^.;:!?\n]*\s(?:themes?|vibes?|moods?)\b")  # "futuristic, cyberspace themes"
_POST = re.compile(r"(?P<post>[A-Z][a-z]+(?: [A-Z][a-z]+)+) (?:on|from|at|in|until)(?= )")
_OF_IT = re.compile(
    r"^(?:(?:He|She|It|They) (?:was|were|is|are) (?=last |made |[a-z]+(?:ed|en|own)\b)"
    r"|(?:It|They) (?:contains?|has|have) (?=no ))"
)
_BARE = re.compile(r"(?:the|an?|our|this(?! (?-i:[A-Z]))) [a-z]+", re.IGNORECASE)
_OPENING = tuple('"“‘«„')
_PURPOSE = re.compile(r"\bfor\s$")
_CALL_OF_ALL = 2  # words of a call that any design could have: "join us"
_INITIALS = 3  # letters that alone are no name: "NM"
_INTRODUCED = re.compile(r"\b(?:that|says?|saying|reads?|reading|mention|slogan|tagline|title)$")
_LINES = ("subtitle", "body", "item")
_FACTS = ("date", "time", "contact")
_LIGHT = word_set(
    "we you it they he she i us our your my its is are be will can may get have has there this that"
    " also please open opens start starts starting begin begins beginning held place takes happens"
    " discount off price"
)
_WIDENED = ("date", "time", "offer", "price")
_MERGED = (*_LINES, "offer", "price", "legal")


def reconciled(
    texts: tuple[Text, ...], copy: Copy, most: int = _MOST_LINES, paged: bool = False
) -> tuple[Text, ...]:  # fmt: skip
    """The texts after a second opinion on title, left-out lines and art direction.

    most: further lines that the sheet has room for; paged: sentences become pages.
    Of requests that only talk of their theme the rules know more: they gain lines, nothing else.
    """
    told = copy.share() >= TOLD
    if told:
        texts = tuple(trimmed_title(text, copy) for text in texts if not _is_run(text, copy))
    texts = without_direction(texts, copy, paged)
    texts = titled(texts, copy)
    first = texts
    for span in sorted(copy.spans, key=lambda span: span.kind == "title"):
        if len(texts) >= len(first) + most and span.kind != "brand":
            continue
        if _is_called(span, copy):
            texts = _called(texts, copy.said(span))
        elif _is_wanted(span, copy, told) or _is_of_wanted_list(span, copy, told):
            texts = _with(texts, span, copy)
    texts = with_whole_lines(with_fact_lines(texts, copy), copy.text)
    texts = tuple(text for text in texts if not _is_torn(text, copy))
    return with_own_words(said_once(tuple(filter(None, map(_in_print, texts)))))


def _is_wanted(span: Span, copy: Copy, told: bool) -> bool:
    """Whether the reader is sure enough of a line for the place in which it stands."""
    printed = copy.printed(span)
    if printed >= _DOUBTLESS and _is_surely_copy(span, copy):
        return True
    sure = printed - (_NAME if span.kind == "brand" else 0)
    if sure >= _PRINTED and _stands_alone(span, copy, told):
        return True
    return printed >= _LIFTED and _is_lifted(span, copy)


def _is_of_wanted_list(span: Span, copy: Copy, told: bool) -> bool:
    """Whether it is as sure as another of its list, which is printed: all of them or none."""
    sure = copy.printed(span) >= _HALF_SURE and not _is_no_line(span, copy)
    others = (each for each in _list_of(span, copy) if each != span)
    return sure and any(_is_wanted(each, copy, told) for each in others)


def _is_surely_copy(span: Span, copy: Copy) -> bool:
    """Whether words that the reader does not doubt are no goods to show, no call and no purpose.

    A title that is not set as one is a line if it is a name, or introduced as what is said.
    """
    words, (start, _) = copy.said(span), copy.sentence(span)
    before = copy.text[start : span.start]
    if span.kind == "picture" or _is_no_line(span, copy) or _USED.match(copy.text, start):
        return False
    if any(pattern.search(before) for pattern in (_SHOWN, AIMED, _PURPOSE)) or any(
        pattern.match(words) for pattern in (CALLED, _DOING, _ASPECT)
    ):
        return False
    if is_name(words) or span.kind == "title":
        told = before.rstrip().endswith((":", *_OPENING)) or _INTRODUCED.search(before.rstrip())
        return bool(told or is_name(words)) and len(words) > _INITIALS
    return len(words_of(words)) > 1 or (_is_listed(span, copy) and len(words) > _INITIALS)


def _is_called(span: Span, copy: Copy) -> bool:
    """Whether it says what the button says: "request a quote"."""
    short = 1 < len(words_of(copy.said(span))) <= _MOST_CALL
    called = span.kind == "line" and short and CALLED.match(copy.said(span))
    return bool(called) and copy.printed(span) >= _LIFTED


def _called(texts: tuple[Text, ...], words: str) -> tuple[Text, ...]:
    """The texts with these words in place of a call of ours."""
    call = next((t for t in texts if t.role == "cta"), None)
    title = title_in(texts)
    said = " ".join(t.text for t in texts if t is not call)
    if is_part(words, said) or (title and mostly_in(words, title.text)):
        return texts
    now = Text(role="cta", text=sentence_case(shown(words)), provenance="inferred")
    if call is None:
        return (*texts, now) if len(words_of(words)) > _CALL_OF_ALL else texts
    ours = call.provenance == "suggested"
    return tuple(now if t is call else t for t in texts) if ours else texts


def _is_torn(text: Text, copy: Copy) -> bool:
    """Whether a line breaks off within an address or before its verb: "how small the device"."""
    ours = text.role in _LINES and text.provenance == "inferred" and not text.group
    ends = [place.end for place in copy.places(text.text)] if ours else []
    return bool(ends) and all(_TORN.match(copy.text, end) for end in ends)


def _is_listed(span: Span, copy: Copy) -> bool:
    return len(_list_of(span, copy)) > 1


def _in_print(text: Text) -> Text | None:
    """A line as paper says it; none that is only a word with its article, "the store"."""
    if text.role not in ("subtitle", "item") or text.group or text.provenance != "inferred":
        return text
    if _BARE.fullmatch(text.text):
        return None
    said = _OF_IT.sub("", natural(text.text, ""))
    if said == text.text:
        return text
    return text.evolve(text=sentence_case(said)) if said else None


def _stands_alone(span: Span, copy: Copy, told: bool) -> bool:
    """Whether the words are no mere part of a sentence to the designer: "emphasize their taste"."""
    words, (start, end) = copy.said(span), copy.sentence(span)
    if span.kind == "picture" or _is_no_line(span, copy):
        return False
    ordered = is_instruction(copy.text[start:end]) or bool(_ASKS.match(copy.text, start))
    if ordered and (_DOING.match(words) or len(words_of(words)) == 1):
        return False
    listed = _is_listed(span, copy)
    before = copy.text[: span.start].rstrip(" \"'“‘(")
    own = begins(span, copy) or bool(_JOINED.search(before))
    if span.kind == "title":
        return told and own and not ordered
    if re.search(r"\d", words) or (told and (listed or is_name(words) or not ordered)):
        return True
    return bool(told and (own or _INTRODUCED.search(before))) or (own and not ordered)


def _is_no_line(span: Span, copy: Copy) -> bool:
    """Whether the words are for the designer, wanted and not given, or only a piece of a line."""
    words = copy.said(span)
    if _PLACEHOLDER.fullmatch(words) or is_for_designer(words):
        return True
    themed = span.kind == "item" and _THEMED.match(copy.text, span.end)
    if themed or AIMED.search(copy.text[: span.start]):
        return True
    return bool("\n" in words or DANGLING.search(words) or _SEEN.match(copy.text, span.end))


def _is_lifted(span: Span, copy: Copy) -> bool:
    """Whether words of an order to the designer can be printed by themselves: "highlight the
    {daily photo updates}"."""
    words, (start, _) = copy.said(span), copy.sentence(span)
    if span.kind in ("title", "picture", "wanted") or _is_no_line(span, copy):
        return False
    pictured = _SHOWN.search(copy.text[start : span.start])
    if pictured or any(pattern.match(words) for pattern in (CALLED, _DOING, _ASPECT)):
        return False
    listed = _list_of(span, copy)
    things = sum(bool(icons_for(entry_named(copy.said(each)))) for each in listed)
    return len(words_of(words)) > 1 or 2 * things > len(listed) > 1


def _list_of(span: Span, copy: Copy) -> list[Span]:
    """The items of the sentence, where the span is one of them."""
    start, end = copy.sentence(span)
    return [s for s in copy.of("item") if start <= s.start < end] if span.kind == "item" else []


def _is_run(text: Text, copy: Copy) -> bool:
    """Whether it is sentences whose facts stand elsewhere: their lines are added instead."""
    return (
        text.role == "body"
        and not text.group
        and not text.text.startswith("– ")
        and not any(copy.places(text.text))
    )


def _with(texts: tuple[Text, ...], span: Span, copy: Copy) -> tuple[Text, ...]:
    """The texts and one more, when they do not say it; lines cut short in it give way to it."""
    line = shown(copy.said(span))
    line = re.sub(r"^an? ", "", line) if _is_listed(span, copy) else line
    printed = " ".join(f"{t.label} {t.text}" for t in texts)
    value = plain(_LABEL.sub("", line))
    said = any(value in plain(f"{t.label} {t.text}") for t in texts)
    if said or is_heading(line) or len(words_of(line)) > _MOST_WORDS:
        return texts
    title = title_in(texts)
    if span.kind == "title" and title and _overlap(line, title.text, 0.3):
        return texts
    if (
        title
        and is_part(title.text, line)
        and len(telling_words(line)) <= _BEYOND * len(telling_words(title.text))
    ):
        return texts
    inside = [t for t in texts if not t.group and t.role != "title" and is_part(t.text, line)]
    facts = [t for t in inside if t.role in _FACTS]
    fresh = [word for word in words_beyond(line, printed) if word not in _LIGHT]
    is_cut = any(t.role in _LINES and _is_cut(t.text, inside, line) for t in inside)
    told = any(t.role not in _LINES for t in inside)
    headed = told and len(fresh) == 1 and plain(line).startswith(fresh[0])
    if len(fresh) == 1 and any(t.label and is_part(t.label, line) for t in inside):
        return texts  # "monthly payment estimate of $179" where that stands under its label
    if len(fresh) == 1 and copy.printed(span) >= _DOUBTLESS and (whole := _widened(inside, line)):
        return tuple(whole if t is inside[0] else t for t in texts)
    if not is_cut and (headed or not fresh or (len(fresh) == 1 and _is_offered(line, texts))):
        return texts  # "on 5 October", "a 40% discount" where "40% off" stands, "expires June 30"
    called = bool(facts) and facts[0].role == "contact"
    short = len(words_of(line)) <= (_MOST_WORDS if called else _MOST_FACT)
    if facts and (post := _POST.match(line)) and is_part(facts[0].text, line[post.end() :]):
        return _with_item(texts, post["post"])  # "Chief Officer on 1 March"
    if facts and len(facts) == len(inside) and short:
        said_whole = facts[0].evolve(text=sentence_case(line), label="")
        kept = (t for t in texts if t not in facts[1:])
        return tuple(said_whole if t is facts[0] else t for t in kept)
    merged = _MERGED if len(fresh) > 1 or is_cut else _LINES
    replaced = [t for t in inside if t.role in merged or (span.kind == "item" and t not in facts)]
    rest = tuple(t for t in texts if t not in replaced)
    if sum(t.role in _LINES for t in rest) >= _MOST_LINES:
        return texts
    offers = any(t.role == "offer" for t in replaced)
    return (
        *rest,
        Text(
            role="offer" if offers else _role(span, copy, rest),
            text=sentence_case(line),
            provenance="inferred",
        ),
    )


def _with_item(texts: tuple[Text, ...], line: str) -> tuple[Text, ...]:
    return (*texts, Text(role="item", text=line, provenance="inferred"))


def _widened(inside: list[Text], line: str) -> Text | None:
    """The one fact that a line holds, as the line says it: "free shipping this month"."""
    if len(inside) != 1 or inside[0].role not in _WIDENED or len(words_of(line)) > _MOST_FACT:
        return None
    if inside[0].label not in ("", "Date", "Time", "Price") or _DOING.match(line):
        return None  # "Valid until" says more than the line
    return inside[0].evolve(text=sentence_case(line), label="")


def _is_offered(line: str, texts: tuple[Text, ...]) -> bool:
    """Whether an offer or a condition says about the same."""
    return any(t.role in ("offer", "legal") and mostly_in(t.text, line, 0.49) for t in texts)


def _is_cut(text: str, inside: list[Text], line: str) -> bool:
    """Whether a text broke off before a figure: "A standard tuning costs" of "… costs $140"."""
    return any(f"{plain(text)} {plain(t.text)}" in plain(line) for t in inside if t.text != text)


def _role(span: Span, copy: Copy, texts: tuple[Text, ...]) -> Role:
    roles = {t.role for t in texts}
    named = span.kind == "title" and is_name(shown(copy.said(span)))
    if (span.kind == "brand" or named) and "brand" not in roles:
        return "brand"
    return "subtitle" if span.kind == "tagline" and "subtitle" not in roles else "item"


def _overlap(first: str, second: str, share: float) -> bool:
    """Whether more than this share of the words of either stand in the other."""
    return mostly_in(first, second, share) or mostly_in(second, first, share)
