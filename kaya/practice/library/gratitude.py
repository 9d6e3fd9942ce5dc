"""Gratitude, without forcing it."""

from kaya.practice.library.sources import GRATITUDE
from kaya.practice.script import Need, PracticeKind, Script, TimeOfDay

PAUSE = PracticeKind.GRATITUDE
MORNING, DAY, EVENING, NIGHT = TimeOfDay

THREE_SMALL = Script(
    "three-small-things",
    "Three small things",
    "A gratitude pause at the end of the day: three things, the smaller the better, and why each came about.",
    PAUSE,
    (Need.LOW, Need.SLEEP, Need.KINDNESS),
    (EVENING,),
    4,
    """
    Let us look for three things that were good today. Not grand, and not what ought to please you; crumbs will
    do. [6] If today had none, yesterday’s are still fresh. [4]

    The first. A taste, a joke, a green light. [14] Go back into it for a moment, and see who or what was there.
    [12] How did it come about? Somebody may have grown it, driven it here, said it aloud. [14]

    The second may be something that did not happen. A pain that stayed away; a letter that did not come. [16]
    Let your shoulders hear about it. [10]

    ~ Is there one that you nearly missed, because something louder was next to it? [18]

    And the third: something that you did. You watered, you waited, you answered kindly. Nobody else can put it
    on their list. [18]

    ~ Choose the one among them that you would keep, had you room for only one. Put it in the pocket you reach
    into first. [16]

    It does not cancel the rest. The hard things were real, and these were too. [10-60] Good night to all of
    them. [4-30]
    """,
    (),
    (GRATITUDE,),
)

A_THANK_YOU = Script(
    "a-thank-you-unsent",
    "A thank-you, unsent",
    "Thinking of somebody who once helped, in detail. You may write to them afterwards, or not.",
    PAUSE,
    (Need.KINDNESS, Need.LOW),
    (DAY, EVENING),
    6,
    """
    Think of someone who made a difference to you and probably does not know. A teacher, a nurse, a stranger at
    a counter, a friend on one particular evening. [18]

    Where was it? See the floor, the light, the coat they had on. [14] What had gone before, and how were you
    standing there? [14]

    What exactly did they do or say? It was perhaps over in a minute. [16]

    ~ It cost them something: time, a risk, patience, a bus. Look at that side of it as well. [16]

    ~ What became of it? Follow the line from that minute down to this one: which room would you not be sitting
    in, which sentence would you not be able to say to others? [20]

    Now tell them, inwardly, as simply as you can. When you did that, this is what it did. [20] See how they
    take it. They may wave it away, as such people do. [12]

    ~ If they are dead, or lost to you, the thanks are not lost. They go on by way of what you do next for
    somebody. [18]

    Sit with the two of you for a while. [15-120] And if a short message wants to be written, it needs only
    three lines. [4-30]
    """,
    (),
    (GRATITUDE,),
)

HELD_UP = Script(
    "what-held-up-today",
    "What held up today",
    "For people who find gratitude hard: noticing all that worked, from the water pipe to your own two eyes.",
    PAUSE,
    (Need.LOW, Need.GROUNDING, Need.CALM),
    (MORNING, DAY, EVENING),
    5,
    """
    You need not be thankful for anything here. We only take an inventory of what held. [6]

    The floor, for instance. All day long, without a word. [12] The roof, the door hinge, the thread in your
    sleeve. [14]

    Water came when you turned the handle. Behind it there are pipes, pumps, a woman in waders, a lake. [18]

    ~ A good many strangers kept to their side of the road. [16]

    ~ Inside you: some hundred thousand heartbeats since this time yesterday, each without being asked. Lungs. A
    liver, which never gets any credit. [18]

    ~ Something that you put up yourself, long ago, and that still stands: a shelf, a habit, a friendship, the
    sentence you say to people who are crying. [20]

    ~ Who kept their word today? It may have been about a parcel. [16]

    And what gave way? That counts also; set it down beside the rest, without a sermon. [18]

    The list of what held is long, and rather dull, and you are sitting on top of it. [15-120] Lean back. It
    holds. [4-30]
    """,
)

SCRIPTS = (THREE_SMALL, A_THANK_YOU, HELD_UP)
