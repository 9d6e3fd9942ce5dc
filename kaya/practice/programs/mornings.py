"""Fourteen mornings: the second week, and the whole."""

from kaya.practice.course import Course, Day
from kaya.practice.library.sources import SHORT_BREAKS, SIGHING
from kaya.practice.programs.mornings_first_week import FIRST_WEEK
from kaya.practice.script import Need

SECOND_WEEK = (
    Day(
        "Begin badly",
        "one-stretch-of-work",
        20,
        "What did I begin badly today, and what became of it?",
        """
        Second week. Let us talk about beginning, for that is what it is about with everything that is dear to us and
        frightens us. The empty page, the first bar, the call to the office: nobody is afraid of the middle.

        What is in the way is mostly a picture of how it ought to be. Beside that the first attempt looks like
        something the dog brought in. But every good thing that you have ever seen was once in that state; one did
        not get to see it, as it was cleared away before the guests arrived. Bad beginnings are not the opposite of
        good work. They are what it is made from, as bread is made from something that sticks to your fingers.

        So begin badly and on purpose. Write the worst first sentence. Sort three sheets out of three hundred. Play
        it too slowly and with wrong notes. The bell rings after a while, and then you may stop; in many cases you
        will find that you don’t care to.

        Perfectionism loves preparation. It would be glad to sharpen all the pencils first. Let it. Meanwhile you
        write with the blunt one.
        """,
    ),
    Day(
        "Coming back",
        "one-point",
        8,
        "What calls me away most often, and how do I get back?",
        """
        Anyone who tries to keep their mind on one spot makes a discovery in the first half minute that can be rather
        disheartening: it isn’t possible. The mind gets up and leaves, like a toddler in a museum. One fetches it
        back. It goes. One fetches it.

        People give up at this point because they think that they cannot do it. But this is it. The exercise consists
        of three movements: being there, being gone, noticing. The third is the only one which one can practise, and
        it takes place solely because one was gone. Someone whose mind stood still would have nothing to train on.

        The tone matters. There is a way of coming back that is like a tug on the lead, and each time it makes being
        away a little more attractive. And there is another, as when you turn a sleeping child’s head on the pillow.
        The latter takes no longer.

        At work it is just the same. You will be interrupted, mostly by yourself. Put a slip of paper beside you,
        with a stroke for every time that you come back. It is the only statistic of the day where more is better.
        """,
    ),
    Day(
        "Ten minutes of daylight",
        "round-the-block",
        10,
        "What did I see out there that I would have missed at the window?",
        """
        This morning leads outside. It doesn’t matter how it looks; weather is what one has clothes for. Ten minutes,
        round the block, or up and down in front of the house, or simply standing on a balcony with your collar up.

        A room is always the same temperature, lit from above, and everything in it was put there by you. It answers
        no questions you have not asked. Out of doors there are surprises of the size that is digestible in the
        morning: someone has lost a glove. The starlings are back. It smells of metal, there’ll be snow.

        The eyes can look into the distance at last, which for them is the same as lying down. And the light sets
        your clock, even on a grey morning; in the evening you get tired more punctually by as much.

        Leave the ears free if you can. Those who walk with a voice in their ear walk in the voice. Only for these
        ten minutes listen to what happens to be on. It is live, after all, and there won’t be a repeat.
        """,
    ),
    Day(
        "The awkward thing first",
        "the-longer-way-out",
        4,
        "Which thing is it that I have been carrying about for longer than it would take to do?",
        """
        There’s something on your list that sighs when you look at it. It would perhaps take a quarter of an hour.
        You have been carrying it about for three weeks, and at night it has put on weight.

        Carrying costs more than doing. An unpleasant thing that is put off does not stand in a corner and keep
        quiet; it asks a small toll of everything else. One reads more slowly. One is short with the children. One
        cleans the oven.

        Today it comes first, before the post and before the nice things. Breathe out for as long as it takes to
        dial, and say the first sentence as you’ve written it down: good morning, I am ringing because of the
        invoice. The first sentence is the whole hill. After that it is only a conversation, most often with somebody
        who also didn’t sleep too well.

        If it is truly too big for a quarter of an hour, then do its ugliest inch. And afterwards do not go straight
        on to the next thing. Stand by the window for a minute. Feel how much lighter the corner is in which it
        stood.
        """,
    ),
    Day(
        "Breaks that are breaks",
        "neck-and-shoulders",
        5,
        "What did I call a break today, and did it feel like one afterwards?",
        """
        Whoever works with their head usually takes breaks with their head. They close one window and open another,
        in which there are quarrels. After ten minutes they come back with the same eyes, the same back, and an
        opinion on a minister.

        A break is whatever is different from what went before. If you were sitting, stand up. If you have been among
        people, be alone, and the reverse. After words, something without any: water on the wrists, an apple, the
        plant that needs turning. After looking near, look far.

        Researchers have put together what is known about short breaks of up to ten minutes. People are a bit fresher
        after them, and a bit less tired. That more gets done could not be shown with any certainty. That is
        reassuring. One may take a break without its having to pay.

        Take it a little before you need it. The signs come early: you’ve read the line three times, the jaw is
        working, you are hunting for something sweet. These are not weaknesses. It is your body, saying politely that
        it is still there.
        """,
    ),
    Day(
        "Who does me good",
        "a-thank-you-unsent",
        6,
        "Whom shall I write three lines to today?",
        """
        For twelve mornings you have been looking to yourself. That’s good; and yet what makes a day tends to come in
        through the door. Most people name another person if one asks them for the best moment of their week. It’s
        seldom the ones they’ve spent the most time with.

        Think who is good for you. Not who ought to be. After which calls are you taller than before? With whom can
        you be tired? Who laughs at what you laugh at? It may be just two or three, and one of them might live far
        away, or be eight years old.

        Those relations rarely end with a quarrel. They silt up. Each of the two thinks that the other has no time
        now. Then somebody has to write, without a reason, and somehow one is always waiting for a reason.

        So today: three lines. I thought of you because. Do you remember when. You needn’t answer. It takes less time
        than looking up what has become of someone you never liked. And you’ve given somebody a morning.
        """,
    ),
    Day(
        "What stays",
        "just-sitting",
        10,
        "Which of these mornings do I keep? One habit, its hook, and its smallest form.",
        """
        The last of the fourteen. Perhaps you have done all of them in a row, perhaps they took you two months. Both
        are fourteen mornings.

        Do not keep everything. Someone who comes back from a journey with too much luggage leaves it standing in the
        hall. Look through what there was: the telephone that waits; the one line; the small sun; the same chair; the
        sigh; the lamp at the end of the day; beginning badly; coming back; daylight; the awkward thing; real breaks;
        three lines to someone. Which was easy and did you good? That’s the one. Not the one that would be sensible.

        Give it its hook, and a smallest form that works even when you have a cold and a train to catch. And decide
        in advance what happens if it fails one day. The answer is: nothing. Missing once is an event. You only have
        to see to it that it doesn’t become twice in a row; and should it become seven times, then that is a break,
        and the eighth morning is again the first.

        Today there will be hardly any words. You know how it goes. A bell, and then you.
        """,
    ),
)

MORNINGS = Course(
    "fourteen-mornings",
    "Fourteen mornings",
    "Two weeks of beginning the day a little more on purpose: five to twenty minutes each morning.",
    """For people who are in the middle of the day before they have arrived in it. A short practice, something to read
    with the first cup, a question. If mornings have been black for weeks, and nothing gives you pleasure any more,
    please talk to somebody who treats low moods; then this is an extra, and not the remedy.""",
    (Need.ENERGY, Need.FOCUS),
    (*FIRST_WEEK, *SECOND_WEEK),
    (SIGHING, SHORT_BREAKS),
)

COURSES = (MORNINGS,)
