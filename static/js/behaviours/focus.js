// Where the keyboard goes: `/` to the search, and to the first mistake when a form comes back with some.

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const search = [...document.querySelectorAll("input[type=search]")].find((box) => box.checkVisibility())
  const way = document.querySelector("a[data-search]")
  if (!search && !way) return
  event.preventDefault()
  if (search) search.focus()
  else way.click()
})

document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (detail.ctx?.response?.status === 422) focusFirstMistake()
})

function focusFirstMistake() {
  const first = find("form [aria-invalid=true]") ?? find(".form__mistakes")
  if (!first) return
  first.focus({ preventScroll: true })
  first.closest(".field, .form__mistakes")?.scrollIntoView({ block: "center" })
}

const find = (selector) => document.querySelector(`${selector}:not([data-example] *)`)
const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]")

focusFirstMistake()
