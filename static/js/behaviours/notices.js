// Words that come from outside the page: the network is gone, the server stumbled, or it sent a `notice` in HX-Trigger.
// They stand in #notices; the words themselves are in templates of base.html, in the reader's language. What needs more than a
// moment ("care") stands in the page's flow where it has a place for it, [data-said-here], and is read first.

const READ = 9000 // ms; a pointer or the keyboard on it makes it stay

const notices = document.getElementById("notices")
const here = document.querySelector("[data-said-here]")

// A page that this device kept says nothing that was said when it was fetched.
if (document.documentElement.hasAttribute("data-kept"))
  for (const old of document.querySelectorAll("#notices > *, [data-said-here] > *")) old.remove()

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (ctx?.request && !ctx.response && wasAsked(ctx)) show(template("lost"))
})
document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
  if (ctx.response.status >= 500 && wasAsked(ctx)) show(template("broken"))
})

document.addEventListener("notice", ({ detail }) => {
  if (detail.template === "care") return tell(template("care"))
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
here?.querySelector(".notice--said")?.focus()

// What waited on this device has gone out, from whichever page, tab or worker.
document.addEventListener("outbox:empty", () => {
  for (const said of document.querySelectorAll("[data-about=kept]")) said.remove()
})

/** A region that refreshes itself tries again by itself: nobody asked, so nobody needs to hear. */
const wasAsked = ({ sourceElement }) => !sourceElement.matches("live-region")

function template(name) {
  const toast = document.querySelector(`template[data-notice=${name}]`).content.firstElementChild.cloneNode(true)
  toast.dataset.about = name
  return toast
}

function tell(words) {
  ;(here ?? document.querySelector("main")).prepend(words)
  words.focus()
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
