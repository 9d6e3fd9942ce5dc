// Numbers that a stylesheet needs stand in data-knob-… attributes, since the policy allows no style attributes.
// utilities.css reads them itself where the browser knows typed attr(); elsewhere they are copied here.

import { everywhere } from "../content.js"

const KNOBS = "at up stem head from for x y size turn petal swatch minute plot-height plot-margin".split(" ")

if (!CSS.supports("inline-size: attr(data-knob-at type(*))")) {
  everywhere((root) => {
    for (const knob of KNOBS) {
      for (const element of root.querySelectorAll(`[data-knob-${knob}]`)) {
        element.style.setProperty(`--${knob}`, element.getAttribute(`data-knob-${knob}`))
      }
    }
  })
}
