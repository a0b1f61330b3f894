"""The demo transformer as a painter of whole pictures: a request becomes tokens, tokens a scene.

What a request does not say is chosen by its seed: the kind of backdrop, and where in it there are
glows, hazes, beams and a calm place for copy. Colours are the request's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from zlib import crc32

import numpy as np
from PIL import Image

from design_io.assets import AssetStore
from design_io.color import hex_to_oklch, hex_to_rgb, mix, oklch_hex
from design_io.document import Source
from design_io.geometry import Box
from generators.dialects import CALM, Tokens, to_tokens
from generators.diffusion import glow
from generators.diffusion.denoising import Step
from generators.diffusion.glow_scenes import BACKDROPS, REGIONS, SLOTS, Scenes
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel
from generators.request import (
    Abilities,
    GenerationRequest,
    OnStep,
    Painted,
    Progress,
    Region,
    untold,
)
from generators.settings import PLAIN, Settings
from generators.whole_picture import whole

_BLUR = 1.0  # px of the small picture: enough that no grid of patches is left
_KINDS = (
    (r"sea|ocean|beach|lake|desert|field|farm|harbou?r|landscape|mountains?|sky", "horizon"),
    (r"sun(?:set|rise)|dawn|dusk|evening|summer|spring|autumn|winter", "dusk"),
    (r"stage|concert|jazz|theat(?:re|er)|comedy|opera|dance|show|night|boxing", "spotlight"),
    (r"northern|space|dream|yoga|wellness|music|techno|electronic|synth|ai|future", "aurora"),
    (r"portrait|wine|vintage|classic|gala|dinner|restaurant", "vignette"),
)
# glows, hazes and beams beside a calm place above or below: x0, y0, x1, y1 in 0..1
_ABOVE = ((0.4, 0.46, 1.0, 1.0), (0.0, 0.6, 0.5, 1.0), (0.1, 0.45, 0.4, 0.65))
_AROUND = ((-0.3, 0.1, 0.75, 1.05), (0.3, -0.1, 1.15, 0.85))  # of the place of a thing
_LIGHTS = ("glow", "glow", "haze", "beam")
_TINGED, _LIT = 0.2, 0.8  # shares of a full colour in a design's ground, and in a light on it
_CALM_ABOVE = (0.06, 0.06, 0.94, 0.42)


class GlowPainter:
    """Paints soft backdrops with the weights in `assets/models`, on the CPU."""

    name = "glow"
    licence = "Apache-2.0, weights of Plakat's own"
    abilities = Abilities(backgrounds=True, regions=True, palette=True, things=False)

    def __init__(self, settings: Settings = PLAIN) -> None:
        self.settings = settings

    @cached_property
    def model(self) -> SiamLayoutSD3Transformer2DModel:
        return glow.load_model()

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        told = composed(request)
        small = glow.paint(
            self.model, scene_of(told.prompt, to_tokens(told, SLOTS)), request.seed,
            self._sampling(request), request.layout_strength, _told(on_step), cancelled,
        )[0]  # fmt: skip
        picture = Image.fromarray(enlarged(small, request.width, request.height))
        source = Source(
            generator="glow, the demo transformer", prompt=told.prompt, seed=request.seed,
            licence=self.licence,
        )  # fmt: skip
        return whole(picture, request, assets, source)

    def _sampling(self, request: GenerationRequest) -> glow.Sampling:
        """As it paints best, but for what the request and the settings say."""
        steps = glow.STEPS if request.steps is None else request.steps
        guidance = glow.GUIDANCE if request.guidance is None else request.guidance
        return glow.Sampling(steps, guidance, self.settings.guidance_rule)


def composed(request: GenerationRequest) -> GenerationRequest:
    """The request in the closed vocabulary: prompt "KIND #FIRST #SECOND", regions "KIND #TINT".

    Lettering is a calm place to `glow`, which knows no letters.
    """
    rng = np.random.default_rng([11, request.seed, crc32(request.prompt.encode())])
    first, second, *tints = _colors(request, rng)
    calm = [_calm(region.box) for region in request.regions if region.kind != "object"]
    asked = [region for region in request.regions if region.kind == "object"]
    things = [_tinted(region, tints) for region in asked]
    if not asked:
        things, place = _lights(request, tints, rng)
        calm = calm or [_calm(place)]
    elif len(asked) == 1 and not _named(asked[0]):
        things = _shining(asked[0], tints, rng)
    prompt = f"{_kind(request.prompt, rng)} {first} {second}"
    return request.evolve(prompt=prompt, regions=(*things, *calm))


def scene_of(prompt: str, tokens: Tokens) -> Scenes:
    """A scene of one picture, from what `composed` says and the tokens of its regions."""
    kind, first, second = prompt.split()
    empty = SLOTS - len(tokens.boxes)
    said = ["calm" if caption == CALM else caption for caption in tokens.captions]
    named = [*(REGIONS.index(caption.split()[0]) for caption in said), *[-1] * empty]
    tints = [_rgb(caption.split()[-1]) if "#" in caption else (0.0, 0.0, 0.0) for caption in said]
    return Scenes(
        np.array([BACKDROPS.index(kind)]),
        np.array([[_rgb(first), _rgb(second)]], np.float32),
        np.array([named]),
        np.array([[*tokens.boxes, *[(0, 0, 1, 1)] * empty]], np.float32),
        np.array([[*tints, *[(0, 0, 0)] * empty]], np.float32),
    )


def _told(on_step: OnStep) -> Callable[[Step], None]:
    def tell(step: Step) -> None:
        values = (step.clean[0].permute(1, 2, 0) / 2 + 0.5).clamp(0, 1) * 255
        on_step(Progress(step.number, step.steps, Image.fromarray(values.byte().cpu().numpy())))

    return tell


def enlarged(small: np.ndarray, width: int, height: int) -> np.ndarray:
    """(side, side, 3) in 0..1 -> (height, width, 4) uint8, blurred by as much as hides patches."""
    rows, columns = _spread(small.shape[0], height), _spread(small.shape[1], width)
    picture = np.full((height, width, 4), 255, np.uint8)
    for channel in range(3):
        large = rows @ (small[..., channel] * 255 + 0.5) @ columns.T
        picture[..., channel] = large.clip(0, 255)
    return picture


def _spread(few: int, many: int) -> np.ndarray:
    """(many, few) float32: each of many places as a Gaussian mean of few."""
    place = (np.arange(many) + 0.5) * few / many - 0.5
    weight = np.exp(-(((place[:, None] - np.arange(few)) / _BLUR) ** 2) / 2)
    return (weight / weight.sum(1, keepdims=True)).astype(np.float32)


def _kind(prompt: str, rng: np.random.Generator) -> str:
    by_chance = BACKDROPS[rng.integers(len(BACKDROPS))]
    found = (kind for words, kind in _KINDS if re.search(rf"\b(?:{words})s?\b", prompt.lower()))
    return next(found, by_chance)


def _colors(request: GenerationRequest, rng: np.random.Generator) -> list[str]:
    """At least four, first what the backdrop has most of."""
    given = list(dict.fromkeys(color[:7] for color in request.palette.values()))
    if "bg" in request.palette:
        return _on_ground(request.palette["bg"][:7], given)
    if not given:
        hue = rng.uniform(200, 400)  # of dark colours those from blue to orange look like light
        tones = ((0.24, hue), (0.4, hue + 25), (0.68, hue + 60), (0.78, hue + 90))
        return [oklch_hex(lightness, 0.75, turned % 360) for lightness, turned in tones]
    if len(given) == 1:
        given.append(mix(given[0], "#000000", 0.45))
    while len(given) < 4:
        given.append(mix(given[-1], given[-2], 0.5) if len(given) > 2 else _light(given[1]))
    return given


def _on_ground(ground: str, palette: list[str]) -> list[str]:
    """Copy is set in the colours of a design: its ground stays, and its full colours are lights."""
    full = sorted(palette, key=lambda color: -hex_to_oklch(color).chroma)[:3]
    second = mix(ground, full[0], _TINGED)
    return [ground, second, *(mix(second, color, _LIT) for color in full)]


def _light(color: str) -> str:
    return mix(color, "#ffffff", 0.45)


def _lights(
    request: GenerationRequest, tints: list[str], rng: np.random.Generator
) -> tuple[list[Region], Box]:
    """Two or three lights, and the place opposite them that stays calm."""
    below, mirrored = rng.random(2) < 0.5
    lights = [
        Region(
            box=_placed(box, below, mirrored, request), kind="object",
            caption=f"{rng.choice(_LIGHTS)} {tints[n % len(tints)]}",
        )
        for n, box in enumerate(_ABOVE[: rng.integers(2, 4)])
    ]  # fmt: skip
    return lights, _placed(_CALM_ABOVE, below, mirrored, request)


def _placed(
    box: tuple[float, float, float, float], below: bool, mirrored: bool, sheet: GenerationRequest
) -> Box:
    x0, y0, x1, y1 = box
    x0, x1 = (1 - x1, 1 - x0) if mirrored else (x0, x1)
    y0, y1 = (1 - y1, 1 - y0) if below else (y0, y1)
    w, h = sheet.width, sheet.height
    return Box(x0 * w, y0 * h, (x1 - x0) * w, (y1 - y0) * h)


def _calm(box: Box) -> Region:
    return Region(box=box, kind="calm")


def _named(region: Region) -> str:
    """The light that its caption asks for, if any."""
    return next((kind for kind in REGIONS[:3] if kind in region.caption.lower()), "")


def _tinted(region: Region, tints: list[str]) -> Region:
    """An object is the light that its caption names, in its first colour."""
    color = region.colors[0][:7] if region.colors else tints[0]
    return region.evolve(caption=f"{_named(region) or 'glow'} {color}")


def _shining(region: Region, tints: list[str], rng: np.random.Generator) -> list[Region]:
    """The one thing of a design is two lights in its place that run over its edges."""
    mirrored = rng.random() < 0.5
    lights = []
    for (x0, y0, x1, y1), kind, tint in zip(_AROUND, ("haze", "glow"), tints[1::-1], strict=True):
        left, right = (1 - x1, 1 - x0) if mirrored else (x0, x1)
        box = region.box
        placed = Box(
            box.x + left * box.width, box.y + y0 * box.height, (right - left) * box.width,
            (y1 - y0) * box.height,
        )  # fmt: skip
        lights.append(Region(box=placed, kind="object", caption=f"{kind} {tint}"))
    return lights


def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = hex_to_rgb(color)
    return red / 255, green / 255, blue / 255
