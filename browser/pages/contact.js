// @ts-check
/** Passing the summary on: copied, shared, printed or mailed, as it stands in the box. Nothing is sent by itself. */

const summary = /** @type {HTMLTextAreaElement} */ (document.getElementById("summary"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));

/** @param {string} id @param {(button: HTMLElement) => void} act */
function offer(id, act) {
  const button = /** @type {HTMLElement} */ (document.getElementById(id));
  button.hidden = false;
  button.addEventListener("click", () => act(button));
}

/** @param {HTMLElement} button */
async function copy(button) {
  try {
    await navigator.clipboard.writeText(summary.value);
    told.textContent = button.dataset.done ?? "";
  } catch {
    summary.select();
    told.textContent = button.dataset.failed ?? "";
  }
}

/** @param {HTMLElement} button */
async function share(button) {
  try {
    await navigator.share({ title: button.dataset.title, text: summary.value });
  } catch {
    // the person closed it again; the text is still there
  }
}

/** What is printed and mailed is what stands in the box. */
function follow() {
  /** @type {HTMLElement} */ (document.getElementById("printed")).textContent = summary.value;
  const mail = /** @type {HTMLAnchorElement} */ (document.getElementById("mail"));
  const body = encodeURIComponent(summary.value.replaceAll("\n", "\r\n"));
  mail.href = mail.href.replace(/&body=.*$/s, `&body=${body}`);
}

offer("copy", copy);
if ("share" in navigator) offer("share", share);
offer("print", () => window.print());
summary.addEventListener("input", follow);
follow();
