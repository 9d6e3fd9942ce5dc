"""Helplines that a new house begins with: emergency numbers with their sources, and examples that it has to replace."""

from datetime import date
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from kaya.accounts.models import User
from kaya.help.models import Helpline, SafetyPlan, TrustedContact

LOOKED_UP = date(2026, 11, 21)
ALWAYS = "Day and night"
DANGER = "Danger to life, fire, crime: police, ambulance and fire brigade."
OF_EUROPE = "https://europa.eu/youreurope/citizens/travel/security-and-emergencies/emergency/index_en.htm"
BY_112 = ("PT", "ES", "FR", "DE", "IE", "IT", "NL", "SE")


def emergency(country: str, phone: str, source: str) -> dict[str, Any]:
    return {
        "country": country, "name": "Emergency services", "says": DANGER, "phone": phone, "hours": ALWAYS,
        "source": source, "is_emergency": True, "checked_on": LOOKED_UP,
    }  # fmt: skip


def listening(country: str, name: str, phone: str, source: str, **more: Any) -> dict[str, Any]:
    says = "Someone who listens, whatever it is about."
    known = {"country": country, "name": name, "says": says, "phone": phone, "hours": ALWAYS, "source": source}
    return known | {"checked_on": LOOKED_UP} | more


def example(country: str, name: str, phone: str) -> dict[str, Any]:
    says = "An invented line that shows what could stand here."
    return {
        "country": country,
        "name": name,
        "says": says,
        "phone": phone,
        "hours": "Monday to Friday, 9 to 18",
        "is_example": True,
    }


LINES: list[dict[str, Any]] = [
    *(emergency(country, "112", OF_EUROPE) for country in BY_112),
    emergency("GB", "999", "https://www.gov.uk/guidance/999-and-112-the-uks-national-emergency-numbers"),
    emergency("US", "911", "https://www.911.gov"),
    listening("GB", "Samaritans", "116 123", "https://www.samaritans.org", website="https://www.samaritans.org"),
    listening("IE", "Samaritans", "116 123", "https://www.samaritans.org", website="https://www.samaritans.org"),
    listening("US", "988 Suicide & Crisis Lifeline", "988", "https://988lifeline.org", text_to="988"),
    example("PT", "Example line of Rua das Flores", "+351 220 000 112"),
    example("US", "Example line of Bergen Street", "+1 212 555 0100"),
]  # fmt: skip


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
