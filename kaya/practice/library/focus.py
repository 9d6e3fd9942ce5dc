"""Focus: a timer with a beginning and an end, and short practices for the minutes around work."""

from kaya.practice.library.sources import SHORT_BREAKS
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

FOCUS = PracticeKind.FOCUS
MORNING, DAY, EVENING, NIGHT = TimeOfDay

ONE_STRETCH = Script(
    "one-stretch-of-work",
    "One stretch of work",
    "A focus timer: say what it is, work until the bell, and stop. From ten minutes to an hour.",
    FOCUS,
    (Need.FOCUS,),
    (MORNING, DAY, EVENING),
    25,
    """
    What is it going to be? One thing, with a verb in it. [8] Whatever is not that has the next while off; put
    the telephone where you would have to get up for it. [6] Begin at the bell, even badly.

    [bell] [400-1800]

    ~30 [bell] Halfway, or thereabouts. Lift your eyes, drop your shoulders, and go on. [300-1800]

    [bell] Stop, also in mid-sentence; it makes starting again easier. [4] Write down in five words where you
    are. [20] Get up, look out of a window, drink something. [30-60]
    """,
    (),
    (SHORT_BREAKS,),
)

BEFORE_YOU_BEGIN = Script(
    "before-you-begin",
    "Before you begin",
    "For the task that you have been walking round: making it small enough to touch.",
    FOCUS,
    (Need.FOCUS, Need.CALM),
    (MORNING, DAY),
    4,
    """
    There is something you have been putting off. See it lying there, and notice that it has grown in the
    meantime. [8] Most of what you feel is about the shadow. [4]

    [even-5 3-12: In. | Out. | It can wait for these.]

    What about it is unpleasant, if you are honest? Boring, unclear, too late, somebody’s judgement? [10-18] Tell
    it that you have seen it. [6]

    Now halve the task. [6-12] And halve it again. [6-12] Go on until there is a piece that you could do with a cold
    and a headache: open the file, find the number, write the first line wrongly. [9-16]

    ~ How will you know that this piece is finished? Say it to yourself as if you were telling a courier where
    to leave it. [10-18]

    ~ If you are interrupted, where will you put your finger so as to find the place again? [9-16]

    You do not have to want to. Wanting often turns up around the fifth minute, with its hair wet. [8-16] Put
    out your hand, then. That piece, now. [3-12]
    """,
    (Caution.BREATH,),
)

IN_BETWEEN = Script(
    "between-two-meetings",
    "Between two meetings",
    "Two or three minutes to leave one room before going into the next.",
    FOCUS,
    (Need.FOCUS, Need.CALM, Need.ENERGY),
    (DAY,),
    3,
    """
    Close what you had open. One lid, one tab, one door. [5] The last conversation goes on talking in your head;
    let it finish its sentence. [7-14]

    Is there anything in it that you promised? Write down two words, and it may leave. [10-18]

    [slow-out 3-14: A shallow breath in. | A slow one out. | The next people have not seen you yet.]

    ~ Stretch your hands away from you as if you were pushing two lift doors apart. [8]

    ~ Drink some water, all the way to the bottom of the glass. [9-16]

    Who will be there next, and what would be good for them, and for you? One word for each. [10-18] Go in with
    those. [3-15]
    """,
    (Caution.BREATH,),
    (SHORT_BREAKS,),
)

ONE_CANDLE = Script(
    "one-point",
    "One point",
    "Concentration as an exercise: keeping the eyes on one small thing, and coming back.",
    FOCUS,
    (Need.FOCUS,),
    (MORNING, DAY, EVENING),
    8,
    """
    Choose something small to look at, an arm’s length off or a little more. A knot in the wood, the tip of a
    pencil, a candle if it stands safely. [10] Sit so that it lies slightly below your eyes. [5]

    Rest the gaze on it as one rests a hand on a table. Blink whenever you want to. [20-45]

    You will be gone before you know it. That is not the mistake; it is the moment the exercise is made of. When
    you notice, say “back”, and be back. [20-60]

    ~ Is it still the same knot? Perhaps its edge is not where you thought. Look as somebody would who has to
    draw it tonight. [30-75]

    ~ The mind offers you better things: plans, a song, an itch. Decline them politely, as one does with
    leaflets. [30-75]

    ~ Count how often you come back. More is better. [30-90]

    ~ Loosen round the eyes. It is the attention that ought to be steady, and not the forehead. [30-90]

    Shut the eyes now and see whether the thing is still there, in the dark, lighter or darker than before.
    [15-90] Let it fade. [10-60] You can point yourself at something else. [3-20]
    """,
    (Caution.EYES,),
)

SCRIPTS = (ONE_STRETCH, BEFORE_YOU_BEGIN, IN_BETWEEN, ONE_CANDLE)
