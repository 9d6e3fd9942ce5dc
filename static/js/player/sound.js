// What is heard, made on the spot: noise through filters is rain, sea or wind, a few sines that fade are a bell. The sea
// comes and goes with the breath, so that one can follow with closed eyes.

import { bell, noise } from "./noise.js"

const BEDS = {
  rain: { colour: "pink", type: "highpass", low: 900, high: 1400, gain: 0.3, depth: 0.12 },
  sea: { colour: "brown", type: "lowpass", low: 260, high: 1100, gain: 0.75, depth: 0.72 },
  wind: { colour: "pink", type: "bandpass", low: 240, high: 620, gain: 0.8, depth: 0.5 },
}
const FADE = 1.2 // seconds

export class Sound {
  #choices
  #context
  #bed
  #name = ""
  #sounds = false
  #master

  constructor(choices) {
    this.#choices = choices
  }

  get context() {
    return this.#context
  }

  /** After something was pressed; before that a browser lets nothing sound. */
  begin() {
    if (!globalThis.AudioContext || navigator.userActivation?.hasBeenActive === false) return
    if (this.#context?.state === "running" && this.#sounds) return
    this.#sounds = true
    this.#context ??= new AudioContext({ latencyHint: "playback" })
    this.#context.resume().catch(() => {})
    if (!this.#master) {
      this.#master = this.#context.createGain()
      this.#master.gain.value = 0
      this.#master.connect(this.#context.destination)
    }
    this.follow()
    this.#fade(this.#volume)
  }

  still() {
    this.#sounds = false
    if (this.#master) this.#fade(0)
  }

  /** The choice has changed: another bed, or none, or another volume. */
  follow() {
    if (!this.#context) return
    const { sound } = this.#choices
    if (sound !== this.#name) this.#lay(sound)
    if (this.#sounds) this.#fade(this.#volume)
  }

  /** From here on for `seconds` the lungs go from one fullness to another. */
  swell([from, to], seconds) {
    if (!this.#bed) return
    const { filter, level, bed } = this.#bed
    const now = this.#context.currentTime
    for (const [parameter, at] of [
      [filter.frequency, (full) => bed.low + (bed.high - bed.low) * full],
      [level.gain, (full) => bed.gain * (1 - bed.depth + bed.depth * full)],
    ]) {
      parameter.cancelScheduledValues(now)
      parameter.setTargetAtTime(at(from), now, 0.15)
      parameter.setTargetAtTime(at(to), now + 0.3, Math.max(0.1, seconds / 3))
    }
  }

  ring() {
    if (this.#context && this.#choices.bell && this.#volume > 0) bell(this.#context, this.#volume)
  }

  #lay(name) {
    this.#bed?.source.stop(this.#context.currentTime + FADE)
    this.#bed?.level.gain.setTargetAtTime(0, this.#context.currentTime, FADE / 4)
    this.#name = name
    const bed = BEDS[name]
    this.#bed = bed && this.#made(bed)
  }

  #made(bed) {
    const source = noise(this.#context, bed.colour)
    const filter = new BiquadFilterNode(this.#context, { type: bed.type, frequency: bed.low, Q: 0.7 })
    const level = new GainNode(this.#context, { gain: bed.gain * (1 - bed.depth / 2) })
    source.connect(filter).connect(level).connect(this.#master)
    source.start()
    return { source, filter, level, bed }
  }

  #fade(to) {
    this.#master.gain.cancelScheduledValues(this.#context.currentTime)
    this.#master.gain.setTargetAtTime(to, this.#context.currentTime, FADE / 4)
  }

  get #volume() {
    return this.#choices.muted ? 0 : this.#choices.volume
  }
}
