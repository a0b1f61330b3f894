"""Figures of people as SVG, composed from numbers: a pose, a build, hair, clothes and what is held.

Read from icons/figures.toml: a drawing is a row of layers, each a piece of SVG or the parameters
of one figure. Hands and feet are said as points; elbows and knees follow from the lengths of limbs.
"""

from dataclasses import dataclass
from math import cos, radians, sin

from limbs import Point, between, joints, taper, until

from generators.artist.icons import shade as shaded
from generators.artist.people import FIGURE_SKINS

Tables = dict[str, dict[str, dict[str, str]]]

_NECK = -8.0  # from the hip up to the base of the neck, in a figure 28 units tall
_ARM, _LEG = (4.7, 4.5), (6.2, 6.3)  # lengths of upper and lower part
_ARM_WIDTHS, _LEG_WIDTHS = (1.15, 0.95, 0.75), (1.6, 1.3, 0.95)  # radii at the joints
_WIDTHS = {"m": (3.1, 2.55, 2.4), "f": (2.65, 1.75, 2.45), "k": (2.6, 2.2, 2.3)}
_SKINS = tuple(FIGURE_SKINS)
_SIDE = (1.75, 1.5, 1.75)  # shoulders, waist and hips seen from the side
_HEADS = {"m": 1.0, "f": 1.0, "k": 1.4}
_SLEEVES = {"long": 0.93, "half": 0.62, "short": 0.3, "none": 0.0}
_LEGS = {"trousers": 1.0, "cropped": 0.78, "shorts": 0.42, "none": 0.0}  # how far they are covered
_LINE = 'fill="none" stroke-width=".36" stroke-linecap="round"'
_SHOE = "M-1.2 .9Q-1.3-.9 0-.9Q.9-.8 1.4-.2 2.7 0 2.7.9z"
_SHOE_IN_FRONT = "M-1.1.9Q-1.2-.9 0-.9T1.1.9z"


@dataclass(frozen=True)
class Figure:
    """One person; `hands` and `feet` are points of the sheet, the left or the far one first."""

    at: Point  # the hip
    hands: tuple[Point, Point]
    feet: tuple[Point, Point]
    size: float = 1.0
    build: str = "f"
    lean: float = 0.0  # degrees, to the right
    nod: float = 0.0  # of the head, beside the body's
    look: float = 0.0  # to the left or right; ±1 is a profile
    turn: float = 0.0  # of the body: ±1 is seen from the side
    back: bool = False  # whether the head is seen from behind
    skin: int = 0
    hair: str = "short #3a2a26"
    wears: tuple[str, ...] = ()  # hats, beards, glasses, each with its colour
    top: str = "#00a6ed"
    sleeves: str = "long"
    bottom: str = "#4a6fb5"
    legs: str = "trousers"
    hem: float = 0.0  # how far a skirt or dress reaches below the hip
    flare: float = 0.0  # half its width at the hem, more than at the hip
    skirt: str = ""  # its colour, the top's where none is said
    shoes: str = "#321b41"
    bends: tuple[int, int, int, int] = (1, 1, 1, 1)  # -1: elbow or knee the other way
    toes: tuple[float, float] = (0.0, 0.0)  # degrees that the feet are turned
    on: str = ""  # SVG on the torso, in its frame
    lap: str = ""  # SVG over the body and under the arms in front
    hidden: tuple[int, ...] = ()  # arms behind the body


def drawn_figures(kit: dict[str, dict]) -> dict[str, str]:
    """The SVG of each drawing."""
    return {name: _drawing(layers, kit) for name, layers in _layers(kit).items()}


def worn_tops(kit: dict[str, dict]) -> dict[str, str]:
    """The colour of the shirt, dress or coat of each drawing's first figure."""
    return {name: _first(layers).top for name, layers in sorted(_layers(kit).items())}


def _layers(kit: dict[str, dict]) -> dict[str, list[dict]]:
    """The layers of each; a twin is one of which a figure, the first or `which`, differs."""
    drawings = dict(kit["drawings"])
    for name, twin in kit["twins"].items():
        layers = [*drawings[twin["of"]]]
        figures = [at for at, layer in enumerate(layers) if "svg" not in layer]
        at = figures[twin.get("which", 0)]
        other = {key: value for key, value in twin.items() if key not in ("of", "which")}
        layers[at] = layers[at] | other
        drawings[name] = layers
    return drawings


def _drawing(layers: list[dict], kit: Tables) -> str:
    """Its layers, bottom first."""
    first = _first(layers)

    def colored(svg: str) -> str:
        return svg.replace('"skin"', f'"{_SKINS[first.skin]}"').replace('"top"', f'"{first.top}"')

    return "".join(
        colored(layer["svg"]) if "svg" in layer else _figure(_read(layer), kit) for layer in layers
    )


def _first(layers: list[dict]) -> Figure:
    return next(_read(layer) for layer in layers if "svg" not in layer)


def _read(layer: dict) -> Figure:
    tuples = {k: tuple(map(_frozen, v)) if isinstance(v, list) else v for k, v in layer.items()}
    return Figure(**tuples)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _figure(who: Figure, kit: Tables) -> str:
    hair, hair_color = who.hair.split()
    worn = [(kit["worn"][name], color) for name, color in (w.split() for w in who.wears)]
    head = [(kit["hair"][hair], hair_color), *worn]
    far = {0} if who.turn else set()
    behind = far.union(who.hidden)
    arms = [_arm(who, at, at in far) for at in (0, 1)]
    pieces = [
        _on_head(who, head, "behind"),
        *(arms[at] for at in sorted(behind)),
        *(_leg(who, at, at in far) for at in (0, 1)),
        _trunk(who),
        _head(who),
        _on_head(who, head, "back" if who.back else "front"),
        _on_head(who, head, "over"),
        _on_face(who, worn),
        who.lap,
        *(arms[at] for at in (0, 1) if at not in behind),
    ]
    return "".join(pieces)


def _trunk(who: Figure) -> str:
    """Neck, hips, torso and skirt, in the frame of the leaning body."""
    shoulder, waist, hip = _SIDE if abs(who.turn) == 1 else _WIDTHS[who.build]
    skin = _SKINS[who.skin]
    high = 0.85 * shoulder
    neck = _path(_shade(skin), f"M-.85 {_NECK - 1.6}h1.7v2.2q-.85.9-1.7 0z")
    pelvis = f"M{-hip}-.6h{2 * hip}V.3Q{hip} 1.7 0 1.7T{-hip}.3z"
    torso = (
        f"M{-shoulder} {_NECK + 1.7}Q{-shoulder} {_NECK} {-high + 1} {_NECK - 0.1}"
        f"L-.85 {_NECK - 0.35}Q0 {_NECK + 0.5} .85 {_NECK - 0.35}L{high - 1} {_NECK - 0.1}"
        f"Q{shoulder} {_NECK} {shoulder} {_NECK + 1.7}"
        f"Q{waist} {_NECK / 2 - 1} {waist} {_NECK / 2 + 0.6}Q{waist} -1.7 {hip + 0.1} .7"
        f"H{-hip - 0.1}Q{-waist} -1.7 {-waist} {_NECK / 2 + 0.6}"
        f"Q{-waist} {_NECK / 2 - 1} {-shoulder} {_NECK + 1.7}z"
    )
    skirt = ""
    if who.hem:
        wide = hip + who.flare
        skirt = _path(
            who.skirt or who.top,
            f"M{-waist} {_NECK / 2 + 0.4}H{waist}Q{hip + 0.2}-1.5 {wide} {who.hem}"
            f"Q0 {who.hem + 0.9} {-wide} {who.hem}Q{-hip - 0.2}-1.5 {-waist} {_NECK / 2 + 0.4}z",
        )
    covered = _path(skin if who.legs == "none" else who.bottom, pelvis)
    body = neck + covered + _path(who.top, torso) + skirt + who.on
    return _placed(who, body, who.at, who.lean)


def _head(who: Figure) -> str:
    skin = _SKINS[who.skin]
    if who.back:
        return _placed_head(who, f'<ellipse rx="2.3" ry="2.55" fill="{skin}"/>')
    side, x = (1 if who.look > 0 else -1), 0.95 * who.look
    if abs(who.look) < 0.3:
        ears = "".join(_dot(sign * 2.25, 0.3, 0.55, skin) for sign in (-1, 1))
        ear = ""
    else:
        ears, ear = "", _dot((1.1 * abs(who.look) - 2) * side, 0.4, 0.55, _shade(skin))
    nose = _dot(2.2 * side, 0.5, 0.5, skin) if abs(who.look) == 1 else ""
    eyes = "".join(_dot(x + aside, 0.25, 0.3, "#321b41") for aside in (-0.85, 0.85))
    mouth = f'<path {_LINE} stroke="#7a3b3b" d="M{x - 0.7:.2f} 1.15q.7.75 1.4 0"/>'
    face = f'<ellipse rx="2.3" ry="2.55" fill="{skin}"/>'
    return _placed_head(who, f"{ears}{face}{nose}{ear}{eyes}{mouth}")


def _on_head(who: Figure, things: list[tuple[dict[str, str], str]], layer: str) -> str:
    """What hair and hats show in a layer, mirrored with the look."""
    flip = ' transform="scale(-1 1)"' if who.look < 0 else ""
    said = "".join(
        thing.get(layer, "").replace('"c"', f'"{color}"').replace('"d"', f'"{_shade(color)}"')
        for thing, color in things
    )
    return _placed_head(who, f"<g{flip}>{said}</g>") if said else ""


def _on_face(who: Figure, worn: list[tuple[dict[str, str], str]]) -> str:
    """What stands before the eyes and is never mirrored."""
    said = "".join(thing.get("face", "").replace('"c"', f'"{color}"') for thing, color in worn)
    place = f'<g transform="translate({0.95 * who.look:.2f} 0)">{said}</g>'
    return _placed_head(who, place) if said and not who.back else ""


def _placed_head(who: Figure, body: str) -> str:
    scale = who.size * _HEADS[who.build]
    x, y = _of_body(who, (0.5 * who.look if abs(who.turn) == 1 else 0.0, _NECK - 0.3))
    angle = who.lean + who.nod
    up = 3.1 * scale
    spot = (x + up * sin(radians(angle)), y - up * cos(radians(angle)))
    return f'<g transform="{_move(spot, angle, scale)}">{body}</g>'


def _arm(who: Figure, at: int, far: bool) -> str:
    shoulder = (_SIDE if abs(who.turn) == 1 else _WIDTHS[who.build])[0] - 0.95
    side = (-1, 1)[at]
    start = _of_body(
        who, (shoulder * side if not who.turn else -0.4 * who.turn * side, _NECK + 1.1)
    )
    out = -who.turn or side
    chain = joints(start, who.hands[at], _scaled(who, _ARM), who.bends[at] * out)
    skin, cloth = _SKINS[who.skin], who.top
    if far:
        skin, cloth = _shade(skin), _shade(cloth)
    widths = _scaled(who, _ARM_WIDTHS)
    x, y = between(chain[1], chain[2], 1.08)
    hand = _dot(x, y, 0.98 * who.size, skin)
    return hand + _limb(chain, widths, skin, cloth, _SLEEVES[who.sleeves])


def _leg(who: Figure, at: int, far: bool) -> str:
    side = (-1, 1)[at]
    start = _of_body(who, (0.85 * side if not who.turn else -0.2 * who.turn * side, 0.2))
    chain = joints(start, who.feet[at], _scaled(who, _LEG), who.bends[2 + at] * (who.turn or side))
    skin, cloth = _SKINS[who.skin], who.bottom
    shoes = skin if who.shoes == "bare" else who.shoes
    if far:
        skin, cloth, shoes = _shade(skin), _shade(cloth), _shade(shoes)
    data = _SHOE if who.turn else _SHOE_IN_FRONT
    x, y = chain[2]
    mirror = " scale(-1 1)" if who.turn < 0 else ""
    foot = (
        f'<path transform="{_move((x, y + 0.35 * who.size), who.toes[at], who.size)}{mirror}" '
        f'fill="{shoes}" d="{data}"/>'
    )
    return foot + _limb(chain, _scaled(who, _LEG_WIDTHS), skin, cloth, _LEGS[who.legs])


def _limb(
    chain: tuple[Point, Point, Point],
    widths: tuple[float, ...],
    skin: str,
    cloth: str,
    reach: float,
) -> str:
    """A limb whose first part, up to `reach` of its length, is clothed."""
    bare = _path(skin, taper(chain, widths)) if reach < 1 else ""
    if not reach:
        return bare
    wide = tuple(width + (0.12 if reach < 1 else 0) for width in widths)
    return bare + _path(cloth, taper(*until(chain, wide, reach)))


def _of_body(who: Figure, spot: Point) -> Point:
    """A point of the body's frame on the sheet."""
    angle, (x, y) = radians(who.lean), spot
    return (
        who.at[0] + who.size * (x * cos(angle) - y * sin(angle)),
        who.at[1] + who.size * (x * sin(angle) + y * cos(angle)),
    )


def _placed(who: Figure, body: str, spot: Point, angle: float) -> str:
    return f'<g transform="{_move(spot, angle, who.size)}">{body}</g>'


def _move(spot: Point, angle: float, scale: float) -> str:
    turn = f" rotate({angle:g})" if angle else ""
    return f"translate({spot[0]:.2f} {spot[1]:.2f}){turn} scale({scale:g})"


def _scaled(who: Figure, lengths: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(who.size * length for length in lengths)


def _dot(x: float, y: float, radius: float, fill: str) -> str:
    return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{fill}"/>'


def _path(fill: str, data: str) -> str:
    return f'<path fill="{fill}" d="{data}"/>'


def _shade(color: str) -> str:
    return FIGURE_SKINS.get(color) or shaded(color)
