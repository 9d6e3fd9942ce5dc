"""Coaching, and practical things that are neither medicine nor therapy."""

from kaya.seeds.language import Category, Service

COACHING = Category(
    "Coaching",
    "For decisions, for work, for the thing that you keep postponing.",
    (
        Service(
            "Find out whether it suits",
            20,
            0,
            "Twenty minutes, free of charge, to hear each other's voice.",
            "You say what you would like to be different. The coach says how they would go about it, or that someone "
            "else would be better.",
            notice=2,
        ),
        Service(
            "Coaching hour",
            60,
            70,
            "One question, thought through to its end.",
            "You send two lines the day before: what it is about, and what would make the hour worth it. At the end "
            "you say aloud what you will do, by when, and who will notice.",
        ),
        Service(
            "A difficult conversation, rehearsed",
            45,
            55,
            "The talk with your boss, your father, your tenant: held here first.",
            "The coach plays the other side as well as you can describe it. You try three beginnings. Most people "
            "leave with a single sentence and that is enough.",
        ),
        Service(
            "Back to work after illness",
            60,
            62,
            "Hours, tasks, whom to tell what, and how to stop in time.",
            "You make a plan for eight weeks that you could show to your employer, and one for yourself that you need "
            "not show to anybody.",
        ),
        Service(
            "Changing course",
            90,
            98,
            "For people at forty, or twenty-five, or sixty-one, who think: not this any more.",
            "A long first session with paper and scissors. What do you do well, what do you do only because you once "
            "could, what would you do badly and gladly? Two shorter ones follow if you like.",
            notice=48,
        ),
        Service(
            "Study that gets done",
            45,
            40,
            "Theses, exams, and the drawer in which the form lies.",
            "Small pieces, fixed hours, someone who asks. For students and for everybody who has something due.",
        ),
    ),
)

CALM = Category(
    "Rest and long illness",
    "Company on a road that is longer than one would like.",
    (
        Service(
            "Living with pain",
            60,
            58,
            "Pacing, rest, good days and the price of good days.",
            "You draw your week as it is. Then you look for two hours in it that could be lighter. This goes beside "
            "treatment; it does not replace it.",
        ),
        Service(
            "For those who care for someone",
            50,
            40,
            "An hour for the one who never sits down.",
            "You may complain here. You may also find out what help there is to be had, and practise asking for it.",
        ),
        Service(
            "Energy that has to be counted",
            45,
            45,
            "After an infection, in a long fatigue: how to do less so that more is possible.",
            "By video, lying down if you like, with breaks. A short written summary afterwards, since remembering also "
            "costs.",
        ),
        Service(
            "Last things, spoken about",
            75,
            0,
            "Wishes, papers, fears: for people near the end of life, and those who love them.",
            "Free of charge, at your pace, alone or with your family. Nothing has to be decided. What is decided is "
            "written down as you said it.",
            notice=2,
        ),
        Service(
            "Ten minutes of quiet, guided",
            15,
            10,
            "A short rest with a voice, on a day that has none.",
            "You lie down, you switch your camera off, someone speaks slowly for ten minutes. That is all.",
            notice=1,
        ),
    ),
)
