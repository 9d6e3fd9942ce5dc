// <held-clock left="276" of="300" data-release="/holds/…">: counts down what is held, and says so at one minute and at the end.
// Words beside it say the same without script. Leaving the page gives the hold back when data-release names where, unless
// one leaves through something marked data-keeps-hold.

class HeldClock extends HTMLElement {
  static observedAttributes = ["left"]
  #ends
  #timer
  #keeps = false

  connectedCallback() {
    this.#begin()
    document.addEventListener("click", this.#note)
    document.addEventListener("submit", this.#note)
    window.addEventListener("pagehide", this.#release)
  }

  /** What is held can be held anew, or another time in its place: the server says how long, and the clock follows. */
  attributeChangedCallback() {
    if (this.isConnected) this.#begin()
  }

  #begin() {
    clearInterval(this.#timer)
    this.#ends = performance.now() + Number(this.getAttribute("left")) * 1000
    this.#timer = setInterval(() => this.#tick(), 1000)
    this.#tick()
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
    document.removeEventListener("click", this.#note)
    document.removeEventListener("submit", this.#note)
    window.removeEventListener("pagehide", this.#release)
  }

  #tick() {
    const left = Math.max(0, Math.round((this.#ends - performance.now()) / 1000))
    this.style.setProperty("--left", left / Number(this.getAttribute("of") || 300))
    this.querySelector(".held__digits").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`
    if (left === 60) this.#say(this.dataset.minute)
    if (left > 0) return
    clearInterval(this.#timer)
    this.#say(this.dataset.over)
    this.dispatchEvent(new CustomEvent("held:over", { bubbles: true }))
    this.closest("live-region")?.dispatchEvent(new CustomEvent("stale"))
  }

  #say(words) {
    const voice = this.querySelector("[aria-live]")
    if (voice && words) voice.textContent = words
  }

  #note = ({ target }) => {
    this.#keeps = Boolean(target.closest("[data-keeps-hold]"))
  }

  #release = () => {
    const url = this.dataset.release
    if (!url || this.#keeps || performance.now() >= this.#ends) return
    const token = document.querySelector("meta[name=csrf-token]")?.content ?? ""
    navigator.sendBeacon(url, new URLSearchParams({ csrf_token: token }))
  }
}

customElements.define("held-clock", HeldClock)
