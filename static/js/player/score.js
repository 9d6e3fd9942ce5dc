// The steps of a session, read from the list that stands on its page for everyone: rounds become breaths again, and each
// step knows when it begins. So the page alone is enough to play it, without a network and without the server.

/** @typedef {{kind: string, seconds: number, from: number, text: string, cue: string, round: number, line: Element}} Step */

/** @param {Element} list  an <ol> of [data-kind]. @returns {Step[]} */
export function readScore(list) {
  const steps = []
  let from = 0
  const add = (step) => {
    steps.push({ text: "", cue: "", round: -1, ...step, from })
    from += step.seconds
  }
  for (const line of list.querySelectorAll("[data-kind]")) {
    if (line.dataset.phases) for (const step of breaths(line)) add(step)
    else add({ kind: line.dataset.kind, seconds: Number(line.dataset.seconds), text: wordsOf(line), line })
  }
  return steps
}

/** data-phases="in:4 hold:7 out:8" data-times="4", and [data-round] for the cues. */
function* breaths(line) {
  const phases = line.dataset.phases.split(" ").map((each) => each.split(":"))
  const cues = new Map(
    [...line.querySelectorAll("[data-round]")].map((cue) => [Number(cue.dataset.round), cue.textContent]),
  )
  for (let round = 0; round < Number(line.dataset.times); round++) {
    let cue = cues.get(round) ?? ""
    for (const [kind, seconds] of phases) {
      yield { kind, seconds: Number(seconds), cue, round, line }
      cue = ""
    }
  }
}

const wordsOf = (line) => line.querySelector("[data-words]")?.textContent.trim() ?? ""

/** The number of the step that goes on at `position` seconds; the last one's beyond the end. */
export function stepAt(steps, position) {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (steps[middle].from <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** How full the lungs are, from 0 to 1, when this step begins and when it ends. */
export function swellOf(steps, index) {
  const { kind } = steps[index]
  const next = steps[index + 1]?.kind
  if (kind === "in") return [0, next === "sip" ? 0.8 : 1]
  if (kind === "sip") return [0.8, 1]
  if (kind === "out") return [1, 0]
  if (kind === "tense") return [0.4, 0.1]
  if (kind === "release") return [0.1, 0.7]
  if (kind !== "hold") return [0.4, 0.4]
  const full = isFullBefore(steps, index)
  return [full, full]
}

const isFullBefore = (steps, index) => (["in", "sip"].includes(steps[index - 1]?.kind) ? 1 : 0)
export const isBreath = (kind) => ["in", "sip", "hold", "out"].includes(kind)
export const isLed = (kind) => isBreath(kind) || kind === "tense" || kind === "release"
