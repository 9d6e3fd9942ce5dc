"""What one can ask of the directory: each field is a part of the address."""

from datetime import date, timedelta
from typing import Any

from flask_babel import format_date
from wtforms import RadioField, SelectField, StringField, ValidationError
from wtforms.validators import Length

from kaya import clock
from kaya.care import directory
from kaya.care.directory import Choices, Sort, Wanted
from kaya.care.forms.fields import DayField, PriceField, choices
from kaya.care.models import Kind, Mode, Service
from kaya.care.vocabulary import KINDS, LANGUAGE_CODES, MODES, language_names
from kaya.web.forms import Form, LineField
from kaya.words import say

ANY = say("Any")
A_YEAR = timedelta(days=366)
FILTERS = ("q", "service", "kind", "specialty", "mode", "language", "available_on", "max_price")
SORTS = [(Sort.SOONEST, say("Free soonest")), (Sort.PRICE, say("Price")), (Sort.NAME, say("Name"))]


class DirectoryForm(Form):
    """Filters as they stand in the address. What makes no sense is said, and left out of the search."""

    class Meta:
        csrf = False

    q = LineField(say("What is it about, or who?"), [Length(max=200)])
    kind = SelectField(say("Kind"), choices=choices(KINDS.items(), first=ANY), validate_choice=False)
    specialty = SelectField(say("What for"), validate_choice=False)
    language = SelectField(say("Language"), validate_choice=False)
    mode = SelectField(say("How"), choices=choices(MODES.items(), first=ANY), validate_choice=False)
    max_price = PriceField(say("At most"))
    available_on = DayField(say("Free on"))
    service = StringField(say("Service"))
    sort = RadioField(say("Order"), choices=choices(SORTS), default=Sort.SOONEST, validate_choice=False)

    def offer(self, there_are: Choices, service: Service | None) -> None:
        """What there is to choose from; `service` is the one that the address names, if it exists."""
        self.known = there_are.specialties
        self.specialty.choices = choices(self.known.items(), first=ANY)
        self.language.choices = choices(language_names(there_are.languages), first=ANY)
        self.found_service = service

    def validate_kind(self, field: Any) -> None:
        if field.data and field.data not in set(Kind):
            raise ValidationError(say("There is no such kind of practitioner."))

    def validate_specialty(self, field: Any) -> None:
        if field.data and field.data not in self.known:
            raise ValidationError(say("Nobody here calls it that. Try the words above."))

    def validate_language(self, field: Any) -> None:
        if field.data and field.data not in LANGUAGE_CODES:
            raise ValidationError(say("That is not a language's code."))

    def validate_mode(self, field: Any) -> None:
        if field.data and field.data not in set(Mode):
            raise ValidationError(say("By video, in person or by phone."))

    def validate_sort(self, field: Any) -> None:
        if field.data and field.data not in set(Sort):
            raise ValidationError(say("By time, price or name."))

    def validate_service(self, field: Any) -> None:
        if field.data and self.found_service is None:
            raise ValidationError(say("There is no such service."))

    def validate_available_on(self, field: Any) -> None:
        if field.data is None:
            return
        today = clock.now().date()
        if field.data < today - timedelta(days=1):
            raise ValidationError(say("That day is over."))
        if field.data > today + A_YEAR:
            raise ValidationError(say("That is further ahead than anyone's calendar."))

    def wanted(self, zone: str) -> Wanted:
        """What is asked for, days being those of the IANA zone `zone`; a field that is wrong asks for nothing."""
        day: date | None = self.good("available_on")
        return Wanted(
            q=self.good("q") or "",
            kind=self.good("kind") or "",
            specialty=self.good("specialty") or "",
            service=self.found_service.id if self.found_service else None,
            language=self.good("language") or "",
            mode=self.good("mode") or "",
            max_price=self.max_price.price if self.good("max_price") else None,
            open_between=directory.day_in(zone, day) if day else None,
        )

    def good(self, name: str) -> Any:
        field = self._fields[name]
        return None if field.errors else field.data

    @property
    def order(self) -> Sort:
        return Sort(self.good("sort") or Sort.SOONEST)

    def address(self, *, but: str = "") -> dict[str, Any]:
        """The filters as they stand in the address: those that say something, `but` one left out."""
        said = {name: self._fields[name].data for name in FILTERS if name != but and self.good(name)}
        if self.order is not Sort.SOONEST and but != "sort":
            said["sort"] = self.order.value
        return said

    @property
    def narrows(self) -> bool:
        """Does anything beside the words narrow the search, or is anything wrong?"""
        return (
            bool(self.errors) or any(self._fields[name].data for name in FILTERS[2:]) or self.order is not Sort.SOONEST
        )

    def said(self, name: str) -> str:
        """A filter as a person would say it."""
        data = self._fields[name].data
        if name == "q":
            return f"“{data}”"
        if name == "service":
            return self.found_service.name if self.found_service else ""
        if name == "max_price":
            return str(say("at most %(price)s", price=self.max_price.price))
        if name == "available_on":
            return str(say("free on %(day)s", day=format_date(data, "EEEE, d MMMM")))
        return str(next(each.label for each in self._fields[name].choices if each.value == data))
