/**
 * `<plakat-brief>`: the brief as a form. Told {fields: [{id, role, label, text, from}], roles, size, sizes,
 * tone, tones, palette, questions, error}; triggers "wish" with what is otherwise, "answer" with {id: words}.
 */

class Brief extends HTMLElement {
  set told(data) {
    const told = JSON.stringify(data);
    if (told === this.seen || (data && !data.error && this.#isBeingWritten())) return;
    this.seen = told;
    if (data?.error) return this.#say(data.error);
    this.data = data ?? { fields: [] };
    this.replaceChildren(...this.#parts());
    this.#judge();
  }

  #isBeingWritten() {
    return Boolean(this.button && !this.button.disabled && !this.sent);
  }

  #parts() {
    const { fields, empty, questions = [] } = this.data;
    if (!fields.length) return [make("p", "pk-empty", empty ?? "Nothing is known yet.")];
    this.status = make("p", "pk-error");
    this.status.setAttribute("role", "alert");
    const form = make("form", "pk-form");
    form.append(...questions.map((question) => this.#question(question)));
    form.append(...fields.map((field) => this.#field(field)), this.#adder());
    form.append(this.#size(), this.#tones(), this.#palette(), this.#foot(), this.status);
    form.addEventListener("input", () => this.#judge());
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#send(); });
    return [form];
  }

  #field({ id, label, text, from }) {
    const area = make("textarea", "pk-input");
    area.value = text;
    area.rows = Math.min(6, text.split("\n").length + Math.floor(text.length / 44));
    area.dataset.id = id;
    area.dir = "auto";
    area.maxLength = 2000;
    return labelled(area, label, from);
  }

  #question({ id, question, why }) {
    const input = make("input", "pk-input");
    input.placeholder = "Answer, or leave it open";
    input.maxLength = 500;
    const button = make("button", "pk-button", "Add");
    button.type = "button";
    const send = () => input.value.trim() && this.gradio.trigger("answer", { [id]: input.value });
    button.addEventListener("click", send);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") { event.preventDefault(); send(); }
    });
    const box = labelled(input, question, "", why);
    box.className += " pk-question";
    input.after(button);
    return box;
  }

  #adder() {
    const role = select(this.data.roles.map((name) => [name, capital(name)]), "body");
    role.setAttribute("aria-label", "Kind of text to add");
    const text = make("input", "pk-input");
    text.placeholder = "Add more copy";
    text.setAttribute("aria-label", "Text to add");
    text.maxLength = 2000;
    this.adding = { role, text };
    const row = make("div", "pk-adder");
    row.append(role, text);
    return row;
  }

  #size() {
    const known = this.data.sizes.some(([name]) => name === this.data.size);
    const sizes = known ? this.data.sizes : [[this.data.size, this.data.size], ...this.data.sizes];
    this.size = select(sizes, this.data.size);
    return labelled(this.size, "Size", this.data.sizeFrom);
  }

  #tones() {
    const row = make("div", "pk-chips");
    for (const tone of this.data.tones) {
      const box = make("label", "pk-chip", tone);
      const input = make("input");
      input.type = "checkbox";
      input.name = "tone";
      input.value = tone;
      input.checked = this.data.tone.includes(tone);
      box.prepend(input);
      row.append(box);
    }
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", "Tone");
    return grouped(row, "Tone", this.data.toneFrom);
  }

  #palette() {
    const row = make("div", "pk-palette");
    for (const [role, color] of Object.entries(this.data.palette)) {
      const box = make("label", "pk-color");
      const input = make("input");
      input.type = "color";
      input.value = color;
      input.dataset.role = role;
      box.append(input, make("span", "", role.replaceAll("_", " ")));
      row.append(box);
    }
    return grouped(row, "Palette");
  }

  #foot() {
    const foot = make("div", "pk-foot");
    this.button = make("button", "pk-button pk-main", "Apply changes");
    this.button.type = "submit";
    this.back = make("button", "pk-button", "Discard");
    this.back.type = "button";
    this.back.addEventListener("click", () => {
      this.replaceChildren(...this.#parts());
      this.#judge();
    });
    foot.append(this.button, this.back);
    return foot;
  }

  /** What is otherwise than it was told. */
  #wish() {
    const wish = {};
    for (const { id, text } of this.data.fields) {
      const now = this.querySelector(`textarea[data-id="${CSS.escape(id)}"]`).value.trim();
      if (now !== text.trim()) (wish.texts ??= {})[id] = now;
    }
    const added = this.adding.text.value.trim();
    if (added) wish.added = [{ role: this.adding.role.value, text: added }];
    if (this.size.value !== this.data.size) wish.size = this.size.value;
    const tone = [...this.querySelectorAll("[name=tone]:checked")].map((box) => box.value);
    if (String(tone.toSorted()) !== String(this.data.tone.toSorted())) wish.tone = tone;
    for (const input of this.querySelectorAll("[type=color]")) {
      const { role } = input.dataset;
      if (input.value !== this.data.palette[role].toLowerCase()) (wish.palette ??= {})[role] = input.value;
    }
    return wish;
  }

  #judge() {
    if (!this.button) return;
    const changed = Object.keys(this.#wish()).length > 0;
    this.button.disabled = this.back.disabled = !changed;
    this.sent = false;
  }

  #send() {
    this.status.textContent = "";
    this.button.setAttribute("aria-busy", "true");
    this.sent = true;
    this.gradio.trigger("wish", this.#wish());
  }

  #say(error) {
    this.status.textContent = error;
    this.button.removeAttribute("aria-busy");
    this.sent = false;
  }
}

function labelled(field, label, from, why) {
  const box = make("label", "pk-field");
  box.append(caption(label, from), field);
  if (why) box.append(make("span", "pk-hint", why));
  return box;
}

function grouped(content, label, from) {
  const box = make("div", "pk-field");
  box.append(caption(label, from), content);
  return box;
}

function caption(label, from) {
  const line = make("span", "pk-caption");
  line.append(make("span", "", label));
  if (from) line.append(make("span", "pk-from", from));
  return line;
}

function select(options, value) {
  const made = make("select", "pk-input");
  made.append(...options.map(([name, label]) => new Option(label, name, false, name === value)));
  return made;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function make(tag, name = "", text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

customElements.define("plakat-brief", Brief);
