"""What a day may hold: activities that are offered, beside whatever else someone calls theirs."""

from typing import Any

from kaya.words import say

ACTIVITIES: dict[str, Any] = {
    "walking": say("Walking"),
    "exercise": say("Exercise"),
    "outdoors": say("Outdoors"),
    "work": say("Work"),
    "study": say("Study"),
    "family": say("Family"),
    "friends": say("Friends"),
    "time alone": say("Time alone"),
    "housework": say("Housework"),
    "cooking": say("Cooking"),
    "reading": say("Reading"),
    "music": say("Music"),
    "making things": say("Making things"),
    "screens": say("Screens"),
    "travel": say("Travel"),
    "rest": say("Rest"),
}


def activity_label(name: str) -> Any:
    return ACTIVITIES.get(name, name)
