"""Four weeks after too much: the second week, the ground."""

from kaya.practice.course import Day

SECOND_WEEK = (
    Day(
        "Getting up, always",
        "still-in-bed",
        6,
        "When do I get up from now on? What makes it worth my while, though it be ever so small?",
        """
        The second week is for the ground one stands on. Nothing about it is interesting. It’s about sleeping,
        eating, moving, light; the sort of advice that one gives other people.

        We’ll start in the morning, as that is where the day is hung up. Choose a time at which you’ll be up, seven
        days a week. It ought to be one you can keep on the worst of them. Rather half past eight each day than six
        on Monday and noon on Thursday. The body does not count the hours as much as it likes to know when they
        start.

        To be up doesn’t mean being active. It means upright, by a window, with something warm in your hands. You may
        wrap yourself in a blanket. Only do leave the bed, for it has to remain the place where the day isn’t.

        And let something be waiting there for you which you like: a certain cup, three pages of a thriller, the
        radio play. Nobody gets up for their health.
        """,
    ),
    Day(
        "Eating like a guest",
        "two-hands",
        4,
        "What did I eat today, where did I sit, and was I there?",
        """
        In the bad months you probably ate standing up, out of the packet, towards ten at night, or forgot and then
        had everything at once. Exhausted people live on coffee and bread crusts and wonder about their mood.

        There’ll be no diet here. Three times a day, at roughly the same hours, something on a plate, sitting. That’s
        all. Hunger makes one anxious, by the way, and it isn’t a metaphor: a body whose sugar is dropping sends out
        the same messengers as one that is being chased.

        It doesn’t have to be cooked. Bread, cheese, an apple and a carrot are a meal. Soup from a tin is a meal if
        there is a spoon to it. Make double and freeze half of it for him or her who you’ll be on Thursday.

        Lay a place for yourself, as though you were coming to visit. A guest one wouldn’t serve anything over the
        sink, either. And as a guest one is allowed to leave something, and to ask for more.
        """,
    ),
    Day(
        "The evening shore",
        "lights-out",
        12,
        "What does my last hour look like, and what can be taken out of it?",
        """
        Those who are worn out often cannot sleep. It seems unfair, like not being able to drink for thirst. But a
        system that’s been on guard for a year doesn’t lie down because the light has been put out. It keeps one ear
        up.

        It can be persuaded only by repetition. Every evening the same small things in the same order: dishes, teeth,
        curtain, the lamp by the bed, two pages, dark. After two weeks the first one begins to make you yawn.
        Children know how it works; they insist on the same book, word for word.

        What’s exciting stays on the other bank. Letters from offices get opened at ten in the morning. Arguments
        have a season, too, and it isn’t after nine. The telephone goes to bed in the hall.

        If you’re lying there awake then you are resting. Tell yourself that, even if you don’t believe it. Someone
        who lies quietly with their eyes closed isn’t asleep and isn’t on guard. It’s the shore between the two.
        """,
    ),
    Day(
        "Strength, spoonwise",
        "yoga-in-a-chair",
        8,
        "On which things did I spend my strength today, and which of these were worth it?",
        """
        Christine Miserandino, who has been ill for a long time, once explained to a friend in a café what it was
        like. She gave her a handful of spoons. Every thing costs you one, she said: showering, getting dressed,
        taking the bus. When the spoons are gone the day’s over, even if it’s three o’clock. The healthy have got a
        drawer full of them and never count.

        For the time being you have a limited number as well. Count them in the morning, by feel. Six? Then don’t
        plan eight. Put back one always, for what will turn up. Borrowing from tomorrow is possible, but the rates
        are dreadful.

        Some things cost more than they look: crowds, forms, certain relatives. Some give a spoon back: the bath, the
        cat, a certain piece of music, being with someone with whom you needn’t speak. See to it that one of these is
        in every half of the day.

        Movement belongs to both columns. A bit of it makes spoons. Too much of it melts them.
        """,
    ),
    Day(
        "Weather report",
        "the-weather-of-pain",
        6,
        "Where in my body does the tiredness live, and how does it change in the course of the day?",
        """
        Tiredness sounds like a single thing. There are at least five. The tiredness of the muscles, after work,
        which is nearly pleasant. That of the eyes, as of sand. The one in the head, in which the words won’t come.
        That of the heart, when one can’t take part any more. And the tiredness before something, which passes as
        soon as it has been called off.

        Each of them wants a different thing. The first one wants a chair. The second, distance. The third, silence;
        the fourth, a person; the last an honest sentence. He who treats all five with the sofa gets up just as he
        lay down.

        So look more closely, three times a day. In what place? Which sort? It only takes a breath. Write it in the
        calendar, one word, for a week. Perhaps you’ll find that the mornings aren’t the way you believed. Perhaps
        there’s an hour, around five, in which you’re nearly yourself.

        Don’t put anything into that hour yet. Only know about it.
        """,
    ),
    Day(
        "With others, briefly",
        "someone-on-the-way",
        4,
        "With whom was I together today, and how were my spoons afterwards?",
        """
        Exhaustion makes us lonely in two ways. One withdraws because one can’t any more. And then one doesn’t get in
        touch because one hasn’t been in touch for so long.

        Company doesn’t need to be an evening. There are very small doses. Saying good morning at the baker’s, and
        meaning it. Sitting in the library where others are reading. A walk with someone, side by side; it is easier
        to speak when one isn’t looked at. Ring somebody up and say straight away: I’ve got ten minutes, I only
        wanted to hear your voice.

        Be choosy. Two sorts of people are good for you now: those to whom you needn’t explain, and those who make
        you laugh. Leave the rest for the spring. That goes for the ones, too, who mean it awfully well and have read
        of a cure.

        And go before you have to. The best moment for leaving is when it’s just nice. You’ll want to come again
        then. It’s the same as with walking.
        """,
    ),
    Day(
        "The ground holds",
        "from-the-feet-up",
        12,
        "Sleep, food, movement, light, people: which of them bears me most at present, and which least?",
        """
        Halfway. You’ve spent fourteen days (or forty) on things with which one can’t make an impression on anyone.
        Getting up. Soup. Curtains. That’s what foundations look like; they’re under the earth, and if they are any
        good nobody ever mentions them.

        Give each one a number from nought to ten tonight: sleep, food, movement, light, people. Not as a report.
        It’s more like going through a house and knocking on the walls. Where it sounds hollow, you might put in a
        little more next week, but in one spot only.

        You may have had a good day and straight away overdrawn it. Nearly everybody does. One feels the first bit of
        strength and wants to show it to the whole world, or tidy the cellar. Next time leave the strength lying for
        a day. It won’t go off. It grows when it’s not used at once, like dough.

        Next week we will look at what wore you down. For that one should be standing on something.
        """,
    ),
)
