/**
 * `<plakat-list>`: cards or rows of a panel. Told
 * {layout: "rows"|"grid"|"steps", intro, empty, items: [{id, title, text, badge, tone, picture, mark, colors,
 * chosen, actions: [{id, label, main}]}]}; every press triggers "act" with {item, action}.
 * All words are written with `textContent`.
 */

class List extends HTMLElement {
  set told(data) {
    const told = JSON.stringify(data);
    if (told === this.seen) return;
    this.seen = told;
    this.replaceChildren(...this.#parts(data ?? {}));
  }

  #parts({ intro, empty, items = [], layout = "rows" }) {
    this.className = `pk-list pk-${layout}`;
    const parts = [];
    if (intro) parts.push(made("p", "pk-intro", intro));
    if (!items.length) parts.push(...(empty ? [made("p", "pk-empty", empty)] : []));
    else {
      const list = made("ul", "pk-items");
      list.append(...items.map((item) => this.#item(item)));
      parts.push(list);
    }
    return parts;
  }

  #item(item) {
    const row = made("li", "pk-item");
    row.dataset.id = item.id;
    if (item.tone) row.dataset.tone = item.tone;
    if (item.chosen) row.setAttribute("aria-current", "true");
    if (item.picture) row.append(this.#picture(item));
    const body = made("div", "pk-body");
    const head = made("div", "pk-head");
    if (item.title) head.append(made("span", "pk-name", item.title));
    if (item.badge) head.append(made("span", "pk-badge", item.badge));
    body.append(head);
    if (item.colors?.length) body.append(swatches(item.colors));
    if (item.text) body.append(made("p", "pk-note", item.text));
    if (item.actions?.length) {
      const actions = made("div", "pk-actions");
      actions.append(...item.actions.map((action) => this.#action(item, action)));
      body.append(actions);
    }
    row.append(body);
    return row;
  }

  #picture(item) {
    const first = item.actions?.[0];
    const frame = made(first ? "button" : "div", "pk-picture");
    if (first) {
      frame.type = "button";
      frame.setAttribute("aria-label", `${first.label}: ${item.title}`);
      frame.addEventListener("click", () => this.#act(item.id, first.id));
    }
    const picture = document.createElement("img");
    picture.alt = first ? "" : item.title ?? "";
    picture.loading = "lazy";
    picture.decoding = "async";
    if (/^\/studio\/[\w/.=?&-]+$/.test(item.picture)) picture.src = item.picture;
    if (item.aspect) picture.style.aspectRatio = String(Number(item.aspect));
    frame.append(picture);
    return frame;
  }

  #action(item, action) {
    const button = made("button", action.main ? "pk-button pk-main" : "pk-button", action.label);
    button.type = "button";
    button.dataset.action = action.id;
    if (item.title) button.setAttribute("aria-label", `${action.label}: ${item.title}`);
    button.addEventListener("click", () => {
      button.setAttribute("aria-busy", "true");
      setTimeout(() => button.removeAttribute("aria-busy"), 4000);
      this.#act(item.id, action.id);
    });
    return button;
  }

  #act(item, action) {
    this.gradio?.trigger("act", { item, action });
  }
}

function swatches(colors) {
  const row = made("div", "pk-swatches");
  for (const color of colors) {
    const swatch = made("span", "pk-swatch");
    swatch.title = color;
    if (CSS.supports("color", color)) swatch.style.backgroundColor = color;
    row.append(swatch);
  }
  row.setAttribute("role", "img");
  row.setAttribute("aria-label", `Colours ${colors.join(", ")}`);
  return row;
}

function made(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

customElements.define("plakat-list", List);
