/**
 * `<plakat-start>`: one box, and designs that draw themselves while words are typed into it.
 * Enter keeps all four and opens the chosen one. No question and no dialog before the first picture.
 */
import { attach, chosenFile, dropZone, isDesign, isDrawing, openDesign, OPENABLE } from "./attach.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { sketchSocket } from "./sketch_socket.js";
import { chipRow } from "./start_chips.js";
import { address, exampleRow } from "./start_examples.js";
import { looks, shuffleBar } from "./start_looks.js";
import { addedSizes } from "./start_sizes.js";
import { sizeStrip, variantGrid } from "./start_variants.js";
import { allShuffled, newWish, picked, shuffled, withHeading, withoutWords, withWords } from "./wish.js";

const PAUSE = 150; // ms without a key before the words are drawn
const SHORTEST = 3; // characters

class Start extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    this.wish = newWish();
    this.chosen = 0;
    this.#build();
    this.#listen();
    this.socket = sketchSocket({ onMessage: (message) => this.#heard(message), onState: (open) => this.#connected(open) });
    this.box.focus();
  }

  disconnectedCallback() {
    this.socket?.close();
  }

  #build() {
    this.box = el("textarea", {
      id: "ps-words", rows: 2, maxlength: 20000, dir: "auto", spellcheck: "true", autocomplete: "off", enterkeyhint: "go",
      placeholder: "A jazz night poster for the Blue Note, Saturday 12 December, 8 pm",
    });
    this.files = el("div", { class: "ps-files" });
    this.sizes = el("select", { class: "ps-size", "aria-label": "Size", on: { change: () => this.#turn({ size: this.sizes.value }) } },
      el("option", { value: "" }, "Size by your words"));
    this.go = el("button", { type: "submit", class: "ps-go" }, "Design it", icon("send"));
    this.boxes = el("button", { type: "button", class: "ps-tool ps-boxes", title: "Start from an empty sheet", on: { click: () => this.#drawBoxes() } }, icon("box"), "Draw boxes");
    this.file = el("button", { type: "button", class: "ps-tool ps-boxes", title: "Go on with a .plakat, PSD, ORA, SVG or picture", on: { click: () => this.#askDesign() } }, icon("group"), "Open a file");
    this.status = el("p", { class: "ps-status", role: "status", "aria-live": "polite" });
    this.form = el("form", { class: "ps-box" },
      el("label", { class: "ps-sr", for: "ps-words" }, "What do you need? Say what it is, what it says, when and where."),
      this.box, this.files,
      el("div", { class: "ps-tools" },
        el("button", { type: "button", class: "ps-tool", on: { click: () => this.#ask("picture") } }, icon("image"), "Photo"),
        el("button", { type: "button", class: "ps-tool", on: { click: () => this.#ask("logo") } }, icon("badge"), "Logo"),
        el("span", { class: "ps-sizefield" }, this.sizes, icon("chevron")), el("span", { class: "ps-gap" }), this.file, this.boxes, this.go));
    this.chips = chipRow({
      onEdit: (words) => this.#select(words),
      onRemove: (chip) => this.#write(withoutWords(this.wish.text, chip.words)),
      onFix: ({ words, instead }) => this.#write(withWords(this.wish.text, words, instead)),
      onAdd: (missing) => this.#add(missing),
      onSize: () => this.sizes.focus(),
    });
    this.grid = variantGrid({
      onChoose: (slot) => this.#choose(slot), onOpen: (slot) => this.#open(slot), onShuffle: () => this.#shuffleAll(),
    });
    this.bar = shuffleBar({
      onShuffle: (aspect) => this.#renew(shuffled(this.wish, aspect)), onShuffleAll: () => this.#shuffleAll(), onMore: () => this.#more(),
    });
    this.looks = looks({
      onTry: (choice) => this.#try(choice),
      onPick: (choice) => this.#renew(picked(this.wish, this.chosen, choice)),
    });
    this.grid.choose(this.chosen);
    this.strip = sizeStrip();
    this.added = addedSizes((added) => this.#turn({ added }));
    this.examples = exampleRow((request) => this.#write(request, true), (told) => this.#told(told));
    this.live = el("section", { class: "ps-live", hidden: true, "aria-label": "Designs" },
      this.bar.root, this.looks.root, this.grid.root, el("div", { class: "ps-set" }, this.added.root, this.strip.root));
    this.replaceChildren(
      el("header", { class: "ps-top" }, el("span", { class: "ps-mark" }, "Plakat")),
      el(this.closest("main") ? "div" : "main", { class: "ps-main" },
        el("h1", {}, "Say it. See it."), this.form, this.chips.root, this.status, this.live, this.examples.root),
      el("div", { class: "ps-drop", "aria-hidden": "true" }, el("span", {}, "Drop a photo, a logo, or a design to open")));
  }

  #listen() {
    this.box.addEventListener("input", () => this.#typed());
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#open(this.chosen);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#open(this.chosen);
    });
    dropZone(this, (files) => files.forEach(async (file) => ((await isDesign(file)) ? this.#openFile(file) : this.#take(file))), (over) => this.toggleAttribute("data-over", over));
  }

  /** Every key: the words are drawn once the typing pauses. */
  #typed() {
    this.wish = { ...this.wish, text: this.box.value };
    this.dataset.asked = "";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#sketch(), PAUSE);
  }

  /** Words written for the user; the caret stands behind them. */
  #write(text, fresh = false) {
    if (fresh) this.wish = { ...newWish(), attachments: this.wish.attachments };
    this.box.value = text;
    this.wish = { ...this.wish, text };
    this.box.focus();
    this.box.setSelectionRange(text.length, text.length);
    this.#sketch();
  }

  #select(words) {
    const at = this.wish.text.indexOf(words);
    this.box.focus();
    if (at >= 0) this.box.setSelectionRange(at, at + words.length);
  }

  #add(missing) {
    if (missing.kind === "photo") this.#ask("picture");
    else if (missing.kind === "logo") this.#ask("logo");
    else this.#write(withHeading(this.wish.text, missing.insert));
  }

  #turn(change) {
    this.#renew({ ...this.wish, ...change });
  }

  #renew(wish) {
    this.wish = wish;
    this.#sketch();
  }

  #shuffleAll() {
    this.#renew(allShuffled(this.wish, this.bar.locks, this.grid.shown()));
  }

  #choose(slot) {
    if (slot === this.chosen) return;
    this.chosen = slot;
    this.grid.choose(slot);
    if (!this.looks.root.hidden) this.socket.say("choices", this.wish, slot);
    if (this.wish.added.length) this.#sketch();
  }

  /** A choice that is only hovered: seen, and gone when the pointer goes. */
  #try(choice) {
    clearTimeout(this.trying);
    this.trying = setTimeout(() => this.#sketch(choice ? picked(this.wish, this.chosen, choice) : this.wish), 40);
  }

  #more() {
    const open = this.looks.root.hidden;
    this.looks.root.hidden = !open;
    this.bar.more.setAttribute("aria-expanded", String(open));
    if (open) this.socket.say("choices", this.wish, this.chosen);
  }

  #sketch(wish = this.wish) {
    clearTimeout(this.timer);
    const some = wish.text.trim().length >= SHORTEST;
    this.live.hidden = !some;
    this.examples.root.hidden = some;
    if (!some) {
      this.chips.clear();
      this.#say("");
      return;
    }
    this.pending = performance.now();
    this.dataset.asked = this.socket.say("sketch", wish, this.chosen); // until `done` is as much
  }

  async #heard(message) {
    if (message.t === "understood") {
      this.wish = { ...this.wish, anchor: message.anchor };
      this.chips.show(message);
      this.strip.expect(message.members, (name) => this.added.labelOf(name));
      this.added.without(message.size);
      this.#say("");
    } else if (message.t === "variant") {
      const first = message.first;
      if (first) this.seen = [...(this.seen ?? []), this.grid.show(message)];
      else this.strip.show(message);
    } else if (message.t === "seen") {
      await Promise.all(this.seen ?? []);
      this.seen = [];
      this.dataset.seen = message.n; // for whoever waits for the pictures
      this.dataset.ms = Math.round(performance.now() - this.pending);
    } else if (message.t === "done") this.dataset.done = message.n;
    else if (message.t === "choices") this.looks.show(message);
    else if (message.t === "committed") this.#go(message);
    else if (message.t === "error") {
      this.#busy(false);
      this.#say(message.text, "bad");
    }
  }

  /** Enter: all four are kept, the chosen one opens. */
  #open(slot) {
    if (this.wish.text.trim().length < SHORTEST) {
      this.#say("Say what you need first, such as “a jazz night poster”.");
      this.box.focus();
      return;
    }
    clearTimeout(this.timer);
    this.chosen = slot;
    this.grid.choose(slot);
    this.#busy(true);
    this.socket.say("commit", this.wish, slot);
  }

  /** An empty sheet of the chosen size, on which boxes are drawn. */
  async #drawBoxes() {
    this.boxes.disabled = true;
    try {
      const body = JSON.stringify({ boxes: [], sizes: [this.sizes.value || "portrait"] });
      const answer = await fetch("/studio/api/designs", { method: "POST", headers: { "Content-Type": "application/json" }, body });
      if (!answer.ok) throw new Error("The empty sheet could not be made. Try again.");
      const [{ id }] = await answer.json();
      location.assign(address(id));
    } catch (error) {
      this.boxes.disabled = false;
      this.#say(error instanceof TypeError ? "The server does not answer. Try again in a moment." : error.message, "bad");
    }
  }

  #go(message) {
    this.dispatchEvent(new CustomEvent("plakat-open", { bubbles: true, detail: message }));
    location.assign(address(message.open));
  }

  async #ask(role) {
    const file = await chosenFile();
    if (file) await this.#take(file, role);
  }

  async #askDesign() {
    const file = await chosenFile(OPENABLE);
    if (file) await this.#openFile(file);
  }

  /** A whole design: it opens with what is kept of it, and the chat says what is not. */
  async #openFile(file) {
    this.#say(`Opening ${file.name}…`);
    this.file.disabled = true;
    try {
      const { id } = await openDesign(file);
      location.assign(address(id));
    } catch (error) {
      this.file.disabled = false;
      this.#say(error instanceof TypeError ? "The server does not answer. Try again in a moment." : error.message, "bad");
    }
  }

  async #take(file, role = "") {
    this.#say(`Taking ${file.name}…`);
    try {
      const taken = await attach(file, role);
      const attachments = [...this.wish.attachments.filter((each) => each.asset !== taken.asset), taken];
      this.#file(taken, file);
      this.#say("");
      this.#turn({ attachments });
      if (isDrawing(file)) this.#say(`${file.name} is taken as the logo. “Open a file” opens it as a design.`);
    } catch (error) {
      this.#say(error.message, "bad");
    }
  }

  #file(taken, file) {
    const picture = el("img", { src: URL.createObjectURL(file), alt: "" });
    const remove = el("button", { type: "button", "aria-label": `Take out ${taken.name}` }, icon("close"));
    const chip = el("span", { class: "ps-file", "data-role": taken.role }, picture, taken.role === "logo" ? "Logo" : "Photo", remove);
    remove.addEventListener("click", () => {
      chip.remove();
      this.#turn({ attachments: this.wish.attachments.filter((each) => each.asset !== taken.asset) });
    });
    this.files.append(chip);
  }

  #told({ sizes }) {
    this.added.know(sizes);
    this.sizes.append(...sizes.map(({ name, label }) => el("option", { value: name }, label)));
  }

  #busy(on) {
    this.go.toggleAttribute("aria-busy", on);
    this.go.disabled = on;
  }

  #connected(open) {
    if (!open) this.#say("The connection is lost; trying again…", "warn");
    else if (this.status.dataset.tone === "warn") this.#say("");
  }

  #say(text, tone = "") {
    this.status.textContent = text;
    this.status.dataset.tone = tone;
  }
}

customElements.define("plakat-start", Start);
