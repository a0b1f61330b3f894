"""SVG path data and the geometry of shapes."""

import pytest

from design_io.assets import AssetStore
from design_io.document import ShapeLayer
from design_io.errors import DesignError
from design_io.extrusion import extruded, is_clockwise
from design_io.geometry import Box
from design_io.paths import parse_path, scaled_path, shape_path
from design_io.skia_library import skia


def ends(data: str) -> list[tuple[float, float]]:
    """Where every segment ends."""
    points = [points[-1] for verb, points in parse_path(data) if points]
    return [(round(p.x(), 3), round(p.y(), 3)) for p in points]


def clockwise(data: str) -> skia.Path:
    path = parse_path(data)
    return path if is_clockwise(path) else skia.Path().reverseAddPath(path)


def bounds(path: skia.Path) -> tuple[float, ...]:
    rect = path.computeTightBounds()
    values = (rect.left(), rect.top(), rect.right(), rect.bottom())
    return tuple(round(v, 3) for v in values)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M1 2L3 4", [(1, 2), (3, 4)]),
        ("M1 2 3 4 5 6", [(1, 2), (3, 4), (5, 6)]),
        ("m1 2 3 4", [(1, 2), (4, 6)]),
        ("M1 2h5v-1H0V0", [(1, 2), (6, 2), (6, 1), (0, 1), (0, 0)]),
        ("M0,0c1,1 2,2 3,3s2,2 3,3", [(0, 0), (3, 3), (6, 6)]),
        ("M0 0q1 2 3 0t3 0", [(0, 0), (3, 0), (6, 0)]),
        ("M.5.5L-1-1", [(0.5, 0.5), (-1, -1)]),
        ("M1e1 2E-1h0", [(10, 0.2), (10, 0.2)]),
        ("\n M 05 1\t,2,3 ", [(5, 1), (2, 3)]),
        ("", []),
    ],
)
def test_segments_end_where_the_data_says(data, expected):
    assert ends(data) == expected


def test_a_new_contour_begins_where_the_last_one_closed():
    assert bounds(parse_path("m10 10h5v5zm1 1h1v1z")) == (10, 10, 15, 15)
    assert ends("M10 10h5v5zl-3 -3")[-1] == (7, 7)


def test_smooth_curves_mirror_the_last_control_point():
    smooth = parse_path("M0 0C0 5 5 5 5 0S10-5 10 0")
    assert bounds(smooth) == bounds(parse_path("M0 0C0 5 5 5 5 0C5-5 10-5 10 0"))


def test_a_smooth_curve_after_another_kind_starts_straight():
    assert bounds(parse_path("M0 0L5 0S10 5 10 0")) == bounds(parse_path("M0 0L5 0C5 0 10 5 10 0"))


@pytest.mark.parametrize(
    ("arc", "expected"),
    [
        ("M0 5a5 5 0 0 1 10 0", (0, 0, 10, 5)),
        ("M0 5a5 5 0 0 0 10 0", (0, 5, 10, 10)),
        ("M0 5a5 5 0 0110 0", (0, 0, 10, 5)),
        ("M0 5A1 1 0 0 1 10 5", (0, 0, 10, 5)),  # too small a radius grows
        ("M0 0A0 5 0 0 1 10 0", (0, 0, 10, 0)),  # no radius: a line
    ],
)
def test_arcs_follow_the_svg_rules(arc, expected):
    assert bounds(parse_path(arc)) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    "nonsense",
    ["hello", "L1 1", "M1", "M0 0 X", "M0 0L1 2 3", "M0 0Z1", "M0 0A1 1 0 2 0 1 1", "M1e39 0", "7"],
)
def test_what_is_not_path_data_is_refused_by_name(nonsense):
    with pytest.raises(DesignError, match="path data"):
        parse_path(nonsense)


def test_a_view_box_is_stretched_over_the_box():
    placed = scaled_path(parse_path("M0 0h24v24h-24z"), (24, 24), Box(10, 20, 48, 12))
    assert bounds(placed) == (10, 20, 58, 32)


def test_a_drawing_without_height_is_a_line():
    layer = ShapeLayer(id="a", role="ornament", shape="path", path="M0 0H1", box=Box(5, 5, 9, 0))
    assert bounds(shape_path(layer, AssetStore())) == (5, 5, 14, 5)


def test_long_drawings_come_from_the_asset_store():
    assets = AssetStore()
    asset = assets.put(b"M0 0h2v2h-2z")
    layer = ShapeLayer(
        id="a", role="ornament", shape="path", path_asset=asset, view_box=(2, 2),
        box=Box(1, 1, 4, 4),
    )  # fmt: skip
    assert bounds(shape_path(layer, assets)) == (1, 1, 5, 5)


def test_radii_too_large_for_the_box_shrink_together():
    layer = ShapeLayer(id="a", role="badge", box=Box(0, 0, 20, 10), corner_radius=400)
    assert not shape_path(layer, AssetStore()).contains(1, 1)
    assert shape_path(layer, AssetStore()).contains(10, 5)


@pytest.mark.parametrize("drag", [(6, 4), (-6, 4), (6, -4), (-6, -4), (6, 0), (0, -4)])
def test_an_extrusion_covers_every_step_of_the_drag(drag):
    ring = clockwise("M0 0H10V10H0zM3 3V7H7V3z")
    swept = extruded(ring, *drag)
    for x, y in [(x + 0.5, y + 0.5) for x in range(-8, 18) for y in range(-8, 18)]:
        steps = [(x - drag[0] * t / 64, y - drag[1] * t / 64) for t in range(65)]
        assert swept.contains(x, y) == any(ring.contains(*step) for step in steps)


def test_outer_contours_are_turned_clockwise_and_holes_stay_holes():
    for data in ("M0 0H10V10H0zM3 3V7H7V3z", "M0 0V10H10V0zM3 3H7V7H3z"):
        ring = clockwise(data)
        assert ring.contains(1, 1)
        assert not ring.contains(5, 5)
        assert not extruded(ring, 0, 0).contains(5, 5)


def test_a_view_box_of_next_to_nothing_shows_nothing():
    assert scaled_path(parse_path("M0 0H9V9Z"), (1e-300, 100), Box(0, 0, 50, 50)).isEmpty()
