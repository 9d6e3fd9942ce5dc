"""What a practitioner fills in to offer a service, and who keeps the catalogue to describe one."""

from typing import Any
from uuid import UUID

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
    """Of an offering that is there already its room stays, as long as its place does."""

    offering: Offering | None = None

    service = SelectField(say("Service"), [GIVEN], validate_choice=False)
    mode = RadioField(say("How it takes place"), [GIVEN], choices=choices(MODES.items()), validate_choice=False)
    location_id = SelectField(say("Where"), [Optional()], validate_choice=False)
    minutes = WholeField(say("Minutes"), LENGTH)
    price = PriceField(say("Price"), [GIVEN])

    @classmethod
    def asked(cls, **given: Any) -> "OfferingForm":
        form = cls(**given)
        shelves = catalogue.shelves(catalogue.Sought())
        named = [(each.id, f"{shelf.name}: {each.name}") for shelf, services in shelves.items() for each in services]
        form.service.choices = choices(named, first=say("Choose"))
        places = db.session.scalars(Location.all())
        form.location_id.choices = choices(
            ((each.id, each.name) for each in places), first=say("Nowhere in particular")
        )
        return form

    @classmethod
    def telling(cls, offering: Offering) -> "OfferingForm":
        plain = {"mode": offering.mode, "minutes": offering.minutes, "price": offering.price}
        where = str(offering.location_id) if offering.location_id else ""
        form = cls.asked(data=plain | {"service": str(offering.service_id), "location_id": where})
        form.offering = offering
        return form

    def terms(self) -> Terms:
        where = self.location_id.data if self.mode.data == Mode.IN_PERSON else ""
        return Terms(
            mode=self.mode.data,
            minutes=self.minutes.data or 0,
            price=self.price.price,
            location_id=UUID(where) if where else None,
            room_id=self.offering.room_id if self.offering and where == str(self.offering.location_id) else None,
        )

    def validate_location_id(self, field: Any) -> None:
        if field.data and not catalogue.is_id(field.data):
            raise ValidationError(say("There is no such place."))


class ServiceForm(Form):
    category_id = SelectField(say("Shelf"), [GIVEN], validate_choice=False)
    name = LineField(say("Name"), [GIVEN, at_most(120)])
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
