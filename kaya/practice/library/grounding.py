"""Grounding: coming back to the room by way of the senses."""

from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

GROUNDING = PracticeKind.GROUNDING
MORNING, DAY, EVENING, NIGHT = TimeOfDay

FIVE_TO_ONE = Script(
    "five-four-three-two-one",
    "Five, four, three, two, one",
    "Five things to see, four to touch, three to hear, two to smell, one to taste. For when the world gets thin.",
    GROUNDING,
    (Need.GROUNDING, Need.CALM),
    (MORNING, DAY, EVENING, NIGHT),
    4,
    """
    You are here, and it is now. Let us check. [3] Eyes open, and take your time; nobody counts but you. [3]

    Five things that you can see. Look for small ones: a screw, a crumb, the shadow of a handle. [10-28 20] Say their
    names, aloud if you can. [5-15 10]

    Four that you can touch. Put your fingers on each: smooth or rough, colder or warmer than the hand? [12-32 24]
    Stay with the last one a little. [4-14 8]

    Three that you can hear. One close by. [4-14 8] One outside this room. [4-14 8] And one that was there all along,
    and that you had stopped noticing. [6-18 12]

    Two that you can smell. Your sleeve, the cup, the air by the window. If there is nothing, remember two you
    like. [8-24 16]

    One that you can taste. A sip of water helps, or what is left of the last meal. [6-20 12]

    ~ Once round again, faster, with other things. Five. [7-16 12] Four. [6-13 10] Three. [5-11 9] Two. [4-9 8]
    One. [4-9 8]

    ~ Tell yourself the date, the place, and what you will do after this. [7-22 14] It may be something very simple,
    like hanging up a coat. [4-14 8]

    ~ Of all you saw, take the plainest thing. What is it made of, what is it for, and who put it there? [10-28 18]

    ~ Where are the door and the window, and how many steps is it to each? Nothing holds you here, and nothing
    sends you out. [8-25 14]

    Put both feet flat on the ground and lean your weight on them. [8-24] Still here. Good. [4-15]
    """,
    (Caution.EYES,),
)

COLD_AND_WARM = Script(
    "cold-water-warm-cup",
    "Cold water, warm cup",
    "Grounding in the kitchen: hands under the tap, then round a cup. For days when thinking does not help.",
    GROUNDING,
    (Need.GROUNDING, Need.LOW, Need.CALM),
    (MORNING, DAY, EVENING),
    6,
    """
    Go to the kitchen, or wherever there is a tap. Put water on for something warm, if you may. [6-30 12] You do not
    have to feel better here; you have only to stay by the sink. [3-12 5]

    Let cold water run over your wrists, not icy, just cold. [8-22 16] Feel where it divides round the bones. [6-16 12]
    Listen to it; it has several voices. [5-14 10]

    ~ Cup your hands and let them fill, and let them overflow. [8-20 16]

    Turn the tap off and hear how quiet it gets. [4-14 8] Dry each finger on its own, as if it were a fork from the
    good set. [10-35 20]

    ~ While the kettle works, put your palms on the worktop and press down a little, so that the shoulders come
    away from the ears. [8-24 16]

    ~ Read something that stands on a packet, as far as the comma. It was written by somebody who had a Tuesday.
    [8-24 14]

    Hold the cup in both hands. How far does the warmth reach? Through the palms, to the wrists, perhaps to a
    place behind the breastbone. [10-36 20] Breathe in over it. [5-18 10]

    ~ One sip, and hold it on the tongue before you swallow. Sweet, bitter, hot: three facts. [9-26 18]

    ~ Look into the cup. There is a lamp in it, or a window, trembling. It becomes still if you do. [9-32 18]

    Drink the rest as slowly as it takes. [15-120] Rinse the cup and put it back. That is one thing done, and
    you did it. [5-24]
    """,
    (Caution.EYES,),
)

TREE_STANDING = Script(
    "weight-to-the-ground",
    "Weight to the ground",
    "Standing, leaning and pressing: grounding by strength, for agitation that will not sit down.",
    GROUNDING,
    (Need.GROUNDING, Need.ENERGY, Need.CALM),
    (MORNING, DAY, EVENING),
    4,
    """
    Stay on your feet, if they will have you; a chair does as well. Too much is going round in you for sitting
    still, so let us use it. [4]

    [move 12 Stand with feet apart and rock from heel to toe] Find the middle, where the ground comes up to meet
    you evenly. [6]

    Face a wall and lean your hands against it. [move 14 Push, as if it were a car that will not start] Let the
    wall win. [8]

    [move 14 Push again, with a long breath out] And come away. Feel the arms, how they buzz. [8]

    ~ [move 12 Stamp slowly, left, right, eight times] It is allowed to be heard. [6]

    ~ [move 12 Cross your arms and pat your own shoulders, one after the other] As slow as a pulse at rest. [6]

    ~ [move 14 Bend the knees a little and hold, as on a moving train] There are stops, but none of them is
    yours yet. [6]

    [move 10 Shake out hands and arms] Let the jaw shake along.

    Look round the room from one corner to the next, turning your head and not just the eyes. [12] Whatever was
    chasing you, it is not in any of the corners. [8-50]

    Stand still now for one breath more than you want to. [6-40]
    """,
    (Caution.MOVING, Caution.EYES),
)

BLUE_THINGS = Script(
    "everything-blue",
    "Everything blue",
    "A small game for the eyes, when thoughts go round in circles: colours, edges, and the light on things.",
    GROUNDING,
    (Need.GROUNDING, Need.FOCUS),
    (DAY, EVENING),
    3,
    """
    Stay where you are and let your eyes go for a walk. [4] Find everything blue. Dark, pale, nearly grey, the
    blue on a spine, a vein, a label. [20]

    Change to red. There is less of it, and it hides. [18]

    ~ Now circles: cups, lids, the eye of a needle, a full stop. [18]

    ~ Anything with a dent or a scratch. Things that have been used by somebody. [18]

    ~ And where does the light come from? Follow it back from the brightest spot to its door or bulb. [16]

    ~ Something that you have never really looked at, although it has been here for months. What is it made of,
    and who may have made it? [20]

    The thought that went in circles may still be there. But it has been standing in a room, all that time, with
    blue things in it. [8-60]
    """,
    (Caution.EYES,),
)

SCRIPTS = (FIVE_TO_ONE, COLD_AND_WARM, TREE_STANDING, BLUE_THINGS)
