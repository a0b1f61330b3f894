"""A chat sentence about a design becomes commands, by rules; nothing else is changed.

`understand` answers with what it did, or a DesignError that says what it would understand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from agents.colorwords import color_named, color_pattern
from agents.targets import ALL_TEXT, EVERY_TEXT, Leaf, leaves_of, target_named
from agents.tidying import tidied
from design_io.color import hex_to_oklch, oklch_hex, reach_contrast, relative_chroma
from design_io.commands import Batch, Command, MoveLayer, RemoveLayer, UpdateLayer, apply
from design_io.document import Design, Layer, ShapeLayer, TextLayer
from design_io.errors import DesignError
from design_io.geometry import Box, union_all
from design_io.history import History
from design_io.paint import SolidFill
from design_io.resources import Resources
from design_io.text import fitted, ink_box
from layout.brand_rules import BrandRules
from layout.plan import DesignPlan
from layout.recommend import recommend
from layout.wording import reworded, texts_of

EXAMPLES = (
    '"make the title red", "change the title to \'Jazz Night\'", "move the date up 40", '
    '"hide the logo", "make the title bigger", "set the font of the title to Anton", "undo"'
)
_STEP = 0.05  # of the short side, when a move names no distance
_GROW = 1.2  # when "bigger" names no factor


class Edit(NamedTuple):
    kind: Literal["do", "undo", "redo"]
    said: str  # what was done, for people
    commands: tuple[Command, ...] = ()


class Asked(NamedTuple):
    """A sentence's match with the design it is about."""

    match: re.Match[str]
    design: Design
    resources: Resources
    brand: BrandRules | None = None
    plan: DesignPlan | None = None  # the file's, as the design reads by now

    def layer(self) -> Layer:
        return target_named(self.match["target"], self.design)


def understand(
    sentence: str, history: History, resources: Resources, brand: BrandRules | None = None,
    plan: DesignPlan | None = None,
) -> Edit:  # fmt: skip
    """The edit a sentence asks for, already tried on the design as an agent's command."""
    words = _POLITE.sub("", " ".join(sentence.split()).rstrip(".!?"))
    if re.fullmatch(r"(undo|redo)(?: (?:it|that|this|last.*))?", words, re.I):
        kind: Literal["undo", "redo"] = "undo" if "undo" in words.lower() else "redo"
        return Edit(kind, "undone" if kind == "undo" else "redone")
    design = history.present
    for pattern, rule in RULES:
        match = pattern.fullmatch(words)
        if match is None:
            continue
        edit = rule(Asked(match, design, resources, brand, plan))
        if edit is not None:
            for command in edit.commands:
                apply(design, command, "agent")
            return edit
    raise DesignError(f"{sentence!r} is not an edit Plakat understands; try {EXAMPLES}")


def recolor(asked: Asked) -> Edit | None:
    """make the title red; change the background to dark blue"""
    wanted = asked.match["color"]
    color = color_named(wanted)
    if color is None:
        return None
    layer = asked.layer()
    parts = [part for leaf in leaves_of(layer) for part in _painted(leaf, color, layer)]
    if not parts:
        raise DesignError(f"{layer.label!r} has no colour to change; name a text or a shape")
    return _done(f"{layer.label!r} is now {wanted} ({color})", parts)


def retype(asked: Asked) -> Edit | None:
    """change the title to 'Jazz Night'; replace 'Friday' with 'Saturday'"""
    new = _unquoted(asked.match["text"])
    whole = asked.layer()
    layer = _text_of(whole, asked.match["target"])
    if new and len(texts_of(asked.design, whole.id)) > 1:  # a title split into lines
        parts = reworded(asked.design, whole.id, new, asked.resources.fonts)
        return _done(f"{layer.role} now reads {new!r}", parts)
    if not new:
        raise DesignError(f"{layer.label!r} cannot be empty; to take it away say: delete it")
    changed = layer.evolve(text=new, spans=())
    return _done(f"{layer.role} now reads {new!r}", [_refitted(layer, changed, asked.resources)])


def replace_words(asked: Asked) -> Edit | None:
    """replace 'Friday' with 'Saturday' wherever it stands"""
    old, new = _unquoted(asked.match["old"]), _unquoted(asked.match["text"])
    found = [
        leaf
        for layer in asked.design.layers
        for leaf in leaves_of(layer)
        if isinstance(leaf, TextLayer) and old in leaf.text
    ]
    if not found:
        return None
    parts = [
        _refitted(leaf, leaf.evolve(text=leaf.text.replace(old, new), spans=()), asked.resources)
        for leaf in found
    ]
    return _done(f"{old!r} is now {new!r} in {len(parts)} places", parts)


def show(asked: Asked) -> Edit | None:
    """hide, show, lock and unlock"""
    verb, layer = asked.match["verb"].lower(), asked.layer()
    field, value = _SWITCHES[verb]
    done = {"hide": "hidden", "show": "shown", "lock": "locked", "unlock": "unlocked"}[verb]
    ids = [layer.id] if layer.id != EVERY_TEXT else [leaf.id for leaf in leaves_of(layer)]
    parts: list[Command] = [UpdateLayer(layer_id=i, changes={field: value}) for i in ids]
    return _done(f"{layer.label!r} is {done}", parts)


def remove(asked: Asked) -> Edit | None:
    layer = asked.layer()
    return _done(f"{layer.label!r} is deleted", [RemoveLayer(layer_id=layer.id)])


def move(asked: Asked) -> Edit | None:
    """move the date up 40; move the title 2 cm to the left"""
    layer, canvas = asked.layer(), asked.design.canvas
    amount, unit = asked.match["amount"], (asked.match["unit"] or "px").lower()
    distance = float(round(_STEP * min(canvas.width, canvas.height)))
    if amount:
        distance = float(amount) * (canvas.dpi / _PER_INCH[unit] if unit in _PER_INCH else 1)
    across, down = _WAYS[asked.match["way"].lower()]
    parts = _shifted(layer, across * distance, down * distance)
    way = asked.match["way"].lower()
    return _done(f"{layer.label!r} moved {way} by {distance:.4g} px", parts)


def place(asked: Asked) -> Edit | None:
    """move the logo to the top right, the bottom, the center"""
    layer, sheet = asked.layer(), asked.design.canvas.box
    margin = 0.06 * min(sheet.width, sheet.height)
    ink = union_all(_ink(leaf, asked.resources) for leaf in leaves_of(layer))
    words = asked.match["place"].lower()
    dx = dy = 0.0
    if "left" in words:
        dx = margin - ink.x
    elif "right" in words:
        dx = sheet.width - margin - ink.right
    elif words in ("center", "centre", "middle"):
        dx = sheet.center.x - ink.center.x
    if "top" in words:
        dy = margin - ink.y
    elif "bottom" in words:
        dy = sheet.height - margin - ink.bottom
    elif words in ("center", "centre", "middle"):
        dy = sheet.center.y - ink.center.y
    return _done(f"{layer.label!r} moved to the {words}", _shifted(layer, dx, dy))


def rotate(asked: Asked) -> Edit | None:
    """rotate the title by 5 degrees; clockwise unless said otherwise"""
    layer, angle = asked.layer(), float(asked.match["angle"])
    leaves = leaves_of(layer)
    if len(leaves) > 1:
        raise DesignError(f"{layer.label!r} is a group; rotate one of its layers instead")
    turn = -angle if asked.match["way"] else angle
    part = UpdateLayer(
        layer_id=leaves[0].id, changes={"rotation": (leaves[0].rotation + turn) % 360}
    )
    return _done(f"{layer.label!r} is turned by {turn:g} degrees", [part])


def stack(asked: Asked) -> Edit | None:
    """bring the picture to the front; send the badge to the back"""
    layer = asked.layer()
    top = next(outer for outer in asked.design.layers if layer in (outer, *leaves_of(outer)))
    front = asked.match["end"].lower() == "front"
    ground = sum(outer.role == "background" for outer in asked.design.layers)
    part = MoveLayer(layer_id=top.id, index=None if front else ground)
    return _done(f"{top.label!r} is in {'front' if front else 'the back'}", [part])


def resize(asked: Asked) -> Edit | None:
    """make the title bigger, 20 % smaller"""
    layer, percent = asked.layer(), asked.match["percent"]
    factor = 1 + float(percent) / 100 if percent else _GROW
    larger = asked.match["way"].lower() in _LARGER
    factor = factor if larger else max(0.05, 2 - factor if percent else 1 / factor)
    return _done(
        f"{layer.label!r} is {'larger' if larger else 'smaller'}", _scaled(layer, factor, asked)
    )


def restyle(asked: Asked) -> Edit | None:
    """make the title bold, italic, regular, all caps, bold and italic"""
    layer, looks = asked.layer(), asked.match["style"].lower()
    changes = {k: v for word in re.findall(_LOOKS, looks) for k, v in _STYLES[word].items()}
    return _done(f"{layer.label!r} is {looks}", _restyled(layer, asked, changes))


def refont(asked: Asked) -> Edit | None:
    """set the font of the title to Anton"""
    family, fonts = _unquoted(asked.match["font"]), asked.resources.fonts
    known = {name.casefold(): name for name in fonts.families()}
    if family.casefold() not in known:
        raise DesignError(f"there is no font {family!r}; see: python app.py list fonts")
    target = asked.match.groupdict().get("target") or ALL_TEXT
    layer, name = target_named(target, asked.design), known[family.casefold()]
    return _done(f"{layer.label!r} is set in {name}", _restyled(layer, asked, {"font": name}))


def align(asked: Asked) -> Edit | None:
    """align the title left; center the title"""
    layer = asked.layer()
    way = asked.match["way"].lower().replace("centre", "center")
    parts: list[Command] = [
        UpdateLayer(layer_id=text.id, changes={"align": way})
        for text in _texts_of(layer, asked.match["target"])
    ]
    return _done(f"{layer.label!r} is aligned {way}", parts)


def apply_suggestion(asked: Asked) -> Edit:
    """apply suggestion 2: what `check --recommend` shows under that number"""
    advice = recommend(asked.design, asked.resources, asked.plan, brand=asked.brand)
    number, count = int(asked.match["number"]), len(advice.suggestions)
    if not 1 <= number <= count:
        shown = f"there are {count}" if count else advice.said
        raise DesignError(f"there is no suggestion {number}; {shown}; see: check --recommend")
    chosen = advice.suggestions[number - 1]
    return Edit("do", "; ".join(chosen.edits), (chosen.command,))


def tidy(asked: Asked) -> Edit:
    """tidy up; tidy the layout; clean this up"""
    return Edit("do", *tidied(asked.design, asked.resources, asked.plan))


def rename(asked: Asked) -> Edit | None:
    layer, name = asked.layer(), _unquoted(asked.match["text"])
    return _done(
        f"{layer.label!r} is called {name!r}",
        [UpdateLayer(layer_id=layer.id, changes={"name": name})],
    )


def _done(said: str, parts: list[Command]) -> Edit:
    if len(parts) == 1:
        return Edit("do", said, (parts[0],))
    return Edit("do", said, (Batch(label=said[:200], commands=tuple(parts)),))


def _painted(leaf: Leaf, color: str, asked_for: Layer) -> list[Command]:
    """The leaf in the new colour; the shades of a drawing keep their lightness."""
    if isinstance(leaf, TextLayer):
        ground = _pill_color(asked_for)
        if ground is not None:
            color = reach_contrast(leaf.style.color[:7], color, 4.5)
        spans = tuple(span.evolve(color=None) for span in leaf.spans)
        changes = {"style": leaf.style.evolve(color=color), "spans": spans, "fill": None}
        return [UpdateLayer(layer_id=leaf.id, changes=changes)]
    if not isinstance(leaf, ShapeLayer) or not isinstance(leaf.fill, SolidFill):
        return []
    single = len(leaves_of(asked_for)) == 1 or leaf.role == "underlay"
    new = color if single else _tinted(leaf.fill.color, color)
    return [UpdateLayer(layer_id=leaf.id, changes={"fill": leaf.fill.evolve(color=new)})]


def _pill_color(layer: Layer) -> str | None:
    """The ground a button's words stand on; None for anything but a button."""
    for leaf in leaves_of(layer):
        if leaf.role == "underlay" and isinstance(leaf, ShapeLayer):
            return leaf.fill.color if isinstance(leaf.fill, SolidFill) else None
    return None


def _tinted(old: str, color: str) -> str:
    lightness = hex_to_oklch(old[:7]).lightness
    k = max(relative_chroma(old[:7]), 0.6 * relative_chroma(color))
    return oklch_hex(lightness, k, hex_to_oklch(color).hue)


def _refitted(old: TextLayer, new: TextLayer, resources: Resources) -> Command:
    """Only what differs, the size fitted to the box when the layer asks for it."""
    new = fitted(new, resources.fonts)
    if new.text != old.text and old.name and old.text.startswith(old.name.rstrip("…")):
        new = new.evolve(name=new.text[:60])  # the name was the words; it stays so
    fields = ("text", "name", "spans", "style", "box")
    changes = {f: getattr(new, f) for f in fields if getattr(new, f) != getattr(old, f)}
    return UpdateLayer(layer_id=old.id, changes=changes)


def _restyled(layer: Layer, asked: Asked, changes: dict[str, object]) -> list[Command]:
    """Every text of the layer in the changed style, fitted to its box again."""
    target = asked.match.groupdict().get("target") or ALL_TEXT
    return [
        _refitted(text, text.evolve(style=text.style.evolve(**changes)), asked.resources)
        for text in _texts_of(layer, target)
    ]


def _text_of(layer: Layer, target: str) -> TextLayer:
    return _texts_of(layer, target)[0]


def _texts_of(layer: Layer, target: str) -> list[TextLayer]:
    texts = [leaf for leaf in leaves_of(layer) if isinstance(leaf, TextLayer)]
    if not texts:
        raise DesignError(f"{target!r} is no text; name a text such as the title or the date")
    return texts


def _shifted(layer: Layer, dx: float, dy: float) -> list[Command]:
    parts: list[Command] = []
    for leaf in leaves_of(layer):
        changes: dict[str, object] = {"box": leaf.box.shift(dx, dy)}
        if leaf.mask is not None:
            changes["mask"] = leaf.mask.evolve(box=leaf.mask.box.shift(dx, dy))
        parts.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    return parts


def _scaled(layer: Layer, factor: float, asked: Asked) -> list[Command]:
    """Scaled about the centre of all its ink; text grows by its size."""
    leaves = leaves_of(layer)
    center = union_all(leaf.box for leaf in leaves).center
    parts: list[Command] = []
    for leaf in leaves:
        box = leaf.box
        grown = Box(
            center.x + (box.x - center.x) * factor, center.y + (box.y - center.y) * factor,
            box.width * factor, box.height * factor,
        )  # fmt: skip
        changes: dict[str, object] = {"box": grown}
        if isinstance(leaf, TextLayer):
            size = leaf.style.size * factor
            wide = grown._replace(width=min(grown.width, asked.design.canvas.width - grown.x))
            changes = {"style": leaf.style.evolve(size=size), "box": wide}
            if len(leaves) == 1:
                changes["box"] = Box(box.x, box.y, box.width, box.height * factor)
                bigger = leaf.evolve(**changes, fit="shrink")
                changes["style"] = fitted(bigger, asked.resources.fonts).style
        parts.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    return parts


def _ink(leaf: Leaf, resources: Resources) -> Box:
    return ink_box(leaf, resources.fonts) if isinstance(leaf, TextLayer) else leaf.box


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] + text[-1] in ("''", '""', "‘’", "“”", "„“", "«»"):
        return text[1:-1].strip()
    return text


_SWITCHES = {
    "hide": ("visible", False), "show": ("visible", True), "lock": ("locked", True),
    "unlock": ("locked", False),
}  # fmt: skip
_WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
_STYLES: dict[str, dict[str, object]] = {
    "bold": {"weight": 700}, "regular": {"weight": 400, "italic": False}, "light": {"weight": 300},
    "italic": {"italic": True}, "uppercase": {"case": "upper"}, "lowercase": {"case": "lower"},
    "all caps": {"case": "upper"}, "normal": {"weight": 400, "italic": False, "case": "none"},
    "underlined": {"underline": True},
}  # fmt: skip
_PER_INCH = {"mm": 25.4, "cm": 2.54, "in": 1.0, "inch": 1.0, "inches": 1.0}
_LARGER = ("bigger", "larger", "increase", "enlarge", "grow")
_POLITE = re.compile(
    r"^(?:please |can you |could you )+|(?:,? please| a bit| a little| slightly)+$", re.IGNORECASE
)
_TARGET = r"(?:the |my |this )?(?P<target>.+?)"
_COLOR = rf"(?P<color>{color_pattern().pattern})"
_QUOTED = r"(?P<old>'[^']+'|\"[^\"]+\"|“[^”]+”)"
Rule = Callable[[Asked], Edit | None]


def _rule(pattern: str, rule: Rule) -> tuple[re.Pattern[str], Rule]:
    return re.compile(pattern, re.IGNORECASE), rule


_CORNER = r"(?:top|bottom)(?:[ -](?:left|right))?|left|right|cent(?:er|re)|middle"
_AMOUNT = r"(?:by )?(?P<amount>\d+(?:\.\d+)?) ?(?P<unit>px|pixels|mm|cm|in(?:ch(?:es)?)?)?"
_LOOKS = "|".join(_STYLES)
_SIDES = "up|down|left|right"

RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    _rule(
        rf"(?:make|turn|paint|colou?r|set|change|recolou?r) {_TARGET}(?:'s)?(?: colou?r)? "
        rf"(?:to |in(?:to)? |be )?{_COLOR}",
        recolor,
    ),
    _rule(rf"(?P<verb>hide|show|lock|unlock) {_TARGET}", show),
    _rule(
        r"(?:apply|take|use|do) (?:the )?(?:suggestion|recommendation) (?:number |no\.? ?|#)?"
        r"(?P<number>\d{1,3})",
        apply_suggestion,
    ),
    _rule(
        r"(?:tidy|clean)(?: up)?(?: (?:it|this|the (?:design|layout|poster|sheet)))?(?: up)?"
        r"|(?:fix|correct) the layout",
        tidy,
    ),
    _rule(rf"(?:delete|remove) {_TARGET}", remove),
    _rule(rf"(?:move|nudge|shift) {_TARGET} {_AMOUNT} (?:to the )?(?P<way>{_SIDES})", move),
    _rule(
        rf"(?:move|put|place) {_TARGET} (?:to|at|in|into) (?:the )?(?P<place>{_CORNER})"
        r"(?: corner| side)?",
        place,
    ),
    _rule(rf"(?:move|nudge|shift) {_TARGET} (?P<way>{_SIDES})(?: {_AMOUNT})?", move),
    _rule(
        rf"(?:rotate|turn|tilt) {_TARGET} (?:by )?(?P<angle>\d+(?:\.\d+)?) ?(?:degrees?|°)"
        r"(?: clockwise|(?P<way> (?:counter|anti)-?clockwise| to the left| left))?",
        rotate,
    ),
    _rule(rf"(?:bring|send|move) {_TARGET} to (?:the )?(?P<end>front|back)", stack),
    _rule(rf"make {_TARGET} (?:(?P<percent>\d+) ?% )?(?P<way>bigger|larger|smaller)", resize),
    _rule(
        rf"(?P<way>increase|enlarge|grow|decrease|reduce|shrink) {_TARGET}(?:'s)?(?: size)?"
        r"(?: by (?P<percent>\d+) ?%)?",
        resize,
    ),
    _rule(
        rf"(?:make|set) {_TARGET} (?:in )?(?P<style>(?:{_LOOKS})(?:(?:,| and)+ (?:{_LOOKS}))*)",
        restyle,
    ),
    _rule(r"(?:set|change|use) (?:the )?font (?!of\b)(?:to )?(?P<font>.+)", refont),
    _rule(rf"use (?:the font )?(?P<font>.+?) for {_TARGET}", refont),
    _rule(rf"(?:set|change) the font of {_TARGET} to (?P<font>.+)", refont),
    _rule(rf"(?:set|use) {_TARGET} in (?P<font>[A-Z].+)", refont),
    _rule(rf"align {_TARGET} (?:to the )?(?P<way>left|cent(?:er|re)|right)", align),
    _rule(rf"(?P<way>cent(?:er|re)) {_TARGET}", align),
    _rule(rf"(?P<target>background|ground)(?: colou?r)?:? (?:to |in )?{_COLOR}", recolor),
    _rule(rf"rename {_TARGET} to (?P<text>.+)", rename),
    _rule(rf"(?:replace|change) {_QUOTED} (?:with|to|by) (?P<text>.+)", replace_words),
    _rule(
        rf"(?:change|set|replace|retype) {_TARGET}(?: text)? (?:to(?: say)?|with|by) (?P<text>.+)",
        retype,
    ),
    _rule(
        rf"(?:let )?(?:(?:the )?text (?:on|of) )?{_TARGET} "
        r"(?:should )?(?:say|read|be)s? (?P<text>.+)",
        retype,
    ),
    _rule(r"(?P<target>\w+): (?P<text>.+)", retype),
)
