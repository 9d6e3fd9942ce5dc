"""A member's own day: their open pages hear when it changes."""

from kaya.realtime.topics import personal_topic

personal_topic("today")
