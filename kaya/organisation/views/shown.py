"""What every page knows of the house it stands in."""

from flask import g

from kaya.organisation.models import Organisation
from kaya.web.templating import default_zone_from, shown_everywhere


@shown_everywhere
def organisation() -> Organisation:
    """The one organisation, looked up once a request; before it has been named, a nameless one."""
    if "organisation" not in g:
        g.organisation = Organisation.here()
    found: Organisation = g.organisation
    return found


@default_zone_from
def zone() -> str:
    return organisation().timezone
