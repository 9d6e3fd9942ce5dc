"""Physiotherapy and massage: hands, and what to do at home."""

from kaya.seeds.language import Category, Service

PHYSIOTHERAPY = Category(
    "Physiotherapy",
    "Slow work on backs, knees, shoulders and jaws, with clear homework.",
    (
        Service(
            "First assessment",
            60,
            60,
            "What hurts, when, since when; how you move; and a plan for the first three weeks.",
            "Wear something that you can bend in. You leave with two exercises, not ten, filmed on your own telephone "
            "if you like. Bring pictures and reports if you have them; they are not required.",
        ),
        Service(
            "Physiotherapy session",
            45,
            42,
            "Treatment by hand, then exercise.",
            "Each time begins with the question what was different since the last. If nothing has changed after four "
            "sessions, the plan is changed, or you are sent to someone who may know better.",
        ),
        Service(
            "Back and neck at the desk",
            40,
            38,
            "By video, at your own desk, with your own chair.",
            "The camera goes to the side so that the therapist sees you sit. Most desks need three changes and none "
            "of them costs money. You practise four movements that fit between two meetings.",
        ),
        Service(
            "After an operation",
            60,
            58,
            "Knee, hip, shoulder, hand: back to stairs, to jars, to the garden.",
            "The therapist follows your surgeon's plan and writes to them when it should be changed. Come for the "
            "first time before the operation if you can: it is easier to learn crutches while nothing hurts.",
        ),
        Service(
            "Jaw and headache",
            45,
            48,
            "For jaws that click, teeth that grind, and heads that ache from the neck.",
            "Gentle work outside and, if you agree, inside the mouth, with gloves. You learn where the tongue rests. "
            "It sounds like nothing and is half of the work.",
        ),
        Service(
            "Pelvic floor",
            60,
            62,
            "After a birth, after an operation, or because laughing has become a risk.",
            "A conversation first, behind a closed door. An internal examination can help and is never needed; much "
            "can be done without it. Also for men.",
        ),
    ),
)

MASSAGE = Category(
    "Massage",
    "Warm rooms, warm hands, no music unless you want it.",
    (
        Service(
            "Quiet massage",
            60,
            55,
            "An hour in which nobody asks you anything.",
            "Before it you say where to work and where not to, and how firm. During it you need not speak. Afterwards "
            "there is tea, and ten minutes in which the room is still yours.",
        ),
        Service(
            "Deep work on the back",
            45,
            50,
            "Firm, slow, and stopped at your word.",
            "For muscles that have held on for a long time. It can ache the next day as after a long walk. It is not "
            "for fresh injuries; the physiotherapists are.",
        ),
        Service(
            "Massage in pregnancy",
            60,
            60,
            "On your side, with as many cushions as it takes.",
            "From the fourth month on. Hips, calves, the small of the back, hands. Please tell us beforehand if your "
            "midwife or doctor has asked you to rest.",
        ),
        Service(
            "Feet and hands",
            30,
            32,
            "For people who stand all day, and people who type all night.",
            "Half an hour in a chair, clothed but for shoes and socks. A good first try if you are not sure about "
            "being touched.",
            notice=4,
        ),
        Service(
            "Long massage",
            90,
            78,
            "An hour and a half, head to feet, without a clock in sight.",
            "The room is heated an hour before you come. You can ask to be woken five minutes before the end or to be "
            "left to wake by yourself.",
        ),
    ),
)
