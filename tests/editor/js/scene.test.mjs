import assert from "node:assert/strict";
import { test } from "node:test";
import { stepFor } from "../../../assets/editor/pictures.js";
import { rowOf } from "../../../assets/editor/boards.js";
import { carried } from "../../../assets/editor/scene.js";

const at = ([a, b, c, d, e, f], [x, y]) => [a * x + c * y + e, b * x + d * y + f];
const near = (one, two) => one.every((v, i) => Math.abs(v - two[i]) < 1e-3);

test("a layer that stays needs no transform", () => {
  const here = { box: [1, 2, 3, 4], rotation: 5, size: 6 };
  assert.equal(carried(here, { ...here, box: [1, 2, 3, 4] }), null);
});

test("a moved layer is moved and a resized one stretched", () => {
  const from = { box: [10, 10, 20, 10], rotation: 0 };
  assert.deepEqual(carried(from, { box: [15, 12, 20, 10], rotation: 0 }), [1, 0, 0, 1, 5, 2]);
  assert.deepEqual(at(carried(from, { box: [0, 0, 40, 10], rotation: 0 }), [30, 20]), [40, 10]);
});

test("a turned layer that moves keeps its angle", () => {
  const from = { box: [0, 0, 20, 10], rotation: 30 };
  const m = carried(from, { box: [7, 3, 20, 10], rotation: 30 });
  assert.ok(near(m, [1, 0, 0, 1, 7, 3]));
});

test("turning is about the centre of the box", () => {
  const m = carried({ box: [0, 0, 20, 10], rotation: 0 }, { box: [0, 0, 20, 10], rotation: 90 });
  assert.ok(near(at(m, [10, 5]), [10, 5]));
  assert.ok(near(at(m, [20, 5]), [10, 15]));
});

test("text scales with its size and not with its box", () => {
  const from = { box: [0, 0, 100, 20], rotation: 0, size: 10 };
  assert.deepEqual(carried(from, { box: [0, 0, 200, 20], rotation: 0, size: 10 }), [1, 0, 0, 1, 0, 0]);
  assert.deepEqual(carried(from, { box: [0, 0, 200, 40], rotation: 0, size: 20 }), [2, 0, 0, 2, 0, 0]);
});

test("pictures are fetched at few scales", () => {
  assert.equal(stepFor(0.3), 0.5);
  assert.equal(stepFor(0.3, 1), 1);
  assert.equal(stepFor(99), 4);
});

test("boards of a set stand in a row, as high as the one that is worked on", () => {
  const { boards, frame } = rowOf([[1000, 1000], [500, 2000], [200, 100]], 1);
  assert.deepEqual(boards[1], { at: [0, 0], factor: 1 });
  assert.deepEqual(boards.map(({ factor }) => factor), [2, 1, 20]);
  assert.deepEqual(boards[0].at, [-2180, 0]);
  assert.deepEqual(frame, [-2180, 0, 2000 + 180 + 500 + 180 + 4000, 2000]);
});

test("the row is the same whichever board is worked on", () => {
  const sizes = [[1000, 1000], [500, 2000], [200, 100]];
  const [one, two] = [rowOf(sizes, 0), rowOf(sizes, 2)];
  const ratio = two.boards[1].factor / one.boards[1].factor;
  const apart = (row) => row.boards[1].at[0] - row.boards[0].at[0];
  assert.ok(Math.abs(apart(two) - apart(one) * ratio) < 1e-6);
});
