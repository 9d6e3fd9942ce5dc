"""Everyone may listen to their own notifications."""

from kaya.realtime import personal_topic

personal_topic("notifications")
