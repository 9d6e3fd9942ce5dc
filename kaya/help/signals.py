"""The facts that help announces."""

from blinker import NamedSignal, signal

helpline_changed: NamedSignal = signal("help.line_changed")
safety_plan_written: NamedSignal = signal("help.plan_written")
