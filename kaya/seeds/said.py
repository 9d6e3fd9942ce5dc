"""What people write around an appointment; nothing here is about anyone."""

from kaya.care.models import Kind

BEFORE = {
    Kind.THERAPIST: (
        "I wake at four and then it is over. It has been like this since spring.",
        "A friend gave me your name. I have not done this before.",
        "We can both be there, but from two places.",
        "",
    ),
    Kind.DOCTOR: (
        "I bring the letter from the hospital.",
        "It is about the new tablets.",
        "Two questions, one of them short.",
        "",
    ),
    Kind.DENTIST: (
        "It is six years since I was last at a dentist.",
        "The upper left one, when I drink something cold.",
        "",
    ),
    Kind.PHYSIOTHERAPIST: ("The stairs are the worst.", "I have pictures on a disc, if that is of use.", ""),
    Kind.MASSAGE: ("Please leave out the left shoulder.", "Firm is fine.", ""),
    Kind.MIDWIFE: (
        "She feeds every hour and a half and I am not sure that it is enough.",
        "My mother will be there too.",
        "",
    ),
    Kind.NUTRITION: ("I work nights every third week.", "I do not want to be weighed, please.", ""),
    Kind.YOGA: ("I have not done anything like it since school.", "One knee does not bend beyond a right angle.", ""),
    Kind.ACUPUNCTURE: ("I am a little afraid of needles.", "I kept the calendar, it is in my bag.", ""),
    Kind.COACH: (
        "It is about a talk with my brother, who is also my boss.",
        "I have an offer and until the end of the month.",
        "",
    ),
    Kind.OTHER: ("I may have to lie down for it.", ""),
}

WHY_CANCELLED = (
    "My child is ill.",
    "I have to travel for work.",
    "I feel better, thank you.",
    "The trains are not running.",
    "I booked the wrong week.",
    "",
)
WHY_MOVED = ("A meeting that I cannot move.", "Could we make it earlier?", "")

SHARED = (
    "We agreed to keep the diary for another week, and to leave the telephone in the kitchen at night.",
    "Two exercises, morning and evening; stop if it hurts more than it does now.",
    "The results are fine. The one value in bold is nothing to worry about; look again in half a year.",
    "You wanted to write to your sister first, and then decide.",
    "Drink something before you cycle home. The soreness should be gone by the day after tomorrow.",
    "Next time we look at the mornings.",
)
PRIVATE = (
    "Speaks more freely in the second half. Begin later with the questions.",
    "Ask about the father next time, if it comes up.",
    "Seemed in a hurry. Check whether the hour suits.",
    "Wants plain words and the figures.",
)
