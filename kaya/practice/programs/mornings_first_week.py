"""Fourteen mornings: the first week."""

from kaya.practice.course import Day

FIRST_WEEK = (
    Day(
        "Before the telephone",
        "at-the-door-of-the-day",
        5,
        "What did the first five minutes feel like before anybody wanted anything?",
        """
        The first thing that many of us touch in the morning is other people’s opinion. The hand goes out in the
        dark, and before both eyes are open we know what has gone wrong in four time zones, and who has not replied.

        For the next fourteen days try this: the telephone comes second. It is not forbidden, it has to wait for five
        minutes, like a guest who has arrived before the table was laid. If it is your alarm clock, switch it off and
        put it face down. If it lies too near, let it sleep in the kitchen from tonight, and get an alarm clock for
        the price of two coffees.

        What is won by this is not time. It is order. First you are there, with your own weather, your back, your
        dream, whatever it may be; and then the world comes in, and meets somebody. It is a difference like that
        between being woken by a knock and by someone who is already standing in the room.

        Five minutes. Sit with the light in your face, and walk in afterwards.
        """,
    ),
    Day(
        "One thing",
        "before-you-begin",
        4,
        "What is the one thing today? And what am I allowed to leave because of it?",
        """
        A list with eighteen things on it is not a plan. It is a wish, and by evening it will be a reproach. On most
        days there is one thing that would make a good day of it if it were done, even though nothing else was. And
        very often it is precisely the one that keeps moving down the list.

        So write a single line this morning, on paper, by hand. Not “tax”, but “put the receipts from March in order
        of date”. It should be so small that you could begin it within two minutes, and so plain that you would know
        in the evening whether it happened.

        Then decide when. Things without an hour live on an island to which no boat goes. For most people the
        strongest time lies in the late morning; you may be an owl, in which case it is your own business. The main
        thing is that it gets the good hour, and not what is left over of the day.

        The other seventeen are not offended. They come afterwards, and strangely several of them turn out to have
        settled themselves.
        """,
    ),
    Day(
        "Waking the body",
        "a-small-sun",
        8,
        "How does my body say yes in the morning, and how does it say not yet?",
        """
        You have lain for hours in the shape of a comma. The discs between the vertebrae have drunk themselves full
        overnight, which is why you are up to a centimetre taller now than in the evening, and somewhat stiffer.
        Nobody should lift a washing machine in the first half hour.

        But being moved is what a body is waiting for, as a dog waits by the door. It need not be exercise. There are
        good people who have been put off for life by the word. A few large, slow movements are enough: arms up, fold
        over, roll up, turn. The rule is that the breath leads and nothing hurts. Whatever cracks may crack.

        If you live with an illness or a handicap, then make it yours. The arms alone, in bed. The eyes to the four
        corners of the ceiling. What counts is the message: good morning, we are several in here, and I have not
        forgotten you.

        Note afterwards, in one word, how awake you are. You will be able to compare it with coffee.
        """,
    ),
    Day(
        "The same place",
        "sounds-near-and-far",
        8,
        "Where is my place for this, and what would make it a little easier to sit down there?",
        """
        Willpower is an unreliable employee. It comes in late, is often ill, and on Fridays not to be found at all.
        Whoever wants to do something every day should therefore need as little of it as possible.

        What helps is a place. Always the same chair, the same corner of the carpet, the end of the bench from which
        one can see the tree. After a week the place begins to do the remembering. You sit down, and something in you
        is already on its way.

        Next comes a hook: something that happens in any case, on to which the new thing gets hung. After the kettle
        has been switched on. Once the cat has been fed. As soon as the door has shut behind the children. “In the
        morning” is no hook, it is a hall. “When the kettle clicks” is one.

        And make it so easy that it is almost ridiculous. If eight minutes are too many, it is one. A minute done
        every day becomes ten sooner than ten that are skipped; for what you practise in the first weeks is not
        sitting. It is coming.
        """,
    ),
    Day(
        "Breath as a dial",
        "the-long-sigh",
        5,
        "At which moments today did I notice my breath, and what was it up to?",
        """
        There are few things in the body that run on their own and yet let you take the wheel. You cannot tell your
        liver what to do. The breath, though, goes on without you all night, and still you may at any moment hold it,
        sing with it, or blow out a candle.

        That makes it a kind of dial. A long way out tends to bring the heart down a little; you may even feel it,
        with a finger on the wrist, how the pulse quickens as you breathe in and slackens as you breathe out. This is
        healthy. It is the two halves of one nervous system passing the ball.

        In the study that today’s practice goes back to, people sighed on purpose for five minutes a day, for a
        month. Their mood brightened somewhat more than that of others who only watched their breath. A small
        difference, in a hundred people or so. Large enough for trying it out, which costs nothing but the look on
        your family’s faces.

        Take one such sigh along into the day: at the lift, ahead of the difficult call. It fits anywhere.
        """,
    ),
    Day(
        "Something to look forward to",
        "three-small-things",
        4,
        "What am I looking forward to today? If nothing, what could I put there?",
        """
        Ask children in the morning what they are looking forward to, and they will tell you. Swimming; the sandwich;
        that Oma is coming. Ask adults, and they look into their diary, where there is nothing of the kind, since it
        does not need an appointment.

        But it does need one. Anticipation is the part of a pleasure which is safest: nobody can take it away, it
        lasts for hours, and it is to be had even when the thing itself gets rained off. So set a small lamp at the
        far end of each day. Half an hour with a book. Dumplings. Ringing up somebody who makes you laugh. It has to
        be something that you like, and not what you ought to like. Jogging only counts for those who would jog in
        secret.

        Do it backward, too, as in the practice: in the evening look for three crumbs which were good. Over the days
        a thread gets spun between the two, from what was nice to what will be. One can hold on to it as one goes
        through a dull afternoon.
        """,
    ),
    Day(
        "A day off",
        "still-in-bed",
        6,
        "What does rest look like when nobody is watching, and what keeps me from it?",
        """
        The seventh morning is free. You need not sit, write or look ahead. You may even read messages in bed if you
        have missed them.

        Rest has got a bad name among busy people. It is something that one has to earn, and the account is never
        quite in credit. Or it is made useful: one rests in order to be able to work, the way one changes the oil.
        But there is a rest that is good for nothing. It is the state in which creatures spend most of their lives
        when nobody is chasing them. Look at a cow.

        Also, what you have been practising needs it. Whatever is learned settles in the breaks; musicians know that,
        and so do people who learn how to juggle. A field that is never left fallow gives no more than one that is,
        it merely gives it more bitterly.

        So today there is only something for before you get up, and that under the blanket. If you leave out even
        this, you have understood the day best of all. Tomorrow the kettle clicks again.
        """,
    ),
)
