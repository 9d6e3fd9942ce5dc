"""Four weeks after too much: the first week, stopping."""

from kaya.practice.course import Day

FIRST_WEEK = (
    Day(
        "You have arrived",
        "six-a-minute",
        5,
        "What brought me here? In five lines, without making it smaller.",
        """
        You have gone on for longer than there was anything left to go on with. Perhaps someone told you so, perhaps
        your back did, or a morning on which you sat in the car park and could not get out. That is a place where
        many people have been. They are not the weak ones. Weak people stop sooner.

        In the next four weeks not much will be asked of you. The first is for stopping, the second for sleep, food
        and legs, the third for what wore you out, and only the fourth for what is to come. If a day takes a week, it
        takes a week; nothing here runs out.

        One thing beforehand. Exhaustion can have causes that no program finds: thyroid, iron, an infection, a
        depression. Have yourself examined, if that has not been done. It’s not a detour. And if thoughts come that
        it would be simpler not to be here any more, then tell somebody today; the help page stands on every page.

        For the present: breathe. You may put your bag down.
        """,
    ),
    Day(
        "The emergency list",
        "before-you-begin",
        4,
        "What really has to be this week? And who could be told that the rest has to wait?",
        """
        When a ship takes in water one does not polish the rail. One looks for what has to be done so that it stays
        afloat, and leaves the rest, and nobody calls that laziness.

        Take a sheet and write down everything that is tugging at you. All of it, including the birthday present and
        the tyres. Then go through with three signs. A cross: if I do not do this during the coming seven days,
        something breaks that cannot be mended. There are fewer of those than one thinks; medicines, rent, fetching
        the child. A circle: somebody else could. It would be done worse, and it would be done. A wave: it can wait,
        and would not even notice.

        Now comes the difficult bit, that of telling. “I’m ill and will be in touch in two weeks.” That is a complete
        sentence. It needs no explanation and no smiley.

        You will see that most people answer: of course, get well. They’ve been wondering for some time.
        """,
    ),
    Day(
        "Lying down in daylight",
        "rest-without-sleeping",
        12,
        "What does the voice say when I lie down in the middle of the day? Whose voice is it?",
        """
        Today’s task is to lie down for twelve minutes while it’s light, without a telephone and without having
        earned it. Anyone who isn’t exhausted will laugh at that. You know what it means.

        The first thing to turn up is usually not rest but unrest. As long as one runs, one doesn’t feel the stitch.
        It’s only when we stop that everything which has been running behind catches up: the aching legs, the
        sadness, a strange trembling. It is unpleasant, and a good sign. The system is daring to report.

        The next to come is the voice. Others manage. You only have to pull yourself together. What if somebody sees
        you. Listen to where it comes from. It’s often rather old, and had its reasons once, in a kitchen, in a
        school, in a country where there was no time for such things. You can let it talk. It doesn’t get a chair,
        however.

        Twelve minutes. And if you should fall asleep, then somebody has needed it.
        """,
    ),
    Day(
        "Fewer doors",
        "sounds-near-and-far",
        6,
        "Which noises, messages and decisions can I close off for some days?",
        """
        An exhausted head is like a house with all its windows open during a storm. Everything comes in, and the wind
        turns over the papers. Things that used to be easy, a supermarket, two people talking at once, the question
        “pasta or rice”, become too much. This isn’t a whim. The doorkeeper has been ill for some time and lets in
        everyone.

        So close doors. For a few days wear the same three things. Eat the same breakfast. Let one person in the
        family decide on supper, and not you. News once a day, read and not watched, or not at all; the world was
        going on before you looked. Let the telephone ring for three people, and for the rest let it be a slate on
        the wall that one reads in the evening.

        Go shopping early, when the shop is empty. Keep a pair of earplugs in your coat. You’re permitted to wear a
        cap.

        It won’t stay like that. Windows are for opening. But first someone has to pick up the papers.
        """,
    ),
    Day(
        "Being looked after",
        "for-someone-who-is-ill",
        7,
        "What could somebody do for me this week? Whom do I ask, and in which words?",
        """
        People who wear themselves out are as a rule excellent at caring, and beginners at being cared for. When
        someone asks whether they need anything they say “no, thank you, I’m fine”, with a temperature of
        thirty-nine.

        There’s a reason for it. Whoever gives is on the safe side. Whoever takes has to show where it’s missing. But
        remember how you felt when a friend let you help: it was an honour. You are keeping a pleasure from people.

        Make it simple for them. “Can I help?” is a hard question for both. Keep a list ready of things which take
        half an hour: bring soup. Walk round the park with me and don’t talk. Ring the insurance company. Take the
        children to the swings. Then, on being asked, you just read out a line.

        In the practice today you’ll be thinking of somebody who’s ill. Let it be you. Sit on your own edge of the
        bed. What would you fetch?
        """,
    ),
    Day(
        "Outside, slowly",
        "ten-steps-and-back",
        8,
        "How far did I go, and at what point would turning round have been right?",
        """
        You are to go out today. Not to get fit. Just so that you’ve had weather on your face.

        Go more slowly than you would like. It’s quite hard, since the body of an exhausted person knows two speeds,
        flight and collapse, and has to learn the ones between once more. Walk in such a way that you could sing. Sit
        down on each bench, on principle. Turn back before you want to, at two thirds, while it is still nice. The
        way home is also a way.

        If it’s going badly, out means the doorstep. There’s air there too.

        Look for something without a purpose. Clouds are suitable, dogs, water, other people’s laundry. Your eyes
        have looked at things for months to see what had to be done about them. Show them some that are simply going
        on.

        There’s a rule for the coming weeks: on the next day you should be able to do the same again. If not, it was
        too far. That’s no defeat, it is a measurement.
        """,
    ),
    Day(
        "A week of nothing",
        "what-held-up-today",
        5,
        "What has held during this week, even though I did almost nothing?",
        """
        You have now done almost nothing for a week, and presumably it was strenuous. Look round once. What has
        fallen down? Something will have: a deadline, a plant, somebody’s opinion of you. And what is still standing?
        Write down both. The second column is generally longer, and a bit insulting. One had thought that one was
        holding all that up.

        It’s a relief only later on. At first it hurts to be less necessary than one believed. There is a sort of
        tiredness which comes of carrying things, and another from having to be the one who carries. The second
        doesn’t get better by lying down. You’ll meet it in week three.

        For today it’s enough to have noticed that the floor is a floor. It bears you even if you aren’t performing
        anything on it.

        Are you a little more tired than at the beginning? That’s how it tends to go. The tide only seems to go out;
        in truth it’s the harbour that has got honest.
        """,
    ),
)
