// Noise in two colours, as loops without a seam, and a bell of sines.

const SECONDS = 9
const SEAM = 0.5 // seconds in which the loop's end fades into its beginning

/** A source that plays "pink" or "brown" noise without end. */
export function noise(context, colour) {
  const rate = context.sampleRate
  const long = coloured(colour, Math.round(rate * (SECONDS + SEAM)))
  const length = Math.round(rate * SECONDS)
  const buffer = context.createBuffer(1, length, rate)
  const samples = buffer.getChannelData(0)
  samples.set(long.subarray(0, length))
  for (let i = 0; i < long.length - length; i++) {
    const part = i / (long.length - length)
    samples[i] = long[i] * Math.sqrt(part) + long[length + i] * Math.sqrt(1 - part)
  }
  return new AudioBufferSourceNode(context, { buffer, loop: true })
}

function coloured(colour, length) {
  const samples = new Float32Array(length)
  const next = colour === "brown" ? brown() : pink()
  for (let i = 0; i < length; i++) samples[i] = next(Math.random() * 2 - 1)
  return samples
}

/** A leaking sum of white noise: 6 dB less in each octave. */
function brown() {
  let last = 0
  return (white) => {
    last = (last + 0.02 * white) / 1.02
    return last * 3.5
  }
}

/** Paul Kellet's filter: 3 dB less in each octave. */
function pink() {
  let [a, b, c] = [0, 0, 0]
  return (white) => {
    a = 0.99765 * a + white * 0.099046
    b = 0.963 * b + white * 0.2965164
    c = 0.57 * c + white * 1.0526913
    return (a + b + c + white * 0.1848) * 0.11
  }
}

// A struck bowl: partials as parts of the lowest, how loud, and how many seconds each rings.
const PARTIALS = [
  [1, 0.5, 5.5],
  [2.01, 0.22, 4],
  [2.74, 0.12, 3],
  [5.38, 0.05, 1.6],
]
const PITCH = 294

export function bell(context, volume) {
  const now = context.currentTime
  for (const [part, loudness, rings] of PARTIALS) {
    const sine = new OscillatorNode(context, { frequency: PITCH * part })
    const level = new GainNode(context, { gain: 0 })
    level.gain.setValueAtTime(0, now)
    level.gain.linearRampToValueAtTime(loudness * volume * 0.5, now + 0.012)
    level.gain.exponentialRampToValueAtTime(0.0001, now + rings)
    sine.connect(level).connect(context.destination)
    sine.start(now)
    sine.stop(now + rings)
  }
}
