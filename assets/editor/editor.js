/** `<plakat-editor doc=ID>`: a stage that shows a design as it is, and follows it. */

import { createScene } from "./scene.js";
import { createStore } from "./store.js";
import { connect, socketUrl } from "./transport.js";
import { createView } from "./view.js";

class PlakatEditor extends HTMLElement {
  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const link = Object.assign(document.createElement("link"), {
      rel: "stylesheet", href: new URL("./editor.css", import.meta.url).href,
    });
    this.stage = Object.assign(document.createElement("div"), { className: "stage" });
    root.replaceChildren(link, this.stage);
    this.store = createStore({ send: (message) => this.transport.send(message) });
    this.transport = connect(socketUrl(`/studio/ws/d/${this.getAttribute("doc")}`), {
      onMessage: (message) => this.store.receive(message),
      onState: (connected) => this.store.connection(connected),
    });
    this.view = createView(this.stage);
    this.scene = createScene(this.view.world, this.store, { view: this.view });
    this.unsubscribe = this.store.subscribe((change) => {
      const { width, height } = this.store.state.design.canvas ?? {};
      if (change.kind === "snapshot" || change.message?.design?.canvas) this.view.setFrame([0, 0, width, height]);
    });
  }

  disconnectedCallback() {
    this.unsubscribe();
    this.transport.close();
    this.scene.destroy();
    this.view.destroy();
  }
}

if (!customElements.get("plakat-editor")) customElements.define("plakat-editor", PlakatEditor);
