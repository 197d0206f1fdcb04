// @ts-check
/**
 * The course of a live session: which state it is in, when its time is up, what comes next.
 *
 * A course is a value. Every call that changes something returns a new one, and the new entries to
 * record are those that `entries` has gained. Times are whole milliseconds since the session
 * started, on a clock that never goes back and that counts while the computer sleeps; the caller
 * reads it.
 *
 * Deadlines accumulate exactly: a state that its time has ended was left at its deadline, however
 * late the player woke up, so a long session does not drift. Only a wake-up later than `sleepMs`
 * counts as sleep, and pauses: the held time would else be longer or shorter than told.
 */

import { CLOSED, entry, MISTAKEN, PAUSE, RESUME } from "./log.js";
import * as paths from "./path.js";
import { progressAt, route } from "./route.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("./log.js").Entry} Entry
 * @typedef {import("./path.js").Path} Path
 */

export const SLEEP_MS = 5_000; // a convention, see docs/conventions.md
export const GOES_ON_WITHIN = 5_000; // entries; a convention, see docs/conventions.md

/** One live session. Make it with `Course.begin`, or `Course.goOn` from a log's events. */
export class Course {
  /**
   * @param {Machine} machine
   * @param {Path} path
   * @param {readonly Entry[]} entries
   * @param {number} sleepMs
   */
  constructor(machine, path, entries, sleepMs) {
    this.machine = machine;
    this.path = path;
    this.entries = entries;
    this.sleepMs = sleepMs;
    Object.freeze(this);
  }

  /**
   * Return the course of a session that starts now, at 0 ms, in the machine's start.
   *
   * @param {Machine} machine
   * @param {{sleepMs?: number}} [settings]
   */
  static begin(machine, { sleepMs = SLEEP_MS } = {}) {
    return new Course(machine, paths.begin(machine), [], sleepMs);
  }

  /**
   * Return the course that these entries led to. `resume` is what comes next.
   *
   * @param {Machine} machine
   * @param {readonly Entry[]} entries
   * @param {{sleepMs?: number}} [settings]
   * @throws {paths.Misfit} with the first entry that does not fit
   */
  static goOn(machine, entries, settings) {
    return entries.reduce((course, each) => course.#with(each), Course.begin(machine, settings));
  }

  /** The id of the state the session is in. */
  get stateId() {
    return paths.hereOf(this.path).state;
  }

  /** The state the session is in. While paused, the one it was paused in. */
  get state() {
    return this.machine.states[this.stateId];
  }

  /** The states so far, the present one last. */
  get visited() {
    return this.path.visits;
  }

  /** When the state's timer began; a state that continues runs on from the one before. */
  get timerMs() {
    return paths.hereOf(this.path).timerMs;
  }

  /** When the state's time is up; null while it waits, and in a pause, and after the end. */
  get dueMs() {
    return paths.dueMs(this.machine, this.path);
  }

  /** Whether the session is paused: by the person, or since the computer slept. */
  get isPaused() {
    return this.path.paused;
  }

  get isOver() {
    return paths.isOver(this.machine, this.path);
  }

  /** How the session ended, or null while it lasts. */
  get outcome() {
    return paths.outcome(this.machine, this.path);
  }

  /** The id of the state from which a pause or a crash goes on. */
  get resumeState() {
    return paths.resumeState(this.machine, this.path);
  }

  /** The events that fit now, sorted, without the session's own (`pause`, `resume`, `closed`). */
  get events() {
    if (this.isOver) return [];
    const fitting = Object.keys(this.state.on).sort();
    return this.isPaused ? fitting.filter((event) => paths.FITS_A_PAUSE.has(event)) : fitting;
  }

  /** Where in the routine the session is. */
  get progress() {
    return progressAt(this.machine, this.path);
  }

  /** The ids of the states that come next, if all goes as planned, up to the end. */
  get coming() {
    if (this.isOver) return [];
    if (this.isPaused) return route(this.machine, this.resumeState);
    return route(this.machine, this.stateId).slice(1);
  }

  /**
   * Return the course after an event of the person or of the clock.
   *
   * What was due by then happens first, at its own time. `elapsed` must be due.
   *
   * @param {string} event
   * @param {number} atMs
   * @returns {Course}
   * @throws {paths.Misfit} if the event does not fit; this course is unchanged and still good
   */
  apply(event, atMs) {
    const course = this.wake(atMs);
    if (event === paths.ELAPSED && course !== this) return course;
    return course.#record(event, atMs);
  }

  /**
   * Return the course after whatever the clock alone brings until then.
   *
   * Every timer that ran out has elapsed at its deadline; after a sleep the session is paused since
   * the player was last awake, where it says when that was, else since the deadline that was slept
   * through; a pause of more than 10 minutes is closed. Returns this very course where nothing
   * happened.
   *
   * @param {number} atMs
   * @param {number|null} awakeMs
   * @returns {Course}
   */
  wake(atMs, awakeMs = null) {
    /** @type {Course} */
    let course = this;
    for (let due = course.dueMs; due !== null && due <= atMs; due = course.dueMs) {
      if (atMs - due > course.sleepMs) {
        const since = awakeMs === null ? due : Math.max(course.path.lastMs, Math.min(due, awakeMs));
        course = course.#record(PAUSE, since);
      } else {
        course = course.#record(paths.ELAPSED, due);
      }
    }
    const isTooLate = course.isPaused && !paths.mayResume(course.path, atMs);
    return isTooLate ? course.#record(CLOSED, atMs) : course;
  }

  /**
   * Return the paused course. In a move or a hold the person lets go.
   *
   * @param {number} atMs
   * @returns {Course}
   * @throws {paths.Misfit} if the session is over
   */
  pause(atMs) {
    const course = this.wake(atMs);
    return course.isPaused ? course : course.#record(PAUSE, atMs);
  }

  /**
   * Return the course that goes on after a pause or a crash, or closed if it is too late.
   *
   * After so many entries that a log could come to its bound it is stopped instead: only going on can
   * make a log longer without end, and what is left until the end then has room, a symptom too.
   *
   * @param {number} atMs
   * @returns {Course}
   * @throws {paths.Misfit} if the session is over
   */
  resume(atMs) {
    if (!paths.mayResume(this.path, atMs) && !this.isOver) return this.#record(CLOSED, atMs);
    if (this.entries.length >= GOES_ON_WITHIN && !this.isOver) return this.#record("stop", atMs);
    return this.#with(entry(atMs, this.resumeState, RESUME));
  }

  /**
   * Say whether the answer that led here may be taken back as a wrong tap, at that time.
   *
   * @param {number} atMs
   */
  isSlip(atMs) {
    return paths.mayBeMistaken(this.machine, this.path, atMs);
  }

  /**
   * Return the course after a wrong tap: it goes on from before, or is closed after a stop.
   *
   * @param {number} atMs
   * @returns {Course}
   * @throws {paths.Misfit} if there is nothing to take back here, or no longer
   */
  takeBack(atMs) {
    const course = this.wake(atMs);
    return course.#with(entry(atMs, paths.backTo(course.machine, course.path), MISTAKEN));
  }

  /** @param {string} event @param {number} atMs */
  #record(event, atMs) {
    return this.#with(entry(atMs, this.stateId, event));
  }

  /** @param {Entry} added */
  #with(added) {
    const path = paths.follow(this.machine, this.path, added);
    return new Course(this.machine, path, [...this.entries, added], this.sleepMs);
  }
}
