// <practice-draft data-session="…" data-key="…">: what is typed about a session is kept on this device until it has arrived,
// for a month at most. It is encrypted under a key that only a page for its member holds: whoever signs out leaves ciphertext.

import { base64, bytes, decoded, encoded, keyFrom, seal, unseal } from "../writing/device.js"

const PREFIX = "practice.draft."
const PLACE = "practice.session." // where the player keeps its place: not needed once it is over
const FORGOTTEN = 30 * 24 * 60 * 60 * 1000
const UNKEPT = ["csrf_token", "ended_at", "played"]

class PracticeDraft extends HTMLElement {
  #key
  #turn = 0 // of what was typed: only the last is kept

  async connectedCallback() {
    if (this.form) return
    this.form = this.querySelector("form")
    this.form.addEventListener("input", () => this.#keep())
    this.form.addEventListener("outbox:done", () => this.#forget())
    if (!this.closest("practice-player")) localStorage.removeItem(PLACE + this.dataset.session)
    forgetOld()
    const { key } = this.dataset
    delete this.dataset.key
    this.#key = await keyFrom(key).catch(() => undefined) // without https there is none: it stands on the page alone
    if (this.#turn) this.#keep()
    else await this.#restore()
    this.dataset.ready = ""
  }

  /** The player gives the page an id when a session begins without a network. */
  get place() {
    return PREFIX + this.dataset.session
  }

  async #keep() {
    const turn = ++this.#turn
    const typed = [...new FormData(this.form)].filter(([name]) => !UNKEPT.includes(name))
    const { place } = this
    try {
      const words = await seal(this.#key, encoded(JSON.stringify(Object.fromEntries(typed))), place)
      if (turn === this.#turn) localStorage.setItem(place, JSON.stringify({ words: base64(words), at: Date.now() }))
    } catch {
      // Then it stands on the page alone.
    }
  }

  #forget() {
    this.#turn += 1
    localStorage.removeItem(this.place)
  }

  /** A mistake that is shown beside its field is not written over, nor what is being typed. */
  async #restore() {
    if (this.form.querySelector("[aria-invalid=true]")) return
    const kept = await this.#kept()
    if (this.#turn) return
    for (const [name, value] of Object.entries(kept)) {
      const field = this.form.elements[name]
      if (field) field.value = value
    }
  }

  async #kept() {
    try {
      const { words } = JSON.parse(localStorage.getItem(this.place))
      return JSON.parse(decoded(await unseal(this.#key, bytes(words), this.place)))
    } catch {
      return {}
    }
  }
}

function forgetOld() {
  for (const place of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX)))
    if (!(Date.now() - writtenAt(place) < FORGOTTEN)) localStorage.removeItem(place)
}

/** NaN where it is no draft as they are kept now. */
function writtenAt(place) {
  try {
    return Number(JSON.parse(localStorage.getItem(place)).at)
  } catch {
    return Number.NaN
  }
}

customElements.define("practice-draft", PracticeDraft)
