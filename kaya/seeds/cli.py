"""flask kaya seed: furnish the house."""

import click

from kaya.config import settings
from kaya.seeds import clients
from kaya.seeds.practitioners import OKAFOR
from kaya.seeds.sowing import sow_house, sow_people

DEMO_PEOPLE = (
    (clients.AMARA.address, "a member"),
    (clients.BEN.address, "a member"),
    (OKAFOR.person.address, "a practitioner: Dr. Ngozi Okafor, therapist in Lagos"),
    (clients.ADMIN.address, f"staff, with codes of an app that has the secret {clients.TOTP_SECRET}"),
)


@click.command("seed")
@click.option(
    "--people/--no-people", default=None, help="Invented people too. Usual in development, refused elsewhere."
)
def seed(people: bool | None) -> None:
    """Furnish the house: places, a catalogue, and in development people who show it. Again, it changes nothing."""
    if people and not settings().is_development:
        raise click.ClickException("Invented people have a password that everybody knows: only in development.")
    sow_house()
    if people is False or not settings().is_development:
        click.echo("The house has its places and its catalogue.")
        return
    sow_people()
    introduce()


def introduce() -> None:
    click.echo(f"Sign in with the password {clients.PASSWORD} as")
    for address, role in DEMO_PEOPLE:
        click.echo(f"  {address:24} {role}")
