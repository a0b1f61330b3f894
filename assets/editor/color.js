/** Colours: pure conversions, and the popover that picks one: palette, square, hue, hex, opacity. */
import { el } from "./dom.js";

/** "#rgb", "rrggbb", "#rrggbbaa" → "#rrggbb" or "#rrggbbaa"; null when it is none. */
export function hexOf(text) {
  const digits = text.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{3,4}$/.test(digits)) return hexOf([...digits].map((d) => d + d).join(""));
  if (!/^([0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return null;
  return `#${digits.length === 8 && digits.endsWith("ff") ? digits.slice(0, 6) : digits}`;
}

export const opaque = (hex) => hex.slice(0, 7);
export const alphaOf = (hex) => (hex.length === 9 ? parseInt(hex.slice(7), 16) / 255 : 1);

export function withAlpha(hex, alpha) {
  const byte = Math.round(Math.min(1, Math.max(0, alpha)) * 255);
  return byte === 255 ? opaque(hex) : opaque(hex) + byte.toString(16).padStart(2, "0");
}

/** Hue 0..360, saturation and value 0..1. */
export function hsvOf(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  const high = Math.max(r, g, b);
  const span = high - Math.min(r, g, b);
  let hue = 0;
  if (span) {
    if (high === r) hue = ((g - b) / span + 6) % 6;
    else hue = high === g ? (b - r) / span + 2 : (r - g) / span + 4;
  }
  return [hue * 60, high ? span / high : 0, high];
}

export function hexOfHsv([hue, saturation, value]) {
  const channel = (n) => {
    const k = (n + hue / 60) % 6;
    return value - value * saturation * Math.max(0, Math.min(k, 4 - k, 1));
  };
  return `#${[5, 3, 1].map((n) => Math.round(channel(n) * 255).toString(16).padStart(2, "0")).join("")}`;
}

/** The colours of a design: its palette by role, then those of its layers, without doubles. */
export function colorsOf(state) {
  const known = new Set();
  const isNew = ([, hex]) => !known.has(hex) && known.add(hex);
  const palette = Object.entries(state.design.palette ?? {}).filter(isNew);
  const used = [];
  for (const layer of state.layers.values()) {
    for (const hex of [layer.style?.color, layer.fill?.color, layer.stroke?.color]) {
      if (hex && isNew([hex, hex])) used.push([hex, hex]);
    }
  }
  return { palette, used: used.slice(0, 16) };
}

/**
 * Opens beside `anchor`; `pick(hex, done)` is called while choosing and once more when it is done.
 *
 * @param {{anchor: Element, value: string, colors: {palette: [string, string][], used: [string, string][]},
 *   pick: (hex: string, done: boolean) => void, drop?: () => void}} how `drop`: left by Escape
 */
export function openPicker({ anchor, value, colors, pick, drop = () => {} }) {
  let hex = hexOf(value ?? "") ?? "#000000";
  let hsv = hsvOf(hex);
  let alpha = alphaOf(hex);
  const start = hex;
  let dropped = false;
  const square = el("div", { class: "sv", tabindex: "0", role: "slider", "aria-label": "Saturation and brightness" }, el("i"));
  const hue = el("input", { type: "range", class: "hue", min: 0, max: 360, step: 1, "aria-label": "Hue" });
  const fade = el("input", { type: "range", class: "fade", min: 0, max: 100, step: 1, "aria-label": "Opacity of the colour" });
  const field = el("input", { type: "text", "aria-label": "Hex colour", spellcheck: "false", maxlength: 9 });
  const box = el("div", { class: "float picker", popover: "auto", role: "dialog", "aria-label": "Colour" },
    square, hue, fade, el("label", { class: "field" }, el("span", {}, "Hex"), field), swatchRow("Palette", colors.palette), swatchRow("In this design", colors.used));

  function show() {
    square.style.setProperty("--hue", hexOfHsv([hsv[0], 1, 1]));
    square.firstChild.style.insetInlineStart = `${hsv[1] * 100}%`;
    square.firstChild.style.insetBlockStart = `${(1 - hsv[2]) * 100}%`;
    square.setAttribute("aria-valuenow", String(Math.round(hsv[1] * 100)));
    square.setAttribute("aria-valuetext", `${Math.round(hsv[1] * 100)} % saturated, ${Math.round(hsv[2] * 100)} % bright`);
    fade.style.setProperty("--c", opaque(hex));
    hue.value = hsv[0];
    fade.value = Math.round(alpha * 100);
    if (box.getRootNode().activeElement !== field) field.value = hex;
  }

  function take(next, { keepHue = false, done = false } = {}) {
    hex = next;
    alpha = alphaOf(hex);
    const found = hsvOf(hex);
    hsv = keepHue || !found[1] ? [hsv[0], found[1], found[2]] : found;
    show();
    pick(hex, done);
  }

  const fromHsv = (next, done = false) => {
    hsv = next;
    hex = withAlpha(hexOfHsv(hsv), alpha);
    show();
    pick(hex, done);
  };

  function swatchRow(title, list) {
    if (!list.length) return null;
    const buttons = list.map(([name, color]) => el("button", {
      class: "swatch", type: "button", title: name, "aria-label": name === color ? color : `${name} ${color}`,
      style: { "--c": color }, on: { click: () => take(withAlpha(color, alpha)) },
    }));
    return el("div", {}, el("p", { class: "hint" }, title), el("div", { class: "swatches" }, buttons));
  }

  const within = (event) => {
    const r = square.getBoundingClientRect();
    const at = (v, low, size) => Math.min(1, Math.max(0, (v - low) / size));
    fromHsv([hsv[0], at(event.clientX, r.left, r.width), 1 - at(event.clientY, r.top, r.height)]);
  };
  square.addEventListener("pointerdown", (event) => {
    square.setPointerCapture(event.pointerId);
    within(event);
  });
  square.addEventListener("pointermove", (event) => square.hasPointerCapture(event.pointerId) && within(event));
  square.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: [-0.02, 0], ArrowRight: [0.02, 0], ArrowUp: [0, 0.02], ArrowDown: [0, -0.02] }[event.key];
    if (!by) return;
    event.preventDefault();
    const clamp = (v) => Math.min(1, Math.max(0, v));
    fromHsv([hsv[0], clamp(hsv[1] + by[0]), clamp(hsv[2] + by[1])]);
  });
  hue.addEventListener("input", () => fromHsv([Number(hue.value), hsv[1], hsv[2]]));
  fade.addEventListener("input", () => take(withAlpha(hex, fade.value / 100), { keepHue: true }));
  field.addEventListener("input", () => hexOf(field.value) && take(hexOf(field.value)));
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") dropped = true; // back to the colour it had
    if (event.key === "Escape" || (event.key === "Enter" && event.target === field)) box.hidePopover();
  });
  box.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    if (hex !== start && !dropped) pick(hex, true);
    else if (dropped) drop();
    box.remove();
    anchor.focus?.();
  });
  anchor.after(box);
  show();
  box.showPopover();
  place(box, anchor);
  field.focus();
  return box;
}

function place(box, anchor) {
  const { width, height } = box.getBoundingClientRect();
  const r = anchor.getBoundingClientRect();
  const left = r.left - width - 12 > 8 ? r.left - width - 12 : Math.min(r.left, innerWidth - width - 8);
  box.style.left = `${Math.max(8, left)}px`;
  box.style.top = `${Math.max(8, Math.min(r.top - 8, innerHeight - height - 8))}px`;
}
