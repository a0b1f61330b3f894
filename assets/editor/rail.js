/** `<plakat-rail>`: the strip of icons that says which panel stands beside the design. */

const PANELS = [
  ["chat", "Chat", "M4 5h16v11H9l-5 4z"],
  ["brief", "Brief", "M6 3h9l3 3v15H6zM9 9h6M9 13h6M9 17h4"],
  ["variants", "Variants", "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"],
  ["versions", "Versions", "M12 7v5l3 2M4 12a8 8 0 1 0 3-6.2M4 4v4h4"],
  ["brand", "Brand", "M12 3l8 5-8 5-8-5zM4 12l8 5 8-5M4 16l8 5 8-5"],
  ["quality", "Quality", "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4"],
  ["export", "Export", "M12 4v11M8 11l4 4 4-4M5 19h14"],
  ["settings", "Settings", "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h14"],
];
const SVG = "http://www.w3.org/2000/svg";
const NARROW = matchMedia("(max-width: 720px)");
const KEPT = "plakat-panel";

class Rail extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    this.setAttribute("role", "tablist");
    this.setAttribute("aria-label", "Panels");
    this.setAttribute("aria-orientation", "vertical");
    this.append(...PANELS.map(([name, label, path]) => this.#tab(name, label, path)));
    this.addEventListener("keydown", (event) => this.#walk(event));
    for (const [name] of PANELS) this.#describe(name);
    document.body.toggleAttribute("data-folded", NARROW.matches); // the design comes first there
    this.show(location.hash.slice(1) || sessionStorage.getItem(KEPT) || "chat");
    addEventListener("plakat-panel", (event) => this.show(event.detail));
    addEventListener("plakat-changed", () => this.#soon());
  }

  /** The open panel is told of a change once the changes pause. */
  #soon() {
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.gradio?.trigger(document.body.dataset.panel), 350);
  }

  /** Shows the panel of this name; the open one is closed by its own button on narrow screens. */
  show(name) {
    if (!PANELS.some(([known]) => known === name)) name = "chat";
    document.body.dataset.panel = name;
    sessionStorage.setItem(KEPT, name);
    for (const tab of this.children) {
      const on = tab.dataset.name === name;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    this.gradio?.trigger(name);
  }

  #tab(name, label, path) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${name}`;
    tab.dataset.name = name;
    tab.setAttribute("role", "tab");
    const text = document.createElement("span");
    text.textContent = label;
    tab.append(icon(path), text);
    tab.addEventListener("click", () => this.#pressed(name));
    return tab;
  }

  #pressed(name) {
    const again = document.body.dataset.panel === name && !document.body.hasAttribute("data-folded");
    document.body.toggleAttribute("data-folded", again);
    this.show(name);
  }

  #describe(name) {
    const panel = document.getElementById(`panel-${name}`);
    if (!panel) return;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${name}`);
    this.querySelector(`#tab-${name}`).setAttribute("aria-controls", panel.id);
  }

  #walk(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const tabs = [...this.children];
    const next = tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length);
    this.show(next.dataset.name);
    next.focus();
  }
}

function icon(path) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  drawing.append(line);
  return drawing;
}

customElements.define("plakat-rail", Rail);
