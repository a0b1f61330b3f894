"""The hour and weather that a request gives its picture: "at dusk", "in soft fog", "rainy".

One hour and one weather at most, as the names by which places are drawn in them.
"""

from __future__ import annotations

import re

_NO_WEATHER = re.compile(  # of copy and plans
    r"\b(?:rain or shine|(?:if|when) it rains|in case of rain|rain ?checks?|rain (?:gauge|barrel)s?"
    r"|rain ?(?:water|coats?|jackets?)|snow ?(?:days?|globes?|boots|tyres|tires|shovels?|ploughs?)"
    r"|(?:until|till|before|after|since|by|from) (?:dusk|dawn|sunset|sunrise|midnight)"
    r"|late at night|day and night)\b|[\"“‘][^\"”’]+[\"”’]"
    r"|(?<!\w)'[^']+'(?!\w)",
)
_HOURS = {
    "dusk": r"dusk|dawn|daybreak|sunset|sunrise|twilight|golden hour|golden light|setting sun"
    r"|rising sun|(?:early|first|soft|warm) morning light|evening (?:light|sun|glow|sky)",
    "night": r"at night|by night|(?:night|starry|starlit|midnight)(?:-| )(?:sky|skies|street|forest"
    r"|city|scene|sea|lake)|moonlit|moonlight|under the stars|stars above|milky way"
    r"|in the dark|full moon|night (?:hike|walk|swim|run|ride|market|train|watch)s?",
}
_WEATHERS = {
    "rain": r"rain|rains|raining|rainy|downpour|drizzle|raindrops|storm|stormy|thunderstorm",
    "snow": r"snow|snowy|snowing|snowfall|snowflakes|blizzard|snow-covered",
    "fog": r"fog|foggy|mist|misty|haze",
}


def weather_in(request: str) -> tuple[str, ...]:
    """The hour and the weather of what is seen, the hour first."""
    seen = _NO_WEATHER.sub(" ", request)
    return tuple(filter(None, (_first(_HOURS, seen), _first(_WEATHERS, seen))))


def _first(kinds: dict[str, str], seen: str) -> str:
    found = ((re.search(rf"\b(?:{said})\b", seen), kind) for kind, said in kinds.items())
    places = [(match.start(), kind) for match, kind in found if match]
    return min(places, default=(0, ""))[1]
