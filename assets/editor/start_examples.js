/** Six requests with their designs; a press fills the box. Below them, what was made before. */
import { el } from "./dom.js";

/** @param {(request: string) => void} onTake @param {(told: object) => void} onTold what the server knows of sizes */
export function exampleRow(onTake, onTold) {
  const list = el("ul", {});
  const recent = el("ul", {});
  const before = el("div", { class: "ps-recent", hidden: true }, el("h2", {}, "Go on with"), recent);
  const root = el("section", { class: "ps-examples", "aria-label": "Examples" }, el("h2", {}, "Or begin with one of these"), list, before);
  load().then((told) => {
    list.replaceChildren(...told.examples.map((each) => example(each, onTake)));
    recent.replaceChildren(...told.recent.map(design));
    before.hidden = !told.recent.length;
    onTold(told);
  }).catch(() => {
    root.hidden = true; // the box works without them
  });
  return { root };
}

async function load() {
  const answer = await fetch("/studio/api/start");
  if (!answer.ok) throw new Error("no examples");
  return answer.json();
}

function example({ request, picture }, onTake) {
  return el("li", {}, el("button", { type: "button", on: { click: () => onTake(request) } },
    el("img", { src: picture, alt: "", loading: "eager", decoding: "async", draggable: "false" }), el("span", {}, request)));
}

function design({ id, title, picture }) {
  return el("li", {}, el("a", { href: address(id) }, el("img", { src: picture, alt: "", draggable: "false" }), el("span", {}, title)));
}

/** Where a design opens: in the studio from the page at `/`, else in the editor alone. */
export function address(id) {
  return location.pathname === "/" ? `/?doc=${id}` : `/studio/d/${id}`;
}
