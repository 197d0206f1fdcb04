// @ts-check
/**
 * The two small panels behind the buttons at the top: sound, and the list of keys.
 *
 * They cover words only, never what lets go or stops, and a session goes on below them.
 */

import { make } from "./elements.js";
import { toldKeys } from "./keys.js";

/**
 * @typedef {import("./words.js").Say} Say
 * @typedef {import("./loudness.js").Loudness} Loudness
 */

/**
 * Return the buttons for the top, each with its panel.
 *
 * @param {Say} say
 * @param {Loudness} loudness
 * @returns {HTMLElement[]}
 */
export function makeTools(say, loudness) {
  return [
    makeTool(say("player-sound"), "tool tool-sound", () => soundPanel(say, loudness)),
    makeTool(say("player-keys"), "tool tool-keys", () => keysPanel(say), "?"),
  ];
}

/** @type {(name: string, look: string, fill: () => HTMLElement[], sign?: string) => HTMLElement} */
function makeTool(name, look, fill, sign = "") {
  const panel = make("div", { class: "panel", role: "group", tabindex: "0", "aria-label": name, hidden: true });
  const button = make(
    "button",
    { type: "button", class: look, "aria-expanded": "false", "aria-label": name, title: name },
    sign,
  );
  const open = (/** @type {boolean} */ isOpen) => {
    panel.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) panel.replaceChildren(...fill());
  };
  button.addEventListener("click", () => open(panel.hidden));
  const whole = make("span", { class: "tool-and-panel" }, button, panel);
  whole.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault(); // with a panel open it closes that, and stops nothing
    open(false);
    button.focus();
  });
  whole.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !whole.contains(relatedTarget)) open(false);
  });
  return whole;
}

/** @type {(say: Say, loudness: Loudness) => HTMLElement[]} */
function soundPanel(say, loudness) {
  const toggle = (/** @type {"voice"|"chimes"} */ what) => {
    const told = () =>
      `${say(`player-sound-${what}`)}: ${say(loudness[what] ? "player-sound-on" : "player-sound-off")}`;
    const button = make("button", { type: "button", class: "button", "aria-pressed": String(loudness[what]) }, told());
    button.addEventListener("click", () => {
      loudness[what] = !loudness[what];
      button.setAttribute("aria-pressed", String(loudness[what]));
      button.textContent = told();
    });
    return button;
  };
  const level = make("output", {}, `${loudness.level} %`);
  const by = (/** @type {number} */ step, /** @type {string} */ id) =>
    make(
      "button",
      {
        type: "button",
        class: "button",
        "aria-label": say(id),
        onclick: () => {
          loudness.level += step;
          level.textContent = `${loudness.level} %`;
        },
      },
      step < 0 ? "−" : "+",
    );
  return [
    make("h2", {}, say("player-sound")),
    make("div", { class: "row" }, toggle("voice"), toggle("chimes")),
    make(
      "div",
      { class: "row" },
      make("span", {}, say("player-sound-volume")),
      by(-20, "player-sound-quieter"),
      level,
      by(20, "player-sound-louder"),
    ),
    make(
      "button",
      { type: "button", class: "button", onclick: () => loudness.sample(say("player-sound-sample")) },
      say("player-sound-try"),
    ),
  ];
}

/** @type {(say: Say) => HTMLElement[]} */
function keysPanel(say) {
  const named = (/** @type {string} */ key) => (key.startsWith("player-") ? say(key) : key);
  const rows = toldKeys(say("player-letters")).map(([keys, does]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, ...keys.map((key) => make("kbd", {}, named(key)))),
      make("td", {}, say(does)),
    ),
  );
  return [make("h2", {}, say("player-keys-title")), make("table", {}, make("tbody", {}, ...rows))];
}
