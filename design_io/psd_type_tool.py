"""Photoshop's record of an editable text, "TySh": descriptors around a text engine's own data.

Key order and values follow text files made by Photoshop (those psd-tools and ag-psd test with).
The document-level "Txt2" block is not written, so Photoshop may offer to update texts on opening.
"""

from __future__ import annotations

import io
import math
from typing import Any

from psd_tools.psd import descriptor, engine_data
from psd_tools.psd.descriptor import Descriptor, DescriptorBlock
from psd_tools.psd.tagged_blocks import TypeToolObjectSetting
from psd_tools.terminology import Unit

from design_io.color import hex_to_rgba
from design_io.fonts import Face
from design_io.geometry import Box
from design_io.psd_text import PsdText, TextParagraph
from design_io.verses import TextRun

Engine = bool | int | float | str | list["Engine"] | dict[str, "Engine"]

_SMOOTH = 3  # anti-aliasing, "AnSm" in the descriptor
_POINT, _BOX = 0, 1  # ShapeType


def type_tool(text: PsdText) -> TypeToolObjectSetting:
    return TypeToolObjectSetting(
        version=1,
        transform=_transform(text),
        text_version=50,
        text_data=_text_data(text),
        warp_version=1,
        warp=_no_warp(),
    )


def _transform(text: PsdText) -> tuple[float, ...]:
    """xx, xy, yx, yy, tx, ty."""
    angle = math.radians(text.rotation)
    cos, sin = math.cos(angle), math.sin(angle)
    return cos, sin, -sin, cos, text.origin.x, text.origin.y


def _text_data(text: PsdText) -> DescriptorBlock:
    data = DescriptorBlock(version=16, classID=b"TxLr", name="\0")
    data[b"Txt "] = descriptor.String(text.text + "\0")
    data[b"textGridding"] = descriptor.Enumerated(b"textGridding", b"None")
    data[b"Ornt"] = descriptor.Enumerated(b"Ornt", b"Hrzn")
    data[b"AntA"] = descriptor.Enumerated(b"Annt", b"AnSm")
    data[b"bounds"] = _bounds(b"bounds", text.bounds if text.box is None else Box(0, 0, *text.box))
    data[b"boundingBox"] = _bounds(b"boundingBox", text.ink)
    data[b"TextIndex"] = descriptor.Integer(0)
    data[b"EngineData"] = descriptor.RawData(_engine_bytes(_engine_data(text)))
    return data


def _bounds(class_id: bytes, box: Box) -> Descriptor:
    bounds = Descriptor(classID=class_id, name="\0")
    sides = {b"Left": box.x, b"Top ": box.y, b"Rght": box.right, b"Btom": box.bottom}
    for key, value in sides.items():
        bounds[key] = descriptor.UnitFloat(value=value, unit=Unit.Points)
    return bounds


def _no_warp() -> DescriptorBlock:
    warp = DescriptorBlock(version=16, classID=b"warp", name="\0")
    warp[b"warpStyle"] = descriptor.Enumerated(b"warpStyle", b"warpNone")
    for key in (b"warpValue", b"warpPerspective", b"warpPerspectiveOther"):
        warp[key] = descriptor.Double(0.0)
    warp[b"warpRotate"] = descriptor.Enumerated(b"Ornt", b"Hrzn")
    return warp


def _engine_bytes(data: Engine) -> bytes:
    buffer = io.BytesIO()
    engine_data.EngineData(_element(data)).write(buffer)
    return buffer.getvalue()


def _element(value: Engine) -> Any:
    """A plain value as psd-tools' element of the same type."""
    match value:
        case dict():
            element = engine_data.Dict()
            for key, inner in value.items():
                element[key] = _element(inner)
            return element
        case list():
            items = engine_data.List()
            items.extend(_element(inner) for inner in value)
            return items
        case bool():
            return engine_data.Bool(value)
        case int():
            return engine_data.Integer(value)
        case float():
            return engine_data.Float(value)
    return engine_data.String(value)


def _engine_data(text: PsdText) -> Engine:
    faces = list(dict.fromkeys(run.face for run in text.runs))
    resources = _resources(faces)
    return {
        "EngineDict": {
            "Editor": {"Text": text.text + "\r"},
            "ParagraphRun": _paragraph_runs(text.paragraphs),
            "StyleRun": _style_runs(text.runs, faces),
            "GridInfo": _GRID,
            "AntiAlias": _SMOOTH,
            "UseFractionalGlyphWidths": True,
            "Rendered": _rendered(text),
        },
        "ResourceDict": resources,
        "DocumentResources": resources,
    }


def _paragraph_runs(paragraphs: tuple[TextParagraph, ...]) -> Engine:
    def sheet(properties: Engine) -> Engine:
        return {
            "ParagraphSheet": {"DefaultStyleSheet": 0, "Properties": properties},
            "Adjustments": {"Axis": [1.0, 0.0, 1.0], "XY": [0.0, 0.0]},
        }

    return {
        "DefaultRunData": sheet({}),
        "RunArray": [sheet(_PARAGRAPH | {"Justification": p.justification}) for p in paragraphs],
        "RunLengthArray": [p.length for p in paragraphs],
        "IsJoinable": 1,
    }


def _style_runs(runs: tuple[TextRun, ...], faces: list[Face]) -> Engine:
    return {
        "DefaultRunData": {"StyleSheet": {"StyleSheetData": {}}},
        "RunArray": [{"StyleSheet": {"StyleSheetData": _style(run, faces)}} for run in runs],
        "RunLengthArray": [run.length for run in runs],
        "IsJoinable": 2,
    }


def _style(run: TextRun, faces: list[Face]) -> Engine:
    """As ours, a tracked text has no ligatures."""
    return _STYLE | {
        "Font": faces.index(run.face),
        "FontSize": float(run.size),
        "AutoLeading": False,
        "Leading": float(run.leading),
        "Tracking": run.tracking,
        "Underline": run.underline,
        "Strikethrough": run.strikethrough,
        "Ligatures": run.tracking == 0,
        "FillColor": _paint(run.color),
    }


def _paint(color: str) -> dict[str, Engine]:
    red, green, blue, alpha = (channel / 255 for channel in hex_to_rgba(color))
    return {"Type": 1, "Values": [alpha, red, green, blue]}


def _rendered(text: PsdText) -> Engine:
    shape = _POINT if text.box is None else _BOX
    extent: dict[str, Engine] = {"PointBase": [0.0, 0.0]}
    if text.box is not None:
        extent = {"BoxBounds": [0.0, 0.0, *map(float, text.box)]}
    base: Engine = {
        "ShapeType": shape,
        "TransformPoint0": [1.0, 0.0],
        "TransformPoint1": [0.0, 1.0],
        "TransformPoint2": [0.0, 0.0],
    }
    child: Engine = {
        "ShapeType": shape,
        "Procession": 0,
        "Lines": {"WritingDirection": 0, "Children": []},
        "Cookie": {"Photoshop": {"ShapeType": shape, **extent, "Base": base}},
    }
    return {"Version": 1, "Shapes": {"WritingDirection": 0, "Children": [child]}}


def _resources(faces: list[Face]) -> Engine:
    paragraph: dict[str, Engine] = {"Name": "Normal RGB", "DefaultStyleSheet": 0}
    style: Engine = {"Name": "Normal RGB", "StyleSheetData": _STYLE}
    return {
        "KinsokuSet": _KINSOKU,
        "MojiKumiSet": [{"InternalName": f"Photoshop6MojiKumiSet{n}"} for n in range(1, 5)],
        "TheNormalStyleSheet": 0,
        "TheNormalParagraphSheet": 0,
        "ParagraphSheetSet": [paragraph | {"Properties": _PARAGRAPH}],
        "StyleSheetSet": [style],
        "FontSet": [*(_font(face) for face in faces), _INVISIBLE_FONT],
        "SuperscriptSize": 0.583,
        "SuperscriptPosition": 0.333,
        "SubscriptSize": 0.583,
        "SubscriptPosition": 0.333,
        "SmallCapSize": 0.7,
    }


def _font(face: Face) -> dict[str, Engine]:
    kind = 0 if face.path.suffix.lower() == ".otf" else 1
    return {"Name": face.postscript_name, "Script": 0, "FontType": kind, "Synthetic": 0}


_BLACK: Engine = _paint("#000000")
_INVISIBLE_FONT: Engine = {"Name": "AdobeInvisFont", "Script": 0, "FontType": 0, "Synthetic": 0}
_GRID: Engine = {
    "GridIsOn": False,
    "ShowGrid": False,
    "GridSize": 18.0,
    "GridLeading": 22.0,
    "GridColor": {"Type": 1, "Values": [0.0, 0.0, 0.0, 1.0]},
    "GridLeadingFillColor": {"Type": 1, "Values": [0.0, 0.0, 0.0, 1.0]},
    "AlignLineHeightToGridFlags": False,
}
_PARAGRAPH: dict[str, Engine] = {
    "Justification": 0,
    "FirstLineIndent": 0.0,
    "StartIndent": 0.0,
    "EndIndent": 0.0,
    "SpaceBefore": 0.0,
    "SpaceAfter": 0.0,
    "AutoHyphenate": False,
    "HyphenatedWordSize": 6,
    "PreHyphen": 2,
    "PostHyphen": 2,
    "ConsecutiveHyphens": 8,
    "Zone": 36.0,
    "WordSpacing": [0.8, 1.0, 1.33],
    "LetterSpacing": [0.0, 0.0, 0.0],
    "GlyphSpacing": [1.0, 1.0, 1.0],
    "AutoLeading": 1.2,
    "LeadingType": 0,
    "Hanging": False,
    "Burasagari": False,
    "KinsokuOrder": 0,
    "EveryLineComposer": False,  # lines are filled one by one, as `psd_text` counts on
}
_STYLE: dict[str, Engine] = {
    "Font": 0,
    "FontSize": 12.0,
    "FauxBold": False,
    "FauxItalic": False,
    "AutoLeading": True,
    "Leading": 0.0,
    "HorizontalScale": 1.0,
    "VerticalScale": 1.0,
    "Tracking": 0,
    "AutoKerning": True,
    "Kerning": 0,
    "BaselineShift": 0.0,
    "FontCaps": 0,
    "FontBaseline": 0,
    "Underline": False,
    "Strikethrough": False,
    "Ligatures": True,
    "DLigatures": False,
    "BaselineDirection": 2,
    "Tsume": 0.0,
    "StyleRunAlignment": 2,
    "Language": 0,
    "NoBreak": False,
    "FillColor": _BLACK,
    "StrokeColor": _BLACK,
    "FillFlag": True,
    "StrokeFlag": False,
    "FillFirst": True,
    "YUnderline": 1,
    "OutlineWidth": 1.0,
    "CharacterDirection": 0,
    "HindiNumbers": False,
    "Kashida": 1,
    "DiacriticPos": 2,
}
# Which characters may not begin or end a line of Japanese.
_SOFT_START = "、。，．・：；？！’”）〕］｝〉》」』】ヽヾゝゞ々"
_SOFT_END = "‘“（〔［｛〈《「『【"
_HARD_START = (
    "、。，．・：；？！ー―’”）〕］｝〉》」』】ヽヾゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ゛゜"
    "?!)]},.:;℃℉¢％‰"
)
_HARD_END = _SOFT_END + "([{￥＄£＠§〒＃"
_KINSOKU: list[Engine] = [
    {"Name": name, "NoStart": start, "NoEnd": end, "Keep": "―‥", "Hanging": "、。.,"}
    for name, start, end in (
        ("PhotoshopKinsokuHard", _HARD_START, _HARD_END),
        ("PhotoshopKinsokuSoft", _SOFT_START, _SOFT_END),
    )
]
