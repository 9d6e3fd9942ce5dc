"""What every page knows of the house it stands in."""

from flask import g

from kaya.db import db
from kaya.organisation.models import Organisation
from kaya.web.templating import default_zone_from, shown_everywhere


@shown_everywhere
def organisation() -> Organisation:
    """The one organisation; before it has been named, a nameless one."""
    if "organisation" not in g:
        g.organisation = db.session.get(Organisation, 1) or nameless()
    found: Organisation = g.organisation
    return found


def nameless() -> Organisation:
    return Organisation(
        name="Kaya",
        about="",
        timezone="UTC",
        currency="EUR",
        accent="",
        contact_email="",
        phone="",
        booking_policy="",
        privacy_policy="",
    )


@default_zone_from
def zone() -> str:
    return organisation().timezone
