"""Telling open pages that something they show has changed: topics, who may listen, nudges."""

from kaya.realtime.nudges import deliver, touch, version_of
from kaya.realtime.topics import topic

__all__ = ["deliver", "topic", "touch", "version_of"]
