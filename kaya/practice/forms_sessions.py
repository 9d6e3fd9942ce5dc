"""What is said when a session begins and when it is over."""

import math
from datetime import datetime
from typing import Any
from uuid import UUID

from wtforms import HiddenField, IntegerField, RadioField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from kaya.afterwards import by_its_device
from kaya.practice.composer import LONGEST
from kaya.practice.models import Practice
from kaya.practice.practising import LONGEST_NOTES
from kaya.practice.vocabulary import MOODS
from kaya.web.api import is_uuid
from kaya.web.forms import Form, TextField
from kaya.words import say

USUAL_LENGTHS = (1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 45, 60)
MOST_CHOICES = 7
LONGEST_FIGURE = 6

# From 1 to 5.
RATINGS: dict[int, Any] = {
    1: say("Not for me"),
    2: say("Hardly"),
    3: say("It was fine"),
    4: say("Good"),
    5: say("Just right"),
}


def number(typed: object) -> int | None:
    """A choice among numbers; none is none."""
    return int(str(typed)) if typed not in (None, "") else None


def choices_of(words: dict[int, Any]) -> list[SelectChoice]:
    return [SelectChoice(value, said) for value, said in words.items()]


class StartForm(Form):
    """`for_practice` says which lengths there are to choose from; any whole minute that can be filled is taken.

    A page that begins without a network says `id` and `started_at` itself.
    """

    practice = HiddenField()
    id = HiddenField()
    started_at = HiddenField()
    minutes = RadioField(
        say("How long?"), [InputRequired(say("Please choose how long."))], coerce=number, validate_choice=False
    )
    mood_before = RadioField(
        say("How are you now?"), [Optional()], coerce=number, choices=choices_of(MOODS), name="mood_before"
    )

    def validate_id(self, field: Any) -> None:
        if field.data and not is_uuid(field.data):
            raise ValidationError(say("That is no id."))

    def validate_started_at(self, field: Any) -> None:
        refuse_no_moment(self, field)

    @property
    def own_id(self) -> UUID | None:
        return UUID(self.id.data) if self.id.data else None

    @property
    def started(self) -> datetime | None:
        return by_its_device(moment(self.started_at.data or ""))

    def for_practice(self, practice: Practice) -> "StartForm":
        self.practice.data = practice.slug or str(practice.id)
        wanted = self.minutes.data if isinstance(self.minutes.data, int) else practice.minutes
        offered = lengths_offered(practice, wanted if practice.can_last(wanted) else practice.minutes)
        self.minutes.choices = [SelectChoice(minutes, say("%(count)s min", count=minutes)) for minutes in offered]
        if self.minutes.data is None and not self.minutes.raw_data:
            self.minutes.data = practice.minutes
        return self


def lengths_offered(practice: Practice, wanted: int) -> list[int]:
    """From its shortest to its longest, as the shelf says; between them its usual one, the one that is wanted, and
    whatever lies furthest from all others: twice as long is as far as half as long.
    """
    chosen = {practice.shortest, practice.minutes, wanted, practice.longest}
    others = {minutes for minutes in USUAL_LENGTHS if practice.can_last(minutes)} - chosen
    while others and len(chosen) < MOST_CHOICES:
        furthest = max(sorted(others), key=lambda minutes: min(abs(math.log(minutes / each)) for each in chosen))
        chosen.add(furthest)
        others.remove(furthest)
    return sorted(chosen)


class AfterForm(Form):
    """How it was. All of it may be left out; `ended_at` is said by a page that plays without a network."""

    mood_after = RadioField(say("How are you now?"), [Optional()], coerce=number, choices=choices_of(MOODS))
    rating = RadioField(say("How was this session?"), [Optional()], coerce=number, choices=choices_of(RATINGS))
    notes = TextField(
        say("A note for yourself"),
        [Optional(), Length(max=LONGEST_NOTES, message=say("Please use at most %(max)d characters."))],
        description=say("Only you read it."),
    )
    ended_at = HiddenField()
    played = HiddenField()

    def validate_played(self, field: Any) -> None:
        refuse_no_seconds(self, field)

    def validate_ended_at(self, field: Any) -> None:
        refuse_no_moment(self, field)

    @property
    def ended(self) -> datetime | None:
        return moment(self.ended_at.data or "")

    @property
    def practised(self) -> int | None:
        return number(self.played.data)


class ProgressForm(Form):
    """How far it has come, and how many seconds of it were `played`; a page from before may not say the latter."""

    seconds = IntegerField(validators=[InputRequired(), NumberRange(0, LONGEST * 60)])
    played = HiddenField()

    def validate_played(self, field: Any) -> None:
        refuse_no_seconds(self, field)

    @property
    def practised(self) -> int | None:
        return number(self.played.data)


def refuse_no_seconds(form: Form, field: Any) -> None:
    said = field.data or "0"
    if not (said.isascii() and said.isdecimal() and len(said) < LONGEST_FIGURE and int(said) <= LONGEST * 60):
        raise ValidationError(say("A whole number of seconds, please."))


def refuse_no_moment(form: Form, field: Any) -> None:
    if field.data and moment(field.data) is None:
        raise ValidationError(say("That is not a moment in time."))


def moment(words: str) -> datetime | None:
    """An instant as a script writes it, 2026-11-21T10:30:00.000Z; None for anything else."""
    try:
        read = datetime.fromisoformat(words)
    except ValueError:
        return None
    return read if read.tzinfo else None
