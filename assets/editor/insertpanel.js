/** The panel of things to add: words in ready pairs, shapes, icons in the palette's colours, codes. */
import { closer, el, freshId } from "./dom.js";
import { icon } from "./icons.js";
import { PAIRS, badgeLayer, inks, insert, lineLayer, middle, shapeLayer, unitOf } from "./insert.js";
import { cssFamily, loadFace } from "./fonts.js";
import { voices } from "./insert.js";
import { drawingOf } from "./pictures.js";

const WAIT = 160; // ms of silence before icons are looked for

/** @param {object} editor */
export function createInsertPanel(editor) {
  const { store } = editor;
  const shut = closer();
  let box = null;

  function open(anchor) {
    if (box) return box.hidePopover();
    if (shut.justClosed(anchor)) return undefined;
    const icons = el("div", { class: "icongrid", role: "group", "aria-label": "Icons" });
    const search = el("input", { type: "search", placeholder: "Find an icon: saxophone, leaf…", "aria-label": "Find an icon" });
    const code = el("input", { type: "text", placeholder: "Address, Wi-Fi, phone…", "aria-label": "What the QR code says", maxlength: 300 });
    box = el("div", { class: "float adding", popover: "auto", role: "dialog", "aria-label": "Add" },
      part("Text", el("div", { class: "pairs" }, PAIRS.map(pair))),
      part("Shapes", el("div", { class: "row icons" }, shapes())),
      part("Icons", el("label", { class: "field" }, icon("search"), search), icons),
      part("QR code", el("form", { class: "coding", on: { submit: (event) => addCode(event, code) } }, el("label", { class: "field" }, icon("qr"), code), el("button", { class: "main", type: "submit" }, "Add"))));
    let timer = 0;
    search.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => fill(icons, search.value), WAIT);
    });
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") box.hidePopover();
    });
    box.addEventListener("toggle", (event) => {
      if (event.newState !== "closed") return;
      shut.closed(anchor);
      box?.remove();
      box = null;
      anchor.setAttribute("aria-expanded", "false");
    });
    anchor.after(box);
    anchor.setAttribute("aria-expanded", "true");
    const r = anchor.getBoundingClientRect();
    const narrow = innerWidth < 700;
    Object.assign(box.style, narrow ? { left: "8px", right: "8px", bottom: "8px", top: "auto" } : { left: `${r.right + 10}px`, top: `${Math.max(8, r.top - 8)}px` });
    box.showPopover();
    fill(icons, "");
    return undefined;
  }

  const part = (title, ...rest) => el("section", {}, el("h3", {}, title), rest);

  function pair([name, make]) {
    const { title, body } = voices(store.state);
    const voice = /Body|Label/.test(name) ? body : title;
    const button = el("button", { type: "button", class: "pair", on: { click: () => put(make) } }, name);
    loadFace(voice.font, voice.weight).then(() => { button.style.fontFamily = `"${cssFamily(voice.font)}", var(--pk-font)`; });
    button.style.fontWeight = voice.weight;
    button.style.fontSize = { Headline: "22px", Subtitle: "17px", "Body text": "13px" }[name] ?? "15px";
    return button;
  }

  function put(make) {
    const u = unitOf(store.state);
    const [x, y] = middle(editor, u * 14, u * 4);
    done(make(store.state, x, y, u));
  }

  function done(layers, label) {
    insert(editor, layers, label);
    box?.hidePopover();
    editor.setTool("select");
    editor.stage.focus({ preventScroll: true });
  }

  function shapes() {
    const { state } = store;
    const u = unitOf(state);
    const square = () => middle(editor, u * 5, u * 5);
    const shape = (more) => () => done([shapeLayer(state, square(), more)]);
    const poly = (name, path) => [name, shape({ shape: "path", name, path, view_box: [100, 100] }), path];
    const list = [
      ["Rectangle", shape({ shape: "rectangle" }), "M8 18H92V82H8Z"], ["Rounded rectangle", shape({ shape: "rectangle", corner_radius: Math.round(u) }), "M22 18H78Q92 18 92 32V68Q92 82 78 82H22Q8 82 8 68V32Q8 18 22 18Z"],
      ["Ellipse", shape({ shape: "ellipse" }), "M50 8A42 42 0 1 1 49.9 8Z"], poly("Triangle", "M50 4L98 92L2 92Z"),
      poly("Star", "M50 3L61.8 37.2L98 38L69.1 59.8L79.4 95L50 74L20.6 95L30.9 59.8L2 38L38.2 37.2Z"), poly("Arrow", "M2 40L60 40L60 16L98 50L60 84L60 60L2 60Z"),
      ["Line", () => done([lineLayer(state, square().slice(0, 2), [square()[0] + u * 6, square()[1]])], "Add Line"), "M6 50H94"],
      ["Badge", () => done([badgeLayer(state, square(), u * 5)]), "M50 4L60 14L74 10L78 24L92 28L88 42L98 50L88 58L92 72L78 76L74 90L60 86L50 96L40 86L26 90L22 76L8 72L12 58L2 50L12 42L8 28L22 24L26 10L40 14Z"],
    ];
    return list.map(([name, run, path]) => el("button", { class: "quiet", type: "button", "aria-label": name, title: name, on: { click: run } }, sign(path)));
  }

  async function fill(grid, words) {
    const answer = await fetch(`/studio/api/icons?q=${encodeURIComponent(words)}`).catch(() => null);
    const found = answer?.ok ? await answer.json() : [];
    grid.replaceChildren(...found.map(({ name, svg }) => {
      const label = name.replaceAll("-", " ").replace("/", ", ");
      const drawing = drawingOf(svg);
      drawing.removeAttribute("style");
      for (const side of ["width", "height"]) drawing.setAttribute(side, "30");
      return el("button", { class: "quiet", type: "button", title: label, "aria-label": label, on: { click: () => addIcon(name) } }, drawing);
    }));
    if (!found.length) grid.append(el("p", { class: "empty" }, answer ? "No icon shows this. Try a plainer word." : "The server cannot be reached."));
  }

  async function ask(path, order) {
    const answer = await fetch(`/studio/api/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(order) }).catch(() => null);
    const said = await answer?.json().catch(() => null);
    if (answer?.ok) return said;
    editor.toast(typeof said?.detail === "string" ? said.detail : "This could not be made. Try again in a moment.", { bad: true });
    return null;
  }

  async function addIcon(name) {
    const side = Math.round(unitOf(store.state) * 6);
    const layer = await ask("icons", { name, id: freshId("icon"), box: middle(editor, side, side), palette: inks(store.state).palette });
    if (layer) done([layer]);
  }

  async function addCode(event, field) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return field.focus();
    const side = Math.round(unitOf(store.state) * 5);
    const layer = await ask("qr", { text, id: freshId("qr"), box: middle(editor, side, side), color: inks(store.state).ink });
    if (layer) done([layer], "Add QR code");
    return undefined;
  }

  return { open };
}

function sign(path) {
  const drawing = drawingOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="20" height="20"><path d="${path}" fill="currentColor" stroke="currentColor" stroke-width="3"/></svg>`);
  drawing.removeAttribute("style");
  return drawing;
}
