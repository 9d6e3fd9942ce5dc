"""Ten days with pain as a neighbour."""

from kaya.practice.course import Course, Day
from kaya.practice.library.sources import PAIN
from kaya.practice.script import Need

NEIGHBOUR = Course(
    "pain-next-door",
    "Pain next door",
    "Ten days of living beside a pain that has not gone away, without giving it the whole house.",
    """For people whose pain has lasted longer than three months and who have had it looked at. New pain, pain after a
    fall, pain with fever, numbness, or weakness belongs to a doctor first. Nothing in these days takes the place of
    your treatment, and no medicine should be changed because of it.""",
    (Need.PAIN, Need.CALM, Need.KINDNESS),
    (
        Day(
            "It is real",
            "where-it-does-not-hurt",
            8,
            "Who believes me, and by what do I notice it?",
            """
            Let us begin with what ought to go without saying: it hurts. Not because you want it to, not because you
            are sensitive, and not less because the pictures show nothing. All pain is made in the nervous system,
            that of a broken leg just the same as that of an old back, and none of it is imaginary.

            Pain is an alarm, and a good one as a rule. But alarms can be set too finely. After months of practice a
            nervous system may become so skilled in hurting that it rings for a gust of wind. The ringing is real;
            you hear it, it wakes you. It simply no longer says so exactly how big the fire is. That is what doctors
            mean when they say that long-lasting pain is a condition of its own.

            In this there is some hope, since whatever has learned may learn. It does so slowly, and seldom to the
            point of silence. These ten days do not promise you that it will stop. They are about who lives in the
            house.
            """,
        ),
        Day(
            "The two arrows",
            "the-weather-of-pain",
            9,
            "Yesterday: what was the pain, and what came on top of it?",
            """
            An old Indian text tells of a man who is struck by an arrow, and right after it by a second. The first is
            the pain. The second is what we do with it: why now, it will never end, what have I done wrong this time,
            I can see myself in a wheelchair. The first arrow was not in our hands. The second comes from our own
            quiver.

            That is not a reproach. Nobody shoots it on purpose; it flies off as a knee flies up beneath the doctor’s
            hammer. But it can be told apart from the first one, and whoever can tell them apart has two smaller
            problems instead of one big one.

            In the practice today you will look at the pain as weather, and at what you think of it as wind. It is
            quite enough to find the seam. Say, for instance: there is burning, and there is the thought that I shall
            not be able to go on Saturday. Both may be so. The burning is now. Saturday is a thought which is also
            now, and Saturday itself is not here yet.
            """,
        ),
        Day(
            "Neither all nor nothing",
            "between-two-meetings",
            3,
            "One thing that I always overdo on good days. How long would be easy, even on a bad one?",
            """
            On a good day you do everything. The windows, the shopping, the garden, since who knows when there will
            be another. On the following three you pay for it, on the sofa, and then comes another good one. If one
            drew it, it would look like the teeth of a saw; and with every tooth the blade gets shorter.

            The opposite way is called pacing, and it is duller. You find out how long you can do a thing on a bad
            day without its taking revenge. Say, ironing for eight minutes. Take a little off: six. And then you iron
            for six minutes, also when it is going well, and stop. With a timer, as it feels wrong each time. You
            have a break before you need it, do something else with other muscles, and another six.

            After a week you may add a minute. It is maddening, in the beginning. One has to stop in the middle of a
            shirt. But the nervous system learns something that it cannot learn in any other way: that moving is not
            always followed by an ambush.
            """,
        ),
        Day(
            "The guards",
            "muscle-by-muscle",
            10,
            "Where do I hold on although nothing there has to be held?",
            """
            When something hurts, everything round it stands to attention. The shoulder pulls itself up to protect
            the neck, the jaw helps out, the breath stays shallow so as not to shake anything. For an hour that is
            clever. After a year the guards are as sore as what they were guarding.

            They will not be ordered off. Say to a tense shoulder “relax”, and it does so for as long as one does to
            please a sergeant. It works better by way of a detour: you tense it on purpose, just a little, and let it
            go. What goes down then goes further down than where it came from. You will do that today, group by
            group, and leave out whatever is injured or sore. On those places you only think of letting go; that
            counts.

            In between, during the day, you might ask each time that you pass through a door: who is on guard just
            now? One of them may go and have a coffee. It need not be the biggest. The forehead, for example, has
            never yet held up a back.
            """,
        ),
        Day(
            "What it has taken, and what not",
            "tea-with-what-is-here",
            8,
            "What do I miss most? And what about it was the heart of the matter?",
            """
            Pain is also a bereavement, although nobody sends cards. You may have lost work, or a sport, or the
            person who used to run up the stairs with two bags. You may have lost friends who did not know what to
            say any more. To be sad about that is not self-pity. It is the proper answer to a loss, and one that is
            not given turns into something else, most often into anger about the dishes.

            So today the sadness may come to tea, as long as it likes and you can bear.

            Afterwards there is a question which needs some time. What was it about the thing you miss? Somebody
            missed mountaineering; when he looked more closely, it was being up early, the thermos flask, silence
            with another person in it. The summit was gone. The flask was not. Not everything may be saved like that,
            and you are the only one who can judge. But often the heart of a thing is smaller than the thing, and it
            can be carried with less strength.
            """,
        ),
        Day(
            "Moving again",
            "yoga-in-a-chair",
            10,
            "Which movement have I been avoiding? What would be a quarter of it?",
            """
            A body that is spared becomes sparing. Muscles leave, balance gets lazy, and the circle in which one
            dares to move grows narrower by a chair’s breadth every winter. It all happens out of caution, and you
            were probably advised to be cautious, once, when it was fresh.

            For most pains that have stayed, moving is safe, as long as those who treat you have not said otherwise;
            if you are not sure, ask them precisely that: may I, and what not? It may hurt without harming. You will
            know the difference by what follows. A bit more for some hours, and by the next morning as before: that
            was practice. Clearly worse on the next day and the day after: that was too much, so halve it. Do not
            stop it altogether.

            Choose something of which you would not say that you are exercising. To the letter box. Reaching a shelf,
            five times. Dancing with one arm to one song. The best movement for pain is not to be found in studies:
            it is the one that you do again the day after tomorrow.
            """,
        ),
        Day(
            "Nights",
            "heavy-and-warm",
            12,
            "What makes my nights with pain a little better? A list for the bedside.",
            """
            At night pain has no competition. In the daytime it shares you with the radio, the post and the bus; now
            there is only it, and the ceiling. A bad night makes the next day’s pain louder, and a loud day ruins the
            night. It is worth doing something on either side of that.

            Get the practical things ready beforehand, so as not to have to think at three o’clock: pillow between
            the knees or beneath them, the water, what you may take and when you took it last, written down, socks,
            the little lamp. Have a second place where you can be, a chair with a blanket. To have two places is
            already less of a prison.

            Do not fight for sleep. Let “resting in comfort, as far as possible” be the target; it can be met. Listen
            to something low. Let the breath out longer than in. And if you find yourself thinking about how it will
            all be in ten years’ time, then say kindly: that is the four o’clock department, it is not entitled to
            sign.
            """,
        ),
        Day(
            "Talking about it",
            "the-longer-way-out",
            4,
            "Whom would I like to tell, and what should they do: listen, help, or leave me in peace?",
            """
            “How are you?” is a difficult question for people with pain. The true answer is too long, and the short
            one is not true. So one says “fine” for years, and then is hurt because nobody notices.

            It helps to sort people, not by how dear they are, but by what they can do. There are those to whom one
            can tell it. There are others who cannot listen, but will come at once with a drill. And there are those
            with whom it is a holiday not to mention it at all. All three are good; misfortune comes from asking the
            one for what the other has got.

            Then say which it is. “I only need to moan for five minutes; you do not have to do anything.” “Could you
            carry that up for me on Thursdays?” “Today I would rather hear about your exam.” Others are nearly always
            relieved to be told.

            With doctors three sentences will do, on paper: what I cannot do any more, what I have tried, what I
            should like to be able to do. The last one is the most useful; hardly anybody says it.
            """,
        ),
        Day(
            "Good things are not forbidden",
            "what-held-up-today",
            5,
            "Three things that are pleasant and hurt only a little. When is the next one?",
            """
            There is a silent law in many houses with pain: first it must get better, and then you may be glad again.
            So the concert ticket is given away, the friend put off, the good soap left in its paper for later. In
            this way the neighbour next door has moved into the front room without ever having rung.

            Repeal the law. Pleasure is no reward for being well. It is food, and those who are ill need it sooner
            than others. There is even something to be said for it from the side of the nervous system. What you
            attend to gets louder, and warm water, music, or a really stupid joke are something to attend to. They do
            not turn off the alarm. They occupy the line.

            Make it small, so that it takes place. Not the journey: the train timetable and an espresso at the
            station. Not the whole symphony: the slow movement, lying down, with the window open. And plan it as you
            do physiotherapy, with a day and an hour, because whatever has no hour gets eaten by the pain.
            """,
        ),
        Day(
            "A plan for the bad day",
            "from-the-feet-up",
            12,
            "My plan for a bad day: what I do, what I leave, whom I ring, and what I say to myself.",
            """
            There will be another bad one. It is better to say so now, on a tolerable day, than to let it tell you
            then that everything was in vain. A flare is not a relapse, and does not wipe out what has been learned.
            It is a flare: something with a beginning, a top, and an end that you have always lived to see.

            So today you write a page for the one you will be then, who can decide little. On it is what goes first:
            which appointments may be cancelled without discussion. What stays, in its smallest form: two minutes of
            moving, a proper meal, one call. What eases it: warmth, a position, a practice, the medicine as it was
            agreed on. When you would ring the doctor, because it is not like the other times. And a sentence in your
            own hand; you know by now which one you would believe.

            Then hang it where you lie on such days. The pain may go on living next door. It has its door, and you
            have yours, and yours opens to the street.
            """,
        ),
    ),
    (PAIN,),
)

COURSES = (NEIGHBOUR,)
