"""Sitting quietly: with sounds, thoughts and worries, and with nothing special."""

from kaya.practice.library.sources import TO_DO_LIST
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

SITTING = PracticeKind.MEDITATION
MORNING, DAY, EVENING, NIGHT = TimeOfDay

NEAR_AND_FAR = Script(
    "sounds-near-and-far",
    "Sounds, near and far",
    "Meditation with the ears, for people whose breath is no friend of theirs.",
    SITTING,
    (Need.CALM, Need.FOCUS),
    (MORNING, DAY, EVENING),
    8,
    """
    Sit so that your back can be awake and the rest may doze. [5] Today you leave your breathing alone. The ears
    are open in any case; we merely go and stand at them. [6]

    Wait for whatever comes. A sound arrives, stays as long as it stays, and is over. [25-60] You need not fetch
    any. [20-45]

    ~ Take the names off: not engine, only something low and long; not bird, only bright and in pieces. [25-75]

    ~ If one is ugly, hear how the no comes up in you, a moment later. First the sound, then the no. [25-75]

    ~ How big is the place you are hearing? As far as the motorway, the school, the clouds? You are sitting in
    the middle of all that. [25-75]

    ~ Listen for the gaps. There is more of them than one supposes. [25-90]

    Thoughts may count as sounds, for now: a murmur in the next room. You can leave the door open and not go in.
    [25-120]

    Once more everything that can be heard, all at once, without a conductor. [20-150] And move when you like.
    Your own sleeve was the loudest. [3-20]
    """,
    (Caution.EYES,),
)

THOUGHTS_PASSING = Script(
    "thoughts-going-by",
    "Thoughts going by",
    "Watching thoughts as one watches boats from a bridge: which ones you board is up to you.",
    SITTING,
    (Need.CALM, Need.FOCUS, Need.LOW),
    (MORNING, DAY, EVENING),
    10,
    """
    You are on a bridge over a slow river, elbows on the railing. The stone is warm. [8] Your thoughts come from
    upstream, in their own time. [6]

    Here is the first already. See what kind of vessel it is: a barge of duties, a pleasure boat, something low
    in the water. [16] It passes beneath you, and out at the other side. [20-45]

    ~ Now and then you will find yourself on board, far down the river, arguing with the captain. Everybody
    does. You need not swim; open your eyes, and you are on the bridge. [25-60]

    ~ Some have been by before, today alone. You could greet them by name: ah, the one about money. Ah, what I
    should have said. [25-60]

    ~ One says something bad about you on its sail. It is painted on. Read it, and let it have its wind. [25-75]

    ~ Sometimes no boat comes. Look at the water, then. [30-90]

    ~ And some carry a thing that is truly to be done. Nod to it; it will moor further down, where you can find
    it later. [25-75]

    Feel the railing under your forearms, and the feet in their shoes. The river belongs to nobody, and the
    bridge stands. [25-120]

    Last look down. [15-120] Then go on across, to whichever bank your day is on. [3-20]
    """,
    (Caution.EYES,),
)

WORRY_TABLE = Script(
    "worries-on-the-table",
    "Worries on the table",
    "An early-evening appointment with your worries, with pencil and paper, so that they need not come at night.",
    SITTING,
    (Need.SLEEP, Need.CALM),
    (EVENING, DAY),
    10,
    """
    Fetch a sheet and something to write with. It should be some hours before bed, and not in bed. [10] This is
    an appointment: your worries have been asked to come now, so that later you can tell them that they have
    been.

    Write them down as they come, in any order, a line for each. They do not have to be reasonable. [60-150]

    ~ Go through the list with the pencil. Against each: can I do something about it, tomorrow or this week? A
    tick, or a circle. [40-90]

    ~ To every tick add the first move, so exact that somebody else could carry it out: ring the clinic at nine,
    the number is on the fridge. [45-120]

    ~ The circles are those that cannot be moved by you. Read them once, slowly, as one reads names on a
    memorial, or on a list of passengers. [30-90]

    ~ Is there one behind the others that did not dare to be written? Write it smaller, if that helps. [30-75]

    Fold the sheet. Put it into a drawer, a book, beneath a stone: some place that is not your bedroom. [20-45]
    They are looked after until the same time tomorrow. [10]

    And if one comes at night all the same, you can say: you are on the paper. [10-60] Now do something with
    your hands that smells good. [3-30]
    """,
    (),
    (TO_DO_LIST,),
)

JUST_SITTING = Script(
    "just-sitting",
    "Just sitting",
    "A bell, long quiet, another bell. For those who know how, or want to find out.",
    SITTING,
    (Need.CALM, Need.FOCUS),
    (MORNING, DAY, EVENING, NIGHT),
    15,
    """
    Take your seat. Nothing more will be said until the bell, or hardly anything. [4] [bell]

    [60-600]

    ~ And wherever you are: here. [60-600]

    ~20 [bell] Stretch a leg if you must, and sit again. [120-900]

    [30-240] [bell] Bow to whatever came, or do not. [4-20]
    """,
    (Caution.EYES,),
)

MORNING_DOOR = Script(
    "at-the-door-of-the-day",
    "At the door of the day",
    "Before the messages: looking at the day from outside, and choosing how to walk in.",
    SITTING,
    (Need.FOCUS, Need.ENERGY, Need.CALM),
    (MORNING,),
    5,
    """
    The day has not begun to want anything yet; or if it has, it can stand outside for five minutes. [6] Sit
    where there is some light. [5]

    How did you come out of the night? Rested, crumpled, with a dream still on you? Take the reading without
    tapping the glass. [16]

    Look ahead, as from a hill. There is the stretch up to noon. [12] The afternoon, which is usually steeper.
    [12] And where it ends. [10]

    ~ Which of the things down there matters to you, and not only to somebody else? Let it be the one you can
    see from everywhere. [18]

    ~ Somewhere along the way will be an awkward spot. You know which. How would you like to have gone through
    it? [20]

    ~ Who will you meet that may need a little more of you? And who does you good? [18]

    One word for how you mean to go: slowly, frankly, lightly, whatever it is. [16] Say it with the out-breath,
    three times. [18-60]

    The door, then. [4-40]
    """,
    (Caution.EYES,),
)

SCRIPTS = (
    NEAR_AND_FAR,
    THOUGHTS_PASSING,
    WORRY_TABLE,
    JUST_SITTING,
    MORNING_DOOR,
)
