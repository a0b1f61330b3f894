"""What a request says the picture shows: "with a mountain illustration", "the image features …".

Such words lead over all that is derived from trade or occasion. Of people those with a drawing are
shown, a farmer, a chef, a runner; of others what they hold, make or use.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.colorwords import color_pattern
from agents.counted import counted_entry, without_told_classes
from agents.lexicon import (
    entries_in,
    entry_named,
    icons_for,
    is_concrete,
    is_drawn,
    is_festive,
    is_place,
)
from agents.persons import (
    PERSONS,
    anyone_in,
    at_work,
    figure_in,
    is_lone,
    joined_persons,
    lone_person,
    scene_in,
    told_once,
)
from agents.phrases import HOLE, word_set
from agents.whereabouts import is_place_too, place_in
from generators.artist.statures import stands


class Depicted(NamedTuple):
    """Entries of the lexicon, each once, in the order of the request."""

    asked: tuple[str, ...]  # the picture is said to show them
    decor: tuple[str, ...]  # its theme, its elements
    goods: tuple[str, ...]  # what is showcased or sold
    named: tuple[str, ...]  # what else an event or offer features or includes
    place: str = ""  # where it is, as an entry for a place
    persons: tuple[str, ...] = ()  # of whom no more is said than that they are there


_PICTURES = (
    r"(?:images?|pictures?|photos?|photographs?|illustrations?|drawings?|paintings?|sketch(?:es)?"
    r"|silhouettes?|icons?|symbols?|close-?ups?|cartoons?|mascots?|artworks?|visuals?)"
)
_DESIGNS = (
    rf"(?:{_PICTURES}|designs?|posters?|cards?|logos?|invitations?|invites?|backgrounds?|layouts?"
    r"|labels?|tickets?|certificates?(?: of \w+)?|save[- ]the[- ]dates?|coupons?|vouchers?"
    r"|billboards?|scenes?|frames?|stickers?"
    r"|thumbnails?|it)"
)
_ADS = (
    r"(?:ads?|adverts?|advertisements?|thumbnails?|banners?|headers?|covers?|story|stories|posts?"
    r"|fl[iy]ers?|leaflets?|brochures?)"
)
_WILL = (
    r"(?:(?:that|which)\s)?(?:(?:should|must|will|may|can|could|to)\s)?(?:also\s|prominently\s)?"
)
_FEATURES = (
    r"(?:features?|shows?|depicts?|displays?|includes?|contains?|has|have|incorporates?|uses?"
    r"|featuring|showing|depicting|including|displaying|incorporating|using|with)"
)
_SHOWCASES = r"(?:showcas(?:es?|ing)|presents?|presenting)"
_PERSON = "|".join(sorted(PERSONS, key=len, reverse=True))
_SOME = rf"([^.;:!?{HOLE}]{{3,140}})"
_NOT_HOW = r"(?!(?:how|that|why|what|when|where|off|up|you|them|us|people|customers|readers)\b)"
_FOUR = rf"((?:[^\s.;:!?{HOLE}]+[\s-]){{1,5}})"


# Before "with": what somebody has or suffers from is not what an offer has.
_NOT_WHOSE = "".join(
    rf"(?<!\b{who})"
    for who in ("people", "those", "anyone", "patients", "clients", "adults", "seniors", "children",
                "kids", "women", "men", "families", "pets", "dogs", "cats")
)  # fmt: skip


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_ASKED = _patterns(
    rf"\b{_DESIGNS}\s{_WILL}(?:{_FEATURES}|{_SHOWCASES})\s{_SOME}",
    rf"\b{_ADS}\s{_WILL}{_FEATURES}\s{_SOME}",
    rf"\b(?:{_PICTURES}|views?|collages?|statues?|sculptures?|figures?) of\s{_SOME}",
    rf"\b(?:illustrated|decorated|adorned|surrounded|framed) (?:with|by)\s{_SOME}",
    rf"\b(?:{_PICTURES}|elements|motifs|objects|decorations),? (?:such as|like|including)\s{_SOME}",
    r"(?:(?:^|[.!?]\s+|,\s)(?:please\s)?|\b(?:and|to|should|could|would|can)\s(?:also\s)?)"
    r"(?:use|include|add|incorporate|feature|depict|draw)\s"
    rf"(?![^.;:!?]*\b(?:themed?|elements|graphics|motifs|decorations)\b(?! such)){_SOME}",
    rf"\b(?:featuring|incorporating|depicting|showing|displaying)\s(an?\s[^.;:!?{HOLE}]{{3,120}})",
    rf"\b(?:combin|merg|join|blend|pair)(?:es|s|ing)\s(an?\s[^.;:!?{HOLE}]{{3,120}})",
    r"\b(?:(?:that|which|and)\s(?:also\s)?(?:shows|depicts|pictures)|showing|depicting|picturing)"
    rf"\s{_NOT_HOW}{_SOME}",
    rf"\b(?:logo|label|sticker|badge|card|invitation)s? for [^.;:!?]{{3,60}}?\swith\s"
    rf"(an?\s[^.;:!?{HOLE}]+)",
    rf":\s((?:an?\s)?(?:[a-z]+\s){{0,2}}?(?:{_PERSON})\s(?:with|in|at|on|by|holding|wearing|\w+ing)\s"
    rf"[^.;:!?{HOLE}]{{3,120}})",
    rf"\b(?:a single|a lone|a solitary|an oversized|a giant)\s{_SOME}",
)
_ASKED_BEFORE = _patterns(  # the same, where the thing comes first
    rf"{_FOUR}(?:{_PICTURES}(?=\s*(?:[.,;:!?{HOLE}]|$)|\s(?:that|which|to|for|on|in|with|and|as|at"
    rf"|of"
    rf"|or|by|from|named|called|cards?|posters?|tickets?|prints?)\b)"
    rf"|(?:displayed )?in the (?:background|foreground|cent(?:er|re)"
    r"|middle)\b)"
)
_DECOR = _patterns(rf"\b(?:theme|pattern)s? (?:of|with|featuring|including|like)\s{_SOME}")
_DECOR_BEFORE = _patterns(
    rf"{_FOUR}(?:motifs?|elements|decorations|imagery|figures|patterns?|themes?|themed|graphics)\b"
)
_GOODS = _patterns(
    rf"\bfocus(?:ing|es)? on(?: promoting| showcasing)?\s{_SOME}",
    rf"\b(?:specifically |and |to |that |which )?{_SHOWCASES}\s{_SOME}",
    rf"\b(?:sell(?:s|ing)|sale of|used (?:to|for) (?:purchas(?:e|ing)|buy(?:ing)?))\s{_SOME}",
)
_NAMED = _patterns(
    rf"\b(?:featuring|features|including|such as|offering|serving)\s{_SOME}",
    rf"\b(?:for|in|at|to|from) [^.;:!?{HOLE}]{{3,80}}?{_NOT_WHOSE}\swith\s(?!\w+ \w*(?:ing|ed)\b)"
    rf"([^.;:!?{HOLE}]+)",
)
_END = re.compile(
    r"\s(?:to|for|that|which|who|whose|while|where|so|because|as|without|no|not|during|in order"
    rf"|(?!with\s){_FEATURES}|{_SHOWCASES})\s",
    re.IGNORECASE,
)
_SAYS = re.compile(  # what the design does besides showing: "… and asks people to book"
    r"[,.]?\s(?:and|then|to)\s(?:(?:it|(?:the|its) (?:copy|text|card|message|words))\s)?"
    r"(?:also\s|then\s)?(?:asks?|tells?|invites?|encourages?|mentions?|says|reminds?|urges?"
    r"|thanks?|wish(?:es)?|announces?|promotes?|informs?|explains?)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_OWNERS = re.compile(r"\b[\w-]+['’]s\s(?=(?:hands?|arms?|feet|fingers|face|eyes)\b)")
_BUSY = re.compile(  # people who are at something: "… with children planting sunflowers"
    rf"\bwith\s(?P<all>(?P<who>(?:[a-z]+\s){{1,4}}?)[a-z]{{2,}}ing\s[^.;:!?{HOLE}]{{3,100}})"
)
_PAIRED = re.compile(r"\b(?:pair|couple)s? of (?=\w)", re.IGNORECASE)  # of glasses, which are two
_WHILE = re.compile(r"\swhile\s")  # elsewhere
_YOUNG = re.compile(r"\b(?:mother|father|mama|papa|baby)\s([a-z]+)\b")
_AND = re.compile(r"\s*,\s*(?:and\s|or\s)?|\s(?:and|or|as well as|plus|&)\s", re.IGNORECASE)
# What a noun phrase begins after, where it is read backwards.
_BEFORE = re.compile(
    r"^.*\b(?:an?|the|with|of|in|using|include|includes|including|incorporate|for|by|on|from"
    r"|featuring|features|design|create|or|around|add|use|is|are|as|that|various|different|some)\s",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = re.compile(
    r"\s(?:in|on|at|with|of|from|into|under|over|near|by|against|after|behind|above|below|beside"
    r"|around|inside|between|through|like|onto|along|across|down|among|amid|amidst|beneath|atop"
    r"|wearing|holding|riding|drinking|eating)\s",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\b(?:cups?|bowls?|plates?|slices?|glass(?:es)?|piles?|stacks?|bunch(?:es)?|box(?:es)?|jars?"
    r"|crates?|dish(?:es)?|pieces?|variety|collections?|sets?|pairs?|groups?|fields?|baskets?"
    r"|mountains?|heaps?|mounds?|rows?|racks?|rails?|queues?|flocks?|herds?|swarms?|shoals?|lines?"
    r"|platters?|handfuls?|sprigs?|stems?|seas?|bottles?|tins?|cans?|tubes?|mugs?|pots?(?! of gold)"
    r"|wheels?(?= of (?:\w+ )?cheese)|rings?(?= of keys)"
    r"|lots?|range|kinds?|types?|symbols?|signs?|bags?|tables?|trays?|view|sense|idea|images?"
    r"|pictures?|photos?|photographs?|illustrations?|drawings?|silhouettes?"
    r"|statues?(?= of an? )) of\s"
    r"|\b(?:crates?|baskets?|bowls?|box(?:es)?|jars?|plates?|trays?|bags?|buckets?)"
    r"\s(?:filled with|full of|piled with|heaped with)\s",
    re.IGNORECASE,
)
# Copy and facts that a design includes, and what is no picture.
_COPY = re.compile(
    r"\b(?:texts?|messages?|phrases?|quotes?|slogans?|tag ?lines?|names?|address|websites?|urls?"
    r"|details?|dates?|times?|numbers?|verses?|prices?|discounts?|offers?|call|information|info"
    r"|contacts?|logos?|codes?|links?|titles?|words?|emails?|(?<!\ba )(?<!ed )phone"
    r"|reviews?|testimonials?|space|(?:the|an?|this) note(?=\s*$)"
    r"|(?:\d|three|four|five)[- ]stars?|(?<!postage )stamps?"
    r"|hours|location|views?|menu|focus|story|stories|style|feel|vibe|look|colou?rs?|scheme|items"
    r"|(?<!\ba )gear|products? name|dividers?|columns?|grids?|headings?|fonts?|typography"
    r"|margins?|sections?|bullets?)\b",
    re.IGNORECASE,
)
_HANDS = word_set("hand hands finger fingers")  # what they hold is shown
_SOMEONE = PERSONS | _HANDS
_BROAD = word_set(  # a modifier tells more: a lotus flower, candy cups
    "cup bowl dish plate pot glass basket flower tree fruit plant blossom bloom branch"
)
# Before a colour's name that is a thing: "a lemon", "a steaming cup of coffee".
_ARTICLED = re.compile(
    r"\b(?:an?|the|(?<!shades )(?<!tones )(?<!hues )of)\s(?:\w+\s)?$", re.IGNORECASE
)
_THINGS_AND_COLORS = word_set(  # by themselves before "illustration" they are the thing
    "wheat lemon rose mint coffee cherry lavender olive peach plum chocolate pumpkin avocado"
    " strawberry sunflower lilac lime honey cream tomato salmon"
)
_VESSELS = word_set(  # whose contents are meant
    "bottle cap box bag jar lid tube cup mug bowl plate can tin glass pot pack package ribbon label"
)
# "a red electric guitar", "a brown satchel": who says the colour of a thing sees it before him.
_COLORED = re.compile(
    r"\b(?P<count>(?i:two|three|four|five|six)\s)?"
    r"(?:(?:dark|deep|light|pale|bright|pastel|shiny|matte)\s)?(?:red|orange|yellow|green|blue"
    r"|purple|violet|pink|brown|grey|gray|white|black|gold|golden|silver|turquoise|teal|navy)"
    r"(?:\s(?:and\s)?(?:white|black|red|blue|green|gold))?\s"
    r"(?P<thing>(?:(?!(?:and|or|with|on|in|at|for|of|to|from|by|as|is|are)\b)[a-z][\w'’-]*"
    rf"(?:\s|(?=[.,;:!?{HOLE}]|$))){{1,3}})"
)
# What people write of an occasion between commas: "fox and owl", "olive branches".
_FRAGMENT = re.compile(rf"(?<=[,:])\s(?P<said>[a-z][^,.;:!?\n{HOLE}]{{2,40}})(?=[,.;!\n]|$)")
_ACTS = re.compile(r"(?<=\w)\s(?:\w{4,}ing|asleep|open)\b", re.IGNORECASE)
_DOING = re.compile(
    r"(?<=\w)\s(?P<deed>(?!spring|string)\w{3,}ing)\s(?P<what>[\w'’-]+)", re.IGNORECASE
)
_LIKE = re.compile(r"\s(?:like|as|shaped|instead)\s", re.IGNORECASE)
_OWN = re.compile(r"\s*(?:its|his|her|their)\s", re.IGNORECASE)  # what it is made of
_SURFACES = word_set(
    "table desk shelf counter board wall floor cloth rug windowsill sill marble wood"
)
_SETTINGS = _SURFACES | word_set(  # where a thing is, or when, or a part: not what it has by it
    """street road lawn grass sky snow bed storm rain wind fog mist moonlight evening morning field
    forest mountain city night sunset sunrise dusk sun sunlight bench kitchen room hill sand beach
    water background window door house garden roof rock ledge blanket camera flight eye eyes ear
    nose mouth tongue hair head hand hands foot feet leg tail wing chain strap handle lid label
    sleeve collar flipper lash pouch sunny reflection twig"""
)
_PARTS = word_set("feather fur hair beak tail wing eye ear skin petal")  # of animals and plants
_ALL_OVER = re.compile(  # what is on the sheet rather than in the picture
    r"\b(?:borders?|textures?|fonts?|lettering|accents?|frame|edges?|backdrop)\s*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r" (?:in|on|of|with|among|under) ")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_TWO = re.compile(r"\b([a-z]+) and (?:an? |the )?([a-z]+)\b", re.IGNORECASE)


def depicted_in(text: str, pictured: tuple[str, ...] = ()) -> Depicted:
    """What the picture shows and what is featured, read from a request without its facts.

    `pictured` are stretches of it that are known to say what the picture shows.
    """
    kinds = ((_ASKED, _ASKED_BEFORE), (_DECOR, _DECOR_BEFORE), (_GOODS, ()), (_NAMED, ()))
    found: list[tuple[str, ...]] = []
    place = ""
    for after, ahead in kinds:
        spans = [(m.start(1), m[1]) for pattern in after for m in pattern.finditer(text)]
        for pattern in ahead:
            spans += [(m.start(1), _BEFORE.sub("", m[1])) for m in pattern.finditer(text)]
        things = dict.fromkeys(thing for _, span in sorted(spans) for thing in _things(span))
        if not found:
            place = place_in((*pictured, *(span for _, span in sorted(spans))))
            read = (_things(span) or _anywhere(span) for span in map(_uncapped, pictured))
            seen = (thing for each in read for thing in each if thing not in _VESSELS)
            things = dict.fromkeys(seen) | things
            things |= dict.fromkeys(_colored(text))
        told = without_told_classes(list(things), text)
        new = [thing for thing in told if not any(thing in f for f in found)]
        found.append(told_once(new))
    lone = tuple(filter(is_lone, found[0]))
    busy = next((e for person in lone if not is_lone(e := at_work(person, " ".join(found[0])))), "")
    found[0] = (busy, *found[0]) if busy else found[0]
    asked, decor, goods, named = (
        tuple(thing for thing in things if not is_lone(thing)) for things in found
    )
    stood = tuple(thing for thing in asked if not is_place_too(thing)) if place else ()
    shown = decor if asked else (*lone, *decor)
    met = list(_BUSY.finditer(text))
    doing = (e for m in met for e in _things(m["all"]) if e.endswith(" figure") and not is_lone(e))
    named = tuple(dict.fromkeys((*named, *doing)))
    there = (*filter(is_lone, found[-1]), *filter(None, (lone_person(m["who"]) for m in met)))
    return Depicted(stood or asked, shown, goods, named, place, there)


def decor_between_commas(text: str) -> tuple[str, ...]:
    """Things that stand alone between commas and have a drawing of their very name."""
    found: list[str] = []
    for match in _FRAGMENT.finditer(text):
        words = match["said"].split()
        entries = entries_in(match["said"]) if len(words) <= 4 else ()
        found += [e for e in entries if _is_shown(e) and icons_for(e)[0] == e.replace(" ", "-")]
    return tuple(dict.fromkeys(found))


def _colored(text: str) -> list[str]:
    """Entries for the things whose colour is said, unless it belongs to a compound's name."""
    found = []
    for match in _COLORED.finditer(text):
        whole = entries_in(match[0].removeprefix(match["count"] or ""))
        things = [e for e in entries_in(match["thing"]) if _is_shown(e) and e in whole]
        counted = (counted_entry(match["count"] or "", thing) or thing for thing in things[-1:])
        found += [thing for thing in counted if thing not in _VESSELS]
    return found


def _things(span: str) -> list[str]:
    """Entries for the things listed in a stretch of the request; people before what they hold."""
    span = _OWNERS.sub("", span)
    whole = joined_persons(f" {_PAIRED.sub('', _YOUNG.sub(_grown, _SAYS.sub(' ', span)))} ")
    pieces = _AND.split(_END.split(whole, maxsplit=1)[0])
    drawn = [piece for piece in pieces if not _ALL_OVER.search(piece)]
    matched = zip(_AND.split(whole), pieces, strict=False)
    shown = (
        _shown(scene_in(_WHILE.split(full)[0]), _uncolored(piece))
        for full, piece in matched
        if piece in drawn or not drawn
    )
    pairs = _pairs(whole)
    each = [thing for things in shown for thing in things if thing]
    if not any(thing.endswith(" figure") for thing in each) and (busy := anyone_in(whole)):
        each = [busy, *(thing for thing in each if not set(thing.split()) & set(busy.split()))]
    first = pairs + [thing for thing in each if not any(thing in pair for pair in pairs)]
    if any(is_place(thing) for thing in first[:1]):  # Venice, Italy
        first = [first[0], *(thing for thing in first[1:] if not is_place(thing))]
    told = {word for thing in first for word in thing.split()}
    about = (thing for piece in pieces for thing in _beside(piece))
    return first + [thing for thing in about if thing.removesuffix(" symbol") not in told]


def _grown(found: re.Match[str]) -> str:
    """Of a mother elephant the elephant, who is no mother with a child; a baby bottle is itself."""
    animal = entry_named(found[1])
    return found[1] if animal and is_drawn(animal) and not entry_named(found[0]) else found[0]


def _pairs(span: str) -> list[str]:
    """Two things that one drawing shows: a stool and a microphone."""
    named = (entry_named(f"{found[1]} and {found[2]}") for found in _TWO.finditer(span))
    return [entry for entry in named if entry and is_drawn(entry)]


def _beside(piece: str) -> list[str]:
    """What a thing has by it or does something with: an owl "on a stack of books"."""
    whole = f" {_AMOUNT.sub('', _LIKE.split(_uncolored(piece), maxsplit=1)[0])} "
    front, *back = _BEHIND.split(whole)
    doer = _doer(front)
    somebody = _is_somebody(doer)
    if not somebody and _head(doer) in {"", *_VESSELS}:
        return []
    further = [part for part in (front[len(doer) :], *back) if not _COPY.search(part)]
    apart = (part for part in further if not _OWN.match(part))
    heads = (_named(part) or _bare(part) for part in apart)
    near = (head for head in heads if head and not _is_setting(head))
    return [head for head in near if not somebody or stands(icons_for(head)[0])][:1]


def is_surface(entry: str) -> bool:
    """Whether things are mostly put on it: a table, a shelf."""
    return entry.removesuffix(" symbol").rpartition(" ")[2] in _SURFACES


def is_part(entry: str) -> bool:
    """Whether it belongs to something that shows more: a parrot with green feathers."""
    return entry.rpartition(" ")[2].removesuffix("s") in _PARTS


def _doer(front: str) -> str:
    """What does something to another thing: of "a laptop sprouting leaves" the laptop."""
    for found in _DOING.finditer(front):
        before, deed = front[: found.start()], found["deed"]
        pairs = (f"{before.split()[-1]} {deed}", f"{deed} {found['what']}", deed)
        if not any(is_concrete(entry_named(pair)) for pair in pairs) and _named(before):
            return front if _is_somebody(before) else before
    return front


def _is_setting(entry: str) -> bool:
    return entry.removesuffix(" symbol").rpartition(" ")[2] in _SETTINGS


def _is_somebody(front: str) -> bool:
    return bool(_SOMEONE.intersection(_plain(front)) or figure_in(front))


def _shown(scene: str, piece: str) -> tuple[str, str]:
    """Who they are or what they do, and a thing that this does not tell; or empty strings."""
    front = _BEHIND.split(f" {_AMOUNT.sub('', piece)} ", maxsplit=1)[0]
    thing, shown = _whole_phrase(piece) or _thing(piece), scene or figure_in(front)
    known = {_single(word) for word in shown.split()}
    told = is_lone(thing) or thing in PERSONS or known & {_single(w) for w in thing.split()}
    return shown, "" if shown and told else thing


def _whole_phrase(piece: str) -> str:
    """What several things together are, where that is drawn: a bear in bed, balls of wool."""
    named = (entry for entry in entries_in(piece) if _JOINED.search(entry))
    return next(filter(_is_shown, named), "")


def _uncapped(span: str) -> str:
    """Without the capital of a sentence's first word, which would make a name of it."""
    return re.sub(r"^[A-Z](?=[a-z]+ [^A-Z])", lambda found: found[0].lower(), span)


def _anywhere(span: str) -> list[str]:
    """The first thing with a drawing, wherever it stands: "a hand reaching out of a phone"."""
    told = _AMOUNT.sub("", _uncolored(_OWNERS.sub("", span)))
    return [entry for entry in entries_in(told) if _is_shown(entry)][:1]


def _uncolored(piece: str) -> str:
    """Without colours, save those that are a thing, as in "cherry blossoms" and "a lemon"."""

    def kept(found: re.Match[str]) -> str:
        after = _WORDS.search(piece, found.end())
        last = after is None or bool(_BEHIND.match(piece[found.end() :]))
        before = _plain(piece[: found.start()])[-1:]
        pairs = ([found[0], after[0]] if after else [], [*before, found[0]] if before else [])
        compound = any(is_concrete(entry_named(" ".join(pair))) for pair in pairs)
        named = last and _ARTICLED.search(piece[: found.start()])
        alone = found[0] == piece.strip() and found[0] in _THINGS_AND_COLORS
        return found[0] if compound or named or alone else " "

    return color_pattern().sub(kept, piece)


def _thing(piece: str) -> str:
    """The thing in front of the first preposition; of a person, what comes behind."""
    whole = f" {_AMOUNT.sub('', piece)} "
    front, *back = _BEHIND.split(whole)
    front = _doer(front)
    head = _head(front)
    if head or _COPY.search(front):
        return head
    if not _SOMEONE.intersection(_plain(front)):  # "the freshness of the flowers"
        of = back[0] if back and f"{front} of " in whole else ""
        return _head(of) or lone_person(of)
    held = next((t for part in back if (t := _head(part)) and not _is_setting(t)), "")
    person = next(word for word in _plain(front) if word in _SOMEONE)
    alone = _plain(front)[-1].removesuffix("s") == person.removesuffix("s")
    return entry_named(f"{person} {held}") or held or (_alone(front, person) if alone else "")


def _alone(front: str, person: str) -> str:
    known = entry_named(person) if is_concrete(entry_named(person)) else ""
    return _bare(front) or known or ("" if figure_in(front) else lone_person(front))


def _head(part: str) -> str:
    """The last word or compound that names a drawable thing."""
    if _COPY.search(part):
        return ""
    whole = _named(part)
    last = _plain(part)[-1:]
    if (" " in whole and whole in part.lower()) or _HANDS.intersection(last):
        return whole
    return whole or _bare(part) if _VESSELS.intersection(last) else _bare(part) or whole


def _named(part: str) -> str:
    """The last thing of the part, a telling one where there is one."""
    shown = [e for e in reversed(entries_in(part)) if _is_shown(e) and not _is_name(e, part)]
    telling = [entry for entry in shown if entry not in _BROAD]
    return next(iter(telling or shown), "")


def _bare(part: str) -> str:
    """A thing whose word means too much elsewhere to be an entry by itself: a key."""
    words = _plain(_ACTS.split(part, maxsplit=1)[0])
    return entry_named(f"{_single(words[-1])} symbol") if words else ""


def _single(word: str) -> str:
    return word if word.endswith("ss") else word.removesuffix("s")


def _is_name(entry: str, part: str) -> bool:
    """Whether a lone entry is written as a name: a view of Venice, a book by Rose Hill.

    An old Labrador is none, nor is a town of which nothing more is said a mere name.
    """
    name = entry.capitalize()
    if part.strip(" ,.") == name and is_place(entry):
        return False
    return (
        entry.isalpha()
        and name in part
        and not re.search(rf"\ban? (?:(?!of|in|by|from)[a-z]+ )+{name}\b", part)
    )


def _is_shown(entry: str) -> bool:
    return (
        is_concrete(entry)
        and entry not in PERSONS
        and not is_festive(entry)
        and not _is_deed(entry)
    )


def _is_deed(entry: str) -> bool:
    """Whether it only begins a drawing's name: "running" of a running shoe."""
    first, *others = icons_for(entry)[0].split("-")
    return bool(others) and entry == first and entry.endswith("ing")


def _plain(text: str) -> list[str]:
    return [word.lower().removesuffix("'s") for word in _WORDS.findall(text)]
