// <breathing-room data-room data-phases="in:5.5 out:5.5">: everyone in it is in the same breath, since a round begins whenever
// the server's seconds since 1970 are a multiple of its length. The page asks for the time in a few quick round trips, and
// every ten seconds again; that also says that someone is still here.

import { ask, connected, listen, subscribe } from "../socket.js"
import { Awake, hum } from "./awake.js"
import { choices } from "./choices.js"
import { swellOf } from "./score.js"
import { ServerTime } from "./server-time.js"
import { Sound } from "./sound.js"
import { Stage, wordsOf } from "./stage.js"
import { Voice } from "./voice.js"

const QUICK = 8 // round trips at first
const BETWEEN = 120 // ms between these
const PAUSE = 10_000 // ms between the later ones
const GONE = 25_000 // ms after which a process that says nothing counts nobody

class BreathingRoom extends HTMLElement {
  #time = new ServerTime()
  #counts = new Map()
  #rounds = 0
  #ends = []

  connectedCallback() {
    this.room = this.closest(".calm__room")
    this.phases = this.dataset.phases
      .split(" ")
      .map((each) => each.split(":"))
      .map(([kind, seconds]) => ({ kind, seconds: Number(seconds), text: "", cue: "" }))
    this.cycle = this.phases.reduce((sum, { seconds }) => sum + seconds, 0)
    this.words = wordsOf(this.querySelector("[data-word-in]"))
    this.choices = choices(this.room, () => this.sound?.follow())
    this.sound = new Sound(this.choices)
    this.stage = new Stage(this, this.words)
    this.voice = new Voice(
      { says: document.createElement("p"), phase: this.querySelector("[data-part=phase]") },
      this.words,
      this.choices,
    )
    this.awake = new Awake()
    this.awake.keep()
    const slug = this.dataset.room
    this.#ends.push(subscribe("breathing", slug, () => this.#arrive()))
    this.#ends.push(listen("breathing:here", (said) => said.room === slug && this.#count(said)))
    this.#listen(document, "visibilitychange", () => document.hidden || this.#arrive())
    this.#listen(document, "pointerdown", () => this.sound.begin())
    this.#listen(document, "keydown", () => this.sound.begin())
    this.#beat = setInterval(() => this.#ask(), PAUSE)
    this.#tell()
    this.#turn()
  }

  disconnectedCallback() {
    clearInterval(this.#beat)
    clearTimeout(this.#timer)
    for (const end of this.#ends) end()
    this.awake.end()
    this.voice.hush()
    this.sound.context?.close()
  }

  #beat
  #timer

  /** A connection is there, again perhaps: what was known of the time may be old. */
  async #arrive() {
    if (this.#arriving) return
    this.#arriving = true
    this.#time.forget()
    for (let i = 0; i < QUICK; i++) {
      await this.#ask()
      if (i === 2) this.#turn()
      await new Promise((over) => setTimeout(over, BETWEEN))
    }
    this.#arriving = false
    this.#turn()
  }
  #arriving = false

  async #ask() {
    const sent = performance.now()
    const answer = await ask("breathing:beat", { room: this.dataset.room })
    if (answer?.ok) {
      this.#time.add(sent, answer.at, performance.now())
      this.#count(answer)
    }
    this.#tell()
  }

  /** The phase that everyone is in, and when the next one begins. */
  #turn() {
    clearTimeout(this.#timer)
    const now = this.#time.now / 1000
    let into = now % this.cycle
    let index = 0
    while (into >= this.phases[index].seconds) into -= this.phases[index++].seconds
    const number = Math.floor(now / this.cycle) * this.phases.length + index
    if (number !== this.#number) this.#enter(index, into)
    this.#number = number
    this.stage.fill(into)
    const left = (this.phases[index].seconds - into) * 1000
    this.#timer = setTimeout(() => this.#turn(), Math.max(4, this.stage.isBar ? Math.min(200, left) : left))
  }
  #number

  #enter(index, into) {
    const step = { ...this.phases[index], round: this.#rounds }
    const around = [this.phases.at(index - 1), this.phases[index], this.phases[(index + 1) % this.phases.length]]
    const swell = swellOf(around, 1)
    this.stage.show(step, swell, into, true)
    this.voice.say(step)
    this.sound.swell(swell, step.seconds - into)
    if (this.choices.vibration) hum(step.kind)
    if (index === this.phases.length - 1) this.#rounds += 1
  }

  #count({ process, here }) {
    this.#counts.set(process, { here, at: performance.now() })
    this.#tell()
  }

  #tell() {
    const fresh = [...this.#counts.values()].filter(({ at }) => performance.now() - at < GONE)
    const here = fresh.reduce((sum, each) => sum + each.here, 0)
    const words = this.querySelector("[data-here-one]").dataset
    const said =
      connected() || here
        ? ([words.hereNone, words.hereOne][here] ?? words.hereMore.replace("%s", here))
        : words.hereAlone
    const part = this.room.querySelector("[data-part=here]")
    if (part.textContent !== said) part.textContent = said
  }

  #listen(target, event, act) {
    target.addEventListener(event, act)
    this.#ends.push(() => target.removeEventListener(event, act))
  }
}

customElements.define("breathing-room", BreathingRoom)
