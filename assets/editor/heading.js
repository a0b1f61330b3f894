/** `<plakat-heading>`: the heading of a panel; told {title, text}. */

class Heading extends HTMLElement {
  set told(data) {
    const heading = document.createElement("h2");
    heading.textContent = data?.title ?? "";
    this.replaceChildren(heading);
    if (!data?.text) return;
    const note = document.createElement("p");
    note.className = "pk-note";
    note.textContent = data.text;
    this.append(note);
  }
}

customElements.define("plakat-heading", Heading);
