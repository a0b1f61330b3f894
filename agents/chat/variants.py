"""Three designs to pick from: for a vague wish, for "more like this", and for one vague layer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.changes import flat, painted, restyled, scaled
from agents.chat.context import Context
from agents.chat.dials import DIALS, Wish, stand_of, wish_in
from agents.chat.mentions import mentions
from agents.chat.naming import Named, find
from agents.chat.qualities import trimmed
from agents.chat.restaging import Staged, as_variant, locked_in, plan_of, try_, usable
from agents.chat.results import Answer, CannotError, NotThereError, UnclearError, Variant, Variants
from agents.chat.schemes import palette_in, repainted, telling
from agents.chat.sentence import Sentence
from design_io.color import hex_to_oklch, oklch_hex, relative_chroma
from design_io.commands import Batch, Command, RemoveLayer, apply
from design_io.document import Design, TextLayer, leaves
from layout.plan import DesignPlan
from layout.systems import SYSTEMS, VisualSystem

_COUNT = 3
_REACH = 0.75  # how far a full wish moves a design on a dial
_WORDLESS = ("words", "abstract")  # families that show no thing
_TRIES = 7  # systems that are laid out before the best of them are taken
_FONTS: tuple[tuple[str, dict[str, float]], ...] = (
    ("Cormorant Garamond", {"loud": -0.8, "modern": -0.6, "playful": -0.8}),
    ("Playfair Display", {"loud": -0.2, "modern": -0.6, "playful": -0.5}),
    ("EB Garamond", {"loud": -0.6, "modern": -0.9, "playful": -0.6}),
    ("Josefin Sans", {"loud": -0.6, "modern": 0.2, "playful": -0.2, "dense": -0.6}),
    ("Inter", {"loud": -0.3, "modern": 0.6, "playful": -0.6, "dense": -0.4}),
    ("Space Grotesk", {"loud": 0.1, "modern": 1.0, "playful": -0.1}),
    ("Outfit", {"loud": 0.1, "modern": 0.6, "playful": 0.3, "dense": -0.3}),
    ("Archivo Black", {"loud": 0.9, "modern": 0.5, "playful": -0.1}),
    ("Anton", {"loud": 1.0, "modern": 0.3, "playful": -0.2, "dense": 0.4}),
    ("Fredoka", {"loud": 0.3, "modern": 0.3, "playful": 0.9}),
    ("Shrikhand", {"loud": 0.7, "modern": -0.5, "playful": 0.8}),
    ("Abril Fatface", {"loud": 0.5, "modern": -0.6, "playful": -0.1}),
    ("Limelight", {"loud": 0.1, "modern": -0.9, "playful": 0.1}),
)


def vague(sentence: Sentence, context: Context) -> Answer | None:
    """make it pop; too busy; something more youthful: never declined"""
    wish = wish_in(sentence.low)
    if wish is None:
        if not _UNHAPPY.search(sentence.low):
            return None
        wish = Wish({}, ("another way",))
    named = _named(sentence, wish, context)
    if named is not None:
        return _of_layer(named, wish, context)
    return _of_design(wish, sentence.degree, context)


def more(sentence: Sentence, context: Context) -> Answer | None:
    """three more like this, less busy; show me other options"""
    if not _MORE.search(sentence.low):
        return None
    wish = wish_in(_MORE.sub(" ", sentence.low)) or Wish({}, ())
    return _of_design(wish, sentence.degree, context)


def other_fonts(sentence: Sentence, context: Context) -> Answer | None:
    """a nicer font; I don't like the font of the title: three faces to pick from"""
    match = _FONT.search(sentence.low)
    if match is None:
        return None
    phrase = trimmed(match["t"] or match["x"] or "")
    spoken = [m.named for m in mentions(sentence.low, context)] if not phrase else []
    named = spoken[0] if spoken else find(phrase or "title", context)
    if not named.texts:
        return None
    stand = stand_of(context.design.system)
    own = {x.style.font for x in named.texts}
    near = sorted(
        (f for f in _FONTS if f[0] not in own),
        key=lambda f: sum((f[1].get(d, 0.0) - stand[d]) ** 2 for d in DIALS),
    )
    found = tuple(
        _variant(f"set in {font}", tuple(restyled(named, {"font": font}, context)), {}, context)
        for font, _ in near[:_COUNT]
    )
    return Variants(f"another font for {named.label}: three to pick from", found)


def other_colors(sentence: Sentence, context: Context) -> Answer | None:
    """different colours; I don't like the palette: three colourings to pick from"""
    if not _COLOR.search(sentence.low):
        return None
    return _by_color(Wish({}, ("other colours",)), context)


def free(sentence: Sentence, context: Context) -> Answer | None:
    """A wish in words that no table has: three designs around the present one, never a no."""
    if not _FREE.fullmatch(sentence.plain) or _NO_PICTURE.search(sentence.low):
        return None
    made = _of_design(Wish({}, ()), sentence.degree, context)
    if isinstance(made, Variants):
        made = made._replace(said=f"{sentence.raw!r} can be read in many ways: three designs to "
                             "pick from; say more with words such as calmer, bolder, more"
                             " modern")  # fmt: skip
    return made


def _named(sentence: Sentence, wish: Wish, context: Context) -> Named | None:
    """The layer that a vague wish names; None for the whole design."""
    match = re.fullmatch(
        r"(?:make|give|let|get|have) (?P<t>.+?) (?:to )?(?:look |be |feel |a bit |some "
        r"|a )*(?:more |less )?(?:" + "|".join(map(re.escape, wish.words)) + r").*",
        sentence.plain,
    ) if wish.words else None  # fmt: skip
    phrase = trimmed(match["t"]) if match else ""
    if not phrase or phrase in ("it", "this", "that"):
        return None
    try:
        named = find(phrase, context)
    except (NotThereError, UnclearError):
        return None
    return None if named.everything or not named.texts or len(named.texts) > 4 else named


def _of_design(wish: Wish, degree: float, context: Context) -> Answer:
    design = context.design
    if locked_in(design) or context.plan is None:
        return _by_color(wish, context)
    plan = plan_of(context)
    now, goal = stand_of(design.system), dict[str, float]()
    for dial in DIALS:
        turn = wish.turns.get(dial, 0.0)
        goal[dial] = now[dial] + turn * min(1.5, degree) * _REACH
        if degree >= 1 and abs(goal[dial]) < abs(turn) * _REACH:
            goal[dial] = turn * _REACH  # as it was said, wherever the design stands now
    found = [variant for variant in (_in_its_own(wish, context),) if variant]
    names = sorted(
        (s.name for s in usable(context, plan) if s.name != design.system and _shows(s, plan)),
        key=lambda name: _apart(stand_of(name), goal, wish),
    )
    families = {SYSTEMS[design.system].family} if wish.turns and found else set[str]()
    spare: list[Variant] = []
    for name in names[:_TRIES]:
        if len(found) == _COUNT:
            break
        made = try_(context, plan, name, palette=_palette(name, wish, context))
        if made is None or not _same_words(made, design):
            continue
        variant = as_variant(context, made, f"in {SYSTEMS[name].label}", _turns(name, wish, now))
        if made.gates or (SYSTEMS[name].family in families and len(spare) < 2):
            spare.append(variant)
            continue
        families.add(SYSTEMS[name].family)
        found.append(variant)
    found = (found + spare)[:_COUNT]
    if len(found) < _COUNT:
        found += list(_by_color_variants(wish, context))[: _COUNT - len(found)]
    asked = " and ".join(dict.fromkeys(wish.words)) or "more like this"
    return Variants(f"{asked}: three designs to pick from", tuple(found))


def _shows(system: VisualSystem, plan: DesignPlan) -> bool:
    """Whether what the design shows would be shown there too."""
    now = SYSTEMS.get(plan.system)
    if not plan.subjects or now is None or now.family in _WORDLESS:
        return True
    return system.family not in _WORDLESS


def _apart(stand: dict[str, float], goal: dict[str, float], wish: Wish) -> float:
    """Dials that were asked for count most; the rest keeps the variant near the design."""
    return sum(
        (1.0 if dial in wish.turns else 0.35) * (stand[dial] - goal[dial]) ** 2 for dial in DIALS
    )


def _turns(system: str, wish: Wish, now: dict[str, float]) -> dict[str, float]:
    """The wish, as far as the system and its colours meet it."""
    stand = stand_of(system)
    return {d: round(0.5 * turn + 0.5 * (stand[d] - now[d]), 2) for d, turn in wish.turns.items()}


def _in_its_own(wish: Wish, context: Context) -> Variant | None:
    """The same visual system: its title in another face, its colours louder or quieter."""
    plan, design = plan_of(context), context.design
    tone = _tone(wish)
    palette = {r: _tinted(c, wish.turns.get("loud", 0.0)) for r, c in plan.palette.items()}
    font = _font(wish, context) if wish.turns else ""
    if not wish.turns:
        palette = palette_in(context, "", (), tone=tone)
    changed = plan.evolve(palette=palette, title_font=font or plan.title_font, seed=plan.seed + 1)
    made = try_(context, changed, design.system, palette=palette)
    if made is None:
        return None
    made = _thinned(made, wish)
    if not _same_words(made, design) or made.design == design:
        return None
    label = "the same style" + (f", title in {font}" if font else ", other colours")
    return as_variant(context, made, label, dict(wish.turns))


def _thinned(made: Staged, wish: Wish) -> Staged:
    """Without its ornaments, where it is to be airier."""
    if wish.turns.get("dense", 0.0) > -0.5:
        return made
    design = made.design
    extra = [x for x in design.layers if x.role == "ornament" and not _holds_copy(x)]
    shown = [x for x in design.layers if x.role in ("hero", "picture")]
    if not extra or not shown:
        return made
    commands = tuple(RemoveLayer(layer_id=layer.id) for layer in extra)
    return made._replace(design=apply(design, Batch(commands=commands), "agent"))


def _holds_copy(layer: object) -> bool:
    from agents.chat.naming import leaves_of

    return any(isinstance(x, TextLayer) for x in leaves_of(layer))  # type: ignore[arg-type]


def _palette(system: str, wish: Wish, context: Context) -> dict[str, str]:
    """The design's colours in another system, as loud as is asked for."""
    design, loud = context.design, wish.turns.get("loud", 0.0)
    colors = tuple(_tinted(color, loud) for color in telling(design))
    ground = design.palette.get("bg", "")[:7]
    return palette_in(context, ground, colors, system, _tone(wish))


def _tinted(color: str, loud: float) -> str:
    value = hex_to_oklch(color[:7])
    k = min(1.0, relative_chroma(color[:7]) * (1.4**loud))
    return oklch_hex(value.lightness, k, value.hue) + color[7:]


def _tone(wish: Wish) -> tuple[str, ...]:
    loud, playful = wish.turns.get("loud", 0.0), wish.turns.get("playful", 0.0)
    tones = ["bold"] * (loud > 0.4) + ["calm"] * (loud < -0.4)
    return (*tones, *["playful"] * (playful > 0.4), *["elegant"] * (playful < -0.6 and loud < 0))


def _font(wish: Wish, context: Context) -> str:
    """The family that lies farthest the way the wish goes, and is not the title's own."""
    own = {x.style.font for x in leaves(context.design) if isinstance(x, TextLayer)}
    fit = [
        (f, sum(v * wish.turns.get(d, 0.0) for d, v in at.items()))
        for f, at in _FONTS
        if f not in own
    ]
    best = max(fit, key=lambda pair: pair[1])
    return best[0] if best[1] > 0.15 else ""


def _same_words(made: Staged, design: Design) -> bool:
    return _words(made.design) == _words(design)


def _words(design: Design) -> list[str]:
    texts = (x for x in leaves(design) if isinstance(x, TextLayer) and x.visible)
    return sorted(" ".join(x.text for x in texts if not x.id.endswith("-label")).split())


def _by_color(wish: Wish, context: Context) -> Answer:
    """Where nothing may be laid out anew, because layers are locked: other colours only."""
    found = tuple(_by_color_variants(wish, context))[:_COUNT]
    if len(found) < _COUNT:
        raise CannotError("too much is locked to make variants; unlock some layers")
    asked = " and ".join(dict.fromkeys(wish.words)) or "more like this"
    return Variants(f"{asked}: three colourings to pick from, as locked layers stay", found)


def _by_color_variants(wish: Wish, context: Context) -> Iterator[Variant]:
    loud = wish.turns.get("loud", 0.0)
    for label, turn, strength in _COLORINGS:
        if (loud > 0.3 and strength < 1) or (loud < -0.3 and strength > 1):
            continue

        def tint(color: str, turn: float = turn, strength: float = strength) -> str:
            value = hex_to_oklch(color)
            k = min(1.0, relative_chroma(color) * strength * 1.2**loud)
            return oklch_hex(value.lightness, k, (value.hue + turn) % 360)

        made = repainted(context, tint, label)
        yield _variant(label, getattr(made, "commands", ()), dict(wish.turns), context)


def _variant(
    label: str, commands: tuple[Command, ...], dials: dict[str, float], context: Context
) -> Variant:
    command = Batch(label=label, commands=commands)
    return Variant(label, apply(context.design, command, "agent"), command, dials)


def _of_layer(named: Named, wish: Wish, context: Context) -> Answer:
    """One text in three ways: another face, another colour, another size."""
    loud = wish.turns.get("loud", 0.0)
    font = _font(wish, context) or "Playfair Display"
    colors = telling(context.design) or (context.design.palette.get("accent", "#c0392b")[:7],)
    own = {x.style.color[:7] for x in named.texts}
    color = next((c for c in colors if c not in own), colors[0])
    size = [p for x in named.layers for p in scaled(x, 1.15 if loud >= 0 else 0.88, context)]
    weight = restyled(named, {"case": "upper" if loud > 0 else "none", "tracking": 60.0}, context)
    ways = (
        (f"set in {font}", restyled(named, {"font": font}, context)),
        (f"in {color}", painted(named, flat(color), context)),
        ("larger" if loud >= 0 else "smaller", size or weight),
    )
    found = tuple(_variant(label, tuple(parts), dict(wish.turns), context) for label, parts in ways)
    return Variants(f"{named.label}, {' and '.join(wish.words)}: three ways to pick from", found)


_FONT = re.compile(
    r"\b(?:nicer|better|different|another|other|new|prettier|more (?:interesting|suitable"
    r"|fitting|beautiful)|hate|dislike|(?:don't|do not|dont) (?:really )?(?:like|love)"
    r"|not (?:keen|sold) on|change up)(?: about)? (?:(?:the|this|that) )?(?P<x>title "
    r"|headline )?(?:font|typeface|lettering|typography|fonts|type)\b(?: (?:of|for|on"
    r"|in) (?P<t>.+?))?$|\bfont (?:is|looks?) (?:ugly|awful|wrong|boring|bad|weird)\b"
)
_COLOR = re.compile(
    r"\b(?:nicer|better|different|another|other|new|prettier|hate|dislike|(?:don't|do not"
    r"|dont) (?:really )?(?:like|love)|not (?:keen|sold) on|change up)(?: about)? (?:the |this "
    r"|these |those |that )?(?:colou?rs?|palette|colou?r (?:scheme|palette|combination))$"
    r"|\bcolou?rs (?:are|look) (?:ugly|awful|wrong|boring|bad|weird|off)\b"
)
_FREE = re.compile(
    r"(?:i|we) (?:just |really )?want (?:people|folks|guests|customers|kids|everyone|visitors) to "
    r".{2,70}|(?:people|folks|guests|customers|kids|everyone|everybody|visitors|they|you) should"
    r" (?:want|feel|think|get|be|smile|stop|notice|fall) .{2,70}"
    r"|(?:(?:\w+ ){1,4}?(?:says?|said|thinks?|reckons?|finds?|feels?|felt)(?: that)?,? )?"
    r"(?:make (?:it|this|the (?:whole thing|design|poster|flyer|card|page|invitation|invite"
    r"|layout|menu|post|ad|sheet))|(?:it|this|the (?:whole thing|design|poster"
    r"|layout)) (?:should|needs to|could|doesn't|does not|must|has to|isn't|is not)(?: (?:be"
    r"|look|feel))?|(?:more|less|too|not so)\b|something|(?:it|this|the (?:whole thing|design"
    r"|poster|layout))(?:'s| is| looks| feels| lacks| needs)|looks?|feels?|seems?|lacks?"
    r"|needs? (?:more|some"
    r"|a)|hit"
    r"|reads? like|think"
    r"|go for) .{2,70}"
)
_NO_PICTURE = re.compile(
    r"\b(?:videos?|animat\w*|moves?|moving|3d|sings?|prints?|printed|send|sent|e-?mail\w*"
    r"|post(?:ed)? (?:it|to)|gifs?|music|sounds?|upload\w*|share|publish\w*|download\w*|save\w*"
    r"|export\w*|pdf|png|translate\w*|website|app)\b"
)
_COLORINGS = (  # label, turn of the hue in degrees, factor on the chroma
    ("in stronger colours", 0.0, 1.5),
    ("in quieter colours", 0.0, 0.6),
    ("in other hues", 40.0, 1.0),
    ("in far hues", 160.0, 1.0),
)
_MANY = (
    r"(?:three|3|two|2|four|4|five|5|some|a few|a couple of|several|any|more|other|another"
    r"|different|alternative|new|further)"
)
_MORE = re.compile(
    rf"\b(?:(?:give|show|make|create|generate|see|try|want"
    rf"|need)(?: me)? )?(?:{_MANY} )+(?:(?:like|of) (?:this|that|it"
    r"|these)|(?:variants?|variations?|versions?|options?|alternatives?|ideas|takes?|directions"
    r"|suggestions|proposals|designs|looks?|layouts?)(?: (?:of|on|for|like) (?:this|it"
    r"|that))?)\b|^(?:(?:give|show|make|create|generate)(?: me)? )?(?:an? |some "
    r"|the )?(?:variants?|variations?|options|alternatives)\b"
)
_UNHAPPY = re.compile(
    r"\b(?:(?:don't|doesn't|do not|does not|not) (?:\w+ )?(?:go|fit|belong|hang|work|sit|play)"
    r"(?:ing)?(?: well)? (?:together|with each other|as one)|thrown together|disjointed"
    r"|(?:don't|do not|dont|not) (?:really )?(?:like|love|feel|feeling|happy|convinced|sold"
    r"|sure|working|quite|it)|hate|ugly|awful|terrible|improve|better|nicer|prettier"
    r"|more beautiful|beautiful|something (?:else|different|new)|start over|surprise me"
    r"|needs something|missing something|not there yet|try again|different(?:ly)?|rubbish|crap"
    r"|do something|what else|anything else|do your (?:thing|magic)|work your magic"
    r"|make it good|good looking|attractive"
    r"|appealing|lovely|amazing|awesome|great|perfect|redesign|rethink)\b"
)
