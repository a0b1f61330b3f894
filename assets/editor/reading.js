/** The design for people who do not see it: every layer's element says what it is and where. */
import { nameOf } from "./labels.js";
import { frameOf, indexOf, isGroup } from "./tree.js";

/** @param {object} editor */
export function describeScene(editor) {
  const { store, scene, stage } = editor;

  function describe(id) {
    const layer = store.state.layers.get(id);
    const element = scene.element(id);
    if (!layer || !element) return;
    const what = layer.kind === "text" ? layer.text : layer.alt || nameOf(layer);
    const frame = frameOf(store.state, [id]);
    const where = frame ? `, at ${Math.round(frame[0])}, ${Math.round(frame[1])}` : "";
    const locked = layer.locked ? ", locked" : "";
    element.id ||= `layer-${id}`;
    element.setAttribute("role", isGroup(store.state, id) ? "group" : "img");
    element.setAttribute("aria-label", `${what.slice(0, 300)}${where}${locked}`);
  }

  store.subscribe(({ kind, ids }) => {
    const { state } = store;
    if (kind === "snapshot") indexOf(state.tree).order.forEach(describe);
    else if (kind === "commit" || kind === "optimistic") ids.forEach(describe);
    if (kind === "snapshot" || kind === "commit") {
      stage.setAttribute("aria-label", `${state.design.title || "Design"}, ${state.layers.size} layers`);
    }
    if (kind === "select" || kind === "commit") {
      const [first] = state.selection;
      const element = first != null && state.selection.size === 1 ? scene.element(first) : null;
      if (element) stage.setAttribute("aria-activedescendant", element.id);
      else stage.removeAttribute("aria-activedescendant");
    }
  });
}
