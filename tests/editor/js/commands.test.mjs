import assert from "node:assert/strict";
import test from "node:test";
import {
  aligning, copying, distributing, dropping, framing, grouping, movesBetween, removing, reordered,
  reordering, setting, ungrouping,
} from "../../../assets/editor/commands.js";

const text = { kind: "text", text: "Jazz", style: { font: "Inter", size: 40 } };
function world() {
  const layers = new Map();
  const put = (id, box, more = {}) => {
    layers.set(id, { id, kind: "shape", role: "ornament", name: id, box, visible: true, locked: false, ...more });
  };
  put("a", [0, 0, 10, 10]);
  put("b", [20, 0, 10, 10]);
  put("c", [50, 30, 10, 10]);
  put("t", [10, 60, 40, 20], text);
  put("s", [0, 0, 4, 4], { locked: true });
  layers.set("g", { id: "g", kind: "group", role: "hero", name: "g", visible: true, locked: false, layers: [] });
  put("m", [70, 70, 10, 10]);
  put("n", [90, 70, 10, 10]);
  return { tree: ["a", "b", "c", "t", "s", ["g", ["m", "n"]]], layers, nodes: new Map(), design: { canvas: { width: 100, height: 100 } } };
}

/** Play moves on the plain tree, as the server does. */
function played(state, commands) {
  const lists = { canvas: ["a", "b", "c", "t", "s", "g"], g: ["m", "n"] };
  for (const { op, layer_id: id, layer, parent, index } of commands) {
    if (op === "add_layer") { lists[layer.id] ??= []; lists[parent ?? "canvas"].splice(index ?? 99, 0, layer.id); continue; }
    for (const list of Object.values(lists)) if (list.includes(id)) list.splice(list.indexOf(id), 1);
    if (op === "move_layer") lists[parent ?? "canvas"].splice(index ?? 99, 0, id);
  }
  return lists;
}

test("order changes among neighbours keep the others' order", () => {
  const list = ["a", "b", "c", "d"];
  assert.deepEqual(reordered(list, new Set(["a", "b"]), "forward"), ["c", "a", "b", "d"]);
  assert.deepEqual(reordered(list, new Set(["d"]), "forward"), list);
  assert.deepEqual(reordered(list, new Set(["b", "d"]), "back"), ["b", "d", "a", "c"]);
});

test("to bring one layer forward takes one command", () => {
  const { commands } = reordering(world(), ["a"], "front");
  assert.equal(commands.length, 1);
  assert.deepEqual(played(world(), commands).canvas.at(-1), "a");
});

test("moves turn any order into any other", () => {
  const before = ["a", "b", "c", "d", "e"];
  const after = ["c", "e", "a", "d", "b"];
  const list = [...before];
  for (const { layer_id: id, index } of movesBetween(before, after, ["c", "e", "b"], null)) {
    list.splice(list.indexOf(id), 1);
    list.splice(index, 0, id);
  }
  assert.deepEqual(list, after);
});

test("layers drop below another and into a group", () => {
  assert.deepEqual(played(world(), dropping(world(), ["t"], null, "b").commands).canvas.slice(0, 3), ["a", "t", "b"]);
  assert.deepEqual(played(world(), dropping(world(), ["a", "c"], "g", "n").commands).g, ["m", "a", "c", "n"]);
  assert.deepEqual(played(world(), dropping(world(), ["a", "n"], "g", "m").commands).g, ["a", "n", "m"]);
});

test("a group takes the place of its topmost member, and ungrouping gives it back", () => {
  const lists = played(world(), grouping(world(), ["a", "c"], "new").commands);
  assert.deepEqual(lists.canvas, ["b", "new", "t", "s", "g"]);
  assert.deepEqual(lists.new, ["a", "c"]);
  const step = ungrouping(world(), ["g"]);
  assert.deepEqual(played(world(), step.commands).canvas, ["a", "b", "c", "t", "s", "m", "n"]);
  assert.deepEqual(step.freed, ["m", "n"]);
});

test("copies have fresh ids at every depth and lie above", () => {
  let count = 0;
  const { commands, made } = copying(world(), ["g"], [5, 5], (kind) => `${kind}-${(count += 1)}`);
  const [{ layer, index }] = commands;
  assert.deepEqual([made, index, layer.layers.map((m) => m.id)], [["group-1"], 6, ["shape-2", "shape-3"]]);
  assert.deepEqual(layer.layers[0].box, [75, 75, 10, 10]);
});

test("one layer aligns to the canvas, several to their frame; what lies right is left alone", () => {
  assert.deepEqual(aligning(world(), ["a"], "center").commands[0].changes.box, [45, 0, 10, 10]);
  assert.deepEqual(aligning(world(), ["a", "c"], "left").commands.map((c) => c.layer_id), ["c"]);
});

test("groups align as a whole", () => {
  const { commands } = aligning(world(), ["g"], "left");
  assert.deepEqual(commands.map((c) => c.changes.box[0]), [0, 20]);
});

test("three layers spread evenly", () => {
  const { commands } = distributing(world(), ["a", "b", "c"], "x");
  assert.deepEqual(commands.map((c) => [c.layer_id, c.changes.box[0]]), [["b", 25]]);
});

test("locked layers are not deleted", () => assert.deepEqual(removing(world(), ["s"]).commands, []));

test("a typed width leaves type alone, a group's grows it", () => {
  assert.deepEqual(framing(world(), ["t"], { w: 80 }).commands[0].changes, { box: [10, 60, 80, 20] });
  assert.deepEqual(framing(world(), ["t"], { x: 0 }).commands[0].changes, { box: [0, 60, 40, 20] });
});

test("a step that sets a field is named after it", () => {
  assert.equal(setting(world(), ["a"], { visible: false }).label, "Hide a");
});
