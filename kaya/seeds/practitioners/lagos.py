"""Those who work in Lagos, in Yaba house or from home, and one in Nairobi."""

from kaya.care.models import Kind
from kaya.seeds.language import Away, Person, Practitioner, Rules, at, by_phone, by_video, prose
from kaya.seeds.places import YABA

OKAFOR = Practitioner(
    Person("Ngozi Okafor", "Africa/Lagos", "she/her", email="okafor@example.org"),
    Kind.THERAPIST,
    "Clinical psychologist",
    "For people who lie awake, worry in circles, or bring work home in their shoulders.",
    prose("""
        I trained in Ibadan and worked for nine years on the wards of a teaching hospital before I had a room with a
        window. Most people who come to me are tired. Some have stopped sleeping; some sleep and wake as though they had
        not. We begin with the nights, because they are where the days are felt.

        I ask precise questions and I write things down in front of you, so that you can correct me. Between our hours
        there is usually something small to try: ten minutes earlier, one telephone call, a worry put on paper before
        supper. If it did not work we look at why, without marks.

        You may leave your camera off. You may come for three hours or for a year. I will tell you when I think that
        somebody else could help you better, and whom I would ask.
    """),
    "PhD in clinical psychology. Fourteen years in practice, nine of them in hospital.",
    "NG-PSY-20417",
    "Lagos",
    "en ig yo",
    "sleep anxiety burnout low-mood",
    "Mon-Thu 09:00-13:00 14:00-18:00; Sat 10:00-13:00",
    (
        by_video("Individual therapy", price=58),
        by_video("Help with sleep", minutes=50, price=58),
        by_video("First conversation", price=52),
        by_phone("Check-in by phone", price=22),
    ),
    called="Dr. Ngozi Okafor",
    rules=Rules(step=30, after=10, notice=12, window=60, limit=6),
    away=(Away(24, 4),),
    verified=410,
)

BAKARE = Practitioner(
    Person("Tunde Bakare", "Africa/Lagos", "he/him"),
    Kind.DOCTOR,
    "General practitioner",
    "A family doctor who reads the letters before you come in.",
    prose("""
        My father kept a pharmacy in Abeokuta, and I learned to listen behind its counter: people ask for cough syrup
        and mean something else. I have been a family doctor for seventeen years, the last six in Yaba.

        I look after many people with high blood pressure and sugar, and after their children and parents. I prefer few
        medicines, well understood. If I do not know, I say so, and find out who does.

        Please bring your medicines in their boxes. I like boxes; they tell me what was really taken.
    """),
    "MB BS, Fellow in family medicine.",
    "NG-MD-31882",
    "Lagos",
    "en yo",
    "blood-pressure diabetes medicines older-people",
    "Mon-Fri 08:00-12:00; Mon,Wed 15:00-18:00",
    (
        at(YABA, "Consulting room", "Doctor’s visit", price=40),
        at(YABA, "Consulting room", "Yearly look-over", price=65),
        at(YABA, "Consulting room", "Medicines, sorted", price=45),
        by_video("Video visit", price=28),
    ),
    called="Dr. Tunde Bakare",
    rules=Rules(step=20, after=5, notice=3, window=30, limit=14),
    verified=620,
)

YUSUF = Practitioner(
    Person("Amina Yusuf", "Africa/Lagos", "she/her"),
    Kind.MIDWIFE,
    "Midwife",
    "From the first test to the day when you leave the house with a pram and no bag.",
    prose("""
        I have been a midwife since I was twenty-two. I trained in Kano, worked in a maternity home in Surulere, and for
        the last four years I have seen people in the Long room at Yaba house, which has the good sofa.

        First pregnancies often come with forty questions and an aunt. Bring both. I will tell you what I see, what I
        would do, and what others do who know as much as I.

        I speak Hausa, English and the Yoruba that one learns in labour wards.
    """),
    "Registered nurse and midwife.",
    "NG-MW-07755",
    "Lagos",
    "en ha yo",
    "pregnancy after-a-birth feeding",
    "Tue-Sat 09:00-14:00",
    (
        at(YABA, "Long room", "First meeting with a midwife", price=35),
        at(YABA, "Long room", "Pregnancy check", price=28),
        at(YABA, "Long room", "After a birth", price=32),
        by_video("Feeding", price=26),
    ),
    rules=Rules(step=15, before=5, after=10, notice=6, window=90),
    away=(Away(12),),
    verified=330,
)

EZE = Practitioner(
    Person("Chidi Eze", "Africa/Lagos", "he/him"),
    Kind.PHYSIOTHERAPIST,
    "Physiotherapist",
    "Knees, ankles and the long way back to the pitch, or to the fourth floor.",
    prose("""
        I played football until my own knee ended that, and I spent a year learning from the people who put it together
        again. Then I went to university for what they knew.

        I work with runners and goalkeepers, and just as gladly with people who want to climb their own stairs. The
        first hour is mostly watching you move. After that I will ask you to do two exercises a day. If you do not do
        them I will ask why, and we will find two that you do.
    """),
    "BMR in physiotherapy, certificate in sports injuries.",
    "NG-PT-11290",
    "Lagos",
    "en ig",
    "sports-injuries back-and-neck",
    "Mon-Fri 12:00-19:00",
    (
        at(YABA, "Quiet room", "First assessment", price=38),
        at(YABA, "Quiet room", "Physiotherapy session", price=30),
        at(YABA, "Quiet room", "After an operation", price=40),
    ),
    rules=Rules(step=30, after=15, notice=4, window=45, limit=7),
    verified=95,
)

ADEYEMI = Practitioner(
    Person("Folake Adeyemi", "Africa/Lagos", "she/her"),
    Kind.NUTRITION,
    "Dietitian",
    "Jollof stays. We talk about the rest.",
    prose("""
        I was the dietitian of a large hospital kitchen for eight years, so I know what happens to a good plan on a
        Tuesday with no electricity. Plans have to survive Tuesdays.

        Many people come to me with a new diagnosis and a list of forbidden foods that someone printed for them. We put
        the list away and look at what is on your table, what it does, and what could stand beside it.

        I work beside your doctor and write to them when I think that they should know something, after asking you.
    """),
    "MSc in dietetics.",
    "NG-RD-02216",
    "Lagos",
    "en yo fr",
    "diabetes digestion eating",
    "Mon,Tue,Thu 10:00-16:00; Sat 09:00-12:00",
    (
        by_video("First talk about food", price=44),
        by_video("Follow-up on food", price=24),
        by_video("Eating with diabetes", price=38),
        by_phone("Follow-up on food", price=20),
    ),
    rules=Rules(step=30, after=0, notice=24, window=40),
    verified=210,
)

ODERA = Practitioner(
    Person("Ruth Achieng Odera", "Africa/Nairobi", "she/her"),
    Kind.MIDWIFE,
    "Midwife",
    "The weeks after a birth: feeding, sleeping, mending, crying.",
    prose("""
        I have been with women at eleven hundred births, in Kisumu, in Nairobi, and for two years in Leeds. What I
        remember best are the weeks after them, when the visitors have gone and nobody asks any more.

        So this is what I do now, by video, at hours when babies are awake, which is all hours. You hold the telephone,
        or someone holds it for you. I look at the latch, at the scar if you want me to, at your face.

        I can also read your notes from the hospital with you. A hard birth becomes a little less hard when one knows
        what the doors and the voices were about.
    """),
    "Registered midwife in Kenya, lactation consultant.",
    "KE-MW-40918",
    "Nairobi",
    "en luo sw",
    "after-a-birth feeding pregnancy trauma",
    "Mon-Sat 06:00-10:00 17:00-21:00",
    (
        by_video("After a birth", price=50),
        by_video("Feeding", price=40),
        by_video("Talking about a hard birth", price=50),
        by_phone("Feeding", minutes=30, price=28),
    ),
    rules=Rules(step=15, after=15, notice=2, window=30),
    verified=150,
)

LAGOS = (OKAFOR, BAKARE, YUSUF, EZE, ADEYEMI, ODERA)
