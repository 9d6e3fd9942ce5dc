"""flask kaya audit …: verify, export, seal, anchor."""

import click
from flask.cli import AppGroup

from kaya.audit import anchoring, checking, expiry
from kaya.audit.exporting import FORMATS, export
from kaya.audit.trail import Filters
from kaya.cli import kaya
from kaya.refusal import Refusal

audit = AppGroup("audit", help="The audit trail.")
kaya.add_command(audit)


@audit.command()
def verify() -> None:
    """Follow the whole chain; says where it breaks, and fails when it does."""
    verdict = checking.look()
    click.echo(f"{verdict.says} {verdict.rows} entries up to {verdict.upto}, in {verdict.milliseconds} ms.")
    if verdict.flaw:
        raise click.exceptions.Exit(1)


@audit.command("export")
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="jsonl")
@click.option("--person", default="", help="An id, a pseudonym, a mail address, or a part of a name.")
@click.option("--act", default="", help="The act's name, such as role-given.")
def export_trail(form: str, person: str, act: str) -> None:
    """Print the trail, the oldest entry first."""
    for piece in export(None, Filters(person=person, act=act), form):
        click.echo(piece, nl=False)


@audit.command()
def seal() -> None:
    """Seal the months that are over, and let go of those that are older than AUDIT_YEARS."""
    try:
        for segment in expiry.seal():
            click.echo(f"Sealed {segment.month}: {segment.first_sequence} to {segment.last_sequence}.")
    except Refusal as refusal:
        raise click.ClickException(str(refusal.message)) from None
    for segment in expiry.expire():
        click.echo(f"Let go of {segment.month}: {segment.first_sequence} to {segment.last_sequence}.")


@audit.command()
@click.option("--anew", is_flag=True, help="Begin the file anew, after a backup was restored or the file was lost.")
def anchor(anew: bool) -> None:
    """Anchor the chain's end now."""
    if anew:
        anchoring.begin_anew()
    anchored = anchoring.drop()
    click.echo(f"Anchored at {anchored.sequence}." if anchored else "Nothing new to anchor.")
