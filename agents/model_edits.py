"""A model's edit: known deeds on layers that exist, said in words that the rules understand.

Nothing else can come of an answer: no geometry, no paths, no commands. Numbers are the user's own;
words pass the same gates as all copy, and facts stay unless the user says the new ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, Field

from agents.colorwords import color_named
from agents.invented import LONGEST, cleaned, fault_of, is_said
from agents.kept_facts import hard_spans, missing, restored
from agents.minds import Saying
from agents.structured import Shape
from design_io.document import Design, Layer, TextLayer, walk
from layout.wording import element_of, text_of

Deed = Literal[
    "recolor", "set_text", "hide", "show", "lock", "unlock", "remove", "move", "place", "rotate",
    "front", "back", "bigger", "smaller", "style", "font", "align", "tidy", "undo", "redo",
]  # fmt: skip
_MOST_LAYERS = 60
_MOST_WORDS = 160  # characters of a layer's text that are shown


class Intent(BaseModel):
    deed: Deed
    layer: Annotated[str, Field(max_length=60)] = ""
    value: Annotated[str, Field(max_length=600)] = ""


class EditAnswer(Shape):
    edits: Annotated[tuple[Intent, ...], Field(max_length=40)] = ()


class Line(BaseModel):
    layer: Annotated[str, Field(max_length=60)]
    text: Annotated[str, Field(max_length=600)]


class CopyAnswer(Shape):
    lines: Annotated[tuple[Line, ...], Field(max_length=60)] = ()


class Said(NamedTuple):
    sayings: tuple[Saying, ...]
    told: tuple[str, ...]


class Wish(NamedTuple):
    """The sentence, the design it is said to, and the words of one layer and their role."""

    sentence: str
    design: Design
    old: str
    role: str


def outline_of(sentence: str, design: Design) -> dict[str, object]:
    """What the model is told of the design: its layers by id, no boxes."""
    layers = [_told_of(layer, design) for layer in _elements(design)]
    return {"sentence": sentence, "language": design.language, "layers": layers}


def ids_of(design: Design) -> tuple[str, ...]:
    return tuple(layer.id for layer in _elements(design))


def sayings_for(answer: EditAnswer, sentence: str, design: Design) -> Said:
    """Each intent that may be done, in the words of the rules, and why others may not."""
    known = {layer.id: layer.role for layer in _elements(design)}
    said: list[Saying] = []
    told: list[str] = []
    for intent in answer.edits:
        if intent.deed in _WHOLE:
            said.append(Saying(_WHOLE[intent.deed]))
            continue
        if intent.layer not in known:
            told.append(f"{intent.deed} was not done: no layer is called {intent.layer[:40]!r}")
            continue
        old, role = text_of(design, intent.layer) or "", known[intent.layer]
        wish = Wish(sentence, design, old, role)
        sentence_of = _SENTENCES[intent.deed]
        words = sentence_of(intent, wish)
        if words.startswith(_NOT):
            told.append(f"{intent.deed} of {intent.layer!r} was not done: {words[len(_NOT) :]}")
            continue
        printed = words.partition("“")[2].removesuffix("”") if sentence_of is _set_text else ""
        if (saying := Saying(words, intent.layer, printed)) not in said:
            said.append(saying)
    return Said(tuple(said), tuple(told))


def reworded_copy(
    answer: CopyAnswer, copy: Mapping[str, str], wish: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The copy with every rewording that keeps its facts; other layers keep their words."""
    made, told = dict(copy), []
    for item in answer.lines:
        if item.layer not in copy:
            continue
        text, fault = _kept(item.text, copy[item.layer], wish, tuple(copy.values()), "")
        if fault:
            told.append(f"the words of {item.layer!r} stay: {fault}")
        else:
            made[item.layer] = text
    return made, tuple(told)


def _elements(design: Design) -> tuple[Layer, ...]:
    """Layers as people name them, top-level ones first: a title split into lines is one."""
    inner = (layer for layer in walk(design) if layer not in design.layers)
    named = (x for x in (*design.layers, *inner) if element_of(x.id) == x.id)
    return tuple(layer for layer in named if layer.role != "texture")[:_MOST_LAYERS]


def _told_of(layer: Layer, design: Design) -> dict[str, object]:
    told: dict[str, object] = {"id": layer.id, "role": layer.role, "name": layer.label}
    text = text_of(design, layer.id)
    if text is not None:
        told["text"] = text[:_MOST_WORDS]
    if isinstance(layer, TextLayer):
        told["color"], told["font"] = layer.style.color, layer.style.font
    if not layer.visible:
        told["hidden"] = True
    if layer.locked:
        told["locked"] = True
    return told


def _recolor(intent: Intent, wish: Wish) -> str:
    color = color_named(cleaned(intent.value))
    return f"make it {color}" if color else _not(f"{_shown(intent)} is no colour")


def _set_text(intent: Intent, wish: Wish) -> str:
    others = tuple(text for layer in walk(wish.design) if (text := _words(layer)))
    text, fault = _kept(intent.value, wish.old, wish.sentence, others, wish.design.language)
    if not fault and wish.role not in LONGEST and not _is_told(text, wish):
        fault = "the sentence does not say the new words"
    return _not(fault) if fault else f"change it to “{text}”"


def _is_told(text: str, wish: Wish) -> bool:
    """Whether the new words of a fact, a name or a row are the user's, but for those it had."""
    fresh = [word for word in text.split() if not is_said(word, wish.old)]
    return is_said(wish.old, text) or (
        bool(fresh) and all(is_said(word, wish.sentence) for word in fresh)
    )


def _words(layer: Layer) -> str:
    return layer.text if isinstance(layer, TextLayer) else ""


def _kept(new: str, old: str, wish: str, others: tuple[str, ...], language: str) -> tuple[str, str]:
    """The new words with their facts restored, and why they may not be used."""
    if not old:
        return "", "it has no words"
    text = restored(cleaned(new), wish, old)
    if text is None:
        return "", "the new words hold a fact that nobody said"
    lost = [fact for fact in missing(old, text) if not _replaced(fact, text, wish)]
    if lost:
        return "", f"the new words leave out {lost[0]!r}"
    if len(text) > max(40, 3 * len(old), len(wish)):
        return "", "the new words are much longer"
    if text in ("", old):
        return "", "it says so already"
    if is_said(text, wish):
        return text, ""
    if _TRANSLATED.search(wish):
        return text, ""
    return text, fault_of("body", text, (wish, old, *others), language or "en")


def _replaced(fact: str, text: str, wish: str) -> bool:
    """Whether the user said another fact of this kind that stands in its place."""
    kinds = {span.role for span in hard_spans(fact)}
    return any(span.role in kinds and span.text in text for span in hard_spans(wish))


_TRANSLATED = re.compile(
    r"\b(?:translat\w+|in (?:english|german|french|spanish|italian|portuguese|dutch|polish|turkish"
    r"|swedish|greek|russian|ukrainian|arabic|hebrew|hindi|thai|chinese|japanese|korean)|auf \w+sch"
    r"|en fran[cç]ais|en espa[nñ]ol|in italiano)\b",
    re.IGNORECASE,
)
_WAYS = ("up", "down", "left", "right")
_PLACES = tuple(f"{a} {b}" for a in ("top", "bottom") for b in ("left", "right")) + (
    "top", "bottom", "left", "right", "center",
)  # fmt: skip
_FAMILY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*){0,3}")
_STYLES = ("bold", "italic", "regular", "light", "uppercase", "lowercase", "underlined")


def _move(intent: Intent, wish: Wish) -> str:
    way = next((way for way in _WAYS if way in intent.value.lower().split()), "")
    if not way:
        return _not(f"{_shown(intent)} is no direction")
    amount = re.search(r"\d+(?:\.\d+)?(?: ?(?:px|mm|cm|in))?\b", intent.value)
    by = f" {amount[0]}" if amount and _is_said_number(amount[0], wish.sentence) else ""
    return f"move it {way}{by}"


def _place(intent: Intent, wish: Wish) -> str:
    place = intent.value.lower().replace("-", " ").replace("centre", "center").strip()
    if place not in _PLACES:
        return _not(f"{_shown(intent)} is no place")
    return f"move it to the {place}"


def _rotate(intent: Intent, wish: Wish) -> str:
    angle = re.search(r"\d+(?:\.\d+)?", intent.value)
    if angle is None or not _is_said_number(angle[0], wish.sentence):
        return _not("the angle is not the user's")
    left = intent.value.strip().startswith("-") or "counter" in intent.value
    return f"rotate it by {angle[0]} degrees{' counterclockwise' if left else ''}"


def _scale(intent: Intent, wish: Wish) -> str:
    percent = re.search(r"\d+", intent.value)
    by = f"{percent[0]} % " if percent and _is_said_number(percent[0], wish.sentence) else ""
    return f"make it {by}{intent.deed}"


def _style(intent: Intent, wish: Wish) -> str:
    looks = [look for look in _STYLES if look in intent.value.lower().split()]
    if not looks:
        return _not(f"{_shown(intent)} is no style")
    return f"make it {' and '.join(looks)}"


def _font(intent: Intent, wish: Wish) -> str:
    if not _FAMILY.fullmatch(intent.value):
        return _not(f"{_shown(intent)} is no name of a font")
    return f"set the font of it to {intent.value}"


def _align(intent: Intent, wish: Wish) -> str:
    way = intent.value.lower().replace("centre", "center").strip()
    if way not in ("left", "center", "right"):
        return _not(f"{_shown(intent)} is no side")
    return f"align it {way}"


def _is_said_number(number: str, sentence: str) -> bool:
    return number.split()[0] in re.findall(r"\d+(?:\.\d+)?", sentence)


_NOT = "\0"  # begins a reason instead of a sentence


def _not(reason: str) -> str:
    return _NOT + reason


def _shown(intent: Intent) -> str:
    return repr(intent.value[:40])


def _plainly(words: str) -> Callable[[Intent, Wish], str]:
    return lambda intent, wish: words


_WHOLE = {"tidy": "tidy up", "undo": "undo", "redo": "redo"}
_SENTENCES: dict[str, Callable[[Intent, Wish], str]] = {
    "recolor": _recolor,
    "set_text": _set_text,
    "hide": _plainly("hide it"),
    "show": _plainly("show it"),
    "lock": _plainly("lock it"),
    "unlock": _plainly("unlock it"),
    "remove": _plainly("remove it"),
    "move": _move,
    "place": _place,
    "rotate": _rotate,
    "front": _plainly("bring it to the front"),
    "back": _plainly("send it to the back"),
    "bigger": _scale,
    "smaller": _scale,
    "style": _style,
    "font": _font,
    "align": _align,
}
