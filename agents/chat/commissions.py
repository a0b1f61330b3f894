"""A picture asked of the painter: a new background, a watercolour of a lighthouse."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.painted import painted_anew, painted_element
from agents.chat.results import Answer, CannotError, done
from agents.chat.rules import first, rules
from agents.chat.sentence import Sentence
from agents.lexicon import icons_for
from agents.painting import covers, is_painted_picture
from agents.repainting import request_for, swapped, wireframe_of
from design_io.document import Design, ImageLayer, leaves
from design_io.errors import DesignError
from generators.layered import layers_by
from generators.registry import listed
from generators.request import GenerationError

_MEDIUM = (
    r"(?:water-?colou?r(?: painting)?|oil painting|gouache|acrylic painting|pastel drawing"
    r"|(?:charcoal|pencil|chalk|ink) (?:drawing|sketch)|ink wash|photo(?:graph)?|painting|mural"
    r"|3-?d render(?:ing)?|render(?:ing)?)"
)
_PLACE = r"(?:(?:whole )?(?:picture|image|painting|artwork|illustration|hero)|background|backdrop)"
_PAINT = r"(?:paint|generate|create)(?: me| us)?"
_WISH = rf"(?:{_PAINT}|make|give me|(?:i|we)(?:'d like| want| need)|can (?:you|we) have)"
_BEHIND = r"(?:,? (?:behind (?:it|the (?:text|words|title))|(?:as|for) the (?:new )?background))?"


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def _asked(match: re.Match[str], sentence: Sentence, context: Context) -> Answer:
    told = match.groupdict()
    words = told.get("new") or ""
    if told.get("medium"):
        words = f"{words} in {told['medium']}"
    return _commissioned(words.strip(), told.get("place") or "", context)


def _commissioned(words: str, place: str, context: Context) -> Answer:
    """By the painter that is chosen: what it painted before anew, else the whole picture."""
    _refuse_drawing(words or f"a painted {place or 'picture'}", context)
    if layer := _painted(place, context.design):
        return painted_anew(layer, context, words)
    design, painter = context.design, context.painter
    frame = wireframe_of(design)
    request = request_for(frame, design, context.plan, context.resources)
    if words:
        regions = [r.evolve(caption=words) if r.kind == "object" else r for r in request.regions]
        request = request.evolve(prompt=words, regions=tuple(regions), subjects=icons_for(words))
    hand = layers_by(painter) if painter.abilities.backgrounds else painter
    try:
        made = hand.paint(request, context.resources.assets)
        command = swapped(frame, design, made, context.resources)
    except (DesignError, GenerationError) as error:
        raise CannotError(str(error)) from error
    shows = f", and shows {words}" if words else ""
    return done(f"the picture is painted by {painter.name}{shows}; the words stay", [command])


def _refuse_drawing(what: str, context: Context) -> None:
    """The artist draws single things by rules; who could paint is said with what it lacks."""
    if context.painter.name != "artist":
        return
    could = next(f"{name} ({line})" for name, line in listed() if name != "artist")
    raise CannotError(
        f"{what} needs a painter of pictures, and the artist draws single things by rules; choose "
        f"one in the settings or by --generator, such as {could}"
    )


def _painted(place: str, design: Design) -> ImageLayer | None:
    """What a painter made of what is named: the ground, else the thing before it."""
    grounds = [x for x in leaves(design) if is_painted_picture(x) and covers(x, design)]
    ground = grounds[0] if grounds else None
    return ground if re.search("ground|drop", place) else painted_element(design) or ground


_RULES = rules(
    (rf"(?:make|turn|change)(?: the| this| its)? (?P<place>{_PLACE}|it) (?:in)?(?:to )?"
     rf"(?P<new>an? (?:[\w-]+ ){{0,2}}?{_MEDIUM}(?: of .+)?)", _asked),
    (rf"{_WISH} (?P<new>an? (?:[\w-]+ ){{0,2}}?{_MEDIUM} of .+?){_BEHIND}", _asked),
    (rf"{_PAINT} (?P<new>(?:an?|some|the) .+?) in (?P<medium>oils?|water-?colou?rs?|gouache"
     rf"|acrylics?|pastels?){_BEHIND}", _asked),
    (rf"{_PAINT} (?:an?|another|some|the|its)(?: new| other| different| whole)* "
     r"(?P<place>background|backdrop)(?: picture| image)?(?: anew| again)?"
     r"(?: (?:of|with|showing) (?P<new>.+?))?(?: anew| again)?", _asked),
    (rf"(?:{_WISH} )?(?:an?|another)(?: new| other| different)* "
     r"(?P<place>painted (?:background|backdrop|picture))(?: (?:of|with|showing) (?P<new>.+))?",
     _asked),
    (r"(?:have|get|let) (?:it|the (?P<place>picture|background)) (?:be )?painted"
     r"(?: as (?P<new>.+))?", _asked),
)  # fmt: skip
