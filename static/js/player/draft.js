// <practice-draft data-session="…">: what is typed about a session is kept on this device until it has arrived.

const PREFIX = "practice.draft."
const PLACE = "practice.session." // where the player keeps its place: not needed once it is over

class PracticeDraft extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.key = PREFIX + this.dataset.session
    if (!this.closest("practice-player")) localStorage.removeItem(PLACE + this.dataset.session)
    this.#restore()
    this.form.addEventListener("input", () => this.#keep())
    this.form.addEventListener("outbox:done", () => localStorage.removeItem(this.key))
  }

  #keep() {
    const typed = new FormData(this.form)
    const fields = Object.fromEntries([...typed].filter(([name]) => name !== "csrf_token" && name !== "ended_at"))
    try {
      localStorage.setItem(this.key, JSON.stringify(fields))
    } catch {
      // Then it stands on the page alone.
    }
  }

  /** A mistake that is shown beside its field is not written over. */
  #restore() {
    if (this.form.querySelector("[aria-invalid=true]")) return
    for (const [name, value] of Object.entries(this.#kept())) {
      const field = this.form.elements[name]
      if (field) field.value = value
    }
  }

  #kept() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? {}
    } catch {
      return {}
    }
  }
}

customElements.define("practice-draft", PracticeDraft)
