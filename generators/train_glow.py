"""python -m generators.train_glow: train the demo transformer, on a laptop or on a GPU."""

from __future__ import annotations

import argparse
from pathlib import Path

PRESETS = {"cpu": (36_000, 16), "gpu": (120_000, 128)}  # steps, pictures a step


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m generators.train_glow", description=__doc__)
    parser.add_argument("--preset", choices=PRESETS, default="cpu")
    parser.add_argument("--steps", type=int, help="instead of the preset's; may change on resuming")
    parser.add_argument("--folder", type=Path, default=Path("out/glow"), help="where it is saved")
    parser.add_argument("--every", type=float, default=60, help="seconds between two savings")
    options = parser.parse_args()
    try:
        from generators.diffusion.glow_training import Recipe, train
    except ImportError:
        parser.exit(2, "training needs torch and diffusers; run: pip install -e '.[diffusion]'\n")
    steps, batch = PRESETS[options.preset]
    recipe = Recipe(options.steps or steps, batch)
    device = "cuda" if options.preset == "gpu" else "cpu"
    train(recipe, options.folder, device, options.every, lambda line: print(line, flush=True))


if __name__ == "__main__":
    main()
