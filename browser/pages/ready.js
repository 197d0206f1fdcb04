// @ts-check
/** What getting ready needs a script for: trying the sound, and choosing a side without leaving the place. */

import { Chimes } from "../player/chime.js";
import { Voice } from "../player/voice.js";
import { prepare } from "./before-start.js";
import { drawPictures } from "./pictures.js";

const AFTER_CHIME_MS = 1_200; // a chime has died away by then
const FULL = 100; // the volume is told of a hundred

const sound = /** @type {HTMLElement|null} */ (document.querySelector(".sound"));
const sides = /** @type {HTMLFormElement|null} */ (document.querySelector("form.sides"));
if (sound) offerSound(sound);
void drawPictures();
prepare();
const leftOut = /** @type {HTMLElement|null} */ (document.querySelector(".left-out"));
if (leftOut) offerListening(leftOut);
if (sides) sides.addEventListener("submit", (event) => void chooseSide(sides, event));

/** @param {HTMLElement} place */
function offerSound(place) {
  const { voice, rate, volume, chimesOnly, words = "" } = place.dataset;
  const loudness = volume ? Number(volume) / FULL : 1;
  const chimes = new Chimes();
  const speaker = new Voice({
    lang: document.documentElement.lang,
    rate: rate ? Number(rate) : undefined,
    volume: loudness,
    on: voice !== "off" && chimesOnly !== "on",
  });
  chimes.volume = loudness;
  place.hidden = false;
  place.querySelector("button")?.addEventListener("click", () => {
    chimes.unlock();
    speaker.unlock();
    void play(place, chimes, speaker, words);
  });
}

/** What is left out can be heard too, in the voice that the person chose. @param {HTMLElement} place */
function offerListening(place) {
  const button = place.querySelector("button");
  if (!button || !sound) return;
  const { voice, rate, volume } = sound.dataset;
  const speaker = new Voice({
    lang: document.documentElement.lang,
    rate: rate ? Number(rate) : undefined,
    volume: volume ? Number(volume) / FULL : 1,
    on: voice !== "off",
  });
  button.hidden = speaker.silent;
  button.addEventListener("click", () => {
    speaker.unlock();
    speaker.say([...place.querySelectorAll("h2, li")].map((each) => each.textContent).join(". "));
  });
}

/** @type {(place: HTMLElement, chimes: Chimes, speaker: Voice, words: string) => Promise<void>} */
async function play(place, chimes, speaker, words) {
  const told = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  told.textContent = told.dataset.playing ?? "";
  if (!chimes.available) await wait(AFTER_CHIME_MS / 4); // audio that is just being opened is silent at first
  chimes.atStart();
  await wait(AFTER_CHIME_MS);
  speaker.say(words);
  const heard = chimes.available ? (speaker.silent ? "chime" : "both") : "none";
  told.textContent = told.dataset[heard] ?? "";
}

/** Set the side that begins; where no server is there, say so and change nothing. */
async function chooseSide(/** @type {HTMLFormElement} */ form, /** @type {SubmitEvent} */ event) {
  event.preventDefault();
  const chosen = /** @type {HTMLButtonElement} */ (event.submitter);
  const body = new FormData(form);
  body.set("lead", chosen.value);
  const answer = await fetch(location.href, { method: "POST", body }).catch(() => null);
  const told = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  told.textContent = answer?.ok ? "" : (form.dataset.offline ?? "");
  if (!answer?.ok) return;
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button === chosen));
  turn(new DOMParser().parseFromString(await answer.text(), "text/html"));
}

/** Show the positions as the answer has them: pictures and words are those of the side that begins. */
function turn(/** @type {Document} */ answer) {
  const fresh = [...answer.querySelectorAll("details.positions")];
  for (const [place, shown] of document.querySelectorAll("details.positions").entries()) {
    shown.replaceChildren(...(fresh[place]?.childNodes ?? shown.childNodes));
  }
  void drawPictures();
}

/** @type {(ms: number) => Promise<void>} */
function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
