"""The facts that care announces."""

from blinker import NamedSignal, signal

appointment_booked: NamedSignal = signal("care.appointment-booked")
appointment_confirmed: NamedSignal = signal("care.appointment-confirmed")
appointment_rescheduled: NamedSignal = signal("care.appointment-rescheduled")
appointment_cancelled: NamedSignal = signal("care.appointment-cancelled")
appointment_restored: NamedSignal = signal("care.appointment-restored")
appointment_completed: NamedSignal = signal("care.appointment-completed")
appointment_missed: NamedSignal = signal("care.appointment-missed")
appointment_changed: NamedSignal = signal("care.appointment-changed")
appointment_noted: NamedSignal = signal("care.appointment-noted")

hold_placed: NamedSignal = signal("care.hold-placed")
hold_released: NamedSignal = signal("care.hold-released")
slots_changed: NamedSignal = signal("care.slots-changed")

practitioner_applied: NamedSignal = signal("care.practitioner-applied")
practitioner_verified: NamedSignal = signal("care.practitioner-verified")
practitioner_declined: NamedSignal = signal("care.practitioner-declined")
practitioner_changed: NamedSignal = signal("care.practitioner-changed")
papers_changed: NamedSignal = signal("care.papers-changed")
offering_changed: NamedSignal = signal("care.offering-changed")
category_changed: NamedSignal = signal("care.category-changed")
feed_opened: NamedSignal = signal("care.feed-opened")
feed_revoked: NamedSignal = signal("care.feed-revoked")
service_changed: NamedSignal = signal("care.service-changed")
availability_changed: NamedSignal = signal("care.availability-changed")
