"""Four weeks after too much: the fourth week, going on differently, and the whole."""

from kaya.practice.course import Course, Day
from kaya.practice.library.sources import BURNOUT
from kaya.practice.programs.recovery_first_week import FIRST_WEEK
from kaya.practice.programs.recovery_second_week import SECOND_WEEK
from kaya.practice.programs.recovery_third_week import THIRD_WEEK
from kaya.practice.script import Need

FOURTH_WEEK = (
    Day(
        "In small coins",
        "one-stretch-of-work",
        12,
        "What do I begin with again, in which dose, and how shall I know that it was right?",
        """
        The fourth week is for going on. Not for going back: that is where you came from.

        Strength comes back in small coins, not in notes. Anyone who has got a little of it wants to buy something
        big straight away, to make up for things, to prove something. Be stingy. Pick one activity that you’d like to
        have again, and begin at a dose which is laughable. Twelve minutes of reading something difficult. One
        customer. A quarter of the garden, and it may be the one with the bench in it.

        Then stop while it’s going well. Wait for a day. If the night was all right and the spoons are there, do the
        same again; after three times add a quarter. If not, halve it and don’t be cross. This is how one learns to
        walk after a cast, and nobody laughs at a leg.

        If you’re going back to paid work, do it in steps, agreed upon beforehand and in writing, with somebody who
        looks after it. Doctors, and in many countries the law, know such ways.
        """,
    ),
    Day(
        "The early signs",
        "hands-shoulders-face",
        4,
        "My three earliest signs, as others might notice them. What shall I do at the first?",
        """
        Looking back one always knows. There was the week in which you stopped singing in the car. Then the plants.
        Then you laughed only with your mouth.

        Exhaustion doesn’t come over night. It comes up a staircase, and on each step there’s a sign. Write down
        yours, from the bottom up. Those low down are harmless and easy to miss: getting short with the cat, no
        longer looking up at the sky, eating at the screen. In the middle it’s things like waking at four, cancelling
        friends, a lot of small accidents. You needn’t describe the top ones. You’ve been there.

        Next to each write something that you will do, and make it smaller the lower it is. At the first step all it
        takes is an evening. At the third it takes a phone call. Whoever waits for the seventh needs a half-year.

        Show the staircase to someone who sees you often. Give them leave to ask: on which step are you standing? And
        promise not to answer “fine”.
        """,
    ),
    Day(
        "A week with room in it",
        "at-the-door-of-the-day",
        5,
        "How would a week have to look which I could repeat fifty times?",
        """
        Draw a week. Seven columns, morning, afternoon, evening. First of all put in what nourishes you: sleep, the
        walk, the person, the hour with nothing in it. In ink. Then what has to be. Look at what’s left over. That’s
        the room for everything else, and if it doesn’t go in, it doesn’t go in.

        Until now you probably did it the other way about, and rest was what was left over. Nothing was ever left
        over. It’s the same with suitcases: if one starts with the things one might perhaps need, there’s no room for
        the shoes.

        Leave a fifth of it empty. It feels like waste. But something always comes along, a toothache, a burst pipe,
        a friend who’s crying, and if there is no space for it then it takes the space from sleep. Engineers leave
        gaps between the rails so that they can stretch in summer.

        It needn’t succeed. A plan is only a wish with hours in it. Still, see what happens to your shoulders as you
        look at it.
        """,
    ),
    Day(
        "Play",
        "a-small-sun",
        7,
        "What did I like doing at nine years old, for hours, without getting any better at it?",
        """
        There is something that gets lost so early on in exhaustion that in the end one doesn’t even miss it. It’s
        what one does for no reason. Humming. Skimming stones. Trying out how a word sounds backwards. Cats do it,
        and ravens slide down snowy roofs on their backs, again and again, then fly up once more.

        It can’t be ordered, but one can lay out toys. What did you do as a child when you were left in peace? Build
        dens, draw horses, make lists of rivers, take clocks to pieces? There’s usually a grown-up size of it. It
        doesn’t matter whether you are good at it. It’s better if you aren’t; then no one asks you to do it for the
        summer party.

        Put half an hour for it in the week with room. You’ll feel silly. That’s the door; one has to stoop a bit to
        get through.

        By the way, it’s a reliable measure, more so than any questionnaire. If you catch yourself humming, you’re
        getting there.
        """,
    ),
    Day(
        "Talking to those it concerns",
        "someone-on-the-way",
        5,
        "With whom do I have to talk about what’s going to be different? What would I like them to know?",
        """
        When one person in a house changes, the furniture stands differently for all. Those who live with you have
        got used to the one who managed. Some of them are going to be pleased, some will stumble, and a few will ask
        when it’s going to be as it was before.

        Tell them, before they have to guess. Not everything; three sentences. What it was: I had used up more than I
        had. What I’ve learned: I can see now where it begins. What I need: on Wednesdays I’m not there in the
        evening, and if I’m getting short, then ask me about the staircase.

        Ask them, too, what it was like for them. They were probably frightened, and have been tiptoeing ever since.
        It may be that you hear something which hurts. Don’t mend it at once.

        At work less is enough. Nobody has a right to your story. “I’ll do it until then, and in this quality” is a
        complete message. To be clear is a kindness; the others can then arrange themselves, and need not read your
        face.
        """,
    ),
    Day(
        "When it comes back",
        "until-the-wave-has-passed",
        3,
        "A letter to me on the day when it’s too much again.",
        """
        It’ll happen again that it’s too much. Not since you’ve learned nothing, but because there are years like
        that: two funerals, a move, a sick child, and it’s only April. One can’t arrange one’s life in such a manner
        that it never rains.

        But you’ll never again be in it for the first time. You know the staircase. You know what soup is, what
        curtains are for, that the floor’s a floor. You know who comes when one rings. Last time you had to find all
        that out in the dark, while carrying boxes.

        Write a letter today to the one who’ll need it. Begin with “My dear”. Tell them what helped and what didn’t
        at all. What they’ll think, and that it isn’t true; you thought so too. Whom to ring first, with the number.
        What may be dropped at once. And something that’ll make them laugh, since you know what makes them laugh.

        Put it where one looks on bad days. With the biscuits, say.
        """,
    ),
    Day(
        "Leaving the harbour",
        "a-widening-circle",
        12,
        "What am I taking with me, what is staying here, and what am I looking forward to?",
        """
        Twenty-eight days, in however many weeks. Look back for once to the car park, to that morning. You couldn’t
        get out. Nobody knows precisely how it happened that you’re sitting here now, with enough breath for a
        sentence that has several commas in it. A lot of it was time. Some of it was soup. But a part was you, who
        put something down every day, and that’s more difficult than lifting.

        You aren’t finished. Recovering from too much takes months, often more than a year; anyone who tells you
        otherwise has something to sell. There will be days that feel like the first. They’re not. A spiral comes
        past the same window over and over, each time one floor higher.

        Keep what was easiest. Come back to any day of it as often as you wish; they stay open. If you’ve been
        thinking all this while that it would be good to speak to someone about it, then this is the day for writing
        to them.

        And now cast off, slowly. There’s water under the keel again: a hand’s breadth, to begin with.
        """,
    ),
)

RECOVERY = Course(
    "after-too-much",
    "After too much",
    "Four weeks for people who are worn out: stopping, the ground, what wore you out, going on differently.",
    """For the time after you have gone on for too long: at work, in caring for somebody, with everything at once. Small
    steps, one a day, and days that wait. It does not take the place of an examination or of treatment. If you are
    thinking of ending your life, use the help page now, or tell somebody who is near.""",
    (Need.LOW, Need.ENERGY, Need.SLEEP),
    (*FIRST_WEEK, *SECOND_WEEK, *THIRD_WEEK, *FOURTH_WEEK),
    (BURNOUT,),
)

COURSES = (RECOVERY,)
