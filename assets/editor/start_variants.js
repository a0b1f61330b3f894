/** Four designs side by side as one choice: arrows choose, Space shuffles, Enter or a press opens. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

const SLOTS = [0, 1, 2, 3];

/**
 * @param {{onChoose: (slot: number) => void, onOpen: (slot: number) => void, onShuffle: () => void}} told
 */
export function variantGrid({ onChoose, onOpen, onShuffle }) {
  const cards = SLOTS.map((slot) => card(slot, { onChoose, onOpen }));
  const root = el("div", { class: "ps-variants", role: "radiogroup", "aria-label": "Designs of your words" }, cards.map((each) => each.root));
  root.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = cards.findIndex((each) => each.root === document.activeElement);
    if (at < 0) return;
    if (step) {
      const next = (at + step + SLOTS.length) % SLOTS.length;
      onChoose(next);
      cards[next].root.focus();
    } else if (event.key === " ") onShuffle();
    else if (event.key === "Enter") onOpen(at);
    else return;
    event.preventDefault();
  });
  return {
    root,
    shown: () => cards.map((each) => each.shown).filter(Boolean),
    show: (message) => cards[message.slot].show(message),
    choose: (slot) => cards.forEach((each, at) => each.choose(at === slot)),
    clear: () => cards.forEach((each) => each.clear()),
  };
}

/** The further sizes of the chosen design, in one row. */
export function sizeStrip() {
  const root = el("div", { class: "ps-strip", hidden: true, "aria-label": "The chosen design in its further sizes", role: "group" });
  const figures = new Map();
  return {
    root,
    /** Keep a place for each member beside the first, in order. */
    expect(members, labelOf) {
      root.hidden = members.length < 2;
      for (const [name, figure] of figures) if (!members.includes(name)) figure.root.remove(), figures.delete(name);
      for (const name of members.slice(1)) {
        if (!figures.has(name)) figures.set(name, figureOf(labelOf(name)));
        root.append(figures.get(name).root);
      }
    },
    show(message) {
      const figure = figures.get(message.member);
      if (!figure) return;
      figure.picture.style.aspectRatio = `${message.width} / ${message.height}`;
      if (message.src) figure.picture.src = message.src;
      figure.picture.alt = `${message.title}, ${figure.label}`;
    },
  };
}

function figureOf(label) {
  const picture = el("img", { alt: "", draggable: "false" });
  return { label, picture, root: el("figure", {}, picture, el("figcaption", {}, label)) };
}

function card(slot, { onChoose, onOpen }) {
  const picture = el("img", { alt: "", draggable: "false" });
  const name = el("span", { class: "ps-name" });
  const open = el("span", { class: "ps-open", on: { click: () => onOpen(slot) } }, "Open", icon("chevron"));
  const root = el("div", { class: "ps-card", role: "radio", tabindex: slot ? -1 : 0, "aria-checked": "false", "data-slot": slot, "data-empty": true },
    el("div", { class: "ps-sheet" }, picture), el("div", { class: "ps-foot" }, name, open));
  root.addEventListener("click", () => onChoose(slot));
  root.addEventListener("dblclick", () => onOpen(slot));
  const made = { root, shown: null };
  made.show = (message) => {
    made.shown = message;
    if (message.src) picture.src = message.src;
    picture.alt = `${message.title}, in the style ${message.label}`;
    root.setAttribute("aria-label", `Design ${slot + 1}: ${message.label}`);
    root.removeAttribute("data-empty");
    name.textContent = message.label;
    return picture.decode ? picture.decode().catch(() => {}) : Promise.resolve();
  };
  made.choose = (on) => {
    root.setAttribute("aria-checked", String(on));
    root.tabIndex = on ? 0 : -1;
  };
  made.clear = () => {
    made.shown = null;
    picture.removeAttribute("src");
    picture.alt = "";
    name.textContent = "";
    root.setAttribute("data-empty", "");
  };
  return made;
}
