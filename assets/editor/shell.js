/** The frame of the editor: bar, rail of tools, stage, side with panels. Only DOM and its buttons. */
import { el } from "./dom.js";
import { iconButton } from "./fields.js";
import { shown } from "./keymap.js";

const TOOLS = [
  ["select", "Select", "select"], null,
  ["text", "Text", "text"], ["rectangle", "Rectangle", "rectangle"], ["ellipse", "Ellipse", "ellipse"],
  ["line", "Line", "line"], ["pen", "Pen", "pen"], ["image", "Picture", "image"], ["frame", "Frame", "frame"],
  ["box", "Box to be designed", "box"],
];

/** @param {object} editor */
export function createShell(editor) {
  const act = (name) => () => editor.run(name);
  const undo = iconButton("undo", "Undo", act("undo"));
  const redo = iconButton("redo", "Redo", act("redo"));
  const title = el("input", { class: "title", type: "text", "aria-label": "Title of the design", maxlength: 500 });
  const saved = el("span", { class: "saved", role: "status" });
  const zoom = el("button", { class: "quiet", type: "button", "aria-haspopup": "menu", "aria-label": "Zoom" }, "100 %");
  const exporting = el("button", { class: "main", type: "button", "aria-haspopup": "menu" }, "Export");
  const bar = el("header", { class: "bar" },
    el("div", {}, el("slot", { name: "lead" }), title, saved),
    el("div", {}, undo, redo),
    el("div", { class: "end" },
      el("div", { class: "zoom" }, iconButton("minus", "Zoom out", act("zoom-out")), zoom, iconButton("plus", "Zoom in", act("zoom-in"))),
      iconButton("keys", "Keys", act("keys")), el("slot", { name: "actions" }, exporting)));
  const tools = new Map();
  const rail = el("div", { class: "rail", role: "toolbar", "aria-label": "Tools", "aria-orientation": "vertical" });
  const adding = iconButton("plus", "Add", () => editor.inserting.open(adding), { "aria-haspopup": "dialog", "aria-expanded": "false", class: "add" });
  for (const tool of TOOLS) rail.append(tool ? toolButton(tool) : el("hr"));
  rail.prepend(adding);
  const stage = el("div", {
    class: "stage", tabindex: "0", role: "application", "aria-roledescription": "design", "aria-label": "Design",
  });
  const side = el("aside", { class: "side", "aria-label": "Panels" });
  const tabs = el("div", { class: "tabs" }, sideTab("layers", "Layers"), sideTab("properties", "Properties"));
  side.append(tabs);
  const element = el("div", { class: "shell" }, bar, rail, stage, side);

  function toolButton([name, label, sign]) {
    const key = shown(editor.keymap.chordsOf(`tool-${name}`)[0] ?? "");
    const button = iconButton(sign, label, () => editor.run(`tool-${name}`), { "aria-pressed": "false", title: `${label}  ${key}` });
    tools.set(name, button);
    return button;
  }

  function sideTab(name, label) {
    return el("button", { class: "quiet", type: "button", "aria-expanded": "false", on: { click: () => {
      side.dataset.open = side.dataset.open === name ? "" : name;
      for (const tab of tabs.children) tab.setAttribute("aria-expanded", String(tab.textContent === label && side.dataset.open === name));
    } } }, label);
  }

  rail.addEventListener("keydown", (event) => {
    const all = [...rail.querySelectorAll("button")];
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const next = all[(all.indexOf(event.target.closest("button")) + by + all.length) % all.length];
    next.focus();
  });
  title.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") editor.stage.focus();
    if (event.key === "Escape") title.value = editor.store.state.design.title ?? "";
  });
  title.addEventListener("change", () => editor.step({
    label: "Rename the design", commands: [{ op: "update_design", changes: { title: title.value.trim() } }],
  }));
  exporting.addEventListener("click", () => openExport(editor, exporting));
  zoom.addEventListener("click", () => editor.menu.open(zoom, [
    { label: "Fit the design", run: act("fit"), key: editor.shownKey("mod+0") },
    ...[0.25, 0.5, 1, 2, 4].map((scale) => ({ label: `${scale * 100} %`, run: () => editor.view.zoomTo(scale), key: scale === 1 ? editor.shownKey("mod+1") : "" })),
    null, ...(editor.showing?.items() ?? []),
  ]));

  function update({ state }) {
    if (title.getRootNode().activeElement !== title) title.value = state.design.title ?? "";
    told(undo, "Undo", state.undo, "mod+z");
    told(redo, "Redo", state.redo, "mod+shift+z");
    saved.textContent = !state.loaded ? "Opening…" : state.connected ? "" : "Reconnecting… nothing is lost";
  }

  function told(button, verb, label, chord) {
    const none = !label;
    if (button.disabled !== none) button.disabled = none;
    const words = label ? `${verb}: ${label}` : verb;
    if (button.getAttribute("aria-label") === words) return;
    button.setAttribute("aria-label", words);
    button.title = `${words}  ${shown(chord)}`;
  }

  function tool(name) {
    for (const [each, button] of tools) button.setAttribute("aria-pressed", String(each === name));
    stage.dataset.tool = name;
  }

  return {
    element, stage, side, rail, update, tool,
    zoomed: (scale) => { zoom.textContent = `${Math.round(scale * 100)} %`; },
  };
}

const FORMATS = {
  png: "PNG picture", svg: "SVG, with live text", psd: "PSD, with its layers", ora: "OpenRaster, with its layers",
  plakat: "Plakat file, with its history",
};

/** The page's own panel where there is one, else a menu of files. */
function openExport(editor, anchor) {
  if (document.body.dataset.panel !== undefined) {
    window.dispatchEvent(new CustomEvent("plakat-panel", { detail: "export" }));
    return;
  }
  const doc = editor.boards.active ?? editor.doc;
  editor.menu.open(anchor, Object.entries(FORMATS).map(([format, label]) => ({
    label, run: () => {
      editor.live.flush();
      editor.toast(`Making the ${format.toUpperCase()}…`);
      const link = el("a", { href: `/studio/api/designs/${doc}/export?format=${format}`, download: "" });
      editor.root.append(link);
      link.click();
      link.remove();
    },
  })));
}
