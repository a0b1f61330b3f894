"""A request typed letter by letter ends in exactly the design that pasting it gives."""

import subprocess
import sys
from pathlib import Path

import pytest

from agents.instruction import parse
from agents.painting import joined, requests_for
from agents.planning import plan_for
from agents.strategy import strategy_for
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import to_json
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist
from layout.arrange import arrange
from layout.compose import compose

ROOT = Path(__file__).parent.parent.parent
REQUESTS = (
    "Jazz at the Blue Note, 12 December, 8 pm, $25",
    "Menu: Flat white $4, Espresso $3, Tea $2",
    '50% off "Spring Sale" at www.shop.example',
)


def drafted(request: str) -> str:
    resources = Resources(AssetStore(), FontLibrary.bundled())
    brief = parse(request)
    plan = plan_for(brief, strategy_for(brief))
    layout = arrange(plan, resources.fonts)
    design = compose(plan, layout)
    for order in requests_for(plan, layout, design, resources).values():
        design = apply(design, joined(design, Artist().paint(order, resources.assets)), "agent")
    return to_json(design)


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.sampled("Menu")
def test_typing_a_request_ends_where_pasting_it_does(request_):
    typed = [drafted(request_[:end]) for end in range(1, len(request_) + 1)][-1]
    code = "import sys; from tests.stories.test_typing import drafted; print(drafted(sys.argv[1]))"
    pasted = subprocess.run(
        [sys.executable, "-c", code, request_], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert typed == pasted.stdout.strip()
