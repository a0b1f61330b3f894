/** Further sizes of the chosen design: a press adds one to the set, another takes it out. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

const OFFERED = [["instagram-story", "Story"], ["a3", "A3"], ["facebook-cover", "Cover"], ["instagram-square", "Square"], ["a4", "A4"]];

/** @param {(added: string[]) => void} onChange */
export function addedSizes(onChange) {
  const added = [];
  const labels = new Map(OFFERED);
  const buttons = OFFERED.map(([name, label]) => el("button", {
    type: "button", class: "ps-sizechip", "aria-pressed": "false", "data-size": name, on: { click: () => toggle(name) },
  }, icon("plus"), label));
  const toggle = (name) => {
    const at = added.indexOf(name);
    if (at < 0) added.push(name);
    else added.splice(at, 1);
    for (const button of buttons) {
      const on = added.includes(button.dataset.size);
      button.setAttribute("aria-pressed", String(on));
      button.replaceChildren(icon(on ? "check" : "plus"), labels.get(button.dataset.size));
    }
    onChange([...added]);
  };
  return {
    root: el("div", { class: "ps-sizes", role: "group", "aria-label": "Also in these sizes" }, el("span", { class: "ps-lookname" }, "Also as"), buttons),
    know: (sizes) => sizes.forEach(({ name, label }) => labels.has(name) || labels.set(name, label)),
    labelOf: (name) => labels.get(name) ?? name,
    /** The size that the design has already is not offered. */
    without(size) {
      for (const button of buttons) button.hidden = button.dataset.size === size;
    },
  };
}
