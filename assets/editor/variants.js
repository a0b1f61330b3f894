/** What an answer offers to choose from, over the canvas: live previews, or the ways to go on. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

/** @param {{onTake: (sentence: string) => void, onLeave: () => void}} told */
export function choiceStrip({ onTake, onLeave }) {
  const list = el("div", { class: "offers", role: "group", "aria-label": "Choose one" });
  const close = el("button", { type: "button", class: "quiet small", "aria-label": "None of these", on: { click: leave } }, icon("close"));
  const element = el("div", { class: "offering float", hidden: true }, list, close);
  element.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape") leave();
    else if (step) walk(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function leave() {
    element.hidden = true;
    onLeave();
  }

  function walk(step) {
    const offers = [...list.children];
    const at = offers.indexOf(element.getRootNode().activeElement);
    offers[(at + step + offers.length) % offers.length]?.focus();
  }

  return {
    element,
    /** @param {{label: string, sentence: string, picture?: string}[]} choices */
    show(choices) {
      list.replaceChildren(...choices.map((choice) => offer(choice, () => {
        element.hidden = true;
        onTake(choice.sentence || choice.label);
      })));
      element.toggleAttribute("data-pictured", choices.some((choice) => choice.picture));
      element.hidden = !choices.length;
    },
  };
}

function offer({ label, picture }, take) {
  return el("button", { type: "button", class: "offer", on: { click: take } },
    picture && el("img", { src: picture, alt: "", draggable: "false" }), el("span", {}, label));
}
