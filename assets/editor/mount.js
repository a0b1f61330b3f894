/** Puts one of our custom elements into a component of the Gradio page and tells it what is new. */

const MODULES = {
  "plakat-editor": "./editor.js", "plakat-rail": "./rail.js",
  "plakat-list": "./list.js", "plakat-brief": "./brief.js", "plakat-heading": "./heading.js",
  "plakat-compare": "./compare.js",
};

/** @param {string} tag @param {{element: Element, props: object, trigger: Function, watch: Function}} gradio */
export async function mount(tag, { element, props, trigger, watch }) {
  const place = element.querySelector(".pk-mount") ?? element;
  if (place.dataset.tag) return;
  place.dataset.tag = tag;
  let made = null;
  const tell = () => {
    if (made) made.told = props.value && typeof props.value === "object" ? props.value : null;
  };
  watch("value", tell);
  await import(MODULES[tag]); // an element made before it is defined would not hear its setters
  made = document.createElement(tag);
  made.gradio = { trigger };
  place.replaceChildren(made);
  tell();
}
