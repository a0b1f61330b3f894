import assert from "node:assert/strict";
import test from "node:test";
import { snapEdges, snapMove, targets } from "../../../assets/editor/snap.js";

const CANVAS = [1000, 1000];

test("a box near the middle of the canvas rests on it", () => {
  const { dx, dy, guides } = snapMove([447, 300, 100, 80], targets([], CANVAS), 6);
  assert.deepEqual([dx, dy], [3, 0]);
  assert.deepEqual(guides, [{ kind: "line", axis: "x", at: 500, from: 0, to: 1000 }]);
});

test("an edge rests on another's edge, and the guide spans both", () => {
  const against = targets([[100, 700, 50, 50]], CANVAS);
  const { dx, guides } = snapMove([104, 200, 77, 30], against, 6);
  assert.equal(dx, -4);
  assert.deepEqual(guides[0], { kind: "line", axis: "x", at: 100, from: 200, to: 750 });
});

test("nothing near, nothing moves", () => {
  const { dx, dy, guides } = snapMove([300, 300, 77, 30], targets([], CANVAS), 6);
  assert.deepEqual([dx, dy, guides.length], [0, 0, 0]);
});

test("between two neighbours, equal gaps are found and shown", () => {
  const against = targets([[100, 100, 100, 50], [430, 100, 100, 50]], CANVAS);
  const { dx, guides } = snapMove([262, 110, 100, 27], against, 6);
  assert.equal(dx, 3);
  assert.deepEqual(guides.filter((g) => g.kind === "gap").map((g) => g.to - g.from), [65, 65]);
});

test("after a pair, the gap of the pair is repeated", () => {
  const against = targets([[0, 100, 100, 50], [140, 100, 100, 50]], CANVAS);
  const { dx, guides } = snapMove([283, 113, 90, 21], against, 6);
  assert.equal(dx, -3);
  assert.equal(guides.filter((g) => g.kind === "gap").length, 2);
});

test("a growing box snaps only the edges that move", () => {
  const against = targets([[400, 0, 50, 50]], CANVAS);
  const { dx, dy } = snapEdges([100, 300, 297, 52], { x: 1, y: null }, against, 6);
  assert.deepEqual([dx, dy], [3, 0]);
});

test("three hundred layers are snapped in a few milliseconds", () => {
  const boxes = Array.from({ length: 300 }, (_, i) => [(i * 37) % 900, (i * 53) % 900, 60, 40]);
  const against = targets(boxes, CANVAS);
  const start = performance.now();
  for (let i = 0; i < 100; i += 1) snapMove([i * 3, i * 5, 80, 80], against, 6);
  assert.ok((performance.now() - start) / 100 < 10);
});
