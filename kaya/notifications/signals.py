"""The facts that notifications announce."""

from blinker import NamedSignal, signal

notifications_chosen: NamedSignal = signal("notifications.chosen")
