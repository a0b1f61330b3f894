import assert from "node:assert/strict";
import test from "node:test";
import { freeStrips } from "../../../assets/editor/boxplaces.js";

test("the next box stands in a free strip, the roomiest first", () => {
  assert.deepEqual(freeStrips([], [1000, 1000])[0], [80, 80, 840, 180]);
  const [, y, , h] = freeStrips([[0, 0, 1000, 300], [0, 700, 1000, 300]], [1000, 1000])[0];
  assert.ok(y >= 300 && y + h <= 700);
});

test("a sheet that is full has no strip", () => {
  assert.deepEqual(freeStrips([[0, 0, 1000, 1000]], [1000, 1000]), []);
});
