/** Chips under the box: what was understood, what is missing, and what is doubtful with its fix. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

const MEANING = {
  size: "Size", title: "Headline", offer: "Offer", price: "Price", date: "Date", time: "Time", venue: "Venue",
  address: "Address", contact: "Contact", brand: "Name", cta: "Call to action", color: "Colours", tone: "Tone",
};
const SOURCE = {
  user: "from your words", inferred: "concluded from your words", default: "a default", suggested: "offered by Plakat, not your words",
};

/**
 * @param {{onEdit: (words: string) => void, onRemove: (chip: object) => void, onAdd: (missing: object) => void,
 *   onFix: (way: {words: string, instead: string}) => void, onSize: () => void}} told
 */
export function chipRow(told) {
  const understood = el("ul", { class: "ps-chips", "aria-label": "What was understood" });
  const missing = el("ul", { class: "ps-chips ps-missing", "aria-label": "What could be added" });
  const findings = el("ul", { class: "ps-findings", "aria-label": "What is doubtful", "aria-live": "polite" });
  return {
    root: el("div", { class: "ps-chiprows" }, understood, missing, findings),
    show(message) {
      renew(understood, message.chips, keyOf, (chip) => chipOf(chip, told));
      renew(missing, message.missing, keyOf, (each) => missingOf(each, told));
      renew(findings, message.findings, (f) => JSON.stringify([f.message, f.ways]), (each) => findingOf(each, told));
    },
    clear() {
      for (const list of [understood, missing, findings]) list.replaceChildren();
    },
  };
}

/** Items that are the same as before keep their element, so that nothing blinks and focus stays. */
function renew(list, items, key, make) {
  const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const after = items.map((item) => {
    const known = before.get(key(item));
    if (known) return known;
    const made = make(item);
    made.dataset.key = key(item);
    return made;
  });
  if (after.length !== list.children.length || after.some((child, n) => child !== list.children[n])) list.replaceChildren(...after);
}

const keyOf = (chip) => JSON.stringify(chip);

function chipOf(chip, { onEdit, onRemove, onSize }) {
  const kind = MEANING[chip.kind] ?? chip.kind;
  const swatches = (chip.colors ?? []).slice(0, 5).map((color) => el("i", { class: "ps-dot", style: { background: color } }));
  const edit = chip.kind === "size" ? onSize : chip.words ? () => onEdit(chip.words) : null;
  const label = [swatches, chip.colors?.length ? null : chip.label];
  const title = `${kind}, ${SOURCE[chip.provenance]}`;
  const main = edit
    ? el("button", { type: "button", class: "ps-chip-main", title, "aria-label": `${kind}: ${chip.label}. Change`, on: { click: edit } }, label)
    : el("span", { class: "ps-chip-main", title }, label);
  const remove = chip.words && chip.kind !== "size"
    ? el("button", { type: "button", class: "ps-chip-x", "aria-label": `Take out ${chip.label}`, on: { click: () => onRemove(chip) } }, icon("close"))
    : null;
  return el("li", { class: "ps-chip", "data-kind": chip.kind, "data-from": chip.provenance }, main, remove);
}

function missingOf(missing, { onAdd }) {
  return el("li", { class: "ps-chip ps-add", "data-kind": missing.kind },
    el("button", { type: "button", class: "ps-chip-main", title: missing.why || null, on: { click: () => onAdd(missing) } }, icon("plus"), missing.label));
}

function findingOf(finding, { onFix, onEdit }) {
  const button = (label, told, click) => el("button", { type: "button", class: "ps-fix", "aria-label": told, on: { click } }, label);
  const ways = finding.ways.map((way) => button(way.instead, `Write “${way.instead}” for “${way.words}”`, () => onFix(way)));
  if (!ways.length) ways.push(button("Show", `Show “${finding.words}”`, () => onEdit(finding.words)));
  return el("li", { class: "ps-finding" }, el("span", {}, finding.message), ways);
}
