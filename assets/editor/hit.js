/** Which layer lies under a point: by turned boxes, and for drawn shapes by what is drawn. */
import { contains, frameCovers } from "./geometry.js";
import { frameOf, indexOf, isGroup, isHidden, isLocked, placedOf } from "./tree.js";

const SLACK = 3; // screen px around what is thin
const AROUND = [[0, 0], [SLACK, 0], [-SLACK, 0], [0, SLACK], [0, -SLACK]];

/**
 * The topmost leaf at a point of the canvas that can be taken, or null.
 *
 * @param {{store: object, scene: object, view: object, stage: Element}} parts
 */
export function leafAt({ store, scene, view, stage }, point, { locked = false } = {}) {
  const { state } = store;
  const slack = SLACK / view.scale;
  for (const id of indexOf(state.tree).order.toReversed()) {
    const node = state.nodes.get(id);
    if (!node || isGroup(state, id) || isHidden(state, id)) continue;
    if (!locked && isLocked(state, id)) continue;
    if (!contains(placedOf(state, id), point, slack)) continue;
    if (isDrawnAt({ scene, view, stage }, node, point)) return id;
  }
  return null;
}

/** Does a layer fill the sheet, so that a drag on it draws a marquee? */
export function isBackdrop(state, id) {
  const { width, height } = state.design.canvas;
  const frame = frameOf(state, [id]);
  return Boolean(frame) && frameCovers(frame, [0, 0, width, height], 0.9);
}

function isDrawnAt({ scene, view, stage }, node, point) {
  if (node.kind !== "shape") return true;
  if (!node.svg) return AROUND.some(([dx, dy]) => scene.inkAt(node.id, [point[0] + dx / view.scale, point[1] + dy / view.scale]) !== false);
  const drawing = scene.element(node.id)?.querySelector?.("svg");
  const outlines = drawing?.querySelectorAll("path, rect, ellipse, polygon, circle, line") ?? [];
  if (!outlines.length) return true;
  const { left, top } = stage.getBoundingClientRect();
  const [x, y] = view.toScreen(point);
  const spot = [x + left + stage.clientLeft, y + top + stage.clientTop];
  return [...outlines].some((outline) => touched(outline, spot));
}

/** In the outline's own space, which its place on the screen gives back. */
function touched(outline, [x, y]) {
  const matrix = outline.getScreenCTM?.();
  if (!matrix || !outline.isPointInFill) return true;
  const back = matrix.inverse();
  const inside = ([dx, dy]) => outline.isPointInFill(new DOMPoint(x + dx, y + dy).matrixTransform(back));
  return AROUND.some(inside) || outline.isPointInStroke(new DOMPoint(x, y).matrixTransform(back));
}
