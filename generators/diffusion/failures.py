"""What a painter does, and says, where a picture cannot be finished."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generators.diffusion.denoising import LostNumbers
from generators.request import GenerationError
from generators.settings import Settings

Made = TypeVar("Made")


def seeded(
    name: str, settings: Settings, seed: int, paint: Callable[[int], Made]
) -> tuple[Made, int]:
    """What is painted, and the seed it was made with: another one where numbers were lost and the
    settings allow it."""
    try:
        return paint(seed), seed
    except LostNumbers as error:
        if not settings.retry_seed:
            raise GenerationError(
                f"{name}: {error}; try another --seed, or allow one with --retry-seed"
            ) from error
    return paint(seed + 1), seed + 1


def too_large(name: str, memory: str, settings: Settings, more: tuple[str, ...]) -> GenerationError:
    """`memory` is what it wants; `more` are ways out besides what the settings can do."""
    ways = ["--preset draft"] if settings.preset != "draft" else []
    if settings.offload == "none":
        ways.append("--offload model")
    if settings.storage == "full":
        ways.append("--storage fp8")
    return GenerationError(
        f"{name} needs more memory than there is ({memory}); close other programs, or try "
        f"{', '.join((*ways, *more))}"
    )
