"""Seven days of being a little kinder to oneself."""

from kaya.practice.course import Course, Day
from kaya.practice.script import Need

OWN_SIDE = Course(
    "on-your-own-side",
    "On your own side",
    "Seven days of talking to yourself as you would to somebody you are fond of.",
    """For people who are patient with everyone but one person. Each day has one small attempt. If the voice inside you
    is not merely strict but tells you to hurt yourself, or that others would be better off without you, please use the
    help page today and speak to somebody: that is not a voice one has to answer alone.""",
    (Need.KINDNESS, Need.LOW),
    (
        Day(
            "Listening in",
            "where-you-are-held",
            3,
            "What did I say to myself today when something went wrong? Word for word, if I can.",
            """
            There is somebody who talks to you from morning till night. It comments on how you parked, on what you
            said to the neighbour, on your knees in the mirror. You have known the voice for so long that you take it
            for the facts.

            Today you change nothing about it. You merely listen in, as one does on a train when the people behind
            speak rather loudly. What are its favourite words? Always, never, typical, pull yourself together? Does
            it say “I” or “you”? Is it rather hot or rather cold? Does it remind you of anybody?

            Nearly all of us are stricter with ourselves than we would dare to be with a stranger, and nearly
            everyone believes that it is needed. Without the driver the cart would stop. We shall look into that
            later in the week. For the moment it is enough to notice that there are two of you at it: one who talks,
            and one who is talked to. And then a third, who has just heard both of them, on a train, through the gap
            between the seats.
            """,
        ),
        Day(
            "What a friend would say",
            "a-kind-word-on-a-hard-day",
            5,
            "A friend has made exactly the mistake that I made. What do I write to them?",
            """
            Suppose that a good friend rings you. They have forgotten their mother’s birthday, or lost their temper
            with the child, or sent the wrong file to forty people. What do you say?

            Presumably not: well, that’s what you are like. You would not tell them either that nothing happened. You
            would say something in between. Oh dear. That is a horrid feeling. It can be put right; shall we think
            how? You would hear the good intention in it, and how tired they were. You would remember their forty
            other birthdays.

            It is a curious thing that you can do this. The kindness is fully there, it has a vocabulary and a tone,
            it gets used on others several times a week. It only has one address missing from its list.

            So write to yourself today as to that friend, three sentences and not more. Use your name. It will sound
            false at first, as one’s voice does on a recording. That is because you are hearing it from outside. Read
            it again tomorrow; it may have become less strange over night.
            """,
        ),
        Day(
            "You are not the only one",
            "someone-on-the-way",
            4,
            "Who else may be carrying the same thing today, without my being able to see it?",
            """
            Shame has one great trick. It takes you aside and says: they all manage, apart from you. It shows you the
            kitchens of other people through a lit window, and leaves out the cupboard in the hall.

            But go through the people whom you know well, the three or four whose cupboards you have seen. One does
            not open letters. One has not spoken to her brother since the funeral. One, whom everybody admires, sits
            in the car for ten minutes every evening before he can go in. And those are only the ones who have told
            you.

            To be human seems to mean having a body that lets one down, a past with a few rooms locked, and too
            little time. Failing belongs to the equipment, and not to the exceptions. This does not make it pleasant.
            It takes away just the one thing that it never needed to have: that you are alone with it.

            When you are out today, look at three people and think: you, too. You need not know what it is. Then look
            at the one in the shop window, and nod.
            """,
        ),
        Day(
            "The driver and the cart",
            "before-you-begin",
            4,
            "What is my inner critic afraid would happen if it kept quiet for a day?",
            """
            Now for the objection. If I were nice to myself, says the voice, I should lie on the sofa until the
            firemen came. It is only because of me that anything gets done here.

            One can be grateful to it, for it means well. Somewhere in your early life there was probably a time when
            it was wise to find your own mistakes before somebody else found them. It took on the job, and nobody
            ever came to relieve it.

            But look at how people really learn. Think of the teacher with whom you got better at something. Was it
            the one who sneered? Fear makes us fast and stupid; it is good for running away, and poor for fractions.
            Those who had somebody next to them saying “not yet, look here, once more” put their hand up again the
            next day. And that is most of it: putting up one’s hand again.

            Being on your own side does not mean finding everything good that you do. A kind coach sees the mistake
            precisely; she only does not confuse it with the player. For one task today hire that coach. See whether
            it gets done.
            """,
        ),
        Day(
            "Saying no, kindly",
            "weight-to-the-ground",
            4,
            "Which no is due? In two sentences, without an excuse that is not true.",
            """
            It is not all done inwardly. One can repeat good wishes to oneself on the cushion and then say yes, for
            the fourth time, to what one has no strength for. Self-kindness has teeth, small ones; they are there for
            biting off what is too much.

            A no does not have to be a door that slams. It has three parts, each of which may be short. First the
            warm one: how good that you thought of me. Then the thing itself, in one sentence, without “actually”: I
            cannot do it. And if you like something that you can: ask me again in spring, or, I could manage an hour.
            Reasons are allowed, but they are an invitation to negotiate. Who explains a great deal is asking for
            permission.

            You may feel guilty afterwards; expect it, like the ache after moving house. Guilt that follows a fair no
            is not a sign that you were wrong. It is only the sound of an old habit being put down.

            Choose the smallest no that is waiting. Stand while you say it. Both feet on the ground make the voice
            lower.
            """,
        ),
        Day(
            "The body, too",
            "two-hands",
            5,
            "A short letter of thanks to a part of my body that I complain of.",
            """
            Many people could forgive their character sooner than their stomach. The body gets the roughest tone of
            all: too much of it, too slow, in the wrong places, ageing on top of that. It cannot answer. It only goes
            on, fetching breath after breath, closing up the cut on the thumb, growing another nail.

            You need not find it beautiful. Nobody has to stand in front of the mirror this evening and lie. There is
            something more modest than liking, and it is what one shows to an old animal that has been with the
            family a long time: one feeds it at the proper hour, one does not shout, one lets it lie in the sun.

            What would that be today? Perhaps shoes that do not pinch, at last. Perhaps going to the lavatory when
            you have to, and not after the next call. Making the appointment that you have put off. Food on a plate,
            sitting down.

            While you practise, look at your hands. Whatever you think about the rest, these two have never been
            anything but on your side.
            """,
        ),
        Day(
            "A sentence to keep",
            "a-widening-circle",
            10,
            "My sentence. Where will it hang, and when shall I need it?",
            """
            At the end of such a week the critic is still there. It was not to be expected that somebody with so many
            years of service would clear the desk within seven days. But perhaps it has grown a little more distinct,
            and you a little further from it; and now and then, before it starts speaking, there is a breath of
            quiet. All of the practice takes place in that breath.

            Find a sentence for it. It should be short enough for a traffic light, true enough so that you do not
            have to laugh, and in your own language, the one that you swear in. Some that people have found: I am
            doing it for the first time, too. One thing, then tea. That was hard, and I was there. Easy, old girl.

            Write it where you tend to be strict with yourself: inside the wardrobe, on the edge of the screen, in
            the car.

            Then today’s practice, the oldest of them. It sends good wishes out in circles, and one of these has you
            in it; no larger a piece than anybody else’s, and no smaller. That is all that was meant by being on your
            own side: not above the others. Among them.
            """,
        ),
    ),
)

COURSES = (OWN_SIDE,)
