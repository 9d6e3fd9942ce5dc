// What a form's button keeps stands on it: `data-keeps="Keep “#”"` becomes Keep “Calm”. Where that button lies over the page,
// the word comes out from behind it.

export function keepsWord(form) {
  const button = form?.querySelector("[data-keeps]")
  if (!button) return
  const usual = button.textContent
  const chosen = () => form.querySelector(".mood__word :checked")?.closest("label")
  const say = () => {
    button.textContent = chosen() ? button.dataset.keeps.replace("#", chosen().textContent.trim()) : usual
  }
  form.addEventListener("change", say)
  form.addEventListener("reset", () => setTimeout(say))
  // By finger, by keyboard: both end in a click, and nothing moves while one still draws over the pad.
  form.addEventListener("click", ({ target }) => {
    if (target.closest(".mood")) chosen()?.scrollIntoView({ block: "nearest" })
  })
  say()
}
