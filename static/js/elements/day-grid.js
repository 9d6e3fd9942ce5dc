// <day-grid>: a month as a table; arrow keys go from one marked day to the next, up and down to the nearest of another week.

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }

class DayGrid extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", this.#go)
  }

  #go = (event) => {
    const step = STEPS[event.key]
    const cell = event.target.closest("td")
    if (!step || !cell || event.ctrlKey || event.metaKey || event.altKey) return
    const next = step[0] ? this.#week(cell, step[0]) : this.#day(cell, step[1] * (this.matches(":dir(rtl)") ? -1 : 1))
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  #day(cell, way) {
    const days = [...this.querySelectorAll("td a")]
    return days[days.indexOf(cell.querySelector("a")) + way]
  }

  #week(cell, way) {
    for (let row = this.#beside(cell.parentElement, way); row; row = this.#beside(row, way)) {
      const days = [...row.querySelectorAll("td a")]
      const far = (day) => Math.abs(day.closest("td").cellIndex - cell.cellIndex)
      if (days.length) return days.sort((one, other) => far(one) - far(other))[0]
    }
  }

  #beside = (row, way) => (way > 0 ? row.nextElementSibling : row.previousElementSibling)
}

customElements.define("day-grid", DayGrid)
