"""flask kaya make-staff, for the first member of staff has nobody who could appoint them; flask kaya keys rotate."""

import click

from kaya.accounts import granting, roles, signing_keys
from kaya.accounts.models import Role, User
from kaya.cli import kaya, keys
from kaya.db import db


@kaya.command("make-staff")
@click.argument("email")
def make_staff(email: str) -> None:
    """Let the member with this address be staff, with every permission."""
    user = db.session.scalar(User.by_email(email))
    if user is None:
        raise click.ClickException(f"There is no account with the address {email}. Register it first.")
    granting.grant_all(roles.appoint(user, Role.STAFF))
    click.echo(f"{user.name} is staff now, and may do everything.")


@keys.command("rotate")
def rotate() -> None:
    """Sign access tokens with a new key from now on; those of the key before it are believed until they are over."""
    click.echo(
        f"The key {signing_keys.rotate()} signs from now on. Believed are {', '.join(signing_keys.keys().by_id)}."
    )
