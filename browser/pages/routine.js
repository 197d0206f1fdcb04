// @ts-check
/** What a routine's page needs a script for: pictures that move, and printing. */

import { drawPictures } from "./pictures.js";

void drawPictures(".strip > li");

const print = /** @type {HTMLButtonElement|null} */ (document.querySelector("button.print"));
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// What is folded away on the screen is not missing on paper.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
