"""Three weeks of attention: the second week, the weather inside."""

from kaya.practice.course import Day

SECOND_WEEK = (
    Day(
        "Giving it a name",
        "tea-with-what-is-here",
        8,
        "Which feelings visited me today? As exact as possible: not “bad”, but which sort of bad.",
        """
        In many families there were four feelings: fine, tired, cross, and poorly. That gets one through a childhood,
        but it’s few colours for a life. Whoever only has “stressed” for everything treats grief, hunger, envy and
        overwork with the same biscuit.

        Words are handles. What has no name can only overrun you; what has got one can be picked up. It doesn’t take
        much: a second, third, more exact attempt. Not angry. Rather hurt. Rather passed over. There! One notices it
        from a small easing when the word fits, like a key which turns.

        Feelings seldom come alone. At a wedding joy may be there, and a bit of fear of the aunt, and an old sadness
        for someone who isn’t on the photograph. You needn’t decide. “Both” is quite often the most accurate name.

        Say it kindly, and as one says it of weather: there is sadness. It’s here, it was not ordered by anyone, and
        no front has ever remained above one town.
        """,
    ),
    Day(
        "What helps when it gets too much",
        "five-four-three-two-one",
        4,
        "How do I notice, early, that it is getting too much? And what are my three ways out?",
        """
        Attention is not always good. It should be said for once, as it’s rarely found in the brochures. Someone who
        has been through something terrible may be surprised by it in the silence. Others feel unreal if they look
        inward for too long. With very heavy moods sitting still may turn into sinking.

        So here’s the emergency exit, before you go on. There’s a range in which one can feel things and think at the
        same time. Above it everything races; below it everything goes numb. At either edge the practice is the same:
        out of the inside, into the room. Open your eyes. Name five things. Feet on the ground, hands on something
        cold. Get up, walk, speak to somebody. This isn’t breaking off. It is skill; one adjusts the lamp.

        You may practise at any time with your eyes open, and for a minute instead of ten. And if the same pictures
        come back over and over, then they want company. There are people who have learned how to look at such things
        together with others. You can write to them here.
        """,
    ),
    Day(
        "Anger has good eyes",
        "weight-to-the-ground",
        5,
        "When was I angry last? What was it protecting?",
        """
        Anger has a poor reputation, because of what is done in its name. But it is first of all a guard dog, and it
        has good eyes. It sees when a border has been crossed: yours, or that of somebody weaker. People without any
        are not saints. They are unprotected.

        The trouble is its speed. It bites the postman, too. Between the bark and the bite there’s a gap, and that is
        where you practise. In the body you’ll notice it early on: heat in the chest, hands, a certain narrowing of
        the view. Then do something strong that harms nobody. Push against a wall. Climb stairs. Breathe out until
        there’s nothing left.

        Only after that, ask the dog what it has seen. “I wanted to be asked.” “That wasn’t fair.” Now you’ve got a
        sentence that can be said to someone, in the first person and with the volume of a kitchen radio.

        And sometimes it turns out that it has only barked at its own reflection. Then pat it. It was on watch.
        """,
    ),
    Day(
        "Fear looks ahead",
        "even-breathing",
        6,
        "What am I afraid of at present, and which part of that is happening today?",
        """
        Fear lives in the future. It writes from there, like a relative who has emigrated and who only ever reports
        accidents. The letters are detailed: what he’ll say, what you won’t be able to answer, how the door will
        close. They lack only one thing. None of it has taken place.

        You do not need to prove to it that everything will be all right. Nobody knows, and the fear notices when you
        are lying. What you can do is to open a window in the place where you both are: now. What is now? A chair.
        Half past four. My heart beats fast; I can feel it in my throat. On the stove there are potatoes. Right now,
        in precisely this minute, can I bear it? Nearly always the answer is yes, and then comes another minute.

        Breathe evenly and not deeply. Large breaths tell the body that a fight is coming. Small, slow, even ones say
        that somebody is sitting on a bench.

        Afterwards, ask the relative: is there one thing I ought to prepare? Then do this one.
        """,
    ),
    Day(
        "Sadness wants to be walked with",
        "a-chair-for-who-is-missing",
        9,
        "What am I sad about that I have not told anyone?",
        """
        Sadness is slow. Where fear runs and anger springs, it sits down. This is why it’s so out of place in our
        days, in which everything has to get on. One cheers it up, distracts it, sends it to do sports. It waits. It
        has time.

        What does it want? It appears, above all, to want that something be admitted: that was precious, and it’s
        gone. Or: I’d have needed it, and it never came. As long as this stays unsaid, it keeps ringing at the door,
        and one day it goes round to the back and switches off the light in all the rooms at once.

        You might give it a regular time. A quarter of an hour, one piece of music, a walk along the river. It can
        come along there, and needn’t break into the meeting.

        It may be big. If for two weeks on end there is nothing but grey, if sleep, appetite and hope have gone, then
        this isn’t sadness only. Then let somebody look at it with you who knows about such things. That’s not an
        admission of defeat. One doesn’t put a plaster on a broken leg, either.
        """,
    ),
    Day(
        "Joy is shy",
        "three-small-things",
        5,
        "Where did joy show itself today, though only for seconds? What did I do at that moment?",
        """
        Why do we have to practise joy, when it is so pleasant? Because it weighs so little. For our ancestors it was
        more important to remember one snake than a hundred sunsets. We’ve inherited their heads. What’s bad sticks
        like a burr; what’s good slides off like water from a duck.

        Nothing is wrong with that, one only has to know it, and help the lighter side a bit. It is done by staying.
        If something’s good, be it never so small, remain with it for three breaths longer than usual. The sun on the
        tiles. A child that explains something. That it has stopped hurting. Do not grasp; joy can’t stand being
        photographed the whole time. Just be in while it is visiting.

        It isn’t a duty. Gratitude that is ordered smells of school. And it isn’t an argument against your troubles.
        Two things may be in a room. One can cry at a table on which there are the first strawberries.

        If nothing shows itself today: leave the window ajar.
        """,
    ),
    Day(
        "Half-time",
        "just-sitting",
        8,
        "What is the weather in me like this evening, described for a friend who lives far away?",
        """
        Two weeks. You’ve looked at thoughts, at the body, at four or five feelings. Possibly you have found out
        something that can be said in one sentence, and takes a whole life: that all this is moving. No fear stays at
        the top. No joy either, alas. What seemed like a wall was slow water.

        And something doesn’t move with it. Someone has noticed it all, the rage and the potatoes, from the same
        spot. You won’t find this someone if you look for it, just as an eye cannot see itself. But you can rest
        there. It is what one means by “coming to oneself”, and it needs no incense.

        So today there’s hardly any guidance. A bell, quiet, a bell. If it becomes a struggle, it may be a short one.
        You sit there like somebody on a veranda while the weather passes over the valley. You’re neither making the
        rain nor holding it up.

        In the third week we go down into the valley: to other people, to work, to the dishes.
        """,
    ),
)
