// The server's clock, as this page knows it: of several round trips the quickest say most about how far the clocks are
// apart, and the middle one of those is believed.

const SAMPLES = 24
const BEST = 5

export class ServerTime {
  #samples = []

  /** A round trip: sent and received by our clock, `at` by theirs; all in milliseconds. */
  add(sent, at, received) {
    this.#samples.push({ trip: received - sent, offset: at - (sent + received) / 2 })
    if (this.#samples.length > SAMPLES) this.#samples.shift()
  }

  /** After a sleep what was known may be wrong. */
  forget() {
    this.#samples = []
  }

  get isKnown() {
    return this.#samples.length > 0
  }

  /** Their milliseconds since 1970, now. Without any round trip, this device's own. */
  get now() {
    return this.isKnown ? performance.now() + this.#offset : Date.now()
  }

  get #offset() {
    const best = [...this.#samples].sort((a, b) => a.trip - b.trip).slice(0, BEST)
    return best.map(({ offset }) => offset).sort((a, b) => a - b)[Math.floor(best.length / 2)]
  }
}
