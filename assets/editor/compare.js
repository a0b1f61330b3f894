/**
 * `<plakat-compare>`: two pictures side by side in a dialog, told {left, right} with {title, picture};
 * told {open: ID} it goes to another design.
 */

class Compare extends HTMLElement {
  set told(data) {
    if (data?.open && /^[0-9a-f]{32}$/.test(data.open)) location.assign(`/?doc=${data.open}`);
    else if (data?.left) this.#show(data);
  }

  #show({ left, right }) {
    const dialog = document.createElement("dialog");
    dialog.className = "pk-compare";
    dialog.setAttribute("aria-label", `${left.title} beside ${right.title}`);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "pk-button";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    const pair = document.createElement("div");
    pair.className = "pk-pair";
    pair.append(side(left), side(right));
    dialog.append(pair, close);
    document.body.append(dialog);
    dialog.showModal();
  }
}

function side({ title, picture }) {
  const figure = document.createElement("figure");
  const image = document.createElement("img");
  image.alt = title;
  if (/^\/studio\/[\w/.=?&-]+$/.test(picture)) image.src = picture;
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  figure.append(image, caption);
  return figure;
}

customElements.define("plakat-compare", Compare);
