"""Brief → visual system, icons and palette: what suits form and topic, varied by the seed.

Every system gets a fit; chance, drawn from request and seed, decides among those that fit about
as well. Further variants of a brief prefer systems of families not yet shown.
"""

from __future__ import annotations

import math
import random
import re
from itertools import chain
from typing import NamedTuple

from agents.brief import Brief, Stated
from agents.colorwishes import color_of_clothes, color_of_thing
from agents.domains import domains_in
from agents.drawn import hand_in
from agents.heroes import (
    BRED,
    SMALL,
    company_of,
    dyes_of,
    in_one_hand,
    number_of,
    still_life_of,
    subjects_of,
)
from agents.lexicon import color_of
from agents.likeness import Likeness, likeness_fits, tone_of
from agents.mood import STYLE, Mood, moods_of
from agents.ornaments import ornament_in
from agents.pictures import anchor_for, colors_of, picture_fits, seen_in
from agents.scenes import can_be_placed, place_of
from design_io.color import contrast, hex_to_oklch
from design_io.errors import DesignError
from design_io.study import Study
from generators.artist.drawn import SYSTEMS as DRAWING
from generators.artist.icons import (
    is_clothed,
    is_flattened,
    is_scene,
    keeps_its_colors,
    lifted,
    second_color,
    takes_any_color,
)
from generators.artist.naming import dyed, thing_of
from generators.artist.ornament import shows
from generators.artist.tones import form_of
from layout.offer import offer_in
from layout.palette import is_sparse, palette_for
from layout.plan import Anchor
from layout.scheme import Scheme, chosen, distance, wished
from layout.sizes import size_named
from layout.systems import SYSTEMS, VisualSystem, shape_of, system_named

MOST_VARIANTS = 12
_TOPIC, _TONE = 0.33, 0.25  # worth of the first matching topic, of a matching tone
_MOOD = 0.15  # worth of a matching mood of the occasion or trade
_FADE = 0.35  # each further topic tells less
_STYLE = 2.4  # worth of a word of style that asks for the system
_MOST_MOODS = 2  # that count
_WORDS_ONLY = 0.95  # for systems of words and abstract ones when nothing can be shown, against else
_SPEECHLESS = ("words", "abstract")  # families that show no subject
_MUTE = 2.5  # besides, against systems that show nothing where a thing can be shown
_BLUNT, _FULL_FRAME = 2.0, 0.87  # against outlines of things that fill so much of their frame
_FINE = 0.81  # plainness under which a drawing is lost in outlines, dots and lines
_OFF_GROUND, _FAR_GROUND = 2.0, 0.3  # against systems whose sheets are so far from what was asked
_NIGHT = "#14161c"  # a sheet in a mood that is said to be dark
_OUT_OF_PLACE = 1.5  # against specialists of other topics
_OFFER, _OFFER_ALONE = 0.9, 1.2  # for giant figures; the second besides where nothing is shown
_GATHERED = 0.15  # where several things are named, for systems that show them side by side, each
_MOST_GATHERED = 2
_DRAINED = 0.5  # what keeps its colours, against systems that draw in a few of their own
_FACELESS = 1.0  # of people and hands, against systems of a few inks, twice against outlines
_PLACELESS = 3.0  # where a place is said, against systems that cannot show a thing in it
_CRAMPED = 1.2  # where a scene or place is asked for, against systems that show it in a small round
_UNADORNED = 2.0  # where gingham or stars are asked for, against systems that have no room for them
_UNDRAWN = 3.0  # where a drawing in lines is asked for, against systems that cannot show one
_REPEATED = 2.0  # of people, against systems that show everything many times
_IDLE_FORMS = 1.5  # against abstract forms, which say nothing of a bargain
_CHANCE = 0.6  # worth of chance; its standard deviation is 1.28 times that
_WORST = 1.8  # below the best fit, what chance may choose first
_TOLD_CHANCE = 0.35  # the same where the request names a mood or a style
_SEEN_CHANCE = 0.4  # and where a picture or a reference tells what fits
_SAME_FAMILY = 1.5  # what a variant loses for each earlier one of its family
_TOLD = 3_000  # characters of a request in which its occasion and style are looked for
_READ = 5.0  # contrast of words in the colour that was asked for
_PALE, _UNDER_PALE = 1.15, 2.8  # contrast with white of white things, and of what carries them
_CHROMATIC = 0.05  # OKLCH chroma from which a colour has a hue
_CLEAR = 0.2  # OKLab distance at which a drawing stands out from its ground
_PALETTES = 6  # tried for one on whose ground the subject shows in its own colours
_OF_WINE = re.compile(r"\bvintages? (?:19|20)\d\d")  # says no style
_TELLING = ("title", "kicker", "subtitle", "offer", "body", "item")


class Strategy(NamedTuple):
    system: str  # name of the visual system
    subjects: tuple[str, ...]  # icon names, best first; none when no word was telling
    palette: dict[str, str]
    reason: str
    seed: int  # of palette and art: from the request, the user's seed and the variant
    fits: dict[str, float]  # of every usable system, best first
    anchor: Anchor = "top"  # where on a photograph the copy goes


class Thing(NamedTuple):
    """What the picture shows: its colour, whether the user said it, and its second colour."""

    color: str | None
    told: bool
    second: str = ""


class Topics(NamedTuple):
    """What systems are chosen by: domains and words of the copy, most telling first; tones."""

    topics: tuple[str, ...]
    tones: tuple[str, ...]  # said
    moods: tuple[str, ...] = ()  # of the occasion or trade, unsaid
    styles: frozenset[str] = frozenset()  # words of the request


def strategy_for(
    brief: Brief,
    variant: int = 0,
    pictures: tuple[Study, ...] = (),
    like: Likeness | None = None,
    avoided: frozenset[str] = frozenset(),
) -> Strategy:
    """The system with the best fit; `variant` 1, 2, … are further, clearly different designs.

    `pictures` are studies of the user's own, `like` is what was taken from a reference; `avoided`
    systems are not chosen.
    """
    if not 0 <= variant < MOST_VARIANTS:
        raise DesignError(f"variant {variant + 1} is too many; ask for at most {MOST_VARIANTS}")
    subjects = subjects_of(brief, variant)
    moods = moods_of(_copy(brief), brief.request[:_TOLD])
    topics = _topics(brief, moods)
    fits = _fits(brief, topics, subjects, pictures, like)
    if subjects and _is_lost_in_outline(subjects[0]):
        fits = {n: fit - _BLUNT * SYSTEMS[n].silhouettes for n, fit in fits.items()}
    fits = {name: fit for name, fit in fits.items() if name not in avoided}
    styled = any(not topics.styles.isdisjoint(s.styles) for s in SYSTEMS.values())
    sway = _TOLD_CHANCE if styled or set(topics.tones) - set(topics.moods) else _CHANCE
    if pictures or like is not None:
        sway = _SEEN_CHANCE
    system = _chosen(brief, fits, variant, sway)
    number = number_of(brief, variant)
    reason = _reason(brief, system, topics)
    if like is not None:
        brief, reason = _likened(brief, like), f"{reason}; {like.told()}"
    if pictures:
        canvas = size_named(brief.size.value).canvas
        palette = _palette_of_picture(brief, system, pictures[0], number)
        anchor = anchor_for(system.name, pictures[0], canvas)
        return Strategy(system.name, subjects, palette, reason, number, fits, anchor)
    told = _color_said(brief, subjects)
    fast = bool(subjects) and keeps_its_colors(subjects[0]) and not is_clothed(subjects[0])
    if fast and thing_of(subjects[0]) not in BRED:
        told = ""  # of green vegetables the tomato stays red
    asked = "" if told and _is_bare(told) else told  # a white horse asks for no white sheet
    subjects = in_one_hand(subjects, number)
    thing = _thing(subjects, asked)
    palette = _palette(brief, moods, system, thing, number)
    if subjects and not (told or brief.colors.value or brief.ground.value or system.silhouettes):
        others = (_palette(brief, moods, system, thing, number + k) for k in range(1, _PALETTES))
        tried = chain((palette,), others)
        shown = (p for p in tried if lifted(subjects[0], p.get("bg", "")) is None)
        palette = next(shown, palette)
    if not told and subjects and all(map(takes_any_color, subjects)):
        told = next((c for c in brief.colors.value if not _is_grey(c)), "")
    if told:
        palette |= {role: told for role in ("subject", "ink_2") if role in {"subject", *palette}}
    dyes = dyes_of(brief, system, subjects)
    subjects = tuple(dyed(name, dyes) for name in still_life_of(brief, system, subjects))
    return Strategy(system.name, subjects, palette, reason, number, fits)


def _color_said(brief: Brief, subjects: tuple[str, ...]) -> str:
    """The colour that the request says of what is shown, or of what somebody wears."""
    if not subjects:
        return ""
    if is_clothed(subjects[0]):
        return color_of_clothes(brief.request[:_TOLD])
    shown = subjects[:1] if brief.companions else subjects
    return color_of_thing(brief.request[:_TOLD], shown)


def _thing(subjects: tuple[str, ...], asked: str) -> Thing:
    if not subjects:
        return Thing(asked or None, bool(asked))
    return Thing(asked or color_of(subjects[0]), bool(asked), second_color(subjects[0]))


def _palette(
    brief: Brief, moods: tuple[Mood, ...], system: VisualSystem, thing: Thing, number: int
) -> dict[str, str]:
    scheme = _scheme(brief, moods, system, thing, number)
    colors, tone = brief.colors.value, brief.tone.value
    return palette_for(system, thing.color, colors, tone, number, None, scheme, thing.second)


def _scheme(
    brief: Brief, moods: tuple[Mood, ...], system: VisualSystem, thing: Thing, number: int
) -> Scheme | None:
    """The colours the user named, else those that occasion or trade ask for by convention.

    The drawing in its own colour stands out from the ground where one of them lets it; a colour
    that was said of it is taken up by the rest.
    """
    chance, tone = random.Random(f"scheme/{number}"), brief.tone.value
    conventional = moods[0].schemes if moods else ()
    colors, ground, ink = brief.colors.value, brief.ground.value, brief.ink.value
    if ground and not set(colors) - {ground} and conventional:
        colors = _clear_of(ground, chosen(conventional, tone, chance).colors)
    if ground and not set(colors) - {ground} and brief.form.value == "letterhead" and thing.color:
        colors = (thing.color,)  # paper is white, and its mark has a colour
    if colors or ground:
        scheme = wished(colors, ground, tone, chance, is_sparse(system))
        return scheme._replace(ink=ink, asked=bool(ground))
    if ink:
        conventional = tuple(s for s in conventional if contrast(s.ground, ink) >= _READ)
        plain = Scheme("#f6f2ec" if contrast(ink, "#f6f2ec") >= _READ else "#1c1a22", (ink,))
        return chosen(conventional or (plain,), tone, chance)._replace(ink=ink)
    if thing.told and thing.color and is_sparse(system):
        return wished((thing.color,), "", tone, chance, sparse=True)
    if thing.color is not None and system.palettes.kind == "subject":
        clear = tuple(s for s in conventional if _clear_of(thing.color, (s.ground,)))
        conventional = clear or conventional
    if not conventional:
        return None
    scheme = chosen(conventional, tone, chance)
    if thing.color and not thing.told and _is_pale(thing.color):
        scheme = _under_pale(scheme)
    if not thing.told or thing.color is None:
        return scheme
    return scheme._replace(colors=(thing.color, *scheme.colors))


def _is_pale(color: str) -> bool:
    """White, or nearly: a tooth, a swan, milk."""
    return contrast(color, "#ffffff") < _PALE


def _under_pale(scheme: Scheme) -> Scheme:
    """The strongest of its colours as the ground, on which a white thing may stay white."""
    if contrast(scheme.ground, "#ffffff") >= _UNDER_PALE:
        return scheme
    deep = next((c for c in scheme.colors if contrast(c, "#ffffff") >= _UNDER_PALE), "")
    if not deep:
        return scheme
    return Scheme(deep, (scheme.ground, *(c for c in scheme.colors if c != deep)))


def _clear_of(color: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(other for other in others if distance(color, other) >= _CLEAR)


def _likened(brief: Brief, like: Likeness) -> Brief:
    """The brief with the reference's colours, where the user named none, and its tone."""
    colors = brief.colors if brief.colors.value else Stated(value=like.colors)
    return brief.evolve(colors=colors, tone=Stated(value=(*brief.tone.value, *tone_of(like))))


def _palette_of_picture(
    brief: Brief, system: VisualSystem, picture: Study, number: int
) -> dict[str, str]:
    """Colours drawn from the picture, unless the user named some."""
    colors = brief.colors.value
    if not colors and system.palettes.kind == "fixed":
        colors = colors_of(picture)
    seen = seen_in(picture, size_named(brief.size.value).canvas)
    return palette_for(system, seen.vivid, colors, brief.tone.value, number, seen)


def _fits(
    brief: Brief,
    topics: Topics,
    subjects: tuple[str, ...],
    pictures: tuple[Study, ...],
    like: Likeness | None,
) -> dict[str, float]:
    """Fit of every usable system, best first."""
    has_subject = bool(subjects or pictures)
    named = min(_MOST_GATHERED, len(company_of(brief, subjects[0]))) if subjects else 0
    placed = bool(subjects and place_of(brief, subjects[0]))
    scene = bool(subjects) and is_scene(subjects[0]) and brief.subject.provenance == "user"
    people = bool(subjects) and is_flattened(subjects[0])
    figures = bool(subjects) and is_clothed(subjects[0])
    natural = bool(subjects) and keeps_its_colors(subjects[0])
    usable = [system for system in SYSTEMS.values() if _usable(system, brief, has_subject)]
    usable = [system for system in usable if not _jars(system, topics)] or usable
    if brief.subject.provenance == "user":  # the request says what to show
        usable = [system for system in usable if system.family not in _SPEECHLESS] or usable
    ornament, drawn = ornament_in(brief.request), bool(hand_in(brief.request))
    canvas = size_named(brief.size.value).canvas
    seen, liked = picture_fits(pictures, canvas, brief.tone.value), likeness_fits(like)
    fits = {
        system.name: _fit(system, brief, topics, has_subject)
        + _GATHERED * named * system.gathers
        - _DRAINED * natural * system.drains
        - _FACELESS * people * (system.drains + 2 * system.silhouettes)
        - _REPEATED * figures * system.gathers
        - _UNADORNED * (bool(ornament) and not shows(ornament, system.name))
        - _UNDRAWN * (drawn and system.name not in DRAWING)
        - _CRAMPED * ((placed or scene) and system.name in SMALL)
        - _PLACELESS * (placed and not can_be_placed(system))
        - _PLACELESS * (scene and (system.silhouettes or not can_be_placed(system)))
        + seen.get(system.name, 0.0)
        + liked.get(system.name, 0.0)
        for system in usable
    }
    return dict(sorted(fits.items(), key=lambda item: -item[1]))


def unusable_in(briefs: tuple[Brief, ...]) -> frozenset[str]:
    """Systems that cannot draw every page of a set; none where no system can draw them all."""
    shown = bool(subjects_of(briefs[0], 0)) or any(
        a.role == "picture" for a in briefs[0].attachments
    )
    out = frozenset(
        name for name, system in SYSTEMS.items()
        if not all(_usable(system, brief, shown) for brief in briefs)
    )  # fmt: skip
    return out if out < SYSTEMS.keys() else frozenset()


def can_draw(name: str, brief: Brief) -> bool:
    """Whether the system has a place for all that the brief asks for, by its size and form."""
    shown = bool(things_in(brief)) or any(a.role == "picture" for a in brief.attachments)
    return _usable(system_named(name), brief, shown)


def things_in(brief: Brief) -> tuple[str, ...]:
    """The icons that can show the brief's subject; none when its word tells nothing."""
    return subjects_of(brief, 0)


def leanings_of(brief: Brief) -> tuple[object, ...]:
    """What beside subject and form speaks for some systems: styles, moods, an offer, and the
    trade where nothing can be shown."""
    told = moods_of(_copy(brief), brief.request[:_TOLD])
    topics = _topics(brief, told)
    styles = topics.styles & {word for system in SYSTEMS.values() for word in system.styles}
    trades = () if things_in(brief) else domains_in(_copy(brief))
    return styles, topics.moods, frozenset(trades), _has_figure(brief)


def _usable(system: VisualSystem, brief: Brief, has_subject: bool) -> bool:
    shape = shape_of(size_named(brief.size.value).canvas)
    title = brief.text("title")
    if brief.rules and system.name in brief.rules.forbidden_systems:
        return False
    return (
        shape in system.formats
        and brief.form.value in system.forms
        and (has_subject or not system.needs_subject)
        and (not system.needs_offer or _has_figure(brief))
        and (not system.longest_title or 0 < len(title) <= system.longest_title)
        and (not system.needs_picture or any(a.role == "picture" for a in brief.attachments))
    )


def _jars(system: VisualSystem, topics: Topics) -> bool:
    """Whether it contradicts the mood, said or unsaid, and less of what is said speaks for it."""
    wanted = not topics.styles.isdisjoint(system.styles)
    if wanted or not set(topics.tones).isdisjoint(system.suits):
        against = set(topics.tones) & set(system.never)
        return len(against) >= max(1, len(set(topics.tones) & set(system.suits))) and not wanted
    return not {*topics.tones, *topics.moods}.isdisjoint(system.never)


def _has_figure(brief: Brief) -> bool:
    return any(text.role == "offer" and offer_in(text.text) for text in brief.texts)


def _fit(system: VisualSystem, brief: Brief, topics: Topics, has_subject: bool) -> float:
    matched = [topic for topic in topics.topics if topic in system.suits]
    fit = _TOPIC * sum(_FADE**n for n in range(len(matched[:3])))
    fit += _TONE * sum(tone in system.suits for tone in topics.tones)
    unsaid = set(topics.moods) - set(topics.tones)
    fit += _MOOD * min(_MOST_MOODS, sum(mood in system.suits for mood in unsaid))
    fit += _STYLE * (not topics.styles.isdisjoint(system.styles))
    if system.specialist and not fit:
        fit -= _OUT_OF_PLACE
    ground = brief.ground.value or (_NIGHT if "dark" in brief.tone.value else "")
    if ground and not _has_ground(system, ground):
        fit -= _OFF_GROUND
    if has_subject == (system.family in _SPEECHLESS):
        fit -= _WORDS_ONLY
    if has_subject and system.mute:
        fit -= _MUTE
    if system.needs_offer:
        fit += _OFFER + _OFFER_ALONE * (not has_subject)
    if system.family == "abstract" and _has_figure(brief):
        fit -= _IDLE_FORMS
    return round(fit, 3)


def _is_lost_in_outline(icon: str) -> bool:
    """Whether it fills its frame, or its parts are finer than what outlines and dots show."""
    form = form_of(icon)
    return form.solidity > _FULL_FRAME or form.plainness < _FINE


def _has_ground(system: VisualSystem, ground: str) -> bool:
    """Whether its sheets come about as light or as dark as this."""
    wanted, palettes = hex_to_oklch(ground).lightness, system.palettes
    sheets = (hex_to_oklch(v[palettes.ground]).lightness for v in palettes.offered())
    return palettes.kind != "fixed" or any(abs(s - wanted) < _FAR_GROUND for s in sheets)


def _is_grey(color: str) -> bool:
    return hex_to_oklch(color).chroma < _CHROMATIC


def _is_bare(color: str) -> bool:
    """White or black, of which no palette is made."""
    channels = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    flat = max(channels) - min(channels) < 24
    return flat and (min(channels) > 225 or max(channels) < 60)


def _chosen(brief: Brief, fits: dict[str, float], variant: int, sway: float) -> VisualSystem:
    if brief.system.value:
        return _asked_for(brief)
    if not fits:
        allowed = "that the brand allows " if brief.rules else ""
        raise DesignError(
            f"no visual system {allowed}draws the form {brief.form.value!r} at {brief.size.value}; "
            "choose another size, or a system with --system"
        )
    chance = random.Random(number_of(brief))
    scores = {name: fits[name] + sway * _gumbel(chance) for name in SYSTEMS if name in fits}
    fair = [name for name in scores if fits[name] > max(fits.values()) - _WORST]
    shown = [max(fair, key=lambda name: scores[name])]
    while len(shown) <= variant:
        best = max(scores, key=lambda name: (name not in shown, _fresh(name, shown, scores[name])))
        shown.append(best)
    return SYSTEMS[shown[variant]]


def _asked_for(brief: Brief) -> VisualSystem:
    system = system_named(brief.system.value)
    if system.needs_picture and not any(a.role == "picture" for a in brief.attachments):
        raise DesignError(
            f"the system {system.name!r} needs a photograph; add one with --image, or choose "
            "another system"
        )
    return system


def _fresh(name: str, shown: list[str], score: float) -> float:
    family = SYSTEMS[name].family
    return score - _SAME_FAMILY * sum(SYSTEMS[other].family == family for other in shown)


def _gumbel(chance: random.Random) -> float:
    return -math.log(-math.log(chance.uniform(1e-9, 1 - 1e-9)))


def _reason(brief: Brief, system: VisualSystem, topics: Topics) -> str:
    if brief.system.value:
        return "the user chose it"
    matched = [t for t in (*topics.topics, *topics.tones, *topics.moods) if t in system.suits]
    return f"suits {', '.join(dict.fromkeys(matched))}" if matched else "suits anything"


def _topics(brief: Brief, told: tuple[Mood, ...]) -> Topics:
    words = _copy(brief)
    plain = re.findall(r"[^\W\d_]+", words.lower())
    topics = tuple(dict.fromkeys((*domains_in(words), *plain)))
    first = 2 if told and told[0].rank == STYLE else 1
    moods = tuple(m for mood in told[:first] for m in mood.moods)
    return Topics(topics, brief.tone.value, moods, _styles(brief.request[:_TOLD]))


def _copy(brief: Brief) -> str:
    copy = " . ".join(text.text for text in brief.texts if text.role in _TELLING)
    return f"{copy} . {brief.subject.value} . {brief.occasion.value}"


def _styles(request: str) -> frozenset[str]:
    """Words, and pairs of words with a hyphen between."""
    words = re.findall(r"[a-z0-9][\w-]*", _OF_WINE.sub(" ", request.lower()))
    pairs = (f"{first}-{second}" for first, second in zip(words, words[1:], strict=False))
    return frozenset((*words, *pairs))
