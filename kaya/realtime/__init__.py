"""Telling open pages that something they show has changed: topics, who may listen, nudges."""

from kaya.realtime.nudges import connect_anew, deliver, hang_up, touch, version_in, version_of, whisper
from kaya.realtime.topics import personal_topic, topic

__all__ = [
    "connect_anew",
    "deliver",
    "hang_up",
    "personal_topic",
    "topic",
    "touch",
    "version_in",
    "version_of",
    "whisper",
]
