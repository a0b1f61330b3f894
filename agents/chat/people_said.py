"""What is told of people: "he is head chef now", "the workshop is with Ana Silva"."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.naming import Named, find, texts_shown
from agents.chat.naming_topics import COMPANY, FULL_NAME
from agents.chat.qualities import read
from agents.chat.results import Answer, NotThereError, UnclearError
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence
from agents.chat.words import value_in
from design_io.document import TextLayer

_WITH = re.compile(r"(?P<t>.+?)(?: is| are|'s| will be)(?: now)? (?P<how>with|by) (?P<new>.+)")
_POST = re.compile(
    r"(?P<who>[\w.' -]+?)(?:'s| is| has become| became| becomes)(?: now)?(?: an?| the| our)?"
    r" (?P<new>[a-z][\w' &-]+?)(?: now)?(?:[,;] .+)?"
)
_BY_NOW = re.compile(r"\b(?:now|promoted|be(?:came|comes?))\b")
_NO_POST = re.compile(r"(?:in|at|on|with|by|from|to|of|not|no|here|there|too|so|called|named)\b")
_MOST = 5  # words of what somebody is


def with_whom(sentence: Sentence, context: Context) -> Answer | None:
    """Another name behind the "with" or "by" of the text that is named."""
    match = _WITH.fullmatch(sentence.low)
    new = value_in(sentence.kept(match, "new"), context) if match else ""
    if match is None or not FULL_NAME.fullmatch(new):
        return None
    try:
        texts = find(match["t"], context).texts
    except (NotThereError, UnclearError):
        return None
    old = re.search(rf"\b{match['how']} ([A-Z].+)$", texts[0].text) if len(texts) == 1 else None
    return retyped(Named(texts, old.span(1)), new, context) if old else None


def post(sentence: Sentence, context: Context) -> Answer | None:
    """What the person whose name the title is does by now, in the place of what they did."""
    match = _POST.fullmatch(sentence.low)
    posts = _posts(context)
    if match is None or len(posts) != 1 or not _BY_NOW.search(sentence.whole.lower()):
        return None
    new = sentence.kept(match, "new")
    if not _is_person(match["who"], context) or _NO_POST.match(new) or read(match["new"]):
        return None
    if len(new.split()) > _MOST:
        return None
    return retyped(Named((posts[0],)), _in_case(new, posts[0].text), context)


def _posts(context: Context) -> list[TextLayer]:
    """What may tell what the person is: no name and no figure."""
    texts = (x for x in texts_shown(context.design) if x.role == "subtitle")
    return [x for x in texts if not re.search(r"\d|@", x.text)
            and not FULL_NAME.fullmatch(x.text) and not COMPANY.search(x.text)]  # fmt: skip


def _is_person(who: str, context: Context) -> bool:
    titles = [x.text for x in texts_shown(context.design) if x.role == "title"]
    if len(titles) != 1 or not FULL_NAME.fullmatch(titles[0]):
        return False
    names = set(re.findall(r"\w+", titles[0].lower()))
    return who in ("he", "she", "they") or set(re.findall(r"\w+", who)) <= names


def _in_case(new: str, old: str) -> str:
    """With a capital where what stands has one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
