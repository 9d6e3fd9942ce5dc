"""Longer ones, for whoever has twenty minutes or half an hour: walked, moved, given thanks, and come to ground in."""

from kaya.practice.library.sources import GRATITUDE
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

MORNING, DAY, EVENING, NIGHT = TimeOfDay

LONG_WAY_ROUND = Script(
    "the-long-way-round",
    "The long way round",
    "Half an hour on foot, mostly in your own company: an errand now and then for one of the senses, and long stretches"
    " with nothing to do but walk.",
    PracticeKind.WALKING,
    (Need.LOW, Need.ENERGY, Need.FOCUS),
    (MORNING, DAY),
    30,
    """
    Choose a way that brings you back by itself: round a park, or along a canal and over the next bridge. Shoes that
    forgive. [15-40] I shall be quiet most of the time. The road comes first, and my voice second. [60-150]

    For a start only go. No better posture, no deeper breath; your feet have done this some millions of times.
    [90-180]

    Now hear how they do it. Gravel, wet leaf, paving, a plank: each ground answers in its own voice. [90-180]

    ~ What does the wind do with the things that it can reach? A coat, a hedge, the skin of a puddle. [90-180]

    ~ Find three greens for which there is no word. [75-150]

    ~ Sooner or later somebody will come towards you. You need not smile. Wish them, without moving your lips, that
    their shoes fit. [90-180]

    You are about half way, or will be soon. Where there is a place for it, stop, turn once right round, and see where
    you have been. [45-90]

    ~ Thoughts have caught up by now. They may walk at their own speed. Some will have to stop and tie a lace. [120-240]

    ~ Take the next stretch more slowly than you would dare to with anyone beside you. [90-180]

    ~ And here quicker, until you could still talk but would rather not. [60-120] Your own pace comes back when you let
    go of the other. [60-120]

    ~ Touch something in passing: bark, a railing, a wall that has kept some sun. [60-120]

    ~ For the coming minutes there is nothing that you ought to notice. Whatever wants you will call. [120-300]

    The way back. Supper may be thought of now, and the post, as one thinks of friends who have a key and are in no
    hurry. [60-150]

    At the last corner, feel what the walk has done to your hands, your face, your calves. [20-60] And in you go. [5-20]
    """,
    (Caution.WALKING,),
)

WHOLE_OF_YOU = Script(
    "the-whole-of-you",
    "The whole of you",
    "Twenty unhurried minutes with a chair in reach, and on the floor for the last third if you like: each part once,"
    " and nothing to its limit.",
    PracticeKind.MOVEMENT,
    (Need.ENERGY, Need.PAIN, Need.CALM),
    (MORNING, DAY, EVENING),
    20,
    """
    Put a chair where you can reach it, and clear as much floor as a tall person would need to lie on. [10] Whatever
    hurts sharply is left out; whatever only grumbles may come along. [8]

    [move 40 Stand and sway, as reeds do, until you no longer decide which way] [10]

    [move 45 Lift the shoulders to the ears, wait, and let them drop; eight times] They weigh more than one thinks. [10]

    ~ [move 40 Draw small circles with the nose, in one direction and then the other] [10]

    [move 50 Reach one arm up, as if for a jar on the top shelf; the other; and go on] It pulls all the way down into
    the hip. [10]

    ~ [move 45 Swing both arms round yourself, loose as empty sleeves] Your eyes may go along. [10]

    [move 50 Hands on the chair, walk backward, let the chest sink between the arms] Soft knees. Breathe to where it
    is long. [12]

    ~ [move 50 One foot in front, lean on that thigh, back heel down; change half way] [10]

    ~ [move 45 Hold the chair and swing one leg like a gate, to and fro; change] [10]

    [move 50 Sit down and stand up, as slowly as honey] Six times, or three. [12]

    ~ [move 45 Sitting: lay one ankle on the other knee and turn the foot with your hand; change] It seldom gets such
    attention. [10]

    ~ [move 40 Spread all ten fingers, and close them one by one round the thumbs] [8]

    If the floor is a good place for you today, go down to it now. Otherwise stay in the chair, and do what can be
    done there. [15-30]

    [move 50 Round the back and hollow it, on hands and knees or sitting] The breath sets the time. [10]

    ~ [move 50 On your back: let both knees sink to one side, and to the other] Arms wide. [12]

    ~ [move 50 Hold behind one thigh and lengthen that leg towards the ceiling; change] As far as is friendly. [12]

    ~ [move 40 Press the small of the back into the ground, and let it off] Like a wave in very shallow water. [10]

    [move 40 Make yourself long, fingers one way and heels the other; then give it all back] [12]

    Lie or sit still. Parts that you have not heard from for days can be heard now, as one hears a house when the
    guests have gone. [30-60] Come up by way of your side. [8-20]
    """,
    (Caution.MOVING,),
)

MANY_HANDS = Script(
    "one-loaf-many-hands",
    "One loaf, many hands",
    "A longer gratitude: take one ordinary thing that served you today, and follow it back to everybody through whose"
    " hands it came.",
    PracticeKind.GRATITUDE,
    (Need.LOW, Need.KINDNESS, Need.CALM),
    (DAY, EVENING),
    15,
    """
    Choose something plain that was of use to you today. A loaf, a shirt, the bus, a tap. [20-40] We go back along its
    way, and see who stands there. [8]

    Begin with the last hand before yours. Who put it on the shelf, drove it, switched it on? You may have seen a
    sleeve. [30-60] Were they cold, or new at it, or glad that it was nearly six? [20-50]

    ~ Earlier, somebody loaded it in the dark while you slept. Picture the flask they had with them. [30-70]

    Before that, whoever made it. There is a knack in it somewhere: a fold, a seam, a weld, how the dough is pushed
    with the heel of the hand. [30-70] And who showed it to them? [20-50]

    ~ What was it, when it was not yet this? Grain, wool, ore, rain on a hill. Stay on the hill for a bit. [40-90]

    ~ Once it was only an idea, and not a good one; the neighbours laughed. [30-70]

    ~ It came along roads, past a school, over a bridge that does not fall. People who will never hear of you paid for
    those, as you pay for theirs. [30-80]

    Come forward again to the hour in which you used it. What did it spare you? [30-70]

    ~ Your own hands stand in somebody else’s row. Think of one thing that left them lately and went on. [40-90]

    ~ Not every hand along this way was treated well. That may be felt too: nobody has to look away in order to be
    thankful. [30-80]

    If there is a thank-you, say it to all of them at once, as one calls down a long table. [20-60] If there is none,
    keep them company. [40-120]

    A loaf is only a loaf. But it has come a long way, and so, in a manner of speaking, have you. [15-60]
    """,
    (),
    (GRATITUDE,),
)

MAP_OF_THE_ROOM = Script(
    "a-map-of-the-room",
    "A map of the room",
    "A long, slow grounding for hours that will not settle: the room is drawn as on a map, thing by thing, and you are"
    " put on it last.",
    PracticeKind.GROUNDING,
    (Need.GROUNDING, Need.CALM, Need.LOW),
    (DAY, EVENING, NIGHT),
    15,
    """
    This one takes its time, because some hours do. Sit where you can see the door. [8-20] We are going to draw a map
    of where you are; more is not asked. [6-15]

    Its edges first. Let your eyes go along the line between wall and ceiling, all the way round, into each corner.
    [30-60] Then along the skirting, and back. [30-60]

    What comes in from outside? Light, and by which window; a draught; somebody’s cooking. Mark each at its place.
    [30-70]

    ~ The heavy things: what would it take two people to lift? See how they stand. [30-60]

    ~ And the light ones, that would move if you blew. [25-50]

    ~ Take something within reach, and close your eyes round it if you like. Learn it as if you had to draw it
    afterwards: what it weighs, where it is worn, the sound that a fingernail makes. [45-90] Look now. What did your
    hand not know? [15-40]

    Sounds next. Close to you: cloth, a clock. [25-50] In the house. [25-50] Out of doors, as far as there is anything.
    [30-60]

    ~ If the unrest comes up again, put it on the map as well: a hand’s breadth below the throat, say, and as large as
    a plum. Then find out what lies beside it. [40-80]

    ~ Where is it warm, and where cool? An ear, a fingertip, the hand that has the other one on top. [30-70]

    ~ Who else is under this roof, or was today? Draw a small door for each. [30-60]

    ~ Once more along the edges, slower than at first. Something is different: a shadow, or only your looking. [40-80]

    Last of all, yourself. Here are the feet, and here is what carries you. Lean on it a little, and notice it lean
    back. [30-90] Now you know where everything is. [20-60]

    When you get up, touch the door frame in passing. [5-20]
    """,
    (Caution.EYES,),
)

SCRIPTS = (LONG_WAY_ROUND, WHOLE_OF_YOU, MANY_HANDS, MAP_OF_THE_ROOM)
