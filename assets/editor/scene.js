/**
 * The design as DOM: one element per layer, in paint order, that only changes when its node does.
 *
 * A layer's element has its opacity, blend mode and window, and lies where its picture (`body`) was
 * drawn; a transform carries it to where the layer is by now. Gestures set their own transform; a
 * held layer takes what others change when it is let go. Pictures are decoded before they are seen.
 */

import { drawingOf, inkAt, pictureOf, preloaded, stepFor } from "./pictures.js";

/** Pictures of sheets up to this many pixels are never fetched smaller than the export. */
const ALWAYS_WHOLE = 5_000_000;
const SETTLED = 160; // ms after the last zoom

/**
 * @param {HTMLElement} root the world of a view, or any positioned element
 * @param {object} store
 * @param {{view?: object}} parts
 */
export function createScene(root, store, { view = null } = {}) {
  const sheet = div("sheet", root);
  const layers = div("layers", sheet);
  layers.style.isolation = "isolate";
  const entries = new Map(); // id -> Entry
  let settling = 0;

  const wantedScale = () => {
    const { width, height } = store.state.design.canvas ?? { width: 1, height: 1 };
    const dots = window.devicePixelRatio || 1;
    return stepFor((view?.scale ?? 1) * dots, width * height <= ALWAYS_WHOLE ? 1 : 0);
  };

  function render(change = null) {
    const { state } = store;
    if (!state.loaded) return;
    if (!change || change.kind === "snapshot" || change.message?.design?.canvas) measure();
    if (!change || change.tree) arrange(layers, state.tree);
    const ids = change && change.kind !== "snapshot" ? change.ids : state.nodes.keys();
    for (const id of ids) if (state.nodes.has(id)) update(id);
  }

  function measure() {
    const { width, height } = store.state.design.canvas;
    for (const element of [sheet, layers]) {
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
    }
  }

  /** Elements in paint order, each moved only if it is out of place; what is gone is taken away. */
  function arrange(container, tree) {
    const here = new Set();
    const visit = (holder, items) => items.forEach((item, index) => {
      const [id, members] = Array.isArray(item) ? item : [item, null];
      here.add(id);
      const entry = known(id, members !== null) ?? created(id, members !== null);
      if (holder.children[index] !== entry.element) holder.insertBefore(entry.element, holder.children[index] ?? null);
      if (members) visit(entry.members, members);
    });
    visit(container, tree);
    for (const [id, entry] of entries) {
      if (here.has(id)) continue;
      entry.element.remove();
      entries.delete(id);
    }
  }

  /** A layer that was a leaf and is a group by now, or the other way about, begins anew. */
  function known(id, isGroup) {
    const entry = entries.get(id);
    if (!entry || Boolean(entry.members) === isGroup) return entry;
    entry.element.remove();
    entries.delete(id);
    return null;
  }

  function created(id, isGroup) {
    const element = div("layer");
    element.dataset.id = id;
    const entry = { element, members: null, body: null, painted: null, held: null, asked: "", shown: "", at: "" };
    if (isGroup) {
      entry.members = div("members", element);
      element.style.isolation = "isolate";
      entry.members.append(isolator());
    }
    entries.set(id, entry);
    return entry;
  }

  function update(id) {
    const entry = entries.get(id);
    const node = store.node(id);
    if (!entry || entry.held) return;
    finish(entry, node);
    paint(entry, node);
    carry(entry, node);
  }

  /** How the layer meets what lies below it. */
  function finish(entry, node) {
    const { style } = entry.element;
    style.display = node.visible ? "" : "none";
    style.mixBlendMode = node.blend === "normal" ? "" : node.blend;
    const opacity = node.opacity * (node.window?.opacity ?? 1);
    style.opacity = opacity < 1 ? String(opacity) : "";
  }

  /** A new picture when there is one: drawings at once, pictures when they are decoded. */
  function paint(entry, node) {
    const scale = wantedScale();
    const asked = `${node.key} ${node.svg ? "" : scale} ${node.window?.src ?? ""} ${node.window?.path ?? ""}`;
    if (asked === entry.asked || !node.visible) return;
    entry.asked = asked;
    const windowSrc = node.window?.src?.replace("{scale}", scale);
    if (!node.src && !windowSrc) {
      show(entry, node, node.svg ? drawingOf(node.svg) : null);
      return;
    }
    const ready = Promise.all([
      node.src ? pictureOf(node.src.replace("{scale}", scale)) : node.svg && drawingOf(node.svg),
      windowSrc && preloaded(windowSrc),
    ]);
    ready.then(([body]) => {
      if (entry.asked !== asked) return; // something newer is on its way
      if (entry.held) {
        entry.asked = "";
        return;
      }
      show(entry, node, body, windowSrc);
      carry(entry, store.node(node.id) ?? node);
    }, () => {
      if (entry.asked === asked) entry.asked = "";
    });
  }

  function show(entry, node, body, windowSrc) {
    entry.body?.remove();
    entry.body = body;
    entry.shown = entry.asked;
    if (body) {
      body.classList.add("body");
      entry.element.prepend(body);
    }
    if (entry.members) entry.members.style.display = body ? "none" : "";
    entry.painted = node;
    place(entry, node, windowSrc);
  }

  function place({ element, members }, { paint, window: shown }, windowSrc) {
    const [x, y, width, height] = members ? [0, 0, 0, 0] : paint;
    Object.assign(element.style, {
      left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`,
      transformOrigin: `${-x}px ${-y}px`,
    });
    const body = element.firstElementChild;
    if (members && body !== members) {
      Object.assign(body.style, {
        left: `${paint[0]}px`, top: `${paint[1]}px`, width: `${paint[2]}px`, height: `${paint[3]}px`,
      });
    }
    if (body) body.style.transformOrigin = `${-x}px ${-y}px`;
    letThrough(element.style, shown, windowSrc, [x, y]);
  }

  /** The transform from where the picture was drawn to where the layer is. */
  function carry(entry, node) {
    const drawn = entry.painted?.drawn;
    const here = { box: node.box, rotation: node.rotation, size: node.size };
    const since = drawn?.box && node.box ? carried(drawn, here) : null;
    const matrix = entry.held && since ? times(entry.held, since) : entry.held ?? since;
    const css = matrix ? `matrix(${matrix.join(",")})` : "";
    if (entry.at === css) return;
    entry.at = css;
    const moved = entry.painted?.window ? entry.body : entry.element; // its window stays
    if (moved) moved.style.transform = css;
  }

  /** Pictures at the scale that is shown, when zooming has come to rest. */
  function zoomed() {
    clearTimeout(settling);
    settling = setTimeout(sharpen, SETTLED);
  }

  function sharpen() {
    clearTimeout(settling);
    for (const id of entries.keys()) if (store.node(id)) update(id);
  }

  const unsubscribe = store.subscribe((change) => {
    if (change.ids.size || change.tree || change.kind === "snapshot") {
      if (change.kind !== "select") render(change);
    }
  });
  const unview = view?.subscribe(zoomed);
  render();

  return {
    sheet,
    element: (id) => entries.get(id)?.element ?? null,
    render: () => render(),
    /** A gesture's transform, [a, b, c, d, e, f] in canvas px, over where the layer lies. */
    setTransform(id, matrix) {
      const entry = entries.get(id);
      if (!entry) return;
      if (!entry.held) hold(entry, true);
      entry.held = matrix;
      carry(entry, store.node(id));
    },
    /** The gesture is over: the layer shows what the store says. */
    clear(id) {
      const entry = entries.get(id);
      if (!entry?.held) return;
      entry.held = null;
      hold(entry, false);
      update(id);
    },
    /** Whether a layer shown as a picture has paint at a point of the canvas; null where unknown. */
    inkAt(id, point) {
      const { painted, body } = entries.get(id) ?? {};
      return painted?.src && body ? inkAt(body, painted.paint, point) : null;
    },
    /** Resolves when every picture that is on its way has been painted. */
    async settled() {
      sharpen();
      while ([...entries.values()].some(({ asked, shown }) => asked && asked !== shown)) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    destroy() {
      unsubscribe();
      unview?.();
      clearTimeout(settling);
      sheet.remove();
    },
  };

}

/** Makes a browser draw a group apart, as the export does; isolation of plain layers is optimised away. */
function isolator() {
  const element = document.createElement("div");
  Object.assign(element.style, { position: "absolute", mixBlendMode: "multiply" });
  return element;
}

const hold = ({ element }, on) => {
  element.style.willChange = on ? "transform" : "";
};

/** What the clipping base shows of the layer. */
function letThrough(style, shown, windowSrc, [x, y]) {
  style.clipPath = shown?.path ? `path(${shown.even_odd ? "evenodd, " : ""}"${shown.path}")` : "";
  if (!windowSrc) {
    style.maskImage = "";
    return;
  }
  const [left, top, width, height] = shown.paint;
  Object.assign(style, {
    maskImage: `url("${windowSrc}")`, maskRepeat: "no-repeat",
    maskPosition: `${left - x}px ${top - y}px`, maskSize: `${width}px ${height}px`,
  });
}

/**
 * The matrix that takes a picture drawn for one box and rotation to another; null where it stays.
 * Text is not stretched with its box: it scales with its size alone.
 */
export function carried(from, to) {
  const same = from.rotation === to.rotation && from.size === to.size
    && from.box.every((v, i) => v === to.box[i]);
  if (same) return null;
  const [x, y, w, h] = from.box;
  const [x2, y2, w2, h2] = to.box;
  const sx = from.size ? to.size / from.size : w ? w2 / w : 1;
  const sy = from.size ? sx : h ? h2 / h : 1;
  const back = around(-from.rotation, [x + w / 2, y + h / 2]);
  const on = [sx, 0, 0, sy, x2 - x * sx, y2 - y * sy];
  const turned = around(to.rotation, [x2 + w2 / 2, y2 + h2 / 2]);
  return times(turned, times(on, back)).map((v) => Math.round(v * 1e6) / 1e6);
}

function around(degrees, [cx, cy]) {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [cos, sin, -sin, cos, cx - cx * cos + cy * sin, cy - cx * sin - cy * cos];
}

function times([a, b, c, d, e, f], [g, h, i, j, k, l]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function div(name, parent = null) {
  const element = document.createElement("div");
  element.className = name;
  element.style.position = "absolute";
  if (name !== "layer") Object.assign(element.style, { left: "0", top: "0" });
  parent?.append(element);
  return element;
}
