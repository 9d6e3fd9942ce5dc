// One clock for a session, in seconds: the sound card's where sound is allowed, so that what is heard and seen keep together;
// else the page's own. Both may stop while a device sleeps: the clock on the wall says how long that was.
// It also sums how long the session really ran, up to its end: a pause and a leap add nothing, a sleep that it ran through does.

const SLEPT = 1.5 // seconds that the wall's clock may be ahead of ours before we believe that we slept

export class PlayerClock {
  #at = 0
  #anchor
  #audio
  #length
  #from = 0 // where it has run on from without a leap
  #ran = 0 // seconds, until then

  /** @param {() => AudioContext | undefined} audio  the one that sounds, once there is one  @param {number} length */
  constructor(audio, length) {
    this.#audio = audio
    this.#length = length
  }

  /** Seconds of the session that ran. */
  get played() {
    return Math.min(this.#length, this.#ran + this.#since(this.position))
  }

  set played(seconds) {
    this.#ran = seconds
    this.#from = this.position
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
    const to = Math.max(0, seconds)
    this.#ran = this.played
    this.#from = to
    this.#move(to, this.#anchor && this.#now())
  }

  /** To where another device is, that counts for itself. */
  follow(seconds, played) {
    this.seek(seconds)
    this.played = played
  }

  #since(position) {
    return Math.max(0, Math.min(position, this.#length) - this.#from)
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
