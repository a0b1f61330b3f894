"""Another format: "as a story", "can I have it in A4", "an A5 version of it"."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.results import Answer, Resize
from agents.chat.sentence import Sentence
from agents.resizing import size_asked

_THING = r"(?:it|this|that|the (?:design|poster|whole thing|flyer|thing|lot))"
_REST = re.compile(
    rf"(?:make |have )?{_THING} (?P<size8>square)(?: as well| too| also)*,? (?:for|on|to post on)"
    r" (?:our |my )?(?:instagram|insta|facebook|social media)(?: as well| too| also)*|"
    rf"(?:flip|turn|rotate|make|change|switch|swap) {_THING}(?: (?:round|around|over"
    rf"|sideways))?(?: so"
    rf"(?: that)? it(?:'s| is))?,? (?:to |into |in )?(?P<size7>landscape|portrait)|"
    rf"make (?:me |us )?(?P<size5>.+?) (?:out of|from) {_THING}|(?:make )?{_THING} (?:be"
    rf"|fit(?: (?:on|in"
    rf"|into|to|onto))?) (?P<size6>.+)|(?:go with|use|try|go for|have|do) (?:an? "
    rf"|the )?(?P<size0>.+?)(?: (?:format|size|shape"
    rf"|orientation|layout))?|{_THING} (?:(?:to be|be|look like|also|go) )?(?:an? \w+ )?(?:in|as"
    rf"|for|to|at|fit(?: (?:to|on|for))?) (?P<size>.+)|(?:do |make |create |get |have |see "
    rf"|need |try )?(?:me )?(?:an? )?(?P<size2>.+?) version"
    r"(?: (?:of|from|for) .+)?"
    rf"|(?:re-?size|reformat|adapt|change|convert|scale|crop|rework|redo)(?: {_THING})?(?: (?:to"
    rf"|for|as|into))? (?P<size3>.+)|(?:make|turn)(?: {_THING})? (?:into "
    rf"|to )?(?P<size4>.+?)(?: format| size| shape| orientation)"
)

_LEAD = re.compile(
    r"^(?:(?:and|now|ok(?:ay)?|so|also|please|next|then|but|again|maybe|hi|hey|great|cool|well"
    r"|thanks)\b[,:!.]? *|(?:the |exactly the |this |that )?(?:same|lot|design|thing)(?: thing"
    r"| design| one| again)*\b[,:]? *|(?:we|i)(?:'ll| will)?(?: also| now| just)* (?:need|want"
    r"|would like|'d like) (?:(?:it|this|that|one|the same)\b *)?(?:too|also|as well)?,? *"
    r"|(?:can|could) (?:i|we|you) (?:also |please |just )*(?:have|get|do|make|see) (?:(?:it|this"
    r"|that|one|the same)\b *)?|one(?: more)? (?=for|in|as)|(?:it|this) (?=for|in|as)"
    r"|(?:in|as|for|to) (?:(?:the|our|my|an?) )?)",
    re.IGNORECASE,
)
_WHERE = re.compile(  # what it is for, which tells no size
    r"(?:^|,? )(?:for|in|on|to (?:hang|put|stick) (?:up )?(?:in|on)) (?:the|our|my|an?) "
    r"(?:shop |club "
    r"|school |front "
    r"|office |village |big )*(?:window|wall|door|board|notice ?board|counter|shop|fridge"
    r"|pin ?board|hallway|entrance|screen|printer|fence|gate|table|front|lamp ?posts?|club"
    r"|school|office)s?\b,?|^(?:the|our|my) (?:shop |front )*(?:window|wall|door|board"
    r"|notice ?board|screen)s?,|(?:,| and)? ?(?:please|thanks|thank you|too|as well|instead|now"
    r"|for printing|to print|as before|if possible)$",
    re.IGNORECASE,
)

_SIDE = r"(?P<{0}>\d+(?:[.,]\d+)?) ?(?P<{0}_unit>px|pixels?|mm|cm|in(?:ch(?:es)?)?)? {1}"
_BOTH = r",? ?(?:and |by |x |× )?"
_OF_A_THING = re.compile(
    r"\b(?:the|my|our|that|this) (?!(?:whole|design|poster|fl[iy]er|canvas|page|sheet|thing|format"
    r"|size|same|lot)\b)\w"
)
_SIDES = (
    re.compile(_SIDE.format("w", "wide") + _BOTH + _SIDE.format("h", "(?:high|tall)")),
    re.compile(_SIDE.format("h", "(?:high|tall)") + _BOTH + _SIDE.format("w", "wide")),
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    canvas = context.design.canvas
    asked = size_asked(_as_product(sentence.whole.lower()), canvas)
    asked = asked or size_asked(sentence.whole, canvas) or size_asked(sentence.raw, canvas)
    if asked is None and (match := _REST.fullmatch(sentence.low)):
        said = next(size for size in match.groupdict().values() if size)
        parts = [said, *reversed([part.strip() for part in said.split(",")])]
        found = (size_asked(f"make it {part}", canvas) for part in parts)
        asked = next((each for each in found if each), None)
    if asked is None:
        asked = size_asked(f"make it {_bare(sentence.whole)}", canvas)
    if asked is None:
        return None
    add = asked.add or bool(re.search(r"\b(?:also|too|as ?well)\b", sentence.whole.lower()))
    return Resize(asked.size, add)


def _as_product(low: str) -> str:
    """ "1080 wide and 1920 high" as "1080x1920"; empty without both sides."""
    both = next(filter(None, (sides.search(low) for sides in _SIDES)), None)
    both = None if both and _OF_A_THING.search(low[: both.start()]) else both
    unit = (both["w_unit"] or both["h_unit"] or "") if both else ""
    return f"make it {both['w']}x{both['h']} {unit}".strip() if both else ""


def _bare(whole: str) -> str:
    """The size alone, of "the same but for LinkedIn", "portrait a2 for the window"."""
    words = whole.strip(" .!?")
    while (shorter := _LEAD.sub("", words)) != words:
        words = shorter
    while (shorter := _WHERE.sub("", words)) != words:
        words = shorter
    return words.strip(" ,.!?")
