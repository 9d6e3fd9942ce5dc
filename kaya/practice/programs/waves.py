"""Seven days of ground: fear that comes in waves, and what one can stand on."""

from kaya.practice.course import Course, Day
from kaya.practice.library.sources import PANIC_THERAPY, SLOW_BREATH
from kaya.practice.script import Need

GROUND = Course(
    "seven-days-of-ground",
    "Seven days of ground",
    "A week for people whom fear runs over in waves: what it is made of, and what there is to stand on.",
    """For people who know the rush: heart, hands, breath, and the thought that something terrible is about to
    happen. If it is new, have it looked at; hearts and thyroids can do that as well. Pain or pressure in the chest,
    fainting, or a side that will not move belong to the emergency number and not to a program. And fear that keeps
    you from living can be treated, often well and in a few months: ask somebody who treats it, alongside this or
    instead.""",
    (Need.GROUNDING, Need.CALM),
    (
        Day(
            "What the bell is for",
            "until-the-wave-has-passed",
            3,
            "When did it ring last? What happened in the room just before, and what did the bell believe?",
            """
            Somewhere in every house there is a smoke detector, and ours is very old. It was fitted long before there
            were words, to get somebody out of the long grass in under a second. It doesn’t ask whether it is a lion.
            It rings, and legs, lungs and heart are running before the head has put its shoes on.

            This is worth knowing, since all that feels so much like dying is that machine at work. The heart pounds
            because blood is wanted in the thighs. The fingers tingle because it has been fetched from there. The
            chest is tight from breathing for a race that isn’t being run. Nothing in it is broken. It is a healthy
            alarm which has gone off over a piece of toast.

            Nobody can decide not to have it. But one may learn what a person learns who lives above a bakery: ah,
            that again. Today you only practise, for three minutes and on a day without smoke, so that your
            breath knows the way down the stairs before it is dark on them.
            """,
        ),
        Day(
            "A wave has two sides",
            "the-longer-way-out",
            4,
            "If I drew my last wave as a line over an hour: where was the top, and how did it go down?",
            """
            In the middle of it, everybody is sure that it’s going to rise for ever. It climbs so steeply; why should
            it stop? And so we do something, run out of the shop, ring someone up, sit down on the kerb; it passes,
            and from then on we believe that it passed because of that.

            It would have passed anyhow. The stuff that drives it is used up quickly, and the body has got a second
            crew whose only trade is slowing things down again. Most waves have their crest behind them within ten
            minutes or so. They’re exhausting, they leave one trembling like a wet dog, and they go.

            Don’t take my word for it. Next time, if you’re somewhere safe, look at a clock as it begins, and once
            more when it is half as bad. Write both down. After four or five you will own a thing that no reassurance
            can give: your own tide table.

            Until then there’s the long breath out. It isn’t a switch. It’s a hand laid on the neck of a horse.
            """,
        ),
        Day(
            "Out of the head, into the kitchen",
            "five-four-three-two-one",
            4,
            "Which five things in the room where I am most often afraid could I know by heart?",
            """
            Fear lives in the next quarter of an hour. It never has anything to say about this minute, other than that
            something is coming. Which is why the oldest trick against it is so simple that one is nearly ashamed: to
            look at what is there.

            The tap. The tea towel with the burnt corner. A fly that’s washing its hands. Things have a great calm
            about them; they’ve no idea what you are expecting. While you name them, one after the other and slowly,
            some of the light has to be carried over from the cellar, where the films are shown, to the front of the
            house. It isn’t much. Often it’s precisely as much as was lacking.

            Say the words aloud when you’re alone. Touch the objects, rather than merely looking at them: what is cold
            helps more than what is lukewarm, and rough more than smooth. Some people keep a stone in their coat for
            it, or a nutmeg.

            It needn’t make you calm. It has done its work if you know again what street you are in.
            """,
        ),
        Day(
            "Being afraid of being afraid",
            "thoughts-going-by",
            10,
            "What exactly do I believe would happen if the wave came in a place from which I cannot leave?",
            """
            The first time it came out of a clear sky. Since then there are two fears: the one, and the look-out that
            keeps scanning the horizon for it. The second costs more. It sits in every cinema next to the exit, it
            checks the pulse at night, it knows all hospitals along the motorway.

            A look-out who has been told to find something will find something. A heart that misses a step (all hearts
            do), a warm room, a staircase taken too fast: there it is! And with the shout the adrenaline comes, so
            that the shout was right. This is how a bell learns to be rung by its own echo.

            It can’t be sent home by an order. What you might do is lay down the binoculars for a moment and ask it
            kindly: what have you seen, really? A flutter. And what are you making out of it? A collapse. Between
            these two words there lies a gap. At first it’s as narrow as the edge of a coin.

            In today’s practice you’ll sit beside that gap for a while, and let some thoughts sail through that you
            needn’t go aboard.
            """,
        ),
        Day(
            "The map with the white patches",
            "ten-steps-and-back",
            8,
            "What have I stopped doing because of it? In order, beginning with the one that would be the easiest.",
            """
            Nobody decides to make their world smaller. You leave out the underground for a week, as a precaution.
            Then the lift. Then the supermarket on Saturdays, then on the other days. Each time there is relief at
            once, and relief is a good teacher: it teaches that one has just escaped. The white patches on the map
            grow quietly, like damp.

            The way back leads through the same doors, but in felt slippers. Not the motorway at rush hour. One stop,
            with a friend, at eleven in the morning; and after that the same stop again until it has become boring.
            Boring is the word which you are looking for. Not brave. One stays until the wave has turned, since
            whoever gets off at its top takes home the wrong lesson.

            Going up and down that ladder is what therapists do with people who’re afraid, and among all the things
            that have been tried it is among the best examined. It’s easier with someone holding the ladder. If your
            patches have become large, fetch somebody for it. This is no defeat; one doesn’t set one’s own leg,
            either.
            """,
        ),
        Day(
            "Who may know",
            "someone-on-the-way",
            4,
            "Whom could I tell in one sentence, and what should they do then, and what on no account?",
            """
            A great part of the strength goes into its not being noticed. One smiles on with clenched toes, invents a
            telephone call, locks oneself into the lavatory and counts tiles. As if it were something disgraceful. But
            it is about the commonest thing there is; in any full tram, several people are travelling who know it.

            You needn’t put it in the paper. One person suffices, at work perhaps, or the one you share a kitchen
            with. And they’ll be grateful for instructions, for helpers are frightened too, and then do the wrong
            thing with great energy. Tell them how it looks from outside. Tell them it passes. Tell them what they may
            do: stay there, speak normally, perhaps about the neighbour’s dog. And what not: no paper bag, no “calm
            down now”, no crowd.

            It’s odd how much smaller a wave gets when it does not have to be hidden as well. Half of the work was the
            curtain.

            Today’s practice sends a kind thought to a stranger. You’ll see why: one can hardly be looking at somebody
            warmly and at one’s own pulse at the same time.
            """,
        ),
        Day(
            "A card for the coat",
            "weight-to-the-ground",
            4,
            "My card: what it is, what I do first and second, whom I call, and what has always been true afterwards.",
            """
            In the thick of it no one is clever. All we’ve learned by daylight stands on a shelf, and the lamp is out.
            So write it down while it’s light, on something the size of a bus ticket, in words for somebody who is
            just now rather stupid with fright. You’d write kindly, and in short lines.

            It might go like this. This is the alarm, not the fire. Feet on the ground; lean on them. Out for longer
            than in, three times. Name what’s red in this room. It peaks, and then it goes down; it has gone down
            every time so far. Afterwards: water, a coat, no decisions until tomorrow. If it is different from usual,
            or if it hurts, ring the emergency number. And then a name with a telephone number to it.

            Put one into every coat. You may find that you take it out less often than you’d thought. You feel for it
            in the pocket, and it’s there.

            You have spent a week with something that you would’ve liked to run from. You’ve looked at it from the
            front. The ground, by the way, was there throughout.
            """,
        ),
    ),
    (PANIC_THERAPY, SLOW_BREATH),
)

COURSES = (GROUND,)
