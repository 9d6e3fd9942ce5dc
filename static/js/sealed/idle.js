// Calls back once nobody has touched the page for a while, also when the tab slept meanwhile.

const TOUCHES = ["pointerdown", "keydown", "scroll", "input"]
const LOOKS = 5000 // ms

export function whenIdle(minutes, act) {
  let touched = Date.now()
  const touch = () => (touched = Date.now())
  const look = () => Date.now() - touched > minutes * 60_000 && act()
  const timer = setInterval(look, LOOKS)
  for (const name of TOUCHES) document.addEventListener(name, touch, { passive: true, capture: true })
  document.addEventListener("visibilitychange", look)
  return () => {
    clearInterval(timer)
    for (const name of TOUCHES) document.removeEventListener(name, touch, { capture: true })
    document.removeEventListener("visibilitychange", look)
  }
}
