/**
 * The list of fonts: the user's own first, each name in its own face, found by typing, walked by
 * arrows. Fonts of the computer are looked up when they are asked for, and copied when chosen.
 */
import { el } from "./dom.js";
import { addFont, computerFonts, cssFamily, listFonts, loadFace, removeFont, restoreFont, takeFont } from "./fonts.js";
import { icon } from "./icons.js";

const FILES = ".ttf,.otf,.woff2,.woff,.ttc";

/**
 * @param {{editor: object, anchor: HTMLElement, value: string | null, pick: (family: string) => void,
 *   peek: (family: string) => void, unpeek: () => void}} how `peek` shows a font on the design
 */
export async function openFonts({ editor, anchor, value, pick, peek, unpeek }) {
  let fonts = await listFonts();
  let installed = null;
  const search = el("input", { type: "search", placeholder: "Find a font", "aria-label": "Find a font", role: "combobox", "aria-expanded": "true", "aria-controls": "font-list" });
  const list = el("div", { class: "fonts", role: "listbox", id: "font-list", "aria-label": "Fonts", tabindex: "-1" });
  const file = el("input", { type: "file", accept: FILES, multiple: true, hidden: true });
  const adding = el("button", { class: "quiet", type: "button", on: { click: () => file.click() } }, "Add a font…");
  const asking = el("button", { class: "quiet", type: "button", on: { click: askComputer } }, "Fonts of this computer");
  const box = el("div", { class: "float fontbox", popover: "auto" }, el("label", { class: "field" }, search), list, el("footer", {}, adding, asking, file));
  let chosen = false;
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) show(target);
  }, { root: list, rootMargin: "120px" });
  const options = () => [...list.querySelectorAll("[role=option]")];

  function show(option) {
    seen.unobserve(option);
    const { family, weight, computer } = option.dataset;
    if (computer !== undefined) option.style.fontFamily = `"${family}", var(--pk-font)`;
    else loadFace(family, Number(weight)).then(() => { option.style.fontFamily = `"${cssFamily(family)}", var(--pk-font)`; });
  }

  function fill() {
    const wanted = search.value.trim().toLowerCase();
    const found = (all) => all.filter((font) => font.family.toLowerCase().includes(wanted));
    const own = found(fonts.filter((font) => font.kind === "user"));
    const rest = found(fonts.filter((font) => font.kind !== "user"));
    const there = found(installed ?? []);
    list.replaceChildren(
      ...part("Your own", own, own.length), ...part("Fonts", rest, own.length || there.length),
      ...part("On this computer", there, there.length, true));
    if (!own.length && !rest.length && !there.length) list.append(el("p", { class: "empty" }, "No font has this name."));
    mark(list.querySelector('[aria-selected="true"]') ?? options()[0]);
  }

  function part(title, some, titled, computer = false) {
    if (!some.length) return [];
    const id = `fonts-${title.replaceAll(" ", "-").toLowerCase()}`;
    return [el("div", { role: "group", "aria-labelledby": titled ? id : null }, titled ? el("h4", { id, role: "presentation" }, title) : null, some.map((font) => row(font, computer)))];
  }

  function row(font, computer) {
    const weight = font.weights.includes(400) ? 400 : font.weights[0];
    const option = el("div", {
      role: "option", id: `font-${computer ? "pc-" : ""}${font.family.replace(/\W/g, "-")}`, "aria-selected": String(font.family === value),
      "data-family": font.family, "data-weight": weight, "data-computer": computer, "aria-keyshortcuts": font.kind === "user" ? "Delete" : null,
      on: { click: () => choose(option), pointerenter: () => look(option) },
    }, el("span", {}, font.family), font.kind === "user" && el("span", {
      class: "away", "aria-hidden": "true", title: `Remove ${font.family} (Delete)`, on: { click: (event) => { event.stopPropagation(); away(font.family); } },
    }, icon("trash")));
    option.style.fontWeight = weight;
    seen.observe(option);
    return option;
  }

  /** Own fonts go at a click, and come back at another. */
  async function away(family) {
    if (await kept(() => removeFont(family)) === null) return;
    fonts = await listFonts();
    fill();
    search.focus();
    editor.toast(`${family} is removed. Words set in it show another font.`, { actions: [{ label: "Bring it back", run: () => kept(() => restoreFont(family)) }] });
  }

  async function askComputer() {
    asking.disabled = true;
    asking.textContent = "Looking…";
    installed = await computerFonts().catch(() => []);
    asking.remove();
    fill();
    list.querySelector("[data-computer]")?.parentElement.scrollIntoView({ block: "start" });
    editor.say(`${installed.length} more fonts on this computer`);
    if (!installed.length) editor.toast("No other fonts were found on this computer.");
    search.focus();
  }

  function mark(option) {
    list.querySelector("[data-at]")?.removeAttribute("data-at");
    if (!option) return;
    option.setAttribute("data-at", "");
    option.scrollIntoView({ block: "nearest" });
    search.setAttribute("aria-activedescendant", option.id);
  }

  /** The design shows a font that is here; one of the computer has to be copied first. */
  function look(option) {
    if (option.dataset.computer === undefined) peek(option.dataset.family);
  }

  function walk(option) {
    if (!option) return;
    mark(option);
    look(option);
  }

  async function choose({ dataset: { family, computer } }) {
    chosen = family !== value;
    box.hidePopover();
    if (!chosen || (computer !== undefined && !(await kept(() => takeFont(family))))) return;
    pick(family);
  }

  async function kept(get) {
    try {
      return await get();
    } catch (error) {
      editor.toast(error instanceof TypeError ? "The server cannot be reached. Try again in a moment." : error.message, { bad: true });
      return null;
    }
  }

  file.addEventListener("change", async () => {
    let last = null;
    for (const each of file.files) last = (await kept(() => addFont(each))) ?? last;
    if (!last) return;
    chosen = true;
    box.hidePopover();
    pick(last.family);
  });
  search.addEventListener("input", fill);
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      return box.hidePopover();
    }
    if (event.target !== search) return undefined;
    const own = event.key === "Delete" && !search.value && options().find((option) => option.hasAttribute("data-at"))?.querySelector(".away");
    if (own) own.click();
    const all = options();
    const at = all.findIndex((option) => option.hasAttribute("data-at"));
    if (event.key === "ArrowDown") walk(all[at + 1]);
    else if (event.key === "ArrowUp") walk(all[at - 1]);
    else if (event.key === "Enter" && all[at]) choose(all[at]);
    else return undefined;
    event.preventDefault();
    return undefined;
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
  box.style.left = `${Math.max(8, r.left - 268 > 8 ? r.left - 268 : Math.min(r.left, innerWidth - 268))}px`;
  box.style.top = `${Math.max(8, Math.min(r.top, innerHeight - 460))}px`;
  box.showPopover();
  fill();
  search.focus();
  editor.say(`${fonts.length} fonts`);
}
