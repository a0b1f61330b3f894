import assert from "node:assert/strict";
import test from "node:test";
import { frameOf, isLocked, leavesOf, outermost, parentOf, placedOf, within } from "../../../assets/editor/tree.js";

const layer = (id, kind = "shape", more = {}) => [id, { id, kind, visible: true, locked: false, ...more }];
const node = (id, box, rotation = 0) => [id, { id, box, rotation }];
const state = {
  tree: ["ground", ["art", ["sun", ["hills", ["near"]]]], "title"],
  layers: new Map([layer("ground"), layer("art", "group", { locked: true }), layer("sun"),
    layer("hills", "group"), layer("near"), layer("title", "text")]),
  nodes: new Map([node("ground", [0, 0, 100, 100]), node("sun", [10, 10, 10, 10]),
    node("near", [0, 50, 100, 20], 90), node("title", [5, 5, 50, 10], 30)]),
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
