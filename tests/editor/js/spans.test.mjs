import assert from "node:assert/strict";
import test from "node:test";
import { allOf, boldening, restyled, styleIn } from "../../../assets/editor/spans.js";

const LAYER = { text: "Jazz 🎷 Night", style: { weight: 400, color: "#111111", size: 40, leading: 1.2 }, spans: [] };
const set = (layer, range, more) => ({ ...layer, ...restyled(layer, range, more) });

test("a stretch alone is set otherwise, and the rest says so", () => {
  const made = set(LAYER, [0, 4], { weight: 700 });
  assert.deepEqual(made.spans, [{ start: 0, end: 4, weight: 700 }]);
  assert.equal(styleIn(made, [0, 4], "weight"), 700);
  assert.equal(styleIn(made, [4, 8], "weight"), 400);
  assert.equal(styleIn(made, allOf(made), "weight"), null);
});

test("stretches that overlap keep what each was given", () => {
  const made = set(set(LAYER, [0, 6], { weight: 700 }), [4, 12], { color: "#ff0000" });
  assert.deepEqual(made.spans, [
    { start: 0, end: 4, weight: 700 }, { start: 4, end: 6, color: "#ff0000", weight: 700 }, { start: 6, end: 12, color: "#ff0000" },
  ]);
});

test("set back to the style of all, no span is left; neighbours alike are one", () => {
  const twice = set(set(LAYER, [0, 4], { size: 60 }), [4, 6], { size: 60 });
  assert.deepEqual(twice.spans, [{ start: 0, end: 6, size: 60 }]);
  assert.deepEqual(set(twice, [0, 6], { size: 40 }).spans, []);
});

test("all words take a new style whole, whatever some had; other fields stay", () => {
  const made = set(set(set(LAYER, [0, 4], { size: 60 }), [0, 4], { color: "#ff0000" }), [0, 12], { size: 30 });
  assert.equal(made.style.size, 30);
  assert.deepEqual(made.spans, [{ start: 0, end: 4, color: "#ff0000" }]);
});

test("leading cannot be of a stretch, so it is of all", () =>
  assert.equal(set(LAYER, [0, 4], { leading: 1 }).style.leading, 1));

test("bold goes on for a mixed stretch and off for a bold one", () => {
  const made = set(LAYER, [0, 4], { weight: 700 });
  assert.deepEqual(boldening(made, [0, 8]), { weight: 700 });
  assert.deepEqual(boldening(made, [0, 4]), { weight: 400 });
  assert.deepEqual(boldening({ ...LAYER, style: { weight: 900 } }, [0, 4]), { weight: 400 });
});
