/**
 * Where a moving or growing box likes to rest: edges and centres of others, the canvas, equal gaps.
 *
 * Pure: boxes in, an offset and the guides to draw out. A guide is a line across the canvas,
 * {kind: "line", axis, at, from, to}, or a distance, {kind: "gap", axis, at, from, to}: of a line
 * `axis` is the coordinate that `at` fixes; of a gap it is the direction it runs along.
 *
 * @typedef {import("./geometry.js").Box} Box
 */

const SIDES = { x: [0, 2], y: [1, 3] };
const other = (axis) => (axis === "x" ? "y" : "x");

/**
 * What a gesture may snap to, gathered once when it starts.
 *
 * @param {Box[]} boxes upright boxes of the layers that stay
 * @param {[number, number]} canvas its width and height
 * @param {{margins?: Box[]}} more frames such as safe zones
 */
export function targets(boxes, [width, height], { margins = [] } = {}) {
  const frames = [[0, 0, width, height], ...margins, ...boxes];
  const lines = { x: [], y: [] };
  for (const axis of ["x", "y"]) {
    const [at, size] = SIDES[axis];
    const [start, extent] = SIDES[other(axis)];
    for (const box of frames) {
      const span = [box[start], box[start] + box[extent]];
      for (const share of [0, 0.5, 1]) lines[axis].push({ at: box[at] + share * box[size], span });
    }
  }
  return { lines, boxes };
}

/** The offset that lays a moving box to rest, and its guides. */
export function snapMove(box, against, tolerance) {
  const guides = [];
  const offset = { x: 0, y: 0 };
  const found = {};
  for (const axis of ["x", "y"]) {
    found[axis] = nearestLine(box, axis, against.lines[axis], tolerance, [0, 0.5, 1]);
    const gap = nearestGap(box, axis, against.boxes, tolerance);
    if (gap && (!found[axis] || Math.abs(gap.by) < Math.abs(found[axis].by) - 1e-6)) {
      found[axis] = gap;
    }
    offset[axis] = found[axis]?.by ?? 0;
  }
  const rested = [box[0] + offset.x, box[1] + offset.y, box[2], box[3]];
  for (const axis of ["x", "y"]) {
    if (!found[axis]) continue;
    guides.push(...linesAt(rested, axis, against.lines[axis], [0, 0.5, 1]));
    guides.push(...gapsAt(rested, axis, against.boxes));
  }
  return { dx: offset.x, dy: offset.y, guides };
}

/** The same for the edges that a handle moves: `edges` = {x: 0 or 1 or null, y: …}. */
export function snapEdges(box, edges, against, tolerance) {
  const offset = { x: 0, y: 0 };
  const guides = [];
  for (const axis of ["x", "y"]) {
    if (edges[axis] == null) continue;
    const line = nearestLine(box, axis, against.lines[axis], tolerance, [edges[axis]]);
    offset[axis] = line?.by ?? 0;
  }
  const rested = grown(box, edges, offset);
  for (const axis of ["x", "y"]) {
    if (edges[axis] == null) continue;
    guides.push(...linesAt(rested, axis, against.lines[axis], [edges[axis]]));
  }
  return { dx: offset.x, dy: offset.y, guides };
}

function grown([x, y, w, h], edges, by) {
  const left = edges.x === 0 ? by.x : 0;
  const top = edges.y === 0 ? by.y : 0;
  const wide = edges.x === 1 ? by.x : -left;
  const tall = edges.y === 1 ? by.y : -top;
  return [x + left, y + top, w + wide, h + tall];
}

function nearestLine(box, axis, lines, tolerance, shares) {
  const [at, size] = SIDES[axis];
  let best = null;
  for (const line of lines) {
    for (const share of shares) {
      const by = line.at - (box[at] + share * box[size]);
      if (Math.abs(by) <= tolerance && (!best || Math.abs(by) < Math.abs(best.by))) best = { by };
    }
  }
  return best;
}

/** One guide per line that an edge or the centre lies on, as long as all that share it. */
function linesAt(box, axis, lines, shares) {
  const [at, size] = SIDES[axis];
  const [start, extent] = SIDES[other(axis)];
  const found = new Map();
  for (const share of shares) {
    const here = box[at] + share * box[size];
    for (const line of lines) {
      if (Math.abs(line.at - here) > 0.01) continue;
      const known = found.get(line.at) ?? [box[start], box[start] + box[extent]];
      const span = [Math.min(known[0], line.span[0]), Math.max(known[1], line.span[1])];
      found.set(line.at, span);
    }
  }
  return [...found].map(([line, [from, to]]) => ({ kind: "line", axis, at: line, from, to }));
}

/** The others that lie beside the box along the axis, in order. */
function row(box, axis, boxes) {
  const [start, extent] = SIDES[other(axis)];
  const [at] = SIDES[axis];
  const beside = boxes.filter(
    (b) => b[start] < box[start] + box[extent] && b[start] + b[extent] > box[start],
  );
  return beside.sort((a, b) => a[at] - b[at]);
}

function nearestGap(box, axis, boxes, tolerance) {
  const [at, size] = SIDES[axis];
  const before = [];
  const after = [];
  for (const b of row(box, axis, boxes)) {
    if (b[at] + b[size] <= box[at] + tolerance) before.push(b);
    else if (b[at] >= box[at] + box[size] - tolerance) after.push(b);
  }
  const end = (b) => b[at] + b[size];
  const wishes = [];
  const near = before.at(-1);
  const next = after[0];
  if (near && next) wishes.push((end(near) + next[at] - box[size]) / 2);
  if (before.length > 1) {
    const gap = near[at] - end(before.at(-2));
    if (gap > 0) wishes.push(end(near) + gap);
  }
  if (after.length > 1) {
    const gap = after[1][at] - end(next);
    if (gap > 0) wishes.push(next[at] - gap - box[size]);
  }
  let best = null;
  for (const wish of wishes) {
    const by = wish - box[at];
    if (Math.abs(by) <= tolerance && (!best || Math.abs(by) < Math.abs(best.by))) best = { by };
  }
  return best;
}

/** The distances beside a box at rest that equal another one of its row. */
function gapsAt(box, axis, boxes) {
  const [at, size] = SIDES[axis];
  const [start, extent] = SIDES[other(axis)];
  const all = row(box, axis, boxes).concat([box]).sort((a, b) => a[at] - b[at]);
  const gaps = [];
  for (let i = 1; i < all.length; i += 1) {
    const [a, b] = [all[i - 1], all[i]];
    const from = a[at] + a[size];
    if (b[at] - from <= 0.01) continue;
    const low = Math.max(a[start], b[start]);
    const high = Math.min(a[start] + a[extent], b[start] + b[extent]);
    gaps.push({ kind: "gap", axis, at: (low + high) / 2, from, to: b[at], mine: a === box || b === box });
  }
  const mine = gaps.filter((gap) => gap.mine).map((gap) => gap.to - gap.from);
  const equal = (gap) => mine.some((m) => Math.abs(m - (gap.to - gap.from)) < 0.01);
  const alike = gaps.filter(equal);
  if (alike.length < 2) return [];
  return alike.map(({ mine: _, ...gap }) => gap);
}
