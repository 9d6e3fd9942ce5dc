"""Sleep stories for the other end of the night."""

from kaya.practice.script import Caution, Need, PracticeKind, Script, TimeOfDay

STORY = PracticeKind.SLEEP_STORY
MORNING, DAY, EVENING, NIGHT = TimeOfDay

BREAD = Script(
    "bread-before-dawn",
    "Bread before dawn",
    "In the bakery at the corner they are already up, so that you can stay lying down.",
    STORY,
    (Need.SLEEP, Need.LOW),
    (NIGHT, EVENING),
    13,
    """
    If you are awake at a strange hour, so are they. On the corner, below the plane trees, there is a light
    behind a misted pane. Let us go as far as the window, and no further. You are warm, and you can see from
    here. [14]

    Three of them are working there. Old Tomé, who has flour in his eyebrows; Inês, who sings without moving her
    lips; and a boy who is new, and who has been given the broom. [22]

    The dough has been lying under a cloth since last evening. It did not do anything but wait, and it has
    doubled. Tomé folds the cloth back, as one looks in on a child, and presses with two fingers. The dents fill
    slowly. It is ready; it does not mind when. [26]

    ~ He tips it on to the long table, and there it lies, broad, and settles. Inês cuts. She weighs with her
    hand before the scales do, and the scales agree. Piece beside piece, all along the wood, like a street of
    small round houses. [26]

    ~ Then they shape. The hand goes round, the edge of it drawing the skin tight, and round again. There is a
    sound to it, soft and dry, of palm on flour, and another, and another. Nobody talks. It can be done with
    closed eyes, and at this hour it partly is. [28]

    ~ The new boy has swept under the racks, and leans on the broom. They let him. One learns a lot from a night
    just by being in it. [24]

    The oven door is of black iron with a wooden grip. When it opens, the room gets orange up to the ceiling;
    when it is closed, it is night again. In go the loaves on the long shovel, eight at a time. [14] The shovel
    comes back empty. [14] Eight more. [26]

    ~ Now there is nothing to do for half an hour, and they do it thoroughly. Inês sits on an upturned crate.
    Tomé looks at the moon, what there is of it, in the upper pane. A tap drips into a pail. [28]

    ~ And then comes the smell. It creeps out under the door and along the pavement. It passes the chemist, the
    bench, the bicycle without a saddle. It goes up the fronts of the houses, floor by floor, in at every window
    that stands ajar, yours too, and lays itself over the sleepers like one more blanket. [28]

    ~ Someone on the third floor turns over and dreams of an aunt. A dog lifts its nose, and puts it down on its
    paws again. [26]

    The loaves come out. If you hold your ear close they crackle as they cool; the bakers say that they are
    talking. Row after row is set on the racks, and the talking becomes slower. [28] Here and there a word.
    [30-90]

    ~ Tomé takes the first, breaks it in three, and they eat standing, without butter, looking at nothing.
    [30-120]

    ~ In the tree a blackbird tries one note and thinks better of it. It is still too early. [30-150]

    The shop opens at seven. Until then everything is taken care of. [30-200] It is warm behind the pane.
    [30-240] You can go on lying there. [30-240]
    """,
    (Caution.LYING,),
)

LAST_TRAM = Script(
    "the-last-tram",
    "The last tram",
    "The number nine goes through the sleeping town to the depot by the river.",
    STORY,
    (Need.SLEEP, Need.CALM),
    (EVENING, NIGHT),
    12,
    """
    Lie so that you could look out sideways, if there were a window. There is one, in this story: it is in a
    tram, the last number nine, at eleven minutes to one. You have the seat over the heating. [14]

    Besides you there is a woman with a cello, which has the place by the aisle, and a man asleep with his cap
    on his knee. The driver knows where he gets off, and will wake him. So that is arranged. [22]

    The doors fold shut with a sigh. A little bell, more out of habit than need, and the street begins to move
    backwards: the shuttered market, the chairs stacked outside the café, the fountain that talks to itself at
    night. [24]

    ~ At the opera steps somebody is walking his shoes home, one in each hand. He lifts one of them in greeting.
    [22]

    ~ Then the long straight avenue with the limes. Their leaves brush along the roof. You know that you know
    this sound, from a time when you were carried. [26]

    ~ Lights are all on amber, blinking, each to itself, like animals that sleep with one eye. The tram does not
    stop, and does not hurry. It says what it says on rails: there you are, there you are, there you are. [26]

    ~ The cello gets off with its woman near the park. It takes a while, and no one minds. They go off over the
    gravel, one tall and the other taller, and round the bend by the hedge. [24]

    In the curve beside the school the wheels sing; a single long note that slides up, then down. You lean a
    little to the left. [12] And slowly come upright. [26]

    ~ The warm air from below has got as far as your knees. Your reflection in the pane has closed its eyes
    before you have. [28]

    ~ At the hospital a nurse is sitting on the wall with her coat over her shoulders, and drinks something from
    a lid. In the windows above her hangs that low blue light that means: someone is looking in every hour. [28]

    ~ The man with the cap is let off at the bridge, by his name. Good night, Anselm. Good night. His steps go
    out to the middle and stop there; he likes to see the river first. [28]

    Only you now, and the driver’s back. The houses get lower. There are gardens, then fences, then a field with
    a white horse lying in it, or a stone. [30-90]

    ~ The depot has its gates open. Inside stand the others, the two, the five, the eleven, nose to tail, with
    their eyes out. There is one space. [30-120]

    ~ The nine rolls in. It takes its time over the last few yards. The hum sinks through the floor, lower,
    lower. [30-150]

    You can stay in your seat. Somebody hangs a blanket round the windows; it is the dark. [30-200] No more
    stops. [30-240] There you are. [30-240]
    """,
    (Caution.LYING,),
)

SCRIPTS = (BREAD, LAST_TRAM)
