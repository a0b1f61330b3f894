"""Rebuild own.json.xz and tops.json from own.toml and figures.toml: `python assets/refresh_own.py`.

It measures the form of every drawing too, by every hand. After the other icons and before the
lexicon, which names what is drawn here too. Needs Plakat installed (pip install -e .).
"""

import json
import re
import tomllib

from figures import drawn_figures, worn_tops
from flat_drawing import SIDE, flat_drawing, joined
from refresh_assets import ICONS, dominant_color, write_drawings, write_json

from generators.artist.people import FIGURE_SKINS
from generators.artist.tones import measured

SKIN = re.compile(rf'<path fill="(?:{"|".join((*FIGURE_SKINS, *FIGURE_SKINS.values()))})".*?/>')


def main() -> None:
    drawn = tomllib.loads((ICONS / "own.toml").read_text())
    kit = tomllib.loads((ICONS / "figures.toml").read_text())
    people = drawn_figures(kit)
    drawn |= people
    flat = {name: flat_drawing(body, SIDE) for name, body in sorted(drawn.items())}
    icons = {name: joined(body) if name in people else body for name, body in flat.items()}
    write_drawings("own", icons)
    colors = json.loads((ICONS / "colors.json").read_text())
    colors |= {name: dominant_color(SKIN.sub("", body)) for name, body in icons.items()}
    write_json(ICONS / "colors.json", colors)
    known = json.loads((ICONS / "people.json").read_text())
    (ICONS / "people.json").write_text(json.dumps(sorted({*known, *people}), indent=0) + "\n")
    (ICONS / "tops.json").write_text(json.dumps(worn_tops(kit), indent=0) + "\n")
    write_json(ICONS / "forms.json", {name: measured(name) for name in colors})
    print(f"{len(icons)} icons, {sum(map(len, icons.values())) / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
