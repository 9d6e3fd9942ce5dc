"""Yoga and acupuncture: moving, lying still."""

from kaya.seeds.language import Category, Service

YOGA = Category(
    "Yoga and breath",
    "One teacher, one pupil, and no mirror.",
    (
        Service(
            "First yoga lesson",
            60,
            38,
            "For people who have never done it, and people who were once put off.",
            "You say what your body can and cannot do today, and the lesson is made from that. A chair counts as a "
            "mat. You leave with twelve minutes to do at home.",
        ),
        Service(
            "Private lesson",
            60,
            42,
            "A practice made for you, and changed as you change.",
            "With a drawing of each week's sequence, so that you need no screen at home.",
        ),
        Service(
            "Yoga for stiff mornings",
            40,
            30,
            "Slow, on a chair or on the floor, before the day has asked for anything.",
            "For joints that need half an hour to be spoken to. Nothing is forced to its end. Ask your doctor first if "
            "you have had a fracture this year.",
        ),
        Service(
            "Yoga in pregnancy",
            50,
            38,
            "Room for two, from the fourth month to the last week.",
            "Standing, leaning, resting on the side; breath for labour and breath for queues. Please have spoken with "
            "your midwife or doctor.",
        ),
        Service(
            "Breath, learned properly",
            45,
            36,
            "Four ways to breathe and what each is for.",
            "One to settle, one to wake, one to sleep, one for when nothing works. Taught slowly, with a page to keep. "
            "Those with asthma or a heart condition are welcome and should say so.",
        ),
    ),
)

ACUPUNCTURE = Category(
    "Acupuncture",
    "Fine needles, a warm room, half an hour of lying still.",
    (
        Service(
            "First acupuncture",
            75,
            68,
            "A long conversation, a look at the tongue, and a short first treatment.",
            "The needles are as thin as a hair, used once, and placed only where you have agreed. You can have them "
            "taken out at any moment. Please eat something before you come.",
        ),
        Service(
            "Acupuncture session",
            50,
            52,
            "Half an hour with the needles in, and time to come back from it.",
            "Most people come weekly for a month and then look back. If nothing is different by then, you are told "
            "that this may not be the way for you.",
        ),
        Service(
            "Ear acupuncture",
            30,
            30,
            "Five points, sitting up, clothed.",
            "A small beginning for those who are curious, and for those who do not like to undress or lie down.",
        ),
        Service(
            "Acupuncture for headaches",
            50,
            54,
            "For heads that ache more days than not.",
            "You keep a calendar of the aches, so that you and the practitioner can both see whether it helps. It goes "
            "beside what your doctor gives you; please do not stop medicines by yourself.",
        ),
    ),
)
