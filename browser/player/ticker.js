// @ts-check
/**
 * The Worker behind `startTicker`: an alarm clock that a hidden page's throttling does not reach.
 * It knows no session: it is told how long to wait, and says when that is over. A new order replaces the old.
 */

let timer = 0;

addEventListener("message", ({ data: { alarm, wait } }) => {
  clearTimeout(timer);
  if (wait !== null) timer = setTimeout(postMessage, wait, alarm);
});
