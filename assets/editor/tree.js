/**
 * Questions about the paint order: who holds whom, what lies above, what a layer's frame is. Pure.
 *
 * A tree is the wire's: ids bottom first, a group as [id, [members]].
 */
import { bounds, union } from "./geometry.js";

const known = new WeakMap();

/** @returns {{parent: Map<string, string|null>, members: Map<string|null, string[]>, order: string[]}} */
export function indexOf(tree) {
  if (!known.has(tree)) known.set(tree, indexed(tree));
  return known.get(tree);
}

/** The leaves of a layer, bottom first: itself unless it is a group. */
export function leavesOf(state, id) {
  const members = indexOf(state.tree).members.get(id);
  return members ? members.flatMap((member) => leavesOf(state, member)) : [id];
}

export const parentOf = (state, id) => indexOf(state.tree).parent.get(id) ?? null;

/** The members of a group (null: of the canvas), bottom first. */
export const membersOf = (state, id = null) => indexOf(state.tree).members.get(id) ?? [];

export const isGroup = (state, id) => state.layers.get(id)?.kind === "group";

/** The layer itself or the group around it that lies directly in `scope`; null if outside. */
export function within(state, id, scope = null) {
  for (let at = id; at != null; at = parentOf(state, at)) {
    if (parentOf(state, at) === scope) return at;
  }
  return null;
}

/** Is it or a group around it locked (hidden)? */
export const isLocked = (state, id) => upward(state, id, (layer) => layer.locked);
export const isHidden = (state, id) => upward(state, id, (layer) => layer.visible === false);

/** Box and rotation of a layer; of a group the upright box around its leaves. */
export function placedOf(state, id) {
  const layer = state.layers.get(id);
  if (layer?.box) return { box: layer.box, rotation: layer.rotation ?? 0 };
  return { box: frameOf(state, [id]) ?? [0, 0, 0, 0], rotation: 0 };
}

/** Where a layer was painted, which lags behind where it is until the server answered. */
export function paintedOf(state, id) {
  const node = state.nodes.get(id);
  return node?.box ? { box: node.box, rotation: node.rotation ?? 0 } : placedOf(state, id);
}

/** The upright box around layers; null for none. */
export function frameOf(state, ids) {
  const leaves = ids.flatMap((id) => leavesOf(state, id)).filter((id) => state.layers.get(id)?.box);
  return union(leaves.map((id) => bounds(placedOf(state, id))));
}

/** Those of `ids` that lie in no other of them, in paint order. */
export function outermost(state, ids) {
  const chosen = new Set(ids);
  const { order, parent } = indexOf(state.tree);
  return order.filter((id) => {
    if (!chosen.has(id)) return false;
    for (let at = parent.get(id); at != null; at = parent.get(at)) if (chosen.has(at)) return false;
    return true;
  });
}

function upward(state, id, test) {
  for (let at = id; at != null; at = parentOf(state, at)) {
    const layer = state.layers.get(at);
    if (layer && test(layer)) return true;
  }
  return false;
}

function indexed(tree) {
  const index = { parent: new Map(), members: new Map(), order: [] };
  const visit = (items, holder) => {
    const ids = items.map((item) => (Array.isArray(item) ? item[0] : item));
    index.members.set(holder, ids);
    for (const item of items) {
      const id = Array.isArray(item) ? item[0] : item;
      index.parent.set(id, holder);
      index.order.push(id);
      if (Array.isArray(item)) visit(item[1], id);
    }
  };
  visit(tree, null);
  return index;
}
