// Words that come from outside the page: the network is gone, the server stumbled, or it sent a `notice` in HX-Trigger.
// They stand in #notices; the words themselves are in templates of base.html, in the reader's language.

const READ = 9000 // ms; a pointer or the keyboard on it makes it stay

const notices = document.getElementById("notices")

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (ctx?.request && !ctx.response && wasAsked(ctx)) show(template("lost"))
})
document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
  if (ctx.response.status >= 500 && wasAsked(ctx)) show(template("broken"))
})

document.addEventListener("notice", ({ detail }) => {
  if (detail.template) return show(template(detail.template))
  const toast = template("said")
  toast.querySelector("p").textContent = detail.message ?? detail.value
  show(toast)
})

document.addEventListener("click", ({ target }) =>
  target.closest("[data-dismiss]")?.closest(".toast, .notice")?.remove(),
)

new MutationObserver(() => notices.querySelectorAll(".toast[data-fades]").forEach(fade)).observe(notices, {
  childList: true,
})
notices.querySelectorAll(".toast[data-fades]").forEach(fade)

/** A region that refreshes itself tries again by itself: nobody asked, so nobody needs to hear. */
const wasAsked = ({ sourceElement }) => !sourceElement.matches("live-region")

function template(name) {
  const toast = document.querySelector(`template[data-notice=${name}]`).content.firstElementChild.cloneNode(true)
  toast.dataset.about = name
  return toast
}

function show(toast) {
  const same = [...notices.children].find((other) => other.textContent.trim() === toast.textContent.trim())
  if (same) same.replaceWith(toast)
  else notices.append(toast)
}

function fade(toast) {
  toast.removeAttribute("data-fades")
  let timer
  const wait = () => (timer = setTimeout(() => toast.remove(), READ))
  for (const stay of ["pointerenter", "focusin"]) toast.addEventListener(stay, () => clearTimeout(timer))
  for (const go of ["pointerleave", "focusout"]) toast.addEventListener(go, wait)
  wait()
}
