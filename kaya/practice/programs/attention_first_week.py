"""Three weeks of attention: the first week, arriving."""

from kaya.practice.course import Day

FIRST_WEEK = (
    Day(
        "A raisin’s worth",
        "where-you-are-held",
        3,
        "What did I really taste, hear or touch today? One thing, described as if for somebody who does not know it.",
        """
        Attention sounds like school. Sit up, stop looking out of the window! But it is nothing severe. It is what
        happens when the first snow falls and you stop in the middle of the street. No one has told you to
        concentrate. You merely forget for once to be somewhere else.

        In these three weeks you will practise it a little on purpose, a few minutes at a time, and mostly on quite
        ordinary things, since there are more of those than of first snow. You do not have to empty your head for it;
        heads are not buckets. You need not become calm either. Calm is sometimes a by-product, as warmth is one of
        baking.

        Begin with something to eat, today, at whatever meal. The first bite only. Look at it, smell it, wait for a
        moment before you chew. Where on the tongue is it? When does it change? When does the hand set off for the
        next one, before you have swallowed? From the second bite on you may read the newspaper again.
        """,
    ),
    Day(
        "The autopilot",
        "ten-steps-and-back",
        8,
        "At what times of day does the autopilot fly, and what do I miss meanwhile?",
        """
        You have locked the door and don’t know whether you have locked the door. You drove home and cannot remember
        the bridge. Somebody steered, all the same; braked, indicated, greeted the caretaker.

        This autopilot is a masterpiece. Without it you would need until noon to tie your shoes. It takes over all
        that has been done often enough, and sets you free for other things. The only trouble is what it uses the
        freedom for: as a rule it replays yesterday’s quarrel or rehearses tomorrow’s.

        It need not be switched off. It suffices to take the controls yourself now and then, on a short and easy
        stretch. Choose one routine for this week and do it by hand: brushing your teeth, climbing the stairs,
        washing a cup. Feel the bristles. Count no steps; notice them. When you catch yourself having gone away
        again, you are already back, for someone who is away doesn’t notice anything.

        It will be over in two minutes. Strangely enough those are the two which one remembers in the evening.
        """,
    ),
    Day(
        "The breath does not mind",
        "six-a-minute",
        6,
        "Where in the body can I feel my breath most easily?",
        """
        In nearly all traditions one begins with the breath. That has practical grounds. It costs nothing, you have
        it with you, and it takes place now; nobody can breathe for tomorrow. It moves, so there’s something to see.
        And it isn’t offended if one forgets about it for an hour.

        You do not have to breathe beautifully. Many people tidy up as soon as they start observing: deeper, slower,
        more into the belly. That can be pleasant, and today’s practice gives you a measure to lean on. But between
        whiles let it be as it is: short, crooked, with a little sigh in the middle. You’re a guest there, and not
        the landlord.

        For some the breath is no good place at all. Anyone who has had asthma, or panic, or once nearly drowned, may
        get frightened there. Then take the hands, or the feet on the ground, or sounds. It is only about having a
        spot to come back to. A harbour needs water and a mooring; it does not have to be Lisbon.
        """,
    ),
    Day(
        "Thoughts are not facts",
        "thoughts-going-by",
        8,
        "Which thought comes most often? If it had a title, as a song does, what would it be?",
        """
        Imagine you are going along the street, you see an acquaintance on the other side, and wave. She walks on.
        What goes through your head? She is cross with me. She is stuck-up. I look dreadful. Something has happened
        to her. She hasn’t got her glasses on.

        One event, five stories, and with each you’d feel different for the rest of the morning. All you have seen is
        this: a woman walks along a street. The story comes so quickly, though, that it gets taken for a part of the
        view.

        Thoughts are something the head produces, as the stomach does its juice. Some are excellent. Some are old,
        some are borrowed, some are mere indigestion. To watch them go by does not mean thinking nothing of them. It
        means finding the little gap in which you may ask: is that so? Do I know it? Who says?

        You need only put four words before it. Instead of “I’ll never manage” try “I’m having the thought that I’ll
        never manage”. It’s clumsy. That’s what makes it work.
        """,
    ),
    Day(
        "The body keeps a diary",
        "from-the-feet-up",
        12,
        "What did my body write down today that I had not noticed?",
        """
        Before you know that you are annoyed, your jaw does. It had set itself at the third sentence of the letter;
        you got to the bottom of the page and considered yourself quite composed. The stomach had an opinion on the
        invitation, and the shoulders remember each kilometre of motorway.

        Being able to read this diary is useful. It appears a few minutes sooner than the thoughts, and its style is
        simpler: tight, wide, hot, cold, away from here, more of that. Whoever notices early on that it is getting
        tight can still open a window. Later one can only slam doors.

        The scan today is a reading exercise. You go from the feet upward and look at what is written there. Much of
        it will be blank; blank pages are pages. If you come upon pain, you may stay a moment, or turn over. If you
        fall asleep, then that was the entry: tired.

        Nothing has to be relaxed. You’re reading, after all, and not correcting.
        """,
    ),
    Day(
        "Pleasant, unpleasant, neither",
        "everything-blue",
        4,
        "A pleasant moment today: what exactly was it made of?",
        """
        At the bottom of everything that reaches us there is a very quick judgement, older than any word. Pleasant.
        Unpleasant. Neither. Even a snail has it. Hot sand: away. Lettuce: stay. The third goes straight past us and
        makes up the larger part of the day.

        Much of what we do follows from it without our being asked. We reach for the telephone, not since we want
        something, but because the moment was a little bit unpleasant, by about a hair: waiting, boredom, an
        unanswered question. We go on eating because it was pleasant a moment ago.

        Watch that today. You need not do anything differently. Only catch the small tilt: oh, unpleasant; and there
        the hand sets off. Say it quite dispassionately, like somebody calling out stations.

        And visit the third sort. The feeling of your sleeve. The noise of the refrigerator. The colour of the
        stairs. If one goes there with attention, a few of these turn out to be neither neither.
        """,
    ),
    Day(
        "Beginner again",
        "what-held-up-today",
        6,
        "What has this first week shown me that I did not expect?",
        """
        A week. Perhaps you’ve practised every day. Perhaps there were two days which “don’t count” because somebody
        was ill or you simply did not feel like it. They count. Days have no idea that they are part of a program.

        It might be that you have an impression of having got worse. More thoughts than before! That is like turning
        on a lamp in the cellar: not more dust, more light. Nobody has fewer thoughts at the beginning; one only used
        not to meet them.

        There is an expression for the frame of mind in which all this goes best: a beginner’s mind. In the
        beginner’s there are many possibilities; in the expert’s there are few. The expert knows how breathing is.
        The beginner wonders which side of the nose it is just now. (It is usually one of them. It changes over in
        the course of the day.)

        So do not try to become good at it. Next week we’ll deal with the weather inside. For that one had better be
        someone who has never seen it before.
        """,
    ),
)
