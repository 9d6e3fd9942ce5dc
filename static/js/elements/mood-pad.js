// <mood-pad>: the pad takes a finger too. Where it is put down is kept as pleasant (valence) and stirred up (arousal), from
// -1 to 1, and the nearest word is chosen with it. Words alone, and no script at all, work as before.

import { keepsWord } from "./keeps-word.js"

class MoodPad extends HTMLElement {
  connectedCallback() {
    const pad = this.querySelector(".mood")
    this.here = this.querySelector(".mood__here")
    const strength = this.querySelector("input[type=range]")
    pad.addEventListener("pointerdown", (event) => {
      if (event.button || event.target.closest(".mood__word")) return
      pad.setPointerCapture(event.pointerId)
      this.#point(pad, event)
    })
    pad.addEventListener("pointermove", (event) => {
      if (pad.hasPointerCapture(event.pointerId)) this.#point(pad, event)
    })
    this.addEventListener("change", (event) => {
      if (event.target.name === "mood") this.#place()
    })
    strength.addEventListener("input", () => this.#say(strength))
    const form = this.closest("form")
    form?.addEventListener("reset", () => setTimeout(() => this.#fresh(strength)))
    form?.addEventListener("outbox:done", ({ detail }) => detail.state === "kept" && form.reset())
    this.#say(strength)
    keepsWord(form)
  }

  #point(pad, event) {
    const { left, top, width, height } = pad.getBoundingClientRect()
    const x = Math.min(1, Math.max(0, (event.clientX - left) / width))
    const y = Math.min(1, Math.max(0, (event.clientY - top) / height))
    const along = document.dir === "rtl" ? 1 - x : x
    const far = ({ dataset }) =>
      Math.hypot(parseFloat(dataset.knobX) / 100 - along, parseFloat(dataset.knobY) / 100 - y)
    const words = [...pad.querySelectorAll(".mood__word")].sort((a, b) => far(a) - far(b))
    const input = words[0].querySelector("input")
    if (!input.checked) {
      input.checked = true
      input.dispatchEvent(new Event("change", { bubbles: true }))
    }
    this.#place(along, y)
  }

  /** Of a word alone the place is the word's. */
  #place(x, y) {
    const said = {
      valence: x === undefined ? "" : (2 * x - 1).toFixed(2),
      arousal: y === undefined ? "" : (1 - 2 * y).toFixed(2),
    }
    for (const name of ["valence", "arousal"]) this.querySelector(`[data-pad=${name}]`).value = said[name]
    this.here.hidden = x === undefined
    if (x === undefined) return
    this.here.style.setProperty("--x", `${100 * x}%`)
    this.here.style.setProperty("--y", `${100 * y}%`)
  }

  #say(strength) {
    const output = this.querySelector(".mood__strength")
    output.hidden = false
    output.textContent = output.dataset.words.replace("#", strength.value)
  }

  #fresh(strength) {
    this.#place()
    this.#say(strength)
  }
}

customElements.define("mood-pad", MoodPad)
