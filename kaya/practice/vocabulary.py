"""The words of practice for people: kinds, needs, times of day, cautions, feelings."""

from collections.abc import Callable
from typing import Any

from kaya.practice.script import Caution, Need, PracticeKind, TimeOfDay
from kaya.words import say

KINDS: dict[PracticeKind, Any] = {
    PracticeKind.BREATHING: say("Breathing"),
    PracticeKind.MEDITATION: say("Sitting quietly"),
    PracticeKind.BODY_SCAN: say("Body scan"),
    PracticeKind.LOVING_KINDNESS: say("Kindness"),
    PracticeKind.RELAXATION: say("Letting muscles go"),
    PracticeKind.YOGA_NIDRA: say("Yoga nidra"),
    PracticeKind.GROUNDING: say("Grounding"),
    PracticeKind.WALKING: say("Walking"),
    PracticeKind.SLEEP_STORY: say("Sleep story"),
    PracticeKind.MOVEMENT: say("Gentle movement"),
    PracticeKind.GRATITUDE: say("Gratitude"),
    PracticeKind.FOCUS: say("Focus"),
}

NEEDS: dict[Need, Any] = {
    Need.CALM: say("Calm"),
    Need.SLEEP: say("Sleep"),
    Need.FOCUS: say("Focus"),
    Need.ENERGY: say("Energy"),
    Need.PAIN: say("Pain"),
    Need.KINDNESS: say("Kindness"),
    Need.GROUNDING: say("Ground under the feet"),
    Need.LOW: say("A heavy day"),
}

TIMES: dict[TimeOfDay, Any] = {
    TimeOfDay.MORNING: say("Morning"),
    TimeOfDay.DAY: say("Day"),
    TimeOfDay.EVENING: say("Evening"),
    TimeOfDay.NIGHT: say("Night"),
}

CAUTIONS: dict[Caution, Any] = {
    Caution.BREATH: say(
        "Stop if you feel dizzy, and breathe as you like. Never faster or deeper than is easy. In pregnancy, or with a "
        "disease of the heart or the lungs, ask whoever treats you first."
    ),
    Caution.HOLDS: say(
        "Holding the breath is always optional. Leave it out in pregnancy, or with a disease of the heart or the lungs."
    ),
    Caution.TENSING: say(
        "Skip whatever is injured, sore or newly operated on. Tense at half strength, never into pain."
    ),
    Caution.MOVING: say(
        "Move within what is easy today. Skip what is injured, hold on to something, stop if you are dizzy."
    ),
    Caution.EYES: say("Eyes open or closed, as you prefer. You may stop at any time; it still counts."),
    Caution.LYING: say("Not while driving, nor where you have to stay awake. Late in pregnancy lie on your side."),
    Caution.WALKING: say(
        "Keep your eyes open, and mind traffic, stairs and wet ground. A stick or a wheelchair comes along."
    ),
}

# From heavy to bright, as moods go from 1 to 5.
MOODS: dict[int, Any] = {1: say("Heavy"), 2: say("Tense"), 3: say("All right"), 4: say("Calm"), 5: say("Bright")}

# That it is for the middle of a day says nothing of any one.
FITTING: dict[TimeOfDay, Any] = {
    TimeOfDay.MORNING: say("It suits a morning."),
    TimeOfDay.EVENING: say("It suits an evening."),
    TimeOfDay.NIGHT: say("For when it is dark."),
}

# Why something is suggested to whoever said a word for how they are.
MADE_FOR: dict[Need, Callable[[Any], Any]] = {
    Need.CALM: lambda word: say("You said “%(word)s”: this one is for coming to rest.", word=word),
    Need.SLEEP: lambda word: say("You said “%(word)s”: this one is for falling asleep.", word=word),
    Need.FOCUS: lambda word: say("You said “%(word)s”: this one is for doing one thing.", word=word),
    Need.ENERGY: lambda word: say("You said “%(word)s”: this one is for waking up a little.", word=word),
    Need.PAIN: lambda word: say("You said “%(word)s”: this one is for days with pain.", word=word),
    Need.KINDNESS: lambda word: say("You said “%(word)s”: this one is for being kind to yourself.", word=word),
    Need.GROUNDING: lambda word: say("You said “%(word)s”: this one is for feeling the ground.", word=word),
    Need.LOW: lambda word: say("You said “%(word)s”: this one is for heavy days.", word=word),
}

# The whole minutes that the library can fill with a session of each kind, all between included.
LENGTHS: dict[PracticeKind, tuple[int, int]] = {
    PracticeKind.BREATHING: (1, 60),
    PracticeKind.MEDITATION: (2, 44),
    PracticeKind.BODY_SCAN: (2, 27),
    PracticeKind.LOVING_KINDNESS: (2, 21),
    PracticeKind.RELAXATION: (3, 29),
    PracticeKind.YOGA_NIDRA: (4, 48),
    PracticeKind.GROUNDING: (1, 23),
    PracticeKind.WALKING: (3, 48),
    PracticeKind.SLEEP_STORY: (5, 44),
    PracticeKind.MOVEMENT: (2, 27),
    PracticeKind.GRATITUDE: (2, 23),
    PracticeKind.FOCUS: (2, 60),
}
