/**
 * What lies over the design and is no part of it: outlines, handles, guides, marquee, measures.
 *
 * One SVG in pixels of the stage. It is drawn whole from what it is shown, at most once a frame.
 */
import { svg, setAttributes } from "./dom.js";
import { HANDLES, bounds, center, corners, cursorFor, handlePoint, turn } from "./geometry.js";
import { placedOf, isGroup } from "./tree.js";

const REACH = globalThis.matchMedia?.("(pointer: coarse)").matches ? 22 : 12; // px around a handle
const GRIP = 8; // px, what is seen of a handle
const TURN = 26; // px from the frame to the handle that turns it
const CROWD = 60; // layers above which only the frame around them is drawn
const SMALL = 40; // px below which the handles in the middle of sides would crowd

/**
 * @param {HTMLElement} stage
 * @param {{store: object, view: {scale: number, toScreen(p: number[]): number[]}}} parts
 */
export function createOverlay(stage, { store, view }) {
  const root = svg("svg", { class: "overlay", "aria-hidden": "true" });
  stage.append(root);
  const shown = { hover: null, live: new Map(), guides: [], marquee: null, badge: null, handles: true, others: new Map() };

  function show(more) {
    Object.assign(shown, more);
  }

  function draw() {
    const parts = [];
    const { state } = store;
    const chosen = [...state.selection].filter((id) => state.layers.has(id));
    if (shown.hover && !state.selection.has(shown.hover) && state.layers.has(shown.hover)) {
      parts.push(outline(at(shown.hover), "hover"));
    }
    for (const [who, ids] of shown.others) {
      for (const id of ids) if (state.layers.has(id) && !state.selection.has(id)) parts.push(outline(at(id), `other of-${who % 4}`));
    }
    for (const id of chosen.length > CROWD ? [] : chosen) {
      parts.push(outline(at(id), isGroup(state, id) ? "chosen group" : "chosen"));
    }
    if (chosen.length) parts.push(...frame(chosen));
    parts.push(...shown.guides.map(guide));
    if (shown.marquee) parts.push(rectangle(shown.marquee, "marquee"));
    root.replaceChildren(...parts.flat());
  }

  const at = (id) => shown.live.get(id) ?? placedOf(store.state, id);

  /** The frame that carries handles: the layer's own, or the upright one around several. */
  function selected(chosen = [...store.state.selection].filter((id) => store.state.layers.has(id))) {
    if (!chosen.length) return null;
    if (chosen.length === 1) return at(chosen[0]);
    const all = chosen.map((id) => bounds(at(id)));
    const left = Math.min(...all.map((b) => b[0]));
    const top = Math.min(...all.map((b) => b[1]));
    const right = Math.max(...all.map((b) => b[0] + b[2]));
    const bottom = Math.max(...all.map((b) => b[1] + b[3]));
    return { box: [left, top, right - left, bottom - top], rotation: 0 };
  }

  function frame(chosen) {
    const placed = selected(chosen);
    const parts = chosen.length > 1 ? [outline(placed, "chosen frame")] : [];
    if (shown.badge) parts.push(badge(placed, shown.badge));
    if (shown.handles) parts.push(...handles(placed));
    return parts;
  }

  function outline(placed, name) {
    const points = corners(placed).map((p) => view.toScreen(p).join(",")).join(" ");
    return svg("polygon", { class: name, points });
  }

  function rectangle([x, y, w, h], name) {
    const [left, top] = view.toScreen([x, y]);
    return svg("rect", { class: name, x: left, y: top, width: w * view.scale, height: h * view.scale });
  }

  function handles(placed) {
    const wide = placed.box[2] * view.scale;
    const tall = placed.box[3] * view.scale;
    const parts = [turnHandle(placed)];
    for (const [name, [fx, fy]] of Object.entries(HANDLES)) {
      if (fx === 0.5 && wide < SMALL) continue;
      if (fy === 0.5 && tall < SMALL) continue;
      const [x, y] = view.toScreen(handlePoint(placed, name));
      parts.push(grip(name, x, y, cursorFor(name, placed.rotation), placed.rotation, fx, fy));
    }
    return parts;
  }

  function grip(name, x, y, cursor, rotation, fx, fy) {
    const side = fx === 0.5 || fy === 0.5;
    const turned = `rotate(${rotation} ${x} ${y})`;
    const [w, h] = side ? (fx === 0.5 ? [14, 5] : [5, 14]) : [GRIP, GRIP];
    const mark = svg("rect", {
      class: "grip", x: x - w / 2, y: y - h / 2, width: w, height: h, rx: side ? 2.5 : 2, transform: turned,
    });
    const hit = svg("circle", { class: "hit", cx: x, cy: y, r: REACH, "data-handle": name });
    hit.style.cursor = cursor;
    return svg("g", {}, mark, hit);
  }

  function turnHandle(placed) {
    const [x, y] = turnPlace(placed);
    const hit = svg("circle", { class: "hit", cx: x, cy: y, r: REACH, "data-handle": "turn" });
    hit.style.cursor = "grab";
    return svg("g", {}, svg("circle", { class: "grip", cx: x, cy: y, r: 4.5 }), hit);
  }

  /** Below the frame, where it is in no word's way; above where the stage ends. */
  function turnPlace(placed) {
    const [cx, cy] = view.toScreen(center(placed.box));
    const reach = (placed.box[3] * view.scale) / 2 + TURN;
    const below = turn([cx, cy + reach], [cx, cy], placed.rotation);
    const { width, height } = root.getBoundingClientRect();
    const inside = below[0] > 8 && below[1] > 8 && below[0] < width - 8 && below[1] < height - 8;
    return inside ? below : turn([cx, cy - reach], [cx, cy], placed.rotation);
  }

  function guide(line) {
    const across = line.axis === "y";
    if (line.kind === "gap") return gap(line);
    const [a, b] = across
      ? [view.toScreen([line.from, line.at]), view.toScreen([line.to, line.at])]
      : [view.toScreen([line.at, line.from]), view.toScreen([line.at, line.to])];
    return svg("line", { class: "guide", x1: a[0], y1: a[1], x2: b[0], y2: b[1] });
  }

  function gap({ axis, at: where, from, to }) {
    const along = axis === "x";
    const ends = along ? [[from, where], [to, where]] : [[where, from], [where, to]];
    const [a, b] = ends.map(view.toScreen);
    const parts = [svg("line", { class: "guide", x1: a[0], y1: a[1], x2: b[0], y2: b[1] })];
    for (const [x, y] of [a, b]) {
      const [dx, dy] = along ? [0, 4] : [4, 0];
      parts.push(svg("line", { class: "guide", x1: x - dx, y1: y - dy, x2: x + dx, y2: y + dy }));
    }
    const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    parts.push(...label(String(Math.round(to - from)), x, y - (along ? 10 : 0), "measure"));
    return parts;
  }

  function badge(placed, text) {
    const [x, y, w, h] = bounds(placed);
    const [left, low] = view.toScreen([x + w / 2, y + h]);
    return label(text, left, low + (placed.rotation ? 18 : 16), "badge");
  }

  function label(text, x, y, name) {
    const wide = text.length * 6.6 + 12;
    return [
      svg("rect", { class: name, x: x - wide / 2, y: y - 9, width: wide, height: 18, rx: 4 }),
      svg("text", { class: name, x, y: y + 4 }, text),
    ];
  }

  const handleAt = (target) => target?.getAttribute?.("data-handle") ?? null;
  setAttributes(root, { focusable: "false" });
  return { root, show, draw, selected, handleAt, shown };
}
