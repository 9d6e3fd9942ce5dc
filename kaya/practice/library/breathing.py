"""Breathing with a count: the ways that are known, each in whole rounds."""

from kaya.practice.library.sources import SIGHING, SLOW_BREATH
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

BREATHING = PracticeKind.BREATHING
MORNING, DAY, EVENING, NIGHT = TimeOfDay

FOUR_SIDES = Script(
    "four-even-sides",
    "Four even sides",
    "Box breathing: in, hold, out, hold, four counts each. For a clear head before something that matters.",
    BREATHING,
    (Need.CALM, Need.FOCUS),
    (MORNING, DAY),
    5,
    """
    Sit so that your back can be long without effort. [4] We will draw a square with the breath: up one side,
    along the top, down, and along the bottom, four counts each. [3]

    ~4 If holding is not for you today, leave it out and simply let the breath rest at each corner. Nothing is
    lost by that. [4]

    [box 4-60: Up the first side. | Along the top, soft in the throat. | Let it down slowly. | The bottom edge
    is a rest, not a test. | Shoulders away from the ears. | Same size, each side. | If you lose the count,
    begin at any corner.]

    ~9 Let the square go for a moment and breathe in whatever shape comes. [20] Notice that nobody has to draw
    it for you. [12] And now pick the corners up again.

    ~9 [box 4-60: A smaller square is still a square. | Jaw loose. | Steady as a hand on a railing. | Almost
    home.]

    Let go of the counting. [8] You have a straight edge to lean on now; take it with you into the next thing.
    [6]
    """,
    (Caution.BREATH, Caution.HOLDS),
    (SIGHING,),
)

SEVEN_EIGHT = Script(
    "four-seven-eight",
    "Four, seven, eight",
    "In for four, hold for seven, out for eight: from four rounds to eight, and then quiet. For the edge of sleep.",
    BREATHING,
    (Need.SLEEP, Need.CALM),
    (EVENING, NIGHT),
    5,
    """
    Make yourself comfortable, lying down or leaning back. [5] You will breathe in through the nose for four,
    keep it for seven, and let it out through the mouth for eight, as if you were cooling soup. [3] Shorten
    every part if seven is long; the proportion matters more than the seconds.

    [4-7-8 4-8: In, quietly. | Lips soft, out with a small sound. | Keep it lightly, or do not keep it. | Slower
    than you think. | Let the last of it go. | The tongue can lie down. | There is no eighth prize. | One more,
    and then nothing.]

    That is enough of counting; more than eight of these would be work. [4-12] Breathe as you do when nobody
    looks. [8-14]

    ~4 There is nothing left on tonight’s list. [6-20] Whatever was not done is asleep already. [6-20]

    Stay here as long as you like. If sleep comes, you need not say goodbye. [8-20]
    """,
    (Caution.BREATH, Caution.HOLDS),
    (SLOW_BREATH,),
)

EVEN_BREATHING = Script(
    "even-breathing",
    "Even breathing",
    "In for five and a half, out for five and a half. The plainest way to slow down, at any hour.",
    BREATHING,
    (Need.CALM, Need.SLEEP, Need.PAIN),
    (MORNING, DAY, EVENING, NIGHT),
    6,
    """
    Find a way to sit or lie in which you could stay. [4] In and out will be equally long, a little longer than
    you are used to. [3]

    ~5 Do not fill up to the brim. Three quarters of a breath, slowly, is better than a big one. [4]

    [even-5.5 4-200: Through the nose, if that is easy. | Let your shoulders be heavy. | Nothing to reach for at
    the top. | Nothing to squeeze at the bottom. | The belly goes out and back like a tide in a harbour. | If it
    feels too slow, sigh once and come back. | Soft hands. | Your face can put down its day. | No one is marking
    this. | One breath, and then its brother. | Long and quiet.]

    Now let the pace go, and see what your breath does by itself. [10] It may have kept some of it. [6]
    """,
    (Caution.BREATH,),
    (SLOW_BREATH,),
)

SIX_A_MINUTE = Script(
    "six-a-minute",
    "Six breaths a minute",
    "Five in, five out, with a hand on the belly. Good as a first breathing practice.",
    BREATHING,
    (Need.CALM, Need.PAIN, Need.LOW),
    (MORNING, DAY, EVENING),
    5,
    """
    Put one hand on your belly, just under the ribs, and the other wherever it is happy. [5] Five counts up into
    that hand, five counts down from it: that makes six breaths a minute, and you need nothing else. [3]

    ~4 The lower hand does the moving today; the chest has a rest. If it is the other way round, wait. It learns
    by being watched kindly. [5]

    [even-5 4-220: The hand rises. | The hand sinks. | You do not have to push it. | Warm palm, slow tide. |
    When the mind leaves, the hand is still there. | Small and regular. | As if you were rocking something
    asleep. | Let the out-breath have its whole length. | Nobody is behind you.]

    ~12 Leave the hand where it is and stop counting. [20] Feel three breaths that are not made by you. [25]
    Good. Five and five again.

    ~12 [even-5 6-100: Back to the tide. | Let it be ordinary. | You know the way.]

    Thank your hand, if that does not sound too silly, and put it down. [8]
    """,
    (Caution.BREATH,),
    (SLOW_BREATH,),
)

LONG_SIGH = Script(
    "the-long-sigh",
    "The long sigh",
    "Cyclic sighing: a breath in, a sip more, and a long way out. Five minutes a day is what was studied.",
    BREATHING,
    (Need.CALM, Need.LOW, Need.ENERGY),
    (MORNING, DAY, EVENING),
    5,
    """
    You have done this all your life without a lesson: a breath in, a little more on top, and then the long
    sigh. [2] In through the nose, a sip of air after it, and everything out through the mouth, slowly. [2]

    [sigh 4-60: In through the nose. | The sip is small. | Out like a door that closes by itself. | Let the ribs
    come down. | Nobody minds the sound. | Out, longer than in. | The shoulders may fall with it. | Ordinary
    breaths in between, if you need them. | You are not late. | Let it run out to the end.]

    ~10 Rest from sighing for a little, and only listen to how you breathe. [25] Something may have loosened;
    something may not have. Both are fine. [10]

    ~10 [sigh 5-60: And in again. | A sip. | All the way out. | As if you put a bag down.]

    That was the last one. Sit a moment in the quiet behind it. [8]
    """,
    (Caution.BREATH,),
    (SIGHING,),
)

LONGER_WAY_OUT = Script(
    "the-longer-way-out",
    "The longer way out",
    "Four in, six out, while you sit with your feet on the ground. For nerves before an appointment.",
    BREATHING,
    (Need.CALM, Need.GROUNDING),
    (DAY, EVENING),
    4,
    """
    You may be waiting for something. You can wait and breathe at the same time. [3] In for four, out for six:
    the way out is the one to care about. [2]

    [long-out 4-150: Feet on the floor. | Out through soft lips, like blowing on a window. | The chair knows its
    work. | Let the tongue fall from the roof of the mouth. | In comes by itself. | Six slow steps down. | Look
    at one thing that does not move. | Whatever it is, it is not happening in this breath. | Unclench what you
    find clenched.]

    ~6 When they call your name, this breath comes with you. It fits through every door, and nobody sees it. [8]

    Two more breaths at your own speed. [10] And then on with the day, a little lower to the ground. [3]
    """,
    (Caution.BREATH,),
    (SLOW_BREATH,),
)

WAVE = Script(
    "until-the-wave-has-passed",
    "Until the wave has passed",
    "Short and steady company for a rush of fear: three in, six out, eyes open.",
    BREATHING,
    (Need.CALM, Need.GROUNDING),
    (MORNING, DAY, EVENING, NIGHT),
    3,
    """
    This is a wave, and waves have a far side. You do not need to stop it; we will float until it is over. [2]
    Keep your eyes open if you like. A small breath in, a slow one out.

    [slow-out 6-100: Small in. Slow out. | Your heart is loud; it is doing what hearts do. | You have come
    through every one of these. | Not deep. Slow. | Feel the ground push back. | It rises, it stands, it goes. |
    Let your hands hold each other. | You can be afraid and breathe. | Out, like air from a tyre. | The top may
    be behind you. | Nothing to do but this one.]

    ~ Look to the left, slowly, and to the right. Name the door. Name one colour. [8]

    Stay near the ground for a while: water, a seat, someone’s voice. [6] If it was new to you, or your chest
    hurts, let somebody know today, and do not wait if it is strong. [3]
    """,
    (Caution.BREATH, Caution.EYES),
)

FIRST_LIGHT = Script(
    "first-light",
    "First light",
    "Standing up, four in and four out, arms that rise and fall. To wake without being shaken.",
    BREATHING,
    (Need.ENERGY, Need.FOCUS, Need.LOW),
    (MORNING,),
    4,
    """
    Stand where there is some light, near a window if you have one; sitting works as well. [4] The arms rise a
    little with each breath in, palms up, and sink as you breathe out. Only as far as they like. [3]

    [even-4 4-120: Arms up, like curtains. | And down. | Let the light reach your face. | Knees soft. | In with
    the morning. | Out with the night. | The soles of your feet are awake already. | Yawn if one comes. | You
    need not want this day yet. | Only to stand in it.]

    ~6 Let the arms hang. Shake your hands as if they were wet. [8] Roll the shoulders back, twice. [8] Good.
    Once more with the breath.

    ~6 [even-4 4-60: Up. | A little lighter. | And down.]

    Drop your arms and stand still. [6] That was your first appointment today, and you kept it. [3]
    """,
    (Caution.BREATH, Caution.MOVING),
)

SCRIPTS = (FOUR_SIDES, SEVEN_EIGHT, EVEN_BREATHING, SIX_A_MINUTE, LONG_SIGH, LONGER_WAY_OUT, WAVE, FIRST_LIGHT)
