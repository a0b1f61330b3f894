/** Tools that draw on the canvas: a box for a shape, a text or a frame, a line, a path by pen. */
import { svg } from "./dom.js";
import { between } from "./geometry.js";
import { frameLayer, insert, lineLayer, pathLayer, shapeLayer, textLayer, unitOf } from "./insert.js";
import { snapEdges, targets } from "./snap.js";
import { frameOf, isHidden, membersOf } from "./tree.js";

const CLOSE = 10; // screen px to the first point that close a path

/** @param {object} editor @returns {Record<string, object>} tools by name */
export function createDrawTools(editor) {
  const { store } = editor;
  const boxed = (make, size) => boxTool(editor, make, size);
  return {
    rectangle: boxed((box) => shapeLayer(store.state, box, { shape: "rectangle" })),
    ellipse: boxed((box) => shapeLayer(store.state, box, { shape: "ellipse" })),
    frame: boxed((box) => frameLayer(box), [8, 6]),
    box: wireTool(editor),
    text: textTool(editor),
    line: lineTool(editor),
    pen: penTool(editor),
    image: { start: () => editor.pickPicture(), down: () => null },
  };
}

function boxTool(editor, make, [w, h] = [5, 5]) {
  return {
    down: (_, from) => drawing(editor, from, (box, moved) => {
      const u = unitOf(editor.store.state);
      insert(editor, [make(moved ? box : [from[0], from[1], u * w, u * h])]);
      editor.setTool("select");
    }),
  };
}

/** Boxes to be designed: drawn one after the other; a click on one opens its words. */
function wireTool(editor) {
  return {
    start: () => editor.boxes.draw(),
    stop: () => editor.boxes.draw(),
    down(_, from) {
      const hit = editor.tools.select.pick(from, true);
      return drawing(editor, from, (box, moved) => {
        if (moved) editor.boxes.insert(box);
        else if (hit != null && editor.boxes.at(hit)) editor.boxes.open(hit);
      });
    },
  };
}

/** A box from corner to corner that snaps as it grows; Shift squares it, Alt from the centre. */
function drawing(editor, from, done) {
  const { state } = editor.store;
  const { width, height } = state.design.canvas;
  const still = membersOf(state, null).filter((id) => !isHidden(state, id)).map((id) => frameOf(state, [id])).filter(Boolean);
  const against = targets(still, [width, height]);
  let box = null;
  return {
    move(to, keys) {
      let end = to;
      if (keys.shift) {
        const side = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
        end = [from[0] + side * Math.sign(to[0] - from[0] || 1), from[1] + side * Math.sign(to[1] - from[1] || 1)];
      }
      const start = keys.alt ? [2 * from[0] - end[0], 2 * from[1] - end[1]] : from;
      box = between(start, end);
      let guides = [];
      if (!keys.ctrl && !keys.shift && !keys.alt) {
        const edges = { x: end[0] >= from[0] ? 1 : 0, y: end[1] >= from[1] ? 1 : 0 };
        const rest = snapEdges(box, edges, against, 6 / editor.view.scale);
        box = between(start, [end[0] + rest.dx, end[1] + rest.dy]);
        guides = rest.guides;
      }
      editor.overlay.show({ marquee: box, guides, badge: null, hover: null });
      editor.draw.now();
    },
    cancel: () => editor.overlay.show({ marquee: null, guides: [] }),
    up(_, moved) {
      editor.overlay.show({ marquee: null, guides: [] });
      done(box, moved && box && box[2] > 1 && box[3] > 1);
    },
  };
}

function textTool(editor) {
  return {
    down: (_, from) => drawing(editor, from, (box, moved) => {
      const { state } = editor.store;
      const u = unitOf(state);
      const size = moved ? Math.min(u * 3, Math.max(u * 0.5, box[3] * 0.7)) : u;
      const place = moved ? box : [from[0], from[1] - size * 0.7, u * 10, size * 1.4];
      const layer = textLayer(state, place, { text: "Text", role: "body", size });
      insert(editor, [layer], "Add Text");
      editor.setTool("select");
      whenThere(editor, layer.id, () => editor.typing.open(layer.id, null, { isNew: true }));
    }),
  };
}

function whenThere(editor, id, then) {
  const stop = editor.store.subscribe(() => {
    if (!editor.store.state.layers.has(id)) return;
    stop();
    requestAnimationFrame(then);
  });
}

function lineTool(editor) {
  return {
    down(_, from) {
      let end = from;
      return {
        move(to, keys) {
          end = keys.shift ? stepped(from, to) : to;
          sketch(editor, [{ at: from }, { at: end }]);
        },
        cancel: () => sketch(editor, null),
        up(_event, moved) {
          sketch(editor, null);
          const u = unitOf(editor.store.state);
          insert(editor, [lineLayer(editor.store.state, from, moved ? end : [from[0] + u * 6, from[1]])], "Add Line");
          editor.setTool("select");
        },
      };
    },
  };
}

/** Click for corners, drag for curves; Enter or the last point ends, the first point closes. */
function penTool(editor) {
  let points = [];
  const finish = (closed) => {
    const made = points;
    points = [];
    sketch(editor, null);
    if (made.length > 1) insert(editor, [pathLayer(editor.store.state, made, closed)], "Add Path");
    editor.setTool("select");
  };
  return {
    start: () => { points = []; },
    stop: () => {
      if (points.length > 1) finish(false);
      sketch(editor, null);
    },
    enter: () => points.length > 1 && (finish(false), true),
    down(_, at) {
      const near = (p) => Math.hypot(p[0] - at[0], p[1] - at[1]) * editor.view.scale < CLOSE;
      if (points.length > 2 && near(points[0].at)) return { move: () => {}, cancel: () => {}, up: () => finish(true) };
      if (points.length > 1 && near(points.at(-1).at)) return { move: () => {}, cancel: () => {}, up: () => finish(false) };
      const point = { at: at.map(Math.round) };
      points.push(point);
      sketch(editor, points);
      return {
        move(to) {
          point.out = to.map(Math.round);
          point.in = [2 * point.at[0] - point.out[0], 2 * point.at[1] - point.out[1]];
          sketch(editor, points);
        },
        cancel: () => {},
        up: () => sketch(editor, points),
      };
    },
    hover(_, at) {
      if (points.length) sketch(editor, [...points, { at }]);
    },
  };
}

/** The path under way, in the overlay. */
function sketch(editor, points) {
  editor.overlay.root.querySelector(".sketch")?.remove();
  if (!points?.length) return;
  const to = (p) => editor.view.toScreen(p).map((v) => Math.round(v * 10) / 10).join(" ");
  let d = `M${to(points[0].at)}`;
  points.slice(1).forEach((point, i) => { d += `C${to(points[i].out ?? points[i].at)} ${to(point.in ?? point.at)} ${to(point.at)}`; });
  const dots = points.map(({ at }) => {
    const [cx, cy] = editor.view.toScreen(at);
    return svg("circle", { class: "grip", cx, cy, r: 3.5 });
  });
  editor.overlay.root.append(svg("g", { class: "sketch" }, svg("path", { d, class: "stroke" }), dots));
}

function stepped(from, to) {
  const angle = Math.round(Math.atan2(to[1] - from[1], to[0] - from[0]) / (Math.PI / 12)) * (Math.PI / 12);
  const far = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [from[0] + far * Math.cos(angle), from[1] + far * Math.sin(angle)];
}
