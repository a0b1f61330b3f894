import assert from "node:assert/strict";
import test from "node:test";
import { covering, pulled, zoomed } from "../../../assets/editor/crop.js";

test("a wide picture covers a square about its focus", () => {
  assert.deepEqual(covering([200, 100], [0.5, 0.5], [0, 0, 50, 50]), [-25, 0, 100, 50]);
  assert.deepEqual(covering([200, 100], [0, 0.5], [10, 10, 50, 50]), [10, 10, 100, 50]);
});

test("a picture is pulled as far as it covers its frame, and comes back at once", () => {
  const far = pulled([200, 100], [0.5, 0.5], [0, 0, 50, 50], [900, 900]);
  assert.deepEqual(far, [0.25, 0.5]);
  assert.deepEqual(pulled([200, 100], far, [0, 0, 50, 50], [-10, 0]), [0.35, 0.5]);
});

test("a zoomed picture keeps the point under the pointer, and never leaves its frame", () => {
  const [size, box, at] = [[200, 100], [0, 0, 50, 50], [10, 20]];
  const before = covering(size, [0.5, 0.5], box, 1);
  const focus = zoomed(size, [0.5, 0.5], box, 1, 2, at);
  const after = covering(size, focus, box, 2);
  const spot = ([x, y, w, h]) => [(at[0] - x) / w, (at[1] - y) / h];
  spot(after).forEach((share, i) => assert.ok(Math.abs(share - spot(before)[i]) < 0.001));
  assert.deepEqual(zoomed(size, [0.05, 0.1], box, 4, 1, [50, 0]), [0.25, 0.5]);
});
