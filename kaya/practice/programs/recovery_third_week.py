"""Four weeks after too much: the third week, what wore you out."""

from kaya.practice.course import Day

THIRD_WEEK = (
    Day(
        "It was not only you",
        "tea-with-what-is-here",
        7,
        "What about it was due to the circumstances? What would have worn out anybody?",
        """
        When somebody breaks down under a load one may look at the person or at the load. We have got used to the
        former. There are courses for resilience, and for the boxes there are none.

        So begin with the boxes. How many were there? Who stacked them? Was there ever a time when the work could
        have been done in the hours provided for it? Did you have a say in anything? Did anyone say thank you? Was it
        fair? Were you asked to do things that went against the grain? Research on exhaustion comes back to these few
        questions time and again: too much of it, too little influence, no recognition, no fairness, no fellowship,
        the wrong values. It’s a list of conditions, not of characters.

        And not all jobs are paid. Nursing a mother is one. So is a marriage in which one person thinks of
        everything; so is being poor.

        That doesn’t mean that nothing lies with you. That will come tomorrow. It only means that you needn’t carry
        home what belongs to the company.
        """,
    ),
    Day(
        "Old orders",
        "a-kind-word-on-a-hard-day",
        6,
        "Which sentences drive me? Who gave them to me, and what were they good for then?",
        """
        Two people stand under the same load, and one of them says after a while: that’s enough. What did the other
        one hear?

        Most of us work under old orders. They were issued early and have never been withdrawn. Be strong. Make an
        effort. Don’t be a burden to anyone. Be quick about it. Please everybody. Don’t stop before it’s perfect. As
        children we deduced from them how to be loved, and it wasn’t stupid; it’s how it was, in that kitchen.

        You recognise an order by its having no end. “Be helpful” is a value. “Always be helpful” is an order; you
        can only fail at it. You recognise it also by the fear there is when you disobey: far too large for the
        occasion. You leave a cup unwashed, and it feels as if somebody might die.

        Write yours down, as it was said, in the dialect it was said in. And beneath it a permission, as from a kind
        office: you may. You may be slow. You may not know. You may need something.
        """,
    ),
    Day(
        "The second load",
        "worries-on-the-table",
        10,
        "What do I think of all the time so that others needn’t? Who could think of it from now on?",
        """
        There is work that can be seen, and under it there’s another kind: thinking of it. That the child needs gym
        shoes. That the colleague’s contract runs out. That Grandma gets short of breath and says nothing. No one has
        handed it over to you. You just happened to notice it first, and have been the one who notices ever since.

        It never comes to an end, as thinking of things has no closing time. This is why somebody can lie on a beach
        and be at work.

        To hand over one of these jobs means handing over the whole: noticing, deciding, doing, and forgetting. “Tell
        me what to do” isn’t a help, it is just a second pair of hands on your head. “From now on, shoes are yours”
        is help. And then you have got to bear it if they’re bought late, and in green.

        Today, on paper, choose three of them that will go. Say to whom. The dreadful thing is the gap in between,
        while it’s lying on the floor and nobody has picked it up. Leave it there.
        """,
    ),
    Day(
        "Anger as a compass",
        "weight-to-the-ground",
        5,
        "What am I angry about when I’m honest? Which need is standing behind it?",
        """
        In exhausted people one often finds, under the ashes, a good deal of anger. It couldn’t be shown. One was
        polite, one was needed, there were children present. So it went inward and became tiredness; anger that lies
        down looks just like it.

        When strength comes back, it’s frequently the first thing to return. Don’t be startled if you are suddenly
        furious about something from three years ago. It’s a sort of circulation, as when a foot that’s gone to sleep
        wakes up and prickles.

        Do something with it that’s strong and harms no one. Push against the wall. Chop, knead, sing in the car.
        Write the letter with all the words in it which one mustn’t say. Do not send it.

        Then read it like a map. Anger always points to something that matters: respect, rest, honesty, being asked.
        That’s where north is. You needn’t march there today. You only ought to know where you’d be going, if you
        could go.
        """,
    ),
    Day(
        "What gave you something",
        "a-thank-you-unsent",
        6,
        "When, in the last years, was I tired in the evening and yet content? What was I doing?",
        """
        Not all of it was bad. Had it been, you’d have gone sooner. Among the things that wore you out there were
        some which you loved, and that’s what is so confusing about it: one burns for something before one burns out.

        Go and look for the days on which you were tired as after swimming. What was it about them? Presumably not
        the title, nor the money. More likely one could see what one had done. Somebody got up and walked. The bread
        was there. The sentence was right. You were several, and each knew what to do. Nobody interrupted for two
        hours.

        Collect five such moments. They needn’t have been at work. Then look at what they have in common. It will be
        something quite plain: with hands. With old people. In peace. Outdoors. At the beginning of things, or at the
        end of them.

        That’s not a career plan. It’s a handful of seed that you put in an envelope, and write on it what it is.
        Week four has a flower bed, although a small one.
        """,
    ),
    Day(
        "A border of your own",
        "the-longer-way-out",
        5,
        "Where does a border belong in my week? What’s the sentence with which I say it?",
        """
        A border isn’t a wall. It’s more like a fence with a gate in it and a bell. One can see over. People know
        where they have to ring.

        Borders made of hope don’t hold: “surely they’ll notice that I’m tired.” They notice nothing; they too are
        tired. A border has to be said, and it’s best if it consists of something that you do, rather than something
        others must not. “After six I don’t read messages.” You can keep that alone. “Don’t write to me after six” is
        a request.

        Expect it to be tested. Not from malice. Anyone who used to walk across the lawn will do it a few times more.
        Then you say it again, in the same words and without getting louder, like the recorded voice in the
        underground. Mind the gap.

        And one border faces inwards. Where do you yourself keep climbing over? The evening, the holiday, the day you
        were going to be ill? Put up a bell for yourself too. Ring, and wait for someone to say “come in”.
        """,
    ),
    Day(
        "Saying goodbye to a picture",
        "putting-the-day-down",
        8,
        "Which picture of myself can go? And what will remain when it’s gone?",
        """
        There’s one more loss to be spoken about, the quietest. You used to be the one who managed. The others came
        to you; on you one could rely; you did it in passing. That person doesn’t exist any longer, or not in that
        way. You might miss them like a sister.

        Perhaps they weren’t quite real. Somebody who can do everything has no skin. But you lived together for a
        long time, and one can be sad also about someone who was hard work.

        Take leave properly. Thank them: they brought up the children, passed the exam, stayed awake. Say what they
        cost you. Then leave them sitting on a bench, in a good coat, with nothing in their hands.

        What’s left over is somebody else. Slower, possibly. With an ear for their own noises. Somebody who says “I
        don’t know yet” and then has some tea. You aren’t acquainted as yet. It is a curious thing to be with a
        stranger in one’s own shoes; be polite to each other.
        """,
    ),
)
