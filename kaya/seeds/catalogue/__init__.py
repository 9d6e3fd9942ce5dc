"""The catalogue: what is done here, by kind."""

from kaya.seeds.catalogue.birth import BIRTH
from kaya.seeds.catalogue.body import MASSAGE, PHYSIOTHERAPY
from kaya.seeds.catalogue.dental import DENTAL
from kaya.seeds.catalogue.food import FOOD
from kaya.seeds.catalogue.medicine import MEDICINE
from kaya.seeds.catalogue.movement import ACUPUNCTURE, YOGA
from kaya.seeds.catalogue.talking import THERAPY
from kaya.seeds.catalogue.work import CALM, COACHING

CATEGORIES = (
    THERAPY,
    MEDICINE,
    DENTAL,
    PHYSIOTHERAPY,
    MASSAGE,
    BIRTH,
    FOOD,
    YOGA,
    ACUPUNCTURE,
    COACHING,
    CALM,
)
SERVICES = {service.name: service for category in CATEGORIES for service in category.services}
