/** The line below the design that asks for a change of what is selected. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { these } from "./labels.js";
import { outermost } from "./tree.js";

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

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    editor.live.flush();
    store.prompt(text);
    input.value = "";
    busy(true);
  });
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
    const kinds = new Set(layers.map((layer) => layer.kind));
    input.placeholder = kinds.size === 1 ? SAMPLES[[...kinds][0]] : "Ask for a change…";
  }

  /** The answer, with what can be replied at once. */
  function heard({ kind, message }) {
    if (kind !== "said" && kind !== "reject") return;
    busy(false);
    if (kind !== "said" || !message.text) return;
    const replies = (message.choices ?? []).slice(0, 4).map((choice) => {
      const label = typeof choice === "string" ? choice : choice.label;
      return { label, run: () => store.prompt(choice.sentence ?? label) };
    });
    editor.toast(message.text, { actions: replies });
  }

  return {
    element: el("div", { class: "asking" }, element), update, heard,
    focus() {
      input.focus();
      return true;
    },
  };
}
