"""The facts that the organisation announces."""

from blinker import NamedSignal, signal

organisation_changed: NamedSignal = signal("organisation.changed")
