import assert from "node:assert/strict";
import test from "node:test";
import {
  aligned, angleTo, around, bounds, carried, contains, corners, cursorFor, distributed,
  handlePoint, matrixBetween, normalAngle, resize, steppedAngle, touches, turn, turned, union,
} from "../../../assets/editor/geometry.js";

const near = (a, b) => a.forEach((v, i) => assert.ok(Math.abs(v - b[i]) < 1e-6, `${a} is not ${b}`));
const through = ([a, b, c, d, e, f], [x, y]) => [a * x + c * y + e, b * x + d * y + f];
const BOX = [100, 100, 200, 50];

test("a quarter turn is clockwise", () => near(turn([1, 0], [0, 0], 90), [0, 1]));

test("a turned box has upright bounds", () =>
  near(bounds({ box: BOX, rotation: 90 }), [175, 25, 50, 200]));

test("a union holds all boxes and is null for none", () => {
  near(union([[0, 0, 10, 10], [20, -5, 5, 5]]), [0, -5, 25, 15]);
  assert.equal(union([]), null);
});

test("a hit respects rotation", () => {
  assert.ok(contains({ box: BOX, rotation: 0 }, [110, 110]));
  assert.ok(!contains({ box: BOX, rotation: 90 }, [110, 110]));
  assert.ok(contains({ box: BOX, rotation: 90 }, [200, 30]));
});

test("a marquee in the empty corner of a turned box does not touch it", () => {
  const placed = { box: [0, 0, 100, 100], rotation: 45 };
  assert.ok(touches(placed, [40, 40, 5, 5]));
  assert.ok(!touches(placed, [-20, -20, 15, 15]));
});

test("the handle opposite of the dragged one stays, at any rotation", () => {
  const pairs = [["se", "nw"], ["n", "s"], ["w", "e"], ["ne", "sw"]];
  for (const rotation of [0, 30, -75, 180]) {
    for (const [name, opposite] of pairs) {
      const before = { box: BOX, rotation };
      const after = { box: resize(before, name, [13, 7]), rotation };
      near(handlePoint(after, opposite), handlePoint(before, opposite));
    }
  }
});

test("the dragged corner follows the pointer", () => {
  const before = { box: BOX, rotation: 30 };
  const after = { box: resize(before, "se", [13, 7]), rotation: 30 };
  const [x, y] = handlePoint(before, "se");
  near(handlePoint(after, "se"), [x + 13, y + 7]);
});

test("with the ratio kept, both sides grow alike", () => {
  const [, , w, h] = resize({ box: BOX, rotation: 0 }, "se", [100, 0], { ratio: true });
  near([w, h], [300, 75]);
});

test("from the centre, the centre stays", () => {
  near(resize({ box: BOX, rotation: 0 }, "e", [10, 99], { centered: true }), [90, 100, 220, 50]);
});

test("a box never turns inside out", () => {
  const [, , w, h] = resize({ box: BOX, rotation: 0 }, "se", [-900, -900], { ratio: true });
  assert.ok(w >= 1 && h >= 1);
});

test("members are carried into the new frame and turned with it", () => {
  near(carried([10, 10, 20, 20], [0, 0, 100, 100], [0, 0, 200, 50]), [20, 5, 40, 10]);
  const member = turned({ box: [0, 0, 10, 10], rotation: 170 }, [50, 5], 90);
  near(member.box, [45, -45, 10, 10]);
  assert.equal(member.rotation, -100);
});

test("a matrix carries the corners from before to after", () => {
  const before = { box: BOX, rotation: 20 };
  const after = { box: [10, 40, 100, 75], rotation: -50 };
  const matrix = matrixBetween(before, after);
  corners(before).forEach((corner, i) => near(through(matrix, corner), corners(after)[i]));
});

test("angles are told from the top and stepped", () => {
  assert.equal(angleTo([0, 0], [0, -5]), 0);
  assert.equal(angleTo([0, 0], [5, 0]), 90);
  assert.equal(steppedAngle(52, 15), 45);
  assert.equal(steppedAngle(52, 15, { always: false, near: 2 }), 52);
  assert.equal(normalAngle(-190), 170);
});

test("cursors turn with the box", () => {
  assert.equal(cursorFor("e"), "ew-resize");
  assert.equal(cursorFor("e", 90), "ns-resize");
  assert.equal(cursorFor("nw", 45), "ns-resize");
});

test("boxes align to a frame and spread with equal gaps", () => {
  const boxes = [[0, 0, 10, 10], [12, 5, 20, 10], [90, 9, 10, 30]];
  assert.deepEqual(aligned(boxes, [0, 0, 100, 100], "right").map((p) => p[0]), [90, 80, 90]);
  assert.deepEqual(distributed(boxes, "x").map((p) => p[0]), [0, 40, 90]);
});

test("points have a box around them", () => near(around([[3, 4], [1, 9]]), [1, 4, 2, 5]));
