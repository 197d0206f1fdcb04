// @ts-check
/**
 * The loop of one session, with no page: commands and time go in, moments to show come out.
 *
 * The order is always: an event, its record, then what is shown and said. A record that fails stops
 * nobody in mid-hold: the session goes on, the screen says that it is not saved, the entries are
 * kept and tried again in their order. No rule of a session stands here; those are the machine's.
 */

import { Course } from "../session/course.js";
import { MISTAKEN, RESUME, rating } from "../session/log.js";
import { ELAPSED, HURTS, RESUME_WITHIN_MS } from "../session/path.js";
import { route } from "../session/route.js";
import { isOpen, isSymptom, isUrgent, lettingGo, mainOf, mayPause, offered, unsureOf } from "./offered.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../machine/model.js").State} State
 * @typedef {import("../session/log.js").Entry} Entry
 * @typedef {import("../session/log.js").Rating} Rating
 * @typedef {import("./words.js").Say} Say
 *
 * @typedef {object} Ports  what a player needs of the world
 * @property {(what: Entry|Rating, index: number) => Promise<boolean>} record  resolves with true when it cannot be
 *   lost any more, with false when it is only in memory, and is tried again by who keeps it
 * @property {{now: () => number, msUntil: (atMs: number) => number, sleptMs: number}} clock
 * @property {{say: (text: string, how?: {cut?: boolean}) => void, count: (word: string) => void, hush: () => void, silent: boolean}} voice
 * @property {{atStart: () => void, scheduleStart: (inMs: number) => void, scheduleEnd: (inMs: number) => void, cancel: () => void}} chimes
 * @property {(pattern: number[]) => void} shake
 * @property {Say} say
 * @property {() => void} onChange  something is to be shown anew
 * @property {(text: string) => void} note  something is to be told for a moment
 *
 * @typedef {object} Manner
 * @property {boolean} [brief]
 * @property {number|null} [usualPain]  the person's usual rating
 * @property {"before"|"after"} [when]  what a rating is
 * @property {readonly Entry[]} [entries]  of a session that is gone on with
 *
 * @typedef {object} Played
 * @property {readonly Entry[]} entries
 * @property {readonly Rating[]} ratings
 * @property {Course} course
 * @property {readonly (Entry|Rating)[]} unsaved
 *
 * @typedef {object} Moment  where a session is: everything that a screen depends on
 * @property {Machine} machine
 * @property {State} state
 * @property {string} stateId
 * @property {import("../session/route.js").Progress} progress
 * @property {State|null} coming
 * @property {State} onward  where a pause goes on
 * @property {Set<string>} offered
 * @property {number} passedMs
 * @property {number|null} leftMs
 * @property {boolean} paused
 * @property {boolean} closed
 * @property {boolean} slept
 * @property {boolean} brief
 * @property {number} changes  grows with everything that changes but time
 * @property {{text: string, urgent: boolean}} said
 * @property {string} warning
 */

export const GRACE_MS = 700; // a tap meant for what was there before does nothing
const RETRY_MS = 5_000;
const COUNTED_FROM = 5;
const ON_TIME_MS = 1_000; // an end of a hold that is later than this rings no chime of its own
const RINGS_ON = new Set(["switch", "ask", "which", "advise", "end"]); // where nobody speaks
const SHAKES = { start: [150], end: [150, 100, 150], urgent: [400] };

/** One live session, whatever it is shown on. */
export class Player {
  /** @type {(Entry|Rating)[]} */ #unsaved = [];
  /** @type {Rating[]} */ #ratings = [];
  /** @type {Promise<void>} */ #saving = Promise.resolve();
  /** @type {() => void} */ #finish = () => {};
  /** @type {Ports} */ #ports;
  /** @type {Course} */ #course;
  #brief;
  #usualPain;
  #when;
  #slept = false;
  #sleptMs;
  #awakeMs;
  #changes = 0;
  #changedMs = Number.NEGATIVE_INFINITY;
  #lastCommand = "";
  #counted = "";
  #said = { text: "", urgent: false };
  #warning = "";
  #recorded; // how many events the record has

  /**
   * @param {Machine} machine
   * @param {Ports} ports
   * @param {Manner} manner
   */
  constructor(machine, ports, { brief = false, usualPain = null, when = "before", entries = [] } = {}) {
    this.#ports = ports;
    this.#course = Course.goOn(machine, entries);
    this.#recorded = entries.length;
    this.#brief = brief;
    this.#usualPain = usualPain;
    this.#when = when;
    this.#awakeMs = ports.clock.now();
    this.#sleptMs = ports.clock.sleptMs;
    /** Resolves when the person has seen the end. @type {Promise<void>} */
    this.closed = new Promise((resolve) => (this.#finish = resolve));
  }

  /** Say the first words; a session that is gone on with is resumed first. */
  begin() {
    const course = this.#course;
    if (!course.entries.length || course.isOver) return this.#show(course, { byPerson: true });
    const resumed = course.resume(Math.max(this.#ports.clock.now(), course.path.lastMs));
    if (resumed.entries.at(-1)?.event === RESUME) this.#tell("player-going-on");
    this.#change(resumed, true);
  }

  /**
   * Do what was asked for now, or say why not. `main` is whatever the main act is.
   *
   * The clock is read once: between the deadlines that are met and the command nothing falls due.
   *
   * @param {string} asked
   */
  press(asked) {
    const now = this.#ports.clock.now();
    this.#wake(now);
    const commands = this.#offered;
    const command = asked === "main" ? mainOf(commands) : asked;
    if (command === undefined || !commands.has(command)) return this.#tell("player-nothing");
    if (this.#isTooSoon(command, asked, now)) return this.#tell("player-just-changed");
    this.#lastCommand = command;
    this.#do(command, now);
  }

  /** Let the clock do what is due: end states, count, chime, try again to save. */
  tick() {
    const now = this.#ports.clock.now();
    this.#wake(now);
    if (this.#unsaved.length) this.#save();
    this.#countDown(now);
    this.#scheduleChime(now);
    this.#ports.onChange();
  }

  /** In how many ms the clock is to be looked at next; null if nothing comes by itself. */
  get dueInMs() {
    const { dueMs, isPaused, isOver, path } = this.#course;
    const due = isPaused && !isOver ? path.lastMs + RESUME_WITHIN_MS + 1 : dueMs;
    const inMs = due === null ? null : Math.max(0, this.#ports.clock.msUntil(due));
    return this.#unsaved.length ? Math.min(inMs ?? RETRY_MS, RETRY_MS) : inMs;
  }

  /** @returns {Moment} */
  get moment() {
    const course = this.#course;
    const { machine, dueMs, state } = course;
    const now = this.#ports.clock.now();
    return {
      machine,
      state,
      stateId: course.stateId,
      progress: course.progress,
      coming: machine.states[route(machine, this.#here)[1]] ?? null,
      onward: machine.states[this.#here],
      offered: this.#offered,
      passedMs: Math.max(0, now - course.timerMs),
      leftMs: dueMs === null ? null : Math.max(0, dueMs - now),
      paused: course.isPaused,
      closed: course.path.closed,
      slept: this.#slept,
      brief: this.#brief,
      changes: this.#changes,
      said: this.#said,
      warning: this.#warning,
    };
  }

  get isOver() {
    return this.#course.isOver;
  }

  /** @returns {Played} */
  get played() {
    return { entries: this.#course.entries, ratings: this.#ratings, course: this.#course, unsaved: this.#unsaved };
  }

  /** Take note of whether all that happened is on the disk. @param {boolean} isSaved */
  tellSaved(isSaved) {
    this.#warning = isSaved ? "" : this.#ports.say("player-unsaved");
  }

  // one change

  /** @type {(now: number) => void} */
  #wake(now) {
    const { sleptMs } = this.#ports.clock;
    const slept = sleptMs > this.#sleptMs;
    let course = this.#course;
    if (slept && mayPause(course)) course = course.pause(Math.max(course.path.lastMs, this.#awakeMs));
    course = course.wake(now, this.#awakeMs);
    this.#sleptMs = sleptMs;
    this.#awakeMs = now;
    if (course === this.#course) return;
    this.#slept = this.#slept || (course.isPaused && !this.#course.isPaused);
    this.#change(course, false);
  }

  /** @type {(command: string, now: number) => void} */
  #do(command, now) {
    const course = this.#course;
    if (command === "close") return this.#finish();
    if (command.startsWith("rate ")) return this.#rate(Number(command.slice(5)), now);
    this.#slept = false;
    if (command === "resume") return this.#change(course.resume(now), true);
    if (command === MISTAKEN) return this.#change(course.takeBack(now), true);
    const event = command === "unsure" ? (unsureOf(course.machine, course.state) ?? command) : command;
    this.#change(command === "pause" ? course.pause(now) : course.apply(event, now), true);
  }

  /** @type {(value: number, now: number) => void} */
  #rate(value, now) {
    const { state } = this.#course;
    const rated = rating(this.#when, now, value);
    this.#ratings.push(rated);
    this.#unsaved.push(rated);
    const high = "high" in state.on && isHigh(value, state.high, this.#usualPain);
    this.#change(this.#course.apply(high ? "high" : "ok", now), true);
  }

  /**
   * Record what is new, and only then show and say it. Where saving fails, nobody waits for it.
   *
   * @param {Course} course
   * @param {boolean} byPerson
   */
  #change(course, byPerson) {
    const before = this.#course;
    const gained = course.entries.slice(before.entries.length);
    this.#course = course;
    this.#changedMs = this.#ports.clock.now();
    this.#unsaved.push(...gained);
    const wasSaved = this.#warning === "";
    const saved = this.#save();
    const show = () => this.#show(course, { before, gained, byPerson });
    if (wasSaved) saved.then(show);
    else show();
  }

  /** Record what is not yet recorded, in order. */
  #save() {
    this.#saving = this.#saving.then(async () => {
      try {
        for (; this.#unsaved.length; this.#unsaved.shift()) {
          this.tellSaved(await this.#ports.record(this.#unsaved[0], this.#recorded));
          if ("event" in this.#unsaved[0]) this.#recorded += 1;
        }
      } catch {
        this.tellSaved(false); // it stays in the list, and is tried again
      }
    });
    return this.#saving;
  }

  // what is said and heard

  /** @type {(course: Course, how: {before?: Course, gained?: readonly Entry[], byPerson: boolean}) => void} */
  #show(course, { before, gained = [], byPerson }) {
    if (course !== this.#course) return; // it went on while it was saved, and that is shown instead
    this.#changes += 1;
    const ended = gained.at(-1)?.event === ELAPSED && before?.state.kind === "hold";
    this.#announce(byPerson, ended && !isOpen(before.state) && !course.state.continues);
    this.#sound(before);
    this.#ports.onChange();
  }

  /** @type {(byPerson: boolean, isDone: boolean) => void} */
  #announce(byPerson, isDone) {
    const course = this.#course;
    const spoken = this.#spoken();
    if (course.isOver && spoken === this.#said.text) return; // an end repeats its advice, to be read
    const urgent = isUrgent(course.machine, course.state) || course.isPaused;
    this.#said = { text: spoken, urgent };
    const text = isDone ? `${this.#ports.say("player-done")} ${spoken}` : spoken;
    this.#ports.voice.say(text, { cut: byPerson || urgent });
  }

  #spoken() {
    const { machine, state, path, isPaused } = this.#course;
    const { say } = this.#ports;
    if (path.closed) return say("player-closed-words");
    if (!isPaused) return cueWords(state, this.#brief);
    const released = lettingGo(machine, state);
    const words = released ? cueWords(released, this.#brief) : "";
    const slept = this.#slept ? say("player-slept") : "";
    return [words, slept, `${say("player-paused")}.`].filter(Boolean).join(" ");
  }

  /** Chimes and shakes of what was just entered and left. @param {Course} [before] */
  #sound(before) {
    const { chimes, shake, voice } = this.#ports;
    const { machine, state, isPaused, stateId, timerMs } = this.#course;
    const moved = before !== undefined && (before.stateId !== stateId || before.timerMs !== timerMs);
    const left = moved && before.state.kind === "hold" && !state.continues;
    const urgent = isUrgent(machine, state) || isPaused;
    if (urgent) chimes.cancel();
    if (urgent || left) shake(urgent ? SHAKES.urgent : SHAKES.end);
    if (left && !urgent && this.#changedMs - before.timerMs < ON_TIME_MS + 1000 * (before.state.seconds ?? 0))
      chimes.scheduleEnd(0);
    else if (voice.silent && (urgent || RINGS_ON.has(state.kind))) chimes.scheduleEnd(0);
    if (isPaused || !moved || state.kind !== "hold" || state.continues) return;
    chimes.atStart();
    shake(SHAKES.start);
  }

  /** Asked for again at every tick, because audio has a clock of its own. @param {number} now */
  #scheduleChime(now) {
    const { chimes } = this.#ports;
    const { dueMs, machine, state } = this.#course;
    const next = "elapsed" in state.on ? machine.states[state.on.elapsed] : null;
    if (dueMs === null) chimes.cancel();
    else if (state.kind === "hold") chimes.scheduleEnd(dueMs - now);
    else if (next?.kind === "hold") chimes.scheduleStart(dueMs - now);
    else chimes.cancel();
  }

  /** @param {number} now */
  #countDown(now) {
    const { dueMs, state, stateId, visited } = this.#course;
    if (dueMs === null || state.kind !== "hold" || isOpen(state)) return;
    const left = Math.ceil((dueMs - now) / 1000);
    const counted = `${visited.length} ${stateId} ${left}`;
    if (left < 1 || left > COUNTED_FROM || this.#counted === counted) return;
    this.#counted = counted;
    this.#ports.voice.count(this.#ports.say(`player-number-${left}`));
  }

  /** @type {(id: string, told?: Record<string, string|number>) => void} */
  #tell(id, told) {
    this.#ports.note(this.#ports.say(id, told));
  }

  // what is possible

  get #offered() {
    return offered(this.#course, this.#ports.clock.now());
  }

  get #here() {
    return this.#course.isPaused ? this.#course.resumeState : this.#course.stateId;
  }

  /**
   * Letting go, stopping and telling of a symptom are never made to wait; but neither does the second
   * tap of a double one say something that nobody meant.
   *
   * @type {(command: string, asked: string, now: number) => boolean}
   */
  #isTooSoon(command, asked, now) {
    if (now - this.#changedMs >= GRACE_MS) return false;
    if (isSymptom(command)) return this.#course.state.kind === "which";
    if (asked === "main" || !["stop", "pause", HURTS].includes(command)) return true;
    return command === this.#lastCommand;
  }
}

/**
 * Return what is said on entering a state: brief for who knows it, questions and advice always in full.
 *
 * @param {State} state
 * @param {boolean} brief
 */
export function cueWords({ kind, cue }, brief) {
  const inFull = !brief || !cue.brief || ["ask", "which", "advise", "end"].includes(kind);
  return [inFull ? cue.say : cue.brief, cue.offer].filter(Boolean).join(" ");
}

/**
 * Say whether a pain rating is high by the machine's own numbers.
 *
 * @param {number} value
 * @param {{from: number, rise: number|null}|undefined} high
 * @param {number|null} usual
 */
export function isHigh(value, high, usual) {
  if (!high) return false;
  return value >= high.from || (high.rise !== null && usual !== null && value >= usual + high.rise);
}
