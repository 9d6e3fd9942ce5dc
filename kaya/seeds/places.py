"""Whose house it is, and where one goes."""

from kaya.seeds.language import Place, prose

NAME = "Rua das Flores"
ABOUT = prose("""
    A practice of thirty people in three cities and on many screens. We began as four rooms above a bookbinder in Porto,
    and still think of ourselves as those rooms: a door that opens, someone who has read what you wrote, and time
    enough.
""")
ZONE = "Europe/Lisbon"
CONTACT = "house@example.org"
PHONE = "+351 220 000 000"
BOOKING_POLICY = prose("""
    A time that you choose is kept for five minutes while you decide. You can move or cancel free of charge until the
    day before, for most appointments; the page of each says until when. If you come late, we still end on time, because
    someone else is waiting. If we have to move you, we offer you other times first and ask you before anything changes.
""")
PRIVACY_POLICY = prose("""
    What you write here stays on our own machine. We do not sell it, we do not follow you about, and nobody outside the
    practice sees it unless you decide so.

    Your practitioner sees what you wrote when you booked, and what you choose to share from your record. You can see
    who looked at it and when, and take back what you shared. You can take everything with you as a file, or have it
    erased.

    Questions go to house@example.org. A person answers.
""")

FLORES = Place(
    "Rua das Flores",
    "Rua das Flores 118, second floor",
    "Porto",
    "4050-265",
    "PT",
    "Europe/Lisbon",
    ("Fig room", "Tile room", "Garden room", "Practice floor", "Dental surgery"),
    prose("""
        Ten minutes on foot from São Bento station. Ring the lower bell; the door is heavy, push it. There is a lift
        behind the stairs, and the Garden room is on the ground floor for those who cannot or would rather not climb.
    """),
)
YABA = Place(
    "Yaba house",
    "14 Adekunle Street, Yaba",
    "Lagos",
    "101212",
    "NG",
    "Africa/Lagos",
    ("Quiet room", "Consulting room", "Long room"),
    prose("""
        The green gate after the pharmacy. Say at the gate that you have an appointment; you need not say with whom.
        There is water, a generator, and a bench in the shade if you are early.
    """),
)
BERGEN = Place(
    "Bergen Street",
    "231 Bergen Street, parlor floor",
    "New York",
    "11217",
    "US",
    "America/New_York",
    ("Front parlor", "Back parlor", "Studio"),
    prose("""
        Between Bond and Nevins, four minutes from the Hoyt-Schermerhorn stop. Eleven steps up with a rail; tell us if
        steps are a difficulty and we will meet you in the Studio, which has its own door on the level.
    """),
)
PLACES = (FLORES, YABA, BERGEN)
