"""What a first visit is like, by kind: before it, during it, after it."""

from kaya.care.models import Kind

FIRST_VISITS = {
    Kind.THERAPIST: (
        "Four questions, five minutes. You may leave any of them empty.",
        "You say what brings you, in any order. By video the camera may stay off.",
        "Within a day a short note of what was said, and what either of you suggested.",
    ),
    Kind.DOCTOR: (
        "Send letters and results if you have them, and a list of what you take.",
        "Questions first, then the examination, and only as far as you agree.",
        "A page in plain words: what was found, what to watch for, when to come again.",
    ),
    Kind.DENTIST: (
        "Tell us if you are afraid, pregnant, or take something that thins the blood.",
        "A look at every tooth. Nothing is treated on the first day that you did not ask for.",
        "A list in three parts: soon, to be watched, fine. And what each would cost.",
    ),
    Kind.COACH: (
        "Two lines: what it is about, and what would make the hour worth it.",
        "Short questions, some silence, a sheet of paper.",
        "A message with what you said you would do. Nothing else.",
    ),
    Kind.YOGA: (
        "Say what hurts and what you cannot do. Two hours without a large meal help.",
        "A mat or a chair, loose clothes, bare feet or socks.",
        "A drawing of the sequence, to do at home if you like.",
    ),
    Kind.MASSAGE: (
        "Tell us about injuries, pregnancy, and where not to touch.",
        "You undress as far as you like and are covered with a warm cloth.",
        "Tea, and ten minutes in which the room is still yours.",
    ),
    Kind.NUTRITION: (
        "A few photographs of usual meals, as they are.",
        "Questions about your days; no scales.",
        "One change to try for two weeks, written down.",
    ),
    Kind.PHYSIOTHERAPIST: (
        "Pictures and reports if you have them. Clothes that you can bend in.",
        "You move, and are watched moving; then hands, if you agree.",
        "Two exercises, drawn or filmed.",
    ),
    Kind.MIDWIFE: (
        "Your booklet, if you have one, and your questions on paper.",
        "Talk first. Nothing is measured unless you want it.",
        "A number where you reach a midwife until the next time.",
    ),
    Kind.ACUPUNCTURE: (
        "Eat something. Tell us what you take, and if needles make you faint.",
        "A long conversation, then a few needles, a blanket and a bell.",
        "Rest a little before you cycle home.",
    ),
    Kind.OTHER: (
        "A line or two on how your days are now.",
        "At your pace, with breaks; lying down is fine.",
        "Half a page in writing, since remembering also costs.",
    ),
}
