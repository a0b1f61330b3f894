"""How a named layer looks: colour, weight, slant, case, spacing, size, font, opacity, shadow."""

from __future__ import annotations

import re
from dataclasses import replace

from agents.chat import typefaces
from agents.chat.context import Context
from agents.chat.effects import EFFECTS
from agents.chat.naming import Named, find, is_named
from agents.chat.naming_colors import colors_of
from agents.chat.naming_pictures import pictured
from agents.chat.qualities import Quality, Reading, around, phrases, read
from agents.chat.results import (
    AlreadyError,
    Answer,
    CannotError,
    Choice,
    Done,
    NotThereError,
    Question,
    done,
)
from agents.chat.sentence import Sentence
from agents.colorwords import color_named, color_pattern
from design_io.commands import Batch, Command, apply
from design_io.document import Design, GroupLayer, Layer, TextLayer, leaves, walk
from layout.differences import apart

_PICTURED = re.compile(r"(?:show|draw|display|depict|illustrate) (?:an?|some|more|another|two) ")


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The named layers as the sentence asks them to look; None when it asks for no look."""
    if _PICTURED.match(sentence.plain):
        return None
    for reading in _readings(sentence, context):
        named = _named(reading, context)
        if named is None:
            continue
        if named.everything and not _suits_everything(reading):
            return None
        if (unclear := _unclear(reading, named, sentence)) is not None:
            return unclear
        return applied(named, reading, sentence.degree, context)
    return None


def _readings(sentence: Sentence, context: Context) -> list[Reading]:
    plain = _figures_named(sentence.plain, context)
    found = []
    for reading in (
        _like_another(plain, context),
        _shade_of_another(plain, context),
        _font(sentence, context),
        read(plain),
    ):
        if reading is not None and not _tells_copy(reading, plain, context):
            found.append(reading)
    return found


def every_look(sentence: Sentence, found: Done, context: Context) -> Done | None:
    """Both looks that are asked of one text, where one of them was done: "bigger and bold"."""
    reading = read(sentence.plain)
    if reading is None or not _BOTH_LOOKS.search(sentence.plain):
        return None
    after = {x.id: x for x in leaves(found.after(context.history).present)}
    touched = tuple(x for x in leaves(context.design) if after.get(x.id) != x)
    now = after.get(touched[0].id) if len(touched) == 1 else None
    if not isinstance(now, TextLayer) or now.text != getattr(touched[0], "text", ""):
        return None
    try:
        whole = applied(Named(touched), reading, sentence.degree, context)
    except CannotError:
        return None
    return whole if isinstance(whole, Done) else None


def _tells_copy(reading: Reading, plain: str, context: Context) -> bool:
    """Whether its colours are words of the copy: the coffee of "the free coffee is for guests"."""
    if any(quality.kind != "color" for quality in reading.qualities):
        return False
    copy = [x.text.lower() for x in walk(context.design) if isinstance(x, TextLayer)]
    for match in color_pattern().finditer(plain):
        before = re.search(r"\w+ $", plain[: match.start()])
        pair = f"{before[0]}{match[0]}" if before else ""
        if not any(pair and pair in text for text in copy):
            return False
    return True


def _figures_named(plain: str, context: Context) -> str:
    """ "the 30%" as the layer that shows it, so that neither figure nor white tells a look; "the
    plum purple" as the picture's plum."""
    for match in _COLORED_THING.finditer(plain):
        drawn = pictured(match["thing"], context) if color_named(match["thing"]) else None
        if drawn and len(drawn.layers) == 1:
            plain = plain.replace(match[0], f"the {drawn.layers[0].id}", 1)
    for layer in walk(context.design):
        if isinstance(layer, GroupLayer) and layer.role == "offer":
            plain = _lines_named(layer, plain)
        if not isinstance(layer, TextLayer):
            continue
        if color_pattern().search(layer.text):  # the flat white is no colour
            plain = re.sub(rf"(?<!\w){re.escape(layer.text.lower())}(?!\w)", layer.id, plain)
        if re.search(r"\d", layer.text):
            plain = re.sub(rf"\b(the|that) {re.escape(layer.text.lower())}(?!\w)",
                           rf"\1 {layer.id}", plain)  # fmt: skip
    return plain


def _lines_named(offer: GroupLayer, plain: str) -> str:
    """ "the 50% off" that stands in two lines, as both of them."""
    lines = [x for x in offer.layers if isinstance(x, TextLayer)]
    for count in range(len(lines), 1, -1):
        words = " ".join(x.text.lower() for x in lines[:count])
        said = re.compile(rf"(?<!\w)(?:the |that )?[\"']?{re.escape(words)}(?!\w)[\"']?")
        if said.search(plain):
            return said.sub(" and ".join(x.id for x in lines[:count]), plain)
    return plain


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


def applied(named: Named, reading: Reading, degree: float, context: Context) -> Answer:
    """All qualities one after the other, as one step."""
    commands: list[Command] = []
    told: list[str] = []
    named = named._replace(layers=tuple(_heading(x) for x in named.layers))
    now = context
    for quality in reading.qualities:
        parts, said = EFFECTS[quality.kind](_fresh(named, now), quality.value, degree, now)
        commands += parts
        told.append(said)
        now = _after(now, parts)
    if not commands:
        raise AlreadyError(f"{named.subject} that already: nothing to change")
    return done(f"{named.subject} {' and '.join(told)}", commands)


def _heading(layer: Layer) -> Layer:
    """Of a part of a list the heading, which is what its name says."""
    if not isinstance(layer, GroupLayer) or layer.role != "item":
        return layer
    return next(
        (x for x in layer.layers if isinstance(x, TextLayer) and x.text == layer.name), layer
    )


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
    return replace(context, history=context.history._replace(present=design))


def _like_another(plain: str, context: Context) -> Reading | None:
    """ "the same colour as the title", "match the font of the date", "as big as the price"."""
    match = next((m for pattern in _LIKENED if (m := pattern.search(plain))), None)
    if match is None:
        return None
    told = match["what"].replace("colour", "color")
    what = "size" if told in _LARGE else "weight" if told in _HEAVY else told
    model = find(match["other"], context).leaves[0]
    return around(plain, match.span(), Quality("like", (what, model)))


def _shade_of_another(plain: str, context: Context) -> Reading | None:
    """ "the same green as in the pattern", "that orange from the tiles": the nearest it has."""
    match = _SHADE.search(plain)
    color = color_named(match["c"]) if match else None
    if match is None or color is None or not is_named(match["other"], context):
        return None
    held = {c for leaf in find(match["other"], context).leaves for c in colors_of(leaf)}
    if not held:
        return None
    near = min(held, key=lambda c: apart(c, color))
    return around(plain, match.span(), Quality("color", (match["c"], near)))


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
    """The font and whatever else is asked of the same layer."""
    rest = _FONT_WORDS.sub(" ", f"{plain[: span[0]]} , {plain[span[1] :]}")
    rest = re.sub(r",? (?:something|maybe|perhaps) [\w -]+$", "", rest)
    more = read(" ".join(re.sub(r"\s,\s", " ", rest).split()))
    if more is not None:
        return more._replace(qualities=(quality, *more.qualities))
    reading = around(plain, span, quality)
    front, back = (
        " ".join(_FONT_WORDS.sub(" ", part).split()) for part in (reading.front, reading.back)
    )
    back = re.sub(r",? (?:something|maybe|perhaps) [\w -]+$", "", back)
    front = re.sub(r"^(?:of|for|in|on) | (?:to|in|with|be)$|^(?:the|an?|its)$", "", front).strip()
    if not front and not back and not context_free(plain):
        return reading._replace(front="", back="")
    return reading._replace(front=front or ("all text" if not back else ""), back=back)


def context_free(plain: str) -> bool:
    """Whether the sentence speaks of the font as such: "change the font to Outfit"."""
    return bool(re.search(r"\b(?:font|fonts|typeface|everything|all)\b", plain))


def bare_question(sentence: Sentence, context: Context) -> Answer | None:
    """ "change the font", "change the title", "change it": what to?"""
    match = re.fullmatch(
        r"(?:change|edit|update|modify|adjust|alter|swap|fix|do something (?:about|with)"
        r"|play with) (?P<t>.+)",
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


_LOOK = r"(?:bigger|larger|smaller|bold(?:er)?|italics?|underlined|in (?:bold|italics))"
_COLORED_THING = re.compile(  # "the plum purple"
    rf"\bthe (?P<thing>[a-z]+)(?= (?:(?:in|to|into|be) )?(?:{color_pattern().pattern}))"
)
_BOTH_LOOKS = re.compile(rf"^(?:[^,](?!\band\b))+ {_LOOK} and {_LOOK}$")
_LARGE, _HEAVY = ("big", "large", "small", "tall"), ("bold", "thick", "heavy", "fat", "thin")
_WHAT = r"(?P<what>colou?r|font|typeface|size|style|weight)"
_LIKENED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHAT} (?:the )?same as (?P<other>.+)$",
        rf"\b(?:the )?same {_WHAT}(?: and \w+)? as (?P<other>.+)$",
        rf"\bmatch(?:es|ing)? (?:the )?{_WHAT}(?: (?:of|with))? (?P<other>.+)$",
        rf"\bmatch (?P<other>.+?)'s {_WHAT}$",
        rf"\b(?:in|with|take|use|give it) (?:the )?{_WHAT} of (?P<other>.+)$",
        rf"\bin (?P<other>(?:the |our )?[a-z ]+?)'s {_WHAT}$",
        rf"\b(?:just |exactly )?as (?P<what>{'|'.join((*_LARGE, *_HEAVY))}) as (?!possible"
        rf"|.* (?:allows?|permits?)$"
        rf"|you can|it"
        r" (?:gets|goes)|we can|the (?:page|sheet|poster|card)\b)(?P<other>.+)$",
    )
)  # fmt: skip
_SHADE = re.compile(
    rf"(?:(?:the |that |this )?same |that |the )(?P<c>{color_pattern().pattern})(?: (?:as|from|in"
    rf"|of"
    r"|like|colou?r|shade|used))+ (?P<other>.+)$",
    re.IGNORECASE,
)
_FONT_WORDS = re.compile(
    r"\b(?:the )?(?:fonts?|typeface|type|family|lettering)\b(?: (?:of|for|in|on|to)\b)?"
)
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
