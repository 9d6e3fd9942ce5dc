"""What happened and what will: a few people's stories, and a busy practice around them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from kaya import clock
from kaya.accounts.models import User
from kaya.care.models import Kind, Offering, Practitioner, Status
from kaya.seeds.diary import Diary, Entry
from kaya.seeds.said import BEFORE, PRIVATE, SHARED, WHY_CANCELLED, WHY_MOVED

PAST_DAYS = 100
PAST_EACH, COMING_EACH = 5, 3
BUSIER = {"ngozi-okafor": (16, 9), "mateus-figueira": (9, 6), "helena-duarte": (8, 5)}


class Teller:
    """Makes up entries, always the same ones for the same day and the same people."""

    def __init__(self, diary: Diary, practitioners: list[Practitioner], people: dict[str, User]) -> None:
        self.diary = diary
        self.practitioners = {each.slug: each for each in practitioners}
        self.people = people
        self.chance = Random("Rua das Flores")
        self.entries: list[Entry] = []

    def tell(self) -> list[Entry]:
        self.amara_and_okafor()
        self.amara_elsewhere()
        self.ben()
        clients = [user for email, user in self.people.items() if email not in ("amara@example.org", "ben@example.org")]
        for practitioner in self.practitioners.values():
            past, coming = BUSIER.get(practitioner.slug, (PAST_EACH, COMING_EACH))
            self.some(past, practitioner, clients, self.past_start, self.past_status)
            self.some(coming, practitioner, clients, self.coming_start, self.coming_status)
        return self.entries

    def amara_and_okafor(self) -> None:
        """They met twice; they meet again tomorrow or as soon after as there is time, and the week after."""
        said = "I fall asleep at once and wake at four. After that I plan the day until it begins."
        self.story("amara", "ngozi-okafor", "First conversation", -22, note=said, shared_note=SHARED[0])
        self.story("amara", "ngozi-okafor", "Help with sleep", -8, private_note=PRIVATE[0], shared_note=SHARED[5])
        self.story(
            "amara", "ngozi-okafor", "Help with sleep", 1.3, note="The diary is in my record, I shared it with you."
        )
        self.story("amara", "ngozi-okafor", "Help with sleep", 8.3)

    def amara_elsewhere(self) -> None:
        self.story("amara", "mateus-figueira", "First assessment", -41, shared_note=SHARED[1])
        self.story(
            "amara", "mateus-figueira", "Physiotherapy session", -27, status=Status.CANCELLED, reason=WHY_CANCELLED[1]
        )
        self.story("amara", "helena-duarte", "Dental check", 16)

    def ben(self) -> None:
        self.story("ben", "desmond-clarke", "Find out whether it suits", -30)
        self.story("ben", "desmond-clarke", "Coaching hour", -16, note=BEFORE[Kind.COACH][0], shared_note=SHARED[3])
        self.story("ben", "rosa-jimenez", "Deep work on the back", -5, status=Status.NO_SHOW)
        self.story("ben", "desmond-clarke", "Coaching hour", 4)
        self.story("ben", "ngozi-okafor", "First conversation", 3, status=Status.PENDING)

    def story(
        self, whose: str, slug: str, service: str, in_days: float, *, status: Status | None = None, **said: Any
    ) -> None:
        """One meeting, as near to `in_days` from now as there was time."""
        practitioner, client = self.practitioners[slug], self.people[f"{whose}@example.org"]
        offering = next(each for each in practitioner.offerings if each.service.name == service)
        now = clock.now()
        booked_at = min(now - timedelta(days=2), now + timedelta(days=in_days - 9))
        start = self.diary.nearest(offering, client, now + timedelta(days=in_days), booked_at)
        usual = Status.COMPLETED if in_days < 0 else Status.CONFIRMED
        self.add(Entry(client, practitioner, offering, start, booked_at, status or usual, **said))

    def some(
        self,
        count: int,
        practitioner: Practitioner,
        clients: list[User],
        when: Callable[[Offering, User], tuple[datetime, datetime] | None],
        what: Callable[[Practitioner, datetime, datetime], Status],
    ) -> None:
        """About `count` appointments of one practitioner with whoever comes."""
        for _ in range(count):
            client, offering = self.chance.choice(clients), self.chance.choice(in_order(practitioner.offerings))
            if found := when(offering, client):
                start, booked_at = found
                status = what(practitioner, start, start + timedelta(minutes=offering.minutes))
                self.add(self.entry(client, practitioner, offering, start, booked_at, status))

    def past_start(self, offering: Offering, client: User) -> tuple[datetime, datetime] | None:
        day = clock.now() - timedelta(days=self.chance.randint(1, PAST_DAYS))
        return self.start_about(offering, client, day, day - timedelta(days=self.chance.randint(3, 14)), clock.now())

    def coming_start(self, offering: Offering, client: User) -> tuple[datetime, datetime] | None:
        now = clock.now()
        booked_at = now - timedelta(hours=self.chance.randint(20, 180))
        day = now + timedelta(days=self.chance.triangular(-0.3, 18, 1))
        return self.start_about(offering, client, day, booked_at, now + timedelta(days=60))

    def start_about(
        self, offering: Offering, client: User, day: datetime, booked_at: datetime, before: datetime
    ) -> tuple[datetime, datetime] | None:
        """A free start within three days from `day`, that is over before `before`; and when it was booked."""
        until = min(day + timedelta(days=3), before - timedelta(minutes=offering.minutes))
        free = self.diary.free(offering, client, day, until, booked_at)
        return (self.chance.choice(free), booked_at) if free else None

    def past_status(self, practitioner: Practitioner, start: datetime, end: datetime) -> Status:
        return self.chance.choices([Status.COMPLETED, Status.NO_SHOW, Status.CANCELLED], [82, 7, 11])[0]

    def coming_status(self, practitioner: Practitioner, start: datetime, end: datetime) -> Status:
        if end <= clock.now():
            return Status.COMPLETED
        answered = Status.CONFIRMED if practitioner.auto_confirms else Status.PENDING
        return self.chance.choices([answered, Status.PENDING, Status.CANCELLED], [76, 12, 12])[0]

    def entry(
        self,
        client: User,
        practitioner: Practitioner,
        offering: Offering,
        start: datetime,
        booked_at: datetime,
        status: Status,
    ) -> Entry:
        chance = self.chance
        entry = Entry(client, practitioner, offering, start, booked_at, status)
        entry.note = chance.choice(BEFORE[Kind(practitioner.kind)])
        if status == Status.CANCELLED:
            entry.reason = chance.choice(WHY_CANCELLED)
        elif chance.random() < 0.12:
            entry.moved_from, entry.reason = start + timedelta(days=chance.choice([-2, 1, 2])), chance.choice(WHY_MOVED)
        if status == Status.COMPLETED:
            entry.shared_note = chance.choice((*SHARED, *[""] * 6))
            entry.private_note = chance.choice((*PRIVATE, *[""] * 6))
        return entry

    def add(self, entry: Entry) -> None:
        self.diary.write(entry)
        self.entries.append(entry)


def in_order(offerings: list[Offering]) -> list[Offering]:
    """Always the same order, so that chance finds the same."""
    return sorted(offerings, key=lambda each: (each.service.name, each.mode))
