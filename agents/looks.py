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
    r"|ornaments?|light|lighting|outlines?|line drawings?|shapes|serifs?|strokes|corners"
    r"|doodles|humou?r|grain|gradients?|composition|layout|imagery|silhouettes?|watercolou?rs?"
    r"|white space|(?:empty|negative|blank|big|much|free) space|accents?|details|theme)"
)
_SAYS = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)
_FILLING = re.compile(rf"\b(?:{_WORDS}|{_LIGHT})\b|[^\w]", re.IGNORECASE)
_BORDER = re.compile(r"(?:[,:]|\s(?P<by>in|on|with|using))\s(?:and\s)?")
_OF_SHEET = re.compile(
    r"\b(?:and|with|on|in|of|to|an?|the|only|as|one|touch|splash|hint|dash|accents?|colou?rs?|text"
    r"|type|typography|lettering|letters|background|ground|gradient|details|highlights|button|header"
    r"|tones?|shades|monochrome|nothing else|not|dark|light|mode|scheme|palette)\b|[^\w]",
)
_ENDS_LOOK = re.compile(
    rf"(?:(?:no|without|lots of|plenty of|lot of|like|with|some)\s)?(?:[\w-]+\s){{0,3}}{_THING}"
    r"(?:\s(?:like|in|with|of)\s[\w -]+)?$",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(
    r"(?:meant|made|intended|aimed|suitable|designed|good)\s(?:for|at)\s.+", re.IGNORECASE
)
_URGES = re.compile(r"(?:encourag|invit|urg|remind|ask|tell)\w*\s", re.IGNORECASE)
_DIGIT_OR_ADDRESS = re.compile(r"[\d@:/\"“”]")


def with_styles(request: str) -> str:
    """The request with its sentences of mere looks said as a style; the first is the asking."""
    return _SENTENCE.sub(lambda m: _styled(m) if m.start() else _without_tail(m[0]), request)


def _without_tail(asking: str) -> str:
    """The asking with the colours at its end in a sentence of their own: "…, yellow on black"."""
    for border in _BORDER.finditer(asking):
        tail = asking[border.end() :]
        colors = color_pattern().sub("", tail)
        if colors == tail or tail != tail.lower() or _OF_SHEET.sub("", colors):
            continue
        ground = border["by"] == "on" and re.sub(r"^an?\s|\s(?:back)?ground$", "", tail)
        said = f"The background is {ground}" if ground else f"The style is {tail}"
        return f"{asking[: border.start()]}. {said}" if " " in asking[: border.start()] else asking
    return asking


def _styled(match: re.Match[str]) -> str:
    words = match["words"].strip()
    if _URGES.match(words):
        return match[0]
    pieces = [piece.strip() for piece in re.split(r",\s(?:and\s)?|;\s", words) if piece.strip()]
    looks = bool(pieces) and len(words.split()) <= 14 and not _DIGIT_OR_ADDRESS.search(words)
    if not looks or not all(map(is_look, pieces)) or _FOR_WHOM.fullmatch(pieces[0]):
        return match[0]
    plain = re.sub(r"^please\s", "", words[0].lower() + words[1:])
    return f"{match['before']}The style is {plain}"


def is_look(piece: str) -> bool:
    """Whether it tells only of looks: "moody green and gold", "leaf icon", "meant for nurses"."""
    rest = color_pattern().sub("", piece)
    told = rest != piece or bool(_SAYS.search(piece))
    bare = told and not _FILLING.sub("", rest)
    return bare or bool(_ENDS_LOOK.fullmatch(piece) or _FOR_WHOM.fullmatch(piece) or is_art(piece))
