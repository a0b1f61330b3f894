"""Words that end up on the design and were not meant for it: "make the £65 yellow", "…, not Rex".

What is spoken of as a thing, and is not there, is nothing to print; nor is the talk around new
words. Either becomes a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agents.chat.clauses import VERBS
from agents.chat.context import Context
from agents.chat.results import Choice, Done, Question
from agents.chat.values.slots import alike, slots_in, told_in
from agents.chat.values.wording import copy_by_id, spots, words_of
from design_io.commands import Batch, Command, UpdateLayer

_QUOTE = r"(?<!\w)['\"“‘](?P<quoted>[^\"“”\n]+?)['\"”’](?!\w)"
_SUM = r"(?P<sum>[£$€]? ?\d[\d.,:]*(?: ?(?:€|%|euros?|pounds?|dollars?|percent|am|pm)(?!\w))?)"
_DONE_TO = (  # deeds done to what is there already
    r"(?:move|delete|remove|hide|take (?:out|off|away)|get rid of|lose|drop|lock|cent(?:er|re)"
    r"|shrink|enlarge|nudge|underline|rotate|align|bold|shift|push|cut|scrap|erase|colou?r)"
)
_SPOKEN_OF = re.compile(
    rf"\b{_DONE_TO} (?:the |that |our )?(?:words? |lines? |text |phrase )?{_QUOTE}"
    rf"|(?:^|[,;.] |\b(?:and|then|please|also) )(?:{VERBS}) (?:the|that) {_SUM}"
    r"(?! (?:to|with|into|for|by|->) (?:just |only )?[£$€\d\"'])",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:,? (?:now,? )?(?:and )?(?:not|instead of|rather than) |,? (?:and )?then "
    rf"|,? and (?:be|is|are|looks?|{VERBS}) )(?=\S).*$",
    re.IGNORECASE,
)


def asked(sentence: str, found: Done, context: Context) -> Question | None:
    """Asks where words were printed that only speak of something."""
    if context.confirmed:
        return None
    before = copy_by_id(context.design)
    after = copy_by_id(found.after(context.history).present)
    fresh = {x: text for x, text in after.items() if before.get(x) != text}
    for words in _spoken_of(sentence):
        there = _reads(words, before) or spots(words, context) or _states(words, context)
        if not there and (_reads(words, fresh) or after == before):
            return Question(f"nothing reads {words!r}; what do you mean?")
    for name, text in fresh.items():
        if (kept := _without_talk(text, before.get(name, ""), sentence)) is not None:
            return _with_or_without(name, before.get(name, ""), text, kept)
    return None


def twice(found: Done, context: Context) -> Question | None:
    """Asks where one text was given two readings that share nothing."""
    old = _written_twice(found.commands, copy_by_id(context.design))
    return Question(f"two things were told for {old!r}; which is meant?") if old else None


def _spoken_of(sentence: str) -> Iterator[str]:
    for match in _SPOKEN_OF.finditer(sentence):
        yield (match["quoted"] or match["sum"]).strip(" .,")


def _reads(words: str, texts: dict[str, str]) -> bool:
    behind = "" if words[-1:].isdigit() else r"(?![^\W_])"  # "£65" is printed as "£650" too
    pattern = re.compile(rf"(?<![^\W_]){re.escape(words)}{behind}", re.IGNORECASE)
    return any(pattern.search(text) for text in texts.values())


def _written_twice(commands: Sequence[Command], before: dict[str, str]) -> str | None:
    """The text that was given new words, and then others in their place; None without one."""
    now = dict(before)
    for name, text in _retold(commands):
        old, last = before.get(name, ""), now.get(name, "")
        lost = words_of(last) - words_of(old) - words_of(text)
        if old and last != old and lost and len(lost) == len(words_of(last) - words_of(old)):
            return old
        now[name] = text
    return None


def _retold(commands: Sequence[Command]) -> Iterator[tuple[str, str]]:
    for command in commands:
        if isinstance(command, Batch):
            yield from _retold(command.commands)
        elif isinstance(command, UpdateLayer) and "text" in command.changes:
            yield command.layer_id, str(command.changes["text"])


def _states(words: str, context: Context) -> bool:
    """Whether the value stands there in any form: "24 pounds" as "£24"."""
    told = told_in(words.lower(), words)
    return any(alike(t.kind, t.value, s) for t in told for s in slots_in(context))


def _without_talk(text: str, old: str, sentence: str) -> str | None:
    """The words before talk that stands in the sentence outside quotes; None without such."""
    match = _TALK.search(text)
    if match is None or match[0].lower() in old.lower():
        return None
    plain = re.sub(_QUOTE.replace("(?P<quoted>", "("), " ", sentence).lower()
    return text[: match.start()] if match[0].strip(" ,").lower() in plain else None


def _with_or_without(name: str, old: str, text: str, kept: str) -> Question:
    spoken = f"change {old!r} to" if old else "add"
    choices = tuple(Choice(each, f"yes, {spoken} {each!r}") for each in (kept, text))
    return Question(f"which words should stand there: {kept!r}?", choices)
