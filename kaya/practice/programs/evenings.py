"""Seven quieter evenings: sleep, without a fight."""

from kaya.practice.course import Course, Day
from kaya.practice.library.sources import SLEEP_THERAPY, TO_DO_LIST
from kaya.practice.script import Need

EVENINGS = Course(
    "seven-quieter-evenings",
    "Seven quieter evenings",
    "A week of small changes between supper and sleep, one each evening.",
    """For people who go to bed tired and lie there awake. One thing an evening, none of it heroic. This is no
    treatment: if sleep has been poor for more than three months, ask somebody who treats sleeplessness about cognitive
    behavioural therapy for insomnia. It is what sleep doctors recommend first, before tablets.""",
    (Need.SLEEP, Need.CALM),
    (
        Day(
            "A landing strip",
            "six-a-minute",
            5,
            "What does my last hour before bed look like now, minute by minute?",
            """
            Aeroplanes do not stop above the runway and drop. They come down over half the county, a little lower
            with every mile. People, on the other hand, answer one more message, switch off the lamp and expect to be
            asleep by the time their head arrives.

            Tonight you only mark out the strip. Choose the hour at which you would like the light to be out, and go
            back sixty minutes from there. From that point on nothing has to become better, tidier or cleverer. What
            you do there may be dull: washing up, laying out clothes, sorting a drawer of string. Dull is good. Dull
            is what the last hour is for.

            You do not have to ban anything yet. If the telephone comes along, let it, but notice what it does to
            you: does it lower you or lift you? Some programmes are a bath and some are a fire drill, and only you
            can tell which is which.

            It will not make you sleep tonight, perhaps. That is all right. Runways are built before the plane is in
            sight. You have drawn two white lines, and tomorrow you will know where they are.
            """,
        ),
        Day(
            "The worries’ own hour",
            "worries-on-the-table",
            10,
            "What keeps turning up at night, and when during the day could I meet it instead?",
            """
            There is a sort of thought that waits until you are lying flat. All day it was not to be found, and now
            it sits on your chest with its papers. It does not come because you are weak. It comes because this is
            the first moment in which nobody else is talking to you.

            One can offer it another appointment. Early in the evening, at a table, with a pencil: ten minutes in
            which worrying is what you are there for. Write down all that comes. Beside whatever can be moved, write
            the first move, as plainly as an instruction to a stranger. In a sleep laboratory, young people who spent
            five minutes writing down what was still to be done fell asleep sooner than those who wrote down what
            they had finished; and the more exact the list was, the sooner. It was a small study of healthy people.
            But a pencil costs little.

            Then fold the sheet, and give it a place that is not the bedroom. If one of them comes by at night all
            the same, you need not argue with it. You only tell it where it is written. Mind the difference: you are
            not pushing it away. You are asking it to keep to its hour.
            """,
        ),
        Day(
            "The bed is for sleeping",
            "heavy-and-warm",
            9,
            "What else does my bed know me for, apart from sleep?",
            """
            A bed learns. If somebody has lain awake in it night after night, calculating, quarrelling, looking at
            the clock, then lying down is enough to start the calculating. You know it the other way about, too: the
            sofa at half past nine, where you were not supposed to fall asleep at all.

            So one of the oldest rules against sleeplessness goes: give the bed back its one meaning. Go to it when
            you are sleepy, and not merely because it is late. Sleepy means that the eyes want to close, and the
            sentence has to be read twice. If you lie awake for what feels like a quarter of an hour (feel it; do not
            look), get up. Sit somewhere dim with something of no importance. When sleepiness comes back, so do you.
            This can happen several times in a night, and it is tiresome, and it is not a failure; you are teaching a
            piece of furniture.

            Should getting up be hard or unsafe for you, because of pain or dizziness, or because you might fall,
            then stay, and sit up against the pillow instead. Dim light, dull book, the same rule. Leave the bed to
            sleep and to love, and let everything else happen on a chair.
            """,
        ),
        Day(
            "What light does",
            "round-the-block",
            12,
            "Where was the light in my day today: how much in the morning, how much in the last hour?",
            """
            This day begins in the morning. Somewhere behind your eyes there is a clock, no larger than a grain of
            rice, which runs a little slow or a little fast in nearly all of us and is set anew each day by light.
            Daylight soon after getting up tells it: here is the beginning, count from now. Bright light late in the
            evening tells it that noon has been put off.

            An overcast sky is many times brighter than a well-lit kitchen, though it does not look so; eyes are
            great diplomats. That is why ten or twenty minutes out of doors early on do more than an hour beneath the
            best lamp. No sunglasses are needed, and no looking into the sun. You only have to be outside.

            In the evening turn it round. From your white line on, let the lamps be few, low and yellow. One on the
            floor is a different room from four on the ceiling. As for the screens, it matters less how blue they are
            than how near they are, and how exciting.

            Getting up at the same time each morning, also after a bad night, also on Sundays, is the second hand on
            that clock. It sounds hard-hearted. Tonight only set the alarm; you may be cross with it tomorrow.
            """,
        ),
        Day(
            "Awake at four",
            "four-in-the-morning",
            20,
            "What would I say to a good friend who rang me at four in the morning and could not sleep?",
            """
            Nobody sleeps through the night. Everybody comes up several times, like a swimmer, takes a look round,
            and goes down again without remembering. The trouble does not begin with waking. It begins with the
            sentence that comes after it: now I shall be useless tomorrow.

            The hour before dawn is not a good one for judging a life. Your temperature is at its lowest; there is
            nobody to contradict; every debt looks larger by moonlight. You could make a rule that decisions,
            diagnoses and conclusions which are reached between two and five do not count, like goals after the
            whistle. They may be handed in again at breakfast. Most of them do not come.

            Turn the clock to the wall. Knowing the time has never helped anybody to fall asleep; it just gives you
            something to subtract from.

            And remember what is at stake: tiredness. Tiredness is unpleasant, and you have lived through it before,
            often, and have been kind to people and found your keys on such days. Lying still in the dark is also
            rest. If sleep wants to come, it will find you there, lying down, with your eyes shut, which is half the
            work.
            """,
        ),
        Day(
            "What you drink, and when you doze",
            "rest-without-sleeping",
            12,
            "Which two things do I suspect of costing me sleep, and what would trying it out look like for three days?",
            """
            Today is for detectives. Sleep is made during the day, from things one does not think of as having to do
            with it.

            Coffee, for one. Half of what you drink at three is still in you at eight or nine, and in some people
            much longer; they are not imagining it. Tea, cola and dark chocolate belong to the same family. Wine is a
            cheat of another kind: it brings you down quickly and wakes you at three with a dry mouth, and the second
            half of the night has holes in it. A heavy supper has to be carried upstairs. So has hunger.

            Then the nap. A short one, before three, does most people no harm. A long one in the evening before the
            television has eaten the appetite for the night. If you are worn out, lie down and rest without sleeping,
            as in today’s practice. Moving about by day helps; being out of breath shortly before bed does not.

            Do not change everything at once, or you will never know who it was. Choose the likeliest suspect, and
            let it stay outside for three days. Medicines can disturb sleep as well; if you think of yours, do not
            stop them, but ask whoever prescribed them.
            """,
        ),
        Day(
            "Good enough nights",
            "the-night-ferry",
            15,
            "What of this week do I want to keep, and what may go?",
            """
            You have come to the end of the strip. Perhaps some nights were better, perhaps this was the worst week
            of the year because the child had a cough. Both say little. Sleep is like the weather at the coast: to
            know something about it one has to look at a month and not at a Tuesday.

            There is a way of trying for sleep that keeps it away, as one cannot fall in love by clenching one’s
            teeth. People who sleep well do not do anything for it. They do not deserve it more, either. What you can
            do is to make the house ready: a low light, a table on which the worries lie, a bed that knows one thing,
            a morning that begins at its time. Then go and sit on the step. Somebody will come, or will come later.

            Keep the two or three habits that cost you least. Habits that are dear do not stay.

            And be honest about the other case. If it has been three nights a week for three months or more, if you
            snore and wake unrested, if your legs will not lie still, or if the days are getting dark, then this is
            more than evenings can carry. There are people who treat it, and they treat it well. Write to one of them
            while it is light.
            """,
        ),
    ),
    (SLEEP_THERAPY, TO_DO_LIST),
)

COURSES = (EVENINGS,)
