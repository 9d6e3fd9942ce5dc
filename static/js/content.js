// Runs something over what the page holds now, and again over what htmx brings later.

/** @param {(root: Document | Element) => void} run  must be safe to run twice over the same content */
export function everywhere(run) {
  run(document)
  document.addEventListener("htmx:after:swap", () => run(document))
}
