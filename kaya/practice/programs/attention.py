"""Three weeks of attention: the third week, among people and things, and the whole."""

from kaya.practice.course import Course, Day
from kaya.practice.programs.attention_first_week import FIRST_WEEK
from kaya.practice.programs.attention_second_week import SECOND_WEEK
from kaya.practice.script import Need

THIRD_WEEK = (
    Day(
        "Washing up",
        "cold-water-warm-cup",
        6,
        "Which chore did I do today as if it were a visit, and what was different?",
        """
        There are two ways to wash the dishes. One is to get them done. The other is to wash the dishes. On the
        outside they can hardly be told apart, except that in the second one fewer cups lose their handles.

        Whoever washes up in order to have clean plates is already on the sofa, and whoever sits on the sofa is
        already at work. In this manner one can get through decades always one step ahead of oneself. The plates,
        meanwhile, were warm, there was foam that crackled, a knife flashed, and behind the pane it was growing dark.

        Choose one chore for this week which you don’t like. Sweeping, ironing, sorting laundry. Do it at three
        quarters of the usual speed, without a radio, as if somebody had asked you to find out what it is like.
        You’ll still not love it. But it will stop being the time between two other times.

        By the way: it can be just as good to do it with music and loudly. Only then do the music.
        """,
    ),
    Day(
        "Listening to the end",
        "sounds-near-and-far",
        8,
        "To whom did I listen today until they had really finished? What came after the pause?",
        """
        When somebody talks to us we generally prepare our answer. We’ve got it by the second sentence, and hold it
        ready like a coin at the ticket machine. What is said after that reaches us through glass.

        Try it differently once a day. Let the other person come to an end, and then wait for two breaths. It’s a
        long time. You’ll notice how everything in you wants to rush in: advice, a similar story, a comfort. Let it
        stand in line. After those two breaths there often comes, from over there, the real sentence. It had waited
        to see if anyone would be there.

        To listen isn’t to be silent; a good listener asks. “And then?” “What was the worst of it?” “What would you
        like best?” You need not have a solution. Most troubles aren’t looking for one; they’d like a witness.

        While you do this your own thoughts will come and go. You know them now. They are boats. You are standing on
        the bank with somebody, and point at theirs.
        """,
    ),
    Day(
        "Impatience",
        "between-two-meetings",
        3,
        "Where did I have to wait today, and what did I do with it?",
        """
        Red lights, queues, a page that builds up slowly, a child with shoelaces: the day is full of places where it
        does not go on. We call it lost time. It is curious that one can lose something while one is in it.

        Impatience is a bodily matter. It leans forward. Weight on the toes, chin out, breath at the top, as though
        that made the queue get shorter. One may lean back. Heels on the ground, chin in, one long breath out.
        Nothing goes more quickly for it, but you have two people fewer pushing: you, and you.

        Declare one kind of waiting to be yours, let’s say each red light. It’ll be your bell; other people pay for
        retreats where somebody strikes one every so often. Red means: shoulders, breath, look up. Green means: on.

        And if you are late, you are late. It’s possible to be late in a hurry or late in peace. The time of arrival
        is about the same. What differs is who arrives.
        """,
    ),
    Day(
        "The difficult person",
        "a-widening-circle",
        10,
        "What might a day look like from inside the person I find so difficult?",
        """
        Everybody has one: at work, in the family, in the flat below. The one whose footsteps you know. You need not
        be fond of them, and you need not forgive what’s not to be forgiven. If somebody does you harm, then it isn’t
        attention you need, but help and distance.

        This is about the ordinary difficult ones. They occupy more room in our heads than most of the people whom we
        love, and pay no rent. We conduct talks with them under the shower. They win, even there.

        One may go to see them once, inwardly, from another side. They’ve had a childhood too, they’re afraid of
        something too, of what, do you suppose? When they’re like that, what are they defending? You needn’t find out
        if it is right. It’s enough to have changed the angle; a face that one always saw from the front gets a
        profile.

        Then you come back to your side of the street, where you live. Whoever wishes someone a good night doesn’t
        have to invite him for it.
        """,
    ),
    Day(
        "Screens",
        "one-point",
        8,
        "When do I reach for it, and what was there in the second before?",
        """
        You’re carrying a thing about which some thousands of clever people have thought so that you’d look at it
        more often. That you look at it isn’t a weakness of character. It is a success of engineering.

        Attention is what they trade in, and you are learning in these weeks that it belongs to you. There is no need
        to throw the telephone into the river. But one can let it come when it’s called, as with a dog: it has a
        basket. It doesn’t sleep in the bed, it doesn’t eat at the table. Turn off everything that rings of its own
        accord apart from people.

        The more interesting thing is the second before. The hand is on its way already; what was there? A gap. A
        sentence which would not come. A bit of loneliness. Stay in this second for one breath, and then take it out
        if you like, on purpose, for something with an ending. “I’m looking up the train.”

        And notice how you feel when you put it away. Fuller, or emptier? The body keeps the books.
        """,
    ),
    Day(
        "Enough",
        "what-held-up-today",
        6,
        "Where is there enough in my life? And how would I know that something is enough?",
        """
        “Enough” is a word that one hardly comes across any more. There’s too little, and there’s more. Even rest has
        become something one can be better at than the neighbours.

        Yet the body knows it well. There comes a moment in eating at which the next mouthful is only just as good as
        it was before, and then one at which it’s less. In a conversation there’s a point where all has been said. In
        work there is one, too; what is done after it makes it no better but only different. One can miss these
        points. They are quiet, they don’t ring.

        Listen out for them today: at table, while talking, as you read, in the shop. You don’t have to stop. Only
        notice: ah, here it would be.

        It applies also to this. At some time you’ve paid enough attention, felt enough, worked on yourself enough.
        One may stare at the wall then, or watch something stupid. A bow that is always strung breaks; the musicians
        among us loosen theirs each evening.
        """,
    ),
    Day(
        "A way of your own",
        "just-sitting",
        12,
        "What shall go on? When, where, how long at least, and with whom may I talk about it?",
        """
        Three weeks are long enough to start with and too short for anything else. Nobody has become a different
        person. Perhaps you have been present at your own life for a few hours more than otherwise. That’d be a great
        deal.

        Now the program ends, and with it the small tug on your sleeve. Decide on what is to go on. A minute a day is
        better than an hour in the autumn. One practice that you like is better than five which are good for you. You
        may change it as often as you wish; but change it in the evening, not in the moment when you’re sitting down.

        There will be breaks, of days or of years. Starting again is not a punishment for those who stopped. It’s the
        practice itself, in large. Away, noticed, back: that’s how a single breath goes, and so does a life.

        If you know anyone who does this too, sit together sometimes. Oddly, it’s easier. One would think that in
        silence one needs nobody.

        Thank you for your attention. It was yours.
        """,
    ),
)

ATTENTION = Course(
    "three-weeks-of-attention",
    "Three weeks of attention",
    "Learning to be where you are: arriving, the weather inside, and among people and things. 21 days.",
    """An introduction to mindfulness without incense, a quarter of an hour a day at most. If looking inward frightens
    you, or brings back what you have been through, keep to the exits of day nine, or do this together with somebody who
    knows how.""",
    (Need.CALM, Need.FOCUS, Need.GROUNDING),
    (*FIRST_WEEK, *SECOND_WEEK, *THIRD_WEEK),
)

COURSES = (ATTENTION,)
