// Where a session is, kept on this device from second to second: a reload goes on there, and what the network could not
// take is still known. Its end goes through the outbox, and arrives once.

const PREFIX = "practice.session."
const STILL = 60_000 // ms: whoever is back so soon only reloaded the page
const FORGOTTEN = 30 * 24 * 60 * 60 * 1000

export class Keeping {
  #key
  #page

  /** @param {string} id  @param {{progress: string, completion: string, title: string}} page  where the page posts, and what it plays */
  constructor(id, page) {
    this.#key = PREFIX + id
    this.#page = { ...page, id }
    forgetOld()
  }

  /** { at, played, playing, ended } as it was left; `fresh` when that was just now, `isHere` when it was in this tab. */
  read() {
    const kept = parsed(localStorage.getItem(this.#key))
    const isHere = sessionStorage.getItem(this.#key) !== null
    return kept && { ...kept, isHere, fresh: Date.now() - kept.saved < STILL }
  }

  write({ seconds: at, ...state }) {
    try {
      sessionStorage.setItem(this.#key, "")
      localStorage.setItem(this.#key, JSON.stringify({ at, ...state, saved: Date.now() }))
    } catch {
      // A device that keeps nothing still plays; the server knows within ten seconds.
    }
  }

  forget() {
    localStorage.removeItem(this.#key)
  }

  /** So far, where no socket says it. */
  progress(seconds, played) {
    return this.#post(this.#page.progress, { seconds, played }, "progress", "quiet")
  }

  /** Quietly: how it was is asked next, and that answer takes this one's place. */
  complete(ended, played) {
    return this.#post(this.#page.completion, { ended_at: ended, played }, "completion", "quiet")
  }

  /** Only the newest of its progress waits, only the newest of its ends. */
  async #post(path, fields, what, kind) {
    const { post } = await import("../outbox.js")
    return post(path, fields, { kind, slot: `${what}-${this.#page.id}`, said: this.#page.title }).catch(() => ({
      state: "kept",
    }))
  }
}

function forgetOld() {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue
    const kept = parsed(localStorage.getItem(key))
    if (!kept || Date.now() - kept.saved > FORGOTTEN) localStorage.removeItem(key)
  }
}

function parsed(words) {
  try {
    return JSON.parse(words) ?? undefined
  } catch {
    return undefined
  }
}
