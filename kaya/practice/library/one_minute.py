"""For whoever has a minute, and no more."""

from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

FIVE_BREATHS = Script(
    "five-breaths",
    "Five breaths",
    "One minute, each breath longer out than in. For a lift, a doorstep, the moment before you answer.",
    PracticeKind.BREATHING,
    (Need.CALM, Need.FOCUS),
    tuple(TimeOfDay),
    1,
    """
    Shoulders down. [2-6]

    [long-out 4-11: As it comes. | As it goes. | Nobody is waiting. | The floor has you.]

    That was all of it. [1-6]
    """,
    (Caution.BREATH,),
)

PRINT_OF_A_FOOT = Script(
    "the-print-of-a-foot",
    "The print of a foot",
    "Back in the room within a minute, by way of a sole, a wrist, a sound and a scratch.",
    PracticeKind.GROUNDING,
    (Need.GROUNDING, Need.CALM),
    tuple(TimeOfDay),
    1,
    """
    Press one foot into the ground, as if to leave a print. [5-9] And lift the pressure. Close a hand round the other
    wrist; there is a pulse in there. [6-10]

    What is the nearest sound? [5-9] And something to look at, down to its smallest scratch. [6-12]

    So this is the place. [2-10]
    """,
    (Caution.EYES,),
)

SCRIPTS = (FIVE_BREATHS, PRINT_OF_A_FOOT)
