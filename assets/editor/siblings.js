/** The designs made of the same words, as a thin strip of pictures: one press shows another. */
import { el } from "./dom.js";

const PAUSE = 700; // ms after a change before its picture is drawn anew
let known = []; // what the last editor showed: the strip stands there at once in the next

/** @param {object} editor @returns {{element: HTMLElement, walk(by: number): boolean}} */
export function createSiblings(editor) {
  const { doc } = editor;
  const element = el("nav", { class: "siblings", "aria-label": "Designs made of the same words", hidden: true });
  const shut = new AbortController();
  let list = known.some(({ id }) => id === doc) ? known : [];
  let timer = 0;
  draw();
  load();
  const stop = editor.store.subscribe(({ kind }) => {
    if (kind !== "commit" || list.length < 2) return;
    clearTimeout(timer);
    timer = setTimeout(load, PAUSE);
  });

  async function load() {
    const answer = await fetch(`/studio/api/designs/${doc}/variants`, { signal: shut.signal }).catch(() => null);
    if (!answer?.ok) return;
    list = known = await answer.json();
    draw();
  }

  function draw() {
    element.hidden = list.length < 2;
    const had = element.contains(element.getRootNode().activeElement);
    const buttons = [...element.children];
    if (buttons.length !== list.length) element.replaceChildren(...list.map(one));
    else for (const [i, { picture }] of list.entries()) buttons[i].firstChild.src = picture;
    if (had) current()?.focus();
  }

  function one({ id, title, picture, width, height }, i) {
    const label = `Design ${i + 1} of ${list.length}${title ? `: ${title}` : ""}`;
    return el("button", {
      type: "button", class: "sibling", "aria-label": label, title: `Design ${i + 1} of ${list.length}  PgUp, PgDn`, "aria-current": id === doc ? "true" : null,
      on: { click: () => open(id) },
    }, el("img", { src: picture, alt: "", draggable: "false", width, height }));
  }

  const current = () => element.querySelector("[aria-current]");

  function open(id) {
    if (id === doc) return;
    const focused = element.contains(element.getRootNode().activeElement);
    editor.open(id, focused ? (next) => next.siblings.focus() : (next) => next.stage.focus({ preventScroll: true }));
  }

  return {
    element,
    focus: () => current()?.focus(),
    /** To the next or the one before; false where there is none. */
    walk(by) {
      const at = list.findIndex(({ id }) => id === doc);
      if (list.length < 2 || at < 0) return false;
      open(list[(at + by + list.length) % list.length].id);
      return true;
    },
    close() {
      clearTimeout(timer);
      shut.abort();
      stop();
    },
  };
}
