"""What a print file is asked for: bleed, crop marks, outlined text, and the press's profile."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from design_io.document import Canvas
from design_io.errors import DesignError
from design_io.paint import Value

MM_PER_INCH = 25.4
_WIDEST = 30  # mm
_LARGEST_PROFILE = 32 * 1024 * 1024


class PrintSettings(Value):
    bleed_mm: Annotated[float, Field(ge=0, le=_WIDEST, allow_inf_nan=False)] | None = None
    marks: bool = False  # crop marks outside the bleed
    outlined: bool = False  # glyphs as paths, without fonts; words cannot be searched
    profile: bytes | None = None  # ICC profile of the press; None: RGB

    def bleed_of(self, canvas: Canvas) -> float:
        """Beyond every edge, canvas px; the size's own where none is asked for."""
        if self.bleed_mm is None:
            return float(canvas.bleed)
        return self.bleed_mm / MM_PER_INCH * canvas.dpi


def print_settings(
    bleed_mm: float | None, marks: bool, outlined: bool, profile: Path | None
) -> PrintSettings:
    """What was asked for on the command line; DesignError where it cannot be."""
    if bleed_mm is not None and not 0 <= bleed_mm <= _WIDEST:
        raise DesignError(f"a bleed of {bleed_mm:g} mm cannot be; give 0 to {_WIDEST}, usually 3")
    press = None if profile is None else profile_in(profile)
    return PrintSettings(bleed_mm=bleed_mm, marks=marks, outlined=outlined, profile=press)


def profile_in(path: Path) -> bytes:
    """The bytes of an ICC profile; whether it is one of CMYK is asked when it is used."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DesignError(f"profile {path} cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST_PROFILE or data[36:40] != b"acsp":
        raise DesignError(f"{path.name} is no ICC profile; give the .icc file of your printer")
    return data


PLAIN = PrintSettings()
