/**
 * What a hand does to layers between letting down and letting go: move, resize, turn.
 *
 * A gesture is {move(point, keys), done(), cancelled()}: `move` only says where each leaf would lie
 * (`live`) and which guides hold; `done` gives the step, as {label, changes: {id: fields}} or null.
 * Pure but for what it is given.
 *
 * @typedef {{shift: boolean, alt: boolean, ctrl: boolean}} Keys
 */
import {
  HANDLES, angleTo, bounds, carried, center, normalAngle, resize, resizedTo, round, roundBox, steppedAngle, turned, union,
} from "./geometry.js";
import { stepLabel } from "./labels.js";
import { snapEdges, snapMove, targets } from "./snap.js";
import { frameOf, isGroup, isHidden, isLocked, leavesOf, membersOf, parentOf, placedOf } from "./tree.js";

const SNAP = 6; // screen px
const CLICK = 3; // degrees around a right angle where turning rests by itself

/** Move layers; Shift along one axis, Ctrl without snapping. */
export function moving(state, ids, from, view) {
  const leaves = movable(state, ids);
  const start = startOf(state, leaves);
  const frame = frameOf(state, ids);
  const against = snapTargets(state, ids);
  let by = [0, 0];
  return {
    kind: "move", ids, leaves, copies: false,
    move(point, keys) {
      let [dx, dy] = [point[0] - from[0], point[1] - from[1]];
      if (keys.shift) [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy];
      const [x, y, w, h] = frame;
      const rest = keys.ctrl ? { dx: 0, dy: 0, guides: [] }
        : snapMove([x + dx, y + dy, w, h], against, SNAP / view.scale);
      const held = keys.shift && { dx: dx ? rest.dx : 0, dy: dy ? rest.dy : 0 };
      by = wholePixels([dx + (held || rest).dx, dy + (held || rest).dy], frame, rest.guides.length);
      this.copies = keys.alt;
      return { live: shifted(start, by), guides: rest.guides, badge: placeBadge(frame, by) };
    },
    done() {
      if (!by[0] && !by[1]) return null;
      return { label: stepLabel("Move", layersOf(state, ids)), changes: withMasks(state, ids, boxes(shifted(start, by))) };
    },
  };
}

/** Resize layers by a handle; Shift keeps (or frees) the ratio, Alt the centre. */
export function resizing(state, ids, handle, from, view) {
  const leaves = movable(state, ids);
  const single = ids.length === 1 && leaves.length === 1 && leaves[0] === ids[0];
  const starts = startOf(state, leaves);
  const start = single ? placedOf(state, ids[0]) : { box: frameOf(state, ids), rotation: 0 };
  const against = snapTargets(state, ids);
  const corner = handle.length === 2;
  const kinds = leaves.map((id) => state.layers.get(id).kind);
  const stiff = (single && kinds[0] !== "shape" && corner)
    || (!single && (kinds.includes("text") || leaves.some((id) => placedOf(state, id).rotation)));
  const edges = {
    x: handle.includes("w") ? 0 : handle.includes("e") ? 1 : null,
    y: handle.includes("n") ? 0 : handle.includes("s") ? 1 : null,
  };
  let live = new Map();
  return {
    kind: "resize", ids, leaves, handle, single,
    move(point, keys) {
      const bound = stiff && (!single || kinds[0] === "text" || !keys.shift);
      const how = { centered: keys.alt, ratio: bound || (keys.shift && !stiff) };
      let delta = [point[0] - from[0], point[1] - from[1]];
      let box = resize(start, handle, delta, how);
      let guides = [];
      if (!start.rotation && !keys.ctrl && !how.ratio && !how.centered) {
        const rest = snapEdges(box, edges, against, SNAP / view.scale);
        delta = [delta[0] + rest.dx, delta[1] + rest.dy];
        box = resize(start, handle, delta, how);
        guides = rest.guides;
      }
      if (!guides.length) box = wholeSize(start, handle, box, how);
      live = new Map(leaves.map((id) => [id, single
        ? { box, rotation: start.rotation }
        : { ...starts.get(id), box: carried(starts.get(id).box, start.box, box) }]));
      return { live, guides, badge: `${Math.round(box[2])} × ${Math.round(box[3])}` };
    },
    done() {
      if (!live.size) return null;
      const changes = withMasks(state, ids, sized(state, starts, live, corner || !single));
      return { label: stepLabel("Resize", layersOf(state, ids)), changes };
    },
  };
}

/** Turn layers about the centre of their frame; Shift in steps of 15 degrees. */
export function turning(state, ids, from) {
  const leaves = movable(state, ids);
  const single = leaves.length === 1;
  const pivot = single ? center(placedOf(state, leaves[0]).box) : center(frameOf(state, ids));
  const first = angleTo(pivot, from);
  const own = single ? placedOf(state, leaves[0]).rotation : 0;
  const starts = startOf(state, leaves);
  let live = new Map();
  return {
    kind: "turn", ids, leaves,
    move(point, keys) {
      const free = normalAngle(own + angleTo(pivot, point) - first);
      const angle = keys.shift ? steppedAngle(free, 15)
        : round(steppedAngle(free, 90, { always: false, near: keys.ctrl ? 0 : CLICK }), 1);
      live = new Map(leaves.map((id) => [id, turned(starts.get(id), pivot, angle - own)]));
      return { live, guides: [], badge: `${round(angle, 1)}°` };
    },
    done() {
      const changed = [...live].filter(([id, placed]) => placed.rotation !== starts.get(id).rotation);
      if (!changed.length) return null;
      const changes = Object.fromEntries(changed.map(
        ([id, { box, rotation }]) => [id, { box: roundBox(box), rotation: round(rotation) }],
      ));
      return { label: stepLabel("Rotate", layersOf(state, ids)), changes: withMasks(state, ids, changes) };
    },
  };
}

/** Fields of layers that were shifted by (dx, dy). */
export function shiftChanges(state, ids, by) {
  return withMasks(state, ids, boxes(shifted(startOf(state, movable(state, ids)), by)));
}

/** Fields that bring a frame of layers to another one, as numbers typed into a panel do. */
export function frameChanges(state, ids, frame) {
  const leaves = movable(state, ids);
  if (ids.length === 1 && leaves.length === 1 && leaves[0] === ids[0]) {
    return withMasks(state, ids, { [ids[0]]: { box: roundBox(frame) } });
  }
  const from = frameOf(state, ids);
  const starts = startOf(state, leaves);
  const live = new Map([...starts].map(
    ([id, placed]) => [id, { ...placed, box: carried(placed.box, from, frame) }],
  ));
  return withMasks(state, ids, sized(state, starts, live, true));
}

/** Changes of boxes, and of the masks of these layers and of groups among `ids`, which go with them. */
export function withMasks(state, ids, changes) {
  const all = { ...changes };
  const carry = (id, from, to) => {
    const { mask } = state.layers.get(id) ?? {};
    if (mask && from && to) all[id] = { ...all[id], mask: { ...mask, box: roundBox(carried(mask.box, from, to)) } };
  };
  for (const [id, { box }] of Object.entries(changes)) carry(id, state.layers.get(id)?.box, box);
  for (const id of ids.flatMap((one) => groupsOf(state, one))) {
    const now = (leaf) => ({ ...placedOf(state, leaf), ...changes[leaf] });
    carry(id, frameOf(state, [id]), union(leavesOf(state, id).filter((leaf) => state.layers.get(leaf)?.box).map((leaf) => bounds(now(leaf)))));
  }
  return all;
}

const groupsOf = (state, id) => (isGroup(state, id) ? [id, ...membersOf(state, id).flatMap((member) => groupsOf(state, member))] : []);

export const layersOf = (state, ids) => ids.map((id) => state.layers.get(id)).filter(Boolean);

/** The leaves that may be moved: those of `ids` that nothing locks. */
export const movable = (state, ids) =>
  ids.flatMap((id) => leavesOf(state, id)).filter((id) => state.layers.get(id)?.box && !isLocked(state, id));

function snapTargets(state, ids) {
  const moving = new Set(ids);
  const scope = ids.length ? parentOf(state, ids[0]) : null;
  const { width, height } = state.design.canvas;
  const still = membersOf(state, scope).filter((id) => !moving.has(id) && !isHidden(state, id));
  const frames = still.map((id) => frameOf(state, [id]));
  return targets(frames.filter(Boolean), [width, height]);
}

/** Where leaves lie when a hand takes them: what others do meanwhile does not shift the hand. */
const startOf = (state, leaves) => new Map(leaves.map((id) => [id, placedOf(state, id)]));

function shifted(start, [dx, dy]) {
  return new Map([...start].map(
    ([id, { box: [x, y, w, h], rotation }]) => [id, { box: [x + dx, y + dy, w, h], rotation }],
  ));
}

const boxes = (live) =>
  Object.fromEntries([...live].map(([id, { box }]) => [id, { box: roundBox(box) }]));

/** Where nothing else holds, layers rest on whole pixels. */
function wholePixels([dx, dy], [x, y], snapped) {
  if (snapped) return [dx, dy];
  return [dx && Math.round(x + dx) - x, dy && Math.round(y + dy) - y];
}

function wholeSize(start, handle, box, how) {
  if (how.ratio) return box;
  const [fx, fy] = HANDLES[handle];
  const whole = (value) => Math.max(1, Math.round(value));
  const width = fx === 0.5 ? box[2] : whole(box[2]);
  return resizedTo(start, handle, width, fy === 0.5 ? box[3] : whole(box[3]), how.centered);
}

function sized(state, starts, live, scalesType) {
  return Object.fromEntries([...live].map(([id, { box }]) => {
    const layer = state.layers.get(id);
    const changes = { box: roundBox(box) };
    const grown = box[2] / starts.get(id).box[2];
    if (layer?.kind === "text" && scalesType) Object.assign(changes, scaledType(layer, grown));
    return [id, changes];
  }));
}

/** Type that grows with its box, so that lines break where they did. */
export function scaledType(layer, factor) {
  const size = (value) => Math.min(20_000, Math.max(1, round(value * factor)));
  const changes = { style: { ...layer.style, size: size(layer.style.size) } };
  if (layer.spans?.some((span) => span.size)) {
    changes.spans = layer.spans.map((span) => (span.size ? { ...span, size: size(span.size) } : span));
  }
  return changes;
}

function placeBadge([x, y], [dx, dy]) {
  return `${Math.round(x + dx)}, ${Math.round(y + dy)}`;
}
