// @ts-check
/** A player on a staged clock, with a real page: what is said, chimed and recorded is written down. */

import { Player } from "/browser/player/player.js";
import { makeScreen } from "/browser/player/screen.js";
import { View } from "/browser/player/view.js";
import { meaning } from "/browser/player/keys.js";
import { speaker } from "/browser/player/words.js";

const MOST = 3_000; // steps; the longest session has far fewer
export const GRACE_MS = 700;

/** What a person answers who does as the session says, and takes every offer. */
const KEEN = { ask: "no", rate: "rate 0", hold: "yes", ready: "next" };

/** The ids of words that were asked for and are not there. */
export const missing = new Set();

export class Staged {
  constructor(machine, words = {}, manner = {}) {
    this.now = 0;
    this.sleptMs = 0;
    this.said = [];
    this.chimes = [];
    this.shakes = [];
    this.notes = [];
    this.recorded = [];
    this.fails = false;
    const say = speaker(words);
    this.say = Object.assign((id, told) => (say.has(id) || missing.add(id), say(id, told)), { has: say.has });
    const clock = { now: () => this.now, msUntil: (at) => at - this.now };
    Object.defineProperty(clock, "sleptMs", { get: () => this.sleptMs });
    this.player = new Player(machine, {
      clock,
      record: (what, index) => this.#record(what, index),
      voice: { say: (text, how) => this.said.push({ at: this.now, text, ...how }), count: (word) => this.said.push({ at: this.now, count: word }), hush: () => {}, silent: manner.silent ?? false },
      chimes: Object.fromEntries(["atStart", "scheduleStart", "scheduleEnd", "cancel"].map((name) => [name, (inMs = 0) => this.chimes.push([name, this.now + inMs])])),
      shake: (pattern) => this.shakes.push(pattern),
      say: this.say,
      note: (text) => this.notes.push(text),
      onChange: () => this.#draw(),
    }, manner);
    this.root = document.createElement("main");
    document.body.replaceChildren(this.root);
    this.view = new View(this.root, this.say, (command) => this.player.press(command));
    this.shown = -1;
  }

  async #record(what, index) {
    if (this.fails) throw new Error("the disk is full");
    this.recorded.push({ what, index, shown: this.root.dataset.state });
    return true;
  }

  #draw() {
    const { moment } = this.player;
    this.screen = makeScreen(moment, this.say);
    if (moment.changes === this.shown) return this.view.showTime(this.screen);
    this.view.show(this.screen, moment.stateId);
    this.view.speak(moment.said);
    this.shown = moment.changes;
  }

  get state() {
    return this.player.moment.stateId;
  }

  get kind() {
    return this.player.moment.state.kind;
  }

  async begin() {
    this.player.begin();
    await settled();
  }

  /** Let time pass in steps of a second. */
  async pass(ms) {
    for (const until = this.now + ms; this.now < until; ) {
      this.now = Math.min(until, this.now + 1_000);
      this.player.tick();
      await settled();
    }
  }

  /** Let time pass up to what comes by itself. */
  async passToDue() {
    const due = this.player.dueInMs;
    if (due === null) throw new Error(`${this.state} waits`);
    this.now += Math.ceil(due);
    this.player.tick();
    await settled();
  }

  async press(command) {
    this.player.press(command);
    await settled();
  }

  async tap(act) {
    this.root.querySelector(`[data-act="${act}"]`).click();
    await settled();
  }

  async key(key) {
    const command = meaning(key, this.player.moment.offered);
    if (command) await this.press(command);
  }

  /** Do as the session says, up to this state; `answers` by kind of state. */
  async until(state, answers = KEEN) {
    for (let steps = 0; this.state !== state; steps += 1) {
      if (steps > MOST || this.player.isOver) throw new Error(`${state} was never reached, but ${this.state}`);
      const answer = answers[this.kind];
      if (answer && this.player.moment.offered.has(answer)) {
        this.now += GRACE_MS;
        await this.press(answer);
      } else await this.passToDue();
    }
    await settled();
  }

  /** Let time alone go on to the end; what waits is answered safely. */
  async finish(answers = { ask: "no", ready: "next", rate: "skip" }) {
    for (let steps = 0; !this.player.isOver; steps += 1) {
      if (steps > MOST) throw new Error("it never ends");
      const answer = this.player.dueInMs === null ? answers[this.kind] : undefined;
      this.now += answer ? GRACE_MS : 0;
      await (answer ? this.press(answer) : this.passToDue());
    }
  }

  get entries() {
    return this.player.played.entries;
  }
}

/** The states on the way of someone who takes every offer, each with what it is. */
export async function way(machine, words = {}) {
  const staged = new Staged(machine, words);
  await staged.begin();
  const passed = [staged.state];
  for (let steps = 0; !staged.player.isOver && steps < MOST; steps += 1) {
    const answer = KEEN[staged.kind];
    if (answer && staged.player.moment.offered.has(answer)) {
      staged.now += GRACE_MS;
      await staged.press(answer);
    } else await staged.passToDue();
    if (passed.at(-1) !== staged.state) passed.push(staged.state);
  }
  return passed;
}

/** At each of these states, each symptom that fits: what was seen, and what came of it. */
export async function tellEverywhere(machine, words, states) {
  const told = [];
  for (const state of states) {
    const symptoms = Object.keys(machine.states[state].on).filter((event) => ["pain", "numbness", "tingling", "dizziness"].includes(event));
    for (const symptom of symptoms) told.push(await tellOnce(machine, words, state, symptom));
  }
  return told;
}

async function tellOnce(machine, words, state, symptom) {
  const staged = new Staged(machine, words);
  await staged.begin();
  await staged.until(state);
  const one = { state, symptom, offered: staged.root.querySelector('[data-act="hurts"]') !== null };
  await staged.tap("hurts");
  one.hurt = { state: staged.state, tone: staged.root.dataset.tone, figure: staged.screen.figure?.pose ?? null, timer: staged.screen.timer };
  one.heard = staged.said.at(-1).text;
  if (staged.kind === "release") await staged.passToDue(); // the letting go; what follows asks for the name
  one.asks = actsOf(staged);
  staged.now += GRACE_MS;
  if (staged.kind === "which") await staged.tap(symptom);
  one.after = staged.state;
  await staged.finish({ ask: "no" });
  return { ...one, end: staged.state, entries: staged.entries };
}

export const actsOf = (staged) => [...staged.root.querySelectorAll("[data-act]")].map((act) => act.dataset.act);

/** Let what was promised happen: a record, and what is shown after it. */
const settled = async () => {
  for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
};
