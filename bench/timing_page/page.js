/**
 * The page that `bench/timing.py` opens: the product's own clock, alarm, chimes and course play a made
 * machine, and beside them runs the timer that most interval apps have. All times in milliseconds.
 */
import { Chimes } from "/browser/player/chime.js";
import { SessionClock, startTicker } from "/browser/player/clock.js";
import { Course } from "/browser/session/course.js";

const rings = []; // when the Worker rang, on this page's clock
const sounds = []; // when the audio was told to begin, on its own clock

/** The product's Worker, unchanged, with a note of when it rings. */
class WatchedWorker extends EventTarget {
  constructor(address) {
    super();
    this.worker = new RealWorker("/worker.js?" + new URL(address).pathname);
    this.worker.onmessage = ({ data }) => {
      rings.push(data.at - performance.timeOrigin);
      this.dispatchEvent(new MessageEvent("message", { data: data.alarm }));
    };
  }

  postMessage(order) {
    this.worker.postMessage(order);
  }

  terminate() {
    this.worker.terminate();
  }
}

const RealWorker = globalThis.Worker;
globalThis.Worker = WatchedWorker;

let context = null;
globalThis.AudioContext = class extends AudioContext {
  constructor(...choices) {
    super(...choices);
    context = this;
  }
};

const start = AudioScheduledSourceNode.prototype.start;
AudioScheduledSourceNode.prototype.start = function (at) {
  sounds.push(at);
  return start.call(this, at);
};

/** What is heard at a time of the audio, on this page's clock, as the browser knows it just now. */
const heardAt = (at) => {
  const { contextTime, performanceTime } = context.getOutputTimestamp();
  return performanceTime + (at - contextTime) * 1000;
};

/** The product: every cue with the moment it was due, heard, rung by the Worker and shown. */
function playLissom(machine, chimes) {
  const cues = [];
  const clock = new SessionClock();
  const origin = performance.now();
  let course = Course.begin(machine);
  let awake = 0;
  let planned = null;

  const look = () => {
    const now = clock.now();
    const before = course;
    course = course.wake(now, awake);
    awake = now;
    const shown = performance.now() - origin;
    for (const { at_ms: due, state, event } of course.entries.slice(before.entries.length)) {
      const { kind, side } = machine.states[state];
      const heard = planned?.due === due && context ? heardAt(planned.at) - origin : null;
      cues.push({ due, shown, heard, kind, side, event });
      document.querySelector("#cue").textContent = `${kind} ${side}`;
    }
    plan();
  };
  const plan = () => {
    const due = course.dueMs;
    ticker.setDue(due === null ? null : clock.msUntil(due));
    if (due === null || !chimes) return chimes?.cancel();
    sounds.length = 0;
    const next = machine.states[course.state.on.elapsed].kind;
    if (next === "hold") chimes.scheduleStart(clock.msUntil(due));
    else chimes.scheduleEnd(clock.msUntil(due));
    if (sounds.length) planned = { due, at: sounds[0] };
  };

  const ticker = startTicker(look);
  look();
  return () => ({ origin, cues, paused: course.isPaused, over: course.isOver, slept: clock.sleptMs });
}

/** What most interval timers do: count the calls of `setInterval`. */
function playNaively(machine) {
  const cues = [];
  const origin = performance.now();
  let state = machine.start;
  let left = machine.states[state].seconds;
  let due = left * 1000;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    const { kind, side, on } = machine.states[state];
    cues.push({ due, shown: performance.now() - origin, kind, side, event: "elapsed" });
    state = on.elapsed;
    left = machine.states[state].seconds;
    due += left * 1000;
    if (left === null) clearInterval(timer);
  }, 1000);
  return () => ({ cues });
}

/** Keep the page's thread busy, as a slow phone or a heavy page does. */
function block() {
  setInterval(() => {
    const until = performance.now() + 80;
    while (performance.now() < until);
  }, 500);
}

const chimes = new Chimes();
let thawed = null; // when the page came out of a freeze
document.addEventListener("resume", () => (thawed = performance.now()), { capture: true });

globalThis.bench = {
  async unlock() {
    chimes.unlock();
    await context.resume();
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // audio stalls for a second when it starts
  },
  begin(machine, { blocked, chiming }) {
    if (blocked) block();
    const lissom = playLissom(machine, chiming ? chimes : null);
    const naive = playNaively(machine);
    this.result = () => ({
      lissom: lissom(), naive: naive(), rings, thawed, hidden: document.hidden,
      audio: context && { state: context.state, lag: 1000 * (context.outputLatency || context.baseLatency) },
    });
  },
};
