"""Going through the body with attention: whole, in part, and where it does not hurt."""

from kaya.practice.library.sources import PAIN
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

SCAN = PracticeKind.BODY_SCAN
MORNING, DAY, EVENING, NIGHT = TimeOfDay

FEET_UP = Script(
    "from-the-feet-up",
    "From the feet up",
    "A full scan of the body, part by part, with time in each. Lying down or in a chair.",
    SCAN,
    (Need.CALM, Need.GROUNDING, Need.PAIN),
    (MORNING, DAY, EVENING),
    12,
    """
    Lie down or sit, warm enough, with nothing tight at the waist. [6] We will visit the body slowly, beginning
    at the far end. There is nothing to repair on the way; you only look in. [8]

    Begin with the feet. The soles, where they touch the sock or the air. [12] Toes, one against the next. [12]
    If you feel nothing there, that is what you have found, and it is allowed. [10]

    ~ The ankles, and the bones that stand out on either side of them. [12] The long front of the shin, close
    under the skin. [12]

    ~ The calves. They have carried shopping and stairs and grief. Let them hang from their bones. [14]

    Knees and thighs. How heavy they are on whatever holds them. [14] Let the legs belong to the floor for a
    while. [12]

    ~ The hips, wide as a bowl. Anything in there may be there: warmth, an ache, the day’s sitting. [14]

    ~ The lower back. If it speaks up, you need not answer. Breathe round it, as water goes round a stone. [16]

    The belly, rising and sinking without being told to. [16] It does not have to be flat, or calm. [8]

    ~ The ribs, back and front, opening a little like the slats of a blind. [14] The heart somewhere behind
    them, at work. [14]

    ~ The hands now. Palms, then the backs, then each finger out to its tip. [16] All the things they did since
    this morning. [12]

    ~ Wrists, elbows, the soft inner side of the upper arm. [14]

    Shoulders. Notice how high they live. [8] There is a longer way down than you think. [14]

    ~ The throat and the back of the neck, where so much is held up. [14]

    Jaw, tongue, cheeks, the small muscles round the eyes. [12] A face that nobody needs to read. [12]

    ~ The top of the head, where the body stops and the room begins. [14]

    Now everything together: one body, breathing, with a weight and a place. [20-120] Stay as long as this is
    enough. [15-180]

    When you are ready, move the fingers first, then whatever wants to be moved. Take your time in getting up.
    [6]
    """,
    (Caution.EYES,),
    (PAIN,),
)

LIGHTS_OUT = Script(
    "lights-out",
    "Lights out, room by room",
    "From the head down, switching off as you go. For bed, when the body is tired and does not know it.",
    SCAN,
    (Need.SLEEP,),
    (EVENING, NIGHT),
    12,
    """
    Think of yourself as a house late in the evening. Someone kind is going through it, switching off the lamps.
    You need not get up. [10]

    The attic first: forehead and scalp. All those drawers. Let them be as they are, half open, and turn off the
    light. [18]

    ~ The two windows. Behind the lids the eyes may sink back a little, as if they had been leaning out. [18]
    Dark there now. [14]

    The mouth. Tongue on its side of the bed, teeth apart. No more talking tonight. [18]

    ~ Down the stairs of the neck, one bone after another, a hand along the banister. [18]

    ~ The two broad rooms of the shoulders. Something heavy was put down there at noon and forgotten. It can lie
    on the floor until morning. [20] Click. [10]

    ~ Along the corridors of the arms to the hands. Fingers half curled, like gloves on a shelf. [20]

    The big warm room of the chest. The clock in it goes on by itself; nobody has to wind it. [22]

    ~ The kitchen of the belly, still humming a little, finishing its work. Leave it the small lamp. [22]

    ~ The back of the house: that long wall against the mattress. Let it lean all the way. [22]

    The cellar, hips and seat, the heaviest place, where the house meets the ground. [22]

    ~ And out along the legs, through the knees, as along a garden path with the grass gone grey. [22]

    The feet, out by the gate. They have come home. They can stop. [24]

    It is dark everywhere now, and everything is where it belongs. [30-150] If somebody should still be awake in
    there, let them sit at the window a while and look out. No hurry. [40-300]

    Good night, house. [10-60]
    """,
    (Caution.LYING,),
)

NOT_HURT = Script(
    "where-it-does-not-hurt",
    "Where it does not hurt",
    "For days with pain: a careful tour that starts in the easiest place you have, and always may go back there.",
    SCAN,
    (Need.PAIN, Need.KINDNESS),
    (MORNING, DAY, EVENING, NIGHT),
    8,
    """
    Arrange yourself so that it is least bad. That may take pillows, and another try. [10] Pain has been loud,
    perhaps, and you have been patient, or impatient; both are understandable. [6]

    Look for one part of you that is all right. An earlobe will do. The tip of the nose, a hand, the left heel.
    [14] Let us call that home. Feel what all right is like: its temperature, its quiet. [18]

    ~ Stay at home a little longer. There is no obligation to leave. [16] If it has a border, follow it with
    attention, as one walks along a garden fence. [16]

    From here, without moving, look across at the place that hurts. Only from afar. [10] Has it an edge? Is it
    steady, or does it come and go? [14] And back home. [12]

    ~ Once more over there, for the length of one breath out. Say to it, if you can: I know you are there. [14]
    Home again, to the quiet part. [14]

    ~ Around every pain some muscles stand guard. They mean well. See whether one of them, the smallest, may go
    off duty. [18]

    ~ If anger comes up, or tears, they belong to the tour. Let them walk along behind. [14]

    Now let attention be wide enough for both, the part that hurts and the part that does not, like a sky that
    has weather on one side only. [20-120]

    What would be kind in the next hour? A cushion, a call, a tablet that was agreed on, cancelling one thing?
    [14] Choose one, and do it without having earned it. [6]
    """,
    (Caution.EYES,),
    (PAIN,),
)

FIVE_TOUCHES = Script(
    "where-you-are-held",
    "Where you are held",
    "Three minutes with the places where you touch the world: seat, feet, hands. Fits into a queue or a lift.",
    SCAN,
    (Need.GROUNDING, Need.CALM, Need.FOCUS),
    (MORNING, DAY, EVENING),
    3,
    """
    You can do this with your eyes open and nobody will know. [3] Something is carrying you just now: a seat, a
    floor, a wall behind you. [5]

    Feel the pressure under the left foot. [8] And the right. They are never quite the same. [8]

    Your hands are touching something, each other perhaps, or cloth, or a telephone. Feel what it is made of
    before you know its name. [10]

    ~ Where does your clothing lie on you? Collar, cuffs, the turn of a sock. It has been touching you for
    hours, politely. [12]

    ~ The back of the thighs, if you are sitting; the outer edge of the heels, if you stand. Let them take a
    little more of the load. [12]

    ~ Air counts too. Find where it is cool: the rims of the nostrils, the wet corner of an eye. [12]

    All those places at once. You are held in more spots than you are hurt or hurried. [10-60]

    Then carry on, on the same floor. [3]
    """,
    (Caution.EYES,),
)

TWO_HANDS = Script(
    "two-hands",
    "Two hands",
    "An attentive rest for hands that type, care, cook or carry. Also for people who cannot bear to close their eyes.",
    SCAN,
    (Need.CALM, Need.FOCUS, Need.PAIN),
    (DAY, EVENING),
    5,
    """
    Lay both hands on your lap, palms up, and look at them as if somebody had left them with you to mind. [8]

    Begin with the right palm. Its three or four long lines; they deepened when you were not looking. [10] Feel
    the palm from inside now, from the hollow of it. Perhaps it pulses. [14]

    Wander out along the thumb and back. The first finger, out and back. [10] The long one. [8] The ring finger.
    [8] The smallest, which does more than it gets credit for. [8]

    ~ Compare. One hand has been attended to and the other has not. Is there a difference in size, in warmth, in
    weight? [14]

    Over to the left, then. The palm, the pulse in it. [12] And out along each finger, at its own pace. [24]

    ~ Turn them over. Veins, knuckles, a scar whose story you know. [14] Skin that closed again. [10]

    ~ Let one hand stroke the other from wrist to fingertips, slowly, as you would for a child who cannot sleep.
    [14] And change over. [14]

    Place them on top of one another, wherever they like to rest, and let them do nothing, which they so rarely
    may. [15-120]

    Thank you for looking after them. They go back to work whenever you say so. [5]
    """,
    (Caution.EYES,),
)

SCRIPTS = (FEET_UP, LIGHTS_OUT, NOT_HURT, FIVE_TOUCHES, TWO_HANDS)
