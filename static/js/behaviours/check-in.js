// The second tap of a check-in appears below the first: on a small screen it would be behind the bar.

document.addEventListener("change", ({ target }) =>
  target.closest(".check-in")?.querySelector(".check-in__then").scrollIntoView({ block: "nearest" }),
)
