/**
 * Boxes and turned boxes in canvas pixels, y down: pure functions, no DOM.
 *
 * @typedef {[number, number, number, number]} Box  left, top, width, height before rotation
 * @typedef {[number, number]} Point
 * @typedef {{box: Box, rotation: number}} Placed  rotation in degrees, clockwise, about the centre
 */

/** The eight handles, clockwise from the top left, with where they sit on a box (0..1). */
export const HANDLES = {
  nw: [0, 0], n: [0.5, 0], ne: [1, 0], e: [1, 0.5],
  se: [1, 1], s: [0.5, 1], sw: [0, 1], w: [0, 0.5],
};

const CURSORS = ["ns-resize", "nesw-resize", "ew-resize", "nwse-resize"];

export const center = ([x, y, w, h]) => [x + w / 2, y + h / 2];

export const round = (value, digits = 2) => {
  const by = 10 ** digits;
  return Math.round(value * by) / by || 0;
};

export const roundBox = (box, digits = 2) => box.map((value) => round(value, digits));

/** `point` turned by `degrees` clockwise about `pivot`. */
export function turn([x, y], [cx, cy], degrees) {
  if (!degrees) return [x, y];
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
}

/** The four corners of a turned box, clockwise from its own top left. */
export function corners({ box, rotation }) {
  const [x, y, w, h] = box;
  const pivot = center(box);
  return [[x, y], [x + w, y], [x + w, y + h], [x, y + h]].map((p) => turn(p, pivot, rotation));
}

/** The upright box around a turned one. */
export function bounds(placed) {
  return placed.rotation ? around(corners(placed)) : placed.box;
}

/** The upright box around points. */
export function around(points) {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/** The upright box around upright boxes; null for none. */
export function union(boxes) {
  if (!boxes.length) return null;
  return around(boxes.flatMap(([x, y, w, h]) => [[x, y], [x + w, y + h]]));
}

/** Does a turned box hold the point? `slack` px more on every side. */
export function contains({ box, rotation }, point, slack = 0) {
  const [px, py] = turn(point, center(box), -rotation);
  const [x, y, w, h] = box;
  return px >= x - slack && px <= x + w + slack && py >= y - slack && py <= y + h + slack;
}

/** Do a turned box and an upright one share a point? (separating axes) */
export function touches(placed, upright) {
  if (!overlap(bounds(placed), upright)) return false;
  if (!placed.rotation) return true;
  const pivot = center(placed.box);
  const turned = corners({ box: upright, rotation: 0 }).map((p) => turn(p, pivot, -placed.rotation));
  return overlap(around(turned), placed.box);
}

export function overlap([ax, ay, aw, ah], [bx, by, bw, bh]) {
  return ax <= bx + bw && bx <= ax + aw && ay <= by + bh && by <= ay + ah;
}

/** A box from two corners in any order. */
export const between = (a, b) => around([a, b]);

/** Where a handle of a turned box lies. */
export function handlePoint({ box, rotation }, name) {
  const [fx, fy] = HANDLES[name];
  const [x, y, w, h] = box;
  return turn([x + fx * w, y + fy * h], center(box), rotation);
}

/** The resize cursor whose arrow points along the handle of a turned box. */
export function cursorFor(name, rotation = 0) {
  const eighths = { n: 0, ne: 1, e: 2, se: 3, s: 4, sw: 5, w: 6, nw: 7 }[name];
  const turned = Math.round((((rotation % 360) + 360) % 360) / 45);
  return CURSORS[(eighths + turned) % 4];
}

/**
 * The box after its handle was dragged by (dx, dy) on the canvas; what lies opposite stays put.
 *
 * @param {Placed} placed
 * @param {{ratio?: boolean, centered?: boolean, least?: number}} how
 * @returns {Box}
 */
export function resize({ box, rotation }, name, [dx, dy], how = {}) {
  const { ratio = false, centered = false, least = 1 } = how;
  const [fx, fy] = HANDLES[name];
  const [localX, localY] = turn([dx, dy], [0, 0], -rotation);
  const both = centered ? 2 : 1;
  const [, , w, h] = box;
  let width = Math.max(least, w + localX * (2 * fx - 1) * both);
  let height = Math.max(least, h + localY * (2 * fy - 1) * both);
  if (fx === 0.5) width = w;
  if (fy === 0.5) height = h;
  if (ratio) [width, height] = inRatio(box, name, width, height, least);
  return resizedTo({ box, rotation }, name, width, height, centered);
}

/** The box with a new size, the side or corner opposite of the handle (or the centre) kept. */
export function resizedTo({ box, rotation }, name, width, height, centered = false) {
  const [fx, fy] = centered ? [0.5, 0.5] : HANDLES[name].map((f) => 1 - f);
  const [x, y, w, h] = box;
  const fixed = turn([x + fx * w, y + fy * h], center(box), rotation);
  const middle = turn(
    [fixed[0] + (0.5 - fx) * width, fixed[1] + (0.5 - fy) * height], fixed, rotation,
  );
  return [middle[0] - width / 2, middle[1] - height / 2, width, height];
}

function inRatio([, , w, h], name, width, height, least) {
  if (!w || !h) return [width, height];
  const [fx, fy] = HANDLES[name];
  let factor = Math.max(width / w, height / h);
  if (fx === 0.5) factor = height / h;
  if (fy === 0.5) factor = width / w;
  factor = Math.max(factor, least / Math.min(w, h));
  return [w * factor, h * factor];
}

/** A box carried from one frame into another, as its members are when a group is scaled. */
export function carried([x, y, w, h], from, to) {
  const sx = from[2] ? to[2] / from[2] : 1;
  const sy = from[3] ? to[3] / from[3] : 1;
  return [to[0] + (x - from[0]) * sx, to[1] + (y - from[1]) * sy, w * sx, h * sy];
}

/** A member turned with its group: its centre goes around `pivot`, itself turns too. */
export function turned({ box, rotation }, pivot, degrees) {
  const [cx, cy] = turn(center(box), pivot, degrees);
  const at = [cx - box[2] / 2, cy - box[3] / 2, box[2], box[3]];
  return { box: at, rotation: normalAngle(rotation + degrees) };
}

/** Degrees clockwise from straight up of `point` seen from `pivot`. */
export function angleTo([cx, cy], [x, y]) {
  return normalAngle((Math.atan2(y - cy, x - cx) * 180) / Math.PI + 90);
}

/** The same direction between -180 (excluded) and 180 degrees. */
export function normalAngle(degrees) {
  const angle = ((degrees % 360) + 360) % 360;
  return angle > 180 ? angle - 360 : angle;
}

/** The nearest multiple of `step`, if `always` or nearer than `near` degrees. */
export function steppedAngle(degrees, step, { always = true, near = 0 } = {}) {
  const nearest = Math.round(degrees / step) * step;
  return normalAngle(always || Math.abs(nearest - degrees) <= near ? nearest : degrees);
}

/**
 * The matrix [a, b, c, d, e, f] that carries what was painted at `before` to `after`, in canvas px.
 *
 * @param {Placed} before @param {Placed} after
 */
export function matrixBetween(before, after) {
  const sx = before.box[2] ? after.box[2] / before.box[2] : 1;
  const sy = before.box[3] ? after.box[3] / before.box[3] : 1;
  const inner = spin(-before.rotation);
  const outer = spin(after.rotation);
  const [a, b, c, d] = times(outer, times([sx, 0, 0, sy], inner));
  const [bx, by] = center(before.box);
  const [ax, ay] = center(after.box);
  return [a, b, c, d, ax - (a * bx + c * by), ay - (b * bx + d * by)];
}

/** A matrix as CSS. */
export const cssMatrix = (m) => `matrix(${m.map((v) => round(v, 6)).join(",")})`;

function spin(degrees) {
  const radians = (degrees * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians)];
}

function times([a, b, c, d], [e, f, g, h]) {
  return [a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h];
}

/** Distance of boxes as new lefts (tops): all aligned to one line, or spread with equal gaps. */
export function aligned(boxes, frame, how) {
  const [x, y, w, h] = frame;
  const places = {
    left: ([, by]) => [x, by],
    center: ([, by, bw]) => [x + (w - bw) / 2, by],
    right: ([, by, bw]) => [x + w - bw, by],
    top: ([bx]) => [bx, y],
    middle: ([bx, , , bh]) => [bx, y + (h - bh) / 2],
    bottom: ([bx, , , bh]) => [bx, y + h - bh],
  };
  return boxes.map((box) => places[how](box));
}

/** New places of boxes with equal gaps between the outermost two along "x" or "y". */
export function distributed(boxes, axis) {
  const at = axis === "x" ? 0 : 1;
  const order = boxes.map((_, i) => i).sort((a, b) => boxes[a][at] - boxes[b][at]);
  const first = boxes[order[0]];
  const end = Math.max(...boxes.map((box) => box[at] + box[at + 2]));
  const taken = boxes.reduce((sum, box) => sum + box[at + 2], 0);
  const gap = (end - first[at] - taken) / Math.max(1, boxes.length - 1);
  const places = boxes.map(([x, y]) => [x, y]);
  let next = first[at];
  for (const i of order) {
    places[i][at] = next;
    next += boxes[i][at + 2] + gap;
  }
  return places;
}

/** Does a box cover at least a share of a frame? */
export function frameCovers([x, y, w, h], [fx, fy, fw, fh], share) {
  const wide = Math.max(0, Math.min(x + w, fx + fw) - Math.max(x, fx));
  const tall = Math.max(0, Math.min(y + h, fy + fh) - Math.max(y, fy));
  return wide * tall >= share * fw * fh;
}
