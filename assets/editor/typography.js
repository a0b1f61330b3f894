/**
 * The section of words: font, weight, size, leading, tracking, alignment, case. Where words are chosen
 * while they are typed it shows and changes these alone.
 */
import { el } from "./dom.js";
import { iconButton, numberField, segmented, selectField } from "./fields.js";
import { openFonts } from "./fontlist.js";
import { boldening, restyled, styleIn, switching } from "./spans.js";

const WEIGHTS = {
  100: "Thin", 200: "Extra light", 300: "Light", 400: "Regular", 500: "Medium", 600: "Semibold", 700: "Bold", 800: "Extra bold", 900: "Black",
};
const CASES = [["none", "–"], ["upper", "AG"], ["lower", "ag"], ["title", "Ag"]];
const SWITCHES = [
  ["bold", "Bold", boldening, (part, style) => (style("weight") ?? 0) >= 600], ["italic", "Italic", switching("italic")],
  ["underline", "Underlined", switching("underline")], ["strikethrough", "Struck through", switching("strikethrough")],
];

export function textSection(part) {
  const style = (key) => part.shared((layer) => styleIn(layer, part.range(layer), key));
  const set = (more, label) => part.set((layer) => {
    const range = part.range(layer);
    return restyled(layer, range, typeof more === "function" ? more(layer, range) : more);
  }, label);
  const number = (key, label, mark, how, scale = 1) => part.keep(numberField({
    label, mark, get: () => scaled(style(key), scale), set: (value) => set({ [key]: value / scale }), ...how,
  }));
  const section = part.section("Text",
    part.keep(fontField(part, style, set)),
    el("div", { class: "row" }, part.keep(selectField({
      label: "Weight", options: WEIGHTS, get: () => style("weight"), set: (value) => set({ weight: Number(value) }),
    })), number("size", "Size", "Sz", { min: 1, max: 20000, digits: 1 })),
    el("div", { class: "row" },
      number("leading", "Line height", "↕", { step: 0.05, min: 0.2, max: 10 }),
      number("tracking", "Letter spacing", "↔", { unit: "%", step: 1, min: -50, max: 500, digits: 1 }, 0.1)),
    el("div", { class: "row" }, el("div", { class: "switches", role: "group", "aria-label": "Style" },
      SWITCHES.map((how) => part.keep(switched(part, style, set, how)))),
    part.keep(segmented({ label: "Case", options: CASES, get: () => style("case"), set: (value) => set({ case: value }) }))),
    part.keep(segmented({
      label: "Alignment", get: () => part.shared((layer) => sideOf(layer)), set: (align) => part.set({ align }),
      options: [["left", "Left", "text-left"], ["center", "Centre", "text-center"], ["right", "Right", "text-right"], ["justify", "Justify", "text-justify"]],
    })));
  section.firstChild.append(part.keep(chosenWords(part)));
  return section;
}

/** Which words are meant, where they are not all. */
function chosenWords(part) {
  const element = el("span", { class: "of" });
  const update = () => {
    const [layer, other] = part.layers();
    const range = layer && !other && part.editor.typing.id === layer.id ? part.editor.typing.chosen : null;
    const words = range ? [...layer.text].slice(...range).join("") : "";
    element.textContent = words && words !== layer.text ? `“${words}”` : "";
  };
  update();
  return { element, update };
}

function switched(part, style, set, [name, label, make, isOn = (_, read) => read(name) === true]) {
  const element = iconButton(name, label, () => set(make));
  const update = () => element.setAttribute("aria-pressed", String(isOn(part, style)));
  update();
  return { element, update };
}

function fontField(part, style, set) {
  const name = el("span", { class: "value" });
  const button = el("button", { class: "field font", type: "button", "aria-haspopup": "listbox" }, name);
  button.addEventListener("click", () => openFonts({
    editor: part.editor, anchor: button, value: style("font"), pick: (font) => set({ font }, `Set in ${font}`),
    peek: (font) => part.peek((layer) => restyled(layer, part.range(layer), { font })), unpeek: part.unpeek,
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
