"""Rebuild the drawings by further hands: `python assets/refresh_hands.py`, after the other icons.

The things that aliases.toml names first, as other artists draw them: a file for each hand, and
their colours as "name/hand" in colors.json. Needs npm, and Plakat installed (pip install -e .).
"""

import json
import tempfile
import tomllib
from pathlib import Path

from flat_drawing import flat_drawing
from refresh_assets import (
    ICONS,
    dominant_color,
    drawings,
    fetch_npm,
    write_drawings,
    write_json,
)

HANDS = {"noto": "@iconify-json/noto@1.2.9", "noto-v1": "@iconify-json/noto-v1@1.2.5"}
DEPTH = 4  # icons of an alias that other hands draw too
LONGEST = 6300  # characters of a drawing; finer ones are too busy for flat systems
SKIN = "#ffc83d"


def main() -> None:
    rules = tomllib.loads((ICONS / "aliases.toml").read_text())
    drawn = drawings("fluent-emoji-flat")
    named = {name for names in rules["aliases"].values() for name in names[:DEPTH]}
    wanted = {name for name in named & set(drawn) if SKIN not in drawn[name]}
    colors = {name: dominant_color(body) for name, body in drawn.items()}
    for hand, spec in HANDS.items():
        icons = drawings_of(spec, wanted - set(rules["left_out"].get(hand, [])))
        write_drawings(hand, icons)
        colors |= {f"{name}/{hand}": dominant_color(body) for name, body in icons.items()}
        print(f"{hand}: {len(icons)} icons, {sum(map(len, icons.values())) / 1e6:.1f} MB")
    write_json(ICONS / "colors.json", colors)


def drawings_of(spec: str, wanted: set[str]) -> dict[str, str]:
    """Name -> flat drawing, of those that can be said in filled paths and are not too busy."""
    with tempfile.TemporaryDirectory() as scratch:
        icon_set = json.loads((fetch_npm(spec, Path(scratch)) / "icons.json").read_text())
    icons, aliases = icon_set["icons"], icon_set["aliases"]
    bodies = {name: icons[name]["body"] for name in wanted & set(icons)}
    for name in wanted & set(aliases):
        if set(aliases[name]) == {"parent"} and aliases[name]["parent"] in icons:
            bodies[name] = icons[aliases[name]["parent"]]["body"]
    flat = {name: flat_drawing(body, icon_set["height"]) for name, body in sorted(bodies.items())}
    return {name: body for name, body in flat.items() if 0 < len(body) <= LONGEST}


if __name__ == "__main__":
    main()
