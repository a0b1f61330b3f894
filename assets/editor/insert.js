/**
 * New layers: tools that draw them on the canvas, and makers that put them where there is room.
 * A maker gives a layer as the document wants it; positions are whole canvas pixels.
 */
import { add } from "./commands.js";
import { freshId } from "./dom.js";
import { roundBox } from "./geometry.js";
import { nameOf } from "./labels.js";
import { parentOf } from "./tree.js";

const FALLBACK = { ink: "#1a1a19", accent: "#2747d9", paper: "#ffffff" };

/** Colours to draw with: the palette's, by what they are for. */
export function inks(state) {
  const palette = state.design.palette ?? {};
  return {
    ink: palette.ink ?? palette.text ?? FALLBACK.ink, accent: palette.accent ?? palette.a ?? FALLBACK.accent,
    paper: palette.paper ?? palette.bg ?? FALLBACK.paper, palette,
  };
}

/** The faces of the design's own largest and smaller text, so that what is added belongs to it. */
export function voices(state) {
  const texts = [...state.layers.values()].filter((layer) => layer.kind === "text").sort((a, b) => b.style.size - a.style.size);
  const voice = (layer) => layer && { font: layer.style.font, weight: layer.style.weight, tracking: layer.style.tracking };
  const title = voice(texts[0]) ?? { font: "Inter", weight: 700, tracking: -20 };
  return { title, body: voice(texts.at(-1)) ?? { ...title, weight: 400, tracking: 0 } };
}

/** A length in proportion to the canvas. */
export const unitOf = (state) => Math.min(state.design.canvas.width, state.design.canvas.height) / 24;

export function textLayer(state, box, { text, role = "body", size, voice = "body", align = "left", color = null, ...more }) {
  const { font, weight, tracking } = voices(state)[voice];
  return {
    kind: "text", id: freshId("text"), role, text, box: roundBox(box, 0), align, ...more,
    style: { font, weight, tracking, size: Math.max(8, Math.round(size)), leading: voice === "title" ? 1.05 : 1.35, color: color ?? inks(state).ink },
  };
}

export function shapeLayer(state, box, more) {
  const name = { rectangle: "Rectangle", ellipse: "Ellipse", path: "Path" }[more.shape ?? "rectangle"];
  return { kind: "shape", id: freshId("shape"), role: "ornament", name, box: roundBox(box, 0), fill: { kind: "solid", color: inks(state).accent }, ...more };
}

/** A straight line from one point to another, as a path in its own box. */
export function lineLayer(state, [x1, y1], [x2, y2]) {
  const width = Math.max(1, Math.round(unitOf(state) / 8));
  const [left, top] = [Math.min(x1, x2), Math.min(y1, y2)];
  const [w, h] = [Math.max(1, Math.abs(x2 - x1)), Math.max(1, Math.abs(y2 - y1))];
  const at = (x, y) => `${Math.round(x - left)} ${Math.round(y - top)}`;
  return shapeLayer(state, [left, top, w, h], {
    name: "Line", shape: "path", path: `M${at(x1, y1)}L${at(x2, y2)}`, view_box: [Math.round(w) || 1, Math.round(h) || 1], fill: null,
    stroke: { color: inks(state).ink, width, cap: "round" },
  });
}

/** A drawn path: points with handles, closed or open. */
export function pathLayer(state, points, closed) {
  const [left, top, w, h] = hull(points);
  const at = ([x, y]) => `${fixed(x - left)} ${fixed(y - top)}`;
  let data = `M${at(points[0].at)}`;
  const ring = closed ? [...points.slice(1), points[0]] : points.slice(1);
  ring.forEach((point, i) => {
    const before = points[i];
    const straight = !before.out && !point.in;
    data += straight ? `L${at(point.at)}` : `C${at(before.out ?? before.at)} ${at(point.in ?? point.at)} ${at(point.at)}`;
  });
  if (closed) data += "Z";
  const colors = inks(state);
  const look = closed ? { fill: { kind: "solid", color: colors.accent } }
    : { fill: null, stroke: { color: colors.ink, width: Math.max(1, Math.round(unitOf(state) / 8)), cap: "round", join: "round" } };
  return { kind: "shape", id: freshId("path"), role: "ornament", name: "Path", box: [left, top, w, h].map(fixed), shape: "path", path: data, view_box: [fixed(w), fixed(h)], ...look };
}

/** Pairs of words and sizes for the panel: [name, maker of layers at a place]. */
export const PAIRS = [
  ["Headline", (state, x, y, u) => [textLayer(state, [x, y, u * 16, u * 3.2], { text: "Headline", role: "title", size: u * 2.6, voice: "title", name: "Headline" })]],
  ["Subtitle", (state, x, y, u) => [textLayer(state, [x, y, u * 14, u * 1.8], { text: "Subtitle", role: "subtitle", size: u * 1.3, voice: "title", name: "Subtitle" })]],
  ["Body text", (state, x, y, u) => [textLayer(state, [x, y, u * 12, u * 3.4], { text: "Body text", role: "body", size: u * 0.75, name: "Body text" })]],
  ["Headline and text", (state, x, y, u) => [
    textLayer(state, [x, y, u * 15, u * 2.6], { text: "Headline", role: "title", size: u * 2.1, voice: "title", name: "Headline" }),
    textLayer(state, [x, y + u * 3, u * 12, u * 3.2], { text: "A sentence that says more.", role: "body", size: u * 0.8, name: "Text below" }),
  ]],
  ["Label and value", (state, x, y, u) => [
    textLayer(state, [x, y, u * 8, u], { text: "Label", role: "kicker", size: u * 0.6, case: undefined, name: "Label" }),
    textLayer(state, [x, y + u * 1.1, u * 10, u * 1.7], { text: "Value", role: "subtitle", size: u * 1.2, voice: "title", name: "Value" }),
  ]],
];

/** A round badge with words in it. */
export function badgeLayer(state, [x, y], size, words = "New") {
  const { accent, palette } = inks(state);
  const ink = palette.on_accent ?? (dark(accent) ? "#ffffff" : "#1a1a19");
  const id = freshId("badge");
  return {
    kind: "group", id, role: "badge", name: "Badge", layers: [
      shapeLayer(state, [x, y, size, size], { shape: "path", name: "Badge ground", role: "badge", path: burst(16), view_box: [100, 100], fill: { kind: "solid", color: accent } }),
      textLayer(state, [x + size * 0.12, y + size * 0.34, size * 0.76, size * 0.32], { text: words, role: "offer", size: size * 0.24, voice: "title", align: "center", color: ink, vertical_align: "middle", name: "Badge words" }),
    ],
  };
}

/** A box of a wireframe; what goes in it is typed next. */
export const boxLayer = (state, box) => ({
  kind: "shape", id: freshId("box"), role: "frame", name: "Box", region: "text", box: roundBox(box, 0),
  fill: { kind: "solid", color: "#3f6fd814" }, stroke: { color: "#3f6fd8", width: Math.max(1, Math.round(unitOf(state) / 20)) },
});

/** A frame that a picture is dropped into: an empty picture layer. */
export const frameLayer = (box, more = {}) => ({ kind: "image", id: freshId("picture"), role: "picture", name: "Picture", box: roundBox(box, 0), fit: "cover", ...more });

/** Where the view looks, for what is added by a button: a box of this size in its middle. */
export function middle(editor, w, h) {
  const { stage, view, store } = editor;
  const { width, height } = store.state.design.canvas;
  const spot = view.toCanvas({ clientX: stage.getBoundingClientRect().left + stage.clientWidth / 2, clientY: stage.getBoundingClientRect().top + stage.clientHeight / 2 });
  const x = Math.min(Math.max(0, spot[0] - w / 2), Math.max(0, width - w));
  const y = Math.min(Math.max(0, spot[1] - h / 2), Math.max(0, height - h));
  return [Math.round(x), Math.round(y), w, h];
}

/** Add layers above the selection, in its group if that is entered; select them. */
export function insert(editor, layers, label = null) {
  const { state } = editor.store;
  const top = [...state.selection].at(-1);
  const parent = editor.scope != null && top != null ? parentOf(state, top) : null;
  const commands = layers.map((layer) => add(layer, parent));
  const named = label ?? `Add ${layers.length === 1 ? nameOf(layers[0]) : `${layers.length} layers`}`;
  return editor.step({ label: named, commands }, { select: layers.map((layer) => layer.id) });
}

function hull(points) {
  const all = points.flatMap((p) => [p.at, p.in, p.out].filter(Boolean));
  const xs = all.map((p) => p[0]);
  const ys = all.map((p) => p[1]);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
}

function burst(points) {
  const at = (i) => {
    const radius = i % 2 ? 43 : 50;
    const angle = (Math.PI * i) / points;
    return `${fixed(50 + radius * Math.sin(angle))} ${fixed(50 - radius * Math.cos(angle))}`;
  };
  return `M${Array.from({ length: points * 2 }, (_, i) => at(i)).join("L")}Z`;
}

const fixed = (value) => Math.round(value * 10) / 10 || 0;
const dark = (hex) => {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 150;
};
