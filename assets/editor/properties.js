/**
 * The panel of numbers and looks of what is selected. Built anew when the selection or what it
 * offers changes; otherwise only its values are refreshed, and never the field that is typed in.
 */
import { aligning, distributing, framing, setting } from "./commands.js";
import { BLENDS } from "./blends.js";
import { el } from "./dom.js";
import { iconButton, numberField, selectField, textField } from "./fields.js";
import { effectSection, fillSection, imageSection, shapeSection } from "./looks.js";
import { allOf } from "./spans.js";
import { paintingSection } from "./paintsection.js";
import { textSection } from "./typography.js";
import { maskSection, shapeAbove } from "./masks.js";
import { bounds, center, turned } from "./geometry.js";
import { withMasks } from "./gestures.js";
import { updates } from "./commands.js";
import { stepLabel, these } from "./labels.js";
import { frameOf, leavesOf, outermost, placedOf } from "./tree.js";

const ALIGN = [
  ["left", "Align left"], ["center", "Align centres"], ["right", "Align right"],
  ["top", "Align tops"], ["middle", "Align middles"], ["bottom", "Align bottoms"],
];

/** @param {object} editor @returns {{element: HTMLElement, update(): void}} */
export function createProperties(editor) {
  const element = el("section", { class: "panel", "aria-label": "Properties", tabindex: "-1" });
  const { store } = editor;
  const peeking = new Map(); // id → {busy, wish} of what is only shown
  let fields = [];
  let built = null;

  const part = {
    editor,
    ids: () => outermost(store.state, [...store.state.selection]),
    layers: () => part.ids().map((id) => store.state.layers.get(id)).filter(Boolean),
    /** What all leaves of the selection agree on: the value, null where they differ. */
    shared(read) {
      const values = part.layers().map(read).filter((value) => value !== undefined);
      const texts = new Set(values.map((value) => JSON.stringify(value)));
      return texts.size > 1 ? null : values[0];
    },
    set(changes, label) {
      peeking.clear();
      editor.typing.whenKept(() => editor.step(setting(store.state, part.ids(), changes, label)));
    },
    /** The words of a text that are chosen while they are typed, else all of them. */
    range: (layer) => (editor.typing.id === layer.id && editor.typing.chosen) || allOf(layer),
    /** Show changes on the design without making a step; the newest wish wins. */
    peek(changes) {
      for (const layer of part.layers()) {
        if (layer.kind === "group" || layer.locked) continue;
        const wish = typeof changes === "function" ? changes(layer) : changes;
        const busy = peeking.get(layer.id)?.busy;
        peeking.set(layer.id, { busy: true, wish: busy ? wish : null });
        if (!busy) store.preview(layer.id, wish);
      }
    },
    unpeek() {
      for (const id of peeking.keys()) store.endPreview(id);
      peeking.clear();
    },
    keep(field) {
      fields.push(field);
      return field.element;
    },
    section: (title, ...rows) => el("section", { class: "section" }, title && el("h3", {}, title), rows),
  };

  store.subscribe(({ kind, ids }) => {
    if (kind === "select" && peeking.size) part.unpeek();
    if (kind !== "preview") return;
    for (const id of ids) {
      const asked = peeking.get(id);
      if (!asked) continue;
      peeking.set(id, { busy: Boolean(asked.wish), wish: null });
      if (asked.wish) store.preview(id, asked.wish);
    }
  });

  function update() {
    const sign = signature();
    if (sign !== built) {
      fields = [];
      element.replaceChildren(...build());
      built = sign;
    }
    for (const field of fields) field.update();
  }

  function signature() {
    const layers = part.layers();
    return JSON.stringify(layers.map((l) => [
      l.id, l.kind, l.locked, l.shape, l.fill?.kind, l.fill?.stops?.length, Boolean(l.stroke), l.effects.map((e) => e.kind), l.mask && (l.mask.asset ?? l.mask.path), layers.length === 1 && shapeAbove(store.state, l.id)?.id,
    ]).concat([[store.state.design?.canvas, editor.painting?.painter]]));
  }

  function build() {
    const layers = part.layers();
    if (!layers.length) return [sheet(), palette(), paintingSection(part)].filter(Boolean);
    const kinds = new Set(layers.map((layer) => layer.kind));
    const only = kinds.size === 1 ? [...kinds][0] : null;
    return [
      arrange(), position(only),
      only === "text" && textSection(part),
      only === "image" && imageSection(part), paintingSection(part),
      only === "shape" && shapeSection(part),
      (only === "shape" || only === "text") && fillSection(part, only),
      look(), maskSection(part), effectSection(part), access(layers),
    ].filter(Boolean);
  }

  function sheet() {
    const { design } = store.state;
    const { width, height, dpi = 96, bleed = 0 } = design.canvas;
    const inches = (px) => `${Math.round((px / dpi) * 25.4)} mm`;
    const facts = [`${width} × ${height} px`];
    if (dpi > 96) facts.push(`${inches(width)} × ${inches(height)}, ${dpi} dpi`);
    if (bleed) facts.push(`Bleed ${bleed} px`);
    return part.section("Design", el("p", { class: "hint" }, facts.join(" · ")),
      el("p", { class: "hint" }, "Click a layer to change it. Press ? for the keys."));
  }

  function palette() {
    const colors = Object.entries(store.state.design.palette ?? {});
    if (!colors.length) return null;
    return part.section("Palette", el("ul", { class: "palette" }, colors.map(([role, hex]) => el("li", {},
      el("span", { class: "chip", style: { "--c": hex } }), el("span", {}, words(role.replaceAll("_", " "))), el("code", {}, hex)))));
  }

  function arrange() {
    const many = part.ids().length;
    const row = ALIGN.map(([how, label]) => iconButton(`align-${how}`, label, () => editor.step(aligning(store.state, part.ids(), how))));
    const spread = [["x", "Distribute horizontally"], ["y", "Distribute vertically"]].map(([axis, label]) =>
      iconButton(`spread-${axis}`, label, () => editor.step(distributing(store.state, part.ids(), axis)), { disabled: many < 3 }));
    const title = these(part.layers());
    return part.section(title, el("div", { class: "row icons", role: "toolbar", "aria-label": "Align" }, row, spread));
  }

  const frame = () => {
    const ids = part.ids().filter((id) => store.state.layers.has(id));
    if (!ids.length) return [0, 0, 0, 0];
    return ids.length === 1 ? placedOf(store.state, ids[0]).box : frameOf(store.state, ids) ?? [0, 0, 0, 0];
  };

  function position() {
    const number = (mark, label, at) => part.keep(numberField({
      label, mark, get: () => frame()[at], digits: 1, min: at > 1 ? 1 : -1e5,
      set: (value) => editor.step(framing(store.state, part.ids(), { [["x", "y", "w", "h"][at]]: value })),
    }));
    return part.section("Position",
      el("div", { class: "row" }, number("X", "Left", 0), number("Y", "Top", 1)),
      el("div", { class: "row" }, number("W", "Width", 2), number("H", "Height", 3)),
      el("div", { class: "row" }, part.keep(numberField({
        label: "Rotation", mark: "∠", unit: "°", digits: 1, min: -360, max: 360,
        get: () => part.shared((l) => (l.kind === "group" ? 0 : l.rotation)), set: rotate,
      })), el("div", { class: "row icons" },
        iconButton("rotate", "Turn by 90°", () => rotate(((part.shared((l) => l.rotation ?? 0) ?? 0) + 90) % 360)))),
    );
  }

  /** Groups turn by the angle about their middle, layers to it about their own. */
  function rotate(degrees) {
    const { state } = store;
    const changes = {};
    for (const id of part.ids()) {
      const group = state.layers.get(id).kind === "group";
      const pivot = center(bounds(placedOf(state, id)));
      for (const leaf of leavesOf(state, id)) {
        const placed = placedOf(state, leaf);
        const to = group ? turned(placed, pivot, degrees) : { ...placed, rotation: degrees > 180 ? degrees - 360 : degrees };
        changes[leaf] = { box: to.box, rotation: to.rotation };
      }
    }
    editor.step({ label: stepLabel("Rotate", part.layers()), commands: updates(withMasks(state, part.ids(), changes)) });
  }

  function look() {
    return part.section("Layer", el("div", { class: "row" },
      part.keep(numberField({
        label: "Opacity", mark: "◐", unit: "%", min: 0, max: 100, digits: 0,
        get: () => percent(part.shared((l) => l.opacity)), set: (value) => part.set({ opacity: value / 100 }),
      })),
      part.keep(selectField({
        label: "Blend mode", options: Object.fromEntries(BLENDS.map((mode) => [mode, words(mode)])),
        get: () => part.shared((l) => l.blend_mode), set: (value) => part.set({ blend_mode: value }),
      }))));
  }

  function access(layers) {
    if (layers.length !== 1) return null;
    return part.section("Described as", part.keep(textField({
      label: "Alternative text", rows: 2, placeholder: "What is seen here, for people who do not see it",
      get: () => part.shared((l) => l.alt), set: (alt) => part.set({ alt }),
    })));
  }

  return { element, update };
}

const percent = (value) => (value == null ? value : value * 100);
export const words = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
