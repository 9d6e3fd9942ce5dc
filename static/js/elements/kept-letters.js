// <kept-letters>: what waits in this browser's outbox for whoever is signed in, and what was refused, with its words; of what
// goes out by itself beside them, nothing. Its template is one line of the list: [data-words], [data-when], [data-why] whose
// data-refused says what else it may be, and a button.

import { forget, waiting, wordsOf } from "../outbox.js"

const { lang } = document.documentElement
const OURS = lang === "en" ? "en-GB" : lang // as the house writes its times
const WHEN = { weekday: "short", hour: "2-digit", minute: "2-digit" }
const EVENTS = ["outbox:kept", "outbox:sent", "outbox:refused"]

class KeptLetters extends HTMLElement {
  connectedCallback() {
    for (const name of EVENTS) document.addEventListener(name, this.show)
    this.show()
  }

  disconnectedCallback() {
    for (const name of EVENTS) document.removeEventListener(name, this.show)
  }

  show = async () => {
    const letters = (await waiting()).filter(({ kind, refused }) => kind !== "quiet" || refused)
    this.querySelector("ul").replaceChildren(...letters.map((letter) => this.line(letter)))
    this.hidden = !letters.length
  }

  line({ id, refused, ...letter }) {
    const line = this.querySelector("template").content.firstElementChild.cloneNode(true)
    line.querySelector("[data-words]").textContent = wordsOf(letter)
    line.querySelector("[data-when]").textContent = new Date(letter.at).toLocaleString(OURS, WHEN)
    const why = line.querySelector("[data-why]")
    if (refused) why.textContent = why.dataset.refused
    line.querySelector("button").addEventListener("click", () => forget(id).then(this.show))
    return line
  }
}

customElements.define("kept-letters", KeptLetters)
