// @ts-check
/**
 * Which key does what. One table gives each key its wishes in order; the first that is offered is what it
 * means. A key held down counts once, and keys that a button or a field wants are left to it.
 *
 * Letters are a language's own: who presses `o` for oui must not have said no. The message
 * `player-letters` names them in the order of `ACTS`; a letter that it does not name means nothing.
 */

const ACTS = [
  ["pain"],
  ["hurts"],
  ["numbness"],
  ["tingling"],
  ["dizziness"],
  ["ease"],
  ["skip"],
  ["yes"],
  ["no"],
  ["unsure"],
  ["serious"],
  ["mistaken"],
  ["pause", "resume"],
];
const [PAIN, HURTS, NUMBNESS, TINGLING, DIZZINESS, EASE, SKIP, YES, NO, UNSURE, SERIOUS, MISTAKEN, PAUSE] = ACTS.keys();
const LETTERS = "p h n t d e s y o u c m w";

/** @type {Record<string, string[]>} */
const FIXED = {
  " ": ["main"],
  enter: ["main"],
  escape: ["stop", "close"],
  x: ["rate 10"],
  mediaplaypause: ["resume", "next", "pause"],
  mediatracknext: ["next", "skip"],
  mediastop: ["stop", "close"],
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [String(digit), [`rate ${digit}`]])),
};

const TEN_MS = 1_500; // how long a 1 waits for a 0
/** @type {[MediaSessionAction, string][]} */
const MEDIA = [
  ["play", "mediaplaypause"],
  ["pause", "mediaplaypause"],
  ["nexttrack", "mediatracknext"],
  ["stop", "mediastop"],
];

/**
 * Return what the list behind "?" tells: keys, and the message that says what they do.
 *
 * @param {string} [letters]
 * @returns {[string[], string][]}
 */
export function toldKeys(letters) {
  const named = split(letters);
  const keys = (/** @type {number[]} */ ...acts) => acts.map((act) => named[act].toUpperCase());
  return [
    [["player-key-space"], "player-key-main"],
    [keys(PAUSE), "player-key-pause"],
    [keys(HURTS), "player-hurts"],
    [keys(PAIN, NUMBNESS, TINGLING, DIZZINESS), "player-key-symptoms"],
    [keys(SERIOUS), "player-serious"],
    [keys(EASE), "player-ease"],
    [keys(SKIP), "player-skip"],
    [["player-key-esc"], "player-stop"],
    [keys(YES, NO, UNSURE), "player-key-answers"],
    [keys(MISTAKEN), "player-mistaken"],
    [["0", "–", "9"], "player-key-rating"],
    [["?"], "player-key-help"],
  ];
}

/**
 * Return what a key means among what is offered: a command, `main`, or undefined.
 *
 * @param {string} key
 * @param {Set<string>} offered
 * @param {string} [letters]
 */
export function meaning(key, offered, letters) {
  const pressed = key.toLowerCase();
  const wishes = FIXED[pressed] ?? split(letters).flatMap((letter, act) => (letter === pressed ? ACTS[act] : []));
  return wishes.find((wish) => wish === "main" || offered.has(wish));
}

/** The letters, one for each act; without a whole set of them those of English. @param {string} [letters] */
function split(letters = LETTERS) {
  const named = letters.split(" ");
  return named.length === ACTS.length ? named : LETTERS.split(" ");
}

/** Listens to keys and to the media keys of headphones and keyboards. */
export class Keys {
  #offered;
  #press;
  #letters;
  #one = 0;
  #stop = new AbortController();

  /**
   * @param {() => Set<string>} offered
   * @param {(command: string) => void} press
   * @param {string} [letters]
   */
  constructor(offered, press, letters) {
    this.#offered = offered;
    this.#press = press;
    this.#letters = letters;
    document.addEventListener("keydown", (event) => this.#onKey(event), { signal: this.#stop.signal });
    this.#listenToMedia((key) => () => this.#mean(key));
  }

  /** Listen no more. */
  close() {
    this.#stop.abort();
    clearTimeout(this.#one);
    this.#listenToMedia(() => null);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const isAct = event.key === " " || event.key === "Enter";
    const wanted = isAct && event.target instanceof Element && event.target.closest("button, a, input, summary");
    if (!wanted && this.#mean(event.key)) event.preventDefault();
  }

  /** @param {string} key @returns {boolean} whether it meant something */
  #mean(key) {
    const command = meaning(key, this.#offered(), this.#letters);
    if (this.#one) {
      clearTimeout(this.#one);
      this.#one = 0;
      this.#press(key === "0" ? "rate 10" : "rate 1");
      if (key === "0") return true;
    }
    if (command === "rate 1") this.#waitForNought();
    else if (command) this.#press(command);
    return command !== undefined;
  }

  #waitForNought() {
    this.#one = setTimeout(() => {
      this.#one = 0;
      this.#press("rate 1");
    }, TEN_MS);
  }

  /** @param {(key: string) => MediaSessionActionHandler|null} handler */
  #listenToMedia(handler) {
    for (const [action, key] of MEDIA) {
      try {
        navigator.mediaSession?.setActionHandler(action, handler(key));
      } catch {
        // a browser that does not know this key has the others
      }
    }
  }
}
