/** The sheet of keys that `?` opens, written from the key map itself. */
import { el } from "./dom.js";
import { iconButton } from "./fields.js";
import { GROUPS, HELD, shown } from "./keymap.js";

/** @param {{root: ShadowRoot, keymap: object}} editor */
export function openKeys({ root, keymap }) {
  const sections = GROUPS.map(([title, rows]) => section(title, rows.map(([action, words]) =>
    [words, keymap.chordsOf(action).map((chord) => shown(chord))])));
  sections.push(section("With the pointer", HELD.map(([key, words]) => [words, [key]])));
  const close = iconButton("close", "Close", () => sheet.close());
  const sheet = el("dialog", { "aria-labelledby": "keys-title" },
    el("header", {}, el("h2", { id: "keys-title" }, "Keys"), close), el("div", { class: "keys" }, sections));
  sheet.addEventListener("close", () => sheet.remove());
  sheet.addEventListener("keydown", (event) => event.stopPropagation());
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  root.append(sheet);
  sheet.showModal();
}

function section(title, rows) {
  return el("section", {}, el("h3", {}, title), el("dl", {}, rows.map(([words, chords]) => [
    el("dt", {}, words), el("dd", {}, chords.flatMap((chord, i) => [i ? " or " : "", el("kbd", {}, chord)])),
  ])));
}
