// The device itself: its screen stays awake while something plays, and it hums a little with the breath when that is wished.

const HUMS = { in: [40], sip: [25], hold: [15, 60, 15], out: [90], bell: [160], tense: [60], release: [30, 80, 30] }

export class Awake {
  #lock
  #wanted = false

  constructor() {
    document.addEventListener("visibilitychange", this.#again)
  }

  keep() {
    this.#wanted = true
    this.#again()
  }

  release() {
    this.#wanted = false
    this.#lock?.release().catch(() => {})
    this.#lock = undefined
  }

  end() {
    this.release()
    document.removeEventListener("visibilitychange", this.#again)
  }

  /** A lock is lost when the page is hidden, and refused when the battery is low: then the screen sleeps, and we go on. */
  #again = async () => {
    if (!this.#wanted || document.hidden || (this.#lock && !this.#lock.released)) return
    this.#lock = await navigator.wakeLock?.request("screen").catch(() => undefined)
    if (!this.#wanted) this.release()
  }
}

export const canHum = () => "vibrate" in navigator && matchMedia("(pointer: coarse)").matches

export function hum(kind) {
  if (HUMS[kind]) navigator.vibrate?.(HUMS[kind])
}
