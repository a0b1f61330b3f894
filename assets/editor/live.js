/**
 * What is seen before it is committed: layers under a hand, and nudges that add up to one step.
 * Only transforms are written. What was let go stays where it is seen until the server answered.
 */
import { bounds, matrixBetween, union } from "./geometry.js";
import { isGroup, leavesOf, paintedOf } from "./tree.js";

const PAUSE = 350; // ms after the last nudge until the nudges become one step

/** @param {object} editor {store, scene, overlay, draw, step} */
export function createLive(editor) {
  const { store, scene, overlay } = editor;
  let written = new Set();
  let shown = null; // what a hand holds now
  let pending = null; // nudges that still add up
  const letGo = new Map(); // txn → ids whose transforms wait for its answer
  const wrapping = new Map(); // id → {wish} of a text whose lines are asked for

  /** @param {{live: Map, guides?: object[], badge?: string}} next */
  function show(next) {
    shown = next;
    write();
    const { live, guides = [], badge = null } = next;
    overlay.show({ live: withGroups(live), guides, badge, hover: null, handles: false });
    editor.draw.now();
  }

  function write() {
    const { state } = store;
    const next = new Set();
    for (const [id, from, to] of placements(shown.live)) {
      if (wrapping.has(id)) continue;
      scene.setTransform(id, matrixBetween(from, to));
      next.add(id);
    }
    for (const id of written) if (!next.has(id)) scene.clear(id);
    written = next;
  }

  /** What is painted as one picture moves as one: leaves, and groups that were flattened. */
  function placements(live) {
    const { state } = store;
    const inside = new Set();
    const moves = [];
    for (const { id, kind, src } of state.nodes.values()) {
      if (kind !== "group" || !src) continue;
      const leaves = leavesOf(state, id).filter((leaf) => live.has(leaf));
      if (!leaves.length) continue;
      leaves.forEach((leaf) => inside.add(leaf));
      const frame = (read) => ({ box: union(leaves.map((leaf) => bounds(read(leaf)))), rotation: 0 });
      moves.push([id, frame((leaf) => paintedOf(state, leaf)), frame((leaf) => live.get(leaf))]);
    }
    for (const [id, to] of live) if (!inside.has(id)) moves.push([id, paintedOf(state, id), to]);
    return moves;
  }

  function withGroups(live) {
    const { state } = store;
    const all = new Map(live);
    for (const id of state.selection) {
      if (all.has(id) || !isGroup(state, id)) continue;
      const frames = leavesOf(state, id).filter((leaf) => live.has(leaf)).map((leaf) => bounds(live.get(leaf)));
      if (frames.length) all.set(id, { box: union(frames), rotation: 0 });
    }
    return all;
  }

  /** Layers stand where the document has them. */
  function clear() {
    clearTimeout(pending?.timer);
    for (const id of written) scene.clear(id);
    for (const id of wrapping.keys()) store.endPreview(id);
    rest();
  }

  function rest() {
    written = new Set();
    wrapping.clear();
    shown = null;
    pending = null;
    overlay.show({ live: new Map(), guides: [], badge: null, handles: true });
    editor.draw();
  }

  /** One step; what is seen stays until the document has it. */
  function commit(step) {
    clearTimeout(pending?.timer);
    const ids = [...written];
    rest();
    const txn = editor.step(step);
    if (txn) letGo.set(txn, ids);
    else ids.forEach((id) => scene.clear(id));
  }

  /** The server answered, or others changed what a hand holds: the hand keeps it where it is. */
  function after({ kind, message }) {
    if (kind === "snapshot") for (const txn of letGo.keys()) settle(txn);
    if (message?.txn && (kind === "commit" || kind === "reject")) settle(message.txn);
    if (shown && kind !== "select") write();
  }

  function settle(txn) {
    for (const id of letGo.get(txn) ?? []) if (!written.has(id)) scene.clear(id);
    letGo.delete(txn);
  }

  /** Lines of a text break anew while its side is dragged, and corners keep their radius. */
  function rewrap({ kind, single, handle, ids }, live) {
    if (kind !== "resize" || !single) return;
    const layer = store.state.layers.get(ids[0]);
    const redrawn = layer?.kind === "text" ? handle.length === 1 : isRounded(layer);
    if (!redrawn) return;
    const first = !wrapping.has(ids[0]);
    wrapping.set(ids[0], { wish: live.get(ids[0]).box, busy: wrapping.get(ids[0])?.busy });
    if (first) scene.clear(ids[0]);
    ask(ids[0]);
  }

  function ask(id) {
    const state = wrapping.get(id);
    if (!state?.wish || state.busy) return;
    store.preview(id, { box: state.wish });
    wrapping.set(id, { wish: null, busy: true });
  }

  /** Nudges add up on the screen and become one step when they pause. */
  function nudge(by, make) {
    const total = pending ? [pending.by[0] + by[0], pending.by[1] + by[1]] : by;
    const ids = pending?.ids ?? [...store.state.selection];
    const { live, step } = make(ids, total);
    if (!live.size) return;
    clearTimeout(pending?.timer);
    show({ live });
    pending = { by: total, ids, step, timer: setTimeout(flush, PAUSE) };
  }

  /** Commit what pends, before anything else happens. */
  function flush() {
    if (pending) commit(pending.step);
  }

  store.subscribe((change) => {
    if (change.kind === "preview") {
      for (const id of change.ids) {
        if (!wrapping.has(id)) continue;
        wrapping.get(id).busy = false;
        ask(id);
      }
    }
    after(change);
  });

  return { show, clear, commit, rewrap, nudge, flush, get holding() { return shown !== null; } };
}

/** Would stretching its picture show? */
const isRounded = (layer) => layer?.kind === "shape" && Boolean(layer.stroke || layer.corner_radius);
