"""Sentences that hold only looks: "Moody green and gold.", "Calm, no bright colours".

They are said once more as what they are, "The style is ...", which the other readers know.
"""

from __future__ import annotations

import re

from agents.vocabulary import color_pattern, is_art

_SENTENCE = re.compile(r"(?P<before>(?:^|[.!?]\s+|\n+))(?P<words>[^.!?\n]+)(?=[.!?\n]|$)")
_WORDS = (
    r"grungy|gritty|neutral|retro|vintage|rustic|modern|minimal(?:ist)?|clean|simple|elegant|bold"
    r"|playful|cosy|cozy|warm|cool|fresh|bright|dark|light|soft|muted|earthy|pastel|neon|moody"
    r"|masculine|feminine|formal|classy|fancy|luxur(?:y|ious)|festive|cheerful|happy|romantic"
    r"|professional|serious|friendly|fun|funky|edgy|sleek|natural|organic|nautical|tropical"
    r"|industrial|futuristic|trendy|stylish|quirky|whimsical|dreamy|calm(?:ing)?|optimistic"
    r"|colou?rful|vibrant|catchy|plain|monochrome|traditional|classic|old[- ]school|handmade"
    r"|hand[- ]drawn|strong"
)
_LIGHT = (
    r"very|really|quite|not too|a bit|but|and|with|in|or|like|of|on|some|the|an?|please|mostly"
    r"|more|lots|use|keep|it|make|something|only|american|japanese|indian|italian|french"
    r"|scandinavian|mexican|deep|pale|dusty|hot"
)
_THING = (
    r"(?:colou?rs?|tones?|hues|shades|palette|style|look|feel|vibes?|mood|fonts?|lettering|letters"
    r"|typography|background|border|icons?|texture|pattern|photos?|picture|image|illustrations?"
    r"|ornaments?|white space|(?:empty|negative|blank|big|much|free) space|accents?|details|theme)"
)
_SAYS = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
_FILLING = re.compile(rf"\b(?:{_WORDS}|{_LIGHT})\b|[^\w]", re.IGNORECASE)
_ENDS_LOOK = re.compile(
    rf"(?:(?:no|without|lots of|plenty of|lot of|like|with|some)\s)?(?:[\w-]+\s){{0,3}}{_THING}"
    r"(?:\s(?:like|in|with|of)\s[\w -]+)?$",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"(?:meant|made|intended|aimed|suitable|designed|good)\s(?:for|at)\s.+", re.IGNORECASE
)
_DIGIT_OR_ADDRESS = re.compile(r"[\d@:/\"“”]")


def with_styles(request: str) -> str:
    """The request with its sentences of mere looks said as a style; the first is the asking."""
    return _SENTENCE.sub(lambda m: _styled(m) if m.start() else m[0], request)


def _styled(match: re.Match[str]) -> str:
    words = match["words"].strip()
    pieces = [piece.strip() for piece in re.split(r",\s(?:and\s)?|;\s", words) if piece.strip()]
    looks = bool(pieces) and len(words.split()) <= 14 and not _DIGIT_OR_ADDRESS.search(words)
    if not looks or not all(map(_is_look, pieces)) or _FOR_WHOM.fullmatch(pieces[0]):
        return match[0]
    plain = re.sub(r"^please\s", "", words[0].lower() + words[1:])
    return f"{match['before']}The style is {plain}"


def _is_look(piece: str) -> bool:
    """ "moody green and gold", "leaf icon", "plenty of white space", "meant for nurses"."""
    rest = color_pattern().sub("", piece)
    told = rest != piece or bool(_SAYS.search(piece))
    bare = told and not _FILLING.sub("", rest)
    return bare or bool(_ENDS_LOOK.fullmatch(piece) or _FOR_WHOM.fullmatch(piece) or is_art(piece))
