"""The art drawn anew by the code-only artist: another thing, hand or treatment; photos cropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.backdrops import hand_for
from agents.chat.by_name import drawn_as, single
from agents.chat.context import Context
from agents.chat.dials import wish_in
from agents.chat.drawn_on import drawn_on
from agents.chat.naming import Named, find
from agents.chat.naming_pictures import is_shown
from agents.chat.painted import painted_anew, painted_element, painted_grounds, taken_apart
from agents.chat.qualities import trimmed
from agents.chat.restaging import plan_of
from agents.chat.results import (
    Answer,
    CannotError,
    NoDrawingError,
    NotThereError,
    UnclearError,
    done,
)
from agents.chat.rules import Rules, first, rules
from agents.chat.schemes import palette_in, telling
from agents.chat.sentence import Sentence
from agents.lexicon import drawable_words, entries_in, entry_named, hands_of, icons_for, is_concrete
from agents.painting import is_painted_picture, joined, requests_for
from agents.pictures import picture_of
from design_io.commands import Batch, Command, RemoveLayer, UpdateLayer, apply
from design_io.document import Design, GroupLayer, ImageLayer, Layer, Mask, walk
from design_io.geometry import Box
from generators.artist.naming import thing_of
from generators.request import GenerationError
from layout.arrange import arrange
from layout.plan import DesignPlan
from layout.wording import tree

_ZOOM = 1.25
_MOST_THINGS = 3  # in a still life
_TREATMENTS = {
    "flat": "swiss", "riso": "riso", "risograph": "riso", "risoprint": "riso",
    "engraving": "engraving", "engraved": "engraving", "etching": "engraving",
    "line engraving": "engraving", "woodcut": "engraving", "dot matrix": "dotmatrix",
    "dot-matrix": "dotmatrix", "dots": "dotmatrix", "led wall": "dotmatrix", "pattern": "pattern",
    "halftone": "riso", "paper cut": "papercut", "papercut": "papercut", "print": "riso",
    "screen print": "riso",
}  # fmt: skip
_VESSELS = frozenset(["cup", "mug", "glass", "bowl", "plate", "box", "bag", "bottle", "pot"])
_ART = ("hero", "picture", "ornament", "frame", "texture", "badge")
PICTURE = re.compile(  # the whole of it
    r"(?:(?:the|this|that|our|my) )?(?:picture|image|drawing|illustration|art(?:work)?)"
)
_FRAME = "M0 0H1V1H0Z"


def answer(sentence: Sentence, context: Context) -> Answer | None:
    prompted = _bare_prompt(sentence, context)
    return prompted or first(_RULES, sentence.plain, sentence, context)


def _exchange(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """show a trumpet instead of the saxophone; replace the picture with a cupcake"""
    old = art_named(match["old"], context)
    if old is None:
        return _without_a_layer(match["new"], match["old"], context)
    treatment = _treatment_in(match["new"])
    if treatment:
        return _treated(treatment, context)
    around = all(x.role in _AROUND for x in old.leaves)
    shows = is_shown(" ".join(single(bare_thing(match["old"])).split()[-1:]), context)
    if around and not shows and plan_of(context).of_role("hero"):
        raise CannotError(f"only the picture can show another thing; {old.subject} around it")
    return shown(match["new"], context, old)


def _without_a_layer(new: str, old: str, context: Context) -> Answer | None:
    """For a thing that is drawn in several inks, or for the picture of a sheet that has none."""
    if PICTURE.fullmatch(old) and not _art(context.design):
        return shown(new, context)
    return exchanged(new, old, context)


def _wanted(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """draw a trumpet; make the picture a trumpet"""
    thing = _one_of(bare_thing(match["new"]))
    if not drawings_of(thing) and not match.groupdict().get("old"):
        return None
    return shown(match["new"], context)


def _thing_alone(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """could we have a trumpet instead; a cupcake would be nicer: a thing that can be drawn"""
    thing = bare_thing(match["new"])
    one = re.sub(r"^picture of |^drawing of |^photo of ", "", thing)
    if not (drawings_of(one) and is_concrete(entry_named(one) or one)) or wish_in(sentence.low):
        return None
    if not _art(context.design):
        return None
    if context.selected and all(x.role in _AROUND for x in context.it):
        return None
    spoken = context.selected and all(map(_is_art, context.it))
    return shown(one, context, Named(context.it) if spoken else None)


def _again(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """redraw the shoe; regenerate this layer, the background: the same thing otherwise"""
    if grounds := painted_grounds(match["old"] or "", context.design):
        return painted_anew(grounds[0], context)
    named = art_named(match["old"] or "picture", context)
    if named is None:
        return None
    pictures = [x for x in named.leaves if isinstance(x, ImageLayer)]
    if pictures and is_painted_picture(pictures[-1]):
        return painted_anew(pictures[-1], context)
    if pictures:
        raise CannotError(
            f"{named.label} is a picture you gave, which cannot be drawn anew; it can be cropped, "
            'recoloured by "in duotone", or replaced by a drawing: "show a trumpet instead of it"'
        )
    plan = plan_of(context)
    before = _art(context.design)
    for again in _others(plan, len(context.history.past)):
        commands = _repainted(again, context)
        after = apply(context.design, Batch(commands=tuple(commands)), "agent")
        if [x.evolve(source=None) for x in _art(after)] != [x.evolve(source=None) for x in before]:
            return done(f"{named.label} is drawn anew", commands)
    raise CannotError(f"the artist draws {named.label} in one way only; name another thing to show")


def _others(plan: DesignPlan, turn: int) -> Iterator[DesignPlan]:
    """The plan with other seeds, and with the thing drawn by other hands."""
    first = plan.subjects[0] if plan.subjects else ""
    hands = [hand for hand in hands_of(first.partition("/")[0]) if hand != first] if first else []
    for number in range(4):
        seed = plan.seed + turn + number + 1
        yield plan.evolve(seed=seed)
        if hands:
            hand = hands[(turn + number) % len(hands)]
            yield plan.evolve(seed=seed, subjects=(hand, *plan.subjects[1:]))


def _treat(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """draw the picture as an engraving; picture in dot matrix"""
    treatment = _treatment_in(match["how"])
    if not treatment:
        return None
    phrase = trimmed(match["old"] or "") or "picture"
    if art_named(phrase, context) is None:
        return None
    return _treated(treatment, context)


def _treated(treatment: str, context: Context) -> Answer:
    design, plan = context.design, plan_of(context)
    if treatment == design.system:
        raise CannotError(
            f"it is drawn so already; others: {', '.join(sorted(set(_TREATMENTS.values())))}"
        )
    palette = palette_in(context, design.palette.get("bg", "")[:7], telling(design), treatment)
    commands = _repainted(plan, context, treatment, palette)
    return done(f"the picture is drawn in the manner of {treatment}", commands)


def shown(words: str, context: Context, old: Named | None = None) -> Answer:
    """Another thing in the picture; of several that are drawn only in the place of the old one."""
    phrase = _one_of(bare_thing(words))
    if element := painted_element(context.design):
        return painted_anew(element, context, phrase)
    things = drawings_of(phrase)
    if not things:
        raise NoDrawingError(
            f"there is no drawing of {phrase!r}: the code-only artist draws single things, such"
            f" as a trumpet, a cake, a mountain{_nearest(phrase)}; a picture of your own:"
            f" --image FILE"
        )
    plan = plan_of(context)
    if not plan.of_role("hero") or not _art(context.design):
        return drawn_on(things[0], phrase, (), context)
    things = _beside_others(things, old, plan) if old else things
    palette = {role: color for role, color in plan.palette.items() if role != "subject"}
    changed = plan.evolve(subjects=things, prompt=phrase, palette=palette)
    commands = _repainted(changed, context)
    if apply(context.design, Batch(commands=tuple(commands)), "agent") == context.design:
        return drawn_on(things[0], phrase, (), context)
    return done(f"the picture shows {phrase}", commands)


def exchanged(words: str, old: str, context: Context) -> Answer | None:
    """Another thing in the place of one that the plan has drawn, whatever its layers are called."""
    plan, thing = plan_of(context), bare_thing(words)
    things, gone = drawings_of(thing), set(single(old).split())
    for n, subject in enumerate(plan.subjects):
        parts = subject.split("+")
        for at, part in enumerate(parts):
            if things and gone & set(single(thing_of(part).replace("-", " ")).split()):
                parts[at] = things[0]
                subjects = (*plan.subjects[:n], "+".join(parts), *plan.subjects[n + 1 :])
                commands = _repainted(plan.evolve(subjects=subjects), context)
                return done(f"the picture shows {thing} instead of {old}", commands)
    return None


def _beside_others(things: tuple[str, ...], old: Named, plan: DesignPlan) -> tuple[str, ...]:
    """The first of the things where the old one stands among others: "syringe" in a still life."""
    drawn = {drawn_as(x) for x in old.leaves}
    parts = plan.subjects[0].split("+") if plan.subjects else []
    gone = [p for p in parts if single(thing_of(p).replace("-", " ")) in drawn]
    if len(gone) != 1 or len(parts) < 2 or len(drawn) != 1:
        return things
    return ("+".join(things[0] if part in gone else part for part in parts),)


def drawings_of(phrase: str) -> tuple[str, ...]:
    """Drawings of exactly this; of a scene there is none."""
    entry = entry_named(phrase)
    parts = () if entry else re.split(r",? and |, ", phrase)
    if 1 < len(parts) <= _MOST_THINGS:
        several = [drawings_of(bare_thing(part)) for part in parts]
        return ("+".join(things[0] for things in several),) if all(several) else ()
    measure = re.match(
        r"(?:loaf|bowl|cup|glass|slice|piece|pair|bunch|plate|basket|bottle|pint|mug|bouquet"
        r"|couple|set|group|stack|pile)s? of (.+)",
        phrase,
    )
    if not entry and measure:
        return drawings_of(measure[1])
    if not entry:
        words = phrase.split()
        head = entry_named(words[-1]) if words else ""
        if len(words) == 2 and head:
            return drawings_of(
                words[0] if words[-1] in _VESSELS and entry_named(words[0]) else words[-1]
            )
        named = (name for name in drawable_words() if phrase in name.replace("-", " ").split())
        return tuple(named)[:1]
    return icons_for(entry) if is_concrete(entry) or icons_for(entry) else ()


def _one_of(phrase: str) -> str:
    """ "a wave or a beach": the first that there is a drawing of."""
    ways = [bare_thing(way) for way in phrase.split(" or ")]
    return next((way for way in ways if len(ways) > 1 and drawings_of(way)), phrase)


def _nearest(phrase: str) -> str:
    found = [entry for entry in entries_in(phrase) if icons_for(entry)]
    return f"; of this it could draw: {', '.join(found[:3])}" if found else ""


def bare_thing(words: str) -> str:
    words = re.sub(r" (?:instead|please)$", "", words.strip(" ,.!"))
    words = re.sub(r" (?:on there|there|on it|in there|in the picture)$", "", words)
    words = re.sub(r"^(?:(?:an?|the|some|any|one|a picture of|a drawing of|an? (?:image|icon"
                   r"|photo) of)\s)+", "",
                   words.strip(" ,.!"))  # fmt: skip
    return words


def _bare_prompt(sentence: Sentence, context: Context) -> Answer | None:
    """With the art selected, nothing but a thing: "a medal"."""
    if not context.selected or not all(_is_art(x) for x in context.it):
        return None
    phrase = bare_thing(sentence.low)
    if re.match(
        r"(?:make|set|turn|move|change|hide|delete|the|it|this|bigger|smaller|try|use)\b", phrase
    ):
        return None
    if (
        len(phrase.split()) > 8
        or not re.match(r"(?:an?|some|two|three)\s", sentence.low)
        and not drawings_of(phrase)
    ):
        return None
    return shown(sentence.low, context)


def art_named(phrase: str, context: Context) -> Named | None:
    """The picture or a thing in it; None for copy and for what is not there."""
    phrase = trimmed(phrase)
    try:
        named = find(phrase or "picture", context)
    except (NotThereError, UnclearError):
        return None
    return named if named.layers and all(_is_art(x) for x in named.layers) else None


def _is_art(layer: Layer) -> bool:
    return layer.role in _ART and not any(x.kind == "text" for x in tree(layer))


def _art(design: Design) -> list[Layer]:
    """What the artist has drawn, outermost layers."""
    found: list[Layer] = []
    inside: set[str] = set()
    for layer in walk(design):
        drawn = layer.source is not None and layer.source.generator and layer.kind != "text"
        if drawn and layer.id not in inside:
            found.append(layer)
            inside |= {each.id for each in tree(layer)}
    return found


def _repainted(
    plan: DesignPlan, context: Context, system: str = "", palette: dict[str, str] | None = None
) -> list[Command]:
    """The art taken away and painted anew in the same place."""
    gone: list[Command] = [RemoveLayer(layer_id=layer.id) for layer in _art(context.design)]
    bare = apply(context.design, Batch(commands=tuple(gone)), "agent")
    layout = arrange(
        plan, context.resources.fonts, picture=picture_of(plan, context.resources.assets)
    )
    commands = list(gone)
    for request in requests_for(plan, layout, bare, context.resources).values():
        if system:
            request = request.evolve(system=system, palette=palette or request.palette)
        try:
            hand = hand_for(context.painter, request)
            painted = hand.paint(request, context.resources.assets, lambda: False)
        except GenerationError as error:
            raise CannotError(str(error)) from error
        commands.append(joined(bare, painted))
    if len(commands) == len(gone):
        raise CannotError("this design has no place for a drawing")
    return [*commands, *_left_as_they_were(context.design, commands)]


def _left_as_they_were(before: Design, commands: list[Command]) -> list[Command]:
    """Art that came out as it stood is that art: what it was painted from is told as before."""
    now = {x.id: x for x in walk(apply(before, Batch(commands=tuple(commands)), "agent"))}
    kept: list[Command] = []
    for old in walk(before):
        new = now.get(old.id)
        same = new is not None and new != old and new.evolve(source=old.source) == old
        if same or (new is not None and isinstance(new, GroupLayer) and new.source != old.source):
            kept.append(UpdateLayer(layer_id=old.id, changes={"source": old.source}))
    return kept


def _treatment_in(words: str) -> str:
    words = re.sub(r"^(?:an?|the)\s", "", words.strip())
    words = re.sub(r"(?: (?:style|look|print|drawing|picture|treatment|effect))+$", "", words)
    return _TREATMENTS.get(words, "")


def _zoom(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """zoom into the photo; crop it tighter; show more of the photo"""
    phrase = trimmed(match["old"] or "") or "photo"
    try:
        named = find(phrase, context)
    except NotThereError:
        return None
    pictures = [x for x in named.leaves if isinstance(x, ImageLayer) and x.role != "logo"]
    if not pictures:
        raise CannotError(
            f"{named.label} is a drawing, not a photograph; say: make the picture bigger"
        )
    out = bool(re.search(r"\bout\b|\bmore of\b|wider|looser", match[0]))
    factor = 1 + (_ZOOM - 1) * sentence.degree
    parts: list[Command] = [_cropped(x, 1 / factor if out else factor) for x in pictures]
    return done(f"{named.label} is cropped {'wider' if out else 'closer'}", parts)


def _cropped(picture: ImageLayer, factor: float) -> Command:
    """The picture larger behind the same window; never smaller than the window."""
    window = picture.mask.box if picture.mask is not None and picture.mask.path else picture.box
    box, center = picture.box, window.center
    width, height = box.width * factor, box.height * factor
    if width < window.width or height < window.height:
        if box == window:
            raise CannotError(f"{picture.label!r} shows all it can at this size and shape already")
        width, height = window.width, window.height
    x = min(window.x, max(window.right - width, center.x + (box.x - center.x) * factor))
    y = min(window.y, max(window.bottom - height, center.y + (box.y - center.y) * factor))
    mask = picture.mask or Mask(box=window, path=_FRAME)
    changes = {"box": Box(x, y, width, height), "mask": mask}
    return UpdateLayer(layer_id=picture.id, changes=changes)


def _focus(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """crop the photo to its left side; focus on the top"""
    try:
        named = find(trimmed(match["old"] or "") or "photo", context)
    except NotThereError:
        return None
    pictures = [x for x in named.leaves if isinstance(x, ImageLayer)]
    x, y = {"left": (0.0, 0.5), "right": (1.0, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0)}.get(
        match["side"], (0.5, 0.5)
    )
    parts: list[Command] = [UpdateLayer(layer_id=p.id, changes={"focus": (x, y)}) for p in pictures]
    return done(f"{named.label} is cropped to its {match['side']}", parts) if parts else None


_AROUND = ("ornament", "frame", "texture", "background")
_INSTEAD = r"(?:instead of|rather than|in place of|not|where)"
_SHOW = (
    r"(?:show|draw|try|use|put|have|paint|display|add|with|illustrate|get|give (?:me|us)"
    r"|there be|see|place|insert)"
)
_HOW = "|".join(sorted((re.escape(t) for t in _TREATMENTS), key=len, reverse=True))
_STYLE = rf"(?P<how>(?:an? |the )?(?:{_HOW})(?: (?:style|look|print|drawing|treatment|effect))*)"
_RULES: Rules = rules(
        (r"(?:split|separate|decompose|divide|take|break|cut)(?: up)? (?P<old>.+?)(?: apart| up)?"
         r" (?:into|in|to) (?:its |separate |single )?(?:(?P<n>[2-8]) )?layers",
         lambda m, s, c: taken_apart(trimmed(m["old"]), m["n"], c)),
    (rf"{_INSTEAD} (?P<old>.+?),? (?:show|draw|use|put|have|do|let's have) (?P<new>.+)", _exchange),
    (rf"(?:the |our )?(?:picture|image|drawing|illustration) (?:be|show|have) (?P<new>.+?)"
     rf"(?:,? {_INSTEAD} (?P<old>.+))?", lambda m, s, c: shown(m["new"], c)),
    (r"(?P<old>(?:the|this|that) .+?|it|this|that) be (?P<new>(?:an?|some) .+)", _exchange),
        (r"(?:zoom|crop)(?: in| out)?(?: (?:on|to|into|from|of))?(?: (?P<old>(?!in\b|out\b"
         r"|closer|tighter)[^,]+?))?(?: (?:in|out|closer|tighter|wider|looser|more tightly"
         r"|closely|more))*", _zoom),
        (r"(?:show|see) more of (?P<old>(?:the |this )?(?:photo|picture|image|photograph"
         r"|pic))", _zoom),
        (r"(?:tighter|closer|wider) crop(?: (?:on|of|for) (?P<old>.+))?", _zoom),
        (r"(?:crop|focus|cut)(?: (?P<old>.+?))? (?:to|on) (?:its |the )?(?P<side>left|right|top"
         r"|bottom|cent(?:er|re)|middle)(?: (?:side|half|part))?", _focus),
        (rf"(?:{_SHOW}) (?P<new>.+?),? {_INSTEAD} (?P<old>.+)", _exchange),
        (rf"(?P<new>.+?),? {_INSTEAD} (?P<old>.+)", _exchange),
        (rf"(?:draw|show|render|make|do|put|turn|set|have|paint|print|redraw|give)?(?:"
         rf" ?(?P<old>.+?))? ?(?:as|in|into|like|with|a|an|to be|look like)+"
         rf" {_STYLE}", _treat),
        (r"(?:replace|swap|change|switch|exchange|turn|substitute) (?P<old>.+?) (?:with|for|to"
         r"|into|by) (?P<new>.+)",
         _exchange),
        (r"(?P<old>(?:the|this|that) .+?) (?:should|could|must|to) (?:be|show|become)"
         r" (?P<new>.+)", _exchange),
        (r"(?:make|turn|let) (?P<old>the (?:picture|image|drawing|illustration|icon|hero|subject"
         r"|graphic)) (?:into |show |be )?(?P<new>an? .+)",
         _wanted),
        (r"(?:redraw|regenerate|re-draw|repaint|re-generate|redo|draw again|re-do|refresh"
         r"|remake)(?: (?P<old>.+?))?(?: again)?", _again),
        (r"(?:draw|paint|generate|do|make) (?P<old>.+?) (?:again|anew|differently|over|once"
         r" more)", _again),
        (r"(?:an?other|a different|a new|new|different)(?: version of(?: the)?"
         r"| take on(?: the)?)? (?P<old>picture|image|drawing|illustration|icon|graphic|hero|art"
         r"|artwork)", _again),
        (r"(?:use|try|show|give me|find|have|draw) (?:an?other|a different|a new"
         r"|new) (?P<old>picture|image|drawing|illustration|icon|graphic|art(?:work)?)",
         _again),
        (r"(?:show|draw|paint|illustrate it with|have|use|put in|add) (?:a |an "
         r"|some )?(?:picture|drawing|image|icon|illustration) of (?P<new>.+)",
         lambda m, s, c: shown(m["new"], c)),
        (r"(?:draw|show|paint|illustrate) (?P<new>(?:an?|some) .+)", _wanted),
        (r"(?!like\b)(?:(?:have|get|use|try|see|want|need|prefer|like|love|make it|it (?:be"
         r"|to be)|i'd"
         r"|i would|we'd"
         r"|rather|there be|to see|to have|instead|it's|go with|go for|with|,) )*(?P<new>(?:an?"
         r"|some)"
         r" [\w' -]+?)(?: (?:instead|on there|there|would be (?:nicer|better|good|great|lovely"
         r"|nice|more"
         r" (?:fitting|suitable|like it))|would (?:suit|work|fit|look)(?: (?:better|us|nicer|well"
         r"|good))?|maybe|please"
         r"))*", _thing_alone),
        (r"instead of (?P<old>.+?),? (?:i|we)(?:'d| would)? (?:want|need|like|prefer|rather have"
         r"|love)(?: to (?:see"
         r"|have))? (?P<new>.+)", _exchange),
        (r"(?:an?other|a different|a new|one more)(?: (?:drawing|picture|version|image"
         r"|illustration|sketch|take))"
         r"(?: of| on) (?P<old>.+)", _again),
        (r"(?:draw|paint|do|make) (?P<old>.+?) (?:in )?(?:a |some )?(?:different(?:ly)?|another"
         r"|new|other)"
         r"(?: (?:style|way|manner|hand|look))?", _again),
)  # fmt: skip
