"""General medicine: from a first visit to the yearly look-over."""

from kaya.seeds.language import Category, Service

MEDICINE = Category(
    "General medicine",
    "A doctor who has time to ask, and who writes down what was said.",
    (
        Service(
            "Doctor’s visit",
            30,
            55,
            "Something is not right, and you would like a doctor to look at it.",
            "Bring what you take, in its boxes, and the letters that you have. At the end you get a page in plain "
            "words: what was found, what was not looked at, what to watch for, and when to come again.",
        ),
        Service(
            "Long first visit",
            60,
            95,
            "An hour for a story that has many parts.",
            "For people with several conditions, many medicines, or a long way behind them. The doctor reads what you "
            "send beforehand, so that the hour is for talking and for the examination.",
            notice=48,
        ),
        Service(
            "Video visit",
            20,
            40,
            "For questions that need no hands: a result, a rash, a letter, a prescription that runs out.",
            "Sit where the light falls on you and have your medicines at hand. If the doctor finds that you have to be "
            "examined, you are told where to go and the video visit is not charged.",
            notice=4,
        ),
        Service(
            "Yearly look-over",
            45,
            80,
            "Blood pressure, blood, heart, skin, and the questions that one puts off.",
            "Which tests make sense depends on your age and your family, and you decide which you want. Come fasting "
            "if you would like the blood taken at once. The results come with a sentence to each, not as a table "
            "alone.",
        ),
        Service(
            "Medicines, sorted",
            40,
            60,
            "All that you take, on one table: what for, since when, and whether still.",
            "Bring everything, also what you bought yourself. You leave with a plan for the week that fits on one "
            "page, and your pharmacist gets a copy if you wish.",
        ),
        Service(
            "Travel advice and vaccinations",
            30,
            45,
            "Where you are going, for how long, and what is worth carrying.",
            "Come six weeks before you leave if you can, and later rather than not at all. Vaccines are charged at "
            "what they cost. Bring your vaccination booklet, or what you remember of it.",
        ),
        Service(
            "Women’s health visit",
            40,
            70,
            "Periods, contraception, the change, and whatever else you would rather not explain at a counter.",
            "Nothing is examined without asking first, and someone of your choice may be in the room. You can ask for "
            "a visit in which there is only talking.",
        ),
    ),
)
