"""How long does it take to set text? Prints one table: new words, the same again, a size search.

Every run sets words it has not seen, as when somebody types; `first` opens fonts and loads tables.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from benchmarks.render import measure
from design_io.document import TextLayer, TextStyle
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.text import fitted, typeset

RUNS = 40
BODY = (
    "Every Friday from 18:00 until the last dumpling is gone. Riverside Hall, Quay 7. Bring a cup, "
    "bring a friend; entry is free and dogs are welcome. Season {}."
)
CASES = {
    "headline, 3 lines": ("Summer Jazz in the Park of the old Town Hall {}", "Archivo", 84),
    "kicker, tracked": ("BLUE NOTE PRESENTS {}", "Inter", 20),
    "body, 177 letters": (BODY, "Inter", 28),
    "Arabic with Latin": ("مهرجان الموسيقى Plakat {}", "Noto Naskh Arabic", 60),
    "Hebrew": ("ערב ג׳אז בתל אביב {}", "Noto Sans Hebrew", 60),
    "Devanagari": ("संगीत समारोह में स्वागत है {}", "Noto Sans Devanagari", 48),
    "Thai": ("ขอเชิญร่วมงานเทศกาลดนตรีแจ๊ส {}", "Noto Sans Thai", 48),
    "Japanese": ("夏の音楽祭にようこそ、東京で会いましょう {}", "Noto Sans SC", 56),
    "Latin, emoji, price": ("Tickets 24 € 🎷 bluenote.example {}", "Outfit", 30),
}


def main() -> None:
    fonts, fresh = FontLibrary.bundled(), count(1000)
    print(
        f"{'case':24}{'first ms':>10}{'median ms':>11}{'CPU ms':>8}{'again us':>10}{'fill ms':>9}"
    )
    sums = [0.0] * 5
    for name, case in CASES.items():
        layers = (_layer(*case, number) for number in fresh)
        new = measure(lambda layers=layers: typeset(next(layers), fonts), RUNS)
        again = measure(_repeated(_layer(*case, 0), fonts), RUNS)
        fill = measure(lambda layers=layers: fitted(next(layers), fonts), RUNS)
        row = (new.first, new.median, new.cpu, again.median * 1000, fill.median)
        sums = [total + value for total, value in zip(sums, row, strict=True)]
        _print(name, row)
    _print("all nine", sums)


def _layer(text: str, font: str, size: float, number: int) -> TextLayer:
    style = TextStyle(font=font, weight=700, size=size, tracking=120 if size < 24 else 0)
    box = Box(0, 0, 640, 320)
    return TextLayer(
        id="copy", role="title", text=text.format(number), box=box, style=style, fit="fill"
    )


def _repeated(layer: TextLayer, fonts: FontLibrary) -> Callable[[], object]:
    return lambda: typeset(layer, fonts)


def _print(name: str, row: Sequence[float]) -> None:
    first, median, cpu, again, fill = row
    print(f"{name:24}{first:11.1f}{median:11.2f}{cpu:11.2f}{again:11.1f}{fill:11.2f}")


if __name__ == "__main__":
    main()
