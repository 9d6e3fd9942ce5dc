// <held-clock left="276" of="300" data-release="/holds/…">: counts down what is held, and says so at one minute and at the end.
// Words beside it say the same without script. Leaving the page gives the hold back in some seconds when data-release names
// where, unless one leaves through something marked data-keeps-hold; a page that is there again, as after a reload, keeps it.

const LEFT = "hold-left"

class HeldClock extends HTMLElement {
  static observedAttributes = ["left"]
  #ends
  #timer
  #keeps = false

  connectedCallback() {
    this.#begin()
    document.addEventListener("click", this.#note)
    document.addEventListener("submit", this.#note)
    window.addEventListener("pagehide", this.#leave)
    window.addEventListener("pageshow", this.#comeBack)
    this.#comeBack()
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
    window.removeEventListener("pagehide", this.#leave)
    window.removeEventListener("pageshow", this.#comeBack)
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

  #leave = () => {
    if (!this.dataset.release || this.#keeps || performance.now() >= this.#ends) return
    sessionStorage.setItem(LEFT, this.dataset.release)
    this.#tell("left")
  }

  #comeBack = () => {
    if (!this.dataset.release || sessionStorage.getItem(LEFT) !== this.dataset.release) return
    sessionStorage.removeItem(LEFT)
    this.#tell("back")
  }

  #tell(way) {
    const token = document.querySelector("meta[name=csrf-token]")?.content ?? ""
    navigator.sendBeacon(this.dataset.release, new URLSearchParams({ way, csrf_token: token }))
  }
}

customElements.define("held-clock", HeldClock)
