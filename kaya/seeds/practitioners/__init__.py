"""Those who give care, as they would say it themselves."""

from kaya.seeds.practitioners.americas import AMERICAS
from kaya.seeds.practitioners.east import EAST
from kaya.seeds.practitioners.lagos import LAGOS, OKAFOR
from kaya.seeds.practitioners.porto import PORTO
from kaya.seeds.practitioners.porto_quiet import QUIET

PRACTITIONERS = (*LAGOS, *PORTO, *QUIET, *AMERICAS, *EAST)

SPECIALTIES = {
    "after-a-birth": "After a birth",
    "anger": "Anger",
    "anxiety": "Anxious thoughts",
    "back-and-neck": "Back and neck",
    "blood-pressure": "Blood pressure",
    "breath": "Breath",
    "burnout": "Burnout",
    "career": "Work and career",
    "caring-for-others": "Caring for someone",
    "children": "Children",
    "chronic-pain": "Long-lasting pain",
    "conversations": "Difficult conversations",
    "couples": "Couples",
    "dental-fear": "Fear of the dentist",
    "diabetes": "Diabetes",
    "digestion": "Digestion",
    "eating": "Eating",
    "end-of-life": "The end of life",
    "family": "Family",
    "fatigue": "Fatigue",
    "feeding": "Feeding a baby",
    "grief": "Grief",
    "headaches": "Headaches",
    "jaw": "Jaw",
    "living-between-countries": "Living between countries",
    "low-mood": "Low mood",
    "medicines": "Medicines",
    "mens-health": "Men’s health",
    "older-people": "Growing older",
    "parenting": "Being a parent",
    "pelvic-floor": "Pelvic floor",
    "pregnancy": "Pregnancy",
    "queer-lives": "Queer lives",
    "skin": "Skin",
    "sleep": "Sleepless nights",
    "sports-injuries": "Sports injuries",
    "stiffness": "Stiffness",
    "stress": "Stress",
    "study": "Study",
    "trauma": "After something terrible",
    "travel": "Travel",
    "womens-health": "Women’s health",
}

__all__ = ["OKAFOR", "PRACTITIONERS", "SPECIALTIES"]
