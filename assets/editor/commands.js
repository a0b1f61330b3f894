/**
 * Steps over layers as lists of the document's commands: order, group, copy, align. Pure.
 *
 * A step is {label, commands}; `state` is the store's.
 */
import { aligned, bounds, distributed, roundBox } from "./geometry.js";
import { frameChanges, layersOf, shiftChanges } from "./gestures.js";
import { changeLabel, stepLabel } from "./labels.js";
import { frameOf, indexOf, isLocked, leavesOf, membersOf, outermost, parentOf, placedOf } from "./tree.js";

export const update = (id, changes) => ({ op: "update_layer", layer_id: id, changes });
export const remove = (id) => ({ op: "remove_layer", layer_id: id });
export const add = (layer, parent = null, index = null) => ({ op: "add_layer", layer, parent, index });
export const move = (id, parent = null, index = null) => ({ op: "move_layer", layer_id: id, parent, index });

/** Fields by id as commands. */
export const updates = (changes) => Object.entries(changes).map(([id, fields]) => update(id, fields));

/** The same fields for all of `ids`, or what a function makes of each layer. */
export function setting(state, ids, fields, label = null) {
  const layers = layersOf(state, ids);
  const made = layers.map((layer) => [layer.id, typeof fields === "function" ? fields(layer) : fields]);
  const commands = made.filter(([, f]) => f).map(([id, f]) => update(id, f));
  const first = made.find(([, f]) => f)?.[1] ?? {};
  return { label: label ?? changeLabel(first, layers), commands };
}

export function removing(state, ids) {
  const free = outermost(state, ids).filter((id) => !isLocked(state, id));
  return { label: stepLabel("Delete", layersOf(state, free)), commands: free.map(remove) };
}

/** Paint order: "front", "back", "forward", "backward" among the members of their group. */
export function reordering(state, ids, where) {
  const commands = [];
  for (const [parent, chosen] of byParent(state, ids)) {
    const before = membersOf(state, parent);
    commands.push(...movesBetween(before, reordered(before, new Set(chosen), where), chosen, parent));
  }
  const verbs = {
    front: "Bring to front", back: "Send to back", forward: "Bring forward", backward: "Send backward",
  };
  return { label: `${verbs[where]}: ${stepLabel("", layersOf(state, ids)).trim()}`, commands };
}

/** Drop layers into a group (null: the canvas) below `above`, a member of it, or on its top. */
export function dropping(state, ids, parent, above) {
  const chosen = outermost(state, ids);
  const moving = new Set(chosen);
  const list = membersOf(state, parent).filter((id) => !moving.has(id));
  let at = above == null ? list.length : list.indexOf(above);
  if (at < 0) at = list.length;
  const commands = chosen.map((id, k) => move(id, parent, at + k));
  return { label: stepLabel("Reorder", layersOf(state, chosen)), commands: inOrder(state, chosen, parent, at, commands) };
}

/** All members of one new group, in the place of the topmost. */
export function grouping(state, ids, groupId) {
  const chosen = outermost(state, ids);
  const top = chosen.at(-1);
  const parent = parentOf(state, top);
  const roles = new Set(layersOf(state, chosen).map((layer) => layer.role));
  const role = roles.size === 1 ? [...roles][0] : "ornament";
  const group = { kind: "group", id: groupId, role, name: "Group", layers: [] };
  const commands = [add(group, parent, membersOf(state, parent).indexOf(top) + 1)];
  commands.push(...chosen.map((id) => move(id, groupId)));
  return { label: stepLabel("Group", layersOf(state, chosen)), commands };
}

export function ungrouping(state, ids) {
  const groups = ids.filter((id) => state.layers.get(id)?.kind === "group");
  const commands = [];
  const freed = [];
  for (const id of groups) {
    const parent = parentOf(state, id);
    const at = membersOf(state, parent).indexOf(id);
    const members = membersOf(state, id);
    commands.push(...members.map((member, k) => move(member, parent, at + 1 + k)), remove(id));
    freed.push(...members);
  }
  return { label: stepLabel("Ungroup", layersOf(state, groups)), commands, freed };
}

/** Copies with ids of their own, `by` px away, each above its original. */
export function copying(state, ids, by, freshId) {
  const chosen = outermost(state, ids);
  const made = [];
  const commands = [];
  for (const [parent, originals] of byParent(state, chosen)) {
    originals.forEach((id, k) => {
      const copy = renamed(shiftedCopy(wholeLayer(state, id), by), freshId);
      const at = membersOf(state, parent).indexOf(originals.at(-1)) + 1 + k;
      made.push(copy.id);
      commands.push(add(copy, parent, at));
    });
  }
  return { label: stepLabel("Duplicate", layersOf(state, chosen)), commands, made };
}

/** Align to their common frame; one alone, to the canvas. */
export function aligning(state, ids, how) {
  const chosen = outermost(state, ids);
  const { width, height } = state.design.canvas;
  const frame = chosen.length > 1 ? frameOf(state, chosen) : [0, 0, width, height];
  const frames = chosen.map((id) => bounds(placedOf(state, id)));
  const places = aligned(frames, frame, how);
  return { label: stepLabel("Align", layersOf(state, chosen)), commands: placing(state, chosen, frames, places) };
}

export function distributing(state, ids, axis) {
  const chosen = outermost(state, ids);
  const frames = chosen.map((id) => bounds(placedOf(state, id)));
  const places = distributed(frames, axis);
  return { label: stepLabel("Distribute", layersOf(state, chosen)), commands: placing(state, chosen, frames, places) };
}

/** Bring the frame of layers to numbers: {x, y, w, h}, those that are given. */
export function framing(state, ids, numbers) {
  const chosen = outermost(state, ids);
  const single = chosen.length === 1;
  const [x, y, w, h] = single ? placedOf(state, chosen[0]).box : frameOf(state, chosen);
  const to = [numbers.x ?? x, numbers.y ?? y, numbers.w ?? w, numbers.h ?? h];
  const moves = numbers.w == null && numbers.h == null;
  const changes = moves
    ? shiftChanges(state, chosen, [to[0] - x, to[1] - y]) : frameChanges(state, chosen, to);
  return { label: stepLabel(moves ? "Move" : "Resize", layersOf(state, chosen)), commands: updates(changes) };
}

/** A layer as one JSON value, members inside, whatever of them the store keeps apart. */
export function wholeLayer(state, id) {
  const layer = structuredClone(state.layers.get(id));
  if (layer.kind === "group") layer.layers = membersOf(state, id).map((member) => wholeLayer(state, member));
  return layer;
}

/** The layer and its members under fresh ids, unlocked. */
export function renamed(layer, freshId) {
  const copy = { ...layer, id: freshId(layer.kind), locked: false };
  if (layer.layers) copy.layers = layer.layers.map((member) => renamed(member, freshId));
  return copy;
}

/** The layer and its members (dx, dy) px away. */
export function shiftedCopy(layer, [dx, dy]) {
  const copy = { ...layer };
  const shift = ([x, y, w, h]) => roundBox([x + dx, y + dy, w, h]);
  if (layer.box) copy.box = shift(layer.box);
  if (layer.mask?.box) copy.mask = { ...layer.mask, box: shift(layer.mask.box) };
  if (layer.layers) copy.layers = layer.layers.map((member) => shiftedCopy(member, [dx, dy]));
  return copy;
}

/** The new order of a list when chosen ones go somewhere. */
export function reordered(list, chosen, where) {
  const still = list.filter((id) => !chosen.has(id));
  const moving = list.filter((id) => chosen.has(id));
  if (where === "front") return [...still, ...moving];
  if (where === "back") return [...moving, ...still];
  const up = where === "forward";
  const order = up ? [...list].reverse() : [...list];
  for (let i = 1; i < order.length; i += 1) {
    if (chosen.has(order[i]) && !chosen.has(order[i - 1])) [order[i - 1], order[i]] = [order[i], order[i - 1]];
  }
  return up ? order.reverse() : order;
}

/** Moves of the chosen ones that turn one order into the other. */
export function movesBetween(before, after, chosen, parent) {
  if (before.every((id, i) => id === after[i])) return [];
  const list = [...before];
  const pending = new Set(chosen);
  const commands = [];
  for (const id of after.filter((one) => pending.has(one))) {
    pending.delete(id);
    list.splice(list.indexOf(id), 1);
    const earlier = after.slice(0, after.indexOf(id)).filter((one) => !pending.has(one));
    const at = earlier.length ? list.indexOf(earlier.at(-1)) + 1 : 0;
    list.splice(at, 0, id);
    commands.push(move(id, parent, at));
  }
  return commands;
}

/** Moves into one group in turn: what still lies in it below the place shifts the index. */
function inOrder(state, chosen, parent, at, commands) {
  const list = [...membersOf(state, parent)];
  const still = list.filter((id) => !chosen.includes(id));
  const after = [...still.slice(0, at), ...chosen, ...still.slice(at)];
  if (chosen.every((id) => parentOf(state, id) === parent)) return movesBetween(list, after, chosen, parent);
  if (!chosen.some((id) => parentOf(state, id) === parent)) return commands;
  const outside = chosen.filter((id) => parentOf(state, id) !== parent).map((id) => move(id, parent));
  const grown = [...list, ...outside.map((c) => c.layer_id)];
  return [...outside, ...movesBetween(grown, after, chosen, parent)];
}

function byParent(state, ids) {
  const groups = new Map();
  for (const id of outermost(state, ids)) {
    const parent = parentOf(state, id);
    groups.set(parent, [...(groups.get(parent) ?? []), id]);
  }
  return groups;
}

function placing(state, ids, frames, places) {
  return ids.flatMap((id, i) => {
    const by = [places[i][0] - frames[i][0], places[i][1] - frames[i][1]];
    return Math.abs(by[0]) + Math.abs(by[1]) < 0.005 ? [] : updates(shiftChanges(state, [id], by));
  });
}

/** Every layer's id in paint order; what may be selected with "Select all". */
export const selectable = (state, scope = null) =>
  membersOf(state, scope).filter((id) => !isLocked(state, id) && leavesOf(state, id).length > 0);

export const everyId = (state) => indexOf(state.tree).order;
