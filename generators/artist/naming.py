"""The names of drawings: whose they are, several together, in a colour, in a place.

"thing", "thing/hand", "thing+thing", either with "@colour"; "thing*colour" has a colour of its own
among others; "thing<place" and "thing<place~rain" stand in a place, in some weather.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generators.artist.still_life import ALOFT, MOST

AND = "+"  # between the names of a still life
TINT = "@"  # between an icon's name and the colour it is to have
DYE = "*"  # between a thing and the colour that it has among others
IN = "<"  # between what stands in a place and the place
ROUND = "("  # before a place that fills a disc
WEATHER = "~"  # before each word for the hour or weather of a place
HAND = "/"  # between an icon's name and whose drawing it is


def gathered(names: Iterable[str]) -> str:
    """The name of a still life of these icons, the most important first."""
    return AND.join(tuple(names)[:MOST])


def members_of(name: str) -> tuple[str, ...]:
    """The icons of a still life, without a tint, and last the place; of another icon itself."""
    things, _, place = name.partition(IN)
    where = place.removeprefix(ROUND).partition(WEATHER)[0]
    return (*(m.partition(DYE)[0] for m in dyed_members(things)), *filter(None, (where,)))


def dyed(name: str, colors: Mapping[str, str]) -> str:
    """The name of the same picture in which these things have these colours, whatever its tint."""
    things, of, place = name.partition(IN)
    each = ((m, colors.get(thing_of(m), "")) for m in things.split(AND))
    return f"{AND.join(f'{m}{DYE}{c}' if c else m for m, c in each)}{of}{place}"


def placed_in(name: str, place: str, in_disc: bool = False, weather: Iterable[str] = ()) -> str:
    """The name of the same picture in a place, which is a card or fills a disc, and its weather."""
    return f"{name}{IN}{ROUND if in_disc else ''}{WEATHER.join((place, *weather))}"


def fills_disc(name: str) -> bool:
    return f"{IN}{ROUND}" in name


def is_placed(name: str) -> bool:
    return IN in name


def is_place(name: str) -> bool:
    """Whether it is only where others stand: an empty stage."""
    return name.endswith("-place")


def parted(name: str) -> tuple[str, ...]:
    """The things of a still life by themselves, in the tint of the whole, its largest first; out
    of their place."""
    things = name.partition(IN)[0]
    _, at, tint = things.partition(TINT)
    standing_first = sorted(dyed_members(things), key=lambda member: thing_of(member) in ALOFT)
    return tuple(f"{member}{at}{tint}" for member in standing_first)


def thing_of(name: str) -> str:
    """The name without hand and colour; of a still life that of the first."""
    return members_of(name)[0].partition(HAND)[0]


def tinted(name: str, color: str) -> str:
    """The name of the same icon whose main colour is another; a mid grey takes all colour away."""
    things, of, place = name.partition(IN)
    return f"{things}{TINT}{color}{of}{place}"


def untinted(name: str) -> str:
    """The name of the same icon in its own colours."""
    things, of, place = name.partition(IN)
    plain = (member.partition(DYE)[0] for member in dyed_members(things))
    return f"{AND.join(plain)}{of}{place}"


def is_tinted(name: str) -> bool:
    return TINT in name or DYE in name


def is_dyed(name: str) -> bool:
    """Whether the first of its things has a colour of its own."""
    return DYE in dyed_members(name.partition(IN)[0])[0]


def dyed_members(things: str) -> list[str]:
    """The names of the things, each with its own colour."""
    return things.partition(TINT)[0].split(AND)
