// The member's other devices: this one says where it is while it plays, hears where another is, and asks when it arrives.
// Whoever began to play last leads; the others go along.

import { ask, connected, listen } from "../socket.js"

const EVENT = "session:progress"

export class Devices {
  #session
  #me = crypto.randomUUID().slice(0, 13)
  #ends = []
  #where

  /** @param {string} session  @param {{heard: (said: object) => void, where: () => object | undefined}} player
   *    `heard` gets what another device says; `where` is { seconds, played, playing } while this one leads. */
  constructor(session, { heard, where }) {
    this.#session = session
    this.#where = where
    this.#ends.push(listen(EVENT, (said) => said.session_id === session && this.#hear(said, heard)))
    this.#ends.push(listen("connect", () => this.#greet()))
    if (connected()) this.#greet()
  }

  get isConnected() {
    return connected()
  }

  /** Whether it was taken. */
  async report({ seconds, played, playing }) {
    const answer = await ask(EVENT, {
      session_id: this.#session,
      seconds: Math.floor(seconds),
      played: Math.round(played),
      playing,
      device: this.#me,
    })
    return Boolean(answer?.ok)
  }

  end() {
    for (const end of this.#ends) end()
  }

  /** At each connection: say where we are, or ask who plays. */
  #greet() {
    const here = this.#where()
    if (here) this.report(here)
    else ask(EVENT, { session_id: this.#session, device: this.#me })
  }

  #hear(said, heard) {
    if (said.asks) {
      const here = said.asks !== this.#me && this.#where()
      if (here) this.report(here)
    } else if (said.device !== this.#me) {
      heard(said)
    }
  }
}
