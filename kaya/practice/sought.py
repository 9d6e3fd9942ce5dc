"""What people type when they look for a session: plain words beside those that it says itself."""

from kaya.practice.course import Course
from kaya.practice.script import Need, Script

FOR_NEED: dict[Need, str] = {
    Need.CALM: """anxiety anxious stress stressed worry worries worried worrying nervous nerves tense tension restless
        agitated overwhelmed afraid fear scared burnout relax relaxing relaxation unwind""",
    Need.SLEEP: """insomnia sleepless sleeplessness sleeping asleep awake cannot can't couldn't could not tired bed
        bedtime nightmare nightmares night jetlag""",
    Need.FOCUS: """concentrate concentration attention distracted distraction adhd study studying exam work
        procrastinate procrastination""",
    Need.ENERGY: "tired tiredness fatigue fatigued exhausted exhaustion weary sluggish sleepy waking",
    Need.PAIN: """pain pains painful ache aches aching hurt hurts hurting sore chronic headache headaches migraine
        backache arthritis cramps""",
    Need.KINDNESS: """compassion self-compassion shame ashamed guilt guilty lonely loneliness forgive forgiveness
        self-esteem self-criticism""",
    Need.GROUNDING: """panic panicking panicked attack anxiety anxious fear afraid scared overwhelmed dissociation
        dissociated flashback flashbacks trauma unreal dizzy""",
    Need.LOW: """depression depressed sad sadness low grief grieving mourning loss hopeless empty lonely crying numb
        unhappy""",
}

ANGER = "anger angry rage furious irritated irritable frustrated frustration"
HEADACHE = "headache headaches migraine jaw"

FOR_SESSION: dict[str, str] = {
    "until-the-wave-has-passed": "panic panicking panicked attack attacks heart racing",
    "the-long-sigh": ANGER,
    "the-longer-way-out": f"panic {ANGER}",
    "muscle-by-muscle": f"{ANGER} {HEADACHE}",
    "hands-shoulders-face": f"{ANGER} {HEADACHE}",
    "neck-and-shoulders": HEADACHE,
    "putting-the-day-down": ANGER,
    "ten-steps-and-back": ANGER,
    "round-the-block": ANGER,
    "a-chair-for-who-is-missing": "grief grieving mourning bereaved bereavement loss death died funeral widow widower",
    "worries-on-the-table": "worry worries rumination ruminating overthinking racing thoughts",
    "thoughts-going-by": "rumination ruminating overthinking racing",
    "four-in-the-morning": "awake insomnia racing",
}

SMALL_WORDS = """
    a an the and or but of for to in on at with by from about when while because so very really too
    i im ive me my mine myself you your it its is am are was be been being have has had do does not no
    feel feels feeling felt get getting got help helps need want something someone some much how what why
"""
SMALL = frozenset(SMALL_WORDS.split())


def beside(written: Script | Course) -> str:
    """What it is also found by: the words for what it is for before all else, and its own."""
    return f"{FOR_NEED[written.needs[0]]} {FOR_SESSION.get(written.slug, '')}"


def telling(words: str) -> str:
    """Without the small words of a sentence (“I feel anxious” is “anxious”); all of it, where it has no others."""
    kept = [word for word in words.replace("’", "'").split() if word.casefold().strip(".,;:!?\"'") not in SMALL]
    return " ".join(kept) or words
