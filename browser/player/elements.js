// @ts-check
/** Making elements in one line each. No markup is ever made from text. */

/**
 * Return a new element.
 *
 * @param {string} tag
 * @param {Record<string, any>} [given]  attributes; `on…` are listeners, null and false are left out
 * @param {...(Node|string|null)} content
 * @returns {HTMLElement}
 */
export function make(tag, given = {}, ...content) {
  return dress(document.createElement(tag), given, content);
}

/** The same for SVG. @type {(tag: string, given?: Record<string, any>, ...content: Node[]) => any} */
export function draw(tag, given = {}, ...content) {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), given, content);
}

/** Show an element with a text, or hide it where the text is empty. @type {(element: HTMLElement, text: string) => void} */
export function tellIn(element, text) {
  element.hidden = text === "";
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, any>} given
 * @param {(Node|string|null)[]} content
 * @returns {E}
 */
function dress(element, given, content) {
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...content.filter((each) => each !== null));
  return element;
}
