// <breath-circle class="breath" in="4" hold="2" out="6" rest="0">: leads a breath, phase by phase, in seconds. It sets the
// word, lets the stylesheet move the circle, fills the bar for those who want no motion, and speaks only when `spoken`.

const PHASES = ["in", "hold", "out", "rest"]

class BreathCircle extends HTMLElement {
  static observedAttributes = ["paused"]
  #phase = -1
  #timer

  connectedCallback() {
    this.style.setProperty("--phase", "0s")
    this.dataset.phase = "rest"
    if (!this.hasAttribute("paused")) this.#timer = setTimeout(() => this.#next(), 400)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
  }

  attributeChangedCallback(_name, before, after) {
    if (!this.isConnected || (before === null) === (after === null)) return
    clearTimeout(this.#timer)
    this.#phase = -1
    if (after === null) this.#next()
    else this.dataset.phase = "rest"
  }

  #next() {
    if (!PHASES.some((name) => this.#lasting(name))) return
    do this.#phase = (this.#phase + 1) % PHASES.length
    while (!this.#lasting(PHASES[this.#phase]))
    this.#lead(PHASES[this.#phase])
  }

  #lead(name) {
    const seconds = this.#lasting(name)
    const word = this.querySelector(".breath__word")
    this.style.setProperty("--phase", `${seconds}s`)
    this.dataset.phase = name
    word.setAttribute("aria-live", this.hasAttribute("spoken") ? "assertive" : "off")
    word.textContent = this.getAttribute(`data-${name}`)
    this.dispatchEvent(new CustomEvent("breath:phase", { bubbles: true, detail: { name, seconds } }))
    this.#fill(name, performance.now(), seconds)
  }

  /** The bar empties as the breath leaves; four times a second is enough for it. */
  #fill(name, began, seconds) {
    const done = Math.min(1, (performance.now() - began) / 1000 / seconds)
    const bar = this.querySelector("progress")
    if (bar) bar.value = { in: done, hold: 1, out: 1 - done, rest: 0 }[name]
    const wait = Math.min(250, (1 - done) * seconds * 1000)
    this.#timer = setTimeout(() => (done < 1 ? this.#fill(name, began, seconds) : this.#next()), wait)
  }

  #lasting(name) {
    return Number(this.getAttribute(name) ?? 0)
  }
}

customElements.define("breath-circle", BreathCircle)
