"""Eating, without the shouting."""

from kaya.seeds.language import Category, Service

FOOD = Category(
    "Nutrition",
    "What you eat, how, with whom; never a list of sins.",
    (
        Service(
            "First talk about food",
            60,
            58,
            "How you eat now, what you would like to change, and what must not change.",
            "You are not weighed. Bring a few photographs of usual meals, as they are. You leave with one change to "
            "try for two weeks.",
        ),
        Service(
            "Follow-up on food",
            30,
            32,
            "What worked, what did not, what was too much.",
            "Half an hour to adjust the plan to the life that you have, with its canteens, children, shifts and "
            "feasts.",
        ),
        Service(
            "Eating with diabetes",
            45,
            48,
            "Meals that you like, and what they do to your sugar.",
            "If you have a sensor, bring its last two weeks. The nutritionist works beside your doctor, not in place "
            "of one, and writes to them when doses may need another look.",
        ),
        Service(
            "A gut that complains",
            50,
            52,
            "Bloating, cramps, and the fear of eating away from home.",
            "First it is made sure that a doctor has looked. Then foods are left out a few at a time, for a few weeks, "
            "and brought back one by one, so that in the end you eat as widely as you can.",
        ),
        Service(
            "Food for sport",
            45,
            50,
            "For runners, rowers, dancers, and people who carry boxes for a living.",
            "Before, during, after; on training days and on the others. Ordinary food first. Powders only where they "
            "earn their price.",
        ),
        Service(
            "Peace with eating",
            50,
            58,
            "For people who think about food more than they would like.",
            "No scales, no counting. The pace is yours. When it becomes clear that more help is needed, the "
            "nutritionist and a therapist can work together, if you agree.",
        ),
    ),
)
