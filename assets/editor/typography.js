/** The section of words: font, weight, size, leading, tracking, alignment, case. */
import { el } from "./dom.js";
import { numberField, segmented, selectField } from "./fields.js";
import { openFonts } from "./fontlist.js";
import { scaledType } from "./gestures.js";

const WEIGHTS = {
  100: "Thin", 200: "Extra light", 300: "Light", 400: "Regular", 500: "Medium", 600: "Semibold", 700: "Bold", 800: "Extra bold", 900: "Black",
};
const CASES = [["none", "–"], ["upper", "AG"], ["lower", "ag"], ["title", "Ag"]];

export function textSection(part) {
  const style = (key) => part.shared((layer) => layer.style[key]);
  const set = (more, label) => part.set((layer) => ({ style: { ...layer.style, ...more } }), label);
  const number = (key, label, mark, how, scale = 1) => part.keep(numberField({
    label, mark, get: () => scaled(style(key), scale), set: (value) => set({ [key]: value / scale }), ...how,
  }));
  return part.section("Text",
    part.keep(fontField(part, style, set)),
    el("div", { class: "row" }, part.keep(selectField({
      label: "Weight", options: WEIGHTS, get: () => style("weight"), set: (value) => set({ weight: Number(value) }),
    })), part.keep(numberField({
      label: "Size", mark: "Sz", min: 1, max: 20000, digits: 1, get: () => style("size"),
      set: (size) => part.set((layer) => scaledType(layer, size / layer.style.size)),
    }))),
    el("div", { class: "row" },
      number("leading", "Line height", "↕", { step: 0.05, min: 0.2, max: 10 }),
      number("tracking", "Letter spacing", "↔", { unit: "%", step: 1, min: -50, max: 500, digits: 1 }, 0.1)),
    part.keep(segmented({
      label: "Alignment", get: () => part.shared((layer) => sideOf(layer)), set: (align) => part.set({ align }),
      options: [["left", "Left", "text-left"], ["center", "Centre", "text-center"], ["right", "Right", "text-right"], ["justify", "Justify", "text-justify"]],
    })),
    part.keep(segmented({ label: "Case", options: CASES, get: () => style("case"), set: (value) => set({ case: value }) })));
}

function fontField(part, style, set) {
  const name = el("span", { class: "value" });
  const button = el("button", { class: "field font", type: "button", "aria-haspopup": "listbox" }, name);
  button.addEventListener("click", () => openFonts({
    editor: part.editor, anchor: button, value: style("font"), pick: (font) => set({ font }, `Set in ${font}`),
    peek: (font) => part.peek((layer) => ({ style: { ...layer.style, font } })), unpeek: part.unpeek,
  }));
  const update = () => {
    const font = style("font");
    name.textContent = font ?? "Mixed";
    button.setAttribute("aria-label", `Font: ${font ?? "mixed"}`);
  };
  update();
  return { element: button, update };
}

/** "start" and "end" as the sides they mean for most words here. */
function sideOf(layer) {
  const rtl = layer.direction === "rtl";
  if (layer.align === "start") return rtl ? "right" : "left";
  return layer.align === "end" ? (rtl ? "left" : "right") : layer.align;
}

const scaled = (value, scale) => (value == null ? value : value * scale);
