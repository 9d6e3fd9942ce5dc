"""The words of the journal for people: what a prompt is good for, and when."""

from enum import StrEnum
from typing import Any

from kaya.words import say


class Need(StrEnum):
    CALM = "calm"
    SLEEP = "sleep"
    HEAVY = "heavy"
    WORRY = "worry"
    ANGER = "anger"
    GRIEF = "grief"
    BODY = "body"
    OTHERS = "others"
    SELF = "self"
    WORK = "work"
    JOY = "joy"
    CHANGE = "change"


class Time(StrEnum):
    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


NEEDS: dict[Need, Any] = {
    Need.CALM: say("Calm"),
    Need.SLEEP: say("Before sleep"),
    Need.HEAVY: say("A heavy day"),
    Need.WORRY: say("Worry"),
    Need.ANGER: say("Anger"),
    Need.GRIEF: say("Loss"),
    Need.BODY: say("The body"),
    Need.OTHERS: say("Other people"),
    Need.SELF: say("Being kind to oneself"),
    Need.WORK: say("Work"),
    Need.JOY: say("What is good"),
    Need.CHANGE: say("What is changing"),
}

TIMES: dict[Time, Any] = {
    Time.MORNING: say("Morning"),
    Time.DAY: say("Day"),
    Time.EVENING: say("Evening"),
    Time.NIGHT: say("Night"),
}
