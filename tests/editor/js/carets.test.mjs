import assert from "node:assert/strict";
import test from "node:test";
import { caretAt, offsetAt, offsetBeside, rectsOf, retyped, toPoints, toUnits, wordAt } from "../../../assets/editor/carets.js";

const LINES = [
  { box: [10, 0, 30, 20], baseline: 15, start: 0, end: 3, carets: [10, 20, 30, 40] },
  { box: [10, 20, 20, 20], baseline: 35, start: 3, end: 5, carets: [10, 20, 30] },
];
const RTL = [{ box: [0, 0, 30, 20], baseline: 15, start: 0, end: 3, carets: [30, 20, 10, 0], rtl: true }];

test("an emoji is one place, though two units", () => {
  assert.equal(toPoints("a🎷b", 3), 2);
  assert.equal(toUnits("a🎷b", 2), 3);
});

test("a caret at a break stands on the new line", () =>
  assert.deepEqual(caretAt(LINES, 3), { x: 10, y: 20, height: 20 }));

test("a click finds the nearest place, on either side of a line", () => {
  assert.equal(offsetAt(LINES, [22, 5]), 1);
  assert.equal(offsetAt(LINES, [500, 500]), 5);
  assert.equal(offsetAt(RTL, [28, 5]), 0);
});

test("up and down keep to the column", () => {
  assert.equal(offsetBeside(LINES, 1, 1, 21), 4);
  assert.equal(offsetBeside(LINES, 4, -1, 21), 1);
  assert.equal(offsetBeside(LINES, 1, -1, 21), 0);
});

test("a selection has one box a line, whichever way it is read", () => {
  assert.deepEqual(rectsOf(LINES, 1, 5), [[20, 0, 20, 20], [10, 20, 20, 20]]);
  assert.deepEqual(rectsOf(RTL, 0, 2), [[10, 0, 20, 20]]);
});

test("a double click takes the word", () => assert.deepEqual(wordAt("Blue Note", 6), [5, 9]));

test("spans keep their words when others are typed", () => {
  const layer = { text: "Jazz Night", spans: [{ start: 5, end: 10, color: "#f00" }] };
  assert.deepEqual(retyped(layer, "Cool Jazz Night").spans[0].start, 10);
  assert.deepEqual(retyped(layer, "Jazz Nights").spans[0].end, 11);
  assert.deepEqual(retyped(layer, "Jazz").spans, []);
  assert.deepEqual(retyped(layer, "Jazz Nit").spans[0].end, 8);
});
