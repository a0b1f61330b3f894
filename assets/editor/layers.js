/**
 * The panel of layers: a treegrid, top layer first, with pictures of what each shows. Rows are kept
 * by id, so that a change touches only the rows it concerns.
 */
import { setting } from "./commands.js";
import { el, svg } from "./dom.js";
import { iconButton } from "./fields.js";
import { icon } from "./icons.js";
import { nameOf } from "./labels.js";
import { createRowDrag } from "./rowdrag.js";
import { frameOf, indexOf, isGroup, leavesOf, membersOf, outermost, parentOf } from "./tree.js";

const MOST_DRAWN = 24; // members of a group whose picture is drawn
const SIGNS = { text: "text", image: "image", shape: "shapes", group: "group" };

/** @param {object} editor @returns {{element: HTMLElement, update(): void, rename(id: string): void}} */
export function createLayers(editor) {
  const { store } = editor;
  const list = el("div", { class: "list", role: "treegrid", "aria-label": "Layers", "aria-multiselectable": "true" });
  const element = el("section", { class: "layerpanel", "aria-label": "Layers" },
    el("header", {}, el("h2", {}, "Layers"),
      iconButton("group", "Group the selection", () => editor.run("group"), { class: "small" }),
      iconButton("trash", "Delete the selection", () => editor.run("delete"), { class: "small" })),
    list);
  const line = el("div", { class: "drop", hidden: true });
  const rows = new Map(); // id → {element, …}
  const rowDrag = createRowDrag(editor, { list, line, rows, isOpen: (id) => open.has(id) });
  const open = new Set();
  let renaming = null;
  let anchor = null;

  function update() {
    const { state } = store;
    revealSelection(state);
    const wanted = visible(state);
    const kept = new Set(wanted);
    for (const [id, row] of rows) if (!kept.has(id)) {
      row.element.remove();
      rows.delete(id);
    }
    wanted.forEach((id, i) => {
      if (!rows.has(id)) rows.set(id, newRow(id));
      const { element: row } = rows.get(id);
      if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
      refresh(id, state);
    });
    if (line.parentNode !== list) list.append(line);
    roving();
  }

  /** Top first; members below their open group. */
  function visible(state, holder = null) {
    return membersOf(state, holder).toReversed().flatMap((id) => [id, ...(isGroup(state, id) && open.has(id) ? visible(state, id) : [])]);
  }

  function revealSelection(state) {
    for (const id of state.selection) {
      for (let at = parentOf(state, id); at != null; at = parentOf(state, at)) open.add(at);
    }
  }

  function newRow(id) {
    const twist = el("button", { class: "quiet twist", type: "button", tabindex: "-1", on: { click: (e) => toggle(e, id) } });
    const thumb = el("span", { class: "thumb", "aria-hidden": "true" });
    const name = el("span", { class: "name" });
    const hide = iconButton("eye", "Hide", (e) => act(e, id, "visible"), { tabindex: "-1" });
    const lock = iconButton("unlock", "Lock", (e) => act(e, id, "locked"), { tabindex: "-1" });
    const row = el("div", { class: "lrow", role: "row", tabindex: "-1", "data-id": id },
      el("span", { role: "gridcell", class: "turn" }, twist), thumb, el("span", { role: "gridcell", class: "name" }, name), el("span", { role: "gridcell", class: "acts" }, lock, hide));
    row.addEventListener("click", (event) => choose(event, id));
    row.addEventListener("dblclick", (event) => !event.target.closest("button") && rename(id));
    row.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      if (!store.state.selection.has(id)) store.select([id]);
      editor.contextMenu(event);
    });
    row.addEventListener("pointerdown", (event) => rowDrag.start(event, id));
    return { element: row, twist, thumb, name, hide, lock, shown: {} };
  }

  function refresh(id, state) {
    const row = rows.get(id);
    const layer = state.layers.get(id);
    if (!layer) return;
    const group = layer.kind === "group";
    const depth = depthOf(state, id);
    const now = {
      name: nameOf(layer), kind: layer.kind, hidden: layer.visible === false, locked: layer.locked === true,
      selected: state.selection.has(id), depth, open: group && open.has(id), key: state.nodes.get(id)?.key,
    };
    const before = row.shown;
    if (Object.keys(now).every((key) => now[key] === before[key])) return;
    row.shown = now;
    const changed = (...keys) => keys.some((key) => before[key] !== now[key]);
    if (changed("name", "key")) describe(row, now, layer);
    if (changed("key", "kind")) row.thumb.replaceChildren(thumbOf(id, now.kind));
    row.element.setAttribute("aria-selected", String(now.selected));
    row.element.setAttribute("aria-level", String(depth + 1));
    if (changed("depth")) row.element.style.paddingInlineStart = `${4 + depth * 16}px`;
    row.element.classList.toggle("hidden", now.hidden);
    if (group) row.element.setAttribute("aria-expanded", String(now.open));
    if (changed("kind")) row.twist.replaceChildren(...(group ? [icon("chevron")] : []));
    row.twist.hidden = !group;
    if (group) row.twist.setAttribute("aria-label", now.open ? `Close ${now.name}` : `Open ${now.name}`);
    pressed(row.hide, now.hidden, now.hidden ? "hidden" : "eye", now.hidden ? `Show ${now.name}` : `Hide ${now.name}`, before.hidden);
    pressed(row.lock, now.locked, now.locked ? "lock" : "unlock", now.locked ? `Unlock ${now.name}` : `Lock ${now.name}`, before.locked);
  }

  function describe(row, now, layer) {
    if (renaming?.row !== row) row.name.textContent = now.name;
    const words = layer.kind === "text" && !layer.name ? `${now.name}: ${layer.text}` : now.name;
    row.element.title = words.slice(0, 200);
    row.element.setAttribute("aria-label", words.slice(0, 120));
  }

  function pressed(button, on, sign, label, before) {
    button.setAttribute("aria-label", label);
    button.title = label;
    if (before === on) return;
    button.setAttribute("aria-pressed", String(on));
    button.replaceChildren(icon(sign));
  }

  function thumbOf(id, kind) {
    if (kind === "group") return thumbOfGroup(id) ?? icon(SIGNS[kind]);
    if (kind === "text") return icon(SIGNS[kind]);
    const node = store.state.nodes.get(id);
    const drawing = editor.scene.element(id)?.querySelector?.("svg, img");
    if (!node || !drawing) return icon(SIGNS[kind]);
    const copy = drawing.cloneNode(true);
    copy.removeAttribute("style");
    copy.removeAttribute("class");
    copy.removeAttribute("id");
    if (copy.tagName === "IMG") copy.alt = "";
    for (const [side, size] of [["width", 28], ["height", 28]]) copy.setAttribute(side, size);
    return copy;
  }

  /** Drawings of the members on one small sheet; large groups have a sign. */
  function thumbOfGroup(id) {
    const { state } = store;
    const leaves = leavesOf(state, id);
    const frame = frameOf(state, [id]);
    if (!frame || !leaves.length || leaves.length > MOST_DRAWN) return null;
    const sheet = svg("svg", { width: 28, height: 28, viewBox: frame.join(" ") });
    for (const leaf of leaves) {
      const node = state.nodes.get(leaf);
      const drawing = node?.svg && editor.scene.element(leaf)?.querySelector("svg")?.cloneNode(true);
      if (!drawing) continue;
      drawing.removeAttribute("style");
      const [x, y, width, height] = node.paint;
      for (const [name, value] of Object.entries({ x, y, width, height })) drawing.setAttribute(name, value);
      sheet.append(drawing);
    }
    return sheet.childElementCount ? sheet : null;
  }

  function roving() {
    const all = [...list.querySelectorAll(".lrow")];
    const current = all.find((row) => row === list.getRootNode().activeElement)
      ?? all.find((row) => row.getAttribute("aria-selected") === "true") ?? all[0];
    for (const row of all) row.tabIndex = row === current ? 0 : -1;
  }

  function toggle(event, id) {
    event.stopPropagation();
    if (!open.delete(id)) open.add(id);
    update();
  }

  function act(event, id, field) {
    event.stopPropagation();
    const layer = store.state.layers.get(id);
    const value = field === "visible" ? layer.visible === false : !layer.locked;
    editor.step(setting(store.state, [id], { [field]: value }));
  }

  function choose(event, id) {
    if (event.target.closest("button, input") || rowDrag.busy) return;
    const chosen = new Set(store.state.selection);
    if (event.shiftKey && anchor && rows.has(anchor)) {
      const ids = visible(store.state);
      const [from, to] = [ids.indexOf(anchor), ids.indexOf(id)].sort((a, b) => a - b);
      store.select(outermost(store.state, ids.slice(from, to + 1)));
    } else if (event.ctrlKey || event.metaKey) {
      if (!chosen.delete(id)) chosen.add(id);
      store.select([...chosen]);
    } else store.select([id]);
    if (!event.shiftKey) anchor = id;
    editor.scope = parentOf(store.state, id);
    rows.get(id)?.element.focus({ preventScroll: true });
  }

  list.addEventListener("keydown", (event) => {
    if (event.target.closest("input")) return;
    const row = event.target.closest(".lrow");
    const id = row?.dataset.id;
    if (!id) return;
    const ids = visible(store.state);
    const at = ids.indexOf(id);
    const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (go != null && event.altKey) editor.run(event.key === "ArrowUp" ? "forward" : "backward");
    else if (go != null) focusRow(ids[Math.min(ids.length - 1, Math.max(0, go))], event.shiftKey);
    else if (event.key === "ArrowRight" && isGroup(store.state, id)) open.add(id), update();
    else if (event.key === "ArrowLeft") open.has(id) ? (open.delete(id), update()) : focusRow(parentOf(store.state, id));
    else if (event.key === " ") store.select([id]);
    else if (event.key === "F2") rename(id);
    else if (event.key === "Enter") editor.enter(id);
    else if (event.key === "Tab") return;
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function focusRow(id, extend = false) {
    if (id == null || !rows.has(id)) return;
    store.select(extend ? [...store.state.selection, id] : [id]);
    rows.get(id).element.focus();
    roving();
  }

  function rename(id) {
    const row = rows.get(id);
    if (!row) return;
    const layer = store.state.layers.get(id);
    const input = el("input", { class: "name", "aria-label": "Name of the layer", maxlength: 255 });
    input.value = nameOf(layer);
    renaming = { row };
    row.name.replaceChildren(input);
    input.focus();
    input.select();
    const done = (keep) => {
      if (!renaming) return;
      renaming = null;
      const name = input.value.trim();
      row.name.textContent = nameOf(layer);
      if (keep && name && name !== nameOf(layer)) editor.step(setting(store.state, [id], { name }));
      row.element.focus({ preventScroll: true });
    };
    input.addEventListener("blur", () => done(true));
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter" || event.key === "Escape") done(event.key === "Enter");
    });
  }

  return { element, update, rename };
}

function depthOf(state, id) {
  let depth = 0;
  for (let at = indexOf(state.tree).parent.get(id); at != null; at = indexOf(state.tree).parent.get(at)) depth += 1;
  return depth;
}
