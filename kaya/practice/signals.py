"""The facts that practice announces."""

from blinker import NamedSignal, signal

session_begun: NamedSignal = signal("practice.session-begun")
session_progressed: NamedSignal = signal("practice.session-progressed")
"""`session`, `actor`; `is_start`: it plays, and did not a moment ago."""
session_completed: NamedSignal = signal("practice.session-completed")
session_abandoned: NamedSignal = signal("practice.session-abandoned")

practice_made: NamedSignal = signal("practice.practice-made")
practice_changed: NamedSignal = signal("practice.practice-changed")
practice_removed: NamedSignal = signal("practice.practice-removed")

program_joined: NamedSignal = signal("practice.program-joined")
program_day_done: NamedSignal = signal("practice.program-day-done")
program_day_undone: NamedSignal = signal("practice.program-day-undone")
program_finished: NamedSignal = signal("practice.program-finished")
program_paused: NamedSignal = signal("practice.program-paused")
program_resumed: NamedSignal = signal("practice.program-resumed")
program_left: NamedSignal = signal("practice.program-left")
