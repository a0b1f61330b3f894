/** The list of fonts: each name in its own face, found by typing, walked by arrows. */
import { el } from "./dom.js";
import { cssFamily, listFonts, loadFace } from "./fonts.js";

/**
 * @param {{editor: object, anchor: HTMLElement, value: string | null, pick: (family: string) => void,
 *   peek: (family: string) => void, unpeek: () => void}} how `peek` shows a font on the design
 */
export async function openFonts({ editor, anchor, value, pick, peek, unpeek }) {
  const fonts = await listFonts();
  const search = el("input", { type: "search", placeholder: "Find a font", "aria-label": "Find a font", role: "combobox", "aria-expanded": "true", "aria-controls": "font-list" });
  const list = el("div", { class: "fonts", role: "listbox", id: "font-list", "aria-label": "Fonts", tabindex: "-1" });
  const box = el("div", { class: "float fontbox", popover: "auto" }, el("label", { class: "field" }, search), list);
  let chosen = false;
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) show(target);
  }, { root: list, rootMargin: "120px" });

  function show(option) {
    seen.unobserve(option);
    const { family, weight } = option.dataset;
    loadFace(family, Number(weight)).then(() => { option.style.fontFamily = `"${cssFamily(family)}", var(--pk-font)`; });
  }

  function fill() {
    const wanted = search.value.trim().toLowerCase();
    const found = fonts.filter((font) => font.family.toLowerCase().includes(wanted));
    list.replaceChildren(...found.map((font, i) => {
      const weight = font.weights.includes(400) ? 400 : font.weights[0];
      const option = el("div", {
        role: "option", id: `font-${i}`, "aria-selected": String(font.family === value), "data-family": font.family, "data-weight": weight,
        on: { click: () => choose(font.family), pointerenter: () => peek(font.family) },
      }, font.family);
      option.style.fontWeight = weight;
      seen.observe(option);
      return option;
    }));
    if (!found.length) list.append(el("p", { class: "empty" }, "No font has this name."));
    mark(list.querySelector('[aria-selected="true"]') ?? list.querySelector("[role=option]"));
  }

  function mark(option) {
    list.querySelector("[data-at]")?.removeAttribute("data-at");
    if (!option) return;
    option.setAttribute("data-at", "");
    option.scrollIntoView({ block: "nearest" });
    search.setAttribute("aria-activedescendant", option.id);
  }

  function walk(option) {
    mark(option);
    if (option) peek(option.dataset.family);
  }

  function choose(family) {
    chosen = family !== value;
    box.hidePopover();
    if (chosen) pick(family);
  }

  search.addEventListener("input", fill);
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const at = list.querySelector("[data-at]");
    if (event.key === "ArrowDown") walk(at?.nextElementSibling ?? at);
    else if (event.key === "ArrowUp") walk(at?.previousElementSibling ?? at);
    else if (event.key === "Enter" && at) choose(at.dataset.family);
    else if (event.key === "Escape") box.hidePopover();
    else return;
    event.preventDefault();
  });
  box.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    seen.disconnect();
    if (!chosen) unpeek();
    box.remove();
    anchor.focus();
  });
  anchor.after(box);
  const r = anchor.getBoundingClientRect();
  box.style.left = `${Math.max(8, r.left - 252 > 8 ? r.left - 252 : Math.min(r.left, innerWidth - 252))}px`;
  box.style.top = `${Math.max(8, Math.min(r.top, innerHeight - 420))}px`;
  box.showPopover();
  fill();
  search.focus();
  editor.say(`${fonts.length} fonts`);
}
