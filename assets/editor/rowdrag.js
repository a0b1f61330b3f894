/** Rows of the layers panel dragged to another place: a line says where, a framed group takes them in. */
import { dropping } from "./commands.js";
import { isGroup, membersOf, parentOf } from "./tree.js";

/**
 * @param {object} editor
 * @param {{list: HTMLElement, line: HTMLElement, rows: Map<string, {element: HTMLElement}>, isOpen(id: string): boolean}} panel
 */
export function createRowDrag(editor, { list, line, rows, isOpen }) {
  const { store } = editor;
  let dragged = false;

  /** Drag rows to reorder: the line says where, a framed group takes them in. */
  function start(event, id) {
    if (event.button !== 0 || event.target.closest("button, input")) return;
    const start = event.clientY;
    const row = rows.get(id).element;
    let place = null;
    dragged = false;
    const move = (next) => {
      if (!dragged && Math.abs(next.clientY - start) < 5) return;
      if (!dragged) row.setPointerCapture(next.pointerId);
      dragged = true;
      if (!store.state.selection.has(id)) store.select([id]);
      place = placeAt(next.clientY);
      showPlace(place);
    };
    const up = () => {
      row.removeEventListener("pointermove", move);
      row.removeEventListener("pointerup", up);
      row.removeEventListener("pointercancel", up);
      showPlace(null);
      if (dragged && place) editor.step(dropping(store.state, [...store.state.selection], place.parent, place.above));
      setTimeout(() => { dragged = false; });
    };
    row.addEventListener("pointermove", move);
    row.addEventListener("pointerup", up);
    row.addEventListener("pointercancel", up);
  }

  function placeAt(y) {
    const all = [...list.querySelectorAll(".lrow")];
    const { state } = store;
    const hit = all.find((row) => y < row.getBoundingClientRect().bottom) ?? all.at(-1);
    const { top, height } = hit.getBoundingClientRect();
    const share = (y - top) / height;
    const id = hit.dataset.id;
    if (state.selection.has(id)) return null;
    if (isGroup(state, id) && share > 0.25 && (share < 0.75 || isOpen(id))) {
      return inSelection(state, id) ? null : { parent: id, above: null, into: hit };
    }
    const parent = parentOf(state, id);
    if (inSelection(state, parent)) return null;
    const siblings = membersOf(state, parent);
    const above = share < 0.5 ? siblings[siblings.indexOf(id) + 1] ?? null : id;
    return { parent, above, at: hit.offsetTop + (share < 0.5 ? 0 : hit.offsetHeight) };
  }

  function inSelection(state, id) {
    for (let at = id; at != null; at = parentOf(state, at)) if (state.selection.has(at)) return true;
    return false;
  }

  function showPlace(place) {
    line.hidden = place?.at == null;
    if (place?.at != null) line.style.insetBlockStart = `${place.at - 1}px`;
    for (const { element: row } of rows.values()) row.classList.toggle("into", row === place?.into);
  }

  return { start, get busy() { return dragged; } };
}
