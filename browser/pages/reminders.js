// @ts-check
/** A notice at the times that were chosen, while a page of Lissom is open. Nothing is kept but that it was shown. */

const LOOK_EVERY = 20_000; // ms; times are whole minutes
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const SHOWN = "lissom-reminded";

/**
 * Whether a moment is one to remind at.
 * @param {Date} moment
 * @param {{times: string[], days: string[]}} chosen no days means every day
 * @returns {string} what names the moment, or "" where it is none
 */
export function due(moment, chosen) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  const today = DAYS[moment.getDay()];
  if (!chosen.times.includes(time) || (chosen.days.length > 0 && !chosen.days.includes(today))) return "";
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${time}`;
}

/**
 * Remind whenever it is time, each time once in all the pages that are open.
 * @param {{times: string[], days: string[]}} chosen
 * @param {{title: string, words: string}} notice
 */
export function remind(chosen, notice) {
  setInterval(() => {
    const name = due(new Date(), chosen);
    if (!name || Notification.permission !== "granted" || localStorage.getItem(SHOWN) === name) return;
    localStorage.setItem(SHOWN, name);
    const shown = new Notification(notice.title, { body: notice.words, tag: SHOWN });
    shown.addEventListener("click", () => {
      window.focus();
      location.assign("/");
    });
  }, LOOK_EVERY);
}

const told = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="lissom-reminders"]'));
if (told && "Notification" in window) {
  const list = (/** @type {string | undefined} */ text) => (text ?? "").split(",").filter(Boolean);
  remind(
    { times: list(told.dataset.times), days: list(told.dataset.days) },
    { title: told.dataset.title ?? "", words: told.dataset.words ?? "" },
  );
}
