"""The pad and what stands beside it; a file that is brought along."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from flask_wtf.file import FileField
from wtforms import DateField, FloatField, HiddenField, IntegerRangeField, RadioField, SelectMultipleField, TimeField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from kaya import clock
from kaya.afterwards import by_its_device
from kaya.mood.activities import ACTIVITIES, activity_label
from kaya.mood.feelings import ON_PAD, name_of
from kaya.mood.models import MoodEntry
from kaya.mood.saying import FIRST, Said
from kaya.web.forms import Form, LineField, TextField, instant_in
from kaya.words import say

QUALITIES = (
    ("", say("Not said")),
    ("1", say("Very bad")),
    ("2", say("Bad")),
    ("3", say("Middling")),
    ("4", say("Good")),
    ("5", say("Very good")),
)


class PlaceField(FloatField):
    """From -1 to 1, put there by a finger on the pad; empty without script."""

    widget = HiddenInput()

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([value for value in valuelist if value.strip()])


class ChipsField(SelectMultipleField):
    """Some of many."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class PadForm(Form):
    """`on` and `time` are the day and time by the writer's own clock, `at` an instant that a device kept; else now."""

    id = HiddenField()
    new_id = HiddenField()
    at = HiddenField()
    back = HiddenField()
    mood = RadioField(
        say("The word that is nearest"), choices=[SelectChoice(each.name, each.label) for each in ON_PAD],
        validate_choice=False,
    )  # fmt: skip
    valence = PlaceField()
    arousal = PlaceField()
    intensity = IntegerRangeField(say("How strongly?"), default=5)
    note = TextField(say("A line about it"), [Optional()])
    activities = ChipsField(say("What was there"), validate_choice=False)
    more_activities = LineField(
        say("Something else"), [Optional()], description=say("Your own words, with commas between them.")
    )
    tags = LineField(say("Tags"), [Optional()], description=say("With commas between them, such as: deadline, Lisbon."))
    sleep_hours = FloatField(say("Hours you slept"), [Optional()])
    sleep_quality = RadioField(
        say("How was the night?"),
        choices=[SelectChoice(*each) for each in QUALITIES],
        default="",
        validate_choice=False,
    )
    on = DateField(say("Day"), [Optional()])
    time = TimeField(say("Time"), [Optional()])

    def offer(self, own: list[str]) -> "PadForm":
        """The usual activities, then their own."""
        named = dict.fromkeys([*ACTIVITIES, *own, *(self.activities.data or [])])
        self.activities.choices = [SelectChoice(name, str(activity_label(name))) for name in named]
        return self

    def validate_sleep_quality(self, field: Any) -> None:
        if field.data and field.data not in dict(QUALITIES):
            raise ValidationError(say("That is not among the choices."))

    def validate_on(self, field: Any) -> None:
        if field.data and field.data.year < FIRST.year:
            raise ValidationError(say("This was very long ago: the year 2000 is the earliest."))
        if field.data and field.data.year > clock.now().year + 1:
            raise ValidationError(say("This has not come yet."))

    def validate_at(self, field: Any) -> None:
        if field.data and instant_in(field.data) is None:
            raise ValidationError(say("That is not a time. Write it like 09:00."))

    @property
    def said(self) -> Said:
        return Said(
            word=self.mood.data or "",
            intensity=5 if self.intensity.data is None else int(self.intensity.data),
            valence=self.valence.data,
            arousal=self.arousal.data,
            tags=split(self.tags.data),
            activities=(*(self.activities.data or ()), *split(self.more_activities.data)),
            sleep_hours=self.sleep_hours.data,
            sleep_quality=int(self.sleep_quality.data) if self.sleep_quality.data else None,
            note=self.note.data or "",
        )

    @property
    def made_id(self) -> UUID | None:
        """As a device chose it, or the page did; anything else is passed over."""
        try:
            return UUID(self.id.data or self.new_id.data or "")
        except ValueError:
            return None

    def when(self, zone: str, before: datetime | None = None) -> datetime | None:
        """The instant meant, by the clock of `zone`; of a day or a time alone the other is as `before`, or now's."""
        if not (self.on.data or self.time.data):
            return by_its_device(instant_in(self.at.data or "")) or before
        there = (before or clock.now()).astimezone(ZoneInfo(zone))
        day, hour = self.on.data or there.date(), self.time.data or there.time()
        return datetime.combine(day, hour.replace(tzinfo=None), ZoneInfo(zone)).astimezone(UTC)

    @classmethod
    def showing(cls, entry: MoodEntry) -> "PadForm":
        there = entry.at.astimezone(ZoneInfo(entry.timezone))
        return cls(
            formdata=None, mood=name_of(entry.word), valence=entry.valence, arousal=entry.arousal,
            intensity=entry.intensity, note=entry.note, activities=list(entry.activities), tags=", ".join(entry.tags),
            sleep_hours=entry.sleep_hours, sleep_quality=str(entry.sleep_quality or ""),
            on=there.date(), time=there.time().replace(second=0, microsecond=0),
        )  # fmt: skip


def split(words: str | None) -> tuple[str, ...]:
    return tuple(each.strip() for each in (words or "").split(",") if each.strip())


class FileForm(Form):
    file = FileField(say("The file that Daylio exported"))
