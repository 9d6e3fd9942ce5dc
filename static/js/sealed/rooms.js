// An element with rooms (data-room), of which one is seen; with forms and buttons that name an act of its own (data-act); and with
// words for people in data-say-….

/** As the rest of the house says days: the day first, where English has no country. */
export function dayInWords(day) {
  const { lang } = document.documentElement
  const words = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "full", timeZone: "UTC" })
  return words.format(new Date(day))
}

export class Rooms extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this.#submit)
    this.addEventListener("click", this.#click)
  }

  #submit = (event) => {
    const act = event.target.dataset.act
    if (!act) return
    event.preventDefault()
    this.#busy(event.submitter, () => this[act](event.target))
  }

  #click = ({ target }) => {
    const button = target.closest("button[data-act]")
    if (button) this.#busy(button, () => this[button.dataset.act](button))
  }

  async #busy(button, act) {
    this.say("")
    button?.setAttribute("aria-busy", "true")
    try {
      await act()
    } catch {
      this.say("lost")
    } finally {
      button?.removeAttribute("aria-busy")
    }
  }

  fill(name, rows, shown) {
    const made = rows.map((row) => {
      const { act, id, title, body, day: on } = shown(row)
      const item = this.querySelector("template[data-row]").content.firstElementChild.cloneNode(true)
      const button = item.querySelector("button")
      Object.assign(button.dataset, { act, id })
      button.textContent = title || body.trim().slice(0, 60) || this.dataset.sayUntitled
      item.querySelector("time").textContent = on ? dayInWords(on) : ""
      return item
    })
    this.querySelector(`[data-words=${name}]`).replaceChildren(...made)
  }

  show(name) {
    for (const room of this.querySelectorAll("[data-room]")) room.hidden = !room.dataset.room.split(" ").includes(name)
    this.dataset.at = name
  }

  /** Beside the field where it is about one, else above; what stands in the page for such a case (data-when) is shown with it. */
  say(what, field) {
    const words = what && this.dataset[`say${what[0].toUpperCase()}${what.slice(1)}`]
    for (const marked of this.querySelectorAll("[aria-invalid]")) unmark(marked)
    for (const help of this.querySelectorAll("[data-when]")) help.hidden = help.dataset.when !== what
    this.querySelector("[role=status]").textContent = field?.closest(".field") ? "" : words
    if (field?.closest(".field")) mark(field, words)
    field?.focus()
  }
}

function mark(field, words) {
  const said = document.createElement("p")
  Object.assign(said, { id: `${field.id}-error`, className: "field__error", textContent: words, role: "alert" })
  field.after(said)
  field.setAttribute("aria-invalid", "true")
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${said.id}`.trim())
}

function unmark(field) {
  const id = `${field.id}-error`
  const rest = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each !== id)
  field.closest(".field").querySelector(".field__error")?.remove()
  field.removeAttribute("aria-invalid")
  if (rest.length) field.setAttribute("aria-describedby", rest.join(" "))
  else field.removeAttribute("aria-describedby")
}
