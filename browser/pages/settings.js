// @ts-check
/** The reminders' page: asks the browser whether notices are allowed here. */

const place = document.getElementById("notices");
if (place && "Notification" in window) {
  const button = /** @type {HTMLButtonElement} */ (place.querySelector("button"));
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const tell = () => {
    button.hidden = Notification.permission !== "default";
    const words = { granted: place.dataset.allowed, denied: place.dataset.denied, default: "" };
    status.textContent = words[Notification.permission] ?? "";
  };
  button.addEventListener("click", () => Notification.requestPermission().then(tell));
  tell();
  place.hidden = false;
}
