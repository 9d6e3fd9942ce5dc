// A form that is on its way says so on the button that sent it, with and without htmx.

document.addEventListener("submit", ({ target, submitter, defaultPrevented }) => {
  if (!submitter || (defaultPrevented && !target.hasAttribute("hx-post"))) return
  submitter.setAttribute("aria-busy", "true")
  target.addEventListener("htmx:finally:request", () => submitter.removeAttribute("aria-busy"), { once: true })
})

// A page that comes back from the browser's memory is no longer sending.
window.addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return
  for (const button of document.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy")
})
