// <theme-switch>: radios named "theme" (light, dark, system). The choice is kept in a cookie, so that the server draws the
// next page in it and nothing flashes.

const YEAR = 365 * 24 * 60 * 60

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    const kept = document.documentElement.dataset.theme ?? "system"
    for (const radio of this.querySelectorAll("input")) radio.checked = radio.value === kept
    this.addEventListener("change", ({ target }) => choose(target.value))
  }
}

function choose(theme) {
  const own = theme === "light" || theme === "dark"
  document.cookie = `theme=${own ? theme : ""}; path=/; max-age=${own ? YEAR : 0}; samesite=lax`
  if (own) document.documentElement.dataset.theme = theme
  else delete document.documentElement.dataset.theme
}

customElements.define("theme-switch", ThemeSwitch)
