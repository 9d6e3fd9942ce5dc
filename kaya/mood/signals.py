"""The facts that mood announces: each with `entry` and `actor`, but for the last, with `sheet` and `actor`."""

from blinker import NamedSignal, signal

mood_said: NamedSignal = signal("mood.said")
mood_mended: NamedSignal = signal("mood.mended")
mood_let_go: NamedSignal = signal("mood.let-go")
mood_taken_back: NamedSignal = signal("mood.taken-back")
questionnaire_filled: NamedSignal = signal("mood.questionnaire-filled")
