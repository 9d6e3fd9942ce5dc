"""The form that makes a key for a machine: what it is for, what it may do, and how long."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired

from kaya import clock
from kaya.accounts import admin_keys
from kaya.accounts.models import User
from kaya.accounts.models.admin_key import READ, WRITE
from kaya.accounts.permissions import Permission
from kaya.web.forms import Form, LineField, accepted_by
from kaya.words import Words, say

WAYS: dict[str, Words] = {READ: say("Read"), WRITE: say("Read and change")}
SPANS: dict[str, Words] = {
    "7": say("A week"),
    "30": say("30 days"),
    "90": say("90 days"),
    "180": say("Half a year"),
    "365": say("A year"),
}


class KeyForm(Form):
    name = LineField(say("What it is for"), [accepted_by(admin_keys.checked_name)])
    scopes = SelectMultipleField(
        say("What it may do"), [InputRequired(say("Choose at least one thing that the key may do."))]
    )
    days = RadioField(
        say("How long it is good"),
        choices=[SelectChoice(days, words) for days, words in SPANS.items()],
        default=str(admin_keys.USUALLY.days),
    )

    @classmethod
    def of(cls, maker: User, **given: Any) -> "KeyForm":
        """What `maker` may do themselves is on offer."""
        form = cls(**given)
        form.permissions = [each for each in Permission if each in maker.permissions]
        form.scopes.choices = [(f"{may}:{way}", words) for may in form.permissions for way, words in WAYS.items()]
        return form

    permissions: list[Permission]

    @property
    def expires_at(self) -> datetime:
        return clock.now() + timedelta(days=int(self.days.data))

    def offered(self) -> Iterator[tuple[Permission, list[tuple[str, Words, bool]]]]:
        """Each permission with its scopes: what is sent, how it is called, whether it is chosen."""
        chosen = self.scopes.data or []
        for permission in self.permissions:
            scopes = ((f"{permission}:{way}", words) for way, words in WAYS.items())
            yield permission, [(scope, words, scope in chosen) for scope, words in scopes]


def scopes_in_words(scopes: list[str]) -> list[tuple[Words, Words]]:
    """What a key may do: each permission with "Read" or "Read and change"."""
    return [
        (permission.label, WAYS[WRITE if f"{permission}:{WRITE}" in scopes else READ])
        for permission in Permission
        if {f"{permission}:{READ}", f"{permission}:{WRITE}"} & set(scopes)
    ]
