"""Walking as a practice: slowly indoors, outside, and home."""

from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

WALKING = PracticeKind.WALKING
MORNING, DAY, EVENING, NIGHT = TimeOfDay

TEN_STEPS = Script(
    "ten-steps-and-back",
    "Ten steps and back",
    "Slow walking indoors, on a stretch of floor: lifting, carrying, setting down.",
    WALKING,
    (Need.CALM, Need.FOCUS, Need.GROUNDING),
    (MORNING, DAY, EVENING),
    10,
    """
    Look for ten steps of free floor: a hall, a row between beds, a balcony. Barefoot, if it is warm enough. [8]
    You are not going anywhere, so it cannot take too long. [6]

    Stand at one end first. Weight on both feet, hands where they do not swing. [12] Now lift one heel, and
    before the foot follows, notice that you have already begun. [10]

    Lift. Carry. Set down. Let the weight come over before the other may leave. [30-60]

    ~ You will wobble at this speed. Wobbling is how a body finds its middle, a hundred times in a minute,
    without consulting you. [30-60]

    At the end, stop. Feel the stopping. [8] Turn round in small steps, as a ship does in a narrow harbour. [10]
    And back. [30-75]

    ~ Attend to the soles alone: heel, outer edge, ball, toes, and the cool place left behind. [30-75]

    ~ When you find you have been at the office for the last three steps, there is no need to go back and fetch
    them. This one. [30-75]

    ~ Let the breath and the steps be neighbours; they need not march together. [30-90]

    ~ Widen it: there is a room, with you moving through it like a lamp being carried. [30-90]

    Let the last crossing be the slowest. [30-120] Stand, as at the beginning. [10-60] The same boards, better
    known. [5]
    """,
    (Caution.WALKING,),
)

OUT_OF_DOORS = Script(
    "round-the-block",
    "Round the block",
    "A walk outside at your ordinary pace, with something to notice every minute or two.",
    WALKING,
    (Need.ENERGY, Need.LOW, Need.CALM),
    (MORNING, DAY),
    15,
    """
    Put on what the weather wants, and go out. Any direction. [20] Walk as you walk when you are neither late
    nor early; and look where you are going, always before you listen to me. [15-60]

    The first thing is air. What is it like on your face, compared with indoors? [30-75] Has it a smell: rain,
    bread, exhaust, cut grass? [25-60]

    Let your arms swing as far as they like. [20-60] And the gaze up: what is on the roofs, in the trees, hung
    out on lines? [40-90]

    ~ Listen behind you for a while, without turning. [30-90]

    ~ Find something that grows where nobody planted it. [40-90]

    ~ There are people, or there were: a bicycle chained up, a light in a stairwell. Wonder about one of them
    for the length of two lamp posts. [40-90]

    ~ Walk a little faster until the next corner, so that you hear yourself breathe. [25-60] And easy again.
    [20-60]

    ~ Which of your worries came along? Have it walk on the outside of the pavement for a bit, and look at the
    gardens yourself. [40-90]

    ~ Where is the light coming from just now? See what it does to an ordinary wall. [40-90]

    By now you may be on the way home. The way back is never the same; things have their other sides. [40-120]

    Before you open the door, stop on the step and take three breaths of out there, to keep. [12-40]
    """,
    (Caution.WALKING,),
)

WAY_HOME = Script(
    "the-way-home",
    "The way home",
    "For the walk, or the bus, from work: leaving what belongs there, and arriving before you arrive.",
    WALKING,
    (Need.CALM, Need.GROUNDING, Need.KINDNESS),
    (EVENING, DAY),
    8,
    """
    You have left. The door has fallen shut behind you, and you are on the way. [8] Mind the road; the rest of
    this is done on the side. [6]

    Think once through what you did today, from the start, in headlines. [20-50] Someone will go on with it
    tomorrow, and it may well be you. [10]

    What is still stuck to you? A sentence, a tone, a thing not said. [14] Choose a landmark ahead: a tree, a
    kiosk, a bridge. As far as there you may chew on it. [20-60] And there it stays, leaning against the tree.
    [10]

    ~ Feel your feet doing this, corner after corner, without being managed by anyone. [20-60]

    ~ Look at somebody else going home. See how they hold their head. How do you hold yours? [20-60]

    ~ Loosen your hand round the strap or the wheel of the bag. [12-40] And the other, which is holding nothing,
    but firmly. [12-40]

    Now think ahead to your door. Who or what is behind it? A cat, a noise, a silence, a smell of onions. [16]
    In what voice would you like to say the first word? [14-50]

    ~ One thing this evening that is only nice. Decide on it now, while nobody else is asking. [16-50]

    You are nearly there. Two slower breaths. [10-30] Keys. [4-20]
    """,
    (Caution.WALKING,),
)

SCRIPTS = (TEN_STEPS, OUT_OF_DOORS, WAY_HOME)
