// @ts-check
/**
 * The page of a session: a `Screen` in, elements out; taps come back as commands.
 *
 * What stands on a screen is decided in `screen`; how it looks, in player.css. Time alone changes the
 * timer only, so nothing that is read or focused is built anew under a person's hands.
 */

import { messageOf } from "../figure/figure.js";
import { tellAdvice } from "./advice.js";
import { Dial } from "./dial.js";
import { make, tellIn } from "./elements.js";

/**
 * @typedef {import("./screen.js").Screen} Screen
 * @typedef {import("./screen.js").Act} Act
 * @typedef {import("../figure/figure.js").Figure} Figure
 * @typedef {import("./words.js").Say & {has: (id: string) => boolean}} Say
 */

const NOTE_MS = 5_000;
const READ_FIRST = new Set(["rate", "ask", "which", "advise", "end", "paused"]); // what begins with its title
const READ_SLOWLY = new Set(["rate", "ask"]);
const STAYS_IN_SIGHT = new Set(["stop"]); // of a question, whose answers stand below all that is to be read

export class View {
  isClosed = false;
  #say;
  #press;
  /** @type {Figure|null} */ #figure = null;
  #drawn = "";
  #dial = new Dial();
  #note = 0;
  #standing = ""; // a note that stays until something else is shown
  #shown = "";
  #parts;

  /**
   * @param {HTMLElement} root
   * @param {Say} say
   * @param {(command: string) => void} press
   * @param {HTMLElement[]} tools  buttons for the top
   */
  constructor(root, say, press, tools = []) {
    this.root = root;
    this.#say = say;
    this.#press = press;
    this.#parts = makeParts();
    this.#parts.tools.append(...tools);
    const { top, stage, acts, note, warning, polite, assertive, side, picture, bar, cue } = this.#parts;
    stage.append(side, make("div", { class: "sight" }, picture, this.#dial.element), bar, cue);
    root.replaceChildren(top, warning, stage, note, acts, polite, assertive);
  }

  /** The <svg> that a figure is to be drawn in. */
  get svg() {
    return this.#parts.svg;
  }

  /** @param {Figure} figure */
  useFigure(figure) {
    this.#figure = figure;
  }

  /** Show nothing more. */
  close() {
    this.isClosed = true;
    clearTimeout(this.#note);
    this.#figure?.close();
  }

  /**
   * Show a screen that is new.
   *
   * @param {Screen} screen
   * @param {string} stateId
   */
  show(screen, stateId) {
    const { root } = this;
    if (this.#shown && this.#shown !== stateId) this.#endStandingNote();
    this.#shown = stateId;
    const wasFocused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const focused = wasFocused?.matches(":focus-visible") ? wasFocused.dataset.act : undefined;
    Object.assign(root.dataset, {
      kind: screen.kind,
      moment: screen.moment,
      tone: screen.tone,
      state: stateId,
      side: screen.side ?? "none",
      hold: screen.isOpen ? "open" : "timed",
    });
    this.#tellWords(screen);
    this.#drawFigure(screen);
    this.#offer(screen);
    this.showTime(screen);
    this.#keepFocus(screen, focused);
    scrollTo(0, 0);
  }

  /** Show what time alone has changed. @param {Screen} screen */
  showTime(screen) {
    this.#dial.show(screen.timer);
    const { bar } = this.#parts;
    bar.hidden = screen.passed === null;
    bar.style.setProperty("--passed", String(screen.passed ?? 0));
    tellIn(this.#parts.warning, screen.warning);
  }

  /** Show a note for a while. @param {string} text */
  note(text) {
    clearTimeout(this.#note);
    tellIn(this.#parts.note, text);
    this.#note = setTimeout(() => tellIn(this.#parts.note, this.#standing), NOTE_MS);
  }

  /** Show a note for as long as what is shown now. @param {string} text */
  noteUntilNext(text) {
    clearTimeout(this.#note);
    this.#standing = text;
    tellIn(this.#parts.note, text);
  }

  #endStandingNote() {
    const { note } = this.#parts;
    if (note.textContent === this.#standing) tellIn(note, "");
    this.#standing = "";
  }

  /** Say something once to who listens to a screen reader. @param {{text: string, urgent: boolean}} said */
  speak({ text, urgent }) {
    const { polite, assertive } = this.#parts;
    polite.textContent = urgent ? "" : text;
    assertive.textContent = urgent ? text : "";
  }

  /** @param {Screen} screen */
  #tellWords(screen) {
    const { where, side, step, title, words, items, offer, coming } = this.#parts;
    tellIn(where, screen.where);
    tellIn(side, screen.sideWord);
    tellIn(step, screen.step);
    tellIn(title, screen.title);
    words.replaceChildren(...tellAdvice(this.#say, screen.words, screen.call, screen.isEmergency));
    items.replaceChildren(...screen.items.map((item) => make("li", {}, item)));
    items.hidden = screen.items.length === 0;
    tellIn(offer, screen.offer);
    tellIn(coming, screen.coming);
  }

  /** @param {Screen} screen */
  #drawFigure({ figure, title, sideWord }) {
    const { picture, mirror } = this.#parts;
    const drawn = figure !== null && (this.#figure?.has(figure.pose) ?? false);
    picture.hidden = !drawn;
    if (!drawn || !figure || !this.#figure) return;
    const side = /** @type {"left"|"right"|null} */ (figure.side);
    if (figure.atOnce) this.#figure.letGo(figure.pose, side);
    else if (this.#drawn) this.#figure.move(figure.pose, side, figure.seconds);
    else this.#figure.show(figure.pose, side);
    this.#drawn = figure.pose;
    const name = messageOf(figure.pose);
    this.#figure.name([this.#say.has(name) ? this.#say(name) : title, sideWord].filter(Boolean).join(", "));
    tellIn(mirror, isMirrored(this.#figure, figure.pose) ? this.#say("player-mirror") : "");
  }

  /** @param {Screen} screen */
  #offer({ kind, acts, main }) {
    const button = (/** @type {Act} */ { id, label }) =>
      make(
        "button",
        {
          type: "button",
          class: `act act-${id}${id === main ? " act-main" : ""}`,
          "data-act": id,
          onclick: () => this.#press(id),
        },
        label,
      );
    const isAbove = (/** @type {Act} */ { id }) => READ_SLOWLY.has(kind) && STAYS_IN_SIGHT.has(id);
    this.#parts.acts.replaceChildren(...acts.filter((act) => !isAbove(act)).map(button));
    this.#parts.above.replaceChildren(...acts.filter(isAbove).map(button));
    this.#parts.scale.replaceChildren(...(kind === "rate" ? makeScale(this.#say, this.#press) : []));
    this.#parts.scale.hidden = kind !== "rate";
  }

  /** Focus stays on the same act where there still is one; a question begins with its title. */
  #keepFocus(/** @type {Screen} */ { kind }, /** @type {string|undefined} */ focused) {
    const same = focused && this.root.querySelector(`[data-act="${focused}"]`);
    if (same instanceof HTMLElement && !READ_FIRST.has(kind)) same.focus();
    else if (READ_FIRST.has(kind) || focused) this.#parts.title.focus({ preventScroll: true });
  }
}

function makeParts() {
  const hidden = { hidden: true };
  const parts = {
    where: make("p", { class: "where" }),
    above: make("span", { class: "above" }),
    tools: make("span", { class: "tools" }),
    warning: make("p", { class: "warning", role: "status", ...hidden }),
    side: make("p", { class: "side", ...hidden }),
    svg: /** @type {SVGSVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", "svg")),
    mirror: make("figcaption", { class: "mirror", ...hidden }),
    step: make("p", { class: "step" }),
    title: make("h1", { tabindex: "-1" }),
    words: make("div", { class: "words" }),
    items: make("ul", { class: "items", ...hidden }),
    offer: make("p", { class: "offer", ...hidden }),
    scale: make("div", { class: "scale", ...hidden }),
    coming: make("p", { class: "coming", ...hidden }),
    bar: make("div", { class: "bar", "aria-hidden": "true", ...hidden }),
    note: make("p", { class: "player-note", role: "status", ...hidden }),
    acts: make("div", { class: "acts" }),
    polite: make("p", { class: "hidden-words", "aria-live": "polite" }),
    assertive: make("p", { class: "hidden-words", "aria-live": "assertive" }),
  };
  const picture = make("figure", { class: "picture", ...hidden }, parts.svg, parts.mirror);
  return {
    ...parts,
    picture,
    top: make("header", { class: "player-top" }, parts.where, parts.above, parts.tools),
    cue: make(
      "div",
      { class: "cue" },
      parts.step,
      parts.title,
      parts.words,
      parts.items,
      parts.offer,
      parts.scale,
      parts.coming,
    ),
    stage: make("div", { class: "stage" }),
  };
}

/** @type {(say: Say, press: (command: string) => void) => HTMLElement[]} */
function makeScale(say, press) {
  const values = Array.from({ length: 11 }, (_, value) => value);
  const buttons = values.map((value) =>
    make(
      "button",
      {
        type: "button",
        class: "value",
        "data-act": `rate ${value}`,
        "aria-label": say("player-rate-value", { value }),
        onclick: () => press(`rate ${value}`),
      },
      String(value),
    ),
  );
  const ends = make(
    "p",
    { class: "ends" },
    make("span", {}, `0 ${say("player-rate-none")}`),
    make("span", {}, `10 ${say("player-rate-worst")}`),
  );
  return [make("div", { class: "values" }, ...buttons), ends];
}

/** @type {(figure: Figure, pose: string) => boolean} */
const isMirrored = (figure, pose) => figure.figures.poses[pose].mirror === 1;
