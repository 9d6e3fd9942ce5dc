"""Those who work in the Rua das Flores in Porto: hands, teeth and medicine."""

from kaya.care.models import Kind
from kaya.seeds.language import Away, Person, Practitioner, Rules, at, by_video, prose
from kaya.seeds.places import FLORES

FIGUEIRA = Practitioner(
    Person("Mateus Figueira", "Europe/Lisbon", "he/him"),
    Kind.PHYSIOTHERAPIST,
    "Physiotherapist",
    "Backs, necks and shoulders; slow work, clear homework.",
    prose("""
        I came to this from carpentry. I know what a week above one's head does to a shoulder, and I still think in
        joints that should move and joints that should hold.

        The first time I ask a great deal and treat little. From the second time on it is the other way round. Everyone
        leaves with two exercises on a card, drawn by hand, because people lose links and keep cards.

        Musicians are welcome. Bring the instrument.
    """),
    "Degree in physiotherapy, Porto. Further training in manual therapy and musicians’ health.",
    "PT-FT-5531",
    "Porto",
    "pt fr en",
    "back-and-neck chronic-pain sports-injuries",
    "Mon-Fri 08:30-12:30 14:00-17:30",
    (
        at(FLORES, "Fig room", "First assessment", price=55),
        at(FLORES, "Fig room", "Physiotherapy session"),
        by_video("Back and neck at the desk"),
    ),
    rules=Rules(step=15, after=10, notice=4, window=45, limit=9),
    away=(Away(9, 2),),
    verified=365,
)

DUARTE = Practitioner(
    Person("Helena Duarte", "Europe/Lisbon", "she/her"),
    Kind.DENTIST,
    "Dentist",
    "For people who have crossed the street to avoid a dentist.",
    prose("""
        I was afraid of dentists until I was fourteen. Then one of them let me hold the drill, switched off, for as long
        as I liked. I have wanted to be that person ever since.

        Nearly half of those who come to me have not been for five years or more. I will not tell you off. We sit in two
        armchairs first. You choose the sign that means stop, and I stop.

        The work itself I do as everyone should: with time, with a good light, and with a bill that you saw beforehand.
    """),
    "Degree in dental medicine, Coimbra. Training in the care of anxious patients.",
    "PT-OMD-9042",
    "Porto",
    "pt en es",
    "dental-fear jaw",
    "Mon-Thu 09:00-13:00 14:30-18:30",
    (
        at(FLORES, "Dental surgery", "For anxious patients"),
        at(FLORES, "Dental surgery", "Dental check"),
        at(FLORES, "Dental surgery", "Filling", price=85),
        at(FLORES, "Dental surgery", "Night guard"),
    ),
    called="Dr. Helena Duarte",
    rules=Rules(step=30, before=5, after=10, notice=24, window=90, limit=8),
    verified=540,
)

AGUIAR = Practitioner(
    Person("Tomás Aguiar", "Europe/Lisbon", "he/him"),
    Kind.DENTIST,
    "Children’s dentist",
    "Counts teeth in four languages and one of them is whale.",
    prose("""
        I see children from two to fourteen, and now and then a parent who was waiting beside the chair.

        On the first visit nothing has to happen. Some children sit down at once; some inspect the room for three visits
        and then open their mouths as if it had been their idea, which it was. I talk to them first and to you second.

        I work on Fridays and Saturdays in Porto, when the surgery is ours alone.
    """),
    "Degree in dental medicine, Lisbon. Specialised in children’s dentistry.",
    "PT-OMD-11317",
    "Porto",
    "pt en it",
    "children dental-fear",
    "Fri 09:00-13:00 14:00-18:00; Sat 09:00-13:00",
    (
        at(FLORES, "Dental surgery", "Children’s first visit"),
        at(FLORES, "Dental surgery", "Cleaning", minutes=30, price=45),
        at(FLORES, "Dental surgery", "Toothache today", price=50),
    ),
    rules=Rules(step=15, after=10, notice=2, window=60),
    verified=88,
)

TAVARES = Practitioner(
    Person("Rui Tavares", "Europe/Lisbon", "he/him"),
    Kind.DOCTOR,
    "General practitioner",
    "Long stories, many medicines, several doctors: I like to put them on one page.",
    prose("""
        For twenty-two years I was the doctor of a valley in Trás-os-Montes. One learns there to ask about the sheep
        first. In Porto I ask about stairs, neighbours and who does the shopping.

        Most of my patients are over sixty and have more than one thing. I take an hour for the first visit. What comes
        out of it is a page that you can show to every other doctor, so that you need not tell it all again.
    """),
    "Specialist in general and family medicine.",
    "PT-OM-27764",
    "Porto",
    "pt es en",
    "older-people medicines blood-pressure",
    "Tue-Fri 09:30-13:00 15:00-18:00",
    (
        at(FLORES, "Tile room", "Long first visit"),
        at(FLORES, "Tile room", "Doctor’s visit", price=52),
        at(FLORES, "Tile room", "Medicines, sorted"),
        by_video("Video visit", price=38),
    ),
    called="Dr. Rui Tavares",
    rules=Rules(step=30, after=0, notice=6, window=45, limit=10),
    verified=700,
)

CARVALHO = Practitioner(
    Person("Inês Carvalho", "Europe/Lisbon", "she/her"),
    Kind.THERAPIST,
    "Psychotherapist for couples and families",
    "Two chairs at an angle, so that nobody has to look at anybody.",
    prose("""
        I work with couples, with families, and with people who were in one. Before that I was an interpreter for ten
        years, at courts and in hospitals. I still listen for the word that cannot be translated.

        With two people I keep the time evenly and interrupt both. I am not interested in who began it. I am interested
        in the moment just before, when it could still have gone another way.

        I do not work with couples where one is afraid of the other. Then each should have a person of their own, and I
        help to find them.
    """),
    "Degree in psychology, four years of training in systemic therapy.",
    "PT-OPP-18206",
    "Porto",
    "pt en de",
    "couples family living-between-countries parenting",
    "Mon,Wed 12:00-20:00; Thu 09:00-15:00",
    (
        at(FLORES, "Garden room", "Couples therapy", price=90),
        at(FLORES, "Garden room", "Family conversation"),
        by_video("Couples therapy", price=85),
        by_video("First conversation"),
    ),
    rules=Rules(step=30, before=0, after=15, notice=24, window=75, limit=5),
    verified=260,
)

PORTO = (FIGUEIRA, DUARTE, AGUIAR, TAVARES, CARVALHO)
