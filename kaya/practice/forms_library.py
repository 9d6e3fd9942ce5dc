"""What one can ask of the library: each field is a part of the address."""

from typing import Any

from wtforms import RadioField, SelectField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import Length

from kaya.practice.script import Need, PracticeKind, TimeOfDay
from kaya.practice.shelf import Wanted
from kaya.practice.vocabulary import KINDS, NEEDS, TIMES
from kaya.web.forms import Form, LineField
from kaya.words import say

ANY = say("Any")
FILTERS = ("q", "need", "minutes", "time", "kind", "own")
LENGTHS = (3, 5, 10, 15, 20, 30)
OWN = "own"


def options(named: Any, first: Any = ANY) -> list[SelectChoice]:
    return [SelectChoice("", first), *(SelectChoice(str(value), label) for value, label in named)]


def lengths() -> list[SelectChoice]:
    return options(((minutes, say("%(count)s min", count=minutes)) for minutes in LENGTHS), say("Any length"))


class LibraryForm(Form):
    """Filters as they stand in the address. What makes no sense is said, and left out of the search."""

    class Meta:
        csrf = False

    q = LineField(say("What are you looking for?"), [Length(max=200)])
    need = RadioField(say("What for"), choices=options(NEEDS.items(), say("Anything")), validate_choice=False)
    minutes = SelectField(say("How long"), choices=lengths, validate_choice=False)
    time = SelectField(say("When"), choices=options(TIMES.items()), validate_choice=False)
    kind = SelectField(say("Kind"), choices=options(KINDS.items()), validate_choice=False)
    own = SelectField(
        say("Whose"), choices=options([(OWN, say("Made by me"))], say("Everyone’s")), validate_choice=False
    )

    def validate_need(self, field: Any) -> None:
        refuse_unknown(field, set(Need))

    def validate_kind(self, field: Any) -> None:
        refuse_unknown(field, set(PracticeKind))

    def validate_time(self, field: Any) -> None:
        refuse_unknown(field, set(TimeOfDay))

    def validate_own(self, field: Any) -> None:
        refuse_unknown(field, {OWN})

    def validate_minutes(self, field: Any) -> None:
        if field.data and not (field.data.isdecimal() and len(field.data) < 4 and 1 <= int(field.data) <= 60):
            raise ValidationError(say("From 1 to 60 minutes."))

    @property
    def wanted(self) -> Wanted:
        """What is asked for; a field that is wrong asks for nothing."""
        need, kind, time, minutes = (self.good(name) for name in ("need", "kind", "time", "minutes"))
        return Wanted(
            self.good("q") or "",
            Need(need) if need else None,
            PracticeKind(kind) if kind else None,
            TimeOfDay(time) if time else None,
            int(minutes) if minutes else None,
            True if self.good("own") else None,
        )

    def good(self, name: str) -> Any:
        field = self._fields[name]
        return None if field.errors else field.data

    def address(self, *, but: str = "") -> dict[str, Any]:
        """The filters as they stand in the address: those that say something, `but` one left out."""
        return {name: self._fields[name].data for name in FILTERS if name != but and self.good(name)}

    @property
    def narrows(self) -> bool:
        """Does anything beside words and need narrow the search, or is anything wrong?"""
        return bool(self.errors) or any(self._fields[name].data for name in FILTERS[2:])

    def said(self, name: str) -> str:
        """A filter as a person would say it."""
        data = self._fields[name].data
        if name == "q":
            return f"“{data}”"
        if name == "minutes":
            return str(say("%(count)s minutes", count=data))
        names: dict[str, Any] = {str(word): label for words in (NEEDS, TIMES, KINDS) for word, label in words.items()}
        return str((names | {OWN: say("Made by me")})[data])


def refuse_unknown(field: Any, known: set[Any]) -> None:
    if field.data and field.data not in known:
        raise ValidationError(say("There is no such choice."))
