import random

import pytest

from design_io.color import contrast, hex_to_oklch, hue_distance, oklch_hex
from layout.palette import palette_for
from layout.systems import SYSTEMS

TONES = ((), ("dark",), ("playful",), ("calm",))


def colors(seed: int) -> tuple[str, ...]:
    chance = random.Random(seed)
    picks = [oklch_hex(chance.random(), chance.random(), chance.uniform(0, 360)) for _ in range(2)]
    return tuple(picks[: chance.randrange(3)])


@pytest.mark.parametrize("palettes", [50, pytest.param(500, marks=pytest.mark.slow)])
@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_text_roles_are_readable_in_many_palettes(system, palettes):
    for seed in range(palettes):
        subject = oklch_hex(0.6, 0.8, seed * 37 % 360) if seed % 5 else None
        palette = palette_for(system, subject, colors(seed), TONES[seed % 4], seed)
        for role in ("ink", "soft", "accent_text"):
            assert contrast(palette[role], palette["bg"]) >= 4.5, (seed, role, palette)
        assert contrast(palette["on_ink"], palette["ink"]) >= 4.5, (seed, palette)


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_the_users_colour_is_seen(system):
    palette = palette_for(system, None, ("#1d4e9e",), (), 1)
    hue = hex_to_oklch("#1d4e9e").hue
    strong = [c for c in palette.values() if hex_to_oklch(c).chroma > 0.08]
    assert any(hue_distance(hex_to_oklch(c).hue, hue) < 20 for c in strong)


def test_the_same_seed_gives_the_same_palette():
    system = SYSTEMS["swiss"]
    assert palette_for(system, "#d8352a", seed=4) == palette_for(system, "#d8352a", seed=4)
    assert len({palette_for(system, "#d8352a", seed=s)["bg"] for s in range(12)}) > 3


def test_dark_moods_give_dark_sheets():
    palette = palette_for(SYSTEMS["swiss"], "#f2b632", (), ("dark",), 3)
    assert hex_to_oklch(palette["bg"]).lightness < 0.4


def test_some_systems_are_dark_only_when_asked():
    system = SYSTEMS["papercut"]
    grounds = {palette_for(system, None, seed=seed)["bg"] for seed in range(40)}
    assert all(hex_to_oklch(ground).lightness > 0.6 for ground in grounds)
    night = palette_for(system, None, (), ("night",), 1)["bg"]
    assert hex_to_oklch(night).lightness < 0.4


@pytest.mark.parametrize("name", ("bauhaus", "papercut", "supergraphic"))
def test_yellow_darkens_to_ochre_and_not_to_olive(name):
    palettes = SYSTEMS[name].palettes
    for seed in range(8):
        palette = palette_for(SYSTEMS[name], None, ("#fcd116",), (), seed)
        drawn = [palette[r] for r in next(iter(palettes.variants.values())) if r not in palettes.on]
        dark = [v for c in drawn if (v := hex_to_oklch(c)).lightness < 0.6]
        assert all(v.hue < 84 or v.chroma < 0.02 for v in dark), palette


@pytest.mark.parametrize("tone", ((), ("calm",)))
def test_a_grey_of_the_users_makes_a_grey_sheet(tone):
    ground = palette_for(SYSTEMS["swiss"], "#c0392b", ("#808080",), tone)["bg"]
    assert hex_to_oklch(ground).chroma < 0.01
