"""What Amara has written in the last four months; all of it is invented. Days ago, title, words, tags."""

PAGES: tuple[tuple[int, str, str, str], ...] = (
    (0, "", "Rain since five. I lay and listened instead of counting, and at some point it was seven.", "sleep"),
    (
        1,
        "The train was late and I did not mind",
        """I noticed it only afterwards. A year ago I would have written three
messages, walked up and down, been angry at a board. Instead I read the *whole* poster about the lagoon, twice, and
know now what a shelduck is.""",
        "work",
    ),
    (
        2,
        "Mother’s soup, from memory",
        """Too much ginger. She laughed at me on the phone for a whole minute, and I let her.

What I wrote down this time:

- onions first, and longer than one thinks
- the ginger **late**
- never the good knife""",
        "mother, kitchen",
    ),
    (
        4,
        "Awake at 03:20 again",
        """Got up, as we said. Read eleven pages of the bird book. Slept at half past four.

The trick with the chair by the window works. It is not that I sleep at once. It is that I stop lying in wait for
sleep.""",
        "sleep",
    ),
    (5, "", "Walked to the river before work. Two rowers, a dog, nobody else. My shoes are still wet.", "walking"),
    (
        7,
        "What the meeting was about",
        """It was about the schedule for an hour, and for the last five minutes it was about whether we
trust each other. I said so. My voice shook a little, and then it did not.

Rui came past afterwards and put a mandarin on my desk, without a word.""",
        "work",
    ),
    (
        8,
        "Sunday",
        "Nothing. It was lovely. I am writing it down so that I do not forget that it can be like this.",
        "rest",
    ),
    (
        10,
        "A list for the doctor",
        """1. Since when: since spring, worse since August.
2. How often: three nights of seven.
3. What helps: the chair, the river, no news after nine.
4. What does not: wine, the telephone, being told to relax.

> It is easier to say when it is on paper.""",
        "sleep, body",
    ),
    (
        11,
        "",
        "The plane trees on the avenue have let go of everything in one night. Someone had swept a heart into it.",
        "walking",
    ),
    (
        13,
        "On being angry at Tomé",
        """I wrote four pages and tore them up. What is left is one sentence: *I wanted him to ask.* Not to
solve it, not to drive over. To ask.

I will tell him that. It is short enough to be said standing in a doorway.""",
        "tomé",
    ),
    (
        14,
        "Told him",
        "In the doorway, as planned. He was silent for so long that I heard the fridge. Then he asked.",
        "tomé",
    ),
    (
        16,
        "The choir",
        """First evening. I had forgotten how it is when eleven strangers breathe in at the same time. The
alto beside me smells of mint and comes in late on purpose.

I sang for two hours and thought of nothing for two hours.""",
        "choir",
    ),
    (
        18,
        "",
        "Shoulders up at my ears all day. Noticed at four. Let them down at four. Up again at five past.",
        "body, work",
    ),
    (
        20,
        "Grandmother’s cupboard",
        """We opened it at last. Buttons, string, a receipt for a bicycle from 1961, and her gloves,
which still have the shape of her hands.

Nobody said anything. Then my aunt put them on, and they fitted, and we all began to talk at once.""",
        "grandmother, family",
    ),
    (21, "", "I keep thinking of the bicycle. Where did she go with it?", "grandmother"),
    (23, "Slept seven hours", "Seven. In one piece. I do not want to make a theory of it.", "sleep"),
    (
        25,
        "The walk to the lighthouse",
        """Fourteen kilometres with Inês, wind from the side, sand in everything. We spoke for the
first hour and then not at all, and it was the better half.

At the end there was a kiosk that sold nothing but coffee and knitting.""",
        "walking, inês",
    ),
    (
        27,
        "What I am good at",
        """Dr Okafor asked me to write it down, and I was silent like a schoolgirl. So, slowly:

- hearing when somebody is about to say something
- bread
- maps
- staying""",
        "self",
    ),
    (29, "", "Bad day. No reason. I have stopped looking for one before supper.", "low"),
    (30, "And the day after", "Better, also without a reason. It seems only fair.", ""),
    (
        33,
        "Letter to myself in January",
        """Dear you, it is light for ten hours today and you were out for one of them. Remember the river.
Remember that the dark does not mean anything, it is only early. The good lamp is in the hall cupboard. Love, I.""",
        "winter",
    ),
    (
        35,
        "The neighbour’s piano",
        """He plays the same eight bars every evening, and every evening he stumbles in the sixth. Today he
did not. I put my book down and nearly clapped through the wall.""",
        "home",
    ),
    (
        38,
        "At the pool",
        "Twenty lengths. The last four were for spite. Afterwards the whole body hummed like a fridge.",
        "body, swimming",
    ),
    (
        41,
        "A quarrel that was none",
        """I had the answer ready for a sentence that she never said. I must have carried it about for a week.
It is remarkable how heavy an unused answer is.""",
        "mother",
    ),
    (
        47,
        "The plan",
        """We have made one now, with Dr Okafor. Bed at the same time, up at the same time, the chair, the book, no
clock in sight. It is so simple that I am offended.

I will do it for four weeks and then be offended again, if need be.""",
        "sleep",
    ),
    (50, "", "Turned the clock to the wall. It ticks, but it no longer looks at me.", "sleep"),
    (
        54,
        "Beach, out of season",
        """Everything shut, and the chairs chained together like prisoners. We ate the sandwiches in the car with
the windows misted up and Tomé sang the commercials of our childhood, all of them, with the jingles.

I have not laughed like that since the spring. My stomach hurts while I write.""",
        "tomé, sea",
    ),
    (
        58,
        "What I did not say at the funeral",
        """That he once drove back forty kilometres because I had left my bear. That he never spoke of it.
That I have been looking for people like that ever since, and that I have found three.""",
        "loss",
    ),
    (59, "", "Wore black shoes in the rain. They squeak. He would have liked that.", "loss"),
    (
        63,
        "Small things that held today",
        "The hand rail. The second coffee. Rui’s mandarin economy. The word *nevertheless*.",
        "work",
    ),
    (
        67,
        "Too many people",
        """Eleven at a table for eight. I went to look at the books in the corridor for a quarter of an hour, and
somebody else was already there, looking at the books.

We nodded like smokers.""",
        "friends",
    ),
    (
        72,
        "First session",
        """I had prepared sentences, and used none of them. She asked what the nights smell like. Nobody has ever asked
me that. *Of cold tea*, I said, and then I talked for forty minutes.""",
        "sleep, okafor",
    ),
    (
        81,
        "What mother said",
        """That she, too, used to get up at night, for years, and iron. “You had the smoothest school shirts in the
street, and now you know why.” I do not know whether to laugh. We both did.""",
        "mother, sleep",
    ),
    (
        86,
        "Booked it",
        "Pressed the button and then walked round the table three times. Thursday week. Her name is Okafor.",
        "okafor",
    ),
    (
        90,
        "August, nearly over",
        """The town comes back. Someone is learning the trombone behind the bakery. I have slept four hours and am
strangely cheerful, in the way of people who have missed a train and have nothing more to lose.""",
        "summer",
    ),
    (
        95,
        "The sea at night",
        """Went in after dark with Inês. It was warmer than the air, and there was a light in the water around our
hands wherever we moved them. We moved them a lot.""",
        "sea, inês",
    ),
    (
        101,
        "Why I write here",
        """Because telling it aloud makes a story of it too early. Here it may lie about for a while, like things on
a workbench.""",
        "self",
    ),
    (
        108,
        "A first page",
        "I have bought no notebook for this. I will write one line, and if I like it, another one. That is two.",
        "",
    ),
)
