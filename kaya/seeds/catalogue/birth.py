"""Before and after a birth."""

from kaya.seeds.language import Category, Service

BIRTH = Category(
    "Pregnancy and birth",
    "Midwives for the months before, the weeks after, and the questions at four in the morning.",
    (
        Service(
            "First meeting with a midwife",
            60,
            55,
            "You and whoever comes with you: what you hope, what you fear, what has been before.",
            "It may be your first child or your fourth, planned or not. You can ask what a midwife does, and what she "
            "leaves to a doctor. Nothing is measured on this day unless you want it.",
        ),
        Service(
            "Pregnancy check",
            40,
            45,
            "Belly, blood pressure, heartbeat; and time for what has come up since.",
            "Your notes stay with you, in a booklet and in your record here if you like. If something should be looked "
            "at by a doctor, you hear it at once and in plain words.",
        ),
        Service(
            "Getting ready for birth",
            90,
            70,
            "One long lesson for two: positions, breath, pain relief, and what partners do all day.",
            "Held by people who have been at many births and are not in love with any one way of doing it. You leave "
            "with a page of wishes that fits into a hospital file.",
            notice=48,
        ),
        Service(
            "After a birth",
            60,
            50,
            "The weeks after: feeding, sleeping, mending, crying, yours and the child's.",
            "In the first two weeks a time is found within a day. The midwife looks at how you heal, weighs the child "
            "if you want to know, and asks how you are as though the answer mattered.",
            notice=4,
        ),
        Service(
            "Feeding",
            45,
            42,
            "Breast, bottle, both: what hurts, what leaks, what worries.",
            "Feed while we talk; that is the point of it. Whatever you decide about how to go on, you are helped to do "
            "that, and not argued out of it.",
            notice=4,
        ),
        Service(
            "Talking about a hard birth",
            60,
            55,
            "For a birth that still comes back in the night, a month or years later.",
            "You tell it as far as you want to. The midwife can read your hospital notes with you and explain what was "
            "done and why. If you need more than this, she knows the therapists here well.",
        ),
    ),
)
