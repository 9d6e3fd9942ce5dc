"""Everyone may listen to their own mood."""

from kaya.realtime import personal_topic

personal_topic("mood")
