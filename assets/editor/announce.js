/** What a screen reader is told: one polite sentence at a time, errors at once. */
import { el } from "./dom.js";

/** @param {HTMLElement | ShadowRoot} root @returns {(text: string, urgent?: boolean) => void} */
export function createAnnouncer(root) {
  const calm = el("div", { class: "sr", role: "status", "aria-live": "polite" });
  const loud = el("div", { class: "sr", role: "alert" });
  root.append(calm, loud);
  let timer = 0;
  return (text, urgent = false) => {
    const place = urgent ? loud : calm;
    place.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => { place.textContent = text; }, urgent ? 0 : 120);
  };
}
