"""Yoga nidra: lying awake and resting deeply, led from place to place."""

from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

NIDRA = PracticeKind.YOGA_NIDRA
MORNING, DAY, EVENING, NIGHT = TimeOfDay

LONG_REST = Script(
    "the-long-rest",
    "The long rest",
    "Yoga nidra in its full order: an intention, the round of the body, opposites, a picture, and slowly back.",
    NIDRA,
    (Need.CALM, Need.ENERGY, Need.SLEEP),
    (DAY, EVENING),
    20,
    """
    Lie on your back, or on your side with a pillow between the knees. Cover yourself; one cools down in this.
    [10] You will be led from point to point. It does not matter whether you follow every one, or whether you
    sleep. [10]

    Listen outward first, to the farthest sound there is. [14] And one in between. [12] And the nearest: your
    own breathing. [14]

    If there is something that you wish for your life, put it into one short sentence, as though it were so.
    [14] Say it three times inwardly. [16] Now forget it; it has been posted. [8]

    We go round the body. Let attention hop like a bird. Right thumb. [5] First finger. [4] Second. [4] Third.
    [4] Fourth. [5] The palm, the back of the hand, the wrist. [8] Forearm, elbow, upper arm, shoulder, armpit.
    [9] The right flank, hip, thigh, knee, calf, ankle. [9] Heel, sole, ball of the foot, and the toes together.
    [10]

    The left thumb. [5] The fingers, first, second, third, fourth. [10] The palm, and its back. [6] Wrist to
    elbow, elbow to shoulder. [8] Down the left side of the chest to the waist. [7] Hip, thigh, kneecap, shin.
    [8] Ankle, heel, sole, every toe. [12]

    ~ And the back, as if drawn with chalk: right shoulder blade, left shoulder blade, the groove between. [10]
    The right half of the seat, the left. [8] The whole length of the spine, from below. [12]

    ~ Crown of the head. [5] Forehead, right eyebrow, left, the space in the middle. [9] Eyelids, nostrils, one
    cheek, the other. [9] Upper lip, lower lip, and the place where they touch. [9] Chin, throat, collarbones,
    the centre of the chest. [12] Navel. [8]

    The whole right side. [8] The whole left side. [8] All of it, lying here, as it would look from the ceiling.
    [16]

    ~ Imagine being heavy, so that the mat has a hollow of your shape. [18] And light, so that a draught could
    turn you over. [18] Heavy. [10] Light. [10] Neither. [14]

    ~ Remember cold: a stone step in winter, through thin soles. [16] Remember warmth: the side of a stove, a
    child’s hair in the sun. [18] Let both go by. [10]

    ~ Count your breaths backward from eighteen. Should you lose the number, that is what numbers do; begin
    anywhere. [60-150]

    Picture a pond at the end of an afternoon. Reeds, one plank to stand on. [14] The wind has lain down. You
    can see to the bottom, and the sky is lying there too. [18] Nothing needs you on the bank. [20-180]

    ~ A drop falls from a leaf, and rings go out from it, and reach the edge, and it is smooth again. [20-180]
    Lie like that water. [20-240]

    Your sentence of before: let it come up by itself, and hear it once more. [16]

    Come back by way of the sounds, from the nearest to the farthest. [14] Feel the cover, the floor, the
    temperature on the face. [12] Turn to one side and stay there for some breaths, before you sit up. It may be
    a different afternoon. [12]
    """,
    (Caution.LYING,),
)

NO_SLEEP_NEEDED = Script(
    "rest-without-sleeping",
    "Rest without sleeping",
    "A plain NSDR for the dip after lunch: no pictures, no intentions, only long out-breaths and a slow tour.",
    NIDRA,
    (Need.ENERGY, Need.FOCUS, Need.CALM),
    (DAY,),
    12,
    """
    Set your telephone aside, face down. Lie or lean so that nothing in you has to hold anything. [8] This is
    neither sleep nor work. If you have to be somewhere, an alarm will take care of it. [8]

    [long-out 3-8: In for four, lightly. | Out for six. | As if you let go of a rope. | Last ones.]

    Attention goes to the right leg, all of it at once, like a light being switched on in a long room. [14] And
    off. [10] The left leg. [14] Off. [10]

    The pelvis, the bowl of it, filled to no particular height. [16] Off. [8]

    ~ The back on what carries it; count the places that touch. [20]

    ~ The right arm from shoulder to nail. [14] It goes out. [10] The left. [14] It goes out as well. [12]

    Chest and belly: whatever moves there moves without you. [20]

    ~ Mouth, nose, the roots of the upper teeth. [14] Eyes resting in their sockets like eggs in a nest. [18]

    ~ Behind the forehead, where the meetings are held, the chairs are up on the tables. [20]

    The body as one dark shape, from which no one wants anything. [30-150]

    ~ If you were nearly gone, that is the right place. Stay at that border. [30-180]

    ~ Notice the thin sound that quiet has. [30-180]

    Let a slightly deeper breath come. [8] Spread the toes, rub the fingertips together, and press the palms
    once against the ground. [8] Open your eyes to light before you open them to letters. [6]
    """,
    (Caution.LYING, Caution.BREATH),
)

FOUR_O_CLOCK = Script(
    "four-in-the-morning",
    "Four in the morning",
    "For lying awake: nothing to achieve, no clock to look at, company until the window turns grey.",
    NIDRA,
    (Need.SLEEP, Need.CALM, Need.LOW),
    (NIGHT,),
    20,
    """
    So you are awake. Do not look what time it is; it is night, and that is near enough. [12] You are not alone
    in this: in every street there is a window like yours. [12] Lying quietly is rest, even if it does not count
    as sleep. Nothing worse than being tired can come of it. [12]

    Find out which side the body would like. [12] Cool the pillow by turning it. [12]

    Feel the blanket with the back of one hand. [14] How much it weighs, how warm the air is under it. [18]

    ~ The thoughts that come at this hour wear coats too big for them. You can let them stand in the hall
    without unbuttoning anything. [20]

    Follow the outline of yourself from the ear downward: neck, shoulder, the long slope of the arm. [22] The
    hip, which is the hill. [16] Knee, shin, the foot with its edge against the sheet. [22]

    ~ And back upward on the other side, where the mattress is. It is pressing from below with exactly your
    weight. [24]

    ~ Somewhere a refrigerator starts, or a tram is taken out of its shed. People are baking. You do not have
    to. [26]

    Say to the breath: you first. [16] And wait, each time, until it has gone out by itself. [30-90]

    ~ A list, if your head insists on one, but a dull one. Kinds of wood. Oak. [6] Beech. [7] Ash. [8] Pear. [9]
    Cherry. [10] Let it go on without you. [30-90]

    ~ Should you have been lying here wide awake and cross for a long while, get up and sit somewhere dim with a
    dull book until your eyes close. That is a good way, too. Otherwise stay. [30-90]

    ~ Count the things that ask nothing of you in this room. The curtain. [8] The chair with the clothes. [10]
    The glass of water. [20-90]

    ~ The body knows more about sleeping than you have ever learned. Leave the room to it. [40-240]

    It will get light, as it always has. Until then there is this: warm, lying down, breathing. [40-300] And
    breathing. [30-300]
    """,
    (Caution.LYING,),
)

SCRIPTS = (LONG_REST, NO_SLEEP_NEEDED, FOUR_O_CLOCK)
