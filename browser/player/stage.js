// @ts-check
/**
 * The one screen on which a sitting takes place: each session played on it, each page shown on it, and the
 * clock, the voice, the keys and the record that a session needs, opened and closed around it.
 */

import { AFTER_SESSION } from "../coach/history.js";
import { Figure } from "../figure/figure.js";
import { machineDigest } from "../machine/canonical.js";
import { atMs, newLog } from "../session/log.js";
import { within } from "../sync/within.js";
import { SessionClock, startTicker } from "./clock.js";
import { endPage } from "./ending.js";
import { Keys } from "./keys.js";
import { showPage } from "./page.js";
import { makeTools } from "./panels.js";
import { Player } from "./player.js";
import { makeScreen } from "./screen.js";
import { Silence } from "./silence.js";
import { View } from "./view.js";
import { keepAwake } from "./wake.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../session/log.js").Log} Log
 * @typedef {import("../session/log.js").Entry} Entry
 * @typedef {import("../session/log.js").Rating} Rating
 * @typedef {import("../store/keep.js").Keep} Keep
 * @typedef {import("./loudness.js").Loudness} Loudness
 * @typedef {import("./player.js").Played} Played
 * @typedef {import("./words.js").Say & {has: (id: string) => boolean}} Say
 *
 * @typedef {object} Props  what stands ready on a stage
 * @property {Say} say
 * @property {Keep} keep
 * @property {Loudness} loudness
 * @property {Promise<import("../figure/scene.js").Figures|null>} figures  a session does not wait for its pictures
 * @property {string} zone
 * @property {string} notice  to be told with the first thing that is shown; nothing where it is empty
 * @property {{now: () => unknown, playing: (id: string|null) => unknown}} sending
 */

const SENDING_MS = 2_000; // how long the last page waits to say whether all was sent
const PATIENCE_MS = 1_000; // how long a slow disk may hold up what is shown
const VOICES_MS = 1_500; // a browser tells of its voices a moment after a page is there
/** @type {Record<string, {tone: "question"|"calm", choices: [string, string][]}>} */
const PAGES = {
  broken: {
    tone: "question",
    choices: [
      ["go-on", "on"],
      ["end", "end"],
    ],
  },
  high: {
    tone: "question",
    choices: [
      ["go-on", "on"],
      ["off", "off"],
    ],
  },
  changed: {
    tone: "question",
    choices: [
      ["go-on", "on"],
      ["off", "off"],
    ],
  },
  offline: { tone: "calm", choices: [["on", "on"]] },
  nothing: { tone: "calm", choices: [["on", "on"]] },
  due: { tone: "calm", choices: [["on", "on"]] },
  health: {
    tone: "calm",
    choices: [
      ["list", "on"],
      ["today", "off"],
    ],
  },
  unread: { tone: "calm", choices: [["on", "on"]] },
};

/** Choices that leave the player: the list comes back to what was to be played. @type {Record<string, () => string>} */
const LINKS = {
  list: () => `/ready/health/${location.search}`,
  today: () => "/",
};

export class Stage {
  #root;
  #props;
  #notice;
  #silence;

  /**
   * @param {HTMLElement} root
   * @param {Props} props
   */
  constructor(root, props) {
    this.#root = root;
    this.#props = props;
    this.#notice = props.notice;
    this.#silence = new Silence(props.loudness, props.say);
    for (const touched of ["pointerdown", "keydown"]) {
      document.addEventListener(touched, () => props.loudness.unlock(), { capture: true });
    }
  }

  /** @type {import("./sitting.js").Stage["play"]} */
  async play(machine, { log, line, usualPain, isQuestion }) {
    const { say, keep, loudness, zone, sending } = this.#props;
    const begun = log ?? newLog(machine, await machineDigest(machine), zone, Date.now());
    const isBegun = soon(keep.begin(begun, machine)); // nothing has happened yet, so what is shown first need not wait
    const clock = new SessionClock(log ? atMs(log, Date.now()) : 0);
    let shown = -1;
    const record = (/** @type {Entry|Rating} */ what, /** @type {number} */ index) =>
      isBegun.then(() => this.#record(begun.id, what, index));
    const player = new Player(
      machine,
      {
        record,
        clock,
        say,
        voice: loudness,
        chimes: loudness,
        onChange: () => draw(),
        note: (text) => view.note(text),
        shake,
      },
      {
        brief: line.brief,
        usualPain,
        when: machine.routine === AFTER_SESSION ? "after" : "before",
        entries: begun.events,
      },
    );
    const press = (/** @type {string} */ command) => player.press(command);
    const view = new View(this.#root, say, press, makeTools(say, loudness));
    const keys = new Keys(() => player.moment.offered, press, say("player-letters"));
    const ticker = startTicker(() => player.tick());
    const release = keepAwake();
    const isThrough = () =>
      (isQuestion && player.played.course.outcome?.kind === "finished") || isAdviceOver(player.played.course);
    /** @type {() => void} */ let leave = () => {};
    const left = new Promise((resolve) => (leave = () => resolve(undefined)));
    const draw = () => {
      const moment = player.moment;
      const screen = makeScreen(moment, say);
      if (moment.changes === shown) view.showTime(screen);
      else {
        view.show(screen, moment.stateId);
        view.speak(moment.said);
      }
      shown = moment.changes;
      const lost = this.#silence.news();
      if (lost) view.note(lost);
      ticker.setDue(player.dueInMs);
      if (isThrough()) leave();
    };
    this.#bringFigure(view, () => {
      shown = -1;
      draw();
    });
    keep.watch((isSaved) => player.tellSaved(isSaved));
    isBegun.then((isSaved) => isSaved || player.tellSaved(false));
    player.begin();
    sending.playing(begun.id);
    if (this.#notice) view.noteUntilNext(this.#notice);
    this.#notice = "";
    const looked = setTimeout(() => view.isClosed || draw(), VOICES_MS);
    await Promise.race([player.closed, left]);
    clearTimeout(looked);
    keys.close();
    ticker.stop();
    release();
    loudness.cancel();
    view.close();
    if (player.isOver) await keep.close(begun.id);
    sending.playing(null);
    return player.played;
  }

  /** @type {import("./sitting.js").Stage["ask"]} */
  ask(what, told = {}) {
    const { say } = this.#props;
    const { tone, choices } = PAGES[what];
    const words = [say(`player-${what}-words`, told), ...(what === "broken" ? [say("player-broken-why")] : [])];
    return showPage(this.#root, {
      kind: what,
      tone,
      title: say(`player-${what}-title`),
      words,
      choices: choices.map(([id, label]) => ({ id, label: say(`player-${what}-${label}`), href: LINKS[id]?.() })),
    });
  }

  /** @type {import("./sitting.js").Stage["askWhich"]} */
  askWhich(symptoms, number) {
    const { say } = this.#props;
    return showPage(this.#root, {
      kind: "which",
      tone: "question",
      title: say("player-which-title"),
      words: [say("player-which-words"), say("player-which-emergency", { number })],
      choices: symptoms.map((symptom) => ({ id: symptom, label: say(`player-which-${symptom}`) })),
    });
  }

  /** @type {import("./sitting.js").Stage["rest"]} */
  async rest(seconds, title) {
    const { say, loudness } = this.#props;
    const words = say("player-wait-words", { title });
    const clock = new SessionClock();
    const page = showPage(this.#root, {
      kind: "wait",
      tone: "calm",
      title: say("player-wait-title"),
      words: [words],
      choices: [{ id: "on", label: say("player-wait-on") }],
    });
    loudness.say(words);
    /** @type {() => void} */ let over = () => {};
    const waited = new Promise((resolve) => (over = () => resolve(undefined)));
    const ticker = startTicker(() => clock.msUntil(seconds * 1000) <= 0 && over());
    ticker.setDue(seconds * 1000);
    const release = keepAwake();
    await Promise.race([page, waited]);
    release();
    ticker.stop();
  }

  /** @type {import("./sitting.js").Stage["end"]} */
  async end(done, last) {
    await within(SENDING_MS, Promise.resolve(this.#props.sending.now()));
    await showPage(this.#root, await endPage(this.#props, done, last));
  }

  /** @type {(view: View, redraw: () => void) => Promise<void>} */
  async #bringFigure(view, redraw) {
    const figures = await this.#props.figures;
    if (!figures || view.isClosed) return;
    view.useFigure(new Figure(view.svg, figures));
    redraw();
  }

  /** @type {(id: string, what: Entry|Rating, index: number) => Promise<boolean>} */
  async #record(id, what, index) {
    const { keep, sending } = this.#props;
    const kept = await soon("event" in what ? keep.append(id, index, [what]) : keep.rate(id, what));
    sending.now();
    return kept;
  }
}

/** Whether an advice led to the end, which would only say it again: the last page does. @type {(course: Played["course"]) => boolean} */
function isAdviceOver({ isOver, visited, machine }) {
  return isOver && machine.states[visited.at(-2)?.state ?? machine.start].kind === "advise";
}

/** What a promise comes to, or false where it takes too long. @type {(promise: Promise<boolean>) => Promise<boolean>} */
const soon = async (promise) => (await within(PATIENCE_MS, promise)) ?? false;

/** @param {number[]} pattern */
function shake(pattern) {
  navigator.vibrate?.(pattern);
}
