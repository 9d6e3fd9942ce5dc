"""Everyone may listen to what becomes of their own data."""

from kaya.realtime import personal_topic

personal_topic("own-data")
