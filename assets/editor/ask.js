/** The line below the design that asks for a change of what is selected. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { these } from "./labels.js";
import { outermost } from "./tree.js";
import { choiceStrip } from "./variants.js";

const SAMPLES = {
  text: "Make it larger, shorten it, set it in red…", image: "Warmer, crop closer, replace it…",
  shape: "Another colour, a softer edge…", group: "Simpler, bigger, another colour…",
};

/** @param {object} editor */
export function createAsk(editor) {
  const { store } = editor;
  const of = el("span", { class: "of" });
  const input = el("input", { type: "text", "aria-label": "Ask for a change", maxlength: 2000, autocomplete: "off", enterkeyhint: "send" });
  const send = el("button", { class: "main", type: "submit", "aria-label": "Ask" }, icon("send"));
  const element = el("form", { class: "float ask", "aria-label": "Ask about the selection" }, icon("spark"), of, input, send);

  const offers = choiceStrip({ onTake: ask, onLeave: () => input.focus() });

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    ask(text);
    input.value = "";
  });

  function ask(text) {
    editor.live.flush();
    offers.show([]);
    store.prompt(text);
    busy(true);
  }

  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") editor.stage.focus();
  });
  function busy(on) {
    element.toggleAttribute("data-busy", on);
    send.disabled = on;
  }

  function update() {
    const { state } = store;
    const layers = outermost(state, [...state.selection]).map((id) => state.layers.get(id));
    of.textContent = layers.length ? these(layers) : "";
    element.toggleAttribute("data-idle", !layers.length);
    const kinds = new Set(layers.map((layer) => layer.kind));
    input.placeholder = kinds.size === 1 ? SAMPLES[[...kinds][0]] : "Ask for a change…";
  }

  /** The answer, with what can be replied at once. */
  function heard({ kind, message }) {
    if (kind !== "said" && kind !== "reject") return;
    busy(false);
    if (kind !== "said" || !message.text) return;
    offers.show(message.choices ?? []);
    editor.toast(message.text);
  }

  return {
    element: el("div", { class: "asking" }, offers.element, element), update, heard,
    focus() {
      input.focus();
      return true;
    },
  };
}
