// All that a player leads: put together once, from what stands on its page.

import { Awake, canHum } from "./awake.js"
import { choices } from "./choices.js"
import { PlayerClock } from "./clock.js"
import { Controls } from "./controls.js"
import { Keeping } from "./keeping.js"
import { emptyPocket, pocket } from "./pocket.js"
import { readScore } from "./score.js"
import { Sound } from "./sound.js"
import { Stage, wordsOf } from "./stage.js"
import { Voice } from "./voice.js"

/** @param {HTMLElement} player  @param {(name: string) => void} chosen  called when a choice has changed */
export function furnish(player, chosen) {
  player.room = player.closest(".calm__room")
  player.begin = "pocket" in player.dataset ? pocket(player) : () => {}
  player.steps = readScore(player.querySelector(".score__steps"))
  player.length = Number(player.dataset.length)
  player.words = wordsOf(player.querySelector("[data-word-in]"))
  player.choices = choices(player.room, chosen)
  player.sound = new Sound(player.choices)
  player.clock = new PlayerClock(() => player.sound.context, player.length)
  player.controls = new Controls(player.room, player.steps, player.words, {
    toggle: () => player.toggle(),
    seek: (seconds) => player.seek(seconds),
    leave: (event) => player.leave(event),
    end: () => emptyPocket(player),
  })
  player.controls.muted(player.choices.muted)
  player.controls.offer({ hum: canHum(), voice: "speechSynthesis" in globalThis })
  player.stage = new Stage(player, player.words)
  player.voice = new Voice(player.controls.parts, player.words, player.choices)
  player.awake = new Awake()
  player.keeping = new Keeping(player.dataset.session, player.dataset)
}
