// What the sealed journal asks of the server: ciphertext goes both ways, and nothing else.

export class Room {
  constructor({ pages, keep, lock, drafts, token }) {
    Object.assign(this, { pages, keep, lock, drafts, token })
  }

  /** Every sealed page and draft, some at a time. */
  async all() {
    const found = { items: [], drafts: [], new_id: "" }
    let cursor = ""
    do {
      const some = await (await this.#ask(`${this.pages}${cursor && `?cursor=${encodeURIComponent(cursor)}`}`)).json()
      found.items.push(...some.items)
      found.drafts.push(...some.drafts)
      found.new_id = some.new_id
      cursor = some.next_cursor ?? ""
    } while (cursor)
    return found
  }

  /** @returns {Promise<{status: number, said?: any}>}  409 where another device was faster */
  async send(url, fields) {
    const body = new URLSearchParams({ csrf_token: this.token, ...fields })
    const answer = await fetch(url, { method: "POST", body })
    if (answer.redirected) throw new Error("signed out")
    return { status: answer.status, said: answer.ok && answer.status !== 204 ? await answer.json() : undefined }
  }

  async #ask(url) {
    const answer = await fetch(url, { headers: { Accept: "application/json" } })
    if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`)
    return answer
  }
}
