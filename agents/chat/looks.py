"""How a named layer looks: colour, weight, slant, case, spacing, size, font, opacity, shadow."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from agents.chat import typefaces
from agents.chat.changes import flat, painted, restyled, scaled, tinted, updates
from agents.chat.context import Context
from agents.chat.naming import Named, find, is_named
from agents.chat.qualities import Quality, Reading, around, phrases, read
from agents.chat.results import (
    Answer,
    CannotError,
    Choice,
    NotThereError,
    Question,
    done,
)
from agents.chat.sentence import Sentence
from design_io.color import hex_to_oklch, oklch_hex, relative_chroma
from design_io.commands import Batch, Command, apply
from design_io.document import Design, ShapeLayer, TextLayer, walk
from design_io.paint import Outline, Shadow, SolidFill

_SHADE, _VIVID = 0.12, 1.35  # of lightness; times the chroma
_GROW = 1.2
_TRACK, _LEAD = 40.0, 1.18  # 1/1000 em; times the leading
_FADE = 0.3
Effect = Callable[[Named, Any, float, Context], tuple[list[Command], str]]


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The named layers as the sentence asks them to look; None when it asks for no look."""
    for reading in _readings(sentence, context):
        named = _named(reading, context)
        if named is None:
            continue
        if named.everything and not _suits_everything(reading):
            return None
        if (unclear := _unclear(reading, named, sentence)) is not None:
            return unclear
        return _applied(named, reading, sentence.degree, context)
    return None


def _readings(sentence: Sentence, context: Context) -> list[Reading]:
    plain = sentence.plain
    found = []
    for reading in (_like_another(plain, context), _font(sentence, context), read(plain)):
        if reading is not None:
            found.append(reading)
    return found


def _named(reading: Reading, context: Context) -> Named | None:
    """The layer that the rest of the sentence names; None when it is the whole design or none."""
    missing: NotThereError | None = None
    for phrase in phrases(reading):
        if not phrase and not context.it:
            return None
        try:
            return find(phrase, context)
        except NotThereError as error:
            missing = missing or error
    if missing is not None:
        raise missing
    return None


def _suits_everything(reading: Reading) -> bool:
    """Whether "make everything …" means its layers rather than a wish about the design."""
    return all(q.kind in ("case", "font", "weight", "italic", "grow", "fade") for q in
               reading.qualities)  # fmt: skip


def _unclear(reading: Reading, named: Named, sentence: Sentence) -> Question | None:
    """ "lighter" of a text may mean its colour or its weight."""
    if not named.texts or not re.search(r"\blighter\b(?! (?:colou?r|shade|tone|weight|font))",
                                        sentence.plain):  # fmt: skip
        return None
    name = _phrase_of(named)
    return Question(
        f"lighter in colour or in weight: which do you mean for {named.label}?",
        (
            Choice("a lighter colour", f"make {name} a lighter colour"),
            Choice("a lighter weight", f"make {name} a lighter weight"),
        ),
    )


def _phrase_of(named: Named) -> str:
    return " and ".join(layer.id for layer in named.layers)


def _applied(named: Named, reading: Reading, degree: float, context: Context) -> Answer:
    """All qualities one after the other, as one step."""
    commands: list[Command] = []
    told: list[str] = []
    now = context
    for quality in reading.qualities:
        parts, said = _EFFECTS[quality.kind](_fresh(named, now), quality.value, degree, now)
        commands += parts
        told.append(said)
        now = _after(now, parts)
    if not commands:
        raise CannotError(f"{named.label} is that already: nothing to change")
    return done(f"{named.label} is {' and '.join(told)}", commands)


def _fresh(named: Named, context: Context) -> Named:
    ids = {layer.id for layer in named.layers}
    by_id = {layer.id: layer for layer in walk(context.design) if layer.id in ids}
    return named._replace(layers=tuple(by_id[layer.id] for layer in named.layers))


def _after(context: Context, parts: list[Command]) -> Context:
    """The context once these commands are done; nothing is written into its history."""
    if not parts:
        return context
    design = apply(context.design, Batch(commands=tuple(parts)), "agent")
    return _with_design(context, design)


def _with_design(context: Context, design: Design) -> Context:
    return Context(
        context.history._replace(present=design), context.resources, context.plan, context.brand,
        context.selected, context.painter, context.confirmed,
    )  # fmt: skip


def _like_another(plain: str, context: Context) -> Reading | None:
    """ "the same colour as the title", "match the font of the date"."""
    match = re.search(
        r"\b(?:the )?same (?P<what>colou?r|font|typeface|size|style|weight)(?: and (?P<and>\w+))?"
        r" as"
        r" (?P<other>.+)$|\bmatch(?:es|ing)? (?:the )?(?P<what2>colou?r|font|typeface|size|style"
        r"|weight)(?: (?:of|with))? (?P<other2>.+)$|\bmatch (?P<other3>.+?)'s (?P<what3>colou?r"
        r"|font"
        r"|size|style|weight)$",
        plain,
    )
    if match is None:
        return None
    groups = match.groupdict()
    other = groups["other"] or groups["other2"] or groups["other3"]
    what = groups["what"] or groups["what2"] or groups["what3"]
    model = find(other, context).leaves[0]
    return around(plain, match.span(), Quality("like", (what.replace("colour", "color"), model)))


def _font(sentence: Sentence, context: Context) -> Reading | None:
    """A font by name or kind; the words "font" and "to" around it are dropped."""
    plain = sentence.plain
    found = typefaces.family_in(plain, context.resources.fonts)
    if found is not None and not _is_copy(plain, found[1], context):
        return _around_font(plain, found[1], Quality("font", found[0]))
    typefaces.refuse_unknown(plain, sentence.raw)
    kind = typefaces.kind_in(plain)
    if kind is not None:
        return _around_font(plain, kind[1], Quality("font kind", kind[0]))
    return None


def _is_copy(plain: str, span: tuple[int, int], context: Context) -> bool:
    """Whether the family's name is a word that the design shows."""
    words = plain[span[0] : span[1]]
    return any(isinstance(x, TextLayer) and words in x.text.lower() for x in walk(context.design))


def _around_font(plain: str, span: tuple[int, int], quality: Quality) -> Reading:
    reading = around(plain, span, quality)
    drop = re.compile(
        r"\b(?:the )?(?:fonts?|typeface|type|family|lettering)\b(?: (?:of|for|in|on|to)\b)?"
    )
    front, back = (" ".join(drop.sub(" ", part).split()) for part in (reading.front, reading.back))
    front = re.sub(r"^(?:of|for|in|on) | (?:to|in|with|be)$|^(?:the|an?|its)$", "", front).strip()
    back = re.sub(r",? (?:something|maybe|perhaps) [\w -]+$", "", back)
    if not front and not back and not context_free(plain):
        return reading._replace(front="", back="")
    return reading._replace(front=front or ("all text" if not back else ""), back=back)


def context_free(plain: str) -> bool:
    """Whether the sentence speaks of the font as such: "change the font to Outfit"."""
    return bool(re.search(r"\b(?:font|fonts|typeface|everything|all)\b", plain))


def _color(named: Named, value: Any, degree: float, context: Context) -> tuple[list[Command], str]:
    said, color = value
    shapes = [x for x in named.leaves if isinstance(x, ShapeLayer) and x.role != "underlay"]
    recolor = tinted(color) if len(shapes) > 1 else flat(color)
    commands = painted(named, recolor, context)
    if not commands and not any(isinstance(x, TextLayer | ShapeLayer) for x in named.leaves):
        raise CannotError(f"{named.label} has no colour to change; name a text or a shape")
    return commands, f"now {said} ({color})"


def _shade(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    def change(old: str) -> str:
        value = hex_to_oklch(old)
        lightness = min(0.99, max(0.04, value.lightness + way * _SHADE * degree))
        return oklch_hex(lightness, relative_chroma(old), value.hue)

    return painted(named, change, context), "lighter" if way > 0 else "darker"


def _vivid(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    def change(old: str) -> str:
        value = hex_to_oklch(old)
        factor = (_VIVID**degree) ** way
        return oklch_hex(value.lightness, min(1.0, relative_chroma(old) * factor), value.hue)

    return painted(named, change, context), "more vivid" if way > 0 else "more muted"


def _style_as(field: str, words: dict[Any, str]) -> Effect:
    def effect(
        named: Named, value: Any, degree: float, context: Context
    ) -> tuple[list[Command], str]:
        return restyled(named, {field: value}, context), words.get(value, f"{field} {value}")

    return effect


def _italic(named: Named, on: bool, degree: float, context: Context) -> tuple[list[Command], str]:
    commands = restyled(named, {"italic": on}, context)
    fonts = {x.style.font for x in named.texts}
    flats = [f for f in fonts if not context.resources.fonts.face(f, 400, italic=True).italic]
    note = f", though {flats[0]} has no italic and looks as before" if on and flats else ""
    return commands, f"{'italic' if on else 'upright'}{note}"


def _weight(
    named: Named, weight: int, degree: float, context: Context
) -> tuple[list[Command], str]:
    name = {300: "light", 400: "regular", 500: "medium", 600: "semibold", 700: "bold",
            900: "black"}[weight]  # fmt: skip
    commands = restyled(named, {"weight": weight}, context)
    face = context.resources.fonts.face
    alike = [
        x.style.font for x in named.texts
        if x.style.weight != weight
        and face(x.style.font, x.style.weight).weight == face(x.style.font, weight).weight
    ]  # fmt: skip
    note = f", though {alike[0]} has no other weight that is nearer" if alike else ""
    return commands, f"{name}{note}"


def _weigh(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    """The next heavier or lighter face of each family."""
    commands: list[Command] = []
    faces = context.resources.fonts.faces()
    for text in named.texts:
        now = context.resources.fonts.face(text.style.font, text.style.weight).weight
        own = {f.weight for f in faces if f.family == text.style.font and not f.italic}
        further = sorted((w for w in own if (w - now) * way > 0), key=lambda w: abs(w - now))
        if further:
            one = Named((text,), named.span)
            commands += restyled(one, {"weight": further[0]}, context)
    word = "bolder" if way > 0 else "lighter"
    if not named.texts:
        raise CannotError(f"{named.label} is no text and has no weight; name a text")
    if not commands:
        font = named.texts[0].style.font
        raise CannotError(f"{font} has no {word} weight; try another font, or a larger size")
    return commands, word


def _grow(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    return _times(named, (1 + (_GROW - 1) * degree) ** way, degree, context)


def _percent(
    named: Named, percent: float, degree: float, context: Context
) -> tuple[list[Command], str]:
    return _times(named, max(0.05, 1 + percent / 100), degree, context)


def _times(
    named: Named, factor: float, degree: float, context: Context
) -> tuple[list[Command], str]:
    layers = tuple(x for x in named.layers if x.role != "background")
    if named.span is not None:
        size = named.texts[0].style.size * factor
        return restyled(named, {"size": size}, context), "larger" if factor > 1 else "smaller"
    if len(layers) > 1 and all(isinstance(x, ShapeLayer) for x in layers):  # one drawing
        from design_io.document import GroupLayer

        layers = (GroupLayer(id="drawing", role="hero", layers=layers),)
    commands = [part for layer in layers for part in scaled(layer, factor, context)]
    return commands, f"{abs(factor - 1):.0%} {'larger' if factor > 1 else 'smaller'}"


def _size(named: Named, value: Any, degree: float, context: Context) -> tuple[list[Command], str]:
    """At a size in px, or in points of the sheet's resolution."""
    size = value[0] * context.design.canvas.dpi / 72 if isinstance(value, tuple) else value
    commands: list[Command] = []
    for text in named.texts:
        commands += scaled(text, size / text.style.size, context)
    if not named.texts:
        raise CannotError(f"{named.label} has no type size; say how much larger or smaller")
    return commands, f"set at {size:.4g} px"


def _track(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    commands: list[Command] = []
    for text in named.texts:
        tracking = min(600.0, max(-120.0, text.style.tracking + way * _TRACK * degree))
        commands += restyled(Named((text,), named.span), {"tracking": tracking}, context)
    _need_text(named)
    return commands, f"set {'wider' if way > 0 else 'tighter'}"


def _lead(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    commands: list[Command] = []
    for text in named.texts:
        leading = min(3.0, max(0.8, round(text.style.leading * (_LEAD**degree) ** way, 3)))
        new = text.evolve(style=text.style.evolve(leading=leading))
        box = text.box._replace(height=text.box.height * max(1.0, leading / text.style.leading))
        commands += updates(text, {"style": new.style, "box": box})
    _need_text(named)
    return commands, f"set with {'more' if way > 0 else 'less'} space between its lines"


def _need_text(named: Named) -> None:
    if not named.texts:
        raise CannotError(f"{named.label} is no text; name a text such as the title or the date")


def _typeface(
    named: Named, font: str, degree: float, context: Context
) -> tuple[list[Command], str]:
    return restyled(named, {"font": font}, context), f"set in {font}"


def _font_kind(
    named: Named, kind: str, degree: float, context: Context
) -> tuple[list[Command], str]:
    _need_text(named)
    commands: list[Command] = []
    names: list[str] = []
    for text in named.texts:
        family = typefaces.family_of(kind, text.role == "title", text.style.font)
        names.append(family)
        commands += restyled(Named((text,), named.span), {"font": family}, context)
    return commands, f"set in {' and '.join(dict.fromkeys(names))}"


def _opacity(
    named: Named, value: float, degree: float, context: Context
) -> tuple[list[Command], str]:
    share = value / 100 if value > 1 else value
    return _faded(named, lambda _: share), f"{share:.0%} opaque"


def _fade(named: Named, way: int, degree: float, context: Context) -> tuple[list[Command], str]:
    step = _FADE * degree
    commands = _faded(named, lambda old: min(1.0, max(0.1, old + way * step)))
    return commands, "fainter" if way < 0 else "stronger"


def _faded(named: Named, change: Callable[[float], float]) -> list[Command]:
    return [
        part
        for layer in named.layers
        for part in updates(layer, {"opacity": round(change(layer.opacity), 3)})
    ]


def _shadow(named: Named, on: bool, degree: float, context: Context) -> tuple[list[Command], str]:
    size = 0.004 * min(context.design.canvas.width, context.design.canvas.height) * degree
    effect = Shadow(dx=size, dy=size, blur=3 * size)
    commands: list[Command] = []
    for layer in named.layers:
        rest = tuple(e for e in layer.effects if e.kind != "shadow")
        commands += updates(layer, {"effects": (*rest, effect) if on else rest})
    return commands, "given a shadow" if on else "without its shadow"


def _outline(named: Named, on: bool, degree: float, context: Context) -> tuple[list[Command], str]:
    _need_text(named)
    color = context.design.palette.get("accent", "#000000")
    commands: list[Command] = []
    for text in named.texts:
        rest = tuple(e for e in text.effects if e.kind != "outline")
        effect = Outline(color=color, width=max(1.0, 0.03 * text.style.size * degree))
        commands += updates(text, {"effects": (*rest, effect) if on else rest})
    return commands, "given an outline" if on else "without its outline"


def _like(named: Named, value: Any, degree: float, context: Context) -> tuple[list[Command], str]:
    what, model = value
    if what == "color":
        solid = isinstance(model, ShapeLayer) and isinstance(model.fill, SolidFill)
        color = (
            model.style.color if isinstance(model, TextLayer) else model.fill.color if solid else ""
        )
        if not color:
            raise CannotError(f"{model.label!r} has no single colour to take")
        return _color(named, (f"the colour of {model.label!r}", color[:7]), degree, context)
    if not isinstance(model, TextLayer):
        raise CannotError(f"{model.label!r} is no text to take a {what} from")
    fields = {"font": ("font",), "typeface": ("font",), "size": ("size",), "weight": ("weight",),
              "style": ("font", "weight", "italic", "case", "tracking", "color")}[what]  # fmt: skip
    changes = {field: getattr(model.style, field) for field in fields}
    return restyled(named, changes, context), f"set with the {what} of {model.label!r}"


def bare_question(sentence: Sentence, context: Context) -> Answer | None:
    """ "change the font", "change the title", "change it": what to?"""
    match = re.fullmatch(
        r"(?:change|edit|update|modify|adjust|alter|swap|fix|do something (?:about|with)|play with)"
        r" (?P<t>.+)",
        sentence.plain,
    )
    if match is None:
        return None
    phrase = re.sub(r"^(?:the|its|this|my|a) ", "", match["t"])
    if phrase in _BARE:
        return Question(_BARE[phrase][0], tuple(Choice(x, x) for x in _BARE[phrase][1:]))
    if phrase in ("it", "this", "that", "something", "things"):
        return Question("what should change: words, colour, font, size or place?")
    if not is_named(match["t"], context):
        return None
    named = find(match["t"], context)
    if len(named.texts) == 1:
        return Question(f"what should {named.label} say, or how should it look?")
    return Question(f"how should {named.label} change: colour, size, place, or another picture?")


_BARE = {
    "font": ("which font?", "change the font to Playfair Display", "change the font to Outfit",
             "a script font for the title"),
    "fonts": ("which font?", "change the font to Playfair Display", "change the font to Outfit"),
    "colour": ("which colour, and of what?", "make the title red", "warmer colours", "dark mode"),
    "color": ("which color, and of what?", "make the title red", "warmer colors", "dark mode"),
    "colours": ("which colours?", "warmer colours", "cooler colours", "dark mode"),
    "colors": ("which colors?", "warmer colors", "cooler colors", "dark mode"),
    "size": ("the size of what, or which format?", "make the title bigger", "as a story"),
    "layout": ("in which way?", "try it in Swiss", "more breathing room", "tidy up"),
    "style": ("to which style?", "try it in Bauhaus", "try it in Swiss", "make it elegant"),
}  # fmt: skip
_EFFECTS: dict[str, Effect] = {
    "color": _color, "shade": _shade, "vivid": _vivid, "weight": _weight, "weigh": _weigh,
    "italic": _italic,
    "underline": _style_as("underline", {True: "underlined", False: "no longer underlined"}),
    "strikethrough": _style_as("strikethrough", {True: "struck through"}),
    "case": _style_as("case", {"upper": "in capitals", "lower": "in lower case",
                               "title": "in title case", "none": "as typed"}),
    "grow": _grow, "percent": _percent, "times": _times, "size": _size, "tracking": _track,
    "leading": _lead, "font": _typeface, "font kind": _font_kind, "opacity": _opacity,
    "fade": _fade, "shadow": _shadow, "outline": _outline, "like": _like,
}  # fmt: skip
