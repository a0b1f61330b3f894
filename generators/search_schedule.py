"""Searches which steps of a base's pictures are worth computing, and writes them to a file.

python -m generators.search_schedule flux1-dev -o flux.json [--models DIR] [--preset quality]
Then: python app.py design "…" --generator flux1-dev --schedule flux.json
It paints eight pictures in full. Where what it finds is not better than the rule on every other
one of them, the rule is written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from generators.bases import BASES, ready
from generators.request import GenerationError, GenerationRequest
from generators.settings import PRESETS, Settings

_PROMPTS = (
    "a lighthouse in a storm", "a bowl of oranges on a blue table", "a jazz band on a small stage",
    "snowy mountains at dawn", "a crowded market street", "a glass perfume bottle on marble",
    "a portrait of an old sailor", "an abstract pattern of paper shapes",
)  # fmt: skip


def main(told: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="generators.search_schedule", description=__doc__)
    parser.add_argument("base", choices=list(BASES))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument("--models", type=Path, metavar="DIR")
    parser.add_argument("--preset", default="quality", choices=PRESETS)
    parser.add_argument("--full", type=int, metavar="N", help="steps computed; default: half")
    options = parser.parse_args(told)
    if options.models:
        known = os.environ.get("PLAKAT_MODELS", "")
        os.environ["PLAKAT_MODELS"] = os.pathsep.join(filter(None, (str(options.models), known)))
    try:
        base = BASES[options.base]
        place = ready(base)
        from generators.diffusion.pipelines import PipelinePainter

        painter = PipelinePainter(base, place, Settings(preset=options.preset))
        found = schedule_for(painter, options.full)
    except GenerationError as error:
        print(f"search_schedule: {error}", file=sys.stderr)
        return 1
    options.output.write_text(json.dumps(found), encoding="utf-8")
    print(f"{len(found['computed'])} of {found['steps']} steps: {found['computed']}")
    return 0


def schedule_for(painter: Any, full: int | None = None) -> dict[str, Any]:
    """Of a `PipelinePainter`, at its preset."""
    import torch

    from generators.diffusion.sparing import heard_from
    from generators.diffusion.step_schedule import FEWEST, searched

    steps = painter.base.efforts[painter.settings.preset].steps
    if steps < FEWEST:
        raise GenerationError(
            f"{painter.name} takes {steps} steps; leaving some out pays from {FEWEST} on"
        )
    runs = list[torch.Tensor]()
    for seed, prompt in enumerate(_PROMPTS):
        request = GenerationRequest(prompt=prompt, width=1024, height=1024, seed=seed)
        with heard_from(painter.network) as said:
            painter.picture(request)
        runs.append(torch.stack(said))
    sigmas = painter.scheduler.sigmas.tolist()
    schedule = searched(torch.stack(runs), sigmas, full or (steps + 1) // 2)
    return {"base": painter.name, "steps": schedule.steps, "computed": list(schedule.computed)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
