"""Fonts for tests: one of ours under a name of its own."""

import io

from fontTools.ttLib import TTFont

from design_io.fonts import FONTS


def renamed(family, flavor=None, weight=400):
    font = TTFont(FONTS / "limelight" / "Limelight-Regular.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = family
        elif record.nameID == 6:
            record.string = family.replace(" ", "") + f"-{weight}"
    font["OS/2"].usWeightClass, font.flavor = weight, flavor
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
