// One clock for a session, in seconds: the sound card's where sound is allowed, so that what is heard and seen keep together;
// else the page's own. Both may stop while a device sleeps: the clock on the wall says how long that was.

const SLEPT = 1.5 // seconds that the wall's clock may be ahead of ours before we believe that we slept

export class PlayerClock {
  #at = 0
  #anchor
  #audio

  /** @param {() => AudioContext | undefined} audio  the one that sounds, once there is one */
  constructor(audio) {
    this.#audio = audio
  }

  get runs() {
    return Boolean(this.#anchor)
  }

  get position() {
    if (!this.#anchor) return this.#at
    const now = this.#now()
    const slept = now.wall - this.#anchor.wall
    const went = now.source === this.#anchor.source ? now.time - this.#anchor.time : slept
    if (now.source !== this.#anchor.source || slept - went > SLEPT) this.#move(this.#at + slept, now)
    return now === this.#anchor ? this.#at : this.#at + went
  }

  start() {
    this.#anchor ??= this.#now()
  }

  stop() {
    this.#at = this.position
    this.#anchor = undefined
  }

  seek(seconds) {
    this.#move(Math.max(0, seconds), this.#anchor && this.#now())
  }

  #move(at, anchor) {
    this.#at = at
    this.#anchor = anchor
  }

  #now() {
    const wall = Date.now() / 1000
    const audio = this.#audio()
    if (audio?.state === "running") return { source: audio, time: audio.currentTime, wall }
    return { source: performance, time: performance.now() / 1000, wall }
  }
}
