// What someone likes when they practise: kept on this device, and shown by the controls that carry data-choice.

const KEY = "practice.choices"
const USUAL = {
  sound: "none",
  muted: false,
  volume: 0.6,
  bell: true,
  voice: false,
  everyBreath: false,
  vibration: false,
  keys: true,
}

/** @param {Element} root  @param {() => void} changed  @returns an object with the choices, read anew at each look */
export function choices(root, changed) {
  const liked = { ...USUAL, ...read() }
  const set = (name, value) => {
    liked[name] = value
    write(liked)
    show(root, liked)
    changed(name)
  }
  root.addEventListener("input", ({ target }) => {
    const name = target.dataset.choice
    if (name) set(name, chosenIn(target))
  })
  show(root, liked)
  return new Proxy(liked, { set: (_, name, value) => set(name, value) ?? true })
}

function show(root, liked) {
  for (const control of root.querySelectorAll("[data-choice]")) {
    const value = liked[control.dataset.choice]
    if (control.type === "checkbox") control.checked = value
    else if (control.type === "radio") control.checked = control.value === value
    else control.value = value
  }
}

function chosenIn(control) {
  if (control.type === "checkbox") return control.checked
  return control.type === "range" ? Number(control.value) : control.value
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {}
  } catch {
    return {}
  }
}

function write(liked) {
  try {
    localStorage.setItem(KEY, JSON.stringify(liked))
  } catch {
    // A device that keeps nothing still plays.
  }
}
