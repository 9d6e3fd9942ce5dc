"""flask kaya make-staff: the first member of staff has nobody who could appoint them."""

import click

from kaya.accounts import roles
from kaya.accounts.models import Role, User
from kaya.cli import kaya
from kaya.db import db


@kaya.command("make-staff")
@click.argument("email")
def make_staff(email: str) -> None:
    """Let the member with this address be staff."""
    user = db.session.scalar(User.by_email(email))
    if user is None:
        raise click.ClickException(f"There is no account with the address {email}. Register it first.")
    roles.appoint(user, Role.STAFF)
    click.echo(f"{user.name} is staff now.")
