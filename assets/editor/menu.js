/** Menus: a list of choices at a point or below a button, walked by arrows and letters. */
import { closer, el } from "./dom.js";

/**
 * @param {HTMLElement | ShadowRoot} root where menus live
 * @returns {{open(at: Element | {clientX: number, clientY: number}, items: Item[]): void, close(): void}}
 *
 * @typedef {{label: string, run: () => void, key?: string, off?: boolean, sign?: Node, checked?: boolean} | null} Item
 */
export function createMenu(root) {
  let shown = null;
  let before = null;
  let anchor = null;
  const shut = closer();

  function open(at, items) {
    close();
    if (shut.justClosed(at)) return;
    before = root.activeElement ?? root.getRootNode?.().activeElement ?? null;
    const buttons = items.map((item) => (item ? row(item) : el("hr", { role: "separator" })));
    shown = el("div", { class: "float menu", role: "menu", popover: "auto" }, buttons);
    shown.addEventListener("keydown", walk);
    shown.addEventListener("contextmenu", (event) => event.preventDefault());
    shown.addEventListener("toggle", (event) => event.newState === "closed" && gone(event.currentTarget));
    root.append(shown);
    shown.showPopover();
    anchor = at;
    place(at);
    items_()[0]?.focus();
  }

  function row({ label, run, key, off, sign, checked }) {
    const kind = checked == null ? "menuitem" : "menuitemcheckbox";
    return el("button", {
      type: "button", role: kind, tabindex: "-1", disabled: Boolean(off), "aria-checked": checked == null ? null : String(checked),
      on: { click: () => { close(); run(); } },
    }, sign ?? null, el("span", {}, label), key ? el("span", { "aria-hidden": "true" }, key) : checked ? el("span", { "aria-hidden": "true" }, "✓") : null);
  }

  const items_ = () => [...(shown?.querySelectorAll("button:not(:disabled)") ?? [])];

  function place(at) {
    const { width, height } = shown.getBoundingClientRect();
    const r = at.getBoundingClientRect?.();
    const [x, y] = r ? [r.left, r.bottom + 4] : [at.clientX, at.clientY];
    const up = r && y + height > innerHeight - 8 && r.top > height + 12;
    shown.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    shown.style.top = `${up ? r.top - height - 4 : Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  }

  function walk(event) {
    const all = items_();
    const at = all.indexOf(event.target);
    const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    event.stopPropagation();
    if (go != null) all[(go + all.length) % all.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key.length === 1 && !event.ctrlKey) {
      const letter = event.key.toLowerCase();
      const next = [...all.slice(at + 1), ...all].find((button) => button.textContent.toLowerCase().startsWith(letter));
      if (letter === " ") return;
      next?.focus();
    } else return;
    event.preventDefault();
  }

  function gone(menu) {
    menu.remove();
    shut.closed(anchor);
    if (shown !== menu) return;
    shown = null; // the browser tells it once more, later
    before?.focus?.({ preventScroll: true });
  }

  function close() {
    const menu = shown;
    if (!menu) return;
    menu.hidePopover();
    gone(menu);
  }

  return { open, close };
}
