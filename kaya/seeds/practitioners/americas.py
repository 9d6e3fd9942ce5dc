"""Those who work in New York, in Bergen Street or from home, and one in São Paulo."""

from kaya.care.models import Kind
from kaya.seeds.language import Away, Person, Practitioner, Rules, at, by_phone, by_video, prose
from kaya.seeds.places import BERGEN

ADLER = Practitioner(
    Person("Miriam Adler", "America/New_York", "she/her"),
    Kind.THERAPIST,
    "Clinical social worker",
    "Worry, panic, and the art of taking the express train again.",
    prose("""
        I have been seeing people in Brooklyn for nineteen years. I grew up in a house where fear was a kind of family
        pet, fed daily. It has left me with some respect for it, and no wish to feed it.

        The work is practical. We find out what you are going around, and take small steps toward it, often outside the
        room: to the subway, to the elevator, to the telephone. I come along for the first ones.

        I also like to laugh. Not at you.
    """),
    "MSW, licensed clinical social worker; trained in exposure work.",
    "US-LCSW-70331",
    "New York",
    "en he",
    "anxiety low-mood study",
    "Mon-Thu 10:00-14:00 15:00-19:00",
    (
        at(BERGEN, "Front parlor", "Worry and panic", price=95),
        at(BERGEN, "Front parlor", "Individual therapy", price=95),
        by_video("Individual therapy", price=85),
        by_video("First conversation", price=70),
    ),
    rules=Rules(step=60, after=10, notice=24, window=60, limit=6),
    verified=390,
)

CLARKE = Practitioner(
    Person("Desmond Clarke", "America/New_York", "he/him"),
    Kind.COACH,
    "Coach",
    "For people who are good at a job that they no longer want.",
    prose("""
        I drove a bus, then I planned the routes, then I ran the depot, and at forty-six I stopped and did not know why.
        It took me a year to find out. I try to make it shorter for others.

        I ask for two lines the day before: what it is about, and what would make the hour worth it. In the hour I ask
        short questions and wait. At the end you say what you will do and who will notice.

        The first twenty minutes are free of charge, and I mean it: nothing is sold in them.
    """),
    "Certified coach; twenty years in public transport.",
    "US-CC-5148",
    "New York",
    "en",
    "career conversations burnout",
    "Tue-Fri 08:00-12:00; Wed 17:00-20:00",
    (
        by_video("Find out whether it suits"),
        by_video("Coaching hour", price=90),
        by_video("Changing course", price=130),
        by_phone("Coaching hour", price=80),
    ),
    rules=Rules(step=30, after=0, notice=12, window=45),
    verified=130,
)

JIMENEZ = Practitioner(
    Person("Rosa Jiménez", "America/New_York", "she/her"),
    Kind.MASSAGE,
    "Licensed massage therapist",
    "Firm, slow, and stopped at your word.",
    prose("""
        My grandmother in Oaxaca set bones and scolded people. I have her thumbs and, I hope, not her tongue.

        I have worked with dancers for fifteen years, and with people who sit at desks, who are often the harder case. I
        work slowly and I stop when you say so. The next day may ache a little; the day after that tells us more.
    """),
    "LMT, twelve years with dance companies.",
    "US-LMT-22604",
    "New York",
    "es en",
    "back-and-neck sports-injuries stress",
    "Wed-Sun 12:00-20:00",
    (
        at(BERGEN, "Back parlor", "Deep work on the back", price=85),
        at(BERGEN, "Back parlor", "Quiet massage", price=95),
        at(BERGEN, "Back parlor", "Feet and hands", price=50),
    ),
    rules=Rules(step=15, before=10, after=15, notice=2, window=21, limit=6),
    verified=245,
)

WHITLOCK = Practitioner(
    Person("Hannah Whitlock", "America/New_York", "they/them"),
    Kind.YOGA,
    "Yoga teacher",
    "Before a birth, after one, and on all days when the body is somebody else’s idea.",
    prose("""
        I teach people whose bodies have changed quickly: through pregnancy, through surgery, through an illness,
        through becoming who they are. All of it is welcome on my mat, which is a carpet.

        A lesson is forty or fifty minutes. We stand, lean, rest on one side, breathe out for longer than seems
        necessary. Please ask your midwife or doctor before the first time if you are pregnant or newly healed.
    """),
    "Teacher training for pregnancy and after birth.",
    "US-YT-9917",
    "New York",
    "en fr",
    "pregnancy after-a-birth breath queer-lives",
    "Mon,Wed,Fri 07:00-11:00; Sat 09:00-12:00",
    (
        at(BERGEN, "Studio", "Yoga in pregnancy", price=60),
        at(BERGEN, "Studio", "Private lesson", price=70),
        by_video("Breath, learned properly", price=45),
    ),
    rules=Rules(step=30, after=10, notice=8, window=35),
    away=(Away(5), Away(30, 3)),
    verified=77,
)

LIN = Practitioner(
    Person("Grace Lin", "America/New_York", "she/her"),
    Kind.ACUPUNCTURE,
    "Acupuncturist",
    "Half an hour of lying still, which many people have not done for years.",
    prose("""
        I learned from my mother in Flushing, who learned in Taipei, and then for four years at a college, where I
        unlearned some of it.

        The first time we talk for a long while. I look at your tongue; everyone laughs. Then a few needles, a blanket,
        and quiet. I come in every ten minutes, and you have a bell.
    """),
    "MS in acupuncture, licensed in two states.",
    "US-LAC-6043",
    "New York",
    "en zh",
    "headaches stress sleep",
    "Thu-Sat 10:00-18:00",
    (
        at(BERGEN, "Studio", "First acupuncture", price=110),
        at(BERGEN, "Studio", "Acupuncture session", price=85),
        at(BERGEN, "Studio", "Ear acupuncture", price=45),
    ),
    rules=Rules(step=30, before=5, after=10, notice=12, window=42, limit=7),
    verified=320,
)

NOGUEIRA = Practitioner(
    Person("Clara Nogueira", "America/Sao_Paulo", "she/her"),
    Kind.NUTRITION,
    "Sports dietitian",
    "For runners, rowers, dancers, and people who carry boxes.",
    prose("""
        I rowed for nine years, badly fed. Then I became a dietitian and fed the crew that beat us.

        I ask what a usual day looks like, hour by hour, and where the hunger sits in it. Then we move things about. I
        like rice, beans, eggs and bananas. I dislike most tins with muscles on them.
    """),
    "Degree in nutrition, specialised in sport.",
    "BR-CRN-15582",
    "São Paulo",
    "pt es en",
    "sports-injuries eating diabetes",
    "Mon-Fri 07:00-11:00",
    (
        by_video("Food for sport", price=42),
        by_video("First talk about food", price=46),
        by_video("Follow-up on food", price=25),
    ),
    rules=Rules(step=15, after=5, notice=12, window=60),
    verified=112,
)

AMERICAS = (ADLER, CLARKE, JIMENEZ, WHITLOCK, LIN, NOGUEIRA)
