import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore, walk } from "../../../assets/editor/store.js";

const node = (id, more = {}) => ({
  id, kind: "shape", key: "k", box: [0, 0, 10, 10], rotation: 0, opacity: 1, blend: "normal",
  visible: true, locked: false, ...more,
});
const shape = (id, more = {}) => ({ kind: "shape", id, box: [0, 0, 10, 10], ...more });

function opened() {
  const said = [];
  const store = createStore({ send: (message) => said.push(message) });
  const layers = [shape("a"), { kind: "group", id: "g", layers: [shape("b")] }];
  store.receive({
    t: "snapshot", rev: 4, design: { canvas: { width: 100, height: 80 }, layers },
    nodes: { a: node("a"), b: node("b"), g: node("g", { kind: "group", box: null }) },
    defaults: { shape: { opacity: 1, fill: null }, group: { opacity: 1 } },
  });
  return { store, said };
}

const commit = (store, rev, more = {}) =>
  store.receive({ t: "commit", rev, layers: {}, nodes: {}, removed: [], tree: null, design: {}, ...more });

test("a snapshot becomes flat layers, whole, and a tree", () => {
  const { state } = opened().store;
  assert.deepEqual([...walk(state.tree)], ["a", "g", "b"]);
  assert.equal(state.layers.get("b").opacity, 1);
  assert.equal(state.layers.get("g").layers, undefined);
});

test("what a hand does is seen at once and stays when the server agrees", () => {
  const { store, said } = opened();
  const txn = store.commit("Move", [], { a: { box: [5, 5, 10, 10] } });
  assert.deepEqual(store.node("a").box, [5, 5, 10, 10]);
  assert.deepEqual(store.node("a").drawn.box, [0, 0, 10, 10]);
  assert.equal(said[0].base, 4);
  const moved = { a: shape("a", { box: [5, 5, 10, 10] }) };
  commit(store, 5, { txn, layers: moved, nodes: { a: node("a", { box: [5, 5, 10, 10] }) } });
  assert.deepEqual(store.node("a").drawn.box, [5, 5, 10, 10]);
});

test("a preview in another size of type is seen as it was drawn", () => {
  const { store } = opened();
  const layer = (size) => ({ kind: "text", id: "a", box: [0, 0, 10, 10], style: { size } });
  commit(store, 5, { layers: { a: layer(20) }, nodes: { a: node("a", { kind: "text" }) } });
  store.receive({ t: "preview", id: "a", node: node("a", { kind: "text" }), layer: layer(12) });
  assert.deepEqual([store.node("a").size, store.node("a").drawn.size], [12, 12]);
  store.commit("Size", [], { a: { style: { size: 30 } } });
  assert.deepEqual([store.node("a").size, store.node("a").drawn.size], [30, 12]);
});

test("what the server refuses is taken back", () => {
  const { store } = opened();
  const txn = store.commit("Fade", [], { a: { opacity: 0.2 } });
  assert.equal(store.node("a").opacity, 0.2);
  store.receive({ t: "reject", txn, error: "it is locked", rev: 4 });
  assert.equal(store.node("a").opacity, 1);
  assert.equal(store.layer("a").opacity, 1);
});

test("two steps under way are laid over each other and over what others did", () => {
  const { store } = opened();
  const first = store.commit("Fade", [], { a: { opacity: 0.2 } });
  store.commit("Hide", [], { a: { visible: false } });
  commit(store, 5, { txn: "other", layers: { a: shape("a", { name: "Sun" }) } });
  assert.equal(store.layer("a").name, "Sun");
  store.receive({ t: "reject", txn: first, error: "no", rev: 5 });
  assert.deepEqual([store.layer("a").opacity, store.layer("a").visible], [1, false]);
});

test("a gap in the revisions asks for everything anew", () => {
  const { store, said } = opened();
  commit(store, 7);
  assert.deepEqual(said, [{ t: "resync" }]);
  assert.equal(store.state.rev, 4);
});

test("a commit that was seen before changes nothing", () => {
  const { store } = opened();
  commit(store, 4, { removed: ["a"] });
  assert.ok(store.layer("a"));
});

test("what is gone is no longer selected", () => {
  const { store } = opened();
  store.select(["a", "b"]);
  commit(store, 5, { removed: ["a"], tree: [["g", ["b"]]] });
  assert.deepEqual([...store.state.selection], ["b"]);
  assert.equal(store.node("a"), undefined);
});

test("a preview is painted until it ends", () => {
  const { store } = opened();
  store.receive({ t: "preview", id: "a", node: node("a", { key: "new" }), layer: shape("a") });
  assert.equal(store.node("a").key, "new");
  store.endPreview("a");
  assert.equal(store.node("a").key, "k");
});

test("listeners are told what changed", () => {
  const { store } = opened();
  const heard = [];
  const stop = store.subscribe(({ kind, ids }) => heard.push([kind, [...ids]]));
  store.commit("Fade", [], { a: { opacity: 0.5 } });
  store.receive({ t: "job", txn: "t", stage: "plan" });
  stop();
  store.connection(false);
  assert.deepEqual(heard, [["optimistic", ["a"]], ["job", []]]);
});
