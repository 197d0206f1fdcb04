// @ts-check
/** The large timer: a ring that runs out, and figures that are read from across the room. */

import { draw, make } from "./elements.js";

const RADIUS = 54;
const ROUND = 2 * Math.PI * RADIUS;

/** @typedef {import("./screen.js").Timer} Timer */

export class Dial {
  #ring;
  #digits;
  #label;

  constructor() {
    this.#ring = draw("circle", { class: "dial-ring", cx: 60, cy: 60, r: RADIUS, pathLength: ROUND });
    this.#digits = make("span", { class: "dial-digits" });
    this.#label = make("span", { class: "dial-label" });
    const face = draw(
      "svg",
      { class: "dial-face", viewBox: "0 0 120 120", "aria-hidden": "true" },
      draw("circle", { class: "dial-track", cx: 60, cy: 60, r: RADIUS }),
      this.#ring,
    );
    this.#ring.style.setProperty("stroke-dasharray", String(ROUND));
    const words = make("div", { class: "dial-words" }, this.#digits, this.#label);
    this.element = make("div", { class: "dial", role: "timer", "aria-live": "off", hidden: true }, face, words);
  }

  /** @param {Timer|null} timer */
  show(timer) {
    this.element.hidden = timer === null;
    if (!timer) return;
    this.#digits.textContent = inDigits(timer.seconds);
    this.#label.textContent = timer.label;
    this.element.dataset.digits = String(inDigits(timer.seconds).length);
    const left = timer.mode === "down" ? 1 - timer.passed : timer.passed;
    this.#ring.style.setProperty("stroke-dashoffset", String(ROUND * (1 - left)));
  }
}

/** Seconds, and minutes from 100 seconds on. @param {number} seconds */
export function inDigits(seconds) {
  if (seconds < 100) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
