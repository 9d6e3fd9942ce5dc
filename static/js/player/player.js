// <practice-player>: plays the session that stands on its page. It reads the steps from the list that is there for everyone,
// and leads the clock, the circle, words, sound, voice and the other devices from one place to the next.
// The page alone is enough: without a network it goes on, and what happened is sent on return.

import { hum } from "./awake.js"
import { Devices } from "./devices.js"
import { furnish } from "./furnish.js"
import { keys } from "./keys.js"
import { emptyPocket } from "./pocket.js"
import { stepAt, swellOf } from "./score.js"

const REPORT = 10 // seconds between two words to the other devices
const WITHOUT_SOCKET = 30
const SILENT = 25_000 // ms after which a device that is followed is believed to be gone
const AHEAD = 15 // seconds that another device must be further than this one kept, to be believed

class PracticePlayer extends HTMLElement {
  #state = "ready" // ready, playing, paused, following, over
  #step = -1
  #timer
  #reported = -Infinity
  #heardAt = 0
  #ends = []

  connectedCallback() {
    furnish(this, (name) => this.#chosen(name))
    this.#ends.push(keys(this.#acts, () => this.choices.keys && this.#state !== "over"))
    this.#listen(window, "pagehide", () => this.#hide())
    this.#listen(window, "pageshow", ({ persisted }) => persisted && this.#arrive())
    for (const touch of ["pointerdown", "keydown"])
      this.#listen(document, touch, () => this.#state === "playing" && this.sound.begin())
    this.#listen(document, "visibilitychange", () => !document.hidden && this.#turn())
    this.#arrive()
    this.devices = new Devices(this.dataset.session, { heard: (said) => this.#hear(said), where: this.#where })
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    for (const end of this.#ends) end()
    this.devices?.end()
    this.awake.end()
    this.voice.hush()
    this.sound.context?.close()
  }

  #acts = {
    toggle: () => this.toggle(),
    leap: (way) => this.leap(way),
    leave: () => this.leave(),
    mute: () => (this.choices.muted = !this.choices.muted),
    tell: () => this.controls.tell(),
  }

  toggle() {
    if (this.#state === "playing") this.pause()
    else if (this.#state !== "over") this.play()
  }

  play() {
    this.begin()
    this.sound.begin()
    this.clock.start()
    this.awake.keep()
    this.#become("playing")
    this.#enter({ anew: true })
    this.#report()
  }

  pause() {
    this.#stop()
    this.#become("paused")
    this.#report()
  }

  /** To the step before or after; a breath leads to the breath beside it, not to its half. */
  leap(way) {
    if (this.#state === "over") return
    let index = this.#step < 0 ? 0 : this.#step
    do index += way
    while (this.steps[index] && this.steps[index].round >= 0 && this.steps[index].kind !== "in")
    if (this.steps[index] || way < 0) this.seek(this.steps[Math.max(0, index)].from)
  }

  seek(seconds) {
    this.clock.seek(seconds)
    this.voice.hush()
    this.#enter({ anew: true })
    this.#keep()
    this.#report()
  }

  /** Nobody loses their way by a key: who is in the middle of it is asked. */
  leave(event) {
    if (this.#state === "over" || (this.clock.position < 1 && this.#state === "ready"))
      return event ? undefined : this.controls.goBack()
    event?.preventDefault()
    if (this.#state === "playing") this.pause()
    this.controls.askToLeave()
  }

  /** Where this device left it, or where another has brought it since. */
  #arrive() {
    const kept = this.keeping.read()
    const served = Number(this.dataset.at)
    const at = kept && served < kept.at + AHEAD ? kept.at : served
    this.clock.seek(Math.min(at, this.length))
    this.clock.played = Math.max(kept?.played ?? 0, Number(this.dataset.played ?? 0))
    if (kept?.ended) return this.#finish(kept.ended, kept.played)
    this.#become("ready")
    this.#enter({ quietly: true })
    if (kept?.playing && kept.fresh && kept.isHere) this.play()
  }

  #hide() {
    if (this.#state !== "playing") return
    this.#keep()
    this.devices?.report({ ...this.#here, playing: false })
    this.#stop()
  }

  #stop() {
    this.clock.stop()
    clearTimeout(this.#timer)
    this.stage.pause()
    this.sound.still()
    this.voice.hush()
    this.awake.release()
  }

  /** What is due now, and when to look again: at the next step or the next second, whichever is first. */
  #turn() {
    clearTimeout(this.#timer)
    if (!this.clock.runs) return
    const position = this.clock.position
    if (position >= this.length) return this.#end()
    if (stepAt(this.steps, position) !== this.#step) this.#enter()
    else this.#show(position)
    if (this.#state === "playing") this.#tell(position)
    else if (Date.now() - this.#heardAt > SILENT) return this.pause()
    const { from, seconds } = this.steps[this.#step]
    const wait = Math.min(from + seconds - position, 1 - (position % 1), this.stage.isBar ? 0.2 : 1)
    this.#timer = setTimeout(() => this.#turn(), Math.max(10, wait * 1000))
  }

  #show(position) {
    this.stage.fill(position - this.steps[this.#step].from)
    this.controls.show(position, this.length, this.#step)
  }

  #enter({ anew = false, quietly = false } = {}) {
    const position = this.clock.position
    this.#step = stepAt(this.steps, position)
    const step = this.steps[this.#step]
    const into = Math.max(0, position - step.from)
    const swell = swellOf(this.steps, this.#step)
    if (!quietly || position > 0) this.stage.show(step, swell, into, this.clock.runs)
    if (!quietly) this.#sound(step, swell, into, anew)
    this.#show(position)
    if (this.clock.runs) this.#turn()
  }

  #sound(step, swell, into, anew) {
    const follows = this.#state === "following"
    this.voice.say(step, { anew, follows })
    if (follows || !this.clock.runs) return
    this.sound.swell(swell, step.seconds - into)
    if (step.kind === "bell" && into < 1) this.sound.ring()
    if (this.choices.vibration) hum(step.kind)
  }

  #tell(position) {
    this.#keep()
    const pause = this.devices?.isConnected ? REPORT : WITHOUT_SOCKET
    if (Math.abs(position - this.#reported) >= pause) this.#report()
  }

  async #report() {
    const here = this.#here
    this.#reported = here.seconds
    if (this.#state === "ready" || this.#state === "over") return
    if (!this.devices || (await this.devices.report(here))) return
    if (here.seconds >= 1) this.keeping.progress(Math.floor(here.seconds), Math.round(here.played))
  }

  #keep() {
    this.keeping.write(this.#here)
  }

  get #here() {
    return { seconds: this.clock.position, played: this.clock.played, playing: this.#state === "playing" }
  }

  #where = () => (this.#state === "playing" ? this.#here : undefined)

  /** Another device has it. Who led here until now goes along from now on. */
  #hear({ state = "started", seconds, played = this.clock.played, playing, device }) {
    if (this.#state === "over") return
    if (state !== "started") return location.reload()
    if (!device || (!playing && this.#state === "playing")) return
    this.#heardAt = Date.now()
    const was = this.#state
    if (was === "playing") this.#stop()
    if (!playing) {
      this.#stop()
      this.clock.follow(seconds, played)
      this.#become(was === "ready" ? "ready" : "paused")
      return this.#enter({ quietly: true })
    }
    this.clock.follow(seconds, played)
    this.clock.start()
    this.#become("following")
    this.#enter({ anew: was !== "following" })
  }

  #end() {
    if (this.#state === "following") return this.pause()
    this.sound.ring()
    const [ended, played] = [new Date().toISOString(), Math.round(this.clock.played)]
    this.keeping.write({ seconds: this.length, played, playing: false, ended })
    this.keeping.complete(ended, played)
    emptyPocket(this)
    this.#finish(ended, played)
  }

  #finish(ended, played) {
    this.#stop()
    this.clock.seek(this.length)
    this.#become("over")
    this.controls.finish(ended, played)
  }

  #become(state) {
    this.#state = state
    this.controls.become(state, this.clock.position)
  }

  #chosen(name) {
    if (!this.sound) return
    this.sound.follow()
    if (!this.choices.voice || this.choices.muted) this.voice.hush()
    if (name === "muted") this.controls.muted(this.choices.muted)
  }

  #listen(target, event, act) {
    target.addEventListener(event, act)
    this.#ends.push(() => target.removeEventListener(event, act))
  }
}

customElements.define("practice-player", PracticePlayer)
