"""What a practitioner fills in to offer a service, and who keeps the catalogue to describe one."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy.orm import selectinload
from wtforms import RadioField, SelectField, ValidationError
from wtforms.validators import InputRequired, NumberRange, Optional

from kaya.care import catalogue
from kaya.care.catalogue import Description
from kaya.care.forms.fields import GIVEN, PriceField, WholeField, at_most, choices
from kaya.care.models import Mode, Offering, Service
from kaya.care.offering import Terms
from kaya.care.vocabulary import MODES
from kaya.db import db
from kaya.organisation.models import Location
from kaya.web.forms import Form, LineField, TextField
from kaya.words import say

LENGTH = [
    InputRequired(say("Please fill this in.")),
    NumberRange(5, 720, say("Between 5 minutes and 12 hours, please.")),
]


class OfferingForm(Form):
    """A place, or one of its rooms, is chosen in one go: `where` is the place's id, with the room's after a space."""

    service = SelectField(say("Service"), [GIVEN], validate_choice=False)
    mode = RadioField(say("How it takes place"), [GIVEN], choices=choices(MODES.items()), validate_choice=False)
    where = SelectField(say("Where"), [Optional()], validate_choice=False)
    minutes = WholeField(say("Minutes"), LENGTH)
    price = PriceField(say("Price"), [GIVEN])

    @classmethod
    def asked(cls, **given: Any) -> "OfferingForm":
        form = cls(**given)
        shelves = catalogue.shelves(catalogue.Sought())
        named = [(each.id, f"{shelf.name}: {each.name}") for shelf, services in shelves.items() for each in services]
        form.service.choices = choices(named, first=say("Choose"))
        form.where.choices = choices(places_and_rooms(), first=say("Nowhere in particular"))
        return form

    @classmethod
    def telling(cls, offering: Offering) -> "OfferingForm":
        plain = {"mode": offering.mode, "minutes": offering.minutes, "price": offering.price}
        where = " ".join(str(each) for each in (offering.location_id, offering.room_id) if each)
        return cls.asked(data=plain | {"service": str(offering.service_id), "where": where})

    def terms(self) -> Terms:
        where = (self.where.data or "").split() if self.mode.data == Mode.IN_PERSON else []
        return Terms(
            mode=self.mode.data,
            minutes=self.minutes.data or 0,
            price=self.price.price,
            location_id=UUID(where[0]) if where else None,
            room_id=UUID(where[1]) if where[1:] else None,
        )

    def validate_where(self, field: Any) -> None:
        if field.data and field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(say("There is no such place."))


def places_and_rooms() -> Iterator[tuple[str, str]]:
    """Each place, and after it its rooms."""
    for place in db.session.scalars(Location.all().options(selectinload(Location.rooms))):
        yield str(place.id), place.name
        for room in place.rooms:
            yield f"{place.id} {room.id}", f"{place.name}, {room.name}"


class ServiceForm(Form):
    name = LineField(say("Name"), [GIVEN, at_most(120)])
    category_id = SelectField(say("Shelf"), [GIVEN], validate_choice=False)
    summary = LineField(say("In one sentence"), [at_most(300)])
    about = TextField(say("More about it"), [at_most(4000)])
    minutes = WholeField(say("Usual length in minutes"), LENGTH)
    price = PriceField(say("Usual price"), [GIVEN])
    cancellation_notice_hours = WholeField(
        say("Free to cancel until so many hours before"), [Optional(), NumberRange(0, 720)], default=24
    )

    @classmethod
    def asked(cls, **given: Any) -> "ServiceForm":
        form = cls(**given)
        named = ((each.id, each.name) for each in catalogue.categories())
        form.category_id.choices = choices(named, first=say("Choose"))
        return form

    @classmethod
    def telling(cls, service: Service) -> "ServiceForm":
        return cls.asked(obj=service, data={"category_id": str(service.category_id)})

    def description(self) -> Description:
        hours = self.cancellation_notice_hours.data
        return Description(
            category_id=UUID(self.category_id.data),
            name=self.name.data or "",
            summary=self.summary.data or "",
            about=self.about.data or "",
            minutes=self.minutes.data or 0,
            price=self.price.price,
            cancellation_notice_hours=24 if hours is None else hours,
        )

    def validate_category_id(self, field: Any) -> None:
        if field.data and not catalogue.is_id(field.data):
            raise ValidationError(say("There is no such shelf."))
