"""Those who work in India and Australia, and an application from Durban."""

from kaya.care.models import Kind
from kaya.seeds.language import Away, Person, Practitioner, Rules, by_phone, by_video, prose

SEN = Practitioner(
    Person("Ananya Sen", "Asia/Kolkata", "she/her"),
    Kind.DOCTOR,
    "General practitioner",
    "Women’s health, and all that one would rather not explain at a counter.",
    prose("""
        I studied in Kolkata and Vellore and worked in a district hospital in the Sundarbans, where the doctor arrived
        by boat and so did the patients. Since then I do not think that distance is the main difficulty. Time is.

        I see people by video. Much can be settled by talking: cycles, contraception, the change, results that came
        without an explanation. When something has to be examined I tell you so, and what to ask for when you go.

        Someone of your choice may sit beside you. So may nobody.
    """),
    "MBBS, MD in community medicine.",
    "IN-MC-58203",
    "Kolkata",
    "bn hi en",
    "womens-health skin medicines travel",
    "Mon-Sat 10:00-13:00 18:00-20:30",
    (
        by_video("Women’s health visit", price=38),
        by_video("Video visit", price=25),
        by_video("Travel advice and vaccinations", minutes=25, price=24),
        by_phone("Video visit", minutes=15, price=18),
    ),
    called="Dr. Ananya Sen",
    rules=Rules(step=20, after=5, notice=2, window=30, limit=12),
    verified=280,
)

RAO = Practitioner(
    Person("Vikram Rao", "Asia/Kolkata", "he/him"),
    Kind.YOGA,
    "Yoga teacher",
    "Breath first. The rest can wait, and often need not come.",
    prose("""
        I was a wind player in a police band in Mysuru for eleven years. That is a long time to think about breath.

        I teach four ways of breathing, and when to leave them alone. Sometimes we add a few postures; a chair is
        enough. I teach slowly and repeat a great deal. After five or six lessons people usually do not need me, and
        write to say so, which I like.
    """),
    "Diploma in yoga education.",
    "IN-YG-8871",
    "Mysuru",
    "kn en hi",
    "breath stress sleep",
    "Mon-Fri 05:30-08:30 16:30-19:30",
    (
        by_video("Breath, learned properly", price=24),
        by_video("First yoga lesson", price=26),
        by_video("Yoga for stiff mornings", price=20),
        by_video("Ten minutes of quiet, guided", price=6),
    ),
    rules=Rules(step=15, after=0, notice=1, window=21),
    verified=195,
)

KRISHNAN = Practitioner(
    Person("Meera Krishnan", "Asia/Kolkata", "she/her"),
    Kind.THERAPIST,
    "Psychologist",
    "Families on three continents, and the telephone call on Sundays.",
    prose("""
        Half of my own family lives in Toronto and the other half in Chennai. I know what it is to love people at the
        wrong time of day.

        I work with those who have gone and with those who have stayed: with guilt about parents, with children who
        answer in another language, with marriages that were meant to be for a year. Sometimes two or three generations
        sit before three cameras, and I keep the order.

        Alone is fine too. Then we speak about the ones who are not there.
    """),
    "MPhil in clinical psychology.",
    "IN-RCI-30094",
    "Chennai",
    "ta en hi",
    "family living-between-countries grief parenting",
    "Tue-Sat 07:00-12:00; Sun 18:00-21:00",
    (
        by_video("Family conversation", price=60),
        by_video("Individual therapy", price=38),
        by_video("First conversation", price=34),
    ),
    called="Dr. Meera Krishnan",
    rules=Rules(step=30, after=15, notice=24, window=60, limit=4),
    away=(Away(18, 2),),
    verified=155,
)

MAGUIRE = Practitioner(
    Person("Fiona Maguire", "Australia/Sydney", "she/her"),
    Kind.PHYSIOTHERAPIST,
    "Physiotherapist",
    "Pelvic floor and after a birth, without whispering.",
    prose("""
        For eight years I treated rugby players, and then I had twins. Nobody had told me. I retrained.

        By video I cannot touch, and for much of this work nobody needs to. You learn to find the muscles, to let them
        go, which is the part that is forgotten, and to use them when you lift, cough and run. Men come too.

        I say the words for things. After a quarter of an hour so will you.
    """),
    "Degree in physiotherapy, Dublin; certificate in pelvic health.",
    "AU-PHY-41190",
    "Sydney",
    "en ga",
    "pelvic-floor after-a-birth womens-health mens-health",
    "Mon-Thu 09:00-14:00; Tue 19:00-21:30",
    (
        by_video("Pelvic floor", price=68),
        by_video("Back and neck at the desk", price=48),
        by_video("Physiotherapy session", minutes=40, price=52),
    ),
    rules=Rules(step=20, after=10, notice=6, window=60, limit=7),
    verified=225,
)

COLLINS = Practitioner(
    Person("Jarrah Collins", "Australia/Sydney", "he/him"),
    Kind.COACH,
    "Study and work coach",
    "For theses, exams, and the drawer in which the form lies.",
    prose("""
        It took me eleven years to finish my own degree, with three universities and two children in between. I know
        every way of not doing it.

        We make the pieces small. We fix the hour. I write to you at its beginning and at its end; you answer with one
        word. It is less wise than other coaching, and it gets things done.
    """),
    "BA, at last. Certified coach.",
    "AU-CO-2751",
    "Sydney",
    "en",
    "study career",
    "Mon-Fri 07:00-10:00; Mon,Thu 18:00-21:00",
    (
        by_video("Study that gets done", price=38),
        by_video("Find out whether it suits", minutes=15),
        by_video("Back to work after illness", price=60),
    ),
    rules=Rules(step=15, after=0, notice=4, window=30),
    verified=60,
    confirms_at_once=False,
)

TANAKA = Practitioner(
    Person("Keiko Tanaka", "Australia/Sydney", "she/her"),
    Kind.OTHER,
    "Occupational therapist",
    "Living with pain or with little energy: the week, drawn on paper, and made lighter in two places.",
    prose("""
        I have worked with people in long fatigue and in long pain for thirteen years, and for two of those years I was
        one of them. I do not say that it will pass. I have seen that weeks can become more livable.

        We draw your week as it is. We look for two hours that could be lighter. You need not sit up, you need not be
        dressed, and after twenty minutes we take a break. I send half a page afterwards, since remembering also costs.
    """),
    "Master of occupational therapy.",
    "AU-OT-19326",
    "Sydney",
    "ja en",
    "chronic-pain fatigue caring-for-others",
    "Tue-Fri 10:00-15:00",
    (
        by_video("Living with pain", price=62),
        by_video("Energy that has to be counted"),
        by_phone("For those who care for someone", price=38),
    ),
    rules=Rules(step=30, after=30, notice=24, window=45, limit=3),
    away=(Away(7),),
    verified=340,
    confirms_at_once=False,
)

DUBE = Practitioner(
    Person("Zanele Dube", "Africa/Johannesburg", "she/her"),
    Kind.THERAPIST,
    "Counselling psychologist",
    "Anger, and what is under it.",
    prose("""
        I work with people who shout, and with people who have not raised their voice for thirty years. Under both I
        usually find the same few things.

        I have a practice in Durban and would like to see people by video from here on three mornings a week.
    """),
    "MA in counselling psychology.",
    "ZA-PS-14470",
    "Durban",
    "zu en",
    "anger couples",
    "Mon,Tue,Wed 08:00-12:00",
    (by_video("Individual therapy", price=44), by_video("First conversation", price=40)),
    verified=None,
)

EAST = (SEN, RAO, KRISHNAN, MAGUIRE, COLLINS, TANAKA, DUBE)
