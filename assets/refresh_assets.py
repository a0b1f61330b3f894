"""Rebuild assets/ from its sources: `python assets/refresh_assets.py [PART]...`.

fonts:   whole static TTFs, unmodified, chosen by fonts/families.toml, with fonts.toml and FONTS.md.
icons:   the icon bodies as plain filled paths, and the dominant colour of each.
lexicon: everyday words -> icons, from icon names, emoji keywords and hand-written aliases.toml.
words:   English words by how common they are, and names, for finding misspellings.
Needs npm, for the emoji font and the words also apt-get and dpkg, and Plakat installed
(pip install -e .).
"""

import argparse
import json
import lzma
import re
import shutil
import subprocess
import tarfile
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from itertools import pairwise
from math import radians
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import skia
from flat_drawing import UnsupportedSvg
from fontTools.misc.transform import Identity, Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from fontTools.ttLib import TTFont

from design_io.color import hex_to_oklch, normalize_hex

ASSETS = Path(__file__).resolve().parent
FONTS = ASSETS / "fonts"
ICONS = ASSETS / "icons"
ICON_SET = "@iconify-json/fluent-emoji-flat@1.2.6"
KEYWORDS = "emojilib@4.0.3"
WORDS = ASSETS / "words"
WORD_LISTS = "scowl=2020.12.07-2"
WORD_LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)  # of SCOWL: 10 holds the commonest words
NAME_LEVELS = (*WORD_LEVELS, 80)
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
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(scratch.glob("*.tgz"))) as archive:
        archive.extractall(scratch, filter="data")
    return scratch / "package"


def fetch_debian(spec: str, scratch: Path) -> Path:
    """Unpack a Debian package (name=version) into scratch; the folder that stands for /."""
    subprocess.run(["apt-get", "download", "-qq", spec], check=True, cwd=scratch)
    [archive] = scratch.glob("*.deb")
    subprocess.run(["dpkg", "-x", str(archive), str(scratch / "root")], check=True)
    return scratch / "root"


def refresh_icons() -> None:
    """Flatten every icon to filled paths; write fluent-emoji-flat.json.xz and colors.json."""
    with tempfile.TemporaryDirectory() as scratch:
        package = fetch_npm(ICON_SET, Path(scratch))
        icon_set = json.loads((package / "icons.json").read_text())
    flat = {name: flat_body(body) for name, body in sorted(icon_bodies(icon_set).items())}
    icons = {name: body for name, body in flat.items() if body}
    write_drawings("fluent-emoji-flat", icons)
    colors = {name: dominant_color(body) for name, body in icons.items()}
    write_json(ICONS / "colors.json", colors)
    print(f"{len(icons)} icons; dropped: {' '.join(sorted(flat.keys() - icons.keys()))}")


def icon_bodies(icon_set: dict[str, dict[str, dict[str, str]]]) -> dict[str, str]:
    """Name -> SVG body, without skin tones, hidden icons and gendered twins of neutral icons."""
    icons, aliases = icon_set["icons"], icon_set["aliases"]
    bodies = {name: icon["body"] for name, icon in icons.items() if not icon.get("hidden")}
    for name, alias in aliases.items():
        mirror = '<g transform="matrix(-1 0 0 1 32 0)">{}</g>' if alias.get("hFlip") else "{}"
        bodies[name] = mirror.format(icons[alias["parent"]]["body"])
    return {name: body for name, body in bodies.items() if not is_variant(name, bodies)}


def is_variant(name: str, names: dict[str, str]) -> bool:
    role = re.sub(r"^(man|woman)-", "", name)
    twin = role != name and (role in names or f"person-{role}" in names)
    return twin or re.search(r"-(light|medium|dark)$", name) is not None


def flat_body(body: str) -> str:
    """The same picture as <path>s with d, fill, opacity and fill-rule only; "" if it has none."""
    root = ElementTree.fromstring(f"<svg>{body}</svg>")
    try:
        paths = list(flat_paths(root, root, {"fill": "#000"}, Identity))
    except UnsupportedSvg:
        return ""
    return "".join(path for before, path in pairwise(["", *paths]) if path != before)


def flat_paths(
    element: ElementTree.Element,
    root: ElementTree.Element,
    style: dict[str, str],
    placed: Transform,
) -> Iterator[str]:
    if element.tag == "defs":
        return
    style = style | {key: element.attrib[key] for key in STYLE if key in element.attrib}
    placed = placed.transform(parsed_transform(element.get("transform", "")))
    if element.tag == "use":
        [used] = root.iterfind(f".//*[@id='{element.attrib['href'][1:]}']")
        yield from flat_paths(used, root, style, placed)
    elif element.tag in ("svg", "g"):
        check_group(element, root)
        for child in element:
            yield from flat_paths(child, root, style, placed)
    elif style.get("stroke", "none") != "none":
        raise UnsupportedSvg("stroke")
    elif "url(" in style["fill"]:
        check_covered(element, root)
    elif style["fill"] != "none":
        yield flat_path(path_data(element, placed), style)


def check_group(group: ElementTree.Element, root: ElementTree.Element) -> None:
    """A clip to the whole view box changes nothing; any other, and any filter, would."""
    clip = root.find(f".//*[@id='{group.get('clip-path', '')[len('url(#') : -1]}']")
    whole = clip is None or [path.get("d") for path in clip] == ["M0 0h32v32H0z"]
    if "filter" in group.attrib or not whole:
        raise UnsupportedSvg("filter or clip")


def check_covered(gradient: ElementTree.Element, root: ElementTree.Element) -> None:
    """A gradient path under a flat one of the same outline is never seen."""
    twins = [path for path in root.iter("path") if path.get("d") == gradient.get("d")]
    if "url(" in twins[-1].attrib["fill"]:
        raise UnsupportedSvg("gradient")


def parsed_transform(text: str) -> Transform:
    if not text:
        return Identity
    name, _, numbers = text.rstrip(")").partition("(")
    values = [float(number) for number in numbers.replace(",", " ").split()]
    if name == "matrix":
        return Transform(*values)
    angle, x, y = (*values, 0.0, 0.0)[:3]
    return Identity.translate(x, y).rotate(radians(angle)).translate(-x, -y)


def path_data(element: ElementTree.Element, placed: Transform) -> str:
    builder = PathBuilder()
    bare = ElementTree.Element(element.tag, {**element.attrib})
    bare.attrib.pop("transform", None)
    if not builder.add_path_from_element(bare):
        raise UnsupportedSvg(element.tag)
    if element.tag == "path" and placed == Identity:
        return element.attrib["d"]
    pen = SVGPathPen(None, ntos=lambda number: f"{number:.3f}".rstrip("0").rstrip("."))
    parse_path(builder.paths[0], TransformPen(pen, placed))
    return pen.getCommands()


def flat_path(data: str, style: dict[str, str]) -> str:
    fill = normalize_hex(style["fill"])
    extras = "".join(f' {key}="{style[key]}"' for key in ("opacity", "fill-rule") if key in style)
    return f'<path fill="{fill}"{extras} d="{data}"/>'


def dominant_color(body: str) -> str:
    """The opaque fill with the largest visible area x (0.15 + OKLCH chroma)."""
    side = 72
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{body}</svg>'.encode()
    picture = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg))
    picture.setContainerSize(skia.Size(side, side))
    surface = skia.Surface(side, side)
    picture.render(surface.getCanvas())
    pixels = surface.toarray(colorType=skia.kRGBA_8888_ColorType).reshape(-1, 4)
    seen = Counter(f"#{r:02x}{g:02x}{b:02x}" for r, g, b, a in pixels.tolist() if a == 255)
    fills = [fill for fill in re.findall(r'fill="(#\w+)" (?!opacity)', body) if seen[fill]]
    return max(fills, key=lambda fill: seen[fill] * (0.15 + hex_to_oklch(fill).chroma))


def refresh_lexicon() -> None:
    """Write lexicon.json.xz: every word and phrase that names a subject -> icons, best first."""
    rules = tomllib.loads((ICONS / "aliases.toml").read_text())
    names = drawings("fluent-emoji-flat")
    own = drawings("own")
    with tempfile.TemporaryDirectory() as scratch:
        package = fetch_npm(KEYWORDS, Path(scratch))
        words = json.loads((package / "dist/emoji-en-US.json").read_text())
        shutil.copyfile(package / "LICENSE", ICONS / "LICENSE-emojilib.txt")
    with tempfile.TemporaryDirectory() as scratch:
        package = fetch_npm(ICON_SET, Path(scratch))
        icon_of = json.loads((package / "chars.json").read_text())
        categories = json.loads((package / "metadata.json").read_text())["categories"]
    people = {name for group in PEOPLE for name in categories[group]}
    people = {name for name in people - set(rules["things"]) if not is_heart(name)}
    signs = {name for name in names for sign in rules["hidden"] if fnmatch(name, sign)}
    keywords = {icon_of.get(code_points(emoji)): found for emoji, found in words.items()}
    skip = {*rules["skip"], *map(plural, rules["skip"])}
    lexicon = ranked_words([icon for icon in names if icon not in people | signs], keywords, skip)
    lexicon = with_plurals(lexicon | {name.replace("-", " "): [name] for name in own})
    lexicon |= with_plurals(rules["aliases"])
    lexicon |= said_of_figures(tomllib.loads((ICONS / "figures.toml").read_text())["said"])
    lexicon |= {phrase: [] for phrase in rules["figurative"]}
    write_packed(ICONS / "lexicon.json.xz", dict(sorted(lexicon.items())))
    for kind in ("generic", "equals", "places"):
        write_json(ICONS / f"{kind}.json", sorted({*rules[kind], *map(plural, rules[kind])}))


def said_of_figures(drawings: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """The entries of our own drawings of people: "nurse figure", "woman laptop figure"."""
    found: dict[str, list[str]] = {}
    for drawing, said in drawings.items():
        kinds = [kind for kind in said.get("who", "").split(", ") if kind]
        names = [name for name in said.get("is", "").split(", ") if name]
        deeds = [*said.get("does", "").split(), *(name for name in names if " " not in name)]
        kinds += [WIDER[kind] for kind in kinds if kind in WIDER]
        for words in (*names, *(f"{kind} {deed}" for kind in kinds for deed in deeds)):
            found.setdefault(f"{words} figure", []).append(drawing)
    return found


def is_heart(name: str) -> bool:
    return name.endswith(("heart", "hearts")) and "face" not in name


def code_points(emoji: str) -> str:
    return "-".join(f"{ord(char):x}" for char in emoji if char != "\ufe0f")


def ranked_words(
    icons: list[str], keywords: dict[str | None, list[str]], skip: set[str]
) -> dict[str, list[str]]:
    """Word -> icons by how they name it: whole name, noun of the name, keyword."""
    found: dict[str, dict[str, float]] = {}
    for icon in icons:
        for word, rank in word_ranks(icon, keywords.get(icon, [])):
            if word not in skip and len(word) > 2 and re.fullmatch(r"[a-z' ]+", word):
                ranks = found.setdefault(word, {})
                ranks[icon] = min(rank, ranks.get(icon, rank))
    return {word: best_icons(ranks) for word, ranks in found.items()}


def word_ranks(icon: str, keywords: list[str]) -> Iterator[tuple[str, float]]:
    name = icon.replace("-", " ")
    words = [word for word in name.split() if word not in ("face", "suit")]
    yield name, 0.0
    yield " ".join(words), 0.5
    yield singular(name), 0.6
    yield plural(name), 0.6
    yield words[-1] if words else "", 1.0
    for at, keyword in enumerate(keywords):
        if not re.search(r"(ed|ing|ly|ive|ful|[ai]ble|ous)$", keyword):
            yield keyword.replace("_", " "), 2 + (keyword not in words) + at / 100


def best_icons(ranks: dict[str, float], limit: int = 5) -> list[str]:
    """Best first; where one has the very name, keywords of others tell of other things."""
    if min(ranks.values()) == 0:
        ranks = {icon: rank for icon, rank in ranks.items() if rank < 2}
    return sorted(ranks, key=lambda icon: (ranks[icon], len(icon), icon))[:limit]


def singular(name: str) -> str:
    """One of them, where an icon shows several: grapes, cherries."""
    return re.sub("(?<![aious])s$", "", re.sub("ies$", "ys", re.sub("sses$", "ss", name)))


def with_plurals(lexicon: dict[str, list[str]]) -> dict[str, list[str]]:
    return {plural(word): icons for word, icons in lexicon.items()} | lexicon


def plural(word: str) -> str:
    if re.search(r"(s|x|ch|sh)$", word):
        return word if word.endswith("s") else f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def write_json(file: Path, value: object) -> None:
    file.write_text(compact_json(value))


def write_drawings(hand: str, icons: dict[str, str]) -> None:
    write_packed(ICONS / f"{hand}.json.xz", {"viewBox": 32, "icons": icons})


def write_packed(file: Path, value: object) -> None:
    told = compact_json(value).encode()
    file.write_bytes(lzma.compress(told, preset=9 | lzma.PRESET_EXTREME))


def drawings(hand: str) -> dict[str, str]:
    return json.loads(lzma.decompress((ICONS / f"{hand}.json.xz").read_bytes()))["icons"]


def compact_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


WIDER = {"woman": "person", "man": "person"}  # who is drawn will do for it
PEOPLE = ("People & Body", "Smileys & Emotion")
STYLE = ("fill", "opacity", "fill-rule", "stroke")


def refresh_words() -> None:
    """Write english.txt.xz: a paragraph of words per level, commonest first, then one of names."""
    with tempfile.TemporaryDirectory() as scratch:
        root = fetch_debian(WORD_LISTS, Path(scratch))
        lists = root / "usr/share/dict/scowl"
        paragraphs = list(word_levels(lists))
        paragraphs.append(names_of(lists) - set().union(*paragraphs))
        shutil.copy(root / "usr/share/doc/scowl/copyright", WORDS / "LICENSE-scowl.txt")
    text = "\n\n".join("\n".join(sorted(words)) for words in paragraphs)
    (WORDS / "english.txt.xz").write_bytes(lzma.compress(text.encode(), preset=9))


def word_levels(lists: Path) -> Iterator[set[str]]:
    """Words of each level that no commoner level has, American and British spellings alike."""
    seen: set[str] = set()
    for level in WORD_LEVELS:
        kinds = ("english", "american", "british", "british_z")
        words = set().union(*(scowl_words(lists / f"{k}-words.{level}") for k in kinds))
        yield {word for word in words if word.islower()} - seen
        seen |= words


def names_of(lists: Path) -> set[str]:
    """Names of people, places, days and months, in lower case."""
    kinds = [
        f"{k}-{n}" for k in ("english", "american", "british") for n in ("upper", "proper-names")
    ]
    paths = [lists / f"{kind}.{level}" for kind in kinds for level in NAME_LEVELS]
    return {word.lower() for path in paths for word in scowl_words(path) if len(word) > 2}


def scowl_words(path: Path) -> set[str]:
    words = path.read_text("utf-8").split() if path.is_file() else ()
    return {w for w in words if re.fullmatch(r"[^\W\d_]{2,}", w)}


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

PARTS: dict[str, Callable[[], None]] = {
    "fonts": refresh_fonts,
    "icons": refresh_icons,
    "lexicon": refresh_lexicon,
    "words": refresh_words,
}

if __name__ == "__main__":
    main()
