"""Everyone may listen to their own journal."""

from kaya.realtime import personal_topic

personal_topic("journal")
