/** Sections of the properties: fill, line, corners, picture, effects. Each returns one element. */
import { colorsOf, openPicker, opaque } from "./color.js";
import { el } from "./dom.js";
import { iconButton, numberField, segmented, selectField } from "./fields.js";
import { restyled, styleIn } from "./spans.js";

const FILLS = { none: "None", solid: "Solid", linear: "Linear gradient", radial: "Radial gradient", picture: "Picture" };
const SHAPES = { rectangle: "Rectangle", ellipse: "Ellipse", polygon: "Polygon", path: "Path" };
const EFFECTS = {
  shadow: { title: "Shadow", make: (px) => ({ kind: "shadow", color: "#00000066", dx: 0, dy: px * 0.5, blur: px }) },
  blur: { title: "Blur", make: (px) => ({ kind: "blur", radius: px * 0.5 }) },
  outline: { title: "Outline", make: (px) => ({ kind: "outline", color: "#ffffff", width: Math.max(1, px * 0.25) }) },
  extrusion: { title: "Extrusion", make: (px) => ({ kind: "extrusion", color: "#000000", dx: px * 0.5, dy: px * 0.5 }) },
};

/**
 * A chip that opens the picker. `change(hex)` gives the fields: seen on the design while choosing,
 * one step when it is chosen.
 */
export function colorRow(part, { label, get, change, extra = null, step = null }) {
  const chip = el("button", { class: "chip", type: "button", "aria-label": label, title: label });
  const hex = el("span", { class: "hex" });
  let shown = null;
  chip.addEventListener("click", () => openPicker({
    anchor: chip, value: get() ?? "#000000", colors: colorsOf(part.editor.store.state),
    pick: (value, done) => {
      paint(value);
      if (done) part.set(change(value), step);
      else part.peek(change(value));
    },
    drop: () => {
      part.unpeek();
      paint(get());
    },
  }));
  function paint(value) {
    shown = value;
    chip.style.setProperty("--c", value ?? "transparent");
    hex.textContent = value === null ? "Mixed" : value ?? "None";
  }
  const update = () => shown !== get() && paint(get());
  paint(get());
  return part.keep({ element: el("div", { class: "colorrow" }, chip, hex, extra), update });
}

export function fillSection(part, kind) {
  const own = () => (kind === "text" && part.layers().every((l) => !l.fill)
    ? { kind: "solid", color: part.shared((l) => styleIn(l, part.range(l), "color")) } : part.shared((l) => l.fill ?? null));
  const fill = own();
  const change = (next) => (kind === "text" && next?.kind === "solid" ? inked(part, next.color) : { fill: next });
  const set = (next) => part.set(change(next), recolour(part));
  const choices = { ...FILLS };
  if (kind === "text") delete choices.none;
  if (fill?.kind !== "picture") delete choices.picture;
  const rows = [part.keep(selectField({
    label: "Kind of fill", options: choices, get: () => kindOf(own()),
    set: (next) => set(convert(own(), next)),
  }))];
  if (fill?.kind === "solid") {
    rows.push(colorRow(part, { label: "Fill colour", get: () => own()?.color ?? null, change: (color) => change({ ...own(), color }), step: recolour(part) }));
  }
  if (fill?.stops) rows.push(...gradientRows(part, own, set, change));
  return part.section("Fill", rows, swatches(part, (color) => change({ kind: "solid", color })));
}

function gradientRows(part, own, set, change) {
  const stops = own().stops.map((_, i) => colorRow(part, {
    label: `Colour ${i + 1} of the gradient`, get: () => own()?.stops?.[i]?.color ?? null, step: recolour(part),
    change: (color) => change({ ...own(), stops: own().stops.map((s, k) => (k === i ? { ...s, color } : s)) }),
    extra: el("span", { class: "hint" }, `${Math.round(own().stops[i].offset * 100)} %`),
  }));
  const reverse = iconButton("flip-x", "Reverse the gradient", () => set({
    ...own(), stops: own().stops.map((s) => ({ ...s, offset: 1 - s.offset })).reverse(),
  }));
  if (own().kind !== "linear") return [...stops, el("div", { class: "row icons" }, reverse)];
  const angle = part.keep(numberField({
    label: "Angle of the gradient", mark: "∠", unit: "°", digits: 0, min: -360, max: 360,
    get: () => angleOf(own()), set: (degrees) => set({ ...own(), ...axisAt(degrees) }),
  }));
  return [...stops, el("div", { class: "row" }, angle, reverse)];
}

/** The palette: seen on the design while pointed at, one step when clicked. */
function swatches(part, change) {
  const { palette } = colorsOf(part.editor.store.state);
  if (!palette.length) return null;
  return el("div", { class: "swatches", role: "group", "aria-label": "Palette", on: { pointerleave: part.unpeek } }, palette.map(([role, hex]) => el("button", {
    class: "swatch", type: "button", title: role, "aria-label": `${role} ${hex}`, style: { "--c": hex },
    on: { click: () => part.set(change(hex), recolour(part)), pointerenter: () => part.peek(change(hex)) },
  })));
}

export function shapeSection(part) {
  const stroke = () => part.shared((l) => l.stroke);
  const rows = [];
  if (part.shared((l) => l.shape) === "rectangle") {
    rows.push(el("div", { class: "row" }, part.keep(numberField({
      label: "Corner radius", mark: "◜", min: 0, digits: 1,
      get: () => part.shared((l) => (Array.isArray(l.corner_radius) ? Math.max(...l.corner_radius) : l.corner_radius)),
      set: (value) => part.set({ corner_radius: value }),
    })), part.keep(selectField({
      label: "Shape", options: { rectangle: "Rectangle", ellipse: "Ellipse" }, get: () => part.shared((l) => l.shape), set: (shape) => part.set({ shape }),
    }))));
  }
  if (stroke()) {
    const set = (more) => part.set((l) => ({ stroke: { ...l.stroke, ...more } }));
    rows.push(colorRow(part, {
      label: "Colour of the line", get: () => stroke()?.color ?? null, change: (color) => (l) => ({ stroke: { ...l.stroke, color } }),
      extra: iconButton("minus", "Take the line away", () => part.set({ stroke: null }), { class: "small" }),
    }));
    rows.push(el("div", { class: "row" }, part.keep(numberField({
      label: "Width of the line", mark: "━", min: 0.1, digits: 1, get: () => stroke()?.width ?? 1, set: (width) => set({ width }),
    })), part.keep(selectField({
      label: "Dashes", options: { solid: "Solid", dash: "Dashed", dot: "Dotted" },
      get: () => dashName(stroke()), set: (name) => set(dashes(name, stroke()?.width ?? 1)),
    }))));
  }
  const add = !stroke() && iconButton("plus", "Add a line", () => part.set({ stroke: { color: ink(part), width: unit(part) * 0.2 } }), { class: "small" });
  const section = part.section(SHAPES[part.shared((l) => l.shape)] ?? "Shape", rows);
  section.firstChild.append(add || "");
  return section;
}

export function imageSection(part) {
  const flip = (axis, label) => {
    const key = `flip_${axis}`;
    return iconButton(`flip-${axis}`, label, () => part.set((l) => ({ [key]: !l[key] })));
  };
  const focus = (at, label) => part.keep(numberField({
    label, mark: at ? "↕" : "↔", unit: "%", min: 0, max: 100, digits: 0,
    get: () => percent(part.shared((l) => l.focus[at])),
    set: (value) => part.set((l) => ({ focus: at ? [l.focus[0], value / 100] : [value / 100, l.focus[1]] })),
  }));
  return part.section("Picture",
    part.keep(segmented({
      label: "Fit", options: [["cover", "Fill"], ["contain", "Fit"], ["stretch", "Stretch"]],
      get: () => part.shared((l) => l.fit), set: (fit) => part.set({ fit }),
    })),
    el("div", { class: "row" }, focus(0, "Part shown, across"), focus(1, "Part shown, down")),
    el("div", { class: "row icons" }, flip("x", "Flip horizontally"), flip("y", "Flip vertically"),
      el("button", { class: "quiet", type: "button", on: { click: () => part.editor.enter(part.ids()[0]) } }, "Crop"),
      el("button", { class: "quiet", type: "button", on: { click: () => part.editor.retouch.open(part.ids()[0]) } }, "Brush…"),
      el("button", { class: "quiet", type: "button", on: { click: () => part.editor.replacePicture(part.ids()[0]) } }, "Replace…")));
}

export function effectSection(part) {
  const layers = part.layers();
  if (layers.length !== 1) return null;
  const [{ kind, effects }] = layers;
  const now = () => part.layers()[0]?.effects ?? [];
  const change = (i, more) => ({ effects: now().map((e, k) => (k === i ? { ...e, ...more } : e)) });
  const rows = effects.flatMap((effect, i) => effectRows(part, () => now()[i] ?? effect, (more) => change(i, more),
    () => part.set({ effects: now().filter((_, k) => k !== i) })));
  const names = Object.keys(EFFECTS).filter((name) => kind === "text" || !["outline", "extrusion"].includes(name));
  const add = iconButton("plus", "Add an effect", (event) => part.editor.menu.open(event.currentTarget, names.map((name) => ({
    label: EFFECTS[name].title, run: () => part.set({ effects: [...now(), EFFECTS[name].make(unit(part))] }, `Add ${name}`),
  }))), { class: "small", "aria-haspopup": "menu" });
  const section = part.section("Effects", rows);
  section.firstChild.append(add);
  return section;
}

function effectRows(part, get, change, remove) {
  const { kind } = get();
  const number = (key, label, mark, min = 0) => part.keep(numberField({
    label: `${EFFECTS[kind].title}: ${label}`, mark, min, digits: 1, get: () => get()[key] ?? 0, set: (value) => part.set(change({ [key]: value })),
  }));
  const away = iconButton("minus", `Take the ${kind} away`, remove, { class: "small" });
  const rows = ["color" in get() || kind !== "blur"
    ? colorRow(part, { label: `Colour of the ${kind}`, get: () => get().color ?? "#00000066", change: (color) => change({ color }), extra: away })
    : el("div", { class: "row" }, number("radius", "radius", "◌"), el("div", { class: "end" }, away))];
  if (kind === "shadow") rows.push(el("div", { class: "row three" }, number("dx", "right", "X", -1e4), number("dy", "down", "Y", -1e4), number("blur", "blur", "◌")));
  if (kind === "extrusion") rows.push(el("div", { class: "row" }, number("dx", "right", "X", -1e4), number("dy", "down", "Y", -1e4)));
  if (kind === "outline") rows.push(el("div", { class: "row" }, number("width", "width", "━", 0.1)));
  return [el("p", { class: "hint" }, EFFECTS[kind].title), ...rows];
}

const percent = (value) => (value == null ? value : value * 100);
const kindOf = (fill) => (fill === null ? "none" : fill?.kind ?? "none");
const recolour = (part) => (part.layers().length === 1 ? `Recolour ${part.layers()[0].name || words(part.layers()[0].role)}` : `Recolour ${part.layers().length} layers`);
const words = (role) => role.charAt(0).toUpperCase() + role.slice(1);

/** A colour for words; a fill that painted over their colours goes, its first colour stays for the rest. */
const inked = (part, color) => (layer) => {
  const rest = layer.fill ? convert(layer.fill, "solid").color : layer.style.color;
  return { fill: null, ...restyled({ ...layer, style: { ...layer.style, color: rest } }, part.range(layer), { color }) };
};
const ink = (part) => part.editor.store.state.design.palette?.text ?? part.editor.store.state.design.palette?.ink ?? "#1a1a19";

/** A length that looks the same on any canvas: about a fiftieth of its shorter side. */
function unit(part) {
  const { width, height } = part.editor.store.state.design.canvas;
  return Math.max(4, Math.round(Math.min(width, height) / 50));
}

/** Another kind of fill in the colours of this one. */
export function convert(fill, kind) {
  const first = fill?.color ?? fill?.stops?.[0]?.color ?? "#888888";
  const last = fill?.stops?.at(-1)?.color ?? `${opaque(first)}00`;
  const stops = fill?.stops ?? [{ offset: 0, color: first }, { offset: 1, color: last }];
  if (kind === "none") return null;
  if (kind === "solid") return { kind, color: first };
  return kind === "linear" ? { kind, start: [0, 0], end: [0, 1], stops } : { kind, center: [0.5, 0.5], radius: 0.7, stops };
}

/** Degrees clockwise of a linear fill's axis, 0 running to the right. */
export function angleOf(fill) {
  const [sx, sy] = fill?.start ?? [0, 0];
  const [ex, ey] = fill?.end ?? [0, 1];
  return Math.round((Math.atan2(ey - sy, ex - sx) * 180) / Math.PI);
}

/** Start and end on the edge of the box for an angle. */
export function axisAt(degrees) {
  const [x, y] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const reach = 0.5 / Math.max(Math.abs(x), Math.abs(y));
  const at = (sign) => [x, y].map((v) => Math.round((0.5 + sign * v * reach) * 1000) / 1000);
  return { start: at(-1), end: at(1) };
}

const dashName = (stroke) => (!stroke?.dash?.length ? "solid" : stroke.cap === "round" && stroke.dash[0] < 0.1 ? "dot" : "dash");
function dashes(name, width) {
  if (name === "dash") return { dash: [width * 3, width * 2], cap: "butt" };
  return name === "dot" ? { dash: [0.01, width * 2], cap: "round" } : { dash: [], cap: "butt" };
}
