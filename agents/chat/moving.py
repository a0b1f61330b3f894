"""Where a layer is: moved, placed, lined up, centred, swapped, turned, mirrored."""

from __future__ import annotations

import re

from agents.chat.changes import ink, shifted, updates
from agents.chat.context import Context
from agents.chat.naming import Named, find, is_named, leaves_of, with_labels
from agents.chat.naming_words import ALL_TEXT
from agents.chat.qualities import trimmed
from agents.chat.results import AlreadyError, Answer, CannotError, done
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence
from design_io.commands import Command
from design_io.document import TextLayer, walk
from design_io.geometry import Box

_STEP = 0.05  # of the short side, when a move names no distance
_MARGIN = 0.06  # of the short side, kept when something is placed at an edge
_WIDEST, _FILLED = 0.12, 0.8  # of the sheet's width, a margin; of the copy's, a line of it
_GAP = 0.018  # of the short side, between things put side by side
_PER_INCH = {"mm": 25.4, "cm": 2.54, "in": 1.0, "inch": 1.0, "inches": 1.0, '"': 1.0}
_WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
_MIDDLE = ("center", "centre", "middle")


_ASIDE = re.compile(r"(?:left|right)(?: side)?")
_LIKENED = re.compile(r"\bin the same (?:[\w-]+ ){1,2}as ")


def answer(sentence: Sentence, context: Context) -> Answer | None:
    if _LIKENED.search(sentence.plain):
        return None  # "in the same blue as the stripe at the top"
    plain = _RIGHT.sub("", sentence.plain)  # "right at the top" is not at the right
    return first(_RULES, plain, sentence, context)


def target(phrase: str, context: Context) -> Named | None:
    """The layers to move with their small headings; None for nothing said and nothing meant."""
    phrase = trimmed(phrase)
    if not phrase and not context.it:
        return None
    named = _with_its_value(find(phrase, context), phrase, context)
    layers = tuple(x for x in with_labels(named, context.design) if x.role != "background")
    if not layers:
        raise CannotError("the background fills the sheet and cannot be moved")
    return named._replace(layers=layers, span=None)


def _with_its_value(named: Named, phrase: str, context: Context) -> Named:
    """ "the adoption fee" that is but the heading of £40: both, unless the label is spoken of."""
    if len(named.layers) != 1 or re.search(r"\b(?:label|heading|caption|word)s?\b|['\"]", phrase):
        return named
    owner = named.layers[0].id.removesuffix("-label")
    value = next((x for x in walk(context.design) if x.id == owner), None)
    return named._replace(layers=(value,)) if value is not None else named


def _move(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """move the date up 40; move the title 2 cm to the left; a bit further up"""
    named = target(match["t"] or "", context)
    if named is None:
        return None
    way = _way(match["way"])
    distance = _distance(match.groupdict(), sentence.degree, context)
    across, down = _WAYS[way]
    parts = shifted(named.layers, across * distance, down * distance)
    return done(f"{named.label} moved {way} by {distance:.4g} px", parts)


def _way(words: str) -> str:
    for way, pattern in (("up", r"up|high|top"), ("down", r"down|low|bottom"), ("left", "left")):
        if re.search(pattern, words):
            return way
    return "right"


def step_of(degree: float, context: Context) -> float:
    """How far something goes when no distance is said."""
    return _distance({}, degree, context)


def _distance(groups: dict[str, str | None], degree: float, context: Context) -> float:
    canvas = context.design.canvas
    amount = groups.get("amount") or groups.get("amount2")
    unit = groups.get("unit") or groups.get("unit2") or "px"
    if not amount:
        return float(round(_STEP * min(canvas.width, canvas.height) * degree))
    if unit in ("%", "percent"):
        return float(amount) / 100 * min(canvas.width, canvas.height)
    return float(amount) * (canvas.dpi / _PER_INCH[unit] if unit in _PER_INCH else 1)


def _place(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """move the logo to the top right, to the bottom, to the middle of the page"""
    named = target(match["t"] or "", context)
    if named is None:
        return None
    sheet, area = context.design.canvas.box, area_of(named, context)
    margin = _MARGIN * min(sheet.width, sheet.height)
    words = match["place"]
    dx = dy = 0.0
    level = "top" not in words and "bottom" not in words and named.texts
    left, right = _column(context) if level else (margin, sheet.width - margin)
    if _ASIDE.fullmatch(words) and _fill_column(named, context):
        return _aligned(named, words.split()[0], context)
    if "left" in words:
        dx = left - area.x
    elif "right" in words:
        dx = right - area.right
    if "top" in words:
        dy = margin - area.y
    elif "bottom" in words:
        dy = sheet.height - margin - area.bottom
    if any(word in words for word in _MIDDLE):
        return _in_the_middle(named, words, (dx, dy), context)
    return done(f"{named.label} moved to the {words}", shifted(named.layers, dx, dy))


def _in_the_middle(
    named: Named, words: str, aside: tuple[float, float], context: Context
) -> Answer:
    """In the middle of the sheet, of an edge, or of its line where other copy is in the way."""
    sheet, area = context.design.canvas.box, area_of(named, context)
    edges = {side for side in ("left", "right", "top", "bottom") if side in words}
    dx = aside[0] or sheet.center.x - area.center.x
    dy = aside[1]
    if edges & {"left", "right"} or not edges:
        dy = dy or sheet.center.y - area.center.y
    if not edges and named.texts and _meets(named, area.shift(dx, dy), context):
        if _fill_column(named, context):
            return _aligned(named, "center", context)
        return done(f"{named.label} moved to the middle of its line",
                    shifted(named.layers, dx, 0.0))  # fmt: skip
    return done(f"{named.label} moved to the {words}", shifted(named.layers, dx, dy))


def _column(context: Context) -> tuple[float, float]:
    """Where the copy begins and ends, or the margin of the sheet."""
    sheet = context.design.canvas.box
    margin = _MARGIN * min(sheet.width, sheet.height)
    texts = [x.box for x in walk(context.design) if isinstance(x, TextLayer) and x.visible]
    left = min([box.x for box in texts if box.x >= 0] or [margin])
    right = max([box.right for box in texts if box.right <= sheet.right] or [sheet.right - margin])
    most = _WIDEST * sheet.width
    return min(left, most), max(right, sheet.right - most)


def _fill_column(named: Named, context: Context) -> bool:
    """Whether they are single lines of copy set in boxes as wide as all the copy."""
    left, right = _column(context)
    return all(isinstance(x, TextLayer) and x.box.width > _FILLED * (right - left)
               for x in named.layers)  # fmt: skip


def area_of(named: Named, context: Context) -> Box:
    return ink((leaf for layer in named.layers for leaf in leaves_of(layer)), context)


def _center(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """centre the title: its text; centre the shoe (horizontally): its place"""
    phrase, how = match["t"] or "", match.groupdict().get("how") or ""
    if not ALL_TEXT.fullmatch(phrase):
        phrase = re.sub(r"\btext$", "", phrase).strip() or phrase
    named = target(phrase, context)
    if named is None:
        return None
    words = named.texts and all(isinstance(x, TextLayer) for x in named.layers)
    if words and not how:
        return _aligned(named, "center", context)
    if named.everything and not how:
        loose = Named(tuple(x for x in named.texts if x.align != "center"))
        return _aligned(loose if loose.layers else named, "center", context)
    sheet, area = context.design.canvas.box, area_of(named, context)
    dx = 0.0 if "vert" in how else sheet.center.x - area.center.x
    dy = sheet.center.y - area.center.y if "vert" in how or "page" in how or "both" in how else 0.0
    return done(f"{named.subject} centred{' ' + how if how else ''}",
                shifted(named.layers, dx, dy))  # fmt: skip


def _align(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """align the title left; right-align the date; left justify the hours"""
    if not trimmed(match["t"] or "") and not context.it:
        return None
    named = find(trimmed(match["t"] or ""), context)
    way = match["way"].replace("centre", "center")
    way = "center" if way.startswith("cent") else "justify" if way.startswith("just") else way
    if named.texts:
        return _aligned(named, way, context)
    return _place_at_side(named, way, context)


def _aligned(named: Named, way: str, context: Context) -> Answer:
    """Texts set to a side; one in a narrow box of its own keeps its box."""
    parts = [part for text in named.texts for part in updates(text, {"align": way})]
    if not parts:
        raise AlreadyError(f"{named.subject} aligned {way} already")
    return done(f"{named.subject} aligned {way}", parts)


def _place_at_side(named: Named, way: str, context: Context) -> Answer:
    sheet, area = context.design.canvas.box, area_of(named, context)
    left, right = _column(context)
    goal = {"left": left - area.x, "right": right - area.right}
    dx = goal.get(way, sheet.center.x - area.center.x)
    return done(f"{named.subject} aligned {way}", shifted(named.layers, dx, 0.0))


def _line_up(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """line up the logo with the left edge of the title"""
    named, other = target(match["t"], context), find(match["other"], context)
    if named is None:
        return None
    area, goal = area_of(named, context), area_of(other, context)
    edge = match["edge"] or match["edge2"] or ""
    dx = dy = 0.0
    if "right" in edge:
        dx = goal.right - area.right
    elif "top" in edge:
        dy = goal.y - area.y
    elif "bottom" in edge or "base" in edge:
        dy = goal.bottom - area.bottom
    elif edge.startswith("cent") or "middle" in edge:
        dx = goal.center.x - area.center.x
    elif "left" in edge or area.intersection(goal._replace(x=area.x, width=area.width)).empty:
        dx = goal.x - area.x
    else:  # side by side
        dy = goal.center.y - area.center.y
    return done(f"{named.subject} in line with {other.label}", shifted(named.layers, dx, dy))


def _beside(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """put the subtitle above the title, next to the logo, under the picture"""
    if not is_named(match["other"], context):
        return None
    named, other = target(match["t"] or "", context), find(match["other"], context)
    if named is None or named.layers == other.layers:
        return None
    if match["where"] == "on top of" and not (named.texts and other.texts):
        return None
    area, goal, where = area_of(named, context), area_of(other, context), match["where"]
    gap = _GAP * min(context.design.canvas.width, context.design.canvas.height)
    dx, dy = 0.0, 0.0
    if re.match(r"above|over|on top", where):
        dy = goal.y - gap - area.bottom
    elif re.match(r"below|under|beneath", where):
        dy = goal.bottom + gap - area.y
    else:
        left = "left" in where
        dx = goal.x - gap - area.right if left else goal.right + gap - area.x
        dy = goal.center.y - area.center.y
    moved = area.shift(dx, dy)
    if (swapped := _stacked(named, other, moved, context)) is not None:
        return done(f"{named.subject} {where} {other.label}", swapped)
    sheet = context.design.canvas.box
    if min(moved.x, moved.y, sheet.right - moved.right, sheet.bottom - moved.bottom) < 0:
        raise CannotError(
            f"there is no room for {named.label} {where} {other.label} on the sheet; "
            "make one of them smaller, or name another place"
        )
    return done(f"{named.subject} {where} {other.label}", shifted(named.layers, dx, dy))


def _stacked(named: Named, other: Named, moved: Box, context: Context) -> list[Command] | None:
    """Two texts of one column in each other's place, where a third is in the way of the first."""
    area, goal = area_of(named, context), area_of(other, context)
    way = _meets(Named((*named.layers, *other.layers)), moved, context)
    beyond = (moved.center.y - goal.center.y) * (area.center.y - goal.center.y) < 0
    if not (named.texts and other.texts and way and beyond):
        return None
    if area.center.y < goal.center.y:
        steps = goal.bottom - area.bottom, area.y - goal.y
    else:
        steps = goal.y - area.y, area.bottom - goal.bottom
    return shifted(named.layers, 0.0, steps[0]) + shifted(other.layers, 0.0, steps[1])


def _meets(named: Named, area: Box, context: Context) -> bool:
    """Whether other copy is in the way there."""
    own = {x.id for x in named.texts}
    return any(not area.intersection(x.box).empty for x in walk(context.design)
               if isinstance(x, TextLayer) and x.visible and x.id not in own)  # fmt: skip


def _onto(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """put the logo on the photo: as near as it can be, wholly on it"""
    if not is_named(match["other"], context):
        return None
    named, other = target(match["t"] or "", context), find(match["other"], context)
    if named is None or named.layers == other.layers:
        return None
    area, goal = area_of(named, context), area_of(other, context)
    goal = goal.pad(-_MARGIN * min(context.design.canvas.width, context.design.canvas.height))
    if goal.width < area.width or goal.height < area.height:
        raise CannotError(
            f"{other.label} is too small to hold {named.label}; make one another size"
        )
    dx = min(0.0, goal.right - area.right) + max(0.0, goal.x - area.x)
    dy = min(0.0, goal.bottom - area.bottom) + max(0.0, goal.y - area.y)
    return done(f"{named.subject} on {other.label}", shifted(named.layers, dx, dy))


_AMOUNT = (
    r"(?:(?:by |about |around )*(?P<amount>\d+(?:\.\d+)?) ?(?P<unit>px|pixels?|mm|cm"
    r"|in(?:ch(?:es)?)?|%|percent|\"|points?|pt)?)"
)
_VERB = (
    r"(?:move|nudge|shift|push|pull|bring|drag|slide|bump|scoot|put|place|position|set|take"
    r"|raise|lower|lift|drop|get|have|make|shove|send)"
)
_FURTHER = r"(?:further |farther |more |closer |towards? |a step |back )*"
_DIR = (
    rf"{_FURTHER}(?:to(?:wards?)? the )?(?:up(?:wards?)?|down(?:wards?)?|left(?:wards?)?"
    rf"|right(?:wards?)?|higher|lower)(?: up| down)?(?: on the page)?"
)
_SIDE = (
    r"(?:top|bottom|upper|lower)(?:[ -](?:left|right|cent(?:er|re)|middle))?|(?:cent(?:er|re)"
    r"|middle)(?:[ -](?:left|right))?"
)
_PAGE = (
    r"(?:(?:[ -]hand)? ?(?:corner|side|edge|half|part|of (?:the |this )?(?:page|sheet|poster"
    r"|design|canvas|screen|card)))*"
)
_RIGHT = re.compile(
    r"\b(?:right|just|straight|directly) (?=(?:at|in|on|under|above|below|next"
    r"|beside) )"
)
_RULES: Rules = rules(
    (r"(?P<t>.+?) (?:should |could |can |to )?(?:go|be|sit|come|stand|live) (?:right |just "
     r"|directly |immediately |straight |a bit )?(?P<where>above|below"
     r"|under(?:neath)?|beneath|next to"
     r"|beside|to the (?:left|right) of) (?P<other>.+)", _beside),
    (rf"(?:{_VERB} )?(?P<t>.+?) (?P<place>(?:top|bottom|upper|lower)[ -](?:left|right|cent(?:er"
     rf"|re)))(?: corner)?", _place),
        (r"(?:(?:put|place|position|stick|have|set|get|want) )?(?P<t>.+?) (?:on|at) the"
         r" (?P<place>left|right)", _place),
        (r"(?:put|place|position) (?P<t>.+?) (?P<place>left|right)", _place),
        (rf"(?:{_VERB} )?(?P<t>.*?) ?(?<!\S)(?P<way>{_DIR}) {_AMOUNT}", _move),
        (rf"(?:{_VERB} )?(?P<t>.*?) ?(?<!\S){_AMOUNT} (?P<way>{_DIR})", _move),
        (rf"(?P<v>raise|lift|lower) (?P<t>.+?)(?: {_AMOUNT})?",
         lambda m, s, c: _raised(m, s, c)),
        (rf"(?:{_VERB} )?(?P<t>.*?)(?:(?:^| )(?:should|could|needs to))?(?: (?:be|go|sit|come"
         rf"|move))? ?(?<!\S)(?:(?:to|at|in|into|on|near|along|against"
         rf"|towards) (?:the )?)+(?:very |far )?(?P<place>(?:{_SIDE}){_PAGE}"
         r"|(?:left|right)(?:[ -]hand)? (?:corner|side|edge|margin|half|of the (?:page|sheet"
         r"|poster|design))|(?:bottom|top)(?: of the page)?)", _place),
        (rf"(?:{_VERB} )?(?P<t>.*?)(?:(?:^| )(?:should|could|needs to|can|must))?(?: (?:be|go"
         rf"|sit|come|move))? ?(?<!\S)(?P<way>{_DIR})", _move),
        (r"(?P<t>.+?) (?:is|are|sits?|looks?|feels?) too (?P<far>high|low|far (?:left|right|up"
         r"|down|to the (?:left|right))|close to the (?:top|bottom|left|right)(?: edge)?)(?: up"
         r"| down)?",
         lambda m, s, c: _too_far(m, s, c)),
        (r"(?:line up|align|flush|match up) (?P<t>.+?)(?: up)? (?:with|to"
         r"|against)(?: the (?P<edge>left|right|top|bottom|cent(?:er|re)|middle"
         r"|baseline)(?: (?:edge|side))? of)? (?P<other>(?!the (?:left|right"
         r"|cent)\b).+?)(?:'s (?P<edge2>left|right|top|bottom|cent(?:er|re))(?: edge| side)?)?",
         _line_up),
        (r"(?:line|bring) (?P<t>.+?) up with(?: the (?P<edge>left|right|top|bottom|cent(?:er|re)"
         r"|middle)(?: (?:edge|side))? of)? (?P<other>.+?)(?:'s (?P<edge2>left|right|top"
         r"|bottom)(?: edge| side)?)?",
         _line_up),
        (rf"(?:{_VERB} )(?P<t>.*?) ?(?P<where>above|on top of|over|below|under(?:neath)?|beneath"
         rf"|next to|beside|right of|left of"
         r"|to the (?:left|right) of|on the (?:left|right) of) (?P<other>.+)", _beside),
        (r"(?:move|put|place|set|drag|have|position) (?P<t>.+?) (?:on|onto|inside|in"
         r"|over) (?P<other>(?:the |my )?(?:photo|picture|image|photograph|disc|circle"
         r"|illustration))", _onto),
        (r"(?:cent(?:er|re)|middle)(?:[- ]align)? (?P<t>.*?) ?(?P<how>horizontally|vertically"
         r"|(?:on|in) the page|(?:on|in) the (?:middle|sheet|poster)|both ways)?", _center),
        (r"(?:align|justify|set|make|put|have|range|flush) (?P<t>.+?) ?(?:aligned |align |flush "
         r"|text )?(?:to the |at the |on the )?(?P<way>left|cent(?:er|re|ered|red)|right"
         r"|justified)(?: aligned| align|-aligned| justified)?", _align),
        (r"(?P<way>left|cent(?:er|re)|right)[- ]?(?:align|justify|aligned|justified"
         r"|flush)(?: (?P<t>.+))?", _align),
        (r"(?P<t>.+?) (?:(?:should|could|to) be )?(?P<way>left|cent(?:er|re)"
         r"|right)[- ]?(?:aligned|align|justified)",
         _align),
        (r"(?P<t>.+?) (?:(?:should|could|to|must|needs to) be |is to be )?(?P<way>cent(?:ered"
         r"|red|erd))(?P<how> (?:horizontally|vertically|on the page))?", _align),
        (r"justify (?P<t>.+?)(?P<way>)", lambda m, s, c: _aligned(find(m["t"], c), "justify", c)),
)  # fmt: skip


def _raised(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """raise the title; lower the date by 20"""
    if not is_named(match["t"], context):
        return None
    named = target(match["t"], context)
    if named is None:
        return None
    up = match["v"] in ("raise", "lift")
    distance = _distance(match.groupdict(), sentence.degree, context)
    way = "up" if up else "down"
    parts = shifted(named.layers, 0.0, -distance if up else distance)
    return done(f"{named.label} moved {way} by {distance:.4g} px", parts)


def _too_far(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """the title is too high"""
    named = target(match["t"], context)
    if named is None:
        return None
    far = match["far"]
    over = _way(far)
    across, down = _WAYS[over]
    distance = _distance({}, sentence.degree, context)
    back = {"up": "down", "down": "up", "left": "right", "right": "left"}[over]
    parts = shifted(named.layers, -across * distance, -down * distance)
    return done(f"{named.label} moved {back} by {distance:.4g} px", parts)
