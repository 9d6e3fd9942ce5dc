// A form marked `data-guard` asks before it is left with something typed in it that was not sent.

const typed = new Set()

document.addEventListener("input", ({ target }) => {
  const form = target.closest("form[data-guard]")
  if (form) typed.add(form)
})

for (const sent of ["submit", "reset", "outbox:done", "htmx:before:request"]) {
  document.addEventListener(sent, ({ target }) => typed.delete(target.closest?.("form")))
}

window.addEventListener("beforeunload", (event) => {
  if ([...typed].some((form) => form.isConnected)) event.preventDefault()
})
