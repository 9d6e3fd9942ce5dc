// Buttons with `commandfor` and `command` open and close dialogs where the browser does not do so itself; and a click
// beside an open dialog closes it.

const native = "commandForElement" in HTMLButtonElement.prototype

document.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLDialogElement && target.hasAttribute("data-closes") && isBeside(target)) target.close()
  const button = native ? null : target.closest("button[commandfor]")
  const dialog = button && document.getElementById(button.getAttribute("commandfor"))
  if (!(dialog instanceof HTMLDialogElement)) return
  if (button.getAttribute("command") === "show-modal") dialog.showModal()
  if (button.getAttribute("command") === "close") dialog.close()
})

/** A dialog's backdrop is a part of it: only what lies outside its box is beside it. */
let last = { x: 0, y: 0 }
document.addEventListener("pointerdown", ({ clientX, clientY }) => (last = { x: clientX, y: clientY }))

function isBeside(dialog) {
  const box = dialog.getBoundingClientRect()
  return last.x < box.left || last.x > box.right || last.y < box.top || last.y > box.bottom
}
