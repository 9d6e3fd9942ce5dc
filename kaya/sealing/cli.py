"""flask kaya keys rotate-data, retire-data: the installation's keys, which wrap everybody's."""

import click

from kaya.cli import keys
from kaya.sealing import keeping, retiring


@keys.command("rotate-data")
def rotate_data() -> None:
    """Wrap everybody's data keys by a new installation key. Stopped, it goes on where it was; Kaya may serve."""
    newest = keeping.rewrap(lambda done, of: click.echo(f"{done} of {of} keys wrapped anew"))
    click.echo(f"The installation key {newest} wraps all of them. Older ones stay until `keys retire-data`.")


@keys.command("retire-data")
def retire_data() -> None:
    """Remove installation keys that wrap nothing any more. Backups that were made with them cannot be read then."""
    gone = retiring.retire()
    click.echo(f"Removed {', '.join(gone)}." if gone else "None can go: all are used, or the newest is too young.")
