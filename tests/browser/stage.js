// @ts-check
/**
 * A stage for what the player does with time and sound: both clocks stand still until they are moved,
 * timers and the Worker write down what they are told, and speech is a part that is played here.
 */

let monotonic = 0;
let wall = 1_000_000;
const timers = new Map();
let lastTimer = 0;

/** What the Worker was told, in order; null where it was ended. */
export const orders = [];

/** The last Worker, to ring it. */
export let worker = null;

/** Let time pass: on both clocks alike, unless told apart. Due timers of the page run in their order. */
export function pass(ms, { wallMs = ms } = {}) {
  const until = monotonic + ms;
  wall += wallMs;
  for (let next = nextBy(until); next; next = nextBy(until)) {
    timers.delete(next.id);
    monotonic = Math.max(monotonic, next.at);
    next.call();
  }
  monotonic = until;
}

/** Take both clocks and the page's timers over. `workers` false is a browser that refuses them. */
export function takeTimeOver({ workers = true } = {}) {
  performance.now = () => monotonic;
  Date.now = () => wall;
  globalThis.setTimeout = (call, wait = 0, ...given) => {
    timers.set(++lastTimer, { id: lastTimer, at: monotonic + wait, call: () => call(...given) });
    return lastTimer;
  };
  globalThis.clearTimeout = (id) => timers.delete(id);
  globalThis.Worker = workers ? StagedWorker : refuse;
}

/** Stop the page's own timers, as a browser does to a hidden page. */
export const throttle = () => (globalThis.setTimeout = () => 0);

const nextBy = (until) => [...timers.values()].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];

function refuse() {
  throw new DOMException("no Workers here", "SecurityError");
}

class StagedWorker extends EventTarget {
  constructor() {
    super();
    worker = this;
  }

  postMessage(order) {
    orders.push(order);
  }

  terminate() {
    orders.push(null);
  }

  ring(alarm = orders.at(-1).alarm) {
    this.dispatchEvent(new MessageEvent("message", { data: alarm }));
  }
}

/** Speech that is played by the test: `said` has every utterance, `act` what the browser does with it. */
export function takeSpeechOver({ voices = [], act = () => {} } = {}) {
  const part = new EventTarget();
  const said = [];
  Object.assign(part, {
    said,
    voices,
    cancelled: 0,
    getVoices: () => part.voices,
    resume: () => {},
    cancel: () => (part.cancelled += 1),
    speak(utterance) {
      said.push(utterance);
      act(utterance, said.length);
    },
  });
  Object.defineProperty(globalThis, "speechSynthesis", { value: part, configurable: true });
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  return part;
}

/** The voices of a machine: `lang`, `local`, and whether it is the browser's usual one. */
export const voice = (lang, { local = true, usual = false } = {}) => ({ lang, localService: local, default: usual });

/** Audio that is rendered at once and not heard: whatever sounds is in `await rendered()`. */
export function takeAudioOver({ state = "running", seconds = 4, rate = 8_000, hardware = null } = {}) {
  const made = [];
  globalThis.AudioContext = class extends OfflineAudioContext {
    constructor() {
      super(1, seconds * rate, rate);
      this.staged = state;
      this.time = 0;
      made.push(this);
    }

    get currentTime() {
      return this.time;
    }

    get state() {
      return this.staged;
    }

    resume() {
      return Promise.resolve();
    }

    close() {
      return Promise.resolve();
    }

    getOutputTimestamp() {
      return hardware ? hardware() : { contextTime: 0, performanceTime: 0 };
    }
  };
  return {
    made,
    rendered: async () => Array.from((await made[0].startRendering()).getChannelData(0)),
  };
}
