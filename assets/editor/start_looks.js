/** Shuffles with their locks, and choices that are seen on the chosen design while they are hovered. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { ASPECTS } from "./wish.js";

const LABELS = { palette: "Palette", type: "Type", picture: "Picture", layout: "Layout" };

/**
 * @param {{onShuffle: (aspect: string) => void, onShuffleAll: () => void, onMore: () => void}} told
 */
export function shuffleBar({ onShuffle, onShuffleAll, onMore }) {
  const locks = new Set();
  const pair = (aspect) => {
    const label = LABELS[aspect];
    const lock = el("button", { type: "button", class: "ps-lock", "aria-pressed": "false", "aria-label": `Keep the ${label.toLowerCase()}`, title: `Keep the ${label.toLowerCase()} when shuffling all` }, icon("unlock"));
    const shuffle = el("button", { type: "button", class: "ps-shuffle", "data-aspect": aspect, on: { click: () => onShuffle(aspect) } }, label);
    lock.addEventListener("click", () => {
      const on = !locks.has(aspect);
      if (on) locks.add(aspect);
      else locks.delete(aspect);
      lock.setAttribute("aria-pressed", String(on));
      lock.replaceChildren(icon(on ? "lock" : "unlock"));
    });
    return el("span", { class: "ps-pair" }, shuffle, lock);
  };
  const more = el("button", { type: "button", class: "ps-more", "aria-expanded": "false", on: { click: onMore } }, "More looks", icon("sliders"));
  const root = el("div", { class: "ps-bar", role: "toolbar", "aria-label": "Shuffle" },
    el("button", { type: "button", class: "ps-all", title: "Space, while a design is focused", on: { click: onShuffleAll } }, icon("rotate"), "Shuffle"),
    el("span", { class: "ps-rule" }), ASPECTS.map(pair), el("span", { class: "ps-gap" }), more);
  return { root, locks, more };
}

/**
 * Palettes, title fonts and systems; hovering or focusing one shows it, pressing keeps it.
 * @param {{onTry: (choice: object|null) => void, onPick: (choice: object) => void}} told
 */
export function looks({ onTry, onPick }) {
  const rows = { palette: row("Palettes"), type: row("Type"), system: row("Styles") };
  const root = el("div", { class: "ps-looks", hidden: true }, Object.values(rows).map((each) => each.root));
  root.addEventListener("pointerleave", () => onTry(null));
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget)) onTry(null);
  });
  const choice = (made, label, ...children) => el("button", {
    type: "button", "aria-label": label, title: label,
    on: { pointerenter: () => onTry(made), focus: () => onTry(made), click: () => onPick(made) },
  }, ...children);
  return {
    root,
    show(message) {
      rows.palette.fill(message.palettes.map(({ turn, colors }, n) => choice({ palette: turn, colors: [] }, `Palette ${n + 1}`,
        el("span", { class: "ps-swatches" }, colors.slice(0, 5).map((color) => el("i", { style: { background: color } }))))));
      rows.type.fill(message.fonts.map((font) => choice({ font }, font, el("span", { class: "ps-font", style: { "font-family": `"${font}"` } }, font))));
      rows.system.fill(message.systems.map(({ name, label }) => choice({ system: name }, label, label)));
      for (const font of message.fonts) face(font);
    },
  };
}

function row(label) {
  const list = el("div", { class: "ps-choices", role: "group", "aria-label": label });
  return { root: el("div", { class: "ps-lookrow" }, el("span", { class: "ps-lookname" }, label), list), fill: (items) => list.replaceChildren(...items) };
}

const faces = new Set();

/** The family itself, so that its name is seen in it. */
function face(family) {
  if (faces.has(family) || !window.FontFace) return;
  faces.add(family);
  const made = new FontFace(family, `url("/studio/fonts/${encodeURIComponent(family)}/400")`, { display: "swap" });
  document.fonts.add(made);
  made.load().catch(() => document.fonts.delete(made));
}
