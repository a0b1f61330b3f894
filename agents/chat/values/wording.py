"""Words found in copy as people remember them, and new ones written as the old ones stood."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.chat.by_name import Named
from agents.chat.context import Context
from agents.chat.naming import with_labels
from agents.edits import distance
from agents.spelling import is_known
from design_io.document import Design, TextLayer, walk

_ARTICLE = re.compile(r"^(?:the|an?|our|my|at|on|in) ", re.IGNORECASE)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "with",
        "&",
        "y",
        "et",
        "la",
        "le",
    ]
)
_PRONOUN = re.compile(r"(?:it|this|that|them|they|these|those|him|her|us|one|ones|there)")
_ADDRESS = re.compile(r"[@/]|\w\.\w|^www\b")
_SHORT = 7  # letters of a word whose first one has to be right
_MOST_WORDS = 8
CLAUSE = re.compile(  # talk, which is never printed
    r"\b(?:is|are|was|were|prefers?|wants?|likes?|uses?|so|because|since|should|must|needs?|called|now"
    r"|it's|i'm|we|they|he|she|don't|but|please)\b|[;:] "
)


class Spot(NamedTuple):
    """A stretch of one text."""

    layer: TextLayer
    start: int
    end: int
    apart: int = 0  # letters in which it differs from what was looked for

    @property
    def words(self) -> str:
        return self.layer.text[self.start : self.end]


def texts_of(context: Context, headings: bool = False) -> list[TextLayer]:
    """What is read on the design, without the small headings or nothing but them."""
    return [x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible
            and x.id.endswith("-label") == headings]  # fmt: skip


def copy_by_id(design: Design) -> dict[str, str]:
    """What every text layer reads, hidden ones too."""
    return {x.id: x.text for x in walk(design) if isinstance(x, TextLayer)}


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


def kinds_of(text: str) -> set[str]:
    """The words as one speaks of them, one of many alike: kids are children."""
    found = words_of(text) - _SMALL
    single = {re.sub(r"(?<=\w{3})s$", "", word) for word in found}
    return {_KINDS.get(word, word) for word in single}


_KINDS = {"kid": "child", "children": "child", "grownup": "adult", "pensioner": "senior",
          "oap": "senior", "pupil": "student"}  # fmt: skip


def words_shown(context: Context) -> frozenset[str]:
    """Every word that is read on the design."""
    return frozenset(w for x in texts_of(context) for w in words_of(x.text))


def row_names(context: Context) -> dict[str, set[str]]:
    """Of what stands in the row of an entry, the kinds that its words name, by layer id."""
    found: dict[str, set[str]] = {}
    for item in texts_of(context):
        if item.role == "item":
            mates = with_labels(Named((item,)), context.design)[1:]
            found |= {mate.id: kinds_of(item.text) for mate in mates}
    return found


def spots(phrase: str, context: Context, most: int = 2, headings: bool = False) -> list[Spot]:
    """Where the phrase stands, letter by letter or else with few slips; the nearest only."""
    phrase = phrase.strip(" ,.;:!?\"'“”‘’")
    if _PRONOUN.fullmatch(phrase.lower()):
        return []
    for words in dict.fromkeys((phrase, _ARTICLE.sub("", phrase))):
        exact = [spot for layer in texts_of(context, headings) for spot in _exact(words, layer)]
        if exact:
            return exact
    words = _ARTICLE.sub("", phrase)
    near = [spot for layer in texts_of(context, headings) for spot in _near(words, layer, most)]
    least = min((spot.apart for spot in near), default=0)
    return [spot for spot in near if spot.apart == least]


def _exact(words: str, layer: TextLayer) -> list[Spot]:
    if not words:
        return []
    within = "" if re.search(r"[.@/]", words) else r"|@|\.\w"  # names are no part of addresses
    before = r"(?<![^\W_@])" if words[0].isalnum() else ""
    after = rf"(?![^\W_]{within})" if words[-1].isalnum() else ""
    pattern = re.compile(before + re.escape(_straight(words)) + after, re.IGNORECASE)
    return [Spot(layer, *m.span()) for m in pattern.finditer(_straight(layer.text))]


def _near(words: str, layer: TextLayer, most: int) -> list[Spot]:
    """As many words in a row that differ in few letters, and not in figures."""
    count = len(words.split())
    if count > _MOST_WORDS or len(words) < 4:
        return []
    found: list[Spot] = []
    said = list(re.finditer(r"\S+", layer.text))
    for size in {count, count + 1, max(1, count - 1)}:
        for first, last in zip(said, said[size - 1 :], strict=False):
            start, end = first.start(), last.end()
            shown = layer.text[start:end]
            end -= len(shown) - len(shown.rstrip(" ,.;:!?"))
            if re.search(r"['’]s$", layer.text[start:end]) and not re.search(r"['’]s?$", words):
                end -= 2  # whose it is
            shown = layer.text[start:end]
            apart = _apart(words, shown, min(most, max(1, len(words) // 3)))
            strange = len(words) < _SHORT and words[0].lower() != shown[:1].lower()
            if apart is not None and not strange and not _is_another(words, shown):
                found.append(Spot(layer, start, end, apart))
    return found


def _is_another(said: str, shown: str) -> bool:
    """Whether it is no slip of the pen but another word: a rose is no road."""
    pairs = list(zip(said.lower().split(), shown.lower().split(), strict=False))
    other = [(a, b) for a, b in pairs if _bare(a) != _bare(b)]
    return len(said.split()) == len(shown.split()) and any(
        is_known(_bare(a)) and is_known(_bare(b)) and not _is_form(_bare(a), _bare(b))
        for a, b in other
    )


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word)


def _is_form(a: str, b: str) -> bool:
    """Whether one is the other with an ending: Saturday and Saturdays."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short.removesuffix("e").removesuffix("y")) and len(short) > 2


def _apart(a: str, b: str, most: int) -> int | None:
    if re.sub(r"\D", "", a) != re.sub(r"\D", "", b):
        return None
    first, second = (re.sub(r"[\s-]+", "", _straight(x).casefold()) for x in (a, b))
    found = distance(first, second, most)
    return found if found <= most else None


def _straight(text: str) -> str:
    return text.translate(str.maketrans("’‘“”", "''\"\""))


def widened(spot: Spot, new: str) -> Spot:
    """With the words beside it that the new ones say too: "St Mary's Church" for "St Anne's"."""
    text, words = spot.layer.text, words_of(new)
    if len(new.split()) <= len(spot.words.split()):
        return spot
    start, end = spot.start, spot.end
    for word in reversed(list(re.finditer(r"\S+", text[:start]))):
        if not words_of(word[0]) or not words_of(word[0]) <= words or word[0][-1] in ",;:.":
            break
        start = word.start()
    for word in re.finditer(r"\S+", text[end:]):
        if not words_of(word[0]) or not words_of(word[0]) <= words:
            break
        end = spot.end + word.start() + len(word[0].rstrip(",.;:!?"))
        if word[0][-1] in ",;:." and word[0][-1] not in new:
            break
    return spot._replace(start=start, end=end)


def narrowed(spot: Spot, new: str) -> Spot:
    """Only the words that differ a little from new ones: "Depott" for "Old Tram Depot"."""
    count, words = len(new.split()), list(re.finditer(r"\S+", spot.words))
    near = [
        (apart, first.start(), last.end())
        for first, last in zip(words, words[count - 1 :], strict=False)
        if (apart := _apart(new, spot.words[first.start() : last.end()], 2)) is not None
    ]  # fmt: skip
    if count >= len(words) or not near:
        return spot
    _, start, end = min(near)
    return spot._replace(start=spot.start + start, end=spot.start + end)


def in_case_of(old: str, new: str, all_low: bool = True) -> str:
    """New words that were typed in small letters, with capitals where the old ones have them."""
    if not all_low or not new or _ADDRESS.search(new) or any(c.isupper() for c in new):
        return new
    letters = [w for w in re.findall(r"[^\W\d_]+", old)]
    if not letters:
        return new
    if len(old) > 2 and old.isupper():
        return new.upper()
    titled = len(letters) > 1 and all(w[0].isupper() for w in letters if w.lower() not in _SMALL)
    if titled or (len(letters) == 1 and letters[0][0].isupper() and len(new.split()) == 1):
        parts = re.split(r"(\s+)", new)
        return "".join(
            w if n and w in _SMALL else w[:1].upper() + w[1:] for n, w in enumerate(parts)
        )
    return new[:1].upper() + new[1:] if letters[0][0].isupper() else new


def put_in(spot: Spot, new: str) -> str:
    """The whole text with the new words in the place of the spot, its first letter as it was."""
    plain = new[:1].islower() and not _ADDRESS.search(new) and spot.words[:1].isupper()
    if plain and spot.start == 0:
        new = new[:1].upper() + new[1:]
    return spot.layer.text[: spot.start] + new + spot.layer.text[spot.end :]


def is_joined(text: str) -> bool:
    """Whether a line holds several things: "Clubhouse, live band and buffet"."""
    return bool(_BETWEEN.search(text))


def with_value(spot: Spot) -> Spot:
    """With the figure or the "free" that is told of it in a joined line: "admission free"."""
    part = _part_around(spot)
    text = spot.layer.text
    rest = text[part.start : spot.start] + text[spot.end : part.end]
    whole = is_joined(text) and _VALUE.fullmatch(rest.strip(" ."))
    return part if whole else spot


def as_name(spot: Spot, new: str) -> Spot:
    """All of the name that the spot ends, where the new one is as long and ends alike."""
    part, said = _part_around(spot), new.lower().split()
    own = part.words.lower().split()
    return part if len(own) == len(said) > 1 and own[-1:] == said[-1:] else spot


def _part_around(spot: Spot) -> Spot:
    """What stands between the separators of the line."""
    marks = [m.span() for m in _BETWEEN.finditer(spot.layer.text)]
    start = max((end for _, end in marks if end <= spot.start), default=0)
    end = min((at for at, _ in marks if at >= spot.end), default=len(spot.layer.text))
    return spot._replace(start=start, end=end)


_BETWEEN = re.compile(r"[,;] | [·|–] |\. (?=[A-Z\d])")
_VALUE = re.compile(
    r"(?:(?:free|is|from|only|[£$€]? ?\d[\d.,:]*(?: ?(?:€|euros?|pounds?|am|pm|%))?) ?)*",
    re.IGNORECASE,
)


_AND = r",? (?:and|&|und|y|et)(?: an?| the| our)? ?"


def without(spot: Spot) -> str:
    """The text without the spot, its commas, its "and" and its first capital put in order."""
    text = spot.layer.text
    before, after = text[: spot.start], text[spot.end :]
    last = not after.strip(" .!?") and bool(re.search(rf"{_AND}$", before))
    if last:
        before = re.sub(rf"{_AND}$", "", before)
        before = re.sub(r"^((?!.* and ).*), ([^,]+)$", r"\1 and \2", before)
    joined = re.sub(r"\s+", " ", f"{before} {after.lstrip()}")
    joined = re.sub(r"\s+([,.!?:;])", r"\1", joined)
    joined = re.sub(r"([,;·|–-])(?: ?[,;·|–-])+", r"\1", joined)
    if text[spot.end :].lstrip()[:4] in ("and ", "und ") and before.rstrip().endswith(","):
        joined = re.sub(r",(?= (?:and|und) )(?!.*, (?:and|und) )", "", joined)
    joined = re.sub(r"([,;·|]) ?(and|&) ?$", "", joined).strip(" ,·–-|&;:")
    joined = re.sub(r"^(?:and|&|of|with) |^\.", "", joined)
    if not after.strip():
        joined = re.sub(r" (?:on|at|in|from|by|until)$", "", joined)
    if text[:1].isupper() and joined:
        joined = joined[0].upper() + joined[1:]
    return joined
