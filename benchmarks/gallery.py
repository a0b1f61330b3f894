"""A browsable page of designs: one per row of a CSV, with brief, system, findings and timings.

Run: PYTHONPATH=. python benchmarks/gallery.py [FILE.csv] [-o out/gallery]    (make gallery)
Without a file: the requests in ../shared/requests when they lie beside the checkout, else our own.
"""

from __future__ import annotations

import argparse
import asyncio
import html
import time
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from agents.campaign import Row, read_rows
from agents.graph import Outcome, design_poster
from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.png import over_white
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist

ROOT = Path(__file__).parent.parent
OWN = ROOT / "assets" / "examples" / "requests.csv"
SHARED = ROOT.parent / "shared" / "requests"
AREA = 540 * 675  # px of a picture on the page


class Shown(NamedTuple):
    """One design of the page, drawn; `fault` says why there is none."""

    row: Row
    outcome: Outcome | None
    picture: Image.Image | None
    design_ms: float = 0.0  # CPU, from words to the checked design
    draw_ms: float = 0.0  # CPU, the picture on the page
    fault: str = ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path, nargs="?", default=_default_file())
    parser.add_argument("-o", "--output", type=Path, default=Path("out/gallery"))
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    cards = []
    for row in read_rows(options.csv, "png"):
        shown = designed(row)
        if shown.picture is not None:
            shown.picture.save(options.output / f"{row.id}.webp", quality=88, method=3)
        print(f"{row.id:12}{_system(shown):12}{shown.design_ms:5.0f} ms  {_title(shown)}")
        cards.append(_card(shown))
    page = options.output / "index.html"
    page.write_text(_page(options.csv.name, cards), encoding="utf-8")
    print(page)


def designed(row: Row, area: float = AREA) -> Shown:
    """The row's design and its picture of about `area` px."""
    resources = Resources(AssetStore(), FontLibrary.bundled())
    order = row.order
    started = time.process_time()
    try:
        outcome = asyncio.run(
            design_poster(
                order.request, resources=resources, generator=Artist(), size=order.size,
                system=order.system, seed=order.seed,
            )
        )  # fmt: skip
    except DesignError as error:
        return Shown(row, None, None, fault=str(error))
    planned = time.process_time()
    canvas = outcome.design.canvas
    scale = min(1.0, (area / (canvas.width * canvas.height)) ** 0.5)
    picture = Image.fromarray(over_white(render(outcome.design, resources, scale=scale)))
    times = (planned - started, time.process_time() - planned)
    return Shown(row, outcome, picture, *(1000 * seconds for seconds in times))


def _default_file() -> Path:
    return next(iter(sorted(SHARED.glob("*.csv"))), OWN) if SHARED.is_dir() else OWN


def _system(shown: Shown) -> str:
    return shown.outcome.plan.system if shown.outcome else "-"


def _title(shown: Shown) -> str:
    return shown.outcome.design.title if shown.outcome else shown.fault


def _card(shown: Shown) -> str:
    words = html.escape(shown.row.order.request)
    head = f"<b>{html.escape(shown.row.id)}</b> {html.escape(_system(shown))}"
    if shown.outcome is None or shown.picture is None:
        fault = html.escape(shown.fault)
        return f'<article data-words=""><p>{head}<p>{words}<p class=bad>{fault}</article>'
    width, height = shown.picture.size
    name = html.escape(shown.row.id)
    image = f'<img src="{name}.webp" width={width} height={height} loading=lazy alt="{words}">'
    return (
        f'<article data-words="{words.lower()} {html.escape(_system(shown))}">'
        f"<a href='{name}.webp'>{image}</a><p>{head} · {shown.design_ms:.0f} + "
        f"{shown.draw_ms:.0f} ms</p><p>{words}</p>{_brief(shown.outcome)}</article>"
    )


def _brief(outcome: Outcome) -> str:
    brief, plan = outcome.brief, outcome.plan
    facts = [("form", brief.form.value), ("size", brief.size.value), ("subject", ", ".join(
        plan.subjects[:3]) or "none"), ("why", plan.reason)]  # fmt: skip
    facts += [(text.role, text.text) for text in brief.texts]
    rows = "".join(f"<dt>{html.escape(k)}<dd>{html.escape(v)}" for k, v in facts)
    told = [f.message for f in outcome.findings] + [q.question for q in brief.questions]
    notes = "".join(f"<li class=bad>{html.escape(note)}" for note in told)
    return f"<details><summary>brief</summary><dl>{rows}</dl></details><ul>{notes}</ul>"


def _page(name: str, cards: list[str]) -> str:
    return f"""<!doctype html><meta charset=utf-8><title>Plakat gallery: {html.escape(name)}</title>
<style>
body {{ font: 14px/1.45 system-ui, sans-serif; margin: 24px; background: #ecebe7; color: #1b1b1d }}
main {{ display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start }}
article {{ max-width: 460px }} img {{ max-width: 100%; height: auto; display: block }}
p {{ margin: 6px 0 }} dl {{ display: grid; grid-template-columns: 80px 1fr; gap: 2px 8px }}
dd {{ margin: 0 }} .bad {{ color: #b3261e }} ul {{ padding-left: 18px; margin: 4px 0 }}
input {{ font: inherit; padding: 6px 10px; width: 320px; margin-bottom: 20px }}
</style>
<h1>{html.escape(name)}: {len(cards)} designs</h1>
<input placeholder="filter by words or system">
<main>{"".join(cards)}</main>
<script>
const words = document.querySelector("input"), cards = document.querySelectorAll("article")
words.oninput = () => {{
  for (const card of cards)
    card.hidden = !card.dataset.words.includes(words.value.toLowerCase())
}}
</script>
"""


if __name__ == "__main__":
    main()
