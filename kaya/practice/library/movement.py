"""Gentle movement: in bed, at the desk, in a chair, standing, on the floor."""

from kaya.practice.library.sources import SHORT_BREAKS
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

MOVEMENT = PracticeKind.MOVEMENT
MORNING, DAY, EVENING, NIGHT = TimeOfDay

STILL_IN_BED = Script(
    "still-in-bed",
    "Still in bed",
    "Small movements under the blanket, for stiff mornings and mornings without a reason.",
    MOVEMENT,
    (Need.ENERGY, Need.PAIN, Need.LOW),
    (MORNING,),
    6,
    """
    You do not have to get up for this. On your back, cover on, pillow where it is. [6] Everything small, and
    nothing to the limit.

    [move 20 Circle both feet, one way and then the other] [5]

    [move 20 Draw one heel up the mattress and let it slide down; change sides] Hear the sheet. [5]

    ~ [move 24 Let both bent knees tip to the left, to the right, like a slow wiper] Only as far as they fall of
    themselves. [6]

    [move 18 Hands: make fists, spread the fingers, roll the wrists] [5]

    ~ [move 20 Roll the head from ear to ear on the pillow] The pillow holds it; you merely steer. [6]

    ~ [move 20 Hug one knee, or hold behind the thigh; then the other] Leave the hip alone if it grumbles. [6]

    [move 16 Arms overhead, and make yourself as long as the bed] A yawn is part of it. [6]

    ~ [move 20 Rub your arms and the tops of your legs briskly] You are now warmer than the room. [6]

    Roll on to your side and push yourself up with the upper hand. Sit on the edge until the blood has followed.
    [10-30] Good morning, such as it is. [4-15]
    """,
    (Caution.MOVING,),
)

NECK_SHOULDERS = Script(
    "neck-and-shoulders",
    "Neck and shoulders",
    "A break at the desk for everything between the ears and the elbows.",
    MOVEMENT,
    (Need.PAIN, Need.FOCUS, Need.ENERGY),
    (DAY,),
    5,
    """
    Look away from the screen first, at something more than a room’s length off. [6-10] Sit forward, feet down, so
    that the back is your own. [4]

    [move 16 Roll both shoulders backward, large and lazy] [4]

    [move 20 Ear towards the right shoulder, wait, and over to the left] No pulling; the weight of the head is
    plenty. [5]

    ~ [move 16 Look slowly over one shoulder, and over the other] As if somebody nice had called you. [5]

    ~ [move 18 Chin straight back, as though from an open drawer, five times] It gives a double chin and a
    longer neck. [5]

    [move 20 Hands behind the head, elbows wide, breathe into the breastbone] [5]

    ~ [move 18 One arm across the chest, held at the elbow; change] [5]

    ~ [move 16 Palms together, fingers up, press lightly, then let them fall and shake] [5]

    ~ [move 20 Stand, hold the back of the chair, walk away from it until the back is flat] Let the head hang
    between the arms, if that is pleasant. [5]

    Three ordinary breaths with nothing to do. [8-12] Then back to it, maybe a little further from the screen.
    [3-8]
    """,
    (Caution.MOVING,),
    (SHORT_BREAKS,),
)

IN_A_CHAIR = Script(
    "yoga-in-a-chair",
    "Yoga in a chair",
    "A round of gentle yoga without getting on the floor. For all ages, after illness, or in a small room.",
    MOVEMENT,
    (Need.ENERGY, Need.PAIN, Need.CALM),
    (MORNING, DAY),
    10,
    """
    Take a chair without wheels, and stand it against a wall. Sit towards the front, feet as wide as the hips.
    [6] Let the breath lead and the movement come after; if the breath stops, you have gone too far. [5]

    [move 20 Lengthen up on the in-breath, settle on the out-breath] [6]

    [move 30 Cat in a chair: round the back as you breathe out, open the chest as you breathe in] Hands on the
    knees, chin soft. [6]

    ~ [move 24 Raise one arm and lean over to the other side; change] The seat bones stay where they are. [6]

    [move 28 Turn to the right, one hand on the back rest; then to the left] Start from the belly, and let the
    head arrive last. [6]

    ~ [move 24 Straighten one leg, point and flex the foot; change] The thigh wakes up and says its name. [6]

    ~ [move 28 Ankle on the other knee, or ankles crossed; lean forward a little; change] For the hip. Leave it
    out if it has been replaced. [6]

    ~ [move 30 Warrior, sitting: one leg out to the side of the chair, arms wide, look over the hand; change]
    Wide as a door. [6]

    [move 30 Stand up and sit down five times, slowly, with or without hands] That is strength that one needs
    every day. [8]

    ~ [move 30 Stand behind the chair, hold on, rise on to the toes and come down] Balance likes to be asked.
    [6]

    ~ [move 24 Hands on the back rest, one foot behind you, heel towards the ground; change] A long calf. [6]

    Sit down, palms on the thighs, eyes open or not. Feel where you are warmer than before. [20-50] Let that be
    the whole of the exercise. [10-30]
    """,
    (Caution.MOVING,),
)

STANDING_FLOW = Script(
    "a-small-sun",
    "A small sun",
    "A slow standing flow for the morning, with the breath: reaching, folding, opening.",
    MOVEMENT,
    (Need.ENERGY, Need.LOW),
    (MORNING,),
    8,
    """
    Stand on a mat, or on the bare floor, big toes nearly touching or feet apart, whichever is steadier. [6]
    Bend the knees whenever you fold; no one needs straight legs at this hour. [4]

    [move 20 Arms out and up with the breath in; down with the breath out; three times] [5]

    [move 24 Reach up, fold over soft knees, hang for two breaths] Let the head be a bell that nobody rings. [5]

    [move 20 Hands on the shins or thighs, flat back, look forward; and hang again] [5]

    ~ [move 24 Step one foot far back, lower the knee if you like, lift the chest] The front of the hip has been
    sitting all night. [5]

    ~ [move 24 Bring it forward, and send the other one back] [5]

    ~ [move 26 Hands and knees: round the spine, hollow the spine, in your own rhythm] [5]

    ~ [move 26 Hips towards the heels, arms long, forehead down or on the fists] Breathe into the back of the
    ribs. [8]

    [move 22 Roll up to standing, bone by bone] The head comes last, and gets the best view. [5]

    ~ [move 24 Once more from the top, with half the effort] [5]

    [move 16 Palms together before the chest] Stand. [6] Notice who has come up. [10-30] That will do for a sun.
    [4-15]
    """,
    (Caution.MOVING,),
)

EVENING_FLOOR = Script(
    "down-to-the-floor",
    "Down to the floor",
    "Slow stretches lying down, each held long and done little. For the hour before bed.",
    MOVEMENT,
    (Need.SLEEP, Need.PAIN, Need.CALM),
    (EVENING,),
    12,
    """
    Get down on to a rug the way that is easiest, by way of a chair if you like. A cushion for the head, another
    in reach. [8] We will stay in each place for some time; sensation yes, pain no. [5]

    [move 30 On your back, knees bent, arms wide: only lie there and get wider] [8]

    [move 50 Both knees to the chest, rock a little from side to side] It irons the lower back. [8]

    ~ [move 70 One leg long, the other knee across the body, look the other way; change] Put the cushion under
    the knee if it floats. [8]

    ~ [move 60 Soles together, knees falling out on cushions] Your belly may be as large as it is. [10]

    ~ [move 60 Turn over: sit back on the heels and lay your front on the cushion; or stay on your side, curled
    up] [10]

    [move 60 Legs up against a wall, or calves on a chair seat] What was at the bottom all day is now at the
    top. [10-30]

    ~ [move 40 Slide down until you lie flat, feet falling apart] [8]

    Stay, hands on the ribs. Your breath opens them and lets them close. [20-60] If you get up, do it like
    someone who does not want to wake the house. [6-15]
    """,
    (Caution.MOVING, Caution.LYING),
)

SCRIPTS = (STILL_IN_BED, NECK_SHOULDERS, IN_A_CHAIR, STANDING_FLOW, EVENING_FLOOR)
