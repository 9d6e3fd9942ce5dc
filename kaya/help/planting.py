"""Helplines that a new house begins with: examples with their sources, which it has to check or replace."""

from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.help.models import Helpline, SafetyPlan, TrustedContact

ALWAYS = "Day and night"
DANGER = "Danger to life, fire, crime: police, ambulance and fire brigade."
LISTENS = "Someone who listens, whatever it is about."
THOUGHTS = "Someone to talk to when there are thoughts of dying, one's own or another's."
OF_EUROPE = "https://europa.eu/youreurope/citizens/travel/security-and-emergencies/emergency/index_en.htm"
OF_PORTUGAL = "https://www.sns24.gov.pt/en/servico/aconselhamento-psicologico-no-sns-24/"
BY_112 = ("PT", "ES", "FR", "DE", "IE", "IT", "NL", "SE")


def emergency(country: str, phone: str, source: str) -> dict[str, Any]:
    return example(country, "Emergency services", phone, source, says=DANGER, is_emergency=True)


def example(country: str, name: str, phone: str, source: str, **more: Any) -> dict[str, Any]:
    """Nobody of the house has looked at it yet, so it carries no day of checking."""
    known = {"country": country, "name": name, "phone": phone, "source": source, "is_example": True}
    return {"says": LISTENS, "hours": ALWAYS} | known | more


LINES: list[dict[str, Any]] = [
    *(emergency(country, "112", OF_EUROPE) for country in BY_112),
    emergency("GB", "999", "https://www.gov.uk/guidance/999-and-112-the-uks-national-emergency-numbers"),
    emergency("US", "911", "https://www.911.gov"),
    example("DE", "TelefonSeelsorge", "0800 111 0 111", "https://www.telefonseelsorge.de"),
    example("ES", "Línea 024", "024", "https://www.sanidad.gob.es/linea024/home.htm", says=THOUGHTS),
    example("FR", "3114", "3114", "https://3114.fr", says=THOUGHTS),
    example("GB", "Samaritans", "116 123", "https://www.samaritans.org", website="https://www.samaritans.org"),
    example("IE", "Samaritans", "116 123", "https://www.samaritans.org", website="https://www.samaritans.org"),
    example("IT", "Telefono Amico", "02 2327 2327", "https://www.telefonoamico.it", hours="Every day, until midnight"),
    example("NL", "113 Zelfmoordpreventie", "0800 0113", "https://www.113.nl", says=THOUGHTS),
    example("PT", "SNS 24, psychological counselling (option 4)", "808 24 24 24", OF_PORTUGAL),
    example("SE", "Mind Självmordslinjen", "90101", "https://mind.se/hitta-hjalp/sjalvmordslinjen/", says=THOUGHTS),
    example("US", "988 Suicide & Crisis Lifeline", "988", "https://988lifeline.org", text_to="988"),
]


def plant_helplines(session: Session) -> None:
    """Where there is no line yet; a list that somebody keeps is left alone."""
    if not session.scalar(select(exists(select(Helpline.id)))):
        session.add_all(Helpline(**line) for line in LINES)


def plant_plan(session: Session, member: User) -> None:
    """An invented plan, and an invented sister to call."""
    if session.scalar(select(exists(SafetyPlan.of(member)))):
        return
    plan = SafetyPlan(user_id=member.id)
    for part, words in PLAN.items():
        setattr(plan, part, words)
    contact = TrustedContact(user_id=member.id)
    contact.name, contact.phone = "Ifeoma", "+351 912 000 117"
    session.add_all((plan, contact))


PLAN = {
    "warning_signs": """I stop answering Ifeoma.
The washing-up stays for three days.
Awake at four, and the same sentence.""",
    "coping": """The blue blanket and the long shower.
Walk to the river and back, also in the rain.
Breathe out longer than in, ten times.""",
    "distractions": """The reading room in Rua de Santa Catarina.
Café Aurora, the table at the back.""",
    "people": """Ifeoma, my sister.
Chidi, from the choir.""",
    "professionals": """Dr Okafor, by message or in her hours.
112 when it cannot wait.""",
    "safer": """The tablets are with Chidi.
The phone lies in the kitchen at night.""",
}
