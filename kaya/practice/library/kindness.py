"""Kindness, practised: for oneself, for others, and for those in between."""

from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

KINDNESS = PracticeKind.LOVING_KINDNESS
MORNING, DAY, EVENING, NIGHT = TimeOfDay

WIDENING = Script(
    "a-widening-circle",
    "A widening circle",
    "Loving-kindness as it has been practised for a long time: someone dear, yourself, someone neutral, everyone.",
    KINDNESS,
    (Need.KINDNESS, Need.LOW),
    (MORNING, DAY, EVENING),
    10,
    """
    Sit as one sits with a friend. [6] We will wish people well, silently, a few plain sentences at a time. You
    do not have to feel anything in particular; wishing is enough, as watering is enough for a seed. [6]

    Think of someone it is easy to like. A child, an old neighbour, a dog. See them come in at a door and be
    glad. [12] Say to them inwardly: may you be safe. [8] May you be well in body and mind. [8] May you have
    what you need. [10]

    ~ Watch their face as the wish arrives. It may do something to yours. [16]

    Now turn the same lamp on yourself, as you are this minute. May I be safe. [10] May I be well, as far as can
    be. [10] May I have what I need. [12] If that feels odd, wish it to the child you were. [12]

    ~ There may be a voice that objects. Put the objector into the circle: may you, too, be at ease. [16]

    Next, somebody you neither like nor dislike: the one who sold you bread, who drove the bus. They have a bed
    at home, and a worry. [12] May they be safe. [8] May they be well. [8] May they have what they need. [10]

    ~8 If you wish, someone with whom it is difficult. Not the worst one. Stand at a good distance, and only
    hope that what makes them hard may grow less. [18] If that is too much today, come back to your friend at
    the door. [14]

    ~ Then all who are in this building, or along this street, awake or asleep. [16] May it be a bearable
    evening for them, wherever they are in it. [14]

    ~12 And further out: hospitals, ships, kitchens, prisons, cradles. [18] Let the wish go where it can,
    without you following. [20]

    Rest in the middle of the circle that you have drawn. [20-180]

    Keep one of those faces with you as you get up. [5]
    """,
    (Caution.EYES,),
)

HARD_DAY = Script(
    "a-kind-word-on-a-hard-day",
    "A kind word on a hard day",
    "A few minutes of taking your own side, when something went wrong or somebody was unkind.",
    KINDNESS,
    (Need.KINDNESS, Need.LOW),
    (DAY, EVENING, NIGHT),
    5,
    """
    Something was hard, or you would not be here. Let it have its name, in three or four words. [10] Not the
    whole story; just the headline. [6]

    Say it as a doctor would write it down: this hurts. [8] Or: I am ashamed of that. Or: I am so tired. [8]
    There, it is written.

    ~ Where in the body does it sit? Put a hand there, or on your arm if you would rather. The hand need not do
    anything. It keeps it company. [16]

    This kind of thing happens to people. In this very hour somebody, somewhere, is sitting on the edge of a
    bath with the same lump in the throat. [12] You have not dropped out of the human race; this is what it is
    like inside it. [10]

    ~ Imagine that a friend had told you this about themselves. You would put the kettle on. What is the first
    sentence you would say? [16] Try it on yourself, in that very tone. [14]

    ~ If you made a mistake, it can be mended or apologised for tomorrow; punishing you tonight will not speed
    it up. [14]

    What do you need to hear? It may be short. I am here. Enough for today. You could not know. [14] Say it
    slowly, twice, and leave it there. [12-60]

    Now do one gentle thing before anything useful: wash your face, step outside, lie down. [8]
    """,
    (Caution.EYES,),
)

PASSER_BY = Script(
    "someone-on-the-way",
    "Someone on the way",
    "Kindness with open eyes, for trains, pavements and waiting rooms: silently wishing strangers well.",
    KINDNESS,
    (Need.KINDNESS, Need.CALM, Need.LOW),
    (MORNING, DAY),
    4,
    """
    You are among people, or will be soon. No one needs to notice what you are about to do, and staring is not
    part of it. [5]

    Pick one person by something small: a red bag, a limp, the way they hold their cup. [8] They got up this
    morning, like you, and looked for their other shoe. [8] Wish them something exact. That their train is on
    time. That the letter is good news. [12]

    Let them go, and choose another. [6] This one may be in a hurry, or cross. What might they be carrying home?
    [10] A short wish, thrown like a ball that needs no catching: go well. [10]

    ~ Take somebody you would usually look past. [8] Half of what they know you will never hear about. [8] May
    somebody be pleased to see them tonight. [12]

    ~ Take one who is doing their job just now, behind glass or in a bright vest. May the shift be short, and
    the feet hold out. [12]

    ~ The whole lot of them at once, breathing the same rather used air. [12] Go well, all of you. [14-90]

    One more: the person on this seat, in these shoes. [8] You go well, too. [5-30]
    """,
    (Caution.EYES, Caution.WALKING),
)

FOR_A_FRIEND = Script(
    "for-someone-who-is-ill",
    "For someone who is ill",
    "When a person you love is unwell and you can do nothing more today: a place to put the love, and a rest from it.",
    KINDNESS,
    (Need.KINDNESS, Need.LOW, Need.CALM),
    (DAY, EVENING, NIGHT),
    7,
    """
    You have been thinking of them already. Let them come nearer now, not as in the bed, or the last telephone
    call, but on some ordinary afternoon when they were quite themselves. [14]

    Hear how they laugh, or clear their throat. [12] Nothing that has happened since can reach back into that
    afternoon. [10]

    Tell them what you would like for them. An hour without pain. [8] Sleep that mends. [8] Someone patient at
    their side when it cannot be you. [12]

    ~ And if you do not know what to wish any more, wish them this: not to be alone in it. [16]

    ~ You may be frightened. Love and fear are in the same room so often that they look alike. Feel for the one
    that was there first. [18]

    It is not in your hands. Look at your hands; see all that is, and that this is not. [12] They have brought
    soup, filled in forms, held on. [12] For the next minutes they are off duty. [12]

    ~ Someone looks after the one who looks after. Today that is you: have you eaten, have you been out, who
    knows how you are? [16]

    ~ Think of the nurses and neighbours who are up now, on their account and others’. A wish for those as well:
    steady feet, a good chair. [16]

    Leave your friend in that ordinary afternoon, with the sun on the table. [15-120] It goes on there. [12-90]

    Come back gently. You can send them one line later, or none. [5]
    """,
    (Caution.EYES,),
)

PUT_DOWN = Script(
    "putting-the-day-down",
    "Putting the day down",
    "An evening practice of letting people off, including yourself: nobody is forgiven who should not be.",
    KINDNESS,
    (Need.SLEEP, Need.KINDNESS, Need.CALM),
    (EVENING, NIGHT),
    8,
    """
    The day is over, whatever it thinks. Let it come past once more, quickly, like a street from a bus. [14]

    Somebody was short with you, perhaps, or did not answer. [8] You need not decide whether they were right.
    Just for the night, unhook their name from where it has caught. [14]

    ~ There was also somebody who made it lighter: held a door, sent a picture, said your name properly. Look at
    them a little longer than at the other. [18]

    Now you. There will be something you did too fast, or not at all. [10] Tell yourself what you would tell a
    colleague on the stairs: it was a full day. [14]

    ~ Was there a moment in which you were rather good? Nobody clapped, it may have been about a parking space.
    Take it out and look at it. [18]

    ~ What is unfinished may lie on the table until morning. It will keep its place; unfinished things are known
    for that. [18]

    ~ Some things are too big to be let off in one evening, and some should not be. Put those in the hall, on a
    chair, with the light on. They may stay there. You do not have to sit up with them. [20]

    Feel the pillow, or the back of the chair, take over. [14] May everyone who was in this day sleep. [12] May
    you. [20-240]

    And the bus drives on without you, to the depot. [8-60]
    """,
    (Caution.LYING,),
)

SCRIPTS = (WIDENING, HARD_DAY, PASSER_BY, FOR_A_FRIEND, PUT_DOWN)
