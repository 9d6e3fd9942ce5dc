"""What was written for a hard hour, or for pain: it is suggested to whom it is for, and to nobody else."""

from kaya.practice.script import Need

HARD = frozenset({Need.LOW, Need.KINDNESS})
UNREST = frozenset({Need.GROUNDING})

# For a state that somebody is in: it comes when what they said of how they are asks for one of these before all else.
FOR_A_STATE: dict[str, frozenset[Need]] = {
    "until-the-wave-has-passed": UNREST,
    "five-four-three-two-one": UNREST,
    "weight-to-the-ground": UNREST,
    "a-map-of-the-room": UNREST,
    "a-chair-for-who-is-missing": HARD,
    "a-kind-word-on-a-hard-day": HARD,
    "for-someone-who-is-ill": HARD,
    "tea-with-what-is-here": HARD,
    "four-in-the-morning": frozenset({Need.SLEEP}),
}

# For what stays: whoever comes back to it may be offered it on any day.
FOR_PAIN = frozenset({"the-weather-of-pain", "where-it-does-not-hurt"})


def is_apt(slug: str, first: Need | None, is_usual: bool) -> bool:
    """`first`: what is needed before all else, where anything is; `is_usual`: do they come back to it?"""
    if slug in FOR_PAIN:
        return is_usual or first == Need.PAIN
    return slug not in FOR_A_STATE or first in FOR_A_STATE[slug]
