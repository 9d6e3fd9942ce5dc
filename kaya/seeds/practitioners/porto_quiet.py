"""Those who work in the quieter rooms of the Rua das Flores, and their colleagues in the north of Europe."""

from kaya.care.models import Kind
from kaya.seeds.language import Away, Person, Practitioner, Rules, at, by_phone, by_video, prose
from kaya.seeds.places import FLORES

LOBO = Practitioner(
    Person("Beatriz Lobo", "Europe/Lisbon", "she/her"),
    Kind.MASSAGE,
    "Massage therapist",
    "Warm hands, few words.",
    prose("""
        I grew up in a bakery, and I suppose that is where the hands come from. I have given massages for twelve years,
        to rowers, to grandmothers, to people who were told by someone that they ought to try it.

        Before we begin I ask three things: where, where not, and how firm. If you fall asleep I go on. If something is
        too much, lift one finger.
    """),
    "Diploma in massage therapy; further training for pregnancy.",
    "PT-TM-0873",
    "Porto",
    "pt en",
    "stress back-and-neck pregnancy",
    "Tue-Sat 11:00-19:00",
    (
        at(FLORES, "Garden room", "Feet and hands"),
        at(FLORES, "Practice floor", "Quiet massage"),
        at(FLORES, "Practice floor", "Massage in pregnancy"),
        at(FLORES, "Practice floor", "Long massage", price=80),
    ),
    rules=Rules(step=30, after=15, notice=3, window=30, limit=5),
    verified=480,
)

SA = Practitioner(
    Person("Joaquim Sá", "Europe/Lisbon", "he/him"),
    Kind.ACUPUNCTURE,
    "Acupuncturist",
    "Fine needles, and an honest look back after four weeks.",
    prose("""
        I was a nurse in an intensive care unit for sixteen years, and I am still one by temperament: I count, I note
        down, I check twice. Acupuncture I learned in the evenings, and for three months in Chengdu.

        I will not tell you that it helps with everything. For some people and some pains it does a good deal, and after
        four weeks we can usually see whether you are one of them. Stay with your doctor meanwhile, please.
    """),
    "Registered nurse; diploma in acupuncture.",
    "PT-AC-2260",
    "Porto",
    "pt en zh",
    "headaches chronic-pain stress",
    "Mon-Wed 13:00-20:00",
    (
        at(FLORES, "Tile room", "First acupuncture"),
        at(FLORES, "Tile room", "Acupuncture session"),
        at(FLORES, "Tile room", "Acupuncture for headaches"),
        at(FLORES, "Tile room", "Ear acupuncture"),
    ),
    rules=Rules(step=15, before=5, after=5, notice=8, window=60, limit=8),
    verified=175,
)

PINTO = Practitioner(
    Person("Leonor Pinto", "Europe/Lisbon", "she/her"),
    Kind.YOGA,
    "Yoga teacher",
    "For stiff people, shy people, and people with one good leg.",
    prose("""
        I began to practise at fifty-one, after an accident with a bicycle and a tram. I could not touch my knees. I
        teach from there.

        In my lessons there are chairs, walls, belts and a good deal of laughing. We do not chase shapes. What I look
        for is the moment when your breath goes on by itself although something is difficult.

        I am sixty-eight now and come to the practice by bicycle.
    """),
    "500 hours of teacher training; yoga for older people.",
    "PT-YG-0419",
    "Porto",
    "pt fr en",
    "stiffness older-people breath",
    "Mon-Fri 07:30-11:00; Sun 09:00-12:00",
    (
        at(FLORES, "Practice floor", "First yoga lesson", price=35),
        at(FLORES, "Practice floor", "Private lesson", price=38),
        by_video("Yoga for stiff mornings", price=26),
    ),
    rules=Rules(step=30, after=5, notice=10, window=28),
    away=(Away(15, 7),),
    verified=300,
)

BERGQVIST = Practitioner(
    Person("Elias Bergqvist", "Europe/Stockholm", "he/him"),
    Kind.THERAPIST,
    "Grief counsellor",
    "For the first year, and for the ones after it.",
    prose("""
        I was a hospital chaplain in Umeå for a long time, and sat with people of every faith and of none. Since then I
        work on my own, by video, mostly in the evenings, because that is when the house is quiet and the chair is
        empty.

        I have no stages and no method with a name. I ask what the person was called and what they cooked. We find out
        what you can carry alone, what others could carry, and what can be put down for a while.

        If money is a difficulty, write to me before you book. There is a way.
    """),
    "Degree in theology; training in grief counselling.",
    "SE-GC-1185",
    "Stockholm",
    "sv en no",
    "grief end-of-life caring-for-others",
    "Mon-Thu 16:00-21:00; Sun 15:00-18:00",
    (
        by_video("Grief counselling", price=45),
        by_phone("Grief counselling", price=40),
        by_video("Last things, spoken about"),
        by_video("For those who care for someone", price=35),
    ),
    rules=Rules(step=60, after=10, notice=6, window=50, limit=4),
    verified=510,
)

NAIR = Practitioner(
    Person("Priya Nair", "Europe/London", "she/her"),
    Kind.NUTRITION,
    "Nutritionist",
    "For guts that complain, and for eating away from home again.",
    prose("""
        I could not eat in restaurants for three years, so I know most of the excuses. Then I studied what had happened
        to me, and after that I studied it properly.

        With me you leave out a few things for a few weeks, in order, and then bring them back, in order. It needs a
        notebook and some patience. The aim is always a longer list of what you can eat, never a shorter one.
    """),
    "MSc in human nutrition.",
    "UK-NU-66120",
    "London",
    "en ml hi",
    "digestion eating stress",
    "Mon-Fri 09:00-12:00; Tue,Thu 17:00-20:00",
    (
        by_video("A gut that complains", price=56),
        by_video("Peace with eating", price=60),
        by_video("Follow-up on food", price=34),
    ),
    rules=Rules(step=20, after=10, notice=18, window=60),
    verified=42,
)

LINDHOLM = Practitioner(
    Person("Oskar Lindholm", "Europe/Stockholm", "he/him"),
    Kind.COACH,
    "Coach for people who lead others",
    "For the week after you were promoted, and for the year after that.",
    prose("""
        I ran a shipyard's workshop with sixty people and made most of the mistakes that can be made there. What I
        learned I now pass on, one hour at a time.

        I am good at difficult conversations, at delegating, and at finding out what should simply stop.
    """),
    "Certified coach, 2019.",
    "SE-CO-3307",
    "Gothenburg",
    "sv en",
    "career conversations",
    "Tue,Wed 08:00-12:00",
    (by_video("Coaching hour", price=80), by_video("A difficult conversation, rehearsed")),
    verified=None,
)

QUIET = (LOBO, SA, PINTO, BERGQVIST, NAIR, LINDHOLM)
