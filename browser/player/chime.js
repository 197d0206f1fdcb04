// @ts-check
/**
 * The two chimes of a hold: rising where it starts, falling where it ends. Nothing else sounds here.
 *
 * A chime is handed to the audio hardware before its time, one at a time, and is exact however busy
 * the page is. Audio runs on a clock of its own that drifts, so whoever waits for a chime asks for
 * it again at every tick, and it is moved to where it belongs now.
 */

/** @typedef {readonly number[][]} Notes */

/** When each note begins, in seconds, and its pitch, in hertz: 500 to 1,000 is what old ears keep best. */
/** @type {Notes} */ const START = [
  [0, 523.25],
  [0.14, 783.99],
];
/** @type {Notes} */ const END = [
  [0, 932.33],
  [0.22, 698.46],
  [0.44, 523.25],
];

const ATTACK = 0.015; // seconds; softer than a click
const DECAY = 0.12; // seconds to fall to a third
const NOTE = 0.7; // seconds until a note is inaudible
const LOUDEST = 0.5; // three notes overlap, and must not clip
const CUT = 0.02; // seconds in which a chime that is called off fades
const NEAR = 0.08; // seconds; so shortly before the hardware takes it a chime stays where it is
const OFF = 0.002; // seconds; an error that is not worth moving a chime for
const OPENED_MS = 2_000; // how long audio may take to come once it is asked for
const SAME_MS = 900; // two orders so close together mean the same chime

/** What sounds at the start and at the end of a hold. Silent where a browser has no audio. */
export class Chimes {
  #context = /** @type {AudioContext | null} */ (null);
  #master = /** @type {GainNode | null} */ (null);
  #volume = 1;
  #dueBy = Number.POSITIVE_INFINITY; // when audio that was asked for is given up
  #asked = /** @type {Map<Notes, Chime>} */ (new Map()); // the last one of each, to come or sounded

  /** Whether a chime would be heard: there is audio, it was unlocked, and nothing has suspended it. */
  get available() {
    return this.#context?.state === "running";
  }

  /** Whether it is known that no chime can be heard: there is no audio, or it was asked for and does not come. */
  get isMute() {
    return !globalThis.AudioContext || (!this.available && performance.now() > this.#dueBy);
  }

  /** How loud, from 0 to 1. */
  get volume() {
    return this.#volume;
  }

  set volume(loudness) {
    this.#volume = Math.min(1, Math.max(0, loudness));
    if (this.#master) this.#master.gain.value = LOUDEST * this.#volume;
  }

  /** Open the audio. Browsers want this called while a tap or a key is being handled; again does no harm. */
  unlock() {
    const Context = globalThis.AudioContext;
    this.#dueBy = Math.min(this.#dueBy, performance.now() + OPENED_MS);
    if (!this.#context && Context) this.#open(Context);
    this.#wakeUp();
  }

  /** Sound the start of a hold now, unless it was scheduled and has just begun. */
  atStart() {
    this.scheduleStart(0);
  }

  /**
   * Sound the start of a hold after so many milliseconds. Call it at every tick while a hold is coming.
   * @param {number} inMs
   */
  scheduleStart(inMs) {
    this.#schedule(START, inMs);
  }

  /**
   * Sound the end of a hold after so many milliseconds. Call it at every tick of the hold.
   * @param {number} inMs
   */
  scheduleEnd(inMs) {
    this.#schedule(END, inMs);
  }

  /** Call off the chime that is still to come. One whose time has come is left to ring out. */
  cancel() {
    for (const [notes, chime] of this.#asked) {
      if (chime.dueAt <= performance.now()) continue;
      chime.fade();
      this.#asked.delete(notes);
    }
  }

  /** Give the audio back, at the end of a session. `unlock` opens it anew. */
  close() {
    this.cancel();
    this.#asked.clear();
    this.#context?.close().catch(() => {});
    this.#context = this.#master = null;
  }

  #open(/** @type {typeof AudioContext} */ Context) {
    try {
      this.#context = new Context({ latencyHint: "interactive" });
    } catch {
      return; // no audio device, or too many pages hold one
    }
    this.#context.onstatechange = () => this.available || this.cancel(); // else it sounds when audio wakes
    this.#master = this.#context.createGain();
    this.#master.connect(this.#context.destination);
    this.volume = this.#volume;
  }

  #wakeUp() {
    if (this.#context && this.#context.state !== "running") this.#context.resume().catch(() => {});
  }

  #schedule(/** @type {Notes} */ notes, /** @type {number} */ inMs) {
    const [context, master] = [this.#context, this.#master];
    if (!this.available || !context || !master) return this.#wakeUp();
    const dueAt = performance.now() + inMs;
    const at = heardAt(context, inMs);
    const before = this.#asked.get(notes);
    const same = before !== undefined && Math.abs(before.dueAt - dueAt) < SAME_MS;
    if (same && stays(before, context, at)) return;
    if (same) before.fade();
    this.cancel();
    this.#asked.set(notes, new Chime(notes, context, master, at, dueAt));
  }
}

/** @param {Chime} chime @param {AudioContext} context @param {number} at */
function stays(chime, context, at) {
  return chime.at < context.currentTime + NEAR || Math.abs(chime.at - at) < OFF;
}

/**
 * The context time that will be heard after so many milliseconds: the hardware says what is heard now.
 *
 * @param {AudioContext} context @param {number} inMs
 */
function heardAt(context, inMs) {
  const lag = context.outputLatency || context.baseLatency || 0;
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp?.() ?? {};
  const heard = contextTime + (performance.now() - performanceTime) / 1000;
  const plausible = contextTime > 0 && Math.abs(heard + lag - context.currentTime) < 1;
  const now = plausible ? heard : context.currentTime - lag;
  return Math.max(context.currentTime, now + inMs / 1000);
}

/** One chime, handed to the hardware. */
class Chime {
  #context;
  #gain;
  #voices;

  /**
   * @param {Notes} notes
   * @param {AudioContext} context
   * @param {GainNode} master
   * @param {number} at  a time of the audio
   * @param {number} dueAt  the same moment on `performance`'s clock
   */
  constructor(notes, context, master, at, dueAt) {
    this.at = at;
    this.dueAt = dueAt;
    this.#context = context;
    this.#gain = context.createGain();
    this.#gain.connect(master);
    this.#voices = notes.map(([after, pitch]) => sound(context, this.#gain, at + after, pitch));
    const last = this.#voices.at(-1);
    if (last) last.onended = () => this.#gain.disconnect();
  }

  /** Fall silent within a moment. */
  fade() {
    const now = this.#context.currentTime;
    this.#gain.gain.setTargetAtTime(0, now, CUT / 4);
    for (const voice of this.#voices) voice.stop(now + CUT);
  }
}

/**
 * A sine, so that nothing lies above its pitch, that swells softly and dies away.
 *
 * @param {AudioContext} context @param {AudioNode} into @param {number} at @param {number} pitch
 */
function sound(context, into, at, pitch) {
  const voice = new OscillatorNode(context, { frequency: pitch });
  const envelope = new GainNode(context, { gain: 0 });
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(1, at + ATTACK);
  envelope.gain.setTargetAtTime(0, at + ATTACK, DECAY);
  voice.connect(envelope).connect(into);
  voice.start(at);
  voice.stop(at + NOTE);
  return voice;
}
