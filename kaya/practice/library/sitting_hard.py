"""Sitting with what is hard: a feeling, a loss, a pain."""

from kaya.practice.library.sources import PAIN
from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

SITTING = PracticeKind.MEDITATION
MORNING, DAY, EVENING, NIGHT = TimeOfDay

WHAT_IS_HERE = Script(
    "tea-with-what-is-here",
    "Tea with what is here",
    "Sitting down with a difficult feeling: letting it in, asking what it is about, and staying the host.",
    SITTING,
    (Need.LOW, Need.CALM, Need.KINDNESS, Need.PAIN),
    (DAY, EVENING),
    8,
    """
    Something has been standing at your door, perhaps for days. Fear, or anger, or a sorrow with no label. [8]
    You can open on the chain. If it turns out to be too much, stop, look round the room, have a drink of water;
    that is part of the practice. [6]

    Guess who it is. Say: this might be disappointment. [14] If the name does not fit, try another; a good fit
    feels like a small sigh. [14]

    Let it come in and take the chair across from you. It can keep its coat on. [14] Where do you feel it, now
    that it is sitting? Throat, stomach, hands? [18]

    ~ Is it hot or cold, hard or hollow, still or fidgety? A feeling is also weather in a body, and one may
    describe the weather. [22]

    ~ Ask it, in a friendly way: what are you afraid would happen if you left? Then be quiet for longer than is
    polite. [25-60]

    ~ Under anger there is sometimes a hurt, and under the hurt something that you love. Look if there is a
    floor below. [25-60]

    ~ You are larger than your guest. You own the table, the lamp and the kettle. [20-45]

    What does it need: to be seen, to be told the truth, to be walked round the block? [18] Can you give it a
    spoonful? [14]

    It may stay a while or go; you have met. [20-120] Rinse the cups. [3-30]
    """,
    (Caution.EYES,),
)


WITH_LOSS = Script(
    "a-chair-for-who-is-missing",
    "A chair for someone who is missing",
    "For grief: a few minutes in which you do not have to manage it.",
    SITTING,
    (Need.LOW, Need.KINDNESS),
    (EVENING, DAY, NIGHT),
    9,
    """
    Somebody is missing, or something that was your life. You do not have to be further on than you are. [8] If
    this is a bad day to go near it, come back on another; it will be here. [6]

    Keep something of theirs close, or simply their name. [14] Say it once aloud. Names want to be said. [14]

    Let there be an empty chair, wherever they would have chosen to sit. [16] Tell them one small piece of news,
    the sort that you used to save up for them. [25-60]

    ~ What would they have answered? You know the tone so well that it comes of its own accord. [20-45]

    ~ Grief comes in gusts, and between them there are minutes when one thinks about shoelaces. That is not
    betrayal; it is how it can be borne. [22]

    ~ Is there something you are still sorry about, or still cross about? They can hear that now; there is
    plenty of time where they are. [22]

    ~ What have you kept from them: a recipe, a swear word, a way of folding shirts? Look at your hands; part of
    it is in there. [22]

    Cry, or do not. Sit with the chair as long as you like. [30-180] It may remain, when you go, at its place at
    your table. [12]

    Drink something now, and let somebody know that you were here today. [6-40]
    """,
    (Caution.EYES,),
)


WEATHER_OF_PAIN = Script(
    "the-weather-of-pain",
    "The weather of pain",
    "Sitting with long-lasting pain: moment by moment, it is never quite the same.",
    SITTING,
    (Need.PAIN, Need.CALM),
    (MORNING, DAY, EVENING),
    9,
    """
    You know this pain better than anybody who has ever asked you to rate it. We are not going to rate it. [8]
    Change your position whenever that is wiser than staying. [5]

    What is easy in you just now, even if it is only the lids? Begin there. [18]

    Turn to where it is, as a farmer would look up at the sky in the morning: without approval, in order to
    know. [16] Is it one weather or several? Pressure here, heat there, a pulling further down? [20-45]

    ~ Stay for one breath with the middle of it, and for the next with its edge. Middle. [14] Edge. [16] Which
    way does the edge move? [16]

    ~ There is the pain, and then there is what one thinks about it: for ever, what if, why me. These have
    reasons too. See them as the clouds and the other as the wind. [24]

    ~ Find out whether you are bracing. The hands, the brow, the breath held at the top. One notch less in one
    of them. [22]

    ~ In this hour it has gone up and down. Can you catch it while it is going down, even by a hair? [25-60]

    Give yourself sky: hearing, the light on the lids, the ground, the air. It takes up its part of that, and
    not the whole. [25-150]

    Plan the next hour as for the weather there is. [10] And tell someone who treats you if it is new, or
    different, or worse. [3-20]
    """,
    (Caution.EYES,),
    (PAIN,),
)

SCRIPTS = (WHAT_IS_HERE, WITH_LOSS, WEATHER_OF_PAIN)
