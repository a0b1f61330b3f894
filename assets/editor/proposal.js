/** What a sentence would change, over the canvas: each change is kept or left, then made as one step. */
import { el } from "./dom.js";

/** @param {{onAccept: (txn: string, parts: number[]) => void}} told */
export function proposalCard({ onAccept }) {
  const text = el("p", { class: "said" });
  const list = el("div", { class: "parts", role: "group", "aria-label": "Changes" });
  const picture = el("img", { alt: "How the design would look", draggable: "false" });
  const make = el("button", { type: "button", class: "main", on: { click: () => answer(chosen()) } });
  const leave = el("button", { type: "button", class: "quiet", on: { click: () => answer([]) } }, "Leave it");
  const element = el("div", { class: "offering float proposal", hidden: true, role: "group", "aria-label": "Proposed changes" },
    picture, el("div", { class: "what" }, text, list, el("div", { class: "row" }, make, leave)));
  let txn = null;

  list.addEventListener("change", count);
  element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") answer([]);
  });

  const boxes = () => [...list.querySelectorAll("input")];
  const chosen = () => boxes().flatMap((box, nth) => (box.checked ? [nth] : []));

  function count() {
    const many = chosen().length;
    make.disabled = !many;
    make.textContent = many === 1 ? "Make 1 change" : `Make ${many} changes`;
  }

  function answer(parts) {
    element.hidden = true;
    onAccept(txn, parts);
  }

  return {
    element,
    hide() {
      element.hidden = true;
    },
    /** @param {{txn: string, text: string, parts: {label: string}[], picture: string}} proposal */
    show(proposal) {
      txn = proposal.txn;
      text.textContent = proposal.text;
      picture.src = proposal.picture;
      list.replaceChildren(...proposal.parts.map(({ label }) =>
        el("label", {}, el("input", { type: "checkbox", checked: true }), el("span", {}, label))));
      count();
      element.hidden = false;
      make.focus();
    },
  };
}
