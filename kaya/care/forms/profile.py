"""What someone says of themselves when they apply, and later at their desk; and what staff answer."""

from typing import Any

from wtforms import BooleanField, SelectField

from kaya.care import directory
from kaya.care.forms.fields import GIVEN, LanguagesField, TicksField, at_most, choices
from kaya.care.models import Practitioner
from kaya.care.practising import WORDS, Profile
from kaya.care.vocabulary import KINDS
from kaya.web.forms import Form, LineField, TextField, ZoneField, known_zone
from kaya.words import say


class ProfileForm(Form):
    display_name = LineField(say("Your name, as people will read it"), [GIVEN, at_most(120)])
    kind = SelectField(
        say("What you are"), [GIVEN], choices=choices(KINDS.items(), first=say("Choose")), validate_choice=False
    )
    title = LineField(
        say("Your title"), [at_most(120)], description=say("As on your door: clinical psychologist, midwife.")
    )
    headline = LineField(say("In one sentence"), [at_most(200)], description=say("Whom you are for, in their words."))
    bio = TextField(say("How you work"), [at_most(4000)], description=say("A few short paragraphs."))
    licence = LineField(
        say("Licence"), [GIVEN, at_most(80)], description=say("Its number. People see it, and the day we checked it.")
    )
    credentials = TextField(
        say("Training and papers"), [at_most(1000)], description=say("What staff can check: schools, years, registers.")
    )
    specialties = TicksField(say("What people come to you for"))
    languages = LanguagesField(say("Languages you work in"), description=say("With commas between: English, Igbo."))
    city = LineField(say("City"), [at_most(120)])
    timezone = ZoneField(say("Your time zone"), [GIVEN, known_zone])

    @classmethod
    def asked(cls, **given: Any) -> "ProfileForm":
        """The form with what there is to choose from."""
        form = cls(**given)
        form.specialties.choices = choices((each.slug, each.name) for each in directory.specialties())
        return form

    @classmethod
    def telling(cls, practitioner: Practitioner) -> "ProfileForm":
        """The form with what they say of themselves now."""
        plain = {name: getattr(practitioner, name) for name in WORDS}
        slugs = [each.slug for each in practitioner.specialties]
        return cls.asked(
            data=plain | {"specialties": slugs, "languages": [each.code for each in practitioner.languages]}
        )

    def profile(self, **kept: Any) -> Profile:
        """What was filled in; `kept` is what this form does not ask for."""
        fields = {name: self._fields[name].data for name in WORDS if name in self._fields}
        said = {name: "" if value is None else value for name, value in fields.items()}
        words = {"specialties": tuple(self.specialties.data or ()), "languages": tuple(self.languages.codes)}
        return Profile(**kept | said | words)


class OwnProfileForm(ProfileForm):
    """A practitioner's own, at their desk: the same, and what only matters once one practises."""

    first_before = LineField(say("Before a first visit"), [at_most(500)])
    first_during = LineField(say("During it"), [at_most(500)])
    first_after = LineField(say("After it"), [at_most(500)])
    is_accepting = BooleanField(say("I take bookings"))
    auto_confirms = BooleanField(say("Bookings are confirmed at once"))


class RulingForm(Form):
    reason = TextField(say("Why"), [at_most(1000)], description=say("They will read it."))
