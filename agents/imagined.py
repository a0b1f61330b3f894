"""Pictures told without a word for the design: "Show a lake", "maybe a bike", "A goat on a roof."

Whoever writes so names what is seen after a verb of seeing, in a sentence of looks ("woodcut, a cod
with a fiddle") or in a sentence without a verb.
"""

from __future__ import annotations

import re

from agents.phrases import HOLE

_REST = rf"[^.;:!?\n{HOLE}]{{3,140}}"
_NO_TOOL = (
    r"(?!(?:(?:an?|one|some)\s)?(?:pop|bit|touch|hint|splash|dash|lots?|plenty|sense|dry|fine|thick"
    r"|wide|single colou?r|bold|big|large|clean|folk)\b)"
    r"(?![^.,;:!?]*\b(?:themed?|elements|graphics|motifs|decorations)\b)"
)
_COUNTED = rf"({_NO_TOOL}(?:an?|one|two|three|four|five|six|ten|some)\s{_REST})"
_PICTURE = (
    r"(?:images?|imagery|pictures?|photos?|photographs?|illustrations?|drawings?|sketch|graphic"
    r"|visual(?: pun)?|artwork)"
)
_VERB = (
    r"(?:show|picture|illustrate (?:it|this) with)(?:\s(?:me|us|just|only))?\s"
    r"(?!(?:up|off|that|how|what|why|who|where|when|your|you|them|people|it|this)\b)"
)
_LOOKS = (
    r"style|look|vibe|mood|woodcut|wood ?type|lino(?:cut)?|engraving|riso(?:graph)?|letterpress"
    r"|cartoon|comic|illustrated|drawn|water ?colou?rs?|painted|botanical|retro|vintage|minimal"
    r"|pastel|palette|tones?|colou?rs?|colou?rful|moody|funny|cute|humorous|warm|cosy|cozy|romantic"
)
_COLORS = r"black|white|navy|red|green|blue|yellow|pink|grey|gray|beige|cream"
_CUES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[.!?;:,\n]\s*|\b(?:and|please|to|should|must|could|would)\s){_VERB}({_REST})",
        rf"\b{_PICTURE}(?:\s(?:must|should|could|can|would|might|may)\sbe|\sis|:)\s({_REST})",
        r"\bI(?:['’][md]|\sam|\swould|\scan)?\s(?:imagin(?:e|ing)|pictur(?:e|ing)|see|go for)\s"
        rf"{_COUNTED}",
        r"\b(?:maybe|perhaps|what about|how about|something (?:like|with)|for example)\s"
        rf"{_COUNTED}",
        rf"(?:^|[.!?\n]\s*)with\s{_COUNTED}",
        rf"\b(?:{_LOOKS}|{_COLORS})\b[^.!?\n{HOLE}]*?(?:[,;:]|\swith)\s{_COUNTED}",
        rf"\b(?:{_LOOKS})\b(?:\s[\w-]+)?,?\swith\s({_NO_TOOL}{_REST})",
    )
)
_SENTENCE = re.compile(rf"(?:^|[.!?]\s+|\n)([A-Z][^.;:!?\n{HOLE}]{{6,120}})(?=[.!\n]|$)")
_COUNTS = re.compile(r"(?:An?|One|Two|Three|Four|Five)\s")
_SEEN = re.compile(
    r"\s(?:\w{3,}ing|with|in|on|at|under|over|inside|against|full of|made of|from|between)\s"
)
_DOES = re.compile(r"^(?:\S+\s){1,3}\w{2,}ing\s(?:an?|the|at|on|in|into|from|out|over|through)\s")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|do|does|get|gets|we|you|i"
    r"|our|your|my|please|for|free|per|poster|flyer|card|logo|banner|sticker|sign|post|ad)\b",
    re.IGNORECASE,
)


def imagined_in(text: str) -> list[str]:
    """The stretches of a request that say what is seen, the surest first."""
    told = [match[1] for cue in _CUES for match in cue.finditer(text)]
    return [*told, *(said for said in _SENTENCE.findall(text) if _is_scene(said))]


def _is_scene(sentence: str) -> bool:
    """Whether it has no verb but says of one or some things where they are or what they do."""
    if _VERBS.search(sentence):
        return False
    return bool(_SEEN.search(sentence) if _COUNTS.match(sentence) else _DOES.match(sentence))
