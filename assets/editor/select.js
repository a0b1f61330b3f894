/** The select tool: click, shift, marquee, drag, copy-drag, handles; what it moves, it commits once. */
import { between, contains, touches } from "./geometry.js";
import { copying, updates } from "./commands.js";
import { freshId } from "./dom.js";
import { moving, resizing, turning } from "./gestures.js";
import { isBackdrop, leafAt } from "./hit.js";
import { frameOf, isGroup, isHidden, isLocked, membersOf, outermost, parentOf, placedOf, within } from "./tree.js";

/** @param {object} editor {store, scene, view, overlay, live, step, scope, editText, …} */
export function createSelectTool(editor) {
  const { store, overlay } = editor;
  const chosen = () => outermost(store.state, [...store.state.selection]);

  function down(event, point) {
    if (editor.typing.id != null) {
      const typing = editor.typing.down(event, point);
      if (typing) return typing;
      editor.typing.close();
      editor.stage.focus({ preventScroll: true });
    }
    if (editor.cropping.id != null) {
      const crop = editor.cropping.down(event, point);
      if (crop) return crop;
      editor.cropping.close();
    }
    const handle = overlay.handleAt(event.target);
    if (handle) return transforming(handle, point);
    const deep = event.ctrlKey || event.metaKey;
    const hit = pick(point, deep);
    const { state } = store;
    const under = [...state.selection].some((id) => holds(id, point));
    if (event.shiftKey) return hit ? toggling(hit, point) : marquee(point, [...state.selection]);
    if (under) return dragging(point, hit);
    if (!hit || isBackdrop(state, hit)) return marquee(point, [], hit);
    store.select([hit]);
    return dragging(point, hit);
  }

  /** What a click means: in the entered group its member, else the outermost group. */
  function pick(point, deep = false) {
    const leaf = leafAt(editor, point);
    if (leaf == null) return null;
    if (deep) return leaf;
    const inside = within(store.state, leaf, editor.scope);
    if (inside != null) return inside;
    return within(store.state, leaf, null);
  }

  const holds = (id, point) =>
    store.state.layers.has(id) && !isLocked(store.state, id) && contains(placedOf(store.state, id), point);

  function leaveScope(hit) {
    if (editor.scope != null && (hit == null || within(store.state, hit, editor.scope) == null)) editor.scope = null;
  }

  function toggling(hit, point) {
    const drag = store.state.selection.has(hit) ? dragging(point, hit) : null;
    return {
      move: (...at) => drag?.move(...at),
      cancel: () => drag?.cancel(),
      up(event, moved) {
        if (moved) return drag?.up(event, moved);
        const next = new Set(store.state.selection);
        if (!next.delete(hit)) next.add(hit);
        return store.select([...next]);
      },
    };
  }

  function dragging(point, hit) {
    const ids = chosen();
    let gesture = null;
    let ghosts = [];
    return {
      move(at, keys) {
        gesture ??= moving(store.state, ids, point, editor.view);
        if (!gesture.leaves.length) return;
        editor.live.show(gesture.move(at, keys));
        if (gesture.copies !== ghosts.length > 0) ghosts = gesture.copies ? ghostsOf(ids) : without(ghosts);
      },
      cancel() {
        without(ghosts);
        editor.live.clear();
      },
      up(_, moved) {
        without(ghosts);
        if (moved && gesture) return finish(gesture);
        leaveScope(hit);
        return store.select(hit ? [hit] : []);
      },
    };
  }

  function finish(gesture) {
    const step = gesture.done();
    if (!step || !gesture.leaves.length) return editor.live.clear();
    if (gesture.copies) return finishCopy(gesture, step);
    return editor.live.commit({ label: step.label, commands: updates(step.changes) });
  }

  function finishCopy(gesture, step) {
    const [id, { box }] = Object.entries(step.changes)[0];
    const from = placedOf(store.state, id).box;
    const copy = copying(store.state, gesture.ids, [box[0] - from[0], box[1] - from[1]], freshId);
    editor.live.clear();
    return editor.step(copy, { select: copy.made });
  }

  /** Pictures of what stays while its copy is dragged. */
  function ghostsOf(ids) {
    return ids.map((id) => {
      const element = editor.scene.element(id);
      const ghost = element?.cloneNode(true);
      if (!ghost) return null;
      ghost.style.transform = "";
      ghost.removeAttribute("id");
      ghost.setAttribute("aria-hidden", "true");
      element.before(ghost);
      return ghost;
    }).filter(Boolean);
  }

  function without(ghosts) {
    for (const ghost of ghosts) ghost.remove();
    return [];
  }

  function transforming(handle, point) {
    const ids = chosen();
    const gesture = handle === "turn"
      ? turning(store.state, ids, point) : resizing(store.state, ids, handle, point, editor.view);
    if (!gesture.leaves.length) return editor.say("This layer is locked. Unlock it first."), null;
    return {
      move(at, keys) {
        const shown = gesture.move(at, keys);
        editor.live.rewrap(gesture, shown.live);
        editor.live.show(shown);
      },
      cancel: () => editor.live.clear(),
      up(_, moved) {
        const step = moved && gesture.done();
        if (!step) return editor.live.clear();
        return editor.live.commit({ label: step.label, commands: updates(step.changes) });
      },
    };
  }

  function marquee(from, before, hit = null) {
    return {
      move(to) {
        const box = between(from, to);
        overlay.show({ marquee: box, hover: null });
        store.select([...new Set([...before, ...touched(box)])]);
        editor.draw();
      },
      cancel() {
        overlay.show({ marquee: null });
        store.select(before);
      },
      up(_, moved) {
        overlay.show({ marquee: null });
        if (!moved) {
          leaveScope(hit);
          store.select(hit ? [hit] : before);
        }
        editor.draw();
      },
    };
  }

  function touched(box) {
    const { state } = store;
    const free = (id) => !isLocked(state, id) && !isHidden(state, id) && !isBackdrop(state, id);
    const meets = (id) => (isGroup(state, id)
      ? touches({ box: frameOf(state, [id]) ?? [0, 0, 0, 0], rotation: 0 }, box) : touches(placedOf(state, id), box));
    return membersOf(state, editor.scope).filter((id) => free(id) && meets(id));
  }

  function hover(event, point) {
    if (overlay.handleAt(event.target)) return show(null);
    const hit = pick(point, event.ctrlKey || event.metaKey);
    return show(hit != null && isBackdrop(store.state, hit) ? null : hit);
  }

  function show(hit) {
    if (overlay.shown.hover === hit) return;
    overlay.show({ hover: hit });
    editor.stage.style.cursor = hit != null && store.state.selection.has(hit) ? "move" : "";
    editor.draw();
  }

  /** Into the group, or into the words. */
  function double(event, point, gesture) {
    gesture.cancel();
    if (editor.typing.id != null || editor.cropping.id != null) return;
    const { state } = store;
    const leaf = leafAt(editor, point);
    if (leaf == null) return;
    const current = [...state.selection].find((id) => isGroup(state, id) && within(state, leaf, id) != null);
    if (current != null) {
      editor.scope = current;
      store.select([within(state, leaf, current)]);
      return;
    }
    if (isGroup(state, within(state, leaf, editor.scope) ?? leaf)) {
      editor.scope = within(state, leaf, editor.scope);
      store.select([within(state, leaf, editor.scope)]);
      return;
    }
    store.select([leaf]);
    editor.scope = parentOf(state, leaf);
    editor.enter(leaf, point);
  }

  return { name: "select", down, hover, double, leave: () => show(null), pick };
}
