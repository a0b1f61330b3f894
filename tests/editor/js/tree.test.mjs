import assert from "node:assert/strict";
import test from "node:test";
import { frameOf, isLocked, leavesOf, outermost, parentOf, placedOf, within } from "../../../assets/editor/tree.js";

const layer = (id, kind = "shape", more = {}) => [id, { id, kind, visible: true, locked: false, ...more }];
const state = {
  tree: ["ground", ["art", ["sun", ["hills", ["near"]]]], "title"],
  layers: new Map([layer("ground", "shape", { box: [0, 0, 100, 100] }), layer("art", "group", { locked: true }),
    layer("sun", "shape", { box: [10, 10, 10, 10] }), layer("hills", "group"),
    layer("near", "shape", { box: [0, 50, 100, 20], rotation: 90 }), layer("title", "text", { box: [5, 5, 50, 10], rotation: 30 })]),
  nodes: new Map(),
};

test("leaves and holders are found at any depth", () => {
  assert.deepEqual(leavesOf(state, "art"), ["sun", "near"]);
  assert.equal(parentOf(state, "near"), "hills");
  assert.equal(parentOf(state, "ground"), null);
});

test("a click means the outermost group, or what lies in the group that was entered", () => {
  assert.equal(within(state, "near"), "art");
  assert.equal(within(state, "near", "art"), "hills");
  assert.equal(within(state, "title", "art"), null);
});

test("a group's frame is the upright box around its leaves", () => {
  assert.deepEqual(placedOf(state, "art"), { box: [10, 10, 50, 100], rotation: 0 });
  assert.deepEqual(frameOf(state, []), null);
});

test("what a locked group holds is locked", () => assert.ok(isLocked(state, "near")));

test("a member is left out when its group is chosen too", () =>
  assert.deepEqual(outermost(state, ["title", "near", "art"]), ["art", "title"]));
