"""Dental care, unhurried."""

from kaya.seeds.language import Category, Service

DENTAL = Category(
    "Dental care",
    "Teeth, looked after by people who stop when you raise your hand.",
    (
        Service(
            "Dental check",
            30,
            45,
            "A look at every tooth, and a clear answer on what can wait.",
            "The dentist shows you what she sees on a screen, if you want to look. You get a list in three parts: what "
            "should be done soon, what should be watched, and what is fine.",
        ),
        Service(
            "Cleaning",
            45,
            65,
            "Tartar and stains taken off, slowly where it is tender.",
            "Say if your gums bleed or if cold hurts: then a gel is used first. At the end you are shown the two "
            "places that your brush misses. There are always two.",
        ),
        Service(
            "Filling",
            50,
            90,
            "One tooth, one hour, no surprise on the bill.",
            "The price is for one filling of usual size; if it turns out larger you are asked before anything more is "
            "done. You can have music, or quiet, or be told each step.",
            notice=48,
        ),
        Service(
            "Toothache today",
            30,
            60,
            "A place is kept free every working day for people in pain.",
            "The aim is that you can eat and sleep tonight. What has to follow is planned afterwards, with a clear "
            "head. If you have a fever or your face is swelling, call first: you may need a hospital.",
            notice=2,
        ),
        Service(
            "Children’s first visit",
            30,
            35,
            "The chair goes up and down. That may be all that happens.",
            "For children from two years on. They count teeth, hold the mirror, and choose whether to open the mouth. "
            "Parents learn what to do about thumbs, night bottles and refused brushes.",
        ),
        Service(
            "For anxious patients",
            60,
            75,
            "A first appointment for people who have not been for years.",
            "It begins in two armchairs, with clothes and shoes on and the instruments out of sight. You agree on a "
            "sign that means stop. Nothing is done on the first day that you did not ask for.",
            notice=48,
        ),
        Service(
            "Night guard",
            40,
            180,
            "For jaws that work while you sleep.",
            "Two short visits: a scan, and two weeks later the fitting. The price holds the guard and one correction. "
            "The physiotherapists here also treat jaws, and the dentist will tell you when that is the better way.",
            notice=48,
        ),
    ),
)
