// <copy-button from="#selector">: its button copies the text that stands there, and says so. Without script it is not shown.

class CopyButton extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button")
    this.addEventListener("click", this.copy)
  }

  copy = async () => {
    const lines = [...document.querySelectorAll(`${this.getAttribute("from")} code`)].map((code) => code.textContent)
    await navigator.clipboard.writeText(lines.join("\n"))
    this.button.lastChild.textContent = this.getAttribute("copied")
    this.button.focus()
  }
}

customElements.define("copy-button", CopyButton)
