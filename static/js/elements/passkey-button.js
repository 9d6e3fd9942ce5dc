// <passkey-button options="/login/passkey/options">: its form goes with what the browser's passkey answers to what is asked
// there. `make`: a new passkey. `offer`: the browser also offers those it knows where one types one's name.

const RENEWED = 240_000 // what is to be signed is good for five minutes
const SAID = { NotAllowedError: "nothing", InvalidStateError: "known" }
const { PublicKeyCredential: Passkey } = window

class PasskeyButton extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.form.hidden = !Passkey?.parseRequestOptionsFromJSON
    if (this.form.hidden) return this.say("cannot")
    this.form.addEventListener("submit", this.ask)
    if (this.hasAttribute("offer")) this.offer()
  }

  disconnectedCallback() {
    clearInterval(this.again)
    this.asking?.abort()
  }

  offer = async () => {
    if (!(await Passkey.isConditionalMediationAvailable?.())) return
    this.again ??= setInterval(() => document.hidden || this.offer(), RENEWED)
    this.answer({ mediation: "conditional" }).catch(() => {})
  }

  ask = (event) => {
    event.preventDefault()
    clearInterval(this.again)
    this.answer().catch(({ name }) => this.say(SAID[name] ?? "failed"))
  }

  async answer(how) {
    this.say()
    this.asking?.abort()
    this.asking = new AbortController()
    const asked = { ...how, signal: this.asking.signal }
    const options = await this.options(asked.signal)
    if (!options) return
    const credential = await (this.hasAttribute("make")
      ? navigator.credentials.create({ ...asked, publicKey: Passkey.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ ...asked, publicKey: Passkey.parseRequestOptionsFromJSON(options) }))
    this.form.elements.credential.value = JSON.stringify(credential)
    this.form.submit()
  }

  /** What is asked; nothing where one is led elsewhere first, such as to prove that it is still oneself. */
  async options(signal) {
    const body = new URLSearchParams({ csrf_token: this.form.elements.csrf_token.value, back: location.pathname })
    const answer = await fetch(this.getAttribute("options"), { method: "POST", body, signal })
    return answer.redirected ? location.assign(answer.url) : answer.json()
  }

  say(what) {
    this.querySelector("[role=status]").textContent = what ? this.getAttribute(what) : ""
  }
}

customElements.define("passkey-button", PasskeyButton)
