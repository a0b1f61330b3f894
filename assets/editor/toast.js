/** Short sentences over the stage that go by themselves; errors stay longer and can be closed. */
import { el } from "./dom.js";
import { iconButton } from "./fields.js";

const CALM = 5000;
const BAD = 12000;

/** @returns {(text: string, how?: {bad?: boolean, actions?: {label: string, run: () => void}[]}) => void} */
export function createToaster(stage) {
  let shown = null;
  let timer = 0;
  const close = () => {
    clearTimeout(timer);
    shown?.remove();
    shown = null;
  };
  return (text, { bad = false, actions = [] } = {}) => {
    close();
    shown = el("div", { class: bad ? "float toast bad" : "float toast", role: bad ? "alert" : "status" }, el("span", {}, text),
      actions.map(({ label, run }) => el("button", { class: "quiet", type: "button", on: { click: () => { close(); run(); } } }, label)),
      iconButton("close", "Close", close, { class: "small" }));
    shown.addEventListener("pointerdown", (event) => event.stopPropagation());
    stage.append(shown);
    timer = setTimeout(close, bad || actions.length ? BAD : CALM);
  };
}
