"""Are designs laid out anew for other sizes still sound, whole, and as people edited them?

Run: PYTHONPATH=. python benchmarks/reformat.py FILE.csv [--first N]    (columns id and request)
Each design gets two edits by chat, other words and another shade for its title, then goes to five
sizes. Prints counts only.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from agents.campaign import Row, read_rows
from agents.chat.context import Context
from agents.chat.results import Done
from agents.chat.understanding import understand
from agents.graph import Outcome, design_poster
from agents.reformat import reformatted
from design_io.assets import AssetStore
from design_io.document import Design, leaves
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.resources import Resources
from generators.artist import Artist
from layout.wording import text_of, texts_of

SIZES = ("instagram-story", "instagram-square", "a3", "1200x628", "leaderboard-ad")
WORDS = "Changed by hand"


class Made(NamedTuple):
    size: str
    gates: tuple[str, ...]  # rules that failed
    missing: int  # pieces of copy
    kept: bool  # the title's edited words and colour
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--first", type=int, default=50, help="take the first N requests")
    options = parser.parse_args()
    fonts = FontLibrary.bundled()
    rows = read_rows(options.csv, "png")[: options.first]
    made = [each for row in rows for each in measured(row, Resources(AssetStore(), fonts))]
    for size in SIZES:
        tell(size, [each for each in made if each.size == size])
    tell("all", made)
    print("failed gates:", dict(Counter(rule for each in made for rule in each.gates)) or "none")


def measured(row: Row, resources: Resources) -> list[Made]:
    painter = Artist()
    outcome = asyncio.run(design_poster(row.order.request, resources=resources, generator=painter))
    color = shade_of(outcome.design)
    history = edited(outcome, color, resources)
    wanted = copy_in(history.present)
    made = []
    for size in SIZES:
        started = time.perf_counter()
        new = reformatted(history, outcome.plan, size, resources, painter)
        seconds = time.perf_counter() - started
        gates = tuple(f.rule for f in new.findings if f.severity == "gate")
        missing = (wanted - copy_in(new.design)).total()
        titles = texts_of(new.design, "title")
        colored = all(color in ("", t.style.color) for t in titles)
        kept = not titles or (colored and text_of(new.design, "title") == WORDS)
        made.append(Made(size, gates, missing, kept, seconds))
    return made


def edited(outcome: Outcome, color: str, resources: Resources) -> History:
    """The design after the chat edits; a title that cannot be found is left alone."""
    history = History(outcome.design)
    recolor = [f"make the title {color}"] * bool(color)
    titled = bool(texts_of(outcome.design, "title"))
    for sentence in (*recolor, f"change the title to {WORDS!r}") if titled else ():
        edit = understand(sentence, Context(history, resources))
        for command in edit.commands if isinstance(edit, Done) else ():
            history = history.do(command, edit.said, "agent")
    return history


def shade_of(design: Design) -> str:
    """A colour that nothing in the design has, as legible as its title's; none for several."""
    colors = {text.style.color for text in texts_of(design, "title")}
    if len(colors) != 1:
        return ""
    color = colors.pop()
    return f"{color[:5]}{int(color[5:7], 16) ^ 5:02x}"


def copy_in(design: Design) -> Counter[str]:
    """All words that are shown; how they are split into lines is the size's own."""
    texts = [x for x in leaves(design) if x.kind == "text" and x.visible]
    return Counter(word for text in texts for word in text.text.split())


def tell(name: str, made: list[Made]) -> None:
    sound = sum(not each.gates for each in made)
    whole = sum(not each.missing for each in made)
    kept = sum(each.kept for each in made)
    mean = sum(each.seconds for each in made) / max(1, len(made))
    print(
        f"{name:18} {len(made):4} designs  gates {sound}  copy {whole}  hand edits {kept}  "
        f"{mean:.2f} s each"
    )


if __name__ == "__main__":
    main()
