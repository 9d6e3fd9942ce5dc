"""Talking therapy: for one, for two, for a family."""

from kaya.seeds.language import Category, Service

THERAPY = Category(
    "Talking therapy",
    "Time to think aloud with someone who is trained to listen.",
    (
        Service(
            "First conversation",
            50,
            60,
            "An hour to say what brings you, and to find out whether you want to come back to this person.",
            "You need not know where to begin. The therapist asks a few questions about now, about before, and about "
            "what you hope will be different. At the end you decide together what a next step could be; it may also be "
            "someone else, and then you are told whom.",
        ),
        Service(
            "Individual therapy",
            50,
            65,
            "A regular hour, at the same time each week or every second one.",
            "You bring what is there. Some weeks that is a decision, some weeks a dream, some weeks nothing much, and "
            "those are often the useful ones. Every six to eight hours you look back together and ask whether this "
            "still helps.",
        ),
        Service(
            "Couples therapy",
            75,
            95,
            "For two people who have the same quarrel again and again, or who have stopped quarrelling.",
            "Both come, both are heard, and nobody is the judge. The work is to slow the quarrel down until one can "
            "see its parts. You can come from two places by video, as long as each of you sits alone in a room.",
            notice=48,
        ),
        Service(
            "Family conversation",
            90,
            110,
            "Parents, children, grandparents: whoever belongs to it and can be in one room.",
            "For a house in which something has become hard to say. Children of six and older are welcome and do not "
            "have to speak. The therapist speaks with the adults for a quarter of an hour first.",
            notice=48,
        ),
        Service(
            "Grief counselling",
            50,
            55,
            "For the first year after a loss, and for the ones after it.",
            "There is no order in which this has to happen, and no date by which it has to be over. You may bring "
            "photographs, letters, silence. If the nights are the worst part, say so: there are things that help with "
            "nights.",
        ),
        Service(
            "Help with sleep",
            45,
            58,
            "Six meetings with a plan, for people who lie awake.",
            "You keep a short diary of your nights for a week before the first meeting. From it you and the therapist "
            "work out a plan that you change a little each week. It asks for patience in the second week, which is "
            "usually the hardest; you are not left alone with it.",
        ),
        Service(
            "Worry and panic",
            50,
            62,
            "Practical work on fear: what it does in the body, what feeds it, what lets it pass.",
            "In small steps that you choose, toward the things that you have been going around: the bridge, the "
            "telephone, the full train. Each step is practised together first, and talked over afterwards.",
        ),
        Service(
            "Check-in by phone",
            20,
            25,
            "Twenty minutes between two appointments, when waiting is too long.",
            "For people who are already in therapy here. It does not replace an hour; it carries one over. If you are "
            "in danger, please call your emergency number: 112 in Europe.",
            notice=4,
        ),
    ),
)
