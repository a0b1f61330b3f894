"""Rebuild assets/ from its sources: `python assets/refresh_assets.py [fonts] [icons]`.

Fonts are whole static TTFs, unmodified, chosen by fonts/families.toml; fonts.toml, FONTS.md and
the folders beside families.toml are made from them. Needs npm, and apt-get and dpkg for the emoji.
"""

import argparse
import re
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parent
FONTS = ASSETS / "fonts"
ITALIC_BIT = 1 << 1  # head.macStyle
RESTRICTED_BIT = 1 << 1  # OS/2.fsType: embedding needs the owner's permission

# A face supports a script when its cmap has every letter of the exemplar.
EXEMPLARS = {
    "Latn": "ABCXYZabcxyz0123456789&ÀÄÅÆÇÉÑÖØÜàäåæçéñöøü",
    "Cyrl": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяЄІЇєіїґ",
    "Grek": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏαβγδεζηθικλμνξοπρςστυφχψωάέήίόύώ",
    "Arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي٠١٢٣٤٥٦٧٨٩پچگک",
    "Hebr": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "Deva": "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूृेैोौ्ंः०१२३४५६७८९",
    "Thai": "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮะัาำิีึืุูเแโใไ็่้๊๋์๐๑๒๓๔๕๖๗๘๙",
    "Hani": "一二三人大小中国國汉漢学學東京音乐樂爵士夜",
    "Hira": "あいうえおかきくけこんっゃゅょがぱ",
    "Kana": "アイウエオカキクケコンッャュョガパー",
    "Bopo": "ㄅㄆㄇㄈㄉㄊㄋㄌ",
    "Hang": "가나다라마바사아자차카타파하한글서울뷁",
    "Zyyy": "★●■▲",
    "Zsye": "😀🎷🐶🍕🎉",
}


class Family(NamedTuple):
    name: str
    category: str
    faces: tuple[str, ...]  # "700" or, italic, "700i"
    npm: str = ""  # package@version
    debian: str = ""  # package=version

    @property
    def slug(self) -> str:
        return self.name.lower().replace(" ", "-")


class Face(NamedTuple):
    family: str
    weight: int
    italic: bool
    file: str  # relative to fonts/
    postscript_name: str
    scripts: list[str]
    category: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="default: all")
    for part in parser.parse_args().parts or PARTS:
        PARTS[part]()


def refresh_fonts() -> None:
    """Fetch every family, measure its faces, and write fonts.toml and FONTS.md."""
    config = tomllib.loads((FONTS / "families.toml").read_text())
    families = [Family(**{**row, "faces": tuple(row["faces"])}) for row in config["family"]]
    for stale in FONTS.iterdir():
        if stale.is_dir():
            shutil.rmtree(stale)
    faces = [face for family in families for face in install_family(family)]
    (FONTS / "fonts.toml").write_text(font_index(faces, config["fallback"]))
    (ASSETS / "FONTS.md").write_text(font_table(families, faces))
    size = sum(path.stat().st_size for path in FONTS.rglob("*.ttf"))
    print(f"{len(families)} families, {len(faces)} faces, {size / 1e6:.1f} MB")


def install_family(family: Family) -> list[Face]:
    folder = FONTS / family.slug
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        if family.npm:
            package = fetch_npm(family.npm, Path(scratch))
            shutil.copyfile(package / "LICENSE_FONT", folder / "OFL.txt")
        else:
            package = fetch_debian(family.debian, Path(scratch))
            name = family.debian.partition("=")[0]
            shutil.copyfile(package / f"usr/share/doc/{name}/copyright", folder / "OFL.txt")
        return [install_face(family, face, package) for face in family.faces]


def install_face(family: Family, face: str, package: Path) -> Face:
    weight, italic = int(face.rstrip("i")), face.endswith("i")
    source = one_face(package, face) if family.npm else next(package.rglob("*.ttf"))
    with TTFont(source, lazy=True) as font:
        name = font["name"].getDebugName(6)
        problems = {
            "is variable": "fvar" in font,
            "has another weight": font["OS/2"].usWeightClass != weight,
            "has another slant": bool(font["head"].macStyle & ITALIC_BIT) != italic,
            "forbids embedding": bool(font["OS/2"].fsType & RESTRICTED_BIT),
        }
        scripts = covered_scripts(set(font.getBestCmap()))
    if any(problems.values()):
        raise SystemExit(f"{family.name} {face}: {[p for p, found in problems.items() if found]}")
    file = f"{family.slug}/{name}.ttf"
    shutil.copyfile(source, FONTS / file)
    return Face(family.name, weight, italic, file, name, scripts, family.category)


def one_face(package: Path, face: str) -> Path:
    """The TTF of one face: packages keep it in a folder like 700Bold_Italic."""
    slant = "_Italic" if face.endswith("i") else ""
    pattern = re.compile(rf"{face.rstrip('i')}[A-Za-z]+{slant}")
    [file] = [path for path in package.glob("*/*.ttf") if pattern.fullmatch(path.parent.name)]
    return file


def covered_scripts(code_points: set[int]) -> list[str]:
    return [s for s, letters in EXEMPLARS.items() if code_points.issuperset(map(ord, letters))]


def font_index(faces: list[Face], fallback: dict[str, list[str]]) -> str:
    lines = ["# Made by assets/refresh_assets.py; scripts are measured from each face's cmap.", ""]
    lines += ["[fallback]", *(f"{script} = {toml(names)}" for script, names in fallback.items())]
    for face in faces:
        lines += ["", "[[face]]", *(f"{key} = {toml(v)}" for key, v in face._asdict().items())]
    return "\n".join(lines) + "\n"


def toml(value: str | int | bool | list[str]) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            return f'"{value}"'
        case _:
            return "[" + ", ".join(toml(item) for item in value) + "]"


def font_table(families: list[Family], faces: list[Face]) -> str:
    rows = [font_row(family, [f for f in faces if f.family == family.name]) for family in families]
    return FONT_TABLE_HEAD + "\n".join(rows) + "\n"


def font_row(family: Family, faces: list[Face]) -> str:
    weights = " ".join(f"{face.weight}{'i' * face.italic}" for face in faces)
    with TTFont(FONTS / faces[0].file, lazy=True) as font:
        version = font["name"].getDebugName(5).partition(";")[0].removeprefix("Version ")
    source = f"npm {family.npm}" if family.npm else f"Debian {family.debian}"
    licence = (FONTS / family.slug / "OFL.txt").read_text()
    cells = [
        f"[{family.name}](fonts/{family.slug})", family.category, weights,
        " ".join(faces[0].scripts), version, source, "OFL-1.1", reserved_name(licence),
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def reserved_name(licence: str) -> str:
    declared = re.search(r"with Reserved Font Names? ([^\n.]+)", licence[:600])
    return declared[1].strip().replace("'", '"') if declared else "none"


def fetch_npm(spec: str, scratch: Path) -> Path:
    """Unpack an npm package (name@version) into scratch; the folder with its files."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(scratch), spec]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with tarfile.open(next(scratch.glob("*.tgz"))) as archive:
        archive.extractall(scratch, filter="data")
    return scratch / "package"


def fetch_debian(spec: str, scratch: Path) -> Path:
    """Unpack a Debian package (name=version) into scratch; the folder that stands for /."""
    subprocess.run(["apt-get", "download", "-qq", spec], check=True, cwd=scratch)
    [archive] = scratch.glob("*.deb")
    subprocess.run(["dpkg", "-x", str(archive), str(scratch / "root")], check=True)
    return scratch / "root"


FONT_TABLE_HEAD = """\
# Fonts

Made by `assets/refresh_assets.py` from `fonts/families.toml`. Every file is the static TTF as its
source ships it, unmodified, renamed to its PostScript name; the licence (`OFL.txt`, as shipped)
lies beside it. Documents may embed subsets; a changed font file may not keep a reserved name.

Category `period` holds period, playful and handwritten faces; `script` holds families that exist
for one writing system or for symbols. Scripts are ISO 15924 codes, measured: every letter of the
script's exemplar is in the face's cmap (`Zyyy`: symbols, `Zsye`: emoji). A trailing i is italic.

| family | category | weights | scripts | version | source | licence | reserved font name |
|---|---|---|---|---|---|---|---|
"""

PARTS: dict[str, Callable[[], None]] = {"fonts": refresh_fonts}

if __name__ == "__main__":
    main()
