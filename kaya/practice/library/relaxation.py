"""Letting muscles go: by tensing them first, or by asking."""

from kaya.practice.library.sources import RELAXATION
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

RELAXING = PracticeKind.RELAXATION
MORNING, DAY, EVENING, NIGHT = TimeOfDay

MUSCLE_BY_MUSCLE = Script(
    "muscle-by-muscle",
    "Muscle by muscle",
    "Progressive muscle relaxation: tense one group for a few seconds, let it go for longer, and feel the difference.",
    RELAXING,
    (Need.CALM, Need.SLEEP, Need.PAIN),
    (DAY, EVENING),
    10,
    """
    Sit back or lie down, and undo whatever is tight. [5] One group of muscles after another will be tensed at
    half strength, never so that it hurts, and then let go. The letting go is the exercise. Leave out what is
    injured or sore, and keep your eyes open if you like. [5]

    Make fists of both hands. [tense 7 Fists] [release Hands open] Notice the warmth that runs back into them.
    [3]

    ~ Bend the arms, as if you were showing them to a grandchild. [tense 7 Upper arms] [release Arms down] They
    come to rest a little further out than before. [3]

    Draw the shoulders up towards the ears. [tense 7 Shoulders up] [release Shoulders down] And let them arrive
    twice: once now, and a second time a breath later. [3]

    ~ Wrinkle the forehead, as at a very long bill. [tense 6 Forehead] [release Forehead smooth] Somebody has
    paid it. [3]

    Screw up the eyes and nose, and press the lips together. [tense 6 The whole face] [release Face soft] Let
    the teeth stay a little apart. [3]

    ~ Press the tongue lightly against the palate. [tense 5 Tongue] [release Tongue down] Hardly anyone knows
    how hard that one works. [3]

    ~ Lean the head back a little, against the rest or the pillow, with very little force. [tense 5 Neck]
    [release Neck] Let the head be as heavy as it is: some five kilos. [3]

    Pull the shoulder blades together, as if to hold a letter between them. [tense 7 Between the shoulders]
    [release The letter falls] [3]

    ~ Make the belly firm, as before cold water. [tense 7 Belly] [release Belly soft] It may be round. [3]

    ~ Squeeze the seat together. [tense 7 Seat] [release Wide again] You may sink by a centimetre. [3]

    Push the heels gently into the ground, so that the thighs get hard. [tense 7 Thighs] [release Legs loose]
    [3]

    ~ Pull the toes towards you; go easy, calves like to cramp. [tense 5 Shins] [release Feet fall outward] [3]

    ~ Curl the toes under, as though you were picking up sand. [tense 5 Toes] [release Let the sand run out] [3]

    Go through yourself once more without tensing anything. If one place has taken itself tight again, it only
    wants to be asked twice. [15-60]

    Stay in this weight. [20-150] Before you get up, stretch as a cat does, and give the blood a moment to
    follow you. [8]
    """,
    (Caution.TENSING,),
    (RELAXATION,),
)

AT_THE_DESK = Script(
    "hands-shoulders-face",
    "Hands, shoulders, face",
    "The short form of muscle relaxation, sitting, in office clothes. Three groups, twice each.",
    RELAXING,
    (Need.CALM, Need.FOCUS, Need.PAIN),
    (DAY,),
    4,
    """
    Push your chair back by a hand. [3] We go only to the three places where work collects. Half strength is
    plenty, and a sore place is let off. [3]

    Fists, under the table if you like. [tense 6 Both fists] [release Fingers long] Again, with a little less.
    [tense 5 Fists, lightly] [release Let them hang]

    Shoulders: up, as if it rained down your collar. [tense 6 Up to the ears] [release Down] And once more, only
    the thought of it. [tense 5 Hardly at all] [release All the way down]

    ~ Face: squeeze everything towards the nose. Nobody is looking; and if they are, they could do with it too.
    [tense 6 To the middle] [release Wide and blank]

    ~ Spread it instead: eyebrows high, mouth in a silent O. [tense 5 Everything outward] [release Back to your
    own face]

    Look out of the window, or at what is furthest away. Let the eyes have their distance. [10-50] There. The
    same desk, with somebody softer behind it. [3-20]
    """,
    (Caution.TENSING,),
    (RELAXATION,),
)

HEAVY_AND_WARM = Script(
    "heavy-and-warm",
    "Heavy and warm",
    "No tensing at all: a few old sentences, slowly repeated, that let the limbs grow heavy. For going to sleep.",
    RELAXING,
    (Need.SLEEP, Need.CALM, Need.PAIN),
    (EVENING, NIGHT),
    9,
    """
    Lie as you like to fall asleep. [8] The sentences that come are not orders. Let them go over you as one
    hears talk from the next compartment. [8]

    My right arm is heavy. [14] Heavier than it was at the sink. [14] The right arm is quite heavy. [18]

    My left arm is heavy too. [14] It lies where it was put. [18]

    ~ Both arms are heavy, and it would be a nuisance to lift them. [20]

    My legs are heavy. [14] Long and heavy, like two boats drawn up on sand. [20]

    ~ There is warmth in the hands. [14] As after carrying a bowl of soup to someone. [20]

    ~ The warmth goes up the arms, slowly, at its own expense. [22]

    ~ My feet are warm, or will be. [16] A hot-water bottle is at the bottom of some bed, and it is this one.
    [22]

    My heart beats quietly and evenly. [16] It knows the way. [20]

    ~ My breath comes and goes like someone in slippers. [22]

    ~ My belly is warm, as if a cat had just got up from it. [22]

    My forehead is cool. [14] A little air from the window. [22]

    Heavy, warm, cool. There is nothing more to say. [30-180] The train goes on in the dark, and you need not
    watch for your stop. [20-240]
    """,
    (Caution.LYING,),
    (RELAXATION,),
)

SCRIPTS = (MUSCLE_BY_MUSCLE, AT_THE_DESK, HEAVY_AND_WARM)
