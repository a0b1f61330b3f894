/** The line below the design that asks for a change of what is selected. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { these } from "./labels.js";
import { proposalCard } from "./proposal.js";
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
  const review = el("button", {
    class: "quiet review", type: "button", "aria-pressed": "false", title: "Show every change before it is made",
    on: { click: () => review.setAttribute("aria-pressed", String(!reviews())) },
  }, "Review");
  const reviews = () => review.getAttribute("aria-pressed") === "true";
  const element = el("form", { class: "float ask", "aria-label": "Ask about the selection" }, icon("spark"), of, input, review, send);

  let mine = null; // the name of what was asked last
  const proposal = proposalCard({
    onAccept(txn, parts) {
      store.send({ t: "accept", txn, parts });
      input.focus();
    },
  });
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
    proposal.hide();
    mine = store.prompt(text, reviews() ? { propose: true } : {});
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
    if (!["said", "reject", "proposal"].includes(kind)) return;
    if (kind === "proposal" && message.txn !== mine) return;
    busy(false);
    if (kind === "proposal") proposal.show(message);
    if (kind !== "said" || !message.text) return;
    offers.show(message.choices ?? []);
    editor.toast(message.text);
  }

  return {
    element: el("div", { class: "asking" }, offers.element, proposal.element, element), update, heard,
    focus(words = "") {
      if (words) input.value = words;
      input.focus();
      return true;
    },
  };
}
