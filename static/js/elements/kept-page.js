// <kept-page>: stands where a page is read. What this tab has just sent to be kept is a page now, and no draft on this device.

import { remove } from "../writing/store.js"

const SENT = "kaya-kept"

class KeptPage extends HTMLElement {
  connectedCallback() {
    const sent = sessionStorage.getItem(SENT)
    sessionStorage.removeItem(SENT)
    if (sent) remove(sent)
  }
}

customElements.define("kept-page", KeptPage)
