// A page that one leaves while it glides in has its transition cut short, which is nobody's mistake.

const skipped = ({ reason }) =>
  ["AbortError", "InvalidStateError", "TimeoutError"].includes(reason?.name) && /transition/i.test(reason.message)

addEventListener("unhandledrejection", (event) => skipped(event) && event.preventDefault())
